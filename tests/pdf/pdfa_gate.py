"""The gate of PDF/A-3b for tests: pikepdf's validator, and the rules about bytes that a parser cannot see."""

from __future__ import annotations

import re
import zlib
from io import BytesIO

import pikepdf
from pikepdf import pdfa

from kpu_desk.pdf.xmp import PDFUA, SPACES_OF_PDFUA

_HEADER = re.compile(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}")
_END = re.compile(rb"startxref\n(\d+)\n%%EOF(?:\r\n|\n|\r)?\Z")
_SUBSECTION = re.compile(rb"(\d+) (\d+)(?:\r\n|\n|\r)")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])(?: \n| \r|\r\n)")
_OBJECT = re.compile(rb"(\d+) (\d+) obj(?:\r\n|\n|\r)")
_END_OF_OBJECT = re.compile(rb"(?:\n|\r)endobj(?:\r\n|\n|\r)")
_STREAM = re.compile(rb"stream(?:\r\n|\n)")
_END_OF_STREAM = re.compile(rb"(?:\r\n|\n|\r)endstream(?:\r\n|\n|\r)")

_JPX = "/JPXDecode"
_NOT_JUDGED = "JPEG 2000 images are not supported"


def assert_pdfa(pdf: bytes) -> None:
    """Fail unless an unsealed file passes both halves of the gate.

    The validator knows level B only and no description of PDF/UA's property, which PDF/A allows: of a file of level A,
    which asks for all of B and for tags, it sees the letter B and blanks. Both are the matter of ``tag_rules``.
    """
    as_b = pdf.replace(b"<pdfaid:conformance>A<", b"<pdfaid:conformance>B<")
    for part in (PDFUA.encode(), SPACES_OF_PDFUA.encode()):
        as_b = as_b.replace(part, b" " * len(part), 1)
    report = pdfa.validate_written(BytesIO(as_b), "3b")
    assert [found for found in report.findings if found.message != _NOT_JUDGED] == [], report.summary()
    with pikepdf.open(BytesIO(pdf)) as document:
        photos = [item for item in document.objects if isinstance(item, pikepdf.Stream) and _JPX in str(item)]
        assert len(photos) == len(report.findings)
        for photo in photos:
            _check_jpeg_2000(photo.read_raw_bytes())
    assert_pdfa_bytes(pdf)


def _check_jpeg_2000(data: bytes) -> None:
    """ISO 19005-3, 6.2.8.3, which the validator leaves open, in the narrow form that we write: three channels of
    eight bits, one description of colour, and that sRGB."""
    assert data.startswith(b"\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14ftypjp2 "), "boxes of a JP2"
    assert data.count(b"jp2c") == 1
    header = data[: data.index(b"jp2c")]
    at = header.index(b"ihdr") + 4
    assert header[at + 8 : at + 14] == b"\0\x03\x07\x07\0\0", "channels, bits, coding, known colour, no rights"
    assert header.count(b"colr") == 1, "one description of colour"
    at = header.index(b"colr") + 4
    assert header[at : at + 7] == b"\x01\0\0\0\0\0\x10", "sRGB, by its number"
    assert all(box not in header for box in (b"pclr", b"cdef", b"bpcc")), "no palette, no opacity"


def assert_pdfa_bytes(pdf: bytes) -> None:
    """Fail unless the bytes keep to ISO 19005-3, 6.1.2 to 6.1.9; also for sealed files.

    Header and binary comment, end of file, form of the tables, every object's own line, every stream's length and
    line ends.
    """
    assert _HEADER.match(pdf), "header or binary comment"
    end = _END.search(pdf)
    assert end, "startxref and end of file"
    offsets = _objects(pdf, int(end[1]))
    with pikepdf.open(BytesIO(pdf), attempt_recovery=False) as document:
        assert "/ID" in document.trailer, "file identifier"
        assert not document.is_encrypted, "encryption"
        for (number, generation), offset in offsets.items():
            _check_object(pdf, offset, number, document.get_object(number, generation))


def _objects(pdf: bytes, start: int) -> dict[tuple[int, int], int]:
    """Where each object in use lies, newest first, after checking the form of tables and of streams in their place.

    Objects inside object streams have no place of their own and are left out.
    """
    offsets: dict[tuple[int, int], int] = {}
    gone: set[int] = set()
    at: int | None = start
    while at is not None:
        section, at = _table(pdf, at) if pdf[at : at + 4] == b"xref" else _stream_table(pdf, at)
        for (number, generation), offset in section.items():
            if offset is None:
                gone.add(number)
            elif number not in gone:
                offsets.setdefault((number, generation), offset)
                gone.add(number)
    return offsets


