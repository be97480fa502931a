"""The real windows in a process of their own, driven from outside through the X server."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.e2e.xorg import GenuineTouch, Xorg
from tests.waiting import LIMIT_S

PROJECT = Path(__file__).parents[2]


class RunningDesk:
    """What the program told last, and what it is told."""

    def __init__(self, program: subprocess.Popen[str]) -> None:
        self._program = program
        self._lines: queue.Queue[str] = queue.Queue()
        self.seen: list[dict[str, Any]] = []
        self.inks: list[dict[str, Any]] = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self._program.stdout is not None
        for line in self._program.stdout:
            self._lines.put(line)

    def say(self, words: str) -> None:
        """Tells the program a word of its own."""
        assert self._program.stdin is not None
        self._program.stdin.write(words + "\n")
        self._program.stdin.flush()

    def until(self, holds: Callable[[dict[str, Any]], object], seconds: float = LIMIT_S) -> dict[str, Any]:
        """What the program told when this held; what it told before counts as well, if it is the newest."""
        end = time.monotonic() + seconds
        if self._lines.empty() and self.seen and holds(self.seen[-1]):
            return self.seen[-1]
        while time.monotonic() < end:
            try:
                told: dict[str, Any] = json.loads(self._lines.get(timeout=0.2))
            except queue.Empty:
                if self._program.poll() is not None:
                    break
                continue
            if "ink" in told:
                self.inks.append(told)
                continue
            self.seen.append(told)
            if holds(told):
                return told
        raise AssertionError(f"never came; last was {self.seen[-1:]}")

    def has_told(self, what: str) -> bool:
        """Whether the program told of this by now."""
        while not self._lines.empty():
            self.seen.append(json.loads(self._lines.get()))
        return any(what in told for told in self.seen)

    def tap(self, touch: GenuineTouch, button: str) -> None:
        """Touches a button as soon as it can be pressed."""
        self.until(lambda told: button in told["buttons"])
        # A finger takes longer than the window needs to come to rest.
        time.sleep(0.15)
        told = self.until(lambda told: button in told["buttons"])
        touch.tap(*self.native(*told["buttons"][button]))

    @property
    def process(self) -> subprocess.Popen[str]:
        """The program, for whoever measures it from outside."""
        return self._program

    def native(self, x: float, y: float) -> tuple[float, float]:
        """A place in Qt's pixels in those of the X server: each screen has a scale of its own."""
        told = self.seen[-1]
        for name, (left, top, width, height) in told.get("screens", {}).items():
            if left <= x < left + width and top <= y < top + height:
                ratio = told["ratios"][name]
                return left + (x - left) * ratio, top + (y - top) * ratio
        return x, y

    @staticmethod
    def _is_reading(told: dict[str, Any]) -> bool:
        return not {"have_read", "page_down"}.isdisjoint(told["buttons"])

    def come_to_the_pad(self, touch: GenuineTouch) -> tuple[int, int, int, int]:
        """Calls the next person and walks through name and pages by touch; gives where the pad is."""
        self.say("call")
        self.tap(touch, "yes_its_me")
        # The last page may come into view by itself while a finger is on its way to the button below it.
        while "have_read" not in (buttons := self.until(self._is_reading)["buttons"]):
            touch.tap(*self.native(*buttons["page_down"]))
            time.sleep(0.3)
        self.tap(touch, "have_read")
        self.until(lambda told: told["pad"])
        time.sleep(0.3)
        left, top, width, height = self.until(lambda told: told["pad"])["pad"]
        return left, top, width, height


@contextmanager
def running_desk(
    server: Xorg,
    folder: Path,
    *,
    to_seal: int = 0,
    scales: str = "",
    pads: int = 1,
    module: str = "tests.e2e.desk_program",
) -> Iterator[RunningDesk]:
    """A fresh office with people checked in, its windows on this server; so many statements can be sealed beside.

    ``scales`` are Qt's, screen by screen; with three ``pads`` the first sheet asks for lampiran and paraf too;
    ``module`` is the program, where it is another one.
    """
    further = [str(to_seal), str(pads)] if to_seal or pads > 1 else []
    with subprocess.Popen(
        [sys.executable, "-m", module, str(folder), *further],
        cwd=PROJECT,
        env={**server.environment, **({"QT_SCREEN_SCALE_FACTORS": scales} if scales else {})},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            desk = RunningDesk(program)
            desk.until(lambda told: told["windows"], 60 + to_seal)
            yield desk
            desk.say("quit")
            program.wait(LIMIT_S)
        finally:
            program.kill()
