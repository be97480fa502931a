"""The named rules of a ceremony, one small function each; a broken one raises RuleError with its name."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import zip_longest

from kpu_desk.domain.allowed import CeremonyAct, is_allowed
from kpu_desk.domain.ceremony_parts import CeremonyState, Fault, Signature, Turn, VoidSheet
from kpu_desk.domain.documents import InkKind, Role, Sheet, SignatureSlot, SlotPlace
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.evidence import Evidence
from kpu_desk.domain.ink import Ink
from kpu_desk.domain.officials import Group, Official
from kpu_desk.domain.pad import Counts, PadAct
from kpu_desk.domain.pen import is_stronger
from kpu_desk.domain.receipt import Receipt
from kpu_desk.domain.stamps import DISC_UM, METERAI_SLOT, ROLES, SMALLEST_UM, OfficeStamp, StampKind, kind_for

LONG_UM = 5_000
"""Ink that reaches less far, in one stroke, may be a slip of the hand: the person is asked."""
STRAIGHT_UM = 150
"""No hand keeps so close to a straight line over `LONG_UM` and more."""


def check_inks_asked(sheet: Sheet, slot: SignatureSlot, kinds: Collection[InkKind]) -> None:
    """KPU-INKS-ASKED: signature and paraf come together, exactly as the frozen sheet asks (domain.md 1.5, 4.7)."""
    if tuple(kinds) != slot.inks:
        raise RuleError("KPU-INKS-ASKED", serial=sheet.serial, slot=slot.key)


def check_ink_enough(ink: Ink, kind: InkKind) -> None:
    """KPU-INK-ENOUGH: something was written; `needs_confirming` asks about very little."""
    if not ink.sample_count:
        raise RuleError("KPU-INK-ENOUGH", ink=kind.value)


def check_ink_not_straight(ink: Ink, kind: InkKind) -> None:
    """KPU-INK-STRAIGHT: a long straight line is no signature (product.md, Ink).

    A paraf may be one quick line, which a slow device reports by its two ends; `needs_confirming` asks about it.
    """
    if kind is not InkKind.PARAF and _reach_um(ink) >= LONG_UM and _is_straight(ink) and not _is_dots(ink):
        raise RuleError("KPU-INK-STRAIGHT", ink=kind.value)


def needs_confirming(ink: Ink, kind: InkKind) -> bool:
    """Whether a person is asked "is this your signature?": a dot, a single short line, a paraf of a straight line."""
    short = len(ink.strokes) == 1 and _reach_um(ink) < LONG_UM
    return short or _is_dots(ink) or (kind is InkKind.PARAF and _is_straight(ink))


def may_be_a_palm(ink: Ink, beside: Iterable[Ink]) -> bool:
    """Whether a person is asked "is this yours?": by finger, while another pad of the sheet was written on by pen."""
    return any(is_stronger(other.tool, ink.tool) for other in beside)


def check_ink_confirmed(ink: Ink, kind: InkKind, acts: Counts, beside: Iterable[Ink] = ()) -> None:
    """KPU-INK-CONFIRMED: of a dot, a short line, or a mark by finger among inks by pen the person said it is his."""
    asked = needs_confirming(ink, kind) or may_be_a_palm(ink, beside)
    if asked and not dict(acts).get(PadAct.CONFIRMED):
        raise RuleError("KPU-INK-CONFIRMED", ink=kind.value)


def _is_dots(ink: Ink) -> bool:
    return all(len(stroke.points) == 1 for stroke in ink.strokes)


def _reach_um(ink: Ink) -> int:
    left, top, right, bottom = ink.bounds_um()
    return max(right - left, bottom - top)


def _is_straight(ink: Ink) -> bool:
    """Whether all samples lie within `STRAIGHT_UM` of the line between the two that are farthest along it."""
    places = [(point.x_um, point.y_um) for stroke in ink.strokes for point in stroke.points]
    across, down = min(places), max(places)
    if down[0] - across[0] < max(y for _, y in places) - min(y for _, y in places):
        across, down = min(places, key=lambda place: place[1]), max(places, key=lambda place: place[1])
    (x, y), (dx, dy) = across, (down[0] - across[0], down[1] - across[1])
    length = math.hypot(dx, dy)
    return all(abs(dx * (b - y) - dy * (a - x)) <= STRAIGHT_UM * length for a, b in places)


def check_inks_fresh(written: Collection[str], known: Collection[str]) -> None:
    """KPU-INK-FRESH: ink identical to any accepted ink was not written by hand again (domain.md 8.35).

    Both are keyed digests: ``written`` of these inks, ``known`` of accepted ones among them. A paraf, or the
    signature under a lampiran, is no copy of the signature it comes with.
    """
    if len(set(written)) < len(written) or not set(written).isdisjoint(known):
        raise RuleError("KPU-INK-FRESH")


def check_signer_present(official: Official, present: frozenset[str]) -> None:
    """KPU-SIGNER-PRESENT: only who was checked in can sign (domain.md 4.5)."""
    if official.id not in present:
        raise RuleError("KPU-SIGNER-PRESENT", name=official.name)


def check_slot_own(slot: SignatureSlot, official_id: str) -> None:
    """KPU-SLOT-OWN: a slot is signed by the person it was made for (domain.md 8.27)."""
    if slot.official_id != official_id:
        raise RuleError("KPU-SLOT-OWN", slot=slot.key)


def check_slot_empty(sheet: Sheet, slot: SignatureSlot, signed: frozenset[str]) -> None:
    """KPU-SLOT-EMPTY: a slot is signed once."""
    if slot.key in signed:
        raise RuleError("KPU-SLOT-EMPTY", serial=sheet.serial, slot=slot.key)


def check_witness_after_maker(sheet: Sheet, slot: SignatureSlot, signed: frozenset[str]) -> None:
    """KPU-WITNESS-AFTER-MAKER: nobody witnesses a signature that is not there yet (domain.md 2.4)."""
    if slot.role is Role.SAKSI and any(other.role is Role.PEMBUAT and other.key not in signed for other in sheet.slots):
        raise RuleError("KPU-WITNESS-AFTER-MAKER", serial=sheet.serial)


def check_evidence_bound(
    sheet: Sheet, slot: SignatureSlot, evidence: Evidence, earlier: tuple[str, ...], signature: Signature
) -> None:
    """KPU-EVIDENCE-BOUND: the evidence speaks of this sheet's frozen bytes, this slot, these inks, and those before."""
    said = (evidence.serial, evidence.slot, evidence.role, evidence.official_id, evidence.frozen_sha256)
    real = (sheet.serial, slot.key, slot.role.value, slot.official_id, sheet.frozen_sha256)
    if said != real or evidence.earlier != earlier or evidence.inks != signature.inks:
        raise RuleError("KPU-EVIDENCE-BOUND", serial=sheet.serial, slot=slot.key)


