"""All day: the wall clock is held against clocks that nobody sets, and what is noticed goes into the journal."""

from __future__ import annotations

import time
from datetime import datetime

import kpu_desk
from kpu_desk.domain.clock import Noticed, Reading, behind, compare, unborn
from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.journal import Event
from kpu_desk.services.desk import Act, Desk, source_of, unchecked
from kpu_desk.services.printable import printable_text
from kpu_desk.storage import journal_rows

_LOOKED_BACK = 50
"""Entries that a run of the program has at most before the first look."""


def reading(desk: Desk) -> Reading:
    """All clocks now; where the system has none that goes on in sleep, sleep looks like a jump of the wall clock."""
    if hasattr(time, "tzset"):
        time.tzset()
    running = getattr(time, "CLOCK_BOOTTIME", None)
    return Reading(
        desk.clock(),
        time.monotonic(),
        time.monotonic() if running is None else time.clock_gettime(running),
        datetime.now().astimezone().isoformat()[-6:],
    )


def look(desk: Desk, before: Reading, now: Reading) -> tuple[Noticed, ...]:
    """What happened since the reading before; journaled.

    Raises:
        StorageError: what the disk said.
    """
    return _noted(desk, compare(before, now))


def check(desk: Desk, against: str) -> None:
    """Notes that the operator held the clock against another one and found it right; evidence says so from now on.

    It holds until the program ends or something about the clock is noticed.

    Raises:
        RosterError: FIELD_EMPTY, FIELD_TOO_LONG, FIELD_ODD_CHARACTER, FIELD_NOT_PRINTABLE, field ``clock``.
        StorageError: what the disk said.
    """
    against = printable_text("clock", against)
    if not against:
        raise RosterError("FIELD_EMPTY", field="clock")
    desk.note(Act(Event.CLOCK_CHECKED, {"against": against}))
    zone = desk.profile.zone
    when = desk.clock().astimezone(zone.tzinfo)
    desk.clock_source = (
        f"{source_of(desk.clock)}, diperiksa oleh {desk.actor.name} terhadap {against} pukul {when:%H.%M} {zone.label}"
    )


def look_back(desk: Desk) -> tuple[Noticed, ...]:
    """Whether this opening of the desk says an earlier time than the entry before it, or than the program; journaled.

    Raises:
        StorageError: what the disk said.
    """
    with desk.database.reading() as session:
        head = journal_rows.head(session)
        after = 0 if head is None else max(0, head.seq - _LOOKED_BACK)
        entries = list(journal_rows.read_all(session, after=after))
    opened = [n for n, entry in enumerate(entries) if entry.event == Event.DESK_OPENED.value]
    if not opened:
        return ()
    at = entries[opened[-1]].at
    found = (unborn(kpu_desk.BUILT, at), behind(entries[opened[-1] - 1].at, at) if opened[-1] else None)
    return _noted(desk, tuple(one for one in found if one is not None))


def _noted(desk: Desk, noticed: tuple[Noticed, ...]) -> tuple[Noticed, ...]:
    if noticed:
        desk.clock_source = unchecked(desk.clock)
        desk.note(*(Act(*one.told()) for one in noticed))
    return noticed
