"""The office's own stamps: their pictures, how they are set, and where they were put; all append-only."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_KEYS = {"stamp_image": "sha256", "stamp_setting": "seq", "stamp_act": "seq"}


def upgrade() -> None:
    """Add the three tables, empty: no office has a stamp in the program before it wants one."""
    op.create_table(
        "stamp_image",
        *_texts("sha256", "kind"),
        sa.Column("png", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_stamp_image"),
        sa.CheckConstraint("kind IN ('commission', 'secretariat')", name="ck_stamp_image_kind"),
    )
    op.create_table(
        "stamp_setting",
        sa.Column("seq", sa.Integer(), nullable=False),
        *_texts("kind", "image"),
        sa.Column("diameter_um", sa.Integer(), nullable=False),
        sa.Column("active", sa.Integer(), nullable=False),
        *_texts("at", "by"),
        sa.PrimaryKeyConstraint("seq", name="pk_stamp_setting"),
        _refers("stamp_setting", "image", "stamp_image", "sha256"),
    )
    op.create_table(
        "stamp_act",
        sa.Column("seq", sa.Integer(), nullable=False),
        *_texts("ceremony_id", "sheet_id", "slot"),
        sa.Column("put", sa.Integer(), nullable=False),
        *_texts("kind", "image"),
        sa.Column("diameter_um", sa.Integer(), nullable=False),
        *_texts("at", "by"),
        sa.PrimaryKeyConstraint("seq", name="pk_stamp_act"),
        _refers("stamp_act", "ceremony_id", "ceremony", "id"),
        _refers("stamp_act", "sheet_id", "sheet", "id"),
        _refers("stamp_act", "image", "stamp_image", "sha256"),
    )
    for table, key in _KEYS.items():
        guard_appends(table, key=key)


def downgrade() -> None:
    """Without stamps again; for development only, the program never goes back."""
    for table in reversed(_KEYS):
        unguard_appends(table)
        op.drop_table(table)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _refers(table: str, column: str, other: str, key: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.{key}"], name=f"fk_{table}_{column}_{other}")
