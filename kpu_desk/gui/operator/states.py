"""The ceremony's own states at the desk: declared ready, paused, resumed, annulled; and the banner that says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kpu_desk.domain.acts_state import annulment, pauses
from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.local_time import day_of
from kpu_desk.domain.profile import Zone
from kpu_desk.gui.forms import FormDialog, opened
from kpu_desk.gui.language import locale
from kpu_desk.gui.operator.calling import Calling
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.suggested import Suggested
from kpu_desk.gui.widgets import Banner
from kpu_desk.language import QT_TRANSLATE_NOOP, translate

_REASONS = (
    QT_TRANSLATE_NOOP("PauseForm", "Istirahat, salat, dan makan"),
    QT_TRANSLATE_NOOP("PauseForm", "Gangguan listrik atau perangkat"),
    QT_TRANSLATE_NOOP("PauseForm", "Menunggu pejabat"),
    QT_TRANSLATE_NOOP("PauseForm", "Dilanjutkan hari lain"),
)
"""The usual ones, the commonest first; kept in Indonesian whatever the screen shows, as all that is written down."""

_OTHER_DAY = QT_TRANSLATE_NOOP(
    "PauseForm", "Dilanjutkan pada hari lain. Yang hadir waktu itu masih tercatat hadir; catat yang tidak datang (F4)."
)
"""Nobody is checked in anew on the second day of a ceremony; only a late sitting asks for that."""


class StateBanner(QWidget):
    """Says above the desk that the ceremony is paused or void, since when and why, or that a late sitting is open.

    Signals:
        resume_wanted(): "Lanjutkan".
        late_wanted(): who follows is to be shown, and the late sitting ended.
    """

    resume_wanted = Signal()
    late_wanted = Signal()

    def __init__(self, zone: Zone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("state_banner")
        self._zone = zone
        self._paused = Banner("contoh", "", self.tr("Lanjutkan upacara"))
        self._void = Banner("problem", "")
        self._late = Banner("contoh", "", self.tr("Menyusul …   F5"))
        self._paused.acted.connect(self.resume_wanted)
        self._late.acted.connect(self.late_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._paused)
        column.addWidget(self._void)
        column.addWidget(self._late)
        self.show_ceremony(None)

    def show_ceremony(self, ceremony: Ceremony | None) -> None:
        """Shows what is to be said of this ceremony."""
        paused = ceremony is not None and ceremony.session_state is CeremonyState.PAUSED
        void = annulment(ceremony) if ceremony is not None else None
        if ceremony is not None and paused:
            turn = pauses(ceremony)[-1][0]
            words = self.tr("Upacara dijeda sejak {when} ({reason}). Tidak ada yang dapat menandatangani.")
            if ceremony.late is not None:
                words = self.tr("Penandatanganan susulan ke-{number} dijeda sejak {when} ({reason}).")
            number = 0 if ceremony.late is None else ceremony.late.number
            self._paused.set_text(words.format(number=number, when=self._when(turn.at), reason=turn.reason))
        if void is not None:
            words = self.tr("Upacara ini dibatalkan {when} oleh {by}: {reason}. Isinya disimpan, tidak akan disegel.")
            self._void.set_text(words.format(when=self._when(void.at), by=void.by, reason=void.reason.rstrip(".")))
        late = ceremony.late if ceremony is not None else None
        if late is not None:
            words = self.tr("Penandatanganan susulan ke-{number} dibuka {when}. Kehadiran dicatat tersendiri.")
            self._late.set_text(words.format(number=late.number, when=self._when(late.opened_at)))
        self._late.setVisible(late is not None and not paused)
        self._paused.setVisible(paused)
        self._void.setVisible(void is not None)
        self.setVisible(paused or void is not None or late is not None)

    def text(self) -> str:
        """The sentence shown, or an empty text."""
        return next((one.text() for one in (self._paused, self._void, self._late) if not one.isHidden()), "")

    def _when(self, at: str) -> str:
        moment = datetime.fromisoformat(at).astimezone(self._zone.tzinfo)
        day = locale().toString(QDate(moment.year, moment.month, moment.day), "d MMMM yyyy")
        return f"{day} {moment:%H.%M} {self._zone.label}"


class StateActs:
    """Turns the ceremony on the desk, and lets the signer's window follow."""

    def __init__(self, controller: DeskController, calling: Calling, banner: StateBanner, window: QWidget) -> None:
        self._controller, self._calling, self._banner, self._window = controller, calling, banner, window
        banner.resume_wanted.connect(self.resume)

    def show_ceremony(self, ceremony: Ceremony | None) -> None:
        """Banner and signer's window as the ceremony on the desk is."""
        self._banner.show_ceremony(ceremony)
        self._calling.suspend(ceremony is not None and ceremony.session_state is CeremonyState.PAUSED)

    def declare_ready(self) -> None:
        """Preparation is done."""
        from kpu_desk.services import turning

        self._controller.on_ceremony(lambda c: turning.declare_ready(self._controller.desk, c.id))

    def take_back_ready(self) -> None:
        """A draft again."""
        from kpu_desk.services import turning

        self._controller.on_ceremony(lambda c: turning.take_back_ready(self._controller.desk, c.id))

    def pause(self) -> PauseForm:
        """Asks why, with the usual reason ready: F8 and Enter are enough."""
        return opened(PauseForm(self._pause, self._window))

    def resume(self) -> None:
        """People sign again; who was at the pad goes on there."""
        from kpu_desk.services import turning

        desk = self._controller.desk
        if not self._controller.on_ceremony(lambda c: turning.resume(desk, c.id)) or self._controller.ceremony is None:
            return
        (paused, resumed) = pauses(self._controller.ceremony)[-1]
        if resumed is not None and day_of(paused.at, desk.profile.zone) != day_of(resumed.at, desk.profile.zone):
            self._controller.said.emit(translate("PauseForm", _OTHER_DAY))

    def annul(self) -> AnnulForm | None:
        """Asks why all of the ceremony becomes void."""
        ceremony = self._controller.ceremony
        return None if ceremony is None else opened(AnnulForm(ceremony, self._annul, self._window))

    def _pause(self, reason: str) -> bool:
        from kpu_desk.services import turning

        return self._controller.on_ceremony(lambda c: turning.pause(self._controller.desk, c.id, reason))

    def _annul(self, reason: str) -> bool:
        from kpu_desk.services import turning

        return self._controller.on_ceremony(lambda c: turning.annul(self._controller.desk, c.id, reason))


