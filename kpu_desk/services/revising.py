"""A sealed Perjanjian Kinerja is revised: a new sheet is frozen, to be signed in a late sitting; both are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from kpu_desk.domain import revising as rules
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Cause, Revision
from kpu_desk.domain.documents import Attachment
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.journal import Event
from kpu_desk.domain.officials import Official
from kpu_desk.services.desk import Act, Desk, new_id
from kpu_desk.services.freezing import freeze, frozen_acts, save_frozen
from kpu_desk.services.printable import check_attachment, printable_official, printable_text
from kpu_desk.storage import ceremonies as store
from kpu_desk.storage import revision_rows

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session


@dataclass(frozen=True, slots=True)
class Why:
    """Why a Perjanjian Kinerja is revised, and who signs it now.

    Attributes:
        parties: by slot; somebody without an id came into this office since and is added to the people.
    """

    cause: Cause
    note: str = ""
    parties: Mapping[str, Official] = field(default_factory=dict)


def revise(desk: Desk, ceremony_id: str, sheet_id: str, why: Why, attachment: Attachment) -> Ceremony:
    """Freezes the new sheet; its record, once signed and sealed, supersedes the old sheet's and says why.

    Raises:
        RosterError: FIELD_TOO_LONG, FIELD_ODD_CHARACTER, FIELD_NOT_PRINTABLE, in ``revision``, the lampiran or of a
            newcomer; FIELD_EMPTY, NIP_WRONG.
        RuleError: KPU-STATE, KPU-REVISE-SEALED, KPU-REVISE-REASON, KPU-REVISE-PARTIES, KPU-ATTACHMENT, KPU-NIP-UNIQUE,
            KPU-REVISE-KNOWN, KPU-CHANGED-MEANWHILE, and what freezing raises.
    """
    cause, note = why.cause, printable_text("revision", why.note)
    check_attachment(attachment)
    before = desk.ceremony(ceremony_id)
    old = rules.check_may_revise(before, sheet_id, cause, note, attachment)
    newcomers: list[Official] = []
    chosen: dict[str, str] = {}
    for slot, official in why.parties.items():
        if not official.id:
            newcomers.append(replace(printable_official(official), id=new_id(), added=True))
        chosen[slot] = official.id or newcomers[-1].id
    known = rules.with_newcomers(before, tuple(newcomers))
    planned = rules.plan_revision(known, old, chosen, new_id)
    revision = Revision(planned.id, old.id, cause, note, attachment, desk.now_text(), desk.actor.name)
    # The sheet takes its words from the ceremony, which has to know of the revision for that.
    frozen = freeze(desk, replace(known, revisions=(*known.revisions, revision)), planned)

    def rule(current: Ceremony) -> Ceremony:
        if current is not before:
            raise RuleError("KPU-CHANGED-MEANWHILE")
        return rules.revised(current, revision, frozen.sheet, tuple(newcomers))

    def save(session: Session, ceremony: Ceremony) -> None:
        store.save_roster(session, ceremony)
        store.save_sheets(session, ceremony)
        save_frozen(session, ceremony_id, [frozen])
        revision_rows.add(session, ceremony_id, revision)

    facts = {
        "ceremony": ceremony_id,
        "sheet": frozen.sheet.serial,
        "of": old.serial,
        "cause": cause.value,
        "note": sha256(note.encode("utf-8")).hexdigest() if note else "",
        "newcomers": len(newcomers),
    }
    return desk.change(
        ceremony_id, rule, save, Act(Event.AGREEMENT_REVISED, facts), *frozen_acts(ceremony_id, [frozen])
    )
