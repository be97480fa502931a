"""A small live picture of what is on the signer's pad: drawn as the ink comes, and never in its way."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpu_desk.domain.pen import StrokePoint
from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.ink_painter import UM_PER_PX
from kpu_desk.gui.look import DESK

PICTURE_MS: Final = 67
"""At most fifteen pictures a second."""
_SHARE: Final = 20
"""Drawing takes at most one part in so many of the time: where it is slow, there are fewer pictures."""
_LINE_PX: Final = 1.4
_NEAR_PX: Final = 0.7
"""Points that are nearer to each other make no difference at this size."""
_HEIGHT: Final = 88
_BASE_LINE: Final = 0.70


class LiveInk(QWidget):
    """Follows the pad that is written on. Only what is new is drawn, as plain lines, in pulses that end with it.

    The ink is what stands on the signer's screen, whichever sheet it is for: an empty picture beside some sheets would
    tell the operator which of them are private.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live_ink")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Goresan di layar penanda tangan"))
        self._pad: InkCanvas | None = None
        self._image = QImage()
        self._drawn: list[tuple[StrokePoint, ...]] = []
        self._begun: tuple[StrokePoint, ...] = ()
        self._pad_size = QSize()
        self._scale = self._left = self._top = 0.0
        self._pulse = QTimer(self, singleShot=True, interval=PICTURE_MS)
        self._pulse.timeout.connect(self._follow)

    def follow(self, pads: Sequence[InkCanvas]) -> None:
        """Shows from now on what is on these pads, one of which is written on at a time: the one that changed last."""
        self._pad = pads[0]
        for pad in pads:
            pad.changed.connect(partial(self._wake, pad))
        self._redraw()

    @property
    def points(self) -> int:
        """How many points the picture shows."""
        return sum(map(len, self._drawn)) + len(self._begun)

    def _wake(self, pad: InkCanvas) -> None:
        if self._pad is not pad and not pad.is_empty:
            self._pad = pad
        if self.isVisible() and not self._pulse.isActive():
            self._pulse.start()

    def _follow(self) -> None:
        pad = self._pad
        if pad is None:
            return
        began = time.perf_counter()
        self._draw_new(pad)
        spent_ms = (time.perf_counter() - began) * 1_000
        self.setAccessibleDescription(self.tr("{n} goresan", "", len(self._drawn)).format(n=len(self._drawn)))
        if pad.is_writing:
            self._pulse.start(max(PICTURE_MS, round(spent_ms * _SHARE)))

    def _draw_new(self, pad: InkCanvas) -> None:
        writing = pad.writing
        finished = [stroke.points for stroke in writing.strokes]
        current = writing.builder.current
        known, began = len(self._drawn), len(self._begun)
        going_on = (finished[known] if len(finished) > known else current)[:began]
        same = len(finished) >= known and all(map(_is_one, self._drawn, finished))
        same = same and self._pad_size == pad.size()
        if self._image.isNull() or not same or going_on != self._begun:
            self._redraw()
            return
        painter = self._painter(pad)
        for number, stroke in enumerate([*finished[known:], current]):
            self._line(painter, stroke[max(began - 1, 0) :] if number == 0 else stroke)
        painter.end()
        self._drawn, self._begun = finished, current
        self.update()

    def _redraw(self) -> None:
        """Makes the picture anew: the pad was cleared, taken back, or is another one's."""
        pad, ratio = self._pad, self.devicePixelRatioF()
        self._image = QImage(self.size() * ratio, QImage.Format.Format_RGB32)
        if pad is None or self._image.isNull():
            return
        self._image.setDevicePixelRatio(ratio)
        self._image.fill(QColor(DESK.paper))
        painter = QPainter(self._image)
        painter.setPen(QPen(QColor(DESK.line), 1))
        painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1))
        line = round(self.height() * _BASE_LINE) + 0.5
        painter.drawLine(QLineF(self.width() * 0.06, line, self.width() * 0.94, line))
        painter.end()
        painter = self._painter(pad)
        self._pad_size = pad.size()
        self._drawn = [stroke.points for stroke in pad.writing.strokes]
        self._begun = pad.writing.builder.current
        for stroke in [*self._drawn, self._begun]:
            self._line(painter, stroke)
        painter.end()
        self.update()

    def _painter(self, pad: InkCanvas) -> QPainter:
        """Paints the ink; `_place` puts the whole pad in the middle of the picture."""
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(DESK.pen), _LINE_PX, c=Qt.PenCapStyle.RoundCap))
        shown = min(self.width() / max(pad.width(), 1), self.height() / max(pad.height(), 1))
        self._scale = shown / UM_PER_PX
        self._left = (self.width() - pad.width() * shown) / 2
        self._top = (self.height() - pad.height() * shown) / 2
        return painter

    def _line(self, painter: QPainter, points: Sequence[StrokePoint]) -> None:
        """Straight lines one by one: one long path over itself would cost a hundred times as much."""
        lines: list[QLineF] = []
        before = None
        for point in points:
            x, y = self._left + point.x_um * self._scale, self._top + point.y_um * self._scale
            if before is None:
                before = (x, y)
            elif abs(x - before[0]) + abs(y - before[1]) > _NEAR_PX or point is points[-1]:
                lines.append(QLineF(*before, x, y))
                before = (x, y)
        if lines:
            painter.drawLines(lines)
        elif before is not None:
            painter.drawPoint(QPointF(*before))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.size() != self.size() * self.devicePixelRatioF():
            self._redraw()
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw()

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)


def _is_one(known: Sequence[StrokePoint], now: Sequence[StrokePoint]) -> bool:
    return known is now
