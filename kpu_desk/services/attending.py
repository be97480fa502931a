"""At the door: who is here and how the person was identified, who is not and why, who goes and comes again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpu_desk.domain import whereabouts
from kpu_desk.domain.ceremony import Attendance, Ceremony
from kpu_desk.domain.ceremony_parts import Away, Whereabouts
from kpu_desk.domain.journal import Event
from kpu_desk.domain.official_entry import checked_text
from kpu_desk.domain.roster_text import fold
from kpu_desk.services.desk import Act, Desk
from kpu_desk.storage import ceremonies, whereabouts_rows

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session


def check_in(desk: Desk, ceremony_id: str, official_id: str, identified: str) -> Ceremony:
    """Notes that a person is here, or is here again; ``identified`` says how (domain.md 7.2e).

    Raises:
        RuleError: KPU-STATE, KPU-CHECKED-IN-ONCE, UNKNOWN_OFFICIAL.
    """
    before = desk.ceremony(ceremony_id)
    if official_id in before.attended - before.present:
        return _note(desk, ceremony_id, official_id, Away.BACK, identified)
    attendance = Attendance(official_id, desk.now_text(), identified, desk.actor.name)
    if before.late is not None:
        return _first_comes_late(desk, before, attendance)
    return desk.change(
        ceremony_id,
        lambda ceremony: ceremony.checked_in(attendance),
        ceremonies.save_attendance,
        Act(Event.CHECKED_IN, {"ceremony": ceremony_id, "official": official_id, "identified": identified}),
    )


def undo_check_in(desk: Desk, ceremony_id: str, official_id: str) -> Ceremony:
    """Takes a check-in back while the person has signed nothing.

    Raises:
        RuleError: KPU-STATE, KPU-SIGNER-PRESENT (was not checked in), KPU-SIGNED-NOTHING, KPU-RETURN-UNDO (came again).
    """
    return desk.change(
        ceremony_id,
        lambda ceremony: ceremony.check_in_undone(official_id),
        ceremonies.save_attendance,
        Act(Event.CHECK_IN_UNDONE, {"ceremony": ceremony_id, "official": official_id}),
    )


def note_absence(desk: Desk, ceremony_id: str, official_id: str, what: Away, note: str = "") -> Ceremony:
    """Notes why a person is not here; ``what`` stands in the Berita Acara, ``note`` stays at the desk.

    Raises:
        RuleError: KPU-STATE, UNKNOWN_OFFICIAL, KPU-ABSENT-NOT-HERE; RosterError: FIELD_TOO_LONG, FIELD_ODD_CHARACTER,
            field ``away``.
    """
    return _note(desk, ceremony_id, official_id, what, note)


def note_left(desk: Desk, ceremony_id: str, official_id: str, note: str) -> Ceremony:
    """Notes that a person goes, and why; nobody calls him until he is checked in again, what is signed stays.

    Raises:
        RuleError: KPU-STATE, UNKNOWN_OFFICIAL, KPU-SIGNER-PRESENT, KPU-LEFT-REASON; RosterError as above.
    """
    return _note(desk, ceremony_id, official_id, Away.LEFT, note)


def _note(desk: Desk, ceremony_id: str, official_id: str, what: Away, words: str) -> Ceremony:
    words = fold(words)
    checked_text("away", words)
    note = _whereabouts(desk, desk.ceremony(ceremony_id), official_id, what, words)
    return desk.change(
        ceremony_id,
        lambda ceremony: whereabouts.noted(ceremony, note),
        lambda session, _: whereabouts_rows.add(session, ceremony_id, note),
        Act(*whereabouts.told(ceremony_id, note)),
    )


def _first_comes_late(desk: Desk, before: Ceremony, attendance: Attendance) -> Ceremony:
    """Who missed the day comes to a late sitting: noted as having come, and as being here now."""
    note = _whereabouts(desk, before, attendance.official_id, Away.BACK, attendance.identified)

    def save(session: Session, ceremony: Ceremony) -> None:
        ceremonies.save_attendance(session, ceremony)
        whereabouts_rows.add(session, before.id, note)

    facts = {"ceremony": before.id, "official": attendance.official_id, "identified": attendance.identified}
    return desk.change(
        before.id,
        lambda ceremony: whereabouts.noted(ceremony.checked_in(attendance), note),
        save,
        Act(Event.CHECKED_IN, facts),
        Act(*whereabouts.told(before.id, note)),
    )


def _whereabouts(desk: Desk, ceremony: Ceremony, official_id: str, what: Away, words: str) -> Whereabouts:
    sitting = 0 if ceremony.late is None else ceremony.late.number
    return Whereabouts(official_id, what, words, desk.now_text(), desk.actor.name, len(ceremony.signatures), sitting)
