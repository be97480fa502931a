"""What the program itself writes for spreadsheets: no formula runs, NIPs stay whole, and it comes in again."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.errors import RosterError, StorageError
from kpu_desk.roster_files.writing import csv_table, xlsx_table
from kpu_desk.services import preparing
from kpu_desk.services.desk import Desk
from kpu_desk.services.roster_check import check_roster
from kpu_desk.services.roster_export import export_roster
from kpu_desk.storage import journal_rows
from tests.services.offices import PLAN, make_desk

TODAY = date(2026, 1, 22)
DANGEROUS = ("=1+1", "+62 812", "-1 Analis", "@SUM(A1)", "=cmd|' /C calc'!A0", "|calc", "%0A")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = make_desk(tmp_path / "kantor")
    yield opened
    opened.close()


def filled(desk: Desk) -> str:
    ceremony = preparing.create_ceremony(desk, PLAN)
    preparing.add_official(desk, ceremony.id, name="Galuhani, S.H.; M.H.", nip="198609262015051001", office="Ketua")
    for number, text in enumerate(DANGEROUS):
        nip = f"19860926201505100{number + 2}"
        preparing.add_official(desk, ceremony.id, name=f"{text} Bestari", nip=nip, office=f"{text} Analis", unit=text)
    return ceremony.id


def test_csv_holds_no_formula_and_no_number_of_18_digits(desk: Desk, tmp_path: Path) -> None:
    ceremony_id = filled(desk)
    path = tmp_path / "daftar.csv"
    assert export_roster(desk, ceremony_id, path) == len(DANGEROUS) + 1
    text = path.read_bytes().decode("utf-8-sig")
    records = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert records[1][1:5] == ["Galuhani, S.H.; M.H.", "19860926 201505 1 001", "", "Ketua"]
    for record in records:
        assert not any(field.startswith(("=", "+", "-", "@", "\t", "\r", "|", "%")) for field in record)
        with pytest.raises(ValueError, match="could not convert"):
            float(record[2])
    with desk.database.reading() as session:
        entry = tuple(journal_rows.read_all(session))[-1]
    assert entry.event == "roster_exported"
    assert json.loads(entry.facts) == {
        "ceremony": ceremony_id,
        "file": "daftar.csv",
        "digest": hashlib.sha256(path.read_bytes()).hexdigest(),
        "rows": len(DANGEROUS) + 1,
    }
    reading = check_roster(path, TODAY)
    assert [row.nip for row in reading.rows] == [one.nip for one in desk.ceremony(ceremony_id).officials]


def test_xlsx_holds_texts_alone_and_comes_in_again_exact(desk: Desk, tmp_path: Path) -> None:
    ceremony_id = filled(desk)
    path = tmp_path / "daftar.xlsx"
    export_roster(desk, ceremony_id, path)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(("=", "+", "-", "@")))
    assert sheet["C2"].value == "198609262015051001"
    rows = [(row.name, row.nip, row.office, row.unit) for row in check_roster(path, TODAY).rows]
    assert rows == [(one.name, one.nip, one.office, one.unit) for one in desk.ceremony(ceremony_id).officials]


def test_other_endings_and_folders_are_refused(desk: Desk, tmp_path: Path) -> None:
    ceremony_id = filled(desk)
    with pytest.raises(RosterError, match="EXPORT_KIND"):
        export_roster(desk, ceremony_id, tmp_path / "daftar.pdf")
    with pytest.raises(StorageError, match="FILE_MISSING"):
        export_roster(desk, ceremony_id, tmp_path / "none" / "daftar.csv")


dangerous = st.sampled_from((*DANGEROUS, "\uff1d1+1", " =1", "#N/A"))
cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | dangerous


@given(st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=5))
def test_any_text_is_written_as_a_text(table: list[list[str]]) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_table("x", table))).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} <= {"s"}
    records = csv.reader(io.StringIO(csv_table(table).decode("utf-8-sig"), newline=""), delimiter=";")
    for record in records:
        assert not any(field[:1] in tuple("=+-@|%\t\r\n") and field for field in record)
