"""Groups of a roster, who of them signs which document, and the order by rank and unit (domain.md 2.1, 4.5, 5.2)."""

from __future__ import annotations

from collections.abc import Iterable

from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.officials import Group, Official, in_protocol_order

COMMISSIONERS, SECRETARIAT = "komisioner", "sekretariat"
_UNIT = "unit:"

Signers = tuple[tuple[DocumentKind, tuple[str, ...]], ...]
"""Which groups sign a document of one person; everybody signs what is not named here."""

OF_ONE_PERSON = (DocumentKind.PI, DocumentKind.PBBK)
"""What each person signs a sheet of; only of these it can be said which groups do."""


def unit_group(unit: str) -> str:
    """The group of everybody in one unit."""
    return _UNIT + unit


def unit_of(group: str) -> str:
    """The unit whose group this is; empty for the others."""
    return group.removeprefix(_UNIT) if group.startswith(_UNIT) else ""


def groups_of(official: Official) -> frozenset[str]:
    """Every group that a person belongs to: commissioners are in no unit, the secretariat has many."""
    if official.group.is_commissioner:
        return frozenset({COMMISSIONERS})
    return frozenset({SECRETARIAT, unit_group(official.unit)} if official.unit else {SECRETARIAT})


def signs(signers: Signers, kind: DocumentKind, official: Official) -> bool:
    """Whether a person signs a document of this kind."""
    named = dict(signers).get(kind)
    return named is None or not groups_of(official).isdisjoint(named)


def groups_in(officials: Iterable[Official]) -> tuple[str, ...]:
    """The groups that can be chosen: both houses, then the units in the order of the roster."""
    units = dict.fromkeys(unit_group(o.unit) for o in officials if o.unit and not o.group.is_commissioner)
    return (COMMISSIONERS, SECRETARIAT, *units)


def by_rank_and_unit(officials: tuple[Official, ...]) -> tuple[Official, ...]:
    """Ketua, members, Sekretaris; then unit by unit in the roster's order, in each by rank, then as they stood."""
    units = {unit: place for place, unit in enumerate(dict.fromkeys(o.unit for o in officials))}

    def place(official: Official) -> tuple[int, int, int]:
        if official.group <= Group.SEKRETARIS:
            return official.group, 0, 0
        return Group.KEPALA_BAGIAN, units[official.unit], official.group

    return tuple(sorted(officials, key=place))


def moved(officials: tuple[Official, ...], official_id: str, by: int) -> tuple[Official, ...]:
    """The order with one person moved up (-1) or down (1) by one.

    Nobody is moved over a border of protocol: no member stands before the Ketua, no staff before the Sekretaris.
    """
    order = list(in_protocol_order(officials))
    here = next(place for place, official in enumerate(order) if official.id == official_id)
    there = here + by
    if 0 <= there < len(order) and _border(order[here]) == _border(order[there]):
        order[here], order[there] = order[there], order[here]
    return tuple(order)


def _border(official: Official) -> int:
    return min(official.group, Group.KEPALA_BAGIAN)
