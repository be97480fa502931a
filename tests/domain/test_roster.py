"""The cells of a roster: every problem has a case that is refused and one that is not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.rank import join_rank, known_grade, known_rank
from kpu_desk.domain.roster import (
    Candidate,
    CellKind,
    ProblemCode,
    RawCell,
    RosterProblem,
    RosterRow,
    Severity,
)
from kpu_desk.domain.roster_rules import check_people
from kpu_desk.domain.roster_text import fold, says_nothing

TODAY = date(2026, 1, 22)
NIP = "198609262015051001"


def person(row: int = 2, **cells: Any) -> Candidate:
    texts: dict[str, Any] = {"name": "Wirastika Adiwarna, S.H.", "office": "Analis Hukum", "nip": NIP} | cells
    raw: dict[str, Any] = {
        column: cell if isinstance(cell, RawCell) else RawCell(cell, ref=f"{column[0].upper()}{row}")
        for column, cell in texts.items()
    }
    return Candidate(row=row, sheet=None, **raw)


def check(*people: Candidate) -> tuple[tuple[RosterRow, ...], tuple[RosterProblem, ...]]:
    return check_people(people, TODAY)


def codes(*people: Candidate) -> list[ProblemCode]:
    return [found.code for found in check(*people)[1]]


def test_a_person_comes_in_as_written() -> None:
    rows, problems = check(person(name="  dr. Hj. Wirastika  d'Adiwarna,\nS.H.,M.H. ", rank="Penata, III/c", unit=" -"))
    assert problems == ()
    assert rows == (
        RosterRow(2, None, "dr. Hj. Wirastika d'Adiwarna, S.H.,M.H.", NIP, "Penata, III/c", "Analis Hukum", None),
    )


@pytest.mark.parametrize("nothing", ["", "-", "–", "tidak ada", " Tidak  Ada ", "PPNPN"])
def test_no_nip_is_no_problem(nothing: str) -> None:
    rows, problems = check(person(nip=nothing))
    assert problems == ()
    assert rows[0].nip is None


ERRORS: list[tuple[dict[str, Any], ProblemCode]] = [
    ({"nip": RawCell("198609262015051001", CellKind.NUMBER)}, ProblemCode.NIP_NUMERIC),
    ({"nip": RawCell("2026-01-02 00:00:00", CellKind.NUMBER)}, ProblemCode.NIP_NUMERIC),
    ({"nip": "1,98609E+17"}, ProblemCode.NIP_EXPONENT),
    ({"nip": "abc"}, ProblemCode.NIP_NOT_DIGITS),
    ({"nip": "19860926"}, ProblemCode.NIP_LENGTH),
    ({"name": " "}, ProblemCode.NAME_MISSING),
    ({"name": "12"}, ProblemCode.NAME_MISSING),
    ({"name": RawCell("TRUE", CellKind.NUMBER)}, ProblemCode.NAME_MISSING),
    ({"office": RawCell("1e+30", CellKind.NUMBER)}, ProblemCode.OFFICE_MISSING),
    ({"office": "-"}, ProblemCode.OFFICE_MISSING),
    ({"name": "Wirastika\u202eAdiwarna"}, ProblemCode.CONTROL_CHARACTER),
    ({"name": "Wirastika\x07"}, ProblemCode.CONTROL_CHARACTER),
    ({"office": "Analis\x1cHukum"}, ProblemCode.CONTROL_CHARACTER),
    ({"unit": "Bagian\u200bHukum"}, ProblemCode.CONTROL_CHARACTER),
    ({"nip": f"{NIP}\u202c"}, ProblemCode.CONTROL_CHARACTER),
    ({"name": "Wirastika \ufffd"}, ProblemCode.DAMAGED_CHARACTER),
    ({"name": "W" * 201}, ProblemCode.TEXT_TOO_LONG),
    ({"unit": "W" * 201}, ProblemCode.TEXT_TOO_LONG),
    ({"name": RawCell("#N/A", CellKind.ERROR)}, ProblemCode.CELL_ERROR),
    ({"office": "#REF!"}, ProblemCode.CELL_ERROR),
    ({"nip": "#VALUE!"}, ProblemCode.CELL_ERROR),
]


@pytest.mark.parametrize(("cells", "code"), ERRORS)
def test_an_error_keeps_the_row_out(cells: dict[str, Any], code: ProblemCode) -> None:
    rows, problems = check(person(**cells), person(3, nip=""))
    assert [row.row for row in rows] == [3]
    assert [(found.row, found.code, found.severity) for found in problems] == [(2, code, Severity.ERROR)]


WARNINGS: list[tuple[dict[str, Any], ProblemCode]] = [
    ({"nip": "198602302015051001"}, ProblemCode.NIP_BIRTH_DATE),
    ({"nip": "194001011986051001"}, ProblemCode.NIP_AGE),
    ({"nip": "198609262015151001"}, ProblemCode.NIP_START),
    ({"nip": "198609262015055001"}, ProblemCode.NIP_SEX),
    ({"nip": "198609262015051000"}, ProblemCode.NIP_SERIAL),
    ({"name": "<b>Wirastika</b>"}, ProblemCode.MARKUP),
    ({"office": "Analis &amp; Staf"}, ProblemCode.MARKUP),
    ({"name": RawCell('=A1&"x"', CellKind.FORMULA)}, ProblemCode.FORMULA),
    ({"office": "+Analis"}, ProblemCode.FORMULA),
]


@pytest.mark.parametrize(("cells", "code"), WARNINGS)
def test_a_warning_lets_the_row_in(cells: dict[str, Any], code: ProblemCode) -> None:
    rows, problems = check(person(**cells))
    assert len(rows) == 1
    assert [(found.code, found.severity) for found in problems] == [(code, Severity.WARNING)]


@pytest.mark.parametrize(
    "cells",
    [
        {"name": "W" * 200},
        {"name": "R. & D. Wirastika <wira"},
        {"name": "Al-Wirastika"},
        {"name": "A.B. = Wira"},
        {"office": "#1 Analis"},
        {"unit": "Umum & Logistik"},
    ],
)
def test_what_only_looks_wrong_passes(cells: dict[str, Any]) -> None:
    rows, problems = check(person(**cells))
    assert len(rows) == 1
    assert problems == ()


def test_a_formula_keeps_its_text() -> None:
    rows, _ = check(person(name=RawCell('=A1&"x"', CellKind.FORMULA)))
    assert rows[0].name == '=A1&"x"'


def test_a_constant_formula_around_a_nip_is_read_with_a_warning() -> None:
    rows, problems = check(person(nip=RawCell(f'="{NIP}"', CellKind.FORMULA)))
    assert rows[0].nip == NIP
    assert [found.code for found in problems] == [ProblemCode.FORMULA]


def test_a_computed_nip_is_refused() -> None:
    rows, problems = check(person(nip=RawCell("=C3", CellKind.FORMULA)))
    assert rows == ()
    assert [found.code for found in problems] == [ProblemCode.NIP_NOT_DIGITS, ProblemCode.FORMULA]


def test_nobody_with_a_shared_nip_is_trusted() -> None:
    rows, problems = check(person(2), person(3, nip="NIP. 19860926 201505 1 001"), person(4, nip=""))
    assert [row.row for row in rows] == [4]
    assert [(found.row, found.code, found.fact("other_row")) for found in problems] == [
        (2, ProblemCode.NIP_DUPLICATE, "3"),
        (3, ProblemCode.NIP_DUPLICATE, "2"),
    ]


def test_a_name_of_three_columns_is_joined() -> None:
    rows, _ = check(
        person(name="Wirastika", front_title="Dr.", back_title="S.H., M.H."), person(3, nip="", back_title="-")
    )
    assert rows[0].name == "Dr. Wirastika, S.H., M.H."
    assert rows[1].name == "Wirastika Adiwarna, S.H."


@pytest.mark.parametrize(
    ("rank", "grade", "joined"),
    [
        ("Penata", "III/c", "Penata (III/c)"),
        ("Penata (III/c)", "III/c", "Penata (III/c)"),
        ("-", "IX", "IX"),
        ("Pengatur Tk.I ", "", "Pengatur Tk.I"),
        ("-", "–", None),
    ],
)
def test_rank_and_grade_are_joined_visibly(rank: str, grade: str, joined: str | None) -> None:
    assert join_rank(rank, grade) == joined


@pytest.mark.parametrize(
    ("written", "grade"),
    [
        ("IIIb", "III/b"),
        ("IIIB", "III/b"),
        ("IV/b /Esselon II", "IV/b"),
        ("Penata", None),
        ("IX", None),
        ("III c", "III/c"),
    ],
)
def test_grades_as_written(written: str, grade: str | None) -> None:
    assert known_grade(written) == grade


@pytest.mark.parametrize(
    ("written", "grade"),
    [
        ("Penata TK I", "III/d"),
        ("Penata Muda Tk.I (III/b)", "III/b"),
        ("Juru Muda Tingkat 1", "I/b"),
        ("PEMBINA UTAMA MUDA, IV/c", "IV/c"),
        ("Penata/III c", "III/c"),
        ("asdasdas", None),
    ],
)
def test_ranks_as_written(written: str, grade: str | None) -> None:
    assert known_rank(written) == grade


def test_rank_junk_is_shown_not_refused() -> None:
    assert codes(person(rank="asdasdas")) == [ProblemCode.RANK_UNKNOWN]
    assert codes(person(rank="Penata", grade="IV/a")) == [ProblemCode.RANK_MISMATCH]
    assert codes(person(rank="PTT")) == []


def test_facts_are_fit_to_be_shown() -> None:
    _, problems = check(person(nip="\x1b[31m" + "9" * 500), person(3, nip="12", name="x"))
    assert all(fact.isprintable() and len(fact) <= 80 for found in problems for _, fact in found.facts)


COLUMNS = ("name", "nip", "rank", "grade", "office", "unit")


@given(st.fixed_dictionaries({column: st.text(max_size=260) for column in COLUMNS}))
def test_any_cells_are_checked_and_accepted_names_are_exact(cells: dict[str, Any]) -> None:
    rows, problems = check(person(**cells))
    assert bool(rows) != any(found.severity is Severity.ERROR for found in problems)
    for row in rows:
        assert row.name == fold(cells["name"])
        assert row.office == fold(cells["office"])
        assert row.unit == (None if says_nothing(cells["unit"]) else fold(cells["unit"]))
