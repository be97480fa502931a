"""Rows of a ceremony's turns from state to state, and how they come in; append-only, with rules as triggers (v0013)."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Integer, Text, insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from kpu_desk.domain.ceremony_parts import Turn
from kpu_desk.storage.base import Base


class TurnRow(Base):
    """That a ceremony became ready, a draft again, paused, open again or void; ``seq`` is the order."""

    __tablename__ = "ceremony_turn"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    state: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        CheckConstraint("state IN ('draft', 'ready', 'open', 'paused', 'void')", name="state"),
        CheckConstraint("state NOT IN ('paused', 'void') OR trim(reason) <> ''", name="reason"),
    )


def add(session: Session, ceremony_id: str, turn: Turn) -> None:
    """Notes a turn; the ceremony's own row is saved after it."""
    values = {"state": turn.state.value, "at": turn.at, "by": turn.by, "reason": turn.reason}
    session.execute(insert(TurnRow), {"ceremony_id": ceremony_id, **values})
