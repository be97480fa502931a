"""The right of the desk before the day: what is there, what is missing, and the button that opens the ceremony."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kpu_desk.domain.acts_rundown import rundown_of
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import Agreement, DocumentKind
from kpu_desk.domain.planning import Lack, lacking
from kpu_desk.domain.rundown import clock_text, planned
from kpu_desk.gui.look import BASE, State
from kpu_desk.gui.widgets import StateMark, caption, heading, plain_button, primary_button


class PreparationPanel(QFrame):
    """A short list for a draft.

    Signals:
        targets_wanted(), commission_targets_wanted(), rundown_wanted(), open_wanted().
    """

    targets_wanted = Signal()
    commission_targets_wanted = Signal()
    rundown_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.marks = {
            name: StateMark(State.MISSING, "", wraps=True)
            for name in (*(lack.value for lack in Lack), "witnesses", "rundown")
        }
        self.targets_button = plain_button(self.tr("Sasaran dan anggaran …"), "document")
        self.commission_button = plain_button(self.tr("Sasaran PK komisi …"), "document")
        self.rundown_button = plain_button(self.tr("Susunan acara …   F6"), "clock")
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
        column.addWidget(self.commission_button)
        column.addWidget(self.rundown_button)
        column.addSpacing(BASE * 2)
        column.addWidget(self.open_button)
        column.addWidget(self._hint)
        column.addStretch(1)
        self.targets_button.clicked.connect(self.targets_wanted)
        self.commission_button.clicked.connect(self.commission_targets_wanted)
        self.rundown_button.clicked.connect(self.rundown_wanted)
        self.open_button.clicked.connect(self.open_wanted)

    def show_ceremony(self, ceremony: Ceremony, *, busy: bool) -> None:
        """Looks again at what is there."""
        agreements = ceremony.agreements if DocumentKind.PK in ceremony.kinds else ()
        lacks, chair, secretary = lacking(ceremony), ceremony.chair, ceremony.secretary
        rows = {which: ceremony.attachment_of(which) for which in Agreement}
        counts = {which: len(found.targets) if found is not None else 0 for which, found in rows.items()}
        people, targets = len(ceremony.officials), counts[Agreement.SECRETARIAT]
        commission_targets = counts[Agreement.COMMISSION]
        for lack, words, missing in (
            (Lack.PEOPLE, self.tr("{n} pejabat", "", people).format(n=people), self.tr("Belum ada pejabat")),
            (
                Lack.CHAIR,
                self.tr("Ketua: {name}").format(name=chair.name if chair else "–"),
                self.tr("Belum ada Ketua"),
            ),
            (
                Lack.SECRETARY,
                self.tr("Sekretaris: {name}").format(name=secretary.name if secretary else "–"),
                self.tr("Belum ada Sekretaris"),
            ),
            (
                Lack.TARGETS,
                self.tr("{n} baris sasaran", "", targets).format(n=targets),
                self.tr("Belum ada sasaran dan target"),
            ),
            (
                Lack.COMMISSION_TARGETS,
                self.tr("{n} baris sasaran PK komisi", "", commission_targets).format(n=commission_targets),
                self.tr("Belum ada sasaran PK komisi"),
            ),
        ):
            state = State.MISSING if lack in lacks else State.SIGNED
            self.marks[lack.value].show_state(state, missing if lack in lacks else words)
        chosen = len(ceremony.witnesses)
        self.marks["witnesses"].show_state(
            State.SIGNED,
            self.tr("Saksi menurut jenjang")
            if not chosen
            else self.tr("{n} saksi dipilih", "", chosen).format(n=chosen),
        )
        steps = rundown_of(ceremony)
        times = planned(steps, ceremony.start)
        self.marks["rundown"].show_state(
            State.SIGNED,
            self.tr("{n} acara, {begin}–{end}", "", len(steps)).format(
                n=len(steps), begin=clock_text(times[0][0]), end=clock_text(times[-1][1])
            ),
        )
        two, commission = (which in agreements for which in (Agreement.SECRETARIAT, Agreement.COMMISSION))
        for shown, widgets in (
            (two or not commission, (self.marks["targets"],)),
            (two, (self.targets_button,)),
            (commission, (self.marks["commission_targets"], self.commission_button)),
        ):
            for widget in widgets:
                widget.setVisible(shown)
        self.open_button.setEnabled(not lacks and not busy)
        self._hint.setText(
            self.tr("Lengkapi yang bertanda lingkaran kosong.")
            if lacks
            else self.tr("Saat dibuka, semua lembar disusun dan dibekukan: itulah yang dibaca dan ditandatangani.")
        )
