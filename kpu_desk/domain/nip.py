"""The civil servants' number: NIP of a PNS and NI PPPK, 18 digits, read and doubted but never guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LENGTH = 18
"""Digits of a NIP since Perka BKN 22/2007, and of a NI PPPK (domain.md 5.1)."""

_PREFIX = re.compile(r"^(?:NIPPPK|NI\s*PPPK|NIP)\s*[.:]*\s*", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s.\-\u2010-\u2015]+")
_EXPONENT = re.compile(r"^[+-]?\d+(?:[.,]\d+)?\s*[eE]\s*[+\-\u2212]?\s*\d+$")


class NipFault(StrEnum):
    """Why a text is no NIP."""

    EXPONENT = "EXPONENT"  # 1.98E+17: the spreadsheet has thrown digits away
    NOT_DIGITS = "NOT_DIGITS"
    LENGTH = "LENGTH"


class NipDoubt(StrEnum):
    """What is unlikely about a NIP of 18 digits; there is no check digit, so none of these forbids it."""

    BIRTH_DATE = "BIRTH_DATE"  # the first eight digits are no date
    AGE = "AGE"  # younger than 16 or older than 75 years
    START = "START"  # year or month of appointment impossible, and no PPPK contract count
    SEX = "SEX"  # the 15th digit is neither 1 nor 2
    SERIAL = "SERIAL"  # serial 000: what a spreadsheet leaves of a number with more than 15 digits


@dataclass(frozen=True, slots=True)
class Nip:
    """A number of exactly 18 ASCII digits.

    Raises:
        ValueError: for any other text; ``parse_nip`` is the way in for text that people wrote.
    """

    digits: str

    def __post_init__(self) -> None:
        if len(self.digits) != LENGTH or not (self.digits.isascii() and self.digits.isdigit()):
            raise ValueError("a NIP has exactly 18 digits")

    def grouped(self) -> str:
        """The printed form: ``19860926 201505 1 001``."""
        return " ".join((self.digits[:8], self.digits[8:14], self.digits[14], self.digits[15:]))

    def __str__(self) -> str:
        return self.digits


@dataclass(frozen=True, slots=True)
class NipProblem:
    """Why a text was not taken as a NIP.

    Attributes:
        fault: the reason.
        length: how many characters were left without separators and prefix.
    """

    fault: NipFault
    length: int


def parse_nip(text: str) -> Nip | NipProblem:
    """Read a NIP as people write it: with spaces, dots, hyphens, ``NIP.`` before it or one leading apostrophe.

    A number in exponent form (``3,20323E+15``, ``1.98E+17``) is refused, because its last digits are gone.
    """
    bare = text.strip()
    if bare[:1] in {"'", "\u2019"}:
        bare = bare[1:].strip()
    bare = _PREFIX.sub("", bare)
    if _EXPONENT.match(bare):
        return NipProblem(NipFault.EXPONENT, len(bare))
    bare = _SEPARATORS.sub("", bare)
    if bare and not (bare.isascii() and bare.isdigit()):
        return NipProblem(NipFault.NOT_DIGITS, len(bare))
    if len(bare) != LENGTH:
        return NipProblem(NipFault.LENGTH, len(bare))
    return Nip(bare)


def doubts(nip: Nip, today: date) -> tuple[NipDoubt, ...]:
    """What is unlikely about ``nip`` on the day ``today`` (domain.md 5.1); empty when nothing is.

    Digits 13 and 14 are the month of appointment of a PNS (01 to 12) or the contract count of a PPPK (21 and up).
    """
    found: list[NipDoubt] = []
    digits = nip.digits
    born = _date(digits[:8])
    if born is None:
        found.append(NipDoubt.BIRTH_DATE)
    elif not 16 <= _full_years(born, today) <= 75:
        found.append(NipDoubt.AGE)
    start_year, month_or_contract = int(digits[8:12]), int(digits[12:14])
    month_fits = 1 <= month_or_contract <= 12 or month_or_contract >= 21
    earliest = born.year + 15 if born else 1900
    if not (month_fits and earliest <= start_year <= today.year + 1):
        found.append(NipDoubt.START)
    if digits[14] not in "12":
        found.append(NipDoubt.SEX)
    if digits[15:] == "000":
        found.append(NipDoubt.SERIAL)
    return tuple(found)


def _date(eight: str) -> date | None:
    try:
        return date(int(eight[:4]), int(eight[4:6]), int(eight[6:]))
    except ValueError:
        return None


def _full_years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
