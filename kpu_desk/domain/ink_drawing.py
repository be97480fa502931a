"""What stays readable of accepted ink: its drawn line and a few figures, without time, pressure or samples."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from math import atan2, hypot

from kpu_desk.domain.documents import InkKind, SlotPlace
from kpu_desk.domain.errors import InkFileError
from kpu_desk.domain.ink import Ink
from kpu_desk.domain.ribbon import Pen, smooth, widths_um
from kpu_desk.domain.varints import VarintReader, put, put_column

_STEP_UM = 10
"""Positions and widths are kept in these steps: a quarter of the dot of a printer at 600 dpi."""
_NEAR_UM = 5.0
"""How far the kept line may leave the drawn one, across the line or at its edges."""
_SHARP = 0.35
"""Radians; a bend of this much between kept points is a corner."""
_MOST_POINTS = 1 << 20
_MOST_BYTES = 1 << 24
_FORMAT = 1

_RIM_UM = 800
"""Free space inside a box on each side."""
_THINNEST_SHARE = 0.5
"""Ink of a much reduced signature keeps half its width: thinner lines vanish in a photocopy."""


@dataclass(frozen=True, slots=True)
class InkDrawing:
    """An accepted signature or paraf as it is drawn on screen and paper, and what the evidence says of it in figures.

    The points of ``lines`` are chosen by the shape of the line alone, so that they tell nothing of when the pen was
    where, nor of the samples. The width is that of the ink, which everybody sees on paper, in coarse steps; as much of
    the pressure (without pressure, of the speed) as it shows is no secret.

    Attributes:
        digest: SHA-256 of the ink that was measured, hex (``Ink.digest``).
        sample_count, stroke_count, duration_ms: of that ink.
        lines: one for each stroke, in order: position and width in µm of the pad.
    """

    digest: str
    sample_count: int
    stroke_count: int
    duration_ms: int
    lines: tuple[tuple[Pen, ...], ...]

    def fitted(self, width_um: int, height_um: int) -> tuple[tuple[Pen, ...], ...]:
        """The lines as they stand in a box of this size: on paper and on the page before the next signer.

        Made smaller evenly where the box is too small, never larger, and set in its middle. Positions and widths are
        in µm from the box's upper left corner, y downwards; `ribbon.outline` takes each line as it is.
        """
        pens = [pen for line in self.lines for pen in line]
        if not pens:
            return ()
        left, right = min(x for x, _, _ in pens), max(x for x, _, _ in pens)
        top, bottom = min(y for _, y, _ in pens), max(y for _, y, _ in pens)
        widest = max(width for _, _, width in pens)
        scale = min(
            1.0,
            max(width_um - 2 * _RIM_UM, 1) / (right - left + widest),
            max(height_um - 2 * _RIM_UM, 1) / (bottom - top + widest),
        )
        across = width_um / 2 - (left + right) / 2 * scale
        down = height_um / 2 - (top + bottom) / 2 * scale
        share = max(scale, _THINNEST_SHARE)
        return tuple(
            tuple((across + x * scale, down + y * scale, width * share) for x, y, width in line) for line in self.lines
        )


@dataclass(frozen=True, slots=True)
class PlacedInk:
    """Ink as it stands on a sheet: a signature in one place, a paraf in one on each page that asks for it."""

    kind: InkKind
    ink: InkDrawing
    places: tuple[SlotPlace, ...]


def draw(ink: Ink) -> InkDrawing:
    """The drawing of what was measured; the measurement cannot be had back from it."""
    lines = []
    for stroke in ink.strokes:
        widths = widths_um(stroke.points, ink.has_pressure)
        pens = [(p.x_um, p.y_um, width) for p, width in zip(stroke.points, widths, strict=True)]
        lines.append(tuple(_in_steps(pen) for pen in _by_shape(smooth(pens))))
    return InkDrawing(ink.digest(), ink.sample_count, len(ink.strokes), ink.duration_ms, tuple(lines))


def pack_lines(lines: tuple[tuple[Pen, ...], ...]) -> bytes:
    """The lines as few bytes."""
    out = bytearray((_FORMAT,))
    put(out, len(lines))
    for line in lines:
        put(out, len(line))
    for axis in range(3):
        put_column(out, [round(pen[axis] / _STEP_UM) for line in lines for pen in line])
    return zlib.compress(bytes(out), 9)


def unpack_lines(data: bytes) -> tuple[tuple[Pen, ...], ...]:
    """The lines again; raises InkFileError INK_DAMAGED when these are not such bytes."""
    try:
        inflated = zlib.decompressobj().decompress(data, _MOST_BYTES)
        if inflated[0] != _FORMAT:
            raise ValueError("format")
        reader = VarintReader(inflated, 1)
        lengths = [reader.take() for _ in range(reader.take())]
        total = sum(lengths)
        if min(lengths, default=1) < 1 or total > _MOST_POINTS:
            raise ValueError("lengths")
        axes = [[float(number * _STEP_UM) for number in reader.column(total)] for _ in range(3)]
        if reader.position != len(inflated):
            raise ValueError("trailing bytes")
    except (zlib.error, ValueError, IndexError) as error:
        raise InkFileError("INK_DAMAGED") from error
    pens = iter(zip(*axes, strict=True))
    return tuple(tuple(next(pens) for _ in range(length)) for length in lengths)


def _in_steps(pen: Pen) -> Pen:
    x, y, width = (float(round(number / _STEP_UM) * _STEP_UM) for number in pen)
    return x, y, width


def _by_shape(line: list[Pen]) -> list[Pen]:
    """The fewest of the line's points that still draw it (Douglas and Peucker, 1973): many in bends, few between."""
    kept = {0, len(line) - 1}
    open_ends = [(0, len(line) - 1)]
    while open_ends:
        first, last = open_ends.pop()
        if last - first < 2:
            continue
        (ax, ay, aw), (bx, by, bw) = line[first], line[last]
        along_x, along_y, wider = bx - ax, by - ay, bw - aw
        square = along_x * along_x + along_y * along_y
        farthest, most = first, _NEAR_UM
        for index in range(first + 1, last):
            x, y, width = line[index]
            share = ((x - ax) * along_x + (y - ay) * along_y) / square if square else 0.0
            share = min(max(share, 0.0), 1.0)
            off = hypot(x - ax - share * along_x, y - ay - share * along_y, (width - aw - share * wider) / 2)
            if off > most:
                farthest, most = index, off
        if farthest > first:
            kept.add(farthest)
            open_ends += [(first, farthest), (farthest, last)]
    chosen = sorted(kept)
    for before, here, after in zip(chosen, chosen[1:], chosen[2:], strict=False):
        # Smoothing would cut a sharp corner off whose neighbours are far away.
        if _turn(line[before], line[here], line[after]) > _SHARP:
            kept |= {here - 1, here + 1}
    return [line[index] for index in sorted(kept)]


def _turn(a: Pen, b: Pen, c: Pen) -> float:
    """By how much the way from a to b turns at b towards c, in radians."""
    in_x, in_y, out_x, out_y = b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]
    return abs(atan2(in_x * out_y - in_y * out_x, in_x * out_x + in_y * out_y))
