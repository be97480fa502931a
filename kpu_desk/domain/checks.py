"""The named rules of a ceremony, one small function each; a broken one raises RuleError with its name."""

from __future__ import annotations

from kpu_desk.domain.documents import Role, Sheet, SignatureSlot
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.evidence import Evidence
from kpu_desk.domain.ink import Ink
from kpu_desk.domain.officials import Official

MIN_SAMPLES = 4
MIN_EXTENT_UM = 1_500


def check_ink_enough(ink: Ink) -> None:
    """KPU-INK-ENOUGH: a signature has at least four samples and reaches 1.5 mm; a tap is no signature."""
    left, top, right, bottom = ink.bounds_um()
    if ink.sample_count < MIN_SAMPLES or max(right - left, bottom - top) < MIN_EXTENT_UM:
        raise RuleError("KPU-INK-ENOUGH", samples=ink.sample_count)


def check_ink_fresh(ink_digest: str, known: frozenset[str]) -> None:
    """KPU-INK-FRESH: ink identical to ink of this ceremony was not written by hand again (domain.md 8.35)."""
    if ink_digest in known:
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


def check_witness_other(maker_id: str, witness_id: str, name: str) -> None:
    """KPU-WITNESS-OTHER: nobody witnesses himself (domain.md 2.4)."""
    if maker_id == witness_id:
        raise RuleError("KPU-WITNESS-OTHER", name=name)


def check_evidence_bound(
    sheet: Sheet, slot: SignatureSlot, evidence: Evidence, earlier: tuple[str, ...], ink_digest: str
) -> None:
    """KPU-EVIDENCE-BOUND: the evidence speaks of this sheet's frozen bytes, this slot, this ink, these earlier inks."""
    said = (evidence.serial, evidence.slot, evidence.role, evidence.official_id, evidence.frozen_sha256)
    real = (sheet.serial, slot.key, slot.role.value, slot.official_id, sheet.frozen_sha256)
    if said != real or evidence.earlier != earlier or evidence.ink_digest != ink_digest:
        raise RuleError("KPU-EVIDENCE-BOUND", serial=sheet.serial, slot=slot.key)


def check_pages_seen(evidence: Evidence) -> None:
    """KPU-PAGES-SEEN: every page was in view before signing (domain.md 8.26)."""
    if evidence.pages_seen < evidence.pages or evidence.pages < 1:
        raise RuleError("KPU-PAGES-SEEN", seen=evidence.pages_seen, pages=evidence.pages)


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
