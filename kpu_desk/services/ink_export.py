"""Ink leaves the program: every accepted signature and paraf as InkML, exactly as it is stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kpu_desk.domain.ceremony_parts import Signature
from kpu_desk.domain.documents import InkKind, Sheet, SignatureSlot
from kpu_desk.domain.inkml import to_inkml
from kpu_desk.services.desk import Desk
from kpu_desk.storage import ceremonies


@dataclass(frozen=True, slots=True)
class StoredInk:
    """What was written for one accepted signature, read back from the cupboard: one of its inks."""

    signature: Signature
    sheet: Sheet
    slot: SignatureSlot
    kind: InkKind
    inkml: str

    @property
    def file_name(self) -> str:
        """Serial of the sheet and key of the place; never a person's name."""
        return f"{self.sheet.serial}-{self.kind.place_key(self.slot.key)}.inkml"


def stored_inks(desk: Desk, ceremony_id: str) -> Iterator[StoredInk]:
    """All inks of a ceremony in the order in which they were given: each signature, then what belongs to it.

    Raises:
        RuleError: UNKNOWN_CEREMONY; StorageError, InkFileError: the cupboard is damaged.
    """
    ceremony = desk.ceremony(ceremony_id)
    with desk.database.reading() as session:
        stored = {sheet.id: ceremonies.signed_inks(session, sheet.id) for sheet in ceremony.sheets}
    for signature in ceremony.signatures:
        sheet = ceremony.sheet(signature.sheet_id)
        slot = sheet.slot(signature.slot)
        inks, _ = stored[sheet.id][slot.key]
        for kind, ink in inks.items():
            what = f"{kind.words}, {slot.role.value}, {sheet.serial}"
            yield StoredInk(signature, sheet, slot, kind, to_inkml(ink, what))
