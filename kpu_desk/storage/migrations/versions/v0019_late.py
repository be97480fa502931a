"""Late sittings after the closing, kept for good; without one nobody signs a closed ceremony's sheets any more."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_LAST_NOTE = "(SELECT what FROM whereabouts WHERE official_id = NEW.official_id ORDER BY seq DESC LIMIT 1)"
_HERE = "EXISTS (SELECT 1 FROM attendance WHERE official_id = NEW.official_id)"
_GOES = f"WHEN 'left' THEN NOT {_HERE} OR {_LAST_NOTE} IS 'left'"
_ORDER = f"CASE NEW.what {_GOES} WHEN 'back' THEN {{back}} ELSE {_HERE} END"
_BACK = f"{_LAST_NOTE} IS NOT 'left'"
_BACK_LATE = f"CASE NEW.sitting WHEN 0 THEN {_BACK} ELSE NOT {_HERE} END"

_LAST = "(SELECT closed FROM late_sitting WHERE ceremony_id = NEW.ceremony_id ORDER BY seq DESC LIMIT 1)"
_STATE = "(SELECT state FROM ceremony WHERE id = NEW.ceremony_id)"
_ROLE = "(SELECT role FROM slot WHERE sheet_id = NEW.sheet_id AND key = NEW.slot)"
_KIND = "(SELECT kind FROM sheet WHERE id = NEW.sheet_id)"

_REFUSALS = (
    (
        "late_sitting_order",
        "late_sitting",
        "one at a time, after the closing",
        f"{_STATE} IS NOT 'closed' OR coalesce({_LAST}, 1) = NEW.closed",
    ),
    (
        "signature_late",
        "signature",
        "no late sitting is open",
        f"{_STATE} IS 'closed' AND NOT ({_ROLE} IS 'penanda_tangan' AND {_KIND} IS NOT 'DOK')"
        f" AND coalesce({_LAST}, 1) = 1",
    ),
)
"""Name and table, what is said, and the condition under which each trigger refuses a new row."""


def upgrade() -> None:
    """Add the counts to the notes of people, the table of sittings, empty, and the triggers that hold both."""
    for column in ("signatures", "sitting"):
        op.add_column("whereabouts", sa.Column(column, sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "late_sitting",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("ceremony_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("closed", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("signatures", sa.Integer(), nullable=False),
        sa.Column("minutes_id", sa.Text()),
        sa.PrimaryKeyConstraint("seq", name="pk_late_sitting"),
        sa.ForeignKeyConstraint(["ceremony_id"], ["ceremony.id"], name="fk_late_sitting_ceremony_id_ceremony"),
        sa.ForeignKeyConstraint(["minutes_id"], ["sheet.id"], name="fk_late_sitting_minutes_id_sheet"),
        sa.UniqueConstraint("ceremony_id", "number", "closed", name="uq_late_sitting_ceremony_id_number_closed"),
        sa.CheckConstraint("closed IN (0, 1)", name="ck_late_sitting_closed"),
    )
    guard_appends("late_sitting", key="seq")
    for refusal in _REFUSALS:
        _refuse(*refusal)
    _order_notes(_BACK_LATE)


def downgrade() -> None:
    """Without it again; for development only, the program never goes back."""
    for name, _table, _words, _condition in _REFUSALS:
        op.execute(f"DROP TRIGGER {name}")
    unguard_appends("late_sitting")
    op.drop_table("late_sitting")
    op.execute("DROP TRIGGER whereabouts_order")
    for column in ("sitting", "signatures"):
        op.drop_column("whereabouts", column)
    _refuse(*_notes(_BACK))


def _order_notes(back: str) -> None:
    op.execute("DROP TRIGGER whereabouts_order")
    _refuse(*_notes(back))


def _notes(back: str) -> tuple[str, str, str, str]:
    words = "goes who is here, comes again who went, is missed who never came"
    return "whereabouts_order", "whereabouts", words, _ORDER.format(back=back)


def _refuse(name: str, table: str, words: str, condition: str) -> None:
    op.execute(
        f"CREATE TRIGGER {name} BEFORE INSERT ON {table} "
        f"BEGIN SELECT raise(ABORT, '{table}: {words}') WHERE {condition}; END"
    )
