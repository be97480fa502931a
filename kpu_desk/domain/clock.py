"""Whether the wall clock can be believed: it is held against clocks that nobody sets; order never depends on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from kpu_desk.domain.journal import Event, utc_text

LEAST_JUMP_S = 2
"""Less is the usual work of a time service, or of a busy computer."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All clocks at one moment.

    Attributes:
        wall: the system's time; anyone can set it.
        awake_s, running_s: seconds since some start, without and with the time the computer slept; nobody sets them.
        zone: the computer's zone as its offset, ``+07:00``; paper and screen use the office's own.
    """

    wall: datetime
    awake_s: float
    running_s: float
    zone: str


class Doubt(StrEnum):
    """What was noticed."""

    JUMPED = "jumped"
    SLEPT = "slept"
    ZONE = "zone"
    BEHIND = "behind"  # the desk was opened at an earlier time than that of the last entry: a dead battery, say
    UNBORN = "unborn"  # the desk was opened at a time when this version of the program did not exist yet


@dataclass(frozen=True, slots=True)
class Noticed:
    """One thing that was noticed; ``before`` and ``after`` are UTC times or zones, ``seconds`` how much."""

    doubt: Doubt
    before: str
    after: str
    seconds: int = 0

    def told(self) -> tuple[Event, dict[str, object]]:
        """Its entry in the journal."""
        if self.doubt is Doubt.SLEPT:
            return Event.COMPUTER_SLEPT, {"seconds": self.seconds}
        if self.doubt is Doubt.ZONE:
            return Event.ZONE_CHANGED, {"before": self.before, "after": self.after}
        if self.doubt is Doubt.BEHIND:
            return Event.CLOCK_BEHIND, {"last": self.before, "now": self.after}
        if self.doubt is Doubt.UNBORN:
            return Event.CLOCK_BEFORE_BUILD, {"built": self.before, "now": self.after}
        return Event.CLOCK_CHANGED, {"before": self.before, "after": self.after, "source": "jam sistem"}


def compare(before: Reading, now: Reading) -> tuple[Noticed, ...]:
    """What happened between two readings of one run of the program."""
    found = []
    passed = now.running_s - before.running_s
    asleep = round(passed - (now.awake_s - before.awake_s))
    expected = before.wall + timedelta(seconds=passed)
    jump = (now.wall - expected).total_seconds()
    if asleep >= LEAST_JUMP_S:
        found.append(Noticed(Doubt.SLEPT, utc_text(before.wall), utc_text(now.wall), asleep))
    if abs(jump) >= LEAST_JUMP_S:
        found.append(Noticed(Doubt.JUMPED, utc_text(expected), utc_text(now.wall), round(jump)))
    if now.zone != before.zone:
        found.append(Noticed(Doubt.ZONE, before.zone, now.zone))
    return tuple(found)


def behind(last_at: str, opened_at: str) -> Noticed | None:
    """Whether the desk was opened at an earlier time than that of the entry before (both as the journal has them)."""
    back = (datetime.fromisoformat(last_at) - datetime.fromisoformat(opened_at)).total_seconds()
    return Noticed(Doubt.BEHIND, last_at, opened_at, round(back)) if back > 0 else None


def unborn(built: str, opened_at: str) -> Noticed | None:
    """Whether the desk was opened before the day (ISO 8601) on which the program itself was put together.

    A clock whose battery is dead starts years ago; the day's first hours may still be the day before in UTC.
    """
    early = datetime.fromisoformat(built).replace(tzinfo=UTC) - timedelta(days=1)
    back = (early - datetime.fromisoformat(opened_at)).total_seconds()
    return Noticed(Doubt.UNBORN, built, opened_at, round(back)) if back > 0 else None
