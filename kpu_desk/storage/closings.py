"""Closing lists in the cupboard: one for each ceremony, never changed."""

from __future__ import annotations

import json

from sqlalchemy import ForeignKey, Text, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kpu_desk.domain.canonical import canonical_json
from kpu_desk.domain.closing_list import ClosingList, closing_list_of
from kpu_desk.storage.base import Base


class ClosingListRow(Base):
    """A ceremony's closing list as canonical JSON; ``at`` is when it was closed."""

    __tablename__ = "closing_list"

    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"), primary_key=True)
    list: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)


def add(session: Session, closing: ClosingList, *, at: str) -> None:
    """Keeps the list of a ceremony that is being closed."""
    text = canonical_json(closing.data()).decode("utf-8")
    session.execute(insert(ClosingListRow), {"ceremony_id": closing.ceremony, "list": text, "at": at})


def of_ceremony(session: Session, ceremony_id: str) -> ClosingList | None:
    """The list of a ceremony; None where it is not closed, or was by a version that made none."""
    row = session.get(ClosingListRow, ceremony_id)
    return None if row is None else closing_list_of(json.loads(row.list))


def newest(session: Session) -> ClosingList | None:
    """The list of the ceremony that was closed last: by the journal's count, never by the clock."""
    rows = session.scalars(select(ClosingListRow.list))
    lists = [closing_list_of(json.loads(text)) for text in rows]
    return max(lists, key=lambda closing: closing.journal_seq, default=None)
