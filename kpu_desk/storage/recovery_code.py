"""The recovery code: 135 random bits in characters that can be read from paper and typed without doubt."""

from __future__ import annotations

import secrets

from kpu_desk.domain.errors import StorageError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, so nothing is mistaken for a digit or makes a word."""

SYMBOLS = 27
"""Random symbols of 5 bits each; one check character follows."""

GROUP = 4
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SEPARATORS = " \t\r\n-_.\u2010\u2011\u2012\u2013\u2014\u00a0"


def new_recovery_code() -> str:
    """A fresh code, grouped as it is printed: ``XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX``."""
    symbols = "".join(secrets.choice(ALPHABET) for _ in range(SYMBOLS))
    whole = symbols + check_character(symbols)
    return "-".join(whole[at : at + GROUP] for at in range(0, len(whole), GROUP))


def plain_recovery_code(entered: str) -> str:
    """What a person typed, as the 28 bare characters; case, spaces, dashes, O for 0 and I or L for 1 are
    forgiven.

    Raises:
        StorageError: ``WRONG_RECOVERY_CODE`` with ``reason`` LENGTH, CHARACTER or CHECK (a slip of the pen).
    """
    plain = "".join(entered.upper().split()).translate(_READ_AS)
    plain = "".join(character for character in plain if character not in _SEPARATORS)
    for character in plain:
        if character not in ALPHABET:
            raise StorageError("WRONG_RECOVERY_CODE", reason="CHARACTER")
    if len(plain) != SYMBOLS + 1:
        raise StorageError("WRONG_RECOVERY_CODE", reason="LENGTH")
    if check_character(plain[:-1]) != plain[-1]:
        raise StorageError("WRONG_RECOVERY_CODE", reason="CHECK")
    return plain


def check_character(symbols: str) -> str:
    """One character that shows any single wrong character and any two exchanged ones.

    The code read as a polynomial over GF(32) (x^5 + x^2 + 1), evaluated at a generator: each of up to 31
    places has its own weight, so neither slip can cancel out.
    """
    total = 0
    for symbol in symbols:
        total = _times_generator(total ^ ALPHABET.index(symbol))
    return ALPHABET[total]


def _times_generator(element: int) -> int:
    element <<= 1
    return element ^ 0b100101 if element & 0b100000 else element
