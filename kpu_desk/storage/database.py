"""The encrypted database: opened with its key, backed up then migrated, used in transactions."""

from __future__ import annotations

import hmac
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2 as sqlcipher

from kpu_desk.domain.errors import StorageError
from kpu_desk.domain.journal import PROGRAM, Event
from kpu_desk.storage import ink_marks, journal_rows
from kpu_desk.storage.backup import copy_database, remove_database
from kpu_desk.storage.connection import WAIT_SECONDS, complaints, connect, known_error, make_empty_file
from kpu_desk.storage.engine import WRITES, make_engine
from kpu_desk.storage.keys import DataKey, Subkey
from kpu_desk.storage.migrations import HEAD
from kpu_desk.workspace import Workspace, flush_folder, storage_error

_log = logging.getLogger(__name__)

_REVISION = re.compile("[0-9]{4}")


class Database:
    """An open database at the newest schema, made by :func:`open_database`; serves several threads."""

    def __init__(self, path: Path, key: DataKey, engine: Engine) -> None:
        self.path = path
        self._key = key
        self._engine = engine
        self._writing = engine.execution_options(**{WRITES: True})

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A transaction that writes: all of it is on disk once the block has ended, or nothing if it raised.

        Raises:
            StorageError: ``DISK_FULL``, ``DATABASE_DAMAGED``, ``SECOND_INSTANCE`` (another process holds the
                file), ``NO_RIGHTS``, ``FILE_FAILED``.
        """
        with (
            _known_errors(self.path),
            Session(self._writing, expire_on_commit=False) as session,
            session.begin(),
        ):
            session.connection()  # takes the lock before the block reads anything
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One unchanging view of the database; a write inside raises. Never waits for a writer."""
        with (
            _known_errors(self.path, writes=False),
            Session(self._engine, expire_on_commit=False) as session,
        ):
            yield session

    def keyed_digest(self, data: bytes) -> str:
        """A digest that nobody without the workspace's key can make, hex: what it is of cannot be guessed and tried."""
        return keyed_digest(self._key, data)

    def invitation_key(self) -> bytes:
        """The key under which this workspace's invitations are made, 32 bytes; see ``domain.invitations``."""
        return self._key.subkey(Subkey.INVITATION)

    def rehearsal_passphrase(self) -> str:
        """The passphrase of this workspace's rehearsals, 64 hexadecimal digits; it leads to nothing of its own."""
        return self._key.subkey(Subkey.GLADI).hex()

    def complaints(self) -> tuple[str, ...]:
        """What a full check finds wrong, empty when all is well; reads the whole file, so not at each start."""
        with _known_errors(self.path), closing(connect(self.path, self._key)) as raw:
            return complaints(raw)

    def back_up(self, folder: Path, *, now: datetime) -> Path:
        """An encrypted copy in ``folder``, opened by the same key; raises as :meth:`transaction`."""
        with _known_errors(self.path):
            return copy_database(self.path, self._key, folder, now=now, schema=HEAD)

    def empty_log(self, wait_seconds: float = WAIT_SECONDS) -> bool:
        """Brings all of the WAL into the file and cuts it to nothing: no page of before outlasts what was overwritten.

        False when somebody read or wrote all that time; the next closing does it then.

        Raises as :meth:`transaction`.
        """
        with _known_errors(self.path), closing(self._engine.raw_connection()) as raw:
            cursor = raw.cursor()
            cursor.execute(f"PRAGMA busy_timeout = {round(wait_seconds * 1000)}")
            try:
                busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            finally:
                cursor.execute(f"PRAGMA busy_timeout = {round(WAIT_SECONDS * 1000)}")
            return not busy

    def twin(self, workspace: Workspace, *, now: datetime) -> Database:
        """A new database, empty, under the same key, in another folder; raises as :func:`open_database`."""
        return open_database(workspace, self._key, now=now, create=True)

    def close(self) -> None:
        """Bring everything from the WAL into the file and let go of it."""
        _close(self._engine)


