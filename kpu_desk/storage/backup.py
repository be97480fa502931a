"""Copies of the database in ``backups/``: whole, checked, encrypted with the same key."""

from __future__ import annotations

from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from kpu_desk.domain.errors import StorageError
from kpu_desk.storage.connection import complaints, connect, make_empty_file
from kpu_desk.storage.keys import DataKey
from kpu_desk.workspace import FOLDER_MODE, flush_folder, storage_error

SIDE_FILES = ("", "-wal", "-shm", "-journal")
"""What SQLite may leave beside a database, by the end of the name."""


def copy_database(path: Path, key: DataKey, folder: Path, *, now: datetime, schema: str) -> Path:
    """Copy the database while it may be in use; the copy has its name only once it is whole and checked.

    Returns:
        The copy, ``desk-20260122T020304Z-0001.db``: UTC time and schema.

    Raises:
        StorageError: as :func:`kpu_desk.storage.database.open_database`; nothing half-made stays.
        sqlcipher3.Error: mapped by the caller with :func:`kpu_desk.storage.connection.known_error`.
    """
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    try:
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    except OSError as error:
        raise storage_error(error, folder) from error
    target = _free_name(folder, f"desk-{stamp}-{schema}")
    part = target.with_name(target.name + ".part")
    remove_database(part)
    try:
        make_empty_file(part)
        with closing(connect(path, key)) as source, closing(connect(part, key, wal=False)) as copy:
            source.backup(copy)
        with closing(connect(part, key, wal=False)) as copy:
            # A copy that leaves the machine is one file: no WAL beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
            if complaints(copy):
                raise StorageError("DATABASE_DAMAGED", path=str(path))
        part.rename(target)
        flush_folder(folder)
    except OSError as error:
        raise storage_error(error, target) from error
    finally:
        remove_database(part)
    return target


def remove_database(path: Path) -> None:
    """Take away a database that was not finished, with all that lies beside it."""
    for end in SIDE_FILES:
        with suppress(OSError):
            path.with_name(path.name + end).unlink()


def _free_name(folder: Path, stem: str) -> Path:
    number = 1
    target = folder / f"{stem}.db"
    while target.exists():
        number += 1
        target = folder / f"{stem}-{number}.db"
    return target
