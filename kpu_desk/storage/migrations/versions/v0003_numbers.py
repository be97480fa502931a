"""Numbers of sheets; records in a chain, and records that supersede earlier ones."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_OLD = "id, ceremony_id, sheet_id, content_digest, sealed_at, verdict, pdf"


def upgrade() -> None:
    """Add the numbers; make the records anew, for SQLite cannot take a constraint away.

    Records sealed before have no place in the chain of digests (``previous`` stays empty), only their order.
    """
    op.create_table(
        "number",
        sa.Column("sheet_id", sa.Text(), nullable=False),
        sa.Column("ceremony_id", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("same", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sheet_id", name="pk_number"),
        sa.UniqueConstraint("year", "same", name="uq_number_year_same"),
        _refers("number", "sheet_id", "sheet", ondelete="CASCADE"),
        _refers("number", "ceremony_id", "ceremony"),
    )
    _set_records_aside("rowid AS made")
    op.create_table(
        "record",
        *_first_columns(),
        sa.Column("made", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("supersedes", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("number_year", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_record"),
        sa.UniqueConstraint("sheet_id", "edition", name="uq_record_sheet_id_edition"),
        sa.UniqueConstraint("ceremony_id", "position", name="uq_record_ceremony_id_position"),
        sa.UniqueConstraint("made", name="uq_record_made"),
        sa.UniqueConstraint("supersedes", name="uq_record_supersedes"),
        _refers("record", "ceremony_id", "ceremony"),
        _refers("record", "sheet_id", "sheet"),
        _refers("record", "supersedes", "record"),
    )
    op.execute(
        f"INSERT INTO record ({_OLD}, made, position, edition) SELECT {_OLD},"  # noqa: S608 -- no outside text
        " row_number() OVER (ORDER BY made),"
        " row_number() OVER (PARTITION BY ceremony_id ORDER BY made), 1 FROM record_aside ORDER BY made"
    )
    _take_back()


def downgrade() -> None:
    """Back to one record for each sheet, the first; for development only, the program never goes back."""
    unguard_appends("print")
    op.execute("DELETE FROM print WHERE record_id IN (SELECT id FROM record WHERE edition > 1)")
    guard_appends("print", key="seq")
    _set_records_aside("made, edition")
    op.create_table(
        "record",
        *_first_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_record"),
        sa.UniqueConstraint("sheet_id", name="uq_record_sheet_id"),
        _refers("record", "ceremony_id", "ceremony"),
        _refers("record", "sheet_id", "sheet"),
    )
    op.execute(
        f"INSERT INTO record ({_OLD}) SELECT {_OLD} FROM record_aside"  # noqa: S608 -- no outside text
        " WHERE edition = 1 ORDER BY made"
    )
    _take_back()
    op.drop_table("number")


def _set_records_aside(order: str) -> None:
    # A copy and not a rename: SQLite would carry the references of other tables along with the name.
    op.execute(f"CREATE TABLE record_aside AS SELECT {_OLD}, {order} FROM record")  # noqa: S608 -- no outside text
    unguard_appends("record")
    op.drop_table("record")


def _take_back() -> None:
    op.drop_table("record_aside")
    guard_appends("record", key="id")


def _first_columns() -> tuple[sa.Column[str] | sa.Column[bytes], ...]:
    texts = ("id", "ceremony_id", "sheet_id", "content_digest", "sealed_at", "verdict")
    return (
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
    )


def _refers(table: str, column: str, other: str, *, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}", ondelete=ondelete)
