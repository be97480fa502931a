"""What a record adds to its sheet: ink, stamp, evidence; and the whole as PDF/A."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from kpu_desk.domain.assisting import Way
from kpu_desk.domain.documents import FORMED_KINDS, DocumentKind, Mark, Role, SlotPlace
from kpu_desk.domain.evidence import Assistance
from kpu_desk.domain.record import RecordContent
from kpu_desk.pdf.beside_words import captions
from kpu_desk.pdf.evidence_page import LEGAL, MOST_IN_FULL
from kpu_desk.pdf.furniture import MARK_WORDS
from kpu_desk.pdf.page import A4, MM
from kpu_desk.pdf.record_file import compose_record
from kpu_desk.pdf.record_overlay import lay_overlay
from kpu_desk.pdf.stamp import LEGAL_KIND, short_digest, stamp_items
from tests.pdf.page_boxes import collisions, place_box, text_boxes
from tests.pdf.pdfa_gate import assert_pdfa
from tests.pdf.sample_contents import (
    KETUA,
    agreement,
    attendance,
    declaration,
    minutes_sheet,
    overlay_of,
    pact,
    record_of,
    with_slot,
)
from tests.pdf.sealed_sample import key


def _text(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        # PDFium gives a soft hyphen at the end of a line as \x02.
        texts = [page.get_textpage().get_text_bounded().replace("\x02", "") for page in document]
        return [" ".join(text.split()) for text in texts]
    finally:
        document.close()


def _record(kind: DocumentKind) -> tuple[bytes, RecordContent]:
    content = {
        DocumentKind.PK: agreement(),
        DocumentKind.PI: pact(),
        DocumentKind.PBBK: declaration(),
        DocumentKind.DH: attendance(12),
        DocumentKind.BA: minutes_sheet(),
    }[kind]
    return record_of(content)


@pytest.mark.parametrize("kind", FORMED_KINDS)
def test_the_whole_record_is_pdfa(kind: DocumentKind) -> None:
    frozen, record = _record(kind)
    assert overlay_of(record) == overlay_of(record)
    whole = compose_record(record, key())
    assert_pdfa(whole)
    assert_pdfa(frozen)
    pages = _text(whole)
    assert len(pages) > record.pages
    assert f"Rekaman {record.serial}" in " ".join(pages[: record.pages])
    for page in pages[record.pages :]:
        assert "Lembar Bukti" in page


@pytest.mark.parametrize("kind", FORMED_KINDS)
def test_ink_is_vector_and_on_the_slots_page(kind: DocumentKind) -> None:
    _, record = _record(kind)
    with pikepdf.open(BytesIO(overlay_of(record))) as document:
        for number, page in enumerate(document.pages):
            assert not page.get_images()
            fills = sum(str(instruction.operator) == "f" for instruction in pikepdf.parse_content_stream(page))
            # One for the page's code.
            places = [place for signed in record.signatures for placed in signed.inks for place in placed.places]
            assert fills == sum(place.page == number for place in places) + 1


def test_the_stamp_says_what_it_must_and_stays_in_its_place() -> None:
    _, record = _record(DocumentKind.PI)
    assert record.stamp is not None
    for name in (record.office_short, "KPU Provinsi " + "Kepulauan Contoh Raya " * 6):
        stamped = replace(record, office_short=name)
        digest = stamped.digest()
        boxes = text_boxes(stamp_items(stamped, record.stamp, digest))
        words = " ".join(box.what for box in boxes)
        for part in ("PI-001", name.split()[0], record.composed_label, short_digest(digest), LEGAL_KIND):
            assert part in words
        assert "disegel oleh kantor" in words
        place = place_box(record.stamp)
        assert collisions(boxes) == []
        for box in boxes:
            assert place.left < box.left < box.right < place.right
            assert place.low < box.low < box.high < place.high


def test_short_digest() -> None:
    assert short_digest("0123456789abcdef" * 4) == "0123 4567 89ab cdef"


def test_evidence_names_everything_about_each_signature() -> None:
    _, record = _record(DocumentKind.PI)
    text = " ".join(_text(overlay_of(record))[record.pages :])
    assert record.digest() in text
    assert record.frozen_sha256 in text
    assert f"catatan {record.journal_seq}; {record.journal_head}" in text
    assert record.journal_head in text.replace(" ", "")
    for signed in record.signatures:
        assert signed.name in text
        assert signed.ink.digest in text
        assert signed.evidence.digest() in text
        assert signed.evidence.frozen_sha256 in text
        assert f"{signed.evidence.identified}, oleh {signed.evidence.identified_by}" in text
        assert signed.evidence.clock in text
        assert signed.evidence.statement in text
    assert "22 Januari 2026 09.41.12 WIB" in text
    assert "1 dari 1 halaman terlihat; 14,3 detik" in text
    assert "4 goresan, 301 titik ukur" in text
    assert "pena, dengan tekanan" in text
    assert "1 percobaan dihapus" in text
    for sentence in LEGAL:
        assert sentence in text
    assert "tidak tersertifikasi" in text


def test_capacity_and_decree_stand_with_the_office() -> None:
    _, record = _record(DocumentKind.PI)
    first, *others = record.signatures
    acting = replace(first, capacity="plt", office="Plt. Sekretaris", decree="Keputusan Nomor 00 Tahun 2026")
    text = " ".join(_text(overlay_of(replace(record, signatures=(acting, *others)))))
    assert "Plt. Sekretaris (pelaksana tugas; Keputusan Nomor 00 Tahun 2026)" in text


def test_an_attendance_list_has_one_line_each_under_a_repeated_head() -> None:
    _, record = record_of(attendance(96), absent=3)
    assert len(record.signatures) == 93 > MOST_IN_FULL
    pages = _text(overlay_of(record))[record.pages :]
    text = " ".join(pages)
    for signed in record.signatures:
        assert signed.name in text
        assert short_digest(signed.ink.digest) in text
        assert short_digest(signed.evidence.digest()) in text
    assert "Tidak bertanda tangan" in text
    assert len(pages) > 3
    for page in pages:
        rows = sum(short_digest(signed.evidence.digest()) in page for signed in record.signatures)
        assert page.count("Dikenali, oleh") == (1 if rows else 0)


@pytest.mark.parametrize("mark", list(Mark))
def test_the_mark_stands_on_every_page_of_evidence(mark: Mark) -> None:
    _, record = _record(DocumentKind.PBBK)
    for page in _text(overlay_of(replace(record, mark=mark)))[record.pages :]:
        # The longest of the words that stand there: those of a draft end like those of what it is a draft of.
        found = max((words for words in MARK_WORDS.values() if words in page), key=len, default="")
        assert found == MARK_WORDS.get(mark, "")


@pytest.mark.parametrize("people", [1, 8, 40])
def test_nothing_overlaps_on_the_pages_of_evidence(people: int) -> None:
    content = attendance(people)
    long = replace(
        content.parties[0],
        name="Prof. Dr. Ir. H. Raden Mas Suryaningratwidjojo Kusumanegara Pranatawijaya Adikusumo, S.H., M.H.",
        office="Kepala Bagian Perencanaan, Data dan Informasi, Teknis Penyelenggaraan Pemilu " * 2,
    )
    _, record = record_of(replace(content, parties=(long, *content.parties[1:])))
    for page in lay_overlay(record)[record.pages :]:
        boxes = text_boxes(page)
        assert collisions(boxes) == []
        for box in boxes:
            assert box.left >= 25 * MM - 0.1
            assert box.right <= A4[0] - 20 * MM + 0.1
            assert 9 * MM <= box.low < box.high <= A4[1] - 9 * MM


def test_evidence_is_printed_literally() -> None:
    content = pact(with_slot(replace(KETUA, name="<b>Sari</b> & *Ayu*"), "pembuat", Role.PEMBUAT))
    _, record = record_of(content)
    assert "Pembuat pernyataan: <b>Sari</b> & *Ayu*" in " ".join(_text(overlay_of(record)))


@pytest.mark.parametrize("width_mm", [40, 70])
def test_words_under_a_mark_stay_in_its_place(width_mm: int) -> None:
    """A row of a list may be high enough for them, for its office takes four lines, and is still too narrow."""
    _, record = _record(DocumentKind.PBBK)
    (signed,) = record.signatures
    helped = Assistance(Way.THUMB.value, "o2", "Bayu", "Staf", "PBBK", "a", "b", "c", "d", ("o3", "o4"))
    place = SlotPlace(signed.slot, 0, 100_000, 60_000, width_mm * 1_000, 30_000)
    ink = replace(signed.inks[0], places=(place,))
    signed = replace(signed, inks=(ink,), evidence=replace(signed.evidence, assisted=helped))
    found = list(captions(replace(record, signatures=(signed,))))
    assert len(found) == (width_mm == 70)
