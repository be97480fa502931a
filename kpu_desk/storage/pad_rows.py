"""What is on a pad and was not accepted yet, and what was done there: strokes that go, counts that stay."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    delete,
    func,
    insert,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from kpu_desk.domain.documents import InkKind
from kpu_desk.domain.ink import Ink, Stroke, parse_ink
from kpu_desk.domain.pad import Before, Counts, PadAct, PadChange, PadPlace, Source, Written, counts_of
from kpu_desk.storage.base import Base


class PendingStrokeRow(Base):
    """A finished stroke of ink that is not accepted; it goes when the ink is accepted, taken back or given up."""

    __tablename__ = "pending_stroke"

    sheet_id: Mapped[str] = mapped_column(ForeignKey("sheet.id", ondelete="CASCADE"))
    slot: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    number: Mapped[int] = mapped_column(Integer)
    frozen_sha256: Mapped[str] = mapped_column(Text)
    device: Mapped[str] = mapped_column(Text)
    stroke: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__ = (
        PrimaryKeyConstraint("sheet_id", "slot", "kind", "number"),
        CheckConstraint("kind IN ('signature', 'attachment', 'paraf')", name="kind"),
    )


class PadActRow(Base):
    """That something happened on a pad, so many times; append-only."""

    __tablename__ = "pad_act"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    sheet_id: Mapped[str] = mapped_column(Text)
    slot: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    act: Mapped[str] = mapped_column(Text)
    number: Mapped[int] = mapped_column(Integer)
    at: Mapped[str] = mapped_column(Text)


def save_change(session: Session, change: PadChange, at: str) -> bool:
    """Stores what is different on a pad; says whether ink was erased."""
    erased = erase(session, change.place.sheet_id, change.place.slot, change.place.kind, kept=change.kept)
    for number, written in enumerate(change.added, change.kept):
        session.execute(
            insert(PendingStrokeRow),
            {
                **_place(change.place),
                "number": number,
                "frozen_sha256": change.place.frozen_sha256,
                "device": written.source.name,
                "stroke": pack_stroke(written),
            },
        )
    add_acts(session, change.place, change.acts, at)
    return erased


def add_acts(session: Session, place: PadPlace, acts: Counts, at: str) -> None:
    """Counts what happened on a pad."""
    for act, number in acts:
        session.execute(insert(PadActRow), {**_place(place), "act": act, "number": number, "at": at})


def erase(session: Session, sheet_id: str, slot: str | None = None, kind: InkKind | None = None, kept: int = 0) -> bool:
    """Erases strokes that were not accepted, all but the first ``kept`` of each ink; says whether there were any.

    SQLite overwrites them (``secure_delete``), and the WAL is emptied after it by whoever asked.
    """
    wanted = delete(PendingStrokeRow).where(PendingStrokeRow.sheet_id == sheet_id, PendingStrokeRow.number >= kept)
    if slot is not None:
        wanted = wanted.where(PendingStrokeRow.slot == slot)
    if kind is not None:
        wanted = wanted.where(PendingStrokeRow.kind == kind.value)
    return bool(session.connection().execute(wanted).rowcount)


def before(session: Session, sheet_id: str, slot: str, frozen_sha256: str) -> Mapping[InkKind, tuple[Before, bool]]:
    """What each ink of a slot left from before; and whether its strokes belong to the sheet as it is now."""
    strokes: dict[InkKind, list[Written]] = {}
    current: dict[InkKind, bool] = {}
    for kind, frozen, device, stroke in session.execute(
        select(PendingStrokeRow.kind, PendingStrokeRow.frozen_sha256, PendingStrokeRow.device, PendingStrokeRow.stroke)
        .where(PendingStrokeRow.sheet_id == sheet_id, PendingStrokeRow.slot == slot)
        .order_by(PendingStrokeRow.number)
    ):
        strokes.setdefault(InkKind(kind), []).append(_unpack_stroke(stroke, device))
        current[InkKind(kind)] = current.get(InkKind(kind), True) and frozen == frozen_sha256
    acts: dict[InkKind, list[tuple[str, int]]] = {}
    for kind, act, number in session.execute(
        select(PadActRow.kind, PadActRow.act, func.sum(PadActRow.number))
        .where(PadActRow.sheet_id == sheet_id, PadActRow.slot == slot)
        .group_by(PadActRow.kind, PadActRow.act)
    ):
        acts.setdefault(InkKind(kind), []).append((act, number))
    return {
        kind: (Before(tuple(strokes.get(kind, ())), counts_of(acts.get(kind, ()))), current.get(kind, True))
        for kind in InkKind
        if kind in strokes or kind in acts
    }


def left_over(session: Session) -> frozenset[tuple[str, str]]:
    """Sheets and slots with strokes that were neither accepted nor erased."""
    return frozenset(
        (sheet_id, slot)
        for sheet_id, slot in session.execute(select(PendingStrokeRow.sheet_id, PendingStrokeRow.slot).distinct())
    )


def erase_left_over(session: Session, ceremony_sheets: tuple[str, ...], at: str) -> bool:
    """Erases what interruptions left on these sheets and nobody came back to; each ink counts as begun again."""
    left = session.execute(
        select(
            PendingStrokeRow.sheet_id, PendingStrokeRow.slot, PendingStrokeRow.kind, PendingStrokeRow.frozen_sha256
        ).where(PendingStrokeRow.number == 0, PendingStrokeRow.sheet_id.in_(ceremony_sheets))
    ).all()
    for sheet_id, slot, kind, frozen in left:
        place = PadPlace(sheet_id, slot, InkKind(kind), frozen)
        add_acts(session, place, counts_of({PadAct.INTERRUPTED: 1, PadAct.BEGUN_AGAIN: 1}), at)
        erase(session, sheet_id, slot)
    return bool(left)


def pack_stroke(written: Written) -> bytes:
    """A stroke without loss, in the canonical form of ink; `ink_packing` would be smaller and forty times slower."""
    source = written.source
    ink = Ink((Stroke(written.points),), written.tool, 0, 0, source.has_pressure)
    return zlib.compress(ink.canonical(), 6)


def _unpack_stroke(data: bytes, device: str) -> Written:
    ink = parse_ink(zlib.decompress(data))
    return Written(ink.strokes[0].points, Source(device, ink.has_pressure, ink.has_tilt), ink.tool)


def _place(place: PadPlace) -> dict[str, Any]:
    return {"sheet_id": place.sheet_id, "slot": place.slot, "kind": place.kind.value}
