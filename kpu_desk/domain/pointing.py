"""Whether a tap arrived where it was made: a pen mapped to the wrong screen is noticed by it."""

from __future__ import annotations

from enum import StrEnum

NEAR_PX = 60.0
"""Logical pixels that a hand may miss a cross by: about 16 mm."""


class Pointing(StrEnum):
    """Where a tap on a cross arrived."""

    HIT = "hit"
    BESIDE = "beside"
    OTHER_SCREEN = "other_screen"


def judge(
    cross: tuple[float, float], arrived: tuple[float, float], screen: tuple[float, float, float, float]
) -> Pointing:
    """Judges one tap, all in logical pixels of the desktop; ``screen`` is left, top, width and height."""
    left, top, width, height = screen
    if not (left <= arrived[0] < left + width and top <= arrived[1] < top + height):
        return Pointing.OTHER_SCREEN
    far = max(abs(a - b) for a, b in zip(cross, arrived, strict=True))
    return Pointing.HIT if far <= NEAR_PX else Pointing.BESIDE
