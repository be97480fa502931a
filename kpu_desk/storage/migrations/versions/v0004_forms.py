"""Agreements, declarations and meterai of a ceremony, and the forms that its sheets were made of."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_APPEND_ONLY = (("form_text", "sha256"), ("logo", "sha256"), ("composition", "frozen_sha256"))


def upgrade() -> None:
    """Add them; sheets frozen before say nothing of their form's words, which nobody kept."""
    for column in _ceremony_columns():
        op.add_column("ceremony", column)
    op.add_column("sheet", sa.Column("form_id", sa.Text(), nullable=True))
    op.create_table(
        "declaration",
        *_texts("official_id", "ceremony_id", "answers", "at"),
        sa.PrimaryKeyConstraint("official_id", name="pk_declaration"),
        _refers("declaration", "official_id", "official", "id"),
        _refers("declaration", "ceremony_id", "ceremony", "id"),
    )
    op.create_table(
        "form_text",
        *_texts("sha256", "form_id", "version", "source", "text"),
        sa.PrimaryKeyConstraint("sha256", name="pk_form_text"),
    )
    op.create_table(
        "logo",
        *_texts("sha256"),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_logo"),
    )
    op.create_table(
        "composition",
        *_texts("frozen_sha256", "ceremony_id", "form_sha256"),
        sa.Column("logo_sha256", sa.Text(), nullable=True),
        *_texts("content", "name", "composed_at", "program"),
        sa.PrimaryKeyConstraint("frozen_sha256", name="pk_composition"),
        _refers("composition", "frozen_sha256", "frozen", "sha256"),
        _refers("composition", "ceremony_id", "ceremony", "id"),
        _refers("composition", "form_sha256", "form_text", "sha256"),
        _refers("composition", "logo_sha256", "logo", "sha256"),
    )
    op.create_table(
        "meterai",
        *_texts("sheet_id", "ceremony_id", "kind", "serial", "at"),
        sa.PrimaryKeyConstraint("sheet_id", name="pk_meterai"),
        _refers("meterai", "sheet_id", "sheet", "id", ondelete="CASCADE"),
        _refers("meterai", "ceremony_id", "ceremony", "id"),
    )
    for table, key in _APPEND_ONLY:
        guard_appends(table, key=key)


def downgrade() -> None:
    """Take them away; for development only, the program never goes back."""
    op.drop_table("meterai")
    for table, _ in reversed(_APPEND_ONLY):
        unguard_appends(table)
        op.drop_table(table)
    op.drop_table("declaration")
    op.drop_column("sheet", "form_id")
    for column in reversed(_ceremony_columns()):
        op.drop_column("ceremony", column.name)


def _ceremony_columns() -> tuple[sa.Column[str] | sa.Column[str | None] | sa.Column[int], ...]:
    return (
        sa.Column("agreements", sa.Text(), nullable=False, server_default='["dua_pihak"]'),
        sa.Column("commission_attachment", sa.Text(), nullable=True),
        sa.Column("closes_list", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("forms", sa.Text(), nullable=False, server_default="[]"),
    )


def _texts(*names: str) -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, sa.Text(), nullable=False) for name in names)


def _refers(table: str, column: str, other: str, key: str, *, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.{key}"], name=f"fk_{table}_{column}_{other}", ondelete=ondelete)
