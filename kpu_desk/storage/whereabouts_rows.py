"""Rows of who is not here, went and came back, and how they come in; append-only, rules as triggers (v0017, v0019)."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Integer, Text, insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from kpu_desk.domain.ceremony_parts import Whereabouts
from kpu_desk.storage.base import Base


class WhereaboutsRow(Base):
    """One note about one person; ``seq`` is the order. It outlasts a person who is taken out of the roster."""

    __tablename__ = "whereabouts"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    official_id: Mapped[str] = mapped_column(Text)
    what: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)
    signatures: Mapped[int] = mapped_column(Integer, server_default="0")
    sitting: Mapped[int] = mapped_column(Integer, server_default="0")

    __table_args__ = (
        CheckConstraint(
            "what IN ('unknown', 'unsaid', 'permit', 'ill', 'leave', 'duty', 'late', 'left', 'back')", name="what"
        ),
        CheckConstraint("what NOT IN ('left', 'back') OR trim(note) <> ''", name="note"),
    )


def add(session: Session, ceremony_id: str, note: Whereabouts) -> None:
    """Stores one note."""
    values = {"official_id": note.official_id, "what": note.what.value, "note": note.note, "at": note.at, "by": note.by}
    counted = {"signatures": note.signatures, "sitting": note.sitting}
    session.execute(insert(WhereaboutsRow), {"ceremony_id": ceremony_id, **values, **counted})
