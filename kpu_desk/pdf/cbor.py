"""The small part of CBOR that codes on paper need, in its one deterministic form (RFC 8949, 4.2.1)."""

from __future__ import annotations

from typing import TypeAlias

Value: TypeAlias = "int | bytes | str | list[Value] | dict[int, Value]"

_INT, _NEGATIVE, _BYTES, _TEXT, _ARRAY, _MAP = range(6)
_DEEPEST = 4


def to_cbor(value: Value) -> bytes:
    """Whole numbers, bytes, text, arrays, and maps with whole numbers for keys."""
    if isinstance(value, int):
        return _head(_INT, value) if value >= 0 else _head(_NEGATIVE, -1 - value)
    if isinstance(value, bytes):
        return _head(_BYTES, len(value)) + value
    if isinstance(value, str):
        text = value.encode("utf-8")
        return _head(_TEXT, len(text)) + text
    if isinstance(value, list):
        return _head(_ARRAY, len(value)) + b"".join(map(to_cbor, value))
    pairs = sorted((to_cbor(key), to_cbor(item)) for key, item in value.items())
    return _head(_MAP, len(pairs)) + b"".join(key + item for key, item in pairs)


def from_cbor(data: bytes) -> Value:
    """The value, where the bytes are exactly what :func:`to_cbor` makes of it; nested four deep at most.

    Raises:
        ValueError: anything else.
    """
    value, end = _read(data, 0, _DEEPEST)
    # One comparison refuses lengths and numbers written too long, keys out of order or twice, and bytes at the end.
    if end != len(data) or to_cbor(value) != data:
        raise ValueError("no deterministic CBOR")
    return value


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    for code, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if number < 1 << 8 * size:
            return bytes([kind << 5 | code]) + number.to_bytes(size, "big")
    raise ValueError("a number too large for CBOR")


def _read(data: bytes, at: int, deep: int) -> tuple[Value, int]:
    kind, number, at = _read_head(data, at)
    if kind == _INT:
        return number, at
    if kind == _NEGATIVE:
        return -1 - number, at
    if number > len(data) - at or not deep:
        # Every item takes a byte at least, so a length beyond the data is known for a lie before anything is made.
        raise ValueError("CBOR cut short or nested too deep")
    if kind in (_BYTES, _TEXT):
        part = data[at : at + number]
        return (part if kind == _BYTES else part.decode("utf-8")), at + number
    items: list[Value] = []
    for _ in range(number if kind == _ARRAY else 2 * number):
        item, at = _read(data, at, deep - 1)
        items.append(item)
    if kind == _ARRAY:
        return items, at
    pairs = dict(zip(items[::2], items[1::2], strict=True)) if all(isinstance(k, int) for k in items[::2]) else None
    if kind != _MAP or pairs is None:
        raise ValueError("a kind of CBOR that codes do not use")
    return pairs, at  # type: ignore[return-value]  # every key was just seen to be a number


def _read_head(data: bytes, at: int) -> tuple[int, int, int]:
    if at >= len(data):
        raise ValueError("CBOR cut short")
    kind, code = data[at] >> 5, data[at] & 31
    size = {24: 1, 25: 2, 26: 4, 27: 8}.get(code, 0)
    if code > 27 or kind > _MAP or at + 1 + size > len(data):
        raise ValueError("a kind of CBOR that codes do not use")
    return kind, int.from_bytes(data[at + 1 : at + 1 + size], "big") if size else code, at + 1 + size
