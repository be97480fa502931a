"""Which sheets a ceremony needs, and who signs them in which role (domain.md 1.2, 2.4, 4.5, 6.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import DocumentKind, Role, Sheet, SignatureSlot
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.officials import Official, in_protocol_order


def plan_sheets(ceremony: Ceremony, new_id: Callable[[], str]) -> tuple[Sheet, ...]:
    """All sheets but the minutes, in protocol order; persons ``added`` beside the roster get none of their own.

    Raises:
        RuleError: KPU-ROSTER-EMPTY, KPU-CHAIR-KNOWN, KPU-SECRETARY-KNOWN, KPU-ATTACHMENT (a PK without targets).
    """
    people = tuple(o for o in in_protocol_order(ceremony.officials) if not o.added)
    if not people:
        raise RuleError("KPU-ROSTER-EMPTY")
    sheets: list[Sheet] = []
    if DocumentKind.PK in ceremony.kinds:
        sheets.append(_agreement(ceremony, new_id()))
    if DocumentKind.PI in ceremony.kinds:
        sheets.extend(_pact(ceremony, official, n, new_id()) for n, official in _count(people))
    if DocumentKind.PBBK in ceremony.kinds:
        sheets.extend(_statement(official, n, new_id()) for n, official in _count(people))
    if DocumentKind.DH in ceremony.kinds:
        sheets.append(_attendance(people, 1, new_id()))
    return tuple(sheets)


def plan_for_latecomer(ceremony: Ceremony, official: Official, new_id: Callable[[], str]) -> tuple[Sheet, ...]:
    """The sheets of a person added while the ceremony is open.

    The attendance list is drawn again with the new name while nobody has signed it; after that its words stand, and
    the newcomer gets a further list.
    """
    sheets: list[Sheet] = []
    if DocumentKind.PI in ceremony.kinds:
        sheets.append(_pact(ceremony, official, _next_number(ceremony, DocumentKind.PI), new_id()))
    if DocumentKind.PBBK in ceremony.kinds:
        sheets.append(_statement(official, _next_number(ceremony, DocumentKind.PBBK), new_id()))
    lists = [sheet for sheet in ceremony.sheets if sheet.kind is DocumentKind.DH]
    if lists:
        last = lists[-1]
        if ceremony.signed_slots(last.id):
            sheets.append(_attendance((official,), len(lists) + 1, new_id()))
        else:
            slot = SignatureSlot(f"hadir-{len(last.slots) + 1:03d}", Role.HADIR, official.id)
            sheets.append(Sheet(last.id, last.kind, last.serial, (*last.slots, slot), version=last.version + 1))
    return tuple(sheets)


def plan_minutes(ceremony: Ceremony, new_id: Callable[[], str]) -> Sheet | None:
    """The Berita Acara, signed by the Ketua and the Sekretaris; None where the ceremony has none."""
    if DocumentKind.BA not in ceremony.kinds:
        return None
    chair, secretary = _leaders(ceremony)
    return Sheet(
        new_id(),
        DocumentKind.BA,
        "BA-001",
        (
            SignatureSlot("ketua", Role.PENANDA_TANGAN, chair.id),
            SignatureSlot("sekretaris", Role.PENANDA_TANGAN, secretary.id),
        ),
    )


def _count(people: tuple[Official, ...]) -> Iterable[tuple[int, Official]]:
    return enumerate(people, start=1)


def _next_number(ceremony: Ceremony, kind: DocumentKind) -> int:
    numbers = [int(sheet.serial.rsplit("-", 1)[1]) for sheet in ceremony.sheets if sheet.kind is kind]
    return max(numbers, default=0) + 1


def _leaders(ceremony: Ceremony) -> tuple[Official, Official]:
    chair, secretary = ceremony.chair, ceremony.secretary
    if chair is None:
        raise RuleError("KPU-CHAIR-KNOWN")
    if secretary is None:
        raise RuleError("KPU-SECRETARY-KNOWN")
    return chair, secretary


def _agreement(ceremony: Ceremony, sheet_id: str) -> Sheet:
    if ceremony.attachment is None or not ceremony.attachment.targets:
        raise RuleError("KPU-ATTACHMENT")
    chair, secretary = _leaders(ceremony)
    return Sheet(
        sheet_id,
        DocumentKind.PK,
        "PK-001",
        (
            SignatureSlot("pihak_pertama", Role.PIHAK_PERTAMA, secretary.id),
            SignatureSlot("pihak_kedua", Role.PIHAK_KEDUA, chair.id),
        ),
    )


def _pact(ceremony: Ceremony, official: Official, number: int, sheet_id: str) -> Sheet:
    witness = ceremony.witness_of(official)
    return Sheet(
        sheet_id,
        DocumentKind.PI,
        f"PI-{number:03d}",
        (
            SignatureSlot("pembuat", Role.PEMBUAT, official.id),
            SignatureSlot("saksi", Role.SAKSI, witness.id),
        ),
        subject_id=official.id,
    )


def _statement(official: Official, number: int, sheet_id: str) -> Sheet:
    return Sheet(
        sheet_id,
        DocumentKind.PBBK,
        f"PBBK-{number:03d}",
        (SignatureSlot("pembuat", Role.PEMBUAT, official.id),),
        subject_id=official.id,
    )


def _attendance(people: tuple[Official, ...], number: int, sheet_id: str) -> Sheet:
    slots = tuple(SignatureSlot(f"hadir-{n:03d}", Role.HADIR, official.id) for n, official in _count(people))
    return Sheet(sheet_id, DocumentKind.DH, f"DH-{number:03d}", slots)
