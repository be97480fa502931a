"""The table of the ceremony's rules: which act is allowed in which state; everywhere else it is refused."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from kpu_desk.domain.ceremony_parts import CeremonyState
from kpu_desk.domain.errors import RuleError

_DRAFT, _READY, _OPEN = CeremonyState.DRAFT, CeremonyState.READY, CeremonyState.OPEN
_PAUSED, _CLOSED, _SEALED = CeremonyState.PAUSED, CeremonyState.CLOSED, CeremonyState.SEALED


class CeremonyAct(StrEnum):
    """What can be done with a ceremony."""

    PREPARE = "prepare"  # roster, plan, witnesses, documents; a ready ceremony is a draft again after it
    CORRECT = "correct"  # a person added, corrected or taken out, a lampiran set; likewise
    DECLARE_READY = "declare_ready"
    TAKE_BACK_READY = "take_back_ready"
    OPEN = "open"
    NOTE_ABSENCE = "note_absence"  # why somebody is not here: counted when the ceremony is closed
    CHECK_IN = "check_in"  # and taking it back, going, coming again
    DECLARE_CONFLICT = "declare_conflict"  # and taking it back
    SIGN = "sign"  # any sheet but the two below
    SIGN_LIST = "sign_list"  # the Daftar Hadir: closed when nobody can come any more
    SIGN_MINUTES = "sign_minutes"  # the Berita Acara and the last line of the Daftar Hadir
    DECLINE = "decline"
    VOID_SHEET = "void_sheet"
    STEP = "step"  # of the rundown: begun, ended, skipped
    NOTE = "note"  # an exception
    PAUSE = "pause"
    RESUME = "resume"
    CLOSE = "close"
    OPEN_LATE = "open_late"  # a late sitting, in which SIGN goes on after the closing; and ending it
    NUMBER = "number"  # a number or a meterai noted
    STAMP = "stamp"
    SEAL = "seal"
    SEAL_AGAIN = "seal_again"  # a record that supersedes one whose number changed
    REVISE = "revise"  # a sealed Perjanjian Kinerja: the ceremony is closed again, until the new sheet is sealed
    ANNUL = "annul"  # the whole ceremony; never once a record is sealed


ALLOWED: Mapping[CeremonyAct, frozenset[CeremonyState]] = {
    act: frozenset(states)
    for act, states in (
        (CeremonyAct.PREPARE, (_DRAFT, _READY)),
        (CeremonyAct.CORRECT, (_DRAFT, _READY, _OPEN, _PAUSED)),
        (CeremonyAct.DECLARE_READY, (_DRAFT,)),
        (CeremonyAct.TAKE_BACK_READY, (_READY,)),
        (CeremonyAct.OPEN, (_READY,)),
        (CeremonyAct.NOTE_ABSENCE, (_DRAFT, _READY, _OPEN, _PAUSED)),
        (CeremonyAct.CHECK_IN, (_OPEN, _PAUSED, _CLOSED)),
        (CeremonyAct.DECLARE_CONFLICT, (_DRAFT, _READY, _OPEN, _PAUSED, _CLOSED)),
        (CeremonyAct.SIGN, (_OPEN, _CLOSED)),
        (CeremonyAct.SIGN_LIST, (_OPEN,)),
        (CeremonyAct.SIGN_MINUTES, (_CLOSED,)),
        (CeremonyAct.DECLINE, (_OPEN, _CLOSED)),
        (CeremonyAct.VOID_SHEET, (_OPEN, _PAUSED)),
        (CeremonyAct.STEP, (_OPEN,)),
        (CeremonyAct.NOTE, (_OPEN, _PAUSED)),
        (CeremonyAct.PAUSE, (_OPEN,)),
        (CeremonyAct.RESUME, (_PAUSED,)),
        (CeremonyAct.CLOSE, (_OPEN,)),
        (CeremonyAct.OPEN_LATE, (_CLOSED,)),
        (CeremonyAct.NUMBER, (_OPEN, _PAUSED, _CLOSED, _SEALED)),
        (CeremonyAct.STAMP, (_CLOSED, _SEALED)),
        (CeremonyAct.SEAL, (_CLOSED,)),
        (CeremonyAct.SEAL_AGAIN, (_CLOSED, _SEALED)),
        (CeremonyAct.REVISE, (_CLOSED, _SEALED)),
        (CeremonyAct.ANNUL, (_DRAFT, _READY, _OPEN, _PAUSED, _CLOSED)),
    )
}
"""Published: README has it as a table. A void ceremony allows nothing; it is only looked at."""


def is_allowed(state: CeremonyState, act: CeremonyAct) -> bool:
    """Whether the act is allowed in this state."""
    return state in ALLOWED[act]


def require(state: CeremonyState, act: CeremonyAct) -> None:
    """Raises RuleError KPU-STATE, with ``state``, where the act is not allowed."""
    if not is_allowed(state, act):
        raise RuleError("KPU-STATE", state=state.value)
