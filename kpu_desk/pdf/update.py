"""An update appended to a PDF: changed and new objects, and a table that leads to them (ISO 32000-1, 7.5.6)."""

from __future__ import annotations

import hashlib
import re
from itertools import groupby

import pikepdf
from pikepdf import Array, Dictionary, Name

_TABLE_AT = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_LAST_BYTES = 64
_PLACE_BYTES = 4
"""Room for a place in a file of up to 4 GiB."""


class Update:
    """What is added to the bytes of a PDF, which stay as they are."""

    def __init__(self, pdf: bytes, document: pikepdf.Pdf) -> None:
        """Begins an update.

        Args:
            pdf: the file as it is.
            document: the same file, opened; its objects may be changed and more be made before they are put.
        """
        found = _TABLE_AT.search(pdf[-_LAST_BYTES:])
        if found is None:
            raise ValueError("no place of a table at the end of the file")
        self._before, self._trailer, self._old_table = pdf, document.trailer, int(found[1])
        self._size = int(document.trailer.Size)
        self._parts = [b"" if pdf.endswith(b"\n") else b"\n"]
        self._end = len(pdf) + len(self._parts[0])
        self._places: dict[tuple[int, int], int] = {}

    def put(self, item: pikepdf.Object, body: bytes | None = None) -> int:
        """Adds an indirect object, with a body of its own where one is given; returns where that begins in the file."""
        number, generation = item.objgen
        head = b"%d %d obj\n" % (number, generation)
        self._places[item.objgen] = self._end
        begins = self._end + len(head)
        self._append(head + (item.unparse(resolved=True) if body is None else body) + b"\nendobj\n")
        return begins

    def whole(self) -> bytes:
        """The file with the update, whose table is of the kind that the file has already.

        The second half of /ID changes with every update (ISO 32000-1, 14.4), and is the same for the same input.
        """
        changed = hashlib.sha256(b"sealed" + hashlib.sha256(self._before).digest()).digest()[:16]
        self._size = max(self._size, *(number + 1 for number, _ in self._places))
        trailer = Dictionary(Root=self._trailer.Root, Prev=self._old_table)
        if Name.Info in self._trailer:
            trailer.Info = self._trailer.Info
        trailer.ID = Array([self._trailer.ID[0], pikepdf.String(changed)])
        table_at = self._end
        write = self._write_table if self._before.startswith(b"xref", self._old_table) else self._write_stream
        write(trailer)
        self._append(b"startxref\n%d\n%%%%EOF\n" % table_at)
        return b"".join((self._before, *self._parts))

    def _append(self, part: bytes) -> None:
        self._parts.append(part)
        self._end += len(part)

    def _write_stream(self, trailer: Dictionary) -> None:
        own = (self._size, 0)
        self._places[own] = self._end
        rows = b""
        for (_, generation), place in sorted(self._places.items()):
            rows += b"\1" + place.to_bytes(_PLACE_BYTES, "big") + bytes([generation])
        trailer.Type = Name.XRef
        trailer.Size = self._size + 1
        trailer.W = Array([1, _PLACE_BYTES, 1])
        trailer.Index = Array([value for first, count in self._sections() for value in (first, count)])
        trailer.Length = len(rows)
        self._append(b"%d 0 obj\n" % own[0] + trailer.unparse() + b"\nstream\n" + rows + b"\nendstream\nendobj\n")

    def _write_table(self, trailer: Dictionary) -> None:
        table = b"xref\n"
        for first, count in self._sections():
            table += b"%d %d\n" % (first, count)
            for (number, generation), place in sorted(self._places.items()):
                if first <= number < first + count:
                    table += b"%010d %05d n \n" % (place, generation)
        trailer.Size = self._size
        self._append(table + b"trailer\n" + trailer.unparse() + b"\n")

    def _sections(self) -> list[tuple[int, int]]:
        """Runs of neighbouring objects: the first number and how many they are."""
        numbers = sorted(number for number, _ in self._places)
        runs = [[number for _, number in run] for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
        return [(run[0], len(run)) for run in runs]
