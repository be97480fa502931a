"""Long work on a thread of its own: progress, result, failure and cancelling, always told on the GUI thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Work = Callable[[Progress, Cancelled], object]
TURN_S = 0.000_5
"""How long one thread goes on while another one waits; Python's own 5 ms are a third of a frame."""


class Task(QObject):
    """One piece of long work; made by :func:`run`.

    Signals:
        progress(done, total): how far the work is; the total may be 0 while it is not known.
        done(result): the work's own return value.
        failed(error): the exception that ended it, a KnownError or a bug.
        finished(): after done or failed, so that a window can put its progress away.
    """

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    finished = Signal()

    _told_progress = Signal(int, int)
    _told_end = Signal(object, object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("task")
        self._cancelled = threading.Event()
        self._running = True
        # Queued by hand: what the thread tells must arrive on the thread that owns the widgets.
        self._told_progress.connect(self._pass_progress, Qt.ConnectionType.QueuedConnection)
        self._told_end.connect(self._pass_end, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, args=(work,), name="long work", daemon=True)

    @property
    def running(self) -> bool:
        """Whether neither ``done`` nor ``failed`` was told yet."""
        return self._running

    def start(self) -> None:
        """Begin; called once."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next safe place; what it then returns or raises is told as usual."""
        self._cancelled.set()

    def wait(self, seconds: float) -> bool:
        """Block until the thread has ended, for a program that is closing; False when it still runs."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self, work: Work) -> None:
        try:
            result = work(self._told_progress.emit, self._cancelled.is_set)
        except Exception as error:  # whatever ends the work is told to the window, never lost
            self._told_end.emit(None, error)
        else:
            self._told_end.emit(result, None)

    def _pass_progress(self, done: int, total: int) -> None:
        if self._running:
            self.progress.emit(done, total)

    def _pass_end(self, result: object, error: object) -> None:
        self._running = False
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)
        self.finished.emit()
        self.deleteLater()


def window_first() -> None:
    """Lets no thread of Python keep the window's thread waiting for long: a stroke crosses from Qt to Python and back
    some ten times for each point, and where others compute, it may wait that long each time."""
    sys.setswitchinterval(TURN_S)


def run(work: Work, parent: QObject) -> Task:
    """Runs ``work(progress, cancelled)`` on a thread of its own.

    Everything is told from the event loop, so signals connected right after this call miss nothing. The task lives
    as a child of ``parent`` until it ends.
    """
    task = Task(work, parent)
    task.start()
    return task
