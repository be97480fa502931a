"""Triggers that make a table append-only; for migrations of tables whose rows are evidence."""

from __future__ import annotations

from alembic import op


def guard_appends(table: str, *, key: str) -> None:
    """Refuse UPDATE, DELETE and REPLACE on ``table``, whose primary key is the column ``key``.

    REPLACE passes delete triggers only while ``recursive_triggers`` is on (style.md, traps); the third
    trigger refuses it on any connection.
    """
    held = f"EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})"  # noqa: S608 -- no outside text
    for statement in (
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
        f"BEGIN SELECT raise(ABORT, '{table}: rows never change'); END",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
        f"BEGIN SELECT raise(ABORT, '{table}: rows never go'); END",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
        f"WHEN {held} "
        f"BEGIN SELECT raise(ABORT, '{table}: rows are never replaced'); END",
    ):
        op.execute(statement)


def unguard_appends(table: str) -> None:
    """Take the triggers of :func:`guard_appends` away."""
    for name in ("no_update", "no_delete", "no_replace"):
        op.execute(f"DROP TRIGGER {table}_{name}")
