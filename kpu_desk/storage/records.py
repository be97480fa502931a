"""Frozen sheets and sealed records in the cupboard: bytes in, the same bytes out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from kpu_desk.domain.canonical import canonical_json
from kpu_desk.domain.chain import ChainEnd
from kpu_desk.domain.documents import ComposedSheet, DocumentKind, Sheet, SlotPlace
from kpu_desk.domain.record import SealedRecord
from kpu_desk.storage.form_rows import CompositionRow
from kpu_desk.storage.tables import FrozenRow, PrintRow, RecordRow, SheetRow

_SUMMARY = (
    RecordRow.id,
    RecordRow.sheet_id,
    RecordRow.content_digest,
    RecordRow.sealed_at,
    RecordRow.verdict,
    RecordRow.number,
    RecordRow.position,
    RecordRow.previous,
    RecordRow.edition,
    RecordRow.supersedes,
    RecordRow.reason,
    SheetRow.serial,
    SheetRow.kind,
)
"""Everything about a record but its bytes."""


def add_frozen(session: Session, sheet: Sheet, composed: ComposedSheet) -> None:
    """Keeps the frozen bytes of one version of a sheet; bytes that are there already are the same bytes."""
    sha256 = hashlib.sha256(composed.pdf).hexdigest()
    if session.get(FrozenRow, sha256) is not None:
        return
    places = {
        "slots": [asdict(place) for place in composed.places],
        "stamp": None if composed.stamp is None else asdict(composed.stamp),
        "number": None if composed.number is None else asdict(composed.number),
        "codes": [asdict(place) for place in composed.codes],
    }
    said = {"standard": composed.standard} if composed.standard else {}
    session.execute(
        insert(FrozenRow),
        {
            "sha256": sha256,
            "sheet_id": sheet.id,
            "version": sheet.version,
            "form": composed.form,
            "pages": composed.pages,
            "places": canonical_json({**places, **said}).decode("utf-8"),
            "pdf": composed.pdf,
        },
    )


def frozen(session: Session, sha256: str) -> ComposedSheet | None:
    """The frozen sheet with this digest, or None."""
    return all_frozen(session, (sha256,)).get(sha256)


def all_frozen(session: Session, digests: Iterable[str]) -> Mapping[str, ComposedSheet]:
    """The frozen sheets with these digests, by digest."""
    rows = session.execute(
        select(
            FrozenRow.sha256,
            FrozenRow.pages,
            FrozenRow.places,
            FrozenRow.form,
            FrozenRow.pdf,
            CompositionRow.name,
        )
        .outerjoin(CompositionRow, CompositionRow.frozen_sha256 == FrozenRow.sha256)
        .where(FrozenRow.sha256.in_(tuple(digests)))
    )
    return {row.sha256: _composed(row) for row in rows}


def _composed(row: Any) -> ComposedSheet:
    places = json.loads(row.places)
    # Sheets frozen before numbers or codes had a place do not mention it.
    stamp, number = places["stamp"], places.get("number")
    return ComposedSheet(
        pdf=row.pdf,
        pages=row.pages,
        places=tuple(SlotPlace(**place) for place in places["slots"]),
        stamp=None if stamp is None else SlotPlace(**stamp),
        form=row.form,
        number=None if number is None else SlotPlace(**number),
        codes=tuple(SlotPlace(**place) for place in places.get("codes", ())),
        standard=places.get("standard", ""),
        name=row.name or "",
    )


def sheets_with_place(session: Session, ceremony_id: str, slot: str) -> frozenset[str]:
    """Ids of the sheets whose frozen pages have a place of this key."""
    rows = session.execute(
        select(SheetRow.id, FrozenRow.places)
        .join(FrozenRow, FrozenRow.sha256 == SheetRow.frozen_sha256)
        .where(SheetRow.ceremony_id == ceremony_id)
    )
    return frozenset(row.id for row in rows if any(one["slot"] == slot for one in json.loads(row.places)["slots"]))


def frozen_sizes(session: Session, ceremony_id: str) -> dict[str, int]:
    """Bytes of the frozen sheets of a ceremony by sheet id."""
    rows = session.execute(
        select(SheetRow.id, func.length(FrozenRow.pdf))
        .join(FrozenRow, FrozenRow.sha256 == SheetRow.frozen_sha256)
        .where(SheetRow.ceremony_id == ceremony_id)
    )
    return {sheet_id: int(size) for sheet_id, size in rows}


def add_records(session: Session, ceremony_id: str, sealed: Iterable[tuple[SealedRecord, int | None]]) -> None:
    """Stores sealed records with the years of their numbers, in their order; a sheet has one of each edition."""
    made = session.scalar(select(func.max(RecordRow.made))) or 0
    session.execute(
        insert(RecordRow),
        [
            {
                "id": record.id,
                "ceremony_id": ceremony_id,
                "sheet_id": record.sheet_id,
                "content_digest": record.content_digest,
                "sealed_at": record.sealed_at,
                "verdict": record.verdict,
                "pdf": record.pdf,
                "made": number,
                "position": record.position,
                "previous": record.previous,
                "edition": record.edition,
                "supersedes": record.supersedes,
                "reason": record.reason,
                "number": record.number,
                "number_year": None if record.number is None else number_year,
            }
            for number, (record, number_year) in enumerate(sealed, made + 1)
        ],
    )


def record(session: Session, record_id: str) -> SealedRecord | None:
    """One record with its bytes, or None."""
    row = session.execute(
        select(*_SUMMARY, RecordRow.pdf)
        .join(SheetRow, SheetRow.id == RecordRow.sheet_id)
        .where(RecordRow.id == record_id)
    ).one_or_none()
    return None if row is None else _record(row, row.pdf)


def records(session: Session, ceremony_id: str) -> tuple[SealedRecord, ...]:
    """All records of a ceremony in the order of their sheets and editions, without their bytes (``pdf`` is empty)."""
    rows = session.execute(
        select(*_SUMMARY)
        .join(SheetRow, SheetRow.id == RecordRow.sheet_id)
        .where(RecordRow.ceremony_id == ceremony_id)
        .order_by(SheetRow.position, RecordRow.edition)
    )
    return tuple(_record(row, b"") for row in rows)


def chain_end(session: Session, ceremony_id: str) -> ChainEnd:
    """Where the next record of a ceremony goes on: after its last one, or after the office's last one elsewhere."""
    own = session.execute(
        select(RecordRow.position, RecordRow.content_digest)
        .where(RecordRow.ceremony_id == ceremony_id)
        .order_by(RecordRow.position.desc())
        .limit(1)
    ).one_or_none()
    if own is not None:
        return ChainEnd(own.position, own.content_digest)
    return ChainEnd(0, session.scalar(select(RecordRow.content_digest).order_by(RecordRow.made.desc()).limit(1)))


