"""Replays the journal into a fresh database: the same ceremonies and, with the same program, the same records."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpu_desk.domain.canonical import digest_of
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.changes import applied
from kpu_desk.domain.documents import Meterai, Sheet
from kpu_desk.domain.errors import KnownError, RuleError
from kpu_desk.domain.journal import Event, JournalEntry, verify_chain
from kpu_desk.domain.lawful import check_lawful
from kpu_desk.domain.meterai import NotedMeterai
from kpu_desk.domain.numbering import GivenNumber
from kpu_desk.domain.profile_text import profile_from_toml
from kpu_desk.domain.record import SealedRecord
from kpu_desk.domain.stamps import OfficeStamp, StampAct, StampKind
from kpu_desk.services.desk import Desk, Progress
from kpu_desk.services.recomposing import compose_again
from kpu_desk.services.record_contents import chain_end, kept_sheets, record_content, sealing_tasks
from kpu_desk.storage import (
    ceremonies,
    closings,
    copies,
    journal_rows,
    kept_texts,
    meterai,
    numbers,
    records,
    stamps,
    whole_ceremony,
)
from kpu_desk.workspace import Workspace

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a replay came to something else.

    Attributes:
        seq, event: the journal's entry; 0 and "" for what is found at the end.
        what: the fact of the entry, or ``ceremony.field``, that does not hold; ``rule`` and its code where no rule
            allows what the act changed.
    """

    seq: int
    event: str
    what: str


@dataclass(frozen=True, slots=True)
class Replayed:
    """What was replayed, and every difference; none where ceremonies, frozen sheets and records are the same."""

    entries: int
    ceremonies: int
    frozen: int
    records: int
    differences: tuple[Difference, ...]


def replay(desk: Desk, folder: Path, progress: Progress = lambda _done, _total: None) -> Replayed:
    """Builds the workspace's database anew in ``folder`` from its journal, and compares it with the one of the desk.

    The journal goes across word for word. What it names by a digest alone is fetched by that digest and must have it:
    accounts of what an act changed, frozen sheets, evidence, ink, pictures of stamps, the office's settings of that
    day. All else is made again: ceremonies out of the accounts, each of which is held against the rule of its act,
    frozen sheets out of what they were composed of,
    records out of the ceremony, at the moments that the journal tells, with the office's key. The folder holds the
    database alone, for looking at: without its keys nobody goes on working in it beside the office's own.

    Args:
        folder: new or empty.

    Raises:
        StorageError: JOURNAL_BROKEN, DATABASE_EXISTS, FOLDER_IN_USE, DISK_FULL …; SealError: the key cannot be used.
    """
    twin = Workspace(folder)
    twin.prepare()
    with desk.database.reading() as session:
        entries = list(journal_rows.read_all(session))
    verify_chain(entries)
    with closing(desk.database.twin(twin, now=desk.clock())) as database:
        again = Desk(
            workspace=twin,
            lock=twin.lock(),
            profile=desk.profile,
            database=lambda: database,
            actor=desk.actor,
            mark=desk.mark,
            seal_key=desk.seal_key,
            clock=desk.clock,
        )
        try:
            return _Replay(desk, again, entries).run(progress)
        finally:
            again.abandon()


