"""Marks of all ink that was ever accepted: what was written once is known again, and nothing else can be read here."""

from __future__ import annotations

from collections.abc import Callable, Collection

from sqlalchemy import Text, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kpu_desk.storage import inks
from kpu_desk.storage.base import Base
from kpu_desk.storage.ink_rows import InkRow

KeyedDigest = Callable[[bytes], str]
"""A digest under the workspace's key, hex."""


class InkMarkRow(Base):
    """The keyed digest of accepted ink; append-only, and kept when the ink itself is erased."""

    __tablename__ = "ink_mark"

    mark: Mapped[str] = mapped_column(Text, primary_key=True)


def known(session: Session, marks: Collection[str]) -> frozenset[str]:
    """Which of these marks are of ink that was accepted before."""
    return frozenset(session.scalars(select(InkMarkRow.mark).where(InkMarkRow.mark.in_(marks))))


def add(session: Session, marks: Collection[str]) -> None:
    """Notes ink as accepted."""
    session.execute(insert(InkMarkRow), [{"mark": mark} for mark in marks])


def add_missing(session: Session, keyed_digest: KeyedDigest) -> None:
    """Marks of ink that was accepted before there were marks, as far as it can be read without the office's key."""
    readable = session.scalars(select(InkRow.content).where(InkRow.certificate.is_(None)))
    marks = [keyed_digest(inks.opened(content).canonical()) for content in readable]
    missing = set(marks) - set(session.scalars(select(InkMarkRow.mark)))
    if missing:
        add(session, sorted(missing))
