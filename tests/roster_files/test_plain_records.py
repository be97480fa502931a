"""A CSV text without quotation marks is read line by line as the csv module reads it; all else is left to that."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kpu_desk.domain.roster_everyday import RECORD_SEPARATOR, UNIT_SEPARATOR
from kpu_desk.roster_files.csv_grid import read_csv
from kpu_desk.roster_files.plain_records import PlainRecords, joined, plain_records

SEPARATORS = ";,\t|"
texts = st.text(alphabet='ab ;,\r\n"\0\u2028\x1eé', max_size=40)
fields = st.text(alphabet="ab =,'\u2029\x0b\x85é", max_size=4)
even_texts = st.integers(2, 4).flatmap(
    lambda width: st.builds(
        lambda rows, end, last: end.join(";".join(row) for row in rows) + end * last,
        st.lists(st.lists(fields, min_size=width, max_size=width), min_size=1, max_size=6),
        st.sampled_from(["\n", "\r\n", "\r"]),
        st.integers(0, 2),
    )
)


def with_csv(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


@given(st.one_of(texts, even_texts), st.integers(0, 3))
@example("a;b\r\nc;d\ne;f\r\n", 1)
@example("a;b\n\nc;d", 1)
@example("a;b\r\n\nc;d\re\r\nf;g", 2)
@example("a;b\r\r\nc;d\r", 2)
def test_both_ways_give_the_same(text: str, after: int) -> None:
    found = plain_records(text, ";")
    if found is not None:
        plain = with_csv(text)
        assert list(found) == plain
        assert len(found) == len(plain)
        assert list(found.firsts()) == [next(iter(record), "") for record in plain]
        assert with_csv(found.text(after)) == plain[after:]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_plain_texts_are_not_taken_apart(end: str, last: bool) -> None:
    text = end.join(["No;Nama;Jabatan", "1;Arya;", ";;", "2;Bestari"]) + end * last
    found = read_csv(text).records
    assert isinstance(found, PlainRecords)
    assert found[-1] == ["2", "Bestari"]
    assert found[1:3] == [["1", "Arya", ""], ["", "", ""]]
    with pytest.raises(IndexError):
        found[4]


@pytest.mark.parametrize(
    "text",
    ['a;"b"\nc;d\n', "a;b\nc;d\0\n", "a;b\x0b\nc;d\n", "a;b\n" + "x" * csv.field_size_limit() + "x;y\n"],
)
def test_other_texts_are_not_plain(text: str) -> None:
    assert plain_records(text, ";") is None


def test_records_are_joined_unless_a_field_holds_what_would_stand_between() -> None:
    assert joined([["a", "b\n"], [], [""]]) == f"a{UNIT_SEPARATOR}b\n" + RECORD_SEPARATOR * 3
    assert joined([["a", f"b{UNIT_SEPARATOR}"], ["c"]]) == joined([["a"], [RECORD_SEPARATOR]]) == ""


@given(st.lists(st.lists(st.sampled_from(["No", "Nama", "Jabatan", "NIP", "a", "", " "]), max_size=4), max_size=5))
def test_a_separator_is_not_looked_into_where_it_cannot_win(rows: list[list[str]]) -> None:
    from kpu_desk.roster_files.csv_grid import _recognised
    from kpu_desk.roster_files.header_words import column_of

    for one in SEPARATORS:
        for other in SEPARATORS:
            text = "\n".join(one.join(row) for row in rows) + f"\nNama{other}Jabatan\n"
            best = max(";,\t|", key=lambda separator: _recognised(text, separator, column_of, 0))
            assert list(read_csv(text).records) == list(csv.reader(io.StringIO(text, newline=""), delimiter=best))
