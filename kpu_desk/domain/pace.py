"""How often a digitiser reports: the even pace behind times that were rounded to whole ms, late, merged or lost."""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

FEWEST = 8
"""Intervals below which no pace is claimed."""

_CHUNK = 64
"""Moments that are looked at together: enough to tell a pace to a fifth of a percent, few enough for a slow drift."""

_FINER = 4
"""Tried paces a resolvable one."""

_AROUND = 0.16
"""Tried paces lie within this share around the mean interval without gaps."""

_GAP, _LONG_GAP = 1.9, 2.5
"""Rough periods from which on an interval is a gap: where one lost report shows, and where only several do."""

_STEADY = 0.05
"""Share of the moments' power at their own pace from which on they keep one; a jitter of a quarter period leaves it."""

_ALIAS = 0.97
"""Whole ms say nothing about paces of more a ms."""

_MOST_MISSING = 1.1
"""ms from one report to the next, in the mean, up to which one report a ms with losses is the likelier story."""

_LATE = 0.75
"""Periods by which a chunk must be too long before a sample counts as lost: two rounded ends make less."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What the times of a stream say.

    Attributes:
        period_ms: from one report to the next, without what was lost.
        jitter_ms: root mean square of how far the intervals are from the period, rounding included, gaps of lost
            samples left out.
        dropped: samples that are missing in an even pace.
    """

    period_ms: float
    jitter_ms: float
    dropped: int


def rough_period(runs: Sequence[Sequence[int]]) -> float | None:
    """About the time between two reports in ms, or None where there are too few; ``runs`` are never falling times."""
    steps = sorted(b - a for run in runs for a, b in pairwise(run) if b > a)
    if len(steps) < FEWEST:
        return None
    # Without the shortest and the many times the period that losses and rests leave.
    inner = steps[len(steps) // 10 : max(len(steps) * 3 // 4, len(steps) // 10 + 1)]
    return sum(inner) / len(inner)


def find_pace(runs: Sequence[Sequence[int]], rough_ms: float) -> Pace | None:
    """The pace of never falling times in ms, each run without a rest; None below `FEWEST` intervals.

    Samples of one time count as samples of their own. The pace is where the times, wound around a circle of one
    period, lie most on one side (Rayleigh's test of periodicity): losses leave that untouched, late samples and
    rounding hardly move it.
    """
    chunks = [run[at : at + _CHUNK + 1] for run in runs for at in range(0, len(run) - 1, _CHUNK)]
    if sum(len(chunk) - 1 for chunk in chunks) < FEWEST:
        return None
    steps = [b - a for run in runs for a, b in pairwise(run)]
    period = (
        _each_ms(steps)
        or _coherent_period([sorted(set(chunk)) for chunk in chunks], _mean_interval(steps, _GAP * rough_ms))
        # At two ms a period rounding hides even an even pace, and a gap is hardly longer than jitter.
        or _mean_interval(steps, (_GAP if rough_ms < 2.5 else _LONG_GAP) * rough_ms)
    )
    reports = 0
    dropped = 0
    for run in runs:
        missing = sum(_missing(run[at : at + _CHUNK + 1], period) for at in range(0, len(run) - 1, _CHUNK))
        dropped += max(missing, 0)
        reports += len(run) - 1 + max(missing, 0)
    mean = sum(steps) / reports
    return Pace(mean, _jitter(steps, mean, dropped), dropped)


def _each_ms(steps: Sequence[int]) -> float | None:
    """1.0 where nearly every ms has its report: such a pace is even by itself, whatever it was before rounding."""
    return 1.0 if 1 <= sum(steps) / len(steps) < _MOST_MISSING and sorted(steps)[len(steps) // 2] == 1 else None


def _missing(chunk: Sequence[int], period: float) -> int:
    """Samples that a chunk has too few for its time; negative where it has too many."""
    excess = (chunk[-1] - chunk[0]) / period - (len(chunk) - 1)
    return round(excess) if abs(excess) > _LATE else 0


def _coherent_period(chunks: Sequence[Sequence[int]], near_ms: float) -> float | None:
    chunks = [chunk for chunk in chunks if len(chunk) > 2]
    whole = sum(len(chunk) ** 2 for chunk in chunks)
    if not whole:
        return None
    longest = max(chunk[-1] - chunk[0] for chunk in chunks)
    step = 1 / (_FINER * longest)
    low, high = (1 - _AROUND) / near_ms, min((1 + _AROUND) / near_ms, _ALIAS)
    paces = [low + number * step for number in range(math.floor((high - low) / step) + 1)]
    if len(paces) < 3:
        return None
    powers = [_power(chunks, pace) / whole for pace in paces]
    at = max(range(len(powers)), key=powers.__getitem__)
    chance = sum(map(len, chunks)) / whole * (1 + 4 / math.sqrt(len(chunks)))
    if powers[at] < max(_STEADY, chance) or at in (0, len(powers) - 1):
        return None
    before, top, after = powers[at - 1 : at + 2]
    bend = before - 2 * top + after
    return 1 / (paces[at] + (0.5 * (before - after) / bend * step if bend else 0.0))


def _power(chunks: Sequence[Sequence[int]], pace: float) -> float:
    turn = 2j * math.pi * pace
    return sum(abs(sum(cmath.exp(turn * (at - chunk[0])) for at in chunk)) ** 2 for chunk in chunks)


def _mean_interval(steps: Sequence[int], gap_ms: float) -> float:
    """Without gaps and without samples of one time."""
    short = [step for step in steps if 0 < step < gap_ms]
    return sum(short) / len(short)


def _jitter(steps: Sequence[int], period: float, dropped: int) -> float:
    kept = sorted(steps)
    while dropped > 0 and len(kept) > 1 and kept[-1] >= 1.5 * period:
        dropped -= max(round(kept.pop() / period) - 1, 1)
    return math.sqrt(sum((step - period) ** 2 for step in kept) / len(kept))