def ceremony_of_record(session: Session, record_id: str) -> str | None:
    """The ceremony a record belongs to."""
    return session.scalar(select(RecordRow.ceremony_id).where(RecordRow.id == record_id))


def add_print(session: Session, record_id: str, *, at: str, by: str, came_out_right: bool) -> int:
    """Logs one printed copy and gives its number."""
    copy = (session.scalar(select(func.max(PrintRow.copy)).where(PrintRow.record_id == record_id)) or 0) + 1
    session.execute(
        insert(PrintRow),
        {"record_id": record_id, "copy": copy, "at": at, "by": by, "came_out_right": int(came_out_right)},
    )
    return copy


def printed_copies(session: Session, ceremony_id: str) -> Mapping[str, int]:
    """How many good copies of each record were printed, by record id."""
    rows = session.execute(
        select(PrintRow.record_id, func.sum(PrintRow.came_out_right))
        .join(RecordRow, RecordRow.id == PrintRow.record_id)
        .where(RecordRow.ceremony_id == ceremony_id)
        .group_by(PrintRow.record_id)
    )
    return {record_id: int(count) for record_id, count in rows}


def _record(row: Any, pdf: bytes) -> SealedRecord:
    return SealedRecord(
        id=row.id,
        sheet_id=row.sheet_id,
        serial=row.serial,
        kind=DocumentKind(row.kind),
        content_digest=row.content_digest,
        pdf=pdf,
        sealed_at=row.sealed_at,
        verdict=row.verdict,
        number=row.number,
        position=row.position,
        previous=row.previous,
        edition=row.edition,
        supersedes=row.supersedes,
        reason=row.reason,
    )
