"""The number on the record: written into the sheet's free line and on the evidence page, the frozen bytes untouched."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.record import RecordContent, Superseded
from kpu_desk.pdf.page import UM_PER_PT
from kpu_desk.pdf.record_file import compose_record
from kpu_desk.pdf.record_overlay import number_line
from tests.pdf import sample_contents
from tests.pdf.sample_contents import overlay_of
from tests.pdf.sealed_sample import key

PLACE = SlotPlace("nomor", 0, 90_000, 200_000, 60_000, 6_000)
NUMBER = "123/PK.02.1-BA/31/2026"


def texts(pdf: bytes) -> list[str]:
    with pdfium.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


@pytest.fixture(scope="module")
def content() -> RecordContent:
    return sample_contents.record_of(sample_contents.minutes_sheet())[1]


def test_the_number_stands_inside_its_line(content: RecordContent) -> None:
    line = number_line(NUMBER, PLACE)
    width = sum(run.width for run in line.runs)
    # One word space behind the word "Nomor:", where the free line begins.
    assert 2 < line.x - PLACE.x_um / UM_PER_PT < 6
    assert line.x + width <= (PLACE.x_um + PLACE.width_um) / UM_PER_PT
    bottom = PLACE.y_um / UM_PER_PT
    assert bottom < line.y < bottom + line.runs[0].size < bottom + PLACE.height_um / UM_PER_PT


def test_a_long_number_is_set_smaller_and_never_cut() -> None:
    narrow = replace(PLACE, width_um=25_000)
    line = number_line(NUMBER, narrow)
    assert line.runs[0].text == NUMBER
    assert line.runs[0].size < number_line(NUMBER, PLACE).runs[0].size
    assert line.runs[0].width <= narrow.width_um / UM_PER_PT


def test_only_sheets_with_a_place_bear_it(content: RecordContent) -> None:
    with_place = replace(content, number=NUMBER, number_place=PLACE)
    assert NUMBER in texts(overlay_of(with_place))[0]
    without = texts(overlay_of(replace(content, number=NUMBER, number_place=None)))
    assert NUMBER not in without[0]
    assert NUMBER in " ".join(without[content.pages :])


def test_without_a_number_it_says_so(content: RecordContent) -> None:
    pages = texts(overlay_of(replace(content, number=None, number_place=PLACE)))
    assert "menyusul" in pages[0]
    assert "Nomor naskah menyusul" in pages[content.pages]
    pages = texts(overlay_of(replace(content, number=None, numbered=False, number_place=PLACE)))
    assert "menyusul" not in pages[0]
    assert "Nomor naskah tidak bernomor" in pages[content.pages]


def test_the_frozen_sheet_stays_as_it_was(content: RecordContent) -> None:
    frozen = content.frozen
    numbered = replace(content, number=NUMBER, number_place=PLACE)
    assert numbered.frozen_sha256 == content.frozen_sha256
    record = compose_record(numbered, key())
    assert NUMBER in texts(record)[0]
    assert NUMBER not in texts(frozen)[0]


def test_the_evidence_names_the_chain_and_the_record_that_was_superseded(content: RecordContent) -> None:
    old = Superseded("ef" * 32, None, "2026-01-22T04:51:07.250Z", "Nomor naskah diberikan kemudian")
    shown = replace(content, number=NUMBER, position=12, previous="ab" * 32, supersedes=old)
    words = " ".join(texts(overlay_of(shown))[content.pages :])
    assert "ke-12; sebelumnya" in words
    assert "Menggantikan" in words
    assert "22 Januari 2026 11.51.07 WIB" in words
    assert "Nomor naskah diberikan kemudian" in words
    joined = words.replace(" ", "")
    assert "ab" * 32 in joined
    assert "ef" * 32 in joined
    first = " ".join(texts(overlay_of(content))[content.pages :])
    assert "rekaman pertama kantor" in first
    assert "Menggantikan" not in first


def test_the_data_carry_number_and_chain(content: RecordContent) -> None:
    data = replace(content, number=NUMBER, position=2, previous="ab" * 32).data()
    assert data["version"] == 3
    assert data["chain"] == {"position": 2, "previous": "ab" * 32}
    assert data["supersedes"] is None
