"""At the door: who is here, and how the person was identified."""

from __future__ import annotations

from kpu_desk.domain.ceremony import Attendance, Ceremony
from kpu_desk.domain.journal import Event
from kpu_desk.services.desk import Act, Desk
from kpu_desk.storage import ceremonies


def check_in(desk: Desk, ceremony_id: str, official_id: str, identified: str) -> Ceremony:
    """Notes that a person is here; ``identified`` says how (domain.md 7.2e).

    Raises:
        RuleError: KPU-STATE, KPU-CHECKED-IN-ONCE, UNKNOWN_OFFICIAL.
    """
    attendance = Attendance(official_id, desk.now_text(), identified, desk.actor.name)
    return desk.change(
        ceremony_id,
        lambda ceremony: ceremony.checked_in(attendance),
        ceremonies.save_attendance,
        Act(Event.CHECKED_IN, {"ceremony": ceremony_id, "official": official_id, "identified": identified}),
    )


def undo_check_in(desk: Desk, ceremony_id: str, official_id: str) -> Ceremony:
    """Takes a check-in back while the person has signed nothing.

    Raises:
        RuleError: KPU-STATE, KPU-SIGNER-PRESENT (was not checked in), KPU-SIGNED-NOTHING.
    """
    return desk.change(
        ceremony_id,
        lambda ceremony: ceremony.check_in_undone(official_id),
        ceremonies.save_attendance,
        Act(Event.CHECK_IN_UNDONE, {"ceremony": ceremony_id, "official": official_id}),
    )
