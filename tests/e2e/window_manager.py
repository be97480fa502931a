"""A real window manager on a private X server, and what its users and other programs may ask of a window (EWMH)."""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.xorg import Xorg
from tests.waiting import until

_CLIENT_MESSAGE = 33
_TO_MANAGER = 1 << 19 | 1 << 20
"""SubstructureNotify and SubstructureRedirect: whoever manages windows hears it."""
NAME = "openbox"


class _ClientMessage(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        # XSendEvent reads a whole XEvent.
        ("rest", ctypes.c_long * 24),
    )


class WindowManager:
    """Asks it by the messages that task bars, pagers and key bindings send, and tells what stands where."""

    def __init__(self, server: Xorg) -> None:
        self._server = server
        self._x = ctypes.CDLL("libX11.so.6")
        for function in ("XOpenDisplay", "XInternAtom", "XDefaultRootWindow"):
            getattr(self._x, function).restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(server.display.encode()))
        self._root = self._x.XDefaultRootWindow(self._display)

    def close(self) -> None:
        """Lets go of the display."""
        self._x.XCloseDisplay(self._display)

    def atom(self, name: str) -> int:
        """The number of a name."""
        return int(self._x.XInternAtom(self._display, name.encode(), 0))

    def ask(self, window: int, message: str, *data: int) -> None:
        """A message about a window (0 for the whole screen), as a task bar or a pager sends it."""
        event = _ClientMessage(_CLIENT_MESSAGE, 0, 1, None, window or self._root, self.atom(message), 32)
        event.data[: len(data)] = data
        self._x.XSendEvent(
            self._display, ctypes.c_ulong(self._root), 0, ctypes.c_long(_TO_MANAGER), ctypes.byref(event)
        )
        self._x.XSync(self._display, 0)

    def stacked(self) -> list[int]:
        """The windows that are managed, the lowest first."""
        told = self._server.run("xprop", "-root", "_NET_CLIENT_LIST_STACKING")
        return [int(number, 16) for number in re.findall(r"0x[0-9a-f]+", told)]

    def window(self, title: str) -> int:
        """The window whose title begins so, as soon as it is managed; Qt puts the program's own mark behind it."""

        def found() -> list[int]:
            return [one for one in self.stacked() if f'"{title}' in self._about(one)]

        return until(found, f"no window {title!r}")[0]

    def active(self) -> int:
        """The window that has the keyboard."""
        return int(self._server.run("xprop", "-root", "_NET_ACTIVE_WINDOW").rpartition("# ")[2], 16)

    def covering(self, window: int) -> list[str]:
        """What is wrong with the place of a window: not shown, or somebody over it."""
        told = self._about(window)
        if "Map State: IsViewable" not in told:
            return ["hidden"]
        own, stacked = self.box(window), self.stacked()
        if window not in stacked:
            return ["not managed"]
        above = stacked[stacked.index(window) + 1 :]
        return [f"under {one:#x}" for one in above if self._overlap(own, one)]

    def box(self, window: int) -> tuple[int, int, int, int]:
        """Left, top, width and height on all screens; nothing of a window that went just now."""
        found = re.findall(r"(?:Absolute upper-left [XY]|Width|Height):\s+(-?\d+)", self._about(window))
        x, y, width, height = map(int, found or (0, 0, 0, 0))
        return x, y, width, height

    def _about(self, window: int) -> str:
        """What is known of a window; nothing where it went just now."""
        try:
            return self._server.run("xwininfo", "-id", str(window))
        except subprocess.CalledProcessError:
            return ""

    def _overlap(self, own: tuple[int, int, int, int], other: int) -> bool:
        if "IsViewable" not in self._about(other):
            return False
        x, y, width, height = self.box(other)
        return x < own[0] + own[2] and own[0] < x + width and y < own[1] + own[3] and own[1] < y + height


def why_no_manager() -> str:
    """Why there is none here; empty when there is."""
    missing = [tool for tool in (NAME, "xprop", "xwininfo") if shutil.which(tool) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


@contextmanager
def managed(server: Xorg, home: Path) -> Iterator[WindowManager]:
    """The server with a window manager as it is installed, with all its keys."""
    home.mkdir()
    own = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_CACHE_HOME": str(home)}
    with subprocess.Popen(
        [NAME, "--sm-disable"],
        env={**server.environment, **own},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as program:
        made = WindowManager(server)
        try:
            until(
                lambda: "window id" in server.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"),
                "the window manager did not start",
            )
            yield made
        finally:
            made.close()
            program.terminate()
