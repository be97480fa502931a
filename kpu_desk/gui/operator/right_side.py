"""The right of the desk: before the day the preparation, afterwards who is next and why nobody could be called."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.ceremony_parts import BEFORE_OPENING
from kpu_desk.domain.late import asks_for_sitting
from kpu_desk.domain.officials import Official
from kpu_desk.gui.operator.calling import Calling
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.operator.next_panel import NextPanel
from kpu_desk.gui.operator.preparation_panel import PreparationPanel

_WIDE = 320
_NARROW = 288
_NARROW_DESK = 1_000


class RightSide(QScrollArea):
    """One of two panels, whichever the state of the ceremony asks for."""

    def __init__(self, controller: DeskController, calling: Calling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller, self._calling = controller, calling
        self.next = NextPanel()
        self.next.ink.follow(calling.pads.all)
        self.preparation = PreparationPanel()
        self._panels = QStackedWidget()
        self._panels.addWidget(self.next)
        self._panels.addWidget(self.preparation)
        self.setWidgetResizable(True)
        self.setWidget(self._panels)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def refresh(self, selected: str, *, leads: bool) -> None:
        """Shows the controller's present ceremony.

        Args:
            selected: the person chosen in the table; empty for nobody.
            leads: whether "Panggil" is the desk's one next action, and no other button is.
        """
        ceremony = self._controller.ceremony
        if ceremony is not None and ceremony.state in BEFORE_OPENING:
            self.preparation.show_ceremony(ceremony, busy=self._controller.busy)
            self._panels.setCurrentWidget(self.preparation)
            return
        self._panels.setCurrentWidget(self.next)
        # Whoever is at the pad is told below; above stands who comes after.
        waiting = () if self._controller.closing else self._controller.next_signers()
        queue = tuple(o for o in waiting if o.id != self._calling.official_id)
        target = next((official for official in queue if official.id == selected), queue[0] if queue else None)
        self.next.call_button.become("primary" if leads else "plain")
        self.next.show_next(ceremony, target, queue, self._why_not(ceremony, target), self._controller.order)
        self.next.show_screen(
            self._calling.words,
            running=self._calling.running,
            paused=self._calling.paused,
            held=self._calling.suspended,
        )

    def target(self) -> str:
        """Whom "Panggil" would call now; empty where it calls nobody."""
        calls = self._panels.currentWidget() is self.next and self.next.call_button.isEnabled()
        return self.next.target() if calls else ""

    def fit(self, desk_width: int) -> None:
        """Takes less room on a desk of few pixels."""
        self.setFixedWidth(_WIDE if desk_width >= _NARROW_DESK else _NARROW)

    def _why_not(self, ceremony: Ceremony | None, target: Official | None) -> str:
        """Why nobody can be called now, in words; empty when somebody can."""
        if ceremony is None:
            return self.tr("Buat upacara lebih dahulu.")
        reasons = (
            (ceremony.sample, self.tr("Contoh: nama orang sungguhan, hanya untuk dilihat.")),
            (ceremony.session_state is CeremonyState.PAUSED, self.tr("Upacara dijeda.")),
            (self._controller.closing, self.tr("Upacara sedang ditutup.")),
            (self._calling.running, self.tr("Tunggu sampai yang di layar selesai, atau tarik kembali.")),
            (target is not None, ""),
            (ceremony.state is CeremonyState.VOID, self.tr("Upacara ini dibatalkan.")),
            (ceremony.state is CeremonyState.SEALED, self.tr("Semua lembar sudah disegel.")),
            (asks_for_sitting(ceremony), self.tr("Yang menyusul menandatangani dalam penandatanganan susulan: F5.")),
            (not ceremony.present, self.tr("Belum ada yang hadir. Cari namanya, lalu tekan Enter.")),
        )
        return next((words for holds, words in reasons if holds), self.tr("Semua yang hadir sudah menandatangani."))
