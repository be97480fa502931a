"""From a pattern to a draft by the keyboard alone; exceptions in the list of witnesses by dragging and by typing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kpu_desk.domain.ceremony import CeremonyState
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.groups import COMMISSIONERS
from kpu_desk.domain.roster_changes import Change
from kpu_desk.gui.operator.arrange_form import ArrangeForm
from kpu_desk.gui.operator.arrange_model import WITNESS
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.operator.pattern_acts import PatternActs
from kpu_desk.gui.operator.pattern_form import PassphraseForm
from kpu_desk.services.desk import Desk
from tests.gui import people, real_desk

KEY = Qt.Key


def last_year(root: Path) -> None:
    """An office with last year's draft of twelve people."""
    made = real_desk.set_up(root)
    real_desk.prepared(made, 12)
    made.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """That office, opened this year."""
    made = real_desk.copy_of(last_year, tmp_path / "kantor")
    yield made
    made.close()


def test_last_years_day_is_this_years_draft_by_the_keyboard_alone(qtbot: QtBot, desk: Desk) -> None:
    controller = DeskController(desk)
    window = QWidget()
    qtbot.addWidget(window)
    said: list[str] = []
    controller.said.connect(said.append)
    acts = PatternActs(controller, window)
    form = acts.begin()
    assert form is not None
    qtbot.waitExposed(form)
    older = controller.ceremonies[0]
    assert form.pattern.people == older.officials
    QTest.keyClick(form.list, KEY.Key_Return)
    assert form.pages.currentIndex() == 1
    # This year one went, one came, one has another office.
    roster = (*older.officials[:-2], replace(older.officials[-2], office="Kepala Bagian Umum"))
    newcomer = replace(older.officials[-1], id="baru", name="Tari Pendatang", nip=None)
    form.show_roster((*(replace(o, id=f"n{o.id}") for o in roster), newcomer), "daftar.xlsx")
    told = {one.change for one in form.people.changes}
    assert told == {Change.SAME, Change.OFFICE, Change.NEW, Change.GONE}
    form.submit()
    assert form.pages.currentIndex() == 1
    assert form.problem_text().startswith("Periksa setiap perubahan")
    QTest.keyClick(form.people.table, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(form.people.table, KEY.Key_Space)
    QTest.keyClick(form.people.table, KEY.Key_Return)
    assert form.pages.currentIndex() == 2
    QTest.keyClick(form.ok_button, KEY.Key_Return)
    made = controller.ceremony
    assert made is not None
    assert made.id != older.id
    assert made.state is CeremonyState.DRAFT
    assert {o.name for o in made.officials} == {o.name for o in (*roster, newcomer)}
    assert made.attachment == older.attachment
    assert "Rancangan dibuat dengan 12 orang. Periksa sasaran dan anggaran" in said[-1]


def test_a_shipped_pattern_goes_with_the_year_and_takes_what_was_typed(qtbot: QtBot, desk: Desk) -> None:
    controller = DeskController(desk)
    window = QWidget()
    qtbot.addWidget(window)
    form = PatternActs(controller, window).begin()
    assert form is not None
    qtbot.waitExposed(form)
    names = [form.list.item(row).text() for row in range(form.list.count())]
    form.list.setCurrentRow(names.index("Pakta Integritas saja"))
    day = form.entries.day.date()
    form.entries.day.setDate(day.addYears(1))
    assert form.entries.title.text() == f"Penandatanganan Pakta Integritas {day.year() + 1}"
    form.entries.title.setText("Judul sendiri")
    form.entries.day.setDate(day)
    assert form.entries.title.text() == "Judul sendiri"
    form.submit()
    form.submit()
    assert form.pages.currentIndex() == 2
    assert form.arrange.model.ceremony.kinds == (DocumentKind.PI, DocumentKind.DH, DocumentKind.BA)
    form.back()
    assert form.pages.currentIndex() == 1
    form.reject()


def test_last_years_folder_and_this_years_file_are_read_into_the_window(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    other = real_desk.set_up(tmp_path / "lalu")
    older = real_desk.prepared(other, 5)
    other.close()
    controller = DeskController(desk)
    window = QWidget()
    qtbot.addWidget(window)
    acts = PatternActs(controller, window)
    form = acts.begin()
    assert form is not None
    qtbot.waitExposed(form)
    acts.read_folder(tmp_path)
    qtbot.waitUntil(lambda: "Tidak ada rekaman" in form.problem_text())
    qtbot.waitUntil(lambda: not controller.busy)
    acts.read_folder(tmp_path / "lalu")
    asked = form.findChild(PassphraseForm)
    assert asked is not None
    assert asked.focusWidget() is asked.passphrase
    QTest.keyClick(asked.passphrase, KEY.Key_Tab)
    assert asked.focusWidget() is asked.cancel_button
    asked.passphrase.setText("salah sama sekali")
    asked.submit()
    qtbot.waitUntil(lambda: form.problem_text().startswith("Frasa sandi"))
    qtbot.waitUntil(lambda: not controller.busy)
    acts.read_workspace(tmp_path / "lalu", real_desk.PASSPHRASE)
    qtbot.waitUntil(lambda: form.pattern.id == older.id)
    qtbot.waitUntil(lambda: not controller.busy)
    roster = tmp_path / "pegawai.csv"
    lines = [f'{n},"{official.name}","{official.office}"' for n, official in enumerate(older.officials, 1)]
    roster.write_text("\n".join(("No,Nama,Jabatan", *lines)), "utf-8")
    acts.read_roster(roster)
    assert form.problem_text() == "Membaca pegawai.csv …"
    qtbot.waitUntil(lambda: form.pages.currentIndex() == 1)
    assert len(form.people.people) == 5
    assert ("pegawai.csv" in form.people.told.text(), form.problem_text()) == (True, "")
    form.reject()


@pytest.fixture
def arranging(qtbot: QtBot) -> ArrangeForm:
    """The list of a draft of eight."""
    form = ArrangeForm(people.draft(8), "o006", lambda _arranged: True)
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    return form


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_three_letters_choose_a_witness_and_delete_gives_the_usual_one_back(
    qtbot: QtBot, arranging: ArrangeForm
) -> None:
    table, model = arranging.panel.table, arranging.panel.model
    chair, row = model.official(0), model.row_of("o006")
    assert table.currentIndex().row() == row
    usual = model.index(row, WITNESS).data()
    QTest.keyClick(table, KEY.Key_Return)
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, chair.name[4:7])
    QTest.keyClick(editor, KEY.Key_Return)
    qtbot.waitUntil(lambda: model.ceremony.witnesses == (("o006", chair.id),))
    assert model.index(row, WITNESS).data() == f"{chair.name} (dipilih)"
    QTest.keyClick(table, KEY.Key_Delete)
    assert not model.ceremony.witnesses
    assert model.index(row, WITNESS).data() == usual


def test_a_person_dragged_on_another_is_witnessed_by_him_and_between_two_moves_there(arranging: ArrangeForm) -> None:
    model = arranging.panel.model
    staff, chair = model.official(7), model.official(0)
    dragged = model.mimeData([model.index(7, 0), model.index(7, WITNESS)])
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, -1, -1, model.index(0, 0))
    assert model.ceremony.witnesses == ((staff.id, chair.id),)
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, -1, -1, model.index(7, 0))
    assert "sendiri" in arranging.problem_text()
    assert model.ceremony.witnesses == ((staff.id, chair.id),)
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, 6, 0, QModelIndex())
    assert model.official(6) == staff
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    secretary = next(o for o in model.ceremony.officials if o is model.ceremony.secretary)
    assert model.row_of(staff.id) == model.row_of(secretary.id) + 1
    arranging.panel.table.choose(staff.id)
    QTest.keyClick(arranging.panel.table, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert model.row_of(staff.id) == model.row_of(secretary.id) + 2


def test_groups_are_ticked_and_said_on_the_button(arranging: ArrangeForm) -> None:
    button = arranging.panel.groups[0]
    assert button.text() == "PI: semua"
    button.offer()
    button.menu().actions()[0].trigger()
    assert arranging.panel.model.ceremony.signers == ((DocumentKind.PI, (COMMISSIONERS,)),)
    assert button.text() == "PI: Ketua dan anggota"
    assert arranging.panel.model.index(7, WITNESS).data() == "–"
    button.menu().actions()[0].trigger()
    assert not arranging.panel.model.ceremony.signers
