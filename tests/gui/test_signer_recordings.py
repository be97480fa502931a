"""Real pens' recordings through the real signer's window: it hands over what was written, to the last sample."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpu_desk.domain.ink import Ink, parse_ink
from kpu_desk.domain.pen import FULL_PRESSURE
from kpu_desk.domain.recording import RecordedSample, Recording
from kpu_desk.domain.svc import read_svc
from kpu_desk.gui.ink_painter import UM_PER_PX
from kpu_desk.gui.rehearsal import hand
from kpu_desk.gui.signer.window import SignerWindow
from tests.gui.drawn_pages import sitting
from tests.gui.ink_formats import INK, other_recordings
from tests.gui.signer_walk import shown_window
from tests.gui.test_signer_window import Heard, canvas_of, come_to_the_pad, find, press, step_of

pytestmark = pytest.mark.skipif(not INK.is_dir(), reason="the recordings of shared/data are not here")
Strokes = tuple[tuple[RecordedSample, ...], ...]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[SignerWindow]:
    with shown_window(qtbot) as made:
        yield made


def svc2004(count: int) -> list[Recording]:
    """So many of the 400, from all over the folder."""
    files = sorted((INK / "svc2004").glob("*.TXT"))
    return [read_svc(path.read_text("ascii"), path.name) for path in files[:: max(len(files) // count, 1)][:count]]


def compare(ink: Ink, written: Strokes, source: str | None) -> None:
    """Each sample with its own place, pressure, tilt and time."""
    assert [len(stroke.points) for stroke in ink.strokes] == [len(stroke) for stroke in written], source
    start = written[0][0].at_ms
    pairs = zip((p for one in ink.strokes for p in one.points), (s for one in written for s in one), strict=True)
    for point, sample in pairs:
        assert (point.x_um, point.y_um) == (round(sample.x * UM_PER_PX), round(sample.y * UM_PER_PX)), source
        assert abs(point.pressure - sample.pressure * FULL_PRESSURE) <= 1, source
        assert point.at_ms == sample.at_ms - start, source
        if sample.tilt_x is not None and sample.tilt_y is not None:
            assert abs((point.tilt_x or 0) - sample.tilt_x * 100) <= 1, source
            assert abs((point.tilt_y or 0) - sample.tilt_y * 100) <= 1, source
    assert parse_ink(ink.canonical()) == ink


def sign(window: SignerWindow, recording: Recording, write: Callable[[hand.Pen, Strokes], None]) -> None:
    """The whole way through the window; what is handed over is compared, or what is there if the rules refuse it."""
    heard = Heard(window)
    come_to_the_pad(window, sitting(pages=1))
    pad, pen = canvas_of(window), hand.Pen()
    strokes = pen.strokes(pad, recording)
    write(pen, strokes)
    compare(pad.ink(), strokes, recording.source)
    press(window, "sign")
    if find(window, "answer_yes").isVisible():
        press(window, "answer_yes")
    if heard.captured:
        compare(heard.captured[0].inks[0].ink, strokes, recording.source)
        window.accept()
    else:
        # A line drawn with a ruler is none of the rules' signatures.
        assert step_of(window) == "sign_step"
        window.recall()


def at_full_speed(window: SignerWindow) -> Callable[[hand.Pen, Strokes], None]:
    def write(pen: hand.Pen, strokes: Strokes) -> None:
        for stroke in strokes:
            pen.write(canvas_of(window), stroke)

    return write


def at_its_own_pace(window: SignerWindow) -> Callable[[hand.Pen, Strokes], None]:
    """Each sample when its own clock says so, the program doing meanwhile what it does."""

    def write(pen: hand.Pen, strokes: Strokes) -> None:
        begun, first = time.monotonic(), strokes[0][0].at_ms
        for stroke in strokes:
            for number in range(len(stroke)):
                due = begun + (stroke[number].at_ms - first) / 1_000
                QTest.qWait(max(round((due - time.monotonic()) * 1_000), 0))
                pen.write_sample(canvas_of(window), stroke, number)
            pen.lift(canvas_of(window), stroke)

    return write


def test_all_recordings_at_full_speed(window: SignerWindow, at_length: Callable[[int, int], int]) -> None:
    for recording in svc2004(at_length(12, 400)):
        sign(window, recording, at_full_speed(window))


def test_recordings_at_their_own_pace(window: SignerWindow, at_length: Callable[[int, int], int]) -> None:
    for recording in svc2004(at_length(2, 20)):
        sign(window, recording, at_its_own_pace(window))


def test_recordings_of_other_pens_as_far_as_they_are_ink(window: SignerWindow) -> None:
    found = other_recordings()
    assert len({recording.source for recording in found}) == 10
    for recording in found:
        sign(window, recording, at_full_speed(window))
