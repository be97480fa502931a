"""What is said of a ceremony when it is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from kpu_desk.domain.documents import Agreement, DocumentKind
from kpu_desk.domain.groups import Signers

ALL_KINDS = (DocumentKind.PK, DocumentKind.PI, DocumentKind.PBBK, DocumentKind.DH, DocumentKind.BA)


@dataclass(frozen=True, slots=True)
class CeremonyPlan:
    """What is said of a ceremony when it is made; see :class:`~kpu_desk.domain.ceremony.Ceremony`."""

    title: str
    occasion: str
    year: int
    date: date
    start: str
    place: str
    venue: str
    kinds: tuple[DocumentKind, ...] = ALL_KINDS
    basis: tuple[str, ...] = ()
    agreements: tuple[Agreement, ...] = (Agreement.SECRETARIAT,)
    closes_list: bool = False
    forms: tuple[tuple[str, str], ...] = ()
    signers: Signers = ()

    def values(self) -> dict[str, Any]:
        """All of it by name, as a ceremony takes it."""
        return {name: getattr(self, name) for name in CeremonyPlan.__dataclass_fields__}
