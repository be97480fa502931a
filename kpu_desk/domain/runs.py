"""A witness signs a run of sheets in one sitting: each was opened, and one list of them all is confirmed before."""

from __future__ import annotations

from collections.abc import Sequence

from kpu_desk.domain.canonical import canonical_json, digest_of
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import Role, Sheet, SignatureSlot
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.receipt import Listed, Receipt, RunConfirmed

SHORTEST = 2
"""One sheet is no run."""


def run_of(listed: Sequence[Listed]) -> RunConfirmed:
    """What the receipt says of a list: its length, and the digest of the canonical list of pairs, in their order."""
    return RunConfirmed(len(listed), digest_of(canonical_json([[one.serial, one.sha256] for one in listed])))


def witness_run(slots: Sequence[tuple[Sheet, SignatureSlot]], *, allowed: bool) -> tuple[str, ...]:
    """Ids of the sheets of a sitting that make a run: all on which the person signs as a witness, if they are several.

    Args:
        allowed: whether the office wants runs; they are off at first.
    """
    ids = tuple(sheet.id for sheet, slot in slots if slot.role is Role.SAKSI)
    return ids if allowed and len(ids) >= SHORTEST else ()


def check_run(
    ceremony: Ceremony, official_id: str, listed: Sequence[Listed], confirmed: RunConfirmed, *, allowed: bool
) -> None:
    """Whether a list may be confirmed, or signed from, by this person.

    Raises:
        RuleError: KPU-RUN-ALLOWED where the office wants no runs; KPU-RUN-LISTED unless the list is the one that was
            confirmed, names each sheet once as it is frozen now, and the person is a witness on every one of them.
    """
    if not allowed:
        raise RuleError("KPU-RUN-ALLOWED")
    mine = {
        Listed(sheet.serial, sheet.frozen_sha256 or "")
        for sheet in ceremony.sheets
        if any(slot.role is Role.SAKSI and slot.official_id == official_id for slot in sheet.slots)
    }
    fits = SHORTEST <= len(listed) == len(set(listed)) and set(listed) <= mine
    if not fits or run_of(listed) != confirmed:
        raise RuleError("KPU-RUN-LISTED")


def check_signed_from_run(
    ceremony: Ceremony, sheet: Sheet, slot: SignatureSlot, listed: Sequence[Listed], receipt: Receipt, *, allowed: bool
) -> None:
    """Whether a signature may stand on a list that its witness confirmed; a receipt that tells of none needs nothing.

    Raises:
        RuleError: as :func:`check_run`; KPU-RUN-LISTED too where the list has not this sheet, or the receipt says
            nothing of the list that was handed over.
    """
    if receipt.run is None and not listed:
        return
    here = slot.role is Role.SAKSI and Listed(sheet.serial, sheet.frozen_sha256 or "") in listed
    if receipt.run is None or not here:
        raise RuleError("KPU-RUN-LISTED")
    check_run(ceremony, slot.official_id, listed, receipt.run, allowed=allowed)