class _Replay:
    def __init__(self, desk: Desk, again: Desk, entries: list[JournalEntry]) -> None:
        self._desk, self._again, self._entries = desk, again, entries
        self._ceremonies: dict[str, Ceremony] = {}
        self._differences: list[Difference] = []
        self._frozen: list[tuple[JournalEntry, str]] = []
        self._records = 0
        self._acts: Mapping[str, Callable[[copies.Copies, Session, JournalEntry, Any], bool]] = {
            Event.DESK_OPENED: lambda copy, session, _entry, facts: self._settings(copy, session, facts["settings"]),
            Event.PROFILE_CHANGED: lambda copy, session, _entry, facts: self._settings(copy, session, facts["digest"]),
            Event.OWN_PDF_TAKEN: lambda copy, _session, _entry, facts: copy.own_pdf(facts["digest"]),
            Event.SHEET_FROZEN: lambda copy, _session, entry, facts: self._sheet(copy, entry, facts["digest"]),
            Event.SHEET_REDRAWN: lambda copy, _session, entry, facts: self._sheet(copy, entry, facts["digest"]),
            Event.CEREMONY_CLOSED: self._closed,
            Event.NUMBER_GIVEN: self._numbered,
            Event.METERAI_NOTED: self._meterai,
            Event.STAMP_SET: self._stamp_set,
            Event.STAMPS_PUT: self._stamped,
            Event.STAMPS_TAKEN_BACK: self._stamped,
        }

    def run(self, progress: Progress) -> Replayed:
        total, done = len(self._entries), 0
        while done < total:
            # Contents of records are read from what is committed.
            end = next((n for n in range(done, total) if self._entries[n].event == Event.RECORD_SEALED), total)
            with self._desk.database.reading() as source, self._again.changing() as target:
                copy = copies.Copies(source, target)
                for entry in self._entries[done:end]:
                    self._enter(copy, target, entry)
            done = end
            if done < total:
                self._record(self._entries[done])
                done += 1
            progress(done, total)
        self._compare()
        return Replayed(total, len(self._ceremonies), len(self._frozen), self._records, tuple(self._differences))

    def _enter(self, copy: copies.Copies, session: Session, entry: JournalEntry) -> None:
        copy.entry(entry)
        facts = json.loads(entry.facts)
        act = self._acts.get(entry.event)
        try:
            if act is not None and not act(copy, session, entry, facts):
                self._differs(entry, "digest")
        except (LookupError, ValueError) as error:
            self._differs(entry, str(error))
        account = facts.get("account")
        if account is not None:
            try:
                self._account(copy, session, entry, account)
            except (LookupError, ValueError, TypeError):
                self._differs(entry, "account")

    def _account(self, copy: copies.Copies, session: Session, entry: JournalEntry, sha256: str) -> None:
        text = kept_texts.load(session, sha256) if copy.text(sha256) else None
        if text is None:
            raise LookupError(sha256)
        after = applied(self._ceremonies, text)
        before = self._ceremonies.get(after.id)
        try:
            check_lawful(before, after, copy.evidence)
        except RuleError as error:
            self._differs(entry, f"rule {error.code}")
        whole_ceremony.save(session, before, after, copy.evidence, copy.inks)
        self._ceremonies[after.id] = after

    def _settings(self, copy: copies.Copies, session: Session, sha256: str) -> bool:
        text = kept_texts.load(session, sha256) if copy.text(sha256) else None
        if text is not None:
            self._again.profile = profile_from_toml(text, "office.toml")
        return text is not None

    def _sheet(self, copy: copies.Copies, entry: JournalEntry, sha256: str) -> bool:
        self._frozen.append((entry, sha256))
        return copy.frozen(sha256)

    def _closed(self, _copy: copies.Copies, session: Session, entry: JournalEntry, facts: Any) -> bool:
        with self._desk.database.reading() as source:
            found = closings.of_ceremony(source, facts["ceremony"])
        if found is None or found.digest() != facts["closing"]:
            return False
        closings.add(session, found, at=entry.at)
        return True

    def _numbered(self, _copy: copies.Copies, session: Session, entry: JournalEntry, facts: Any) -> bool:
        of = self._by_serial(facts)
        given = [
            GivenNumber(of[serial].id, serial, facts["year"], number)
            for serial, number in zip(facts["sheets"], facts["numbers"], strict=True)
        ]
        after = numbers.load(session).with_given(given)
        touched = [number.sheet_id for number in given]
        numbers.save(session, facts["ceremony"], after, touched, reason=facts["reason"], at=entry.at)
        return True

    def _meterai(self, _copy: copies.Copies, session: Session, entry: JournalEntry, facts: Any) -> bool:
        of = self._by_serial(facts)
        noted = {}
        for serial, text in zip(facts["sheets"], facts["meterai"], strict=True):
            kind, _, number = text.partition(" ")
            noted[of[serial].id] = NotedMeterai(Meterai(kind), number)
        meterai.save(session, facts["ceremony"], noted, at=entry.at)
        return True

    def _stamp_set(self, copy: copies.Copies, session: Session, entry: JournalEntry, facts: Any) -> bool:
        png = copy.stamp_image(facts["image"])
        if png is None:
            return False
        kind, active = StampKind(facts["kind"]), bool(facts["active"])
        stamp = OfficeStamp(kind, png, facts["image"], facts["diameter_um"], active, entry.at, entry.actor)
        stamps.add_setting(session, stamp)
        return True

    def _stamped(self, _copy: copies.Copies, session: Session, entry: JournalEntry, facts: Any) -> bool:
        of, kept = self._by_serial(facts), stamps.stamps(session)
        rows = zip(facts["sheets"], facts["slots"], facts["kinds"], facts["images"], strict=True)
        acts = [
            StampAct(
                of[serial].id, slot, StampKind(kind), image, kept[StampKind(kind)].diameter_um, facts["at"], entry.actor
            )
            for serial, slot, kind, image in rows
        ]
        stamps.add_acts(session, facts["ceremony"], acts, put=entry.event == Event.STAMPS_PUT)
        return True

    def _record(self, entry: JournalEntry) -> None:
        """One record made again, as it was: content at its moment and journal's head, seal at its moment."""
        from kpu_desk.pdf.record_file import make_record

        again, facts = self._again, json.loads(entry.facts)
        self._records += 1
        ceremony = self._ceremonies.get(facts["ceremony"])
        sheet = None if ceremony is None else self._by_serial(facts).get(facts["sheet"])
        if ceremony is None or sheet is None or "file" not in facts:
            # A version that did not tell the moments yet.
            self._differs(entry, "file")
            return
        task = next((task for task in sealing_tasks(again, ceremony) if task.sheet.id == sheet.id), None)
        if task is None:
            self._differs(entry, "sheet")
            return
        old, number = task.old, task.number
        head = self._entries[facts["head"] - 1]
        composed = datetime.fromisoformat(facts["composed"])
        again.clock = lambda: composed
        try:
            kept = replace(kept_sheets(again, ceremony, (sheet,)), head=head)
            content = record_content(again, ceremony, task, chain_end(again, ceremony.id), kept)
            made = make_record(content, again.seal_key(), at=datetime.fromisoformat(facts["signed"]))
        except KnownError as error:
            self._differs(entry, error.code)
            return
        for what, found in (("content", made.content_digest), ("file", digest_of(made.pdf))):
            if found != facts[what]:
                self._differs(entry, what)
        record = SealedRecord(
            id=facts["record"],
            sheet_id=sheet.id,
            serial=sheet.serial,
            kind=sheet.kind,
            content_digest=made.content_digest,
            pdf=made.pdf,
            sealed_at=facts["stored"],
            verdict=made.verdict.value,
            number=content.number,
            position=content.position,
            previous=content.previous,
            edition=old.edition + 1 if old is not None and task.again else 1,
            supersedes=None if old is None else old.id,
            reason=None if old is None else task.reason,
        )
        with self._desk.database.reading() as source, again.changing() as session:
            records.add_records(session, ceremony.id, [(record, None if number is None else number.year)])
            self._enter(copies.Copies(source, session), session, entry)

    def _compare(self) -> None:
        """The ceremonies as both databases have them, records byte by byte, and every frozen sheet composed again."""
        for ceremony in self._desk.ceremonies():
            with self._again.database.reading() as session, self._desk.database.reading() as source:
                found = ceremonies.load(session, ceremony.id)
                for field in fields(Ceremony):
                    if found is None or getattr(found, field.name) != getattr(ceremony, field.name):
                        self._differs(None, f"ceremony.{field.name}")
                for one in records.records(source, ceremony.id):
                    if records.record(session, one.id) != records.record(source, one.id):
                        self._differs(None, f"record {one.serial}")
        for entry, sha256 in self._frozen:
            try:
                same = compose_again(self._again, sha256).same
            except KnownError:
                same = False
            if not same:
                self._differs(entry, "digest (composed again)")

    def _by_serial(self, facts: Any) -> dict[str, Sheet]:
        return {sheet.serial: sheet for sheet in self._ceremonies[facts["ceremony"]].sheets}

    def _differs(self, entry: JournalEntry | None, what: str) -> None:
        self._differences.append(Difference(0, "", what) if entry is None else Difference(entry.seq, entry.event, what))
