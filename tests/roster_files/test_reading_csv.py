"""Rosters as CSV and files that are no roster: encodings, separators, records."""

from __future__ import annotations

import codecs
import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import ProblemCode, RosterReading, RosterRow, Severity
from kpu_desk.domain.roster_text import fold
from kpu_desk.roster_files.reading import read_roster

TODAY = date(2026, 1, 22)
HEADER = ["No", "Nama", "NIP", "Pangkat", "Gol/Ruang", "Jabatan", "Unit"]
ONE = ["1", "Galuhani Café, S.H., M.H.", "198609262015051001", "Penata", "III/c", "Analis; Hukum", "Bagian Hukum"]
TWO = ["2", "dr. Bestari", "", "", "", "Dokter", ""]


def text_of(rows: list[list[str]], separator: str = ";", end: str = "\r\n") -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator, lineterminator=end).writerows(rows)
    return stream.getvalue()


def read(path: Path, data: bytes | str) -> RosterReading:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_roster(path, TODAY)


def names(reading: RosterReading) -> list[str]:
    return [row.name for row in reading.rows]


def loud(reading: RosterReading) -> list[tuple[str | None, ProblemCode]]:
    return [(found.cell, found.code) for found in reading.problems if found.severity is not Severity.INFO]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8"),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        lambda text: text.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16", "utf-16-be", "cp1252"],
)
def test_separators_and_encodings(tmp_path: Path, separator: str, encode: object) -> None:
    assert callable(encode)
    reading = read(tmp_path / "a.csv", encode(text_of([HEADER, ONE, TWO], separator)))
    first, second = reading.rows
    assert (first.row, first.sheet, first.name, first.nip, first.rank, first.office, first.unit) == (
        2,
        None,
        ONE[1],
        ONE[2],
        "Penata (III/c)",
        "Analis; Hukum",
        "Bagian Hukum",
    )
    assert (second.row, second.name, second.nip, second.rank, second.unit) == (3, "dr. Bestari", None, None, None)
    assert loud(reading) == []


def test_the_old_encoding_is_mentioned(tmp_path: Path) -> None:
    reading = read(tmp_path / "a.csv", text_of([HEADER, ONE]).encode("cp1252"))
    assert [found.code for found in reading.problems] == [ProblemCode.OLD_ENCODING]


def test_records_are_counted_not_lines(tmp_path: Path) -> None:
    first = [*ONE]
    first[1] = "Galuhani\r\nCafé,\nS.H."
    reading = read(tmp_path / "a.csv", text_of([["DAFTAR\nPEGAWAI"], [], HEADER, first, TWO]))
    assert reading.header_row == 3
    assert [(row.row, row.name) for row in reading.rows] == [(4, "Galuhani Café, S.H."), (5, "dr. Bestari")]


def test_the_separator_line_of_excel_is_no_record(tmp_path: Path) -> None:
    reading = read(tmp_path / "a.csv", "sep=;\r\n" + text_of([HEADER, ONE]))
    assert (reading.header_row, names(reading)) == (1, [ONE[1]])


@pytest.mark.parametrize(
    ("nip", "code"),
    [
        ("1,98609E+17", ProblemCode.NIP_EXPONENT),
        ("1.98609E+17", ProblemCode.NIP_EXPONENT),
        ("198609262015051000", ProblemCode.NIP_SERIAL),
        ("19860926201505100", ProblemCode.NIP_LENGTH),
        ('="198609262015051001"', ProblemCode.FORMULA),
        ("#N/A", ProblemCode.CELL_ERROR),
    ],
)
def test_nips_in_csv(tmp_path: Path, nip: str, code: ProblemCode) -> None:
    reading = read(tmp_path / "a.csv", text_of([HEADER, [*ONE[:2], nip, *ONE[3:]], TWO]))
    assert loud(reading) == [("C2", code)]


def test_sub_headings_repeated_headers_and_footers(tmp_path: Path) -> None:
    rows = [HEADER, ["Bagian Umum"], TWO, HEADER, ["", "Bagian Hukum", "", "", "", "", ""], ["3", "Arvendra", *TWO[2:]]]
    rows += [["Jumlah", "2"], ["", "", "", "", "", "Jakarta, 2 Januari 2026"], ["", "", "", "", "", "Sekretaris,"]]
    reading = read(tmp_path / "a.csv", text_of([*rows, ["", "", "", "", "", "Rengganis"]]))
    assert [(row.name, row.unit) for row in reading.rows] == [
        ("dr. Bestari", "Bagian Umum"),
        ("Arvendra", "Bagian Hukum"),
    ]
    assert loud(reading) == []


