"""From a stroke's points to the filled outline that is drawn: smooth, as wide as the pen was pressed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from kpu_desk.domain.pen import FULL_PRESSURE, StrokePoint

Point = tuple[float, float]
Pen = tuple[float, float, float]
"""Position and full width of the ink there, in one unit."""

THINNEST_UM = 250.0
WIDEST_UM = 900.0
EVEN_UM = 480.0
"""Width where neither pressure nor speed is known: that of an office ballpoint."""
_SLOW_UM, _FAST_UM = 620.0, 300.0
"""Widths of ink without pressure at rest and at the greatest speed: a quick line is a thin one."""
_HALF_WAY_UM_MS = 120.0
"""Speed in µm/ms (= mm/s) at which the width is half way between the two: that of unhurried writing."""
SPEED_SAMPLES = 12
_SPEED_MS = 40
"""Speed is measured over the last 40 ms, at most so many samples: over one alone the line would flicker."""

_FLAT = 0.04
"""How far the drawn line may leave the smooth one, as a share of its width: less than a printer's dot."""
_SHARPEST_TURN = 0.6
"""Radians. At a sharper turn the two edges of a ribbon would cross, so it ends there and a new one begins."""
_CAP_STEPS = 6


def widths_um(points: Sequence[StrokePoint], has_pressure: bool) -> tuple[float, ...]:
    """Width of the ink in µm at natural size at each point of a stroke, from pressure, or from speed without it.

    The one source of width for the pad, the page before the next signer, the record and the outline that is kept.
    """
    return tuple(newest_widths_um(points, len(points), has_pressure))


def newest_widths_um(points: Sequence[StrokePoint], count: int, has_pressure: bool) -> list[float]:
    """The same widths at the last ``count`` of the points only, while the stroke is still growing.

    A width depends on its point and at most ``SPEED_SAMPLES`` before it, so it never changes afterwards.
    """
    places = range(max(len(points) - count, 0), len(points))
    if has_pressure:
        return [_pressed_um(points[place].pressure) for place in places]
    return [_hurried_um(points, place) for place in places]


def _pressed_um(pressure: int) -> float:
    """The exponent lifts the light half of the scale, where most of the writing happens."""
    share = min(max(pressure, 0), FULL_PRESSURE) / FULL_PRESSURE
    return float(THINNEST_UM + (WIDEST_UM - THINNEST_UM) * share**0.7)


def _hurried_um(points: Sequence[StrokePoint], place: int) -> float:
    if place == 0:
        # A dot is a dot; a stroke that goes on begins where the pen came down.
        return EVEN_UM
    here = points[place]
    way = 0.0
    time_ms = 0
    for before in range(place - 1, max(place - SPEED_SAMPLES, 0) - 1, -1):
        there, after = points[before], points[before + 1]
        way += math.hypot(after.x_um - there.x_um, after.y_um - there.y_um)
        time_ms = here.at_ms - there.at_ms
        if time_ms >= _SPEED_MS:
            break
    if time_ms <= 0:
        # The clock stood still or went back: no speed is known.
        return EVEN_UM
    return _FAST_UM + (_SLOW_UM - _FAST_UM) / (1 + way / time_ms / _HALF_WAY_UM_MS)


def outline(points: Sequence[Pen]) -> list[list[Point]]:
    """The closed polygons that one stroke covers, in the unit of the points; fill them by the non-zero rule.

    All polygons turn the same way, so they may be filled one by one or as one path. The ends are round, a
    single point is a dot, the first and the last point are reached exactly, the line between is smoothed
    through the midpoints of the samples. This is for drawing only: the measurement stays as it is.
    """
    pens = _without_repeats(points)
    if not pens:
        return []
    if len(pens) == 1:
        return [_disc(pens[0])]
    line = _thinned(_smooth(pens))
    if len(line) == 2 and line[0][:2] == line[1][:2]:
        # A tremor within the width of the ink that ended where it began has no direction: it is a dot.
        return [_disc(max(pens, key=lambda pen: pen[2]))]
    return [_ribbon(piece) for piece in _pieces(line)]


def thinned(polygon: Sequence[Point], tolerance: float) -> list[Point]:
    """The polygon without the corners that its own line passes within ``tolerance``, in its unit.

    One pass (Williams' cone intersection): from the last corner kept, a point is left out as long as one straight
    line still passes every point left out since then within the tolerance, and the line goes on and never back.
    """
    # A third of all that drawing a signature costs is spent here.
    hypot, atan2, asin, remainder, tau = math.hypot, math.atan2, math.asin, math.remainder, math.tau
    before = x0, y0 = polygon[0]
    kept = [before]
    far = middle = low = high = 0.0  # of the cone: how far it reached, its direction, and its sides seen from there
    for point in polygon[1:]:
        x, y = point
        away = hypot(x - x0, y - y0)
        if far:
            turn = remainder(atan2(y - y0, x - x0) - middle, tau)
            if away >= far and low <= turn <= high:
                if away > tolerance:
                    wide = asin(tolerance / away)
                    low = turn - wide if turn - wide > low else low
                    high = turn + wide if turn + wide < high else high
                    far = away
                before = point
                continue
            kept.append(before)
            far, (x0, y0) = 0.0, before
            away = hypot(x - x0, y - y0)
        if away > tolerance:
            high = asin(tolerance / away)
            middle, low, far = atan2(y - y0, x - x0), -high, away
        before = point
    if before != kept[-1]:
        kept.append(before)
    return kept


