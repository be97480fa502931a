"""Bytes in the 45 letters that a QR code packs tightest (RFC 9285)."""

from __future__ import annotations

_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {letter: value for value, letter in enumerate(_LETTERS)}
_BASE = len(_LETTERS)


def to_base45(data: bytes) -> str:
    """Three letters for two bytes, two for a last one."""
    letters: list[str] = []
    for start in range(0, len(data), 2):
        group = data[start : start + 2]
        value = int.from_bytes(group, "big")
        letters += _LETTERS[value % _BASE], _LETTERS[value // _BASE % _BASE]
        if len(group) == 2:
            letters.append(_LETTERS[value // _BASE**2])
    return "".join(letters)


def from_base45(letters: str) -> bytes:
    """The bytes again.

    Raises:
        ValueError: a letter of no Base45, a group that stands for no bytes, a lone last letter.
    """
    data = bytearray()
    for start in range(0, len(letters), 3):
        group = letters[start : start + 3]
        size = len(group) - 1
        if not size or any(letter not in _VALUES for letter in group):
            raise ValueError("no Base45")
        value = sum(_VALUES[letter] * _BASE**place for place, letter in enumerate(group))
        try:
            data += value.to_bytes(size, "big")
        except OverflowError as error:
            raise ValueError("no Base45") from error
    return bytes(data)
