"""Over every step: the operator let the sitting pause, and nothing of it is to be seen meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kpu_desk.gui.signer.parts import Picture, column, wrapped


class PausedStep(QWidget):
    """One sentence, no button: only the operator goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paused_step")
        sentence = wrapped("signer", centred=True)
        sentence.setObjectName("paused_sentence")
        sentence.setText(self.tr("Mohon tunggu sebentar. Petugas akan melanjutkan."))
        kept = wrapped("heading", centred=True)
        kept.setText(self.tr("Yang sudah Anda baca dan tulis tidak hilang."))
        layout = column(self)
        layout.addStretch(2)
        layout.addWidget(Picture("clock", "ink_soft", 96), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(sentence)
        layout.addWidget(kept)
        layout.addStretch(3)
