"""Row classes of the office's own PDFs and of the patterns of places on them."""

from __future__ import annotations

from sqlalchemy import Integer, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from kpu_desk.storage.base import Base


class OwnPdfRow(Base):
    """A clean file by the SHA-256 of its bytes; ``facts`` is what is known of it, as JSON. Append-only."""

    __tablename__ = "own_pdf"

    sha256: Mapped[str] = mapped_column(Text, primary_key=True)
    original_sha256: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    facts: Mapped[str] = mapped_column(Text)
    pdf: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)


class PlacePatternRow(Base):
    """A pattern of places as it was saved; the last row of a name counts. Append-only."""

    __tablename__ = "place_pattern"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)
