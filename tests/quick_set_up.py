"""A workspace set up without the two things that take half a second each time and are tried elsewhere.

The schema of a new database is written down as the steps left it the first time (tests/storage walks through them),
and the seal's key file is stretched less (tests/pdf/test_seal.py opens one as offices have it).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from sqlalchemy import Connection

from kpu_desk.storage.migrations import HEAD, steps

_written: list[str] = []
_upgrade = steps.upgrade


@contextmanager
def quick_set_up() -> Iterator[None]:
    """While it holds, a new database and a new seal key take a moment."""
    with patch.object(steps, "upgrade", _as_before), patch("kpu_desk.pdf.seal_key._KDF_ROUNDS", 1_000):
        yield


def _as_before(connection: Connection) -> None:
    if _written:
        for statement in _written:
            connection.exec_driver_sql(statement)
        return
    _upgrade(connection)
    told = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").all()
    made = [(name, sql) for name, sql in told if not name.startswith("sqlite_")]
    tables = [name for name, sql in made if sql.startswith("CREATE TABLE")]
    filled = [name for name in tables if connection.exec_driver_sql(f'SELECT 1 FROM "{name}" LIMIT 1').first()]
    assert filled == ["alembic_version"], "the steps write rows: they must be written down too"
    _written.extend([*(sql for _, sql in made), f"INSERT INTO alembic_version VALUES ('{HEAD}')"])
