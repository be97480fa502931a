"""Ink as few bytes: what the hand did next is guessed from what it did before, and only the surprise is written."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Protocol

from kpu_desk.domain.device_grid import Grid, find_grid
from kpu_desk.domain.errors import InkFileError
from kpu_desk.domain.ink import Ink, Stroke
from kpu_desk.domain.pen import FULL_PRESSURE, Odd, StrokePoint, Tool
from kpu_desk.domain.range_coder import RangeDecoder, RangeEncoder

_MAGIC = b"KPUINK\x02"
_TOOLS = (Tool.PEN, Tool.FINGER, Tool.MOUSE)
_LEVELS = tuple((1 << bits) - 1 for bits in range(8, 16))
"""Levels of pressure that devices count; the fewest that give every number are taken."""

_MOST_SAMPLES = 1 << 20
_LONGEST = 64
"""Bits of the largest number."""

_KNOWN_BITS = 2
"""Bits behind a number's first one whose odds are learnt; those further on are noise."""

_OLD = 3
"""Samples from which on a stroke has a course to go by."""

_FULL_TURN = 3_600
_UPRIGHT = 900
_SURE = 1e-6
"""How far from a tie an angle must lie before it is rounded, so that every machine rounds it alike."""

Tilts = Sequence[tuple[int, int]]


class _Coder(Protocol):
    """Writes the number it is given, or gives the one it reads: one description serves both ways."""

    def number(self, context: object, value: int = 0) -> int: ...


def pack(ink: Ink) -> bytes:
    """Ink without loss in about half the bytes of its compressed canonical form.

    Positions and pressure are counted in the device's own steps where such steps give every number exactly, and tilt
    as the azimuth and altitude that tablets measure where that is exact. Each column is then told by how far it is
    from what the samples before let expect, in an adaptive binary code.
    """
    encoder = _Writer()
    _code(encoder, ink)
    return _MAGIC + encoder.finish()


def unpack(data: bytes) -> Ink:
    """The ink again, equal to the last sample; raises InkFileError INK_DAMAGED when these are not such bytes."""
    if not data.startswith(_MAGIC):
        raise InkFileError("INK_DAMAGED")
    try:
        return _code(_Reader(data[len(_MAGIC) :]), None)
    except (ValueError, IndexError, ArithmeticError) as error:
        raise InkFileError("INK_DAMAGED") from error


def _code(coder: _Coder, ink: Ink | None) -> Ink:
    """Writes ``ink``, or reads one when there is none."""
    points = [point for stroke in ink.strokes for point in stroke.points] if ink else []
    given = [] if ink is None else [ink.has_pressure, ink.has_tilt, _TOOLS.index(ink.tool), ink.width_um, ink.height_um]
    given += [] if ink is None else [len(ink.strokes), *(len(stroke.points) for stroke in ink.strokes)]
    told = iter(given)
    has_pressure, has_tilt, tool, width, height, count = (coder.number("head", next(told, 0)) for _ in range(6))
    lengths = [coder.number("length", next(told, 0)) for _ in range(_within(count))]
    if min(lengths, default=1) < 1:
        raise ValueError("length")
    ages = [min(age, _OLD) for length in lengths for age in range(_within(length))]
    _within(len(ages))
    x = _positions(coder, "x", [point.x_um for point in points], ages)
    y = _positions(coder, "y", [point.y_um for point in points], ages)
    at = _column(coder, "time", [point.at_ms for point in points], [_OLD] * len(ages), _straight)
    pressure = _pressures(coder, [point.pressure for point in points], ages)
    odd = _column(coder, "odd", [int(point.odd) for point in points], ages, _same)
    tilts: Sequence[tuple[int | None, int | None]] = [(None, None)] * len(ages)
    if has_tilt:
        tilts = _tilts(coder, [(point.tilt_x or 0, point.tilt_y or 0) for point in points], ages)
    samples = iter([StrokePoint(x[i], y[i], pressure[i], at[i], *tilts[i], Odd(odd[i])) for i in range(len(ages))])
    strokes = tuple(Stroke(tuple(next(samples) for _ in range(length))) for length in lengths)
    return Ink(strokes, _TOOLS[tool], width, height, bool(has_pressure))


def _within(count: int) -> int:
    if not 0 <= count <= _MOST_SAMPLES:
        raise ValueError("count")
    return count


# What a column is told by ------------------------------------------------------------------------------------------


def _positions(coder: _Coder, name: str, numbers: Sequence[int], ages: Sequence[int]) -> list[int]:
    grid = find_grid(numbers)
    if not coder.number((name, "grid"), int(grid is not None)):
        return _column(coder, name, numbers, ages, _course)
    offset, step = coder.number("grid", grid.offset if grid else 0), coder.number("grid", grid.step if grid else 0)
    grid = Grid(offset, step)
    return [grid.number(n) for n in _column(coder, name, [grid.count(n) for n in numbers], ages, _course)]


def _pressures(coder: _Coder, numbers: Sequence[int], ages: Sequence[int]) -> list[int]:
    levels = next((top for top in _LEVELS if all(_level(_count(n, top), top) == n for n in numbers)), FULL_PRESSURE)
    levels = coder.number("levels", levels)
    counts = _column(coder, "pressure", [_count(number, levels) for number in numbers], ages, _course_of_pressure)
    return [_level(count, levels) for count in counts]


