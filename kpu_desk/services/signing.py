"""At the pad: what a person is shown, and the one transaction that makes a signature."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from kpu_desk.domain.acts_rundown import due_slots
from kpu_desk.domain.assisting import Help
from kpu_desk.domain.beside import beside_facts, confirmations, helped_by, shown_beside, statements, what_helper_said
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import CeremonyState, Decline, Signature
from kpu_desk.domain.checks import check_inks_fresh, check_pages_as_seen
from kpu_desk.domain.content import consent_statement, role_label
from kpu_desk.domain.device_truth import device_truth
from kpu_desk.domain.documents import ComposedSheet, InkKind, Sheet, SignatureSlot, SlotPlace, places_of
from kpu_desk.domain.errors import KnownError, RuleError
from kpu_desk.domain.evidence import Evidence, FurtherInk
from kpu_desk.domain.ink_drawing import PlacedInk
from kpu_desk.domain.journal import Event, utc_text
from kpu_desk.domain.late import asks_for_sitting
from kpu_desk.domain.pad import DISCARDING, Before, Counts, PadAct, PadChange, PadPlace, counts_of
from kpu_desk.domain.receipt import Listed
from kpu_desk.domain.runs import check_run, check_signed_from_run, run_of, witness_run
from kpu_desk.domain.showing import AskedInk, Captured, ShownSheet, Sitting
from kpu_desk.domain.whereabouts import arrival
from kpu_desk.domain.witnessing import check_own_witness
from kpu_desk.pdf.seen_pages import RENDERER, SeenPages, seen_digests
from kpu_desk.services.desk import PROGRAM, Act, Desk
from kpu_desk.storage import ceremonies, ink_marks, pad_rows, records
from kpu_desk.storage import inks as stored_inks

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session


def sitting_for(desk: Desk, ceremony_id: str, official_id: str, helping: Help | None = None) -> Sitting:
    """All sheets a person is called for now, with the signatures that already stand on them; the call is journaled.

    While a step of signing runs these are the step's sheets, see ``acts_rundown.due_slots``.

    ``helping`` says how and by whom the person is helped, and before which witnesses.

    What an interruption left on the pad comes along, counted as interrupted, to be gone on with or begun again. Ink
    that was written over an older version of the sheet is erased.

    Raises:
        RuleError: KPU-SAMPLE-UNSIGNED, KPU-STATE while the ceremony is paused, KPU-SIGNER-PRESENT, KPU-NOTHING-TO-SIGN,
            KPU-LATE-OPEN where it follows after the closing and no late sitting is open;
            KPU-WITNESS-PRESENT when the witness of a sheet is not here yet, and what ``assisting.check_help`` raises.
        StorageError: what the disk said.
    """
    ceremony = desk.ceremony(ceremony_id)
    official = ceremony.official(official_id)
    if ceremony.sample:
        raise RuleError("KPU-SAMPLE-UNSIGNED")
    if ceremony.session_state is CeremonyState.PAUSED:
        raise RuleError("KPU-STATE", state=ceremony.session_state.value)
    if official_id not in ceremony.present:
        raise RuleError("KPU-SIGNER-PRESENT", name=official.name)
    slots = due_slots(ceremony, official_id)
    if not slots and asks_for_sitting(ceremony, official_id):
        raise RuleError("KPU-LATE-OPEN")
    if not slots:
        raise RuleError("KPU-NOTHING-TO-SIGN", name=official.name)
    for sheet, slot in slots:
        check_own_witness(sheet, slot, ceremony.official, ceremony.present)
    helped = None if helping is None else helped_by(ceremony, official, helping)
    facts: dict[str, object] = {"ceremony": ceremony_id, "official": official_id}
    if helping is not None:
        facts |= {"way": helping.way.value, "helper": helping.helper_id, "witnesses": list(helping.witness_ids)}
    desk.writer.finish()
    with desk.changing() as session:
        sheets = []
        for sheet, slot in slots:
            before, acts = _before(desk, session, ceremony, sheet, slot)
            desk.write(session, *acts)
            sheets.append(_shown(session, ceremony, sheet, slot, helping=helping, before=before))
        desk.write(session, Act(Event.CALLED, facts))
    desk.writer.empty_log()
    within_s = desk.profile.witness_minutes * 60
    run = witness_run(slots, allowed=desk.profile.witness_runs and helping is None)
    return Sitting(official.id, official.name, ceremony.office_of(official.id), tuple(sheets), helped, within_s, run)


def confirm_run(desk: Desk, ceremony_id: str, official_id: str, listed: Sequence[Listed]) -> None:
    """Notes that a witness opened all sheets of a list and confirmed it; each is still signed on its own.

    Raises:
        RuleError: KPU-RUN-ALLOWED, KPU-RUN-LISTED.
    """
    confirmed = run_of(listed)
    check_run(desk.ceremony(ceremony_id), official_id, listed, confirmed, allowed=desk.profile.witness_runs)
    facts = {
        "ceremony": ceremony_id,
        "official": official_id,
        "sheets": [one.serial for one in listed],
        "digests": [one.sha256 for one in listed],
        "digest": confirmed.sha256,
    }
    desk.note(Act(Event.RUN_CONFIRMED, facts))


def keep(desk: Desk, ceremony_id: str, change: PadChange) -> None:
    """Hands what is different on the pad to the writer, where it is on disk within some milliseconds.

    Returns at once. Attempts that end are journaled with it.
    """
    at = desk.now_text()
    sheet = desk.ceremony(ceremony_id).sheet(change.place.sheet_id)
    facts = _facts_of_ink(ceremony_id, sheet, _slot(sheet, change.place.slot), change.place.kind)
    acts = [
        Act(Event.ATTEMPT_BROUGHT_BACK, facts)
        if act == PadAct.REDONE_ALL
        else Act(Event.ATTEMPT_DISCARDED, {**facts, "reason": act})
        for act, number in change.acts
        if act in DISCARDING or act == PadAct.REDONE_ALL
        for _ in range(number)
    ]

    def write(session: Session) -> bool:
        erased = pad_rows.save_change(session, change, at)
        desk.write(session, *acts)
        return erased

    desk.writer.put(write)


def tell_trouble(desk: Desk, told: Callable[[KnownError | None], None]) -> None:
    """Who is told, on another thread, when strokes cannot be written, and with None when they can again."""
    desk.writer.tell(told)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A captured signature with all that takes long to work out; nothing is signed yet."""

    captured: Captured
    composed: ComposedSheet
    written: tuple[FurtherInk, ...]
    inks: Mapping[InkKind, stored_inks.ReadyInk]


