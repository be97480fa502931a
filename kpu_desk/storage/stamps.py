"""The office's stamps in the cupboard: pictures and settings of every version, and where stamps stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, insert, select
from sqlalchemy.orm import Session

from kpu_desk.domain.stamping import Stamping
from kpu_desk.domain.stamps import OfficeStamp, StampAct, StampKind
from kpu_desk.storage.tables import StampActRow, StampImageRow, StampSettingRow


def stamps(session: Session) -> Mapping[StampKind, OfficeStamp]:
    """The office's stamps as they are set now, those turned off too."""
    rows = session.execute(
        select(
            StampSettingRow.kind,
            StampSettingRow.image,
            StampSettingRow.diameter_um,
            StampSettingRow.active,
            StampSettingRow.at,
            StampSettingRow.by,
            StampImageRow.png,
        )
        .join(StampImageRow, StampImageRow.sha256 == StampSettingRow.image)
        .order_by(StampSettingRow.seq)
    )
    # They come in the order they were set, so the last one of a kind stays.
    return {StampKind(row.kind): _stamp(row) for row in rows}


def all_images(session: Session) -> Mapping[str, StampKind]:
    """Whose stamp each picture is that was ever kept, by its digest."""
    rows = session.execute(select(StampImageRow.sha256, StampImageRow.kind))
    return {sha256: StampKind(kind) for sha256, kind in rows}


def image(session: Session, sha256: str) -> bytes | None:
    """A picture of a stamp, also of an earlier one, or None."""
    return session.scalar(select(StampImageRow.png).where(StampImageRow.sha256 == sha256))


def add_setting(session: Session, stamp: OfficeStamp) -> None:
    """Keeps how a stamp is set from now on, with its picture where that is new."""
    if session.get(StampImageRow, stamp.sha256) is None:
        session.execute(insert(StampImageRow), {"sha256": stamp.sha256, "kind": stamp.kind.value, "png": stamp.png})
    session.execute(
        insert(StampSettingRow),
        {
            "kind": stamp.kind.value,
            "image": stamp.sha256,
            "diameter_um": stamp.diameter_um,
            "active": int(stamp.active),
            "at": stamp.at,
            "by": stamp.by,
        },
    )


def stamping(session: Session, ceremony_id: str) -> Stamping:
    """Where stamps stand in a ceremony, in the order they were put."""
    return Stamping(_standing(session, StampActRow.ceremony_id == ceremony_id))


def of_sheets(session: Session, sheet_ids: Collection[str]) -> Mapping[str, list[StampAct]]:
    """The stamps of these sheets by sheet id, in the order they were put; of a sheet without stamps nothing."""
    acts: dict[str, list[StampAct]] = {}
    for act in _standing(session, StampActRow.sheet_id.in_(sheet_ids)):
        acts.setdefault(act.sheet_id, []).append(act)
    return acts


def _standing(session: Session, where: ColumnElement[bool]) -> tuple[StampAct, ...]:
    rows = session.execute(
        select(
            StampActRow.sheet_id,
            StampActRow.slot,
            StampActRow.put,
            StampActRow.kind,
            StampActRow.image,
            StampActRow.diameter_um,
            StampActRow.at,
            StampActRow.by,
        )
        .where(where)
        .order_by(StampActRow.seq)
    )
    standing: dict[tuple[str, str], StampAct] = {}
    for row in rows:
        standing.pop((row.sheet_id, row.slot), None)
        if row.put:
            standing[row.sheet_id, row.slot] = StampAct(
                row.sheet_id, row.slot, StampKind(row.kind), row.image, row.diameter_um, row.at, row.by
            )
    return tuple(standing.values())


def add_acts(session: Session, ceremony_id: str, acts: Iterable[StampAct], *, put: bool) -> None:
    """Keeps that stamps were put, or taken back; ``at`` and ``by`` of an act are of the putting or the taking."""
    rows = [
        {
            "ceremony_id": ceremony_id,
            "sheet_id": act.sheet_id,
            "slot": act.slot,
            "put": int(put),
            "kind": act.kind.value,
            "image": act.image_sha256,
            "diameter_um": act.diameter_um,
            "at": act.at,
            "by": act.by,
        }
        for act in acts
    ]
    if rows:
        session.execute(insert(StampActRow), rows)


def _stamp(row: Any) -> OfficeStamp:
    return OfficeStamp(
        kind=StampKind(row.kind),
        png=row.png,
        sha256=row.image,
        diameter_um=row.diameter_um,
        active=bool(row.active),
        at=row.at,
        by=row.by,
    )
