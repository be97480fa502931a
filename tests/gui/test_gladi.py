"""A rehearsal of a prepared ceremony is one act away from the office's desk, looks different, and leads back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kpu_desk.domain.ceremony import CeremonyState
from kpu_desk.domain.documents import Mark
from kpu_desk.domain.rehearsing import rehearsal_of
from kpu_desk.gui.asking import Question, ask
from kpu_desk.gui.look import DESK, REHEARSAL, apply_look
from kpu_desk.gui.start import Program
from kpu_desk.gui.widgets import Banner
from kpu_desk.services import gladi
from kpu_desk.services.desk import Desk
from tests.gui import real_desk


@pytest.fixture
def office(tmp_path: Path) -> Desk:
    desk = real_desk.set_up(tmp_path / "kantor", Mark.NONE)
    real_desk.prepared(desk, 6)
    return desk


@pytest.fixture
def program(qapp: QApplication, office: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    made = Program(qapp, office.workspace.root)
    made.open_desk(office)
    yield made
    made.close()
    for window in (made.operator, made.signer):
        assert window is not None
        window.deleteLater()
    made.deleteLater()
    qapp.setApplicationDisplayName("")
    apply_look(qapp)


def test_one_act_leads_into_a_rehearsal_and_one_back(
    qtbot: QtBot, qapp: QApplication, program: Program, office: Desk
) -> None:
    before = office.ceremonies()[0]
    assert program.operator is not None
    menu = {action.objectName(): action for action in program.operator.acts.menus[0].actions()}
    menu["begin_gladi"].trigger()
    (question,) = program.operator.findChildren(Question)
    next(iter(question.answer_buttons.values())).click()
    qtbot.waitUntil(lambda: program.desk is not office)
    made, window = program.desk, program.operator
    assert made is not None
    assert made.mark is Mark.GLADI
    assert window.controller.ceremonies == (rehearsal_of(before, made.ceremonies()[0].id),)
    assert qapp.palette().window().color().name().upper() == REHEARSAL.ground
    assert qapp.applicationDisplayName() == "GLADI"
    band = window.findChild(Banner)
    assert band is not None
    assert band.text().startswith("GLADI")
    assert made.certificate_pem != office.certificate_pem
    # A title bar is not always there: every dialog bears the mark in its corner.
    forms = (window.dialogs.new_ceremony(), ask(window, "Keluar", "Keluar?", stay="Batal"))
    for form in forms:
        corner = form.findChild(QLabel, "mark_corner")
        assert corner is not None
        assert (corner.text(), corner.isVisible()) == ("GLADI", True)
        form.reject()
    back = band.findChild(QPushButton)
    assert back is not None
    back.click()
    assert program.desk is office
    assert qapp.palette().window().color().name().upper() == DESK.ground
    assert program.operator is not None
    assert ask(program.operator, "Keluar", "Keluar?", stay="Batal").findChild(QLabel, "mark_corner") is None
    assert office.ceremonies() == (before,), "nothing of the office's own has changed"
    last = gladi.last_gladi(office)
    assert last is not None
    with closing(gladi.open_gladi(office, last)) as again:
        assert (again.mark, again.ceremonies()[0].state) == (Mark.GLADI, CeremonyState.DRAFT)
