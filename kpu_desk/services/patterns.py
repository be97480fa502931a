"""Ceremonies from a pattern: the shipped ones, the office's own, and last year's wherever it lies."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kpu_desk.domain import acts_before, checks
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import CeremonyState
from kpu_desk.domain.ceremony_plan import CeremonyPlan
from kpu_desk.domain.documents import Mark
from kpu_desk.domain.errors import FormError, RuleError, StorageError
from kpu_desk.domain.groups import Signers
from kpu_desk.domain.journal import Event
from kpu_desk.domain.officials import Official
from kpu_desk.domain.pattern import Pattern, in_english, parse_pattern, pattern_of
from kpu_desk.domain.pattern_records import patterns_of_records
from kpu_desk.domain.roster import RosterReading
from kpu_desk.domain.roster_changes import Change, PersonChange, carried_rundown
from kpu_desk.domain.verdict import SealReport, Verdict
from kpu_desk.domain.witnessing import check_witness
from kpu_desk.language import Language, spoken
from kpu_desk.resources import resource_path
from kpu_desk.services.desk import Act, Desk, new_id
from kpu_desk.services.printable import check_plan, printable_official
from kpu_desk.storage import ceremonies as store
from kpu_desk.workspace import Workspace, storage_error

FOLDER = "pola"
"""Of the office's own patterns, in the workspace."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft as it was put together in one window.

    Attributes:
        pattern: where it comes from; its lampiran are taken over.
        witnesses: exceptions from the hierarchy, by the ids of ``people``.
        changes: the people against those of the pattern, as the operator confirmed them; none where it has none.
    """

    plan: CeremonyPlan
    pattern: Pattern
    people: tuple[Official, ...] = ()
    witnesses: tuple[tuple[str, str], ...] = ()
    changes: tuple[PersonChange, ...] = ()


def file_patterns(desk: Desk) -> tuple[Pattern, ...]:
    """The shipped patterns and the office's own; one of the same id takes the shipped one's place.

    Raises:
        FormError: WRONG_PATTERN in a file of the office; StorageError: NO_RIGHTS, FILE_FAILED.
    """
    found: dict[str, Pattern] = {}
    for folder in (resource_path("patterns"), desk.workspace.root / FOLDER):
        for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
            try:
                pattern = parse_pattern(path.read_bytes(), path.name)
            except OSError as error:
                raise storage_error(error, path) from error
            found[pattern.id] = pattern if spoken() is Language.INDONESIAN else in_english(pattern)
    return tuple(found.values())


def own_patterns(desk: Desk) -> tuple[Pattern, ...]:
    """The ceremonies of this workspace as patterns, the newest first; names from the news are for looking at only."""
    return _patterns(desk.ceremonies())


def patterns_of_workspace(desk: Desk, folder: Path, passphrase: str) -> tuple[Pattern, ...]:
    """The ceremonies of another workspace as patterns; a copy is opened, so nothing of it is written or migrated.

    Raises:
        StorageError: PATTERN_FOLDER, WRONG_PASSPHRASE, KEYS_DAMAGED, DATABASE_DAMAGED, DATABASE_NEWER, NO_RIGHTS …
        RuleError: KPU-PATTERN-MARK where it is a rehearsal's or a sample's and this one is not.
    """
    from kpu_desk.storage.database import open_database
    from kpu_desk.storage.first_look import first_look
    from kpu_desk.storage.key_file import read_key_file
    from kpu_desk.storage.keys import unwrap_with_passphrase

    source = Workspace(folder)
    if not source.is_set_up:
        raise StorageError("PATTERN_FOLDER", path=str(folder))
    with TemporaryDirectory(prefix="kpu-desk-pola-") as place:
        copy = Workspace(Path(place) / "salinan")
        copy.prepare()
        try:
            for path in (source.settings, source.keys, *folder.glob(f"{source.database.name}*")):
                shutil.copyfile(path, copy.root / path.name)
        except OSError as error:
            raise storage_error(error, folder) from error
        key = unwrap_with_passphrase(read_key_file(copy.keys), passphrase)
        look = first_look(copy, key)
        if look is None:
            open_database(copy, key, now=desk.clock()).close()
            look = first_look(copy, key)
    if look is None:
        raise StorageError("DATABASE_DAMAGED", path=str(source.database))
    _check_mark(desk, Mark(look.mark))
    return _patterns(look.ceremonies)


def patterns_of_folder(desk: Desk, inspected: Iterable[tuple[Path, SealReport]]) -> tuple[Pattern, ...]:
    """The ceremonies whose sealed records lie in a folder, as far as these were found intact.

    Raises:
        FormError: NO_RECORDS; RuleError: KPU-PATTERN-MARK.
    """
    from kpu_desk.pdf.record_data import record_data

    intact = (Verdict.VALID, Verdict.INTACT_UNKNOWN_SIGNER)
    records = [data for path, report in inspected if report.verdict in intact and (data := record_data(path))]
    try:
        found = patterns_of_records(records)
        marks = {Mark(record["mark"]) for record in records}
    except (KeyError, TypeError, ValueError) as error:
        raise FormError("NO_RECORDS") from error
    if not found:
        raise FormError("NO_RECORDS")
    for mark in marks:
        _check_mark(desk, mark)
    return found


def people_of(reading: RosterReading) -> tuple[Official, ...]:
    """The people of a roster file, to be held against those of a pattern."""
    return tuple(Official(new_id(), row.name, row.nip, row.rank, row.office, row.unit) for row in reading.rows)


def make_ceremony(desk: Desk, prepared: Prepared) -> Ceremony:
    """Makes the draft with people, witnesses, groups and lampiran, in one transaction.

    Raises:
        RosterError: FIELD_EMPTY, FIELD_TOO_LONG, FIELD_ODD_CHARACTER, FIELD_NOT_PRINTABLE, NIP_WRONG, of a person or
            of the plan.
        RuleError: KPU-NIP-UNIQUE, KPU-WITNESS-OTHER, KPU-WITNESS-ACTING, UNKNOWN_OFFICIAL.
    """
    pattern = prepared.pattern
    check_plan(prepared.plan)
    ids = {official.id: new_id() for official in prepared.people}
    people = tuple(printable_official(replace(official, id=ids[official.id])) for official in prepared.people)
    checks.check_nips_unique(people)
    ceremony = Ceremony(
        id=new_id(),
        officials=people,
        witnesses=tuple((ids[one], ids[witness]) for one, witness in prepared.witnesses),
        attachment=pattern.attachment,
        commission_attachment=pattern.commission_attachment,
        # Steps of other documents than are signed now would be announced in vain.
        rundown=carried_rundown(pattern.rundown, prepared.changes) if prepared.plan.kinds == pattern.kinds else (),
        **prepared.plan.values(),
    )
    _check_witnesses(ceremony)
    counts = {change: sum(one.change is change for one in prepared.changes) for change in Change}
    changed = sum(counts[change] for change in (Change.OFFICE, Change.PERSON, Change.ACTING))
    used = {
        "ceremony": ceremony.id,
        "pattern": pattern.id,
        "people": len(people),
        "witnesses": len(ceremony.witnesses),
        "same": counts[Change.SAME],
        "changed": changed,
        "new": counts[Change.NEW],
        "gone": counts[Change.GONE],
    }
    facts = {"ceremony": ceremony.id, "title": ceremony.title, "day": ceremony.date.isoformat()}
    return desk.add(ceremony, Act(Event.CEREMONY_CREATED, facts), Act(Event.PATTERN_USED, used))


def arrange(
    desk: Desk,
    ceremony_id: str,
    officials: tuple[Official, ...],
    witnesses: tuple[tuple[str, str], ...],
    signers: Signers,
) -> Ceremony:
    """Sets order, exceptions from the hierarchy of witnesses, and who signs what, of a draft.

    Args:
        officials: the people of the draft in another order, and nobody else.

    Raises:
        RuleError: KPU-STATE, KPU-WITNESS-OTHER, KPU-WITNESS-ACTING, KPU-CHANGED-MEANWHILE.
    """

    def rule(ceremony: Ceremony) -> Ceremony:
        if sorted(o.id for o in officials) != sorted(o.id for o in ceremony.officials):
            raise RuleError("KPU-CHANGED-MEANWHILE")
        known = {official.id: official for official in ceremony.officials}
        ordered = acts_before.with_roster(ceremony, tuple(known[official.id] for official in officials))
        arranged = replace(ordered, witnesses=witnesses, signers=signers)
        _check_witnesses(arranged)
        return arranged

    before = desk.ceremony(ceremony_id)
    after = rule(before)
    fields = [name for name in ("officials", "witnesses", "signers") if getattr(before, name) != getattr(after, name)]
    if not fields:
        return before
    facts = {"ceremony": ceremony_id, "fields": fields, "witnesses": [list(pair) for pair in witnesses]}
    return desk.change(ceremony_id, rule, store.save_roster, Act(Event.CEREMONY_CHANGED, facts))


def _patterns(ceremonies: Iterable[Ceremony]) -> tuple[Pattern, ...]:
    taken = (one for one in ceremonies if not one.sample and one.state is not CeremonyState.VOID)
    return tuple(pattern_of(ceremony) for ceremony in taken)


def _check_mark(desk: Desk, mark: Mark) -> None:
    # People who never were, or who only practised, do not slip into a real ceremony.
    if mark is not Mark.NONE and mark is not desk.mark:
        raise RuleError("KPU-PATTERN-MARK", mark=mark.value)


def _check_witnesses(ceremony: Ceremony) -> None:
    for official_id, witness_id in ceremony.witnesses:
        check_witness(ceremony.official(official_id), ceremony.official(witness_id))
