"""Row classes of ceremonies, sheets, signatures and records; a row never leaves this room."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from kpu_desk.storage.base import Base


class CeremonyRow(Base):
    """A ceremony; ``made`` counts them in the order they were created."""

    __tablename__ = "ceremony"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    made: Mapped[int] = mapped_column(Integer, unique=True)
    title: Mapped[str] = mapped_column(Text)
    occasion: Mapped[str] = mapped_column(Text)
    year: Mapped[int] = mapped_column(Integer)
    date: Mapped[str] = mapped_column(Text)
    start: Mapped[str] = mapped_column(Text)
    place: Mapped[str] = mapped_column(Text)
    venue: Mapped[str] = mapped_column(Text)
    kinds: Mapped[str] = mapped_column(Text)
    basis: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text)
    sample: Mapped[int] = mapped_column(Integer)
    attachment: Mapped[str | None] = mapped_column(Text)
    opened_at: Mapped[str | None] = mapped_column(Text)
    closed_at: Mapped[str | None] = mapped_column(Text)
    agreements: Mapped[str] = mapped_column(Text)
    commission_attachment: Mapped[str | None] = mapped_column(Text)
    closes_list: Mapped[int] = mapped_column(Integer)
    forms: Mapped[str] = mapped_column(Text)
    documents: Mapped[str] = mapped_column(Text, server_default="[]")
    rundown: Mapped[str] = mapped_column(Text, server_default="[]")
    signers: Mapped[str] = mapped_column(Text, server_default="[]")

    __table_args__ = (
        CheckConstraint("state IN ('draft', 'ready', 'open', 'paused', 'closed', 'sealed', 'void')", name="state"),
    )


class OfficialRow(Base):
    """A person of one ceremony's roster; ``position`` is the roster's own order."""

    __tablename__ = "official"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    position: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(Text)
    nip: Mapped[str | None] = mapped_column(Text)
    rank: Mapped[str | None] = mapped_column(Text)
    office: Mapped[str] = mapped_column(Text)
    unit: Mapped[str | None] = mapped_column(Text)
    capacity: Mapped[str] = mapped_column(Text)
    decree: Mapped[str | None] = mapped_column(Text)
    added: Mapped[int] = mapped_column(Integer)

    __table_args__ = (
        # Who was added later may be somebody of the roster who came into another office.
        Index(
            "uq_official_ceremony_id_nip",
            "ceremony_id",
            "nip",
            unique=True,
            sqlite_where=text("added = 0"),
        ),
    )


class WitnessRow(Base):
    """An exception from the hierarchy of witnesses."""

    __tablename__ = "witness"

    official_id: Mapped[str] = mapped_column(ForeignKey("official.id"), primary_key=True)
    witness_id: Mapped[str] = mapped_column(ForeignKey("official.id"))
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))

    __table_args__ = (CheckConstraint("official_id <> witness_id", name="not_himself"),)


class AttendanceRow(Base):
    """A check-in; ``position`` counts them in order."""

    __tablename__ = "attendance"

    official_id: Mapped[str] = mapped_column(ForeignKey("official.id"), primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    position: Mapped[int] = mapped_column(Integer)
    at: Mapped[str] = mapped_column(Text)
    identified: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)


class SheetRow(Base):
    """A sheet; its frozen bytes lie in ``frozen`` under id and version."""

    __tablename__ = "sheet"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    position: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(Text)
    serial: Mapped[str] = mapped_column(Text)
    subject_id: Mapped[str | None] = mapped_column(ForeignKey("official.id"))
    version: Mapped[int] = mapped_column(Integer)
    frozen_sha256: Mapped[str | None] = mapped_column(Text)
    form_id: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (UniqueConstraint("ceremony_id", "serial"),)


class SlotRow(Base):
    """A place to sign; ``further`` lists the kinds of ink asked for beside the signature, as JSON.

    ``witness_id`` is who has to confirm the signature by a tap."""

    __tablename__ = "slot"

    sheet_id: Mapped[str] = mapped_column(ForeignKey("sheet.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column(Integer)
    role: Mapped[str] = mapped_column(Text)
    official_id: Mapped[str] = mapped_column(ForeignKey("official.id"))
    further: Mapped[str] = mapped_column(Text, server_default="[]")
    witness_id: Mapped[str | None] = mapped_column(ForeignKey("official.id"))

    __table_args__ = (PrimaryKeyConstraint("sheet_id", "key"),)


class FrozenRow(Base):
    """The frozen bytes of one version of a sheet; every version is kept, none is ever changed."""

    __tablename__ = "frozen"

    sha256: Mapped[str] = mapped_column(Text, primary_key=True)
    sheet_id: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(Integer)
    form: Mapped[str] = mapped_column(Text)
    pages: Mapped[int] = mapped_column(Integer)
    places: Mapped[str] = mapped_column(Text)
    pdf: Mapped[bytes] = mapped_column(LargeBinary)


class SignatureRow(Base):
    """A signature: digest of its ink, and evidence; ``seq`` is the order of signing."""

    __tablename__ = "signature"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    sheet_id: Mapped[str] = mapped_column(Text)
    slot: Mapped[str] = mapped_column(Text)
    official_id: Mapped[str] = mapped_column(ForeignKey("official.id"))
    ink_digest: Mapped[str] = mapped_column(Text, unique=True)
    evidence_digest: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)
    evidence: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        UniqueConstraint("sheet_id", "slot"),
        ForeignKeyConstraint(["sheet_id", "slot"], ["slot.sheet_id", "slot.key"], name="fk_signature_slot"),
    )


class DeclineRow(Base):
    """That somebody did not want to sign a sheet; ``position`` counts them in order."""

    __tablename__ = "decline"

    sheet_id: Mapped[str] = mapped_column(ForeignKey("sheet.id", ondelete="CASCADE"))
    official_id: Mapped[str] = mapped_column(ForeignKey("official.id"))
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column(Integer, server_default="0")

    __table_args__ = (PrimaryKeyConstraint("sheet_id", "official_id"),)


class NumberRow(Base):
    """The present number of a sheet; ``same`` is what equal numbers have in common, however they are spelt."""

    __tablename__ = "number"

    sheet_id: Mapped[str] = mapped_column(ForeignKey("sheet.id", ondelete="CASCADE"), primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    year: Mapped[int] = mapped_column(Integer)
    text: Mapped[str] = mapped_column(Text)
    same: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)

    __table_args__ = (UniqueConstraint("year", "same"),)


class StampImageRow(Base):
    """A picture of one of the office's stamps, as it is drawn; kept for good."""

    __tablename__ = "stamp_image"

    sha256: Mapped[str] = mapped_column(Text, primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    png: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__ = (CheckConstraint("kind IN ('commission', 'secretariat')", name="kind"),)


class StampSettingRow(Base):
    """How the office set one of its stamps; the last row of a kind is how it stands now."""

    __tablename__ = "stamp_setting"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    image: Mapped[str] = mapped_column(ForeignKey("stamp_image.sha256"))
    diameter_um: Mapped[int] = mapped_column(Integer)
    active: Mapped[int] = mapped_column(Integer)
    at: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)


