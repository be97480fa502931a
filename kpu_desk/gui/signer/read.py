"""Second step: the sheet's own pages, read to the end, and the sentence that is confirmed."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kpu_desk.domain.showing import ShownSheet
from kpu_desk.gui.look import BASE
from kpu_desk.gui.page_view import PageView
from kpu_desk.gui.signer.gloss import Statement
from kpu_desk.gui.signer.head import SheetBefore, SheetHead
from kpu_desk.gui.signer.parts import GAP, MARGIN, column, set_tone, touch_button, wrapped
from kpu_desk.gui.spoken import Spoken
from kpu_desk.gui.widgets import label

_ROOM_BESIDE = 440
"""Pixels of width that the sentence needs between the buttons, on a step that is not narrow as a whole."""
_NARROW = 1_000
_LEAST_PAGE_PX = 220
"""Height of the view below which nobody can read a page."""


class ReadStep(Spoken, QWidget):
    """The pages as large as fits; the button wakes when every page was in view.

    Args:
        clock: seconds of a clock that never goes back.

    Signals:
        confirmed: "Saya telah membaca".
        declined: "Saya tidak menandatangani".
    """

    confirmed = Signal()
    declined = Signal()

    def __init__(self, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("read_step")
        self.pages = PageView(clock=clock)
        self._head = SheetHead()
        self._page = label("", "heading")
        self._page.setObjectName("page_position")
        self._foot = QGridLayout()
        self._sentences = QWidget()
        self._beside: bool | None = None
        self._at = (0, 0)
        self._statement = Statement("strong", "read_statement", with_sheet=True)
        self._aloud = False
        self._hint = wrapped("strong")
        self._hint.setObjectName("read_hint")
        self._up = touch_button("page_up", "")
        self._down = touch_button("page_down", "")
        self._decline = touch_button("decline_reading", "", "quiet")
        self._read = touch_button("have_read", "", "primary")
        self._put_together()
        self._up.clicked.connect(self.pages.page_up)
        self._down.clicked.connect(self.pages.page_down)
        self._decline.clicked.connect(self.declined)
        self._read.clicked.connect(self.confirmed)
        self.pages.page_changed.connect(self._show_page)
        self.pages.seen_changed.connect(self._show_seen)
        self._read.setEnabled(False)
        self.zoom(1)
        self.say_words()

    def _put_together(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._head, 1)
        head.addWidget(self._page)
        arrows = QVBoxLayout()
        arrows.setSpacing(GAP)
        arrows.addStretch(1)
        arrows.addWidget(self._up)
        arrows.addWidget(self._down)
        arrows.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(GAP)
        middle.addWidget(self.pages, 1)
        middle.addLayout(arrows)
        sentences = QVBoxLayout(self._sentences)
        sentences.setContentsMargins(0, 0, 0, 0)
        sentences.setSpacing(BASE // 2)
        sentences.addWidget(self._statement)
        sentences.addWidget(self._hint)
        self._foot.setHorizontalSpacing(GAP)
        self._foot.setVerticalSpacing(BASE)
        self._foot.setColumnStretch(1, 1)
        self._foot.addWidget(self._decline, 1, 0)
        self._foot.addWidget(self._read, 1, 2)
        self._place_sentences(beside=False)
        layout = column(self, BASE * 2)
        layout.addLayout(head)
        layout.addLayout(middle, 1)
        layout.addLayout(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_words()

    def zoom(self, factor: float) -> None:
        """Its measures times this."""
        self._zoom = factor
        self.pages.setMinimumHeight(round(_LEAST_PAGE_PX * factor))

    def fit_words(self) -> None:
        """The step, or its words, have another size: the sentence stands where its lines are long enough."""
        buttons = self._decline.minimumSizeHint().width() + self._read.minimumSizeHint().width()
        room = (_ROOM_BESIDE + 2 * (GAP + MARGIN)) * self._zoom
        self._place_sentences(beside=self.width() >= max(buttons + room, _NARROW * self._zoom))

    def _place_sentences(self, *, beside: bool) -> None:
        """Between the two buttons; on a narrow screen above them, where the lines are long enough to be few."""
        if beside is self._beside:
            return
        self._beside = beside
        self._foot.removeWidget(self._sentences)
        if beside:
            self._foot.addWidget(self._sentences, 1, 1)
        else:
            self._foot.addWidget(self._sentences, 0, 0, 1, 3)

    def open(self, sheet: ShownSheet, number: int, count: int, before: SheetBefore | None = None) -> None:
        """Shows a sheet from its first page; the ``number``-th of ``count`` in this sitting.

        ``before`` says what became of the sheet before.
        """
        self._head.show_sheet(sheet, number, count)
        self._head.tell_before(before)
        self._statement.show_sentence(sheet.statement)
        self._aloud = sheet.helper_says is not None
        self.pages.show_pages(sheet.pages, sheet.asked)
        self._at = 1, self.pages.page_count
        self._show_seen(0, self.pages.page_count)
        self._show_page(*self._at)
        self.say_words()
        self.pages.setFocus()

    def close_pages(self) -> None:
        """Lets go of the sheet's pages."""
        self.pages.forget_pages()

    def _show_page(self, current: int, count: int) -> None:
        self._at = current, count
        self._say_page()
        bar = self.pages.verticalScrollBar()
        for button, awake in ((self._up, bar.value() > bar.minimum()), (self._down, bar.value() < bar.maximum())):
            if button.hasFocus() and not awake:
                # Qt would hand the keys on to the button that declines.
                self.pages.setFocus()
            button.setEnabled(awake)

    def _show_seen(self, seen: int, count: int) -> None:
        ready = seen == count > 0
        self._read.setEnabled(ready)
        self._say_hint()
        set_tone(self._hint, "good" if ready else "wait")

    def say_words(self) -> None:
        self._up.setText(self.tr("Naik"))
        self._down.setText(self.tr("Turun"))
        self._decline.setText(self.tr("Saya tidak menandatangani"))
        self._read.setText(self.tr("Sudah dibacakan") if self._aloud else self.tr("Saya telah membaca"))
        self.pages.setAccessibleName(self.tr("Halaman lembar ini"))
        self._say_page()
        self._say_hint()

    def _say_page(self) -> None:
        current, count = self._at
        self._page.setText(self.tr("Halaman {current} dari {count}").format(current=current, count=count))

    def _say_hint(self) -> None:
        ready = self._read.isEnabled()
        self._hint.setText(self.tr("✓ Semua halaman sudah terlihat.") if ready else self.tr("↓ Gulir sampai akhir."))
