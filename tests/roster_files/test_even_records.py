"""Splitting a plain CSV text at one stroke gives what the csv module gives; everything else is left to it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kpu_desk.roster_files.csv_grid import read_csv
from kpu_desk.roster_files.even_records import EvenRecords, even_records

SEPARATORS = ";,\t|"
texts = st.text(alphabet='ab ;,\r\n"\0\u2028é', max_size=40)
fields = st.text(alphabet="ab =,'\u2028\x0b\x85é", max_size=4)
even_texts = st.integers(2, 4).flatmap(
    lambda width: st.builds(
        lambda rows, end, last: end.join(";".join(row) for row in rows) + end * last,
        st.lists(st.lists(fields, min_size=width, max_size=width), min_size=1, max_size=6),
        st.sampled_from(["\n", "\r\n"]),
        st.integers(0, 2),
    )
)


def with_csv(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


@given(st.one_of(texts, even_texts))
@example("a;b\r\nc;d\ne;f\r\n")
@example("a;b\n\nc;d")
@example("a;b\n;c\nd;\n")
@example("a;b\nc\nd;e;f\n")
@example("a;b\r\n\nc;d\re\r\nf;g")
@example("a;b\rc;d\r")
def test_both_ways_give_the_same(text: str) -> None:
    found = even_records(text, ";")
    if found is not None:
        plain = with_csv(text)
        assert list(found) == plain
        assert len(found) == len(plain)
        assert [found.column(place, 1) for place in range(1, found.width + 1)] == [
            list(column) for column in zip(*plain[1:], strict=True)
        ] or len(plain) == 1


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_plain_texts_are_split_at_one_stroke(end: str, last: bool) -> None:
    text = end.join(["No;Nama;Jabatan", "1;Arya;", ";;"]) + end * last
    found = read_csv(text).records
    assert isinstance(found, EvenRecords)
    assert list(found) == with_csv(text)
    assert found[-1] == ["", "", ""]
    assert found[1:] == [["1", "Arya", ""], ["", "", ""]]
    with pytest.raises(IndexError):
        found[3]


@pytest.mark.parametrize(
    "text",
    [
        'a;"b"\nc;d\n',
        "a;b\nc;d\0\n",
        "a;b\nc\n",
        "a;b\nc;d;e\nf\n",
        "a;b\n\n",
        "a\nb\n",
        "",
        "a;b\r\nc;d\n",
        "a;b\rc;d\r",
        "a;b\n" + "x" * csv.field_size_limit() + "x;y\n",
    ],
)
def test_other_texts_are_not(text: str) -> None:
    assert even_records(text, ";") is None


@given(st.lists(st.lists(st.sampled_from(["No", "Nama", "Jabatan", "NIP", "a", "", " "]), max_size=4), max_size=5))
def test_a_separator_is_not_looked_into_where_it_cannot_win(rows: list[list[str]]) -> None:
    from kpu_desk.roster_files.csv_grid import _recognised
    from kpu_desk.roster_files.header_words import column_of

    for one in SEPARATORS:
        for other in SEPARATORS:
            text = "\n".join(one.join(row) for row in rows) + f"\nNama{other}Jabatan\n"
            best = max(";,\t|", key=lambda separator: _recognised(text, separator, column_of, 0))
            assert list(read_csv(text).records) == list(csv.reader(io.StringIO(text, newline=""), delimiter=best))
