"""Judges untrusted files in worker processes with limits: in their order, on both cores, and never for ever."""

from __future__ import annotations

import json
import signal
import stat
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import wait
from pathlib import Path
from time import monotonic
from typing import Generic

from kpu_desk.domain.verdict import SealReport
from kpu_desk.pdf.first_look import HEADER_WINDOW
from kpu_desk.pdf.question import Answer, Question, SealQuestion
from kpu_desk.pdf.report_wire import LARGEST_REPORT
from kpu_desk.pdf.verify_worker import READY, Limits, serve

WORKERS = 2
"""As many as an office computer has cores at the least."""

FILES_FOR_TWO = 4
"""From so many files on a second worker pays: to start one costs as much as to judge about a hundred records."""

_START_SECONDS = 60.0
_LOOK_UP_EVERY_S = 0.2


def verify_files(
    files: Sequence[Path],
    trusted: Sequence[bytes],
    *,
    limits: Limits | None = None,
    cancelled: Callable[[], bool] | None = None,
    gentle: bool = False,
) -> Generator[SealReport]:
    """What ``verify_pdf`` says of each file, as :func:`answers`; ``trusted``: pinned certificates, PEM or DER."""
    question = SealQuestion(tuple(trusted))
    return answers(files, question, limits=limits, cancelled=cancelled, gentle=gentle)


def answers(
    files: Sequence[Path],
    question: Question[Answer],
    *,
    limits: Limits | None = None,
    cancelled: Callable[[], bool] | None = None,
    gentle: bool = False,
) -> Generator[Answer]:
    """Answers in the order of the files; the workers end with the iterator, whatever ends it.

    A file that is past its limits, or kills its worker, costs that worker; the next file gets a fresh one.

    Args:
        files: untrusted; what cannot be read gets an answer that says so.
        question: what is asked of every file.
        limits: for each file; 10 s and 1 GB where none are given.
        cancelled: asked several times a second; once it says so the iterator ends early.
        gentle: let everything else on the machine go first.
    """
    crew = _Crew(tuple(files), question, limits or Limits(), gentle)
    try:
        yield from crew.answers(cancelled)
    finally:
        crew.dismiss()


class _Worker(Generic[Answer]):
    """One child process and the file it has in hand."""

    def __init__(self, question: Question[Answer], limits: Limits, gentle: bool) -> None:
        context = get_context("spawn")  # never forked: a fork would inherit Qt, the database and its lock
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, question, limits, gentle), name="verify", daemon=True
        )
        with _no_interrupt():
            self._process.start()
        theirs.close()
        self._question, self._seconds = question, limits.seconds
        self.job: int | None = None
        self.loaded = False
        self.deadline = monotonic() + _START_SECONDS

    def give(self, job: int, path: Path) -> None:
        self.job = job
        if self.loaded:
            self.deadline = monotonic() + self._seconds
        with suppress(OSError):  # a worker that has died is noticed when its answer is read
            self.pipe.send_bytes(json.dumps(str(path)).encode("ascii"))

    def answer(self) -> Answer | None:
        """The answer that came in, or None where the worker only says that it is there now.

        Raises:
            EOFError, OSError: the worker has died. ValueError: it talks nonsense.
        """
        data = self.pipe.recv_bytes(LARGEST_REPORT)
        if not self.loaded:
            if data != READY:
                raise ValueError("no greeting")
            self.loaded = True
            self.deadline = monotonic() + self._seconds
            return None
        return self._question.unpacked(data)

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._process.close()
        self.pipe.close()


class _Crew(Generic[Answer]):
    """The workers and the files that wait for them."""

    def __init__(self, files: tuple[Path, ...], question: Question[Answer], limits: Limits, gentle: bool) -> None:
        self._files = files
        self._question, self._limits, self._gentle = question, limits, gentle
        self._waiting = deque(range(len(files)))
        self._found: dict[int, Answer] = {}
        self._workers: list[_Worker[Answer]] = []
        self._most = WORKERS if len(files) >= FILES_FOR_TWO else 1

    def answers(self, cancelled: Callable[[], bool] | None) -> Iterator[Answer]:
        for number in range(len(self._files)):
            while number not in self._found:
                if cancelled is not None and cancelled():
                    return
                self._hand_out()
                if number not in self._found:
                    self._listen()
            yield self._found.pop(number)

    def dismiss(self) -> None:
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _hand_out(self) -> None:
        while self._waiting:
            idle = next((worker for worker in self._workers if worker.job is None), None)
            if idle is None and len(self._workers) == self._most:
                return
            job = self._waiting.popleft()
            told = _told_at_once(self._files[job], self._question, self._limits)
            if told is not None:
                self._found[job] = told
                continue
            if idle is None:
                idle = _Worker(self._question, self._limits, self._gentle)
                self._workers.append(idle)
            idle.give(job, self._files[job])

    def _listen(self) -> None:
        busy = {worker.pipe: worker for worker in self._workers if worker.job is not None}
        nearest = min(worker.deadline for worker in busy.values()) - monotonic()
        heard = wait(list(busy), max(0.0, min(nearest, _LOOK_UP_EVERY_S)))
        for pipe, worker in busy.items():
            if pipe in heard:
                self._take(worker)
        for worker in busy.values():
            if worker.job is not None and monotonic() > worker.deadline and not worker.pipe.poll():
                self._lose(worker, self._question.cannot("TIME_LIMIT", seconds=round(self._limits.seconds)))

    def _take(self, worker: _Worker[Answer]) -> None:
        try:
            answer = worker.answer()
        except (EOFError, OSError, ValueError):
            self._lose(worker, self._question.cannot("CHECK_ABORTED"))
            return
        if answer is None or worker.job is None:
            return
        if answer.has_reason("MEMORY_LIMIT"):
            # What is left of its memory is in pieces.
            self._lose(worker, answer)
            return
        self._found[worker.job], worker.job = answer, None

    def _lose(self, worker: _Worker[Answer], answer: Answer) -> None:
        if worker.job is not None:
            self._found[worker.job], worker.job = answer, None
        self._workers.remove(worker)
        worker.end()


def _told_at_once(path: Path, question: Question[Answer], limits: Limits) -> Answer | None:
    """The answer for a file that no worker needs to open; a folder, a pipe or a device would never end."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return question.cannot("UNREADABLE_FILE")
        with path.open("rb") as file:
            head = file.read(HEADER_WINDOW)
    except (OSError, ValueError):
        return question.cannot("UNREADABLE_FILE")
    told = question.first_look(head)
    if told is None and status.st_size >= limits.memory_bytes:
        return question.cannot("MEMORY_LIMIT", megabytes=limits.memory_bytes >> 20)
    return told


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Let a child begin life deaf to Ctrl+C, so that it prints nothing while it loads; the parent ends it."""
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # or it starts within, and opens the child's ears again
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
