"""Second step of the set-up: who does it, and the passphrase of the workspace."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kpu_desk.domain.journal import Actor
from kpu_desk.gui.forms import Fields
from kpu_desk.gui.look import BASE
from kpu_desk.gui.passphrase import NewPassphrase
from kpu_desk.gui.widgets import caption

_LONGEST = 120


class PersonPage(QWidget):
    """Name, office and a new passphrase."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who = Fields()
        self.name, self.office = QLineEdit(), QLineEdit()
        for entry in (self.name, self.office):
            entry.setMaxLength(_LONGEST)
        self.who.add("actor_name", self.tr("Nama Anda"), self.name)
        self.who.add("actor_office", self.tr("Jabatan Anda"), self.office)
        self.passphrase = NewPassphrase()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BASE)
        column.addWidget(self.who)
        column.addWidget(
            caption(
                self.tr(
                    "Semua data disimpan terenkripsi. Tanpa frasa sandi atau kode pemulihan tidak ada yang dapat "
                    "membukanya, juga bukan pembuat program ini."
                )
            )
        )
        column.addWidget(self.passphrase)
        column.addStretch(1)

    def entered(self) -> tuple[Actor, str] | None:
        """Who and which passphrase, or None with complaints under the entries that are wrong."""
        name, office = (" ".join(entry.text().split()) for entry in (self.name, self.office))
        self.who.complain("actor_name", "" if name else self.tr("Tulis nama Anda."))
        self.who.complain("actor_office", "" if office else self.tr("Tulis jabatan Anda."))
        passphrase = self.passphrase.value()
        if not name or not office or passphrase is None:
            return None
        return Actor(name, office), passphrase
