"""Which sealed Perjanjian Kinerja was superseded by which sheet, and why; kept for good."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_TEXTS = ("ceremony_id", "sheet_id", "of_id", "cause", "note", "attachment", "at", "by")


def upgrade() -> None:
    """Add the table, empty, and the trigger that lets only a sealed sheet be revised."""
    op.create_table(
        "revision",
        sa.Column("seq", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in _TEXTS),
        sa.PrimaryKeyConstraint("seq", name="pk_revision"),
        sa.ForeignKeyConstraint(["ceremony_id"], ["ceremony.id"], name="fk_revision_ceremony_id_ceremony"),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheet.id"], name="fk_revision_sheet_id_sheet"),
        sa.ForeignKeyConstraint(["of_id"], ["sheet.id"], name="fk_revision_of_id_sheet"),
        sa.UniqueConstraint("sheet_id", name="uq_revision_sheet_id"),
        sa.UniqueConstraint("of_id", name="uq_revision_of_id"),
        sa.CheckConstraint("cause IN ('official', 'plan', 'priority', 'other')", name="ck_revision_cause"),
        sa.CheckConstraint("cause <> 'other' OR trim(note) <> ''", name="ck_revision_reason"),
    )
    guard_appends("revision", key="seq")
    op.execute(
        "CREATE TRIGGER revision_sealed BEFORE INSERT ON revision BEGIN "
        "SELECT raise(ABORT, 'revision: only a sealed sheet') "
        "WHERE NOT EXISTS (SELECT 1 FROM record WHERE sheet_id = NEW.of_id); END"
    )


def downgrade() -> None:
    """Without it again; for development only, the program never goes back."""
    op.execute("DROP TRIGGER revision_sealed")
    unguard_appends("revision")
    op.drop_table("revision")
