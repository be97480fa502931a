"""Who is called next."""

from __future__ import annotations

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.officials import Official, in_protocol_order


def next_signers(ceremony: Ceremony) -> tuple[Official, ...]:
    """Everybody who is here and has something to sign now, in protocol order (domain.md 6.2)."""
    return tuple(
        official
        for official in in_protocol_order(ceremony.officials)
        if official.id in ceremony.present and ceremony.open_slots_of(official.id)
    )
