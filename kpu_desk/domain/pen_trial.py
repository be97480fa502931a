"""The pen test: figures to follow with the pen, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import cos, pi, sin

from kpu_desk.domain.device_truth import DeviceTruth
from kpu_desk.domain.evidence import Device
from kpu_desk.domain.ink_drawing import InkDrawing

_TURNS = 3
_STEPS = 240

Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class TrialResult:
    """What a device delivered in a pen test.

    Attributes:
        person: the invented one whose sheet was on the screen; ``office`` where the test was made.
        device: with its ``truth``; ``drawing`` and the pad's size in µm are those of the same ink.
        at: when, aware.
    """

    person: str
    office: str
    at: datetime
    zone: str
    device: Device
    truth: DeviceTruth
    drawing: InkDrawing
    pad_um: tuple[int, int]


def guide(width: float, height: float) -> tuple[Line, ...]:
    """Circle, straight line and spiral on a pad of this size, left to right, as lines of points."""
    radius, middle = min(height * 0.28, width * 0.11), height * 0.38
    circle = tuple(
        (width * 0.2 + radius * cos(2 * pi * step / _STEPS), middle + radius * sin(2 * pi * step / _STEPS))
        for step in range(_STEPS + 1)
    )
    line = ((width * 0.38, middle + radius), (width * 0.62, middle - radius))
    spiral = tuple(
        (
            width * 0.8 + radius * step / _STEPS * cos(2 * pi * _TURNS * step / _STEPS),
            middle + radius * step / _STEPS * sin(2 * pi * _TURNS * step / _STEPS),
        )
        for step in range(_STEPS + 1)
    )
    return circle, line, spiral
