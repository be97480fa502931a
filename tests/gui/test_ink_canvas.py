"""The pad: every sample there with its own numbers, palms out, only the newest rectangle painted."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPaintEvent, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kpu_desk.domain.ink import parse_ink
from kpu_desk.domain.pen import FULL_PRESSURE, Odd, Tool
from kpu_desk.gui.ink_canvas import InkCanvas, keep_every_point
from kpu_desk.gui.ink_painter import UM_PER_PX
from tests.gui.pen_events import (
    PEN_WITHOUT_PRESSURE,
    Sample,
    TestPen,
    mouse_stroke,
    synthesised_mouse_press,
)

RECORDINGS = Path(__file__).resolve().parents[3] / "shared" / "data" / "ink" / "svc2004"


class Paints(QObject):
    """Keeps the rectangle of every paint event of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.rects: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.append(event.rect())
        return False


def wave(count: int, start: int = 1_000) -> list[Sample]:
    return [
        (
            60 + 700 * index / count + 0.3,
            150 + 80 * math.sin(index / 9),
            0.2 + 0.6 * abs(math.sin(index / 17)),
            start + 8 * index,
        )
        for index in range(count)
    ]


def test_every_sample_of_the_pen_is_there_with_its_own_numbers(canvas: InkCanvas) -> None:
    samples = wave(300)
    TestPen(canvas).stroke(samples)
    ink = canvas.ink()
    (stroke,) = ink.strokes
    assert [point.at_ms for point in stroke.points] == [at - 1_000 for *_, at in samples]
    for point, (x, y, pressure, _) in zip(stroke.points, samples, strict=True):
        assert abs(point.x_um - x * UM_PER_PX) <= 0.5
        assert abs(point.y_um - y * UM_PER_PX) <= 0.5
        assert abs(point.pressure - pressure * FULL_PRESSURE) <= 1
        assert (point.tilt_x, point.tilt_y) == (0, 0)
    assert (ink.tool, ink.has_pressure) == (Tool.PEN, True)
    assert (ink.width_um, ink.height_um) == (round(900 * UM_PER_PX), round(300 * UM_PER_PX))
    assert parse_ink(ink.canonical()) == ink


@pytest.mark.skipif(not RECORDINGS.is_dir(), reason="../shared/data is not beside the checkout")
def test_real_recordings_come_out_as_they_went_in(canvas: InkCanvas, at_length: Callable[[int, int], int]) -> None:
    for path in sorted(RECORDINGS.glob("*.TXT"))[: at_length(12, 400)]:
        rows = [[int(number) for number in line.split()] for line in path.read_text().splitlines()[1:]]
        left, top = min(row[0] for row in rows), min(row[1] for row in rows)
        scale = min(800 / max(row[0] - left + 1 for row in rows), 260 / max(row[1] - top + 1 for row in rows))
        pen = TestPen(canvas)
        samples: list[list[Sample]] = []
        for x, y, at, down, _, _, pressure in rows:
            sample = (50 + (x - left) * scale, 20 + (y - top) * scale, pressure / 1023, at)
            if down == 0 or not samples:
                samples.append([])
            samples[-1].append(sample)
        canvas.begin("Damar Wiraguna")
        for stroke in samples:
            pen.stroke(stroke)
        ink = canvas.ink()
        kept = [p for stroke in ink.strokes for p in stroke.points]
        sent = [sample for stroke in samples for sample in stroke]
        assert [len(stroke.points) for stroke in ink.strokes] == [len(stroke) for stroke in samples], path.name
        for point, (px, py, force, at) in zip(kept, sent, strict=True):
            assert (point.x_um, point.y_um) == (round(px * UM_PER_PX), round(py * UM_PER_PX)), path.name
            assert abs(point.pressure - force * FULL_PRESSURE) <= 1, path.name
            assert point.at_ms == at - sent[0][3], path.name


def test_tilt_is_kept_in_hundredths_of_a_degree(canvas: InkCanvas) -> None:
    pen = TestPen(canvas)
    pen.press((10, 10, 0.5, 1), tilt=(12.34, -7.5))
    pen.move((20, 10, 0.5, 9), tilt=(12.5, -7.25))
    pen.release((20, 10, 0, 17))
    points = canvas.ink().strokes[0].points
    assert [(point.tilt_x, point.tilt_y) for point in points] == [(1234, -750), (1250, -725)]
    assert canvas.device().has_tilt


