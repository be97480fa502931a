"""The data key and its wraps: one random key opens everything; each person's secret opens the key."""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass, field, replace
from enum import StrEnum

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from kpu_desk.domain.errors import StorageError
from kpu_desk.storage.recovery_code import new_recovery_code, plain_recovery_code

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
TAG_BYTES = 16
SHORTEST_PASSPHRASE = 8
"""Characters, counted after normalisation (NFC)."""


class WrapKind(StrEnum):
    """What kind of secret opens a wrap."""

    PASSPHRASE = "passphrase"  # noqa: S105 -- a kind, no secret
    RECOVERY = "recovery"


class Subkey(StrEnum):
    """What a key is derived for; the text is part of the derivation and never changes."""

    DATABASE = "kpu-desk database 1"
    SEAL_PASSPHRASE = "kpu-desk seal passphrase 1"  # noqa: S105 -- a label, no secret
    EXPORT = "kpu-desk export 1"
    INK_MARK = "kpu-desk ink mark 1"
    INVITATION = "kpu-desk invitation 1"
    GLADI = "kpu-desk gladi 1"


@dataclass(frozen=True, slots=True)
class ArgonCost:
    """Argon2id's cost (RFC 9106); the defaults take about 0.15 s here (facts.md, Database)."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 1

    @property
    def is_sane(self) -> bool:
        """Within what this program would ever write: a hostile key file must not eat the machine."""
        return 8 <= self.memory_kib <= 1024 * 1024 and 1 <= self.passes <= 20 and 1 <= self.lanes <= 4


DEFAULT_COST = ArgonCost()


@dataclass(frozen=True, slots=True)
class DataKey:
    """The 32 random bytes everything hangs on; never shown, never stored but wrapped."""

    material: bytes = field(repr=False)

    def subkey(self, purpose: Subkey) -> bytes:
        """32 bytes for one purpose: HKDF-Expand with SHA-256 (RFC 5869; a random key needs no extracting)."""
        return HKDFExpand(SHA256(), KEY_BYTES, purpose.value.encode("ascii")).derive(self.material)

    def seal_passphrase(self) -> bytes:
        """The passphrase of the sealing key's file, as 64 hexadecimal digits."""
        return self.subkey(Subkey.SEAL_PASSPHRASE).hex().encode("ascii")


