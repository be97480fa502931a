"""Sheets that are void: kept for good, replaced by another one, and untouched from then on."""

# ruff: noqa: S608 -- the SQL below is put together of this file's own words, nothing comes from outside

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_NEW_IS_VOID = "EXISTS (SELECT 1 FROM void_sheet WHERE sheet_id = NEW.sheet_id)"
_SIGNED = "EXISTS (SELECT 1 FROM signature WHERE sheet_id = {sheet})"
_LIKE = (
    "EXISTS (SELECT 1 FROM sheet AS old, sheet AS new WHERE old.id = NEW.sheet_id AND new.id = NEW.replaced_by"
    " AND old.id <> new.id AND old.kind = new.kind AND old.serial <> new.serial AND old.subject_id IS new.subject_id"
    " AND old.form_id IS new.form_id AND new.frozen_sha256 IS NOT NULL"
    " AND old.ceremony_id = NEW.ceremony_id AND new.ceremony_id = NEW.ceremony_id)"
)

_REFUSALS = (
    (
        "void_sheet_rules",
        "INSERT ON void_sheet",
        (
            ("only before closing", "(SELECT state FROM ceremony WHERE id = NEW.ceremony_id) IS NOT 'open'"),
            ("the sheet is signed", f"NOT {_SIGNED.format(sheet='NEW.sheet_id')}"),
            ("no record is sealed", "EXISTS (SELECT 1 FROM record WHERE sheet_id = NEW.sheet_id)"),
            ("another like it takes its place", f"NOT {_LIKE}"),
            ("nobody signed what takes its place", _SIGNED.format(sheet="NEW.replaced_by")),
            ("what takes its place is not void", "EXISTS (SELECT 1 FROM void_sheet WHERE sheet_id = NEW.replaced_by)"),
        ),
    ),
    ("signature_stands", "INSERT ON signature", (("the sheet is void", _NEW_IS_VOID),)),
    ("record_stands", "INSERT ON record", (("the sheet is void", _NEW_IS_VOID),)),
    ("stamp_act_stands", "INSERT ON stamp_act", (("the sheet is void", _NEW_IS_VOID),)),
    *(
        (
            f"sheet_void_no_{act.lower()}",
            f"{act} ON sheet",
            (("a void sheet stays", "EXISTS (SELECT 1 FROM void_sheet WHERE sheet_id = OLD.id)"),),
        )
        for act in ("UPDATE", "DELETE")
    ),
    *(
        (
            f"slot_void_no_{act.lower()}",
            f"{act} ON slot",
            (("a void sheet stays", f"EXISTS (SELECT 1 FROM void_sheet WHERE sheet_id = {row}.sheet_id)"),),
        )
        for act, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))
    ),
)
"""Name, event and table, and the conditions under which each trigger refuses."""


def upgrade() -> None:
    """Add the table, empty, and the triggers that keep what is void."""
    op.create_table(
        "void_sheet",
        sa.Column("seq", sa.Integer(), nullable=False),
        *_texts("ceremony_id", "sheet_id", "replaced_by", "fault", "note", "at", "by"),
        sa.PrimaryKeyConstraint("seq", name="pk_void_sheet"),
        sa.ForeignKeyConstraint(["ceremony_id"], ["ceremony.id"], name="fk_void_sheet_ceremony_id_ceremony"),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheet.id"], name="fk_void_sheet_sheet_id_sheet"),
        sa.ForeignKeyConstraint(["replaced_by"], ["sheet.id"], name="fk_void_sheet_replaced_by_sheet"),
        sa.UniqueConstraint("sheet_id", name="uq_void_sheet_sheet_id"),
        sa.UniqueConstraint("replaced_by", name="uq_void_sheet_replaced_by"),
        sa.CheckConstraint("fault IN ('wrong_person', 'wrong_sheet', 'other')", name="ck_void_sheet_fault"),
        sa.CheckConstraint("fault <> 'other' OR trim(note) <> ''", name="ck_void_sheet_reason"),
    )
    guard_appends("void_sheet", key="seq")
    for name, event, conditions in _REFUSALS:
        table = event.rpartition(" ")[2]
        refusals = " ".join(
            f"SELECT raise(ABORT, '{table}: {words}') WHERE {condition};" for words, condition in conditions
        )
        op.execute(f"CREATE TRIGGER {name} BEFORE {event} BEGIN {refusals} END")


def downgrade() -> None:
    """Without it again; for development only, the program never goes back."""
    for name, _event, _conditions in _REFUSALS:
        op.execute(f"DROP TRIGGER {name}")
    unguard_appends("void_sheet")
    op.drop_table("void_sheet")


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]
