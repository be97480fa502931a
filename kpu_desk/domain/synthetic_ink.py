"""Signatures that nobody wrote: for rehearsals and tests, moved as a hand moves and the same for the same seeds."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from kpu_desk.domain.recording import RecordedSample, Recording

_STEP_S = 0.002
"""Time step at which the movement is computed, before the pad's own rate picks samples out of it."""


@dataclass(frozen=True, slots=True)
class _Lobe:
    """One impulse of the hand: a speed of lognormal shape along an arc (the sigma-lognormal model of R. Plamondon).

    Attributes:
        begins: when the impulse is given, in s from the beginning of its component.
        reach: way in mm; from and to: directions in radians, x to the right and y downwards.
        mu, sigma: of the lognormal, over seconds.
    """

    begins: float
    reach: float
    first: float
    last: float
    mu: float
    sigma: float

    def velocity(self, at: float) -> tuple[float, float]:
        """mm per second at a time of the component."""
        since = at - self.begins
        if since <= 0:
            return 0.0, 0.0
        deviation = (math.log(since) - self.mu) / self.sigma
        speed = self.reach / (self.sigma * math.sqrt(2 * math.pi) * since) * math.exp(-deviation * deviation / 2)
        done = (1 + math.erf(deviation / math.sqrt(2))) / 2
        direction = self.first + (self.last - self.first) * done
        return speed * math.cos(direction), speed * math.sin(direction)

    @property
    def over(self) -> float:
        """When practically all of the way is done, in s."""
        return self.begins + math.exp(self.mu + 2.2 * self.sigma)


def synthesise(person: int, occasion: int) -> Recording:
    """A signature: what one person writes looks alike, what two people write does not, and no two are equal.

    Positions in mm, y downwards; 100 to 200 samples a second, 120 to 300 samples in one to four strokes, with
    pressure and tilt.

    Args:
        person: seed of the handwriting; occasion: seed of what differs from one time to the next.
    """
    style = Random(f"hand {person}")  # noqa: S311 -- a handwriting, no secret
    hand = Random(f"time {person} {occasion}")  # noqa: S311 -- likewise
    components = [_varied(component, hand) for component in _components(style)]
    slant, azimuth = style.uniform(28, 42), math.radians(style.uniform(35, 70))
    force = style.uniform(0.45, 0.7) * hand.uniform(0.94, 1.06)
    duration = sum(_duration(component) for component in components)
    rate = min(max(style.uniform(110, 190), 130 / duration), 285 / duration)
    strokes, x, y, clock = [], 0.0, 0.0, 0.0
    for component in components:
        points, (x, y) = _written(component, (x, y), rate, hand)
        strokes.append(_pressed(points, clock, force, (slant, azimuth), hand))
        clock += _duration(component) + hand.uniform(0.08, 0.22)
        # The pen goes on above the paper, a little to the right and back to the middle of the line.
        x, y = x + hand.uniform(0.5, 3.5), y * 0.3 + hand.uniform(-2.0, 0.5)
    return Recording(tuple(strokes))


def _components(style: Random) -> list[tuple[_Lobe, ...]]:
    """A handwriting: letters as down and up strokes that lean to the right, often with a flourish at the end."""
    count = style.choice((1, 2, 2, 3, 3, 4))
    lean, height, width = style.uniform(0.05, 0.45), style.uniform(5, 9), style.uniform(0.25, 0.6)
    flourish = count > 1 and style.random() < 0.7
    letters = count - 1 if flourish else count
    beats = style.randint(10, 13)
    components = []
    for number in range(letters):
        share = beats // letters + (1 if number < beats % letters else 0)
        components.append(tuple(_letters(style, max(share, 3), (lean, height, width), tall=number == 0)))
    if flourish:
        components.append(_flourish(style, height))
    return components


