"""What there is to seal and what each record will say, fixed before any page is composed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kpu_desk.domain.canonical import digest_of
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.chain import ChainEnd
from kpu_desk.domain.checks import check_sheet_untouched
from kpu_desk.domain.closing_list import ClosingList
from kpu_desk.domain.dates import long_date
from kpu_desk.domain.documents import ComposedSheet, DocumentKind, Mark, Sheet, places_of
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.ink_drawing import PlacedInk
from kpu_desk.domain.journal import JournalEntry, utc_text
from kpu_desk.domain.late import signed_late
from kpu_desk.domain.meterai import NotedMeterai
from kpu_desk.domain.numbering import GivenNumber
from kpu_desk.domain.own_documents import takes_number
from kpu_desk.domain.record import RecordContent, ReplacedSheet, SealedRecord, SignedSlot, Superseded
from kpu_desk.domain.revising import revised_by, revision_of, revision_reason
from kpu_desk.domain.stamps import PlacedStamp, StampAct, stamp_places
from kpu_desk.domain.voiding import void_reason, voids_before
from kpu_desk.domain.whereabouts import interruptions
from kpu_desk.services.desk import PROGRAM, Desk
from kpu_desk.storage import closings, compositions, inks, journal_rows, meterai, numbers, records, stamps

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session


@dataclass(frozen=True, slots=True)
class SealingTask:
    """One sheet that needs a record.

    Attributes:
        number: the sheet's number with its year, or None while it is to follow.
        old: the record that the new one takes the place of, without its bytes; None for the first one. It is another
            sheet's where a Perjanjian Kinerja was revised.
        reason: why it does.
    """

    sheet: Sheet
    number: GivenNumber | None
    old: SealedRecord | None = None
    reason: str = ""

    @property
    def again(self) -> bool:
        """Whether the sheet itself has a record already."""
        return self.old is not None and self.old.sheet_id == self.sheet.id


def newest_records(session: Session, ceremony_id: str) -> Mapping[str, SealedRecord]:
    """The record of each sheet that no later one superseded, by sheet id, without its bytes."""
    # They come by edition, so the last one of a sheet stays.
    return {record.sheet_id: record for record in records.records(session, ceremony_id)}


def sealing_tasks(desk: Desk, ceremony: Ceremony) -> tuple[SealingTask, ...]:
    """What is to be sealed: complete sheets without a record, then records whose sheet got another number since."""
    with desk.database.reading() as session:
        given = numbers.of_ceremony(session, ceremony.id)
        sealed = newest_records(session, ceremony.id)
    tasks = []
    for sheet in ceremony.sheets_to_seal():
        revision, number = revision_of(ceremony, sheet.id), given[sheet.id][0] if sheet.id in given else None
        if revision is None:
            tasks.append(SealingTask(sheet, number))
        else:
            tasks.append(SealingTask(sheet, number, sealed[revision.of_id], revision_reason(revision)))
    for sheet in ceremony.sheets:
        # What was revised is superseded by the other sheet, and by nothing else.
        old = sealed.get(sheet.id) if revised_by(ceremony, sheet.id) is None else None
        if old is not None and sheet.id in given and given[sheet.id][0].text != old.number:
            renumbered, reason = given[sheet.id]
            tasks.append(SealingTask(sheet, renumbered, old, reason))
    return tuple(tasks)


def chain_end(desk: Desk, ceremony_id: str) -> ChainEnd:
    """Where the next record of the ceremony goes on."""
    with desk.database.reading() as session:
        return records.chain_end(session, ceremony_id)


@dataclass(frozen=True, slots=True)
class KeptSheets:
    """What is kept of some sheets, by sheet id, as it stood at one moment.

    Attributes:
        head: the journal's last entry then.
        frozen: their frozen bytes, of sheets that have some; ``marks`` what these bear on their pages, where that
            was noted.
        closing: the ceremony's closing list, where a Berita Acara is among them.
    """

    head: JournalEntry | None
    frozen: Mapping[str, ComposedSheet]
    marks: Mapping[str, Mark]
    signed: Mapping[str, inks.Signed]
    meterai: Mapping[str, NotedMeterai]
    stamps: Mapping[str, tuple[PlacedStamp, ...]]
    closing: ClosingList | None


def kept_sheets(desk: Desk, ceremony: Ceremony, sheets: Collection[Sheet]) -> KeptSheets:
    """Reads several sheets at once, which costs little more than to read one."""
    digests = {sheet.id: sheet.frozen_sha256 or "" for sheet in sheets}
    ids = tuple(digests)
    with desk.database.reading() as session:
        found = records.all_frozen(session, digests.values())
        frozen = {key: found[digest] for key, digest in digests.items() if digest in found}
        marks = compositions.marks(session, found)
        acts = stamps.of_sheets(session, ids)
        return KeptSheets(
            head=journal_rows.head(session),
            frozen=frozen,
            marks={key: marks[digest] for key, digest in digests.items() if digest in marks},
            signed=inks.signed_on(session, ids),
            meterai=meterai.of_sheets(session, ids),
            stamps={key: placed_stamps(session, acts[key], frozen[key]) for key in acts if key in frozen},
            closing=closings.of_ceremony(session, ceremony.id)
            if any(sheet.kind is DocumentKind.BA for sheet in sheets)
            else None,
        )


def placed_stamps(session: Session, acts: Iterable[StampAct], composed: ComposedSheet) -> tuple[PlacedStamp, ...]:
    """Stamps of one sheet with their pictures, each in its place beside the signature.

    A record that supersedes another carries the same stamps: they were put on the sheet, not on the record.
    """
    return tuple(
        PlacedStamp(
            slot=act.slot,
            kind=act.kind,
            png=stamps.image(session, act.image_sha256) or b"",
            image_sha256=act.image_sha256,
            diameter_um=act.diameter_um,
            at=act.at,
            by=act.by,
            places=stamp_places(composed.places, act.slot, act.diameter_um),
        )
        for act in acts
    )


def record_content(
    desk: Desk, ceremony: Ceremony, task: SealingTask, end: ChainEnd, kept: KeptSheets | None = None
) -> RecordContent:
    """The content of one record that follows ``end``; ``kept`` is what was read of its sheet, among others.

    Raises:
        RuleError: KPU-SHEET-FROZEN; KPU-SHEET-UNTOUCHED where the frozen bytes are not those that were signed;
            KPU-SHEET-MARK where they were frozen in a rehearsal and this is none, or the other way round.
    """
    now, sheet = desk.clock(), task.sheet
    kept = kept or kept_sheets(desk, ceremony, (sheet,))
    head, signed = kept.head, kept.signed[sheet.id]
    composed = kept.frozen.get(sheet.id)
    if composed is None:
        raise RuleError("KPU-SHEET-FROZEN", serial=sheet.serial)
    if kept.marks.get(sheet.id, desk.mark) is not desk.mark:
        raise RuleError("KPU-SHEET-MARK", serial=sheet.serial)
    evidences = [evidence for _, evidence in signed.values()]
    check_sheet_untouched(sheet, digest_of(composed.pdf), composed.pages, evidences)
    slots = []
    for slot_key, (drawn, evidence) in signed.items():
        slot = sheet.slot(slot_key)
        official = ceremony.official(slot.official_id)
        slots.append(
            SignedSlot(
                slot=slot.key,
                role=slot.role.value,
                name=evidence.name,
                nip=official.nip,
                office=evidence.office,
                capacity=official.capacity.value,
                decree=official.decree,
                inks=tuple(
                    PlacedInk(kind, ink, places_of(composed.places, slot.key, kind)) for kind, ink in drawn.items()
                ),
                evidence=evidence,
            )
        )
    subject = None if sheet.subject_id is None else ceremony.official(sheet.subject_id)
    commissioner = subject is not None and subject.group.is_commissioner
    local = now.astimezone(desk.profile.zone.tzinfo)
    return RecordContent(
        serial=sheet.serial,
        kind=sheet.kind,
        title=composed.name or sheet.kind.full_name,
        mark=desk.mark,
        office_name=desk.profile.name,
        office_short=desk.profile.short_name,
        region_code=desk.profile.region_code,
        ceremony_id=ceremony.id,
        ceremony_title=ceremony.title,
        ceremony_date=ceremony.date.isoformat(),
        place=ceremony.place,
        zone=desk.profile.zone.label,
        number=None if task.number is None else task.number.text,
        numbered=takes_number(sheet, ceremony.documents, desk.profile),
        class_code=desk.profile.code_for(sheet.kind, commissioner=commissioner).klas,
        number_place=composed.number,
        form=composed.form,
        sheet_version=sheet.version,
        pages=composed.pages,
        frozen=composed.pdf,
        stamp=composed.stamp,
        standard=composed.standard,
        codes=composed.codes if composed.standard else (),
        signatures=tuple(slots),
        unsigned=tuple(ceremony.named(slot.official_id) for slot in sheet.slots if slot.key not in signed),
        stamps=kept.stamps.get(sheet.id, ()),
        closing=kept.closing if sheet.kind is DocumentKind.BA and sheet.form_id is None else None,
        late=signed_late(ceremony, sheet),
        interruptions=interruptions(ceremony, sheet),
        position=end.position + 1,
        previous=end.digest,
        meterai=kept.meterai.get(sheet.id),
        later_signature=desk.profile.later_signature,
        supersedes=_superseded(task),
        replaces=tuple(
            ReplacedSheet(
                void.sheet.serial,
                void.sheet.frozen_sha256 or "",
                void_reason(void),
                void.at,
                len(ceremony.signed_slots(void.sheet.id)),
            )
            for void in voids_before(ceremony, sheet.id)
        ),
        journal_seq=head.seq if head else 0,
        journal_head=head.digest if head else "",
        composed_at=utc_text(now),
        composed_label=f"{long_date(local.date())} pukul {local:%H.%M.%S} {desk.profile.zone.label}",
        program=PROGRAM,
    )


def _superseded(task: SealingTask) -> Superseded | None:
    old = task.old
    if old is None:
        return None
    return Superseded(old.content_digest, old.number, old.sealed_at, task.reason, "" if task.again else old.serial)
