"""Declarations apart, the commission's targets and wrong forms at the desk; meterai at the secretary's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import DocumentKind, Meterai
from kpu_desk.gui.operator.board import board_of, sheets_done
from kpu_desk.gui.operator.declaration_form import DeclarationForm
from kpu_desk.gui.operator.sheet_viewer import SheetViewer
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.gui.secretary.meterai_form import KIND, MeteraiForm
from kpu_desk.gui.secretary.window import RecordsWindow
from kpu_desk.resources import read_text
from kpu_desk.services.desk import Desk
from tests.gui import real_desk

PEOPLE = 8
ANSWERS = ("Aktual, keluarga", "Saudara menjadi rekanan", "Pengadaan")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = real_desk.set_up(tmp_path / "kantor")
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[OperatorWindow]:
    """The desk over an office without a ceremony."""
    with real_desk.desk_beside_signer(qtbot, desk) as made:
        yield made


def on_desk(window: OperatorWindow) -> Ceremony:
    ceremony = window.controller.ceremony
    assert ceremony is not None
    return ceremony


def declaration_form(window: OperatorWindow) -> DeclarationForm:
    window.acts.declaration.trigger()
    return next(form for form in window.findChildren(DeclarationForm) if form.isVisible())


def test_a_declaration_is_noted_and_taken_back_and_the_board_shows_nothing_of_it(window: OperatorWindow) -> None:
    ceremony = real_desk.opened(window.controller.desk, PEOPLE, present=PEOPLE)
    window.controller.reload()
    person = ceremony.officials[7].id
    before = board_of(on_desk(window))
    done = sheets_done(on_desk(window))
    window.people.select(person)
    form = declaration_form(window)
    form.ok_button.click()
    assert "kosong" in form.fields.complaint("answer_1")
    for entry, answer in zip(form.answers, ANSWERS, strict=True):
        entry.setPlainText(answer)
    form.ok_button.click()
    after = on_desk(window)
    assert [one.official_id for one in after.declarations] == [person]
    assert [(line.name, line.marks[:3]) for line in board_of(after) if line.official_id == person] == [
        (line.name, line.marks[:3]) for line in before if line.official_id == person
    ]
    assert sheets_done(after) == done
    receiver = next(line for line in board_of(after) if line.office.startswith("Sekretaris"))
    assert [mark.kind for mark in receiver.marks if mark.witness] == [DocumentKind.PI]
    viewer = SheetViewer(window.controller.desk, after, person)
    listed = [viewer.sheets.item(row).text() for row in range(viewer.sheets.count())]
    private = next(sheet.serial for sheet in after.sheets if sheet.private)
    assert not [line for line in listed if line.startswith(private)]
    viewer.close()
    again = declaration_form(window)
    assert again.answers == []
    again.ok_button.click()
    assert on_desk(window).declarations == ()


def test_the_declaration_is_no_act_where_nobody_states(window: OperatorWindow) -> None:
    assert not window.acts.declaration.isEnabled()
    real_desk.prepared(window.controller.desk, 3)
    window.controller.reload()
    assert not window.acts.declaration.isEnabled()
    window.people.select(on_desk(window).officials[0].id)
    assert window.acts.declaration.isEnabled()


def test_a_wrong_form_of_the_office_is_told_with_its_line_and_nothing_is_opened(
    qtbot: QtBot, window: OperatorWindow
) -> None:
    desk = window.controller.desk
    real_desk.prepared(desk, PEOPLE)
    window.controller.reload()
    path = desk.workspace.root / "forms" / "pbbk.toml"
    path.parent.mkdir(exist_ok=True)
    text = read_text("forms", "pbbk.toml").replace('side = "right"', 'side = "tengah"')
    path.write_text(text, "utf-8")
    line = next(n for n, one in enumerate(text.splitlines(), 1) if "tengah" in one)
    with qtbot.waitSignal(window.controller.problem) as caught:
        window.preparation.open_button.click()
    qtbot.waitUntil(lambda: not window.controller.busy)
    assert caught.args is not None
    advice = caught.args[0]
    assert "pbbk.toml" in advice.text
    assert f"baris {line}" in advice.text
    assert on_desk(window).sheets == ()


def test_the_secretary_notes_meterai_before_sealing(records_window: RecordsWindow) -> None:
    records_window.meterai_button.click()
    form = next(form for form in records_window.findChildren(MeteraiForm) if form.isVisible())
    assert not form.only_asked.isChecked()
    row = next(n for n in range(form.table.rowCount()) if form.table.model().index(n, 0).data() == "PI-002")
    form.ok_button.click()
    assert "diubah" in form.problem_text()
    index = form.table.model().index(row, KIND)
    form.table.setCurrentIndex(index)
    form.table.edit(index)
    entry = form.table.findChild(QComboBox)
    assert entry is not None
    entry.setCurrentIndex(entry.findData(Meterai.BOX.value))
    form.table.commitData(entry)
    form.ok_button.click()
    assert "nomor seri" in form.problem_text()
    form.put(row, Meterai.BOX, "9a1b2c")
    form.ok_button.click()
    assert form.result() == form.DialogCode.Accepted
    (line,) = (line for line in records_window.controller.meterai_lines() if line.noted is not None)
    assert (line.serial, line.kind, line.noted and line.noted.serial) == ("PI-002", DocumentKind.PI, "9A1B2C")


def test_after_the_last_sealing_no_meterai_is_noted_any_more(qtbot: QtBot, records_window: RecordsWindow) -> None:
    assert records_window.meterai_button.isEnabled()
    with qtbot.waitSignal(records_window.controller.sealed):
        records_window.controller.seal(without_number=True)
    qtbot.waitUntil(lambda: not records_window.controller.busy)
    records_window.refresh()
    assert not records_window.meterai_button.isEnabled()
