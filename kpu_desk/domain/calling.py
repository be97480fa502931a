"""Who is called next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kpu_desk.domain.acts_rundown import due_slots, is_due, running_step
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import Role, Sheet, SignatureSlot
from kpu_desk.domain.officials import Group, Official, in_protocol_order


@dataclass(frozen=True, slots=True)
class CallingOrder:
    """How the operator wants people called now; it concerns nobody's rights and is kept nowhere.

    Attributes:
        skipped: ids of those who let the others go first, and come again after them in this order.
        by_unit: whether the unit of whoever was called last is finished before another one begins.
        called: who that was.
    """

    skipped: tuple[str, ...] = ()
    by_unit: bool = False
    called: str = ""

    def after_call(self, official_id: str) -> CallingOrder:
        """Once somebody was called: nobody is skipped for ever."""
        return replace(self.returned(official_id), called=official_id)

    def skip(self, official_id: str) -> CallingOrder:
        """This one lets all others go first, also those who were skipped before."""
        return replace(self, skipped=(*self.returned(official_id).skipped, official_id))

    def returned(self, official_id: str) -> CallingOrder:
        """This one has his place again."""
        return replace(self, skipped=tuple(one for one in self.skipped if one != official_id))


USUAL = CallingOrder()


def next_signers(ceremony: Ceremony, order: CallingOrder = USUAL) -> tuple[Official, ...]:
    """Everybody who is here and has something to sign now, in protocol order (domain.md 6.2).

    Who only witnesses comes after all who still sign for themselves, and is called once for all of them; who declined
    everything that is left comes last. While a step of signing runs, those whom it is about come first, whoever was
    skipped behind the others of it.
    """
    step = running_step(ceremony)
    units: dict[str, int] = {}
    if order.by_unit:
        people = {official.id: official for official in ceremony.officials}
        first = [people[order.called]] if order.called in people else []
        for official in (*first, *in_protocol_order(ceremony.officials)):
            units.setdefault(_unit(official), len(units))
    here = [official for official in in_protocol_order(ceremony.officials) if official.id in ceremony.present]
    able = (official for official in here if ceremony.open_slots_of(official.id))

    def place(official: Official) -> tuple[bool, bool, int, int, int]:
        due = is_due(ceremony, official.id, step)
        skipped = order.skipped.index(official.id) + 1 if official.id in order.skipped else 0
        turn = _turn(ceremony, official.id)
        return not due, turn == _DECLINED, skipped, turn, units.get(_unit(official), 0) if units else 0

    return tuple(sorted(able, key=place))


def _unit(official: Official) -> str:
    """Leaders are called before every unit, whatever the roster says of theirs."""
    return "" if official.group <= Group.SEKRETARIS else official.unit or ""


def willing_signers(ceremony: Ceremony, order: CallingOrder = USUAL) -> tuple[Official, ...]:
    """The same without those who declined all that is left for them: they are called when they ask for it."""
    return tuple(official for official in next_signers(ceremony, order) if _turn(ceremony, official.id) != _DECLINED)


_DECLINED = 2


def _turn(ceremony: Ceremony, official_id: str) -> int:
    if not _not_declined(ceremony, official_id, ceremony.open_slots_of(official_id)):
        return _DECLINED
    # Of what the person is called for now: an own sheet of a later step makes no signer of a witness.
    due = _not_declined(ceremony, official_id, due_slots(ceremony, official_id))
    return int(bool(due) and all(slot.role is Role.SAKSI for slot in due))


def _not_declined(
    ceremony: Ceremony, official_id: str, slots: Iterable[tuple[Sheet, SignatureSlot]]
) -> list[SignatureSlot]:
    declined = {decline.sheet_id for decline in ceremony.declines if decline.official_id == official_id}
    return [slot for sheet, slot in slots if sheet.id not in declined]
