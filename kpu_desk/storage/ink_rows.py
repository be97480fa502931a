"""Row classes of ink: its drawing for everybody, its dynamics for the holder of a key, and what was erased."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Integer, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kpu_desk.storage.base import Base


class InkDrawingRow(Base):
    """What was written for a signature, one row for each kind of ink: drawn lines and figures; append-only."""

    __tablename__ = "ink_drawing"

    digest: Mapped[str] = mapped_column(Text, primary_key=True)
    sheet_id: Mapped[str] = mapped_column(Text)
    slot: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    samples: Mapped[int] = mapped_column(Integer)
    strokes: Mapped[int] = mapped_column(Integer)
    duration_ms: Mapped[int] = mapped_column(Integer)
    lines: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__ = (
        UniqueConstraint("sheet_id", "slot", "kind"),
        ForeignKeyConstraint(
            ["sheet_id", "slot"], ["signature.sheet_id", "signature.slot"], name="fk_ink_drawing_signature"
        ),
        CheckConstraint("kind IN ('signature', 'attachment', 'paraf')", name="kind"),
    )


class InkRow(Base):
    """The dynamics of an ink.

    ``certificate`` is the fingerprint of the one that ``content`` is encrypted to (CMS); without one ``content`` is
    packed ink, or compressed canonical bytes in rows of before. A row changes once, from the second to the first, and
    goes only when its erasure is written down; triggers see to both.
    """

    __tablename__ = "ink"

    digest: Mapped[str] = mapped_column(ForeignKey("ink_drawing.digest"), primary_key=True)
    certificate: Mapped[str | None] = mapped_column(Text)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class InkErasureRow(Base):
    """That the dynamics of an ink were erased, when, by whom and why; append-only."""

    __tablename__ = "ink_erasure"

    digest: Mapped[str] = mapped_column(ForeignKey("ink_drawing.digest"), primary_key=True)
    at: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)


class EscrowCertificateRow(Base):
    """The certificate that ink is encrypted to from then on; the last row is how it stands now; append-only."""

    __tablename__ = "escrow_certificate"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    sha256: Mapped[str] = mapped_column(Text)
    der: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)
