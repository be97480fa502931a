"""What is said of a ceremony when it is made."""

from __future__ import annotations

from collections.abc import Iterator
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

    def texts(self) -> Iterator[tuple[str, int, str]]:
        """Every text that is printed, with the name of its field and its row, from 1 (0 where there are no rows)."""
        for field in ("title", "occasion", "place", "venue"):
            yield field, 0, getattr(self, field)
        for row, text in enumerate(self.basis, 1):
            yield "basis", row, text
