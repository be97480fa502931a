"""Ink in rows of its own, one for each thing that was written; which further inks a slot asks for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_KEPT = "seq, ceremony_id, sheet_id, slot, official_id, ink_digest, evidence_digest, at, evidence"


def upgrade() -> None:
    """Move the ink out of the signatures, whose table is made anew; no sheet so far asked for more than those."""
    op.add_column("slot", sa.Column("further", sa.Text(), nullable=False, server_default="[]"))
    _set_signatures_aside()
    op.create_table("signature", *_columns(), *_constraints())
    op.create_table(
        "ink",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("sheet_id", sa.Text(), nullable=False),
        sa.Column("slot", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ink", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_ink"),
        sa.UniqueConstraint("sheet_id", "slot", "kind", name="uq_ink_sheet_id_slot_kind"),
        sa.ForeignKeyConstraint(
            ["sheet_id", "slot"], ["signature.sheet_id", "signature.slot"], name="fk_ink_signature"
        ),
        sa.CheckConstraint("kind IN ('signature', 'attachment', 'paraf')", name="ck_ink_kind"),
    )
    op.execute(f"INSERT INTO signature ({_KEPT}) SELECT {_KEPT} FROM signature_aside ORDER BY seq")  # noqa: S608 -- no outside text
    op.execute(
        "INSERT INTO ink (digest, sheet_id, slot, kind, ink)"
        " SELECT ink_digest, sheet_id, slot, 'signature', ink FROM signature_aside ORDER BY seq"
    )
    op.drop_table("signature_aside")
    guard_appends("signature", key="seq")
    guard_appends("ink", key="digest")


def downgrade() -> None:
    """Back to signatures that hold their ink, without any paraf; for development only, the program never goes back."""
    _set_signatures_aside()
    columns = list(_columns())
    columns.insert(-1, sa.Column("ink", sa.LargeBinary(), nullable=False))
    op.create_table("signature", *columns, *_constraints())
    op.execute(
        f"INSERT INTO signature ({_KEPT}, ink) SELECT {_KEPT}, ink.ink FROM signature_aside"  # noqa: S608 -- no outside text
        " JOIN ink USING (sheet_id, slot) WHERE kind = 'signature' ORDER BY seq"
    )
    op.drop_table("signature_aside")
    guard_appends("signature", key="seq")
    unguard_appends("ink")
    op.drop_table("ink")
    op.drop_column("slot", "further")


def _set_signatures_aside() -> None:
    # A copy and not a rename: SQLite would carry the references of other tables along with the name.
    op.execute("CREATE TABLE signature_aside AS SELECT * FROM signature")
    unguard_appends("signature")
    op.drop_table("signature")


def _columns() -> tuple[sa.Column[str] | sa.Column[int] | sa.Column[bytes], ...]:
    texts = _KEPT.split(", ")[1:]
    return (
        sa.Column("seq", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
    )


def _constraints() -> tuple[sa.Constraint, ...]:
    return (
        sa.PrimaryKeyConstraint("seq", name="pk_signature"),
        sa.UniqueConstraint("sheet_id", "slot", name="uq_signature_sheet_id_slot"),
        sa.UniqueConstraint("ink_digest", name="uq_signature_ink_digest"),
        sa.ForeignKeyConstraint(["sheet_id", "slot"], ["slot.sheet_id", "slot.key"], name="fk_signature_slot"),
        sa.ForeignKeyConstraint(["ceremony_id"], ["ceremony.id"], name="fk_signature_ceremony_id_ceremony"),
        sa.ForeignKeyConstraint(["official_id"], ["official.id"], name="fk_signature_official_id_official"),
    )
