"""Indonesian words at the end of a line: parted by the rules of EYD V, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.pdf.hyphenation import LEAST_AFTER, LEAST_BEFORE, SOFT_HYPHEN, break_points, with_soft_hyphens


def _parted(text: str) -> str:
    return with_soft_hyphens(text).replace(SOFT_HYPHEN, "-")


@pytest.mark.parametrize(
    "parted",
    [
        # EYD V: between vowels, before a lone consonant, behind the first of several.
        "si-tu-asi",
        "ka-rena",
        "ko-rupsi",
        "swasta",
        "ben-trok",
        "in-stru-men",
        "ob-jek-tif",
        # One sound, two letters.
        "bang-krut",
        "makh-luk",
        "pe-nyim-pangan",
        "ma-sya-ra-kat",
        # Diphthongs stay whole.
        "pe-ga-wai",
        "sam-pai",
        # Bound forms and particles.
        "trans-paran",
        "me-la-por-kan",
        "mes-ti-nya",
        "se-be-nar-nya",
        # Roots that begin with a vowel, from the list.
        "per-a-turan",
        "per-a-tur-an-nya",
        "peng-a-wasan",
        "lam-piran",
        "per-tang-gung-ja-waban",
        # No place at all.
        "tanda",
        "akan",
    ],
)
def test_where_words_may_be_parted(parted: str) -> None:
    word = parted.replace("-", "")
    marked = with_soft_hyphens(f"x {word} y").replace(SOFT_HYPHEN, "-")
    assert marked == f"x {parted} y"


@pytest.mark.parametrize(
    ("word", "never"),
    [
        # Nobody but a dictionary knows whether the root begins with r or with the vowel, with k or with the vowel.
        ("beragam", {2, 3}),
        ("pengarang", {2, 4}),
        ("tulangan", {4, 6}),
        ("kebaikan", {5, 6}),
    ],
)
def test_what_depends_on_an_unknown_root_is_not_parted(word: str, never: set[int]) -> None:
    assert not set(break_points(word)) & never


@pytest.mark.parametrize(
    "text",
    [
        "Saya, Suryaningratwidjojo Kusumanegara, S.Sos.",
        "sekretariat@kantorcontoh.example",
        "jalan.kantorcontoh",
        "KEPUTUSAN KPU, NOMOR KEPEMILUAN",
        "di Jayawijaya dan Banyuwangi",
    ],
)
def test_names_capitals_and_addresses_stay_whole(text: str) -> None:
    assert with_soft_hyphens(text) == text


def test_common_words_with_a_capital_may_be_parted() -> None:
    assert _parted("anggota Komisi Pemilihan Umum") == "ang-gota Komisi Pe-mi-lihan Umum"
    assert _parted("selesai. Keberhasilan kami") == "se-le-sai. Ke-ber-ha-silan kami"
    assert _parted("selesai, Keberhasilan kami") == "se-le-sai, Keberhasilan kami"


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=24))
def test_any_word_keeps_its_letters_and_enough_on_both_lines(word: str) -> None:
    points = break_points(word)
    assert list(points) == sorted(set(points))
    assert all(LEAST_BEFORE <= point <= len(word) - LEAST_AFTER for point in points)
    assert with_soft_hyphens(word).replace(SOFT_HYPHEN, "") == word
    for point in points:
        # A syllable has a vowel, and a digraph is one sound.
        assert set(word[:point]) & set("aeiou")
        assert set(word[point:]) & set("aeiou")


@given(st.text(max_size=80))
def test_any_text_keeps_its_characters(text: str) -> None:
    assert with_soft_hyphens(text).replace(SOFT_HYPHEN, "") == text.replace(SOFT_HYPHEN, "")


def test_a_word_with_a_hyphen_of_its_own_gets_no_second_one() -> None:
    assert _parted("undangan") != "undangan"
    assert SOFT_HYPHEN not in with_soft_hyphens("sama-sama anak-anak perundang-undangan")
