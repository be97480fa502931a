"""CSV files as secretariats save them: encoding and separator found out, records numbered, nothing guessed."""

from __future__ import annotations

import codecs
import csv
import io

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import RawCell
from kpu_desk.roster_files.grid import MOST_COLUMNS, MOST_ROWS, Grid, text_cell
from kpu_desk.roster_files.header_words import find_header

_SEPARATORS = (";", ",", "\t", "|")
_NUL_SHARE = 0.1


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


def read_csv(text: str) -> Grid:
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
    grids = [_grid(text, separator) for separator in separators]
    return max(grids, key=_recognised)


def _recognised(grid: Grid) -> int:
    header = find_header(grid)
    return len(header.places) if header else 0


def _grid(text: str, separator: str) -> Grid:
    cells: dict[int, dict[int, RawCell]] = {}
    lengths: dict[int, int] = {}
    cut = False
    try:
        for number, fields in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=1):
            filled = {
                column: text_cell(value, number, column)
                for column, value in enumerate(fields[:MOST_COLUMNS], start=1)
                if value.strip()
            }
            if filled:
                cells[number] = filled
                lengths[number] = len(fields)
            cut = cut or any(value.strip() for value in fields[MOST_COLUMNS:])
            if len(cells) > MOST_ROWS:
                raise RosterError("TOO_MANY_ROWS", most=MOST_ROWS)
    except csv.Error as error:
        raise RosterError("DAMAGED_CSV", reason=str(error)) from error
    return Grid(None, cells, lengths=lengths, columns_cut=cut)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise RosterError("UNKNOWN_ENCODING", encoding=encoding, position=error.start) from error
