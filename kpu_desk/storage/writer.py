"""A thread that writes: small changes are on disk soon after they were handed over, and nobody waits for it."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable

from sqlalchemy.orm import Session

from kpu_desk.domain.errors import KnownError, StorageError
from kpu_desk.storage.database import Database

_log = logging.getLogger(__name__)

Job = Callable[[Session], bool]
"""Writes in the transaction it is given, and says whether ink was erased. It may run twice after a failure."""

AGAIN_SECONDS = 0.5
"""When to try again what failed: a write on a full disk, or cutting the WAL while somebody reads."""


class Writer:
    """Runs jobs in their order, each on disk within some milliseconds; what the disk refuses is kept and tried again.

    After ink was erased the WAL is emptied, so that its bytes are in no file. The thread ends with :meth:`close`.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._waiting: deque[Job] = deque()
        self._state = threading.Condition()
        self._open = 0
        self._trouble: KnownError | None = None
        self._tell: Callable[[KnownError | None], None] = lambda _error: None
        self._log_is_full = False
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def tell(self, told: Callable[[KnownError | None], None]) -> None:
        """Who is told, on the writer's thread, when the disk begins to refuse, and with None when it takes again."""
        self._tell = told

    def put(self, job: Job) -> None:
        """Hands a job over; returns at once."""
        with self._state:
            self._open += 1
        self._jobs.put(job)

    def empty_log(self) -> None:
        """Has the WAL emptied soon: ink was erased elsewhere."""

        def nothing(_session: Session) -> bool:
            return True

        self.put(nothing)

    def finish(self, seconds: float = 10.0) -> None:
        """Waits until all that was handed over is on disk.

        Raises:
            StorageError: what the disk said, or ``FILE_FAILED`` when it says nothing for so long.
        """
        until = time.monotonic() + seconds
        with self._state:
            while self._open:
                if self._trouble is not None:
                    raise self._trouble
                if not self._state.wait(until - time.monotonic()):
                    raise StorageError("FILE_FAILED", path=str(self._database.path), system="timeout")

    def close(self) -> None:
        """Writes what it can and ends."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        ended = False
        while not ended:
            ended = not self._take(AGAIN_SECONDS if self._waiting or self._log_is_full else None)
            while self._waiting and self._written(self._waiting[0]):
                self._waiting.popleft()
                with self._state:
                    self._open -= 1
                    self._state.notify_all()
            if self._log_is_full:
                self._log_is_full = not self._emptied()

    def _take(self, seconds: float | None) -> bool:
        """Moves all that was handed over to ``_waiting``; False when that is the end."""
        try:
            job = self._jobs.get(timeout=seconds)
            while job is not None:
                self._waiting.append(job)
                job = self._jobs.get_nowait()
        except queue.Empty:
            return True
        return False

    def _written(self, job: Job) -> bool:
        """Runs one job; False when it has to wait."""
        trouble: KnownError | None = None
        try:
            with self._database.transaction() as session:
                erased = job(session)
            self._log_is_full |= erased
        except KnownError as error:
            trouble = error
            _log.warning("the writer has to wait: %s", error.code)
        except Exception:
            # A bug of ours. To try it for ever would keep everybody after it from being written.
            _log.exception("the writer gave a change up")
        told = self._trouble
        with self._state:
            self._trouble = trouble
            self._state.notify_all()
        if (told is None) is not (trouble is None):
            self._tell(trouble)
        return trouble is None

    def _emptied(self) -> bool:
        try:
            # Not waiting for whoever holds an older view: strokes would wait behind this.
            return self._database.empty_log(0)
        except KnownError as error:
            _log.warning("the WAL could not be emptied: %s", error.code)
            return False
