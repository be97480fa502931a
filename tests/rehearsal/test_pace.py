"""How long everything takes where a day is played as fast as people are; nobody sleeps here."""

from __future__ import annotations

import re
import time
from types import SimpleNamespace
from typing import Any, cast

import pytest

from kpu_desk.domain.recording import RecordedSample
from kpu_desk.gui.rehearsal.acting import Acting
from kpu_desk.gui.rehearsal.pace import Rest
from kpu_desk.gui.rehearsal.player import Script
from kpu_desk.gui.rehearsal.sitting import Signing
from kpu_desk.resources import resource_root


class Clock:
    """Time that goes on only while a script waits, by 5 ms a look."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def play(self, script: Script) -> float:
        """Seconds that a script takes."""
        began = self.now
        for until in script:
            while until is not None and not until.holds():
                self.now += 0.005
                assert self.now < began + until.seconds
        return self.now - began


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(time, "monotonic", made)
    return made


@pytest.mark.parametrize("what", Rest)
def test_people_rest_where_they_are_wanted_as_they_are(clock: Clock, what: Rest) -> None:
    paced, at_once = (cast("Any", SimpleNamespace(paced=paced)) for paced in (True, False))
    assert clock.play(Acting.rest(paced, what)) == pytest.approx(what.value, abs=0.006)
    assert clock.play(Acting.rest(at_once, what)) == 0


@pytest.mark.parametrize("paced", [True, False])
def test_a_stroke_takes_the_time_of_its_recording(clock: Clock, paced: bool) -> None:
    stroke = tuple(RecordedSample(float(n), 0.0, at_ms, 0.5) for n, at_ms in enumerate((1_000, 1_040, 1_400)))
    heard: list[tuple[int, int]] = []

    def hear(number: int) -> None:
        heard.append((number, round((clock.now - 100) * 100)))

    def write(_pad: object, stroke: tuple[RecordedSample, ...]) -> None:
        for number in range(len(stroke)):
            hear(number)

    pen = SimpleNamespace(
        write_sample=lambda _pad, _stroke, number: hear(number),
        write=write,
        lift=lambda _pad, _stroke: None,
    )
    signing = cast("Any", SimpleNamespace(_acting=SimpleNamespace(paced=paced), _pen=pen))
    clock.play(Signing._stroke(signing, cast("Any", None), stroke))
    assert heard == ([(0, 0), (1, 4), (2, 40)] if paced else [(0, 0), (1, 0), (2, 0)])


def test_the_readme_tells_these_times() -> None:
    text = (resource_root() / "days" / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| [^|]+ \| ([\d,]+) \|$", text.partition("## Kecepatan")[2], re.MULTILINE)
    assert sorted(float(row.replace(",", ".")) for row in rows) == sorted(
        rest.value for rest in Rest.__members__.values()
    )
