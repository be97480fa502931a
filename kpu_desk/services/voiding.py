"""While people sign: a signed sheet becomes void with its reason, a new one is frozen in its place; both are kept."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Fault, VoidSheet
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.journal import Event
from kpu_desk.domain.planning import plan_replacement
from kpu_desk.domain.voiding import check_may_void, voided
from kpu_desk.services.desk import Act, Desk, new_id
from kpu_desk.services.freezing import freeze, frozen_acts, save_frozen
from kpu_desk.services.printable import printable_text
from kpu_desk.storage import ceremonies as store
from kpu_desk.storage import pad_rows, void_rows

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session


def make_void(desk: Desk, ceremony_id: str, sheet_id: str, fault: Fault, note: str = "") -> Ceremony:
    """Makes a sheet void with every signature on it, and freezes the one that takes its place.

    The journal names each void signature and its ink's digest, and of the note only its digest: it may name people.

    Raises:
        RosterError: FIELD_TOO_LONG, FIELD_ODD_CHARACTER, FIELD_NOT_PRINTABLE, field ``void``: the note goes on paper.
        RuleError: KPU-VOID-OPEN, KPU-VOID-SIGNED, KPU-VOID-REASON, KPU-SHEET-STANDS, UNKNOWN_SHEET, and what freezing
            raises. Nothing is void then.
    """
    note = printable_text("void", note)
    desk.writer.finish()
    before = desk.ceremony(ceremony_id)
    old = check_may_void(before, sheet_id, fault, note)
    frozen = freeze(desk, before, plan_replacement(before, old, new_id))
    new = frozen.sheet
    at = desk.now_text()
    void = VoidSheet(old, fault, note, at, desk.actor.name, new.id)
    signatures = before.signatures_of(sheet_id)
    acts = [
        Act(
            Event.SIGNATURE_VOIDED,
            {
                "ceremony": ceremony_id,
                "sheet": old.serial,
                "role": old.slot(signature.slot).role.value,
                "official": signature.official_id,
                "ink": signature.ink_digest,
                "reason": fault.value,
            },
        )
        for signature in signatures
    ]
    facts = {
        "ceremony": ceremony_id,
        "sheet": old.serial,
        "kind": old.kind.value,
        "digest": old.frozen_sha256,
        "signatures": len(signatures),
        "reason": fault.value,
        "note": sha256(note.encode("utf-8")).hexdigest() if note else "",
        "by": new.serial,
    }

    def save(session: Session, ceremony: Ceremony) -> None:
        store.save_sheets(session, ceremony)
        save_frozen(session, ceremony_id, [frozen])
        pad_rows.erase_left_over(session, (sheet_id,), at)
        void_rows.add(session, ceremony_id, void)

    def rule(current: Ceremony) -> Ceremony:
        # Whoever signed meanwhile, or whatever was corrected, is not among what was journaled here.
        if current is not before:
            raise RuleError("KPU-CHANGED-MEANWHILE")
        return voided(current, void, new)

    after = desk.change(
        ceremony_id, rule, save, *acts, Act(Event.SHEET_VOIDED, facts), *frozen_acts(ceremony_id, (frozen,))
    )
    desk.writer.empty_log()
    return after
