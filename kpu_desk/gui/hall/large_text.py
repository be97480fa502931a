"""Text for the last row: as large as its place allows, in shares of the window's height."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpu_desk.gui.look import DESK, FAMILY, Tokens

LEAST_SHARE = 0.040
"""Letters below 4 % of the picture's height are not read from the last row (look.md: 72 points at 1080 lines)."""


def large_font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The interface family at a height in device-independent pixels."""
    font = QFont(FAMILY)
    font.setPixelSize(max(1, pixels))
    font.setWeight(weight)
    return font


class LargeText(QWidget):
    """Plain text on as many lines as it needs, never larger than ``share`` of the window's height.

    It shrinks, down to `LEAST_SHARE`, until everything stands inside the widget.

    Args:
        share: of the window's height, for the size of the letters.
        lines: for how many lines room is kept.
        colour: name of a colour token.
    """

    def __init__(
        self,
        name: str,
        share: float,
        lines: int = 1,
        *,
        colour: str = "ink",
        weight: QFont.Weight = QFont.Weight.Normal,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
        upright: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._text = ""
        self._share, self._lines, self._colour, self._weight = share, lines, colour, weight
        self._flags = align | upright | Qt.TextFlag.TextWordWrap
        self._tokens = DESK
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What is shown."""
        return self._text

    def show_text(self, text: str) -> None:
        """Shows this; nothing where it is empty, and then it takes no room."""
        if text != self._text or self.isHidden() == bool(text):
            self._text = text
            self.setAccessibleName(text)
            self.setVisible(bool(text))
            self.update()

    def wear(self, tokens: Tokens) -> None:
        """Paints in these colours."""
        self._tokens = tokens
        self.update()

    def fit(self, height: int) -> None:
        """Takes its room from the window's height."""
        line = QFontMetricsF(large_font(round(height * self._share), self._weight)).lineSpacing()
        self.setFixedHeight(round(line * self._lines))

    def pixels(self) -> int:
        """The size of letters at which the whole text stands in the widget."""
        height = self.window().height()
        least = max(1, round(height * min(LEAST_SHARE, self._share)))
        for size in range(round(height * self._share), least, -1):
            if self._stands(size):
                return size
        return least

    def _stands(self, size: int) -> bool:
        metrics = QFontMetricsF(large_font(size, self._weight))
        longest = max((metrics.horizontalAdvance(word) for word in self._text.split()), default=0.0)
        box = metrics.boundingRect(QRectF(0, 0, self.width(), 1e6), int(self._flags), self._text)
        return longest <= self.width() and box.height() <= self.height() + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(large_font(self.pixels(), self._weight))
        painter.setPen(QColor(getattr(self._tokens, self._colour)))
        painter.drawText(QRect(0, 0, self.width(), self.height()), int(self._flags), self._text)
        painter.end()
