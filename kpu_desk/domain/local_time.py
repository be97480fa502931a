"""Moments as they stand on paper and screen: the office's clock, with the day where it is not the paper's own."""

from __future__ import annotations

from datetime import date, datetime

from kpu_desk.domain.dates import long_date, numeric_date
from kpu_desk.domain.profile import Zone


def clock(at: str, zone: Zone) -> str:
    """``09.38`` for a moment in UTC, ISO 8601."""
    return f"{datetime.fromisoformat(at).astimezone(zone.tzinfo):%H.%M}"


def day_of(at: str, zone: Zone) -> date:
    """The local day of a moment."""
    return datetime.fromisoformat(at).astimezone(zone.tzinfo).date()


def clock_and_day(at: str, zone: Zone, day: date) -> str:
    """``09.38``, to stand after "pukul"; of another day than the paper's ``09.38 tanggal 23 Januari 2026``."""
    own = day_of(at, zone)
    return clock(at, zone) if own == day else f"{clock(at, zone)} tanggal {long_date(own)}"


def span(begun: str, ended: str | None, zone: Zone, day: date) -> str:
    """``09.38–09.41``, with an open end where there is none; each side has its day where it is another one.

    Over two days there are spaces around the dash: a narrow cell breaks there and not in a date.
    """
    first = day_of(begun, zone)
    words = clock(begun, zone) if first == day else f"{numeric_date(first)} {clock(begun, zone)}"
    if ended is None:
        return f"{words}–"
    last = day_of(ended, zone)
    return f"{words}–{clock(ended, zone)}" if last == first else f"{words} – {numeric_date(last)} {clock(ended, zone)}"
