"""Dates, numbers in words and amounts as offices write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.dates import (
    LARGEST_SPELLED,
    date_in_words,
    long_date,
    numeric_date,
    rupiah,
    terbilang,
    weekday,
)

CEREMONY = date(2026, 1, 22)


def test_the_day_of_the_ceremony() -> None:
    assert weekday(CEREMONY) == "Kamis"
    assert long_date(CEREMONY) == "22 Januari 2026"
    assert numeric_date(date(2026, 1, 2)) == "02-01-2026"
    assert date_in_words(CEREMONY) == "Kamis, tanggal Dua Puluh Dua bulan Januari tahun Dua Ribu Dua Puluh Enam"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (210, "dua ratus sepuluh"),
        (1_000, "seribu"),
        (1_001, "seribu satu"),
        (2_026, "dua ribu dua puluh enam"),
        (21_000, "dua puluh satu ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (41_500_000, "empat puluh satu juta lima ratus ribu"),
        (1_000_000_000_001, "satu triliun satu"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert terbilang(number) == words


@given(st.integers(0, LARGEST_SPELLED), st.integers(0, LARGEST_SPELLED))
def test_two_numbers_never_share_their_words(one: int, other: int) -> None:
    assert (terbilang(one) == terbilang(other)) == (one == other)


@pytest.mark.parametrize("number", [-1, LARGEST_SPELLED + 1])
def test_what_cannot_be_spelled_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="cannot spell"):
        terbilang(number)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "Rp0,00"),
        (999, "Rp999,00"),
        (41_500_000, "Rp41.500.000,00"),
        (1_234_567_000, "Rp1.234.567.000,00"),
        (-2_500, "−Rp2.500,00"),
    ],
)
def test_amounts(amount: int, text: str) -> None:
    assert rupiah(amount) == text
