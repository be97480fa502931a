"""Reads pen recordings of the SVC2004 signature competition, Task 2: one row of seven whole numbers a sample."""

from __future__ import annotations

import math

from kpu_desk.domain.errors import InkFileError
from kpu_desk.domain.recording import RecordedSample, Recording

LARGEST_FILE = 4_000_000
"""Characters; a signature has a few hundred rows of some forty."""

_PEN_STATES = range(6)
_PRESSURE_TOPS = (1_023, 2_047, 4_095, 8_191, 32_767, 65_535)
"""What tablets call full pressure; a file does not say which, so it is the smallest that holds all of it."""
_UPRIGHT = 900
_FULL_TURN = 3_600
_LARGEST = 10**15


def read_svc(text: str, source: str | None = None) -> Recording:
    """Strokes as they were recorded: every row is a sample and nothing is filtered out.

    The first line is a count and is not to be trusted. Rows are ``x y t pen azimuth altitude pressure``: t in ms,
    angles in tenths of a degree (altitude 900 is upright, azimuth clockwise from the top). A row whose ``pen`` is 0
    begins a stroke; 1 to 5 are pen down, also at pressure 0. y grows upwards there and downwards here.

    Raises:
        InkFileError: NO_INK with ``source``, or INK_ROW with ``source`` and ``row`` (line number from 1), or
            INK_TOO_LARGE.
    """
    name = source or ""
    if len(text) > LARGEST_FILE:
        raise InkFileError("INK_TOO_LARGE", source=name)
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or not lines[0].strip().isascii() or not lines[0].strip().isdigit():
        raise InkFileError("NO_INK", source=name)
    rows = [_row(line, number, name) for number, line in enumerate(lines[1:], start=2) if line.strip()]
    if not rows:
        raise InkFileError("NO_INK", source=name)
    highest = max(row[6] for row in rows)
    top = next((top for top in _PRESSURE_TOPS if highest <= top), highest)
    strokes: list[list[RecordedSample]] = []
    for x, y, at_ms, pen, azimuth, altitude, pressure in rows:
        if pen == 0 or not strokes:
            strokes.append([])
        tilt_x, tilt_y = _tilt(azimuth, altitude)
        strokes[-1].append(RecordedSample(x, -y, at_ms, pressure / top, tilt_x, tilt_y))
    return Recording(tuple(tuple(stroke) for stroke in strokes), source)


def _row(line: str, number: int, source: str) -> tuple[int, int, int, int, int, int, int]:
    try:
        x, y, at_ms, pen, azimuth, altitude, pressure = (int(field) for field in line.split())
    except ValueError:
        raise InkFileError("INK_ROW", source=source, row=number) from None
    fits = (
        max(abs(x), abs(y), abs(at_ms)) < _LARGEST
        and pen in _PEN_STATES
        and -_FULL_TURN <= azimuth <= _FULL_TURN
        and -_UPRIGHT <= altitude <= _UPRIGHT
        and 0 <= pressure < _LARGEST
    )
    if not fits:
        raise InkFileError("INK_ROW", source=source, row=number)
    return x, y, at_ms, pen, azimuth, altitude, pressure


def _tilt(azimuth: int, altitude: int) -> tuple[float, float]:
    """Angles from upright in degrees, to the right and towards the writer, of a direction in tenths of a degree."""
    # A pen that lies flat has no finite tilt; devices end at about 60 degrees anyway.
    lean = math.tan(math.radians(min((_UPRIGHT - abs(altitude)) / 10, 89.9)))
    turn = math.radians(azimuth / 10)
    return math.degrees(math.atan(lean * math.sin(turn))), math.degrees(math.atan(-lean * math.cos(turn)))
