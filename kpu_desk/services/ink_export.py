"""Ink leaves the program: every accepted signature as InkML, exactly as it is stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kpu_desk.domain.ceremony import Signature
from kpu_desk.domain.documents import Sheet, SignatureSlot
from kpu_desk.domain.inkml import to_inkml
from kpu_desk.services.desk import Desk
from kpu_desk.storage import ceremonies


@dataclass(frozen=True, slots=True)
class StoredInk:
    """One accepted signature with its ink, read back from the cupboard."""

    signature: Signature
    sheet: Sheet
    slot: SignatureSlot
    inkml: str

    @property
    def file_name(self) -> str:
        """Serial of the sheet and key of the slot; never a person's name."""
        return f"{self.sheet.serial}-{self.slot.key}.inkml"


def stored_inks(desk: Desk, ceremony_id: str) -> Iterator[StoredInk]:
    """All accepted signatures of a ceremony in the order in which they were given.

    Raises:
        RuleError: UNKNOWN_CEREMONY; StorageError, InkFileError: the cupboard is damaged.
    """
    ceremony = desk.ceremony(ceremony_id)
    with desk.database.reading() as session:
        inks = {sheet.id: ceremonies.signed_inks(session, sheet.id) for sheet in ceremony.sheets}
    for signature in ceremony.signatures:
        sheet = ceremony.sheet(signature.sheet_id)
        ink, _ = inks[sheet.id][signature.slot]
        yield StoredInk(signature, sheet, sheet.slot(signature.slot), to_inkml(ink))
