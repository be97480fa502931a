"""Rows of late sittings, and how they come in; append-only, one row to open and one to close, with triggers (v0019)."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Integer, Text, UniqueConstraint, insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from kpu_desk.domain.ceremony_parts import LateSitting
from kpu_desk.storage.base import Base


class LateSittingRow(Base):
    """That a late sitting began (``closed`` 0) or ended (1), with how many signatures there were then."""

    __tablename__ = "late_sitting"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    number: Mapped[int] = mapped_column(Integer)
    closed: Mapped[int] = mapped_column(Integer)
    at: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)
    signatures: Mapped[int] = mapped_column(Integer)
    minutes_id: Mapped[str | None] = mapped_column(ForeignKey("sheet.id"))

    __table_args__ = (
        UniqueConstraint("ceremony_id", "number", "closed"),
        CheckConstraint("closed IN (0, 1)", name="closed"),
    )


def add(session: Session, ceremony_id: str, sitting: LateSitting) -> None:
    """Stores that the sitting was opened, or that it was closed."""
    closed = sitting.closed_at is not None
    session.execute(
        insert(LateSittingRow),
        {
            "ceremony_id": ceremony_id,
            "number": sitting.number,
            "closed": int(closed),
            "at": sitting.closed_at if closed else sitting.opened_at,
            "by": sitting.closed_by if closed else sitting.opened_by,
            "signatures": sitting.last if closed else sitting.first,
            "minutes_id": sitting.minutes_id,
        },
    )
