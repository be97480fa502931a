"""The gate of PDF/A-3b for tests: pikepdf's validator, and the rules about bytes that a parser cannot see."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
from pikepdf import pdfa

_HEADER = re.compile(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}")
_END = re.compile(rb"startxref\n(\d+)\n%%EOF(?:\r\n|\n|\r)?\Z")
_SUBSECTION = re.compile(rb"(\d+) (\d+)(?:\r\n|\n|\r)")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])(?: \n| \r|\r\n)")
_OBJECT = re.compile(rb"(\d+) (\d+) obj(?:\r\n|\n|\r)")
_END_OF_OBJECT = re.compile(rb"(?:\n|\r)endobj(?:\r\n|\n|\r)")
_STREAM = re.compile(rb"stream(?:\r\n|\n)")
_END_OF_STREAM = re.compile(rb"(?:\r\n|\n|\r)endstream(?:\r\n|\n|\r)")


def assert_pdfa(pdf: bytes) -> None:
    """Fail unless an unsealed file passes both halves of the gate."""
    report = pdfa.validate_written(BytesIO(pdf), "3b")
    assert report.passed, report.summary()
    assert_pdfa_bytes(pdf)


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
    """Where each object in use lies, newest first, after checking the tables' form."""
    offsets: dict[tuple[int, int], int] = {}
    gone: set[int] = set()
    at: int | None = start
    while at is not None:
        assert re.match(rb"xref(?:\r\n|\n|\r)", pdf[at : at + 6]), f"table at {at}"
        position = at + 4 + len(re.match(rb"\s+", pdf[at + 4 :])[0])  # type: ignore[index]  # asserted above
        while subsection := _SUBSECTION.match(pdf, position):
            position = subsection.end()
            for index in range(int(subsection[2])):
                entry = _ENTRY.match(pdf, position)
                assert entry, f"table entry at {position}"
                number, generation = int(subsection[1]) + index, int(entry[2])
                if entry[3] == b"f":
                    gone.add(number)
                elif number not in gone:
                    offsets.setdefault((number, generation), int(entry[1]))
                position = entry.end()
        assert pdf[position : position + 7] == b"trailer", f"trailer at {position}"
        trailer = pdf[position : pdf.index(b"startxref", position)]
        before = re.search(rb"/Prev (\d+)", trailer)
        at = int(before[1]) if before else None
    return offsets


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
