"""A database and its WAL as whoever has the key could read them from the disk: every page, also what is free in it."""

from __future__ import annotations

import struct
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from kpu_desk.storage.keys import DataKey, Subkey

_PAGE, _RESERVED, _SALT, _IV = 4096, 80, 16, 16
_WAL_HEAD, _FRAME_HEAD = 32, 24


def decrypted(database: Path, key: DataKey) -> bytes:
    """All pages of the file and of the WAL beside it, one after the other (SQLCipher 4: AES-256-CBC).

    Pages of zeros, which a file may have at its end, are left out.
    """
    cipher = AES(key.subkey(Subkey.DATABASE))
    data = database.read_bytes()
    pages = [(data[at : at + _PAGE], at == 0) for at in range(0, len(data), _PAGE)]
    wal = database.with_name(database.name + "-wal")
    log = wal.read_bytes() if wal.exists() else b""
    for at in range(_WAL_HEAD, len(log) - _FRAME_HEAD, _FRAME_HEAD + _PAGE):
        number = struct.unpack(">I", log[at : at + 4])[0]
        pages.append((log[at + _FRAME_HEAD : at + _FRAME_HEAD + _PAGE], number == 1))
    return b"".join(_page(cipher, page, first=first) for page, first in pages if any(page))


def _page(cipher: AES, page: bytes, *, first: bool) -> bytes:
    start = _SALT if first else 0
    iv = page[_PAGE - _RESERVED :][:_IV]
    reader = Cipher(cipher, CBC(iv)).decryptor()
    return reader.update(page[start : _PAGE - _RESERVED]) + reader.finalize()