def test_a_pen_without_pressure_or_tilt_says_so(canvas: InkCanvas) -> None:
    TestPen(canvas, PEN_WITHOUT_PRESSURE).stroke([(10, 10, 0, 1), (20, 20, 0, 9)])
    ink = canvas.ink()
    assert not ink.has_pressure
    assert not ink.has_tilt
    assert {point.pressure for point in ink.strokes[0].points} == {FULL_PRESSURE}
    device = canvas.device()
    assert (device.tool, device.name, device.has_pressure) == ("pen", "test pen", False)


def test_ties_and_backward_times_are_kept_in_order(canvas: InkCanvas) -> None:
    times = [100, 100, 108, 104, 104, 116]
    TestPen(canvas).stroke([(10 + index, 20, 0.5, at) for index, at in enumerate(times)])
    points = canvas.ink().strokes[0].points
    assert [point.at_ms for point in points] == [0, 0, 8, 4, 4, 16]
    assert [bool(point.odd & Odd.TIME_BACKWARD) for point in points] == [
        False, False, False, True, False, False,
    ]  # fmt: skip
    assert [point.x_um for point in points] == sorted(point.x_um for point in points)


def test_pressure_zero_in_a_stroke_is_a_sample(canvas: InkCanvas) -> None:
    TestPen(canvas).stroke([(10, 10, 0.4, 1), (12, 12, 0.0, 9), (14, 14, 0.0, 17)])
    assert [point.pressure for point in canvas.ink().strokes[0].points] == [round(0.4 * FULL_PRESSURE), 0, 0]


def test_a_burst_of_five_thousand_points_loses_none(canvas: InkCanvas) -> None:
    samples = wave(5_000)
    TestPen(canvas).stroke(samples)
    assert canvas.ink().sample_count == 5_000


def test_every_tablet_event_is_accepted_and_hovering_draws_nothing(canvas: InkCanvas) -> None:
    pen = TestPen(canvas)
    events: list[QTabletEvent] = [pen.move((5, 5, 0, 1)), pen.press((6, 6, 0.5, 2)), pen.release((6, 6, 0, 3))]
    assert all(event.isAccepted() for event in events)
    assert canvas.ink().sample_count == 1


def test_a_button_on_the_barrel_does_not_end_the_stroke(canvas: InkCanvas) -> None:
    pen = TestPen(canvas)
    right = Qt.MouseButton.RightButton
    pen.press((10, 10, 0.5, 1))
    pen.send(QEvent.Type.TabletPress, (11, 10, 0.5, 2), button=right)
    pen.send(QEvent.Type.TabletRelease, (12, 10, 0.5, 3), button=right)
    pen.release((12, 10, 0, 4))
    assert [len(stroke.points) for stroke in canvas.ink().strokes] == [3]


def test_the_finger_writes_and_a_second_finger_does_not(canvas: InkCanvas) -> None:
    touch = QTest.createTouchDevice()
    QTest.touchEvent(canvas, touch).press(0, QPoint(100, 100), canvas).commit()
    for x in range(101, 140):
        QTest.touchEvent(canvas, touch).move(0, QPoint(x, 100), canvas).commit()
    QTest.touchEvent(canvas, touch).stationary(0).press(1, QPoint(300, 100), canvas).commit()
    QTest.touchEvent(canvas, touch).stationary(0).move(1, QPoint(310, 100), canvas).commit()
    QTest.touchEvent(canvas, touch).move(0, QPoint(140, 100), canvas).release(1, QPoint(310, 100), canvas).commit()
    QTest.touchEvent(canvas, touch).release(0, QPoint(140, 100), canvas).commit()
    ink = canvas.ink()
    assert [[round(p.x_um / UM_PER_PX) for p in stroke.points] for stroke in ink.strokes] == [list(range(100, 141))]
    assert (ink.tool, ink.has_pressure, canvas.rejected) == (Tool.FINGER, False, 1)


