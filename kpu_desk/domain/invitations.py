"""The code on an invitation: says by whose key and for whom it was made, and tells nobody else anything."""

from __future__ import annotations

import base64
import hmac

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.officials import Official

PREFIX = "UND1:"
"""Stands before the letters, so that a reader knows an invitation from all other codes."""

_CEREMONY_BYTES, _PERSON_BYTES = 4, 11
_LETTERS = (_CEREMONY_BYTES + _PERSON_BYTES) * 8 // 5
LENGTH = len(PREFIX) + _LETTERS
"""Of a whole code."""


def invitation_code(ceremony: Ceremony, official: Official, key: bytes) -> str:
    """The letters of one person's code, 29 of those that a QR code packs tightly; the same each time.

    ``PREFIX`` and, in Base32 (RFC 4648), 4 bytes for the ceremony and 11 for the person in it, cut from HMAC-SHA256
    under the workspace's key for invitations. So it holds no name and no NIP, and without the key nobody can make one
    up. Whoever copies an invitation holds the same code: it finds a person in the list, it identifies nobody.
    """
    return PREFIX + base64.b32encode(_bytes(ceremony, official, key)).decode("ascii")


def is_invitation(text: str) -> bool:
    """Whether a text that was scanned or typed means to be an invitation."""
    return _plain(text).startswith(PREFIX)


def read_invitation(text: str, ceremony: Ceremony, key: bytes) -> str:
    """The id of the person whom a scanned code invites to this ceremony.

    Small letters and white space are taken: readers that act as a keyboard send both.

    Raises:
        RuleError: KPU-INVITATION-FORM: no code of an invitation. KPU-INVITATION-CEREMONY: for another ceremony, or
            made by another workspace (a rehearsal, another office). KPU-INVITATION-LISTED: nobody of the list has it;
            it is invented, or the person left the list or came into it anew after the printing.
    """
    letters = _plain(text).removeprefix(PREFIX)
    if not is_invitation(text) or len(letters) != _LETTERS:
        raise RuleError("KPU-INVITATION-FORM")
    try:
        found = base64.b32decode(letters)
    except ValueError:
        raise RuleError("KPU-INVITATION-FORM") from None
    if not hmac.compare_digest(found[:_CEREMONY_BYTES], _of_ceremony(ceremony, key)):
        raise RuleError("KPU-INVITATION-CEREMONY")
    for official in ceremony.officials:
        if hmac.compare_digest(found, _bytes(ceremony, official, key)):
            return official.id
    raise RuleError("KPU-INVITATION-LISTED")


def _bytes(ceremony: Ceremony, official: Official, key: bytes) -> bytes:
    person = hmac.digest(key, f"person\0{ceremony.id}\0{official.id}".encode(), "sha256")
    return _of_ceremony(ceremony, key) + person[:_PERSON_BYTES]


def _of_ceremony(ceremony: Ceremony, key: bytes) -> bytes:
    return hmac.digest(key, f"ceremony\0{ceremony.id}".encode(), "sha256")[:_CEREMONY_BYTES]


def _plain(text: str) -> str:
    return "".join(text.split()).upper()
