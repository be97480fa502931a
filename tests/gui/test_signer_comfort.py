"""Words, contrast, hand and notice at the signer's window: one touch each, for one sitting, and part of the receipt."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.notice import Notice, parse_notice
from kpu_desk.domain.receipt import NoticeShown
from kpu_desk.gui.look import HIGH_CONTRAST
from kpu_desk.gui.signer.window import SignerWindow
from kpu_desk.resources import read_bytes
from tests.gui.drawn_pages import sitting
from tests.gui.test_signer_window import STRIP, Heard, canvas_of, find, press, read_to_the_end, settle, step_of, write


def make(qtbot: QtBot, size: tuple[int, int]) -> SignerWindow:
    window = SignerWindow("KPU Provinsi Nusa Raya", Mark.GLADI)
    window.resize(*size)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[SignerWindow]:
    made = make(qtbot, (1366, 768))
    yield made
    made.release()


@pytest.fixture
def notice() -> Notice:
    return parse_notice(read_bytes("notices", "id.toml"), "id.toml")


def choose(window: SignerWindow, name: str) -> None:
    target = window.findChild(QAbstractButton, name)
    assert target is not None
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    settle()


def centre_x(window: SignerWindow, name: str) -> int:
    part = find(window, name)
    return part.mapTo(window, part.rect().center()).x()


def test_what_was_chosen_is_in_the_receipt_and_gone_for_the_next_person(window: SignerWindow, notice: Notice) -> None:
    heard = Heard(window)
    window.begin(sitting(pages=1), notice)
    settle()
    right = centre_x(window, "yes_its_me")
    for name in ("text_size", "contrast", "left_hand"):
        choose(window, name)
    assert centre_x(window, "yes_its_me") < window.width() / 2 < right
    assert window.grab().toImage().pixelColor(window.width() // 2, 60) == QColor(HIGH_CONTRAST.ground)
    choose(window, "notice")
    assert step_of(window) == "notice_step"
    press(window, "notice_back")
    assert step_of(window) == "name_step"
    press(window, "yes_its_me")
    read_to_the_end(window)
    press(window, "have_read")
    write(window)
    choose(window, "notice")
    press(window, "notice_back")
    assert canvas_of(window).ink().sample_count == 40
    press(window, "sign")
    (captured,) = heard.captured
    told = captured.receipt
    assert (told.text_size, told.high_contrast, told.left_handed) == (125, True, True)
    assert told.notice == NoticeShown(notice.version, notice.sha256, 2)
    assert told.statement == "Saya telah membaca dan memahami isi lembar ini, dan menandatanganinya dengan sadar."
    assert all(page.sha256 and page.width_px for page in told.pages)
    window.accept()
    window.begin(sitting(pages=1), notice)
    settle()
    assert centre_x(window, "yes_its_me") == right


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (960, 540), (910, 512)])
@pytest.mark.parametrize("left", [False, True])
def test_nothing_is_cut_off_at_any_size_of_words(
    qtbot: QtBot, notice: Notice, size: tuple[int, int], left: bool
) -> None:
    """960 × 540 is a screen of 1920 × 1080 at 200 %; where the largest words have no room, smaller ones are shown."""
    window = make(qtbot, size)
    window.begin(sitting(2, pages=1), notice)
    settle()
    if left:
        choose(window, "left_hand")
    for _ in range(3):
        choose(window, "text_size")
        for step in ("name_step", "read_step", "sign_step", "decline_step", "notice_step"):
            found = window.findChild(QWidget, step)
            assert isinstance(found, QWidget)
            assert found.minimumSizeHint().width() <= size[0], step
            assert (window.width(), window.height()) == size
    press(window, "yes_its_me")
    read_to_the_end(window)
    press(window, "have_read")
    assert (window.width(), window.height()) == size
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.objectName()
            place = button.mapTo(window, QPoint())
            assert place.x() >= 0, button.objectName()
            assert place.y() + button.height() <= size[1], button.objectName()
    window.release()


def test_a_pause_blanks_the_window_and_goes_on_where_it_was(window: SignerWindow) -> None:
    heard = Heard(window)
    window.begin(sitting(pages=1))
    press(window, "yes_its_me")
    read_to_the_end(window)
    press(window, "have_read")
    write(window)
    window.pause()
    settle()
    assert (step_of(window), window.paused) == ("paused_step", True)
    assert not any(part.isVisible() for part in window.findChildren(QAbstractButton))
    window.resume()
    settle()
    assert step_of(window) == "sign_step"
    assert canvas_of(window).ink().sample_count == 40
    assert heard.progress[-2:] == ["jeda", "menandatangani · PI-001 · 1/1"]
    window.pause()
    window.recall()
    assert (step_of(window), window.paused) == ("rest_step", False)


def test_two_touches_a_sheet(window: SignerWindow) -> None:
    """Scrolling and writing apart: the name once, then "read" and "sign" for each sheet."""
    heard = Heard(window)
    touches = 0
    window.begin(sitting(3, pages=1))
    settle()
    for name in ("yes_its_me", *("have_read", "sign") * 3):
        if name == "have_read":
            read_to_the_end(window)
        elif name == "sign":
            write(window)
        press(window, name)
        touches += 1
        window.accept()
    assert heard.finished == ["official-7"]
    assert touches <= 3 * 3


def test_every_step_by_keyboard_alone(window: SignerWindow, notice: Notice) -> None:
    heard = Heard(window)
    window.begin(sitting(pages=2), notice)
    settle()

    def key(what: Qt.Key) -> None:
        target = QApplication.focusWidget() or window
        QTest.keyClick(target, what)
        settle()

    def go_to(name: str) -> None:
        for _ in range(30):
            if window.focusWidget() is window.findChild(QWidget, name):
                return
            key(Qt.Key.Key_Tab)
        raise AssertionError(name)

    window.activateWindow()
    for name in STRIP - {"notice"}:
        go_to(name)
    go_to("notice")
    key(Qt.Key.Key_Return)
    go_to("notice_back")
    key(Qt.Key.Key_Return)
    go_to("yes_its_me")
    key(Qt.Key.Key_Return)
    assert window.focusWidget() is window.findChild(QWidget, "page_view")
    for _ in range(20):
        key(Qt.Key.Key_PageDown)
    go_to("have_read")
    key(Qt.Key.Key_Return)
    write(window)
    go_to("sign")
    key(Qt.Key.Key_Space)
    assert len(heard.captured) == 1


def test_every_target_has_a_name_for_a_screen_reader(window: SignerWindow, notice: Notice) -> None:
    window.begin(sitting(), notice)
    settle()
    _check_names(window)
    choose(window, "notice")
    _check_names(window)
    press(window, "notice_back")
    press(window, "yes_its_me")
    _check_names(window)
    read_to_the_end(window)
    press(window, "have_read")
    _check_names(window)
    press(window, "decline")
    _check_names(window)


def _check_names(window: SignerWindow) -> None:
    """Every part on the screen that takes the keys or a touch says what it is, in the tree that readers walk."""
    nameless = []
    for part in window.findChildren(QWidget):
        if not part.isVisible() or part.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        read = QAccessible.queryAccessibleInterface(part)
        if read is None or not read.text(QAccessible.Text.Name):
            nameless.append((part.objectName(), type(part).__name__))
    assert nameless == []


def test_an_office_may_replace_the_notice_and_a_broken_one_is_refused() -> None:
    from kpu_desk.domain.errors import FormError

    good = b'version = "2"\nlanguage = "id"\ntitle = "T"\n[[part]]\nheading = "H"\ntext = "Oleh {kantor}."\n'
    parsed = parse_notice(good, "x")
    assert parsed.parts_for("KPU Rekaan") == (("H", "Oleh KPU Rekaan."),)
    for wrong in (b"\xff", b"a", good.replace(b'"2"', b'" "'), good + b'x = "y"\n', good[: good.index(b"[[")]):
        with pytest.raises(FormError, match="WRONG_NOTICE"):
            parse_notice(wrong, "x")
