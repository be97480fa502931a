"""The drawn outline covers where the pen was, and not much more."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.pen import StrokePoint
from kpu_desk.domain.ribbon import EVEN_UM, SPEED_SAMPLES, Point, newest_widths_um, outline, thinned, widths_um


def _winding(polygon: list[Point], x: float, y: float) -> int:
    number = 0
    for (ax, ay), (bx, by) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        side = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
        if ay <= y < by and side > 0:
            number += 1
        elif by <= y < ay and side < 0:
            number -= 1
    return number


def _covered(polygons: list[list[Point]], x: float, y: float) -> bool:
    return sum(_winding(polygon, x, y) for polygon in polygons) != 0


def _area(polygon: list[Point]) -> float:
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(polygon, polygon[1:] + polygon[:1], strict=True)) / 2


def _point(x: int, at_ms: int, pressure: int = 65_535) -> StrokePoint:
    return StrokePoint(x, 0, pressure, at_ms)


def test_width_grows_with_pressure_within_the_pens_range() -> None:
    widths = widths_um([_point(0, 0, pressure) for pressure in range(0, 65_536, 4_369)], True)
    assert list(widths) == sorted(widths)
    assert widths[0] == 250
    assert widths[-1] == 900


def test_without_pressure_a_quick_line_is_thinner_than_a_slow_one() -> None:
    at_speed = [widths_um([_point(8 * mm_s * i, 8 * i) for i in range(20)], False)[-1] for mm_s in (0, 5, 50, 200, 900)]
    assert at_speed == sorted(at_speed, reverse=True)
    assert 300 < at_speed[-1] < at_speed[0] < 900
    # A dot, and ink of a clock that stands still or runs backwards, have the width of a ballpoint.
    assert widths_um([_point(0, 0)], False) == (EVEN_UM,)
    assert set(widths_um([_point(i, 1_000 - i) for i in range(30)], False)) == {EVEN_UM}
    assert set(widths_um([_point(1_000 * i, 7) for i in range(30)], False)) == {EVEN_UM}


def test_width_from_speed_does_not_flicker_with_whole_milliseconds() -> None:
    # 400 points a second at 80 mm/s: the times are 0, 2, 5, 7, 10 …
    widths = widths_um([_point(200 * i, i * 5 // 2) for i in range(200)], False)[SPEED_SAMPLES:]
    assert max(widths) - min(widths) < 10


@given(
    st.lists(st.tuples(st.integers(0, 99_999), st.integers(0, 999), st.integers(0, 65_535)), min_size=1, max_size=60),
    st.booleans(),
)
def test_a_width_never_changes_when_the_stroke_goes_on(rows: list[tuple[int, int, int]], has_pressure: bool) -> None:
    points = [_point(*row) for row in rows]
    whole = widths_um(points, has_pressure)
    assert len(whole) == len(points)
    for end in range(1, len(points) + 1):
        newest = points[max(end - 3 - SPEED_SAMPLES, 0) : end]
        assert newest_widths_um(newest, 3, has_pressure) == list(whole[max(end - 3, 0) : end])


def test_no_points_no_ink() -> None:
    assert outline([]) == []


def test_one_point_is_a_round_dot() -> None:
    (dot,) = outline([(100, 200, 60)])
    assert all(math.dist(corner, (100, 200)) == pytest.approx(30) for corner in dot)
    assert _area(dot) == pytest.approx(math.pi * 30 * 30, rel=0.02)
    assert outline([(100, 200, 60), (100, 200, 40)]) == [dot]


def test_a_tremor_that_ends_where_it_began_is_a_dot() -> None:
    (dot,) = outline([(0, 0, 250), (0, 1, 250), (0, 0, 250)])
    assert _area(dot) == pytest.approx(math.pi * 125 * 125, rel=0.02)


def test_a_straight_stroke_has_the_area_of_a_rounded_bar() -> None:
    (bar,) = outline([(float(x), 50.0, 10.0) for x in range(0, 201, 20)])
    assert _area(bar) == pytest.approx(200 * 10 + math.pi * 25, rel=0.01)
    assert max(x for x, _ in bar) == pytest.approx(205, abs=0.2)
    assert min(x for x, _ in bar) == pytest.approx(-5, abs=0.2)


def test_a_sharp_corner_has_a_round_join() -> None:
    there_and_back = outline([(0, 0, 10), (100, 0, 10), (0, 1, 10)])
    assert len(there_and_back) > 1
    assert all(_area(piece) > 0 for piece in there_and_back)


pens = st.lists(
    st.tuples(st.floats(0, 60_000, width=32), st.floats(0, 25_000, width=32), st.floats(250, 900, width=32)),
    min_size=1,
    max_size=40,
)


@given(pens)
def test_both_ends_are_inked_and_nothing_leaves_the_neighbourhood(
    points: list[tuple[float, float, float]],
) -> None:
    polygons = outline(points)
    for x, y, _ in (points[0], points[-1]):
        # Half a µm aside: the exact end may lie on a polygon's corner line.
        assert _covered(polygons, x + 0.31, y + 0.17)
    left, right = min(p[0] for p in points), max(p[0] for p in points)
    low, high = min(p[1] for p in points), max(p[1] for p in points)
    for polygon in polygons:
        for x, y in polygon:
            assert left - 451 <= x <= right + 451
            assert low - 451 <= y <= high + 451


@given(st.lists(st.tuples(st.floats(-0.35, 0.35), st.floats(250, 900)), min_size=2, max_size=60))
def test_a_smooth_line_is_inked_without_a_gap(turns: list[tuple[float, float]]) -> None:
    x = y = heading = 0.0
    points = []
    for turn, width in turns:
        heading += turn
        x, y = x + 1_000 * math.cos(heading), y + 1_000 * math.sin(heading)
        points.append((x, y, width))
    polygons = outline(points)
    for a, b in itertools.pairwise(points):
        middle = ((a[0] + b[0]) / 2 + 0.31, (a[1] + b[1]) / 2 + 0.17)
        assert _covered(polygons, *middle)


def _away(point: Point, begin: Point, end: Point) -> float:
    along_x, along_y = end[0] - begin[0], end[1] - begin[1]
    length = along_x * along_x + along_y * along_y
    share = ((point[0] - begin[0]) * along_x + (point[1] - begin[1]) * along_y) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return math.dist(point, (begin[0] + share * along_x, begin[1] + share * along_y))


@given(st.lists(st.tuples(st.integers(-500, 500), st.integers(-500, 500)), min_size=1, max_size=60), st.floats(0.5, 40))
def test_a_thinned_outline_passes_every_corner_within_the_tolerance(
    corners: list[tuple[int, int]], tolerance: float
) -> None:
    polygon = [(float(x), float(y)) for x, y in corners]
    kept = thinned(polygon, tolerance)
    assert kept[0] == polygon[0]
    assert kept[-1] == polygon[-1]
    edges = list(itertools.pairwise(kept)) or [(kept[0], kept[0])]
    assert all(min(_away(corner, *edge) for edge in edges) <= tolerance * 1.001 + 1e-9 for corner in polygon)


def test_straight_edges_lose_all_corners_but_their_ends() -> None:
    assert thinned([(x / 10, 0.0) for x in range(100)], 0.01) == [(0.0, 0.0), (9.9, 0.0)]
