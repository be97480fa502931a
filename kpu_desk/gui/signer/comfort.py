"""How a person wants the signer's window: larger words, high contrast, the left hand. Kept for one sitting only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from kpu_desk.gui.look import BASE, DESK, HIGH_CONTRAST, Tokens, icon
from kpu_desk.gui.signer.parts import GAP

TEXT_SIZES: Final = (100, 125, 150)
"""Percent."""
_ICON_PX: Final = 28


@dataclass(frozen=True, slots=True)
class Comfort:
    """One person's choice; ``text_size`` in percent, one of TEXT_SIZES."""

    text_size: int = 100
    high_contrast: bool = False
    left_handed: bool = False

    @property
    def tokens(self) -> Tokens:
        """The colours of the window."""
        return HIGH_CONTRAST if self.high_contrast else DESK

    def with_next_text(self) -> Comfort:
        """The next larger words; after the largest the normal ones again."""
        place = TEXT_SIZES.index(self.text_size)
        return replace(self, text_size=TEXT_SIZES[(place + 1) % len(TEXT_SIZES)])

    def with_other_contrast(self) -> Comfort:
        """High contrast, or the usual one again."""
        return replace(self, high_contrast=not self.high_contrast)

    def with_other_hand(self) -> Comfort:
        """For the left hand, or the right one again."""
        return replace(self, left_handed=not self.left_handed)


class ComfortStrip(QFrame):
    """A narrow column beside every step: words, contrast, hand, and the notice about personal data.

    Signals:
        text_wanted, contrast_wanted, hand_wanted: the person chose; the window decides.
        notice_wanted: what is kept, why and how long.
    """

    text_wanted = Signal()
    contrast_wanted = Signal()
    hand_wanted = Signal()
    notice_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comfort_strip")
        self.setProperty("surface", "plain")
        column = QVBoxLayout(self)
        column.setContentsMargins(BASE, BASE, BASE, BASE)
        column.setSpacing(GAP)
        self._buttons = (
            StripButton("text_size", self.tr("Huruf"), "text-size"),
            StripButton("contrast", self.tr("Kontras"), "contrast"),
            StripButton("left_hand", self.tr("Kidal"), "hand"),
            StripButton("notice", self.tr("Data"), "info"),
        )
        column.addStretch(1)
        for button in self._buttons:
            column.addWidget(button)
        column.addStretch(1)
        text, contrast, hand, notice = self._buttons
        contrast.setCheckable(True)
        hand.setCheckable(True)
        text.clicked.connect(self.text_wanted)
        contrast.clicked.connect(self.contrast_wanted)
        hand.clicked.connect(self.hand_wanted)
        notice.clicked.connect(self.notice_wanted)
        notice.setAccessibleName(self.tr("Data Anda: apa yang disimpan dan untuk apa"))
        self.show_comfort(Comfort())

    def show_comfort(self, comfort: Comfort) -> None:
        """What is chosen now."""
        text, contrast, hand, _ = self._buttons
        text.setAccessibleName(self.tr("Ukuran huruf {percent} persen").format(percent=comfort.text_size))
        contrast.setChecked(comfort.high_contrast)
        contrast.setAccessibleName(self.tr("Kontras tinggi"))
        hand.setChecked(comfort.left_handed)
        hand.setAccessibleName(self.tr("Tata letak untuk tangan kiri"))

    def offer_notice(self, offered: bool) -> None:
        """Whether there is a notice to show, and it is not on the screen already."""
        self._buttons[3].setEnabled(offered)


class StripButton(QToolButton):
    """A drawing with a word beneath it, as wide as a finger needs."""

    def __init__(self, name: str, text: str, icon_name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("strip", True)
        self.setText(text)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self._icon_name = icon_name
        self.wear(DESK)

    def wear(self, tokens: Tokens) -> None:
        """Draws the icon in these colours."""
        self.setIcon(icon(self._icon_name, "ink", _ICON_PX, tokens))


def press_focused(event: QKeyEvent, focused: QWidget | None) -> bool:
    """Return presses the button that has the keyboard, as people expect; gives whether it did."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(focused, QAbstractButton):
        return False
    focused.click()
    return True
