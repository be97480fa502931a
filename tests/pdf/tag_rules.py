"""Our own rules for tagged files: what PDF/A-3a and PDF/UA-1 ask beyond level B, as far as a program can see it.

No independent validator has seen the tags: these rules were read from ISO 32000-1, 14.6 to 14.8, ISO 19005-3, 6.7, and
ISO 14289-1, clause 7, by us. What only a reader can judge (whether the order makes sense, whether words fit a picture)
is looked at by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
from pikepdf import Array, Dictionary, Name

_STANDARD = {"Document", "Div", "Figure", "H1", "H2", "L", "LBody", "LI", "Lbl", "P", "Span", "TD", "TH", "TR", "Table"}
_INSIDE = {
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR"},
    "TR": {"TH", "TD"},
}
_ONLY_IN = {"LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"}}
_WITH_CONTENT = frozenset({"Figure", "H1", "H2", "LBody", "Lbl", "P", "Span", "TH"})
_PAINTING = {*"SsfFBb", "f*", "B*", "b*", "Tj", "TJ", "'", '"', "Do", "sh", "INLINE IMAGE"}
_UA = "{http://www.aiim.org/pdfua/ns/id/}"
_A = "{http://www.aiim.org/pdfa/ns/id/}"
_SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"


@dataclass(slots=True)
class Element:
    """An element of the structure: kind, kids in order, its marks as (page, number)."""

    kind: str
    item: Any
    kids: list[Element] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """It and everything below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def structure_of(document: pikepdf.Pdf) -> Element:
    """The document's structure; every element must name its parent."""
    pages = {page.obj.objgen: index for index, page in enumerate(document.pages)}
    root = document.Root.StructTreeRoot
    top = root.K[0] if isinstance(root.K, Array) else root.K
    assert top.P.objgen == root.objgen, "parent of the document"
    return _element(top, pages)


def _element(item: Any, pages: dict[tuple[int, int], int]) -> Element:
    assert item.is_indirect, "an element is an object of its own"
    element = Element(str(item.S)[1:], item)
    kids = item.get("/K")
    for kid in [] if kids is None else kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, int):
            element.marks.append((pages[item.Pg.objgen], kid))
        elif kid.get("/Type") == Name.MCR:
            element.marks.append((pages[kid.Pg.objgen], int(kid.MCID)))
        else:
            assert kid.P.objgen == item.objgen, "parent of an element"
            element.kids.append(_element(kid, pages))
    return element


def assert_tagged(pdf: bytes) -> None:
    """Fail unless the file keeps to the rules of this module."""
    with pikepdf.open(BytesIO(pdf)) as document:
        _check_document(document)
        top = structure_of(document)
        _check_marks(document, top)
        _check_nesting(top)
        _check_headings(top)
        for element in top.walk():
            if element.kind == "Table":
                _check_table(element)
            if element.kind == "Figure":
                assert str(element.item.get("/Alt", "")).strip(), "a figure without words"
                assert len(element.item.A.BBox) == 4, "a figure without its box"
        _check_outline(document)
        _check_fonts(document)


def _check_document(document: pikepdf.Pdf) -> None:
    root = document.Root
    assert bool(root.MarkInfo.Marked), "not said to be tagged"
    assert str(root.Lang) == "id-ID", "language"
    assert bool(root.ViewerPreferences.DisplayDocTitle), "title is not shown"
    assert str(document.trailer.Info.Title).strip(), "title"
    assert "/RoleMap" not in root.StructTreeRoot, "only standard types, so nothing to map"
    xml = ET.fromstring(root.Metadata.read_bytes())
    assert [element.text for element in xml.iter(f"{_A}part")] == ["3"], "part of PDF/A"
    assert [element.text for element in xml.iter(f"{_A}conformance")] == ["A"], "level of PDF/A"
    assert [element.text for element in xml.iter(f"{_UA}part")] == ["1"], "part of PDF/UA"
    described = [element.text for element in xml.iter(f"{_SCHEMA}namespaceURI")]
    assert described == [_UA.strip("{}")], "every property of our own is described"


