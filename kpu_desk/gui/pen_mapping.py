"""Sends a pen or touchscreen to one screen, on X by the system's own program `xinput`."""

from __future__ import annotations

import shutil
import subprocess

from PySide6.QtGui import QGuiApplication, QScreen

_SECONDS = 5


def can_map() -> bool:
    """Whether this program can do it here; elsewhere it is done in the system's settings."""
    return QGuiApplication.platformName() == "xcb" and shutil.which("xinput") is not None


def map_to(screen: QScreen, device: int) -> bool:
    """Maps a device (Qt's ``systemId``, on X the number of the device) to a screen; gives whether it was done.

    xinput sets the device's Coordinate Transformation Matrix; it lasts until the device is unplugged.
    """
    program = shutil.which("xinput")
    if program is None or not can_map():
        return False
    try:
        done = subprocess.run(  # noqa: S603 -- a number and a name of Qt's own, no shell
            [program, "map-to-output", str(device), screen.name()],
            check=False,
            capture_output=True,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
