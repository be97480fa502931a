"""A sheet as cells in their places: the one form in which XLSX and CSV go on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from kpu_desk.domain.roster import CellKind, RawCell
from kpu_desk.domain.roster_text import is_cell_error, is_formula

MOST_ROWS = 50_000
"""Rows of a sheet that may hold anything: 20,000 people with titles, sub-headings and blank rows between them."""

MOST_COLUMNS = 100
"""Columns that are read; what stands further right is left alone."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, bounds included, numbers from 1; its text stands in the top left cell."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The filled cells of one sheet.

    Attributes:
        cells: row number → column number → cell; only cells with more than white space. Rows of a CSV file are
            its records, numbered from 1.
        merges: row number → the merged ranges of more than one cell that touch this row.
        records: of a CSV file, the fields of each record as they were split; empty for a worksheet.
        hidden_rows, hidden_columns: numbers of those the person did not see.
        columns_cut: whether there was something to the right of the last column of a worksheet that is read.
    """

    sheet: str | None
    cells: Mapping[int, Mapping[int, RawCell]]
    merges: Mapping[int, tuple[Merge, ...]] = field(default_factory=dict)
    records: Sequence[Sequence[str]] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    columns_cut: bool = False
    hidden: bool = False

    def row(self, number: int) -> Mapping[int, RawCell]:
        """The cells filled in this row itself; a merged cell is in its top left place only."""
        return self.cells.get(number, {})

    def fields(self, number: int) -> int:
        """How many fields the record of a CSV file has; 0 where there is none, as in row 0."""
        return len(self.records[number - 1]) if 0 < number <= len(self.records) else 0

    def is_cut(self, numbers: Iterable[int]) -> bool:
        """Whether there was something to the right of the last column that is read.

        Args:
            numbers: records of a CSV file that may be as wide.
        """
        wide = (fields for number in numbers if len(fields := self.records[number - 1]) > MOST_COLUMNS)
        return self.columns_cut or any(map(str.strip, (text for fields in wide for text in fields[MOST_COLUMNS:])))

    def labels(self, number: int) -> dict[int, str]:
        """Texts of a row with every merged range repeated in all its places, as a header is read."""
        texts = {column: cell.text for column, cell in self.row(number).items()}
        for merge in self.merges.get(number, ()):
            anchor = self.row(merge.top).get(merge.left)
            if anchor is not None:
                for column in range(merge.left, min(merge.right, MOST_COLUMNS) + 1):
                    texts[column] = anchor.text
        return texts

    def down_into(self, row: int, column: int) -> RawCell | None:
        """The cell that a range merged over several rows puts here, as for a unit written once for ten people."""
        for merge in self.merges.get(row, ()):
            if merge.top < row and merge.left <= column <= merge.right:
                return self.row(merge.top).get(merge.left)
        return None

    def width(self, row: int, column: int) -> int:
        """Over how many columns the cell is merged; 1 when it is not."""
        for merge in self.merges.get(row, ()):
            if (merge.top, merge.left) == (row, column):
                return merge.right - merge.left + 1
        return 1


@cache
def column_letter(number: int) -> str:
    """``A`` for 1, ``Z`` for 26, ``AA`` for 27."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """``C7`` for row 7, column 3."""
    return f"{column_letter(column)}{row}"


def text_cell(text: str, row: int, column: int) -> RawCell:
    """A cell of a file that knows only text; a formula or error value is recognised by its form."""
    kind = CellKind.TEXT
    if text[0] not in "#= \t\r\n":
        pass
    elif is_cell_error(text):
        kind = CellKind.ERROR
    elif is_formula(text) and text.lstrip().startswith("="):
        kind = CellKind.FORMULA
    return RawCell(text, kind, address(row, column))
