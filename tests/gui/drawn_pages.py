"""A sheet's pages drawn by Qt, for tests of windows that show pages."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter

from kpu_desk.domain.documents import InkKind, SlotPlace
from kpu_desk.domain.ink import Ink, make_ink
from kpu_desk.domain.ink_drawing import PlacedInk, draw
from kpu_desk.domain.pen import StrokePoint, Tool
from kpu_desk.domain.showing import AskedInk, PageImage, ShownSheet, Sitting

A4_UM = (210_000, 297_000)


class DrawnPages:
    """A `PageSource` of white A4 pages with lines on them; remembers what it was asked for."""

    def __init__(self, pages: int = 2) -> None:
        self.pages = pages
        self.asked: list[tuple[int, int]] = []
        self.closed = False

    @property
    def sizes_um(self) -> tuple[tuple[int, int], ...]:
        return (A4_UM,) * self.pages

    def page(self, index: int, width_px: int) -> PageImage:
        self.asked.append((index, width_px))
        height = round(width_px * A4_UM[1] / A4_UM[0])
        image = QImage(width_px, height, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        for line in range(12):
            y = height * (line + 1) // 14
            painter.drawLine(QPoint(width_px // 10, y), QPoint(width_px * 9 // 10, y))
        painter.end()
        return PageImage(width_px, height, image.bytesPerLine(), bytes(image.constBits()))

    def close(self) -> None:
        self.closed = True


def loop_ink() -> Ink:
    points = tuple(StrokePoint(10_000 + 400 * step, 20_000 + 300 * (step % 20), 40_000, 8 * step) for step in range(60))
    return make_ink((points,), tool=Tool.PEN, width_um=60_000, height_um=40_000, has_pressure=True)


def shown_sheet(number: int = 1, *, pages: int = 2, earlier: bool = False) -> ShownSheet:
    other = SlotPlace("saksi", pages - 1, 30_000, 60_000, 60_000, 22_000)
    own = SlotPlace("pembuat", pages - 1, 120_000, 60_000, 60_000, 22_000)
    return ShownSheet(
        sheet_id=f"sheet-{number}",
        slot="pembuat",
        serial=f"PI-{number:03}",
        frozen_sha256="0f" * 32,
        title="Pakta Integritas",
        role_label="pembuat pernyataan",
        statement="Saya telah membaca dan memahami isi lembar ini, dan menandatanganinya dengan sadar.",
        asked=(AskedInk(InkKind.SIGNATURE, (own,)),),
        earlier=(PlacedInk(InkKind.SIGNATURE, draw(loop_ink()), (other,)),) if earlier else (),
        pages=DrawnPages(pages),
        renderer="QPainter",
    )


def sitting(sheets: int = 1, *, pages: int = 2) -> Sitting:
    return Sitting(
        official_id="official-7",
        name="Damar Wiraguna, S.H.",
        office="Anggota Komisi Pemilihan Umum Provinsi",
        sheets=tuple(shown_sheet(number + 1, pages=pages) for number in range(sheets)),
    )
