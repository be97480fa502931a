"""A disk that can lose its power: SQLite's calls are noted, and what it may hold after a cut is built from them.

The program's own SQLCipher runs on it, unchanged: a VFS that hands every call on to the system's is put in its place.
"""

from __future__ import annotations

import ctypes
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3

SECTOR = 512
# The name of an open file is kept by its address, so the very pointer has to be handed on.
_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_DELETE = CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)
_CLOSE = CFUNCTYPE(c_int, c_void_p)
_WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)


class _Vfs(ctypes.Structure):
    """``sqlite3_vfs``, as far as it is changed here (https://sqlite.org/c3ref/vfs.html)."""

    _fields_ = (
        ("version", c_int),
        ("size", c_int),
        ("longest", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", _OPEN),
        ("delete", _DELETE),
        ("others", c_void_p * 16),
    )


class _Methods(ctypes.Structure):
    """``sqlite3_io_methods``, as far as it is changed here (https://sqlite.org/c3ref/io_methods.html)."""

    _fields_ = (
        ("version", c_int),
        ("close", _CLOSE),
        ("read", c_void_p),
        ("write", _WRITE),
        ("truncate", _TRUNCATE),
        ("sync", _SYNC),
        ("others", c_void_p * 13),
    )


@dataclass(frozen=True, slots=True)
class Call:
    """One thing that was asked of the disk: ``write`` at ``at``, ``truncate`` to ``at``, ``sync``, ``delete``, or a
    ``note`` of the test itself (its text is ``name``)."""

    kind: str
    name: str
    at: int = 0
    data: bytes = b""


class RecordingDisk:
    """Every call since it was begun, in order; the files in ``folder`` are those that count."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self.calls: list[Call] = []
        self._first = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}

    def note(self, text: str) -> None:
        """Something the program said at this moment."""
        self.calls.append(Call("note", text))

    def name(self, path: bytes) -> str | None:
        """The file's name, if it is one of those that count."""
        text = path.decode()
        return Path(text).name if text.startswith(self._folder) and not text.endswith("-shm") else None

    def after_cut(self, end: int, dice: random.Random) -> dict[str, bytes]:
        """What the disk may hold when the power goes after ``end`` calls.

        What was synced is there. Of each write since then every sector came to the disk or did not.
        """
        durable: dict[str, bytearray] = {name: bytearray(data) for name, data in self._first.items()}
        waiting: dict[str, list[Call]] = {}
        for call in self.calls[:end]:
            if call.kind in ("write", "truncate"):
                waiting.setdefault(call.name, []).append(call)
            elif call.kind == "sync":
                for earlier in waiting.pop(call.name, []):
                    _apply(durable.setdefault(call.name, bytearray()), earlier, None)
            elif call.kind == "delete":
                waiting.pop(call.name, None)
                durable.pop(call.name, None)
        for name, calls in waiting.items():
            for call in calls:
                _apply(durable.setdefault(name, bytearray()), call, dice)
        return {name: bytes(data) for name, data in durable.items()}


def _apply(file: bytearray, call: Call, dice: random.Random | None) -> None:
    """All of a call, or with ``dice`` as much as came to the disk."""
    if call.kind == "truncate":
        if dice is None or dice.random() < 0.5:
            del file[call.at :]
            file.extend(bytes(call.at - len(file)))
        return
    fate = "all" if dice is None else dice.choice(("all", "none", "torn"))
    if fate == "none":
        return
    end = call.at + len(call.data)
    if len(file) < end:
        file.extend(bytes(end - len(file)))
    position = call.at
    while position < end:
        stop = min(end, position - position % SECTOR + SECTOR)
        if fate == "all" or (dice is not None and dice.random() < 0.5):
            file[position:stop] = call.data[position - call.at : stop - call.at]
        position = stop


@contextmanager
def recording(folder: Path) -> Iterator[RecordingDisk]:
    """Puts the recording VFS in the place of the system's for every connection made meanwhile."""
    disk = RecordingDisk(folder)
    library = ctypes.CDLL(str(next(Path(sqlcipher3.__file__).parent.glob("_sqlite3*"))))
    library.sqlite3_vfs_find.restype = POINTER(_Vfs)
    system = library.sqlite3_vfs_find(None)
    own = _Vfs()
    ctypes.memmove(ctypes.byref(own), system, ctypes.sizeof(_Vfs))
    own.name = b"recording"
    # SQLite keeps pointers to these as long as a connection is open.
    kept: list[Any] = []
    names: dict[int, str] = {}
    tables: dict[int, _Methods] = {}

    def opened(_vfs: int, path: int | None, file: int, flags: int, out: int) -> int:
        result: int = system.contents.open(ctypes.cast(system, c_void_p), path, file, flags, out)
        name = disk.name(ctypes.string_at(path)) if path else None
        if result == 0 and name is not None:
            names[file] = name
            pointer = ctypes.cast(file, POINTER(c_void_p))
            old = pointer.contents.value
            assert old is not None
            if old not in tables:
                tables[old] = _wrapped(old, disk, names, kept)
            pointer.contents.value = ctypes.addressof(tables[old])
        return result

    def deleted(_vfs: int, path: bytes, sync: int) -> int:
        name = disk.name(path)
        if name is not None:
            disk.calls.append(Call("delete", name))
        result: int = system.contents.delete(ctypes.cast(system, c_void_p), path, sync)
        return result

    own.open, own.delete = _OPEN(opened), _DELETE(deleted)
    kept.append(own)
    library.sqlite3_vfs_register(ctypes.byref(own), 1)
    try:
        yield disk
    finally:
        library.sqlite3_vfs_unregister(ctypes.byref(own))
        library.sqlite3_vfs_register(system, 1)


def _wrapped(old: int, disk: RecordingDisk, names: dict[int, str], kept: list[Any]) -> _Methods:
    """The system's methods, with writes, cuts and syncs noted before they are handed on."""
    before = ctypes.cast(old, POINTER(_Methods)).contents
    made = _Methods()
    ctypes.memmove(ctypes.byref(made), old, ctypes.sizeof(_Methods))

    def write(file: int, data: int, size: int, at: int) -> int:
        disk.calls.append(Call("write", names[file], at, ctypes.string_at(data, size)))
        result: int = before.write(file, data, size, at)
        return result

    def truncate(file: int, size: int) -> int:
        disk.calls.append(Call("truncate", names[file], size))
        result: int = before.truncate(file, size)
        return result

    def sync(file: int, flags: int) -> int:
        result: int = before.sync(file, flags)
        disk.calls.append(Call("sync", names[file]))
        return result

    calls: tuple[Callable[..., int], ...] = (write, truncate, sync)
    made.write, made.truncate, made.sync = _WRITE(calls[0]), _TRUNCATE(calls[1]), _SYNC(calls[2])
    kept.append(made)
    return made
