"""``keys.json``: the wraps of the data key as a file, read with suspicion, written safely."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from kpu_desk.domain.canonical import canonical_json, digest_of
from kpu_desk.domain.errors import StorageError
from kpu_desk.storage.keys import (
    KEY_BYTES,
    NONCE_BYTES,
    SALT_BYTES,
    TAG_BYTES,
    ArgonCost,
    KeyFile,
    Wrap,
    WrapKind,
)
from kpu_desk.workspace import storage_error, write_file_safely

VERSION = 1
_LARGEST = 64 * 1024
_WORKSPACE_ID = re.compile("[0-9a-f]{32}")


def write_key_file(path: Path, keys: KeyFile) -> None:
    """Replace ``keys.json``. Raises as :func:`kpu_desk.workspace.write_file_safely`."""
    write_file_safely(path, key_file_bytes(keys))


def read_key_file(path: Path) -> KeyFile:
    """The keys of a workspace.

    Raises:
        StorageError: ``KEYS_DAMAGED``; ``KEYS_NEWER`` with ``version``; ``FILE_MISSING``, ``NO_RIGHTS``,
            ``FILE_FAILED``.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise storage_error(error, path) from error
    return key_file_from(data)


def key_file_bytes(keys: KeyFile) -> bytes:
    """The file's text: JSON with a check sum, so that damage is not taken for a wrong passphrase."""
    body: dict[str, Any] = {
        "version": VERSION,
        "workspace": keys.workspace_id,
        "wraps": [
            {
                "kind": wrap.kind.value,
                "label": wrap.label,
                "argon2id": {
                    "memory_kib": wrap.cost.memory_kib,
                    "passes": wrap.cost.passes,
                    "lanes": wrap.cost.lanes,
                },
                "salt": wrap.salt.hex(),
                "nonce": wrap.nonce.hex(),
                "sealed": wrap.sealed.hex(),
            }
            for wrap in keys.wraps
        ],
    }
    whole = {**body, "check": digest_of(canonical_json(body))}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def key_file_from(data: bytes) -> KeyFile:
    """The keys in a file's bytes; raises as :func:`read_key_file`."""
    try:
        whole = json.loads(data)
        version = whole["version"]
        if isinstance(version, int) and version > VERSION:
            raise StorageError("KEYS_NEWER", version=version)
        check = whole.pop("check")
        if len(data) > _LARGEST or version != VERSION or check != digest_of(canonical_json(whole)):
            raise StorageError("KEYS_DAMAGED")
        if not _WORKSPACE_ID.fullmatch(whole["workspace"]):
            raise StorageError("KEYS_DAMAGED")
        return KeyFile(whole["workspace"], tuple(_wrap_from(item) for item in whole["wraps"]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise StorageError("KEYS_DAMAGED") from error


def _wrap_from(item: Any) -> Wrap:
    cost = ArgonCost(**item["argon2id"])
    wrap = Wrap(
        WrapKind(item["kind"]),
        item["label"],
        cost,
        bytes.fromhex(item["salt"]),
        bytes.fromhex(item["nonce"]),
        bytes.fromhex(item["sealed"]),
    )
    lengths = (len(wrap.salt), len(wrap.nonce), len(wrap.sealed))
    if (
        lengths != (SALT_BYTES, NONCE_BYTES, KEY_BYTES + TAG_BYTES)
        or not isinstance(wrap.label, str)
        or not cost.is_sane
    ):
        raise StorageError("KEYS_DAMAGED")
    return wrap
