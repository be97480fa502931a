"""The signature as measured: strokes, canonical bytes and digest."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from kpu_desk.domain.errors import InkFileError
from kpu_desk.domain.pen import Odd, StrokePoint, Tool
from kpu_desk.domain.varints import VarintReader, put, put_column

_MAGIC = b"KPUINK\x01"
_TOOLS = (Tool.PEN, Tool.FINGER, Tool.MOUSE)


@dataclass(frozen=True, slots=True)
class Stroke:
    """The points between one contact and its release, at least one."""

    points: tuple[StrokePoint, ...]


@dataclass(frozen=True, slots=True)
class Ink:
    """One signature or paraf as it was measured; a measurement is never smoothed, thinned or corrected.

    Attributes:
        strokes: in the order they were written; times in ms from the first sample of the first stroke.
        tool: what wrote.
        width_um, height_um: size of the pad the positions belong to, in µm.
        has_pressure: False where the device reports no pressure (all samples then carry full pressure).
    """

    strokes: tuple[Stroke, ...]
    tool: Tool
    width_um: int
    height_um: int
    has_pressure: bool
    # Every sheet, evidence and record of the signature asks for it, and it is made of all samples.
    _digest: str = field(default="", init=False, repr=False, compare=False)

    @property
    def has_tilt(self) -> bool:
        """Whether every sample carries both tilt angles."""
        return bool(self.strokes) and all(
            point.tilt_x is not None and point.tilt_y is not None for stroke in self.strokes for point in stroke.points
        )

    @property
    def sample_count(self) -> int:
        """Number of samples in all strokes."""
        return sum(len(stroke.points) for stroke in self.strokes)

    @property
    def duration_ms(self) -> int:
        """From the first to the last sample, in ms."""
        times = [point.at_ms for stroke in self.strokes for point in stroke.points]
        return max(times) - min(times) if times else 0

    def bounds_um(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of all samples in µm; zeros for empty ink."""
        xs = [point.x_um for stroke in self.strokes for point in stroke.points]
        ys = [point.y_um for stroke in self.strokes for point in stroke.points]
        return (min(xs), min(ys), max(xs), max(ys)) if xs else (0, 0, 0, 0)

    def canonical(self) -> bytes:
        """The lossless byte form that is stored and digested: columns of differences as signed varints."""
        tilt = self.has_tilt
        out = bytearray(_MAGIC)
        flags = (1 if self.has_pressure else 0) | (2 if tilt else 0)
        for number in (flags, _TOOLS.index(self.tool), self.width_um, self.height_um, len(self.strokes)):
            put(out, number)
        for stroke in self.strokes:
            put(out, len(stroke.points))
        points = [point for stroke in self.strokes for point in stroke.points]
        columns = [
            [point.x_um for point in points],
            [point.y_um for point in points],
            [point.at_ms for point in points],
            [point.pressure for point in points],
            [int(point.odd) for point in points],
        ]
        if tilt:
            columns.append([point.tilt_x or 0 for point in points])
            columns.append([point.tilt_y or 0 for point in points])
        for column in columns:
            put_column(out, column)
        return bytes(out)

    def digest(self) -> str:
        """SHA-256 of the canonical bytes, hex."""
        if not self._digest:
            object.__setattr__(self, "_digest", hashlib.sha256(self.canonical()).hexdigest())
        return self._digest


def make_ink(
    strokes: tuple[tuple[StrokePoint, ...], ...],
    *,
    tool: Tool,
    width_um: int,
    height_um: int,
    has_pressure: bool,
) -> Ink:
    """Builds ink from finished strokes, times counted from the first sample.

    Tilt is kept only where every sample has it: a column with holes would have to be guessed later.
    """
    tilt = all(p.tilt_x is not None and p.tilt_y is not None for points in strokes for p in points)
    start = strokes[0][0].at_ms if strokes and strokes[0] else 0
    return Ink(
        strokes=tuple(
            Stroke(
                tuple(
                    StrokePoint(
                        p.x_um,
                        p.y_um,
                        p.pressure,
                        p.at_ms - start,
                        p.tilt_x if tilt else None,
                        p.tilt_y if tilt else None,
                        p.odd,
                    )
                    for p in points
                )
            )
            for points in strokes
            if points
        ),
        tool=tool,
        width_um=width_um,
        height_um=height_um,
        has_pressure=has_pressure,
    )


def parse_ink(data: bytes) -> Ink:
    """Reads canonical bytes back; raises InkFileError INK_DAMAGED when they are not such bytes."""
    try:
        return _parse(data)
    except (IndexError, ValueError) as error:
        raise InkFileError("INK_DAMAGED") from error


def _parse(data: bytes) -> Ink:
    if not data.startswith(_MAGIC):
        raise ValueError("magic")
    reader = VarintReader(data, len(_MAGIC))
    flags, tool, width, height, count = (reader.take() for _ in range(5))
    lengths = [reader.take() for _ in range(count)]
    if min(lengths, default=1) < 1 or sum(lengths) > len(data):
        raise ValueError("lengths")
    if not 0 <= flags <= 3 or not 0 <= tool < len(_TOOLS) or count < 0:
        raise ValueError("head")
    total = sum(lengths)
    tilt = bool(flags & 2)
    x, y, at, pressure, odd = (reader.column(total) for _ in range(5))
    tilts = [reader.column(total) for _ in range(2)] if tilt else []
    if reader.position != len(data):
        raise ValueError("trailing bytes")
    points = [
        StrokePoint(
            x[i],
            y[i],
            pressure[i],
            at[i],
            tilts[0][i] if tilt else None,
            tilts[1][i] if tilt else None,
            Odd(odd[i]),
        )
        for i in range(total)
    ]
    strokes, start = [], 0
    for length in lengths:
        strokes.append(Stroke(tuple(points[start : start + length])))
        start += length
    return Ink(tuple(strokes), _TOOLS[tool], width, height, bool(flags & 1))
