"""Everyday rows, found at one stroke, are let in exactly as row by row; every other row goes the careful way."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from typing import Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kpu_desk.domain.roster import RosterReading
from kpu_desk.domain.roster_mapping import RosterRequest
from kpu_desk.roster_files.csv_grid import read_csv
from kpu_desk.roster_files.header_words import find_header
from kpu_desk.roster_files.reading import Found, judge
from kpu_desk.roster_files.table import Table, read_table
from tests.roster_files.sample_rosters import invented_people
from tests.roster_files.test_reading_csv import HEADER, text_of

TODAY = date(2026, 1, 22)
TITLED = ["No", "Gelar Depan", "Nama", "Gelar Belakang", "NIP", "Pangkat", "Gol", "Jabatan", "Unit"]

# What stands in a cell: what is usual, and what only looks like it.
NUMBERS = ["1", "12", "", " ", "7.", "a", "²", "(1)"]
NAMES = [
    *("Galuhani Bestari, S.H.", "dr. Arya", "Tidak Ada", "Tidar Contoh", "nihil", "Contoh: Arya", "Isi nama", "Isma"),
    *("Kosong", "Di isi", "Bagian Umum", "Jumlah", "Sekretaris,", "=A1", "-", "", "A  B", " Arya", "Arya\nB", "Café"),
    *("A" * 201, "Arya 2", "III/c", "198609262015051001", "<b>Arya</b>", "'", "..", "NIP. 1", "Nama", "Ar\u200bya"),
]
NIPS = [
    *("198609262015051001", "197203112000121002", "199002282014062003", "199002302014062003", "202001012024011001"),
    *("", " ", "-", "198609262015051000", "198609262015053001", "198609261990051001", "198609262015211001"),
    *("1986 09262015051001", "NIP. 197203112000121002", '="199002282014062003"', "1,9E+17", "III/c", "19860926"),
]
RANKS = ["Penata", "", "-", "Penata (III/c)", "III/c", "Raja", "=1", "Bagian Umum", "198609262015051001"]
GRADES = ["III/c", "IV/a", "", "-", "VII", "9/9", "#N/A"]
OFFICES = ["Analis", "Ketua", "", "-", "III/d", "Bagian Umum", "A" * 201, "Kepala & Ketua", "&amp;", "Pejabat,"]
UNITS = ["Bagian Hukum", "", " ", "-", "Unit\u202e", "tidak ada", "III/a"]
ROW = ["1", "Galuhani Bestari, S.H.", "198609262015051001", "Penata", "III/c", "Analis", "Bagian Hukum"]
FRONT = ["", "Dr.", "-", "H. Dr.", "1"]
BACK = ["", "S.H.", "S.E., M.M.", "=1"]
REMARKS = ["", "cuti", "Catatan: \u202e", "a  b"]
COLUMNS = (NUMBERS, NAMES, NIPS, RANKS, GRADES, OFFICES, UNITS)

plain_rows = st.tuples(*(st.sampled_from(texts[:2]) for texts in COLUMNS)).map(list)
odd_rows = st.tuples(*(st.sampled_from(texts) for texts in COLUMNS)).map(list)
other_rows = st.sampled_from(
    [
        [],
        [""] * 7,
        HEADER,
        ["No", "NIP", "Nama", "Pangkat", "Gol/Ruang", "Jabatan", "Unit"],
        ["No", "Nama", "NIP", "Pangkat", "Gol/Ruang", "Jabatan", "Unit", "Ket"],
        ["A.", "Bagian Umum", "", "", "", "", ""],
        ["Jumlah", "2 orang", "", "", "", "", ""],
        ["", "", "", "", "", "Mengetahui", ""],
        ["1", "Arya, S.H.", "", "", "", "Analis", "", "lebih"],
        ["1", "Arya", "", "", "", "Analis"],
    ]
)
tables = st.lists(st.one_of(plain_rows, plain_rows, odd_rows, other_rows), max_size=12)


@st.composite
def files(draw: st.DrawFn) -> str:
    """A table as some program saves it: columns in any order and some more, any separator, line end and quoting."""
    order = draw(st.permutations(range(10)))
    header = [*HEADER, "Gelar Depan", "Gelar Belakang", "Keterangan"]
    more = [draw(st.lists(st.sampled_from(texts), min_size=12, max_size=12)) for texts in (FRONT, BACK, REMARKS)]
    wide = [[*row, *beside] if len(row) == 7 else row for row, *beside in zip(draw(tables), *more, strict=False)]
    left = draw(st.integers(7, 10))
    places = [place for place in order if place < left]
    rows = [[row[place] for place in places] if len(row) == 10 else row for row in [header, *wide]]
    end = draw(st.sampled_from(["\r\n", "\n", "\r"]))
    stream = io.StringIO()
    quoting: Literal[0, 1] = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    csv.writer(stream, delimiter=draw(st.sampled_from(";,\t|")), lineterminator=end, quoting=quoting).writerows(rows)
    text = stream.getvalue()
    place = draw(st.integers(len(text) // 2, len(text)))
    # What strangers break: a line end within a line, a mark that opens and never closes, no line end at the end.
    return text[:place] + draw(st.sampled_from(["", "", "", "\r", "\n", '"', "\x1f"])) + text[place:].rstrip("\r\n")


def both_ways(text: str) -> tuple[RosterReading, RosterReading, Table]:
    """The reading with the everyday rows found at one stroke, the one without, and the table of the first."""
    grid = read_csv(text)
    header = find_header(grid)
    assert header is not None
    quick, careful = read_table(grid, header, today=TODAY), read_table(grid, header)
    assert not careful.everyday
    readings = [judge(Found(grid, header, table), [], TODAY, RosterRequest()) for table in (quick, careful)]
    return readings[0], readings[1], quick


def test_both_ways_give_the_same(at_length: Callable[[int, int], int]) -> None:
    @given(tables)
    @example([[texts[0] for texts in COLUMNS]] * 2)
    @settings(deadline=None, max_examples=at_length(60, 2_000))
    def alike(rows: list[list[str]]) -> None:
        quick, careful, _ = both_ways(text_of([HEADER, *rows]))
        assert quick == careful

    alike()


def test_both_ways_give_the_same_however_a_file_is_written(at_length: Callable[[int, int], int]) -> None:
    @given(files())
    @example(text_of([HEADER, ROW, [*HEADER[:1], "NIP", "Nama", *HEADER[3:]], ["2", ROW[2], "Bestari", *ROW[3:]]]))
    @settings(deadline=None, max_examples=at_length(60, 2_000))
    def alike(text: str) -> None:
        if find_header(read_csv(text)) is not None:
            quick, careful, _ = both_ways(text)
            assert quick == careful

    alike()


@pytest.mark.parametrize("texts", COLUMNS)
def test_every_text_in_an_otherwise_everyday_row(texts: list[str]) -> None:
    place = COLUMNS.index(texts)
    rows = []
    for number, text in enumerate(texts):
        row = [
            "1",
            "Arya Rekaan",
            f"19860926201505{number // 800 + 1}{number + 1:03}",
            "Penata",
            "III/c",
            "Analis",
            "U",
        ]
        row[place] = text
        rows.append(row)
    quick, careful, table = both_ways(text_of([HEADER, *rows]))
    assert quick == careful
    assert table.everyday


def test_titles_stand_beside_the_name() -> None:
    row = ["1", "Dr.", "Arya Rekaan", "S.H.", "", "", "", "Analis", ""]
    quick, careful, table = both_ways(text_of([TITLED, row, ["2", "", "Bestari", "-", "", "", "", "Ketua", ""]]))
    assert quick == careful
    assert [found.name for found in table.everyday.rows()] == ["Dr. Arya Rekaan, S.H.", "Bestari"]


@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4, 5, 6, 7), (6, 0, 5, 2, 7, 1, 3, 4), (3, 4, 5, 6, 0, 2, 7, 1)])
def test_nothing_needs_a_second_look_where_all_is_well(
    separator: str, end: str, quoting: Literal[0, 1], order: tuple[int, ...]
) -> None:
    people = enumerate(invented_people(60), start=1)
    rows = [
        [str(number), one.name, one.nip or "", one.rank, one.grade, one.office, one.unit, f"catatan {number}"]
        for number, one in people
    ]
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, lineterminator=end, quoting=quoting)
    writer.writerows([row[place] for place in order] for row in [[*HEADER, "Keterangan"], *rows])
    quick, careful, table = both_ways(stream.getvalue())
    assert quick == careful
    assert (len(table.everyday), table.candidates) == (len(rows), ())
