"""A small window for the moment in which a workspace is made ready without anybody being asked."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from kpu_desk.gui.look import BASE
from kpu_desk.gui.widgets import heading, label, plain_button


class WaitingWindow(QWidget):
    """Says what is going on, or why it failed."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waiting_window")
        self.setWindowTitle(self.tr("KPU Desk – Buka"))
        self._words = label(words)
        self._words.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._close = plain_button(self.tr("Tutup"))
        self._close.hide()
        self._close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(BASE * 4, BASE * 4, BASE * 4, BASE * 3)
        column.setSpacing(BASE * 2)
        column.addWidget(heading(self.tr("KPU Desk")))
        column.addWidget(self._words)
        column.addWidget(self._bar)
        column.addStretch(1)
        column.addLayout(foot)
        self.resize(560, 260)

    def fail(self, sentence: str) -> None:
        """Nothing more is under way; the person can only close."""
        self._words.setText(sentence)
        self._bar.hide()
        self._close.show()
        self._close.setFocus()
