"""What a roster is: people with name, NIP, rank, office and unit, and the names of all that can be wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from kpu_desk.domain.roster_text import shown

LONGEST_TEXT = 200
"""Characters a name, rank, office or unit may have."""


class Severity(StrEnum):
    """An error keeps the row out; a warning and an info let it in."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class ProblemCode(StrEnum):
    """Stable names of the problems of a roster, part of the contract of ``kpu-desk roster check``."""

    NIP_NUMERIC = "NIP_NUMERIC"
    NIP_EXPONENT = "NIP_EXPONENT"
    NIP_NOT_DIGITS = "NIP_NOT_DIGITS"
    NIP_LENGTH = "NIP_LENGTH"
    NIP_DUPLICATE = "NIP_DUPLICATE"
    NAME_MISSING = "NAME_MISSING"
    OFFICE_MISSING = "OFFICE_MISSING"
    CONTROL_CHARACTER = "CONTROL_CHARACTER"
    DAMAGED_CHARACTER = "DAMAGED_CHARACTER"
    TEXT_TOO_LONG = "TEXT_TOO_LONG"
    CELL_ERROR = "CELL_ERROR"
    DATE_CELL = "DATE_CELL"
    NOT_PRINTABLE = "NOT_PRINTABLE"
    FIELDS_TOO_MANY = "FIELDS_TOO_MANY"
    ROW_SHIFTED = "ROW_SHIFTED"

    NIP_BIRTH_DATE = "NIP_BIRTH_DATE"
    NIP_AGE = "NIP_AGE"
    NIP_START = "NIP_START"
    NIP_SEX = "NIP_SEX"
    NIP_SERIAL = "NIP_SERIAL"
    MARKUP = "MARKUP"
    FORMULA = "FORMULA"
    FIELDS_TOO_FEW = "FIELDS_TOO_FEW"
    CHARACTER_MARKED = "CHARACTER_MARKED"
    NUMBER_ONLY = "NUMBER_ONLY"

    RANK_UNKNOWN = "RANK_UNKNOWN"
    RANK_MISMATCH = "RANK_MISMATCH"
    SUBHEADING_AS_UNIT = "SUBHEADING_AS_UNIT"
    SAMPLE_ROW_SKIPPED = "SAMPLE_ROW_SKIPPED"
    FOOTER_ROW_SKIPPED = "FOOTER_ROW_SKIPPED"
    NUMBERED_ROWS_SKIPPED = "NUMBERED_ROWS_SKIPPED"
    COLUMN_IGNORED = "COLUMN_IGNORED"
    COLUMNS_NOT_READ = "COLUMNS_NOT_READ"
    HIDDEN_ROWS_READ = "HIDDEN_ROWS_READ"
    HIDDEN_COLUMN_READ = "HIDDEN_COLUMN_READ"
    HIDDEN_SHEET_READ = "HIDDEN_SHEET_READ"
    OTHER_SHEETS = "OTHER_SHEETS"
    OLD_ENCODING = "OLD_ENCODING"


_ERRORS = tuple(ProblemCode)[: tuple(ProblemCode).index(ProblemCode.NIP_BIRTH_DATE)]
_INFOS = tuple(ProblemCode)[tuple(ProblemCode).index(ProblemCode.RANK_UNKNOWN) :]


class Column(StrEnum):
    """The columns of a roster that KPU Desk reads; every other column is left alone."""

    NUMBER = "number"
    FRONT_TITLE = "front_title"
    NAME = "name"
    BACK_TITLE = "back_title"
    NIP = "nip"
    RANK = "rank"
    GRADE = "grade"
    OFFICE = "office"
    UNIT = "unit"


class CellKind(StrEnum):
    """How the file holds a cell; it matters where a number has lost digits and where a text is computed."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"  # a number in a spreadsheet; what it shows depends on the reader's country
    FORMULA = "formula"
    ERROR = "error"


class RawCell(NamedTuple):
    """A cell as the file has it; a tuple, because a roster of thousands has hundreds of thousands of them.

    Attributes:
        text: untouched; of a formula its own text, beginning with ``=``.
        kind: how the file holds it.
        ref: address such as ``C7``.
    """

    text: str = ""
    kind: CellKind = CellKind.TEXT
    ref: str | None = None


NOTHING = RawCell()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row of the table that should be a person; every cell is still untrusted.

    Attributes:
        short: whether the record of a CSV file has fewer fields than the columns that are read.
    """

    row: int
    sheet: str | None
    name: RawCell
    office: RawCell
    nip: RawCell = NOTHING
    rank: RawCell = NOTHING
    grade: RawCell = NOTHING
    unit: RawCell = NOTHING
    front_title: RawCell = NOTHING
    back_title: RawCell = NOTHING
    short: bool = False

    def cells(self) -> tuple[tuple[Column, RawCell], ...]:
        """All cells but the NIP, with their columns; what is said about texts is said about these."""
        return (
            (Column.FRONT_TITLE, self.front_title),
            (Column.NAME, self.name),
            (Column.BACK_TITLE, self.back_title),
            (Column.RANK, self.rank),
            (Column.GRADE, self.grade),
            (Column.OFFICE, self.office),
            (Column.UNIT, self.unit),
        )


class RosterRow(NamedTuple):
    """A person as an import would store it; a tuple, because a roster of thousands is handed from process to process.

    Attributes:
        row: the spreadsheet's own row number; of a CSV file the number of the record.
        nip: 18 digits, or None for people without one (commissioners, PPNPN).
        rank: as written; from two columns ``Penata`` and ``III/c`` it is joined to ``Penata (III/c)``.
    """

    row: int
    sheet: str | None
    name: str
    nip: str | None
    rank: str | None
    office: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class RosterProblem:
    """Something to say about a row or cell; ``facts`` are cleaned and short enough to be shown."""

    row: int
    cell: str | None
    code: ProblemCode
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        if self.code in _ERRORS:
            return Severity.ERROR
        return Severity.INFO if self.code in _INFOS else Severity.WARNING

    def fact(self, name: str) -> str:
        """The fact called ``name``, or an empty text."""
        return dict(self.facts).get(name, "")


@dataclass(frozen=True, slots=True)
class RosterReading:
    """What an import of a file would bring.

    Attributes:
        rows: people without an error, in the order of the file.
        problems: ordered by row.
        header_row: number of the (first) row of the header.
        columns: which column letter holds what, e.g. ``(("name", "B"), …)``.
    """

    rows: tuple[RosterRow, ...]
    problems: tuple[RosterProblem, ...]
    sheet: str | None
    header_row: int
    columns: tuple[tuple[str, str], ...]

    def count(self, severity: Severity) -> int:
        return sum(problem.severity is severity for problem in self.problems)


def problem(row: int, cell: str | None, code: ProblemCode, **facts: str | int) -> RosterProblem:
    """A problem whose facts are made fit to be shown."""
    return RosterProblem(row, cell, code, tuple((name, shown(str(value))) for name, value in facts.items()))
