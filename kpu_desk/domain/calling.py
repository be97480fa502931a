"""Who is called next."""

from __future__ import annotations

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import Role
from kpu_desk.domain.officials import Official, in_protocol_order


def next_signers(ceremony: Ceremony) -> tuple[Official, ...]:
    """Everybody who is here and has something to sign now, in protocol order (domain.md 6.2).

    Who only witnesses comes after all who still sign for themselves, and is called once for all of them; who declined
    everything that is left comes last.
    """
    here = [official for official in in_protocol_order(ceremony.officials) if official.id in ceremony.present]
    return tuple(sorted((o for o in here if ceremony.open_slots_of(o.id)), key=lambda o: _turn(ceremony, o.id)))


def _turn(ceremony: Ceremony, official_id: str) -> int:
    declined = {decline.sheet_id for decline in ceremony.declines if decline.official_id == official_id}
    slots = [slot for sheet, slot in ceremony.open_slots_of(official_id) if sheet.id not in declined]
    if not slots:
        return 2
    return int(all(slot.role is Role.SAKSI for slot in slots))
