"""CSV files as secretariats save them: encoding and separator found out, records numbered, nothing guessed."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import RawCell
from kpu_desk.roster_files.grid import MOST_COLUMNS, MOST_ROWS, Grid, text_cell
from kpu_desk.roster_files.header_words import SEARCHED_ROWS, Words, column_of, find_header, header_at
from kpu_desk.roster_files.plain_records import PlainRecords, plain_records

_SEPARATORS = (";", ",", "\t", "|")
_NUL_SHARE = 0.1
_TRIED_RECORDS = 200
_TRIED_TEXT = 200_000  # characters
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
    best, found = separators[0], (-1, 0)
    for separator in separators:
        recognised = _recognised(text, separator, words, found[0])
        if recognised > found:
            best, found = separator, recognised
    return _grid(text, best)


def _recognised(text: str, separator: str, words: Words, known: int) -> tuple[int, int]:
    """How many columns of a roster the separator uncovers; where none is, how even it makes the records.

    Args:
        known: columns that another separator uncovered; a record with fewer fields is no header that wins.
    """
    tried = text[:_TRIED_TEXT]
    if separator not in tried:
        return 0, 0
    try:
        grid = _grid(tried, separator, _TRIED_RECORDS)
    except RosterError:
        return 0, 0
    lengths = [length for number in grid.cells if (length := grid.fields(number)) > 1]
    # A header stands in one or two records, and one of them has a field for each of its columns.
    wide = [row for row in range(1, SEARCHED_ROWS + 1) if max(grid.fields(row), grid.fields(row + 1)) >= known]
    if not lengths or (known and not any(header_at(grid, row, words) for row in wide)):
        return 0, 0
    header = find_header(grid, words)
    return len(header.places) if header else 0, max(map(lengths.count, set(lengths)))


class _Cells(Mapping[int, Mapping[int, RawCell]]):
    """The filled cells of the records, made when somebody looks at a row: of most rows nobody has to."""

    def __init__(self, records: Sequence[Sequence[str]]) -> None:
        self._records = records
        self._made: dict[int, Mapping[int, RawCell]] = {}

    def __iter__(self) -> Iterator[int]:
        return iter(self._filled)

    def __len__(self) -> int:
        return len(self._filled)

    def __getitem__(self, number: int) -> Mapping[int, RawCell]:
        made = self._made.get(number)
        if made is None:
            made = self._made[number] = (
                {
                    column: text_cell(value, number, column)
                    for column, value in enumerate(self._records[number - 1][:MOST_COLUMNS], start=1)
                    if value.strip()
                }
                if 0 < number <= len(self._records)
                else {}
            )
        if not made:
            raise KeyError(number)
        return made

    @cached_property
    def _filled(self) -> list[int]:
        """Numbers of the records with more than white space; the first field decides nearly always."""
        records = self._records
        firsts = records.firsts() if isinstance(records, PlainRecords) else (next(iter(one), "") for one in records)
        return [
            number
            for number, first in enumerate(firsts, start=1)
            if first.strip() or any(map(str.strip, records[number - 1][:MOST_COLUMNS]))
        ]


def _grid(text: str, separator: str, most: int | None = None) -> Grid:
    """The records, or ``most`` of them for a trial."""
    records: Sequence[Sequence[str]] | None = plain_records(text, separator) if most is None else None
    if records is None:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            records = list(islice(reader, most or _MOST_RECORDS + 1))
        except csv.Error as error:
            raise RosterError("DAMAGED_CSV", reason=str(error)) from error
    cells = _Cells(records)
    if len(records) > MOST_ROWS and (len(records) > _MOST_RECORDS or len(cells) > MOST_ROWS):
        raise RosterError("TOO_MANY_ROWS", most=MOST_ROWS)
    return Grid(None, cells, records=records)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise RosterError("UNKNOWN_ENCODING", encoding=encoding, position=error.start) from error
