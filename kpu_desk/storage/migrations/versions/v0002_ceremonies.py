"""Ceremonies, their rosters and sheets, signatures and records; what is evidence is append-only."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_EVIDENCE = {"frozen": "sha256", "signature": "seq", "record": "id", "print": "seq"}


def upgrade() -> None:
    """Make the tables in the order of their references."""
    _people()
    _sheets()
    _records()
    for table, key in _EVIDENCE.items():
        guard_appends(table, key=key)


def downgrade() -> None:
    """Take the tables away; for development only, the program never goes back."""
    for table in _EVIDENCE:
        unguard_appends(table)
    for table in (
        "print",
        "record",
        "decline",
        "signature",
        "frozen",
        "slot",
        "sheet",
        "attendance",
        "witness",
        "official",
        "ceremony",
    ):
        op.drop_table(table)


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _blob(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _refers(table: str, column: str, other: str, *, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}", ondelete=ondelete)


def _people() -> None:
    op.create_table(
        "ceremony",
        _text("id"),
        _number("made"),
        _text("title"),
        _text("occasion"),
        _number("year"),
        _text("date"),
        _text("start"),
        _text("place"),
        _text("venue"),
        _text("kinds"),
        _text("basis"),
        _text("state"),
        _number("sample"),
        _text("attachment", null=True),
        _text("opened_at", null=True),
        _text("closed_at", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_ceremony"),
        sa.UniqueConstraint("made", name="uq_ceremony_made"),
        sa.CheckConstraint("state IN ('draft', 'open', 'closed', 'sealed')", name=op.f("ck_ceremony_state")),
    )
    op.create_table(
        "official",
        _text("id"),
        _text("ceremony_id"),
        _number("position"),
        _text("name"),
        _text("nip", null=True),
        _text("rank", null=True),
        _text("office"),
        _text("unit", null=True),
        _text("capacity"),
        _text("decree", null=True),
        _number("added"),
        sa.PrimaryKeyConstraint("id", name="pk_official"),
        sa.UniqueConstraint("ceremony_id", "nip", name="uq_official_ceremony_id_nip"),
        _refers("official", "ceremony_id", "ceremony"),
    )
    op.create_table(
        "witness",
        _text("official_id"),
        _text("witness_id"),
        _text("ceremony_id"),
        sa.PrimaryKeyConstraint("official_id", name="pk_witness"),
        sa.CheckConstraint("official_id <> witness_id", name=op.f("ck_witness_not_himself")),
        _refers("witness", "official_id", "official"),
        _refers("witness", "witness_id", "official"),
        _refers("witness", "ceremony_id", "ceremony"),
    )
    op.create_table(
        "attendance",
        _text("official_id"),
        _text("ceremony_id"),
        _number("position"),
        _text("at"),
        _text("identified"),
        _text("by"),
        sa.PrimaryKeyConstraint("official_id", name="pk_attendance"),
        _refers("attendance", "official_id", "official"),
        _refers("attendance", "ceremony_id", "ceremony"),
    )


def _sheets() -> None:
    op.create_table(
        "sheet",
        _text("id"),
        _text("ceremony_id"),
        _number("position"),
        _text("kind"),
        _text("serial"),
        _text("subject_id", null=True),
        _number("version"),
        _text("frozen_sha256", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_sheet"),
        sa.UniqueConstraint("ceremony_id", "serial", name="uq_sheet_ceremony_id_serial"),
        _refers("sheet", "ceremony_id", "ceremony"),
        _refers("sheet", "subject_id", "official"),
    )
    op.create_table(
        "slot",
        _text("sheet_id"),
        _text("key"),
        _number("position"),
        _text("role"),
        _text("official_id"),
        sa.PrimaryKeyConstraint("sheet_id", "key", name="pk_slot"),
        _refers("slot", "sheet_id", "sheet", ondelete="CASCADE"),
        _refers("slot", "official_id", "official"),
    )
    op.create_table(
        "frozen",
        _text("sha256"),
        _text("sheet_id"),
        _number("version"),
        _text("form"),
        _number("pages"),
        _text("places"),
        _blob("pdf"),
        sa.PrimaryKeyConstraint("sha256", name="pk_frozen"),
    )


def _records() -> None:
    op.create_table(
        "signature",
        _number("seq"),
        _text("ceremony_id"),
        _text("sheet_id"),
        _text("slot"),
        _text("official_id"),
        _text("ink_digest"),
        _text("evidence_digest"),
        _text("at"),
        _blob("ink"),
        _text("evidence"),
        sa.PrimaryKeyConstraint("seq", name="pk_signature"),
        sa.UniqueConstraint("sheet_id", "slot", name="uq_signature_sheet_id_slot"),
        sa.UniqueConstraint("ink_digest", name="uq_signature_ink_digest"),
        sa.ForeignKeyConstraint(["sheet_id", "slot"], ["slot.sheet_id", "slot.key"], name="fk_signature_slot"),
        _refers("signature", "ceremony_id", "ceremony"),
        _refers("signature", "official_id", "official"),
    )
    op.create_table(
        "decline",
        _text("sheet_id"),
        _text("official_id"),
        _text("ceremony_id"),
        _text("reason"),
        _text("at"),
        sa.PrimaryKeyConstraint("sheet_id", "official_id", name="pk_decline"),
        _refers("decline", "sheet_id", "sheet", ondelete="CASCADE"),
        _refers("decline", "official_id", "official"),
        _refers("decline", "ceremony_id", "ceremony"),
    )
    op.create_table(
        "record",
        _text("id"),
        _text("ceremony_id"),
        _text("sheet_id"),
        _text("content_digest"),
        _text("sealed_at"),
        _text("verdict"),
        _blob("pdf"),
        sa.PrimaryKeyConstraint("id", name="pk_record"),
        sa.UniqueConstraint("sheet_id", name="uq_record_sheet_id"),
        _refers("record", "ceremony_id", "ceremony"),
        _refers("record", "sheet_id", "sheet"),
    )
    op.create_table(
        "print",
        _number("seq"),
        _text("record_id"),
        _number("copy"),
        _text("at"),
        _text("by"),
        _number("came_out_right"),
        sa.PrimaryKeyConstraint("seq", name="pk_print"),
        sa.UniqueConstraint("record_id", "copy", name="uq_print_record_id_copy"),
        _refers("print", "record_id", "record"),
    )
