"""How far a rehearsal is, told to the person at the terminal."""

from __future__ import annotations

import sys
import time

_TELL_EVERY_S = 0.2


class Progress:
    """One line on a terminal that is written over; a line for each stage where it goes to a file."""

    def __init__(self) -> None:
        self._over = sys.stderr.isatty()
        self._stage = ""
        self._told = 0.0
        self._width = 0

    def tell(self, stage: str, done: int, total: int) -> None:
        """How far a stage is; the total is 0 while it is not known."""
        now = time.monotonic()
        if stage == self._stage and now - self._told < _TELL_EVERY_S and done != total:
            return
        words = f"{stage} {done}/{total}" if total else f"{stage} …"
        if self._over:
            sys.stderr.write("\r" + words.ljust(self._width))
            self._width = len(words)
        elif stage != self._stage:
            sys.stderr.write(f"{stage}\n")
        sys.stderr.flush()
        self._stage, self._told = stage, now

    def line(self, words: str) -> None:
        """A whole line of its own."""
        self.end()
        sys.stderr.write(f"{words}\n")
        sys.stderr.flush()

    def end(self) -> None:
        """Leaves the line that is written over."""
        if self._over and self._width:
            sys.stderr.write("\n")
        self._width, self._stage = 0, ""
