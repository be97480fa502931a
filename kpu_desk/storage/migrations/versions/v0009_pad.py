"""What is on a pad before it is accepted, what was done there, and marks by which accepted ink is known again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the three tables; the marks of older ink are made with the key, after the steps."""
    op.create_table(
        "pending_stroke",
        *_texts("sheet_id", "slot", "kind"),
        sa.Column("number", sa.Integer(), nullable=False),
        *_texts("frozen_sha256", "device"),
        sa.Column("stroke", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sheet_id", "slot", "kind", "number", name="pk_pending_stroke"),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["sheet.id"], name="fk_pending_stroke_sheet_id_sheet", ondelete="CASCADE"
        ),
        sa.CheckConstraint("kind IN ('signature', 'attachment', 'paraf')", name="ck_pending_stroke_kind"),
    )
    op.create_table(
        "pad_act",
        sa.Column("seq", sa.Integer(), nullable=False),
        *_texts("sheet_id", "slot", "kind", "act"),
        sa.Column("number", sa.Integer(), nullable=False),
        *_texts("at"),
        sa.PrimaryKeyConstraint("seq", name="pk_pad_act"),
    )
    op.create_table("ink_mark", *_texts("mark"), sa.PrimaryKeyConstraint("mark", name="pk_ink_mark"))
    guard_appends("pad_act", key="seq")
    guard_appends("ink_mark", key="mark")


def downgrade() -> None:
    """Without them again; for development only, the program never goes back."""
    for table in ("ink_mark", "pad_act"):
        unguard_appends(table)
        op.drop_table(table)
    op.drop_table("pending_stroke")


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]
