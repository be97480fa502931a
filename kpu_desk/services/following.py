"""After the closing: short sittings for signatures that were to follow, each with a Berita Acara of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kpu_desk.domain import late
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import LATE_FORM
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.journal import Event, utc_text
from kpu_desk.domain.planning import plan_minutes
from kpu_desk.services.desk import Act, Desk, new_id
from kpu_desk.services.freezing import freeze, frozen_acts, save_frozen
from kpu_desk.services.minutes_told import told_of_time
from kpu_desk.storage import ceremonies as store
from kpu_desk.storage import late_rows, pad_rows

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session


def open_sitting(desk: Desk, ceremony_id: str) -> Ceremony:
    """Opens a late sitting; whoever comes to it is checked in, signs, and the record says so with the true date.

    Raises:
        RuleError: KPU-STATE, KPU-LATE-ONE, KPU-LATE-NOBODY.
    """
    before = desk.ceremony(ceremony_id)
    number = len(before.sittings) + 1
    facts = {"ceremony": ceremony_id, "number": number, "awaited": len(late.awaited(before))}
    return desk.change(
        ceremony_id,
        lambda current: late.opened(current, at=desk.now_text(), by=desk.actor.name),
        lambda session, after: late_rows.add(session, ceremony_id, after.sittings[-1]),
        Act(Event.LATE_OPENED, facts),
    )


def close_sitting(desk: Desk, ceremony_id: str) -> Ceremony:
    """Ends it, and draws up its minutes where anybody signed; the counts at the closing stay as they were.

    Raises:
        RuleError: KPU-STATE, KPU-LATE-OPEN, KPU-CHAIR-KNOWN, KPU-SECRETARY-KNOWN, KPU-CHANGED-MEANWHILE, and what
            freezing raises.
    """
    desk.writer.finish()
    before = desk.ceremony(ceremony_id)
    sitting = before.late
    if sitting is None:
        raise RuleError("KPU-LATE-OPEN")
    now = desk.clock()
    signed = late.signed_in(before, sitting)
    planned = plan_minutes(before, new_id, LATE_FORM) if signed else None
    told = replace(
        late.late_minutes(before, sitting, desk.profile.zone, now=now),
        clock=told_of_time(desk, before, now, sitting.number),
    )
    frozen = [freeze(desk, before, planned, told)] if planned is not None else []
    minutes = frozen[0].sheet if frozen else None

    def rule(current: Ceremony) -> Ceremony:
        if current is not before:
            raise RuleError("KPU-CHANGED-MEANWHILE")
        return late.closed(current, minutes, at=utc_text(now), by=desk.actor.name)

    def save(session: Session, ceremony: Ceremony) -> None:
        store.save_sheets(session, ceremony)
        save_frozen(session, ceremony_id, frozen)
        pad_rows.erase_left_over(session, tuple(sheet.id for sheet in before.sheets), utc_text(now))
        late_rows.add(session, ceremony_id, ceremony.sittings[-1])

    facts = {
        "ceremony": ceremony_id,
        "number": sitting.number,
        "signatures": len(signed),
        "sheet": "" if minutes is None else minutes.serial,
    }
    return desk.change(ceremony_id, rule, save, *frozen_acts(ceremony_id, frozen), Act(Event.LATE_CLOSED, facts))