@dataclass(frozen=True, slots=True)
class Wrap:
    """The data key, encrypted under one secret. ``label`` says whose it is, for people."""

    kind: WrapKind
    label: str
    cost: ArgonCost
    salt: bytes
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What ``keys.json`` holds; of no use without one of the secrets."""

    workspace_id: str
    wraps: tuple[Wrap, ...]


def create_keys(passphrase: str, *, label: str = "", cost: ArgonCost = DEFAULT_COST) -> tuple[KeyFile, DataKey, str]:
    """A new workspace's keys, and the recovery code to print: it is shown once and kept nowhere.

    Raises:
        StorageError: ``PASSPHRASE_TOO_SHORT`` with ``minimum``; ``MEMORY_SHORT``.
    """
    key = DataKey(secrets.token_bytes(KEY_BYTES))
    keys = KeyFile(secrets.token_hex(16), ())
    keys = add_passphrase(keys, key, passphrase, label=label, cost=cost)
    keys, code = renew_recovery_code(keys, key, cost=cost)
    return keys, key, code


def unwrap_with_passphrase(keys: KeyFile, passphrase: str) -> DataKey:
    """The data key, opened by any of the passphrases.

    Raises:
        StorageError: ``WRONG_PASSPHRASE``, ``MEMORY_SHORT``.
    """
    opened = _open(keys, WrapKind.PASSPHRASE, normal_passphrase(passphrase))
    if opened is None:
        raise StorageError("WRONG_PASSPHRASE")
    return opened[1]


def unwrap_with_recovery_code(keys: KeyFile, entered: str) -> DataKey:
    """The data key, opened by the printed code as a person types it.

    Raises:
        StorageError: ``WRONG_RECOVERY_CODE`` with ``reason`` LENGTH, CHARACTER, CHECK or OTHER (well-formed,
            but not this workspace's); ``MEMORY_SHORT``.
    """
    opened = _open(keys, WrapKind.RECOVERY, plain_recovery_code(entered).encode("ascii"))
    if opened is None:
        raise StorageError("WRONG_RECOVERY_CODE", reason="OTHER")
    return opened[1]


def add_passphrase(
    keys: KeyFile, key: DataKey, passphrase: str, *, label: str = "", cost: ArgonCost = DEFAULT_COST
) -> KeyFile:
    """One more passphrase beside those there are. Raises as :func:`create_keys`."""
    secret = normal_passphrase(passphrase)
    _check_length(secret)
    wrap = _wrap(keys.workspace_id, key, WrapKind.PASSPHRASE, label=label, secret=secret, cost=cost)
    return replace(keys, wraps=(*keys.wraps, wrap))


def change_passphrase(keys: KeyFile, old: str, new: str, *, cost: ArgonCost = DEFAULT_COST) -> KeyFile:
    """The same keys with ``new`` in the place of ``old``; the data key and all that it encrypts stay as they
    are.

    Raises:
        StorageError: ``WRONG_PASSPHRASE`` (``old``), ``PASSPHRASE_TOO_SHORT`` (``new``), ``MEMORY_SHORT``.
    """
    secret = normal_passphrase(new)
    _check_length(secret)
    opened = _open(keys, WrapKind.PASSPHRASE, normal_passphrase(old))
    if opened is None:
        raise StorageError("WRONG_PASSPHRASE")
    wrap, key = opened
    fresh = _wrap(keys.workspace_id, key, WrapKind.PASSPHRASE, label=wrap.label, secret=secret, cost=cost)
    return replace(keys, wraps=tuple(fresh if other is wrap else other for other in keys.wraps))


def replace_passphrases(
    keys: KeyFile, key: DataKey, new: str, *, label: str = "", cost: ArgonCost = DEFAULT_COST
) -> KeyFile:
    """One new passphrase in place of all: after the recovery code was used because the old one is lost."""
    bare = replace(keys, wraps=tuple(wrap for wrap in keys.wraps if wrap.kind is not WrapKind.PASSPHRASE))
    return add_passphrase(bare, key, new, label=label, cost=cost)


def renew_recovery_code(keys: KeyFile, key: DataKey, *, cost: ArgonCost = DEFAULT_COST) -> tuple[KeyFile, str]:
    """A new recovery code in place of the old, which opens nothing from then on."""
    code = new_recovery_code()
    secret = plain_recovery_code(code).encode("ascii")
    wrap = _wrap(keys.workspace_id, key, WrapKind.RECOVERY, label="", secret=secret, cost=cost)
    kept = tuple(other for other in keys.wraps if other.kind is not WrapKind.RECOVERY)
    return replace(keys, wraps=(*kept, wrap)), code


def normal_passphrase(passphrase: str) -> bytes:
    """A passphrase as bytes: NFC, so that two keyboards that build é differently open the same desk."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def _check_length(secret: bytes) -> None:
    if len(secret.decode("utf-8", "surrogatepass")) < SHORTEST_PASSPHRASE:
        raise StorageError("PASSPHRASE_TOO_SHORT", minimum=SHORTEST_PASSPHRASE)


def _wrap(workspace_id: str, key: DataKey, kind: WrapKind, *, label: str, secret: bytes, cost: ArgonCost) -> Wrap:
    salt = secrets.token_bytes(SALT_BYTES)
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(_stretch(secret, salt, cost)).encrypt(nonce, key.material, _bound_to(workspace_id, kind, label))
    return Wrap(kind, label, cost, salt, nonce, sealed)


def _open(keys: KeyFile, kind: WrapKind, secret: bytes) -> tuple[Wrap, DataKey] | None:
    for wrap in keys.wraps:
        if wrap.kind is kind:
            cipher = AESGCM(_stretch(secret, wrap.salt, wrap.cost))
            try:
                material = cipher.decrypt(wrap.nonce, wrap.sealed, _bound_to(keys.workspace_id, kind, wrap.label))
            except InvalidTag:
                continue
            return wrap, DataKey(material)
    return None


def _stretch(secret: bytes, salt: bytes, cost: ArgonCost) -> bytes:
    try:
        return hash_secret_raw(secret, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID)
    except HashingError as error:
        raise StorageError("MEMORY_SHORT", mebibytes=cost.memory_kib // 1024) from error


def _bound_to(workspace_id: str, kind: WrapKind, label: str) -> bytes:
    return "\0".join(("kpu-desk wrap 1", workspace_id, kind.value, label)).encode("utf-8")
