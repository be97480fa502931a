"""The pads of one sheet, one for each ink it asks for, all before the person at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QMargins, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from kpu_desk.domain.documents import InkKind
from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.look import DESK, Tokens
from kpu_desk.gui.pad_writing import Writing
from kpu_desk.gui.signer.parts import GAP

_SHAPE: Final = 3.0
"""Width of a signature's pad over its height (look.md)."""
_PARAF_SHAPE: Final = 1.5
"""As its place at the foot of a page."""
_WIDEST_PX: Final = 1_320
"""About 350 mm: on a large screen a wider pad only makes the arm travel."""
_BESIDE: Final = 0.4
"""Of the width, for what stands in a column beside the large pad."""
_NEARLY: Final = 0.85
"""Pads in a column may be so much smaller than in a row, for the sake of the large one."""
_LEAST_PX: Final = 110
"""Height of a pad among others: 29 mm."""
_FRAME_PX: Final = 3


class Pads(QWidget):
    """Gives each pad the largest place of its shape. They know of one another: a palm on one never writes.

    Signals:
        changed: the number of a pad, from 0, on which something changed, as `InkCanvas.changed`.
        chosen: another pad is the one in hand.
    """

    changed = Signal(int)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.all = tuple(InkCanvas(self) for _ in InkKind)
        self._shapes: tuple[float, ...] = (_SHAPE,)
        self._factor = 1.0
        self._frame = QColor(DESK.focus)
        self.at = 0
        for number, pad in enumerate(self.all):
            if number:
                pad.setObjectName(f"ink_canvas_{number + 1}")
            pad.beside = tuple(other for other in self.all if other is not pad)
            pad.changed.connect(partial(self._on_changed, number))
            pad.focused.connect(partial(self.choose, number))
        self.forget()

    @property
    def shown(self) -> tuple[InkCanvas, ...]:
        """The pads before the person, in the order in which the sheet asks; at rest the first."""
        return self.all[: len(self._shapes)]

    @property
    def in_hand(self) -> InkCanvas:
        """The pad that was written on last, or that the keys were sent to: what undo and clear act on."""
        return self.all[self.at]

    def open(self, kinds: Sequence[InkKind], writings: Sequence[Writing]) -> None:
        """A pad for each kind, with what was written there before."""
        self._shapes = tuple(_PARAF_SHAPE if kind is InkKind.PARAF else _SHAPE for kind in kinds)
        self.at = 0
        several = len(kinds) > 1
        for number, pad in enumerate(self.all):
            pad.take_up(writings[number] if number < len(kinds) else Writing())
            pad.setVisible(number < len(kinds))
            pad.setFocusPolicy(Qt.FocusPolicy.TabFocus if several else Qt.FocusPolicy.NoFocus)
        self.zoom(self._factor)
        self._place()

    def forget(self) -> None:
        """One empty pad of nobody."""
        self.open((InkKind.SIGNATURE,), (Writing(),))

    def choose(self, number: int) -> None:
        """This pad is in hand."""
        if number != self.at and number < len(self._shapes):
            before, self.at = self.in_hand, number
            # The frames alone: the ink must not wait for pads that look the same.
            for pad in (before, self.in_hand):
                around = pad.geometry().adjusted(-_FRAME_PX, -_FRAME_PX, _FRAME_PX, _FRAME_PX)
                self.update(QRegion(around).subtracted(QRegion(pad.geometry())))
            self.chosen.emit()

    def undo_stroke(self) -> None:
        """On the pad in hand, as its own."""
        self.in_hand.undo_stroke()

    def clear(self) -> None:
        """The pad in hand, as its own."""
        self.in_hand.clear()

    def bring_back(self) -> None:
        """On the pad in hand, as its own."""
        self.in_hand.bring_back()

    def set_frozen(self, frozen: bool) -> None:
        """No pad takes ink, or all do."""
        for pad in self.shown:
            pad.set_frozen(frozen)

    def wear(self, tokens: Tokens) -> None:
        """The frame of the pad in hand in the colour of what has the keys."""
        self._frame = QColor(tokens.focus)
        self.update()

    def zoom(self, factor: float) -> None:
        """The smallest pads times this."""
        self._factor = factor
        if len(self._shapes) == 1:
            least = self.all[0].minimumSizeHint()
        else:
            least = QSize(round(_LEAST_PX * sum(self._shapes)) + GAP * (len(self._shapes) - 1), _LEAST_PX)
        self.setMinimumSize(least * factor)

    def _on_changed(self, number: int) -> None:
        if self.all[number].is_writing:
            self.choose(number)
        self.changed.emit(number)

    def _place(self) -> None:
        frame = _FRAME_PX if len(self._shapes) > 1 else 0
        room = self.size().shrunkBy(QMargins(frame, frame, frame, frame))
        for pad, place in zip(self.shown, places(self._shapes, room, round(GAP * self._factor)), strict=True):
            pad.setGeometry(place.translated(frame, frame))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        if len(self._shapes) == 1:
            return
        painter = QPainter(self)
        painter.setPen(QPen(self._frame, _FRAME_PX * 2, j=Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(self.in_hand.geometry())
        painter.end()


def places(shapes: Sequence[float], room: QSize, gap: int) -> list[QRect]:
    """Where pads of these shapes stand: in a row, or the first large and two others in a column beside it.

    Whichever makes the small ones larger, or nearly. The first stands at the left for either hand: it is read first,
    and what a hand covers is on the one side for the right and on the other for the left.
    """
    wide, tall = room.width(), room.height()
    high = min((wide - gap * (len(shapes) - 1)) / sum(shapes), tall, _WIDEST_PX / max(shapes))
    if len(shapes) == 3:
        small = min((tall - gap) / 2, (wide - gap) * _BESIDE / max(shapes[1:]))
        if small > high * _NEARLY:
            return _column(shapes, room, gap, small)
    left = round(wide - high * sum(shapes) - gap * (len(shapes) - 1)) // 2
    made = []
    for shape in shapes:
        made.append(QRect(left, round(tall - high) // 2, round(high * shape), round(high)))
        left = made[-1].right() + 1 + gap
    return made


def _column(shapes: Sequence[float], room: QSize, gap: int, small: float) -> list[QRect]:
    beside = small * max(shapes[1:])
    large = min(room.height(), (room.width() - gap - beside) / shapes[0], _WIDEST_PX / shapes[0])
    left = round(room.width() - large * shapes[0] - gap - beside) // 2
    top = round(room.height() - max(large, 2 * small + gap)) // 2
    right = left + round(large * shapes[0]) + gap
    return [
        QRect(left, top, round(large * shapes[0]), round(large)),
        QRect(right, top, round(small * shapes[1]), round(small)),
        QRect(right, top + round(small) + gap, round(small * shapes[2]), round(small)),
    ]
