"""What a check of a PDF found: one verdict, its reasons by code, and each signature as reported."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MARKED = "MARKED"
"""Code of the reason that the signer's certificate is of a rehearsal or a sample."""

_SHOWN_TEXT_LIMIT = 200
# Control, format (also bidirectional), surrogate, private and unassigned characters, line and paragraph separators.
_NEVER_SHOWN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def cleaned(text: str) -> str:
    """Untrusted text for showing: what could steer a terminal or fool a reader becomes U+FFFD, 200 at most."""
    shown = "".join("\ufffd" if unicodedata.category(char) in _NEVER_SHOWN else char for char in text)
    return shown if len(shown) <= _SHOWN_TEXT_LIMIT else shown[:_SHOWN_TEXT_LIMIT] + "…"


class Verdict(StrEnum):
    """The one word about a file; the stricter of two answers when in doubt.

    VALID: sealed by an office certificate in the trust store, whole, unchanged; what that seal allows may follow it
    and is named (time stamps, validation data, one signature in a prepared field). INTACT_UNKNOWN_SIGNER: every
    signature intact, the last one covers the whole file, the signer is not trusted. LATER_CHANGES: every
    signature intact for its own revision, followed by signatures, time stamps, validation data, form entries or
    annotations. CHANGED: signed bytes differ, or pages, text or unexplained bytes came later, or anything that a
    trusted seal forbids. NO_SIGNATURE: a readable PDF without one. NEEDS_PASSWORD: encrypted. CANNOT_VERIFY: no PDF,
    or too damaged to judge.
    """

    VALID = "VALID"
    INTACT_UNKNOWN_SIGNER = "INTACT_UNKNOWN_SIGNER"
    CHANGED = "CHANGED"
    LATER_CHANGES = "LATER_CHANGES"
    NO_SIGNATURE = "NO_SIGNATURE"
    NEEDS_PASSWORD = "NEEDS_PASSWORD"  # noqa: S105 - a verdict's name, no secret
    CANNOT_VERIFY = "CANNOT_VERIFY"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict was given.

    Args:
        code: stable name such as ``BYTES_APPENDED``; the key of the sentence shown to the person.
        facts: name and value pairs that the sentence needs, as text or whole numbers.
    """

    code: str
    facts: tuple[tuple[str, str | int], ...] = ()

    @classmethod
    def of(cls, code: str, **facts: str | int) -> Reason:
        """A reason with its facts by keyword, kept in order of their names."""
        return cls(code, tuple(sorted(facts.items())))

    def fact(self, name: str) -> str | int:
        """The named fact, or an empty text where the reason does not carry it."""
        return dict(self.facts).get(name, "")


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """One signature found in a file.

    Args:
        field: name of the form field, cleaned of control characters; empty where no field leads to it.
        signer: who the certificate says signed: untrusted text, cleaned of control characters.
        intact: the signed bytes are the ones that were signed.
        trusted: the signer's certificate is one of the pinned ones, byte for byte.
        covers_whole_file: nothing lies outside the signed bytes but the signature itself.
        at: the time that the signer claims, aware, or None.
        time_stamp: a document time stamp, not a person's or office's signature.
    """

    field: str
    signer: str
    intact: bool
    trusted: bool
    covers_whole_file: bool
    at: datetime | None
    time_stamp: bool = False


@dataclass(frozen=True, slots=True)
class SealReport:
    """The verdict about one file with its reasons, most important first, and the signatures in file order."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    signatures: tuple[SignatureReport, ...] = ()

    @property
    def mark(self) -> str:
        """GLADI or CONTOH where a signer's certificate says so, else "": then nothing of it is real."""
        return next((str(reason.fact("mark")) for reason in self.reasons if reason.code == MARKED), "")

    def has_reason(self, code: str) -> bool:
        """Whether one of the reasons carries this code."""
        return any(reason.code == code for reason in self.reasons)
