"""After the closing: every complete sheet becomes a sealed record that our own verifier calls valid."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from typing import TYPE_CHECKING

from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.dates import long_date
from kpu_desk.domain.documents import DocumentKind, Sheet
from kpu_desk.domain.errors import KnownError, RuleError
from kpu_desk.domain.journal import Event
from kpu_desk.domain.record import RecordContent, SealedRecord, SignedSlot
from kpu_desk.services.desk import PROGRAM, Act, Cancelled, Desk, Progress, new_id
from kpu_desk.storage import ceremonies, journal_rows, records

if TYPE_CHECKING:
    from kpu_desk.pdf.record_file import RecordFile
    from kpu_desk.pdf.seal_key import SealKey
    from kpu_desk.storage.base import Session

INLINE_UP_TO = 24
"""So few records are made in this process: starting another one takes longer."""

WORKERS = 2
NICE = 19


@dataclass(frozen=True, slots=True)
class SealingResult:
    """How many records were sealed, which sheets failed and with what code, how many sheets wait for signatures."""

    sealed: int
    failed: tuple[tuple[str, str], ...]
    remaining: int


def seal_ceremony(desk: Desk, ceremony_id: str, progress: Progress, cancelled: Cancelled) -> SealingResult:
    """Seals every complete sheet that has no record yet; may be cancelled and continued at any time.

    Each record and its entry in the journal are one transaction.

    Raises:
        RuleError: KPU-STATE when the ceremony is not closed; SealError: the key cannot be used.
    """
    ceremony = desk.ceremony(ceremony_id)
    if ceremony.state not in (CeremonyState.CLOSED, CeremonyState.SEALED):
        raise RuleError("KPU-STATE", state=ceremony.state.value)
    sheets = ceremony.sheets_to_seal()
    key = desk.seal_key()
    contents = {
        sheet.id: content for sheet, content in zip(sheets, record_contents(desk, ceremony, sheets), strict=True)
    }
    failed: list[tuple[str, str]] = []
    sealed = 0
    progress(0, len(sheets))
    with _made(contents, key, desk.clock()) as finished:
        for sheet_id, future in finished:
            if cancelled():
                break
            serial = contents[sheet_id].serial
            try:
                made = future.result()
                _store(desk, ceremony_id, contents[sheet_id], sheet_id, made)
                sealed += 1
            except KnownError as error:
                failed.append((serial, error.code))
                if error.code in {"DISK_FULL", "NO_RIGHTS"}:
                    break
            progress(sealed + len(failed), len(sheets))
    after = desk.ceremony(ceremony_id)
    return SealingResult(sealed, tuple(failed), len(after.sheets) - len(after.sealed))


def record_contents(desk: Desk, ceremony: Ceremony, sheets: tuple[Sheet, ...]) -> Iterator[RecordContent]:
    """The contents of all records, fixed before the first is composed."""
    now = desk.clock()
    with desk.database.reading() as session:
        head = journal_rows.head(session)
        for sheet in sheets:
            composed = records.frozen(session, sheet.frozen_sha256 or "")
            if composed is None:
                raise RuleError("KPU-SHEET-FROZEN", serial=sheet.serial)
            places = {place.slot: place for place in composed.places}
            signed = ceremonies.signed_inks(session, sheet.id)
            slots = []
            for slot_key, (ink, evidence) in signed.items():
                slot = sheet.slot(slot_key)
                official = ceremony.official(slot.official_id)
                slots.append(
                    SignedSlot(
                        slot=slot.key,
                        role=slot.role.value,
                        name=evidence.name,
                        nip=official.nip,
                        office=evidence.office,
                        capacity=official.capacity.value,
                        decree=official.decree,
                        place=places[slot.key],
                        ink=ink,
                        evidence=evidence,
                    )
                )
            local = now.astimezone(desk.profile.zone.tzinfo)
            yield RecordContent(
                serial=sheet.serial,
                kind=sheet.kind,
                title=sheet.kind.full_name,
                mark=desk.mark,
                office_name=desk.profile.name,
                office_short=desk.profile.short_name,
                region_code=desk.profile.region_code,
                ceremony_id=ceremony.id,
                ceremony_title=ceremony.title,
                ceremony_date=ceremony.date.isoformat(),
                place=ceremony.place,
                zone=desk.profile.zone.label,
                number=None,
                form=composed.form,
                sheet_version=sheet.version,
                pages=composed.pages,
                frozen=composed.pdf,
                stamp=composed.stamp,
                signatures=tuple(slots),
                unsigned=tuple(
                    ceremony.official(slot.official_id).name for slot in sheet.slots if slot.key not in signed
                ),
                journal_seq=head.seq if head else 0,
                journal_head=head.digest if head else "",
                composed_at=desk.now_text(),
                composed_label=f"{long_date(local.date())} pukul {local:%H.%M.%S} {desk.profile.zone.label}",
                program=PROGRAM,
            )


@contextmanager
def _made(
    contents: dict[str, RecordContent], key: SealKey, at: datetime
) -> Iterator[Iterator[tuple[str, Future[RecordFile]]]]:
    """Records as they get ready: in worker processes without Qt and at low priority, or here when they are few."""
    if len(contents) <= INLINE_UP_TO:
        yield ((sheet_id, _here(content, key, at)) for sheet_id, content in contents.items())
        return
    # Spawned, never forked: a fork would inherit Qt, the database and its lock.
    pool = ProcessPoolExecutor(
        min(WORKERS, len(contents)), mp_context=get_context("spawn"), initializer=_become_worker, initargs=(key,)
    )
    try:
        futures = {pool.submit(_make, content, at): sheet_id for sheet_id, content in contents.items()}
        yield ((futures[future], future) for future in as_completed(futures))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


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
    _worker_key.append(key)


def _make(content: RecordContent, at: datetime) -> RecordFile:
    from kpu_desk.pdf.record_file import make_record

    return make_record(content, _worker_key[0], at=at)


def _store(desk: Desk, ceremony_id: str, content: RecordContent, sheet_id: str, made: RecordFile) -> None:
    record = SealedRecord(
        id=new_id(),
        sheet_id=sheet_id,
        serial=content.serial,
        kind=DocumentKind(content.kind),
        content_digest=made.content_digest,
        pdf=made.pdf,
        sealed_at=desk.now_text(),
        verdict=made.verdict.value,
    )

    def save(session: Session, after: Ceremony) -> None:
        records.add_record(session, ceremony_id, record)
        ceremonies.save_head(session, after)

    desk.change(
        ceremony_id,
        lambda current: current.with_sealed(sheet_id),
        save,
        Act(
            Event.RECORD_SEALED,
            {
                "ceremony": ceremony_id,
                "record": record.id,
                "sheet": content.serial,
                "content": made.content_digest,
                "verdict": record.verdict,
            },
        ),
    )
