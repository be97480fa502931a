"""A ceremony says which groups sign a document of one person, where not everybody does."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the choice: everybody signs everything."""
    op.add_column("ceremony", sa.Column("signers", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Without it again; for development only, the program never goes back."""
    op.drop_column("ceremony", "signers")
