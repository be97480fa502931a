"""The pen test measures a genuine pen under a real X server."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.running_desk import RunningDesk, running_desk
from tests.e2e.test_genuine_pen import flourish
from tests.e2e.xorg import Xorg, why_not, write, xorg

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the private X server is of Linux"),
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "nothing"),
]


@pytest.fixture
def server() -> Iterator[Xorg]:
    with xorg() as made:
        made.plug()
        yield made


@pytest.fixture
def trial(server: Xorg, tmp_path: Path) -> Iterator[RunningDesk]:
    with running_desk(server, tmp_path / "uji", module="tests.e2e.trial_program") as made:
        yield made


def _measured_evenly(server: Xorg, trial: RunningDesk, pad: tuple[int, int, int, int], rate: int) -> dict[str, Any]:
    """Figures of a stream of this rate: on a busy machine the hand itself may stumble, and writes once more."""
    for _ in range(12):
        with server.punctual():
            late = write(server.pen(), flourish(pad, rate * 3), rate)
        told = trial.until(lambda told: told["truth"] and told["points"] == told["truth"]["samples"])
        if late < 0.4 / rate:
            truth: dict[str, Any] = told["truth"]
            return truth
        trial.tap(server.touch(), "clear")
        trial.until(lambda told: not told["points"] and told["truth"] is None)
    pytest.skip(f"this machine is too busy for an even stream of {rate} points a second")


def test_the_rate_of_a_genuine_pen_is_measured_within_two_per_cent(
    server: Xorg, trial: RunningDesk, tmp_path: Path
) -> None:
    pad = trial.until(lambda told: told["pad"])["pad"]
    for rate in (60, 133, 200):
        truth = _measured_evenly(server, trial, pad, rate)
        assert 1e6 / truth["period_us"] == pytest.approx(rate, rel=0.02)
        assert truth["pressure"] == "genuine"
        assert (truth["tool"], truth["samples"]) == ("pen", rate * 3)
        trial.tap(server.touch(), "clear")
        trial.until(lambda told: not told["points"] and told["truth"] is None)
    write(server.pen(), flourish(pad, 400), 133)
    trial.until(lambda told: told["truth"])
    trial.say(f"save {tmp_path / 'hasil.pdf'}")
    trial.until(lambda told: "hasil.pdf" in " ".join(told["texts"].values()))
    assert (tmp_path / "hasil.pdf").read_bytes().startswith(b"%PDF-1.7")
