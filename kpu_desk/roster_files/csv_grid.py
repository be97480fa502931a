"""CSV files as secretariats save them: encoding and separator found out, records numbered, nothing guessed."""

from __future__ import annotations

import codecs
import csv
import io
from itertools import islice

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import RawCell
from kpu_desk.roster_files.grid import MOST_COLUMNS, MOST_ROWS, Grid, text_cell
from kpu_desk.roster_files.header_words import Words, column_of, find_header

_SEPARATORS = (";", ",", "\t", "|")
_NUL_SHARE = 0.1
_TRIED_RECORDS = 200
_MOST_RECORDS = 1_048_576  # the rows of a worksheet; further down are only blank lines


def decode(data: bytes) -> tuple[str, str]:
    """The text of a CSV file and its encoding: by byte order mark, else UTF-8, else Windows-1252.

    Raises:
        RosterError: ``UNKNOWN_ENCODING``, ``NOT_A_SPREADSHEET`` for bytes that are no text.
    """
    if data.startswith(codecs.BOM_UTF8):
        return _strictly(data, "utf-8-sig"), "utf-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(data, "utf-16"), "utf-16"
    if data.count(0) > len(data) * _NUL_SHARE:
        raise RosterError("NOT_A_SPREADSHEET")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _strictly(data, "cp1252"), "cp1252"


def read_csv(text: str, words: Words = column_of) -> Grid:
    """The records of the text, split by the separator under which a header is found.

    A first line ``sep=;`` is an order to Excel, which shows no row for it, so it is no record. Blank lines are
    records, as a spreadsheet shows them.

    Raises:
        RosterError: ``DAMAGED_CSV``, ``TOO_MANY_ROWS``.
    """
    first, _, rest = text.partition("\n")
    separators: tuple[str, ...] = _SEPARATORS
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:
        separators, text = (first.strip()[-1],), rest
    if len(separators) == 1:
        return _grid(text, separators[0])
    return _grid(text, max(separators, key=lambda separator: _recognised(text, separator, words)))


def _recognised(text: str, separator: str, words: Words) -> tuple[int, int]:
    """How many columns of a roster the separator uncovers; where none is, how even it makes the records."""
    try:
        grid = _grid(text, separator, _TRIED_RECORDS)
    except RosterError:
        return 0, 0
    header = find_header(grid, words)
    lengths = [length for length in grid.lengths.values() if length > 1]
    return len(header.places) if header else 0, max(map(lengths.count, set(lengths)), default=0)


def _grid(text: str, separator: str, most: int | None = None) -> Grid:
    cells: dict[int, dict[int, RawCell]] = {}
    lengths: dict[int, int] = {}
    cut = False
    try:
        records = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        for number, fields in enumerate(islice(records, most), start=1):
            filled = {
                column: text_cell(value, number, column)
                for column, value in enumerate(fields[:MOST_COLUMNS], start=1)
                if value.strip()
            }
            if filled:
                cells[number] = filled
                lengths[number] = len(fields)
            cut = cut or (len(fields) > MOST_COLUMNS and any(value.strip() for value in fields[MOST_COLUMNS:]))
            if len(cells) > MOST_ROWS or number > _MOST_RECORDS:
                raise RosterError("TOO_MANY_ROWS", most=MOST_ROWS)
    except csv.Error as error:
        raise RosterError("DAMAGED_CSV", reason=str(error)) from error
    return Grid(None, cells, lengths=lengths, columns_cut=cut)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise RosterError("UNKNOWN_ENCODING", encoding=encoding, position=error.start) from error