def prepare(desk: Desk, ceremony_id: str, captured: Captured) -> Prepared:
    """Measures the device, packs the inks and draws the pages again as they were seen; on any thread.

    Raises:
        RuleError: KPU-INKS-ASKED, KPU-SHEET-FROZEN, KPU-SLOT-PLACE; KPU-PAGES-AS-SEEN where the sheet's pages, drawn
            again, are not those of the receipt; StorageError: what the disk said.
    """
    sheet = desk.ceremony(ceremony_id).sheet(captured.sheet_id)
    written = tuple(
        FurtherInk(
            one.kind, one.ink.digest(), replace(one.device, truth=device_truth(one.ink)), one.discarded, one.counts
        )
        for one in captured.inks
    )
    inks = {one.kind: stored_inks.ready(one.ink) for one in captured.inks}
    if not written or len(inks) < len(written):
        raise RuleError("KPU-INKS-ASKED", serial=sheet.serial, slot=captured.slot)
    with desk.database.reading() as session:
        composed = _frozen(session, sheet)
        earlier = _earlier(session, sheet, composed)
    # A sheet that was redrawn, or signed by somebody else meanwhile, is refused by `accept` in words of its own.
    if (sheet.frozen_sha256, _digests(earlier)) == (captured.frozen_sha256, captured.earlier):
        widths = [page.width_px for page in captured.receipt.pages]
        check_pages_as_seen(sheet.serial, captured.receipt, seen_digests(composed, earlier, widths))
    return Prepared(captured, composed, written, inks)


