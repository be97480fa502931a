"""How a person wants the signer's window: language, larger words, high contrast, the left hand; for one sitting."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from kpu_desk.gui.look import BASE, DESK, HIGH_CONTRAST, Tokens, icon
from kpu_desk.gui.signer.parts import GAP
from kpu_desk.gui.spoken import Spoken
from kpu_desk.language import Language, other_than, spoken

TEXT_SIZES: Final = (100, 125, 150)
"""Percent."""
_ICON_PX: Final = 28


@dataclass(frozen=True, slots=True)
class Comfort:
    """One person's choice; ``text_size`` in percent, one of TEXT_SIZES; the language is at first the program's."""

    text_size: int = 100
    high_contrast: bool = False
    left_handed: bool = False
    language: Language = field(default_factory=spoken)

    @property
    def tokens(self) -> Tokens:
        """The colours of the window."""
        return HIGH_CONTRAST if self.high_contrast else DESK

    def with_next_text(self) -> Comfort:
        """The next larger words; after the largest the normal ones again."""
        place = TEXT_SIZES.index(self.text_size)
        return replace(self, text_size=TEXT_SIZES[(place + 1) % len(TEXT_SIZES)])

    def with_other_language(self) -> Comfort:
        """Indonesian or English."""
        return replace(self, language=other_than(self.language))


class ComfortStrip(Spoken, QFrame):
    """A narrow column beside every step: language, words, contrast, hand, and the notice about personal data.

    Signals:
        comfort_wanted: the `Comfort` that the person chose; the window decides.
        notice_wanted: what is kept, why and how long.
    """

    comfort_wanted = Signal(object)
    notice_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comfort_strip")
        self.setProperty("surface", "plain")
        column = QVBoxLayout(self)
        column.setContentsMargins(BASE, BASE, BASE, BASE)
        column.setSpacing(GAP)
        self._buttons = (
            StripButton("language", "language"),
            StripButton("text_size", "text-size"),
            StripButton("contrast", "contrast"),
            StripButton("left_hand", "hand"),
            StripButton("notice", "info"),
        )
        column.addStretch(1)
        for button in self._buttons:
            column.addWidget(button)
        column.addStretch(1)
        language, text, contrast, hand, notice = self._buttons
        contrast.setCheckable(True)
        hand.setCheckable(True)
        language.clicked.connect(lambda: self.comfort_wanted.emit(self._comfort.with_other_language()))
        text.clicked.connect(lambda: self.comfort_wanted.emit(self._comfort.with_next_text()))
        # Not clicked: a screen reader only toggles.
        contrast.toggled.connect(lambda on: self._want(replace(self._comfort, high_contrast=on)))
        hand.toggled.connect(lambda on: self._want(replace(self._comfort, left_handed=on)))
        notice.clicked.connect(self.notice_wanted)
        self.show_comfort(Comfort())

    def _want(self, comfort: Comfort) -> None:
        if comfort != self._comfort:
            self.comfort_wanted.emit(comfort)

    def show_comfort(self, comfort: Comfort) -> None:
        """What is chosen now."""
        self._comfort = comfort
        _, _, contrast, hand, _ = self._buttons
        contrast.setChecked(comfort.high_contrast)
        hand.setChecked(comfort.left_handed)
        self.speak(comfort.language)

    def say_words(self) -> None:
        language, text, contrast, hand, notice = self._buttons
        # Whoever looks for the other language reads only that one.
        other = other_than(self._comfort.language)
        language.setText(other.own_name)
        language.setAccessibleName(f"{other.own_name} ({other.value})")
        text.setText(self.tr("Huruf"))
        text.setAccessibleName(self.tr("Ukuran huruf {percent} persen").format(percent=self._comfort.text_size))
        contrast.setText(self.tr("Kontras"))
        contrast.setAccessibleName(self.tr("Kontras tinggi"))
        hand.setText(self.tr("Kidal"))
        hand.setAccessibleName(self.tr("Tata letak untuk tangan kiri"))
        notice.setText(self.tr("Data"))
        notice.setAccessibleName(self.tr("Data Anda: apa yang disimpan dan untuk apa"))

    def offer_notice(self, offered: bool) -> None:
        """Whether there is a notice to show, and it is not on the screen already."""
        self._buttons[-1].setEnabled(offered)


class StripButton(QToolButton):
    """A drawing with a word beneath it, as wide as a finger needs."""

    def __init__(self, name: str, icon_name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("strip", True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self._icon_name, self._side = icon_name, _ICON_PX
        self.wear(DESK)

    def zoom(self, factor: float) -> None:
        """The icon's size times this, from the next `wear` on."""
        self._side = round(_ICON_PX * factor)

    def wear(self, tokens: Tokens) -> None:
        """Draws the icon in these colours."""
        self.setIconSize(QSize(self._side, self._side))
        self.setIcon(icon(self._icon_name, "ink", self._side, tokens))


def press_focused(event: QKeyEvent, focused: QWidget | None) -> bool:
    """Return presses the button that has the keyboard, as people expect; gives whether it did."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(focused, QAbstractButton):
        return False
    focused.click()
    return True
