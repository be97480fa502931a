"""Numbers through the secretary's window: preview, giving, the question before sealing, superseded records."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpu_desk.domain.documents import DocumentKind
from kpu_desk.gui.asking import Question
from kpu_desk.gui.secretary.numbering_form import NumberingForm
from kpu_desk.gui.secretary.numbering_model import NEW, PRESENT, SERIAL
from kpu_desk.gui.secretary.register_model import NUMBER
from kpu_desk.gui.secretary.window import RecordsWindow
from kpu_desk.services import filing, numbering
from kpu_desk.services.desk import Desk
from tests.gui.conftest import PEOPLE

SHEETS = 1 + 2 * PEOPLE + 2


@pytest.fixture
def desk(closed_desk: Desk) -> Desk:
    """An office that numbers every document."""
    closed_desk.profile = replace(closed_desk.profile, numbered_kinds=tuple(DocumentKind))
    return closed_desk


@pytest.fixture
def window(desk: Desk, records_window: RecordsWindow) -> RecordsWindow:
    assert records_window.controller.desk is desk
    records_window.refresh()
    return records_window


def form_of(window: RecordsWindow) -> NumberingForm:
    """The form, opened by its button."""
    window.number_button.click()
    form = next(form for form in window.findChildren(NumberingForm) if form.isVisible())
    assert form.first.hasFocus() or form.focusWidget() is form.first
    return form


def column(form: NumberingForm, number: int) -> list[str]:
    model = form.model
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def numbers(window: RecordsWindow) -> dict[str, str | None]:
    return {line.serial: line.number for line in window.controller.number_lines()}


def question_of(window: RecordsWindow) -> Question:
    return next(question for question in window.findChildren(Question) if question.isVisible())


def settle(qtbot: QtBot, window: RecordsWindow) -> None:
    qtbot.waitUntil(lambda: not window.controller.busy)


def test_a_series_is_previewed_for_one_kind_and_given_by_enter(qtbot: QtBot, window: RecordsWindow) -> None:
    form = form_of(window)
    assert form.model.rowCount() == SHEETS
    form.kinds.setCurrentIndex(form.kinds.findData(DocumentKind.PI))
    assert column(form, SERIAL) == [f"PI-{n:03}" for n in range(1, PEOPLE + 1)]
    QTest.keyClicks(form.first, "098")
    shown = column(form, NEW)
    assert [text.split("/")[0] for text in shown] == ["098", "099", "100", "101", "102", "103"]
    assert all(number is None for number in numbers(window).values())
    assert form.ok_button.text() == f"Beri {PEOPLE} nomor"
    QTest.keyClick(form.first, Qt.Key.Key_Return)
    assert not form.isVisible()
    given = numbers(window)
    assert [given[f"PI-{n:03}"] for n in range(1, PEOPLE + 1)] == shown
    assert given["PK-001"] is None
    assert f"{SHEETS - PEOPLE} belum bernomor" in window.counts.text()


def test_space_takes_a_sheet_out_of_the_series(qtbot: QtBot, window: RecordsWindow) -> None:
    form = form_of(window)
    form.kinds.setCurrentIndex(form.kinds.findData(DocumentKind.PI))
    form.first.setText("5")
    form.table.setCurrentIndex(form.model.index(1, NEW))
    QTest.keyClick(form.table, Qt.Key.Key_Space)
    assert [text.split("/")[0] for text in column(form, NEW)] == ["5", "", "6", "7", "8", "9"]
    form.model.tick_all(ticked=False)
    assert column(form, NEW) == [""] * PEOPLE
    form.ok_button.click()
    assert form.isVisible()
    assert "Centang" in form.problem_text()


def test_a_number_typed_by_hand_stands_beside_the_series(window: RecordsWindow) -> None:
    form = form_of(window)
    form.kinds.setCurrentIndex(form.kinds.findData(DocumentKind.PI))
    form.first.setText("5")
    form.model.setData(form.model.index(1, NEW), " 77.a/SDM.09/2026 ")
    assert [text.split("/")[0] for text in column(form, NEW)] == ["5", "77.a", "6", "7", "8", "9"]
    form.model.setData(form.model.index(1, NEW), "")
    assert [text.split("/")[0] for text in column(form, NEW)] == ["5", "6", "7", "8", "9", "10"]


def test_wrong_and_used_numbers_are_said_and_nothing_is_given(window: RecordsWindow, desk: Desk) -> None:
    (ceremony,) = desk.ceremonies()
    numbering.give_numbers(desk, ceremony.id, {ceremony.sheets[0].id: "7/PK.02.1-BA/99/2026"})
    form = form_of(window)
    form.first.setText("12a")
    assert "bukan bilangan bulat" in form.fields.complaint("first")
    form.first.setText("7")
    assert "buku agenda" in form.fields.complaint("first")
    form.kinds.setCurrentIndex(form.kinds.findData(DocumentKind.BA))
    form.ok_button.click()
    assert form.isVisible()
    assert "sudah dipakai untuk PK-001" in form.problem_text()
    assert numbers(window)["BA-001"] is None
    form.reject()


def test_a_number_is_taken_back(window: RecordsWindow, desk: Desk) -> None:
    (ceremony,) = desk.ceremonies()
    numbering.give_numbers(desk, ceremony.id, {ceremony.sheets[0].id: "7/A"})
    form = form_of(window)
    form.model.tick_all(ticked=True)
    form.model.take_back()
    assert column(form, PRESENT)[0] == "7/A"
    assert column(form, NEW) == ["dicabut", *[""] * (SHEETS - 1)]
    form.ok_button.click()
    assert numbers(window)["PK-001"] is None


def test_sealing_without_numbers_is_asked_and_the_harmless_answer_is_the_default(
    qtbot: QtBot, window: RecordsWindow, desk: Desk
) -> None:
    window.seal_button.click()
    question = question_of(window)
    assert f"{SHEETS} lembar belum bernomor" in question.text()
    assert question.defaultButton() is question.stay_button
    question.stay_button.click()
    assert not window.controller.busy
    window.seal_button.click()
    question_of(window).answer_buttons["Beri nomor dahulu …"].click()
    form = next(form for form in window.findChildren(NumberingForm) if form.isVisible())
    form.first.setText("1")
    form.ok_button.click()
    with qtbot.waitSignal(window.controller.sealed):
        window.seal_button.click()
    settle(qtbot, window)
    assert not [question for question in window.findChildren(Question) if question.isVisible()]
    assert all(record.number for record in window.model.records())
    assert str(window.model.index(0, NUMBER).data()).startswith("1/PR.03.1/")
    window.search.setText(f"{SHEETS}/PK.02.1")
    assert [record.serial for record in window.model.records()] == ["BA-001"]


def test_a_later_number_supersedes_and_the_older_record_is_offered(
    qtbot: QtBot, window: RecordsWindow, desk: Desk, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.controller.sealed):
        window.seal_button.click()
        question_of(window).answer_buttons["Segel tanpa nomor"].click()
    settle(qtbot, window)
    assert not window.editions.isVisible()
    window.table.selectRow(window.model.row_of("BA-001"))
    (old_id,) = window.chosen()
    form = form_of(window)
    assert [line.serial for line in form.model.ticked()] == ["BA-001"]
    assert form.reason.isEnabled()
    form.first.setText("7")
    form.reason.setText("Diberi nomor setelah rapat")
    form.ok_button.click()
    assert "1 rekaman menunggu pengganti" in window.counts.text()
    assert window.seal_button.isEnabled()
    with qtbot.waitSignal(window.controller.sealed):
        window.seal_button.click()
    settle(qtbot, window)
    assert not window.seal_button.isEnabled()
    (new_id,) = window.chosen()
    assert new_id != old_id
    assert window.editions.isVisible()
    assert "Diberi nomor setelah rapat" in window.editions.reason.text()
    assert window.model.rowCount() == SHEETS

    window.editions.choice.setCurrentIndex(1)
    window.editions.choice.activated.emit(1)
    assert window.chosen() == (old_id,)
    assert "rekaman lama" in window.counts.text()
    with qtbot.waitSignal(window.controller.said):
        window.save_to(tmp_path / "simpan")
    assert (tmp_path / "simpan" / "BA-001.pdf").read_bytes() == filing.record_pdf(desk, old_id, True)
    settle(qtbot, window)
    window.table.selectRow(0)
    assert not window.editions.isVisible()
    assert window.chosen() != (old_id,)
