"""Runs the steps of the schema with Alembic; imported only when a database is new or older than the program."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, MetaData

from kpu_desk.storage.migrations import HEAD

STEPS = Path(__file__).parent
"""The steps lie beside this module, wherever the package is installed."""


def configuration(folder: Path = STEPS) -> Config:
    """Alembic's configuration, made in code."""
    config = Config()
    # The value is interpolated as in an ini file, hence the doubled per cent signs of an odd path.
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def upgrade(connection: Connection, target: str = HEAD, *, folder: Path = STEPS) -> None:
    """Take the schema up to step ``target``, all within the connection's transaction.

    ``foreign_keys`` must be off on the connection: SQLite changes tables by rebuilding them.
    """
    config = configuration(folder)
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def downgrade(connection: Connection, target: str) -> None:
    """Take the schema down to step ``target`` (or ``base``); the program itself never does."""
    config = configuration()
    config.attributes["connection"] = connection
    command.downgrade(config, target)


def differences(connection: Connection, metadata: MetaData) -> list[Any]:
    """What Alembic would still change to make the database like ``metadata``; empty when they agree."""
    context = MigrationContext.configure(connection, opts={"compare_type": True, "render_as_batch": True})
    return list(compare_metadata(context, metadata))
