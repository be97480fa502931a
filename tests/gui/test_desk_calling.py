"""From the call to the saved signature: the signer's real window, the real pen, the real database."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpu_desk.domain.documents import DocumentKind
from kpu_desk.gui.asking import Question
from kpu_desk.gui.operator.board import MarkState, board_of
from kpu_desk.gui.operator.screens import Screens
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.gui.signer.window import SignerWindow
from kpu_desk.services.desk import Desk
from tests.gui.real_desk import ceremony_of
from tests.gui.test_signer_window import find, press, read_to_the_end, settle, text_of, write


def signer_of(window: OperatorWindow) -> SignerWindow:
    return window.calling._signer


def sign_one_sheet(window: OperatorWindow, count: int = 40) -> None:
    signer = signer_of(window)
    read_to_the_end(signer)
    press(signer, "have_read")
    write(signer, count)
    press(signer, "sign")


def call(window: OperatorWindow, number: int) -> str:
    ceremony = window.controller.ceremony
    assert ceremony is not None
    official_id = ceremony.officials[number].id
    window.people.select(official_id)
    window.call()
    settle()
    return official_id


def test_a_whole_sitting_is_saved_sheet_by_sheet(qtbot: QtBot, window: OperatorWindow, desk: Desk) -> None:
    official_id = call(window, 6)
    press(signer_of(window), "yes_its_me")
    for number, count in enumerate((40, 41, 42), start=1):
        sign_one_sheet(window, count)
        assert window.controller.ceremony is not None
        assert len(window.controller.ceremony.signatures) == number
        assert len(desk.ceremony(window.controller.ceremony.id).signatures) == number
    assert not window.calling.running
    assert window.people.selected_id() == ""
    assert window.next.target() != official_id
    ceremony = window.controller.ceremony
    assert ceremony is not None
    line = next(line for line in board_of(ceremony) if line.official_id == official_id)
    assert [mark.state for mark in line.marks] == [MarkState.SIGNED] * 3


def test_what_is_on_the_signers_screen_stands_on_the_desk(qtbot: QtBot, window: OperatorWindow) -> None:
    call(window, 6)
    assert window.calling.words.endswith("memastikan nama")
    press(signer_of(window), "yes_its_me")
    assert "membaca" in window.calling.words
    window.calling.recall()
    assert window.calling.words == ""


def test_the_desk_is_not_closed_over_somebody_who_signs(window: OperatorWindow) -> None:
    closed: list[str] = []
    window.closing.connect(lambda: closed.append(window.calling.words))
    call(window, 6)
    for answer, left in (("stay", []), ("close", [""])):
        assert not window.close()
        question = window.findChildren(Question)[-1]
        assert question.text().startswith(f"{ceremony_of(window).officials[6].name} sedang di layar penanda tangan.")
        (question.stay_button if answer == "stay" else question.answer_buttons["Tutup KPU Desk"]).click()
        assert (closed, window.isVisible()) == (left, not left)


def test_a_refused_signature_stays_with_its_reason_before_the_signer(
    qtbot: QtBot, window: OperatorWindow, desk: Desk
) -> None:
    call(window, 6)
    press(signer_of(window), "yes_its_me")
    # Somebody takes the check-in back while the person stands at the pad.
    ceremony = window.controller.ceremony
    assert ceremony is not None
    window.controller.undo_check_in(ceremony.officials[6].id)
    sign_one_sheet(window)
    assert desk.ceremony(ceremony.id).signatures == ()
    assert "belum tercatat hadir" in text_of(signer_of(window), "refusal")
    assert window.calling.running
    window.calling.recall()


def test_a_recalled_person_keeps_what_was_saved(qtbot: QtBot, window: OperatorWindow) -> None:
    official_id = call(window, 6)
    press(signer_of(window), "yes_its_me")
    sign_one_sheet(window)
    window.acts.recall.trigger()
    assert not window.calling.running
    assert window.controller.ceremony is not None
    assert len(window.controller.ceremony.signatures) == 1
    assert window.controller.ceremony.open_slots_of(official_id)[0][0].kind is DocumentKind.PI


def test_a_person_taken_back_while_the_signature_is_prepared_has_not_signed(
    qtbot: QtBot, window: OperatorWindow, desk: Desk
) -> None:
    official_id = call(window, 6)
    signer = signer_of(window)
    press(signer, "yes_its_me")
    read_to_the_end(signer)
    press(signer, "have_read")
    write(signer)
    QTest.mouseClick(find(signer, "sign"), Qt.MouseButton.LeftButton)
    # Before the thread's answer arrives; the next one at the pad is the same person.
    window.calling.recall()
    call(window, 6)
    settle()
    assert window.controller.ceremony is not None
    assert desk.ceremony(window.controller.ceremony.id).signatures == ()
    press(signer, "yes_its_me")
    sign_one_sheet(window)
    (signature,) = desk.ceremony(window.controller.ceremony.id).signatures
    assert signature.official_id == official_id


def test_not_me_ends_the_sitting_and_tells_the_desk(qtbot: QtBot, window: OperatorWindow) -> None:
    call(window, 6)
    press(signer_of(window), "not_me")
    assert not window.calling.running
    assert window.notices.text().startswith("Yang di layar bukan")


def test_declining_is_kept_and_shown_as_no_error_of_the_person(qtbot: QtBot, window: OperatorWindow) -> None:
    official_id = call(window, 6)
    ceremony = window.controller.ceremony
    assert ceremony is not None
    sheet = ceremony.open_slots_of(official_id)[1][0]
    signer_of(window).declined.emit(official_id, sheet.id, "ingin membaca lebih lama")
    after = window.controller.ceremony
    assert after is not None
    assert [(d.official_id, d.reason) for d in after.declines] == [(official_id, "ingin membaca lebih lama")]
    assert "tidak menandatangani" in window.notices.text()
    line = next(line for line in board_of(after) if line.official_id == official_id)
    assert MarkState.DECLINED in {mark.state for mark in line.marks}
    others = next(sheet for sheet in after.sheets if all(slot.official_id != official_id for slot in sheet.slots))
    signer_of(window).declined.emit(official_id, others.id, "isi tidak sesuai")
    assert window.controller.ceremony == after
    assert not window.calling.running, "what was refused is not called noted on the signer's screen"


def test_nobody_who_is_not_here_can_be_called(qtbot: QtBot, window: OperatorWindow) -> None:
    ceremony = window.controller.ceremony
    assert ceremony is not None
    window.controller.undo_check_in(ceremony.officials[6].id)
    assert not window.calling.call(ceremony.officials[6].id)
    assert "belum tercatat hadir" in window.notices.text()


def test_with_one_screen_the_desk_comes_back_by_the_operators_key(qtbot: QtBot, window: OperatorWindow) -> None:
    signer = signer_of(window)
    signer.hide()
    screens = Screens(window, signer, window.calling)
    assert not screens.has_second
    call(window, 6)
    assert signer.isVisible()
    back = find(signer, "back_to_desk")
    assert not back.isVisible()
    press(signer, "not_me")
    assert back.isVisible()
    back.click()
    assert not signer.isVisible()
    call(window, 5)
    screens.give_back()
    assert not window.calling.running
    assert not signer.isVisible()


def test_a_changed_sheet_is_not_signed(qtbot: QtBot, window: OperatorWindow) -> None:
    official_id = call(window, 6)
    press(signer_of(window), "yes_its_me")
    ceremony = window.controller.ceremony
    assert ceremony is not None
    # A correction while the person reads: the sheet on the screen is not the one on disk any more.
    window.controller.correct_official(replace(ceremony.official(official_id), name="Rangga Puspa, S.H."))
    sign_one_sheet(window)
    after = window.controller.ceremony
    assert after is not None
    assert after.signatures == ()
    assert "berubah selagi ditandatangani" in text_of(signer_of(window), "refusal")
    window.calling.recall()


def test_nothing_is_redrawn_while_somebody_reads(qtbot: QtBot, window: OperatorWindow) -> None:
    window.people.select(window.controller.next_signers()[0].id)
    assert window.acts.edit_official.isEnabled()
    call(window, 6)
    assert not window.acts.edit_official.isEnabled()
    assert not window.acts.targets.isEnabled()
    window.calling.recall()
    assert window.acts.targets.isEnabled()