def check_pages_seen(evidence: Evidence) -> None:
    """KPU-PAGES-SEEN: every page was in view before signing (domain.md 8.26)."""
    if evidence.pages_seen < evidence.pages or evidence.pages < 1:
        raise RuleError("KPU-PAGES-SEEN", seen=evidence.pages_seen, pages=evidence.pages)


def check_receipt_whole(evidence: Evidence) -> None:
    """KPU-RECEIPT-WHOLE: the receipt speaks of every page, each was in view, and of the sentence that was confirmed
    (domain.md 7.2). Evidence that is older than receipts has none."""
    receipt = evidence.receipt
    if receipt is None:
        return
    if len(receipt.pages) != evidence.pages or any(page.in_view_ms < 0 or not page.sha256 for page in receipt.pages):
        raise RuleError("KPU-RECEIPT-WHOLE", serial=evidence.serial)
    if receipt.statement != evidence.statement:
        raise RuleError("KPU-RECEIPT-WHOLE", serial=evidence.serial)


def check_pages_as_seen(serial: str, receipt: Receipt, frozen: Sequence[str]) -> None:
    """KPU-PAGES-AS-SEEN: the pages as the frozen sheet gives them are those that were on the screen (domain.md 7.1d).

    Args:
        frozen: digests of the page pictures, drawn again at the receipt's widths.
    """
    for page, (seen, drawn) in enumerate(zip_longest((one.sha256 for one in receipt.pages), frozen), 1):
        if seen != drawn:
            raise RuleError("KPU-PAGES-AS-SEEN", serial=serial, page=page)


