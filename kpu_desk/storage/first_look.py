"""A first look into the database before SQLAlchemy is loaded, so that the desk can be painted early."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.storage import reading
from kpu_desk.storage.connection import connect, known_error
from kpu_desk.storage.keys import DataKey
from kpu_desk.storage.migrations import HEAD
from kpu_desk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What the desk shows at first: the workspace's mark and all ceremonies, the newest first."""

    mark: str
    ceremonies: tuple[Ceremony, ...]


def first_look(workspace: Workspace, key: DataKey) -> FirstLook | None:
    """Reads what the desk shows at first; None when the database is not at the newest schema or not there.

    Whatever is wrong with the file is found and said by ``open_database``, which always comes after.

    Raises:
        StorageError: DATABASE_DAMAGED, NO_RIGHTS, SECOND_INSTANCE …
    """
    path = workspace.database
    if not path.is_file() or path.stat().st_size == 0:
        return None
    try:
        with closing(connect(path, key)) as raw:

            def rows(sql: str, parameters: Mapping[str, str]) -> Any:
                return raw.execute(sql, dict(parameters))

            found = rows("SELECT name FROM sqlite_master WHERE name = 'alembic_version'", {}).fetchall()
            if not found or rows("SELECT version_num FROM alembic_version", {}).fetchall() != [(HEAD,)]:
                return None
            ids = reading.ceremony_ids(rows)
            loaded = [reading.load(rows, ceremony_id) for ceremony_id in ids]
            return FirstLook(reading.workspace_mark(rows), tuple(c for c in loaded if c is not None))
    except sqlcipher.Error as error:
        known = known_error(error, path)
        if known is None:
            raise
        raise known from error
