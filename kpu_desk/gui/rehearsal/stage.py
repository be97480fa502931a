"""The stage of a rehearsal: a throw-away workspace, Qt with or without a screen, and the desk's real windows."""

from __future__ import annotations

import json
import logging
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kpu_desk.domain.documents import Mark
from kpu_desk.gui.application import Application
from kpu_desk.gui.rehearsal.office import ACTOR, PROFILE
from kpu_desk.gui.start import Program

if TYPE_CHECKING:
    from kpu_desk.services.desk import Clock, Desk

_log = logging.getLogger(__name__)

_SCREENS = (("Penanda tangan", 1366, 0, 1920, 1080), ("Meja", 0, 0, 1366, 768))
"""Name, position and size of the screens that are made up when there is none; the last is the operator's."""
_HALL = ("Aula", 3286, 0, 1920, 1080)


def new_passphrase() -> str:
    """A passphrase that nobody knows."""
    return secrets.token_urlsafe(24)


@contextmanager
def throw_away_desk(folder: Path, passphrase: str = "", clock: Clock | None = None) -> Iterator[Desk]:
    """A workspace marked GLADI in an empty folder, or the one that a power failure left there; closed at the end.

    ``passphrase`` is for who must open it again; without one nobody knows it.
    """
    from kpu_desk.services import opening
    from kpu_desk.services.desk import system_clock

    root, now = folder / "ruang-kerja", clock or system_clock
    if opening.is_set_up(root):
        desk = opening.unlock(root, passphrase, ACTOR, clock=now)
    else:
        desk, _ = opening.set_up(root, PROFILE, passphrase or new_passphrase(), ACTOR, mark=Mark.GLADI, clock=now)
    try:
        yield desk
    finally:
        desk.close()


@contextmanager
def application(folder: Path, *, hall: bool = False) -> Iterator[QApplication]:
    """Qt with the program's look; without a display, offscreen with two made-up screens.

    Args:
        folder: where the description of the made-up screens may lie.
        hall: whether one more is made up for the audience.
    """
    running = QApplication.instance()
    if running is None and _without_display():
        screens = folder / "layar.json"
        made_up = (_HALL, *_SCREENS) if hall else _SCREENS
        screens.write_text(json.dumps({"screens": [_screen(*screen) for screen in made_up]}), "utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    before = qInstallMessageHandler(_note)
    try:
        app = running or Application(sys.argv[:1])
        assert isinstance(app, QApplication)
        from kpu_desk.gui.background import window_first
        from kpu_desk.gui.ink_canvas import keep_every_point
        from kpu_desk.gui.language import speak_in_windows
        from kpu_desk.gui.look import apply_look
        from kpu_desk.language import spoken

        speak_in_windows(spoken())
        apply_look(app)
        # After the application is made: before, it has no effect.
        keep_every_point()
        window_first()
        app.setQuitOnLastWindowClosed(False)
        yield app
    finally:
        qInstallMessageHandler(before)


@contextmanager
def program(app: QApplication, desk: Desk) -> Iterator[Program]:
    """The program itself with the windows of a desk, as after unlocking; the desk stays its owner's."""
    running = Program(app, desk.workspace.root)
    running.open_desk(desk)
    try:
        yield running
    finally:
        running.desk = None
        if running.operator is not None:
            running.operator.close()


def _without_display() -> bool:
    named = os.environ.get("QT_QPA_PLATFORM", "")
    shown = sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return named == "offscreen" or not (named or shown)


def _screen(name: str, x: int, y: int, width: int, height: int) -> dict[str, object]:
    size = {"x": x, "y": y, "width": width, "height": height}
    return {"name": name, **size, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def _note(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    # What Qt says about made-up screens is nothing for the person at the terminal.
    _log.info("Qt: %s: %s", kind.name, message)
