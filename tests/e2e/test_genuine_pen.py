"""A genuine pen, finger and mouse sign in the real signer's window: X server, XInput 2, Qt, pad, service."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kpu_desk.domain.pen import FULL_PRESSURE
from tests.e2e.running_desk import RunningDesk, running_desk
from tests.e2e.xorg import DEVICES, PEN_PRESSURE, Point, Xorg, why_not, write, xorg

UM_PER_PX = 25_400 / 96

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the private X server is of Linux"),
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "nothing"),
]


@pytest.fixture(scope="module")
def server() -> Iterator[Xorg]:
    with xorg() as made:
        made.plug()
        yield made


@pytest.fixture
def desk(server: Xorg, tmp_path: Path) -> Iterator[RunningDesk]:
    with running_desk(server, tmp_path / "kantor") as made:
        yield made


def flourish(pad: tuple[int, int, int, int], count: int) -> list[Point]:
    """A wave over the pad with a changing pressure, in steps that the pen can resolve."""
    left, top, width, height = pad
    return [
        Point(
            left + width * (0.1 + 0.8 * index / count),
            top + height * (0.5 + 0.3 * math.sin(index / 23)),
            round(PEN_PRESSURE * (0.2 + 0.7 * abs(math.sin(index / 37)))) / PEN_PRESSURE,
        )
        for index in range(count)
    ]


def test_a_genuine_pen_signs_and_every_sample_is_what_it_sent(server: Xorg, desk: RunningDesk) -> None:
    touch, pen = server.touch(), server.pen()
    pad = desk.come_to_the_pad(touch)
    sent = flourish(pad, 500)
    # A palm lies on the pad all the while.
    touch.down(Point(pad[0] + 60, pad[1] + pad[3] - 40), 7)
    write(pen, sent, 250)
    touch.up(Point(pad[0] + 60, pad[1] + pad[3] - 40), 7)
    write(pen, [Point(pad[0] + 300, pad[1] + 60, 0.9), Point(pad[0] + 303, pad[1] + 62, 0.8)], 100)
    desk.tap(touch, "sign")
    desk.until(lambda told: desk.inks)
    (captured,) = desk.inks
    stroke, dot = captured["ink"]
    assert captured["device"] == {"name": DEVICES["pen"][0], "tool": "pen", "has_pressure": True}
    assert (len(stroke), len(dot)) == (len(sent), 2)
    for (x_um, y_um, pressure, _), point in zip(stroke, sent, strict=True):
        # Within a fiftieth of a pixel: what the device's 65,536 steps over both screens allow.
        assert abs(x_um / UM_PER_PX - (point.x - pad[0])) < 0.06
        assert abs(y_um / UM_PER_PX - (point.y - pad[1])) < 0.06
        assert abs(pressure / FULL_PRESSURE - point.pressure) < 0.5 / PEN_PRESSURE
    times = [at for *_, at in stroke]
    assert times == sorted(times)


def test_a_busy_program_loses_no_point(server: Xorg, desk: RunningDesk, at_length: Callable[[int, int], int]) -> None:
    """1,000 points a second against a handler that takes 5 ms for each, and one that takes 200 ms once."""
    touch, pen, mouse = server.touch(), server.pen(), server.mouse()
    pad = desk.come_to_the_pad(touch)
    count = at_length(300, 1_000)
    # Every place another pixel: the X server itself tells a mouse's places in whole pixels.
    places = [
        Point(pad[0] + 40 + index % 500, pad[1] + 40 + 100 * (index // 500) + index % 7, 0.2 + index % 300 / 600)
        for index in range(count)
    ]
    for stall in ("stall 5", "once 200"):
        for device, least in ((mouse, count - 1), (touch, count - 1), (pen, count)):
            desk.say(stall)
            time.sleep(0.2)
            write(device, places, 1_000)
            assert desk.until(lambda told: told["points"])["points"] >= least, (type(device).__name__, stall)
            desk.tap(touch, "clear")
            desk.until(lambda told: not told["points"])


def test_a_second_genuine_pen_takes_no_sample_from_the_first_and_adds_none(server: Xorg, desk: RunningDesk) -> None:
    """Qt 6.11 on X ends the first pen's press when a second one comes down, and presses anew: no sample is missing."""
    touch, pen, spare = server.touch(), server.pen(), server.pen("spare")
    pad = desk.come_to_the_pad(touch)
    sent = flourish(pad, 120)
    pen.down(sent[0])
    for number, point in enumerate(sent[1:]):
        if number == 40:
            spare.down(Point(pad[0] + 20, pad[1] + 20))
        if number == 60:
            spare.up(Point(pad[0] + 30, pad[1] + 20))
        pen.move(point)
        time.sleep(0.004)
    pen.up(sent[-1])
    desk.tap(touch, "sign")
    desk.until(lambda told: desk.inks)
    places = [(x_um / UM_PER_PX, y_um / UM_PER_PX) for stroke in desk.inks[0]["ink"] for x_um, y_um, *_ in stroke]
    assert len(places) == len(sent)
    assert all(math.dist(place, (p.x - pad[0], p.y - pad[1])) < 0.1 for place, p in zip(places, sent, strict=True))
