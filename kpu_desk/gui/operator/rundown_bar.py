"""The running step across the desk: large, planned beside real, what comes after, and the one key."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kpu_desk.domain.acts_rundown import minutes_late, running_step
from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.local_time import clock_and_day, day_of
from kpu_desk.domain.next_thing import Do, NextThing
from kpu_desk.domain.profile import Zone
from kpu_desk.domain.rundown import LONGEST_STEP, Step, runs, upcoming
from kpu_desk.gui.forms import set_property
from kpu_desk.gui.look import BASE
from kpu_desk.gui.rundown_words import places, plan_words
from kpu_desk.gui.widgets import Elided, plain_button, plain_tip, primary_button

_KEY_WIDTH, _KEY_NARROW, _NARROW = 360, 280, 1_100
_ROOM_FOR_THE_LIST = 1_500
"""Pixels of the desk; a narrower one has the list under its key and in the menu."""


class RundownBar(QFrame):
    """Shown while a ceremony with a rundown is open or paused.

    Signals:
        next_wanted(): the one key's button.
        list_wanted(): "Susunan acara".
    """

    next_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, zone: Zone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rundown_bar")
        self._zone = zone
        self._words = ""
        self.title = Elided("", "heading")
        self.title.setObjectName("running_step")
        self.times = Elided("", "body")
        self.times.setObjectName("step_times")
        self.after = Elided("", "soft")
        self.after.setObjectName("step_after")
        self.list_button = plain_button(self.tr("Susunan acara   F6"))
        self.list_button.setObjectName("rundown_list")
        self.next_button = primary_button("", "next")
        self.next_button.setObjectName("next_thing")
        second = QHBoxLayout()
        second.setSpacing(BASE * 2)
        second.addWidget(self.times, 7)
        second.addWidget(self.after, 4)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addLayout(second)
        row = QHBoxLayout(self)
        row.setContentsMargins(BASE * 2, BASE // 2, BASE * 2, BASE // 2)
        row.setSpacing(BASE * 2)
        row.addLayout(words, 1)
        row.addWidget(self.list_button)
        row.addWidget(self.next_button)
        self.list_button.clicked.connect(self.list_wanted)
        self.next_button.clicked.connect(self.next_wanted)
        self.hide()

    def show_zone(self, zone: Zone) -> None:
        """Tells times in this zone from now on."""
        self._zone = zone

    def show_ceremony(
        self, ceremony: Ceremony | None, thing: NextThing, *, elapsed_s: int, now: str, page: str = ""
    ) -> None:
        """Shows where the ceremony is, and how late.

        Args:
            elapsed_s: how long the running step has lasted; ``now`` the moment, UTC, ISO 8601.
            page: of the text in the hall, ``2 / 3``; empty for none.
        """
        shown = ceremony is not None and ceremony.state in (CeremonyState.OPEN, CeremonyState.PAUSED)
        if ceremony is None or not shown or not ceremony.rundown or ceremony.sample:
            self.hide()
            return
        numbers = places(ceremony.rundown)
        step = running_step(ceremony)
        if step is None:
            begun = bool(ceremony.step_acts)
            self.title.setText(self.tr("Tidak ada acara yang berlangsung") if begun else self.tr("Acara belum dimulai"))
            self._show_wait(ceremony, now)
        else:
            lead = f"  ·  {step.lead}" if step.lead else ""
            self.title.setText(f"▶  {numbers[step.id]}  {step.title}{lead}")
            self._show_times(ceremony, step, elapsed_s, now)
        after = upcoming(ceremony.rundown, ceremony.step_acts)
        # Where the key begins it, the key says so.
        told = after is None or (thing.do is Do.STEP and thing.step == after)
        words = "" if after is None or told else self.tr("Sesudah ini: {step}").format(step=_named(after, numbers))
        if page:
            words = self.tr("Aula membaca halaman {page}").format(page=page)
        self.after.setText(words)
        self.after.setVisible(bool(words))
        self._words = self.words_for(thing, numbers)
        self.next_button.setEnabled(thing.do not in (Do.NOTHING, Do.WAIT))
        self._fit()
        self.show()

    def words_for(self, thing: NextThing, numbers: dict[int, int]) -> str:
        """What the key does now."""
        if thing.do is Do.CALL and thing.person is not None:
            return self.tr("Panggil {name}").format(name=thing.person.name)
        if thing.do is Do.STEP and thing.step is not None:
            return self.tr("Mulai {step}").format(step=_named(thing.step, numbers))
        return {
            Do.TURN: self.tr("Halaman berikut di aula"),
            Do.CLOSE: self.tr("Tutup upacara …"),
            Do.WAIT: self.tr("Sedang menandatangani"),
        }.get(thing.do, self.tr("Langkah berikut"))

    def words(self) -> tuple[str, str, str, str]:
        """Step, times, what comes after, and what the key does."""
        return self.title.whole_text(), self.times.whole_text(), self.after.whole_text(), self._words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _show_wait(self, ceremony: Ceremony, now: str) -> None:
        """Nothing runs: when the next step should begin, and how long ago that was."""
        after = upcoming(ceremony.rundown, ceremony.step_acts)
        if after is None:
            self._say_times("", late=False)
            return
        late = minutes_late(ceremony, after, now, self._zone)
        words = self.tr("Rencana {times}").format(times=plan_words(ceremony.rundown, ceremony.start)[after.id])
        self._say_times(" · ".join((words, *self._late(late))), late=late > 0)

    def _show_times(self, ceremony: Ceremony, step: Step, elapsed_s: int, now: str) -> None:
        run = runs(ceremony.step_acts)[-1]
        minutes = elapsed_s // 60
        begun = self.tr("Mulai {real}").format(real=clock_and_day(run.begun.at, self._zone, day_of(now, self._zone)))
        # Over a night the minutes of the plan say nothing any more.
        lasting = self.tr("berjalan {n} dari {planned} menit").format(n=minutes, planned=step.minutes)
        parts = (
            ", ".join((begun, *self._late(minutes_late(ceremony, step, run.begun.at, self._zone)))),
            self.tr("rencana {times}").format(times=plan_words(ceremony.rundown, ceremony.start)[step.id]),
            *((lasting,) if minutes <= LONGEST_STEP else ()),
        )
        self._say_times(" · ".join(parts), late=minutes > step.minutes > 0)

    def _late(self, minutes: int) -> tuple[str, ...]:
        return (self.tr("terlambat {n} menit", "", minutes).format(n=minutes),) if minutes else ()

    def _say_times(self, words: str, *, late: bool) -> None:
        set_property(self.times, "tone", "wait" if late else "")
        self.times.setText(words + (" ⚠" if late else ""))
        self.times.setVisible(bool(words))

    def _fit(self) -> None:
        self.list_button.setVisible(self.width() >= _ROOM_FOR_THE_LIST)
        self.next_button.setFixedWidth(_KEY_WIDTH if self.width() >= _NARROW else _KEY_NARROW)
        key = "   F9"
        font = self.next_button.fontMetrics()
        room = self.next_button.width() - BASE * 9 - font.horizontalAdvance(key)
        shown = font.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.next_button.setText(shown.replace("&", "&&") + key)
        self.next_button.setAccessibleName(f"{self._words}{key}")
        self.next_button.setToolTip(plain_tip(self._words) if shown != self._words else "")


def _named(step: Step, numbers: dict[int, int]) -> str:
    return f"{numbers[step.id]} {step.title}"
