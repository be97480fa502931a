"""The office's own stamps: which there are, where one may stand, and that it was put there (domain.md 4.6)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kpu_desk.domain.documents import InkKind, Role, SlotPlace, places_of
from kpu_desk.domain.officials import Official

DISC_UM = 45_000
"""The free disc of every form; the largest stamp that an office may enter [F 52]."""

SMALLEST_UM = 15_000
USUAL_UM = 37_000
"""Twice R1, the outer circle of PermenPANRB 80/2012 [F 51]."""

OVERLAP_UM = 6_000
"""How far inside the signature's place, from its left edge, the middle of a stamp lies: beside and partly over it."""

METERAI_SLOT = "meterai"
"""Names the free box of a duty stamp among the places of a sheet."""

ROLES = frozenset({Role.PIHAK_PERTAMA, Role.PIHAK_KEDUA, Role.SAKSI, Role.PENANDA_TANGAN})
"""Roles whose signature may bear a stamp; a person's own statement and the rows of an attendance list never do."""


class StampKind(StrEnum):
    """The commission's stamp and its secretariat's; one is never put for the other."""

    COMMISSION = "commission"
    SECRETARIAT = "secretariat"

    @property
    def full_name(self) -> str:
        """Its name on paper."""
        return {"commission": "Cap Komisi Pemilihan Umum", "secretariat": "Cap Sekretariat"}[self.value]


@dataclass(frozen=True, slots=True)
class OfficeStamp:
    """A stamp as the office keeps it.

    Attributes:
        png: the picture on transparent ground, its circle touching all four edges; ``sha256`` its digest, hex.
        diameter_um: true diameter in µm.
        active: whether it may be put on sheets now; what was put stays when it is turned off.
        at, by: when (UTC, ISO 8601) and by whom it was set so.
    """

    kind: StampKind
    png: bytes = field(repr=False)
    sha256: str
    diameter_um: int
    active: bool
    at: str
    by: str


@dataclass(frozen=True, slots=True)
class StampAct:
    """That a stamp was put beside a signature: where, which picture at which size, when and by whom."""

    sheet_id: str
    slot: str
    kind: StampKind
    image_sha256: str
    diameter_um: int
    at: str
    by: str


@dataclass(frozen=True, slots=True)
class PlacedStamp:
    """A stamp on a record; ``png`` is drawn in ``places``, only its digest goes into the data."""

    slot: str
    kind: StampKind
    png: bytes = field(repr=False)
    image_sha256: str
    diameter_um: int
    at: str
    by: str
    places: tuple[SlotPlace, ...]


def kind_for(official: Official) -> StampKind:
    """Whose stamp stands beside a person's signature."""
    return StampKind.COMMISSION if official.group.is_commissioner else StampKind.SECRETARIAT


def stamp_places(places: tuple[SlotPlace, ...], slot: str, diameter_um: int) -> tuple[SlotPlace, ...]:
    """Where a slot's stamp stands: beside the signature, and beside that under the lampiran where there is one.

    Where the sheet has a place of its own for it, there, in the middle.

    Args:
        places: all places of the sheet.
    """
    own = tuple(place for place in places if place.slot == stamp_key(slot))
    if own:
        return tuple(_within(place, slot, diameter_um) for place in own)
    signatures = (*places_of(places, slot, InkKind.SIGNATURE), *places_of(places, slot, InkKind.ATTACHMENT))
    return tuple(stamp_place(signature, diameter_um) for signature in signatures)


def stamp_key(slot: str) -> str:
    """Names a place that was kept for the stamp beside a slot's signature."""
    return f"cap-{slot}"


def _within(place: SlotPlace, slot: str, diameter_um: int) -> SlotPlace:
    x = place.x_um + (place.width_um - diameter_um) // 2
    y = place.y_um + (place.height_um - diameter_um) // 2
    return SlotPlace(slot, place.page, x, y, diameter_um, diameter_um)


def stamp_place(signature: SlotPlace, diameter_um: int) -> SlotPlace:
    """The square around a stamp: its middle at the height of the signature's, near the left edge of its place."""
    half = diameter_um // 2
    return SlotPlace(
        slot=signature.slot,
        page=signature.page,
        x_um=signature.x_um + OVERLAP_UM - half,
        y_um=signature.y_um + signature.height_um // 2 - half,
        width_um=diameter_um,
        height_um=diameter_um,
    )
