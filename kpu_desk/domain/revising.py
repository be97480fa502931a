"""A sealed Perjanjian Kinerja is revised within the year: a new sheet supersedes it, both are kept (domain.md 1.1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import combinations

from kpu_desk.domain.allowed import CeremonyAct, require
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Cause, CeremonyState, Revision
from kpu_desk.domain.documents import Attachment, DocumentKind, Sheet
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.officials import Official
from kpu_desk.domain.planning import next_number
from kpu_desk.domain.witnessing import bare_name, same_person

CAUSE_WORDS = {
    Cause.OFFICIAL: "pergantian pejabat",
    Cause.PLAN: "perubahan strategi, program, atau anggaran",
    Cause.PRIORITY: "perubahan prioritas",
    Cause.OTHER: "",
}
"""As they stand on paper."""


def revisable(ceremony: Ceremony) -> tuple[Sheet, ...]:
    """The sealed Perjanjian Kinerja that hold now: of one that was revised, the newest."""
    gone = {revision.of_id for revision in ceremony.revisions}
    return tuple(s for s in ceremony.sheets if s.agreement is not None and s.id in ceremony.sealed and s.id not in gone)


def check_may_revise(ceremony: Ceremony, sheet_id: str, cause: Cause, note: str, attachment: Attachment) -> Sheet:
    """The sheet, where it can be revised now.

    Raises:
        RuleError: KPU-STATE, UNKNOWN_SHEET; KPU-REVISE-SEALED where it is no Perjanjian Kinerja that is sealed and
            holds now, KPU-REVISE-REASON, KPU-ATTACHMENT without targets.
    """
    require(ceremony.state, CeremonyAct.REVISE)
    sheet = ceremony.sheet(sheet_id)
    if sheet not in revisable(ceremony):
        raise RuleError("KPU-REVISE-SEALED", serial=sheet.serial)
    if cause is Cause.OTHER and not note.strip():
        raise RuleError("KPU-REVISE-REASON")
    if not attachment.targets:
        raise RuleError("KPU-ATTACHMENT")
    return sheet


def plan_revision(ceremony: Ceremony, old: Sheet, parties: Mapping[str, str], new_id: Callable[[], str]) -> Sheet:
    """The new sheet, unfrozen; ``parties`` are ids of officials by slot, where others sign than before.

    Raises:
        RuleError: UNKNOWN_OFFICIAL, KPU-REVISE-PARTIES where one person would sign for both, be it in two offices.
    """
    slots = tuple(
        replace(slot, official_id=ceremony.official(parties.get(slot.key, slot.official_id)).id) for slot in old.slots
    )
    people = [ceremony.official(slot.official_id) for slot in slots]
    if any(same_person(one, other) for one, other in combinations(people, 2)):
        raise RuleError("KPU-REVISE-PARTIES")
    number = next_number(ceremony, DocumentKind.PK)
    return Sheet(new_id(), DocumentKind.PK, f"PK-{number:03d}", slots, form_id=old.form_id)


def with_newcomers(ceremony: Ceremony, newcomers: tuple[Official, ...]) -> Ceremony:
    """The ceremony with people who came into office since; whoever of the roster has another office now is one of them.

    He stands there twice then, once in each office: what he signed in the old one stays as it was signed.

    Raises:
        RuleError: KPU-NIP-UNIQUE where a NIP is somebody else's, KPU-REVISE-KNOWN where the person is known with this
            office.
    """
    officials = list(ceremony.officials)
    for newcomer in newcomers:
        for other in officials:
            if newcomer.nip is None or newcomer.nip != other.nip:
                continue
            if bare_name(newcomer.name) != bare_name(other.name):
                raise RuleError("KPU-NIP-UNIQUE", name=newcomer.name, other=other.name)
            if newcomer.printed_office.casefold() == other.printed_office.casefold():
                raise RuleError("KPU-REVISE-KNOWN", name=newcomer.name)
        officials.append(newcomer)
    return replace(ceremony, officials=tuple(officials))


def revised(ceremony: Ceremony, revision: Revision, sheet: Sheet, newcomers: tuple[Official, ...] = ()) -> Ceremony:
    """Notes the revision; the frozen ``sheet`` is to follow, in a late sitting, and the ceremony is closed until then.

    Raises:
        RuleError: as :func:`check_may_revise` and :func:`with_newcomers`; KPU-SHEET-FROZEN.
    """
    check_may_revise(ceremony, revision.of_id, revision.cause, revision.note, revision.attachment)
    if sheet.frozen_sha256 is None:
        raise RuleError("KPU-SHEET-FROZEN", serial=sheet.serial)
    return replace(
        with_newcomers(ceremony, newcomers),
        state=CeremonyState.CLOSED,
        sheets=(*ceremony.sheets, sheet),
        revisions=(*ceremony.revisions, revision),
    )


def revision_of(ceremony: Ceremony, sheet_id: str) -> Revision | None:
    """The revision that made this sheet; None for every other sheet."""
    return next((one for one in ceremony.revisions if one.sheet_id == sheet_id), None)


def revised_by(ceremony: Ceremony, sheet_id: str) -> Revision | None:
    """The revision that takes this sheet's place."""
    return next((one for one in ceremony.revisions if one.of_id == sheet_id), None)


def revision_title(ceremony: Ceremony, sheet_id: str) -> str:
    """The line under the title of a revised sheet: the how manieth revision, and of which; empty for others."""
    found = revision_of(ceremony, sheet_id)
    if found is None:
        return ""
    number, before = 1, revision_of(ceremony, found.of_id)
    while before is not None:
        number, before = number + 1, revision_of(ceremony, before.of_id)
    return f"PERUBAHAN KE-{number}, MENGGANTIKAN {ceremony.sheet(found.of_id).serial}"


def revision_reason(revision: Revision) -> str:
    """Why, as it stands on paper."""
    return ": ".join(part for part in (CAUSE_WORDS[revision.cause], revision.note) if part)
