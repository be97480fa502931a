"""Whether what one act changed in a ceremony is what a rule makes of it: for a journal that is replayed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

from kpu_desk.domain import checks, late
from kpu_desk.domain.acts_rundown import noted as exception_noted
from kpu_desk.domain.acts_rundown import stepped
from kpu_desk.domain.acts_state import turned
from kpu_desk.domain.allowed import CeremonyAct, require
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import BEFORE_OPENING, CeremonyState, Signature
from kpu_desk.domain.declaring import declared, withdrawn
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.evidence import Evidence
from kpu_desk.domain.revising import revised
from kpu_desk.domain.voiding import voided
from kpu_desk.domain.whereabouts import noted

EvidenceOf = Callable[[Signature], Evidence]

_ROSTER = frozenset({"officials", "witnesses", "attendance", "whereabouts", "declines", "declarations", "sheets"})
_LAMPIRAN = frozenset({"attachment", "commission_attachment", "sheets"})


def check_lawful(before: Ceremony | None, after: Ceremony, evidence_of: EvidenceOf) -> None:
    """Runs the rule of the act again that took ``before`` to ``after``, with what the act left behind.

    Of preparing and correcting, where the program plans and draws anew, it is checked that the state allows it and
    that nothing is touched on which a signature stands; ink itself is not judged again: it may lie encrypted.

    Args:
        before: None for a ceremony that was made.

    Raises:
        RuleError: the rule that was broken; KPU-ACT-ONE where no rule comes to just this. Whatever ``evidence_of``
            raises.
    """
    if before is None:
        if after.state is not CeremonyState.DRAFT or after.signatures or after.sheets:
            raise RuleError("KPU-ACT-ONE")
        return
    changed = {field.name for field in fields(Ceremony) if getattr(before, field.name) != getattr(after, field.name)}
    if changed and _by_rule(before, after, changed, evidence_of) != after:
        raise RuleError("KPU-ACT-ONE")


def _by_rule(before: Ceremony, after: Ceremony, changed: set[str], evidence_of: EvidenceOf) -> Ceremony:
    rules: tuple[tuple[str, Callable[[], Ceremony]], ...] = (
        ("opened_at", lambda: _opened(before, after)),
        ("closed_at", lambda: _closed(before, after)),
        ("turns", lambda: turned(before, after.turns[-1])),
        ("step_acts", lambda: stepped(before, *after.step_acts[len(before.step_acts) :])),
        ("notes", lambda: exception_noted(before, after.notes[-1])),
        ("signatures", lambda: before.signed(after.signatures[-1], None, evidence_of(after.signatures[-1]))),
        ("voids", lambda: voided(before, after.voids[-1], after.sheet(after.voids[-1].replaced_by))),
        ("revisions", lambda: _revised(before, after)),
        ("sittings", lambda: _late(before, after)),
        ("sealed", lambda: before.with_sealed(*(after.sealed - before.sealed))),
    )
    for field, rule in rules:
        if field in changed:
            if len(getattr(after, field) or "") < len(getattr(before, field) or ""):
                raise RuleError("KPU-ACT-ONE")
            return rule()
    if changed == {"declines"}:
        return before.declined(after.declines[-1])
    if "officials" not in changed and "declarations" in changed:
        return _declared(before, after)
    if "officials" not in changed and changed & {"attendance", "whereabouts"}:
        return _at_the_door(before, after)
    return _prepared(before, after, changed)


def _opened(before: Ceremony, after: Ceremony) -> Ceremony:
    ready = before
    for turn in after.turns[len(before.turns) :]:
        ready = turned(ready, turn)
    return ready.opened(after.sheets, after.opened_at or "")


def _closed(before: Ceremony, after: Ceremony) -> Ceremony:
    acts = after.step_acts[len(before.step_acts) :]
    minutes = after.sheets[-1] if len(after.sheets) > len(before.sheets) else None
    return (stepped(before, *acts) if acts else before).closed(minutes, after.closed_at or "")


def _revised(before: Ceremony, after: Ceremony) -> Ceremony:
    newcomers = after.officials[len(before.officials) :]
    return revised(before, after.revisions[-1], after.sheets[-1], newcomers)


def _late(before: Ceremony, after: Ceremony) -> Ceremony:
    sitting = after.sittings[-1]
    if sitting.closed_at is None:
        return late.opened(before, at=sitting.opened_at, by=sitting.opened_by)
    minutes = after.sheets[-1] if len(after.sheets) > len(before.sheets) else None
    return late.closed(before, minutes, at=sitting.closed_at, by=sitting.closed_by)


def _declared(before: Ceremony, after: Ceremony) -> Ceremony:
    if len(after.declarations) > len(before.declarations):
        sheet = after.sheets[-1] if len(after.sheets) > len(before.sheets) else None
        return declared(before, after.declarations[-1], sheet)
    kept = {one.official_id for one in after.declarations}
    gone = next(one.official_id for one in before.declarations if one.official_id not in kept)
    return withdrawn(before, gone)


def _at_the_door(before: Ceremony, after: Ceremony) -> Ceremony:
    # Whoever missed the day is noted twice when he comes to a late sitting: as having come, and as being here.
    came = before
    for official_id in sorted(before.attended - after.attended):
        came = came.check_in_undone(official_id)
    for attendance in after.attendance[len(before.attendance) :]:
        came = came.checked_in(attendance)
    for where in after.whereabouts[len(before.whereabouts) :]:
        came = noted(came, where)
    return came


def _prepared(before: Ceremony, after: Ceremony, changed: set[str]) -> Ceremony:
    """Roster, plan and lampiran: before the opening anything but what the day brings, later persons and lampiran."""
    correcting = before.state not in BEFORE_OPENING
    require(before.state, CeremonyAct.CORRECT)
    if correcting and not (changed <= _ROSTER or changed <= _LAMPIRAN):
        require(before.state, CeremonyAct.PREPARE)
    checks.check_nips_unique(after.officials)
    sheets = {sheet.id: sheet for sheet in after.sheets}
    for sheet in before.sheets:
        if before.signed_slots(sheet.id) and sheets.get(sheet.id) != sheet:
            raise RuleError("KPU-SHEET-UNSIGNED", serial=sheet.serial)
    if correcting and any(sheet.frozen_sha256 is None for sheet in after.sheets):
        raise RuleError("KPU-SHEET-FROZEN")
    left = {one.id for one in before.officials} - {one.id for one in after.officials}
    for official_id in left:
        before.check_signed_nothing(before.official(official_id))
    # What was declared ready is no longer what was checked.
    return replace(after, state=before.state if correcting else CeremonyState.DRAFT)
