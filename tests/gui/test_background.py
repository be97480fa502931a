"""Long work runs beside the windows and tells them about it on their own thread."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kpu_desk.domain.errors import KnownError
from kpu_desk.gui import background
from tests.waiting import LIMIT_S, until


def test_progress_and_result_arrive_on_the_gui_thread(qtbot: QtBot) -> None:
    parent = QObject()
    told: list[tuple[int, int, int]] = []
    gui = threading.get_ident()

    def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
        for n in range(3):
            progress(n + 1, 3)
        return threading.get_ident()

    task = background.run(work, parent)
    task.progress.connect(lambda done, total: told.append((done, total, threading.get_ident())))
    with qtbot.waitSignal(task.done) as blocker:
        pass
    assert blocker.args is not None
    assert blocker.args[0] != gui
    assert told == [(1, 3, gui), (2, 3, gui), (3, 3, gui)]
    assert not task.running


def test_a_known_error_is_told_with_its_code(qtbot: QtBot) -> None:
    parent = QObject()

    def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
        raise KnownError("DISK_FULL", path="x")

    task = background.run(work, parent)
    with qtbot.waitSignal(task.finished), qtbot.waitSignal(task.failed) as blocker:
        pass
    assert blocker.args is not None
    assert blocker.args[0].code == "DISK_FULL"


def test_cancelling_reaches_the_work(qtbot: QtBot) -> None:
    parent = QObject()

    def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
        return until(lambda: cancelled() and "stopped", "nobody cancelled")

    task = background.run(work, parent)
    task.cancel()
    with qtbot.waitSignal(task.done) as blocker:
        pass
    assert blocker.args == ["stopped"]
    assert task.wait(LIMIT_S)
