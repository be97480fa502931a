"""At the pad: what a person is shown, and the one transaction that makes a signature."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kpu_desk.domain.ceremony import Ceremony, Decline, Signature
from kpu_desk.domain.content import consent_statement, role_label
from kpu_desk.domain.documents import ComposedSheet, Sheet, SignatureSlot, SlotPlace
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.evidence import Evidence
from kpu_desk.domain.journal import Event, utc_text
from kpu_desk.domain.showing import Captured, PlacedInk, ShownSheet, Sitting
from kpu_desk.pdf.render import PageRenderer
from kpu_desk.services.desk import CLOCK_SOURCE, PROGRAM, Act, Desk
from kpu_desk.storage import ceremonies, records

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session


def sitting_for(desk: Desk, ceremony_id: str, official_id: str) -> Sitting:
    """All sheets a person can sign now, with the signatures that already stand on them; the call is journaled.

    Raises:
        RuleError: KPU-SAMPLE-UNSIGNED, KPU-SIGNER-PRESENT, KPU-NOTHING-TO-SIGN.
    """
    ceremony = desk.ceremony(ceremony_id)
    official = ceremony.official(official_id)
    if ceremony.sample:
        raise RuleError("KPU-SAMPLE-UNSIGNED")
    if official_id not in ceremony.present:
        raise RuleError("KPU-SIGNER-PRESENT", name=official.name)
    slots = ceremony.open_slots_of(official_id)
    if not slots:
        raise RuleError("KPU-NOTHING-TO-SIGN", name=official.name)
    with desk.changing() as session:
        sheets = tuple(_shown(session, ceremony, sheet, slot) for sheet, slot in slots)
        desk.write(session, Act(Event.CALLED, {"ceremony": ceremony_id, "official": official_id}))
    return Sitting(official.id, official.name, official.printed_office, sheets)


def accept(desk: Desk, ceremony_id: str, captured: Captured) -> Ceremony:
    """Makes a signature of what was captured: rules, ink, evidence and journal in one transaction.

    Only after this returns may anything be shown as signed.

    Raises:
        RuleError: the named rule that was broken; StorageError: what the disk said. Nothing is signed then.
    """
    ceremony = desk.ceremony(ceremony_id)
    sheet = ceremony.sheet(captured.sheet_id)
    official = ceremony.official(captured.official_id)
    slot = _slot(sheet, captured.slot)
    accepted = desk.clock()
    attendance = next((a for a in ceremony.attendance if a.official_id == official.id), None)
    ink_digest = captured.ink.digest()
    with desk.database.reading() as session:
        composed = _frozen(session, sheet)
    evidence = Evidence(
        serial=sheet.serial,
        slot=slot.key,
        role=slot.role.value,
        official_id=official.id,
        name=official.name,
        office=official.printed_office,
        frozen_sha256=captured.frozen_sha256,
        earlier=captured.earlier,
        statement=consent_statement(ceremony, sheet, slot.role, composed.name),
        identified=attendance.identified if attendance else "",
        identified_by=attendance.by if attendance else "",
        pages=composed.pages,
        pages_seen=captured.pages_seen,
        device=captured.device,
        began_at=utc_text(accepted - timedelta(milliseconds=captured.elapsed_ms)),
        accepted_at=utc_text(accepted),
        elapsed_ms=captured.elapsed_ms,
        zone=desk.profile.zone.label,
        clock=CLOCK_SOURCE,
        discarded=captured.discarded,
        ink_digest=ink_digest,
        program=PROGRAM,
    )
    signature = Signature(sheet.id, slot.key, official.id, ink_digest, evidence.digest(), evidence.accepted_at)
    return desk.change(
        ceremony_id,
        lambda current: current.signed(signature, captured.ink, evidence),
        lambda session, _: ceremonies.add_signature(session, ceremony_id, signature, captured.ink, evidence),
        Act(
            Event.SIGNATURE_ACCEPTED,
            {
                "ceremony": ceremony_id,
                "sheet": sheet.serial,
                "role": slot.role.value,
                "official": official.id,
                "ink": ink_digest,
                "evidence": signature.evidence_digest,
                "attempts": captured.discarded + 1,
            },
        ),
    )


def decline(desk: Desk, ceremony_id: str, official_id: str, sheet_id: str, reason: str) -> Ceremony:
    """Notes that a person did not want to sign a sheet, with the reason chosen at the window.

    Raises:
        RuleError: KPU-STATE, KPU-SLOT-OWN.
    """
    refusal = Decline(sheet_id, official_id, reason, desk.now_text())
    return desk.change(
        ceremony_id,
        lambda ceremony: ceremony.declined(refusal),
        lambda session, _: ceremonies.add_decline(session, ceremony_id, refusal),
        Act(
            Event.SIGNING_DECLINED,
            {
                "ceremony": ceremony_id,
                "sheet": desk.ceremony(ceremony_id).sheet(sheet_id).serial,
                "official": official_id,
                "reason": reason,
            },
        ),
    )


def _shown(session: Session, ceremony: Ceremony, sheet: Sheet, slot: SignatureSlot) -> ShownSheet:
    composed = _frozen(session, sheet)
    places = {place.slot: place for place in composed.places}
    return ShownSheet(
        sheet_id=sheet.id,
        slot=slot.key,
        serial=sheet.serial,
        frozen_sha256=sheet.frozen_sha256 or "",
        title=composed.name or sheet.kind.full_name,
        role_label=role_label(ceremony, sheet, slot.role),
        statement=consent_statement(ceremony, sheet, slot.role, composed.name),
        place=_place(places, slot.key),
        earlier=tuple(
            PlacedInk(_place(places, key), ink) for key, (ink, _) in ceremonies.signed_inks(session, sheet.id).items()
        ),
        pages=PageRenderer(composed.pdf),
    )


def _place(places: dict[str, SlotPlace], key: str) -> SlotPlace:
    try:
        return places[key]
    except KeyError:
        raise RuleError("KPU-SLOT-PLACE", slot=key) from None


def _slot(sheet: Sheet, key: str) -> SignatureSlot:
    try:
        return sheet.slot(key)
    except KeyError:
        raise RuleError("KPU-SLOT-OWN", slot=key) from None


def _frozen(session: Session, sheet: Sheet) -> ComposedSheet:
    composed = records.frozen(session, sheet.frozen_sha256 or "")
    if composed is None:
        raise RuleError("KPU-SHEET-FROZEN", serial=sheet.serial)
    return composed