def _count(pressure: int, levels: int) -> int:
    return (pressure * levels + FULL_PRESSURE // 2) // FULL_PRESSURE


def _level(count: int, levels: int) -> int:
    return (count * FULL_PRESSURE + levels // 2) // levels


def _tilts(coder: _Coder, tilts: Tilts, ages: Sequence[int]) -> list[tuple[int, int]]:
    """As azimuth and altitude in tenths of a degree, or as whole degrees, or as they are; what fits first."""
    directions = [_direction(tilt) for tilt in tilts]
    step = 100 if all(angle % 100 == 0 for tilt in tilts for angle in tilt) else 1
    turned = coder.number("turned", int(step == 1 and all(map(_fits, directions, tilts))))
    step = coder.number("tilt step", step)
    pairs = directions if turned else [(across // step, down // step) for across, down in tilts]
    first = _column(coder, "tilt 1", [pair[0] for pair in pairs], ages, _same)
    second = _column(coder, "tilt 2", [pair[1] for pair in pairs], ages, _same)
    if turned:
        return [_tilt(pair) for pair in zip(first, second, strict=True)]
    return [(across * step, down * step) for across, down in zip(first, second, strict=True)]


def _direction(tilt: tuple[int, int]) -> tuple[int, int]:
    """Azimuth (clockwise from the top) and angle from upright, in tenths of a degree, of a tilt in hundredths."""
    across, down = (math.tan(math.radians(angle / 100)) for angle in tilt)
    azimuth = round(10 * math.degrees(math.atan2(across, -down))) % _FULL_TURN
    return azimuth, round(10 * math.degrees(math.atan(math.hypot(across, down))))


def _exact_tilt(direction: tuple[int, int]) -> tuple[float, float]:
    lean, turn = math.tan(math.radians(direction[1] / 10)), math.radians(direction[0] / 10)
    return 100 * math.degrees(math.atan(lean * math.sin(turn))), 100 * math.degrees(math.atan(-lean * math.cos(turn)))


def _tilt(direction: tuple[int, int]) -> tuple[int, int]:
    across, down = _exact_tilt(direction)
    return round(across), round(down)


def _fits(direction: tuple[int, int], tilt: tuple[int, int]) -> bool:
    return all(abs(e - t) < 0.5 - _SURE for e, t in zip(_exact_tilt(direction), tilt, strict=True))


# What is expected next ---------------------------------------------------------------------------------------------


def _same(before: list[int], _age: int) -> int:
    return before[-1] if before else 0


def _straight(before: list[int], age: int) -> int:
    return 2 * before[-1] - before[-2] if age > 1 and len(before) > 1 else _same(before, age)


def _course(before: list[int], age: int) -> int:
    if age < _OLD:
        return _straight(before, age)
    # Half of the last bend goes on: a hand turns gradually.
    return 2 * before[-1] - before[-2] + (before[-1] - 2 * before[-2] + before[-3]) // 2


def _course_of_pressure(before: list[int], age: int) -> int:
    return before[-1] + (before[-1] - before[-2]) // 2 if age > 1 else _same(before, age)


def _column(
    coder: _Coder,
    name: str,
    numbers: Sequence[int],
    ages: Sequence[int],
    expected: Callable[[list[int], int], int],
) -> list[int]:
    """Writes or reads one column. ``ages`` says how far into its stroke each sample is."""
    column: list[int] = []
    size = 0
    for index, age in enumerate(ages):
        guess = expected(column, age)
        surprise = coder.number((name, min(age, 2), size), numbers[index] - guess if numbers else 0)
        column.append(guess + surprise)
        size = abs(surprise).bit_length()
    return column


class _Writer:
    """Numbers as decisions: how many bits, the bits behind the first one, the sign."""

    def __init__(self) -> None:
        self._coder = RangeEncoder()

    def number(self, context: object, value: int = 0) -> int:
        size = abs(value).bit_length()
        for length in range(size):
            self._coder.bit((context, length), 1)
        self._coder.bit((context, size), 0)
        for place in range(size - 2, -1, -1):
            rest = abs(value) >> place
            self._coder.bit(_rest_context(context, size, place, rest >> 1), rest & 1)
        if size:
            self._coder.bit((context, "sign"), int(value < 0))
        return value

    def finish(self) -> bytes:
        return self._coder.finish()


class _Reader:
    """The reverse of `_Writer`."""

    def __init__(self, data: bytes) -> None:
        self._coder = RangeDecoder(data)

    def number(self, context: object, value: int = 0) -> int:
        size = 0
        while self._coder.bit((context, size)):
            size += 1
            if size > _LONGEST:
                raise ValueError("number")
        value = int(size > 0)
        for place in range(size - 2, -1, -1):
            value = value << 1 | self._coder.bit(_rest_context(context, size, place, value))
        return -value if size and self._coder.bit((context, "sign")) else value


def _rest_context(context: object, size: int, place: int, before: int) -> object:
    name = context[0] if isinstance(context, tuple) else context
    return (name, size, place, before) if place >= size - 1 - _KNOWN_BITS else "noise"
