"""Over every step: the operator let the sitting pause, and nothing of it is to be seen meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kpu_desk.gui.signer.parts import Picture, column, wrapped
from kpu_desk.gui.spoken import Spoken


class PausedStep(Spoken, QWidget):
    """One sentence, no button: only the operator goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paused_step")
        self._ceremony_paused = False
        self._sentence = wrapped("signer", centred=True)
        self._sentence.setObjectName("paused_sentence")
        self._kept = wrapped("heading", centred=True)
        layout = column(self)
        layout.addStretch(2)
        layout.addWidget(Picture("clock", "ink_soft", 96), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._sentence)
        layout.addWidget(self._kept)
        layout.addStretch(3)
        self.say_words()

    def say_paused(self, paused: bool) -> None:
        """Whether the whole ceremony is paused, or only this sitting."""
        self._ceremony_paused = paused
        self.say_words()

    def say_words(self) -> None:
        self._sentence.setText(
            self.tr("Upacara dijeda. Petugas akan melanjutkan.")
            if self._ceremony_paused
            else self.tr("Mohon tunggu sebentar. Petugas akan melanjutkan.")
        )
        self._kept.setText(self.tr("Yang sudah Anda baca dan tulis tidak hilang."))