def test_a_row_of_header_words_under_a_header_hides_no_column(tmp_path: Path) -> None:
    # Found by fuzzing: the second row would have taken the place of "Jabatan".
    rows = [["Nama", " ", "Jabatan", "Jabatan"], ["", "", "Nama", "Nama"], ["Arvendra", "", "Analis", ""]]
    reading = read(tmp_path / "a.csv", text_of(rows))
    assert [(row.name, row.office) for row in reading.rows if row.row == 3] == [("Arvendra", "Analis")]


def test_names_that_begin_like_a_unit_are_people(tmp_path: Path) -> None:
    reading = read(tmp_path / "a.csv", "Nama;Jabatan\nUnitarini;\nAsnawirta;\nTenaga Kontrak;\nBestari;Dokter\n")
    assert [(row.name, row.unit) for row in reading.rows] == [("Bestari", "Tenaga Kontrak")]
    assert loud(reading) == [("B2", ProblemCode.OFFICE_MISSING), ("B3", ProblemCode.OFFICE_MISSING)]


def test_an_unquoted_title_shifts_the_row(tmp_path: Path) -> None:
    text = "Nama,NIP,Jabatan\nGaluhani, S.H.,198609262015051001,Analis\nBestari,,Dokter\n"
    reading = read(tmp_path / "a.csv", text)
    assert names(reading) == ["Bestari"]
    assert ("D2", ProblemCode.FIELDS_TOO_MANY) in loud(reading)


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_row_with_nothing_in_the_columns_that_are_read_is_blank(tmp_path: Path, quote: str) -> None:
    far = ";" * 120 + "x"
    reading = read(tmp_path / "a.csv", f"No;Nama;Jabatan\n1;Arya;Analis\n{far}\n2;{quote}Bestari{quote};Analis\n")
    assert names(reading) == ["Arya", "Bestari"]
    assert [(found.row, found.code) for found in reading.problems] == [(1, ProblemCode.COLUMNS_NOT_READ)]


def test_a_missing_field_is_mentioned(tmp_path: Path) -> None:
    reading = read(tmp_path / "a.csv", text_of([HEADER, TWO[:6], ONE]))
    assert [(found.row, found.code) for found in reading.problems] == [(2, ProblemCode.FIELDS_TOO_FEW)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "EMPTY_FILE"),
        (b"\xef\xbb\xbf \r\n", "EMPTY_FILE"),
        (b"%PDF-1.7 ...", "NOT_A_SPREADSHEET"),
        (b"<html><table><tr><td>Nama</td></tr></table>", "NOT_A_SPREADSHEET"),
        (b"PK\x03\x04 cut short", "DAMAGED_FILE"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "OLD_XLS"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "ENCRYPTED_FILE"),
        (bytes(range(256)) * 4, "UNKNOWN_ENCODING"),
        (bytes(1000), "NOT_A_SPREADSHEET"),
        (b"\xff\xfeN\x00a\x00m", "UNKNOWN_ENCODING"),
        (b"hello world\n", "NO_HEADER"),
        (b'Nama;Jabatan\n"' + b"x" * 200_000, "DAMAGED_CSV"),
        (b"Nama;Jabatan\n" + b"Arvendra;Analis\n" * 50_001, "TOO_MANY_ROWS"),
        (b"Nama;NIP\nArvendra;1\n", "NO_OFFICE_COLUMN"),
        (b"Nama;Jabatan\n", "NO_PEOPLE"),
    ],
)
def test_files_that_are_no_roster(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(RosterError) as caught:
        read(tmp_path / "a.csv", data)
    assert caught.value.code == code


def test_paths_that_are_no_file(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.csv", "MISSING_FILE"), (tmp_path, "NOT_A_FILE")):
        with pytest.raises(RosterError) as caught:
            read_roster(path, TODAY)
        assert caught.value.code == code


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(texts, min_size=7, max_size=7), max_size=8))
def test_any_grid_under_a_header(tmp_path: Path, grid: list[list[str]]) -> None:
    refused = ""
    rows: tuple[RosterRow, ...] = ()
    try:
        rows = read(tmp_path / "a.csv", text_of([HEADER, *grid], ",")).rows
    except RosterError as error:
        refused = error.code
    assert refused in {"", "NO_PEOPLE", "NOT_A_SPREADSHEET"}
    for row in rows:
        assert row.name == fold(grid[row.row - 2][1])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(RosterError):
        read(tmp_path / "a.csv", data)
