"""Putting the office's stamps beside signatures and taking them back: which rules must hold; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kpu_desk.domain import checks
from kpu_desk.domain.allowed import CeremonyAct, require
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import Sheet, SignatureSlot, SlotPlace
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.stamps import OfficeStamp, StampAct, StampKind, kind_for, stamp_places

Slot = tuple[str, str]
"""Id of a sheet and key of one of its slots."""


@dataclass(frozen=True, slots=True)
class Stamping:
    """The stamps of one ceremony as they stand now: at most one beside a signature."""

    acts: tuple[StampAct, ...] = ()

    @property
    def slots(self) -> frozenset[Slot]:
        """Where stamps stand."""
        return frozenset((act.sheet_id, act.slot) for act in self.acts)

    def of_sheet(self, sheet_id: str) -> tuple[StampAct, ...]:
        """The stamps of one sheet, in the order they were put."""
        return tuple(act for act in self.acts if act.sheet_id == sheet_id)

    def put(
        self,
        ceremony: Ceremony,
        slot: Slot,
        stamps: Mapping[StampKind, OfficeStamp],
        places: tuple[SlotPlace, ...],
        *,
        at: str,
        by: str,
    ) -> Stamping:
        """Puts the stamp that belongs there beside one signature.

        Args:
            stamps: the office's stamps.
            places: all places of the sheet, as it was frozen.

        Raises:
            RuleError: KPU-STATE before the closing, UNKNOWN_SHEET, and KPU-STAMP-PERSONAL, -ROLE, -EMPOWERED,
                -ACTIVE, -OWN, -COMPLETE, -UNSEALED, -ONCE, -ROOM of ``checks.py``.
        """
        sheet, place = _found(ceremony, slot)
        official = ceremony.official(place.official_id)
        checks.check_stamp_not_personal(sheet, place)
        checks.check_stamp_role(sheet, place)
        checks.check_stamp_empowered(place, official)
        checks.check_stamp_unsealed(sheet, ceremony.sealed)
        whole = ceremony.is_complete(sheet) and place.key in ceremony.signed_slots(sheet.id)
        checks.check_stamp_complete(sheet, complete=whole)
        stamp = stamps.get(kind_for(official))
        checks.check_stamp_active(stamp)
        assert stamp is not None  # what the check just said
        checks.check_stamp_own(stamp.kind, official)
        checks.check_stamp_once(sheet, place, self.slots)
        checks.check_stamp_room(sheet, stamp_places(places, place.key, stamp.diameter_um), places)
        act = StampAct(sheet.id, place.key, stamp.kind, stamp.sha256, stamp.diameter_um, at, by)
        return Stamping((*self.acts, act))

    def taken_back(self, ceremony: Ceremony, slot: Slot) -> Stamping:
        """Takes a stamp back before its sheet is sealed.

        Raises:
            RuleError: KPU-STATE, UNKNOWN_SHEET, KPU-STAMP-THERE, KPU-STAMP-UNSEALED.
        """
        sheet, place = _found(ceremony, slot)
        checks.check_stamp_there(sheet, place, self.slots)
        checks.check_stamp_unsealed(sheet, ceremony.sealed)
        return Stamping(tuple(act for act in self.acts if (act.sheet_id, act.slot) != slot))


def may_bear_stamp(ceremony: Ceremony, sheet: Sheet, slot: SignatureSlot) -> bool:
    """Whether a stamp belongs beside this signature at all, whatever the sheet's state."""
    try:
        checks.check_stamp_not_personal(sheet, slot)
        checks.check_stamp_role(sheet, slot)
        checks.check_stamp_empowered(slot, ceremony.official(slot.official_id))
    except RuleError:
        return False
    return True


def _found(ceremony: Ceremony, slot: Slot) -> tuple[Sheet, SignatureSlot]:
    require(ceremony.state, CeremonyAct.STAMP)
    sheet = ceremony.sheet(slot[0])
    try:
        return sheet, sheet.slot(slot[1])
    except KeyError:
        raise RuleError("KPU-SLOT-OWN", slot=slot[1]) from None
