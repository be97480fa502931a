"""Acts on a ceremony's rundown: planned, conducted, exceptions noted; and what the running step is about."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from kpu_desk.domain.acts_before import prepared_anew
from kpu_desk.domain.allowed import CeremonyAct, require
from kpu_desk.domain.canonical import canonical_json
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import BEFORE_OPENING
from kpu_desk.domain.documents import DocumentKind, Sheet, SignatureSlot
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.journal import Event
from kpu_desk.domain.local_time import clock, day_of
from kpu_desk.domain.profile import Zone
from kpu_desk.domain.rundown import (
    RundownNote,
    Signers,
    Step,
    StepAct,
    StepMove,
    check_move,
    check_note,
    check_steps,
    minutes_of_day,
    planned,
    running,
    step_data,
)
from kpu_desk.domain.rundown_usual import LEADERS, usual_rundown

_EVENTS = {
    StepMove.BEGUN: Event.STEP_BEGUN,
    StepMove.ENDED: Event.STEP_ENDED,
    StepMove.SKIPPED: Event.STEP_SKIPPED,
}


def rundown_of(ceremony: Ceremony) -> tuple[Step, ...]:
    """The steps as they stand: those that were planned, before the opening else the usual ones."""
    if ceremony.rundown or ceremony.state not in BEFORE_OPENING:
        return ceremony.rundown
    return usual_rundown(ceremony.kinds, ceremony.agreements, ceremony.officials, own=bool(ceremony.documents))


def with_rundown(ceremony: Ceremony, steps: tuple[Step, ...]) -> Ceremony:
    """Plans the steps; none at all: the usual ones again.

    Raises:
        RuleError: KPU-STATE once the sheets are frozen, and what ``check_steps`` raises.
    """
    if steps:
        check_steps(steps)
    return replace(prepared_anew(ceremony, CeremonyAct.PREPARE), rundown=steps)


def stepped(ceremony: Ceremony, *acts: StepAct) -> Ceremony:
    """Steps begin, end or are skipped, one act after another; only while people sign.

    Raises:
        RuleError: KPU-STATE, and what ``check_move`` raises.
    """
    require(ceremony.state, CeremonyAct.STEP)
    done = ceremony.step_acts
    for act in acts:
        check_move(ceremony.rundown, done, act)
        done = (*done, act)
    return replace(ceremony, step_acts=done)


def noted(ceremony: Ceremony, note: RundownNote) -> Ceremony:
    """Notes an exception.

    Raises:
        RuleError: KPU-STATE, and what ``check_note`` raises.
    """
    require(ceremony.state, CeremonyAct.NOTE)
    check_note(ceremony.rundown, ceremony.notes, note)
    return replace(ceremony, notes=(*ceremony.notes, note))


def step_of_id(ceremony: Ceremony, step_id: int) -> Step:
    """The step with this id; RuleError KPU-STEP-KNOWN if there is none."""
    found = next((step for step in ceremony.rundown if step.id == step_id), None)
    if found is None:
        raise RuleError("KPU-STEP-KNOWN")
    return found


def running_step(ceremony: Ceremony) -> Step | None:
    """The step that runs, also in a pause; None for none."""
    step_id = running(ceremony.step_acts)
    return step_of_id(ceremony, step_id) if step_id else None


def minutes_late(ceremony: Ceremony, step: Step, at: str, zone: Zone) -> int:
    """Minutes from a step's planned beginning to a moment (UTC, ISO 8601); 0 before it, and on another day.

    A rehearsal on another day, or a ceremony that goes on the next one, is neither early nor late.
    """
    if day_of(at, zone) != ceremony.date:
        return 0
    times = dict(zip(ceremony.rundown, planned(ceremony.rundown, ceremony.start), strict=True))
    return max(0, minutes_of_day(clock(at, zone)) - times[step][0])


def due_slots(ceremony: Ceremony, official_id: str) -> tuple[tuple[Sheet, SignatureSlot], ...]:
    """What a person is called for now: of all that can be signed, what the running step is about.

    The Daftar Hadir comes with it. Where that is nothing, all of it: a step never keeps anybody from signing, and
    whoever is called for nothing of it is not called twice.
    """
    slots = ceremony.open_slots_of(official_id)
    step = running_step(ceremony)
    if step is None or not step.documents:
        return slots
    about = tuple(pair for pair in slots if _is_about(ceremony, step, pair[0]))
    return about if any(sheet.kind in step.documents for sheet, _ in about) else slots


def is_due(ceremony: Ceremony, official_id: str, step: Step | None) -> bool:
    """Whether the running step is about something that the person can sign now; any other step is about everything."""
    slots = ceremony.open_slots_of(official_id)
    if step is None or not step.documents:
        return bool(slots)
    return any(sheet.kind in step.documents and _is_about(ceremony, step, sheet) for sheet, _ in slots)


def _is_about(ceremony: Ceremony, step: Step, sheet: Sheet) -> bool:
    if sheet.kind is DocumentKind.DH:
        return True
    if sheet.kind not in step.documents:
        return False
    if step.signers is Signers.ALL or sheet.subject_id is None:
        return True
    return (ceremony.official(sheet.subject_id).group in LEADERS) is (step.signers is Signers.LEADERS)


# As the journal tells it


def rundown_told(ceremony_id: str, steps: tuple[Step, ...]) -> tuple[Event, dict[str, object]]:
    """The entry of a changed plan."""
    return Event.RUNDOWN_CHANGED, {"ceremony": ceremony_id, "steps": [step_data(step) for step in steps]}


def step_told(ceremony_id: str, act: StepAct) -> tuple[Event, dict[str, object]]:
    """The entry of one act; of the reason only the digest: it may name people."""
    facts: dict[str, object] = {"ceremony": ceremony_id, "step": act.step}
    facts |= {"opening": act.opening, "counter": act.counter_s}
    if act.move is StepMove.SKIPPED:
        facts["reason"] = sha256(act.reason.encode("utf-8")).hexdigest()
    return _EVENTS[act.move], facts


def note_told(ceremony_id: str, note: RundownNote) -> tuple[Event, dict[str, object]]:
    """The entry of a note; of its words only the digest."""
    words = canonical_json({"what": note.what, "happened": note.happened, "mended": note.mended})
    return Event.EXCEPTION_NOTED, {
        "ceremony": ceremony_id,
        "number": note.number,
        "step": note.step,
        "about": note.about,
        "digest": sha256(words).hexdigest(),
    }
