"""Who follows after the closing: the list, the late sitting by one key, its banner, and its minutes."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from kpu_desk.gui.operator.board import MarkState, board_of
from kpu_desk.gui.operator.follow import FollowForm
from kpu_desk.gui.operator.states import PauseForm
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.services import preparing
from tests.gui.real_desk import ceremony_of
from tests.gui.test_desk_calling import call, sign_one_sheet, signer_of
from tests.gui.test_signer_window import press, settle


def follow(window: OperatorWindow) -> FollowForm:
    window.acts.follow.trigger()
    return window.findChildren(FollowForm)[-1]


def test_a_late_sitting_is_opened_signed_in_and_ended(qtbot: QtBot, window: OperatorWindow) -> None:
    assert not window.acts.follow.isEnabled()
    window.controller.took(preparing.close_ceremony(window.controller.desk, ceremony_of(window).id))
    settle()
    marks = {mark.state for mark in board_of(ceremony_of(window))[-1].marks}
    assert MarkState.LATER in marks
    form = follow(window)
    assert form.table.rowCount() == len(ceremony_of(window).officials)
    form.submit()
    settle()
    assert ceremony_of(window).late is not None
    assert "susulan ke-1" in window.state_banner.text()
    assert window.next.target() == ""
    official_id = ceremony_of(window).officials[6].id
    window.people.select(official_id)
    assert window.acts.check_in.isEnabled(), "who came to the day is not here yet"
    window.acts.check_in.trigger()
    settle()
    assert not window.acts.undo_check_in.isEnabled()
    call(window, 6)
    press(signer_of(window), "yes_its_me")
    sign_one_sheet(window, 40)
    assert len(ceremony_of(window).signatures) == 1
    window.acts.pause.trigger()
    window.findChildren(PauseForm)[-1].submit()
    settle()
    assert "susulan ke-1 dijeda" in window.state_banner.text()
    assert not window.acts.call_next.isEnabled()
    assert MarkState.READY not in {mark.state for line in board_of(ceremony_of(window)) for mark in line.marks}
    form = follow(window)
    assert not form.ok_button.isEnabled()
    form.reject()
    window.acts.resume.trigger()
    settle()
    form = follow(window)
    assert "1 tanda tangan" in form.said.text()
    form.submit()
    settle()
    ceremony = ceremony_of(window)
    assert (ceremony.late, window.calling.running) == (None, False)
    assert ceremony.sheet(ceremony.sittings[0].minutes_id or "").serial == "BA-002"
    assert window.state_banner.isHidden()
