"""The ceremony's states at the desk: paused while somebody is at the pad, resumed, annulled; what the others see."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kpu_desk.domain.ceremony import CeremonyState
from kpu_desk.gui.operator.states import AnnulForm, PauseForm
from kpu_desk.gui.operator.window import OperatorWindow
from tests.gui.real_desk import ceremony_of
from tests.gui.test_desk_calling import call, sign_one_sheet, signer_of
from tests.gui.test_signer_window import press, settle


def said_to_the_signer(window: OperatorWindow, name: str) -> str:
    found = signer_of(window).findChild(QLabel, name)
    assert found is not None
    return found.text()


def test_a_pause_holds_the_desk_the_pad_and_whoever_is_there(qtbot: QtBot, window: OperatorWindow) -> None:
    call(window, 5)
    press(signer_of(window), "yes_its_me")
    window.acts.pause.trigger()
    (form,) = window.findChildren(PauseForm)
    form.reason.setEditText("  ")
    form.submit()
    assert form.fields.complaint("reason") == "Tulis alasannya."
    form.reason.setCurrentIndex(1)
    form.submit()
    settle()
    ceremony = ceremony_of(window)
    assert (ceremony.state, ceremony.turns[-1].reason) == (CeremonyState.PAUSED, "Gangguan listrik atau perangkat")
    assert window.header.state_word() == "DIJEDA"
    assert "Gangguan listrik atau perangkat" in window.state_banner.text()
    assert said_to_the_signer(window, "paused_sentence") == "Upacara dijeda. Petugas akan melanjutkan."
    assert said_to_the_signer(window, "rest_sentence") == "Upacara dijeda."
    assert window.calling.paused
    window.calling.pause(False)
    assert window.calling.paused, "only the ceremony is resumed"
    for act in (window.acts.call_next, window.acts.close_ceremony, window.acts.pause, window.acts.seal):
        assert not act.isEnabled()
    desk = window.controller.desk
    now = desk.clock()
    desk.clock = lambda: now + timedelta(days=1)
    with qtbot.waitSignal(window.controller.said) as told:
        window.state_banner.resume_wanted.emit()
    assert "pada hari lain" in told.args[0], "who was here the day before is still noted as present"
    settle()
    assert ceremony_of(window).state is CeremonyState.OPEN
    assert window.state_banner.isHidden()
    assert said_to_the_signer(window, "rest_sentence") == "Silakan menunggu panggilan."
    sign_one_sheet(window, 40)
    assert len(ceremony_of(window).signatures) == 1


def test_an_annulled_ceremony_is_only_looked_at(qtbot: QtBot, window: OperatorWindow) -> None:
    window.acts.annul.trigger()
    (form,) = window.findChildren(AnnulForm)
    form.submit()
    assert form.fields.complaint("reason") == "Tulis alasannya."
    assert not form.ok_button.isDefault()
    form.reason.setText("Daftar yang dipakai keliru.")
    form.submit()
    settle()
    assert ceremony_of(window).state is CeremonyState.VOID
    assert window.header.state_word() == "DIBATALKAN"
    assert "Daftar yang dipakai keliru. Isinya disimpan" in window.state_banner.text()
    asleep = ("annul", "pause", "resume", "ready", "open_ceremony", "close_ceremony", "call_next", "check_in", "seal")
    assert not any(getattr(window.acts, name).isEnabled() for name in asleep)
    assert window.acts.view_sheets.isEnabled()
