"""The child process in which untrusted PDF files are read: no more than its share of memory and time."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from kpu_desk.domain.verdict import SealReport
from kpu_desk.pdf.first_look import cannot_verify
from kpu_desk.pdf.report_wire import packed

READY = b"ready"
_NICE = 10
# The parent kills a worker that is late; only where the parent is gone the worker's own alarm ends it.
_ALARM_AFTER_S = 3.0


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


def serve(work: Connection, trusted: Sequence[bytes], limits: Limits, gentle: bool) -> None:
    """Judge one file after the other until nobody is left who asks.

    Says :data:`READY` once when everything is loaded; then a path as JSON comes in and a report goes out.

    Args:
        work: the pipe to the parent.
        trusted: pinned certificates, PEM or DER.
        limits: for each file; the memory limit holds for the whole process.
        gentle: let everything else on the machine go first.
    """
    _keep_to(limits, gentle=gentle)
    from kpu_desk.pdf.verify import verify_pdf

    with suppress(EOFError, OSError):  # the parent is gone or has enough
        work.send_bytes(READY)
        while True:
            path = Path(json.loads(work.recv_bytes()))
            _set_alarm(limits.seconds + _ALARM_AFTER_S)
            try:
                report: SealReport = verify_pdf(path.read_bytes(), trusted)
            except OSError:
                report = cannot_verify("UNREADABLE_FILE")
            except MemoryError:
                report = cannot_verify("MEMORY_LIMIT", megabytes=limits.memory_bytes >> 20)
            _set_alarm(0)
            work.send_bytes(packed(report))


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


def _set_alarm(seconds: float) -> None:
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)
