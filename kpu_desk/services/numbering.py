"""Between signing and sealing: the secretary gives the office's numbers, singly or as a series."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kpu_desk.domain.allowed import CeremonyAct, require
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import DocumentKind, Sheet
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.journal import Event
from kpu_desk.domain.numbering import LONGEST_REASON, Code, GivenNumber, count_from
from kpu_desk.domain.own_documents import takes_number
from kpu_desk.domain.revising import revised_by
from kpu_desk.services.desk import Act, Desk
from kpu_desk.services.record_contents import newest_records
from kpu_desk.storage import numbers as store


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A sheet as it is offered for numbering.

    Attributes:
        name: whose sheet it is, or its first signers.
        number: its present number, or None; ``sealed`` whether a record of it exists already, so that another
            number makes a superseding record.
        code: class and kind by which a series writes its number.
    """

    sheet_id: str
    serial: str
    kind: DocumentKind
    name: str
    number: str | None
    sealed: bool
    complete: bool
    code: Code


def number_lines(desk: Desk, ceremony_id: str) -> tuple[NumberLine, ...]:
    """The sheets of a ceremony that take a number of the office, or have one already, in their order."""
    ceremony = desk.ceremony(ceremony_id)
    with desk.database.reading() as session:
        given = store.of_ceremony(session, ceremony_id)
        sealed = newest_records(session, ceremony_id)
    return tuple(
        NumberLine(
            sheet_id=sheet.id,
            serial=sheet.serial,
            kind=sheet.kind,
            name=_name(ceremony, sheet),
            number=given[sheet.id][0].text if sheet.id in given else None,
            sealed=sheet.id in sealed,
            complete=ceremony.is_complete(sheet),
            code=_code(desk, ceremony, sheet),
        )
        for sheet in ceremony.sheets
        if (takes_number(sheet, ceremony.documents, desk.profile) or sheet.id in given)
        and not ceremony.is_waived(sheet)
        if revised_by(ceremony, sheet.id) is None
    )


def series(desk: Desk, ceremony_id: str, sheet_ids: Iterable[str], first: str) -> Mapping[str, str]:
    """What numbers a series would give, from ``first`` on, by the office's pattern; nothing is given yet.

    Raises:
        RuleError: KPU-NUMBER-FIRST, UNKNOWN_SHEET.
    """
    ceremony = desk.ceremony(ceremony_id)
    sheets = [ceremony.sheet(sheet_id) for sheet_id in sheet_ids]
    return {
        sheet.id: desk.profile.number_for(urut, _code(desk, ceremony, sheet), ceremony.date.year)
        for sheet, urut in zip(sheets, count_from(first, len(sheets)), strict=True)
    }


def give_numbers(desk: Desk, ceremony_id: str, wanted: Mapping[str, str], reason: str = "") -> None:
    """Gives the sheets these numbers, all or none, and journals it; an empty one is taken back.

    Sheets that are sealed already keep their record; the next sealing makes one that supersedes it and says
    ``reason``.

    Raises:
        RuleError: KPU-REVISED for a sheet that another one superseded; KPU-NUMBER-TEXT, KPU-NUMBER-UNIQUE,
            KPU-NUMBER-KEPT, UNKNOWN_SHEET, KPU-STATE before the opening.
    """
    ceremony = desk.ceremony(ceremony_id)
    require(ceremony.state, CeremonyAct.NUMBER)
    why = " ".join(reason.split())[:LONGEST_REASON]
    with desk.changing() as session:
        before = store.load(session)
        fresh = [
            GivenNumber(sheet.id, sheet.serial, ceremony.date.year, wanted[sheet.id])
            for sheet in (_numberable(ceremony, sheet_id) for sheet_id in wanted)
        ]
        after = before.with_given(fresh)
        changed = [number for number in fresh if before.of(number.sheet_id) != after.of(number.sheet_id)]
        if not changed:
            return
        touched = [number.sheet_id for number in changed]
        store.save(session, ceremony_id, after, touched, reason=why, at=desk.now_text())
        facts = {
            "ceremony": ceremony_id,
            "year": ceremony.date.year,
            "sheets": [number.serial for number in changed],
            "numbers": [after.of(sheet_id) or "" for sheet_id in touched],
            "previous": [before.of(sheet_id) or "" for sheet_id in touched],
            "reason": why,
        }
        desk.write(session, Act(Event.NUMBER_GIVEN, facts))


def _numberable(ceremony: Ceremony, sheet_id: str) -> Sheet:
    sheet, revision = ceremony.sheet(sheet_id), revised_by(ceremony, sheet_id)
    if revision is not None:
        raise RuleError("KPU-REVISED", serial=sheet.serial, by=ceremony.sheet(revision.sheet_id).serial)
    return sheet


def _name(ceremony: Ceremony, sheet: Sheet) -> str:
    if sheet.subject_id is not None:
        return ceremony.named(sheet.subject_id)
    return ceremony.named(sheet.slots[0].official_id) if sheet.slots else ""


def _code(desk: Desk, ceremony: Ceremony, sheet: Sheet) -> Code:
    subject = None if sheet.subject_id is None else ceremony.official(sheet.subject_id)
    commissioner = subject is not None and subject.group.is_commissioner
    return desk.profile.code_for(sheet.kind, commissioner=commissioner)
