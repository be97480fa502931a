"""Draws ink on screen: the newest piece of a stroke while it is written, and whole signatures on a page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from kpu_desk.domain.pen import StrokePoint
from kpu_desk.domain.ribbon import SPEED_SAMPLES, newest_widths_um
from kpu_desk.gui.look import DESK, FAMILY

UM_PER_PX: Final = 25_400 / 96
"""µm of the nominal pad in one device-independent pixel."""

NEWEST: Final = 3 + SPEED_SAMPLES
"""How many of the newest points make a piece of a stroke: three places, and the way up to them for their speed."""
_WIDTH_STEP_PX: Final = 0.25
"""A change of width smaller than this within one piece is not seen as a step."""
_FLAT_PX: Final = 0.06
"""How far a drawn line may leave its curve: an eighth of a device pixel at 200 %."""
_BASE_LINE: Final = 0.70
"""Height of the base line as a share of the pad's height: more room above it, where most of a signature is."""


class InkPainter:
    """Paints one stroke piece by piece, along the same curve as `domain.ribbon.outline`.

    A piece runs from midpoint to midpoint of the samples, so the way from the last midpoint to the newest
    sample (the tail) is not final yet: it is laid over the picture and becomes part of it when the stroke ends.
    """

    def __init__(self, colour: str) -> None:
        self._pen = QPen(QColor(colour), 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)

    def paint_piece(self, painter: QPainter, points: Sequence[StrokePoint], has_pressure: bool) -> QRectF:
        """Paints what the last of the points made final; they are the newest ones, ``NEWEST`` at most.

        Returns:
            What changed, the tails before and after included, in device-independent pixels.
        """
        places = [_place(point) for point in points[-3:]]
        widths = _widths(points, 3, has_pressure)
        if len(places) == 1:
            self._line(painter, places[0], places[0], widths[0])
        elif len(places) == 2:
            self._taper(painter, (places[0], places[0], _middle(*places)), widths[0], sum(widths) / 2)
        else:
            self._taper(
                painter,
                (_middle(places[0], places[1]), places[1], _middle(places[1], places[2])),
                (widths[0] + widths[1]) / 2,
                (widths[1] + widths[2]) / 2,
            )
        return _around(places, max(widths))

    def paint_tail(self, painter: QPainter, points: Sequence[StrokePoint], has_pressure: bool) -> None:
        """Paints the way from the last midpoint to the last of the newest points."""
        if len(points) < 2:
            return
        before, last = _place(points[-2]), _place(points[-1])
        thin, thick = _widths(points, 2, has_pressure)
        middle = _middle(before, last)
        self._taper(painter, (middle, middle, last), (thin + thick) / 2, thick)

    def paint_pieces(self, painter: QPainter, points: Sequence[StrokePoint], has_pressure: bool) -> None:
        """Paints a stroke without its tail, exactly as its pieces are painted one by one."""
        for end in range(1, len(points) + 1):
            self.paint_piece(painter, points[max(end - NEWEST, 0) : end], has_pressure)

    def paint_stroke(self, painter: QPainter, points: Sequence[StrokePoint], has_pressure: bool) -> None:
        """Paints a whole stroke exactly as it looked when its pieces were painted one by one."""
        self.paint_pieces(painter, points, has_pressure)
        self.paint_tail(painter, points[-NEWEST:], has_pressure)

    def _taper(self, painter: QPainter, curve: tuple[QPointF, QPointF, QPointF], first: float, last: float) -> None:
        """A quadratic curve (start, control, end) whose width goes evenly from ``first`` to ``last``."""
        start, control, end = curve
        steps = math.ceil(abs(last - first) / _WIDTH_STEP_PX)
        if steps <= 1:
            self._pen.setWidthF((first + last) / 2)
            painter.setPen(self._pen)
            path = QPainterPath(start)
            path.quadTo(control, end)
            if path.length() == 0:
                painter.drawPoint(start)
            else:
                painter.drawPath(path)
            return
        bend = (start - control * 2 + end) / 4
        # As many straight pieces as the bend needs to look round at 200 %.
        steps = max(steps, 4, math.ceil(math.sqrt(math.hypot(bend.x(), bend.y()) / _FLAT_PX)))
        before = start
        for step in range(1, steps + 1):
            t = step / steps
            here = start * ((1 - t) * (1 - t)) + control * (2 * t * (1 - t)) + end * (t * t)
            self._line(painter, before, here, first + (last - first) * (t - 0.5 / steps))
            before = here

    def _line(self, painter: QPainter, start: QPointF, end: QPointF, width: float) -> None:
        self._pen.setWidthF(width)
        painter.setPen(self._pen)
        if start == end:
            painter.drawPoint(start)
        else:
            painter.drawLine(start, end)


def draw_form(painter: QPainter, width: int, height: int, name: str, title: str = "") -> None:
    """The edge of a pad of this size, the base line with the name beneath, and what is written in the corner above."""
    painter.setPen(QPen(QColor(DESK.edge), 1))
    painter.drawRect(QRectF(0.5, 0.5, width - 1, height - 1))
    line = round(height * _BASE_LINE) + 0.5
    painter.drawLine(QLineF(width * 0.06, line, width * 0.94, line))
    font = QFont(FAMILY)
    font.setPixelSize(max(16, min(28, round(height * 0.08))))
    painter.setFont(font)
    painter.setPen(QColor(DESK.ink_soft))
    painter.drawText(
        QRectF(width * 0.06, line + 4, width * 0.88, height - line - 8),
        int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap),
        name,
    )
    if title:
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(max(18, min(30, round(height * 0.1))))
        painter.setFont(font)
        painter.setPen(QColor(DESK.accent))
        painter.drawText(QPointF(width * 0.03, height * 0.05 + font.pixelSize()), title)


def _place(point: StrokePoint) -> QPointF:
    return QPointF(point.x_um / UM_PER_PX, point.y_um / UM_PER_PX)


def _widths(points: Sequence[StrokePoint], count: int, has_pressure: bool) -> list[float]:
    return [width / UM_PER_PX for width in newest_widths_um(points, count, has_pressure)]


def _middle(a: QPointF, b: QPointF) -> QPointF:
    return (a + b) / 2


def _around(places: Sequence[QPointF], width: float) -> QRectF:
    xs, ys = [place.x() for place in places], [place.y() for place in places]
    # One pixel for the smoothed edge, one for the rounding of fractional device pixel ratios.
    rim = width / 2 + 2
    return QRectF(min(xs) - rim, min(ys) - rim, max(xs) - min(xs) + 2 * rim, max(ys) - min(ys) + 2 * rim)
