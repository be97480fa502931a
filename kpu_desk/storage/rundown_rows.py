"""Rows of what happened to the rundown, and how they come in; append-only, with the rules as triggers (v0015)."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import CheckConstraint, ForeignKey, Integer, Text, UniqueConstraint, insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from kpu_desk.domain.rundown import RundownNote, StepAct
from kpu_desk.storage.base import Base


class StepActRow(Base):
    """That a step began, ended or was skipped; ``seq`` is the order."""

    __tablename__ = "step_act"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    step: Mapped[int] = mapped_column(Integer)
    move: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)
    opening: Mapped[str] = mapped_column(Text)
    counter_s: Mapped[int] = mapped_column(Integer)
    reason: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        CheckConstraint("move IN ('begun', 'ended', 'skipped')", name="move"),
        CheckConstraint("(move = 'skipped') = (trim(reason) <> '')", name="reason"),
    )


class RundownNoteRow(Base):
    """An exception that was noted; ``seq`` is the order of all, ``number`` that within its ceremony."""

    __tablename__ = "rundown_note"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    number: Mapped[int] = mapped_column(Integer)
    step: Mapped[int] = mapped_column(Integer)
    what: Mapped[str] = mapped_column(Text)
    happened: Mapped[str] = mapped_column(Text)
    mended: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)
    about: Mapped[int] = mapped_column(Integer)

    __table_args__ = (
        UniqueConstraint("ceremony_id", "number"),
        CheckConstraint("trim(what) <> ''", name="what"),
        CheckConstraint("about >= 0 AND about < number", name="about"),
    )


def add_acts(session: Session, ceremony_id: str, acts: tuple[StepAct, ...]) -> None:
    """Notes what happened to steps, in order."""
    for act in acts:
        session.execute(insert(StepActRow), {"ceremony_id": ceremony_id, **asdict(act), "move": act.move.value})


def add_note(session: Session, ceremony_id: str, note: RundownNote) -> None:
    """Notes an exception."""
    session.execute(insert(RundownNoteRow), {"ceremony_id": ceremony_id, **asdict(note)})
