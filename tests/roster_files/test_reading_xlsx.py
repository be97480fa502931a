"""Rosters as XLSX: one test per quirk, with files made here."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import ProblemCode, RosterReading, RosterRow, Severity
from kpu_desk.domain.roster_text import fold
from kpu_desk.roster_files.grid import column_letter
from kpu_desk.roster_files.reading import read_roster
from tests.roster_files.sample_rosters import invented_people, quirky_xlsx

TODAY = date(2026, 1, 22)
HEADER = ("No", "Nama", "NIP", "Pangkat/Gol", "Jabatan", "Unit Kerja")
ONE = (1, "Arvendra Adiwarna, S.H.", "198609262015051001", "Penata (III/c)", "Analis Hukum", "Bagian Hukum")
TWO = (2, "dr. Bestari", "199003152024212004", "IX", "Dokter", "Sekretariat")

Cell = str | int | float | bool | datetime | None


def write(path: Path, *rows: tuple[Cell, ...], arrange: Callable[[Worksheet], None] | None = None) -> Path:
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    for row, cells in enumerate(rows, start=1):
        for column, cell in enumerate(cells, start=1):
            if cell is not None:
                sheet.cell(row, column, cell)
    if arrange:
        arrange(sheet)
    workbook.save(path)
    return path


def read(path: Path) -> RosterReading:
    return read_roster(path, TODAY)


def names(reading: RosterReading) -> list[str]:
    return [row.name for row in reading.rows]


def loud(reading: RosterReading) -> list[tuple[str | None, ProblemCode]]:
    return [(found.cell, found.code) for found in reading.problems if found.severity is not Severity.INFO]


@pytest.mark.parametrize("people", [1, 7, 12, 96, 300])
def test_the_sample_comes_in_whole_and_without_a_fault(tmp_path: Path, people: int) -> None:
    written = quirky_xlsx(tmp_path / "roster.xlsx", people)
    reading = read(tmp_path / "roster.xlsx")
    assert len(written) == people
    assert [(row.name, row.nip, row.office, row.unit) for row in reading.rows] == [
        (person.name, person.nip, person.office, person.unit) for person in written
    ]
    assert loud(reading) == []
    assert {found.code for found in reading.problems} == {ProblemCode.SUBHEADING_AS_UNIT}


def test_the_sample_has_people_that_can_be_told_apart() -> None:
    people = invented_people(300)
    numbers = [person.nip for person in people if person.nip]
    assert len({person.name for person in people}) == 300
    assert len(set(numbers)) == len(numbers)


def test_plain_table(tmp_path: Path) -> None:
    reading = read(write(tmp_path / "a.xlsx", HEADER, ONE, TWO))
    assert reading.problems == ()
    first = reading.rows[0]
    assert (first.row, first.sheet, first.name, first.nip) == (2, "Sheet", ONE[1], ONE[2])
    assert (first.rank, first.office, first.unit) == ONE[3:]


def test_the_name_of_the_file_does_not_matter(tmp_path: Path) -> None:
    assert names(read(write(tmp_path / "a.csv", HEADER, ONE))) == [ONE[1]]


@pytest.mark.parametrize(
    "header",
    [
        ("No.", "NAMA LENGKAP", "NIP / NIPPPK", "PANGKAT, GOL/RUANG", "JABATAN", "BAGIAN"),
        ("No", "Nama Lengkap (Wajib)", "NIP (Wajib)", "Pangkat (Gol)", "Nama Jabatan", "Subbagian"),
        ("NO URUT", "Nama Pegawai", "NI PPPK", "Gol/Ruang", "Jabatan Saat Ini", "Satuan Kerja"),
        ("", "Nama dan\nGelar", "Nomor Induk Pegawai", "Golongan", "Jabatan", "Unit/Bagian/Subbagian/Unit Kerja"),
        ("no", "nama", "nip\n(18 digit)", "pangkat/gol", "jabatan", "unit"),
    ],
)
def test_header_words(tmp_path: Path, header: tuple[str, ...]) -> None:
    reading = read(write(tmp_path / "a.xlsx", ("DAFTAR NAMA PEGAWAI",), (), header, ONE))
    assert reading.header_row == 3
    row = reading.rows[0]
    assert (row.row, row.name, row.nip, row.rank, row.office, row.unit) == (4, *ONE[1:])
    assert reading.problems == ()


def test_other_columns_are_left_alone(tmp_path: Path) -> None:
    header = ("NIK", "Nama", "Nama Bank", "TMT Jabatan", "Jabatan", "Kelas Jabatan", "Gol. Darah", "HP")
    reading = read(write(tmp_path / "a.xlsx", header, ("31", "Fanindya", "X\u202e", "#N/A", "Analis", 7, "O", 8)))
    row = reading.rows[0]
    assert (row.name, row.nip, row.rank, row.office, row.unit) == ("Fanindya", None, None, "Analis", None)
    assert reading.problems == ()


def test_header_merged_downwards_with_a_second_row(tmp_path: Path) -> None:
    def arrange(sheet: Worksheet) -> None:
        for place in ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"):
            sheet.merge_cells(place)

    rows = (
        ("No", "Nama", "NIP", "Kepegawaian", None, "Jabatan"),
        (None, None, None, "TMT", "Pangkat"),
        (1, ONE[1], ONE[2], "2015", "Penata", "Analis"),
    )
    reading = read(write(tmp_path / "a.xlsx", *rows, arrange=arrange))
    assert [(row.row, row.rank, row.office) for row in reading.rows] == [(3, "Penata", "Analis")]


def test_header_split_over_two_rows_with_the_name_below(tmp_path: Path) -> None:
    rows = (("No", "Data Pegawai", None, "Tugas"), (None, "Nama", "NIP", "Jabatan"), (1, ONE[1], ONE[2], "Analis"))
    assert names(read(write(tmp_path / "a.xlsx", *rows))) == [ONE[1]]


def test_one_label_over_rank_and_grade(tmp_path: Path) -> None:
    rows = (("No", "Nama", "NIP", "Pangkat/Gol", None, "Jabatan"), (1, ONE[1], ONE[2], "Penata", "III/c", "Analis"))
    reading = read(write(tmp_path / "a.xlsx", *rows, arrange=lambda sheet: sheet.merge_cells("D1:E1")))
    assert reading.rows[0].rank == "Penata (III/c)"


@pytest.mark.parametrize("numbering", [(1, 2, 3, 4, 5, 6), ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"), ("1.", "2.")])
def test_numbering_row(tmp_path: Path, numbering: tuple[Cell, ...]) -> None:
    reading = read(write(tmp_path / "a.xlsx", HEADER, numbering, ONE))
    assert names(reading) == [ONE[1]]
    assert reading.problems == ()


def test_sub_headings_become_the_unit(tmp_path: Path) -> None:
    def arrange(sheet: Worksheet) -> None:
        sheet.merge_cells("A2:E2")

    rows = (
        HEADER[:5],
        ("Kelompok Kerja Cerdas",),
        (1, "Arvendra", None, None, "Analis"),
        (),
        (None, "Bagian Keuangan, Umum dan Logistik"),
        (2, "Bestari", None, None, "Analis"),
        ("B.", "Teknologi"),
        (3, "Cakrawira", None, None, "Analis"),
        ("C. SUBBAGIAN HUKUM",),
        (4, "Damayra", None, None, "Analis"),
    )
    reading = read(write(tmp_path / "a.xlsx", *rows, arrange=arrange))
    assert [(row.name, row.unit) for row in reading.rows] == [
        ("Arvendra", "Kelompok Kerja Cerdas"),
        ("Bestari", "Bagian Keuangan, Umum dan Logistik"),
        ("Cakrawira", "Teknologi"),
        ("Damayra", "SUBBAGIAN HUKUM"),
    ]
    assert loud(reading) == []


def test_an_own_unit_counts_more_than_the_sub_heading(tmp_path: Path) -> None:
    reading = read(write(tmp_path / "a.xlsx", HEADER, ("Sekretariat",), ONE, (*TWO[:5], "-")))
    assert [row.unit for row in reading.rows] == ["Bagian Hukum", "Sekretariat"]


def test_a_unit_merged_over_several_people(tmp_path: Path) -> None:
    rows = (HEADER, (*ONE[:5], "Bagian Umum"), TWO[:5], (3, "Cakrawira", "-", "-", "Analis"))
    reading = read(write(tmp_path / "a.xlsx", *rows, arrange=lambda sheet: sheet.merge_cells("F2:F3")))
    assert [row.unit for row in reading.rows] == ["Bagian Umum", "Bagian Umum", None]


def test_footer_and_signature_block_are_no_people(tmp_path: Path) -> None:
    rows = (
        HEADER,
        ONE,
        ("Jumlah", None, None, None, "1 orang"),
        (),
        (None, "Mengetahui,", None, None, "Jakarta, 2 Januari 2026"),
        (None, "Ketua,", None, None, "Sekretaris,"),
        (),
        (None, "Ir. Zulfandri", None, None, "Dra. Rengganis"),
        (None, None, None, None, "NIP. 19680512 199403 2 002"),
    )
    reading = read(write(tmp_path / "a.xlsx", *rows))
    assert names(reading) == [ONE[1]]
    assert loud(reading) == []


@pytest.mark.parametrize("office", ["Sekretaris,", "Plt. Sekretaris", "KETUA KOMISI"])
def test_a_signature_block_without_a_date(tmp_path: Path, office: str) -> None:
    block = ((), (None, None, None, None, office), (), (None, None, None, None, "Dra. Rengganis"))
    reading = read(write(tmp_path / "a.xlsx", HEADER, ONE, *block))
    assert names(reading) == [ONE[1]]
    assert reading.problems == ()


def test_people_after_something_like_a_footer_are_not_lost(tmp_path: Path) -> None:
    rows = (HEADER, ONE, (None, "Keterangan: cuti"), TWO)
    assert names(read(write(tmp_path / "a.xlsx", *rows))) == [ONE[1], TWO[1]]


def test_repeated_header_and_blank_rows(tmp_path: Path) -> None:
    reading = read(write(tmp_path / "a.xlsx", HEADER, ONE, (), (" ",), HEADER, TWO))
    assert [row.row for row in reading.rows] == [2, 6]
    assert reading.problems == ()


def test_instructions_and_samples_are_skipped(tmp_path: Path) -> None:
    rows = (HEADER, ("Panduan", "Tulis gelarnya", "18 digit", None, "Lihat SK"), ("Contoh", *TWO[1:]), ONE)
    reading = read(write(tmp_path / "a.xlsx", *rows))
    assert names(reading) == [ONE[1]]
    assert [found.code for found in reading.problems] == [ProblemCode.SAMPLE_ROW_SKIPPED] * 2


@pytest.mark.parametrize("number", [198609262015051001, 1.98609262015051e17, 0, True, datetime(2026, 1, 2)])  # noqa: DTZ001 - a spreadsheet's dates have no zone
def test_a_numeric_nip_is_never_believed(tmp_path: Path, number: Cell) -> None:
    reading = read(write(tmp_path / "a.xlsx", HEADER, (*ONE[:2], number, *ONE[3:]), TWO))
    assert names(reading) == [TWO[1]]
    assert loud(reading) == [("C2", ProblemCode.NIP_NUMERIC)]


def test_duplicates_name_each_other(tmp_path: Path) -> None:
    reading = read(write(tmp_path / "a.xlsx", HEADER, ONE, (2, "Bestari", ONE[2], None, "Analis"), TWO))
    assert names(reading) == [TWO[1]]
    assert loud(reading) == [("C2", ProblemCode.NIP_DUPLICATE), ("C3", ProblemCode.NIP_DUPLICATE)]


def test_missing_name_and_office(tmp_path: Path) -> None:
    rows = (HEADER, (1, None, None, None, "Analis"), (2, "Bestari"), (3, "Cakrawira", None, None, None, "Umum"), ONE)
    reading = read(write(tmp_path / "a.xlsx", *rows))
    assert names(reading) == [ONE[1]]
    assert loud(reading) == [
        ("B2", ProblemCode.NAME_MISSING),
        ("E3", ProblemCode.OFFICE_MISSING),
        ("E4", ProblemCode.OFFICE_MISSING),
    ]


def test_formulas_keep_their_text(tmp_path: Path) -> None:
    def arrange(sheet: Worksheet) -> None:
        sheet["B3"] = ArrayFormula("B3:B3", '=B2&"y"')

    reading = read(write(tmp_path / "a.xlsx", HEADER, (1, '=A1&"x"', *ONE[2:]), TWO, arrange=arrange))
    assert names(reading) == ['=A1&"x"', '=B2&"y"']
    assert loud(reading) == [("B2", ProblemCode.FORMULA), ("B3", ProblemCode.FORMULA)]


def test_error_values_and_escaped_control_characters(tmp_path: Path) -> None:
    rows = (
        HEADER,
        (1, "#N/A", *ONE[2:]),
        (2, "Arvendra_x0007_", *TWO[2:]),
        (3, "Bestari_x000D_\nS.H.", "", "", "Analis"),
    )
    reading = read(write(tmp_path / "a.xlsx", *rows))
    assert names(reading) == ["Bestari S.H."]
    assert loud(reading) == [("B2", ProblemCode.CELL_ERROR), ("B3", ProblemCode.CONTROL_CHARACTER)]


def test_hidden_rows_and_columns_are_read_and_named(tmp_path: Path) -> None:
    def arrange(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["C"].hidden = True

    reading = read(write(tmp_path / "a.xlsx", HEADER, ONE, TWO, arrange=arrange))
    assert names(reading) == [ONE[1], TWO[1]]
    assert {found.code for found in reading.problems} == {
        ProblemCode.HIDDEN_ROWS_READ,
        ProblemCode.HIDDEN_COLUMN_READ,
    }


def test_the_first_sheet_that_holds_a_roster(tmp_path: Path) -> None:
    workbook = Workbook()
    cover = workbook.active
    assert isinstance(cover, Worksheet)
    cover["A1"] = "Sampul"
    for title in ("Pegawai", "Lama"):
        sheet = workbook.create_sheet(title)
        sheet.append(HEADER)
        sheet.append(ONE)
    workbook.save(tmp_path / "a.xlsx")
    reading = read(tmp_path / "a.xlsx")
    assert [row.sheet for row in reading.rows] == ["Pegawai"]
    assert [(found.code, found.fact("others")) for found in reading.problems] == [(ProblemCode.OTHER_SHEETS, "Lama")]


def test_far_away_cells_do_not_hang(tmp_path: Path) -> None:
    def far_right(sheet: Worksheet) -> None:
        sheet["XFD3"] = "x"

    def far_down(sheet: Worksheet) -> None:
        sheet["XFD1048576"] = "x"

    def formatted(sheet: Worksheet) -> None:
        sheet["XFD1048576"].number_format = "0.00"

    reading = read(write(tmp_path / "a.xlsx", HEADER, ONE, arrange=far_right))
    assert [found.code for found in reading.problems] == [ProblemCode.COLUMNS_NOT_READ]
    assert names(read(write(tmp_path / "b.xlsx", HEADER, ONE, arrange=formatted))) == [ONE[1]]
    with pytest.raises(RosterError) as caught:
        read(write(tmp_path / "c.xlsx", HEADER, ONE, arrange=far_down))
    assert caught.value.code == "TOO_MANY_ROWS"


def rewrite(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[part] = change(parts[part])
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


SHEET = "xl/worksheets/sheet1.xml"
HUGE_MERGE = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'


@pytest.mark.parametrize(
    ("part", "old", "new", "code"),
    [
        (SHEET, b"<sheetData>", b"<sheetData><row", "DAMAGED_FILE"),
        (
            SHEET,
            b"</sheetData>",
            HUGE_MERGE,
            "TOO_MANY_CELLS",
        ),
        (SHEET, b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', "DAMAGED_FILE"),
        (SHEET, b'r="B2"', b'r="2B"', "DAMAGED_FILE"),
    ],
)
def test_packages_that_are_refused(tmp_path: Path, part: str, old: bytes, new: bytes, code: str) -> None:
    path = write(tmp_path / "a.xlsx", HEADER, ONE)
    assert names(read(path)) == [ONE[1]]
    with pytest.raises(RosterError) as caught:
        read(rewrite(path, part, lambda data: data.replace(old, new)))
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((), "EMPTY_FILE"),
        ((("Laporan",), ("a", "b")), "NO_HEADER"),
        ((("No", "Nama", "NIP"), (1, "Arvendra", ONE[2])), "NO_OFFICE_COLUMN"),
        ((("No", "Nama / NIP", "Jabatan"), (1, "Arvendra", "Analis")), "NAME_AND_NIP_IN_ONE_COLUMN"),
        ((HEADER, (1, 2, 3, 4, 5, 6)), "NO_PEOPLE"),
    ],
)
def test_sheets_that_are_no_roster(tmp_path: Path, rows: tuple[tuple[Cell, ...], ...], code: str) -> None:
    with pytest.raises(RosterError) as caught:
        read(write(tmp_path / "a.xlsx", *rows))
    assert caught.value.code == code


# openpyxl itself refuses control characters; those are written by CSV tests.
texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), max_size=30)
cells = st.one_of(st.none(), texts, st.integers(-(10**18), 10**18), st.booleans(), st.floats(allow_nan=False))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(st.lists(cells, max_size=7).map(tuple), max_size=8))
def test_any_grid_under_a_header(tmp_path: Path, grid: list[tuple[Cell, ...]]) -> None:
    refused = ""
    rows: tuple[RosterRow, ...] = ()
    try:
        rows = read(write(tmp_path / "a.xlsx", HEADER, *grid)).rows
    except RosterError as error:
        refused = error.code
    assert refused in {"", "NO_PEOPLE"}
    for row in rows:
        written = grid[row.row - 2][1]
        assert isinstance(written, str)
        assert row.name == fold(written)


def test_column_letters() -> None:
    assert [column_letter(number) for number in (1, 26, 27, 702, 703, 16384)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
