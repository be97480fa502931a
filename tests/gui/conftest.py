"""What several windows' tests begin with: a pad, the desk of an open ceremony, and the window over a closed one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.gui.secretary.controller import RecordsController
from kpu_desk.gui.secretary.window import RecordsWindow
from kpu_desk.services import preparing
from kpu_desk.services.desk import Desk
from tests.gui import real_desk
from tests.services.offices import sign_everything

PEOPLE = 6
"""Of the closed ceremony."""

PEOPLE_OF_THE_DAY = 7
"""Of the open one."""


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


def _open_day(folder: Path) -> None:
    desk = real_desk.set_up(folder)
    real_desk.opened(desk, PEOPLE_OF_THE_DAY, present=PEOPLE_OF_THE_DAY)
    desk.close()


def _closed_day(folder: Path) -> None:
    desk = real_desk.set_up(folder)
    ceremony = real_desk.opened(desk, PEOPLE, present=PEOPLE)
    signed = sign_everything(desk, ceremony.id)
    preparing.close_ceremony(desk, ceremony.id)
    sign_everything(desk, ceremony.id, signed + 1)
    desk.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A workspace whose ceremony is open, everybody there and nothing signed; some modules have another."""
    made = real_desk.copy_of(_open_day, tmp_path / "kantor")
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[OperatorWindow]:
    """The operator's window on that workspace, and the signer's beside it."""
    with real_desk.desk_beside_signer(qtbot, desk, signer_shown=True) as made:
        yield made


@pytest.fixture
def closed_desk(tmp_path: Path) -> Iterator[Desk]:
    """A workspace whose ceremony is closed and signed, nothing sealed yet."""
    made = real_desk.copy_of(_closed_day, tmp_path / "kantor")
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