class PauseForm(FormDialog):
    """Why the ceremony is paused: chosen or written.

    Args:
        keep: takes the reason; gives False when a service refused it, and the form stays open.
    """

    def __init__(self, keep: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_titles(self.tr("Jeda upacara"), self.tr("Jeda upacara"))
        self._keep = keep
        self.reason = Suggested("PauseForm", _REASONS)
        self.fields.add(
            "reason",
            self.tr("Alasan"),
            self.reason,
            self.tr("Tercatat di meja dan jurnal; penanda tangan dan aula hanya melihat “Upacara dijeda”."),
        )
        self.body.addStretch(1)
        self.resize(680, 240)

    def submit(self) -> None:
        reason = self.reason.kept()
        self.fields.complain("reason", "" if reason else self.tr("Tulis alasannya."))
        if reason and self._keep(reason):
            self.accept()


class AnnulForm(FormDialog):
    """Why the whole ceremony becomes void.

    Args:
        keep: takes the reason; gives False when a service refused it, and the form stays open.
    """

    def __init__(self, ceremony: Ceremony, keep: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_titles(self.tr("Batalkan upacara"), self.tr("Batalkan seluruh upacara"))
        self.cancel_button.setText(self.tr("Kembali"))
        # Nothing brings the ceremony back: Enter in the reason must not make it void.
        self.ok_button.setDefault(False)
        self.ok_button.setAutoDefault(False)
        self._keep = keep
        self.reason = QLineEdit()
        n = len(ceremony.signatures)
        what = self.tr("“{title}” batal untuk seterusnya bersama {n} tanda tangannya.", "", n)
        what += " " + self.tr("Semuanya disimpan, tidak ada yang disegel, nomornya tidak dipakai lagi.")
        self.fields.add("reason", self.tr("Alasan"), self.reason, what.format(title=ceremony.title, n=n))
        self.body.addStretch(1)
        self.resize(720, 280)

    def submit(self) -> None:
        reason = self.reason.text().strip()
        self.fields.complain("reason", "" if reason else self.tr("Tulis alasannya."))
        if reason and self._keep(reason):
            self.accept()
