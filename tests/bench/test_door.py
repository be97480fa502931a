"""What the program adds to a check-in with 300 people: an invitation's code, or three letters of a name and Enter."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpu_desk.domain.invitations import invitation_code
from kpu_desk.gui.rehearsal.hand import type_at
from tests.gui import real_desk

PEOPLE, EACH = 300, 30
Record = Callable[[str, object], None]


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_check_in_by_invitation_takes_no_longer_than_by_name(
    qtbot: QtBot, tmp_path: Path, record_property: Record
) -> None:
    desk = real_desk.set_up(tmp_path / "kantor")
    ceremony = real_desk.opened(desk, PEOPLE)
    key = desk.database.invitation_key()
    times: dict[str, list[float]] = {"scan": [], "name": []}
    with real_desk.desk_beside_signer(qtbot, desk) as window:
        window.activateWindow()
        qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
        keyboard = window.windowHandle()
        for number, official in enumerate(ceremony.officials[: 2 * EACH]):
            by = "scan" if number % 2 else "name"
            text = invitation_code(ceremony, official, key) if number % 2 else official.name[:3].lower()
            before = len(real_desk.ceremony_of(window).present)
            start = time.perf_counter()
            type_at(keyboard, f"{text}\r")
            # Until the desk has painted it.
            QApplication.processEvents()
            times[by].append(time.perf_counter() - start)
            assert by == "name" or len(real_desk.ceremony_of(window).present) == before + 1
    told = {
        by: {"median ms": round(1_000 * statistics.median(values)), "most ms": round(1_000 * max(values))}
        for by, values in times.items()
    }
    record_property("a check-in with 300 people", told)
    print(told)
    assert statistics.median(times["scan"]) < 2 * statistics.median(times["name"])
    desk.close()
