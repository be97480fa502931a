"""What a device's pressure is: measured by the pen, or made up by the system, and in how many levels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from kpu_desk.domain.device_grid import Grid, find_grid
from kpu_desk.domain.pen import FULL_PRESSURE, StrokePoint

FROM_SPEED = 0.9
"""Rank correlation with the speed from which on pressure is made of it. The 400 recordings of SVC2004 reach 0.79 at
the most (their first 120 samples 0.87), pressure made as browsers make it (width from smoothed speed) at least 0.96."""

STEPPED_BY_SPEED = 0.85
"""Share of the change of pressure that the way since the last sample explains, likewise; SVC2004 reaches 0.51 (the
first 40 samples 0.70)."""

_FEW = 8
_FEWEST_TO_CORRELATE = 100
"""A single letter is often written fast and light: below this many samples real hands reach 0.99."""

_FEWEST_STEPS = 40
_SMOOTHINGS = (1.0, 0.7, 0.5, 0.35, 0.2, 0.1)
"""Shares of the newest speed in the mean that a system may have smoothed it with."""

_TOPS = tuple((1 << bits) - 1 for bits in range(2, 16))
_TINY = 1e-9

Strokes = Sequence[Sequence[StrokePoint]]


class PressureKind(StrEnum):
    """What the pressure of an ink is worth."""

    NONE = "none"
    """The device reports none."""
    CONSTANT = "constant"
    FEW_LEVELS = "few_levels"
    """Two levels, at the most eight: a switch, no measurement."""
    FROM_SPEED = "from_speed"
    """Made by the system from how fast the contact moves."""
    GENUINE = "genuine"


def pressure_kind(strokes: Strokes, *, has_pressure: bool) -> tuple[PressureKind, int]:
    """What the pressure is, and its number of levels: those the device counts where they show, else those seen.

    Zeros at which a pen comes down or lifts count only where they are more than a twentieth of all samples.
    """
    if not has_pressure:
        return PressureKind.NONE, 0
    pressures = [point.pressure for stroke in strokes for point in stroke]
    pressing = [pressure for pressure in pressures if pressure]
    if len(pressures) - len(pressing) <= max(len(pressures) / 20, 2 * len(strokes)):
        pressures = pressing or pressures
    seen = len(set(pressures))
    if seen <= 1:
        return PressureKind.CONSTANT, seen
    if seen <= _FEW and len(pressures) >= 4 * seen:
        return PressureKind.FEW_LEVELS, seen
    made = made_from_speed(strokes)
    return (PressureKind.FROM_SPEED if made else PressureKind.GENUINE), _levels(pressures, seen)


def made_from_speed(strokes: Strokes) -> bool:
    """Whether pressure rises or falls with the speed, as no hand's does.

    Two tests: whether it orders the samples as the speed does, taken by the ms and by the sample and smoothed in
    several ways (signature_pad, browsers); and whether each change of it follows from the way since the last sample
    (perfect-freehand's simulated pressure). The first needs 100 samples, the second 40; below nothing is claimed.
    """
    followed = sum(max(len(stroke) - 1, 0) for stroke in strokes)
    if followed < _FEWEST_STEPS:
        return False
    if _explained_by_way(strokes) >= STEPPED_BY_SPEED:
        return True
    return followed >= _FEWEST_TO_CORRELATE and _ordered_by_speed(strokes)


def _ordered_by_speed(strokes: Strokes) -> bool:
    pressures = _ranks([point.pressure for stroke in strokes for point in stroke[1:]])
    for by_time in (False, True):
        speeds = [_speeds(stroke, by_time=by_time) for stroke in strokes]
        for share in _SMOOTHINGS:
            smooth = [speed for stroke in speeds for speed in _smoothed(stroke, share)]
            if abs(_correlation(_ranks(smooth), pressures)) >= FROM_SPEED:
                return True
    return False


def _levels(pressures: Sequence[int], seen: int) -> int:
    for top in _TOPS:
        if Grid(0, round((FULL_PRESSURE << 24) / top)).holds(pressures):
            return top + 1
    grid = find_grid(pressures)
    return seen if grid is None else round((FULL_PRESSURE << 24) / grid.step) + 1


def _way(a: StrokePoint, b: StrokePoint) -> float:
    return math.hypot(b.x_um - a.x_um, b.y_um - a.y_um)


def _speeds(stroke: Sequence[StrokePoint], *, by_time: bool) -> list[float]:
    """For each sample but the first: µm since the one before, or µm a ms (where no time went by, as before)."""
    speeds: list[float] = []
    for a, b in pairwise(stroke):
        passed = b.at_ms - a.at_ms
        if not by_time:
            speeds.append(_way(a, b))
        else:
            speeds.append(_way(a, b) / passed if passed > 0 else (speeds[-1] if speeds else 0.0))
    return speeds


def _smoothed(speeds: Sequence[float], share: float) -> list[float]:
    out: list[float] = []
    for speed in speeds:
        out.append(out[-1] + share * (speed - out[-1]) if out else speed)
    return out


def _ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 0, equal values sharing their mean."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    start = 0
    for end in range(1, len(order) + 1):
        if end == len(order) or values[order[end]] != values[order[start]]:
            for place in order[start:end]:
                ranks[place] = (start + end - 1) / 2
            start = end
    return ranks


def _correlation(a: Sequence[float], b: Sequence[float]) -> float:
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    spread = math.sqrt(sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b))
    return sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b, strict=True)) / spread if spread else 0.0


def _explained_by_way(strokes: Strokes) -> float:
    """Share of the change of pressure, beyond what the pressure itself lets expect, that the way explains."""
    pairs = [pair for stroke in strokes for pair in pairwise(stroke)]
    ways = sorted(_way(a, b) for a, b in pairs)
    unit = ways[len(ways) // 2] or 1.0
    alone, together, changes = [], [], []
    for a, b in pairs:
        before, way = a.pressure / FULL_PRESSURE, _way(a, b) / unit
        alone.append((1.0, before, before * before))
        together.append((1.0, before, before * before, way, way * way, way * before))
        changes.append((b.pressure - a.pressure) / FULL_PRESSURE)
    rest = _unexplained(alone, changes)
    return 1 - _unexplained(together, changes) / rest if rest > _TINY else 0.0


def _unexplained(rows: Sequence[tuple[float, ...]], values: Sequence[float]) -> float:
    """The sum of squares that the best linear combination of the columns leaves (normal equations)."""
    size = len(rows[0])
    matrix = [
        [sum(row[i] * row[j] for row in rows) + (_TINY if i == j else 0.0) for j in range(size)]
        + [sum(row[i] * value for row, value in zip(rows, values, strict=True))]
        for i in range(size)
    ]
    for at in range(size):
        best = max(range(at, size), key=lambda line: abs(matrix[line][at]))
        matrix[at], matrix[best] = matrix[best], matrix[at]
        pivot = matrix[at][at] or _TINY
        matrix[at] = [number / pivot for number in matrix[at]]
        for line in range(size):
            if line != at and matrix[line][at]:
                factor = matrix[line][at]
                matrix[line] = [x - factor * y for x, y in zip(matrix[line], matrix[at], strict=True)]
    weights = [line[size] for line in matrix]
    return sum(
        (value - sum(w * x for w, x in zip(weights, row, strict=True))) ** 2
        for row, value in zip(rows, values, strict=True)
    )