_Section = tuple[dict[tuple[int, int], int | None], int | None]
"""Offsets by object, None for one that is free or inside an object stream; and where the section before lies."""


def _table(pdf: bytes, at: int) -> _Section:
    entries: dict[tuple[int, int], int | None] = {}
    assert re.match(rb"xref(?:\r\n|\n|\r)", pdf[at : at + 6]), f"table at {at}"
    position = at + 4 + len(re.match(rb"\s+", pdf[at + 4 :])[0])  # type: ignore[index]  # asserted above
    while subsection := _SUBSECTION.match(pdf, position):
        position = subsection.end()
        for index in range(int(subsection[2])):
            entry = _ENTRY.match(pdf, position)
            assert entry, f"table entry at {position}"
            key = int(subsection[1]) + index, int(entry[2])
            entries[key] = int(entry[1]) if entry[3] == b"n" else None
            position = entry.end()
    assert pdf[position : position + 7] == b"trailer", f"trailer at {position}"
    trailer = pdf[position : pdf.index(b"startxref", position)]
    before = re.search(rb"/Prev (\d+)", trailer)
    return entries, int(before[1]) if before else None


def _stream_table(pdf: bytes, at: int) -> _Section:
    """A cross-reference stream (ISO 32000-1, 7.5.8), read without a parser's help."""
    head = _OBJECT.match(pdf, at)
    assert head, f"table at {at}"
    keyword = _STREAM.search(pdf, at)
    assert keyword, f"table at {at}"
    declared = pdf[head.end() : keyword.start()]

    def numbers(key: bytes) -> list[int]:
        found = re.search(rb"/" + key + rb"\s*\[?\s*([\d ]+)", declared)
        return [int(number) for number in found[1].split()] if found else []

    assert re.search(rb"/Type\s*/XRef", declared), f"table at {at}"
    data = pdf[keyword.end() : keyword.end() + numbers(b"Length")[0]]
    if b"/Filter" in declared:
        data = zlib.decompress(data)
    widths = numbers(b"W")
    if numbers(b"Predictor") not in ([], [1]):
        data = _unpredicted(data, sum(widths))
    index = numbers(b"Index") or [0, numbers(b"Size")[0]]
    entries: dict[tuple[int, int], int | None] = {}
    position = 0
    for first, count in zip(index[::2], index[1::2], strict=True):
        for number in range(first, first + count):
            fields = []
            for width in widths:
                fields.append(int.from_bytes(data[position : position + width], "big"))
                position += width
            kind = fields[0] if widths[0] else 1
            assert kind in (0, 1, 2), f"table entry of object {number}"
            entries[number, fields[2] if kind == 1 else 0] = fields[1] if kind == 1 else None
    assert position == len(data), f"length of table at {at}"
    before = numbers(b"Prev")
    return entries, before[0] if before else None


def _unpredicted(data: bytes, width: int) -> bytes:
    """Undo PNG's filter "up", the only one that is used for these streams."""
    line, lines = bytes(width), []
    for start in range(0, len(data), width + 1):
        assert data[start] == 2, "filter of a table"
        line = bytes((a + b) % 256 for a, b in zip(line, data[start + 1 : start + 1 + width], strict=True))
        lines.append(line)
    return b"".join(lines)


def _check_object(pdf: bytes, offset: int, number: int, item: object) -> None:
    head = _OBJECT.match(pdf, offset)
    assert head, f"object {number} at {offset}"
    assert int(head[1]) == number, f"object {number} at {offset}"
    assert pdf[offset - 1 : offset] in (b"\n", b"\r"), f"object {number} begins no line"
    position = head.end()
    if isinstance(item, pikepdf.Stream):
        raw = item.read_raw_bytes()
        declared = int(item.stream_dict["/Length"])
        assert declared == len(raw), f"length of stream {number}"
        keyword = _STREAM.search(pdf, position)
        assert keyword, f"stream {number}"
        assert pdf[keyword.end() : keyword.end() + declared] == raw, f"data of stream {number}"
        position = keyword.end() + declared
        assert _END_OF_STREAM.match(pdf, position), f"end of stream {number}"
    assert _END_OF_OBJECT.search(pdf, position), f"end of object {number}"
