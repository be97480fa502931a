"""Row classes of those who stood beside a signer, and how they come in with the signature; append-only."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Integer, Text, UniqueConstraint, insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from kpu_desk.domain.ceremony_parts import Signature
from kpu_desk.domain.evidence import Evidence
from kpu_desk.storage.base import Base


def _of_signature(table: str) -> ForeignKeyConstraint:
    # Deferred: the signature itself comes last, so that its trigger sees what it stands on.
    return ForeignKeyConstraint(
        ["sheet_id", "slot"],
        ["signature.sheet_id", "signature.slot"],
        name=f"fk_{table}_signature",
        deferrable=True,
        initially="DEFERRED",
    )


class AssistanceRow(Base):
    """How one signature was helped: the helper's statements, and two witnesses, whose taps are confirmations."""

    __tablename__ = "assistance"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    sheet_id: Mapped[str] = mapped_column(Text)
    slot: Mapped[str] = mapped_column(Text)
    way: Mapped[str] = mapped_column(Text)
    helper_id: Mapped[str] = mapped_column(ForeignKey("official.id"))
    first_witness_id: Mapped[str] = mapped_column(ForeignKey("official.id"))
    second_witness_id: Mapped[str] = mapped_column(ForeignKey("official.id"))
    identity: Mapped[str] = mapped_column(Text)
    read_aloud: Mapped[str] = mapped_column(Text)
    explained: Mapped[str] = mapped_column(Text)
    presence: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        UniqueConstraint("sheet_id", "slot"),
        _of_signature("assistance"),
        CheckConstraint("way IN ('read_to', 'mark', 'thumb')", name="way"),
        CheckConstraint(
            "identity <> '' AND read_aloud <> '' AND explained <> '' AND presence <> ''", name="statements"
        ),
        CheckConstraint(
            "helper_id <> first_witness_id AND helper_id <> second_witness_id"
            " AND first_witness_id <> second_witness_id",
            name="three_people",
        ),
    )


class ConfirmationRow(Base):
    """A witness's tap beside his name."""

    __tablename__ = "confirmation"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    sheet_id: Mapped[str] = mapped_column(Text)
    slot: Mapped[str] = mapped_column(Text)
    witness_id: Mapped[str] = mapped_column(ForeignKey("official.id"))
    at: Mapped[str] = mapped_column(Text)
    after_ms: Mapped[int] = mapped_column(Integer)
    within_s: Mapped[int] = mapped_column(Integer)
    asked: Mapped[int] = mapped_column(Integer)

    __table_args__ = (
        UniqueConstraint("sheet_id", "slot", "witness_id"),
        _of_signature("confirmation"),
        CheckConstraint(
            "within_s BETWEEN 60 AND 3600 AND after_ms BETWEEN 0 AND within_s * 1000 AND asked >= 1", name="in_time"
        ),
    )


def add_beside(session: Session, ceremony_id: str, signature: Signature, evidence: Evidence) -> None:
    """Stores who stood beside the signer; the signature itself must follow in the same transaction."""
    place = {"ceremony_id": ceremony_id, "sheet_id": signature.sheet_id, "slot": signature.slot}
    said = evidence.assisted
    if said is not None:
        first, second = said.witness_ids
        session.execute(
            insert(AssistanceRow),
            {
                **place,
                "way": said.way,
                "helper_id": said.helper_id,
                "first_witness_id": first,
                "second_witness_id": second,
                "identity": said.identity,
                "read_aloud": said.read_aloud,
                "explained": said.explained,
                "presence": said.presence,
            },
        )
    if evidence.confirmed:
        session.execute(
            insert(ConfirmationRow),
            [
                {
                    **place,
                    "witness_id": one.official_id,
                    "at": one.at,
                    "after_ms": one.after_ms,
                    "within_s": one.within_s,
                    "asked": one.asked,
                }
                for one in evidence.confirmed
            ],
        )
