"""The cable of a screen, pulled out and plugged in again by xrandr."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QGuiApplication, QScreen

from kpu_desk.language import translate

_PATIENCE_S = 20


def why_not(screen: QScreen | None) -> str:
    """Why this screen cannot be pulled here; empty when it can."""
    if QGuiApplication.platformName() != "xcb" or shutil.which("xrandr") is None:
        return translate("rehearsal", "perlu layar sungguhan di bawah Xorg, dengan xrandr")
    if screen is None or len(QGuiApplication.screens()) < 2:
        return translate("rehearsal", "hanya ada satu layar")
    if f"{screen.name()} connected" not in _xrandr():
        return translate("rehearsal", "layar ini tidak dapat dilepas dengan xrandr")
    return ""


@contextmanager
def pulled(screen: QScreen) -> Iterator[None]:
    """The screen is away meanwhile; afterwards it is where it was."""
    name, box, ratio = screen.name(), screen.geometry(), screen.devicePixelRatio()
    mode = f"{round(box.width() * ratio)}x{round(box.height() * ratio)}"
    place = f"{box.x()}x{box.y()}"
    _xrandr("--output", name, "--off")
    try:
        yield
    finally:
        _xrandr("--output", name, "--mode", mode, "--pos", place)


def _xrandr(*arguments: str) -> str:
    done = subprocess.run(  # noqa: S603 -- names of Qt's own screens, no shell
        [shutil.which("xrandr") or "xrandr", *arguments],
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    return done.stdout
