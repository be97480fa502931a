"""The operator's small picture of the pad: what is written there, soon, and nothing that is not there any more."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.look import DESK
from kpu_desk.gui.operator.live_ink import LiveInk
from kpu_desk.gui.pad_writing import Writing
from tests.gui.pen_events import Sample, TestPen


@pytest.fixture
def picture(qtbot: QtBot, canvas: InkCanvas) -> LiveInk:
    made = LiveInk()
    qtbot.addWidget(made)
    made.resize(256, 88)
    made.follow([canvas])
    with qtbot.waitExposed(made):
        made.show()
    return made


def line(number: int, count: int = 30) -> list[Sample]:
    return [(100.0 + 20 * step, 40.0 + 30 * number + step % 5, 0.5, 1_000 * number + 8 * step) for step in range(count)]


def inked(picture: LiveInk) -> set[tuple[int, int]]:
    """Where the picture is dark."""
    image: QImage = picture.grab().toImage()
    ink = QColor(DESK.pen).lightness() + 60
    return {
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).lightness() < ink
    }


def wait_for_points(qtbot: QtBot, picture: LiveInk, points: int) -> None:
    qtbot.waitUntil(lambda: picture.points == points)


def drawn_anew(qtbot: QtBot, canvas: InkCanvas) -> set[tuple[int, int]]:
    other = LiveInk()
    qtbot.addWidget(other)
    other.resize(256, 88)
    other.follow([canvas])
    with qtbot.waitExposed(other):
        other.show()
    return inked(other)


def test_a_stroke_is_seen_while_it_is_written(qtbot: QtBot, canvas: InkCanvas, picture: LiveInk) -> None:
    pen, samples = TestPen(canvas), line(1)
    pen.press(samples[0])
    for sample in samples[1:10]:
        pen.move(sample)
    wait_for_points(qtbot, picture, 10)
    first = inked(picture)
    assert first
    for sample in samples[10:]:
        pen.move(sample)
    wait_for_points(qtbot, picture, 30)
    assert len(inked(picture)) > len(first)
    assert canvas.is_writing
    pen.release(samples[-1])


def test_the_picture_drawn_bit_by_bit_is_the_one_drawn_at_once(
    qtbot: QtBot, canvas: InkCanvas, picture: LiveInk
) -> None:
    pen = TestPen(canvas)
    for number in (1, 2, 3):
        samples = line(number)
        pen.press(samples[0])
        for sample in samples[1:]:
            pen.move(sample)
        wait_for_points(qtbot, picture, 30 * number)
        pen.release(samples[-1])
    anew = drawn_anew(qtbot, canvas)
    qtbot.waitUntil(lambda: len(inked(picture) ^ anew) <= len(inked(picture)) // 20)


def test_what_is_taken_back_goes_from_the_picture_too(qtbot: QtBot, canvas: InkCanvas, picture: LiveInk) -> None:
    pen = TestPen(canvas)
    pen.stroke(line(1))
    wait_for_points(qtbot, picture, 30)
    one = inked(picture)
    pen.stroke(line(3))
    wait_for_points(qtbot, picture, 60)
    canvas.undo_stroke()
    wait_for_points(qtbot, picture, 30)
    assert inked(picture) == one
    canvas.clear()
    wait_for_points(qtbot, picture, 0)
    assert not inked(picture)
    canvas.bring_back()
    wait_for_points(qtbot, picture, 30)
    assert inked(picture) == one


def test_another_ink_on_the_pad_is_another_picture(qtbot: QtBot, canvas: InkCanvas, picture: LiveInk) -> None:
    TestPen(canvas).stroke(line(1))
    wait_for_points(qtbot, picture, 30)
    canvas.take_up(Writing("Damar Wiraguna, S.H.", "Paraf"))
    wait_for_points(qtbot, picture, 0)
    assert not inked(picture)


def test_nothing_is_drawn_between_two_pulses_or_after_the_writing(
    qtbot: QtBot, canvas: InkCanvas, picture: LiveInk
) -> None:
    pen, samples = TestPen(canvas), line(1)
    pen.press(samples[0])
    for sample in samples[1:]:
        pen.move(sample)
    # No event of the pen draws here: a picture waits for the pulse, however many points come.
    assert picture.points == 0
    pen.release(samples[-1])
    wait_for_points(qtbot, picture, 30)
    assert not picture._pulse.isActive()


def test_at_rest_there_is_no_picture_and_no_pulse(qtbot: QtBot, canvas: InkCanvas, picture: LiveInk) -> None:
    picture.hide()
    TestPen(canvas).stroke(line(1))
    assert not picture._pulse.isActive()
    picture.show()
    assert picture.points == 30
