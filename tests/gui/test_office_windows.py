"""The office's settings and forms are reached from the desk and from the records; open windows follow a change."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from kpu_desk.domain.profile import Zone
from kpu_desk.gui.secretary.form_texts import FormTextsWindow
from kpu_desk.gui.setup.settings_form import SettingsForm
from kpu_desk.gui.start import Program
from tests.gui import real_desk


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    # The program takes it over for good; the next test wants its own back.
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    desk = real_desk.set_up(tmp_path / "kantor")
    real_desk.opened(desk, 6)
    made = Program(qapp, tmp_path / "kantor")
    made.open_desk(desk)
    yield made
    made.close()
    for window in (made.operator, made.signer):
        assert window is not None
        window.deleteLater()
    made.deleteLater()


def test_the_desk_leads_to_the_settings_and_what_is_open_follows(program: Program) -> None:
    assert program.operator is not None
    assert program.signer is not None
    assert program.desk is not None
    program.operator.acts.settings.trigger()
    (form,) = program.operator.findChildren(SettingsForm)
    form.office.short_name.setText("KPU Nusa")
    form.office.zone.setCurrentIndex(form.office.zone.findData("WIT"))
    form.ok_button.click()
    assert program.desk.profile.zone is Zone.WIT
    assert program.operator.notices.text() == "Pengaturan kantor disimpan."
    texts = [label.text() for window in (program.operator, program.signer) for label in window.findChildren(QLabel)]
    assert any(text.endswith(" WIT") for text in texts)
    assert "KPU Nusa" in texts


def test_the_records_lead_to_the_settings_and_the_forms(qtbot: QtBot, program: Program) -> None:
    program.open_records()
    assert program.records is not None
    assert program.operator is not None
    button = program.records.findChild(QToolButton, "office_menu")
    assert button is not None
    settings, forms = button.menu().actions()[:2]
    settings.trigger()
    (form,) = program.records.findChildren(SettingsForm)
    form.numbers.number_pattern.setText("{urut}/{tahun}")
    form.office.zone.setCurrentIndex(form.office.zone.findData("WITA"))
    form.ok_button.click()
    assert program.records.notices.text() == "Pengaturan kantor disimpan."
    heads = [program.records.model.headerData(n, Qt.Orientation.Horizontal) for n in range(7)]
    assert "Disegel (WITA)" in heads
    forms.trigger()
    program.operator.acts.form_texts.trigger()
    (window,) = program.operator.findChildren(FormTextsWindow)
    qtbot.waitUntil(lambda: not window.busy)
    assert window.isVisible()
    window.close()
