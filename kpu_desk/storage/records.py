"""Frozen sheets and sealed records in the cupboard: bytes in, the same bytes out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from kpu_desk.domain.canonical import canonical_json
from kpu_desk.domain.documents import ComposedSheet, DocumentKind, Sheet, SlotPlace
from kpu_desk.domain.record import SealedRecord
from kpu_desk.storage.tables import FrozenRow, PrintRow, RecordRow, SheetRow


def add_frozen(session: Session, sheet: Sheet, composed: ComposedSheet) -> None:
    """Keeps the frozen bytes of one version of a sheet; bytes that are there already are the same bytes."""
    sha256 = hashlib.sha256(composed.pdf).hexdigest()
    if session.get(FrozenRow, sha256) is not None:
        return
    places = {
        "slots": [asdict(place) for place in composed.places],
        "stamp": None if composed.stamp is None else asdict(composed.stamp),
    }
    session.execute(
        insert(FrozenRow),
        {
            "sha256": sha256,
            "sheet_id": sheet.id,
            "version": sheet.version,
            "form": composed.form,
            "pages": composed.pages,
            "places": canonical_json(places).decode("utf-8"),
            "pdf": composed.pdf,
        },
    )


def frozen(session: Session, sha256: str) -> ComposedSheet | None:
    """The frozen sheet with this digest, or None."""
    row = session.get(FrozenRow, sha256)
    if row is None:
        return None
    places = json.loads(row.places)
    stamp = places["stamp"]
    return ComposedSheet(
        pdf=row.pdf,
        pages=row.pages,
        places=tuple(SlotPlace(**place) for place in places["slots"]),
        stamp=None if stamp is None else SlotPlace(**stamp),
        form=row.form,
    )


def add_record(session: Session, ceremony_id: str, record: SealedRecord) -> None:
    """Stores a sealed record; a sheet has at most one."""
    session.execute(
        insert(RecordRow),
        {
            "id": record.id,
            "ceremony_id": ceremony_id,
            "sheet_id": record.sheet_id,
            "content_digest": record.content_digest,
            "sealed_at": record.sealed_at,
            "verdict": record.verdict,
            "pdf": record.pdf,
        },
    )


def record(session: Session, record_id: str) -> SealedRecord | None:
    """One record with its bytes, or None."""
    row = session.execute(
        select(RecordRow, SheetRow.serial, SheetRow.kind)
        .join(SheetRow, SheetRow.id == RecordRow.sheet_id)
        .where(RecordRow.id == record_id)
    ).one_or_none()
    if row is None:
        return None
    stored, serial, kind = row
    return SealedRecord(
        id=stored.id,
        sheet_id=stored.sheet_id,
        serial=serial,
        kind=DocumentKind(kind),
        content_digest=stored.content_digest,
        pdf=stored.pdf,
        sealed_at=stored.sealed_at,
        verdict=stored.verdict,
    )


def records(session: Session, ceremony_id: str) -> tuple[SealedRecord, ...]:
    """All records of a ceremony in the order of their sheets, without their bytes (``pdf`` is empty)."""
    rows = session.execute(
        select(
            RecordRow.id,
            RecordRow.sheet_id,
            RecordRow.content_digest,
            RecordRow.sealed_at,
            RecordRow.verdict,
            SheetRow.serial,
            SheetRow.kind,
        )
        .join(SheetRow, SheetRow.id == RecordRow.sheet_id)
        .where(RecordRow.ceremony_id == ceremony_id)
        .order_by(SheetRow.position)
    )
    return tuple(
        SealedRecord(
            id=row.id,
            sheet_id=row.sheet_id,
            serial=row.serial,
            kind=DocumentKind(row.kind),
            content_digest=row.content_digest,
            pdf=b"",
            sealed_at=row.sealed_at,
            verdict=row.verdict,
        )
        for row in rows
    )


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
