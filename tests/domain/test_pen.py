"""One test per quirk of a pen, a finger and a mouse; the orders nobody thought of are in test_pen_orders.py."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.pen import (
    JUMP_UM,
    SILENT_MS,
    Odd,
    Outcome,
    PenSample,
    Phase,
    StrokeBuilder,
    StrokePoint,
    Tool,
)


def sample(
    phase: Phase,
    x: int = 0,
    at: int = 0,
    *,
    tool: Tool = Tool.PEN,
    contact: int = 0,
    device: int = 0,
    pressure: int = 30_000,
) -> PenSample:
    return PenSample(phase, tool, x, 2 * x, pressure, at, None, None, contact, device)


def write(builder: StrokeBuilder, xs: list[int], *, tool: Tool = Tool.PEN, contact: int = 0) -> None:
    for index, x in enumerate(xs):
        builder.feed(sample(Phase.MOVE if index else Phase.DOWN, x, index, tool=tool, contact=contact))
    builder.feed(sample(Phase.UP, xs[-1], len(xs), tool=tool, contact=contact, pressure=0))


def xs_of(builder: StrokeBuilder) -> list[list[int]]:
    return [[point.x_um for point in stroke] for stroke in builder.take_finished()]


def test_a_release_repeats_the_last_position_and_adds_nothing() -> None:
    builder = StrokeBuilder()
    write(builder, [10, 20, 30])
    assert xs_of(builder) == [[10, 20, 30]]
    assert builder.take_finished() == ()


def test_a_tap_is_a_stroke_of_one_point() -> None:
    builder = StrokeBuilder()
    write(builder, [7])
    assert xs_of(builder) == [[7]]


def test_a_doubled_release_is_ignored() -> None:
    builder = StrokeBuilder()
    write(builder, [1, 2])
    assert builder.feed(sample(Phase.UP, 2, 9)) is Outcome.IGNORED
    assert xs_of(builder) == [[1, 2]]


def test_a_lost_release_keeps_what_was_drawn_and_begins_anew() -> None:
    builder = StrokeBuilder()
    builder.feed(sample(Phase.DOWN, 1, 1))
    builder.feed(sample(Phase.MOVE, 2, 2))
    write(builder, [8, 9])
    assert xs_of(builder) == [[1, 2], [8, 9]]
    assert builder.rejected == 0


def test_a_hovering_pen_draws_nothing() -> None:
    builder = StrokeBuilder()
    assert builder.feed(sample(Phase.MOVE, 5, 5, pressure=0)) is Outcome.IGNORED
    assert not builder.is_down
    assert builder.tool is None


def test_pressure_zero_in_a_stroke_is_marked_and_kept() -> None:
    builder = StrokeBuilder()
    builder.feed(sample(Phase.DOWN, 1, 1))
    builder.feed(sample(Phase.MOVE, 2, 2, pressure=0))
    builder.feed(sample(Phase.UP, 2, 3, pressure=0))
    (stroke,) = builder.take_finished()
    assert [point.odd for point in stroke] == [Odd.NONE, Odd.PRESSURE_ZERO]


def test_time_that_stands_still_is_normal_and_time_that_goes_back_is_marked() -> None:
    builder = StrokeBuilder()
    for phase, at in ((Phase.DOWN, 100), (Phase.MOVE, 100), (Phase.MOVE, 99), (Phase.MOVE, 120)):
        builder.feed(sample(phase, at, at))
    builder.end_contact()
    (stroke,) = builder.take_finished()
    assert [point.at_ms for point in stroke] == [100, 100, 99, 120]
    assert [point.odd for point in stroke] == [Odd.NONE, Odd.NONE, Odd.TIME_BACKWARD, Odd.NONE]


def test_an_impossible_jump_is_marked_and_kept() -> None:
    builder = StrokeBuilder()
    write(builder, [0, JUMP_UM, 2 * JUMP_UM])
    (stroke,) = builder.take_finished()
    # The test's y runs at twice x, so each step is above the bound.
    assert [point.odd for point in stroke] == [Odd.NONE, Odd.JUMP, Odd.JUMP]


def test_a_palm_that_lies_down_before_the_pen_is_rejected() -> None:
    builder = StrokeBuilder()
    builder.feed(sample(Phase.DOWN, 500, 0, tool=Tool.FINGER, contact=4))
    builder.feed(sample(Phase.MOVE, 501, 1, tool=Tool.FINGER, contact=4))
    assert builder.feed(sample(Phase.DOWN, 1, 2)) is Outcome.STARTED
    assert builder.feed(sample(Phase.MOVE, 502, 3, tool=Tool.FINGER, contact=4)) is Outcome.IGNORED
    builder.feed(sample(Phase.UP, 1, 4))
    assert xs_of(builder) == [[1]]
    assert (builder.rejected, builder.tool) == (1, Tool.PEN)


def test_a_palm_that_touched_and_left_before_the_pen_is_taken_back() -> None:
    builder = StrokeBuilder()
    write(builder, [500, 501], tool=Tool.FINGER, contact=4)
    assert builder.feed(sample(Phase.DOWN, 1, 2)) is Outcome.TOOK_OVER
    builder.feed(sample(Phase.UP, 1, 3))
    assert xs_of(builder) == [[1]]
    assert builder.rejected == 1


def test_a_palm_during_and_after_the_pen_is_rejected() -> None:
    builder = StrokeBuilder()
    builder.feed(sample(Phase.DOWN, 1, 1))
    assert builder.feed(sample(Phase.DOWN, 500, 2, tool=Tool.FINGER, contact=1)) is Outcome.REJECTED
    assert builder.feed(sample(Phase.MOVE, 501, 3, tool=Tool.FINGER, contact=1)) is Outcome.IGNORED
    builder.feed(sample(Phase.MOVE, 2, 4))
    builder.feed(sample(Phase.UP, 2, 5))
    assert builder.feed(sample(Phase.UP, 501, 6, tool=Tool.FINGER, contact=1)) is Outcome.IGNORED
    assert builder.feed(sample(Phase.DOWN, 600, 7, tool=Tool.FINGER, contact=2)) is Outcome.REJECTED
    assert xs_of(builder) == [[1, 2]]
    assert builder.rejected == 2


def test_a_second_finger_does_not_write() -> None:
    builder = StrokeBuilder()
    builder.feed(sample(Phase.DOWN, 1, 1, tool=Tool.FINGER, contact=1))
    assert builder.feed(sample(Phase.DOWN, 90, 2, tool=Tool.FINGER, contact=2)) is Outcome.REJECTED
    builder.feed(sample(Phase.MOVE, 91, 3, tool=Tool.FINGER, contact=2))
    builder.feed(sample(Phase.MOVE, 2, 4, tool=Tool.FINGER, contact=1))
    builder.feed(sample(Phase.UP, 2, 5, tool=Tool.FINGER, contact=1))
    assert xs_of(builder) == [[1, 2]]


def test_a_mouse_synthesised_before_the_finger_is_dropped() -> None:
    builder = StrokeBuilder()
    builder.feed(sample(Phase.DOWN, 1, 1, tool=Tool.MOUSE))
    builder.feed(sample(Phase.DOWN, 1, 1, tool=Tool.FINGER, contact=3))
    builder.feed(sample(Phase.MOVE, 2, 2, tool=Tool.MOUSE))
    builder.feed(sample(Phase.UP, 1, 3, tool=Tool.FINGER, contact=3))
    assert xs_of(builder) == [[1]]
    assert builder.tool is Tool.FINGER


def test_a_contact_that_the_system_cancels_decides_nothing() -> None:
    builder = StrokeBuilder()
    builder.feed(sample(Phase.DOWN, 1, 1, tool=Tool.FINGER, contact=3))
    assert builder.feed(sample(Phase.CANCEL, 1, 2, tool=Tool.FINGER, contact=3)) is Outcome.REJECTED
    assert builder.tool is None
    write(builder, [5, 6], tool=Tool.MOUSE)
    assert xs_of(builder) == [[5, 6]]


def test_after_clearing_any_tool_may_begin() -> None:
    builder = StrokeBuilder()
    write(builder, [1, 2])
    builder.forget_tool()
    write(builder, [3, 4], tool=Tool.MOUSE)
    assert xs_of(builder) == [[1, 2], [3, 4]]


def test_a_burst_of_five_thousand_points_is_kept() -> None:
    builder = StrokeBuilder()
    write(builder, list(range(5_000)))
    assert xs_of(builder) == [list(range(5_000))]


def test_a_second_pen_does_not_write_into_the_stroke_of_the_first() -> None:
    """Wacom pen displays and Windows Ink report two pens of one office set at once."""
    builder = StrokeBuilder()
    builder.feed(sample(Phase.DOWN, 1, 1, device=8))
    assert builder.feed(sample(Phase.DOWN, 90, 2, device=9)) is Outcome.REJECTED
    assert builder.feed(sample(Phase.MOVE, 91, 3, device=9)) is Outcome.IGNORED
    assert builder.feed(sample(Phase.MOVE, 2, 4, device=8)) is Outcome.EXTENDED
    assert builder.feed(sample(Phase.UP, 91, 5, device=9)) is Outcome.IGNORED
    assert builder.end_contact(9) is Outcome.IGNORED
    assert builder.feed(sample(Phase.UP, 2, 6, device=8)) is Outcome.FINISHED
    # Between two strokes either may write: the first pen's battery may have ended.
    assert builder.feed(sample(Phase.DOWN, 5, 7, device=9)) is Outcome.STARTED
    assert builder.end_contact(9) is Outcome.FINISHED
    assert xs_of(builder) == [[1, 2], [5]]
    assert (builder.begun, builder.rejected) == (3, 1)


def test_a_pen_unplugged_in_a_stroke_makes_room_for_the_next_and_keeps_its_ink() -> None:
    """A USB pen display pulled out sends no release; the spare pen is another device of the system."""
    builder = StrokeBuilder()
    builder.feed(sample(Phase.DOWN, 1, 1_000, device=8))
    builder.feed(sample(Phase.MOVE, 2, 1_008, device=8))
    assert builder.feed(sample(Phase.DOWN, 7, 1_008 + SILENT_MS, device=9)) is Outcome.REJECTED
    assert builder.feed(sample(Phase.DOWN, 7, 1_009 + SILENT_MS, device=9)) is Outcome.STARTED
    builder.end_contact()
    assert xs_of(builder) == [[1, 2], [7]]


def test_a_finger_that_rests_is_not_gone() -> None:
    """Touchscreens report a still finger once: its silence says nothing, and the palm beside it stays out."""
    builder = StrokeBuilder()
    builder.feed(sample(Phase.DOWN, 1, 0, tool=Tool.FINGER, contact=1))
    late = SILENT_MS * 5
    assert builder.feed(sample(Phase.DOWN, 9, late, tool=Tool.FINGER, contact=2)) is Outcome.REJECTED
    assert builder.feed(sample(Phase.MOVE, 2, late + 1, tool=Tool.FINGER, contact=1)) is Outcome.EXTENDED


def test_a_doubled_press_loses_nothing() -> None:
    """Some USB tablets send the press twice, the second with the first pressure above zero."""
    builder = StrokeBuilder()
    builder.feed(sample(Phase.DOWN, 1, 1, pressure=0))
    builder.feed(sample(Phase.DOWN, 1, 1))
    builder.feed(sample(Phase.MOVE, 2, 2))
    builder.feed(sample(Phase.UP, 2, 3))
    assert xs_of(builder) == [[1], [1, 2]]


def test_pressure_zero_before_the_release_is_marked_and_kept() -> None:
    """EMR pens of convertible laptops report one to three moves with pressure 0 while they are lifted."""
    builder = StrokeBuilder()
    for phase, x, pressure in (("down", 1, 900), ("move", 2, 800), ("move", 3, 0), ("move", 4, 0), ("up", 4, 0)):
        builder.feed(sample(Phase(phase), x, x, pressure=pressure))
    (stroke,) = builder.take_finished()
    assert [(point.x_um, point.pressure) for point in stroke] == [(1, 900), (2, 800), (3, 0), (4, 0)]
    assert [bool(point.odd & Odd.PRESSURE_ZERO) for point in stroke] == [False, False, True, True]


def test_a_mouse_synthesised_beside_the_tablet_never_writes() -> None:
    """Older Windows drivers send mouse events of their own before, between and after those of the pen."""
    builder = StrokeBuilder()
    builder.feed(sample(Phase.DOWN, 1, 1, tool=Tool.MOUSE))
    assert builder.feed(sample(Phase.DOWN, 1, 1)) is Outcome.STARTED
    assert builder.feed(sample(Phase.MOVE, 2, 2, tool=Tool.MOUSE)) is Outcome.IGNORED
    builder.feed(sample(Phase.MOVE, 2, 2))
    builder.feed(sample(Phase.UP, 2, 3, tool=Tool.MOUSE))
    builder.feed(sample(Phase.UP, 2, 3))
    assert builder.feed(sample(Phase.DOWN, 2, 4, tool=Tool.MOUSE)) is Outcome.REJECTED
    assert xs_of(builder) == [[1, 2]]
    assert (builder.begun, builder.rejected) == (3, 2)


def test_palm_rejection_knows_neither_size_nor_confidence() -> None:
    """Windows devices need not report them: what is not in a sample cannot decide."""
    assert {name for name in PenSample.__slots__ if name not in StrokePoint.__slots__} == {
        "phase", "tool", "contact", "device",
    }  # fmt: skip


def test_a_contact_turned_away_is_counted() -> None:
    builder = StrokeBuilder()
    builder.turn_away()
    assert (builder.begun, builder.rejected, builder.tool) == (1, 1, None)


@given(st.lists(st.lists(st.integers(0, 300_000), min_size=1, max_size=40), min_size=1, max_size=8))
def test_no_sample_between_contact_and_release_is_lost_and_order_is_kept(strokes: list[list[int]]) -> None:
    builder = StrokeBuilder()
    for xs in strokes:
        write(builder, xs)
    assert xs_of(builder) == strokes
