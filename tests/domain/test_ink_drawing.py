"""The drawn line that stays readable of accepted ink: looks the same, tells nothing of time, takes few bytes."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.errors import InkFileError
from kpu_desk.domain.ink import Ink, make_ink
from kpu_desk.domain.ink_drawing import InkDrawing, draw, pack_lines, unpack_lines
from kpu_desk.domain.pen import StrokePoint, Tool
from kpu_desk.domain.ribbon import Pen, outline, smooth, widths_um
from kpu_desk.pdf.ink_path import ink_shape
from kpu_desk.pdf.page import UM_PER_PT
from tests.domain.test_ink import RECORDINGS, inks, recorded

NEAR_UM = 80
"""Less than a tenth of a millimetre, at the sharpest corners; a third of the thinnest ink."""


@given(inks(), st.integers(10_000, 100_000), st.integers(5_000, 50_000))
def test_fitted_ink_stands_inside_its_box_and_keeps_its_shape(ink: Ink, width: int, height: int) -> None:
    drawing = draw(ink)
    placed = drawing.fitted(width, height)
    assert [len(stroke) for stroke in placed] == [len(line) for line in drawing.lines]
    assert len(placed) == len(ink.strokes)
    for stroke in placed:
        for x, y, thick in stroke:
            assert -1 <= x <= width + 1
            assert -1 <= y <= height + 1
            assert thick > 0
    left, top, right, bottom = ink.bounds_um()
    if right - left <= width - 3_000 and bottom - top <= height - 3_000 and placed:
        # Never made larger than it was written.
        first, point = placed[0][0], ink.strokes[0].points[0]
        last, end = placed[-1][-1], ink.strokes[-1].points[-1]
        assert math.isclose(last[0] - first[0], end.x_um - point.x_um, abs_tol=11)


@given(inks())
def test_the_drawing_keeps_the_figures_and_comes_back_from_its_bytes(ink: Ink) -> None:
    drawing = draw(ink)
    assert (drawing.digest, drawing.sample_count) == (ink.digest(), ink.sample_count)
    assert (drawing.stroke_count, drawing.duration_ms) == (len(ink.strokes), ink.duration_ms)
    assert unpack_lines(pack_lines(drawing.lines)) == drawing.lines


@given(st.binary(max_size=40))
def test_bytes_that_are_no_lines_are_damaged(data: bytes) -> None:
    whole = pack_lines(draw(_wave()).lines)
    for broken in (data, whole[:-1], whole[:9] + data + whole[9 + len(data) :]):
        if broken != whole:
            try:
                unpack_lines(broken)
            except InkFileError as error:
                assert error.code == "INK_DAMAGED"  # noqa: PT017 -- a changed byte may still be a line
    with pytest.raises(InkFileError):
        unpack_lines(whole[: len(whole) // 2])


def test_the_same_line_written_fast_or_slowly_is_drawn_alike() -> None:
    """A hand that stops halfway leaves many samples there; its line on paper shows nothing of that."""
    even = _wave()
    points = even.strokes[0].points
    slow = [replace(point, at_ms=3 * point.at_ms) for point in points]
    rest = [replace(points[20], at_ms=points[20].at_ms * 3 + k) for k in range(1, 20)]
    later = [replace(point, at_ms=point.at_ms + 500) for point in slow[21:]]
    halting = _ink(*slow[:21], *rest, *later)
    assert halting.digest() != even.digest()
    assert draw(halting).lines == draw(even).lines


@pytest.mark.skipif(not RECORDINGS.is_dir(), reason="../shared/data is not beside the checkout")
def test_real_writing_is_drawn_closely_and_in_few_bytes() -> None:
    paths = sorted(RECORDINGS.glob("*.TXT"))[::20]
    assert len(paths) > 10
    for path in paths:
        ink = recorded(path)
        drawing = draw(ink)
        measured = _as_measured(ink)
        for line, pens in zip(drawing.lines, measured, strict=True):
            assert _farthest(smooth(pens), smooth(line)) < NEAR_UM, path.name
        assert len(pack_lines(drawing.lines)) < 12 * ink.sample_count


@pytest.mark.parametrize(("width", "height"), [(60_000, 25_000), (30_000, 13_000), (200_000, 90_000)])
def test_the_page_on_screen_shows_ink_where_the_press_prints_it(width: int, height: int) -> None:
    drawing = draw(_wave())
    printed = ink_shape(drawing, SlotPlace("pembuat", 0, 30_000, 40_000, width, height))
    assert printed is not None
    paper = [(x * UM_PER_PT - 30_000, 40_000 + height - y * UM_PER_PT) for part in printed.polygons for x, y in part]
    screen = [place for line in drawing.fitted(width, height) for polygon in outline(line) for place in polygon]
    for axis in (0, 1):
        for most in (min, max):
            assert math.isclose(most(place[axis] for place in paper), most(place[axis] for place in screen), abs_tol=5)


def test_no_ink_is_no_shape() -> None:
    nothing = InkDrawing("00" * 32, 0, 0, 0, ())
    assert nothing.fitted(1_000, 1_000) == ()
    assert ink_shape(nothing, SlotPlace("pembuat", 0, 0, 0, 1_000, 1_000)) is None


def _wave() -> Ink:
    return _ink(
        *(
            StrokePoint(20_000 + 700 * k, 30_000 + round(9_000 * math.sin(k / 5)), 20_000 + 700 * k, 8 * k)
            for k in range(60)
        )
    )


def _ink(*points: StrokePoint) -> Ink:
    return make_ink((points,), tool=Tool.PEN, width_um=120_000, height_um=60_000, has_pressure=True)


def _as_measured(ink: Ink) -> list[list[Pen]]:
    return [
        [
            (p.x_um, p.y_um, width)
            for p, width in zip(stroke.points, widths_um(stroke.points, ink.has_pressure), strict=True)
        ]
        for stroke in ink.strokes
    ]


def _farthest(line: list[Pen], other: list[Pen]) -> float:
    """How far any point of a line is from the other one."""
    return max(_distance(pen, other) for pen in line)


def _distance(pen: Pen, line: list[Pen]) -> float:
    nearest = min(math.hypot(pen[0] - x, pen[1] - y) for x, y, _ in line)
    for (ax, ay, _), (bx, by, _) in itertools.pairwise(line):
        along_x, along_y = bx - ax, by - ay
        square = along_x**2 + along_y**2
        if square:
            share = min(max(((pen[0] - ax) * along_x + (pen[1] - ay) * along_y) / square, 0), 1)
            nearest = min(nearest, math.hypot(pen[0] - ax - share * along_x, pen[1] - ay - share * along_y))
    return nearest
