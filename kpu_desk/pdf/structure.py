"""Writes the structure of a document into it: elements, their order, and where on the pages their content lies.

No independent validator has seen these tags; they follow ISO 32000-1, 14.7 and 14.8, ISO 14289-1 (PDF/UA-1), and the
rules of our own list in the tests.
"""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from kpu_desk.pdf.tags import Structure, Tag


def add_structure(document: pikepdf.Pdf, structure: Structure) -> None:
    """Adds the elements to the document, behind or inside those that it has.

    A tag that says ``into`` goes into the element of that anchor, or to the end where the document has none.
    Anchors in which nothing has been put stay until :func:`drop_empty`.
    """
    _Writer(document, structure).write()


def marks_per_page(document: pikepdf.Pdf) -> list[int]:
    """How many pieces of marked content each page has; none for a document without a structure."""
    if Name.StructTreeRoot not in document.Root:
        return [0 for _ in document.pages]
    return [len(marks) for marks in document.Root.StructTreeRoot.ParentTree.Nums[1::2]]


def drop_empty(document: pikepdf.Pdf) -> None:
    """Takes out the places into which nothing has been put; they said only where something might come."""
    root = document.Root.StructTreeRoot
    kept: list[pikepdf.Object] = []
    names = list(root.IDTree.Names) if Name.IDTree in root else []
    for name, element in zip(names[::2], names[1::2], strict=True):
        if Name.Div == element.S and Name.K not in element:
            siblings = element.P.K
            element.P.K = Array([kid for kid in siblings if not _same(kid, element)])
        else:
            kept += [name, element]
    if names:
        root.IDTree.Names = Array(kept)


def _same(one: object, other: pikepdf.Object) -> bool:
    return isinstance(one, pikepdf.Object) and one.objgen == other.objgen


class _Writer:
    """The work of one call; elements are made from the document down, so that each knows its parent."""

    def __init__(self, document: pikepdf.Pdf, structure: Structure) -> None:
        self.document, self.structure = document, structure
        self.pages = [page.obj for page in document.pages]
        self.root = self._root()
        names = list(self.root.IDTree.Names) if Name.IDTree in self.root else []
        self.anchors = {bytes(name): element for name, element in zip(names[::2], names[1::2], strict=True)}
        self.elements: dict[Tag, pikepdf.Object] = {}
        self.attributes: dict[str, pikepdf.Object] = {}
        self.bookmarks: list[Tag] = []

    def write(self) -> None:
        body = self.root.K
        tags = [tag for tag in self.structure.kids[None] if isinstance(tag, Tag)]
        _append(body, [self._element(tag, body) for tag in tags if not tag.into])
        # Only now are all anchors there, those of these pages too.
        for tag in tags:
            if tag.into:
                parent = self.anchors.get(tag.into.encode(), body)
                _append(parent, [self._element(tag, parent)])
        self._write_parent_tree()
        if self.anchors:
            # A name tree is sorted by key (ISO 32000-1, 7.9.6).
            pairs = [item for name in sorted(self.anchors) for item in (String(name), self.anchors[name])]
            self.root.IDTree = Dictionary(Names=Array(pairs))
        self._write_outline()

    def _root(self) -> pikepdf.Object:
        catalogue = self.document.Root
        if Name.StructTreeRoot not in catalogue:
            root = self.document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
            root.K = self.document.make_indirect(Dictionary(S=Name.Document, P=root, K=Array()))
            root.ParentTree = Dictionary(Nums=Array())
            catalogue.StructTreeRoot = root
            catalogue.MarkInfo = Dictionary(Marked=True)
        return catalogue.StructTreeRoot

    def _element(self, tag: Tag, parent: pikepdf.Object) -> pikepdf.Object:
        element = self.document.make_indirect(Dictionary(S=Name(f"/{tag.kind}"), P=parent))
        self.elements[tag] = element
        kids = self.structure.kids[tag]
        home = next((kid[0] for kid in kids if not isinstance(kid, Tag)), None)
        if home is not None:
            element.Pg = self.pages[home]
        parts: list[pikepdf.Object | int] = []
        for kid in kids:
            if isinstance(kid, Tag):
                parts.append(self._element(kid, element))
            elif kid[0] == home:
                parts.append(kid[1])
            else:
                parts.append(Dictionary(Type=Name.MCR, Pg=self.pages[kid[0]], MCID=kid[1]))
        if parts:
            element.K = Array(parts) if len(parts) > 1 or tag.kind not in _LEAVES else parts[0]
        self._describe(tag, element)
        return element

    def _describe(self, tag: Tag, element: pikepdf.Object) -> None:
        if tag.alt:
            element.Alt = String(tag.alt)
        if tag.anchor:
            element.ID = String(tag.anchor.encode())
            self.anchors[tag.anchor.encode()] = element
        if tag in self.structure.boxes:
            # Illustrations say what they cover (ISO 32000-1, 14.8.5.4.3).
            box = Array([round(value, 1) for value in self.structure.boxes[tag]])
            element.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
        elif tag.attributes:
            if tag.attributes not in self.attributes:
                parsed = pikepdf.Object.parse(f"<< {tag.attributes} >>".encode())
                self.attributes[tag.attributes] = self.document.make_indirect(parsed)
            element.A = self.attributes[tag.attributes]
        if tag.bookmark:
            self.bookmarks.append(tag)

    def _write_parent_tree(self) -> None:
        numbers: list[Any] = list(self.root.ParentTree.Nums)
        for index, tags in enumerate(self.structure.pages):
            page = self.pages[index]
            page.Tabs = Name.S
            elements = [self.elements[tag] for tag in tags]
            if 2 * index < len(numbers):
                numbers[2 * index + 1].extend(elements)
            else:
                page.StructParents = index
                numbers.extend((index, self.document.make_indirect(Array(elements))))
        self.root.ParentTree.Nums = Array(numbers)
        self.root.ParentTreeNextKey = len(numbers) // 2

    def _write_outline(self) -> None:
        catalogue = self.document.Root
        if not self.bookmarks:
            return
        if Name.Outlines not in catalogue or Name.Last not in catalogue.Outlines:
            catalogue.Outlines = self.document.make_indirect(Dictionary(Type=Name.Outlines, Count=0))
        outline = catalogue.Outlines
        for tag in self.bookmarks:
            page = self.pages[next(kid[0] for kid in self.structure.kids[tag] if not isinstance(kid, Tag))]
            entry = self.document.make_indirect(
                Dictionary(Title=String(tag.bookmark), Parent=outline, Dest=Array([page, Name.Fit]))
            )
            if Name.Last in outline:
                entry.Prev = outline.Last
                outline.Last.Next = entry
            else:
                outline.First = entry
            outline.Last = entry
            outline.Count = int(outline.Count) + 1


_LEAVES = ("P", "H1", "H2", "TH", "TD", "Lbl", "LBody", "Figure", "Span")


def _append(parent: pikepdf.Object, kids: list[pikepdf.Object]) -> None:
    if not kids:
        return
    old = parent.get(Name.K)
    if old is None:
        parent.K = Array(kids) if len(kids) > 1 else kids[0]
    elif isinstance(old, Array):
        old.extend(kids)
    else:
        parent.K = Array([old, *kids])
