"""How a stamp will look: on squares that show what is transparent, and over a signature at true proportions."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.ink import Ink, make_ink
from kpu_desk.domain.ink_drawing import draw
from kpu_desk.domain.pen import FULL_PRESSURE, StrokePoint, Tool
from kpu_desk.domain.ribbon import outline
from kpu_desk.domain.stamps import stamp_place
from kpu_desk.domain.synthetic_ink import synthesise
from kpu_desk.gui.look import BASE, DESK

_SQUARE = 10
_SIGNATURE = SlotPlace("contoh", 0, 24_000, 13_000, 60_000, 25_000)
"""The place of a signature on a piece of paper of 96 × 51 mm."""
_PAPER_UM = (96_000, 51_000)


class StampPreview(QWidget):
    """Shows one stamp, or says nothing while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stamp_preview")
        self.setAccessibleName(self.tr("Pratinjau cap"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(300, 360)
        self._picture = QImage()
        self._diameter_um = 0

    def show_stamp(self, png: bytes | None, diameter_um: int) -> None:
        """Shows this picture at this true diameter; None for nothing."""
        self._picture = QImage()
        if png is not None:
            self._picture.loadFromData(png)
        self._diameter_um = diameter_um
        self.update()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return self._picture.isNull()

    def sizeHint(self) -> QSize:
        return QSize(420, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        paper = QRectF(0, 0, self.width(), self.width() * _PAPER_UM[1] / _PAPER_UM[0])
        paper.moveBottom(self.height() - 1)
        side = min(self.width(), paper.top() - BASE * 2)
        squares = QRectF((self.width() - side) / 2, 0, side, side)
        self._paint_squares(painter, squares)
        self._paint_paper(painter, paper.adjusted(0.5, 0, -0.5, 0))
        painter.end()

    def _paint_squares(self, painter: QPainter, area: QRectF) -> None:
        painter.save()
        painter.setClipRect(area)
        painter.fillRect(area, QColor(DESK.paper))
        for row in range(int(area.height() / _SQUARE) + 1):
            for column in range(row % 2, int(area.width() / _SQUARE) + 1, 2):
                corner = area.topLeft() + QPointF(column * _SQUARE, row * _SQUARE)
                painter.fillRect(QRectF(corner.x(), corner.y(), _SQUARE, _SQUARE), QColor(DESK.line))
        painter.restore()
        if not self.is_empty:
            painter.drawImage(area.adjusted(BASE, BASE, -BASE, -BASE), self._picture)

    def _paint_paper(self, painter: QPainter, area: QRectF) -> None:
        painter.fillRect(area, QColor(DESK.paper))
        painter.setPen(QPen(QColor(DESK.line), 1))
        painter.drawRect(area)
        scale = area.width() / _PAPER_UM[0]
        painter.save()
        painter.translate(area.topLeft())
        painter.scale(scale, scale)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        top = _PAPER_UM[1] - _SIGNATURE.y_um - _SIGNATURE.height_um
        for stroke in draw(_invented_ink()).fitted(_SIGNATURE.width_um, _SIGNATURE.height_um):
            for polygon in outline(stroke):
                path.addPolygon(QPolygonF([QPointF(_SIGNATURE.x_um + x, top + y) for x, y in polygon]))
                path.closeSubpath()
        painter.fillPath(path, QColor(DESK.pen))
        if not self.is_empty:
            place = stamp_place(_SIGNATURE, self._diameter_um)
            above = _PAPER_UM[1] - place.y_um - place.height_um
            painter.drawImage(QRectF(place.x_um, above, place.width_um, place.height_um), self._picture)
        painter.restore()


def _invented_ink() -> Ink:
    """A signature of nobody."""
    strokes = tuple(
        tuple(StrokePoint(round(s.x * 1000), round(s.y * 1000), round(s.pressure * FULL_PRESSURE), s.at_ms) for s in k)
        for k in synthesise(7, 1).strokes
    )
    return make_ink(strokes, tool=Tool.PEN, width_um=1, height_um=1, has_pressure=True)