def check_sheet_untouched(sheet: Sheet, sha256: str, pages: int, evidences: Iterable[Evidence]) -> None:
    """KPU-SHEET-UNTOUCHED: what is sealed are the bytes and pages that every signer saw (domain.md 7.1d).

    Args:
        sha256: digest of the frozen bytes about to be sealed; ``pages`` how many pages they have.
    """
    same = sha256 == sheet.frozen_sha256 and all(
        evidence.frozen_sha256 == sha256
        and evidence.pages == pages
        and (evidence.receipt is None or len(evidence.receipt.pages) == pages)
        for evidence in evidences
    )
    if not same:
        raise RuleError("KPU-SHEET-UNTOUCHED", serial=sheet.serial)


def check_sheet_stands(sheet: Sheet, voids: Iterable[VoidSheet]) -> None:
    """KPU-SHEET-STANDS: nothing is done with a void sheet any more; another one stands in its place (8.27)."""
    if any(void.sheet.id == sheet.id for void in voids):
        raise RuleError("KPU-SHEET-STANDS", serial=sheet.serial)


def check_void_before_closing(state: CeremonyState) -> None:
    """KPU-VOID-OPEN: a sheet becomes void only while people sign: closing freezes the counts (domain.md 8.28)."""
    if not is_allowed(state, CeremonyAct.VOID_SHEET):
        raise RuleError("KPU-VOID-OPEN")


def check_turn_reason(turn: Turn) -> None:
    """KPU-TURN-REASON: whoever pauses or annuls a ceremony says why; the journal keeps it."""
    if turn.state in (CeremonyState.PAUSED, CeremonyState.VOID) and not turn.reason.strip():
        raise RuleError("KPU-TURN-REASON")


def check_annul_unsealed(sealed: Collection[str]) -> None:
    """KPU-ANNUL-SEALED: a ceremony with a sealed record is not annulled; that record is out in the world."""
    if sealed:
        raise RuleError("KPU-ANNUL-SEALED", count=len(sealed))


def check_void_signed(sheet: Sheet, signed: Collection[str]) -> None:
    """KPU-VOID-SIGNED: a sheet that nobody signed is no document yet; it is corrected, not made void."""
    if not signed:
        raise RuleError("KPU-VOID-SIGNED", serial=sheet.serial)


def check_void_reason(fault: Fault, note: str) -> None:
    """KPU-VOID-REASON: a reason is chosen, or written where none of them fits (domain.md 8.27)."""
    if fault is Fault.OTHER and not note.strip():
        raise RuleError("KPU-VOID-REASON")


def check_void_replaced(old: Sheet, new: Sheet, serials: Collection[str]) -> None:
    """KPU-VOID-REPLACED: in the place of a void sheet stands one like it, frozen, under a serial never used before."""
    like = (old.kind, old.subject_id, old.form_id, [(slot.key, slot.role, slot.official_id) for slot in old.slots])
    same = (new.kind, new.subject_id, new.form_id, [(slot.key, slot.role, slot.official_id) for slot in new.slots])
    if like != same or new.frozen_sha256 is None or new.id == old.id or new.serial in serials:
        raise RuleError("KPU-VOID-REPLACED", serial=old.serial)


def check_not_sample(sample: bool) -> None:
    """KPU-SAMPLE-UNSIGNED: no ink stands over a real person's name; a ceremony with such names is never signed."""
    if sample:
        raise RuleError("KPU-SAMPLE-UNSIGNED")


def check_nips_unique(officials: tuple[Official, ...]) -> None:
    """KPU-NIP-UNIQUE: a NIP stands once in a roster (domain.md 5.1)."""
    seen: dict[str, str] = {}
    for official in officials:
        if official.nip is None:
            continue
        if official.nip in seen:
            raise RuleError("KPU-NIP-UNIQUE", name=official.name, other=seen[official.nip])
        seen[official.nip] = official.name


