"""The closing list of each ceremony: what its closing words are made of; written once, at the closing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, empty: a ceremony that an earlier version closed has no closing words."""
    op.create_table(
        "closing_list",
        sa.Column("ceremony_id", sa.Text(), nullable=False),
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("ceremony_id", name="pk_closing_list"),
        sa.ForeignKeyConstraint(["ceremony_id"], ["ceremony.id"], name="fk_closing_list_ceremony_id_ceremony"),
    )
    guard_appends("closing_list", key="ceremony_id")


def downgrade() -> None:
    """Without it again; for development only, the program never goes back."""
    unguard_appends("closing_list")
    op.drop_table("closing_list")
