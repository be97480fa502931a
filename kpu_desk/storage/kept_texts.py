"""Texts that the journal names by their SHA-256 alone: what an act changed, the office's settings."""

from __future__ import annotations

from sqlalchemy import Text, insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from kpu_desk.domain.canonical import digest_of
from kpu_desk.storage.base import Base


class KeptTextRow(Base):
    """A text by the SHA-256 of its UTF-8; append-only."""

    __tablename__ = "kept_text"

    sha256: Mapped[str] = mapped_column(Text, primary_key=True)
    text: Mapped[str] = mapped_column(Text)


def add(session: Session, text: str) -> str:
    """Keeps a text, once, and gives its digest."""
    sha256 = digest_of(text.encode("utf-8"))
    if session.get(KeptTextRow, sha256) is None:
        session.execute(insert(KeptTextRow), {"sha256": sha256, "text": text})
    return sha256


def load(session: Session, sha256: str) -> str | None:
    """The text with this digest; None where there is none, or what lies there is another."""
    row = session.get(KeptTextRow, sha256)
    return None if row is None or digest_of(row.text.encode("utf-8")) != sha256 else row.text
