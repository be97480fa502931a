"""Refusals and declarations are counted: their order no longer hangs on a clock that anyone can set."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_TABLES = ("decline", "declaration")


def upgrade() -> None:
    """Add the counter; what is there already was written in this order."""
    for table in _TABLES:
        op.add_column(table, sa.Column("position", sa.Integer(), nullable=False, server_default="0"))
        op.execute(sa.update(sa.table(table, sa.column("position"))).values(position=sa.text("rowid")))


def downgrade() -> None:
    """Without it again; for development only, the program never goes back."""
    for table in _TABLES:
        op.drop_column(table, "position")
