"""How the people of a day behave and what befalls it, each through the window where a person would do it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Generator, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication

from kpu_desk.domain.ceremony_parts import Signature
from kpu_desk.domain.day_script import AFTER_CLOSING, Day, Habit, Happening, Personal, Timed
from kpu_desk.domain.documents import InkKind, Role, Sheet
from kpu_desk.domain.officials import Capacity, Official
from kpu_desk.domain.revising import revisable
from kpu_desk.domain.rundown import running
from kpu_desk.gui.rehearsal import cable, steps, troubles
from kpu_desk.gui.rehearsal.acting import Acting
from kpu_desk.gui.rehearsal.door import Door, pick
from kpu_desk.gui.rehearsal.player import Script, StuckError, Until
from kpu_desk.language import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from kpu_desk.gui.rehearsal.clock import DayClock

_SERIAL: Final = re.compile(r"\b[A-Z]+-\d{3}\b")

NOT_REACHED: Final = QT_TRANSLATE_NOOP("rehearsal", "tanda tangannya tidak sampai sebanyak itu")
NOBODY_THERE: Final = QT_TRANSLATE_NOOP("rehearsal", "orangnya tidak ada, atau lembar itu tidak sampai kepadanya")
NO_SUCH_STEP: Final = QT_TRANSLATE_NOOP("rehearsal", "acara itu tidak ada, atau sudah lewat")
NOT_SEALED: Final = QT_TRANSLATE_NOOP("rehearsal", "tidak ada Perjanjian Kinerja yang tersegel")
NO_HELPERS: Final = QT_TRANSLATE_NOOP("rehearsal", "tidak cukup orang yang hadir untuk membantu dan menyaksikan")


class Conduct:
    """One day's file beside the desk: asked by whoever plays the people, what comes now.

    Args:
        day: what the file says; an empty day lets everybody come, sign and go.
        door: where people are checked in.
        clock: the desk's clock, where it can be set.
        power: makes the power fail; returns, and the process is killed soon after.
    """

    def __init__(
        self,
        acting: Acting,
        day: Day,
        door: Door,
        clock: DayClock | None = None,
        power: Callable[[], None] | None = None,
    ) -> None:
        self._acting, self.day, self._door, self._clock, self._power = acting, day, door, clock, power
        self._memory = acting.memory
        self._lives = len(self._memory.all("life"))

    # ---- who is who

    @property
    def people(self) -> tuple[Official, ...]:
        """The invited ones, in the order of the roster."""
        return tuple(official for official in self._acting.ceremony.officials if not official.added)

    def _official(self, person: int) -> Official:
        return self.people[person - 1]

    def _of(self, official_id: str, habit: Habit) -> Personal | None:
        return self.day.of(self._number(official_id), habit)

    def _number(self, official_id: str) -> int:
        """In the order of the roster; 0 for who stands in beside it."""
        return next((number for number, one in enumerate(self.people, start=1) if one.id == official_id), 0)

    @property
    def _count(self) -> int:
        return len(self._memory.all("signed"))

    def happened(self, one: Personal | Timed, **facts: object) -> None:
        """Takes down that something was played."""
        about = {"person": one.person} if one.person else {}
        self._memory.note("happened", line=one.line, what=_what(one), **about, at=self._count, **facts)

    def _left_out(self, one: Personal | Timed, why: str) -> None:
        self._memory.note("left_out", line=one.line, what=_what(one), why=why)

    # ---- after a power failure

    def check_nothing_lost(self) -> None:
        """Every signature that was accepted before the power failed is there, with its ink, and the same step runs.

        Raises:
            StuckError: some are not, and how many; or another step runs.
        """
        steps_told = self._memory.all("step")
        if steps_told and not self._runs(steps_told[-1]["runs"]):
            raise StuckError(translate("rehearsal", "acara yang berlangsung hilang sesudah listrik padam"))
        before = self._memory.all("signed")
        if not before:
            return
        there = {(one.sheet_id, one.slot, one.ink_digest) for one in self._acting.ceremony.signatures}
        lost = [one for one in before if (one["sheet"], one["slot"], one["digest"]) not in there]
        self._memory.note("restart", kept=len(before) - len(lost), lost=len(lost))
        if lost:
            told = translate("rehearsal", "{n} tanda tangan hilang sesudah listrik padam")
            raise StuckError(told.format(n=len(lost)))

    def _runs(self, step_id: object) -> bool:
        ceremony = self._acting.ceremony
        return ceremony.closed_at is not None or running(ceremony.step_acts) == step_id

    def show_hall(self) -> None:
        """The hall's window, where there is a screen for the audience."""
        hall, screens = self._acting.program.hall, QGuiApplication.screens()
        free = [one for one in screens if hall is not None and one not in self._acting.private_screens()]
        if hall is not None and free:
            hall.show_on(free[-1])

    # ---- the door

    def door(self) -> Script:
        """Everybody who is there when the ceremony opens is checked in, in the order in which they come."""
        acting, numbers = self._acting, self.day.at_the_door(len(self.people))
        if not self.day.title and not self.day.order:
            # Without a day of its own whoever stands in beside the roster comes like everybody.
            officials = acting.ceremony.officials
        else:
            added = [official for official in acting.ceremony.officials if official.added]
            officials = (*(self._official(number) for number in numbers), *added)
        for done, official in enumerate(officials):
            acting.tell(translate("rehearsal", "Mencatat kehadiran"), done, len(officials))
            if official.id not in acting.ceremony.attended:
                yield from self._comes(official)
        for one in self.day.personal:
            if one.habit is Habit.ABSENT and one.away is not None and not self._memory.is_done(one.line):
                yield from troubles.notes_absence(acting, self._official(one.person), one.away, one.words)
                self.happened(one, why=one.away.value, words=one.words)

    def _comes(self, official: Official) -> Script:
        """Somebody comes in by the door, and may say there that he declares apart."""
        acting, number = self._acting, self._number(official.id)
        scanned = self.day.scanned and number not in self.day.without
        yield from self._door.comes(official, invitation=scanned)
        apart = self._of(official.id, Habit.APART)
        if apart is not None and not self._memory.is_done(apart.line):
            yield from troubles.declares_apart(acting, official)
            self.happened(apart)

    # ---- between two people

    def between(self) -> Script:
        """Who comes now, who comes back, what is made void, and whether there is a pause."""
        for one in self.day.timed:
            closed = one.after == AFTER_CLOSING and self._acting.ceremony.closed_at is not None
            if self._memory.is_done(one.line) or not (closed or 0 <= one.after <= self._count):
                continue
            if one.what is Happening.COMES and closed:
                yield from self._follows(self._official(one.person))
                self.happened(one)
            elif one.what is Happening.COMES:
                yield from self._comes(self._official(one.person))
                self.happened(one)
            elif one.what in steps.WHAT:
                played = yield from steps.play(self._acting, one)
                self._memory.note("step", runs=running(self._acting.ceremony.step_acts))
                if played:
                    self.happened(one)
                else:
                    self._left_out(one, NO_SUCH_STEP)
            elif one.what is Happening.PAUSE:
                yield from troubles.pauses(self._acting)
                self.happened(one)
        for personal in self.day.personal:
            if self._gone(personal) and self._comes_back(personal):
                back = self._follows if personal.until == AFTER_CLOSING else self._comes
                yield from back(self._official(personal.person))
            if personal.habit is Habit.WRONG_SHEET and not self._memory.is_done(personal.line):
                official = self._official(personal.person)
                wrong = yield from troubles.voids_wrong_sheet(self._acting, official, personal)
                if wrong is not None:
                    self.happened(personal, sheet=wrong[0], signatures=wrong[1])

    def leaves(self, one: Personal) -> Script:
        """Whoever is at the signer's window goes; the operator notes it, and the window is free."""
        yield from troubles.notes_leaving(self._acting, self._official(one.person), one.words)
        self.happened(one)

    def _gone(self, one: Personal) -> bool:
        ceremony = self._acting.ceremony
        gone = ceremony.attended - ceremony.present
        return one.habit is Habit.LEAVES and self._official(one.person).id in gone

    def _comes_back(self, one: Personal) -> bool:
        """Whether now is when somebody who left wants to be back."""
        closed = self._acting.ceremony.closed_at is not None
        return one.until is not None and (closed if one.until == AFTER_CLOSING else one.until <= self._count)

    def _follows(self, official: Official) -> Script:
        """Somebody comes to a late sitting, and with him whoever witnesses his sheets."""
        ceremony = self._acting.ceremony
        if ceremony.late is None:
            yield from troubles.opens_late_sitting(self._acting)
        beside = {
            slot.official_id
            for sheet in ceremony.sheets
            if sheet.subject_id == official.id
            for slot in sheet.slots
            if slot.official_id in ceremony.attended
        }
        for one in (official, *(ceremony.official(official_id) for official_id in sorted(beside - {official.id}))):
            if one.id not in self._acting.ceremony.present:
                yield from self._comes(one)

    def somebody_comes(self) -> Generator[Until | None, None, bool]:
        """Nobody is left to sign: who would have come later comes now; False when nobody is awaited."""
        for left in self.day.personal:
            if self._gone(left) and left.until not in (None, AFTER_CLOSING):
                yield from self._comes(self._official(left.person))
                return True
        for one in self.day.timed:
            if one.what is Happening.COMES and one.after != AFTER_CLOSING and not self._memory.is_done(one.line):
                yield from self._comes(self._official(one.person))
                self.happened(one)
                return True
        if self._acting.ceremony.late is not None:
            yield from troubles.ends_late_sitting(self._acting)
            return True
        return False

    def end_of_day(self) -> None:
        """Before closing: says of everything that was not played why."""
        for one in self.day.lines:
            if self._memory.is_done(one.line) or (isinstance(one, Timed) and one.after == AFTER_CLOSING):
                continue
            self._left_out(one, NOBODY_THERE if isinstance(one, Personal) else NOT_REACHED)

    def after_sealing(self) -> Generator[Until | None, None, bool]:
        """A sealed Perjanjian Kinerja is revised and signed anew; False where nothing of the kind is to happen."""
        acting, revised = self._acting, False
        for one in self.day.timed:
            if one.what is not Happening.REVISION:
                continue
            if not self._memory.is_done(one.line):
                if not revisable(acting.ceremony):
                    self._left_out(one, NOT_SEALED)
                    continue
                party = self._official(one.person) if one.person else None
                yield from troubles.revises(acting, one, party)
                self.happened(one, sheet=acting.ceremony.sheet(acting.ceremony.revisions[-1].sheet_id).serial)
            new = acting.ceremony.sheet(acting.ceremony.revisions[-1].sheet_id)
            signed = acting.ceremony.signed_slots(new.id)
            for slot in new.slots:
                if slot.key not in signed:
                    yield from self._follows(acting.ceremony.official(slot.official_id))
            revised = True
        return revised

    # ---- at the signer's window

    def call_helped(self, official_id: str) -> Generator[Until | None, None, bool]:
        """Calls a person who is helped, by the operator's form; False for everybody else."""
        acting, helped = self._acting, self._of(official_id, Habit.HELPED)
        if helped is None or helped.way is None:
            return False
        beside = self._beside(official_id)
        if beside is None:
            if not self._memory.is_done(helped.line):
                self._left_out(helped, NO_HELPERS)
            return False
        from kpu_desk.gui.operator.assist_form import AssistForm

        acting.where = "trouble"
        yield from pick(acting, acting.ceremony.official(official_id))
        yield from acting.choose(acting.operator.acts.assist)
        form = yield from acting.find(acting.operator, AssistForm, "")
        form.way.setCurrentIndex(form.way.findData(helped.way.value))
        for chooser, who in zip((form.helper, *form.witnesses), beside, strict=True):
            chooser.setCurrentIndex(chooser.findData(who))
        # The way and three people, each by its list and a click.
        yield from troubles.fill(acting, form, "dibantu", acts=8)
        if not self._memory.is_done(helped.line):
            self.happened(helped)
        return True

    def _beside(self, official_id: str) -> tuple[str, str, str] | None:
        """A helper and two witnesses out of those who are here."""
        here = [one for one in self.people if one.id in self._acting.ceremony.present and one.id != official_id]
        fit = [one.id for one in here if one.capacity is Capacity.DEFINITIF]
        return (fit[2], fit[0], fit[1]) if len(fit) > 2 else None

    def at_the_sheet(self) -> Script:
        """Somebody has a sheet before him: a moment for a cable to come out."""
        for one in self.day.timed:
            due = 0 <= one.after <= self._count and not self._memory.is_done(one.line)
            if one.what is Happening.SCREEN and due:
                why = cable.why_not(self._acting.signer.screen())
                if why:
                    self._left_out(one, why)
                else:
                    yield from troubles.pulls_cable(self._acting)
                    self.happened(one)

    def habit_at_the_sheet(self, official_id: str) -> Personal | None:
        """What the person does instead of signing the own sheet that is on the screen; once."""
        sheet = self._sheet_on_screen()
        if sheet is None or any(slot.official_id == official_id for slot in sheet.slots if slot.role is Role.SAKSI):
            return None
        for habit in (Habit.DECLINES, Habit.LEAVES):
            one = self._of(official_id, habit)
            if one is not None and one.kind is sheet.kind and not self._memory.is_done(one.line):
                return one
        return None

    def _sheet_on_screen(self) -> Sheet | None:
        """As the desk tells it."""
        found = _SERIAL.search(self._acting.calling.words)
        serial = found.group() if found else ""
        return next((sheet for sheet in self._acting.ceremony.sheets if sheet.serial == serial), None)

    def goes_on(self) -> bool:
        """Whether a person goes on with what a power failure left on the pad: every second one does."""
        return self._lives % 2 == 0

    def while_writing(self) -> Script:
        """A stroke is on the pad, and the signature not yet given."""
        yield from self._power_fails(Happening.POWER_WRITING)

    def signed(self, signature: Signature, sources: Mapping[InkKind, str | None], seconds: float | None) -> Script:
        """A signature was accepted, ``seconds`` after the pen was lifted; None where people took time between."""
        self._memory.note(
            "signed",
            sheet=signature.sheet_id,
            slot=signature.slot,
            digest=signature.ink_digest,
            inks=[[kind.value, source] for kind, source in sources.items()],
            ms=None if seconds is None else round(seconds * 1_000, 1),
        )
        for one in self.day.timed:
            due = one.after == self._count and not self._memory.is_done(one.line)
            if one.what is Happening.CLOCK and due and self._clock is not None:
                yield from troubles.sets_clock(self._acting, self._clock, one.seconds)
                self.happened(one, seconds=one.seconds)
        yield from self._power_fails(Happening.POWER)

    def _power_fails(self, what: Happening) -> Script:
        for one in self.day.timed:
            due = 0 <= one.after <= self._count and not self._memory.is_done(one.line)
            if one.what is what and due and self._power is not None:
                if what is Happening.POWER_WRITING:
                    # Strokes are on disk within 100 ms; one that is on its way may be lost, and no more than that.
                    yield from self._while(150)
                self.happened(one)
                self._power()
                yield Until(lambda: False, what.value, 60.0)

    def _while(self, ms: int) -> Script:
        end = time.monotonic() + ms / 1_000
        yield Until(lambda: time.monotonic() >= end, "")


def _what(one: Personal | Timed) -> str:
    return one.habit.value if isinstance(one, Personal) else one.what.value
