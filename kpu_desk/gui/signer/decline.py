"""Beside the way: a person who does not sign says why by one touch and confirms by another."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from kpu_desk.domain.showing import ShownSheet
from kpu_desk.gui.signer.parts import column, row, touch_button, wrapped

REASONS: Final[tuple[str, ...]] = (
    str(QT_TRANSLATE_NOOP("DeclineStep", "Belum sempat membaca")),
    str(QT_TRANSLATE_NOOP("DeclineStep", "Isi tidak sesuai")),
    str(QT_TRANSLATE_NOOP("DeclineStep", "Alasan lain")),
)


class DeclineStep(QWidget):
    """Three reasons, one way back, one way on.

    Signals:
        confirmed: the reason, one of `REASONS` in Indonesian whatever the language of the window.
        went_back: the person goes on after all.
    """

    confirmed = Signal(str)
    went_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decline_step")
        self._question = wrapped("signer", centred=True)
        self._about = wrapped("heading", centred=True)
        self._note = wrapped("strong", centred=True)
        self._choice = QButtonGroup(self)
        back = touch_button("decline_back", self.tr("Kembali"), "plain", "back")
        self._confirm = touch_button("decline_confirm", self.tr("Ya, saya tidak menandatangani"), "danger")
        self._question.setText(self.tr("Mengapa Anda tidak menandatangani lembar ini?"))
        self._note.setText(self.tr("Pilih satu alasan. Petugas akan membantu Anda."))
        layout = column(self)
        layout.addStretch(1)
        layout.addWidget(self._question)
        layout.addWidget(self._about)
        layout.addWidget(self._note)
        for index, reason in enumerate(REASONS):
            choice = touch_button(f"decline_reason_{index}", self.tr(reason))
            choice.setCheckable(True)
            self._choice.addButton(choice, index)
        # In two rows: a small screen at 150 % has no room for three beside one another, nor under one another.
        first, second, third = self._choice.buttons()
        layout.addLayout(row(None, first, second, None))
        layout.addLayout(row(None, third, None))
        layout.addStretch(2)
        layout.addLayout(row(back, None, self._confirm))
        back.clicked.connect(self.went_back)
        self._confirm.clicked.connect(self._on_confirm)
        self._choice.idClicked.connect(lambda _: self._confirm.setEnabled(True))

    def open(self, sheet: ShownSheet) -> None:
        """Asks about one sheet; nothing is chosen yet."""
        self._about.setText(sheet.title)
        self._choice.setExclusive(False)
        for choice in self._choice.buttons():
            choice.setChecked(False)
        self._choice.setExclusive(True)
        self._confirm.setEnabled(False)

    def _on_confirm(self) -> None:
        chosen = self._choice.checkedId()
        if chosen >= 0:
            self.confirmed.emit(REASONS[chosen])
