"""The signature as measured: lossless bytes, honest size, damage noticed."""

from __future__ import annotations

import math
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.errors import InkFileError
from kpu_desk.domain.ink import Ink, Stroke, make_ink, parse_ink
from kpu_desk.domain.pen import FULL_PRESSURE, Odd, StrokePoint, Tool

RECORDINGS = Path(__file__).resolve().parents[3] / "shared" / "data" / "ink" / "svc2004"


def _points(tilt: bool) -> st.SearchStrategy[StrokePoint]:
    angle = st.integers(-9_000, 9_000) if tilt else st.none()
    return st.builds(
        StrokePoint,
        x_um=st.integers(-10_000, 2_000_000),
        y_um=st.integers(-10_000, 2_000_000),
        pressure=st.integers(0, FULL_PRESSURE),
        at_ms=st.integers(-1_000, 10_000_000),
        tilt_x=angle,
        tilt_y=angle,
        odd=st.integers(0, 7).map(Odd),
    )


@st.composite
def inks(draw: st.DrawFn) -> Ink:
    tilt = draw(st.booleans())
    strokes = draw(st.lists(st.lists(_points(tilt), min_size=1, max_size=30).map(tuple), max_size=6))
    return Ink(
        strokes=tuple(Stroke(points) for points in strokes),
        tool=draw(st.sampled_from(Tool)),
        width_um=draw(st.integers(1, 2_000_000)),
        height_um=draw(st.integers(1, 2_000_000)),
        has_pressure=draw(st.booleans()),
    )


@given(inks())
def test_canonical_bytes_lose_nothing(ink: Ink) -> None:
    assert parse_ink(ink.canonical()) == ink


@given(inks(), st.data())
def test_cut_bytes_are_damaged(ink: Ink, data: st.DataObject) -> None:
    whole = ink.canonical()
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(InkFileError) as caught:
        parse_ink(whole[:cut])
    assert caught.value.code == "INK_DAMAGED"


def test_times_count_from_the_first_sample_and_tilt_needs_every_sample() -> None:
    strokes = (
        (StrokePoint(1, 2, 3, 5_000, 10, 20), StrokePoint(2, 2, 3, 5_008, 11, 21)),
        (StrokePoint(9, 2, 3, 5_400, None, None),),
    )
    ink = make_ink(strokes, tool=Tool.PEN, width_um=100, height_um=50, has_pressure=True)
    assert [[point.at_ms for point in stroke.points] for stroke in ink.strokes] == [[0, 8], [400]]
    assert not ink.has_tilt
    assert ink.strokes[0].points[0].tilt_x is None
    assert (ink.sample_count, ink.duration_ms, ink.bounds_um()) == (3, 400, (1, 2, 9, 2))
    with_tilt = make_ink(strokes[:1], tool=Tool.PEN, width_um=100, height_um=50, has_pressure=True)
    assert with_tilt.has_tilt


def test_a_changed_sample_changes_the_digest() -> None:
    def one(x: int) -> Ink:
        return make_ink(((StrokePoint(x, 2, 3, 4),),), tool=Tool.PEN, width_um=9, height_um=9, has_pressure=True)

    assert one(1).digest() != one(2).digest()
    assert one(1).digest() == one(1).digest()


def recorded(path: Path) -> Ink:
    """A recording as a pad of 100 mm would deliver it, pressure and tilt included."""
    strokes: list[list[StrokePoint]] = []
    for line in path.read_text().splitlines()[1:]:
        x, y, at, pen, azimuth, altitude, pressure = map(int, line.split())
        if pen == 0 or not strokes:
            strokes.append([])
        lean = math.radians(90 - altitude / 10)
        turn = math.radians(azimuth / 10)
        strokes[-1].append(
            StrokePoint(
                x * 10,
                y * 10,
                round(pressure / 1023 * FULL_PRESSURE),
                at,
                round(math.degrees(math.atan(math.tan(lean) * math.sin(turn))) * 100),
                round(math.degrees(math.atan(-math.tan(lean) * math.cos(turn))) * 100),
            )
        )
    return make_ink(
        tuple(tuple(points) for points in strokes),
        tool=Tool.PEN,
        width_um=100_000,
        height_um=60_000,
        has_pressure=True,
    )


@pytest.mark.skipif(not RECORDINGS.is_dir(), reason="../shared/data is not beside the checkout")
def test_three_hundred_points_of_real_writing_take_about_seven_bytes_each() -> None:
    inks_of_that_size = [
        ink for path in sorted(RECORDINGS.glob("*.TXT")) if 280 <= (ink := recorded(path)).sample_count <= 300
    ]
    assert inks_of_that_size
    sizes = [len(zlib.compress(ink.canonical(), 9)) for ink in inks_of_that_size]
    assert max(sizes) <= 2_200, sorted(sizes)[-5:]
    assert all(parse_ink(ink.canonical()) == ink for ink in inks_of_that_size)
