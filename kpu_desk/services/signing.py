"""At the pad: what a person is shown, and the one transaction that makes a signature."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kpu_desk.domain.assisting import Help
from kpu_desk.domain.beside import beside_facts, confirmations, helped_by, shown_beside, statements, what_helper_said
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Decline, Signature
from kpu_desk.domain.content import consent_statement, role_label
from kpu_desk.domain.documents import ComposedSheet, InkKind, Sheet, SignatureSlot, SlotPlace, places_of
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.evidence import Evidence, FurtherInk
from kpu_desk.domain.ink_drawing import PlacedInk
from kpu_desk.domain.journal import Event, utc_text
from kpu_desk.domain.showing import AskedInk, Captured, ShownSheet, Sitting
from kpu_desk.domain.witnessing import check_own_witness
from kpu_desk.pdf.render import PageRenderer
from kpu_desk.services.desk import CLOCK_SOURCE, PROGRAM, Act, Desk
from kpu_desk.storage import ceremonies, records
from kpu_desk.storage import inks as stored_inks

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session


def sitting_for(desk: Desk, ceremony_id: str, official_id: str, helping: Help | None = None) -> Sitting:
    """All sheets a person can sign now, with the signatures that already stand on them; the call is journaled.

    ``helping`` says how and by whom the person is helped, and before which witnesses.

    Raises:
        RuleError: KPU-SAMPLE-UNSIGNED, KPU-SIGNER-PRESENT, KPU-NOTHING-TO-SIGN; KPU-WITNESS-PRESENT when the witness
            of a sheet is not here yet, and what ``assisting.check_help`` raises.
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
    for sheet, slot in slots:
        check_own_witness(sheet, slot, ceremony.official, ceremony.present)
    helped = None if helping is None else helped_by(ceremony, official, helping)
    facts: dict[str, object] = {"ceremony": ceremony_id, "official": official_id}
    if helping is not None:
        facts |= {"way": helping.way.value, "helper": helping.helper_id, "witnesses": list(helping.witness_ids)}
    with desk.changing() as session:
        sheets = tuple(_shown(session, ceremony, sheet, slot, helping) for sheet, slot in slots)
        desk.write(session, Act(Event.CALLED, facts))
    within_s = desk.profile.witness_minutes * 60
    return Sitting(official.id, official.name, official.printed_office, sheets, helped, within_s)


def accept(desk: Desk, ceremony_id: str, captured: Captured) -> Ceremony:
    """Makes a signature of what was captured: rules, inks, evidence and journal in one transaction.

    The signature and the paraf that a sheet asks for are saved together or not at all. Only after this returns may
    anything be shown as signed.

    Raises:
        RuleError: the named rule that was broken; StorageError: what the disk said. Nothing is signed then.
    """
    ceremony = desk.ceremony(ceremony_id)
    sheet = ceremony.sheet(captured.sheet_id)
    official = ceremony.official(captured.official_id)
    slot = _slot(sheet, captured.slot)
    accepted = desk.clock()
    attendance = next((a for a in ceremony.attendance if a.official_id == official.id), None)
    inks = {one.kind: one.ink for one in captured.inks}
    written = tuple(FurtherInk(one.kind, one.ink.digest(), one.device, one.discarded) for one in captured.inks)
    if not written or len(inks) < len(written):
        raise RuleError("KPU-INKS-ASKED", serial=sheet.serial, slot=slot.key)
    first, further = written[0], written[1:]
    with desk.database.reading() as session:
        composed = _frozen(session, sheet)
    way = None if captured.helped is None else captured.helped.way
    evidence = Evidence(
        serial=sheet.serial,
        slot=slot.key,
        role=slot.role.value,
        official_id=official.id,
        name=official.name,
        office=official.printed_office,
        frozen_sha256=captured.frozen_sha256,
        earlier=captured.earlier,
        statement=consent_statement(ceremony, sheet, slot, composed.name, way),
        identified=attendance.identified if attendance else "",
        identified_by=attendance.by if attendance else "",
        pages=composed.pages,
        pages_seen=captured.pages_seen,
        device=first.device,
        began_at=utc_text(accepted - timedelta(milliseconds=captured.elapsed_ms)),
        accepted_at=utc_text(accepted),
        elapsed_ms=captured.elapsed_ms,
        zone=desk.profile.zone.label,
        clock=CLOCK_SOURCE,
        discarded=first.discarded,
        ink_digest=first.ink_digest,
        program=PROGRAM,
        further=further,
        confirmed=confirmations(ceremony, captured, accepted, desk.profile.witness_minutes * 60),
        assisted=what_helper_said(ceremony, captured, composed.name or sheet.kind.full_name),
    )
    signature = Signature(
        sheet.id,
        slot.key,
        official.id,
        first.ink_digest,
        evidence.digest(),
        evidence.accepted_at,
        tuple((one.kind, one.ink_digest) for one in further),
        tuple(one.official_id for one in evidence.confirmed),
        None if evidence.assisted is None else evidence.assisted.helper_id,
    )
    facts: dict[str, object] = {
        "ceremony": ceremony_id,
        "sheet": sheet.serial,
        "role": slot.role.value,
        "official": official.id,
        "ink": first.ink_digest,
        "evidence": signature.evidence_digest,
        "attempts": first.discarded + 1,
    }
    if further:
        facts["further"] = [one.kind.value for one in further]
        facts["further_inks"] = [one.ink_digest for one in further]
        facts["further_attempts"] = [one.discarded + 1 for one in further]
    facts |= beside_facts(evidence)

    def save(session: Session, _: Ceremony) -> None:
        ceremonies.add_signature(session, ceremony_id, signature, evidence)
        stored_inks.add(session, signature, inks)

    return desk.change(
        ceremony_id,
        lambda current: current.signed(signature, inks, evidence),
        save,
        Act(Event.SIGNATURE_ACCEPTED, facts),
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


def _shown(session: Session, ceremony: Ceremony, sheet: Sheet, slot: SignatureSlot, helping: Help | None) -> ShownSheet:
    composed = _frozen(session, sheet)
    document = composed.name or sheet.kind.full_name
    way = None if helping is None else helping.way
    return ShownSheet(
        sheet_id=sheet.id,
        slot=slot.key,
        serial=sheet.serial,
        frozen_sha256=sheet.frozen_sha256 or "",
        title=document,
        role_label=role_label(ceremony, sheet, slot.role),
        statement=consent_statement(ceremony, sheet, slot, composed.name, way),
        asked=tuple(AskedInk(kind, _places(composed, slot.key, kind)) for kind in slot.inks),
        earlier=tuple(
            PlacedInk(kind, ink, _places(composed, key, kind))
            for key, (inks, _) in stored_inks.signed_inks(session, sheet.id).items()
            for kind, ink in inks.items()
        ),
        pages=PageRenderer(composed.pdf),
        witness=None if slot.witness_id is None else shown_beside(ceremony, slot.witness_id),
        helper_says=None if way is None else statements(ceremony, sheet, slot, document, way),
    )


def _places(composed: ComposedSheet, key: str, kind: InkKind) -> tuple[SlotPlace, ...]:
    places = places_of(composed.places, key, kind)
    if not places:
        raise RuleError("KPU-SLOT-PLACE", slot=kind.place_key(key))
    return places


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
