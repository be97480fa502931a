"""The right of the desk before the day: what is there, what is missing, and the button that opens the ceremony."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.gui.look import BASE, State
from kpu_desk.gui.widgets import StateMark, caption, heading, plain_button, primary_button


class PreparationPanel(QFrame):
    """A short list for a draft.

    Signals:
        targets_wanted(), open_wanted().
    """

    targets_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.marks = {
            name: StateMark(State.MISSING, "") for name in ("people", "chair", "secretary", "targets", "witnesses")
        }
        self.targets_button = plain_button(self.tr("Sasaran dan anggaran …"), "document")
        self.open_button = primary_button(self.tr("Buka upacara"), "play")
        self.open_button.setObjectName("open")
        self._hint = caption("")
        column = QVBoxLayout(self)
        column.setContentsMargins(BASE * 2, BASE * 2, BASE * 2, BASE * 2)
        column.setSpacing(BASE)
        column.addWidget(caption(self.tr("PERSIAPAN")))
        column.addWidget(heading(self.tr("Sebelum dibuka")))
        for mark in self.marks.values():
            column.addWidget(mark)
        column.addWidget(self.targets_button)
        column.addSpacing(BASE * 2)
        column.addWidget(self.open_button)
        column.addWidget(self._hint)
        column.addStretch(1)
        self.targets_button.clicked.connect(self.targets_wanted)
        self.open_button.clicked.connect(self.open_wanted)

    def show_ceremony(self, ceremony: Ceremony, *, busy: bool) -> None:
        """Looks again at what is there."""
        needs_leaders = bool({DocumentKind.PK, DocumentKind.PI, DocumentKind.BA} & set(ceremony.kinds))
        needs_targets = DocumentKind.PK in ceremony.kinds
        people = len(ceremony.officials)
        targets = len(ceremony.attachment.targets) if ceremony.attachment is not None else 0
        chair, secretary = ceremony.chair, ceremony.secretary
        ready = [
            self._mark("people", bool(people), self.tr("{n} pejabat").format(n=people), self.tr("Belum ada pejabat")),
            self._mark(
                "chair",
                chair is not None or not needs_leaders,
                self.tr("Ketua: {name}").format(name=chair.name if chair else "–"),
                self.tr("Belum ada Ketua"),
            ),
            self._mark(
                "secretary",
                secretary is not None or not needs_leaders,
                self.tr("Sekretaris: {name}").format(name=secretary.name if secretary else "–"),
                self.tr("Belum ada Sekretaris"),
            ),
            self._mark(
                "targets",
                bool(targets) or not needs_targets,
                self.tr("{n} baris sasaran").format(n=targets),
                self.tr("Belum ada sasaran dan target"),
            ),
        ]
        chosen = len(ceremony.witnesses)
        self.marks["witnesses"].show_state(
            State.SIGNED,
            self.tr("Saksi menurut jenjang") if not chosen else self.tr("{n} saksi dipilih").format(n=chosen),
        )
        self.targets_button.setVisible(needs_targets)
        self.open_button.setEnabled(all(ready) and not busy)
        self._hint.setText(
            self.tr("Saat dibuka, semua lembar disusun dan dibekukan: itulah yang dibaca dan ditandatangani.")
            if all(ready)
            else self.tr("Lengkapi yang bertanda lingkaran kosong.")
        )

    def _mark(self, name: str, there: bool, words: str, missing: str) -> bool:
        self.marks[name].show_state(State.SIGNED if there else State.MISSING, words if there else missing)
        return there
