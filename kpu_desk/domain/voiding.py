"""Wrong person, wrong sheet: a signed sheet becomes void with its reason, and a new one stands in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kpu_desk.domain import checks
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Fault, VoidSheet
from kpu_desk.domain.documents import Sheet

FAULT_WORDS = {Fault.WRONG_PERSON: "orang keliru", Fault.WRONG_SHEET: "lembar keliru", Fault.OTHER: ""}
"""As they stand on paper."""


def check_may_void(ceremony: Ceremony, sheet_id: str, fault: Fault, note: str) -> Sheet:
    """The sheet, where it can be made void now with all that stands on it (domain.md 6.3, 8.27).

    Raises:
        RuleError: UNKNOWN_SHEET, KPU-SHEET-STANDS when it is void already, KPU-VOID-OPEN, KPU-VOID-SIGNED,
            KPU-VOID-REASON.
    """
    sheet = ceremony.sheet(sheet_id)
    checks.check_void_before_closing(ceremony.state)
    checks.check_void_signed(sheet, ceremony.signed_slots(sheet_id))
    checks.check_void_reason(fault, note)
    return sheet


def voided(ceremony: Ceremony, void: VoidSheet, replacement: Sheet) -> Ceremony:
    """Makes a sheet void; its signatures stay with it, and the frozen ``replacement`` waits for new ones.

    Raises:
        RuleError: as :func:`check_may_void`; KPU-VOID-REPLACED.
    """
    old = check_may_void(ceremony, void.sheet.id, void.fault, void.note)
    serials = {sheet.serial for sheet in (*ceremony.sheets, *(other.sheet for other in ceremony.voids))}
    checks.check_void_replaced(old, replacement, serials)
    return replace(
        ceremony,
        sheets=tuple(replacement if sheet.id == old.id else sheet for sheet in ceremony.sheets),
        voids=(*ceremony.voids, replace(void, sheet=old, replaced_by=replacement.id)),
    )


def voids_before(ceremony: Ceremony, sheet_id: str) -> Iterator[VoidSheet]:
    """The void sheets in whose place this one stands, the newest first."""
    by_successor = {void.replaced_by: void for void in ceremony.voids}
    while (void := by_successor.get(sheet_id)) is not None:
        yield void
        sheet_id = void.sheet.id


def void_reason(void: VoidSheet) -> str:
    """Why a sheet is void, as it stands on paper."""
    return ": ".join(part for part in (FAULT_WORDS[void.fault], void.note) if part)


def void_sentence(ceremony: Ceremony, void: VoidSheet) -> str:
    """One line of the Berita Acara: which sheet is void, why, and which one stands in its place."""
    new = ceremony.sheet_or_void(void.replaced_by).serial
    return f"{void.sheet.serial} ({void_reason(void)}), diganti {new}"
