"""After the closing: every complete sheet becomes a sealed record that our own verifier calls valid."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING

from kpu_desk.domain.allowed import CeremonyAct, require
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.errors import KnownError, RuleError, SealError
from kpu_desk.domain.journal import Event
from kpu_desk.domain.record import RecordContent, SealedRecord
from kpu_desk.services.desk import Act, Cancelled, Desk, Progress, new_id
from kpu_desk.services.record_contents import SealingTask, chain_end, record_content, sealing_tasks
from kpu_desk.storage import ceremonies, records, stamps

if TYPE_CHECKING:
    from kpu_desk.pdf.record_file import RecordFile
    from kpu_desk.pdf.seal_key import SealKey
    from kpu_desk.storage.base import Session

INLINE_UP_TO = 24
"""So few records are made in this process: starting another one takes longer."""

WORKERS = 2
AHEAD = 4 * WORKERS
"""Records under way at once; enough that no worker waits, few enough that memory does not grow with their number."""

NICE = 19
STOPPING = frozenset({"DISK_FULL", "NO_RIGHTS", "SEAL_WORKER_ENDED"})
"""Failures after which trying the next record makes no sense: they are raised, what was stored stays."""

Make = Callable[[RecordContent], "Future[RecordFile]"]


@dataclass(frozen=True, slots=True)
class SealingResult:
    """How many records were sealed, which sheets failed and with what code, how many sheets wait for signatures."""

    sealed: int
    failed: tuple[tuple[str, str], ...]
    remaining: int


@dataclass(frozen=True, slots=True)
class SealingNeed:
    """What a sealing would do now: serials of sheets to seal, those of them whose number is missing, records to
    supersede."""

    sheets: tuple[str, ...]
    unnumbered: tuple[str, ...]
    superseding: tuple[str, ...]


def sealing_need(desk: Desk, ceremony_id: str) -> SealingNeed:
    """What there is to seal, to be said before it is done."""
    tasks = sealing_tasks(desk, desk.ceremony(ceremony_id))
    return SealingNeed(
        sheets=tuple(task.sheet.serial for task in tasks if task.old is None),
        unnumbered=_unnumbered(desk, tasks),
        superseding=tuple(task.sheet.serial for task in tasks if task.old is not None),
    )


def seal_ceremony(
    desk: Desk, ceremony_id: str, progress: Progress, cancelled: Cancelled, *, without_number: bool = False
) -> SealingResult:
    """Seals every complete sheet that has no record yet, and anew those that got their number after sealing.

    May be cancelled and continued at any time. Each record and its entry in the journal are one transaction; they
    are stored in the order of their chain, so a record never names one that does not exist.

    Args:
        without_number: that sheets without a number are sealed with "Nomor: menyusul" was asked and answered; it
            is journaled (domain.md 8.13).

    Raises:
        RuleError: KPU-STATE when the ceremony is not closed, KPU-NUMBER-GIVEN with ``count`` when sheets of a
            kind that the office numbers have none and nobody wanted that;
        SealError: the key cannot be used, SEAL_WORKER_ENDED;
        StorageError: DISK_FULL, NO_RIGHTS. What was sealed until then stays, the rest can be sealed again.
    """
    ceremony = desk.ceremony(ceremony_id)
    require(ceremony.state, CeremonyAct.SEAL_AGAIN)
    tasks = sealing_tasks(desk, ceremony)
    unnumbered = _unnumbered(desk, tasks)
    if unnumbered and not without_number:
        raise RuleError("KPU-NUMBER-GIVEN", count=len(unnumbered))
    key = desk.seal_key()
    if unnumbered:
        desk.note(Act(Event.SEALED_WITHOUT_NUMBER, {"ceremony": ceremony_id, "sheets": list(unnumbered)}))
    sealed, failed = _seal_in_order(desk, ceremony, tasks, key, progress=progress, cancelled=cancelled)
    after = desk.ceremony(ceremony_id)
    remaining = sum(not after.is_waived(sheet) for sheet in after.sheets) - len(after.sealed)
    return SealingResult(sealed, tuple(failed), remaining)


def _unnumbered(desk: Desk, tasks: tuple[SealingTask, ...]) -> tuple[str, ...]:
    """Serials of the sheets whose number is missing; kinds that the office does not number miss none."""
    return tuple(
        task.sheet.serial for task in tasks if task.number is None and desk.profile.takes_number(task.sheet.kind)
    )


def _seal_in_order(
    desk: Desk,
    ceremony: Ceremony,
    tasks: tuple[SealingTask, ...],
    key: SealKey,
    *,
    progress: Progress,
    cancelled: Cancelled,
) -> tuple[int, list[tuple[str, str]]]:
    """Fixes contents a little ahead of the workers, and stores what they made in the order of the chain."""
    failed: list[tuple[str, str]] = []
    sealed = 0
    todo, under_way = deque(tasks), deque[tuple[SealingTask, RecordContent, "Future[RecordFile]"]]()
    stored = last = chain_end(desk, ceremony.id)
    progress(0, len(tasks))
    with _made(len(tasks), key, desk.clock()) as (make, ahead):
        while (todo or under_way) and not cancelled():
            while todo and len(under_way) < ahead:
                task = todo.popleft()
                try:
                    content = record_content(desk, ceremony, task, last)
                except RuleError as error:
                    failed.append((task.sheet.serial, error.code))
                    continue
                last = last.after(content.digest())
                under_way.append((task, content, make(content)))
            if not under_way:
                break
            task, content, future = under_way.popleft()
            try:
                made = _result(future)
                _store(desk, ceremony.id, task, content, made)
                stored = stored.after(made.content_digest)
                sealed += 1
            except KnownError as error:
                if error.code in STOPPING:
                    raise
                failed.append((content.serial, error.code))
                # Those behind it name a record that will not exist; they are fixed again without it.
                todo.extendleft(later for later, _content, _future in reversed(under_way))
                for _task, _content, waiting in under_way:
                    waiting.cancel()
                under_way.clear()
                last = stored
            progress(sealed + len(failed), len(tasks))
    return sealed, failed


def _result(future: Future[RecordFile]) -> RecordFile:
    try:
        return future.result()
    except BrokenProcessPool as error:
        # The system ended a worker, for want of memory as a rule; what was stored stays, the rest can be sealed again.
        raise SealError("SEAL_WORKER_ENDED") from error


@contextmanager
def _made(count: int, key: SealKey, at: datetime) -> Iterator[tuple[Make, int]]:
    """How records are made, and how many may be under way: in worker processes without Qt and at low priority, or
    here when they are few."""
    if count <= INLINE_UP_TO:
        yield lambda content: _here(content, key, at), 1
        return
    # Spawned, never forked: a fork would inherit Qt, the database and its lock.
    pool = ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn"), initializer=_become_worker, initargs=(key,))
    try:
        yield lambda content: _submitted(pool, content, at), AHEAD
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, content: RecordContent, at: datetime) -> Future[RecordFile]:
    try:
        return pool.submit(_make, content, at)
    except BrokenProcessPool as error:
        broken: Future[RecordFile] = Future()
        broken.set_exception(error)
        return broken


def _here(content: RecordContent, key: SealKey, at: datetime) -> Future[RecordFile]:
    from kpu_desk.pdf.record_file import make_record

    future: Future[RecordFile] = Future()
    try:
        future.set_result(make_record(content, key, at=at))
    except KnownError as error:
        future.set_exception(error)
    return future


_worker_key: list[SealKey] = []
"""The sealing key of a worker process, handed over once when it starts."""


def _become_worker(key: SealKey) -> None:
    # Ctrl+C in a terminal reaches every process; the first one decides what happens to its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICE)
    threading.Thread(target=_end_with_the_program, daemon=True).start()
    _worker_key.append(key)


def _end_with_the_program() -> None:
    """A pool whose program was killed would wait for work for ever, with the sealing key in its memory."""
    program = parent_process()
    if program is not None:
        program.join()
        os._exit(1)


def _make(content: RecordContent, at: datetime) -> RecordFile:
    from kpu_desk.pdf.record_file import make_record

    return make_record(content, _worker_key[0], at=at)


def _store(desk: Desk, ceremony_id: str, task: SealingTask, content: RecordContent, made: RecordFile) -> None:
    old, before = task.old, desk.ceremony(ceremony_id).state
    record = SealedRecord(
        id=new_id(),
        sheet_id=task.sheet.id,
        serial=content.serial,
        kind=DocumentKind(content.kind),
        content_digest=made.content_digest,
        pdf=made.pdf,
        sealed_at=desk.now_text(),
        verdict=made.verdict.value,
        number=content.number,
        position=content.position,
        previous=content.previous,
        edition=1 if old is None else old.edition + 1,
        supersedes=None if old is None else old.id,
        reason=None if old is None else task.reason,
    )

    def save(session: Session, after: Ceremony) -> None:
        standing = [(act.slot, act.image_sha256) for act in stamps.of_sheet(session, task.sheet.id)]
        if standing != [(stamp.slot, stamp.image_sha256) for stamp in content.stamps]:
            # A stamp came or went after the content was fixed; the sheet is sealed again as it stands now.
            raise RuleError("KPU-CHANGED-MEANWHILE")
        year = None if task.number is None else task.number.year
        records.add_record(session, ceremony_id, record, number_year=year)
        if after.state is not before:
            ceremonies.save_head(session, after)

    acts = [
        Act(
            Event.RECORD_SEALED,
            {
                "ceremony": ceremony_id,
                "record": record.id,
                "sheet": content.serial,
                "content": made.content_digest,
                "verdict": record.verdict,
                "number": record.number,
                "position": record.position,
            },
        )
    ]
    if old is not None:
        facts = {"record": old.id, "by": record.id, "sheet": content.serial, "reason": task.reason}
        acts.append(Act(Event.RECORD_SUPERSEDED, {"ceremony": ceremony_id, **facts}))
    # A superseding record changes nothing about the ceremony: its sheet was sealed before.
    desk.change(ceremony_id, (lambda c: c.with_sealed(task.sheet.id)) if old is None else (lambda c: c), save, *acts)
