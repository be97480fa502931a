"""From state to state: a ceremony is declared ready, paused and resumed, or annulled as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpu_desk.domain.acts_state import turn_told, turned
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import CeremonyState, Turn
from kpu_desk.services.desk import Act, Desk
from kpu_desk.services.printable import printable_text
from kpu_desk.storage import ceremonies as store
from kpu_desk.storage import turn_rows

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session


def declare_ready(desk: Desk, ceremony_id: str, reason: str = "") -> Ceremony:
    """Declares preparation done; ``reason`` where something is still wrong, it stays at the desk.

    Raises:
        RuleError: KPU-STATE; RosterError: FIELD_TOO_LONG, FIELD_ODD_CHARACTER, FIELD_NOT_PRINTABLE, field ``turn``.
    """
    return _turn(desk, ceremony_id, CeremonyState.READY, reason)


def take_back_ready(desk: Desk, ceremony_id: str) -> Ceremony:
    """Makes a ready ceremony a draft again; so does every change of its roster or plan.

    Raises:
        RuleError: KPU-STATE.
    """
    return _turn(desk, ceremony_id, CeremonyState.DRAFT)


def pause(desk: Desk, ceremony_id: str, reason: str) -> Ceremony:
    """Nobody signs until :func:`resume`, be it days later and after whatever happened to the computer.

    After the closing it is the open late sitting that is paused.

    Raises:
        RuleError: KPU-STATE, KPU-TURN-REASON; RosterError as :func:`declare_ready`.
    """
    return _turn(desk, ceremony_id, CeremonyState.PAUSED, reason)


def resume(desk: Desk, ceremony_id: str) -> Ceremony:
    """People sign again, each signature with its own day.

    Raises:
        RuleError: KPU-STATE.
    """
    return _turn(desk, ceremony_id, CeremonyState.OPEN)


def annul(desk: Desk, ceremony_id: str, reason: str) -> Ceremony:
    """Makes the whole ceremony void for good: kept with all that was signed, never sealed, its numbers stay used.

    Raises:
        RuleError: KPU-STATE, KPU-TURN-REASON, KPU-ANNUL-SEALED; RosterError as :func:`declare_ready`.
    """
    return _turn(desk, ceremony_id, CeremonyState.VOID, reason)


def _turn(desk: Desk, ceremony_id: str, state: CeremonyState, reason: str = "") -> Ceremony:
    turn = Turn(state, desk.now_text(), desk.actor.name, printable_text("turn", reason))
    late = desk.ceremony(ceremony_id).late

    def save(session: Session, ceremony: Ceremony) -> None:
        turn_rows.add(session, ceremony_id, turn)
        store.save_head(session, ceremony)

    return desk.change(
        ceremony_id,
        lambda current: turned(current, turn),
        save,
        Act(*turn_told(ceremony_id, turn, 0 if late is None else late.number)),
    )
