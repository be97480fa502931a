"""The line ends of a whole paragraph chosen together, so that its spaces are as even as they can be.

After D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import inf


class Break(Enum):
    """What stands behind a piece of text when the line goes on, and at what price it may end there."""

    SPACE = 0.0
    HARD = 30.0
    """A hyphen of the text itself."""
    SOFT = 60.0
    """A hyphen that is added."""
    EARLY = 1_500.0
    """An added hyphen after two letters, which read like a word of their own ("se-"), or in a word that has one:
    dearer than any number of loose lines, and taken only where a space would be wider than its bound without it."""
    ANY = 5_000.0
    """Inside a word too long for any line."""


ADDED = (Break.SOFT, Break.EARLY)
"""The breaks that put a hyphen on paper."""

_TWO_HYPHENS = 4_000.0
_LONE_END = 1_500.0
_LONE_REST = 1e8
"""For the rest of a parted word as the whole last line: rather a line before it that ends early."""
_RAGGED = 1e7
_SHORT_LAST = 0.12
"""A last line shorter than this part of the width looks lost."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The line to be filled, in points: its width, a natural space, an added hyphen.

    ``narrowest`` and ``widest`` bound a space as multiples of the natural one. A line that cannot keep the upper
    bound is taken only when there is no other way, and then ends before the edge.
    """

    width: float
    space: float
    hyphen: float
    narrowest: float
    widest: float

    def overfull(self, natural: float, gaps: int) -> bool:
        """Whether a line does not fit even with its spaces at their narrowest."""
        return natural - gaps * self.space * (1 - self.narrowest) > self.width + 0.01

    def price(self, natural: float, gaps: int, *, last: bool) -> float:
        """Demerits of a line by how far its spaces are from the natural one."""
        spare = self.width - natural
        if last and spare >= 0:
            return 1.0
        if not gaps:
            return 1.0 if abs(spare) < self.space else _RAGGED * 100
        stretch = spare / (gaps * self.space)
        part = stretch / (self.widest - 1) if stretch >= 0 else stretch / (self.narrowest - 1)
        return _RAGGED * min(part, 90) if part > 1.0001 else (1 + 100 * part**3) ** 2


def best_breaks(widths: Sequence[float], after: Sequence[Break], inner: Sequence[int], measure: Measure) -> list[int]:
    """The index of the last piece of each line.

    Args:
        widths: natural width of each piece in points, none wider than the line.
        after: what follows each piece.
        inner: spaces inside each piece, which a justified line stretches too.
    """
    count = len(widths)
    cost = [inf] * count + [0.0]  # cost[-1]: nothing set yet
    came_from = [-1] * count
    for start in range(count):
        before = cost[start - 1]
        if before == inf:
            continue
        hyphenated = start > 0 and after[start - 1] is not Break.SPACE
        natural, gaps = 0.0, 0
        for end in range(start, count):
            if end > start and after[end - 1] is Break.SPACE:
                natural += measure.space
                gaps += 1
            natural += widths[end]
            gaps += inner[end]
            last = end == count - 1
            needed = natural + (measure.hyphen if after[end] in ADDED and not last else 0.0)
            if end > start and measure.overfull(natural, gaps):
                break
            if end > start and measure.overfull(needed, gaps):
                continue
            price = before + measure.price(needed, gaps, last=last)
            if not last:
                price += after[end].value ** 2
                if hyphenated and after[end] is not Break.SPACE:
                    price += _TWO_HYPHENS
            elif hyphenated and Break.SPACE not in after[start:end]:
                price += _LONE_REST
            elif start and (natural < _SHORT_LAST * measure.width or hyphenated):
                price += _LONE_END
            if price < cost[end]:
                cost[end], came_from[end] = price, start
    ends = [count - 1]
    while came_from[ends[-1]] > 0:
        ends.append(came_from[ends[-1]] - 1)
    return ends[::-1]
