"""The office's own PDFs, patterns of places on them, and which of them a ceremony signs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_KEYS = {"own_pdf": "sha256", "place_pattern": "seq"}


def upgrade() -> None:
    """Add both tables, empty, and the documents of a ceremony: none."""
    op.create_table(
        "own_pdf",
        *_texts("sha256", "original_sha256", "name", "facts"),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        *_texts("at", "by"),
        sa.PrimaryKeyConstraint("sha256", name="pk_own_pdf"),
    )
    op.create_table(
        "place_pattern",
        sa.Column("seq", sa.Integer(), nullable=False),
        *_texts("name", "words", "at", "by"),
        sa.PrimaryKeyConstraint("seq", name="pk_place_pattern"),
    )
    for table, key in _KEYS.items():
        guard_appends(table, key=key)
    op.add_column("ceremony", sa.Column("documents", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Without them again; for development only, the program never goes back."""
    op.drop_column("ceremony", "documents")
    for table in reversed(_KEYS):
        unguard_appends(table)
        op.drop_table(table)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]
