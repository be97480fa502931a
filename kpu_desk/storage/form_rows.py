"""Row classes of what sheets were made of: declarations, form texts, logos, compositions, and the meterai on them."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Integer, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from kpu_desk.storage.base import Base


class DeclarationRow(Base):
    """That a person declares a conflict; ``answers`` is a JSON list. Goes when it is withdrawn before signing."""

    __tablename__ = "declaration"

    official_id: Mapped[str] = mapped_column(ForeignKey("official.id"), primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    answers: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column(Integer, server_default="0")


class FormTextRow(Base):
    """A form file as it was used, by the SHA-256 of its text; append-only."""

    __tablename__ = "form_text"

    sha256: Mapped[str] = mapped_column(Text, primary_key=True)
    form_id: Mapped[str] = mapped_column(Text)
    version: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)


class LogoRow(Base):
    """A logo as it was used, by its SHA-256; append-only."""

    __tablename__ = "logo"

    sha256: Mapped[str] = mapped_column(Text, primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)


class CompositionRow(Base):
    """What a frozen sheet was composed of, and when and by which version of the program; append-only."""

    __tablename__ = "composition"

    frozen_sha256: Mapped[str] = mapped_column(ForeignKey("frozen.sha256"), primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    form_sha256: Mapped[str] = mapped_column(ForeignKey("form_text.sha256"))
    logo_sha256: Mapped[str | None] = mapped_column(ForeignKey("logo.sha256"))
    content: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    composed_at: Mapped[str] = mapped_column(Text)
    program: Mapped[str] = mapped_column(Text)


class MeteraiRow(Base):
    """The meterai of a sheet as the secretary noted it before sealing."""

    __tablename__ = "meterai"

    sheet_id: Mapped[str] = mapped_column(ForeignKey("sheet.id", ondelete="CASCADE"), primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    kind: Mapped[str] = mapped_column(Text)
    serial: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)
