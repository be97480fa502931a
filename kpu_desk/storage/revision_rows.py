"""Rows of revised Perjanjian Kinerja, and how they come in; append-only, with rules as triggers (v0020)."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Integer, Text, insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from kpu_desk.domain.canonical import canonical_json
from kpu_desk.domain.ceremony_parts import Revision
from kpu_desk.storage.base import Base
from kpu_desk.storage.ceremonies import attachment_data


class RevisionRow(Base):
    """That one sheet supersedes another that is sealed, why, and with which lampiran; ``seq`` is the order."""

    __tablename__ = "revision"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    sheet_id: Mapped[str] = mapped_column(ForeignKey("sheet.id"), unique=True)
    of_id: Mapped[str] = mapped_column(ForeignKey("sheet.id"), unique=True)
    cause: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    attachment: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        CheckConstraint("cause IN ('official', 'plan', 'priority', 'other')", name="cause"),
        CheckConstraint("cause <> 'other' OR trim(note) <> ''", name="reason"),
    )


def add(session: Session, ceremony_id: str, revision: Revision) -> None:
    """Stores one revision; its new sheet must be stored already."""
    session.execute(
        insert(RevisionRow),
        {
            "ceremony_id": ceremony_id,
            "sheet_id": revision.sheet_id,
            "of_id": revision.of_id,
            "cause": revision.cause.value,
            "note": revision.note,
            "attachment": canonical_json(attachment_data(revision.attachment)).decode("utf-8"),
            "at": revision.at,
            "by": revision.by,
        },
    )
