"""Paraf and signatures under the lampiran on a record's pages and in its evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kpu_desk.domain.documents import DocumentKind, InkKind, SlotPlace
from kpu_desk.domain.evidence import Device, FurtherInk
from kpu_desk.domain.ink_drawing import PlacedInk, draw
from kpu_desk.domain.record import RecordContent, SignedSlot
from kpu_desk.pdf.evidence_page import MOST_IN_FULL, lay_evidence
from kpu_desk.pdf.evidence_words import pages_of
from kpu_desk.pdf.page import Shape
from kpu_desk.pdf.record_overlay import lay_overlay
from kpu_desk.pdf.stamp import short_digest
from tests.pdf.page_boxes import text_boxes
from tests.pdf.sample_contents import agreement, attendance, record_of, squiggle

FOOT = (130_000, 25_000, 20_000, 13_000)
FINGER = Device("Layar sentuh", "finger", False, False, "1920x1080@1")


def _with_paraf(signed: SignedSlot, number: int, pages: int) -> SignedSlot:
    ink = squiggle(50 + number)
    feet = tuple(SlotPlace(InkKind.PARAF.place_key(signed.slot), page, *FOOT) for page in range(pages))
    device = FINGER if number == 1 else signed.evidence.device
    further = (FurtherInk(InkKind.PARAF, ink.digest(), device, number),)
    return replace(
        signed,
        inks=(*signed.inks, PlacedInk(InkKind.PARAF, draw(ink), feet)),
        evidence=replace(signed.evidence, further=further),
    )


def _record(kind: DocumentKind) -> RecordContent:
    _, record = record_of(agreement() if kind is DocumentKind.PK else attendance(MOST_IN_FULL + 1))
    signed = tuple(_with_paraf(one, number, record.pages) for number, one in enumerate(record.signatures))
    return replace(record, signatures=signed)


def _words(record: RecordContent) -> str:
    return " ".join(box.what for page in lay_evidence(record, record.digest()).pages for box in text_boxes(page))


def test_the_paraf_is_drawn_inside_its_place_on_every_page() -> None:
    record = _record(DocumentKind.PK)
    assert record.pages > 1
    for number, page in enumerate(lay_overlay(record)[: record.pages]):
        shapes = [placed.item for placed in page if isinstance(placed.item, Shape)]
        inside = [shape for shape in shapes if _lies_in(shape, FOOT)]
        assert len(inside) == len(record.signatures), number


def _lies_in(shape: Shape, box_um: tuple[int, int, int, int]) -> bool:
    x, y, width, height = (value * 72 / 25_400 for value in box_um)
    points = [point for polygon in shape.polygons for point in polygon]
    return all(x <= px <= x + width and y <= py <= y + height for px, py in points)


def test_the_evidence_tells_of_each_paraf_by_itself() -> None:
    record = _record(DocumentKind.PK)
    words = _words(record)
    for signed in record.signatures:
        assert signed.inks[1].ink.digest in words
    assert words.count("halaman 1 dan 2; 4 goresan") == 2
    assert "1 percobaan dihapus sebelumnya; alat: Layar sentuh; jari, tanpa tekanan; layar 1920x1080@1" in words
    assert words.count("alat: ") == 1


def test_the_table_of_a_long_list_tells_of_them_too() -> None:
    record = _record(DocumentKind.DH)
    words = _words(record)
    for signed in record.signatures:
        assert f"paraf {short_digest(signed.inks[1].ink.digest)}" in words


@pytest.mark.parametrize(
    ("pages", "said"), [((0,), "halaman 1"), ((1, 2), "halaman 2 dan 3"), ((0, 1, 3), "halaman 1, 2 dan 4")]
)
def test_pages_are_counted_from_one(pages: tuple[int, ...], said: str) -> None:
    places = tuple(SlotPlace("paraf-pembuat", page, *FOOT) for page in pages)
    assert pages_of(PlacedInk(InkKind.PARAF, draw(squiggle(1)), places)) == said
