"""A ceremony once more as a rehearsal of it: all that was prepared, and nothing of what happened or is private."""

from __future__ import annotations

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.errors import RuleError

_PREPARED = (
    "title",
    "occasion",
    "year",
    "date",
    "start",
    "place",
    "venue",
    "kinds",
    "basis",
    "attachment",
    "officials",
    "witnesses",
    "agreements",
    "commission_attachment",
    "closes_list",
    "forms",
    "documents",
    "signers",
    "rundown",
)


def rehearsal_of(ceremony: Ceremony, ceremony_id: str) -> Ceremony:
    """A draft under another id; who declares a conflict stays in the office's own database.

    Raises:
        RuleError: KPU-SAMPLE-UNSIGNED: names of real persons from a public source are signed in no rehearsal either.
    """
    if ceremony.sample:
        raise RuleError("KPU-SAMPLE-UNSIGNED")
    return Ceremony(id=ceremony_id, **{name: getattr(ceremony, name) for name in _PREPARED})
