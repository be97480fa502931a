"""The operator makes a signed sheet void: chosen, with its reason, told at the desk and in the register."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpu_desk.domain.ceremony_parts import CeremonyState, Fault
from kpu_desk.gui.operator.board import MarkState, board_of
from kpu_desk.gui.operator.sheet_viewer import SheetViewer
from kpu_desk.gui.operator.void_form import VoidForm
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.gui.secretary.controller import RecordsController
from kpu_desk.gui.secretary.register_model import VERDICT
from kpu_desk.gui.secretary.window import RecordsWindow
from kpu_desk.services import declaring, preparing, voiding
from kpu_desk.services.desk import Desk
from tests.gui.real_desk import ceremony_of
from tests.gui.test_desk_calling import call, sign_one_sheet, signer_of
from tests.gui.test_signer_window import press, settle
from tests.services.offices import sign_everything


def sign_the_pact(window: OperatorWindow) -> str:
    """The last person signs the list at the door and the PI, then the operator takes the sitting back."""
    official_id = call(window, 6)
    press(signer_of(window), "yes_its_me")
    sign_one_sheet(window, 40)
    sign_one_sheet(window, 41)
    window.calling.recall()
    window.people.select(official_id)
    settle()
    return official_id


def open_form(window: OperatorWindow) -> VoidForm:
    window.acts.void_sheet.trigger()
    (form,) = [one for one in window.findChildren(VoidForm) if one.isVisible()]
    return form


def test_a_wrong_person_is_corrected_at_the_desk(qtbot: QtBot, window: OperatorWindow) -> None:
    official_id = sign_the_pact(window)
    form = open_form(window)
    assert [form.sheet.itemText(n).split()[0] for n in range(form.sheet.count())] == ["PI-007", "DH-001"]
    name = ceremony_of(window).official(official_id).name
    assert name in form.fields.complaint("sheet")
    form.submit()
    assert form.isVisible()
    assert form.fields.complaint("reason") == "Pilih alasannya."
    form.reason.setCurrentIndex(form.reason.findData(Fault.OTHER))
    form.submit()
    assert form.isVisible()
    assert form.fields.complaint("note") == "Tulis alasannya."
    form.reason.setCurrentIndex(form.reason.findData(Fault.WRONG_PERSON))
    form.submit()
    assert not form.isVisible()
    assert window.notices.text() == "Lembar PI-007 batal; PI-008 menunggu tanda tangan."
    after = ceremony_of(window)
    assert [(void.sheet.serial, void.fault) for void in after.voids] == [("PI-007", Fault.WRONG_PERSON)]
    line = next(line for line in board_of(after) if line.official_id == official_id)
    assert [mark.state for mark in line.marks] == [MarkState.SIGNED, MarkState.READY, MarkState.READY]
    # The person comes again, and signs the new sheet.
    call(window, 6)
    assert window.calling.running
    window.calling.recall()


def test_enter_in_the_note_makes_nothing_void(qtbot: QtBot, window: OperatorWindow) -> None:
    sign_the_pact(window)
    form = open_form(window)
    form.reason.setCurrentIndex(0)
    form.note.setFocus()
    QTest.keyClick(form.note, Qt.Key.Key_Return)
    assert ceremony_of(window).voids == ()


def test_a_refusal_is_said_in_the_form(qtbot: QtBot, window: OperatorWindow) -> None:
    sign_the_pact(window)
    form = open_form(window)
    form.reason.setCurrentIndex(form.reason.findData(Fault.OTHER))
    form.note.setText("салах")
    form.submit()
    assert form.isVisible()
    assert "alasan pembatalan" in form.problem_text()
    assert ceremony_of(window).voids == ()


def test_it_is_offered_only_when_it_can_be_done(qtbot: QtBot, window: OperatorWindow, desk: Desk) -> None:
    window.people.select("")
    assert not window.acts.void_sheet.isEnabled()
    window.people.select(ceremony_of(window).officials[6].id)
    window.acts.void_sheet.trigger()
    assert window.findChildren(VoidForm) == []
    assert window.notices.text().startswith("Belum ada lembar")
    call(window, 6)
    assert not window.acts.void_sheet.isEnabled()
    window.calling.recall()
    window.controller.close_ceremony(lambda: None)
    qtbot.waitUntil(lambda: ceremony_of(window).state is CeremonyState.CLOSED)
    assert not window.acts.void_sheet.isEnabled()


def test_a_private_sheet_is_not_offered_at_the_desk(qtbot: QtBot, window: OperatorWindow, desk: Desk) -> None:
    ceremony = ceremony_of(window)
    person = ceremony.officials[6].id
    declaring.declare(desk, ceremony.id, person, ("Aktual", "Saudara menjadi rekanan", "Pengadaan"))
    sign_everything(desk, ceremony.id)
    window.controller.took(desk.ceremony(ceremony.id))
    window.people.select(person)
    form = open_form(window)
    assert sorted(form.sheet.itemText(n).split()[0] for n in range(form.sheet.count())) == ["DH-001", "PI-007"]


def test_a_void_sheet_is_seen_at_the_desk_and_in_the_register(qtbot: QtBot, desk: Desk) -> None:
    (ceremony,) = desk.ceremonies()
    signed = sign_everything(desk, ceremony.id)
    sheet = next(one for one in ceremony.sheets if one.serial == "PI-003")
    voiding.make_void(desk, ceremony.id, sheet.id, Fault.WRONG_SHEET)
    signed += sign_everything(desk, ceremony.id, signed + 1)
    after = preparing.close_ceremony(desk, ceremony.id)
    viewer = SheetViewer(desk, after)
    qtbot.addWidget(viewer)
    listed = [viewer.sheets.item(row).text() for row in range(viewer.sheets.count())]
    assert [text for text in listed if text.endswith("batal")] == [listed[-1]]
    assert listed[-1].startswith("PI-003")
    viewer.sheets.setCurrentRow(len(listed) - 1)
    assert viewer.pages.page_count == 1
    viewer.close()
    controller = RecordsController(desk, ceremony.id)
    window = RecordsWindow(controller)
    controller.setParent(window)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert "1 lembar batal" in window.counts.text()
    row = window.model.row_of("PI-003")
    assert window.model.index(row, VERDICT).data() == "Batal"
    tip = window.model.index(row, VERDICT).data(Qt.ItemDataRole.ToolTipRole)
    assert "PI-003 (lembar keliru), diganti PI-008" in tip
    window.table.selectRow(row)
    # Its page can be looked at; it is no record, so nothing is printed or saved, neither it nor all the others.
    assert window.pages.page_count == 1
    assert window.chosen() == ()
    assert not window.print_button.isEnabled()
    assert not window.save_button.isEnabled()
    window.close()
