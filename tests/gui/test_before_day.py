"""Before the day at the desk: the readiness window keeps a real ceremony closed until there is a reason."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from kpu_desk.domain.ceremony import CeremonyState
from kpu_desk.domain.documents import Mark
from kpu_desk.domain.readiness import Light
from kpu_desk.gui.operator.calling import Calling
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.operator.readiness_form import ReadinessForm
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.gui.signer.witness_window import WitnessWindow
from kpu_desk.gui.widgets import StateMark
from tests.gui import real_desk


@pytest.mark.parametrize("mark", [Mark.NONE, Mark.GLADI])
def test_a_red_line_asks_for_a_reason_where_the_ceremony_is_real(
    qtbot: QtBot, tmp_path: Path, mark: Mark, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Other tests give Qt a touchscreen that stays; here there is none, and that much is red.
    monkeypatch.setattr("kpu_desk.gui.operator.before_day.QInputDevice", SimpleNamespace(devices=list))
    desk = real_desk.set_up(tmp_path / "kantor", mark)
    real_desk.prepared(desk, 8)
    signer = WitnessWindow(desk.profile.short_name, desk.mark)
    controller = DeskController(desk)
    window = OperatorWindow(controller, Calling(controller, signer, controller))
    controller.setParent(window)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.acts.open_ceremony.trigger()

    def state() -> CeremonyState | None:
        return controller.ceremony.state if controller.ceremony is not None else None

    if mark is Mark.NONE:
        qtbot.waitUntil(lambda: window.before.form is not None)
        form = window.before.form
        assert isinstance(form, ReadinessForm)
        assert any(line.light is Light.RED for line in form.lines)
        words = [mark.accessibleName() for mark in form.findChildren(StateMark)]
        assert len(words) == len(form.lines)
        assert words[0].startswith("Belum siap: ")
        form.submit()
        assert form.isVisible()
        assert form.fields.complaint("reason") == "Tulis mengapa upacara tetap dibuka."
        assert state() is CeremonyState.DRAFT
        form.reason.setText("pena datang siang ini")
        form.submit()
    qtbot.waitUntil(lambda: state() is CeremonyState.OPEN)
    assert window.before.readiness.isEnabled()
    assert not window.before.drafts.isEnabled()
    controller.stop()
    window.close()
    signer.release()
    signer.close()
    desk.close()
