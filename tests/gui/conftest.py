"""What several windows' tests begin with: a pad, and a ceremony that is closed and signed with the window over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.secretary.controller import RecordsController
from kpu_desk.gui.secretary.window import RecordsWindow
from kpu_desk.services import preparing
from kpu_desk.services.desk import Desk
from tests.gui import real_desk
from tests.services.offices import sign_everything

PEOPLE = 6
"""Of the closed ceremony."""


@pytest.fixture
def canvas(qtbot: QtBot) -> InkCanvas:
    """A pad on the screen, at which somebody is to sign."""
    made = InkCanvas()
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.begin("Damar Wiraguna, S.H.")
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def closed_desk(tmp_path: Path) -> Iterator[Desk]:
    """A workspace whose ceremony is closed and signed, nothing sealed yet."""
    made = real_desk.set_up(tmp_path / "kantor")
    ceremony = real_desk.opened(made, PEOPLE, present=PEOPLE)
    signed = sign_everything(made, ceremony.id)
    preparing.close_ceremony(made, ceremony.id)
    sign_everything(made, ceremony.id, signed + 1)
    yield made
    made.close()


@pytest.fixture
def records_window(qtbot: QtBot, closed_desk: Desk) -> Iterator[RecordsWindow]:
    (ceremony,) = closed_desk.ceremonies()
    controller = RecordsController(closed_desk, ceremony.id)
    made = RecordsWindow(controller)
    controller.setParent(made)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    controller.stop()
    made.close()
