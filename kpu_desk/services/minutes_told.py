"""What minutes tell that only the journal knows: over which red lines it was opened, and what befell the clock."""

from __future__ import annotations

import json
from datetime import datetime

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.clock_told import time_told
from kpu_desk.domain.journal import Event
from kpu_desk.domain.readiness import despite_sentence
from kpu_desk.services.desk import Desk
from kpu_desk.storage import journal_rows


def told_despite(desk: Desk, ceremony_id: str) -> tuple[str, ...]:
    """What the minutes say of red lines over which the ceremony was opened, and why."""
    with desk.database.reading() as session:
        entries = [
            json.loads(entry.facts) for entry in journal_rows.read_all(session) if entry.event == Event.OPENED_DESPITE
        ]
    return tuple(
        despite_sentence(facts["topics"], facts["reason"]) for facts in entries if facts["ceremony"] == ceremony_id
    )


def told_of_time(desk: Desk, ceremony: Ceremony, now: datetime, sitting: int = 0) -> tuple[str, ...]:
    """What minutes that are drawn up ``now`` say of clock and pauses, of the ceremony or of a late sitting."""
    zone = desk.profile.zone
    with desk.database.reading() as session:
        day = now.astimezone(zone.tzinfo).date()
        return time_told(journal_rows.read_all(session), ceremony, zone, day, sitting)