def accept(desk: Desk, ceremony_id: str, signed: Captured | Prepared) -> Ceremony:
    """Makes a signature of what was captured: rules, inks, evidence and journal in one transaction.

    The signature and the paraf that a sheet asks for are saved together or not at all, and their strokes on the pad
    are erased with it. Only after this returns may anything be shown as signed. What is not prepared yet is prepared
    here; a window does that on another thread before.

    Raises:
        RuleError: the named rule that was broken, as `prepare` and as ``runs.check_signed_from_run``; StorageError:
            what the disk said. Nothing is signed then.
    """
    desk.writer.finish()
    prepared = signed if isinstance(signed, Prepared) else prepare(desk, ceremony_id, signed)
    captured, composed = prepared.captured, prepared.composed
    ceremony = desk.ceremony(ceremony_id)
    sheet = ceremony.sheet(captured.sheet_id)
    official = ceremony.official(captured.official_id)
    slot = _slot(sheet, captured.slot)
    accepted = desk.clock()
    came = arrival(ceremony, official.id)
    inks = {one.kind: one.ink for one in captured.inks}
    allowed = desk.profile.witness_runs
    check_signed_from_run(ceremony, sheet, slot, captured.run, captured.receipt, allowed=allowed)
    marks = [desk.database.keyed_digest(ink.canonical()) for ink in inks.values()]
    first, *further = prepared.written
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
        identified="" if came is None else came.identified,
        identified_by="" if came is None else came.by,
        pages=composed.pages,
        pages_seen=captured.pages_seen,
        device=first.device,
        began_at=utc_text(accepted - timedelta(milliseconds=captured.elapsed_ms)),
        accepted_at=utc_text(accepted),
        elapsed_ms=captured.elapsed_ms,
        zone=desk.profile.zone.label,
        clock=desk.clock_source,
        discarded=first.discarded,
        ink_digest=first.ink_digest,
        program=PROGRAM,
        further=tuple(further),
        confirmed=confirmations(ceremony, captured, accepted, desk.profile.witness_minutes * 60),
        assisted=what_helper_said(ceremony, captured, composed.name or sheet.kind.full_name),
        acts=first.acts,
        receipt=captured.receipt,
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
        check_inks_fresh(marks, ink_marks.known(session, marks))
        ink_marks.add(session, marks)
        ceremonies.add_signature(session, ceremony_id, signature, evidence)
        stored_inks.add(session, signature, prepared.inks)
        pad_rows.erase(session, sheet.id, slot.key)

    after = desk.change(
        ceremony_id,
        lambda current: current.signed(signature, inks, evidence),
        save,
        Act(Event.SIGNATURE_ACCEPTED, facts),
    )
    desk.writer.empty_log()
    return after


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


def _before(
    desk: Desk, session: Session, ceremony: Ceremony, sheet: Sheet, slot: SignatureSlot
) -> tuple[dict[InkKind, Before], list[Act]]:
    """What the inks of a slot left from before, and the entries about it; counted as interrupted in this session."""
    found: dict[InkKind, Before] = {}
    acts: list[Act] = []
    for kind, (left, current) in pad_rows.before(session, sheet.id, slot.key, sheet.frozen_sha256 or "").items():
        new: Counts = ()
        facts = _facts_of_ink(ceremony.id, sheet, slot, kind)
        if left.strokes:
            new = ((PadAct.INTERRUPTED, 1),)
            acts.append(Act(Event.ATTEMPT_INTERRUPTED, {**facts, "strokes": len(left.strokes)}))
        if not current:
            new = (*new, (PadAct.BEGUN_AGAIN, 1))
            acts.append(Act(Event.ATTEMPT_DISCARDED, {**facts, "reason": PadAct.BEGUN_AGAIN.value}))
            pad_rows.erase(session, sheet.id, slot.key, kind)
        place = PadPlace(sheet.id, slot.key, kind, sheet.frozen_sha256 or "")
        pad_rows.add_acts(session, place, new, desk.now_text())
        found[kind] = Before(left.strokes if current else (), counts_of((*left.counts, *new)))
    return found, acts


def _facts_of_ink(ceremony_id: str, sheet: Sheet, slot: SignatureSlot, kind: InkKind) -> dict[str, object]:
    return {
        "ceremony": ceremony_id,
        "sheet": sheet.serial,
        "role": slot.role.value,
        "official": slot.official_id,
        "ink": kind.value,
    }


def _shown(
    session: Session,
    ceremony: Ceremony,
    sheet: Sheet,
    slot: SignatureSlot,
    *,
    helping: Help | None,
    before: Mapping[InkKind, Before],
) -> ShownSheet:
    composed = _frozen(session, sheet)
    document = composed.name or sheet.kind.full_name
    way = None if helping is None else helping.way
    earlier = _earlier(session, sheet, composed)
    return ShownSheet(
        sheet_id=sheet.id,
        slot=slot.key,
        serial=sheet.serial,
        frozen_sha256=sheet.frozen_sha256 or "",
        title=document,
        role_label=role_label(ceremony, sheet, slot.role),
        statement=consent_statement(ceremony, sheet, slot, composed.name, way),
        asked=tuple(
            AskedInk(kind, _places(composed, slot.key, kind), before.get(kind, Before())) for kind in slot.inks
        ),
        earlier=earlier,
        pages=SeenPages(composed, earlier),
        renderer=RENDERER,
        witness=None if slot.witness_id is None else shown_beside(ceremony, slot.witness_id),
        helper_says=None if way is None else statements(ceremony, sheet, slot, document, way),
    )


def _earlier(session: Session, sheet: Sheet, composed: ComposedSheet) -> tuple[PlacedInk, ...]:
    """What stands on the sheet now, in signing order."""
    return tuple(
        PlacedInk(kind, ink, _places(composed, key, kind))
        for key, (inks, _) in stored_inks.signed_inks(session, sheet.id).items()
        for kind, ink in inks.items()
    )


def _digests(inks: tuple[PlacedInk, ...]) -> tuple[str, ...]:
    return tuple(placed.ink.digest for placed in inks)


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
