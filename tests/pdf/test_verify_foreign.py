"""Verifying signed files by others: the expected verdicts, and no verdict of VALID for what was cut or flipped."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kpu_desk.domain.verdict import Verdict
from tests.pdf.sealed_sample import codes, judge

FOREIGN = Path(__file__).parents[3] / "shared" / "data" / "pdf-signed"


def _foreign() -> list[dict[str, str]]:
    table = FOREIGN / "expected.csv"
    if not table.is_file():
        return []
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_signed_files_by_others() -> None:
    rows = _foreign()
    if not rows:
        pytest.skip("../shared/data/pdf-signed is not here")
    wrong = {
        row["file"]: (row["expected"], report.verdict, codes(report))
        for row in rows
        if (report := judge((FOREIGN / row["file"]).read_bytes())).verdict != row["expected"]
    }
    assert not wrong
    assert all(
        not signature.trusted for row in rows for signature in judge((FOREIGN / row["file"]).read_bytes()).signatures
    )


def test_foreign_files_cut_and_flipped_never_raise_nor_become_valid() -> None:
    rows = _foreign()
    if not rows:
        pytest.skip("../shared/data/pdf-signed is not here")
    for row in rows:
        whole = (FOREIGN / row["file"]).read_bytes()
        for part in (1, 3, 5, 7):
            assert judge(whole[: len(whole) * part // 8]).verdict is not Verdict.VALID
            flipped = bytearray(whole)
            flipped[len(whole) * part // 8] ^= 0x10
            assert judge(bytes(flipped)).verdict is not Verdict.VALID
