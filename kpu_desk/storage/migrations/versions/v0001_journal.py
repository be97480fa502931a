"""The journal, append-only."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the journal and what guards it."""
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("actor_office", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_journal"),
    )
    guard_appends("journal", key="seq")
    op.execute(
        """
        CREATE TRIGGER journal_chained BEFORE INSERT ON journal
        WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
          OR NEW.previous <> coalesce((SELECT digest FROM journal ORDER BY seq DESC LIMIT 1),
                                      '0000000000000000000000000000000000000000000000000000000000000000')
        BEGIN SELECT raise(ABORT, 'journal: an entry must follow the last one'); END
        """
    )


def downgrade() -> None:
    """Take the journal away; for development only, the program never goes back."""
    op.execute("DROP TRIGGER journal_chained")
    unguard_appends("journal")
    op.drop_table("journal")
