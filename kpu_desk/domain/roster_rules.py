"""The rules by which rows of a roster become people: every cell judged, nothing corrected in silence."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from kpu_desk.domain.nip import LENGTH as _NIP_LENGTH
from kpu_desk.domain.nip import Nip, NipDoubt, NipFault, doubts, parse_nip
from kpu_desk.domain.rank import is_rank_of_others, join_rank, known_grade, known_rank
from kpu_desk.domain.roster import (
    LONGEST_TEXT,
    NOTHING,
    Candidate,
    CellKind,
    Column,
    ProblemCode,
    RawCell,
    RosterProblem,
    RosterRow,
    Severity,
    problem,
)
from kpu_desk.domain.roster_text import (
    code_point,
    fold,
    has_letter,
    has_markup,
    is_cell_error,
    is_formula,
    odd_character,
    says_nothing,
)

_ORDER = {code: place for place, code in enumerate(ProblemCode)}
# Nothing can be wrong with a text made of these alone, but for its length and what it means.
_PLAIN = re.compile(r"(?!-)[A-Za-z0-9 .,'()/\-]{0,200}")
_NIP_LIKE = re.compile(r"\W*(?:nip\W*)?(?:\d[\s.\-]*){18}\W*", re.IGNORECASE)
_GRADE_ONLY = re.compile(r"(?:gol\w*\W*)?(?:IV|I{1,3})\s*/\s*[a-e]", re.IGNORECASE)
_UNIT_START = re.compile(r"(?:sub\s*-?\s*)?(?:bagian|bidang)\b|sekretariat\b", re.IGNORECASE)
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


def check_people(
    candidates: Sequence[Candidate],
    today: date,
    foreign: frozenset[str] = frozenset(),
    mark: str | None = None,
) -> tuple[tuple[RosterRow, ...], tuple[RosterProblem, ...]]:
    """Sort the candidates into people as they would be stored and the problems found; pure.

    Rows with an error are left out. A NIP that several rows share is an error on every one of them, since nothing
    says which is right.

    Args:
        today: the day by which the ages in NIPs are measured.
        foreign: characters that cannot be printed.
        mark: None to refuse texts with such characters; else what is put in the place of each.
    """
    problems: list[RosterProblem] = []
    if foreign and mark is not None:
        candidates, marked = _marked(candidates, foreign, mark)
        problems += marked
    nips: dict[int, Nip] = {}
    for place, candidate in enumerate(candidates):
        nip = _read_nip(candidate, today, problems)
        if nip is not None:
            nips[place] = nip
    problems += _duplicates(candidates, nips)
    clean = _Clean()
    for candidate in candidates:
        _judge_texts(candidate, clean, foreign, problems)
        problems += _rank_problems(candidate)
    refused = {found.row for found in problems if found.severity is Severity.ERROR}
    rows = tuple(
        _row(candidate, nips.get(place)) for place, candidate in enumerate(candidates) if candidate.row not in refused
    )
    return rows, tuple(sorted(problems, key=lambda found: (found.row, _ORDER[found.code])))


def unusual_characters(candidates: Iterable[Candidate]) -> frozenset[str]:
    """All characters beyond ASCII in the texts of these people, composed (NFC) as they are printed."""
    found: set[str] = set()
    for candidate in candidates:
        for _, cell in candidate.cells():
            if not cell.text.isascii():
                found.update(unicodedata.normalize("NFC", cell.text))
    return frozenset(char for char in found if not char.isascii() and not char.isspace())


def _row(candidate: Candidate, nip: Nip | None) -> RosterRow:
    return RosterRow(
        row=candidate.row,
        sheet=candidate.sheet,
        name=named(candidate.front_title.text, candidate.name.text, candidate.back_title.text),
        nip=nip.digits if nip else None,
        rank=written_rank(candidate.rank.text, candidate.grade.text),
        office=optional_text(candidate.office.text) or "",
        unit=optional_text(candidate.unit.text),
    )


def named(front: str, name: str, back: str) -> str:
    """The name as it is printed, with the titles of the columns beside it."""
    before, after = optional_text(front), optional_text(back)
    return (f"{before} " if before else "") + fold(name) + (f", {after}" if after else "")


@lru_cache(maxsize=2_000)
def optional_text(text: str) -> str | None:
    """The text folded, or None where it says nothing."""
    return None if says_nothing(text) else fold(text)


written_rank = lru_cache(maxsize=2_000)(join_rank)


def is_clean_text(column: Column, text: str) -> bool:
    """Whether nothing is said about a cell of ASCII text in this column, whoever the person is."""
    cell = RawCell(text)
    nobody = Candidate(0, None, NOTHING, NOTHING)
    return (
        text.isascii()
        and _shifted_text(0, column, cell) is None
        and not any(_text_problems(nobody, column, cell, frozenset()))
    )


def is_clean_rank(rank: str, grade: str) -> bool:
    """Whether nothing is said about rank and grade together."""
    written = written_rank(rank, grade)
    return written is None or _rank_problem(written) is None


def _read_nip(candidate: Candidate, today: date, problems: list[RosterProblem]) -> Nip | None:
    cell, row = candidate.nip, candidate.row
    if cell.kind in (CellKind.NUMBER, CellKind.DATE):
        # Excel keeps 15 digits and a float 53 bits: whatever the cell shows, the last digits are not the person's.
        problems.append(problem(row, cell.ref, ProblemCode.NIP_NUMERIC, text=cell.text))
        return None
    text = cell.text
    if len(text) == _NIP_LENGTH and text.isascii() and text.isdigit() and cell.kind is CellKind.TEXT:
        nip = Nip(text)
        problems += [problem(row, cell.ref, _DOUBT_CODES[doubt], nip=nip.grouped()) for doubt in doubts(nip, today)]
        return nip
    if says_nothing(text) or fold(text).casefold() in _NO_NIP_WORDS:
        return None
    if refusal := _unreadable_nip(row, cell):
        problems.append(refusal)
        return None
    if cell.kind is CellKind.FORMULA or text.lstrip().startswith("="):
        problems.append(problem(row, cell.ref, ProblemCode.FORMULA, text=text, column=Column.NIP))
        # ="1985…" is how people force a text in CSV files: a constant, so nothing is computed and nothing lost.
        constant = _TEXT_CONSTANT.match(text.strip())
        text = constant["text"] if constant else text
    read = parse_nip(text)
    if not isinstance(read, Nip):
        problems.append(problem(row, cell.ref, _FAULT_CODES[read.fault], text=cell.text, length=read.length))
        return None
    problems += [problem(row, cell.ref, _DOUBT_CODES[doubt], nip=read.grouped()) for doubt in doubts(read, today)]
    return read


def _unreadable_nip(row: int, cell: RawCell) -> RosterProblem | None:
    if cell.kind is CellKind.ERROR or is_cell_error(cell.text):
        return problem(row, cell.ref, ProblemCode.CELL_ERROR, text=cell.text, column=Column.NIP)
    if odd := odd_character(cell.text):
        facts = {"character": code_point(odd), "column": Column.NIP}
        return problem(row, cell.ref, ProblemCode.CONTROL_CHARACTER, **facts)
    return None


def _duplicates(candidates: Sequence[Candidate], nips: dict[int, Nip]) -> Iterable[RosterProblem]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, nip in nips.items():
        places[nip.digits].append(place)
    for shared in places.values():
        for place in shared if len(shared) > 1 else ():
            other = candidates[shared[0] if place != shared[0] else shared[1]]
            yield problem(
                candidates[place].row,
                candidates[place].nip.ref,
                ProblemCode.NIP_DUPLICATE,
                nip=nips[place].grouped(),
                other_row=other.row,
                other_name=other.name.text,
            )


class _Clean:
    """Texts that were judged and found clean, by kind of column: those of units, ranks and offices come again.

    Attributes:
        by_cell: the sets in the order of :meth:`Candidate.cells`.
    """

    def __init__(self) -> None:
        required: set[str] = set()
        rank: set[str] = set()
        other: set[str] = set()
        self.by_cell = (other, required, other, rank, rank, required, other)


def _judge_texts(candidate: Candidate, clean: _Clean, foreign: frozenset[str], problems: list[RosterProblem]) -> None:
    shifted = _shifted_nip(candidate)
    for (column, cell), known in zip(candidate.cells(), clean.by_cell, strict=True):
        is_text = cell.kind is CellKind.TEXT
        if is_text and cell.text in known:
            continue
        elsewhere = _shifted_text(candidate.row, column, cell) if is_text else None
        found = tuple(_text_problems(candidate, column, cell, foreign))
        problems += found
        shifted = shifted or elsewhere
        if is_text and not found and elsewhere is None:
            known.add(cell.text)
    if shifted is None and candidate.short:
        shifted = _shifted_record(candidate)
    if shifted is not None:
        problems.append(shifted)


def _text_problems(
    candidate: Candidate, column: Column, cell: RawCell, foreign: frozenset[str]
) -> Iterator[RosterProblem]:
    row, text, ref = candidate.row, cell.text, cell.ref
    required = column is Column.NAME or column is Column.OFFICE
    if cell.kind is CellKind.TEXT and _PLAIN.fullmatch(text) and (not required or has_letter(text)):
        return
    if cell.kind is CellKind.ERROR or is_cell_error(text):
        yield problem(row, ref, ProblemCode.CELL_ERROR, text=text, column=column)
        return
    if cell.kind is CellKind.DATE:
        # The cell shows 03/04 or 04/03 by the reader's country; what the person typed is not in the file.
        yield problem(row, ref, ProblemCode.DATE_CELL, text=text, column=column)
        return
    said = has_letter(text) and cell.kind is not CellKind.NUMBER
    if column is Column.NAME and not said:
        yield problem(row, ref, ProblemCode.NAME_MISSING)
    if column is Column.OFFICE and not said:
        yield problem(row, ref, ProblemCode.OFFICE_MISSING, name=candidate.name.text)
    if odd := odd_character(text):
        yield problem(row, ref, ProblemCode.CONTROL_CHARACTER, character=code_point(odd), column=column, text=text)
    elif "\ufffd" in text:
        yield problem(row, ref, ProblemCode.DAMAGED_CHARACTER, column=column, text=text)
    elif unknown := _foreign_in(text, foreign):
        facts = {"character": f"{unknown} {code_point(unknown)}", "column": column}
        yield problem(row, ref, ProblemCode.NOT_PRINTABLE, **facts)
    if (length := len(fold(text))) > LONGEST_TEXT:
        yield problem(row, ref, ProblemCode.TEXT_TOO_LONG, column=column, length=length)
    if has_markup(text):
        yield problem(row, ref, ProblemCode.MARKUP, column=column, text=text)
    if cell.kind is CellKind.FORMULA or is_formula(text):
        yield problem(row, ref, ProblemCode.FORMULA, column=column, text=text)


def _foreign_in(text: str, foreign: frozenset[str]) -> str:
    if not foreign or text.isascii():
        return ""
    return next((char for char in unicodedata.normalize("NFC", text) if char in foreign), "")


def _marked(
    candidates: Sequence[Candidate], foreign: frozenset[str], mark: str
) -> tuple[list[Candidate], list[RosterProblem]]:
    """The candidates with every foreign character replaced by the mark, and what is to be said about it.

    A text of which nothing legible would remain keeps its characters, and is refused for them.
    """
    after: list[Candidate] = []
    problems: list[RosterProblem] = []
    for candidate in candidates:
        changed = candidate
        for column, cell in candidate.cells():
            if unknown := _foreign_in(cell.text, foreign):
                composed = unicodedata.normalize("NFC", cell.text)
                text = "".join(mark if char in foreign else char for char in composed)
                if not has_letter(text):
                    continue
                changed = replace(changed, **{column.value: cell._replace(text=text)})  # type: ignore[arg-type]  # a cell by its column
                facts = {"character": f"{unknown} {code_point(unknown)}", "column": column, "mark": mark}
                problems.append(problem(candidate.row, cell.ref, ProblemCode.CHARACTER_MARKED, **facts))
        after.append(changed)
    return after, problems


def _rank_problems(candidate: Candidate) -> Iterator[RosterProblem]:
    written = written_rank(candidate.rank.text, candidate.grade.text)
    if written is None or CellKind.FORMULA in (candidate.rank.kind, candidate.grade.kind):
        return
    found = _rank_problem(written)
    if found is not None:
        code, grade = found
        ref = (candidate.grade if says_nothing(candidate.rank.text) else candidate.rank).ref
        yield problem(candidate.row, ref, code, text=written, **({"grade": grade} if grade else {}))


@lru_cache(maxsize=2_000)
def _rank_problem(written: str) -> tuple[ProblemCode, str] | None:
    grade, rank = known_grade(written), known_rank(written)
    if grade and rank and grade != rank:
        return ProblemCode.RANK_MISMATCH, rank
    if not grade and not rank and not is_rank_of_others(written):
        return ProblemCode.RANK_UNKNOWN, ""
    return None


# A cell that can only belong to another column says that a cell before it is missing, or one too many: quirk "a
# missing cell shifts the row" of quirks.md. Once for a row is enough.


def _shifted_nip(candidate: Candidate) -> RosterProblem | None:
    cell = candidate.nip
    if cell.kind is not CellKind.TEXT or cell.text.isdigit() or not _GRADE_ONLY.search(cell.text):
        return None
    return problem(candidate.row, cell.ref, ProblemCode.ROW_SHIFTED, column=Column.NIP, text=cell.text)


def _shifted_text(row: int, column: Column, cell: RawCell) -> RosterProblem | None:
    text = cell.text
    number = text[-1:].isdigit() and len(text) >= _NIP_LENGTH and _NIP_LIKE.fullmatch(text)
    grade = column in (Column.NAME, Column.OFFICE, Column.UNIT) and _GRADE_ONLY.fullmatch(text)
    return problem(row, cell.ref, ProblemCode.ROW_SHIFTED, column=column, text=text) if number or grade else None


def _shifted_record(candidate: Candidate) -> RosterProblem | None:
    """Of a record with too few fields: a unit where the office should be, or no rank where the rank should be."""
    row, office, rank = candidate.row, candidate.office, candidate.rank
    if _UNIT_START.match(fold(office.text)):
        return problem(row, office.ref, ProblemCode.ROW_SHIFTED, column=Column.OFFICE, text=office.text)
    if has_letter(rank.text) and _rank_problem(fold(rank.text)) == (ProblemCode.RANK_UNKNOWN, ""):
        return problem(row, rank.ref, ProblemCode.ROW_SHIFTED, column=Column.RANK, text=rank.text)
    return None
