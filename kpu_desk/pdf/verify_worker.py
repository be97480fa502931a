"""The child process in which untrusted files are read: no more than its share of memory and time."""

from __future__ import annotations

import json
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from kpu_desk.pdf.question import Answer, Question

READY = b"ready"
_NICE = 10
# The parent kills a worker that is late; only where the parent is gone the worker's own alarm ends it.
_ALARM_AFTER_S = 3.0
# Linux only; the parent's own peak, which getrusage hands on to a child, is not in it.
_STATUS = Path("/proc/self/status")
_RESET_PEAK = Path("/proc/self/clear_refs")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost.

    Args:
        seconds: from the moment the worker is given the file.
        memory_bytes: address space of the worker. Windows knows no such limit: there only the time counts, and
            files larger than this are not opened.
    """

    seconds: float = 10.0
    memory_bytes: int = 1 << 30


def serve(work: Connection, question: Question[Answer], limits: Limits, gentle: bool) -> None:
    """Answer the question about one file after the other until nobody is left who asks.

    Says :data:`READY` once when everything is loaded; then a path as JSON comes in and an answer goes out.

    Args:
        work: the pipe to the parent.
        question: what is asked of every file.
        limits: for each file; the memory limit holds for the whole process.
        gentle: let everything else on the machine go first.
    """
    _keep_to(limits, gentle=gentle)
    judge = question.prepare()
    with suppress(EOFError, OSError):  # the parent is gone or has enough
        work.send_bytes(READY)
        while True:
            path = Path(json.loads(work.recv_bytes()))
            too_much = question.cannot("MEMORY_LIMIT", megabytes=limits.memory_bytes >> 20)
            _set_alarm(limits.seconds + _ALARM_AFTER_S)
            _begin_to_count_memory()
            try:
                answer = judge(path.read_bytes())
            except OSError:
                answer = question.cannot("UNREADABLE_FILE")
            except MemoryError:
                answer = too_much
            # qpdf passes over what it has no memory for, as if it were not there. A buffer that doubles needs three
            # times what it holds; so a file that never came to a third of the limit was read whole, and only then a
            # lenient answer is believed.
            if question.lenient(answer) and _most_memory() > limits.memory_bytes // 3:
                answer = too_much
            _set_alarm(0)
            work.send_bytes(question.packed(answer))


def _keep_to(limits: Limits, *, gentle: bool) -> None:
    # Ctrl+C in a terminal reaches every process; the first one decides what happens to its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library prints about a stranger's file is for nobody's terminal.
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if gentle:
            os.nice(_NICE)


def _begin_to_count_memory() -> None:
    with suppress(OSError):
        _RESET_PEAK.write_text("5", encoding="ascii")


def _most_memory() -> int:
    """The most that this process held in memory since the count began, in bytes; 0 where the system does not say."""
    try:
        status = _STATUS.read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM:")), 0)


def _set_alarm(seconds: float) -> None:
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)
