"""Acts on roster, plan and lampiran: before the day, and corrections while people sign."""

from __future__ import annotations

from dataclasses import replace

from kpu_desk.domain import checks
from kpu_desk.domain.allowed import CeremonyAct, require
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import BEFORE_OPENING, CeremonyState
from kpu_desk.domain.documents import Agreement, Attachment, DocumentKind, Sheet
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.officials import Capacity, Official
from kpu_desk.domain.own_documents import OwnDocument
from kpu_desk.domain.witnessing import awaited_witnesses, check_still_fit, check_witness


def with_roster(ceremony: Ceremony, officials: tuple[Official, ...]) -> Ceremony:
    """Replaces the roster, before the sheets are frozen."""
    prepared = prepared_anew(ceremony, CeremonyAct.PREPARE)
    checks.check_nips_unique(officials)
    kept = {official.id for official in officials}
    acting = {official.id for official in officials if official.capacity is not Capacity.DEFINITIF}
    pairs = tuple(pair for pair in ceremony.witnesses if set(pair) <= kept and pair[1] not in acting)
    declared = tuple(declaration for declaration in ceremony.declarations if declaration.official_id in kept)
    noted = tuple(one for one in ceremony.whereabouts if one.official_id in kept)
    return replace(prepared, officials=officials, witnesses=pairs, declarations=declared, whereabouts=noted)


def with_witness(ceremony: Ceremony, official_id: str, witness_id: str) -> Ceremony:
    """Chooses another witness for one person, before the sheets are frozen."""
    prepared = prepared_anew(ceremony, CeremonyAct.PREPARE)
    check_witness(ceremony.official(official_id), ceremony.official(witness_id))
    others = tuple(pair for pair in ceremony.witnesses if pair[0] != official_id)
    return replace(prepared, witnesses=(*others, (official_id, witness_id)))


def with_documents(ceremony: Ceremony, documents: tuple[OwnDocument, ...]) -> Ceremony:
    """Says which ready documents of the office are signed, before the sheets are frozen."""
    return replace(prepared_anew(ceremony, CeremonyAct.PREPARE), documents=documents)


def with_attachment(
    ceremony: Ceremony, attachment: Attachment, agreement: Agreement = Agreement.SECRETARIAT
) -> Ceremony:
    """Sets sasaran, indikator, target, programme and budget of one PK, while it is unsigned.

    The caller freezes that PK again when the ceremony is already open.
    """
    if any(sheet.agreement is agreement and ceremony.signed_slots(sheet.id) for sheet in ceremony.sheets):
        raise RuleError("KPU-SHEET-UNSIGNED", serial="PK")
    prepared = prepared_anew(ceremony, CeremonyAct.CORRECT)
    if agreement is Agreement.COMMISSION:
        return replace(prepared, commission_attachment=attachment)
    return replace(prepared, attachment=attachment)


def corrected(ceremony: Ceremony, official: Official) -> tuple[Ceremony, tuple[Sheet, ...]]:
    """Corrects a person's data; gives also the unsigned sheets that must be drawn and frozen again.

    A sheet that carries a signature keeps the words that were signed.
    """
    prepared = prepared_anew(ceremony, CeremonyAct.CORRECT)
    before = ceremony.official(official.id)
    check_still_fit(
        before,
        official,
        (*ceremony.witnesses, *awaited_witnesses(ceremony.sheets, ceremony.all_signed_slots)),
        ceremony.official,
    )
    officials = tuple(official if o.id == before.id else o for o in ceremony.officials)
    checks.check_nips_unique(officials)
    redraw = tuple(
        sheet
        for sheet in ceremony.sheets
        if any(slot.official_id == official.id for slot in sheet.slots) and not ceremony.signed_slots(sheet.id)
    )
    return replace(prepared, officials=officials), redraw


def refrozen(ceremony: Ceremony, sheets: tuple[Sheet, ...]) -> Ceremony:
    """Replaces unsigned sheets by freshly frozen ones, or adds new ones, while people sign."""
    if ceremony.state in BEFORE_OPENING:
        raise RuleError("KPU-STATE", state=ceremony.state.value)
    require(ceremony.state, CeremonyAct.CORRECT)
    fresh = {sheet.id: sheet for sheet in sheets}
    for sheet in sheets:
        if sheet.frozen_sha256 is None:
            raise RuleError("KPU-SHEET-FROZEN", serial=sheet.serial)
        if ceremony.signed_slots(sheet.id):
            raise RuleError("KPU-SHEET-UNSIGNED", serial=sheet.serial)
    kept = tuple(fresh.pop(sheet.id, sheet) for sheet in ceremony.sheets)
    return replace(ceremony, sheets=(*kept, *fresh.values()))


def with_official(ceremony: Ceremony, official: Official) -> Ceremony:
    """Adds a person by hand; the caller plans and freezes the sheets when the ceremony is open."""
    prepared = prepared_anew(ceremony, CeremonyAct.CORRECT)
    officials = (*ceremony.officials, official)
    checks.check_nips_unique(officials)
    return replace(prepared, officials=officials)


def without_official(ceremony: Ceremony, official_id: str) -> Ceremony:
    """Removes a person who signed nothing and on whom no signed sheet depends.

    Raises:
        RuleError: KPU-SHEET-UNSIGNED when a signed sheet names the person, KPU-WITNESS-NEEDED when the person
            is the Ketua or Sekretaris that other sheets need, KPU-VOID-KEPT when a void sheet names the person.
    """
    prepared = prepared_anew(ceremony, CeremonyAct.CORRECT)
    official = ceremony.official(official_id)
    ceremony.check_signed_nothing(official)
    for void in ceremony.voids:
        if any(slot.needs(official_id) for slot in void.sheet.slots):
            raise RuleError("KPU-VOID-KEPT", name=official.name, serial=void.sheet.serial)
    for sheet in ceremony.sheets:
        if sheet.subject_id == official_id or not any(s.needs(official_id) for s in sheet.slots):
            continue
        if sheet.kind is not DocumentKind.DH:
            raise RuleError("KPU-WITNESS-NEEDED", name=official.name, serial=sheet.serial)
        if ceremony.signed_slots(sheet.id):
            raise RuleError("KPU-SHEET-UNSIGNED", serial=sheet.serial)
    return replace(
        prepared,
        officials=tuple(o for o in ceremony.officials if o.id != official_id),
        # A further list of those present that was his alone goes with him.
        sheets=tuple(
            sheet
            for sheet in ceremony.sheets
            if sheet.subject_id != official_id and any(slot.official_id != official_id for slot in sheet.slots)
        ),
        attendance=tuple(a for a in ceremony.attendance if a.official_id != official_id),
        whereabouts=tuple(one for one in ceremony.whereabouts if one.official_id != official_id),
        declines=tuple(d for d in ceremony.declines if d.official_id != official_id),
        declarations=tuple(d for d in ceremony.declarations if d.official_id != official_id),
        witnesses=tuple(pair for pair in ceremony.witnesses if official_id not in pair),
    )


def prepared_anew(ceremony: Ceremony, act: CeremonyAct) -> Ceremony:
    """The ceremony on which an act of preparing may follow: what was declared ready is no longer what was checked."""
    require(ceremony.state, act)
    return replace(ceremony, state=CeremonyState.DRAFT) if ceremony.state is CeremonyState.READY else ceremony
