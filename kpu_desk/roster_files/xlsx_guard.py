"""What an XLSX file must be before openpyxl may open it: a small, plain package without bombs.

openpyxl's streaming mode forgets merged cells, so rosters are read in the normal mode, which would build every cell
that a file announces. This look beforehand counts what is really there and refuses the rest.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from xml.parsers import expat

from kpu_desk.domain.errors import RosterError
from kpu_desk.roster_files.grid import MOST_ROWS

MOST_BYTES = 30 << 20
"""Bytes of a roster file on disk."""

_MOST_UNPACKED = 96 << 20
_MOST_PARTS = 2_000
_MOST_CELLS = 500_000
_MOST_MERGED_CELLS = 400_000
_CHUNK = 1 << 16
_STRICT = "http://purl.oclc.org/ooxml/"
_SEPARATOR = " "


@dataclass(slots=True)
class _Extent:
    """What a package's worksheets hold, counted while its parts are read.

    Attributes:
        beyond: number of the first row with a filled cell below the last one that is read; empty if none is.
    """

    beyond: str = ""
    strict: bool = False
    _cells: int = 0
    _merged: int = 0
    _row: int = 0
    _path: list[str] = field(default_factory=list)

    def next_part(self) -> None:
        self._path.clear()
        self._row = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(_SEPARATOR)
        if not self._path:
            self.strict = self.strict or (local == "workbook" and namespace.startswith(_STRICT))
        self._path.append(local)
        if self._path[0] != "worksheet":
            return
        if local == "row":
            self._row = _number(attributes.get("r", ""), self._row + 1)
        elif local == "c":
            self._cells += 1
            self._row = _split(attributes.get("r", ""))[1] or self._row
            if self._cells > _MOST_CELLS:
                raise RosterError("TOO_MANY_CELLS", most=_MOST_CELLS)
        elif local in {"v", "is", "f"} and len(self._path) > 1 and self._path[-2] == "c":
            if self._row > MOST_ROWS and not self.beyond:
                self.beyond = str(self._row)
        elif local == "mergeCell":
            self._merged += _area(attributes.get("ref", ""))
            if self._merged > _MOST_MERGED_CELLS:
                raise RosterError("TOO_MANY_CELLS", most=_MOST_MERGED_CELLS)

    def end(self, _name: str) -> None:
        self._path.pop()


def look_into(data: bytes) -> None:
    """Measure a package and refuse what could hang or mislead the reader.

    Raises:
        RosterError: ``NOT_A_SPREADSHEET``, ``ODS_FILE``, ``XLSB_FILE``, ``STRICT_OOXML``, ``ENCRYPTED_FILE``,
            ``TOO_LARGE``, ``TOO_MANY_ROWS``, ``TOO_MANY_CELLS``, ``DAMAGED_FILE``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_parts(package)
            extent = _Extent()
            for info in package.infolist():
                if info.filename.endswith((".xml", ".rels")):
                    _measure(package, info, extent)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise RosterError("DAMAGED_FILE", reason=type(error).__name__) from error
    if extent.strict:
        # openpyxl reads such a file as a workbook without any sheet, and says nothing.
        raise RosterError("STRICT_OOXML")
    if extent.beyond:
        raise RosterError("TOO_MANY_ROWS", most=MOST_ROWS, row=extent.beyond)


def _check_parts(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    names = {info.filename for info in parts}
    if len(parts) > _MOST_PARTS or sum(info.file_size for info in parts) > _MOST_UNPACKED:
        raise RosterError("TOO_LARGE", most=_MOST_UNPACKED >> 20)
    if any(info.flag_bits & 0x1 for info in parts):
        raise RosterError("ENCRYPTED_FILE")
    if "content.xml" in names and "mimetype" in names:
        raise RosterError("ODS_FILE")
    if any(name.endswith("workbook.bin") for name in names):
        raise RosterError("XLSB_FILE")
    if "[Content_Types].xml" not in names or not any(name.endswith("workbook.xml") for name in names):
        raise RosterError("NOT_A_SPREADSHEET")


def _measure(package: zipfile.ZipFile, info: zipfile.ZipInfo, extent: _Extent) -> None:
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.StartElementHandler = extent.begin
    parser.EndElementHandler = extent.end
    parser.StartDoctypeDeclHandler = _refuse_doctype
    extent.next_part()
    with package.open(info) as part:
        try:
            while chunk := part.read(_CHUNK):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise RosterError("DAMAGED_FILE", reason="XML") from error


def _refuse_doctype(*_declaration: object) -> None:
    # No spreadsheet program writes one; entity bombs need one.
    raise RosterError("DAMAGED_FILE", reason="DOCTYPE")


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def _split(reference: str) -> tuple[int, int]:
    match = re.fullmatch(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,8})", reference)
    if not match:
        return 0, 0
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column, int(match[2])


def _area(reference: str) -> int:
    first, _, last = reference.partition(":")
    (left, top), (right, bottom) = _split(first), _split(last or first)
    return max(0, right - left + 1) * max(0, bottom - top + 1)
