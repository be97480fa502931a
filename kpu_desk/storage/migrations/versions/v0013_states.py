"""A ceremony can be ready, paused and void: how it came so is kept for good, and nothing of a void one changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_STATES = (
    "('draft', 'open', 'closed', 'sealed')",
    "('draft', 'ready', 'open', 'paused', 'closed', 'sealed', 'void')",
)
_VOIDABLE = (
    "(SELECT state FROM ceremony WHERE id = NEW.ceremony_id) IS NOT 'open'",
    "(SELECT id FROM ceremony WHERE id = NEW.ceremony_id AND state IN ('open', 'paused')) IS NULL",
)
_IN_STATE = "(SELECT id FROM ceremony WHERE id = NEW.ceremony_id AND state IN {states}) IS NULL"
_LAST_TURN = "(SELECT state FROM ceremony_turn WHERE ceremony_id = NEW.id ORDER BY seq DESC LIMIT 1)"

_REFUSALS = (
    ("signature_state", "INSERT ON signature", "nobody signs now", _IN_STATE.format(states="('open', 'closed')")),
    ("record_state", "INSERT ON record", "nothing is sealed now", _IN_STATE.format(states="('closed', 'sealed')")),
    (
        "ceremony_turn_annul",
        "INSERT ON ceremony_turn",
        "a record is sealed",
        "NEW.state = 'void' AND EXISTS (SELECT 1 FROM record WHERE ceremony_id = NEW.ceremony_id)",
    ),
    (
        "ceremony_turned",
        "UPDATE OF state ON ceremony",
        "the turn is noted first",
        f"NEW.state IS NOT OLD.state AND NEW.state IN ('ready', 'paused', 'void') AND {_LAST_TURN} IS NOT NEW.state",
    ),
    ("ceremony_void_no_update", "UPDATE ON ceremony", "a void one stays", "OLD.state = 'void'"),
    ("ceremony_no_delete", "DELETE ON ceremony", "none ever goes", "1"),
)
"""Name, event and table, what is said, and the condition under which each trigger refuses."""


def upgrade() -> None:
    """Add the table of turns, empty, the new states, and the triggers that hold them."""
    op.create_table(
        "ceremony_turn",
        sa.Column("seq", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("ceremony_id", "state", "at", "by", "reason")),
        sa.PrimaryKeyConstraint("seq", name="pk_ceremony_turn"),
        sa.ForeignKeyConstraint(["ceremony_id"], ["ceremony.id"], name="fk_ceremony_turn_ceremony_id_ceremony"),
        sa.CheckConstraint("state IN ('draft', 'ready', 'open', 'paused', 'void')", name="ck_ceremony_turn_state"),
        sa.CheckConstraint("state NOT IN ('paused', 'void') OR trim(reason) <> ''", name="ck_ceremony_turn_reason"),
    )
    guard_appends("ceremony_turn", key="seq")
    _made_anew(*_STATES, *_VOIDABLE)
    for name, event, words, condition in _REFUSALS:
        table = event.rpartition(" ")[2]
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} BEGIN SELECT raise(ABORT, '{table}: {words}') WHERE {condition}; END"
        )


def downgrade() -> None:
    """Without it again; for development only, the program never goes back."""
    for name, _event, _words, _condition in _REFUSALS:
        op.execute(f"DROP TRIGGER {name}")
    _made_anew(*reversed(_STATES), *reversed(_VOIDABLE))
    unguard_appends("ceremony_turn")
    op.drop_table("ceremony_turn")


def _made_anew(states: str, new_states: str, voidable: str, new_voidable: str) -> None:
    """SQLite changes no CHECK in place: the table is filled from a copy. Nothing refers to it by its page."""
    table, trigger = _words_of("ceremony"), _words_of("void_sheet_rules")
    op.execute("CREATE TABLE ceremony_kept AS SELECT * FROM ceremony")
    for statement in (
        "DROP TRIGGER void_sheet_rules",
        "DROP TABLE ceremony",
        table.replace(states, new_states),
        "INSERT INTO ceremony SELECT * FROM ceremony_kept",
        "DROP TABLE ceremony_kept",
        trigger.replace(voidable, new_voidable),
    ):
        op.execute(statement)


def _words_of(name: str) -> str:
    found = op.get_bind().execute(sa.text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": name})
    return str(found.scalar_one())