def _check_marks(document: pikepdf.Pdf, top: Element) -> None:
    """Whatever is painted is an artifact or marked; each mark belongs to one element, and the tree knows to which."""
    owners: dict[tuple[int, int], Any] = {}
    for element in top.walk():
        assert element.kind in _STANDARD, element.kind
        assert element.marks or element.kind not in _WITH_CONTENT or element.kids, f"empty {element.kind}"
        for mark in element.marks:
            assert mark not in owners, f"mark {mark} of two elements"
            owners[mark] = element
    numbers: list[Any] = list(document.Root.StructTreeRoot.ParentTree.Nums)
    by_key = dict(zip(numbers[::2], numbers[1::2], strict=True))
    assert list(by_key) == sorted(by_key), "the parent tree is sorted"
    found: set[tuple[int, int]] = set()
    for index, page in enumerate(document.pages):
        assert page.obj.get("/Tabs") == Name.S, f"tab order of page {index + 1}"
        parents = by_key[int(page.obj.StructParents)]
        numbers_here = _marks_of(page)
        assert len(numbers_here) == len(set(numbers_here)), f"a mark twice on page {index + 1}"
        assert sorted(numbers_here) == list(range(len(parents))), f"marks of page {index + 1}"
        for number in numbers_here:
            owner = owners[index, number]
            assert parents[number].objgen == owner.item.objgen, f"parent of mark {number} on page {index + 1}"
            found.add((index, number))
    assert found == set(owners), "an element of nothing"


def _marks_of(page: pikepdf.Page) -> list[int]:
    numbers: list[int] = []
    depth: list[str] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        name = str(instruction.operator)
        if name in ("BDC", "BMC"):
            tag = str(operands[0])
            assert not depth, f"{tag} inside {depth}"
            depth.append(tag)
            if tag != "/Artifact":
                numbers.append(int(operands[1].MCID))
                assert tag[1:] in _STANDARD, tag
            elif operands[1].get("/Type") == Name.Pagination:
                assert "/Subtype" in operands[1] or len(operands[1].keys()) == 1, "kind of furniture"
        elif name == "EMC":
            depth.pop()
        elif name in _PAINTING:
            assert depth, f"{name} outside of all marks"
    assert not depth, "a mark left open"
    return numbers


def _check_nesting(element: Element, parent: str = "") -> None:
    assert parent in _ONLY_IN.get(element.kind, {parent}), f"{element.kind} inside {parent}"
    for kid in element.kids:
        assert kid.kind in _INSIDE.get(element.kind, {kid.kind}), f"{kid.kind} inside {element.kind}"
        _check_nesting(kid, element.kind)


def _check_headings(top: Element) -> None:
    level = 0
    for element in top.walk():
        heading = re.fullmatch(r"H(\d)", element.kind)
        if heading:
            assert int(heading[1]) <= level + 1, f"{element.kind} after a heading of level {level}"
            level = int(heading[1])
    assert level, "no heading"


def _check_table(table: Element) -> None:
    """Every row is as wide as the others, cells over several rows counted in each; heads say what they head."""
    open_rows: dict[int, int] = {}
    widths = []
    for row in table.kids:
        width = 0
        waiting = list(row.kids)
        while waiting or open_rows.get(width):
            if open_rows.get(width):
                open_rows[width] -= 1
            else:
                cell = waiting.pop(0)
                rows = int(_attributes(cell).get("/RowSpan", 1))
                open_rows[width] = rows - 1
                if cell.kind == "TH":
                    assert _attributes(cell).get("/Scope") in (Name.Column, Name.Row), "a head without its scope"
            width += 1
        widths.append(width)
    assert len(set(widths)) == 1, f"rows of {widths} cells"
    assert not any(open_rows.values()), "a cell that reaches beyond the table"
    assert all(cell.kind == "TH" for cell in table.kids[0].kids), "the first row heads the columns"


def _attributes(element: Element) -> Any:
    return element.item.get("/A", Dictionary())


def _check_outline(document: pikepdf.Pdf) -> None:
    outline = document.Root.Outlines
    pages = {page.obj.objgen for page in document.pages}
    entry: Any = outline.First
    count = 0
    while entry is not None:
        assert str(entry.Title).strip(), "an entry of the outline without a title"
        assert entry.Dest[0].objgen in pages, "an entry that leads nowhere"
        entry, count = entry.get("/Next"), count + 1
    assert count == int(outline.Count), "count of the outline"


def _check_fonts(document: pikepdf.Pdf) -> None:
    """Every code that a font has is a character for whoever reads, searches or copies (ISO 14289-1, 7.21.7)."""
    for item in document.objects:
        if isinstance(item, Dictionary) and item.get("/Type") == Name.Font:
            mapped = dict(re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>", item.ToUnicode.read_bytes()))
            for code in range(int(item.FirstChar) + 1, int(item.LastChar) + 1):
                assert mapped.get(b"%02X" % code, b"0000") not in (b"0000", b"FEFF", b"FFFE"), f"code {code}"
