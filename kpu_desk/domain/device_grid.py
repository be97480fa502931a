"""The whole steps behind a column of measured numbers: a digitiser counts, the system scales and rounds."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_FRACTION_BITS = 24
_HALF = 1 << (_FRACTION_BITS - 1)
_FEWEST = 8
"""Fewer different numbers than this fit any grid by chance."""

_FINEST = 2.5
"""Grids of a smaller step would save less than a bit a number."""

_MOST_STEPS = 16
"""Steps between the two nearest numbers of a column; with hundreds of samples it is one or two."""

_THIRDS = 24
"""How often the range of a step is cut by a third before it is taken for found."""

_MOST_WAYS = 64
"""Ways to read the steps that are followed at once; beyond it the numbers are no grid's."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Numbers of the form round(offset + count * step); both in 2^-24ths, so that it is exact everywhere."""

    offset: int
    step: int

    def number(self, count: int) -> int:
        """What a count was rounded to."""
        return self.offset + count * self.step + _HALF >> _FRACTION_BITS

    def count(self, number: int) -> int:
        """The count next to a number."""
        return ((number << _FRACTION_BITS) - self.offset + self.step // 2) // self.step

    def holds(self, numbers: Sequence[int]) -> bool:
        """Whether each number comes back exactly."""
        return all(self.number(self.count(number)) == number for number in numbers)


def find_grid(numbers: Sequence[int]) -> Grid | None:
    """The coarsest grid that gives each number exactly, or None.

    Two rounded numbers are apart by a multiple of the step to within 1, which leaves a few narrow ranges for it;
    ever larger distances narrow them down.
    """
    different = sorted(set(numbers))
    if len(different) < _FEWEST:
        return None
    first = different[0]
    near = sorted({b - a for a, b in pairwise(different)})
    far = sorted({number - first for number in different[1:]})
    ways = [(max(_FINEST, near[0] / _MOST_STEPS), float(near[0] + 1))]
    for distance in (*near, *(d for d in far if d > near[-1])):
        ways = _narrowed(ways, distance)
        if not ways:
            return None
    for low, high in sorted(ways, reverse=True)[:_MOST_WAYS]:
        grid = _through(different, low, high)
        if grid is not None:
            return grid
    return None


def _narrowed(ways: list[tuple[float, float]], distance: int) -> list[tuple[float, float]]:
    """The ranges of steps of which ``distance`` is a multiple to within 1."""
    narrower = []
    for low, high in ways:
        fewest, most = max(math.ceil((distance - 1) / high), 1), math.floor((distance + 1) / low)
        if most - fewest >= _MOST_WAYS:
            # Says nothing yet; it is not asked again, so what is left may be too wide, which the end finds out.
            narrower.append((low, high))
            continue
        for count in range(fewest, most + 1):
            inside = max(low, (distance - 1) / count), min(high, (distance + 1) / count)
            if inside[0] <= inside[1]:
                narrower.append(inside)
    narrower.sort()
    return narrower if len(narrower) <= 8 * _MOST_WAYS else ways


def _through(numbers: list[int], low: float, high: float) -> Grid | None:
    """A grid with a step from ``low`` to ``high``, where it leaves the least between counts and numbers."""
    first = numbers[0]
    counts = [round(2 * (number - first) / (low + high)) for number in numbers]

    def rests(step: float) -> tuple[float, float]:
        left = [number - count * step for count, number in zip(counts, numbers, strict=True)]
        return min(left), max(left)

    # What is left spreads over a convex function of the step: thirds find its lowest place.
    for _ in range(_THIRDS):
        third = (high - low) / 3
        (least_a, most_a), (least_b, most_b) = rests(low + third), rests(high - third)
        if most_a - least_a < most_b - least_b:
            high -= third
        else:
            low += third
    step = (low + high) / 2
    least, most = rests(step)
    grid = Grid(round((least + most) / 2 * (1 << _FRACTION_BITS)), round(step * (1 << _FRACTION_BITS)))
    return grid if grid.holds(numbers) else None