def smooth(points: Sequence[Pen]) -> list[Pen]:
    """The line through the points: quadratic curves from midpoint to midpoint, made of short pieces."""
    pens = _without_repeats(points)
    return pens if len(pens) < 2 else _smooth(pens)


def _without_repeats(points: Sequence[Pen]) -> list[Pen]:
    kept: list[Pen] = []
    for x, y, width in points:
        if kept and kept[-1][0] == x and kept[-1][1] == y:
            # A pen that rests presses harder; the widest ink there is what stays on paper.
            kept[-1] = (x, y, max(kept[-1][2], width))
        else:
            kept.append((x, y, width))
    return kept


def _smooth(pens: list[Pen]) -> list[Pen]:
    """Quadratic curves from midpoint to midpoint with the samples as control points, made of short lines."""
    (x1, y1, w1), (x3, y3, w3) = pens[0], pens[1]
    x0, y0, w0 = begin = ((x1 + x3) / 2, (y1 + y3) / 2, (w1 + w3) / 2)
    line = [pens[0], begin]
    for (x1, y1, w1), (x3, y3, w3) in pairwise(pens[1:]):
        x2, y2, w2 = end = ((x1 + x3) / 2, (y1 + y3) / 2, (w1 + w3) / 2)
        bend = math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2) / 4
        flat = _FLAT * w1
        # Most pieces are straight enough as they are.
        if bend > flat:
            steps = min(16, math.ceil(math.sqrt(bend / max(flat, 1e-9))))
            for step in range(1, steps):
                t = step / steps
                a, b, c = (1 - t) * (1 - t), 2 * t * (1 - t), t * t
                line.append((a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2, a * w0 + b * w1 + c * w2))
        line.append(end)
        x0, y0, w0 = end
    line.append(pens[-1])
    return line


def _thinned(line: list[Pen]) -> list[Pen]:
    """Leaves out points much closer together than the ink is wide: they only make edges jagged."""
    kept = [line[0]]
    for pen in line[1:-1]:
        if math.hypot(pen[0] - kept[-1][0], pen[1] - kept[-1][1]) >= 0.2 * pen[2]:
            kept.append(pen)
    last = line[-1]
    if len(kept) > 1 and math.hypot(last[0] - kept[-1][0], last[1] - kept[-1][1]) < 0.1 * last[2]:
        kept.pop()
    kept.append(last)
    return kept


def _pieces(line: list[Pen]) -> list[list[Pen]]:
    """Cuts the line where it turns too sharply for its width; two round ends make a round join."""
    first = line[0]
    pieces, piece = [], [first]
    in_x = in_y = in_length = 0.0
    for here, after in pairwise(line):
        out_x, out_y = after[0] - here[0], after[1] - here[1]
        out_length = math.hypot(out_x, out_y)
        if here is not first:
            piece.append(here)
            turn = abs(math.atan2(in_x * out_y - in_y * out_x, in_x * out_x + in_y * out_y))
            if turn > _SHARPEST_TURN or turn * here[2] / 2 > 0.8 * min(in_length, out_length):
                pieces.append(piece)
                piece = [here]
        in_x, in_y, in_length = out_x, out_y, out_length
    piece.append(line[-1])
    pieces.append(piece)
    return pieces


def _ribbon(line: list[Pen]) -> list[Point]:
    """One closed polygon: along one edge, round the end, back along the other, round the beginning."""
    left: list[Point] = []
    right: list[Point] = []
    last = len(line) - 1
    for before, (x, y, width), after in zip([line[0], *line], line, [*line[1:], line[last]], strict=False):
        along_x, along_y = after[0] - before[0], after[1] - before[1]
        length = math.hypot(along_x, along_y) or 1.0
        off_x, off_y = -along_y / length * width / 2, along_x / length * width / 2
        left.append((x + off_x, y + off_y))
        right.append((x - off_x, y - off_y))
    return [*right, *_cap(line[last], right[-1]), *reversed(left), *_cap(line[0], left[0])]


def _cap(centre: Pen, edge: Point) -> list[Point]:
    """Half a circle around the centre from the edge on, without its two ends."""
    begin = math.atan2(edge[1] - centre[1], edge[0] - centre[0])
    radius = centre[2] / 2
    return [
        (
            centre[0] + radius * math.cos(begin + math.pi * step / _CAP_STEPS),
            centre[1] + radius * math.sin(begin + math.pi * step / _CAP_STEPS),
        )
        for step in range(1, _CAP_STEPS)
    ]


def _disc(pen: Pen) -> list[Point]:
    radius, steps = pen[2] / 2, 4 * _CAP_STEPS
    return [
        (
            pen[0] + radius * math.cos(2 * math.pi * step / steps),
            pen[1] + radius * math.sin(2 * math.pi * step / steps),
        )
        for step in range(steps)
    ]
