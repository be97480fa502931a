"""Work on a stranger's file in a child process with limits of time and memory; only plain values come back.

The limits are those of POSIX (``setrlimit``). Windows has none that Python can set: there only the clock ends a child,
and its memory is bounded by what the readers themselves refuse.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any

from kpu_desk.domain.errors import KnownError, RosterError

MOST_WORK = 8
"""Seconds of the processor for one file, start of the child included: with the machine to itself the answer is out
within 10 s, and where others want it too, an honest file is not refused for that."""

MOST_SECONDS = 8.5 if sys.platform == "win32" else 60.0
"""Wall time of one file, start of the child included."""

MOST_MEMORY = 400 << 20
"""Bytes of private memory of the child; parent and child together stay below 500 MB."""

_MOST_ADDRESSES = 700 << 20
_PAUSE = 0.05
_GOODBYE_S = 5.0

Tell = Callable[[object], None]
Work = Callable[..., object]


class Reader:
    """A child process that knows its work and waits for one file; made ahead, its start is not waited for.

    Args:
        work: a function of a module, called as ``work(*args, tell)``.
        practise: called in the child where no file is there yet, so that its memory is at hand when one comes; what
            it gives back is held on to.
    """

    def __init__(self, work: Work, practise: Callable[[], object] | None = None) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, work, practise), name="roster reader", daemon=True)
        self._process.start()
        theirs.close()

    def run(
        self,
        *args: object,
        take: Callable[[Any], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
        seconds: float = MOST_SECONDS,
    ) -> Any:
        """Gives back what the work returns, and ends the child; to be called once. As :func:`run_contained`."""
        deadline = time.monotonic() + seconds
        try:
            self._pipe.send(args)
            return _follow(self._pipe, deadline, take, cancelled)
        except (EOFError, OSError) as error:
            raise RosterError("TOO_SLOW" if self._has_worked_too_long() else "READER_DIED") from error
        finally:
            self.close()

    def _has_worked_too_long(self) -> bool:
        """Of a child that ended without a word."""
        self._process.join(_GOODBYE_S)
        return sys.platform != "win32" and self._process.exitcode == -signal.SIGXCPU

    @property
    def pid(self) -> int:
        return self._process.pid or 0

    @property
    def waits(self) -> bool:
        """Whether the child is there and had no file yet."""
        return not self._pipe.closed and self._process.is_alive()

    def close(self) -> None:
        """Ends the child, whatever it does."""
        if not self._pipe.closed:
            self._pipe.close()
            _end(self._process)


def run_contained(
    work: Work,
    *args: object,
    take: Callable[[Any], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    seconds: float = MOST_SECONDS,
) -> Any:
    """Calls ``work(*args, tell)`` in a child process and gives back what it returns.

    Args:
        work: a function of a module; what it tells by ``tell(piece)`` arrives at ``take`` while it works.
        cancelled: asked all the time; the child is ended at once.
        seconds: after which the child is ended.

    Raises:
        RosterError: what the work raised; TOO_SLOW, TOO_HEAVY, READER_DIED; DAMAGED_FILE for any other exception.
        KnownError: CANCELLED.
    """
    return Reader(work).run(*args, take=take, cancelled=cancelled, seconds=seconds)


def _follow(
    receiver: Connection, deadline: float, take: Callable[[Any], None] | None, cancelled: Callable[[], bool]
) -> object:
    while True:
        if cancelled():
            raise KnownError("CANCELLED")
        left = deadline - time.monotonic()
        if left <= 0:
            raise RosterError("TOO_SLOW")
        if not receiver.poll(min(_PAUSE, left)):
            continue
        kind, value = receiver.recv()
        if kind == "done":
            return value
        if kind == "failed":
            raise value
        if take is not None:
            take(value)


def _end(process: BaseProcess) -> None:
    process.kill()
    # The system takes its time to have all that memory back; nobody has to wait for it.
    Thread(target=process.join, name="end of a roster reader", daemon=True).start()


def _serve(pipe: Connection, work: Work, practise: Callable[[], object] | None) -> None:
    """The child's whole life; its own errors are told and never printed."""
    answer: tuple[str, object]
    # Nothing that is made here is thrown away before the child ends; searching for it would cost a fifth of the time.
    gc.disable()
    # Ctrl+C in a terminal reaches the whole group; the parent ends its child itself, without a word on the terminal.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _limit()
        if practise is not None and not pipe.poll():
            with suppress(MemoryError):
                _held = practise()
        args = pipe.recv()
    except EOFError:  # no file came
        return
    try:
        answer = ("done", work(*args, lambda piece: pipe.send(("piece", piece))))
    except KnownError as error:
        answer = ("failed", error)
    except MemoryError:
        answer = ("failed", RosterError("TOO_HEAVY"))
    except BrokenPipeError:
        return
    except Exception as error:  # a file that makes a reader stumble is refused, never shown as a fault of the program
        answer = ("failed", RosterError("DAMAGED_FILE", reason=type(error).__name__))
    with suppress(OSError, MemoryError):
        pipe.send(answer)
        pipe.close()
        # Everything is said: taking thousands of cells down one by one would only keep the parent waiting.
        os._exit(0)


if sys.platform == "win32":

    def _limit() -> None:
        """Nothing can be limited from inside; see the module."""

else:
    import resource

    def _limit() -> None:
        for limit, most in (
            (resource.RLIMIT_DATA, MOST_MEMORY),
            (resource.RLIMIT_AS, _MOST_ADDRESSES),
            (resource.RLIMIT_CPU, MOST_WORK),
            (resource.RLIMIT_CORE, 0),
        ):
            hard = resource.getrlimit(limit)[1]
            # A system may refuse one of them (macOS the addresses); the others and the clock still hold.
            with suppress(ValueError, OSError):
                resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
