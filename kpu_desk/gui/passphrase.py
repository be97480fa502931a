"""Choosing a new passphrase: typed twice, with a hint about its strength while it is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kpu_desk.gui.forms import Fields

SHORTEST = 8
"""What the key file accepts; it refuses anything shorter."""
_COMFORTABLE = 16


class NewPassphrase(Fields):
    """Two entries and a hint.

    Signals:
        changed(): something was typed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.second = QLineEdit(), QLineEdit()
        for entry in (self.first, self.second):
            entry.setEchoMode(QLineEdit.EchoMode.Password)
            entry.textChanged.connect(self._judge)
        self.add(
            "passphrase",
            self.tr("Frasa sandi baru"),
            self.first,
            self.tr("Empat kata atau lebih mudah diingat dan sulit ditebak."),
        )
        self.add("passphrase_again", self.tr("Ulangi"), self.second)

    def value(self) -> str | None:
        """The passphrase, or None with a complaint under the entry that is wrong."""
        text = self.first.text()
        if len(text) < SHORTEST:
            self.complain("passphrase", self.tr("Paling sedikit {n} karakter.").format(n=SHORTEST))
            return None
        if text != self.second.text():
            self.complain("passphrase_again", self.tr("Belum sama dengan yang pertama."))
            return None
        return text

    def _judge(self) -> None:
        text = self.first.text()
        if not text:
            self.complain("passphrase", "")
        elif len(text) < SHORTEST:
            self.advise("passphrase", self.tr("Terlalu pendek."))
        elif len(text) < _COMFORTABLE or len(set(text)) < SHORTEST:
            self.advise("passphrase", self.tr("Cukup; lebih panjang lebih aman."))
        else:
            self.praise("passphrase", self.tr("Baik."))
        same = text == self.second.text()
        if self.second.text() and same:
            self.praise("passphrase_again", self.tr("Sama."))
        else:
            self.complain("passphrase_again", "")
        self.changed.emit()
