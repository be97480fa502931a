"""Rows of sheets that are void, and how they come in; append-only, with the rules as triggers (v0010)."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Integer, Text, insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from kpu_desk.domain.ceremony_parts import VoidSheet
from kpu_desk.storage.base import Base


class VoidSheetRow(Base):
    """That a sheet is void, why, and which sheet stands in its place; ``seq`` is the order."""

    __tablename__ = "void_sheet"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    sheet_id: Mapped[str] = mapped_column(ForeignKey("sheet.id"), unique=True)
    replaced_by: Mapped[str] = mapped_column(ForeignKey("sheet.id"), unique=True)
    fault: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        CheckConstraint("fault IN ('wrong_person', 'wrong_sheet', 'other')", name="fault"),
        CheckConstraint("fault <> 'other' OR trim(note) <> ''", name="reason"),
    )


def add(session: Session, ceremony_id: str, void: VoidSheet) -> None:
    """Makes a sheet void; the one in its place must be stored already."""
    session.execute(
        insert(VoidSheetRow),
        {
            "ceremony_id": ceremony_id,
            "sheet_id": void.sheet.id,
            "replaced_by": void.replaced_by,
            "fault": void.fault.value,
            "note": void.note,
            "at": void.at,
            "by": void.by,
        },
    )
