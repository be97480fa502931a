"""Acts that only turn a ceremony from one state into another: ready, paused and resumed, annulled."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from kpu_desk.domain import checks
from kpu_desk.domain.allowed import CeremonyAct, require
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import CeremonyState, Turn
from kpu_desk.domain.journal import Event

_ACTS = {
    CeremonyState.READY: CeremonyAct.DECLARE_READY,
    CeremonyState.DRAFT: CeremonyAct.TAKE_BACK_READY,
    CeremonyState.PAUSED: CeremonyAct.PAUSE,
    CeremonyState.OPEN: CeremonyAct.RESUME,
    CeremonyState.VOID: CeremonyAct.ANNUL,
}

_EVENTS = {
    CeremonyState.READY: Event.CEREMONY_READY,
    CeremonyState.DRAFT: Event.CEREMONY_NOT_READY,
    CeremonyState.PAUSED: Event.CEREMONY_PAUSED,
    CeremonyState.OPEN: Event.CEREMONY_RESUMED,
    CeremonyState.VOID: Event.CEREMONY_ANNULLED,
}


def turned(ceremony: Ceremony, turn: Turn) -> Ceremony:
    """Takes the ceremony into the turn's state; signatures and all else stay as they are.

    Ready: preparation is declared done, with a reason where something was still wrong; any change of roster or plan
    makes it a draft again. Paused: nobody signs, also after a crash or days later, until it is resumed; a signature
    then carries its own day. An open late sitting is paused and resumed likewise: the ceremony stays closed. Void: kept
    for good, nothing more is done with it and nothing of it is sealed; its numbers are not given again (domain.md 6.3).

    Raises:
        RuleError: KPU-STATE, KPU-TURN-REASON (a pause, an annulment), KPU-ANNUL-SEALED.
    """
    pausing = turn.state in (CeremonyState.PAUSED, CeremonyState.OPEN)
    require(ceremony.session_state if pausing else ceremony.state, _ACTS[turn.state])
    checks.check_turn_reason(turn)
    if turn.state is CeremonyState.VOID:
        checks.check_annul_unsealed(ceremony.sealed)
    state = ceremony.state if pausing and ceremony.late is not None else turn.state
    return replace(ceremony, state=state, turns=(*ceremony.turns, turn))


def turn_told(ceremony_id: str, turn: Turn, sitting: int = 0) -> tuple[Event, dict[str, object]]:
    """A turn's entry in the journal; of the reason only the digest: it may name people.

    ``sitting`` is the number of the late sitting that is paused or resumed; 0 for the ceremony itself.
    """
    facts: dict[str, object] = {"ceremony": ceremony_id}
    if sitting:
        facts["sitting"] = sitting
    if turn.state in (CeremonyState.READY, CeremonyState.PAUSED, CeremonyState.VOID):
        facts["reason"] = sha256(turn.reason.encode("utf-8")).hexdigest() if turn.reason else ""
    return _EVENTS[turn.state], facts


def annulment(ceremony: Ceremony) -> Turn | None:
    """Why and by whom a ceremony was annulled; None for one that was not."""
    return ceremony.turns[-1] if ceremony.state is CeremonyState.VOID else None


def pauses(ceremony: Ceremony) -> tuple[tuple[Turn, Turn | None], ...]:
    """Each pause with how it ended, in order; None while it lasts."""
    found: list[tuple[Turn, Turn | None]] = []
    for turn in ceremony.turns:
        if turn.state is CeremonyState.PAUSED:
            found.append((turn, None))
        elif found and found[-1][1] is None:
            found[-1] = (found[-1][0], turn)
    return tuple(found)
