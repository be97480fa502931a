"""Ink that is kept for somebody else to read: the certificate it is encrypted to, and how much of it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class EscrowCertificate:
    """Whose key opens the ink.

    Attributes:
        der: the certificate; ``sha256`` its fingerprint, hex.
        holder: the name it gives its holder; untrusted text.
        valid_until: the last day, in words.
    """

    der: bytes
    sha256: str
    holder: str
    valid_until: str

    @property
    def fingerprint(self) -> str:
        """The fingerprint to be compared by eye: four digits at a time."""
        return grouped(self.sha256)


class InkKey(Protocol):
    """The private key of such a certificate; what it is made of is known to the cupboard alone."""

    def public_key(self) -> object:
        """Its public half."""


@dataclass(frozen=True, slots=True)
class KeptInk:
    """How the ink of a workspace is kept.

    Attributes:
        certificate: to which later ink is encrypted; None while none is set.
        closed: inks that only the holder of a certificate's key can read.
        open: inks that whoever opens the workspace can read.
        erased: inks that were erased on purpose.
    """

    certificate: EscrowCertificate | None
    closed: int
    open: int
    erased: int


def grouped(digest: str) -> str:
    """Hexadecimal digits in groups of four, upper case."""
    return " ".join(digest[place : place + 4].upper() for place in range(0, len(digest), 4))
