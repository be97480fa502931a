"""Beside the way: a person who does not sign says why by one touch and confirms by another."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from kpu_desk.domain.showing import ShownSheet
from kpu_desk.gui.document_words import document_words
from kpu_desk.gui.signer.parts import column, row, touch_button, wrapped
from kpu_desk.gui.spoken import Spoken

REASONS: Final[tuple[str, ...]] = (
    str(QT_TRANSLATE_NOOP("DeclineStep", "Belum sempat membaca")),
    str(QT_TRANSLATE_NOOP("DeclineStep", "Isi tidak sesuai")),
    str(QT_TRANSLATE_NOOP("DeclineStep", "Alasan lain")),
)


class DeclineStep(Spoken, QWidget):
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
        self._sheet: ShownSheet | None = None
        self._question = wrapped("signer", centred=True)
        self._about = wrapped("heading", centred=True)
        self._note = wrapped("strong", centred=True)
        self._choice = QButtonGroup(self)
        self._back = touch_button("decline_back", "", "plain", "back")
        self._confirm = touch_button("decline_confirm", "", "danger")
        layout = column(self)
        layout.addStretch(1)
        layout.addWidget(self._question)
        layout.addWidget(self._about)
        layout.addWidget(self._note)
        for index in range(len(REASONS)):
            choice = touch_button(f"decline_reason_{index}", "")
            choice.setCheckable(True)
            self._choice.addButton(choice, index)
        # In two rows: a small screen at 150 % has no room for three beside one another, nor under one another.
        first, second, third = self._choice.buttons()
        layout.addLayout(row(None, first, second, None))
        layout.addLayout(row(None, third, None))
        layout.addStretch(2)
        layout.addLayout(row(self._back, None, self._confirm))
        self._back.clicked.connect(self.went_back)
        self._confirm.clicked.connect(self._on_confirm)
        # Not clicked: a screen reader only toggles.
        self._choice.idToggled.connect(lambda _, on: self._confirm.setEnabled(on or self._choice.checkedId() >= 0))
        self.say_words()

    def open(self, sheet: ShownSheet) -> None:
        """Asks about one sheet; nothing is chosen yet."""
        self._sheet = sheet
        self.say_words()
        self._choice.setExclusive(False)
        for choice in self._choice.buttons():
            choice.setChecked(False)
        self._choice.setExclusive(True)
        self._confirm.setEnabled(False)

    def say_words(self) -> None:
        self._back.setText(self.tr("Kembali"))
        self._confirm.setText(self.tr("Ya, saya tidak menandatangani"))
        self._question.setText(self.tr("Mengapa Anda tidak menandatangani lembar ini?"))
        self._note.setText(self.tr("Pilih satu alasan. Petugas akan membantu Anda."))
        for choice, reason in zip(self._choice.buttons(), REASONS, strict=True):
            choice.setText(self.tr(reason))
        if self._sheet is not None:
            self._about.setText(document_words(self._sheet.title, self.language))

    def _on_confirm(self) -> None:
        chosen = self._choice.checkedId()
        if chosen >= 0:
            self.confirmed.emit(REASONS[chosen])
