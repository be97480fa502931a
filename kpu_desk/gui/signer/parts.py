"""Sizes and small pieces that every step of the signer's window is made of."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kpu_desk.gui.look import BASE, DESK, Tokens, icon
from kpu_desk.gui.widgets import Button, label

GAP: Final = BASE * 3
"""Between two targets: 24 px, more than 5 mm at 96 dpi."""
MARGIN: Final = BASE * 4


def touch_button(name: str, text: str, kind: str = "plain", icon_name: str = "") -> Button:
    """A target for a finger or a pen, found by its object name."""
    made = Button(text, kind, icon_name, touch=True)
    made.setObjectName(name)
    return made


def wrapped(role: str, *, centred: bool = False) -> QLabel:
    """Plain text in a role of the style sheet, on as many lines as it needs."""
    made = label("", role)
    made.setWordWrap(True)
    if centred:
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def set_tone(text: QLabel, tone: str) -> None:
    """Gives a text the colour of a state: ``good``, ``wait``, ``bad`` or none."""
    text.setProperty("tone", tone)
    # The style sheet looks at properties only when it is laid on.
    text.style().unpolish(text)
    text.style().polish(text)


class Picture(QLabel):
    """One of the program's drawings in a colour token, ``size`` px square; no words, so a reader passes it over."""

    def __init__(self, name: str, colour: str, size: int) -> None:
        super().__init__()
        self._name, self._colour, self._size, self._side = name, colour, size, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.wear(DESK)

    def zoom(self, factor: float) -> None:
        """Its size times this, from the next `wear` on."""
        self._side = round(self._size * factor)

    def wear(self, tokens: Tokens) -> None:
        """Draws itself in these colours."""
        made = icon(self._name, self._colour, self._side, tokens)
        self.setPixmap(made.pixmap(QSize(self._side, self._side), self.devicePixelRatioF()))


def column(step: QWidget, spacing: int = GAP) -> QVBoxLayout:
    """The layout of a whole step."""
    made = QVBoxLayout(step)
    # A screen of 1366 × 768 at 150 % has 512 px of height, and a rehearsal takes 36 of them for its band.
    made.setContentsMargins(MARGIN, BASE * 2, MARGIN, BASE * 2)
    made.setSpacing(spacing)
    return made


def row(*parts: QWidget | None) -> QHBoxLayout:
    """Parts beside one another; None is the room that pushes them apart."""
    made = QHBoxLayout()
    made.setSpacing(GAP)
    for part in parts:
        if part is None:
            made.addStretch(1)
        else:
            made.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
    return made
