"""The closing words for the last row: three rows of four, numbered, while they are read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kpu_desk.domain.closing_words import WORDS
from kpu_desk.gui.hall.large_text import LEAST_SHARE, LargeText

_COLUMNS = 4
_SHARE = 0.056


class WordsPanel(QWidget):
    """Twelve words, all of them at one glance."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("hall_words")
        self._title = LargeText("hall_words_title", 0.062, weight=QFont.Weight.DemiBold)
        left = Qt.AlignmentFlag.AlignLeft
        self._numbers = tuple(LargeText(f"hall_number_{n}", LEAST_SHARE, colour="ink_soft") for n in range(WORDS))
        self._words = tuple(
            LargeText(f"hall_word_{n}", _SHARE, weight=QFont.Weight.DemiBold, align=left) for n in range(WORDS)
        )
        grid = QGridLayout()
        for place, (number, word) in enumerate(zip(self._numbers, self._words, strict=True)):
            row, column = divmod(place, _COLUMNS)
            grid.addWidget(number, row, column * 2, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(word, row, column * 2 + 1, Qt.AlignmentFlag.AlignVCenter)
            grid.setColumnStretch(column * 2, 2)
            grid.setColumnStretch(column * 2 + 1, 9)
            grid.setRowStretch(row, 1)
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(0, 0, 0, 0)
        column_of.addWidget(self._title)
        column_of.addLayout(grid, 1)

    def show_words(self, words: Sequence[str]) -> None:
        """Shows these, in their order."""
        self._title.show_text(self.tr("Kata penutup"))
        for place, (number, word, text) in enumerate(zip(self._numbers, self._words, words, strict=True), 1):
            number.show_text(str(place))
            word.show_text(text)
