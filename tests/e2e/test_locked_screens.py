"""Screens are really unplugged, mirrored and laid anew: the signer's window stays where it belongs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.running_desk import RunningDesk, running_desk
from tests.e2e.test_genuine_pen import UM_PER_PX
from tests.e2e.xorg import Point, Xorg, why_not, write, xorg

SIGNER, DESK = "KPU Desk – Penanda tangan", "KPU Desk – Meja"
HALL, SHARED = "KPU Desk – Aula", "KPU Desk – Layar yang sama"

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the private X server is of Linux"),
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "nothing"),
]


@pytest.fixture
def server() -> Iterator[Xorg]:
    with xorg() as made:
        made.plug(1)
        made.plug(2)
        yield made


@pytest.fixture
def desk(server: Xorg, tmp_path: Path) -> Iterator[RunningDesk]:
    with running_desk(server, tmp_path / "kantor") as made:
        yield made


def _on_own(told: dict[str, Any]) -> bool:
    return SIGNER in told["windows"] and bool(told["windows"][SIGNER] == told["screens"].get("DUMMY1"))


def _write_a_little(server: Xorg, desk: RunningDesk) -> int:
    left, top, *_ = desk.come_to_the_pad(server.touch())
    write(server.pen(), [Point(left + 40 + n, top + 40 + n % 9, 0.5) for n in range(60)], 200)
    return int(desk.until(lambda told: told["points"])["points"])


def test_an_unplugged_screen_takes_the_window_along_and_brings_it_back(server: Xorg, desk: RunningDesk) -> None:
    points = _write_a_little(server, desk)
    server.run("xrandr", "--output", "DUMMY1", "--off")
    gone = desk.until(lambda told: "terlepas" in told["said"])
    assert SIGNER not in gone["windows"]
    assert "terlepas" in gone["told"]
    # A third screen is there, and gets nothing private.
    assert set(gone["windows"]) == {DESK}
    server.plug(1)
    back = desk.until(_on_own)
    assert (back["step"], back["points"]) == ("sign_step", points)
    assert "menandatangani" in desk.until(lambda told: "terlepas" not in told["said"])["said"]


def test_a_mirrored_screen_shows_nothing_of_the_signer(server: Xorg, desk: RunningDesk) -> None:
    points = _write_a_little(server, desk)
    for other in ("DUMMY0", "DUMMY2"):
        server.run("xrandr", "--output", "DUMMY1", "--same-as", other)
        gone = desk.until(lambda told: "digandakan" in told["said"])
        assert SIGNER not in gone["windows"]
        server.run("xrandr", "--output", "DUMMY1", "--right-of", "DUMMY0", "--output", "DUMMY2", "--right-of", "DUMMY1")
        back = desk.until(lambda told: _on_own(told) and "digandakan" not in told["said"])
        assert (back["step"], back["points"]) == ("sign_step", points)


def test_windows_go_with_their_screens_when_these_are_laid_anew(server: Xorg, desk: RunningDesk) -> None:
    _write_a_little(server, desk)
    server.run("xrandr", "--output", "DUMMY1", "--left-of", "DUMMY0")
    told = desk.until(lambda told: told["screens"]["DUMMY1"][0] == 0 and _on_own(told))
    assert told["step"] == "sign_step"
    told = desk.until(lambda told: told["windows"][DESK][0] == told["screens"]["DUMMY0"][0])
    server.run("xrandr", "--output", "DUMMY1", "--right-of", "DUMMY2")
    desk.until(lambda told: told["screens"]["DUMMY1"][0] > told["screens"]["DUMMY2"][0] > 0 and _on_own(told))


def test_the_desk_waits_for_its_screen_and_goes_to_no_other(server: Xorg, desk: RunningDesk) -> None:
    _write_a_little(server, desk)
    server.run("xrandr", "--output", "DUMMY0", "--off")
    told = desk.until(lambda told: "DUMMY0" not in told["screens"] and DESK not in told["windows"])
    assert _on_own(desk.until(_on_own))
    server.run("xrandr", "--output", "DUMMY0", "--mode", "1366x768", "--left-of", "DUMMY1")
    told = desk.until(lambda told: DESK in told["windows"] and _on_own(told))
    assert told["windows"][DESK][0] == told["screens"]["DUMMY0"][0]
    assert told["step"] == "sign_step"


def test_the_hall_shows_nothing_but_itself_however_screens_lie(server: Xorg, desk: RunningDesk) -> None:
    desk.say("hall")
    told = desk.until(lambda told: HALL in told["windows"])
    assert told["windows"][HALL] == told["screens"]["DUMMY2"]
    # As many projectors are when they are plugged in: they show the desk's own screen.
    server.run("xrandr", "--output", "DUMMY2", "--same-as", "DUMMY0")
    told = desk.until(lambda told: SHARED in told["windows"])
    assert {DESK, HALL}.isdisjoint(told["windows"])
    server.plug(2)
    told = desk.until(lambda told: {DESK, HALL} <= set(told["windows"]))
    assert SHARED not in told["windows"]
    # Smaller than before, and then the only screen there is.
    server.plug(2, "1366x768")
    desk.until(
        lambda told: told["windows"].get(HALL) == told["screens"]["DUMMY2"] and told["screens"]["DUMMY2"][3] == 768
    )
    server.run("xrandr", "--output", "DUMMY0", "--off", "--output", "DUMMY1", "--off")
    told = desk.until(lambda told: set(told["screens"]) == {"DUMMY2"} and set(told["windows"]) == {HALL})
    server.run("xrandr", "--output", "DUMMY2", "--same-as", "DUMMY0", "--output", "DUMMY0", "--mode", "1366x768")
    # Who has no hall to show it to has his desk back.
    desk.until(lambda told: SHARED in told["windows"] and DESK not in told["windows"])
    server.measure()
    desk.tap(server.touch(), "show_desk")
    desk.until(lambda told: DESK in told["windows"] and {SHARED, HALL}.isdisjoint(told["windows"]))


@pytest.mark.parametrize("scales", ["1;1.25;1", "1;1.5;1", "1.5;2;1"])
def test_a_pen_writes_where_it_is_on_a_screen_of_another_scale(server: Xorg, tmp_path: Path, scales: str) -> None:
    with running_desk(server, tmp_path / "kantor", scales=scales) as desk:
        ratio = float(scales.split(";")[1])
        left, top, width, height = desk.come_to_the_pad(server.touch())
        told = desk.until(_on_own)
        assert told["ratios"]["DUMMY1"] == ratio
        assert told["screens"]["DUMMY1"][2:] == [1920 / ratio, 1080 / ratio]
        places = [(left + width * (0.1 + n / 100), top + height * (0.3 + n % 13 / 40)) for n in range(80)]
        write(server.pen(), [Point(*desk.native(*place), 0.5) for place in places], 200)
        desk.until(lambda told: told["points"] == len(places))
        server.unplug(1)
        desk.until(lambda told: SIGNER not in told["windows"])
        server.plug(1)
        told = desk.until(lambda told: _on_own(told) and told["pad"])
        assert (told["step"], told["points"]) == ("sign_step", len(places))
        desk.tap(server.touch(), "sign")
        desk.until(lambda told: desk.inks)
        ((stroke,),) = (ink["ink"] for ink in desk.inks)
        for (x_um, y_um, *_), (x, y) in zip(stroke, places, strict=True):
            assert abs(x_um / UM_PER_PX - (x - left)) < 0.06
            assert abs(y_um / UM_PER_PX - (y - top)) < 0.06