def _letters(style: Random, beats: int, shape: tuple[float, float, float], *, tall: bool) -> list[_Lobe]:
    lean, height, width = shape
    lobes, begins = [], 0.0
    for beat in range(beats):
        size = height * (style.uniform(1.6, 2.4) if tall and beat < 2 else style.uniform(0.45, 1.1))
        down = math.pi / 2 + lean
        up = -math.pi / 2 + lean + width * style.uniform(0.6, 1.6)
        bend = style.uniform(0.4, 1.5) * (1 if style.random() < 0.75 else -1)
        middle = down if beat % 2 == 0 else up
        lobes.append(
            _Lobe(
                begins, size, middle - bend / 2, middle + bend / 2, style.uniform(-1.95, -1.7), style.uniform(0.2, 0.32)
            )
        )
        begins += style.uniform(0.085, 0.13)
    return lobes


def _flourish(style: Random, height: float) -> tuple[_Lobe, ...]:
    """A long way back under the name and one to the right."""
    back = _Lobe(0.0, height * style.uniform(1.5, 2.5), math.pi * 0.75, math.pi * 1.05, -1.75, 0.25)
    away = _Lobe(0.14, height * style.uniform(2.5, 4.5), 0.35, -style.uniform(0.1, 0.5), -1.5, 0.3)
    return back, away


def _varied(component: tuple[_Lobe, ...], hand: Random) -> tuple[_Lobe, ...]:
    """The same movement another time."""
    return tuple(
        _Lobe(
            lobe.begins * hand.uniform(0.97, 1.03),
            lobe.reach * hand.gauss(1, 0.05),
            lobe.first + hand.gauss(0, 0.05),
            lobe.last + hand.gauss(0, 0.05),
            lobe.mu + hand.gauss(0, 0.03),
            lobe.sigma * hand.uniform(0.95, 1.05),
        )
        for lobe in component
    )


def _begin(component: tuple[_Lobe, ...]) -> float:
    """When the first impulse begins to move the pen."""
    return component[0].begins + math.exp(component[0].mu - 2.2 * component[0].sigma)


def _duration(component: tuple[_Lobe, ...]) -> float:
    return max(lobe.over for lobe in component) - _begin(component)


def _written(
    component: tuple[_Lobe, ...], start: tuple[float, float], rate: float, hand: Random
) -> tuple[list[tuple[float, float, float, float]], tuple[float, float]]:
    """Samples (time in s, x, y, downward share of the speed) of one component, and where it ends."""
    (x, y), at, ends = start, _begin(component), _duration(component) + _begin(component)
    begin, next_sample, samples = at, at, []
    while at <= ends:
        velocities = [lobe.velocity(at) for lobe in component]
        across, down = sum(v[0] for v in velocities), sum(v[1] for v in velocities)
        if at >= next_sample:
            # A hand trembles by some hundredths of a millimetre, and a pad measures no finer.
            samples.append((at - begin, x + hand.gauss(0, 0.015), y + hand.gauss(0, 0.015), down))
            next_sample += 1 / rate
        x, y = x + across * _STEP_S, y + down * _STEP_S
        at += _STEP_S
    return samples, (x, y)


def _pressed(
    points: list[tuple[float, float, float, float]],
    clock: float,
    force: float,
    tilt: tuple[float, float],
    hand: Random,
) -> tuple[RecordedSample, ...]:
    """Adds pressure that comes and goes with the contact and is higher downwards, and the lean of the pen."""
    lasts, drift = points[-1][0], 0.0
    fastest = max(abs(down) for *_, down in points) or 1.0
    slant, azimuth = tilt
    samples = []
    for at, x, y, down in points:
        ramp = min(1.0, 0.12 + at / 0.035, 0.06 + (lasts - at) / 0.05)
        drift = drift * 0.97 + hand.gauss(0, 0.012)
        pressure = min(max(force * ramp * (1 + 0.3 * down / fastest + drift), 0.01), 1.0)
        lean = math.tan(math.radians(slant + 25 * drift))
        samples.append(
            RecordedSample(
                x,
                y,
                round((clock + at) * 1000),
                pressure,
                math.degrees(math.atan(lean * math.sin(azimuth))),
                math.degrees(math.atan(lean * math.cos(azimuth))),
            )
        )
    return tuple(samples)
