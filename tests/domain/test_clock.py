"""The wall clock held against clocks that nobody sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kpu_desk.domain.clock import Doubt, Reading, behind, compare, unborn
from kpu_desk.domain.clock_told import MOST_LINES, time_told
from kpu_desk.domain.journal import Actor, Event, JournalEntry, next_entry
from kpu_desk.domain.profile import Zone
from tests.domain.ceremonies import draft

NOON = Reading(datetime(2026, 1, 22, 5, tzinfo=UTC), 100.0, 400.0, "+07:00")


def later(wall: float = 10, awake: float = 10, running: float = 10, zone: str = "+07:00") -> Reading:
    moved = NOON.wall + timedelta(seconds=wall)
    return replace(NOON, wall=moved, awake_s=100 + awake, running_s=400 + running, zone=zone)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (later(), []),
        (later(wall=11.9), []),
        (later(wall=12), [(Doubt.JUMPED, 2)]),
        (later(wall=-50), [(Doubt.JUMPED, -60)]),
        (later(wall=3_600, running=3_600), [(Doubt.SLEPT, 3_590)]),
        (later(wall=10, running=3_600), [(Doubt.SLEPT, 3_590), (Doubt.JUMPED, -3_590)]),
        (later(zone="+08:00"), [(Doubt.ZONE, 0)]),
    ],
)
def test_a_jump_sleep_and_another_zone_are_told_apart(now: Reading, expected: list[tuple[Doubt, int]]) -> None:
    assert [(one.doubt, one.seconds) for one in compare(NOON, now)] == expected


def test_a_desk_that_opens_before_its_last_entry_is_noticed() -> None:
    last, now = "2026-01-22T05:00:00.000Z", "2020-01-01T00:00:00.000Z"
    found = behind(last, now)
    assert found is not None
    assert found.told() == (Event.CLOCK_BEHIND, {"last": last, "now": now})
    assert behind(now, last) is None


def test_a_time_before_the_program_was_made_is_noticed_but_not_the_day_itself() -> None:
    assert unborn("2026-01-22", "2026-01-21T17:00:00.000Z") is None
    found = unborn("2026-01-22", "2016-01-01T00:00:00.000Z")
    assert found is not None
    assert found.told() == (Event.CLOCK_BEFORE_BUILD, {"built": "2026-01-22", "now": "2016-01-01T00:00:00.000Z"})


def journal(*acts: tuple[Event, Mapping[str, object], datetime]) -> list[JournalEntry]:
    entries: list[JournalEntry] = []
    for event, facts, now in acts:
        entries.append(
            next_entry(entries[-1] if entries else None, event, actor=Actor("Petugas", ""), facts=facts, now=now)
        )
    return entries


def test_the_minutes_tell_of_the_clock_in_the_order_of_the_counter() -> None:
    day, back = NOON.wall, NOON.wall - timedelta(days=1)
    own = {"ceremony": draft().id}
    told = time_told(
        journal(
            (Event.DESK_OPENED, {"clock": "jam sistem, tidak diperiksa"}, back),
            (Event.CLOCK_CHECKED, {"against": "jam dinding"}, back),
            (Event.DESK_OPENED, {"clock": "jam sistem, tidak diperiksa"}, day),
            (Event.CLOCK_CHECKED, {"against": "jam BMKG"}, day),
            (Event.CEREMONY_OPENED, own, day),
            (Event.CEREMONY_PAUSED, {"ceremony": "lain"}, day),
            (Event.CEREMONY_PAUSED, own, day + timedelta(hours=1)),
            (Event.CLOCK_CHANGED, {"before": "2026-01-22T06:00:00.000Z", "after": "2026-01-21T06:00:00.000Z"}, back),
            (Event.CEREMONY_RESUMED, own, back),
            (Event.DESK_OPENED, {"clock": "jam sistem, tidak diperiksa"}, day),
        ),
        draft(),
        Zone.WIB,
        day.date(),
    )
    assert told == (
        "Waktu menurut jam sistem komputer.",
        "Jam diperiksa oleh Petugas terhadap jam BMKG pukul 12.00 WIB.",
        "Dijeda pukul 13.00 WIB.",
        "Jam komputer berpindah mundur 86.400 detik, dari pukul 13.00 WIB menjadi 21 Januari 2026 pukul 13.00 WIB.",
        "Dilanjutkan 21 Januari 2026 pukul 12.00 WIB.",
        "Program dibuka lagi pukul 12.00 WIB.",
    )


def test_a_clock_that_nobody_checked_and_a_restless_one_are_told_so() -> None:
    slept = (Event.COMPUTER_SLEPT, {"seconds": 5}, NOON.wall)
    opened = (Event.DESK_OPENED, {"clock": "jam sistem, tidak diperiksa"}, NOON.wall)
    told = time_told(journal(opened, *[slept] * (MOST_LINES + 2)), draft(), Zone.WIB, NOON.wall.date())
    assert told[0] == "Waktu menurut jam sistem komputer, yang tidak diperiksa terhadap jam lain."
    assert (len(told), told[-1]) == (MOST_LINES + 2, "2 kejadian lagi tercatat di jurnal.")
