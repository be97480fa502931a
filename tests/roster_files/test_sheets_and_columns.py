"""Which sheet and which columns: strict workbooks, several sheets, columns pointed at by hand and remembered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import Column, ProblemCode, Severity
from kpu_desk.domain.roster_mapping import ColumnMapping, Placing, RosterRequest, header_key
from kpu_desk.roster_files.reading import read_roster
from kpu_desk.services.roster_check import check_roster, worksheets
from kpu_desk.services.roster_mapping import FILE_NAME, remember_mapping, remembered_mapping
from kpu_desk.workspace import Workspace
from tests.roster_files.packages import HEADER, ONE, SHEET, plain, rewrite, shared, strict
from tests.roster_files.sample_rosters import quirky_xlsx

TODAY = date(2026, 1, 22)
PPNPN = ("NMPPPNPN", "NIKPPNPN", "NPWP", "STATUS", "NOREK", "BANK", "JBT", "UNIT_KERJA")
DRIVER = ("Galuhani", "3171", "09", "AKTIF", "12", "BANK", "Pengemudi", "PPNPN")


def test_a_strict_workbook_reads_like_any_other(tmp_path: Path) -> None:
    written = quirky_xlsx(tmp_path / "a.xlsx", 96)
    before = read_roster(tmp_path / "a.xlsx", TODAY)
    after = read_roster(strict(tmp_path / "a.xlsx"), TODAY)
    assert len(after.rows) == len(written) == 96
    assert after == before


@pytest.mark.parametrize("change", [lambda path: path, strict], ids=["transitional", "strict"])
def test_shared_strings_in_runs_read_like_inline_ones(tmp_path: Path, change: Callable[[Path], Path]) -> None:
    quirky_xlsx(tmp_path / "a.xlsx", 96)
    before = read_roster(tmp_path / "a.xlsx", TODAY)
    assert read_roster(change(shared(tmp_path / "a.xlsx")), TODAY) == before
    assert len(before.rows) == 96


def test_a_strict_workbook_has_iso_dates(tmp_path: Path) -> None:
    path = plain(tmp_path / "a.xlsx", (HEADER, ONE))

    def dated(name: str, data: bytes) -> bytes:
        if name != SHEET:
            return data
        start = data.index(b'<c r="F2"')
        end = data.index(b"</c>", start)
        return data[:start] + b'<c r="F2" t="d"><v>2026-03-04</v>' + data[end:]

    reading = read_roster(strict(rewrite(path, dated)), TODAY)
    assert [(found.cell, found.code) for found in reading.problems] == [("F2", ProblemCode.DATE_CELL)]


def two_sheets(path: Path) -> Path:
    workbook = Workbook()
    workbook.worksheets[0].title = "Sampul"
    workbook.worksheets[0]["A1"] = "Daftar"
    for title, people in (("Pegawai", 2), ("Komisioner", 1)):
        sheet = workbook.create_sheet(title)
        sheet.append(HEADER)
        for number in range(people):
            sheet.append((number + 1, f"{title} {'AB'[number]}", None, None, "Analis", None))
    hidden = workbook.create_sheet("Lama", 0)
    hidden.append(HEADER)
    hidden.append(ONE)
    hidden.sheet_state = "hidden"
    workbook.save(path)
    return path


def test_the_worksheets_are_offered_and_any_can_be_chosen(tmp_path: Path) -> None:
    path = two_sheets(tmp_path / "a.xlsx")
    sketches = worksheets(path)
    assert [(one.name, one.people, one.hidden) for one in sketches] == [
        ("Sampul", 0, False),
        ("Pegawai", 2, False),
        ("Komisioner", 1, False),
        ("Lama", 1, True),
    ]
    assert sketches[1].header_row == 1
    assert (2, Column.NAME) in sketches[1].columns
    assert sketches[1].rows[1].texts[:2] == ("1", "Pegawai A")
    first = check_roster(path, TODAY)
    assert (first.sheet, len(first.rows)) == ("Pegawai", 2)
    assert [(found.code, found.fact("others")) for found in first.problems] == [
        (ProblemCode.OTHER_SHEETS, "Komisioner, Lama")
    ]
    assert [row.name for row in check_roster(path, TODAY, sheet="Komisioner").rows] == ["Komisioner A"]
    with pytest.raises(RosterError, match="NO_SUCH_SHEET"):
        check_roster(path, TODAY, sheet="Baru")


def test_columns_are_pointed_at_by_hand_and_remembered_by_their_words(tmp_path: Path) -> None:
    path = plain(tmp_path / "a.xlsx", (PPNPN, DRIVER))
    with pytest.raises(RosterError, match="NO_OFFICE_COLUMN"):
        check_roster(path, TODAY)
    (sketch,) = worksheets(path)
    assert (sketch.people, sketch.header_row) == (0, 1)
    placing = Placing(1, ((Column.NAME, 1), (Column.OFFICE, 7), (Column.UNIT, 8)))
    by_hand = check_roster(path, TODAY, placing=placing)
    assert [(row.name, row.nip, row.office, row.unit) for row in by_hand.rows] == [
        ("Galuhani", None, "Pengemudi", "PPNPN")
    ]
    mapping = ColumnMapping().with_headers({"JBT": Column.OFFICE, "NIKPPNPN": None})
    workspace = Workspace(tmp_path)
    assert remembered_mapping(workspace) == ColumnMapping()
    remember_mapping(workspace, mapping)
    assert "Galuhani" not in (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    again = check_roster(plain(tmp_path / "b.xlsx", (("DAFTAR",), PPNPN, DRIVER)), TODAY, mapping=mapping)
    assert remembered_mapping(workspace) == mapping
    assert [(row.row, row.name, row.office) for row in again.rows] == [(3, "Galuhani", "Pengemudi")]


def test_a_word_of_the_office_wins_over_the_usual_meaning(tmp_path: Path) -> None:
    path = plain(tmp_path / "a.xlsx", (("Nama", "Jabatan", "Tugas Tambahan"), ("Bestari", "x1", "Analis")))
    mapping = ColumnMapping().with_headers({"Jabatan": None, "Tugas  TAMBAHAN": Column.OFFICE})
    assert check_roster(path, TODAY, mapping=mapping).rows[0].office == "Analis"


@pytest.mark.parametrize("ending", ["a.xlsx", "a.csv"])
@pytest.mark.parametrize("header_row", [0, -1])
def test_a_list_without_any_header(tmp_path: Path, ending: str, header_row: int) -> None:
    rows = (("Arvendra", "Analis", "x"), ("Bestari", "Dokter", "y"))
    path = tmp_path / ending
    if ending == "a.csv":
        path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    else:
        plain(path, rows)
    reading = check_roster(path, TODAY, placing=Placing(header_row, ((Column.NAME, 1), (Column.OFFICE, 2))))
    assert [(row.row, row.name, row.office) for row in reading.rows] == [
        (1, "Arvendra", "Analis"),
        (2, "Bestari", "Dokter"),
    ]
    assert reading.problems == ()


def test_pointing_needs_a_name_and_an_office(tmp_path: Path) -> None:
    path = plain(tmp_path / "a.xlsx")
    for places, code in ((((Column.NAME, 2),), "NO_OFFICE_COLUMN"), (((Column.OFFICE, 2),), "NO_HEADER")):
        with pytest.raises(RosterError, match=code):
            check_roster(path, TODAY, placing=Placing(1, places))


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"format":1}', '{"format":"kpu-desk roster mapping 1","columns":{"a":"xx"}}']
)
def test_a_damaged_mapping_is_an_empty_one(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    assert remembered_mapping(Workspace(tmp_path)) == ColumnMapping()


@given(st.dictionaries(st.text(max_size=70), st.sampled_from([None, *Column]), max_size=6))
def test_a_mapping_survives_its_file_and_holds_no_data(headers: dict[str, Column | None]) -> None:
    mapping = ColumnMapping().with_headers(headers)
    assert ColumnMapping.from_json(mapping.to_json()) == mapping
    assert set(mapping.meanings()) == {key for text in headers if (key := header_key(text))}


def test_a_datum_is_no_header() -> None:
    assert [header_key(text) for text in ("198609262015051001", "HP 0812", "x" * 61, " (a) ")] == [""] * 4
    assert header_key("NAMA  Lengkap (Wajib)*") == "nama lengkap"


@pytest.mark.parametrize(
    ("record", "cell"),
    [
        ("1;Arvendra;198609262015051001;Analis Hukum;Bagian Hukum", "E2"),  # the rank is missing
        ("1;Arvendra;Penata (III/c);Analis Hukum;Bagian Hukum", "C2"),  # the NIP
        ("Arvendra;198609262015051001;Penata (III/c);Analis Hukum;Bagian Hukum", "C2"),  # the number
        ("1;Arvendra;198609262015051001;Penata (III/c);Bagian Hukum", "E2"),  # the office
        ("1;198609262015051001;Penata (III/c);Analis Hukum;Bagian Hukum", "C2"),  # the name
        ("1;Arvendra;-;198609262015051001;Penata (III/c);Analis Hukum;Bagian Hukum", "D2"),  # one too many
    ],
)
def test_a_row_shifted_by_a_missing_cell_is_refused(tmp_path: Path, record: str, cell: str) -> None:
    (tmp_path / "a.csv").write_text(f"{';'.join(HEADER)}\n{record}\n2;Bestari;;;Dokter;\n", encoding="utf-8")
    reading = read_roster(tmp_path / "a.csv", TODAY)
    assert [row.name for row in reading.rows] == ["Bestari"]
    shifted = [found.cell for found in reading.problems if found.code is ProblemCode.ROW_SHIFTED]
    assert shifted == [cell]


def test_a_short_record_is_to_be_looked_at(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{';'.join(HEADER)}\n1;Bestari;;;Dokter\n", encoding="utf-8")
    reading = read_roster(tmp_path / "a.csv", TODAY)
    assert [(found.code, found.severity) for found in reading.problems] == [
        (ProblemCode.FIELDS_TOO_FEW, Severity.WARNING)
    ]


def test_dates_are_never_guessed(tmp_path: Path) -> None:
    born = ("1986-09-26", "26/09/1986", "09/26/1986", "2 Januari 2026", "1/2", "03-04-26")
    rows = [("Nama", "Tanggal Lahir (YYYY-MM-DD)", "Jabatan", "Unit")]
    rows += [(f"Orang {'ABCDEF'[place]}", text, "Analis", text) for place, text in enumerate(born)]
    reading = read_roster(plain(tmp_path / "a.xlsx", rows), TODAY)
    assert [row.unit for row in reading.rows] == list(born)
    assert all(row.nip is None for row in reading.rows)


@pytest.mark.parametrize("style", ["dd/mm/yyyy", "m/d/yy h:mm", '[$-421]d" "mmmm" "yyyy', "h:mm"])
@pytest.mark.parametrize("column", ["B", "D", "E", "F"])
def test_a_date_in_the_place_of_a_text_is_refused(tmp_path: Path, column: str, style: str) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(HEADER)
    sheet.append(ONE)
    sheet[f"{column}2"] = datetime(2026, 4, 3, 10, 30)  # noqa: DTZ001 - a spreadsheet's dates have no zone
    sheet[f"{column}2"].number_format = style
    sheet.append((2, "Bestari", None, None, "Dokter", None))
    workbook.save(tmp_path / "a.xlsx")
    reading = read_roster(tmp_path / "a.xlsx", TODAY)
    assert (f"{column}2", ProblemCode.DATE_CELL) in {(found.cell, found.code) for found in reading.problems}
    assert [row.name for row in reading.rows] == ["Bestari"]


def test_a_number_with_a_colour_is_no_date(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(HEADER)
    sheet.append((*ONE[:5], 7))
    sheet["F2"].number_format = '[Red]0.00" hari";[Blue]-0'
    workbook.save(tmp_path / "a.xlsx")
    reading = read_roster(tmp_path / "a.xlsx", TODAY, RosterRequest())
    assert (reading.rows[0].unit, reading.problems) == ("7", ())
