"""The desk over a real workspace: keys, what it shows in each state, and what it refuses in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from kpu_desk.domain.ceremony import CeremonyState
from kpu_desk.domain.closing_list import ClosingList
from kpu_desk.domain.documents import DocumentKind, Mark
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.invitations import invitation_code
from kpu_desk.gui.asking import Question
from kpu_desk.gui.operator.board import Show
from kpu_desk.gui.operator.calling import Calling
from kpu_desk.gui.operator.closing_words import ClosingWordsView
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.operator.import_preview import ImportPreview
from kpu_desk.gui.operator.official_form import OfficialForm
from kpu_desk.gui.operator.sheet_viewer import SheetViewer
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.gui.signer.witness_window import WitnessWindow
from kpu_desk.services import attending, closing_lists, preparing
from kpu_desk.services.desk import Desk
from kpu_desk.storage.inks import signed_inks
from tests.gui import real_desk
from tests.services.offices import sign_everything

PEOPLE = 8


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = real_desk.set_up(tmp_path / "kantor")
    yield made
    made.close()


@pytest.fixture
def signer(qtbot: QtBot, desk: Desk) -> Iterator[WitnessWindow]:
    made = WitnessWindow(desk.profile.short_name, desk.mark)
    yield made
    made.release()
    made.close()
    made.deleteLater()


def show(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> OperatorWindow:
    controller = DeskController(desk)
    window = OperatorWindow(controller, Calling(controller, signer, controller))
    controller.setParent(window)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def state(window: OperatorWindow) -> CeremonyState:
    ceremony = window.controller.ceremony
    assert ceremony is not None
    return ceremony.state


def test_without_a_ceremony_it_says_what_to_do(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    window = show(qtbot, desk, signer)
    assert window.windowTitle() == "KPU Desk – Meja"
    assert window.next.texts()[3] == "Buat upacara lebih dahulu."
    assert not window.next.call_button.isEnabled()
    assert not window.acts.import_roster.isEnabled()


def test_a_long_name_makes_no_panel_wider_than_its_place(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    """The panels at the right share one place: what one of them needs, the others would be cut off by."""
    ceremony = real_desk.prepared(desk, PEOPLE)
    assert ceremony.secretary is not None
    long = "Prof. Dr. Ir. Raden Mas Suryaningratwidjojo Kusumanegara Pranatawijaya, S.Kom., M.Kom."
    preparing.correct_official(desk, ceremony.id, replace(ceremony.secretary, name=long))
    window = show(qtbot, desk, signer)
    assert max(panel.minimumSizeHint().width() for panel in (window.next, window.preparation)) <= 320


def test_no_key_belongs_to_two_acts(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    """Qt gives an ambiguous key to neither."""
    window = show(qtbot, desk, signer)
    acts = [act for act in window.findChildren(QAction) if act.shortcuts()]
    assert not [act.objectName() for act in acts if act.autoRepeat()], "a key that is held down acts once"
    keys = Counter(key.toString() for act in acts for key in act.shortcuts())
    assert len(keys) > 10
    assert [key for key, acts in keys.items() if acts > 1] == []


def test_a_new_ceremony_stands_on_the_desk_at_once(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    window = show(qtbot, desk, signer)
    form = window.dialogs.new_ceremony()
    form.ok_button.click()
    assert state(window) is CeremonyState.DRAFT
    assert window.header.state_word() == "DISIAPKAN"
    assert not window.preparation.open_button.isEnabled()


def test_a_roster_dropped_on_the_desk_is_previewed_then_imported(
    qtbot: QtBot, desk: Desk, signer: WitnessWindow, tmp_path: Path
) -> None:
    window = show(qtbot, desk, signer)
    window.dialogs.new_ceremony().ok_button.click()
    path = tmp_path / "pejabat.csv"
    path.write_text("No;Nama;Jabatan\n1;Nirmala Pranaja;Ketua KPU Nusa Raya\n2;Damar Wiraguna;Sekretaris\n")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    with qtbot.waitSignal(window.roster.was_read):
        window.dropEvent(
            QDropEvent(
                QPointF(10, 10),
                Qt.DropAction.CopyAction,
                dropped,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
    (preview,) = window.findChildren(ImportPreview)
    assert preview.ok_button.text() == "Impor 2 orang"
    preview.ok_button.click()
    assert window.controller.ceremony is not None
    assert [o.name for o in window.controller.ceremony.officials] == ["Nirmala Pranaja", "Damar Wiraguna"]
    assert window.notices.text() == "2 orang diimpor dari pejabat.csv."


def test_a_file_that_is_no_roster_is_said_in_the_strip(
    qtbot: QtBot, desk: Desk, signer: WitnessWindow, tmp_path: Path
) -> None:
    window = show(qtbot, desk, signer)
    window.dialogs.new_ceremony().ok_button.click()
    path = tmp_path / "kosong.csv"
    path.write_bytes(b"")
    with qtbot.waitSignal(window.controller.problem):
        window.roster.read(path)
    assert window.notices.text() != ""
    assert window.findChildren(ImportPreview) == []


def test_opening_freezes_the_sheets_beside_the_windows(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    real_desk.prepared(desk, PEOPLE)
    window = show(qtbot, desk, signer)
    assert window.preparation.open_button.isEnabled()
    window.preparation.open_button.click()
    assert window.controller.busy
    assert window.tasks.busy
    qtbot.waitUntil(lambda: state(window) is CeremonyState.OPEN)
    qtbot.waitUntil(lambda: not window.tasks.busy)
    assert window.header.state_word() == "BERLANGSUNG"
    assert window.progress.words() == f"Ditandatangani 0 dari {2 + 2 * PEOPLE} lembar"


def test_opening_can_be_stopped_and_then_nothing_is_open(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    real_desk.prepared(desk, PEOPLE)
    window = show(qtbot, desk, signer)
    window.controller.open_ceremony()
    window.controller.stop()
    qtbot.waitUntil(lambda: not window.controller.busy)
    assert state(window) is CeremonyState.DRAFT
    assert window.notices.text() == ""


def test_a_few_letters_and_enter_check_somebody_in(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    ceremony = real_desk.opened(desk, PEOPLE)
    window = show(qtbot, desk, signer)
    window.people.begin_search()
    QTest.keyClicks(window.people.search, "dam")
    QTest.keyClick(window.people.search, Qt.Key.Key_Return)
    damar = next(o for o in ceremony.officials if o.name.startswith("Damar"))
    assert window.controller.ceremony is not None
    assert window.controller.ceremony.present == {damar.id}
    assert window.notices.text() == "Damar Wiraguna, S.H. tercatat hadir (dikenal petugas)."
    assert window.people.search.selectedText() == "dam"
    assert window.next.target() == damar.id


def test_a_scanned_invitation_checks_its_person_in_and_another_offices_is_refused(
    qtbot: QtBot, desk: Desk, signer: WitnessWindow
) -> None:
    ceremony = real_desk.opened(desk, PEOPLE)
    window = show(qtbot, desk, signer)
    guest = ceremony.officials[3]
    window.people.begin_search()
    QTest.keyClicks(window.people.search, invitation_code(ceremony, guest, b"another office's key".ljust(32)))
    QTest.keyClick(window.people.search, Qt.Key.Key_Return)
    assert window.controller.ceremony is not None
    assert not window.controller.ceremony.present
    QTest.keyClicks(window.people.search, invitation_code(ceremony, guest, desk.database.invitation_key()))
    QTest.keyClick(window.people.search, Qt.Key.Key_Return)
    assert [(a.official_id, a.identified) for a in window.controller.ceremony.attendance] == [
        (guest.id, "kode undangan")
    ]
    assert window.people.search.text() == ""
    assert window.people.selected_id() == guest.id


def test_a_second_check_in_is_refused_in_words(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    ceremony = real_desk.opened(desk, PEOPLE, present=1)
    window = show(qtbot, desk, signer)
    window.people.select(ceremony.officials[0].id)
    held_down = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    QApplication.sendEvent(window.people.table, held_down)
    assert window.notices.text() == "", "a key that is held down acts once"
    QTest.keyClick(window.people.table, Qt.Key.Key_Return)
    assert window.notices.text().startswith("Nirmala Pranaja sudah tercatat hadir pukul ")
    assert "(dikenal petugas)" in window.notices.text()


def test_a_check_in_is_taken_back_from_the_menu(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    ceremony = real_desk.opened(desk, PEOPLE, present=2)
    window = show(qtbot, desk, signer)
    window.people.select(ceremony.officials[1].id)
    assert window.acts.undo_check_in.isEnabled()
    QTest.keyClick(window.people.search, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert window.people.model.counts()[Show.PRESENT] == 1
    assert window.notices.text() == f"Kehadiran {ceremony.officials[1].name} dibatalkan."


def test_the_next_in_order_is_shown_unless_somebody_else_is_chosen(
    qtbot: QtBot, desk: Desk, signer: WitnessWindow
) -> None:
    ceremony = real_desk.opened(desk, PEOPLE, present=4)
    window = show(qtbot, desk, signer)
    ids = [official.id for official in ceremony.officials]
    assert window.next.target() == ids[0]
    assert window.next.texts()[2] == "4 lembar: DH, PK, PI, PBBK"
    window.people.select(ids[3])
    assert window.next.target() == ids[3]
    window.people.select(ids[6])
    assert window.next.target() == ids[0]


def test_space_calls_and_a_second_call_waits(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    ceremony = real_desk.opened(desk, PEOPLE, present=3)
    window = show(qtbot, desk, signer)
    window.people.select(ceremony.officials[2].id)
    QTest.keyClick(window.people.table, Qt.Key.Key_Space)
    assert window.calling.running
    assert ceremony.officials[2].name in window.calling.words
    assert not window.next.call_button.isEnabled()
    window.calling.call(ceremony.officials[0].id)
    assert "masih di layar" in window.notices.text()
    window.acts.recall.trigger()
    assert not window.calling.running
    assert window.next.call_button.isEnabled()


def test_f9_calls_the_next_whoever_is_chosen(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    ceremony = real_desk.opened(desk, PEOPLE, present=3)
    window = show(qtbot, desk, signer)
    window.people.select(ceremony.officials[2].id)
    window.acts.call_next.trigger()
    assert ceremony.officials[0].name in window.calling.words
    window.calling.recall()


def test_f3_lets_others_go_first_and_the_skipped_one_comes_again(
    qtbot: QtBot, desk: Desk, signer: WitnessWindow
) -> None:
    first, second, *_ = real_desk.opened(desk, PEOPLE, present=2).officials
    window = show(qtbot, desk, signer)
    for expected in (second, first, second):
        window.queue.skip.trigger()
        assert window.next.target() == expected.id
    assert "dilewati" in window.next.queued()
    window.people.select(first.id)
    window.queue.skip.trigger()
    assert window.next.target() == first.id
    window.acts.call_next.trigger()
    assert window.calling.official_id == first.id
    window.calling.recall()


def test_a_sample_with_real_names_cannot_be_called(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    real_desk.prepared(desk, PEOPLE, sample=True)
    window = show(qtbot, desk, signer)
    window.controller.open_ceremony()
    qtbot.waitUntil(lambda: state(window) is CeremonyState.OPEN)
    assert window.controller.ceremony is not None
    window.controller.check_in(window.controller.ceremony.officials[0].id)
    assert window.next.texts()[3] == "Contoh: nama orang sungguhan, hanya untuk dilihat."
    assert not window.next.call_button.isEnabled()
    window.call(window.controller.ceremony.officials[0].id)
    assert not window.calling.running
    assert not window.acts.close_ceremony.isEnabled()


def test_a_correction_redraws_and_shows_the_new_name(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    ceremony = real_desk.opened(desk, PEOPLE)
    window = show(qtbot, desk, signer)
    official = ceremony.officials[7]
    form = window.dialogs.edit_official(official.id)
    assert form is not None
    form.name.setText("Bayu Samudra, S.H.")
    form.ok_button.click()
    line = window.people.model.line(window.people.model.row_of(official.id))
    assert line is not None
    assert line.name == "Bayu Samudra, S.H."
    assert window.controller.ceremony is not None
    assert any(sheet.version == 2 for sheet in window.controller.ceremony.sheets)


def test_what_a_service_refuses_is_said_in_the_open_form(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    ceremony = real_desk.prepared(desk, PEOPLE)
    window = show(qtbot, desk, signer)
    form = window.dialogs.add_official()
    form.name.setText("Orang Kembar")
    form.office.setText("Pengelola Keuangan")
    form.nip.setText(str(ceremony.officials[6].nip))
    form.ok_button.click()
    assert form.isVisible()
    assert window.controller.ceremony is not None
    assert len(window.controller.ceremony.officials) == PEOPLE
    assert isinstance(form, OfficialForm)
    assert "NIP" in form.problem_text()


def test_removing_asks_in_words_and_stays_harmless_by_default(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    ceremony = real_desk.prepared(desk, PEOPLE)
    window = show(qtbot, desk, signer)
    window.people.select(ceremony.officials[7].id)
    window.acts.remove_official.trigger()
    (question,) = window.findChildren(Question)
    assert ceremony.officials[7].name in question.text()
    question.stay_button.click()
    assert window.controller.ceremony is not None
    assert len(window.controller.ceremony.officials) == PEOPLE
    window.acts.remove_official.trigger()
    question = window.findChildren(Question)[-1]
    question.answer_buttons["Keluarkan"].click()
    assert len(window.controller.ceremony.officials) == PEOPLE - 1


def test_closing_asks_with_the_counts(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    real_desk.opened(desk, PEOPLE, present=2)
    window = show(qtbot, desk, signer)
    window.acts.close_ceremony.trigger()
    (question,) = window.findChildren(Question)
    assert f"{2 + 2 * PEOPLE} lembar belum lengkap" in question.text()
    # The window goes on: the closing is long work, and nothing of the ceremony is offered meanwhile.
    question.answer_buttons["Tutup upacara"].click()
    assert (state(window), window.tasks.isVisible()) == (CeremonyState.OPEN, True)
    asleep = (window.acts.close_ceremony, window.acts.call_next, window.acts.check_in, window.acts.pause)
    assert not any(act.isEnabled() for act in asleep)
    assert "Upacara sedang ditutup." in {label.text() for label in window.next.findChildren(QLabel)}
    qtbot.waitUntil(lambda: state(window) is CeremonyState.CLOSED)
    assert window.findChild(ClosingWordsView) is not None
    qtbot.waitUntil(window.acts.seal.isEnabled)


def test_a_closing_that_was_overtaken_or_stopped_changes_nothing(
    qtbot: QtBot, desk: Desk, signer: WitnessWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    ceremony = real_desk.opened(desk, PEOPLE, present=2)
    window = show(qtbot, desk, signer)
    really = closing_lists.closing_list

    def overtaken(*args: Any) -> ClosingList:
        made = really(*args)
        attending.check_in(desk, ceremony.id, ceremony.officials[5].id, "dikenal petugas")
        return made

    def stopped(*args: Any) -> ClosingList:
        raise KnownError("CANCELLED")

    for closing, told in ((stopped, ""), (overtaken, "berubah")):
        monkeypatch.setattr(preparing, "closing_list", closing)
        window.controller.close_ceremony(pytest.fail)
        qtbot.waitUntil(lambda: not window.controller.busy)
        assert told in window.notices.text()
        assert (state(window), window.acts.call_next.isEnabled()) == (CeremonyState.OPEN, True)


def test_another_ceremony_is_put_on_the_desk(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    first = real_desk.prepared(desk, 3)
    real_desk.prepared(desk, PEOPLE)
    window = show(qtbot, desk, signer)
    assert window.people.model.counts()[Show.ALL] == PEOPLE
    window.header.chosen.emit(first.id)
    assert window.people.model.counts()[Show.ALL] == 3


def test_the_menu_of_a_person_is_about_that_person(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    ceremony = real_desk.prepared(desk, PEOPLE)
    window = show(qtbot, desk, signer)
    window.people.select(ceremony.officials[7].id)
    menu = window.acts.person_menu()
    assert [action.objectName() for action in menu.actions() if action.isEnabled() and action.text()] == [
        "away",
        "edit_official",
        "choose_witness",
        "declaration",
        "remove_official",
    ]


def test_the_band_says_gladi(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    from kpu_desk.gui.widgets import Banner

    assert desk.mark is Mark.GLADI
    window = show(qtbot, desk, signer)
    assert any("GLADI" in banner.text() for banner in window.findChildren(Banner))


def test_the_frozen_sheets_can_be_looked_at(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    ceremony = real_desk.opened(desk, PEOPLE)
    window = show(qtbot, desk, signer)
    window.people.select(ceremony.officials[7].id)
    window.acts.view_sheets.trigger()
    (viewer,) = window.findChildren(SheetViewer)
    assert viewer.windowTitle() == "KPU Desk – Lembar"
    assert viewer.sheets.currentItem().text().endswith(ceremony.officials[7].name)
    assert viewer.pages.page_count >= 1
    viewer.search.setText("pk-001")
    assert [row for row in range(viewer.sheets.count()) if not viewer.sheets.item(row).isHidden()] == [0]
    viewer.close()


# A menu takes the keyboard, which the offscreen platform cannot give.
@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_shift_enter_asks_how_a_person_is_known_and_it_reaches_the_evidence(
    qtbot: QtBot, desk: Desk, signer: WitnessWindow
) -> None:
    ceremony = real_desk.opened(desk, PEOPLE)
    window = show(qtbot, desk, signer)
    damar = ceremony.officials[1]
    window.people.select(damar.id)
    QTest.keyClick(window.people.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    (menu,) = [menu for menu in window.findChildren(QMenu, "identify") if menu.isVisible()]
    assert [action.text() for action in menu.actions()] == ["dikenal petugas", "kartu pegawai", "KTP"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    after = desk.ceremony(ceremony.id)
    assert [(one.official_id, one.identified) for one in after.attendance] == [(damar.id, "KTP")]
    assert window.notices.text() == "Damar Wiraguna, S.H. tercatat hadir (KTP)."
    sign_everything(desk, ceremony.id)
    (sheet,) = [sheet for sheet in after.sheets if sheet.kind is DocumentKind.PBBK and sheet.subject_id == damar.id]
    with desk.database.reading() as session:
        evidence = [one for _, one in signed_inks(session, sheet.id).values()]
    assert {(one.identified, one.identified_by) for one in evidence} == {("KTP", desk.actor.name)}


def test_the_menu_of_a_person_offers_the_same_ways(qtbot: QtBot, desk: Desk, signer: WitnessWindow) -> None:
    ceremony = real_desk.opened(desk, PEOPLE)
    window = show(qtbot, desk, signer)
    window.people.select(ceremony.officials[2].id)
    menu = window.acts.person_menu()
    ways = menu.findChild(QMenu, "identify")
    assert isinstance(ways, QMenu)
    assert ways.isEnabled()
    ways.actions()[1].trigger()
    assert desk.ceremony(ceremony.id).attendance[0].identified == "kartu pegawai"
    again = window.acts.person_menu().findChild(QMenu, "identify")
    assert isinstance(again, QMenu)
    assert not again.isEnabled()
