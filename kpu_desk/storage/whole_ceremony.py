"""Stores whatever one act made different in a ceremony, field by field: for a journal that is replayed."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy.orm import Session

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Signature
from kpu_desk.domain.evidence import Evidence
from kpu_desk.storage import ceremonies, late_rows, revision_rows, rundown_rows, turn_rows, void_rows, whereabouts_rows

BY_ROWS = frozenset(
    {
        "officials",
        "witnesses",
        "attendance",
        "sheets",
        "signatures",
        "declines",
        "declarations",
        "sealed",
        "voids",
        "turns",
        "step_acts",
        "notes",
        "whereabouts",
        "sittings",
        "revisions",
    }
)
"""Fields that have tables of their own; a new one is to be stored below too. ``sealed`` follows from the records."""


def save(
    session: Session,
    before: Ceremony | None,
    after: Ceremony,
    evidence_of: Callable[[Signature], Evidence],
    keep_inks: Callable[[Signature], None],
) -> None:
    """Stores the difference in an order that the rules of the tables allow.

    Args:
        before: as the database has it; None where it has no such ceremony.
        evidence_of, keep_inks: called for each new signature, before and after its row is there.
    """
    if before is None:
        ceremonies.add(session, after)
        before = after
    of = after.id
    for turn in after.turns[len(before.turns) :]:
        turn_rows.add(session, of, turn)
    # What a step did and what was noted belongs to the state that an act found.
    rundown_rows.add_acts(session, of, after.step_acts[len(before.step_acts) :])
    for note in after.notes[len(before.notes) :]:
        rundown_rows.add_note(session, of, note)
    if (before.officials, before.witnesses) != (after.officials, after.witnesses):
        ceremonies.save_roster(session, after)
    else:
        ceremonies.save_head(session, after)
    if (before.sheets, before.voids) != (after.sheets, after.voids):
        ceremonies.save_sheets(session, after)
    for void in after.voids[len(before.voids) :]:
        void_rows.add(session, of, void)
    for revision in after.revisions[len(before.revisions) :]:
        revision_rows.add(session, of, revision)
    if before.sittings != after.sittings:
        late_rows.add(session, of, after.sittings[-1])
    _save_people(session, before, after)
    for signature in after.signatures[len(before.signatures) :]:
        ceremonies.add_signature(session, of, signature, evidence_of(signature))
        keep_inks(signature)


def _save_people(session: Session, before: Ceremony, after: Ceremony) -> None:
    if before.attendance != after.attendance:
        ceremonies.save_attendance(session, after)
    for where in after.whereabouts[len(before.whereabouts) :]:
        whereabouts_rows.add(session, after.id, where)
    if before.declarations != after.declarations:
        ceremonies.save_declarations(session, after)
    for decline in after.declines:
        if decline not in before.declines:
            ceremonies.add_decline(session, after.id, decline)
