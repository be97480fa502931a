"""Watches the clock beside the desk: what is noticed is journaled, and told in one sentence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kpu_desk.domain.clock import Doubt, Noticed, Reading
from kpu_desk.gui.errors import Advice, guarded
from kpu_desk.gui.forms import FormDialog, opened
from kpu_desk.gui.suggested import Suggested
from kpu_desk.language import QT_TRANSLATE_NOOP
from kpu_desk.services.desk import Desk, goes_on

_EVERY_MS = 1_000


class ClockGuard(QObject):
    """Looks every second; a clock that stands still in between is not watched.

    Signals:
        noticed(advice): something about the clock, or that it could not be journaled.
    """

    noticed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._before: Reading | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._tick)
        if goes_on(desk.clock):
            self._timer.start()

    def look(self, now: Reading) -> None:
        """Holds this reading against the last one that something was noticed at, so that many small steps add up.

        The first look goes back to the last entry of the journal. What the disk did not take is noticed again.
        """
        from kpu_desk.services import clock

        before = self._before
        found: list[Noticed] = []
        kept = guarded(
            lambda: found.extend(
                clock.look_back(self._desk) if before is None else clock.look(self._desk, before, now)
            ),
            self.noticed.emit,
        )
        if kept and (found or before is None):
            self._before = now
        if found:
            # One strip, one sentence: whatever changed the time matters most, and the journal has the rest.
            self.noticed.emit(self._advice(found[-1]))

    def ask(self, parent: QWidget) -> ClockForm:
        """Asks what the clock was held against."""
        from kpu_desk.services import clock

        return opened(
            ClockForm(lambda against: guarded(lambda: clock.check(self._desk, against), self.noticed.emit), parent)
        )

    def _tick(self) -> None:
        from kpu_desk.services import clock

        self.look(clock.reading(self._desk))

    def _advice(self, noticed: Noticed) -> Advice:
        long = self._long(abs(noticed.seconds))
        words = {
            Doubt.JUMPED: self.tr("Jam komputer melompat maju {long}.")
            if noticed.seconds > 0
            else self.tr("Jam komputer melompat mundur {long}."),
            Doubt.SLEPT: self.tr("Komputer tidur selama {long}."),
            Doubt.ZONE: self.tr("Zona waktu komputer berubah dari {before} menjadi {after}."),
            Doubt.UNBORN: self.tr("Jam komputer menunjukkan tanggal sebelum program ini dibuat ({before})."),
            Doubt.BEHIND: self.tr("Jam komputer lebih lambat daripada catatan terakhir jurnal ({long})."),
        }[noticed.doubt]
        text = words.format(long=long, before=noticed.before, after=noticed.after)
        return Advice(text, self.tr("Tercatat di jurnal. Cocokkan jam komputer dengan jam yang benar."))

    def _long(self, seconds: int) -> str:
        """A length of time as people say it, in hours, minutes and seconds; parts that are nothing stay unsaid."""
        minutes, seconds_left = divmod(seconds, 60)
        hours, minutes_left = divmod(minutes, 60)
        parts = (
            (hours, self.tr("{n} jam", "", hours)),
            (minutes_left, self.tr("{n} menit", "", minutes_left)),
            (seconds_left, self.tr("{n} detik", "", seconds_left)),
        )
        return " ".join(words.format(n=n) for n, words in parts if n) or parts[-1][1].format(n=0)


_AGAINST = (
    QT_TRANSLATE_NOOP("ClockForm", "jam telepon genggam"),
    QT_TRANSLATE_NOOP("ClockForm", "jam resmi BMKG"),
    QT_TRANSLATE_NOOP("ClockForm", "jam dinding kantor"),
)
"""Kept in Indonesian whatever the screen shows: they stand in the evidence."""


class ClockForm(FormDialog):
    """Against what the operator checked the clock of this computer.

    Args:
        keep: takes the words; gives False when a service refused them, and the form stays open.
    """

    def __init__(self, keep: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_titles(self.tr("Jam diperiksa"), self.tr("Jam cocok"))
        self._keep = keep
        self.against = Suggested("ClockForm", _AGAINST)
        self.fields.add(
            "against",
            self.tr("Dicocokkan dengan"),
            self.against,
            self.tr("Bila tidak cocok, betulkan dahulu jam komputer. Yang ditulis di sini tercantum di bukti."),
        )
        self.body.addStretch(1)
        self.resize(680, 240)

    def submit(self) -> None:
        words = self.against.kept()
        self.fields.complain("against", "" if words else self.tr("Tulis pembandingnya."))
        if words and self._keep(words):
            self.accept()
