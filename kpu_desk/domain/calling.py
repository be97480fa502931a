"""Who is called next."""

from __future__ import annotations

from kpu_desk.domain.acts_rundown import is_due, running_step
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import Role, SignatureSlot
from kpu_desk.domain.officials import Official, in_protocol_order


def next_signers(ceremony: Ceremony) -> tuple[Official, ...]:
    """Everybody who is here and has something to sign now, in protocol order (domain.md 6.2).

    Who only witnesses comes after all who still sign for themselves, and is called once for all of them; who declined
    everything that is left comes last. While a step of signing runs, those whom it is about come first.
    """
    step = running_step(ceremony)
    here = [official for official in in_protocol_order(ceremony.officials) if official.id in ceremony.present]
    able = (official for official in here if ceremony.open_slots_of(official.id))
    return tuple(sorted(able, key=lambda o: (not is_due(ceremony, o.id, step), _turn(ceremony, o.id))))


def willing_signers(ceremony: Ceremony) -> tuple[Official, ...]:
    """The same without those who declined all that is left for them: they are called when they ask for it."""
    return tuple(official for official in next_signers(ceremony) if _not_declined(ceremony, official.id))


def _turn(ceremony: Ceremony, official_id: str) -> int:
    slots = _not_declined(ceremony, official_id)
    if not slots:
        return 2
    return int(all(slot.role is Role.SAKSI for slot in slots))


def _not_declined(ceremony: Ceremony, official_id: str) -> list[SignatureSlot]:
    declined = {decline.sheet_id for decline in ceremony.declines if decline.official_id == official_id}
    return [slot for sheet, slot in ceremony.open_slots_of(official_id) if sheet.id not in declined]
