"""The pad and the devices around it: two pens, a pen pulled out, the mouse beside the pen, every screen's scale."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QTabletEvent
from pytestqt.qtbot import QtBot

from kpu_desk.domain.pen import Tool
from kpu_desk.gui.ink_canvas import InkCanvas
from tests.gui.pen_events import TestPen, mouse_stroke, synthesised_mouse_press

PROJECT = Path(__file__).parents[2]


def lengths(canvas: InkCanvas) -> list[int]:
    return [len(stroke.points) for stroke in canvas.ink().strokes]


def leaves(pen: TestPen) -> None:
    application = QCoreApplication.instance()
    assert application is not None
    none = Qt.MouseButton.NoButton
    leave = QTabletEvent(
        QEvent.Type.TabletLeaveProximity, pen.device, QPointF(), QPointF(), 0, 0, 0, 0, 0, 0,
        Qt.KeyboardModifier.NoModifier, none, none,
    )  # fmt: skip
    QCoreApplication.sendEvent(application, leave)


def test_a_second_pen_neither_writes_nor_ends_the_first_ones_stroke(canvas: InkCanvas) -> None:
    first, second = TestPen(canvas), TestPen(canvas)
    first.press((10, 10, 0.5, 1))
    second.press((300, 200, 0.5, 2))
    second.move((301, 200, 0.5, 3))
    second.release((301, 200, 0.0, 4))
    leaves(second)
    first.move((20, 10, 0.5, 9))
    first.release((20, 10, 0.0, 17))
    assert (lengths(canvas), canvas.rejected) == ([2], 1)
    # Afterwards the spare pen may write on.
    second.stroke([(30, 10, 0.5, 400), (40, 10, 0.5, 408)])
    assert lengths(canvas) == [2, 2]


def test_a_pen_pulled_out_in_a_stroke_ends_it_and_loses_nothing(canvas: InkCanvas, qtbot: QtBot) -> None:
    pen = TestPen(canvas)
    pen.press((10, 10, 0.5, 1))
    pen.move((20, 10, 0.5, 9))
    with qtbot.waitSignal(canvas.stroke_finished):
        shiboken6.delete(pen.device)
    assert lengths(canvas) == [2]
    TestPen(canvas).stroke([(30, 10, 0.5, 20), (40, 10, 0.5, 28)])
    assert lengths(canvas) == [2, 2]


def test_the_mouse_that_a_system_makes_up_beside_the_pen_does_not_write(canvas: InkCanvas) -> None:
    pen = TestPen(canvas)
    synthesised_mouse_press(canvas, (10, 10), pen.device)
    pen.press((10, 10, 0.5, 1))
    synthesised_mouse_press(canvas, (10, 10), pen.device)
    pen.move((20, 10, 0.5, 9))
    pen.release((20, 10, 0.0, 17))
    # A genuine one, as drivers send it that hide where it came from.
    mouse_stroke(canvas, [(20, 10), (30, 10)])
    ink = canvas.ink()
    assert ([len(stroke.points) for stroke in ink.strokes], ink.tool) == ([2], Tool.PEN)


def test_a_contact_while_the_signature_is_being_saved_is_counted_and_writes_nothing(canvas: InkCanvas) -> None:
    pen = TestPen(canvas)
    pen.stroke([(10, 10, 0.5, 1), (20, 10, 0.5, 9)])
    canvas.set_frozen(True)
    pen.press((30, 30, 0.5, 20))
    canvas.set_frozen(False)
    pen.move((40, 40, 0.5, 28))
    pen.release((40, 40, 0.0, 36))
    assert (lengths(canvas), canvas.rejected) == ([2], 1)


def _pad(arguments: list[str], **environment: str) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.scaled_pad", *arguments],
        cwd=PROJECT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    said = json.loads(done.stdout)
    assert isinstance(said, dict)
    return said


@pytest.mark.parametrize("ratio", ["1", "1.25", "1.5", "2"])
@pytest.mark.parametrize("pen", ["pressed", "even"])
def test_at_every_scale_the_places_are_exact_and_the_pad_shows_what_the_record_draws(ratio: str, pen: str) -> None:
    said = _pad([pen], QT_SCALE_FACTOR=ratio)
    # Sub-pixel coordinates: the places are not rounded to pixels at any scale.
    assert (said["ratio"], said["exact"]) == (float(ratio), True)
    assert said["size"] == [-int(-450 * float(ratio) // 1), round(300 * float(ratio))]
    wrong, ink = said["wrong"], said["ink"]
    assert isinstance(wrong, int)
    assert isinstance(ink, int)
    # No corner of a polygon stands out, no gap stays white; round ends differ by a pixel at most.
    assert ink > 3_000
    assert wrong <= ink / 2_000


def test_a_pad_that_moves_to_a_screen_of_another_scale_stays_exact(tmp_path: Path) -> None:
    screens = [
        {"name": name, "x": x, "y": 0, "width": 1920, "height": 1080, "dpr": 1, "logicalDpi": 96, "logicalBaseDpi": 96}
        for name, x in (("meja", 0), ("pena", 1920))
    ]
    told = tmp_path / "screens.json"
    told.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    said = _pad(["move"], QT_QPA_PLATFORM=f"offscreen:configfile={told}", QT_SCREEN_SCALE_FACTORS="meja=1;pena=1.5")
    assert (said["ratio"], said["exact"], said["size"]) == (1.5, True, [675, 450])
    wrong, ink = said["wrong"], said["ink"]
    assert isinstance(wrong, int)
    assert isinstance(ink, int)
    assert wrong <= ink / 2_000
