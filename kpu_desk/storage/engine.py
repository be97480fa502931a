"""SQLAlchemy's engine over the raw connections."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as sqlcipher

from kpu_desk.storage.connection import connect
from kpu_desk.storage.keys import DataKey

WRITES = "kpu_desk_writes"
"""The execution option that makes a transaction one that writes."""


def make_engine(path: Path, key: DataKey, *, foreign_keys: bool = True) -> Engine:
    """An engine whose transactions read only, unless the execution option :data:`WRITES` is set."""
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: connect(path, key, foreign_keys=foreign_keys),
        poolclass=QueuePool,
        hide_parameters=True,  # a name must not reach a log through an error's text
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
        # A writer takes the lock at once, so that what it reads is still true when it writes.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
