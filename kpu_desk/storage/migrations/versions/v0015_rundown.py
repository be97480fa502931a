"""The rundown: its plan, which stands once the ceremony is open, and what happened to its steps, kept for good."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_IN_STATE = "(SELECT id FROM ceremony WHERE id = NEW.ceremony_id AND state IN {states}) IS NULL"
_LAST = (
    "(SELECT {what} FROM step_act WHERE ceremony_id = NEW.ceremony_id AND move <> 'skipped' ORDER BY seq DESC LIMIT 1)"
)
_MOVE, _STEP = _LAST.format(what="move"), _LAST.format(what="step")

_REFUSALS = (
    ("step_act_state", "INSERT ON step_act", "no step begins or ends now", _IN_STATE.format(states="('open')")),
    ("step_act_begun", "INSERT ON step_act", "another step runs", f"NEW.move = 'begun' AND {_MOVE} IS 'begun'"),
    (
        "step_act_ended",
        "INSERT ON step_act",
        "this step does not run",
        f"NEW.move = 'ended' AND ({_MOVE} IS NOT 'begun' OR {_STEP} IS NOT NEW.step)",
    ),
    (
        "rundown_note_state",
        "INSERT ON rundown_note",
        "nothing is noted now",
        _IN_STATE.format(states="('open', 'paused')"),
    ),
    (
        "rundown_note_number",
        "INSERT ON rundown_note",
        "notes are numbered without gaps",
        "NEW.number <> 1 + (SELECT count(*) FROM rundown_note WHERE ceremony_id = NEW.ceremony_id)",
    ),
    (
        "ceremony_rundown_stands",
        "UPDATE OF rundown ON ceremony",
        "the rundown stands",
        "OLD.state NOT IN ('draft', 'ready') AND NEW.rundown IS NOT OLD.rundown",
    ),
)
"""Name, event and table, what is said, and the condition under which each trigger refuses."""


def upgrade() -> None:
    """Add the plan of a ceremony, none, both tables, empty, and the triggers that hold them."""
    op.add_column("ceremony", sa.Column("rundown", sa.Text(), nullable=False, server_default="[]"))
    op.create_table(
        "step_act",
        *_key(),
        *_numbers("step"),
        *_texts("move", "at", "by", "opening"),
        *_numbers("counter_s"),
        *_texts("reason"),
        sa.PrimaryKeyConstraint("seq", name="pk_step_act"),
        sa.ForeignKeyConstraint(["ceremony_id"], ["ceremony.id"], name="fk_step_act_ceremony_id_ceremony"),
        sa.CheckConstraint("move IN ('begun', 'ended', 'skipped')", name="ck_step_act_move"),
        sa.CheckConstraint("(move = 'skipped') = (trim(reason) <> '')", name="ck_step_act_reason"),
    )
    op.create_table(
        "rundown_note",
        *_key(),
        *_numbers("number", "step"),
        *_texts("what", "happened", "mended", "at", "by"),
        *_numbers("about"),
        sa.PrimaryKeyConstraint("seq", name="pk_rundown_note"),
        sa.ForeignKeyConstraint(["ceremony_id"], ["ceremony.id"], name="fk_rundown_note_ceremony_id_ceremony"),
        sa.UniqueConstraint("ceremony_id", "number", name="uq_rundown_note_ceremony_id_number"),
        sa.CheckConstraint("trim(what) <> ''", name="ck_rundown_note_what"),
        sa.CheckConstraint("about >= 0 AND about < number", name="ck_rundown_note_about"),
    )
    for table in ("step_act", "rundown_note"):
        guard_appends(table, key="seq")
    for name, event, words, condition in _REFUSALS:
        table = event.rpartition(" ")[2]
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} BEGIN SELECT raise(ABORT, '{table}: {words}') WHERE {condition}; END"
        )


def downgrade() -> None:
    """Without it again; for development only, the program never goes back."""
    for name, _event, _words, _condition in _REFUSALS:
        op.execute(f"DROP TRIGGER {name}")
    for table in ("rundown_note", "step_act"):
        unguard_appends(table)
        op.drop_table(table)
    op.drop_column("ceremony", "rundown")


def _key() -> tuple[sa.Column[int], sa.Column[str]]:
    return sa.Column("seq", sa.Integer(), nullable=False), sa.Column("ceremony_id", sa.Text(), nullable=False)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]
