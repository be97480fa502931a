"""CSV files as secretariats save them: encoding and separator found out, records numbered, nothing guessed."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import RawCell
from kpu_desk.roster_files.even_records import EvenRecords, even_records
from kpu_desk.roster_files.grid import MOST_COLUMNS, MOST_ROWS, Grid, text_cell
from kpu_desk.roster_files.header_words import Words, column_of, find_header

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
        known: columns that another separator uncovered; with fewer fields than that nothing is looked for.
    """
    tried = text[:_TRIED_TEXT]
    if separator not in tried:
        return 0, 0
    try:
        grid = _grid(tried, separator, _TRIED_RECORDS)
    except RosterError:
        return 0, 0
    lengths = [length for number in grid.cells if (length := grid.fields(number)) > 1]
    if not lengths or max(lengths) < known:
        return 0, 0
    header = find_header(grid, words)
    return len(header.places) if header else 0, max(map(lengths.count, set(lengths)))


class _Cells(Mapping[int, Mapping[int, RawCell]]):
    """The filled cells of the records, made when somebody looks at a row: of most rows nobody has to."""

    def __init__(self, records: Sequence[Sequence[str]]) -> None:
        self._records = records
        self._filled = dict.fromkeys(_filled(records))
        self._made: dict[int, Mapping[int, RawCell]] = {}

    def __iter__(self) -> Iterator[int]:
        return iter(self._filled)

    def __len__(self) -> int:
        return len(self._filled)

    def __contains__(self, number: object) -> bool:
        return number in self._filled

    def __getitem__(self, number: int) -> Mapping[int, RawCell]:
        made = self._made.get(number)
        if made is None:
            self._filled[number]  # raises KeyError for a blank record
            made = self._made[number] = {
                column: text_cell(value, number, column)
                for column, value in enumerate(self._records[number - 1][:MOST_COLUMNS], start=1)
                if value.strip()
            }
        return made


def _filled(records: Sequence[Sequence[str]]) -> Iterable[int]:
    """Numbers of the records with more than white space."""
    # The first field decides nearly always.
    if isinstance(records, EvenRecords) and all(map(str.strip, records.column(1))):
        return range(1, len(records) + 1)
    return (
        number
        for number, fields in enumerate(records, start=1)
        if fields and (fields[0].strip() or any(map(str.strip, fields)))
    )


def _grid(text: str, separator: str, most: int | None = None) -> Grid:
    """The records, or ``most`` of them for a trial."""
    records: Sequence[Sequence[str]] | None = even_records(text, separator) if most is None else None
    if records is None:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            records = list(islice(reader, most or _MOST_RECORDS + 1))
        except csv.Error as error:
            raise RosterError("DAMAGED_CSV", reason=str(error)) from error
    cells = _Cells(records)
    if len(cells) > MOST_ROWS or len(records) > _MOST_RECORDS:
        raise RosterError("TOO_MANY_ROWS", most=MOST_ROWS)
    narrow = isinstance(records, EvenRecords) and records.width <= MOST_COLUMNS
    wide = [] if narrow else [fields for fields in records if len(fields) > MOST_COLUMNS]
    cut = any(value.strip() for fields in wide for value in fields[MOST_COLUMNS:])
    return Grid(None, cells, records=records, columns_cut=cut)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise RosterError("UNKNOWN_ENCODING", encoding=encoding, position=error.start) from error
