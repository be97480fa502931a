"""After the sealing: the register, showing, printing and saving of records."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import DocumentKind, Sheet
from kpu_desk.domain.errors import KnownError, RuleError, StorageError
from kpu_desk.domain.journal import Event
from kpu_desk.domain.own_documents import takes_number
from kpu_desk.domain.record import SealedRecord
from kpu_desk.domain.revising import revised_by
from kpu_desk.domain.showing import PageSource
from kpu_desk.domain.voiding import void_sentence
from kpu_desk.language import translate
from kpu_desk.services.desk import Act, Cancelled, Desk, Progress
from kpu_desk.storage import compositions, numbers
from kpu_desk.storage import records as store
from kpu_desk.workspace import storage_error, write_file_safely

if TYPE_CHECKING:
    from kpu_desk.domain.verdict import SealReport

FIRST_SHOWN_NAMES = 2


@dataclass(frozen=True, slots=True)
class OlderRecord:
    """A record that was superseded and is kept: when it was sealed, what number it bore, why a new one was made."""

    id: str
    sealed_at: str
    number: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class RecordSummary:
    """One line of the register: the newest record of a sheet.

    ``names`` are the first signers, ``printed`` counts copies that came out right, ``number`` is the office's own
    (None while it is to follow, or for good where ``numbered`` says that the office numbers no such document),
    ``older`` are the records it superseded, the newest of them first. Where ``void`` says why, the line is about a
    sheet that is void: ``id`` is the sheet's, there is no record and ``verdict`` is empty. ``replaced_by`` is the sheet
    that superseded a Perjanjian Kinerja.
    """

    id: str
    serial: str
    kind: DocumentKind
    title: str
    names: str
    sealed_at: str
    verdict: str
    printed: int
    content_digest: str
    number: str | None = None
    older: tuple[OlderRecord, ...] = ()
    numbered: bool = True
    void: str = ""
    replaced_by: str = ""


def records(desk: Desk, ceremony_id: str) -> tuple[RecordSummary, ...]:
    """The register of a ceremony, in the order of its sheets; each with the records it superseded."""
    ceremony = desk.ceremony(ceremony_id)
    with desk.database.reading() as session:
        sealed = store.records(session, ceremony_id)
        printed = store.printed_copies(session, ceremony_id)
        named = compositions.names(session, ceremony_id)
    editions: dict[str, list[SealedRecord]] = {}
    for record in sealed:
        editions.setdefault(record.sheet_id, []).append(record)
    summaries = []
    for *before, record in editions.values():
        sheet = ceremony.sheet(record.sheet_id)
        replaced = _replaced_by(ceremony, sheet)
        summaries.append(
            RecordSummary(
                id=record.id,
                serial=record.serial,
                kind=record.kind,
                title=_title(named.get(sheet.frozen_sha256 or "") or record.kind.full_name, replaced),
                names=_names(ceremony, sheet),
                sealed_at=record.sealed_at,
                verdict=record.verdict,
                printed=printed.get(record.id, 0),
                content_digest=record.content_digest,
                number=record.number,
                older=_superseded(before, record),
                numbered=takes_number(sheet, ceremony.documents, desk.profile),
                replaced_by=replaced,
            )
        )
    return tuple(summaries)


def void_sheets(desk: Desk, ceremony_id: str) -> tuple[RecordSummary, ...]:
    """The sheets of a ceremony that are void, as lines of the register, in the order in which they became so."""
    ceremony = desk.ceremony(ceremony_id)
    with desk.database.reading() as session:
        named = compositions.names(session, ceremony_id)
        given = numbers.of_ceremony(session, ceremony_id)
    return tuple(
        RecordSummary(
            id=void.sheet.id,
            serial=void.sheet.serial,
            kind=void.sheet.kind,
            title=named.get(void.sheet.frozen_sha256 or "") or void.sheet.kind.full_name,
            names=_names(ceremony, void.sheet),
            sealed_at=void.at,
            verdict="",
            printed=0,
            content_digest="",
            number=given[void.sheet.id][0].text if void.sheet.id in given else None,
            numbered=False,
            void=void_sentence(ceremony, void),
        )
        for void in ceremony.voids
    )


def _replaced_by(ceremony: Ceremony, sheet: Sheet) -> str:
    """The sealed sheet that superseded a Perjanjian Kinerja; empty for one that holds."""
    revision = revised_by(ceremony, sheet.id)
    if revision is None or revision.sheet_id not in ceremony.sealed:
        return ""
    return ceremony.sheet(revision.sheet_id).serial


def _title(title: str, replaced_by: str) -> str:
    """What the document is called; of a Perjanjian Kinerja that was revised also which sheet superseded it."""
    if not replaced_by:
        return title
    return translate("filing", "{title} (digantikan {serial})").format(title=title, serial=replaced_by)


def _names(ceremony: Ceremony, sheet: Sheet) -> str:
    names = [ceremony.named(slot.official_id) for slot in sheet.slots]
    if sheet.subject_id is not None:
        names = [ceremony.named(sheet.subject_id)]
    shown = ", ".join(names[:FIRST_SHOWN_NAMES])
    rest = len(names) - FIRST_SHOWN_NAMES
    return translate("filing", "{names} dan {n} lainnya").format(names=shown, n=rest) if rest > 0 else shown


def _superseded(before: list[SealedRecord], newest: SealedRecord) -> tuple[OlderRecord, ...]:
    pairs = zip(before, [*before, newest][1:], strict=True)
    return tuple(OlderRecord(old.id, old.sealed_at, old.number, new.reason or "") for old, new in pairs)[::-1]


def record_pdf(desk: Desk, record_id: str, with_evidence: bool) -> bytes:
    """The sealed record itself, or an unsealed copy of its own pages without the evidence pages.

    Raises:
        RuleError: UNKNOWN_RECORD.
    """
    record, _, sheet_pages = _record(desk, record_id)
    if with_evidence:
        return record.pdf
    from kpu_desk.pdf.extract import first_pages

    return first_pages(record.pdf, sheet_pages)


def page_source(pdf: bytes) -> PageSource:
    """Renders the pages of a PDF, to show or to print."""
    from kpu_desk.pdf.render import PageRenderer

    return PageRenderer(pdf)


def sheet_page_source(desk: Desk, ceremony_id: str, sheet_id: str) -> PageSource:
    """Renders the frozen pages of a sheet, be it void; raises RuleError KPU-SHEET-FROZEN before it is frozen."""
    sheet = desk.ceremony(ceremony_id).sheet_or_void(sheet_id)
    with desk.database.reading() as session:
        composed = store.frozen(session, sheet.frozen_sha256 or "")
    if composed is None:
        raise RuleError("KPU-SHEET-FROZEN", serial=sheet.serial)
    return page_source(composed.pdf)


def export_records(
    desk: Desk,
    record_ids: Iterable[str],
    folder: Path,
    *,
    with_evidence: bool,
    progress: Progress,
    cancelled: Cancelled,
) -> tuple[Path, ...]:
    """Saves records into a folder, named by serial number, never over a file that is there; each save is journaled.

    A record that superseded another one says so in its name: ``BA-001-pengganti.pdf``, ``BA-001-pengganti-2.pdf``.
    Private records go into a folder of their own, ``TERBATAS``, so that nobody hands them on with the others.

    Raises:
        StorageError: FILE_EXISTS with ``path``, DISK_FULL, NO_RIGHTS, FILE_MISSING (the folder).
        KnownError: CANCELLED. What was saved until then stays, each file whole.
    """
    ids = tuple(record_ids)
    _make(folder)
    saved: list[Path] = []
    for done, record_id in enumerate(ids):
        if cancelled():
            raise KnownError("CANCELLED")
        progress(done, len(ids))
        record, sheet, _ = _record(desk, record_id)
        suffix = "" if with_evidence else "-tanpa-bukti"
        path = (_private_folder(folder) if sheet.private else folder) / f"{record.serial}{_edition(record)}{suffix}.pdf"
        if os.path.lexists(path):
            raise StorageError("FILE_EXISTS", path=str(path))
        pdf = record_pdf(desk, record_id, with_evidence)
        write_file_safely(path, pdf, 0o644)
        desk.note(
            Act(
                Event.RECORD_EXPORTED,
                {"record": record_id, "digest": sha256(pdf).hexdigest(), "with_evidence": with_evidence},
            )
        )
        saved.append(path)
    progress(len(ids), len(ids))
    return tuple(saved)


def note_printed(desk: Desk, record_ids: Iterable[str], came_out_right: bool) -> None:
    """Logs printed copies, numbered, with the answer to "did it come out right?"."""
    with desk.changing() as session:
        for record_id in record_ids:
            copy = store.add_print(
                session, record_id, at=desk.now_text(), by=desk.actor.name, came_out_right=came_out_right
            )
            facts = {"record": record_id, "copy": copy, "came_out_right": came_out_right}
            desk.write(session, Act(Event.RECORD_PRINTED, facts))


def verify_record(desk: Desk, record_id: str) -> SealReport:
    """What our own verifier says of a record in the cupboard; noted in the journal."""
    from kpu_desk.pdf.verify import verify_pdf

    record, _, _ = _record(desk, record_id)
    report = verify_pdf(record.pdf, (desk.certificate_pem,))
    desk.note(Act(Event.RECORD_VERIFIED, {"record": record_id, "verdict": report.verdict.value}))
    return report


def _private_folder(folder: Path) -> Path:
    return _make(folder / "TERBATAS")


def _make(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_error(error, folder) from error
    return folder


def _edition(record: SealedRecord) -> str:
    if record.edition == 1:
        return ""
    return "-pengganti" if record.edition == 2 else f"-pengganti-{record.edition - 1}"


def _record(desk: Desk, record_id: str) -> tuple[SealedRecord, Sheet, int]:
    """A record, its sheet and how many pages that has."""
    with desk.database.reading() as session:
        record = store.record(session, record_id)
        ceremony_id = store.ceremony_of_record(session, record_id)
        if record is None or ceremony_id is None:
            raise RuleError("UNKNOWN_RECORD")
        sheet = desk.ceremony(ceremony_id).sheet(record.sheet_id)
        composed = store.frozen(session, sheet.frozen_sha256 or "")
    if composed is None:
        raise RuleError("KPU-SHEET-FROZEN", serial=sheet.serial)
    return record, sheet, composed.pages
