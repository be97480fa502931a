"""The package of an XLSX file: which parts it has, and each needed part read by a parser that cannot be bombed.

Only the parts of a table are ever unpacked (ECMA-376 part 1, 18: workbook, worksheets, shared strings, styles);
pictures, macros and whatever else a stranger packs stay closed. Both namespaces are read, that of everyday files
(transitional) and that of "Strict Open XML".
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from xml.parsers import expat

from kpu_desk.domain.errors import RosterError

MOST_BYTES = 30 << 20
"""Bytes of a roster file on disk."""

MOST_UNPACKED = 96 << 20
"""Bytes of all parts together, as announced and as really unpacked."""

MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The namespaces of SpreadsheetML: transitional and strict (ECMA-376 part 1, annex A)."""

RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)

_MOST_PARTS = 2_000
_MOST_RELATIONS = 5_000
_CHUNK = 1 << 20

Begin = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def both(local: str) -> tuple[str, ...]:
    """The element's name as the parser gives it, in both namespaces."""
    return tuple(f"{namespace} {local}" for namespace in MAIN)


def attribute(attributes: dict[str, str], local: str) -> str:
    """An attribute of the relationships' namespace (``r:id``), or an empty text."""
    return next((attributes[f"{space} {local}"] for space in RELATIONSHIPS if f"{space} {local}" in attributes), "")


class Package:
    """An open package; made by :func:`open_package`."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = MOST_UNPACKED
        # Part names are compared without regard to case (ECMA-376 part 2, 6.2.2.3).
        self._parts = {info.filename.lstrip("/").casefold(): info for info in archive.infolist()}

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part.casefold() in self._parts

    def parse(self, part: str, begin: Begin, end: End | None = None, text: Text | None = None) -> None:
        """Reads a part's XML; names come as ``namespace local``, texts in as large pieces as possible.

        Raises:
            RosterError: DAMAGED_FILE, also for any document type declaration; TOO_LARGE.
        """
        info = self._parts.get(part.casefold())
        if info is None:
            raise RosterError("DAMAGED_FILE", reason="PART")
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = begin
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = _refuse_doctype
        try:
            with self._archive.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise RosterError("TOO_LARGE", most=MOST_UNPACKED >> 20)
                    parser.Parse(chunk, False)
                parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise RosterError("DAMAGED_FILE", reason="XML") from error

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Of a part ("" for the package itself): id → last word of the type, name of the part it points to."""
        folder, name = posixpath.split(part)
        own = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, tuple[str, str]] = {}

        def begin(element: str, attributes: dict[str, str]) -> None:
            if element.endswith(" Relationship") and attributes.get("TargetMode") != "External":
                if len(found) > _MOST_RELATIONS:
                    raise RosterError("DAMAGED_FILE", reason="RELATIONS")
                target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
                kind = attributes.get("Type", "").rpartition("/")[2]
                found[attributes.get("Id", "")] = (kind, target.lstrip("/"))

        if self.has(own):
            self.parse(own, begin)
        return found

    def workbook(self) -> str:
        """Name of the part that is the workbook.

        Raises:
            RosterError: NOT_A_SPREADSHEET.
        """
        pointed = (target for kind, target in self.relations("").values() if kind == "officeDocument")
        named = (info.filename.lstrip("/") for name, info in self._parts.items() if name.endswith("workbook.xml"))
        part = next((name for name in (*pointed, *named) if self.has(name)), "")
        if not part.casefold().endswith("workbook.xml"):
            raise RosterError("NOT_A_SPREADSHEET")
        return part


@contextmanager
def open_package(data: bytes) -> Iterator[Package]:
    """The package in these bytes, looked over before anything in it is unpacked.

    Raises:
        RosterError: NOT_A_SPREADSHEET, ZIP_FILE, ODS_FILE, XLSB_FILE, ENCRYPTED_FILE, TOO_LARGE, DAMAGED_FILE.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_parts(archive)
            yield Package(archive)
    except _BROKEN as error:
        raise RosterError("DAMAGED_FILE", reason=type(error).__name__) from error


# What zipfile and the decompressors raise for packages that are cut, forged or packed in an unknown way.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    OverflowError,
    LookupError,
    RuntimeError,
)


def _check_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {info.filename.lstrip("/").casefold() for info in parts}
    if len(parts) > _MOST_PARTS or sum(info.file_size for info in parts) > MOST_UNPACKED:
        raise RosterError("TOO_LARGE", most=MOST_UNPACKED >> 20)
    if any(info.flag_bits & 0x1 for info in parts):
        raise RosterError("ENCRYPTED_FILE")
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in parts):
        # Other methods are no part of the standard (ECMA-376 part 2, annex B), and cannot be unpacked in small pieces.
        raise RosterError("DAMAGED_FILE", reason="METHOD")
    if "content.xml" in names and "mimetype" in names:
        raise RosterError("ODS_FILE")
    if any(name.endswith("workbook.bin") for name in names):
        raise RosterError("XLSB_FILE")
    if "[content_types].xml" not in names:
        raise RosterError("ZIP_FILE")
    if not any(name.endswith("workbook.xml") for name in names):
        raise RosterError("NOT_A_SPREADSHEET")


def _refuse_doctype(*_declaration: object) -> None:
    # No spreadsheet program writes one; entity bombs need one.
    raise RosterError("DAMAGED_FILE", reason="DOCTYPE")
