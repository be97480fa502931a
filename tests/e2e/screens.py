"""A private X server with two monitors, and what windows stand on it."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.waiting import LIMIT_S

LEFT = (0, 0, 1366, 768)
RIGHT = (1366, 0, 1920, 1080)

_WINDOW = re.compile(
    r'^\s+0x[0-9a-f]+ "(?P<title>[^"]+)".*?(?P<w>\d+)x(?P<h>\d+)\+-?\d+\+-?\d+\s+\+(?P<x>-?\d+)\+(?P<y>-?\d+)',
    re.MULTILINE,
)


@dataclass(frozen=True)
class Screens:
    """A display; programs started with ``environment`` show their windows there."""

    display: str

    @property
    def environment(self) -> dict[str, str]:
        """The environment for a program on this display."""
        return {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "1"}

    def windows(self) -> dict[str, tuple[int, int, int, int]]:
        """Left, top, width, height of every named window, by title."""
        tree = subprocess.run(
            ["xwininfo", "-root", "-tree"], env=self.environment, check=True, capture_output=True, text=True
        ).stdout
        return {
            m["title"]: (int(m["x"]), int(m["y"]), int(m["w"]), int(m["h"]))
            for m in _WINDOW.finditer(tree)
            if int(m["w"]) > 20
        }

    def wait_for(self, title: str, seconds: float = LIMIT_S) -> tuple[int, int, int, int]:
        """Where the window with this title stands, once it is there."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for shown, box in self.windows().items():
                if shown.startswith(title):
                    return box
            time.sleep(0.1)
        raise AssertionError(f"no window {title!r} among {sorted(self.windows())}")


@contextmanager
def two_screens() -> Iterator[Screens]:
    """Xvfb with a laptop's screen at the left and a full-HD touchscreen at the right."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "3286x1080x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(write_end,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as answer:
            screens = Screens(f":{int(answer.readline())}")
        for name, (x, y, w, h), output in (("meja", LEFT, "screen"), ("pena", RIGHT, "none")):
            geometry = f"{w}/{w * 254 // 960}x{h}/{h * 254 // 960}+{x}+{y}"
            subprocess.run(["xrandr", "--setmonitor", name, geometry, output], env=screens.environment, check=True)
        yield screens
    finally:
        server.terminate()
        server.wait(LIMIT_S)
