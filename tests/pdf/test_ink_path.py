"""Ink on paper stays in its place, keeps its proportions and is never blown up."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.ink import make_ink
from kpu_desk.domain.ink_drawing import InkDrawing, draw
from kpu_desk.domain.pen import StrokePoint, Tool
from kpu_desk.pdf.ink_path import ink_shape
from kpu_desk.pdf.page import UM_PER_PT, Shape
from tests.pdf.sample_contents import squiggle

STATEMENT = SlotPlace("pembuat", 0, 110_000, 60_000, 60_000, 25_000)
CELL = SlotPlace("hadir-001", 0, 140_000, 60_000, 30_000, 13_000)


def _bounds(shape: Shape) -> tuple[float, float, float, float]:
    points = [point for polygon in shape.polygons for point in polygon]
    xs, ys = [x * UM_PER_PT for x, _ in points], [y * UM_PER_PT for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _inside(shape: Shape, place: SlotPlace) -> bool:
    left, low, right, high = _bounds(shape)
    return (
        left >= place.x_um - 1
        and low >= place.y_um - 1
        and right <= place.x_um + place.width_um + 1
        and high <= place.y_um + place.height_um + 1
    )


def _ink(points: Sequence[tuple[int, int]]) -> InkDrawing:
    stroke = tuple(StrokePoint(x, y, 40_000, 5 * index) for index, (x, y) in enumerate(points))
    return draw(make_ink((stroke,), tool=Tool.PEN, width_um=120_000, height_um=40_000, has_pressure=True))


@pytest.mark.parametrize("place", [STATEMENT, CELL])
def test_a_signature_stays_inside_and_fills_its_place(place: SlotPlace) -> None:
    shape = ink_shape(draw(squiggle()), place)
    assert shape is not None
    assert _inside(shape, place)
    left, low, right, high = _bounds(shape)
    assert right - left > 0.8 * place.width_um or high - low > 0.8 * place.height_um


def test_a_small_signature_keeps_its_natural_size() -> None:
    shape = ink_shape(_ink([(1_000, 1_000), (11_000, 1_000)]), STATEMENT)
    assert shape is not None
    left, _, right, _ = _bounds(shape)
    assert right - left == pytest.approx(10_000, abs=900)


def test_up_on_the_pad_is_up_on_paper() -> None:
    shape = ink_shape(_ink([(0, 0), (0, 10_000), (10_000, 10_000)]), STATEMENT)
    assert shape is not None
    left, low, _, high = _bounds(shape)
    points = [(x * UM_PER_PT, y * UM_PER_PT) for polygon in shape.polygons for x, y in polygon]
    assert any(x < left + 900 and y > high - 900 for x, y in points)
    assert not any(x > left + 5_000 and y > low + 5_000 for x, y in points)


def test_no_ink_no_shape() -> None:
    empty = make_ink((), tool=Tool.PEN, width_um=1, height_um=1, has_pressure=True)
    assert ink_shape(draw(empty), STATEMENT) is None


def test_the_colour_is_the_offices_pen() -> None:
    shape = ink_shape(draw(squiggle()), STATEMENT)
    assert shape is not None
    assert tuple(round(part * 255) for part in shape.colour) == (0x12, 0x24, 0x5C)


@given(st.lists(st.tuples(st.integers(0, 400_000), st.integers(0, 100_000)), min_size=1, max_size=30))
def test_no_ink_ever_leaves_its_place(points: list[tuple[int, int]]) -> None:
    for place in (STATEMENT, CELL):
        shape = ink_shape(_ink(points), place)
        assert shape is not None
        assert _inside(shape, place)
