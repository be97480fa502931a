"""Known failures: a code and facts; the sentence a person reads is made in the windows and at the counter."""

from __future__ import annotations

from typing import ClassVar


class KnownError(Exception):
    """The world's fault, not ours: something a person can understand and mend.

    Args:
        code: stable name such as ``DISK_FULL``; the key of the sentence shown to the person.
        facts: what the sentence needs (a path, a name, a row), as text or whole numbers.
    """

    default_code: ClassVar[str] = "KNOWN"

    def __init__(self, code: str | None = None, **facts: str | int) -> None:
        self.code = code or self.default_code
        self.facts = facts
        super().__init__(self.code, facts)

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value}" for name, value in sorted(self.facts.items()))
        return f"{self.code}({shown})"

    def __reduce__(self) -> tuple[object, ...]:
        # Worker processes hand errors back by pickle; keyword facts need help.
        return (_rebuild, (type(self), self.code, self.facts))


def _rebuild(kind: type[KnownError], code: str, facts: dict[str, str | int]) -> KnownError:
    return kind(code, **facts)


class RuleError(KnownError):
    """A step that the rules of the ceremony do not allow (see ``checks.py`` for the named rules)."""

    default_code = "RULE_BROKEN"


class StorageError(KnownError):
    """The workspace or its database cannot be used: wrong passphrase, damaged, newer, full, no rights."""

    default_code = "STORAGE"


class RosterError(KnownError):
    """A file that is no roster at all; problems of single cells are values, not errors."""

    default_code = "NO_ROSTER"


class SealError(KnownError):
    """The sealing key cannot be used, or our own output did not verify."""

    default_code = "SEAL"


class InkFileError(KnownError):
    """A pen recording that cannot be read."""

    default_code = "NO_INK"


class FormError(KnownError):
    """A form text or office profile that is wrong; facts give file, line and reason."""

    default_code = "WRONG_FORM"


class EscrowError(KnownError):
    """The certificate for ink, its private key, or ink encrypted to it cannot be used."""

    default_code = "ESCROW"