def test_the_mouse_writes_and_a_synthesised_one_does_not(canvas: InkCanvas) -> None:
    synthesised_mouse_press(canvas, (5, 5), QTest.createTouchDevice())
    assert canvas.is_empty
    mouse_stroke(canvas, [(10.5, 10), (20, 20), (30, 10)])
    ink = canvas.ink()
    assert ink.sample_count == 3
    assert ink.tool is Tool.MOUSE
    assert ink.strokes[0].points[0].x_um == round(10.5 * UM_PER_PX)
    assert [point.at_ms for point in ink.strokes[0].points] == [0, 8, 16]


def test_a_palm_before_during_and_after_the_pen_leaves_no_ink(canvas: InkCanvas) -> None:
    touch = QTest.createTouchDevice()
    pen = TestPen(canvas)
    # Before, already lifted; before, still lying.
    QTest.touchEvent(canvas, touch).press(0, QPoint(600, 250), canvas).commit()
    QTest.touchEvent(canvas, touch).release(0, QPoint(600, 250), canvas).commit()
    QTest.touchEvent(canvas, touch).press(1, QPoint(610, 260), canvas).commit()
    pen.press((100, 100, 0.5, 1_000))
    QTest.touchEvent(canvas, touch).move(1, QPoint(612, 262), canvas).commit()
    pen.move((110, 100, 0.5, 1_008))
    # During: a second part of the hand.
    QTest.touchEvent(canvas, touch).stationary(1).press(2, QPoint(640, 280), canvas).commit()
    pen.release((110, 100, 0, 1_016))
    QTest.touchEvent(canvas, touch).release(1, QPoint(612, 262), canvas).release(2, QPoint(640, 280), canvas).commit()
    # After.
    QTest.touchEvent(canvas, touch).press(3, QPoint(620, 270), canvas).commit()
    QTest.touchEvent(canvas, touch).release(3, QPoint(620, 270), canvas).commit()
    ink = canvas.ink()
    assert [len(stroke.points) for stroke in ink.strokes] == [2]
    assert ink.tool is Tool.PEN
    assert canvas.rejected == 4
    assert _dark_pixels(canvas, QRect(590, 240, 80, 50)) == 0


def test_a_lost_release_loses_no_sample(canvas: InkCanvas) -> None:
    pen = TestPen(canvas)
    pen.press((10, 10, 0.5, 1))
    pen.move((20, 10, 0.5, 9))
    pen.stroke([(50, 50, 0.5, 400), (60, 50, 0.5, 408)])
    assert [len(stroke.points) for stroke in canvas.ink().strokes] == [2, 2]


def test_a_window_that_takes_the_focus_away_does_not_cut_the_stroke(canvas: InkCanvas, qtbot: QtBot) -> None:
    pen = TestPen(canvas)
    pen.press((10, 10, 0.5, 1))
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    other.activateWindow()
    pen.move((20, 10, 0.5, 9))
    pen.release((20, 10, 0.5, 17))
    assert [len(stroke.points) for stroke in canvas.ink().strokes] == [2]


def test_a_pen_out_of_reach_ends_the_stroke_and_keeps_it(canvas: InkCanvas, qtbot: QtBot) -> None:
    pen = TestPen(canvas)
    pen.press((10, 10, 0.5, 1))
    pen.move((20, 10, 0.5, 9))
    with qtbot.waitSignal(canvas.stroke_finished):
        application = QCoreApplication.instance()
        assert application is not None
        leave = QTabletEvent(
            QEvent.Type.TabletLeaveProximity, pen.device, QPointF(), QPointF(), 0, 0, 0, 0, 0, 0,
            Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
        )  # fmt: skip
        QCoreApplication.sendEvent(application, leave)
    pen.move((25, 10, 0.0, 20))
    assert [len(stroke.points) for stroke in canvas.ink().strokes] == [2]


def test_hiding_ends_the_stroke_and_keeps_it(canvas: InkCanvas) -> None:
    pen = TestPen(canvas)
    pen.press((10, 10, 0.5, 1))
    pen.move((20, 10, 0.5, 9))
    canvas.hide()
    assert canvas.ink().sample_count == 2


