"""Draws ink on screen: the newest piece of a stroke while it is written, and whole signatures on a page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

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
_LEGIBLE_PX: Final = 14
"""The smallest name on a pad among others."""
Box = tuple[int, int, int, int]
"""Left, top, width, height in device-independent pixels."""
_Spot = tuple[float, float, float]
"""Place and width of the ink there, in device-independent pixels."""
_BASE_LINE: Final = 0.70
"""Height of the base line as a share of the pad's height: more room above it, where most of a signature is."""


class InkPainter:
    """Paints strokes one after another, piece by piece, along the same curve as `domain.ribbon.outline`.

    A piece runs from midpoint to midpoint of the samples, so the way from the last midpoint to the newest
    sample (the tail) is not final yet: it is laid over the picture and becomes part of it when the stroke ends.
    Every number is worked out once, for a point is painted while the hand waits to see it.
    """

    def __init__(self, colour: str) -> None:
        self._pen = QPen(QColor(colour), 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        self._path = QPainterPath()
        self._newest = self._middle = (0.0, 0.0, 0.0)

    def paint_piece(self, painter: QPainter, points: Sequence[StrokePoint], has_pressure: bool) -> Box:
        """Paints what the last of the points made final; they are the newest ones, ``NEWEST`` at most.

        Asked for each point of a stroke in order; a single point begins a stroke.

        Returns:
            What changed, the tails before and after included.
        """
        point = points[-1]
        (width_um,) = newest_widths_um(points, 1, has_pressure)
        here = (point.x_um / UM_PER_PX, point.y_um / UM_PER_PX, width_um / UM_PER_PX)
        if len(points) == 1:
            self._middle = self._newest = here
            self._line(painter, here, here, here[2])
            return _around(here, here, here)
        start, control = self._middle, self._newest
        end = ((control[0] + here[0]) / 2, (control[1] + here[1]) / 2, (control[2] + here[2]) / 2)
        self._middle, self._newest = end, here
        self._taper(painter, start, control, end)
        return _around(start, control, here)

    def paint_tail(self, painter: QPainter) -> None:
        """Paints the way from the last midpoint to the last point."""
        if self._middle != self._newest:
            self._taper(painter, self._middle, self._middle, self._newest)

    def paint_pieces(self, painter: QPainter, points: Sequence[StrokePoint], has_pressure: bool) -> None:
        """Paints a stroke without its tail, exactly as its pieces are painted one by one."""
        for end in range(1, len(points) + 1):
            self.paint_piece(painter, points[max(end - NEWEST, 0) : end], has_pressure)

    def paint_stroke(self, painter: QPainter, points: Sequence[StrokePoint], has_pressure: bool) -> None:
        """Paints a whole stroke exactly as it looked when its pieces were painted one by one."""
        self.paint_pieces(painter, points, has_pressure)
        self.paint_tail(painter)

    def _taper(self, painter: QPainter, start: _Spot, control: _Spot, end: _Spot) -> None:
        """A quadratic curve whose width goes evenly from that of ``start`` to that of ``end``."""
        x0, y0, first = start
        x1, y1, _ = control
        x2, y2, last = end
        steps = math.ceil(abs(last - first) / _WIDTH_STEP_PX)
        if steps <= 1:
            if control is start or (x1 == x0 == x2 and y1 == y0 == y2):
                self._line(painter, start, end, (first + last) / 2)
                return
            self._pen.setWidthF((first + last) / 2)
            painter.setPen(self._pen)
            self._path.clear()
            self._path.moveTo(x0, y0)
            self._path.quadTo(x1, y1, x2, y2)
            painter.drawPath(self._path)
            return
        bend = math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2) / 4
        # As many straight pieces as the bend needs to look round at 200 %.
        steps = max(steps, 4, math.ceil(math.sqrt(bend / _FLAT_PX)))
        before = start
        for step in range(1, steps + 1):
            t = step / steps
            a, b, c = (1 - t) * (1 - t), 2 * t * (1 - t), t * t
            here = (a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2, 0.0)
            self._line(painter, before, here, first + (last - first) * (t - 0.5 / steps))
            before = here

    def _line(self, painter: QPainter, start: _Spot, end: _Spot, width: float) -> None:
        self._pen.setWidthF(width)
        painter.setPen(self._pen)
        if start[0] == end[0] and start[1] == end[1]:
            painter.drawPoint(QPointF(start[0], start[1]))
        else:
            painter.drawLine(QLineF(start[0], start[1], end[0], end[1]))


def draw_form(painter: QPainter, width: int, height: int, name: str, title: str = "") -> None:
    """The edge of a pad of this size, the base line with the name beneath, and what is written in the corner above."""
    painter.setPen(QPen(QColor(DESK.edge), 1))
    painter.drawRect(QRectF(0.5, 0.5, width - 1, height - 1))
    line = round(height * _BASE_LINE) + 0.5
    painter.drawLine(QLineF(width * 0.06, line, width * 0.94, line))
    font = QFont(FAMILY)
    size = min(28, max(16, round(height * 0.08)), _widest(font, name, width * 0.88))
    if not title or size >= _LEGIBLE_PX:
        # On the narrow pad of a paraf a long name would be dust; it stands on the others.
        font.setPixelSize(max(9, size))
        painter.setFont(font)
        painter.setPen(QColor(DESK.ink_soft))
        painter.drawText(
            QRectF(width * 0.06, line + 4, width * 0.88, height - line - 8),
            int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap),
            name,
        )
    if title:
        font.setWeight(QFont.Weight.DemiBold)
        size = min(30, max(11, round(height * 0.12)), _widest(font, title, width * 0.94))
        font.setPixelSize(size)
        painter.setFont(font)
        painter.setPen(QColor(DESK.accent))
        painter.drawText(QPointF(width * 0.03, height * 0.05 + size), title)


def _widest(font: QFont, words: str, width: float) -> int:
    """The size in pixels at which the words are as wide as this."""
    font.setPixelSize(100)
    return int(100 * width / max(QFontMetricsF(font).horizontalAdvance(words), 1))


def _around(start: _Spot, control: _Spot, end: _Spot) -> Box:
    # One pixel for the smoothed edge, one for the rounding of fractional device pixel ratios.
    rim = max(start[2], control[2], end[2]) / 2 + 2
    left, top = math.floor(min(start[0], control[0], end[0]) - rim), math.floor(min(start[1], control[1], end[1]) - rim)
    right, bottom = max(start[0], control[0], end[0]) + rim, max(start[1], control[1], end[1]) + rim
    return left, top, math.ceil(right) - left, math.ceil(bottom) - top
