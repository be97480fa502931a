"""The meterai of sheets in the cupboard, as noted until their record is sealed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from kpu_desk.domain.documents import Meterai
from kpu_desk.domain.meterai import NotedMeterai
from kpu_desk.storage.form_rows import MeteraiRow
from kpu_desk.storage.tables import SheetRow


def of_ceremony(session: Session, ceremony_id: str) -> Mapping[str, NotedMeterai]:
    """What is noted for the sheets of a ceremony, by sheet id."""
    rows = session.scalars(select(MeteraiRow).where(MeteraiRow.ceremony_id == ceremony_id))
    return {row.sheet_id: NotedMeterai(Meterai(row.kind), row.serial) for row in rows}


def of_sheets(session: Session, sheet_ids: Collection[str]) -> Mapping[str, NotedMeterai]:
    """What is noted for these sheets, by sheet id."""
    rows = session.scalars(select(MeteraiRow).where(MeteraiRow.sheet_id.in_(sheet_ids)))
    return {row.sheet_id: NotedMeterai(Meterai(row.kind), row.serial) for row in rows}


def all_used(session: Session) -> tuple[Mapping[str, NotedMeterai], Mapping[str, str]]:
    """All meterai of the office that have a number, and the serials of their sheets, both by sheet id."""
    rows = session.execute(
        select(MeteraiRow.sheet_id, MeteraiRow.kind, MeteraiRow.serial, SheetRow.serial.label("sheet"))
        .join(SheetRow, SheetRow.id == MeteraiRow.sheet_id)
        .where(MeteraiRow.serial != "")
    ).all()
    return (
        {row.sheet_id: NotedMeterai(Meterai(row.kind), row.serial) for row in rows},
        {row.sheet_id: row.sheet for row in rows},
    )


def save(session: Session, ceremony_id: str, notes: Mapping[str, NotedMeterai], *, at: str) -> None:
    """Notes these, in place of what was noted before."""
    for sheet_id, noted in notes.items():
        session.execute(delete(MeteraiRow).where(MeteraiRow.sheet_id == sheet_id))
        session.execute(
            insert(MeteraiRow),
            {
                "sheet_id": sheet_id,
                "ceremony_id": ceremony_id,
                "kind": noted.kind.value,
                "serial": noted.serial,
                "at": at,
            },
        )
