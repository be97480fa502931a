"""Before a witness signs a run: the list of all sheets that were opened, with their digests, confirmed once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QScroller, QWidget

from kpu_desk.domain.showing import ShownSheet
from kpu_desk.gui.document_words import document_words
from kpu_desk.gui.look import BASE
from kpu_desk.gui.signer.parts import GAP, column, row, touch_button, wrapped
from kpu_desk.gui.spoken import Spoken
from kpu_desk.gui.widgets import label

_DIGITS = 16
"""Of each digest; the receipt and the journal have it whole."""


class RunStep(Spoken, QWidget):
    """Serial, role and digest of each sheet; scrolled by finger, wheel and keys.

    Signals:
        confirmed: "Ya, semuanya".
        read_again: back to the first of the sheets.
    """

    confirmed = Signal()
    read_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run_step")
        self._sheets: Sequence[ShownSheet] = ()
        self._head = wrapped("signer")
        self._head.setObjectName("run_head")
        self._note = wrapped("strong")
        self.area = QScrollArea()
        self.area.setObjectName("run_list")
        self.area.setProperty("touch", True)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QScroller.grabGesture(self.area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._again = touch_button("run_read_again", "", "plain", "document")
        self._confirm = touch_button("run_confirm", "", "primary")
        layout = column(self, BASE * 2)
        layout.addWidget(self._head)
        layout.addWidget(self.area, 1)
        layout.addWidget(self._note)
        layout.addLayout(row(self._again, None, self._confirm))
        self._again.clicked.connect(self.read_again)
        self._confirm.clicked.connect(self.confirmed)
        self.say_words()

    def open(self, sheets: Sequence[ShownSheet]) -> None:
        """Shows the list of these sheets."""
        self._sheets = sheets
        self.say_words()
        self.area.verticalScrollBar().setValue(0)

    def say_words(self) -> None:
        self._again.setText(self.tr("Baca lagi"))
        self._confirm.setText(self.tr("Ya, semuanya"))
        self._head.setText(self.tr("Anda menjadi saksi pada {n} lembar ini?").format(n=len(self._sheets)))
        self._note.setText(self.tr("Sesudah ini setiap lembar tetap Anda tandatangani sendiri, satu per satu."))
        self.area.setAccessibleName(self._head.text())
        # Later: whoever has these words said anew may be walking over the old ones.
        before = self.area.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        self.area.setWidget(self._lines())

    def _lines(self) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(BASE)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(self._sheets), 1)
        for line, sheet in enumerate(self._sheets):
            about = wrapped("strong")
            about.setText(document_words(sheet.role_label, self.language))
            digest = label(sheet.frozen_sha256[:_DIGITS], "strong")
            digest.setAccessibleName(self.tr("Sidik {digest}").format(digest=sheet.frozen_sha256[:_DIGITS]))
            for place, part in enumerate((label(sheet.serial, "strong"), about, digest)):
                part.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
                grid.addWidget(part, line, place)
        return inside
