"""Plays a script step by step from the event loop: a script asks for things to happen and never waits itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from types import TracebackType
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

_SOON_MS: Final = 0
_LATER_MS: Final = 10
_PATIENT_TRIES: Final = 20
"""So often a wait looks again at once; what takes longer is long work on a thread, which needs the processor."""


@dataclass(frozen=True, slots=True)
class Until:
    """Something a script waits for.

    Attributes:
        holds: asked again and again from the event loop.
        what: in words, for the person who reads where it got stuck.
        seconds: after which it counts as stuck.
    """

    holds: Callable[[], bool]
    what: str
    seconds: float = 30.0


Script = Generator[Until | None, None, None]
"""``None`` lets everything else happen once, an `Until` waits."""


class StuckError(Exception):
    """What was waited for did not happen, or a window refused something; the words say what."""


class StoppedError(Exception):
    """The person at the terminal stopped the rehearsal."""


class Player(QObject):
    """Runs one script to its end in an event loop of its own, the outermost one of the program."""

    def __init__(self, script: Script, stopped: Callable[[], bool]) -> None:
        super().__init__()
        self._script = script
        self._stopped = stopped
        self._loop = QEventLoop(self)
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._step)
        self._until: Until | None = None
        self._deadline = 0.0
        self._tries = 0
        self._error: BaseException | None = None

    def play(self) -> None:
        """Plays; raises whatever the script raised, StuckError, StoppedError, or what `fail` was told."""
        self._timer.start(_SOON_MS)
        self._loop.exec()
        self._timer.stop()
        self._script.close()
        if self._error is not None:
            raise self._error

    def fail(self, error: BaseException) -> None:
        """Ends the script from outside, for an error that nobody caught."""
        if self._error is None:
            self._error = error
        self._loop.quit()

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """For ``sys.excepthook``: an error in a slot of a window ends the rehearsal."""
        self.fail(error.with_traceback(trace))

    def _step(self) -> None:
        if self._error is not None:
            return
        if self._stopped():
            self.fail(StoppedError())
            return
        try:
            self._advance()
        except StopIteration:
            self._loop.quit()
        except Exception as error:  # whatever ends the script is told to whoever plays it
            self.fail(error)

    def _advance(self) -> None:
        until = self._until
        if until is not None and not until.holds():
            if time.monotonic() > self._deadline:
                raise StuckError(until.what)
            self._tries += 1
            self._timer.start(_SOON_MS if self._tries < _PATIENT_TRIES else _LATER_MS)
            return
        self._until, self._tries = next(self._script), 0
        if self._until is not None:
            self._deadline = time.monotonic() + self._until.seconds
        self._timer.start(_SOON_MS)
