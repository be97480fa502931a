"""Between signing and sealing: the secretary notes the meterai of the originals (domain.md 7.3, 8.10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kpu_desk.domain.allowed import CeremonyAct, require
from kpu_desk.domain.documents import DocumentKind, Meterai
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.journal import Event
from kpu_desk.domain.meterai import NotedMeterai, check_used_once, checked_meterai
from kpu_desk.domain.stamps import METERAI_SLOT
from kpu_desk.services.desk import Act, Desk
from kpu_desk.storage import meterai as store
from kpu_desk.storage import records


@dataclass(frozen=True, slots=True)
class MeteraiLine:
    """A sheet as it is offered for noting; ``asked`` whether its form has a place for a meterai."""

    sheet_id: str
    serial: str
    kind: DocumentKind
    name: str
    asked: bool
    noted: NotedMeterai | None


def meterai_lines(desk: Desk, ceremony_id: str) -> tuple[MeteraiLine, ...]:
    """The sheets of a ceremony that can be noted: personal ones and agreements, not sealed yet, in their order."""
    ceremony = desk.ceremony(ceremony_id)
    with desk.database.reading() as session:
        noted = store.of_ceremony(session, ceremony_id)
        asked = records.sheets_with_place(session, ceremony_id, METERAI_SLOT)
    lines = []
    for sheet in ceremony.sheets:
        if sheet.id in ceremony.sealed or ceremony.is_waived(sheet):
            continue
        if sheet.kind in (DocumentKind.DH, DocumentKind.BA) and sheet.id not in asked:
            continue
        whose = ceremony.named(sheet.subject_id or sheet.slots[0].official_id)
        lines.append(MeteraiLine(sheet.id, sheet.serial, sheet.kind, whose, sheet.id in asked, noted.get(sheet.id)))
    return tuple(lines)


def note_meterai(desk: Desk, ceremony_id: str, wanted: Mapping[str, tuple[Meterai, str]]) -> None:
    """Notes kind and serial number for these sheets, all or none, and journals it.

    Raises:
        RuleError: KPU-METERAI-NUMBERED, KPU-METERAI-SERIAL, KPU-METERAI-ONCE, KPU-SHEET-SEALED, UNKNOWN_SHEET,
            KPU-STATE before the opening.
    """
    ceremony = desk.ceremony(ceremony_id)
    require(ceremony.state, CeremonyAct.NUMBER)
    sheets = [ceremony.sheet(sheet_id) for sheet_id in wanted]
    for sheet in sheets:
        if sheet.id in ceremony.sealed:
            raise RuleError("KPU-SHEET-SEALED", serial=sheet.serial)
    notes = {sheet.id: checked_meterai(*wanted[sheet.id], sheet.serial) for sheet in sheets}
    with desk.changing() as session:
        before = store.of_ceremony(session, ceremony_id)
        changed = {sheet_id: note for sheet_id, note in notes.items() if before.get(sheet_id) != note}
        if not changed:
            return
        used, serials = store.all_used(session)
        own = {sheet.id: sheet.serial for sheet in sheets}
        check_used_once({**used, **changed}, {**serials, **own}, changed)
        store.save(session, ceremony_id, changed, at=desk.now_text())
        facts = {
            "ceremony": ceremony_id,
            "sheets": [own[sheet_id] for sheet_id in changed],
            "meterai": [f"{note.kind.value} {note.serial}".strip() for note in changed.values()],
        }
        desk.write(session, Act(Event.METERAI_NOTED, facts))
