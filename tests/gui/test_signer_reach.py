"""Every step of the signer's window by touch alone, by keyboard alone, and by name for whoever has it read aloud."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kpu_desk.gui.page_view import PageView
from kpu_desk.gui.signer.window import SignerWindow
from tests.gui.signer_walk import Press, button, long_sitting, press, settle, shipped_notices, shown_window, walk
from tests.gui.test_signer_window import Heard

CHOICES = ("language", "left_hand", "contrast", "text_size")
ROLES = QAccessible.Role


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[SignerWindow]:
    with shown_window(qtbot) as made:
        yield made


def by_keys(window: SignerWindow, name: str) -> None:
    """Tab until the button has the keys, then the space bar; Return is tried elsewhere."""
    window.activateWindow()
    wanted = button(window, name)
    for _ in range(40):
        focused = QApplication.focusWidget() or window
        if focused is wanted:
            break
        # Of things of which one is chosen, Tab finds one, and the arrows the others.
        among = all(one.objectName().startswith("decline_reason") for one in (focused, wanted))
        towards = Qt.Key.Key_Right if wanted.x() > focused.x() else Qt.Key.Key_Left
        QTest.keyClick(focused, towards if among else Qt.Key.Key_Tab)
    assert wanted.hasFocus(), (name, QApplication.focusWidget())
    QTest.keyClick(wanted, Qt.Key.Key_Space)
    settle(window)


def by_touch() -> Press:
    """A finger of a touchscreen; no mouse, no key."""
    screen = QTest.createTouchDevice()

    def tap(window: SignerWindow, name: str) -> None:
        target = button(window, name)
        place = target.rect().center()
        # The screen of these tests is smaller than the window, and Qt drops a touch beside the screen.
        window.move(window.pos() + QPoint(400, 400) - target.mapToGlobal(place))
        QTest.touchEvent(target, screen).press(0, place, target).commit()
        QTest.qWait(5)
        QTest.touchEvent(target, screen).release(0, place, target).commit()
        QTest.qWait(5)
        settle(window)

    return tap


def go_all_the_way(window: SignerWindow, how: Press) -> None:
    heard = Heard(window)
    steps = list(walk(window, CHOICES, how))
    assert len(steps) > 18
    assert len(heard.captured) == 2
    assert [reason for _, _, reason in heard.declined] == ["Isi tidak sesuai"]
    assert heard.not_me == ["official-7"]
    receipt = heard.captured[0].receipt
    assert (receipt.language, receipt.left_handed, receipt.high_contrast) == ("en", True, True)


def test_every_step_by_keyboard_alone(window: SignerWindow) -> None:
    go_all_the_way(window, by_keys)


def test_every_step_by_touch_alone(window: SignerWindow) -> None:
    go_all_the_way(window, by_touch())


def test_pages_are_read_and_buttons_pressed_with_the_keys_people_expect(window: SignerWindow) -> None:
    window.activateWindow()
    window.begin(long_sitting(), shipped_notices())
    settle(window)

    def strike(key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or window, key)
        settle(window)

    # What is done first on a step has the keys.
    assert button(window, "yes_its_me").hasFocus()
    strike(Qt.Key.Key_Return)
    view = window.findChild(PageView)
    assert view is not None
    assert view.hasFocus()
    assert not button(window, "have_read").isEnabled()
    for _ in range(12):
        strike(Qt.Key.Key_PageDown)
    assert button(window, "have_read").isEnabled()
    strike(Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0
    strike(Qt.Key.Key_End)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_who_pages_to_the_end_by_key_does_not_end_on_the_button_that_declines(window: SignerWindow) -> None:
    window.begin(long_sitting())
    settle(window)
    press(window, "yes_its_me")
    while button(window, "page_down").isEnabled():
        by_keys(window, "page_down")
    view = window.findChild(PageView)
    assert view is not None
    assert view.hasFocus()


def parts_on_screen(part: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """The accessibility tree as a reader walks it, without what is not on the screen."""
    if part.state().invisible:
        return
    yield part
    for number in range(part.childCount()):
        child = part.child(number)
        if child is not None:
            yield from parts_on_screen(child)


def named(part: QAccessibleInterface) -> str:
    return part.text(QAccessible.Text.Name)


@pytest.mark.parametrize("choices", [(), CHOICES], ids=["indonesian", "english"])
def test_the_tree_for_readers_names_every_part_on_every_step(window: SignerWindow, choices: tuple[str, ...]) -> None:
    found = {}
    for step in walk(window, choices):
        root = QAccessible.queryAccessibleInterface(window)
        assert root is not None
        parts = list(parts_on_screen(root))
        targets = [part for part in parts if part.state().focusable or part.role() in (ROLES.Button, ROLES.CheckBox)]
        nameless = [str(part.role()) for part in targets if not named(part).strip()]
        names = [named(part) for part in targets if part.role() in (ROLES.Button, ROLES.CheckBox)]
        assert (step, nameless) == (step, [])
        assert (step, len(names)) == (step, len(set(names))), names
        # Everything that can be pressed by hand is there for a reader too.
        assert len(names) == sum(one.isVisible() for one in window.findChildren(QAbstractButton))
        found[step] = names
    assert found["rest"] == found["paused"] == []
    assert len(found["attest"]) == 5 + 4 + 2


def test_the_pad_and_the_pages_say_what_they_are(window: SignerWindow) -> None:
    wanted = {"read": "Halaman lembar ini", "sign": "Bidang tanda tangan Prof. Dr. Nirmala Pranaja Wirakusuma"}
    for step in walk(window):
        if step in wanted:
            root = QAccessible.queryAccessibleInterface(window)
            assert root is not None
            assert any(named(part).startswith(wanted[step]) for part in parts_on_screen(root))
