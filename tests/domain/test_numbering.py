"""Numbers by the office's pattern, in series, never twice (domain.md 4.2)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.errors import FormError, RuleError
from kpu_desk.domain.numbering import (
    DEFAULT_CODES,
    Code,
    GivenNumber,
    Numbers,
    cleaned_number,
    codes_of,
    count_from,
    number_text,
    same_number,
)
from kpu_desk.domain.profile import OfficeProfile
from kpu_desk.domain.profile_text import profile_from_toml, profile_to_toml

PATTERN = "{urut}/{klas}-{naskah}/{wilayah}/{tahun}"
PROFILE = OfficeProfile(
    name="KPU Provinsi Rekaan",
    short_name="KPU Rekaan",
    place="Kota Rekaan",
    letterhead=("KPU",),
    region_code="31",
)


def given(sheet: str, text: str, year: int = 2026) -> GivenNumber:
    return GivenNumber(sheet, sheet.upper(), year, text)


@pytest.mark.parametrize(
    ("urut", "code", "region", "pattern", "expected"),
    [
        ("123", Code("PR.03.1", "BA"), "31", PATTERN, "123/PR.03.1-BA/31/2026"),
        ("77", Code("SDM.05"), "35", PATTERN, "77/SDM.05/35/2026"),
        ("013", Code("HM.07", "Kt"), "7407", PATTERN, "013/HM.07-Kt/7407/2026"),
        ("5", Code("PK.02.1", "BA"), "", PATTERN, "5/PK.02.1-BA/2026"),
        ("16", Code("KU.03.2"), "5304", "{urut}/{klas}-{naskah}/{wilayah}/2/{tahun}", "16/KU.03.2/5304/2/2026"),
        ("9", Code("SDM.09", "SD"), "31", "NOMOR {urut} TAHUN {tahun}", "NOMOR 9 TAHUN 2026"),
        ("9", Code("SDM.09", "SD"), "31", "{naskah}-{urut}", "SD-9"),
        ("9", Code("SDM.09"), "31", "{naskah}-{urut}", "9"),
    ],
)
def test_a_number_by_the_pattern(urut: str, code: Code, region: str, pattern: str, expected: str) -> None:
    assert number_text(pattern, urut=urut, code=code, region=region, year=2026) == expected


def test_the_offices_own_codes_take_the_place_of_the_defaults() -> None:
    codes = codes_of(("PBBK = PW.02-SPt", "BA=PK.01-BA"))
    assert codes["PBBK"] == Code("PW.02", "SPt")
    assert codes["BA"].text == "PK.01-BA"
    assert codes["PK"] == DEFAULT_CODES["PK"]


@pytest.mark.parametrize("line", ["PBBK", "PBBK = pw", "XX = PW.02", "PI = PW.02-", "PI = {urut}", "= PW"])
def test_a_wrong_code_is_refused(line: str) -> None:
    with pytest.raises(FormError, match="WRONG_CODE"):
        codes_of((line,))
    with pytest.raises(FormError, match="WRONG_CODE"):
        replace(PROFILE, class_codes=(line,))


def test_codes_are_part_of_the_offices_settings() -> None:
    profile = replace(PROFILE, class_codes=("PI = SDM.09-SPt",))
    assert profile_from_toml(profile_to_toml(profile)) == profile
    code = profile.code_for(DocumentKind.PI, commissioner=False)
    assert profile.number_for("12", code, 2026) == "12/SDM.09-SPt/31/2026"


def test_statements_of_commissioners_have_their_own_class() -> None:
    assert PROFILE.code_for(DocumentKind.PI, commissioner=True).klas == "SDM.10.2"
    assert PROFILE.code_for(DocumentKind.PI, commissioner=False).klas == "SDM.09"
    assert PROFILE.code_for(DocumentKind.PK, commissioner=True).klas == "PR.03.1"
    assert PROFILE.code_for(DocumentKind.BA, commissioner=False).text == "PK.02.1-BA"


def test_a_series_counts_on_and_keeps_its_zeros() -> None:
    assert count_from("9", 3) == ("9", "10", "11")
    assert count_from(" 098 ", 4) == ("098", "099", "100", "101")
    assert count_from("1", 0) == ()


@pytest.mark.parametrize("first", ["", "0", "000", "-1", "12a", "1.5", "٣", "12345678"])
def test_a_series_begins_with_a_whole_number(first: str) -> None:
    with pytest.raises(RuleError, match="KPU-NUMBER-FIRST"):
        count_from(first, 2)


@pytest.mark.parametrize("text", ["menyusul", "12/\u202eA", "1" * 81, "12;DROP", "12\x00"])
def test_odd_numbers_are_refused(text: str) -> None:
    with pytest.raises(RuleError, match="KPU-NUMBER-TEXT"):
        cleaned_number(text)


def test_spaces_are_tidied_and_spellings_compared() -> None:
    assert cleaned_number("  12/SDM.09/31/2026\n") == "12/SDM.09/31/2026"
    assert cleaned_number(" ") == ""
    assert same_number("013/sdm.09/31/2026") == same_number("13/SDM.09/31/2026")
    assert same_number("10/SDM.09") != same_number("1/SDM.09")


def test_a_number_is_given_once() -> None:
    numbers = Numbers().with_given([given("s1", "12/PK/2026")])
    assert numbers.of("s1") == "12/PK/2026"
    assert numbers.of("s2") is None
    with pytest.raises(RuleError, match="serial=S1"):
        numbers.with_given([given("s2", "012/pk/2026")])
    assert numbers.with_given([given("s2", "12/PK/2026", year=2027)]).of("s2") == "12/PK/2026"
    with pytest.raises(RuleError, match="KPU-NUMBER-UNIQUE"):
        Numbers().with_given([given("s1", "1/A"), given("s2", "1/A")])


def test_numbers_can_be_moved_among_the_sheets_of_one_act() -> None:
    numbers = Numbers().with_given([given("s1", "1/A"), given("s2", "2/A")])
    moved = numbers.with_given([given("s1", "2/A"), given("s2", "3/A")])
    assert (moved.of("s1"), moved.of("s2")) == ("2/A", "3/A")


def test_a_number_is_taken_back_only_before_a_record_bears_it() -> None:
    numbers = Numbers().with_given([given("s1", "1/A")])
    free = numbers.with_given([given("s1", "")])
    assert free.of("s1") is None
    assert free.with_given([given("s2", "1/A")]).of("s2") == "1/A"
    sealed = Numbers(numbers.given, (given("s1", "1/A"),))
    with pytest.raises(RuleError, match="KPU-NUMBER-KEPT"):
        sealed.with_given([given("s1", "")])


def test_the_number_of_a_superseded_record_stays_spent() -> None:
    sealed = Numbers((given("s1", "2/A"),), (given("s1", "1/A"), given("s1", "2/A")))
    with pytest.raises(RuleError, match="KPU-NUMBER-UNIQUE"):
        sealed.with_given([given("s2", "1/A")])
    assert sealed.with_given([given("s1", "1/A")]).of("s1") == "1/A"
