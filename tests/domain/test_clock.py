"""The wall clock held against clocks that nobody sets."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kpu_desk.domain.clock import Doubt, Reading, behind, compare
from kpu_desk.domain.journal import Event

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
