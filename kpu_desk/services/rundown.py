"""The rundown: planned before the day, conducted step by step on it, exceptions noted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from kpu_desk.domain import acts_rundown
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.rundown import RundownNote, Step, StepAct, StepMove, running, step_texts
from kpu_desk.services.desk import Act, Desk
from kpu_desk.services.printable import check_text, printable_text
from kpu_desk.storage import ceremonies as store
from kpu_desk.storage import rundown_rows

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session


def plan(desk: Desk, ceremony_id: str, steps: tuple[Step, ...]) -> Ceremony:
    """Plans the steps of a draft; none at all: the usual ones again.

    Raises:
        RuleError: KPU-STATE, KPU-RUNDOWN-STEPS, KPU-STEP-TITLE, KPU-STEP-MINUTES, KPU-STEP-WHAT.
        RosterError: FIELD_TOO_LONG, FIELD_ODD_CHARACTER, FIELD_NOT_PRINTABLE, with ``field`` and ``row``.
    """
    for field, row, text in step_texts(steps):
        check_text(field, text, row)
    return desk.change(
        ceremony_id,
        lambda current: acts_rundown.with_rundown(current, steps),
        store.save_head,
        Act(*acts_rundown.rundown_told(ceremony_id, steps)),
    )


def begin(desk: Desk, ceremony_id: str, step_id: int) -> Ceremony:
    """Ends the step that runs, if one does, and begins this one; also one that ran or was skipped before.

    Raises:
        RuleError: KPU-STATE, KPU-STEP-KNOWN.
    """
    now = running(desk.ceremony(ceremony_id).step_acts)
    ended = (_act(desk, now, StepMove.ENDED),) if now else ()
    return _step(desk, ceremony_id, *ended, _act(desk, step_id, StepMove.BEGUN))


def end(desk: Desk, ceremony_id: str) -> Ceremony:
    """Ends the step that runs.

    Raises:
        RuleError: KPU-STATE, KPU-STEP-KNOWN where none runs.
    """
    return _step(desk, ceremony_id, _act(desk, running(desk.ceremony(ceremony_id).step_acts), StepMove.ENDED))


def skip(desk: Desk, ceremony_id: str, step_id: int, reason: str) -> Ceremony:
    """Leaves a step out that has not begun; it can still come later.

    Raises:
        RuleError: KPU-STATE, KPU-STEP-KNOWN, KPU-STEP-SKIP, KPU-STEP-REASON; RosterError as :func:`plan`.
    """
    return _step(desk, ceremony_id, _act(desk, step_id, StepMove.SKIPPED, printable_text("turn", reason)))


def note(desk: Desk, ceremony_id: str, *, what: str, happened: str, mended: str = "", about: int = 0) -> Ceremony:
    """Notes an exception with the next number, for the step that runs.

    Args:
        happened: local time, ``HH.MM``.
        about: number of the earlier note that this one goes on with; 0 for none.

    Raises:
        RuleError: KPU-STATE, KPU-NOTE-WHAT, KPU-NOTE-TIME, KPU-NOTE-ABOUT; RosterError as :func:`plan`.
    """
    before = desk.ceremony(ceremony_id)
    made = RundownNote(
        number=len(before.notes) + 1,
        step=running(before.step_acts),
        what=printable_text("exception", what),
        happened=happened.strip().replace(":", "."),
        mended=printable_text("mended", mended),
        at=desk.now_text(),
        by=desk.actor.name,
        about=about,
    )
    return desk.change(
        ceremony_id,
        lambda current: acts_rundown.noted(current, made),
        lambda session, _ceremony: rundown_rows.add_note(session, ceremony_id, made),
        Act(*acts_rundown.note_told(ceremony_id, made)),
    )


def ending(desk: Desk, ceremony: Ceremony) -> tuple[StepAct, ...]:
    """What ends the step that still runs when the ceremony is closed; nothing where none does."""
    now = running(ceremony.step_acts)
    return (_act(desk, now, StepMove.ENDED),) if now else ()


def counter_s() -> int:
    """Seconds of a clock that nobody sets and that goes on while the computer sleeps, where the system has one."""
    running_on = getattr(time, "CLOCK_BOOTTIME", None)
    return int(time.monotonic() if running_on is None else time.clock_gettime(running_on))


def _act(desk: Desk, step_id: int, move: StepMove, reason: str = "") -> StepAct:
    return StepAct(step_id, move, desk.now_text(), desk.actor.name, desk.opening, counter_s(), reason)


def _step(desk: Desk, ceremony_id: str, *acts: StepAct) -> Ceremony:
    def save(session: Session, _ceremony: Ceremony) -> None:
        rundown_rows.add_acts(session, ceremony_id, acts)

    return desk.change(
        ceremony_id,
        lambda current: acts_rundown.stepped(current, *acts),
        save,
        *(Act(*acts_rundown.step_told(ceremony_id, act)) for act in acts),
    )
