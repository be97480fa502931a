"""Who is not here and why, who went and came back: kept for good, and nobody who went signs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_LAST = "(SELECT what FROM whereabouts WHERE official_id = NEW.official_id ORDER BY seq DESC LIMIT 1)"
_HERE = "EXISTS (SELECT 1 FROM attendance WHERE official_id = NEW.official_id)"

_REFUSALS = (
    ("signature_here", "signature", "the signer went", f"{_LAST} = 'left'"),
    (
        "whereabouts_order",
        "whereabouts",
        "goes who is here, comes again who went, is missed who never came",
        f"CASE NEW.what WHEN 'left' THEN NOT {_HERE} OR {_LAST} IS 'left' WHEN 'back' THEN {_LAST} IS NOT 'left' "
        f"ELSE {_HERE} END",
    ),
)
"""Name and table, what is said, and the condition under which each trigger refuses a new row."""


def upgrade() -> None:
    """Add the table, empty, and the triggers that hold its order."""
    op.create_table(
        "whereabouts",
        sa.Column("seq", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("ceremony_id", "official_id", "what", "note", "at", "by")
        ),
        sa.PrimaryKeyConstraint("seq", name="pk_whereabouts"),
        sa.ForeignKeyConstraint(["ceremony_id"], ["ceremony.id"], name="fk_whereabouts_ceremony_id_ceremony"),
        sa.CheckConstraint(
            "what IN ('unknown', 'unsaid', 'permit', 'ill', 'leave', 'duty', 'late', 'left', 'back')",
            name="ck_whereabouts_what",
        ),
        sa.CheckConstraint("what NOT IN ('left', 'back') OR trim(note) <> ''", name="ck_whereabouts_note"),
    )
    guard_appends("whereabouts", key="seq")
    for name, table, words, condition in _REFUSALS:
        op.execute(
            f"CREATE TRIGGER {name} BEFORE INSERT ON {table} "
            f"BEGIN SELECT raise(ABORT, '{table}: {words}') WHERE {condition}; END"
        )


def downgrade() -> None:
    """Without it again; for development only, the program never goes back."""
    for name, _table, _words, _condition in _REFUSALS:
        op.execute(f"DROP TRIGGER {name}")
    unguard_appends("whereabouts")
    op.drop_table("whereabouts")
