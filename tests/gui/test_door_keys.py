"""What a reader types and where the keyboard is: the door hears it, nobody else does."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from kpu_desk.domain.invitations import invitation_code
from kpu_desk.gui.operator.away import AwayForm, LeftForm
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.gui.rehearsal.hand import type_at
from tests.gui.real_desk import ceremony_of
from tests.gui.test_desk_calling import call, signer_of
from tests.gui.test_signer_window import press, settle


def at(qtbot: QtBot, widget: QWidget) -> QWindow:
    """The keyboard is there."""
    widget.window().activateWindow()
    widget.setFocus()
    handle = widget.window().windowHandle()
    assert handle is not None
    qtbot.waitUntil(widget.hasFocus)
    return handle


def scan(window: OperatorWindow, at_window: QWindow, number: int, end: str = "\r") -> str:
    """Somebody's invitation is read while the keyboard is at a window; gives whose."""
    ceremony = ceremony_of(window)
    official = ceremony.officials[number]
    key = window.controller.desk.database.invitation_key()
    type_at(at_window, invitation_code(ceremony, official, key) + end)
    settle()
    return official.id


@pytest.mark.parametrize("end", ["\r", ""])
def test_an_invitation_is_read_wherever_the_keyboard_is(qtbot: QtBot, window: OperatorWindow, end: str) -> None:
    for number in (3, 5, 6):
        assert window.controller.undo_check_in(ceremony_of(window).officials[number].id)
    window.people.search.setText("dam")
    desk = at(qtbot, window.next.call_button)
    assert scan(window, desk, 3, end) in ceremony_of(window).present
    assert window.people.search.text() == ""

    # A form that the operator is filling keeps what it holds, stays open, and its Enter is not the reader's.
    absent = ceremony_of(window).officials[6].id
    window.people.select(absent)
    window.acts.away.trigger()
    (form,) = window.findChildren(AwayForm)
    form.note.setText("sampai Senin")
    for entry in (form.note, form.what):
        before = form.what.currentIndex()
        scan(window, at(qtbot, entry), 5, end)
        assert (form.isVisible(), form.what.currentIndex(), form.note.text()) == (True, before, "sampai Senin")
    assert ceremony_of(window).officials[5].id in ceremony_of(window).present
    form.reject()

    # The signer's window has the keyboard once somebody touched it.
    call(window, 4)
    yes = signer_of(window).findChild(QWidget, "yes_its_me")
    assert yes is not None
    assert scan(window, at(qtbot, yes), 6, end) in ceremony_of(window).present
    assert yes.isVisible(), "the reader's Enter answers nothing there"
    press(signer_of(window), "yes_its_me")


def test_letters_at_the_desk_begin_a_search_and_keys_do_what_they_do(qtbot: QtBot, window: OperatorWindow) -> None:
    official = ceremony_of(window).officials[4]
    assert window.controller.undo_check_in(official.id)
    window.people.select(ceremony_of(window).officials[2].id)
    type_at(at(qtbot, window.people.table), official.name[:3].lower() + "\r")
    settle()
    assert official.id in ceremony_of(window).present
    assert window.people.search.selectedText() == official.name[:3].lower()


def test_a_reader_that_breaks_off_and_a_code_of_nobody_check_nobody_in(qtbot: QtBot, window: OperatorWindow) -> None:
    before = ceremony_of(window)
    desk = at(qtbot, window.people.table)
    type_at(desk, "UND1:ABC\r")
    assert "undangan" in window.notices.text().lower()
    type_at(desk, "HTTPS://CONTOH\r")
    assert ceremony_of(window) == before
    # An editable entry gets its own words back, and a person's letters that begin alike stay.
    window.people.search.clear()
    window.people.select(before.officials[4].id)
    window.acts.away.trigger()
    (form,) = window.findChildren(LeftForm)
    reason: QComboBox = form.reason
    handle = at(qtbot, reason)
    reason.lineEdit().selectAll()  # type: ignore[union-attr]  # it can be edited
    type_at(handle, "Undangan lain")
    assert reason.currentText() == "Undangan lain"
    type_at(handle, "UND1:" + "A" * 24)
    assert reason.currentText() == "Undangan lain"
    form.reject()
