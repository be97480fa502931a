"""What a page's code may say, the digest of a page's text, initials, and whether a page belongs to a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kpu_desk.domain.page_code import LONGEST_SERIAL, PageCode, initials, text_digest
from kpu_desk.domain.page_report import RecordPages, record_differences
from kpu_desk.domain.verdict import Verdict

CODE = PageCode("PI-001", 2, 3, date(2026, 1, 22), b"b" * 16, 2, ("DW", "UH"))
RECORD = RecordPages(Verdict.VALID, (), "PI-001", date(2026, 1, 22), (b"a" * 16, b"b" * 16, b"c" * 16))


@pytest.mark.parametrize(
    "change",
    [
        {"serial": ""},
        {"serial": "X" * (LONGEST_SERIAL + 1)},
        {"serial": "PI\n001"},
        {"serial": "PI-001é"},
        {"page": 0},
        {"page": 4},
        {"pages": 70_000},
        {"digest": b"b" * 15},
        {"signers": -1},
        {"signers": 1},
        {"initials": ("DW", "UH", "NP")},
        {"initials": ("DW", "")},
        {"initials": ("ABCDE", "UH")},
    ],
)
def test_fields_that_no_code_of_ours_has_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="no fields"):
        replace(CODE, **change)


def test_the_digest_counts_marks_and_neither_spaces_nor_hyphens() -> None:
    digest = text_digest("Saya menyatakan: Rp1.234.567,00")
    assert len(digest) == 16
    for same in (
        "Saya menya-\nta\u00adkan:\u00a0Rp1.234.567,00 ",
        "Saya menya\x02takan: Rp1.234.567,00",
        "Saya menya\ufffetakan – : Rp1.234.567,00",
    ):
        assert text_digest(same) == digest
    for other in ("Saya menyatakan: Rp1.234.567,01", "saya menyatakan: Rp1.234.567,00", "menyatakan Saya", ""):
        assert text_digest(other) != digest
    assert text_digest("ﬁsik e\u0301") == text_digest("fisik é")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Drs. H. Damar Wiraguna, M.A.P.", "DW"),
        ("Utari Hartaman, S.Sos.", "UH"),
        ("M. Rizki Pratama", "MRP"),
        ("Prof. Dr. Ir. Hj. Nirmala, S.H., M.Si.", "N"),
        ("I Gusti Ayu Made Rai Kencana", "IGAM"),
        ("Dr.", "D"),
        ("Éva Åström", "EA"),
        ("王", "?"),
        ("", "?"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_page_belongs_to_its_record() -> None:
    assert record_differences(CODE, RECORD) == ()


@pytest.mark.parametrize(
    ("record", "codes"),
    [
        (replace(RECORD, seal=Verdict.CHANGED), ["RECORD_NOT_VALID"]),
        (replace(RECORD, seal=Verdict.INTACT_UNKNOWN_SIGNER), ["RECORD_NOT_VALID"]),
        (RecordPages(Verdict.VALID, ()), ["RECORD_NOT_OURS"]),
        (replace(RECORD, serial="PI-002"), ["OTHER_SERIAL"]),
        (replace(RECORD, day=date(2025, 1, 22)), ["OTHER_DAY"]),
        (replace(RECORD, digests=RECORD.digests[:2]), ["OTHER_PAGES"]),
        (replace(RECORD, digests=(b"b" * 16, b"a" * 16, b"c" * 16)), ["OTHER_TEXT"]),
        (replace(RECORD, serial="PI-002", day=date(2025, 1, 22), digests=()), None),
    ],
)
def test_and_to_no_other(record: RecordPages, codes: list[str] | None) -> None:
    found = [reason.code for reason in record_differences(CODE, record)]
    assert found == (codes or ["OTHER_SERIAL", "OTHER_DAY", "OTHER_PAGES"])
