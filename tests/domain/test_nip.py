"""NIP: read as written, refused when damaged, doubted when unlikely."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.nip import Nip, NipDoubt, NipFault, NipProblem, doubts, parse_nip

TODAY = date(2026, 1, 22)
GOOD = "198609262015051001"


@pytest.mark.parametrize(
    "written",
    [
        GOOD,
        "19860926 201505 1 001",
        "19860926.201505.1.001",
        "19860926-201505-1-001",
        "NIP. 19860926 201505 1 001",
        "nip19860926 201505 1 001",
        "NIP : 198609262015051001",
        "NI PPPK 198609262015051001",
        "'198609262015051001",
        "\u00a0198609262015051001\u00a0",
    ],
)
def test_forms_that_people_write(written: str) -> None:
    assert parse_nip(written) == Nip(GOOD)


def test_printed_form() -> None:
    assert Nip(GOOD).grouped() == "19860926 201505 1 001"


@pytest.mark.parametrize("written", ["3,20323E+15", "1.98E+17", "1,98609262015051E+17", "1.98e17", "198E+15"])
def test_exponent_form_is_refused(written: str) -> None:
    found = parse_nip(written)
    assert isinstance(found, NipProblem)
    assert found.fault is NipFault.EXPONENT


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", NipFault.LENGTH),
        ("19860926201505100", NipFault.LENGTH),
        ("1986092620150510011", NipFault.LENGTH),
        ("19860926201505100x", NipFault.NOT_DIGITS),
        ("''198609262015051001", NipFault.NOT_DIGITS),
        ("１９８６０９２６２０１５０５１００１", NipFault.NOT_DIGITS),
    ],
)
def test_what_is_no_nip(written: str, fault: NipFault) -> None:
    found = parse_nip(written)
    assert isinstance(found, NipProblem)
    assert found.fault is fault


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        (GOOD, ()),
        ("199003152024212004", ()),  # PPPK: contract count 21
        ("198602302015051001", (NipDoubt.BIRTH_DATE,)),
        ("198609262015131001", (NipDoubt.START,)),
        ("198609261999051001", (NipDoubt.START,)),
        ("198609262028051001", (NipDoubt.START,)),
        ("198609262015053001", (NipDoubt.SEX,)),
        ("198609262015051000", (NipDoubt.SERIAL,)),
        ("194001012015051001", (NipDoubt.AGE,)),
        ("201101222026011001", (NipDoubt.AGE,)),
        ("201001222026011001", ()),
        ("0" * 18, (NipDoubt.BIRTH_DATE, NipDoubt.START, NipDoubt.SEX, NipDoubt.SERIAL)),
    ],
)
def test_doubts(digits: str, expected: tuple[NipDoubt, ...]) -> None:
    assert doubts(Nip(digits), TODAY) == expected


@pytest.mark.parametrize("digits", ["", "1" * 17, "1" * 19, "1" * 17 + "²"])
def test_a_nip_is_complete_or_not_at_all(digits: str) -> None:
    with pytest.raises(ValueError, match="18 digits"):
        Nip(digits)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    found = parse_nip(text)
    if isinstance(found, Nip):
        assert doubts(found, TODAY) == doubts(found, TODAY)
        assert parse_nip(found.grouped()) == found


@given(st.from_regex(r"[0-9]{18}", fullmatch=True))
def test_eighteen_digits_are_never_changed(digits: str) -> None:
    assert parse_nip(digits) == Nip(digits)
