"""What a roster is: people with name, NIP, rank, office and unit, and everything that can be wrong with a cell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kpu_desk.domain.nip import Nip, NipDoubt, NipFault, doubts, parse_nip
from kpu_desk.domain.rank import is_rank_of_others, join_rank, known_grade, known_rank
from kpu_desk.domain.roster_text import (
    code_point,
    fold,
    has_letter,
    has_markup,
    is_cell_error,
    is_formula,
    odd_character,
    says_nothing,
    shown,
)

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
    FIELDS_TOO_MANY = "FIELDS_TOO_MANY"

    NIP_BIRTH_DATE = "NIP_BIRTH_DATE"
    NIP_AGE = "NIP_AGE"
    NIP_START = "NIP_START"
    NIP_SEX = "NIP_SEX"
    NIP_SERIAL = "NIP_SERIAL"
    MARKUP = "MARKUP"
    FORMULA = "FORMULA"

    RANK_UNKNOWN = "RANK_UNKNOWN"
    RANK_MISMATCH = "RANK_MISMATCH"
    FIELDS_TOO_FEW = "FIELDS_TOO_FEW"
    SUBHEADING_AS_UNIT = "SUBHEADING_AS_UNIT"
    SAMPLE_ROW_SKIPPED = "SAMPLE_ROW_SKIPPED"
    FOOTER_ROW_SKIPPED = "FOOTER_ROW_SKIPPED"
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
    NUMBER = "number"  # also dates and times, which are numbers in a spreadsheet
    FORMULA = "formula"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as the file has it.

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
    """A row of the table that should be a person; every cell is still untrusted."""

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


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A person as an import would store it.

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


def check_people(
    candidates: Sequence[Candidate], today: date
) -> tuple[tuple[RosterRow, ...], tuple[RosterProblem, ...]]:
    """Sort the candidates into people as they would be stored and the problems found; pure.

    Rows with an error are left out. A NIP that several rows share is an error on every one of them, since nothing
    says which is right. ``today`` is the day the ages in NIPs are measured by.
    """
    problems: list[RosterProblem] = []
    rows: list[RosterRow] = []
    nips: dict[int, Nip] = {}
    for place, candidate in enumerate(candidates):
        nip, nip_problems = _read_nip(candidate, today)
        problems += nip_problems
        if nip is not None:
            nips[place] = nip
    problems += _duplicates(candidates, nips)
    for candidate in candidates:
        problems += _text_problems(candidate)
        problems += _rank_problems(candidate)
    refused = {found.row for found in problems if found.severity is Severity.ERROR}
    for place, candidate in enumerate(candidates):
        if candidate.row not in refused:
            nip = nips.get(place)
            rows.append(_row(candidate, nip))
    order = {code: place for place, code in enumerate(ProblemCode)}
    return tuple(rows), tuple(sorted(problems, key=lambda found: (found.row, order[found.code])))


def _row(candidate: Candidate, nip: Nip | None) -> RosterRow:
    name = fold(candidate.name.text)
    if not says_nothing(candidate.front_title.text):
        name = f"{fold(candidate.front_title.text)} {name}"
    if not says_nothing(candidate.back_title.text):
        name = f"{name}, {fold(candidate.back_title.text)}"
    return RosterRow(
        row=candidate.row,
        sheet=candidate.sheet,
        name=name,
        nip=nip.digits if nip else None,
        rank=join_rank(candidate.rank.text, candidate.grade.text),
        office=fold(candidate.office.text),
        unit=None if says_nothing(candidate.unit.text) else fold(candidate.unit.text),
    )


def _read_nip(candidate: Candidate, today: date) -> tuple[Nip | None, list[RosterProblem]]:
    cell, row = candidate.nip, candidate.row
    if cell.kind is CellKind.NUMBER:
        # Excel keeps 15 digits and a float 53 bits: whatever the cell shows, the last digits are not the person's.
        return None, [problem(row, cell.ref, ProblemCode.NIP_NUMERIC, text=cell.text)]
    if says_nothing(cell.text) or fold(cell.text).casefold() in _NO_NIP_WORDS:
        return None, []
    if cell.kind is CellKind.ERROR or is_cell_error(cell.text):
        return None, [problem(row, cell.ref, ProblemCode.CELL_ERROR, text=cell.text, column=Column.NIP)]
    if odd := odd_character(cell.text):
        return None, [
            problem(row, cell.ref, ProblemCode.CONTROL_CHARACTER, character=code_point(odd), column=Column.NIP)
        ]
    found: list[RosterProblem] = []
    text = cell.text
    if cell.kind is CellKind.FORMULA or text.lstrip().startswith("="):
        found.append(problem(row, cell.ref, ProblemCode.FORMULA, text=text, column=Column.NIP))
        # ="1985…" is how people force a text in CSV files: a constant, so nothing is computed and nothing lost.
        constant = _TEXT_CONSTANT.match(text.strip())
        text = constant["text"] if constant else text
    read = parse_nip(text)
    if not isinstance(read, Nip):
        found.append(problem(row, cell.ref, _FAULT_CODES[read.fault], text=cell.text, length=read.length))
        return None, found
    found += [problem(row, cell.ref, _DOUBT_CODES[doubt], nip=read.grouped()) for doubt in doubts(read, today)]
    return read, found


def _duplicates(candidates: Sequence[Candidate], nips: dict[int, Nip]) -> Iterable[RosterProblem]:
    places: defaultdict[Nip, list[int]] = defaultdict(list)
    for place, nip in nips.items():
        places[nip].append(place)
    for nip, shared in places.items():
        for place in shared if len(shared) > 1 else ():
            other = candidates[shared[0] if place != shared[0] else shared[1]]
            yield problem(
                candidates[place].row,
                candidates[place].nip.ref,
                ProblemCode.NIP_DUPLICATE,
                nip=nip.grouped(),
                other_row=other.row,
                other_name=other.name.text,
            )


def _text_problems(candidate: Candidate) -> Iterable[RosterProblem]:
    row = candidate.row
    for column, cell in candidate.cells():
        text = cell.text
        if cell.kind is CellKind.ERROR or is_cell_error(text):
            yield problem(row, cell.ref, ProblemCode.CELL_ERROR, text=text, column=column)
            continue
        said = has_letter(text) and cell.kind is not CellKind.NUMBER
        if column is Column.NAME and not said:
            yield problem(row, cell.ref, ProblemCode.NAME_MISSING)
        if column is Column.OFFICE and not said:
            yield problem(row, cell.ref, ProblemCode.OFFICE_MISSING, name=candidate.name.text)
        if odd := odd_character(text):
            yield problem(
                row, cell.ref, ProblemCode.CONTROL_CHARACTER, character=code_point(odd), column=column, text=text
            )
        if "\ufffd" in text:
            yield problem(row, cell.ref, ProblemCode.DAMAGED_CHARACTER, column=column, text=text)
        if (length := len(fold(text))) > LONGEST_TEXT:
            yield problem(row, cell.ref, ProblemCode.TEXT_TOO_LONG, column=column, length=length)
        if has_markup(text):
            yield problem(row, cell.ref, ProblemCode.MARKUP, column=column, text=text)
        if cell.kind is CellKind.FORMULA or is_formula(text):
            yield problem(row, cell.ref, ProblemCode.FORMULA, column=column, text=text)


def _rank_problems(candidate: Candidate) -> Iterable[RosterProblem]:
    written = join_rank(candidate.rank.text, candidate.grade.text)
    if written is None or candidate.rank.kind is CellKind.FORMULA or candidate.grade.kind is CellKind.FORMULA:
        return
    ref = (candidate.grade if says_nothing(candidate.rank.text) else candidate.rank).ref
    grade, rank = known_grade(written), known_rank(written)
    if grade and rank and grade != rank:
        yield problem(candidate.row, ref, ProblemCode.RANK_MISMATCH, text=written, grade=rank)
    if not grade and not rank and not is_rank_of_others(written):
        yield problem(candidate.row, ref, ProblemCode.RANK_UNKNOWN, text=written)


_NO_NIP_WORDS = frozenset({"non asn", "non-asn", "non pns", "ppnpn", "komisioner", "honorer", "belum ada"})
_TEXT_CONSTANT = re.compile(r'^="(?P<text>[^"]*)"$')
_FAULT_CODES = {
    NipFault.EXPONENT: ProblemCode.NIP_EXPONENT,
    NipFault.NOT_DIGITS: ProblemCode.NIP_NOT_DIGITS,
    NipFault.LENGTH: ProblemCode.NIP_LENGTH,
}
_DOUBT_CODES = {
    NipDoubt.BIRTH_DATE: ProblemCode.NIP_BIRTH_DATE,
    NipDoubt.AGE: ProblemCode.NIP_AGE,
    NipDoubt.START: ProblemCode.NIP_START,
    NipDoubt.SEX: ProblemCode.NIP_SEX,
    NipDoubt.SERIAL: ProblemCode.NIP_SERIAL,
}
