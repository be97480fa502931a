"""The journal's table: entries go in at the end, chained, and never change; triggers hold it so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from sqlalchemy import Integer, Text, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kpu_desk.domain.journal import Actor, Event, JournalEntry, next_entry
from kpu_desk.storage.base import Base

_BATCH = 1_000


class JournalRow(Base):
    """One entry as it lies in the database."""

    __tablename__ = "journal"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[str] = mapped_column(Text)
    actor: Mapped[str] = mapped_column(Text)
    actor_office: Mapped[str] = mapped_column(Text)
    event: Mapped[str] = mapped_column(Text)
    facts: Mapped[str] = mapped_column(Text)
    previous: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(Text)


_COLUMNS = tuple(JournalRow.__table__.columns)


def append(session: Session, event: Event, *, actor: Actor, facts: Mapping[str, object], now: datetime) -> JournalEntry:
    """Write one entry after the last, in the session's transaction; it counts when that commits.

    Raises:
        ValueError: as :func:`kpu_desk.domain.journal.next_entry`.
    """
    return append_all(session, [(event, facts)], actor=actor, now=now)[-1]


def append_all(
    session: Session, acts: Iterable[tuple[Event, Mapping[str, object]]], *, actor: Actor, now: datetime
) -> list[JournalEntry]:
    """Write several entries of one moment, in their order; for batches such as sealing a whole ceremony."""
    last = head(session)
    entries: list[JournalEntry] = []
    for event, facts in acts:
        last = next_entry(last, event, actor=actor, facts=facts, now=now)
        entries.append(last)
    for start in range(0, len(entries), _BATCH):
        session.execute(insert(JournalRow), [_values(entry) for entry in entries[start : start + _BATCH]])
    return entries


def head(session: Session) -> JournalEntry | None:
    """The last entry, or None while the journal is empty; looks at one row only."""
    row = session.execute(select(*_COLUMNS).order_by(JournalRow.seq.desc()).limit(1)).one_or_none()
    return None if row is None else JournalEntry(*row)


def latest(session: Session, event: Event) -> JournalEntry | None:
    """The last entry of one event, or None."""
    chosen = select(*_COLUMNS).where(JournalRow.event == event.value).order_by(JournalRow.seq.desc()).limit(1)
    row = session.execute(chosen).one_or_none()
    return None if row is None else JournalEntry(*row)


def read_all(session: Session, *, after: int = 0) -> Iterator[JournalEntry]:
    """The entries from number ``after`` + 1 on, in order, a thousand at a time."""
    rows = session.execute(select(*_COLUMNS).where(JournalRow.seq > after).order_by(JournalRow.seq))
    for row in rows.yield_per(_BATCH):
        yield JournalEntry(*row)


def _values(entry: JournalEntry) -> dict[str, object]:
    return {column.name: getattr(entry, column.name) for column in _COLUMNS}
