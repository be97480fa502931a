"""Which sheets a ceremony needs, and who signs them in which role (domain.md 1.2, 2.4, 4.5, 6.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import Enum

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.declaring import has_declared
from kpu_desk.domain.documents import DECLARATION_FORM, Agreement, DocumentKind, Role, Sheet, SignatureSlot
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.officials import Official, in_protocol_order
from kpu_desk.domain.own_documents import sheets_of
from kpu_desk.domain.places import Audience

RolesOf = Callable[[str], frozenset[Role]]
"""The roles for which a form, by its usual id, has a place; nobody is asked to sign where there is none."""

ATTENDANCE_FORM = "daftar-hadir"


class Lack(Enum):
    """What a draft can lack before its sheets can be planned."""

    PEOPLE = "people"
    CHAIR = "chair"
    SECRETARY = "secretary"
    TARGETS = "targets"
    COMMISSION_TARGETS = "commission_targets"


def lacking(ceremony: Ceremony) -> frozenset[Lack]:
    """What is still missing; where nothing is, `plan_sheets` and `plan_minutes` find everybody whom they need.

    Ketua and Sekretaris witness each other's pacts and sign the minutes; a commission's own PK needs no Sekretaris
    (domain.md 1.2, 2.4).
    """
    kinds = set(ceremony.kinds)
    agreements = ceremony.agreements if DocumentKind.PK in kinds else ()
    both = bool(kinds & {DocumentKind.PI, DocumentKind.BA}) or Agreement.SECRETARIAT in agreements
    closed = ceremony.closes_list and DocumentKind.DH in kinds
    targets = {which: ceremony.attachment_of(which) for which in agreements}
    empty = {which for which, found in targets.items() if found is None or not found.targets}
    found = {
        Lack.PEOPLE: not any(not official.added for official in ceremony.officials),
        Lack.CHAIR: (both or bool(agreements)) and ceremony.chair is None,
        Lack.SECRETARY: (both or closed) and ceremony.secretary is None,
        Lack.TARGETS: Agreement.SECRETARIAT in empty,
        Lack.COMMISSION_TARGETS: Agreement.COMMISSION in empty,
    }
    return frozenset(lack for lack, holds in found.items() if holds)


def every_role(_form_id: str) -> frozenset[Role]:
    """A form with a place for every role, as the shipped ones have for those who sign them."""
    return frozenset(Role)


def plan_sheets(ceremony: Ceremony, new_id: Callable[[], str], roles_of: RolesOf = every_role) -> tuple[Sheet, ...]:
    """All sheets but the minutes, in protocol order; persons ``added`` beside the roster get none of their own.

    Whoever declares a conflict has a PBBK that stays unsigned, and a private declaration after the others.

    Raises:
        RuleError: KPU-ROSTER-EMPTY, KPU-CHAIR-KNOWN, KPU-SECRETARY-KNOWN, KPU-ATTACHMENT (a PK without targets).
    """
    people = tuple(o for o in in_protocol_order(ceremony.officials) if not o.added)
    if not people:
        raise RuleError("KPU-ROSTER-EMPTY")
    sheets: list[Sheet] = []
    if DocumentKind.PK in ceremony.kinds:
        sheets.extend(_agreement(ceremony, which, n, new_id()) for n, which in enumerate(ceremony.agreements, 1))
    pacts, stating = (
        tuple(official for official in people if ceremony.signs(official, kind))
        for kind in (DocumentKind.PI, DocumentKind.PBBK)
    )
    sheets.extend(_pact(ceremony, official, n, new_id()) for n, official in _count(pacts))
    sheets.extend(_statement(official, n, new_id()) for n, official in _count(stating))
    declaring = [official for official in stating if has_declared(ceremony, official.id)]
    sheets.extend(
        _declaration(ceremony, official, n, new_id(), roles_of)
        for n, official in enumerate(declaring, len(stating) + 1)
    )
    sheets.extend(_own_documents(ceremony, people, 1, new_id))
    if DocumentKind.DH in ceremony.kinds:
        sheets.append(_attendance(ceremony, people, 1, new_id(), roles_of))
    return tuple(sheets)


def plan_declaration(
    ceremony: Ceremony, official: Official, new_id: Callable[[], str], roles_of: RolesOf = every_role
) -> Sheet:
    """The private sheet of a person who declares a conflict while the ceremony runs; received by the superior."""
    return _declaration(ceremony, official, next_number(ceremony, DocumentKind.PBBK), new_id(), roles_of)


def plan_for_latecomer(
    ceremony: Ceremony, official: Official, new_id: Callable[[], str], roles_of: RolesOf = every_role
) -> tuple[Sheet, ...]:
    """The sheets of a person added while the ceremony is open.

    The attendance list is drawn again with the new name while nobody has signed it; after that its words stand, and
    the newcomer gets a further list.
    """
    sheets: list[Sheet] = []
    if ceremony.signs(official, DocumentKind.PI):
        sheets.append(_pact(ceremony, official, next_number(ceremony, DocumentKind.PI), new_id()))
    if ceremony.signs(official, DocumentKind.PBBK):
        sheets.append(_statement(official, next_number(ceremony, DocumentKind.PBBK), new_id()))
    # Ready documents of the office: of those for everybody the newcomer gets one too.
    own = tuple(one for one in ceremony.documents if one.pattern.audience is Audience.EACH)
    sheets.extend(
        _own_documents(replace(ceremony, documents=own), (official,), next_number(ceremony, DocumentKind.DOK), new_id)
    )
    lists = [sheet for sheet in ceremony.sheets if sheet.kind is DocumentKind.DH]
    if lists:
        last = lists[-1]
        if ceremony.signed_slots(last.id):
            sheets.append(
                _attendance(ceremony, (official,), next_number(ceremony, DocumentKind.DH), new_id(), roles_of)
            )
        else:
            here = [slot for slot in last.slots if slot.role is Role.HADIR]
            end = [slot for slot in last.slots if slot.role is not Role.HADIR]
            # Behind the last row: whoever was taken off the list left a gap, which nobody fills.
            number = max((int(slot.key.removeprefix("hadir-")) for slot in here), default=0) + 1
            slot = SignatureSlot(f"hadir-{number:03d}", Role.HADIR, official.id)
            sheets.append(Sheet(last.id, last.kind, last.serial, (*here, slot, *end), version=last.version + 1))
    return tuple(sheets)


def plan_replacement(ceremony: Ceremony, sheet: Sheet, new_id: Callable[[], str]) -> Sheet:
    """What comes in the place of a sheet that becomes void: the same places to sign, under a serial of its own."""
    serial = f"{sheet.kind.value}-{next_number(ceremony, sheet.kind):03d}"
    return replace(sheet, id=new_id(), serial=serial, frozen_sha256=None, version=1)


def plan_minutes(ceremony: Ceremony, new_id: Callable[[], str], form_id: str | None = None) -> Sheet | None:
    """The Berita Acara, signed by the Ketua and the Sekretaris; None where the ceremony has none.

    ``form_id`` is that of a late sitting's, for instance.
    """
    if DocumentKind.BA not in ceremony.kinds:
        return None
    chair, secretary = _leaders(ceremony)
    return Sheet(
        new_id(),
        DocumentKind.BA,
        f"BA-{next_number(ceremony, DocumentKind.BA):03d}",
        (
            SignatureSlot("ketua", Role.PENANDA_TANGAN, chair.id),
            SignatureSlot("sekretaris", Role.PENANDA_TANGAN, secretary.id),
        ),
        form_id=form_id,
    )


def roles_of_person(ceremony: Ceremony, official: Official) -> tuple[tuple[DocumentKind, Role], ...]:
    """What one person will sign in which role, without what is witnessed and without the office's own documents.

    In the order in which it is asked for; to be looked at while a ceremony is prepared (domain.md 1.2, 2.1, 4.4, 4.5).
    """
    found: list[tuple[DocumentKind, Role]] = []
    chair, secretary = official is ceremony.chair, official is ceremony.secretary
    if DocumentKind.DH in ceremony.kinds and not official.added:
        found.append((DocumentKind.DH, Role.HADIR))
    if DocumentKind.PK in ceremony.kinds:
        for agreement in ceremony.agreements:
            if agreement is Agreement.SECRETARIAT and (chair or secretary):
                found.append((DocumentKind.PK, Role.PIHAK_KEDUA if chair else Role.PIHAK_PERTAMA))
            elif agreement is Agreement.COMMISSION and chair:
                found.append((DocumentKind.PK, Role.PIHAK_PERTAMA))
    found += [(k, Role.PEMBUAT) for k in (DocumentKind.PI, DocumentKind.PBBK) if ceremony.signs(official, k)]
    if DocumentKind.BA in ceremony.kinds and (chair or secretary):
        found.append((DocumentKind.BA, Role.PENANDA_TANGAN))
    return tuple(found)


def _count(people: tuple[Official, ...]) -> Iterable[tuple[int, Official]]:
    return enumerate(people, start=1)


def next_number(ceremony: Ceremony, kind: DocumentKind) -> int:
    """The number behind that of the last sheet of a kind, void ones too."""
    sheets = (*ceremony.sheets, *(void.sheet for void in ceremony.voids))
    numbers = [int(sheet.serial.rsplit("-", 1)[1]) for sheet in sheets if sheet.kind is kind]
    return max(numbers, default=0) + 1


def _leaders(ceremony: Ceremony) -> tuple[Official, Official]:
    chair, secretary = ceremony.chair, ceremony.secretary
    if chair is None:
        raise RuleError("KPU-CHAIR-KNOWN")
    if secretary is None:
        raise RuleError("KPU-SECRETARY-KNOWN")
    return chair, secretary


def _agreement(ceremony: Ceremony, which: Agreement, number: int, sheet_id: str) -> Sheet:
    attachment = ceremony.attachment_of(which)
    if attachment is None or not attachment.targets:
        raise RuleError("KPU-ATTACHMENT")
    if which is Agreement.COMMISSION:
        if ceremony.chair is None:
            raise RuleError("KPU-CHAIR-KNOWN")
        slots = (SignatureSlot("pihak_pertama", Role.PIHAK_PERTAMA, ceremony.chair.id),)
        return Sheet(sheet_id, DocumentKind.PK, f"PK-{number:03d}", slots)
    chair, secretary = _leaders(ceremony)
    return Sheet(
        sheet_id,
        DocumentKind.PK,
        f"PK-{number:03d}",
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


def _declaration(ceremony: Ceremony, official: Official, number: int, sheet_id: str, roles_of: RolesOf) -> Sheet:
    slots = [SignatureSlot("pembuat", Role.PEMBUAT, official.id)]
    if Role.SAKSI in roles_of(DECLARATION_FORM):
        slots.append(SignatureSlot("saksi", Role.SAKSI, ceremony.witness_of(official).id))
    return Sheet(
        sheet_id,
        DocumentKind.PBBK,
        # The serial goes on from the others: the number of a sheet tells nobody what it is.
        f"PBBK-{number:03d}",
        tuple(slots),
        subject_id=official.id,
        form_id=DECLARATION_FORM,
    )


def _own_documents(
    ceremony: Ceremony, people: Iterable[Official], first: int, new_id: Callable[[], str]
) -> tuple[Sheet, ...]:
    """The sheets of the office's ready documents, numbered through from ``first``."""
    sheets: list[Sheet] = []
    for document in ceremony.documents:
        sheets += sheets_of(
            document,
            tuple(people),
            first + len(sheets),
            leaders=lambda: _leaders(ceremony),
            witness_of=ceremony.witness_of,
            new_id=new_id,
        )
    return tuple(sheets)


def _attendance(
    ceremony: Ceremony, people: tuple[Official, ...], number: int, sheet_id: str, roles_of: RolesOf
) -> Sheet:
    slots = [SignatureSlot(f"hadir-{n:03d}", Role.HADIR, official.id) for n, official in _count(people)]
    if ceremony.closes_list and Role.PENANDA_TANGAN in roles_of(ATTENDANCE_FORM):
        responsible = ceremony.secretary
        if responsible is None:
            raise RuleError("KPU-SECRETARY-KNOWN")
        slots.append(SignatureSlot("penutup", Role.PENANDA_TANGAN, responsible.id))
    return Sheet(sheet_id, DocumentKind.DH, f"DH-{number:03d}", tuple(slots))