def check_stamp_not_personal(sheet: Sheet, slot: SignatureSlot) -> None:
    """KPU-STAMP-PERSONAL: a person's own statement bears no stamp at its maker's signature (domain.md 4.6)."""
    if slot.role is Role.PEMBUAT:
        raise RuleError("KPU-STAMP-PERSONAL", serial=sheet.serial)


def check_stamp_role(sheet: Sheet, slot: SignatureSlot) -> None:
    """KPU-STAMP-ROLE: stamps stand beside parties, witnesses and signers, never in the rows of an attendance list."""
    if slot.role is not Role.PEMBUAT and slot.role not in ROLES:
        raise RuleError("KPU-STAMP-ROLE", serial=sheet.serial)


def check_stamp_empowered(slot: SignatureSlot, official: Official) -> None:
    """KPU-STAMP-EMPOWERED: only beside officials empowered to sign for the office: commissioners and the Sekretaris,
    and whoever of the secretariat was the witness (domain.md 4.6)."""
    if slot.role is not Role.SAKSI and not (official.group.is_commissioner or official.group is Group.SEKRETARIS):
        raise RuleError("KPU-STAMP-EMPOWERED", name=official.name)


def check_stamp_own(kind: StampKind, official: Official) -> None:
    """KPU-STAMP-OWN: the commission's stamp for its members, the secretariat's for the secretariat (domain.md 4.6)."""
    if kind is not kind_for(official):
        raise RuleError("KPU-STAMP-OWN", name=official.name)


def check_stamp_active(stamp: OfficeStamp | None) -> None:
    """KPU-STAMP-ACTIVE: the office has taken this stamp into use."""
    if stamp is None or not stamp.active:
        raise RuleError("KPU-STAMP-ACTIVE")


def check_stamp_complete(sheet: Sheet, *, complete: bool) -> None:
    """KPU-STAMP-COMPLETE: no stamp on a sheet for which signatures are still awaited."""
    if not complete:
        raise RuleError("KPU-STAMP-COMPLETE", serial=sheet.serial)


def check_stamp_unsealed(sheet: Sheet, sealed: frozenset[str]) -> None:
    """KPU-STAMP-UNSEALED: once a sheet is sealed no stamp comes or goes."""
    if sheet.id in sealed:
        raise RuleError("KPU-STAMP-UNSEALED", serial=sheet.serial)


def check_stamp_once(sheet: Sheet, slot: SignatureSlot, stamped: frozenset[tuple[str, str]]) -> None:
    """KPU-STAMP-ONCE: one stamp beside a signature."""
    if (sheet.id, slot.key) in stamped:
        raise RuleError("KPU-STAMP-ONCE", serial=sheet.serial)


def check_stamp_there(sheet: Sheet, slot: SignatureSlot, stamped: frozenset[tuple[str, str]]) -> None:
    """KPU-STAMP-THERE: only a stamp that was put can be taken back."""
    if (sheet.id, slot.key) not in stamped:
        raise RuleError("KPU-STAMP-THERE", serial=sheet.serial)


def check_stamp_room(sheet: Sheet, stamps: Collection[SlotPlace], places: Iterable[SlotPlace]) -> None:
    """KPU-STAMP-ROOM: there is a place for the stamp, on the paper and not over the box of a duty stamp."""
    boxes = [place for place in places if place.slot == METERAI_SLOT]
    met = any(stamp.page == box.page and stamp.meets(box) for stamp in stamps for box in boxes)
    if met or not stamps or any(stamp.x_um < 0 or stamp.y_um < 0 for stamp in stamps):
        raise RuleError("KPU-STAMP-ROOM", serial=sheet.serial)


def check_stamp_size(diameter_um: int) -> None:
    """KPU-STAMP-SIZE: a stamp fits into the free disc of 45 mm and is large enough to be read."""
    if not SMALLEST_UM <= diameter_um <= DISC_UM:
        raise RuleError("KPU-STAMP-SIZE", smallest=SMALLEST_UM // 1000, largest=DISC_UM // 1000)


def check_stamps_apart(sha256: str, kind: StampKind, known: Mapping[str, StampKind]) -> None:
    """KPU-STAMP-APART: one picture is not both the commission's stamp and the secretariat's (domain.md 4.6)."""
    if known.get(sha256, kind) is not kind:
        raise RuleError("KPU-STAMP-APART")
