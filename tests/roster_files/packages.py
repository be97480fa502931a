"""XLSX packages by hand: parts changed, strict, damaged, and bombs."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook

STRINGS = "xl/sharedStrings.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEADER = ("No", "Nama", "NIP", "Pangkat/Gol", "Jabatan", "Unit Kerja")
ONE = (1, "Arvendra Adiwarna, S.H.", "198609262015051001", "Penata (III/c)", "Analis Hukum", "Bagian Hukum")

_STRINGS_RELATION = (
    b'<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" '
    b'Target="sharedStrings.xml" Id="rId99"/>'
)
_STRINGS_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
_STRICT = (
    (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
    (b"<workbook ", b'<workbook conformance="strict" '),
)


def rewrite(path: Path, change: Callable[[str, bytes], bytes], extra: Mapping[str, bytes] | None = None) -> Path:
    """The package with every part sent through ``change(name, data)``, and further parts."""
    with zipfile.ZipFile(path) as package:
        parts = {name: change(name, package.read(name)) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in (parts | dict(extra or {})).items():
            package.writestr(name, data)
    return path


def strict(path: Path) -> Path:
    """The package in the namespaces of "Strict Open XML" (ECMA-376 part 1, annex A)."""

    def change(_name: str, data: bytes) -> bytes:
        for transitional, own in _STRICT:
            data = data.replace(transitional, own)
        return data

    return rewrite(path, change)


def shared(path: Path, *, rich: bool = True) -> Path:
    """The package with its texts in one table of strings, as Excel keeps them; ``rich`` puts each in two runs."""
    strings: list[bytes] = []

    def change(name: str, data: bytes) -> bytes:
        if name == SHEET:
            return re.sub(rb't="inlineStr"([^>]*)><is><t[^>]*>([^<]*)</t></is>', take, data)
        if name == "[Content_Types].xml":
            return data.replace(b"</Types>", _STRINGS_TYPE + b"</Types>")
        if name == RELATIONS:
            return data.replace(b"</Relationships>", _STRINGS_RELATION + b"</Relationships>")
        return data

    def take(match: re.Match[bytes]) -> bytes:
        strings.append(match[2])
        return b't="s"%s><v>%d</v>' % (match[1], len(strings) - 1)

    rewrite(path, change)
    items = b"".join(b"<si>%s</si>" % (runs(text) if rich else b"<t>%s</t>" % text) for text in strings)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(STRINGS, f'<sst xmlns="{MAIN}">'.encode() + items + b"</sst>")
    return path


def runs(text: bytes) -> bytes:
    """A string in two runs of different style, with a reading aid that is no part of it."""
    cut = text.find(b" ") + 1
    first, second = text[:cut], text[cut:]
    rich = b'<r><t xml:space="preserve">%s</t></r><r><rPr><b/></rPr><t>%s</t></r>' % (first, second)
    return rich + b'<rPh sb="0" eb="1"><t>XX</t></rPh>'


def plain(path: Path, rows: Sequence[Sequence[str | int | None]] = (HEADER, ONE)) -> Path:
    """A workbook of these rows."""
    workbook = Workbook()
    for row in rows:
        workbook.worksheets[0].append(tuple(row))
    workbook.save(path)
    return path


def with_sheet(path: Path, body: bytes, before: bytes = b"") -> Path:
    """A workbook whose sheet is this XML; ``before`` stands before its root (a document type)."""
    start = b'<?xml version="1.0"?>' + before + f'<worksheet xmlns="{MAIN}">'.encode()
    return rewrite(plain(path), lambda name, data: start + body + b"</worksheet>" if name == SHEET else data)


def row_xml(number: int, texts: Sequence[str]) -> bytes:
    """A row of inline strings."""
    cells = "".join(f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>' for text in texts)
    return f'<row r="{number}">{cells}</row>'.encode()


def table_xml(count: int = 1, more: bytes = b"") -> bytes:
    """A whole roster of inline strings, with anything after its rows."""
    texts = [str(value) for value in ONE]
    rows = b"".join(row_xml(number, texts) for number in range(2, count + 2))
    return b"<sheetData>" + row_xml(1, HEADER) + rows + more + b"</sheetData>"
