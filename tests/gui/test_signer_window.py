"""A whole walk through the signer's window, and every way beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kpu_desk.domain.documents import InkKind, Mark
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.pen import Tool
from kpu_desk.domain.showing import Captured, Sitting
from kpu_desk.gui.background import Task
from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.page_view import PageView
from kpu_desk.gui.signer.decline import REASONS
from kpu_desk.gui.signer.read import ReadStep
from kpu_desk.gui.signer.window import SignerWindow
from tests.gui.drawn_pages import sitting
from tests.gui.pen_events import TestPen
from tests.waiting import until

TOUCH_PX = 57
GAP_PX = 19
STRIP = {"language", "text_size", "contrast", "left_hand", "notice"}
"""Beside every step of a sitting."""


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


class Heard:
    """Everything the window told its owner."""

    def __init__(self, window: SignerWindow) -> None:
        self.captured: list[Captured] = []
        self.declined: list[tuple[str, str, str]] = []
        self.not_me: list[str] = []
        self.finished: list[str] = []
        self.progress: list[str] = []
        window.captured.connect(self.captured.append)
        window.declined.connect(lambda *facts: self.declined.append(facts))
        window.not_me.connect(self.not_me.append)
        window.sitting_finished.connect(self.finished.append)
        window.progress.connect(self.progress.append)


@contextmanager
def on_screen(qtbot: QtBot, window: SignerWindow) -> Iterator[None]:
    """The window on a small screen for as long as a test lasts."""
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    yield
    window.release()
    window.close()
    window.deleteLater()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(qtbot: QtBot, clock: Clock) -> Iterator[SignerWindow]:
    made = SignerWindow("Komisi Pemilihan Umum Provinsi Contoh", Mark.GLADI, None, clock=clock)
    with on_screen(qtbot, made):
        yield made


@pytest.fixture
def heard(window: SignerWindow) -> Heard:
    return Heard(window)


def find(window: SignerWindow, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert found is not None, name
    return found


def press(window: SignerWindow, name: str) -> None:
    QTest.mouseClick(find(window, name), Qt.MouseButton.LeftButton)
    settle()


def settle() -> None:
    """Everything that waits happens; what is prepared on a thread to be saved is saved."""
    until(lambda: not preparing(), "what is prepared is never saved")


def preparing() -> list[Task]:
    for _ in range(3):
        QApplication.processEvents()
    tops = QApplication.topLevelWidgets()
    return [task for top in tops for task in top.findChildren(Task, "preparing") if task.running]


def canvas_of(window: SignerWindow) -> InkCanvas:
    found = window.findChild(InkCanvas, "ink_canvas")
    assert found is not None
    return found


def step_of(window: SignerWindow) -> str:
    steps = [
        child.objectName()
        for child in window.findChildren(QWidget)
        if child.objectName().endswith("_step") and child.isVisible()
    ]
    assert len(steps) == 1, steps
    return steps[0]


def text_of(window: SignerWindow, name: str) -> str:
    """The text of the label that is on the screen; two steps have a head of the same kind."""
    (found,) = [label for label in window.findChildren(QLabel, name) if label.isVisible()]
    return found.text()


def read_to_the_end(window: SignerWindow) -> None:
    view = window.findChild(PageView, "page_view")
    assert view is not None
    while view.verticalScrollBar().value() < view.verticalScrollBar().maximum():
        press(window, "page_down")


def write(window: SignerWindow, count: int = 40) -> None:
    TestPen(canvas_of(window)).stroke(
        [(100.0 + 6 * step, 100.0 + 7 * step % 30, 0.5, 1_000 + 8 * step) for step in range(count)]
    )


def come_to_the_pad(window: SignerWindow, called: Sitting) -> None:
    window.begin(called)
    settle()
    press(window, "yes_its_me")
    read_to_the_end(window)
    press(window, "have_read")


def test_at_rest_it_shows_the_office_and_asks_to_wait(window: SignerWindow) -> None:
    window.show_rest()
    assert step_of(window) == "rest_step"
    assert text_of(window, "rest_sentence") == "Silakan menunggu panggilan."
    assert window.windowTitle() == "KPU Desk – Penanda tangan"
    assert window.findChild(QWidget, "mark_band") is not None


def test_the_whole_way_through_a_sheet_of_two_pages(
    window: SignerWindow, heard: Heard, clock: Clock, qtbot: QtBot
) -> None:
    window.begin(sitting())
    settle()
    assert step_of(window) == "name_step"
    assert text_of(window, "signer_name") == "Damar Wiraguna, S.H."
    press(window, "yes_its_me")
    assert step_of(window) == "read_step"
    assert not find(window, "have_read").isEnabled()
    assert "Gulir sampai akhir" in text_of(window, "read_hint")
    press(window, "have_read")
    assert step_of(window) == "read_step"
    read_to_the_end(window)
    assert find(window, "have_read").isEnabled()
    press(window, "have_read")
    assert step_of(window) == "sign_step"
    assert "membaca dan memahami" in text_of(window, "confirmed_statement")
    clock.seconds += 12.5
    write(window)
    press(window, "sign")
    (captured,) = heard.captured
    assert (captured.sheet_id, captured.slot, captured.official_id) == ("sheet-1", "pembuat", "official-7")
    assert (captured.pages_seen, captured.elapsed_ms) == (2, 12_500)
    (written,) = captured.inks
    assert (written.kind, written.discarded) == (InkKind.SIGNATURE, 0)
    assert (written.ink.sample_count, written.ink.tool) == (40, Tool.PEN)
    assert written.device.name == "test pen"
    # Nothing is thanked for before the owner has saved it.
    assert step_of(window) == "sign_step"
    assert not find(window, "sign").isEnabled()
    assert heard.finished == []
    window.accept()
    settle()
    assert step_of(window) == "done_step"
    assert heard.finished == ["official-7"]
    assert canvas_of(window).is_empty
    qtbot.waitUntil(lambda: step_of(window) == "rest_step")
    assert heard.progress == [
        "memastikan nama",
        "membaca · PI-001 · 1/1",
        "menandatangani · PI-001 · 1/1",
        "selesai",
        "istirahat",
    ]


def test_the_way_can_be_gone_by_touch_alone(window: SignerWindow, heard: Heard) -> None:
    touch = QTest.createTouchDevice()

    def tap(name: str) -> None:
        target = find(window, name)
        place = target.rect().center()
        # The screen of these tests is smaller than the window, and Qt drops a touch beside the screen.
        window.move(window.pos() + QPoint(400, 400) - target.mapToGlobal(place))
        QTest.touchEvent(target, touch).press(0, place, target).commit()
        QTest.qWait(10)
        QTest.touchEvent(target, touch).release(0, place, target).commit()
        QTest.qWait(10)

    window.begin(sitting())
    settle()
    tap("yes_its_me")
    assert step_of(window) == "read_step"
    while not find(window, "have_read").isEnabled():
        tap("page_down")
    tap("have_read")
    pad = canvas_of(window)
    window.move(0, 0)
    QTest.touchEvent(pad, touch).press(0, QPoint(100, 100), pad).commit()
    for x in range(110, 300, 10):
        QTest.touchEvent(pad, touch).move(0, QPoint(x, 100 + x % 30), pad).commit()
    QTest.touchEvent(pad, touch).release(0, QPoint(290, 100), pad).commit()
    tap("sign")
    (captured,) = heard.captured
    (written,) = captured.inks
    assert (written.ink.tool, written.ink.sample_count) == (Tool.FINGER, 20)
    window.accept()
    assert heard.finished == ["official-7"]


def test_the_next_sheet_of_a_sitting_follows_at_once(window: SignerWindow, heard: Heard) -> None:
    come_to_the_pad(window, sitting(2, pages=1))
    write(window)
    press(window, "sign")
    window.accept()
    settle()
    assert step_of(window) == "read_step"
    assert text_of(window, "sheet_title") == "Lembar 2 dari 2: Pakta Integritas"
    assert "Lembar 1 sudah tersimpan" in text_of(window, "sheet_saved")
    read_to_the_end(window)
    press(window, "have_read")
    assert canvas_of(window).is_empty
    write(window)
    press(window, "sign")
    assert [captured.sheet_id for captured in heard.captured] == ["sheet-1", "sheet-2"]
    window.accept()
    assert heard.finished == ["official-7"]


def test_sign_sleeps_without_ink_and_attempts_are_counted(window: SignerWindow, heard: Heard) -> None:
    come_to_the_pad(window, sitting(pages=1))
    buttons = ("sign", "undo_stroke", "clear")
    assert [find(window, name).isEnabled() for name in buttons] == [False, False, False]
    write(window)
    assert [find(window, name).isEnabled() for name in buttons] == [True, True, True]
    press(window, "clear")
    assert not find(window, "sign").isEnabled()
    write(window)
    write(window, 10)
    press(window, "undo_stroke")
    press(window, "sign")
    (captured,) = heard.captured
    (written,) = captured.inks
    assert written.discarded == 1
    assert [len(stroke.points) for stroke in written.ink.strokes] == [40]


def test_a_hand_on_the_button_while_the_pen_writes_signs_nothing(window: SignerWindow, heard: Heard) -> None:
    come_to_the_pad(window, sitting(pages=1))
    write(window)
    pen = TestPen(canvas_of(window))
    pen.press((100, 100, 0.5, 5_000))
    press(window, "sign")
    assert heard.captured == []
    pen.release((100, 100, 0, 5_008))
    press(window, "sign")
    assert len(heard.captured) == 1


def test_a_refusal_says_why_and_keeps_the_ink(window: SignerWindow, heard: Heard) -> None:
    come_to_the_pad(window, sitting(pages=1))
    write(window)
    before = canvas_of(window).geometry()
    press(window, "sign")
    write(window)
    window.refuse(KnownError("DISK_FULL"))
    settle()
    assert text_of(window, "refusal").startswith("Disk penuh; ")
    assert canvas_of(window).geometry() == before
    assert canvas_of(window).ink().sample_count == 40
    press(window, "sign")
    assert len(heard.captured) == 2
    first, again = (captured.inks[0] for captured in heard.captured)
    assert first.ink == again.ink
    # What was written while the pad was frozen is no ink, but it is counted.
    assert (first.counts, again.counts) == ((), (("rejected", 1),))
    window.accept()
    assert heard.finished == ["official-7"]


def test_an_answer_nobody_waits_for_changes_nothing(window: SignerWindow, heard: Heard) -> None:
    come_to_the_pad(window, sitting(pages=1))
    window.accept()
    window.refuse(KnownError("DISK_FULL"))
    assert step_of(window) == "sign_step"
    assert heard.finished == []


@pytest.mark.parametrize("index", range(3))
def test_declining_asks_why_and_goes_on(window: SignerWindow, heard: Heard, index: int) -> None:
    come_to_the_pad(window, sitting(2, pages=1))
    press(window, "decline")
    assert step_of(window) == "decline_step"
    assert not find(window, "decline_confirm").isEnabled()
    press(window, "decline_back")
    assert step_of(window) == "sign_step"
    press(window, "decline")
    press(window, f"decline_reason_{index}")
    press(window, "decline_confirm")
    assert heard.declined == [("official-7", "sheet-1", REASONS[index])]
    assert step_of(window) == "read_step"
    # The next sheet asks anew.
    press(window, "decline_reading")
    assert not find(window, "decline_confirm").isEnabled()
    press(window, "decline_reason_0")
    press(window, "decline_confirm")
    assert heard.finished == ["official-7"]
    assert step_of(window) == "done_step"


def test_not_me_goes_back_to_rest_and_tells(window: SignerWindow, heard: Heard) -> None:
    window.begin(sitting())
    settle()
    press(window, "not_me")
    assert heard.not_me == ["official-7"]
    assert step_of(window) == "rest_step"
    assert "petugas akan membantu" in text_of(window, "rest_sentence")
    window.show_rest()
    assert text_of(window, "rest_sentence") == "Silakan menunggu panggilan."


def test_recall_forgets_ink_and_pages(window: SignerWindow, heard: Heard) -> None:
    come_to_the_pad(window, sitting(pages=1))
    write(window)
    press(window, "sign")
    window.recall()
    settle()
    assert step_of(window) == "rest_step"
    assert canvas_of(window).is_empty
    view = window.findChild(PageView, "page_view")
    assert view is not None
    assert view.page_count == 0
    # The save that was under way ends; nobody is thanked for it here.
    window.accept()
    assert step_of(window) == "rest_step"
    assert heard.finished == []


def test_a_new_person_finds_nothing_of_the_last(window: SignerWindow) -> None:
    come_to_the_pad(window, sitting(pages=1))
    write(window)
    come_to_the_pad(window, sitting())
    assert canvas_of(window).is_empty
    assert canvas_of(window).discarded == 0


def test_reading_again_keeps_the_ink(window: SignerWindow) -> None:
    come_to_the_pad(window, sitting(pages=1))
    write(window)
    press(window, "read_again")
    assert step_of(window) == "read_step"
    press(window, "have_read")
    assert canvas_of(window).ink().sample_count == 40


def test_a_sitting_without_sheets_is_a_mistake(window: SignerWindow) -> None:
    empty = Sitting("official-7", "Damar Wiraguna", "Anggota", ())
    with pytest.raises(ValueError, match="without sheets"):
        window.begin(empty)


def test_escape_and_close_are_no_way_out(window: SignerWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.close()
    assert window.isVisible()
    window.release()
    assert window.close()


def test_it_fills_its_screen(window: SignerWindow, qtbot: QtBot) -> None:
    screen = QApplication.primaryScreen()
    window.place_on_screen(screen)
    qtbot.waitUntil(lambda: window.geometry() == screen.geometry())
    assert window.isFullScreen()


def test_a_logo_is_shown_at_rest(qtbot: QtBot) -> None:
    logo = QPixmap(40, 40)
    logo.fill(Qt.GlobalColor.red)
    window = SignerWindow("KPU Contoh", Mark.NONE, logo)
    window.release()
    qtbot.addWidget(window)
    assert any(not label.pixmap().isNull() for label in window.findChildren(QLabel))
    assert window.findChild(QWidget, "mark_band") is None


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1920, 1080)])
def test_every_target_is_large_enough_and_apart_and_on_the_screen(window: SignerWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    _check_targets(window, {"rest_step": set()})
    window.begin(sitting(2, pages=1))
    _check_targets(window, {"name_step": {"not_me", "yes_its_me"}})
    press(window, "yes_its_me")
    read_to_the_end(window)
    _check_targets(window, {"read_step": {"decline_reading", "have_read", "page_up", "page_down"}})
    press(window, "have_read")
    write(window)
    _check_targets(window, {"sign_step": {"read_again", "decline", "undo_stroke", "bring_back", "clear", "sign"}})
    pad, sign, decline = (
        _on_window(window, part) for part in (canvas_of(window), find(window, "sign"), find(window, "decline"))
    )
    assert abs(pad.width() / pad.height() - 3) < 0.05
    assert sign.center().x() > window.width() * 0.7
    assert sign.center().y() > window.height() * 0.8
    assert decline.bottom() < pad.top()
    press(window, "decline")
    reasons = {f"decline_reason_{index}" for index in range(3)}
    _check_targets(window, {"decline_step": reasons | {"decline_back", "decline_confirm"}})


def _check_targets(window: SignerWindow, expected: dict[str, set[str]]) -> None:
    settle()
    ((step, names),) = expected.items()
    assert step_of(window) == step
    places = {
        target.objectName(): _on_window(window, target)
        for target in window.findChildren(QAbstractButton)
        if target.isVisible()
    }
    assert set(places) == names | (STRIP if step != "rest_step" else set())
    room = QRect(QPoint(), window.size())
    assert (window.width(), window.height()) == (room.width(), room.height())
    for name, place in places.items():
        assert min(place.width(), place.height()) >= TOUCH_PX, name
        assert room.contains(place), name
        for other, beside in places.items():
            near = place.adjusted(-GAP_PX, -GAP_PX, GAP_PX, GAP_PX)
            assert other == name or not near.intersects(beside), (name, other)


def _on_window(window: SignerWindow, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint()), part.size())


def part(whole: QWidget, name: str) -> QWidget:
    found = whole.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def test_every_step_fits_the_smallest_screen_at_150_percent(qtbot: QtBot) -> None:
    """1366 × 768 at 150 % is 910 × 512 of Qt's pixels; a rehearsal's band stands above the steps."""
    window = SignerWindow("KPU Provinsi Nusa Raya", Mark.GLADI)
    qtbot.addWidget(window)
    window.resize(910, 512)
    with qtbot.waitExposed(window):
        window.show()
    assert (window.width(), window.height()) == (910, 512)
    for step in ("rest_step", "name_step", "read_step", "sign_step", "decline_step", "done_step"):
        least = part(window, step).minimumSizeHint()
        assert least.width() <= 910, step
        assert least.height() + part(window, "mark_band").height() <= 512, step
    window.release()


@pytest.mark.parametrize(("width", "beside"), [(910, False), (1366, True)])
def test_the_sentence_stands_where_its_lines_are_few(qtbot: QtBot, width: int, beside: bool) -> None:
    step = ReadStep()
    qtbot.addWidget(step)
    step.resize(width, 512)
    with qtbot.waitExposed(step):
        step.show()
    decline, hint = part(step, "decline_reading").geometry(), part(step, "read_hint")
    top = hint.mapTo(step, hint.rect().topLeft())
    assert (top.x() > decline.right()) is beside
    assert (top.y() < decline.top()) is not beside