class StampActRow(Base):
    """That a stamp was put beside a signature (``put`` 1) or taken back (0); the last row of a slot counts."""

    __tablename__ = "stamp_act"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    sheet_id: Mapped[str] = mapped_column(ForeignKey("sheet.id"))
    slot: Mapped[str] = mapped_column(Text)
    put: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(Text)
    image: Mapped[str] = mapped_column(ForeignKey("stamp_image.sha256"))
    diameter_um: Mapped[int] = mapped_column(Integer)
    at: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)


class RecordRow(Base):
    """A sealed, verified record.

    ``made`` counts all of the office in the order they were sealed, ``position`` those of one ceremony; ``previous``
    is the content digest before it, empty for records that are older than the chain.
    """

    __tablename__ = "record"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"))
    sheet_id: Mapped[str] = mapped_column(ForeignKey("sheet.id"))
    content_digest: Mapped[str] = mapped_column(Text)
    sealed_at: Mapped[str] = mapped_column(Text)
    verdict: Mapped[str] = mapped_column(Text)
    pdf: Mapped[bytes] = mapped_column(LargeBinary)
    made: Mapped[int] = mapped_column(Integer, unique=True)
    position: Mapped[int] = mapped_column(Integer)
    previous: Mapped[str | None] = mapped_column(Text)
    edition: Mapped[int] = mapped_column(Integer)
    supersedes: Mapped[str | None] = mapped_column(ForeignKey("record.id"), unique=True)
    reason: Mapped[str | None] = mapped_column(Text)
    number: Mapped[str | None] = mapped_column(Text)
    number_year: Mapped[int | None] = mapped_column(Integer)

    __table_args__ = (UniqueConstraint("sheet_id", "edition"), UniqueConstraint("ceremony_id", "position"))


class PrintRow(Base):
    """One numbered printed copy and the answer to "did it come out right?"."""

    __tablename__ = "print"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    record_id: Mapped[str] = mapped_column(ForeignKey("record.id"))
    copy: Mapped[int] = mapped_column(Integer)
    at: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)
    came_out_right: Mapped[int] = mapped_column(Integer)

    __table_args__ = (UniqueConstraint("record_id", "copy"),)