def test_undo_takes_one_stroke_and_clear_counts_an_attempt(canvas: InkCanvas) -> None:
    pen = TestPen(canvas)
    empty = canvas.grab().toImage()
    pen.stroke(wave(50))
    one = canvas.grab().toImage()
    pen.stroke([(300, 60, 0.9, 9_000), (400, 240, 0.9, 9_008)])
    assert canvas.grab().toImage() != one
    canvas.undo_stroke()
    assert canvas.grab().toImage() == one
    assert canvas.discarded == 0
    canvas.clear()
    assert canvas.is_empty
    assert canvas.grab().toImage() == empty
    assert canvas.discarded == 1
    canvas.clear()
    canvas.undo_stroke()
    assert canvas.discarded == 1
    # After clearing, another tool may write.
    mouse_stroke(canvas, [(10, 10), (20, 20)])
    assert canvas.ink().tool is Tool.MOUSE
    canvas.undo_stroke()
    assert canvas.discarded == 2
    canvas.begin("Utari Hartaman")
    assert canvas.discarded == 0


def test_a_frozen_pad_takes_no_more(canvas: InkCanvas) -> None:
    pen = TestPen(canvas)
    pen.stroke(wave(20))
    canvas.set_frozen(True)
    pen.stroke(wave(20))
    assert canvas.ink().sample_count == 20
    canvas.set_frozen(False)
    pen.stroke(wave(20))
    assert canvas.ink().sample_count == 40


def test_only_the_newest_rectangle_is_painted(canvas: InkCanvas, qtbot: QtBot) -> None:
    pen = TestPen(canvas)
    samples = wave(60)
    pen.press(samples[0])
    QApplication.processEvents()
    paints = Paints(canvas)
    for before, sample in pairwise(samples):
        paints.rects.clear()
        pen.move(sample)
        QApplication.processEvents()
        assert len(paints.rects) == 1
        rect = paints.rects[0]
        assert rect.contains(QPointF(*sample[:2]).toPoint())
        assert rect.contains(QPointF(*before[:2]).toPoint())
        assert rect.width() < 60
        assert rect.height() < 60
    pen.release(samples[-1])


def test_nothing_jumps_when_the_stroke_ends_or_is_drawn_anew(canvas: InkCanvas) -> None:
    pen = TestPen(canvas)
    samples = wave(200)
    pen.press(samples[0])
    for sample in samples[1:]:
        pen.move(sample)
    QApplication.processEvents()
    while_down = canvas.grab().toImage()
    pen.release(samples[-1])
    after = canvas.grab().toImage()
    assert after == while_down
    canvas.resize(901, 300)
    canvas.resize(900, 300)
    assert canvas.grab().toImage() == after


def test_more_pressure_is_wider_ink(canvas: InkCanvas) -> None:
    pen = TestPen(canvas)
    pen.stroke([(100.0 + x, 60.0, 0.1, x) for x in range(0, 200, 5)])
    pen.stroke([(100.0 + x, 120.0, 1.0, 500 + x) for x in range(0, 200, 5)])
    light, heavy = _dark_pixels(canvas, QRect(100, 50, 200, 20)), _dark_pixels(canvas, QRect(100, 110, 200, 20))
    assert 0 < 1.5 * light < heavy


def test_what_is_on_the_pad_is_the_picture_and_stays_after_a_resize(canvas: InkCanvas) -> None:
    pen = TestPen(canvas)
    pen.stroke(wave(100))
    before = canvas.ink()
    canvas.resize(1200, 400)
    after = canvas.ink()
    assert after.strokes == before.strokes
    assert after.width_um == round(1200 * UM_PER_PX)
    assert _dark_pixels(canvas, QRect(40, 50, 740, 150)) > 300


def test_no_merging_of_touch_and_mouse_points(qapp: QApplication) -> None:
    keep_every_point()
    assert not QCoreApplication.testAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents)


def _dark_pixels(canvas: InkCanvas, where: QRect) -> int:
    """Pixels of the pen's blue, darker than the form's own lines."""
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return sum(
        image.pixelColor(x, y).red() < 80
        for x in range(where.left(), where.right())
        for y in range(where.top(), where.bottom())
    )
