"""A text that is read aloud, in large letters, a page at a time."""

from __future__ import annotations

from bisect import bisect

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from kpu_desk.domain.reading_aloud import ReadAloud
from kpu_desk.gui.hall.large_text import LEAST_SHARE, LargeText, large_font
from kpu_desk.gui.look import DESK, Tokens

_TEXT_SHARE = 0.052
_BETWEEN = 0.45  # of a line, between two paragraphs
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class ReadingPanel(QWidget):
    """Title, one page of the text, who reads it, and which page of how many.

    Signals:
        counted(): another page is shown, or there are more or fewer of them.
    """

    counted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("hall_reading")
        self._title = LargeText("hall_reading_title", 0.062, weight=QFont.Weight.DemiBold)
        self._page = _Page()
        self._page.resized.connect(self._count)
        self._reader = ""
        self._number = LargeText("hall_reading_page", LEAST_SHARE, colour="ink_soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        self._between = QSpacerItem(0, 0)
        column.addItem(self._between)
        column.addWidget(self._page, 1)
        column.addWidget(self._number)
        self._column = column

    def show_text(self, text: ReadAloud, reader: str = "") -> None:
        """Begins at the first page."""
        self._reader = reader
        self._title.show_text(text.title)
        self._page.show_parts(text.parts)
        self._count()

    def turn(self, pages: int) -> None:
        """Goes on or back by so many pages; stops at both ends."""
        self._page.turn(pages)
        self._count()

    def wear(self, tokens: Tokens) -> None:
        """Paints in these colours."""
        self._page.tokens = tokens
        self._page.update()

    def fit(self, height: int) -> None:
        """Takes its room from the window's height."""
        self._title.fit(height)
        self._number.fit(height)
        self._between.changeSize(0, round(height * _TEXT_SHARE / 2))
        self._column.invalidate()

    @property
    def shown(self) -> tuple[str, ...]:
        """The paragraphs on the page that is shown."""
        return self._page.shown()

    def _count(self) -> None:
        page, pages = self.place()
        by = self.tr("Dibacakan oleh {reader}").format(reader=self._reader) if self._reader else ""
        at = self.tr("{page} dari {pages}").format(page=page, pages=pages) if pages > 1 else ""
        self._number.show_text("  ·  ".join(filter(None, (by, at))))
        self.counted.emit()

    def place(self) -> tuple[int, int]:
        """The page from 1, and how many there are."""
        at, count = self._page.place()
        return at + 1, count


class _Page(QWidget):
    """As many whole paragraphs as stand on the page; one that is longer than a page goes on on the next.

    Signals:
        resized(): as many pages as stand in the room of now, which comes with the layout.
    """

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = DESK
        self._text: tuple[str, ...] = ()
        self._parts: tuple[str, ...] = ()
        self._of: tuple[int, ...] = ()  # the paragraph of each part
        self._first = 0  # part at the top: its paragraph stays when the window changes its size
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_parts(self, parts: tuple[str, ...]) -> None:
        self._text, self._first, self._of = parts, 0, ()
        self._divide()
        self.setAccessibleName("\n".join(self.shown()))
        self.update()

    def turn(self, pages: int) -> None:
        starts = self._starts()
        at = min(max(self._at(starts) + pages, 0), len(starts) - 1)
        self._first = starts[at]
        self.setAccessibleName("\n".join(self.shown()))
        self.update()

    def place(self) -> tuple[int, int]:
        """The page's place from 0, and how many there are."""
        starts = self._starts()
        return self._at(starts), len(starts)

    def shown(self) -> tuple[str, ...]:
        starts = self._starts()
        at = self._at(starts)
        return self._parts[starts[at] : starts[at + 1] if at + 1 < len(starts) else None]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()
        self.setAccessibleName("\n".join(self.shown()))
        self.resized.emit()

    def _divide(self) -> None:
        """Paragraphs as parts that stand on a page in letters for the last row."""
        paragraph = self._of[self._first] if self._of else 0
        metrics, room = QFontMetricsF(large_font(self._pixels())), self.height()
        parts: list[tuple[int, str]] = []
        for number, text in enumerate(self._text):
            words = text.split(" ")

            def stands(n: int, words: list[str] = words) -> bool:
                return self._tall(metrics, " ".join(words[:n])) <= room

            while len(words) > 1 and room > 2 * metrics.lineSpacing() and not stands(len(words)):
                most = max(1, bisect(range(2, len(words)), False, key=lambda n: not stands(n)) + 1)
                parts.append((number, " ".join(words[:most])))
                del words[:most]
            parts.append((number, " ".join(words)))
        self._of, self._parts = tuple(number for number, _ in parts), tuple(text for _, text in parts)
        self._first = self._of.index(paragraph) if parts else 0

    def _at(self, starts: list[int]) -> int:
        return max(n for n, start in enumerate(starts) if start <= self._first)

    def _starts(self) -> list[int]:
        starts, used = [0], 0.0
        metrics = QFontMetricsF(large_font(self._pixels()))
        for number, part in enumerate(self._parts):
            tall = self._tall(metrics, part) + metrics.lineSpacing() * _BETWEEN
            if used and used + tall > self.height():
                starts.append(number)
                used = 0.0
            used += tall
        return starts

    def _pixels(self) -> int:
        return round(self.window().height() * _TEXT_SHARE)

    def _tall(self, metrics: QFontMetricsF, part: str) -> float:
        return metrics.boundingRect(QRectF(0, 0, max(self.width(), 1), 1e6), _WRAP, part).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(self.tokens.ink))
        parts, size = self.shown(), self._pixels()
        metrics = QFontMetricsF(large_font(size))
        painter.setFont(large_font(size))
        top = 0.0
        for part in parts:
            tall = self._tall(metrics, part)
            painter.drawText(QRectF(0, top, self.width(), tall + 1), _WRAP, part)
            top += tall + metrics.lineSpacing() * _BETWEEN
        painter.end()
