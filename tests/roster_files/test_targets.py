"""Targets from spreadsheets."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from kpu_desk.domain.documents import Target
from kpu_desk.domain.errors import RosterError
from kpu_desk.roster_files.targets import read_targets

HEADER = ("No", "Sasaran Strategis", "Indikator Kinerja", "Target")


def _xlsx(path: Path, *rows: tuple[str | int | None, ...]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_a_sasaran_written_once_counts_for_each_of_its_indicators(tmp_path: Path) -> None:
    path = _xlsx(
        tmp_path / "pk.xlsx",
        ("PERJANJIAN KINERJA TAHUN 2026",),
        (),
        HEADER,
        ("(1)", "(2)", "(3)", "(4)"),
        (1, "Terwujudnya  Data Pemilih", "Persentase data mutakhir", "100%"),
        (None, None, "Jumlah laporan", "2 Lap"),
        (2, "Terwujudnya Tahapan", "Persentase sesuai jadwal", "100%"),
    )
    assert read_targets(path) == (
        Target("Terwujudnya Data Pemilih", "Persentase data mutakhir", "100%"),
        Target("Terwujudnya Data Pemilih", "Jumlah laporan", "2 Lap"),
        Target("Terwujudnya Tahapan", "Persentase sesuai jadwal", "100%"),
    )


def test_csv_with_semicolons(tmp_path: Path) -> None:
    path = tmp_path / "pk.csv"
    path.write_text("Sasaran;Indikator;Target\r\nA;B;80%\r\n", encoding="utf-8-sig")
    assert read_targets(path) == (Target("A", "B", "80%"),)


def test_further_columns_are_found_by_their_head_wherever_they_stand(tmp_path: Path) -> None:
    path = _xlsx(
        tmp_path / "pk.xlsx",
        ("No", "Target TW I", "Sasaran", "Indikator", "target tw  ii", "Target"),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        (1, "25%", "A", "B", None, "100%"),
    )
    assert read_targets(path, ("Target TW II", "Target TW I", "Formulasi")) == (
        Target("A", "B", "100%", ("", "25%", "")),
    )
    assert read_targets(path)[0].extra == ()


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((("Nama", "Jabatan"), ("x", "y")), "NO_TARGET_HEADER"),
        ((HEADER,), "NO_TARGETS"),
        ((HEADER, (1, "A", None, "100%")), "TARGET_INCOMPLETE"),
        ((HEADER, (1, None, "B", "100%")), "TARGET_INCOMPLETE"),
        ((HEADER, (1, "A", "B", "=1+1")), "TARGET_CELL"),
        ((HEADER, (1, "A", "B\u202e", "1")), "TARGET_CELL"),
        ((HEADER, (1, "A", "B" * 1_001, "1")), "TARGET_CELL"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, rows: tuple[tuple[str | int | None, ...], ...], code: str) -> None:
    with pytest.raises(RosterError, match=code):
        read_targets(_xlsx(tmp_path / "pk.xlsx", *rows))