def open_database(workspace: Workspace, key: DataKey, *, now: datetime, create: bool = False) -> Database:
    """Open a workspace's database, or make it; an older one is backed up, then brought to the newest schema.

    The caller holds the workspace's lock.

    Args:
        key: from a successful unwrap, so a file it does not open is damaged or comes from elsewhere.
        now: time of the backup's name and of the journal's entry about the migration.
        create: make a new database; there must be none.

    Raises:
        StorageError: ``DATABASE_MISSING``, ``DATABASE_EXISTS`` (with ``create``), ``DATABASE_DAMAGED``,
            ``DATABASE_NEWER`` (``schema``, ``known``), ``SECOND_INSTANCE``, ``NO_RIGHTS``, ``DISK_FULL``,
            ``FILE_FAILED``. Nothing half-made stays behind, and an older database stays as it was.
    """
    path = workspace.database
    if create:
        _create(path, key)
    _check_there(path)
    engine = make_engine(path, key)
    try:
        with _known_errors(path):
            schema = _schema(engine, path)
            if schema != HEAD:
                backup = copy_database(path, key, workspace.backups, now=now, schema=schema)
                _migrate(path, key, now=now, schema=schema, backup=backup)
    except BaseException:
        engine.dispose()
        raise
    return Database(path, key, engine)


def keyed_digest(key: DataKey, data: bytes) -> str:
    """HMAC-SHA256 under the key for marks of ink, hex."""
    return hmac.digest(key.subkey(Subkey.INK_MARK), data, "sha256").hex()


def _create(path: Path, key: DataKey) -> None:
    part = path.with_name(path.name + ".part")
    remove_database(part)
    try:
        if path.exists():
            raise StorageError("DATABASE_EXISTS", path=str(path))
        make_empty_file(part)
        with _known_errors(path):
            _step_up(part, key)
        part.rename(path)
        flush_folder(path.parent)
    except OSError as error:
        raise storage_error(error, path) from error
    finally:
        remove_database(part)


def _check_there(path: Path) -> None:
    try:
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise StorageError("DATABASE_MISSING", path=str(path)) from error
    except OSError as error:
        raise storage_error(error, path) from error
    if size == 0:
        # SQLite would take an empty file for a new database.
        raise StorageError("DATABASE_DAMAGED", path=str(path))


def _schema(engine: Engine, path: Path) -> str:
    """The database's schema, ``0001`` and so on; a file with none is not ours."""
    with engine.connect() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name = 'alembic_version'")
        found = (
            connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
            if tables.first()
            else ()
        )
    if len(found) != 1 or not _REVISION.fullmatch(str(found[0])):
        raise StorageError("DATABASE_DAMAGED", path=str(path))
    schema = str(found[0])
    if schema > HEAD:
        raise StorageError("DATABASE_NEWER", path=str(path), schema=schema, known=HEAD)
    return schema


def _migrate(path: Path, key: DataKey, *, now: datetime, schema: str, backup: Path) -> None:
    def note(session: Session) -> None:
        ink_marks.add_missing(session, partial(keyed_digest, key))
        facts = {"from": schema, "to": HEAD, "backup": backup.name}
        journal_rows.append(session, Event.DATABASE_MIGRATED, actor=PROGRAM, facts=facts, now=now)

    _step_up(path, key, note)


def _step_up(path: Path, key: DataKey, note: Callable[[Session], None] | None = None) -> None:
    from kpu_desk.storage.migrations import steps  # Alembic: most starts never need it

    engine = make_engine(path, key, foreign_keys=False)
    try:
        with engine.execution_options(**{WRITES: True}).begin() as connection:
            steps.upgrade(connection)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if broken is not None:
                raise StorageError("DATABASE_DAMAGED", path=str(path))
            if note is not None:
                with Session(connection) as session:
                    note(session)
                    session.flush()
    finally:
        _close(engine)


def _close(engine: Engine) -> None:
    try:
        with closing(engine.raw_connection()) as raw:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except (DBAPIError, sqlcipher.Error) as error:
        # A full disk, a missing right: the WAL keeps what could not be brought in, and the next opening reads it.
        _log.warning("the database was closed without a checkpoint: %s", type(error).__name__)
    finally:
        engine.dispose()


@contextmanager
def _known_errors(path: Path, *, writes: bool = True) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        known = known_error(cause, path)
        # A write where only reading was announced is a bug of ours, not a missing right.
        if known is None or (known.code == "NO_RIGHTS" and not writes):
            raise
        raise known from error
