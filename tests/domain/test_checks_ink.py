"""What is no signature, and what a person is asked about: dots, short lines, straight lines."""

from __future__ import annotations

import math
import random
from dataclasses import replace

import pytest

from kpu_desk.domain import checks
from kpu_desk.domain.documents import InkKind
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.ink import Ink, make_ink
from kpu_desk.domain.pen import StrokePoint, Tool
from kpu_desk.domain.synthetic_ink import synthesise

SIGNATURE, ATTACHMENT, PARAF = InkKind


def drawn(*strokes: list[tuple[float, float]]) -> Ink:
    """Ink through these places, in mm."""
    return make_ink(
        tuple(
            tuple(StrokePoint(round(x * 1000), round(y * 1000), 40_000, 8 * n) for n, (x, y) in enumerate(places))
            for places in strokes
        ),
        tool=Tool.PEN,
        width_um=150_000,
        height_um=50_000,
        has_pressure=True,
    )


def line(length_mm: float, degrees: float = 0, samples: int = 20, shake_mm: float = 0.0) -> list[tuple[float, float]]:
    """A line from the middle of the pad; a hand shakes."""
    dice = random.Random(7)
    turn = math.radians(degrees)
    return [
        (
            75 + length_mm * n / (samples - 1) * math.cos(turn) + dice.uniform(-shake_mm, shake_mm),
            25 + length_mm * n / (samples - 1) * math.sin(turn) + dice.uniform(-shake_mm, shake_mm),
        )
        for n in range(samples)
    ]


@pytest.mark.parametrize("kind", InkKind)
def test_empty_ink_is_refused(kind: InkKind) -> None:
    with pytest.raises(RuleError, match="KPU-INK-ENOUGH") as caught:
        checks.check_ink_enough(drawn(), kind)
    assert caught.value.facts == {"ink": kind.value}
    checks.check_ink_enough(drawn([(1, 1)]), kind)


@pytest.mark.parametrize("degrees", range(0, 360, 15))
@pytest.mark.parametrize("kind", [SIGNATURE, ATTACHMENT])
def test_a_straight_line_is_refused_in_every_direction(kind: InkKind, degrees: int) -> None:
    for straight in (
        drawn(line(20, degrees)),
        drawn(line(20, degrees, samples=2)),
        drawn(line(12, degrees), line(20, degrees)),
    ):
        with pytest.raises(RuleError, match="KPU-INK-STRAIGHT"):
            checks.check_ink_not_straight(straight, kind)
        checks.check_ink_not_straight(straight, PARAF)
        assert checks.needs_confirming(straight, PARAF)
    for free in (drawn(line(20, degrees, shake_mm=0.5)), drawn(line(20, degrees), line(20, degrees + 90))):
        checks.check_ink_not_straight(free, kind)
        assert not checks.needs_confirming(free, kind)


@pytest.mark.parametrize(
    ("ink", "asked"),
    [
        (drawn([(10, 10)]), True),
        (drawn([(10, 10)], [(30, 10)]), True),
        (drawn([(10, 10)] * 30), True),
        (drawn(line(1.2, 30)), True),
        (drawn(line(4.2, shake_mm=0.3, samples=60)), True),
        (drawn(line(3), line(3, 90)), False),
        (drawn(line(8, shake_mm=0.5)), False),
    ],
    ids=["dot", "dots", "a pen that rests", "very short", "short", "two short strokes", "long enough"],
)
def test_a_dot_or_a_single_short_line_is_asked_about(ink: Ink, asked: bool) -> None:
    for kind in InkKind:
        assert checks.needs_confirming(ink, kind) is asked
        checks.check_ink_not_straight(ink, kind)
        checks.check_ink_confirmed(ink, kind, (("confirmed", 1),))
        if asked:
            with pytest.raises(RuleError, match="KPU-INK-CONFIRMED"):
                checks.check_ink_confirmed(ink, kind, (("undone", 1),))
        else:
            checks.check_ink_confirmed(ink, kind, ())


def test_a_finger_among_inks_by_pen_is_asked_about() -> None:
    by_pen, by_finger = (replace(drawn(line(20, shake_mm=2)), tool=tool) for tool in (Tool.PEN, Tool.FINGER))
    for beside, asked in (((by_finger, by_pen), True), ((by_finger, by_finger), False), ((), False)):
        assert checks.may_be_a_palm(by_finger, beside) is asked
        checks.check_ink_confirmed(by_finger, SIGNATURE, (("confirmed", 1),), beside)
        if asked:
            with pytest.raises(RuleError, match="KPU-INK-CONFIRMED"):
                checks.check_ink_confirmed(by_finger, SIGNATURE, (), beside)
        else:
            checks.check_ink_confirmed(by_finger, SIGNATURE, (), beside)
    assert not checks.may_be_a_palm(by_pen, (by_finger, by_pen))


def test_no_hand_of_a_rehearsal_is_refused_or_asked() -> None:
    for person in range(60):
        made = synthesise(person, 1)
        for kind, strokes in ((SIGNATURE, made.strokes), (PARAF, made.strokes[:1])):
            ink = drawn(*[[(sample.x, sample.y) for sample in stroke] for stroke in strokes])
            checks.check_ink_not_straight(ink, kind)
            assert not checks.needs_confirming(ink, kind), (person, kind)
