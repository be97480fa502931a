"""Canonical JSON: one value, one sequence of bytes, so that a digest of it means something in ten years."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

LARGEST_WHOLE_NUMBER = 2**53 - 1
"""Beyond it other JSON readers round; write such a number as text."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False)


def canonical_json(value: object) -> bytes:
    """The bytes of a value made of mappings, lists, tuples, text, whole numbers, booleans and None.

    Follows RFC 8785 (JSON Canonicalization Scheme) for everything it accepts: keys sorted by UTF-16 code
    units, no white space, UTF-8, text exactly as given (no Unicode normalisation), so any JCS library can
    check our digests.

    Raises:
        ValueError: fractions, whole numbers beyond ±(2^53 - 1), keys that are not text, lone surrogates,
            other types.
    """
    return _ENCODER.encode(_ordered(value)).encode("utf-8")


def digest_of(data: bytes) -> str:
    """SHA-256 as 64 lower-case hexadecimal digits; *digest* means this everywhere in the program."""
    return hashlib.sha256(data).hexdigest()


def _ordered(value: object) -> object:
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int):
        if abs(value) > LARGEST_WHOLE_NUMBER:
            raise ValueError(f"whole number beyond ±(2^53 - 1) in canonical JSON: {value}")
        return value
    if isinstance(value, Mapping):
        for key in value:
            if not isinstance(key, str):
                raise ValueError(f"key is not text in canonical JSON: {key!r}")
        # In ASCII the order of code units is that of characters, and much cheaper to find.
        keys = sorted(value) if "".join(value).isascii() else sorted(value, key=_utf16)
        return {key: _ordered(value[key]) for key in keys}
    if isinstance(value, list | tuple):
        return [_ordered(item) for item in value]
    raise ValueError(f"{type(value).__name__} has no place in canonical JSON")


def _utf16(key: str) -> bytes:
    # Lone surrogates sort here and are refused by the encoding at the end.
    return key.encode("utf-16-be", "surrogatepass")
