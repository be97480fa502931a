"""After the closing: every complete sheet becomes a sealed record that our own verifier calls valid."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING

from kpu_desk.domain.allowed import CeremonyAct, require
from kpu_desk.domain.canonical import digest_of
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.dates import long_date
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.errors import KnownError, RuleError, SealError
from kpu_desk.domain.journal import Event, utc_text
from kpu_desk.domain.own_documents import takes_number
from kpu_desk.domain.record import RecordContent, SealedRecord
from kpu_desk.services.desk import Act, Cancelled, Desk, Progress, new_id
from kpu_desk.services.record_contents import SealingTask, chain_end, kept_sheets, record_content, sealing_tasks
from kpu_desk.storage import ceremonies, records, stamps

if TYPE_CHECKING:
    from kpu_desk.pdf.record_file import RecordFile
    from kpu_desk.pdf.seal_key import SealKey
    from kpu_desk.storage.base import Session

INLINE_UP_TO = 24
"""So few records are made in this process: starting another one takes longer."""

WORKERS = 2
TRAY = 4
"""Records whose sheets are read together and that are stored in one transaction, where workers make them."""

AHEAD = 3
"""Trays under way at once; enough that no worker waits, few enough that memory does not grow with their number."""

NICE = 19
STOPPING = frozenset({"DISK_FULL", "NO_RIGHTS", "SEAL_WORKER_ENDED"})
"""Failures after which trying the next record makes no sense: they are raised, what was stored stays."""


@dataclass(frozen=True, slots=True)
class _UnderWay:
    """A record whose content is fixed; its file is made, or being made; ``at`` is when the seal says it was."""

    task: SealingTask
    content: RecordContent
    file: Future[RecordFile]
    at: datetime


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
    ceremony = desk.ceremony(ceremony_id)
    tasks = sealing_tasks(desk, ceremony)
    return SealingNeed(
        sheets=tuple(task.sheet.serial for task in tasks if not task.again),
        unnumbered=_unnumbered(desk, ceremony, tasks),
        superseding=tuple(task.sheet.serial for task in tasks if task.again),
    )


def seal_ceremony(
    desk: Desk, ceremony_id: str, progress: Progress, cancelled: Cancelled, *, without_number: bool = False
) -> SealingResult:
    """Seals every complete sheet that has no record yet, and anew those that got their number after sealing.

    May be cancelled and continued at any time. Records and their entries in the journal are stored together, a few
    in one transaction and in the order of their chain, so a record never names one that does not exist.

    Args:
        without_number: that sheets without a number are sealed with "Nomor: menyusul" was asked and answered; it
            is journaled (domain.md 8.13).

    Raises:
        RuleError: KPU-STATE when the ceremony is not closed, KPU-NUMBER-GIVEN with ``count`` when sheets of a
            kind that the office numbers have none and nobody wanted that;
        SealError: the key cannot be used, SEAL_CLOCK, SEAL_WORKER_ENDED;
        StorageError: DISK_FULL, NO_RIGHTS. What was sealed until then stays, the rest can be sealed again.
    """
    ceremony = desk.ceremony(ceremony_id)
    require(ceremony.state, CeremonyAct.SEAL_AGAIN)
    tasks = sealing_tasks(desk, ceremony)
    unnumbered = _unnumbered(desk, ceremony, tasks)
    if unnumbered and not without_number:
        raise RuleError("KPU-NUMBER-GIVEN", count=len(unnumbered))
    key = desk.seal_key()
    _check_clock(desk, key)
    if unnumbered:
        desk.note(Act(Event.SEALED_WITHOUT_NUMBER, {"ceremony": ceremony_id, "sheets": list(unnumbered)}))
    sealed, failed = _seal_in_order(desk, ceremony, tasks, key, progress=progress, cancelled=cancelled)
    after = desk.ceremony(ceremony_id)
    remaining = sum(not after.is_waived(sheet) for sheet in after.sheets) - len(after.sealed)
    return SealingResult(sealed, tuple(failed), remaining)


def _check_clock(desk: Desk, key: SealKey) -> None:
    """SEAL_CLOCK: no seal says a time at which its certificate did not hold; every record would be refused for it."""
    from kpu_desk.pdf.seal_key import load_certificate

    certificate, now = load_certificate(key.certificate_pem), desk.clock()
    begins, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if not begins <= now <= ends:
        zone = desk.profile.zone.tzinfo
        days = {name: long_date(at.astimezone(zone).date()) for name, at in (("begins", begins), ("ends", ends))}
        raise SealError("SEAL_CLOCK", now=long_date(now.astimezone(zone).date()), **days)


def _unnumbered(desk: Desk, ceremony: Ceremony, tasks: tuple[SealingTask, ...]) -> tuple[str, ...]:
    """Serials of the sheets whose number is missing; those that the office does not number miss none."""
    return tuple(
        task.sheet.serial
        for task in tasks
        if task.number is None and takes_number(task.sheet, ceremony.documents, desk.profile)
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
    todo, under_way = deque(tasks), deque[_UnderWay]()
    stored = last = chain_end(desk, ceremony.id)
    progress(0, len(tasks))
    at = desk.clock()
    with _made(len(tasks), key, at) as (make, tray):
        while (todo or under_way) and not cancelled():
            while todo and len(under_way) <= (AHEAD - 1) * tray:
                taken = [todo.popleft() for _ in range(min(tray, len(todo)))]
                kept = kept_sheets(desk, ceremony, [task.sheet for task in taken])
                for task in taken:
                    try:
                        content = record_content(desk, ceremony, task, last, kept)
                    except RuleError as error:
                        failed.append((task.sheet.serial, error.code))
                        continue
                    last = last.after(content.digest())
                    under_way.append(_UnderWay(task, content, make(content), at))
            count, refused = _store_made(desk, ceremony.id, list(islice(under_way, tray)))
            for _ in range(count):
                stored = stored.after(under_way.popleft().content.digest())
                sealed += 1
                progress(sealed + len(failed), len(tasks))
            if refused is not None:
                if refused.code in STOPPING:
                    raise refused
                failed.append((under_way.popleft().content.serial, refused.code))
                # Those behind it name a record that will not exist; they are fixed again without it.
                todo.extendleft(later.task for later in reversed(under_way))
                for waiting in under_way:
                    waiting.file.cancel()
                under_way.clear()
                last = stored
                progress(sealed + len(failed), len(tasks))
    return sealed, failed


def _store_made(desk: Desk, ceremony_id: str, under_way: Sequence[_UnderWay]) -> tuple[int, KnownError | None]:
    """Waits for these and stores them, in their order; how many were, and why the one behind them was not."""
    made: list[tuple[_UnderWay, RecordFile]] = []
    refused: KnownError | None = None
    for work in under_way:
        try:
            made.append((work, _result(work.file)))
        except KnownError as error:
            refused = error
            break
    try:
        _store(desk, ceremony_id, made)
    except KnownError as error:
        if len(made) == 1 or error.code in STOPPING:
            return 0, error
    else:
        return len(made), refused
    # One of them is to blame: each by itself, up to that one.
    for number, one in enumerate(made):
        try:
            _store(desk, ceremony_id, [one])
        except KnownError as error:
            return number, error
    return len(made), refused


def _result(future: Future[RecordFile]) -> RecordFile:
    try:
        return future.result()
    except BrokenProcessPool as error:
        # The system ended a worker, for want of memory as a rule; what was stored stays, the rest can be sealed again.
        raise SealError("SEAL_WORKER_ENDED") from error


@contextmanager
def _made(count: int, key: SealKey, at: datetime) -> Iterator[tuple[Make, int]]:
    """How records are made, and how many at a time: in worker processes without Qt and at low priority, or here, one
    by one, when they are few."""
    if count <= INLINE_UP_TO:
        yield lambda content: _here(content, key, at), 1
        return
    # Spawned, never forked: a fork would inherit Qt, the database and its lock.
    pool = ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn"), initializer=_become_worker, initargs=(key,))
    try:
        yield lambda content: _submitted(pool, content, at), TRAY
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


def _store(desk: Desk, ceremony_id: str, made: Sequence[tuple[_UnderWay, RecordFile]]) -> None:
    """Records with their entries in the journal, all in one transaction or none: to sync the disk for each of them
    would cost this process a third of all it does."""
    if not made:
        return
    before = desk.ceremony(ceremony_id).state
    kept = [(work, _record(work, file, desk.now_text())) for work, file in made]

    def save(session: Session, after: Ceremony) -> None:
        standing = stamps.of_sheets(session, [record.sheet_id for _work, record in kept])
        for work, record in kept:
            now = [(act.slot, act.image_sha256) for act in standing.get(record.sheet_id, ())]
            if now != [(stamp.slot, stamp.image_sha256) for stamp in work.content.stamps]:
                # A stamp came or went after the content was fixed; the sheet is sealed again as it stands now.
                raise RuleError("KPU-CHANGED-MEANWHILE")
        numbers = [work.task.number for work, _record in kept]
        years = [None if number is None else number.year for number in numbers]
        records.add_records(session, ceremony_id, zip([record for _work, record in kept], years, strict=True))
        if after.state is not before:
            ceremonies.save_head(session, after)

    # A superseding record changes nothing about the ceremony: its sheet was sealed before.
    first = [work.task.sheet.id for work, _file in made if not work.task.again]
    acts = [act for work, record in kept for act in _acts(ceremony_id, work, record)]
    desk.change(ceremony_id, (lambda c: c.with_sealed(*first)) if first else (lambda c: c), save, *acts)


def _record(work: _UnderWay, made: RecordFile, now: str) -> SealedRecord:
    task, content, old = work.task, work.content, work.task.old
    return SealedRecord(
        id=new_id(),
        sheet_id=task.sheet.id,
        serial=content.serial,
        kind=DocumentKind(content.kind),
        content_digest=made.content_digest,
        pdf=made.pdf,
        sealed_at=now,
        verdict=made.verdict.value,
        number=content.number,
        position=content.position,
        previous=content.previous,
        edition=old.edition + 1 if old is not None and task.again else 1,
        supersedes=None if old is None else old.id,
        reason=None if old is None else task.reason,
    )


def _acts(ceremony_id: str, work: _UnderWay, record: SealedRecord) -> Iterator[Act]:
    yield Act(
        Event.RECORD_SEALED,
        {
            "ceremony": ceremony_id,
            "record": record.id,
            "sheet": record.serial,
            "content": record.content_digest,
            "verdict": record.verdict,
            "number": record.number,
            "position": record.position,
            "file": digest_of(record.pdf),
            "head": work.content.journal_seq,
            "composed": work.content.composed_at,
            "signed": utc_text(work.at),
            "stored": record.sealed_at,
        },
    )
    old = work.task.old
    if old is not None:
        # Why a sheet was revised are the operator's own words: they stand on the record, in the journal their digest.
        reason = work.task.reason if work.task.again else ""
        facts = {"record": old.id, "by": record.id, "sheet": record.serial, "reason": reason}
        yield Act(Event.RECORD_SUPERSEDED, {"ceremony": ceremony_id, **facts})
