"""The answer about scanned pages in "Periksa": the code's signed fields to compare, and what they do not prove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kpu_desk.domain.page_report import PageVerdict
from kpu_desk.gui.look import BASE, State, state_icon
from kpu_desk.gui.widgets import heading, label

if TYPE_CHECKING:
    from kpu_desk.services.reading_pages import PageFound

PAGE_STATES = {
    PageVerdict.SIGNED: State.SIGNED,
    PageVerdict.UNKNOWN_SIGNER: State.UNKNOWN,
    PageVerdict.BAD_CODE: State.WRONG,
    PageVerdict.NO_CODE: State.NOT_NEEDED,
}
"""Every verdict has a shape of its own colour; the word comes with it."""

_GROUNDS = {PageVerdict.SIGNED: "good", PageVerdict.BAD_CODE: "problem"}
_OTHER_GROUND = "contoh"
_SIGN = 24
_MOST_PAGES = 12


class PagePanel(QWidget):
    """Shows the pages of one file, each with its verdict and fields; hidden until some are there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_panel")
        self.name = label("", "soft")
        self.caveat = label("", "strong")
        for text in (self.name, self.caveat):
            text.setWordWrap(True)
        self._pages = QVBoxLayout()
        self._pages.setSpacing(BASE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BASE)
        column.addWidget(self.name)
        column.addLayout(self._pages)
        column.addWidget(self.caveat)
        self.hide()

    def show_pages(self, pages: tuple[PageFound, ...], name: str = "") -> None:
        """What was found on the pages of one file.

        Args:
            name: the file's name, already cleaned; nothing where another panel says it.
        """
        from kpu_desk.services.reading_pages import CAVEAT

        while (old := self._pages.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.name.setText(name)
        self.name.setVisible(bool(name))
        parts: list[QWidget] = [self._page(found) for found in pages[:_MOST_PAGES]]
        if len(pages) > _MOST_PAGES:
            parts.append(
                label(self.tr("Dan {n} halaman lain.", "", len(pages) - _MOST_PAGES).format(n=len(pages) - _MOST_PAGES))
            )
        for part in parts:
            self._pages.addWidget(part)
            # What comes into a layout that is on the screen already would wait for the next event.
            part.show()
        self.caveat.setText(CAVEAT)
        self.caveat.setVisible(any(found.report.code is not None for found in pages))
        self.show()

    def _page(self, found: PageFound) -> QFrame:
        from kpu_desk.services.reading_pages import field_rows, page_advice, page_reason_sentence, page_verdict_word

        report = found.report
        word = heading(page_verdict_word(report.verdict))
        where = label(self.tr("Halaman {n} berkas ini").format(n=report.page), "soft")
        said = [page_reason_sentence(reason) for reason in found.reasons]
        reasons, advice = label("\n".join(said)), label(page_advice(report.verdict), "strong")
        for text in (word, reasons, advice):
            text.setWordWrap(True)
        body = QVBoxLayout()
        body.setContentsMargins(BASE * 2, BASE, BASE * 2, BASE + BASE // 2)
        body.setSpacing(BASE + BASE // 2)
        body.addWidget(reasons)
        rows = field_rows(report.code) if report.code is not None else ()
        if rows:
            body.addLayout(_grid(rows))
        body.addWidget(advice)
        panel = QFrame()
        panel.setProperty("surface", "field")
        panel.setAccessibleName(f"{where.text()}: {word.text()}")
        panel.setAccessibleDescription(" ".join((*said, *(f"{name}: {words}." for name, words in rows), advice.text())))
        column = QVBoxLayout(panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head(report.verdict, word, where))
        column.addLayout(body)
        return panel

    def _head(self, verdict: PageVerdict, word: QLabel, where: QLabel) -> QFrame:
        head = QFrame()
        head.setProperty("banner", _GROUNDS.get(verdict, _OTHER_GROUND))
        sign = QLabel()
        sign.setPixmap(state_icon(PAGE_STATES[verdict], _SIGN).pixmap(QSize(_SIGN, _SIGN), self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(word)
        words.addWidget(where)
        row = QHBoxLayout(head)
        row.setContentsMargins(BASE * 2, BASE, BASE * 2, BASE)
        row.setSpacing(BASE + BASE // 2)
        row.addWidget(sign)
        row.addLayout(words, 1)
        return head


def _grid(rows: tuple[tuple[str, str], ...]) -> QGridLayout:
    """Labels and words side by side, as they are compared with the paper."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(BASE * 2)
    grid.setVerticalSpacing(BASE // 2)
    grid.setColumnStretch(1, 1)
    for number, (name, words) in enumerate(rows):
        value = label(words)
        value.setWordWrap(True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(label(name, "soft"), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, number, 1)
    return grid
