"""Raw connections to one encrypted file: key and pragmas; and what SQLite's complaints mean to a person.

Without SQLAlchemy, which takes longer to load than the first window may take to appear.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from kpu_desk.domain.errors import StorageError
from kpu_desk.storage.keys import DataKey, Subkey
from kpu_desk.workspace import FILE_MODE, storage_error

WAIT_SECONDS = 5.0
"""How long one transaction waits for another."""

NEARLY_FULL = 1024 * 1024
"""Bytes left on the disk below which a failed write means that it is full."""

_PRAGMAS = (
    "synchronous = FULL",
    "recursive_triggers = ON",
    "trusted_schema = OFF",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "cell_size_check = ON",
)

# Primary result codes, https://sqlite.org/rescode.html
_PERM, _BUSY, _LOCKED, _READONLY, _IOERR = 3, 5, 6, 8, 10
_CORRUPT, _FULL, _CANTOPEN, _AUTH, _NOTADB = 11, 13, 14, 23, 26
_CODES = {
    _PERM: "NO_RIGHTS",
    _AUTH: "NO_RIGHTS",
    _READONLY: "NO_RIGHTS",
    _BUSY: "SECOND_INSTANCE",
    _LOCKED: "SECOND_INSTANCE",
    _CORRUPT: "DATABASE_DAMAGED",
    _NOTADB: "DATABASE_DAMAGED",
    _FULL: "DISK_FULL",
}

_NUMBERS = {
    "database or disk is full": _FULL,
    "database disk image is malformed": _CORRUPT,
    "file is not a database": _NOTADB,
    "database is locked": _BUSY,
    "database table is locked": _LOCKED,
    "disk I/O error": _IOERR,
    "attempt to write a readonly database": _READONLY,
}


def connect(path: Path, key: DataKey, *, foreign_keys: bool = True, wal: bool = True) -> Any:
    """One raw connection in autocommit mode to an existing file (an empty one becomes a database).

    The key is SQLCipher's raw form, so opening costs no key derivation (facts.md, Database).
    """
    raw = sqlcipher.connect(
        f"{path.resolve().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=WAIT_SECONDS,
    )
    try:
        raw.execute("PRAGMA cipher_log_level = none")
        # A later SQLCipher must go on reading what this one wrote, so the format is named.
        raw.execute(f"PRAGMA key = \"x'{key.subkey(Subkey.DATABASE).hex()}'\"")
        raw.execute("PRAGMA cipher_compatibility = 4")
        if wal:
            raw.execute("PRAGMA journal_mode = WAL")
        for pragma in _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")
        raw.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
    except BaseException:
        raw.close()
        raise
    return raw


def complaints(raw: Any) -> tuple[str, ...]:
    """What is wrong with a database, read in whole: pages that were changed outside, then its structure."""
    found: list[str] = []
    for pragma in ("cipher_integrity_check", "quick_check", "foreign_key_check"):
        try:
            rows = raw.execute(f"PRAGMA {pragma}").fetchall()
        except sqlcipher.DatabaseError as error:
            # Where a page cannot be read at all the check itself ends; that is an answer, too.
            found.append(f"{pragma}: {error}")
        else:
            found += [f"{pragma}: {row[0]}" for row in rows if row[0] != "ok"]
    return tuple(found)


def make_empty_file(path: Path) -> None:
    """A new file for a database, readable by its owner only; SQLite gives the WAL the same mode.

    Raises:
        StorageError: ``NO_RIGHTS``, ``DISK_FULL``, ``FILE_MISSING`` (the folder), ``FILE_FAILED``.
    """
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE))
    except OSError as error:
        raise storage_error(error, path) from error


def known_error(error: BaseException | None, path: Path) -> StorageError | None:
    """The known error for what SQLite said about the file at ``path``; None for a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    # The backup call gives its errors without a number.
    primary = code & 0xFF if isinstance(code, int) else _NUMBERS.get(str(error), 0)
    if primary in _CODES:
        return StorageError(_CODES[primary], path=str(path))
    if primary == _CANTOPEN:
        return _cannot_open(path)
    if primary == _IOERR:
        return _failed(path, str(getattr(error, "sqlite_errorname", "SQLITE_IOERR")))
    return None


def _cannot_open(path: Path) -> StorageError:
    # SQLite does not say why; the system does.
    try:
        with path.open("r+b"):
            pass
    except OSError as cause:
        return storage_error(cause, path)
    if not os.access(path.parent, os.W_OK):
        return StorageError("NO_RIGHTS", path=str(path))
    return _failed(path, "SQLITE_CANTOPEN")


def _failed(path: Path, system: str) -> StorageError:
    # A full disk shows in many ways (the WAL's index cannot grow, a sync fails); the space left tells.
    if _space_left(path) < NEARLY_FULL:
        return StorageError("DISK_FULL", path=str(path))
    return StorageError("FILE_FAILED", path=str(path), system=system)


def _space_left(path: Path) -> int:
    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return NEARLY_FULL
