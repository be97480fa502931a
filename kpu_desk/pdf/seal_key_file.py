"""Opens the file of a sealing key without holding up the other threads while its passphrase is stretched."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from typing import Any

from asn1crypto import pkcs12
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.padding import PKCS7

_KEY_BYTES = 32
_HASH_BLOCK = 64
_FOR_MAC = b"\x03"
_MOST_ROUNDS = 10_000_000
"""Of one derivation; ours takes 600,000."""


def opened_key_file(data: bytes, passphrase: bytes) -> tuple[bytes, bytes]:
    """The private key (PKCS#8) and the certificate of a PKCS#12 file as ``create_seal_key`` makes it, both as DER.

    ``cryptography`` opens such a file in one call that keeps every other thread of Python waiting, a quarter of a
    second with our rounds; its bare PBKDF2 lets them go on (RFC 7292, 4, 5 and appendix B; RFC 8018, 6.2).

    Args:
        passphrase: as UTF-8.

    Raises:
        ValueError: a wrong passphrase, a changed file, or a PKCS#12 of another kind.
    """
    file = pkcs12.Pfx.load(data, strict=True)
    if not hmac.compare_digest(_checksum(file, passphrase), file["mac_data"]["mac"]["digest"].native):
        raise ValueError("checksum")
    private = certificate = b""
    for bag in _bags(file, passphrase):
        value: Any = bag["bag_value"]
        if bag["bag_id"].native == "pkcs8_shrouded_key_bag":
            private = _decrypted(value["encryption_algorithm"], value["encrypted_data"].native, passphrase)
        elif bag["bag_id"].native == "cert_bag":
            certificate = value["cert_value"].parsed.dump()
    return private, certificate


def _bags(file: Any, passphrase: bytes) -> Iterator[Any]:
    for part in file.authenticated_safe:
        content = part["content"]
        if part["content_type"].native == "data":
            safe = content.native
        else:
            encrypted = content["encrypted_content_info"]
            cipher = encrypted["content_encryption_algorithm"]
            safe = _decrypted(cipher, encrypted["encrypted_content"].native, passphrase)
        yield from pkcs12.SafeContents.load(safe, strict=True)


def _checksum(file: Any, passphrase: bytes) -> bytes:
    """HMAC-SHA-256 over everything else in the file (RFC 7292, 5.1 step 5)."""
    stated = file["mac_data"]
    rounds = stated["iterations"].native
    if stated["mac"]["digest_algorithm"]["algorithm"].native != "sha256" or not 0 < rounds <= _MOST_ROUNDS:
        raise ValueError("checksum of another kind")
    words = passphrase.decode("utf-8").encode("utf-16-be") + b"\0\0"
    key = _FOR_MAC * _HASH_BLOCK + _filled(stated["mac_salt"].native) + _filled(words)
    for _ in range(rounds):
        key = hashlib.sha256(key).digest()
    return hmac.digest(key, file["auth_safe"]["content"].native, "sha256")


def _filled(text: bytes) -> bytes:
    """Repeated to whole blocks of the hash (RFC 7292, appendix B.2)."""
    size = -(-len(text) // _HASH_BLOCK) * _HASH_BLOCK
    return (text * (size // max(len(text), 1) + 1))[:size]


def _decrypted(cipher: Any, data: bytes, passphrase: bytes) -> bytes:
    kind = (cipher.kdf, cipher.kdf_hmac, cipher.encryption_cipher, cipher.key_length)
    if kind != ("pbkdf2", "sha256", "aes", _KEY_BYTES) or not 0 < cipher.kdf_iterations <= _MOST_ROUNDS:
        raise ValueError("cipher of another kind")
    key = PBKDF2HMAC(hashes.SHA256(), _KEY_BYTES, cipher.kdf_salt, cipher.kdf_iterations).derive(passphrase)
    decryptor = Cipher(algorithms.AES(key), modes.CBC(cipher.encryption_iv)).decryptor()
    unpadder = PKCS7(algorithms.AES.block_size).unpadder()
    return unpadder.update(decryptor.update(data) + decryptor.finalize()) + unpadder.finalize()
