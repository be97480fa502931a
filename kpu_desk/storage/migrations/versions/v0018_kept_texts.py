"""What the journal names by a digest and does not hold itself is kept for good, so that it can be replayed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, empty: acts of before were journaled without an account of what they changed."""
    op.create_table(
        "kept_text",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_kept_text"),
    )
    guard_appends("kept_text", key="sha256")


def downgrade() -> None:
    """Without it again; for development only, the program never goes back."""
    unguard_appends("kept_text")
    op.drop_table("kept_text")
