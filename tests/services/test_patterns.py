"""A draft out of a pattern, over real workspaces: everything but day, numbers and signatures comes along."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.documents import DocumentKind, Mark
from kpu_desk.domain.errors import FormError, RuleError, StorageError
from kpu_desk.domain.groups import SECRETARIAT
from kpu_desk.domain.journal import Event
from kpu_desk.domain.roster_changes import Change, carried_witnesses, compare_rosters
from kpu_desk.services import attending, filing, inspecting, patterns, preparing, sealing
from kpu_desk.services.desk import Desk
from kpu_desk.storage import ceremonies, journal_rows
from tests.services.offices import (
    PASSPHRASE,
    PLAN,
    make_desk,
    make_draft,
    never,
    no_progress,
    reading,
    sign_everything,
)

OFFICES = ("Ketua KPU Provinsi Rekaan", "Anggota", "Sekretaris KPU Provinsi Rekaan")


@pytest.fixture(scope="module")
def last_year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """An office with a draft, in which one member has another witness than the hierarchy gives."""
    desk = make_desk(tmp_path_factory.mktemp("lalu") / "kantor")
    draft = make_draft(desk, OFFICES)
    patterns.arrange(desk, draft.id, draft.officials, ((draft.officials[1].id, draft.officials[2].id),), ())
    yield desk
    desk.close()


def stored(desk: Desk, ceremony: Ceremony) -> Ceremony | None:
    with desk.database.reading() as session:
        return ceremonies.load(session, ceremony.id)


def test_last_years_ceremony_becomes_this_years_draft(last_year: Desk) -> None:
    pattern = patterns.own_patterns(last_year)[-1]
    people = patterns.people_of(reading((OFFICES[0], "Anggota Divisi Hukum", OFFICES[2])))
    changes = compare_rosters(pattern.people, people)
    assert [one.change for one in changes if one.change is not Change.SAME] == [Change.OFFICE]
    witnesses, lost = carried_witnesses(pattern.witnesses, changes)
    assert (len(witnesses), lost) == (1, ())
    plan = replace(PLAN, title="Penandatanganan 2027", year=2027, date=date(2027, 1, 21))
    prepared = patterns.Prepared(plan, pattern, people, witnesses, changes)
    made = patterns.make_ceremony(last_year, prepared)
    assert made == stored(last_year, made)
    assert (made.state, made.sheets, made.signatures) == (CeremonyState.DRAFT, (), ())
    assert made.attachment == pattern.attachment
    member, secretary = made.officials[1], made.secretary
    assert secretary is not None
    assert made.witness_of(member) == secretary
    assert not {o.id for o in made.officials} & {o.id for o in pattern.people}
    with last_year.database.reading() as session:
        used = [json.loads(e.facts) for e in journal_rows.read_all(session) if e.event == Event.PATTERN_USED]
    assert used[-1]["pattern"] == pattern.id
    assert (used[-1]["changed"], used[-1]["same"]) == (1, len(OFFICES) - 1)


def digest_of(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


def test_another_workspace_is_read_from_a_copy_and_never_touched(last_year: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "lalu"
    other = make_desk(folder)
    draft = make_draft(other)
    other.close()
    before = digest_of(folder)
    found = patterns.patterns_of_workspace(last_year, folder, PASSPHRASE)
    assert [(one.id, one.people) for one in found] == [(draft.id, draft.officials)]
    assert digest_of(folder) == before
    with pytest.raises(StorageError, match="WRONG_PASSPHRASE"):
        patterns.patterns_of_workspace(last_year, folder, "salah sama sekali")
    with pytest.raises(StorageError, match="PATTERN_FOLDER"):
        patterns.patterns_of_workspace(last_year, tmp_path, PASSPHRASE)


def test_people_of_a_rehearsal_never_become_those_of_a_real_day(last_year: Desk, tmp_path: Path) -> None:
    other = make_desk(tmp_path / "gladi", mark=Mark.GLADI)
    make_draft(other)
    other.close()
    with pytest.raises(RuleError, match="KPU-PATTERN-MARK"):
        patterns.patterns_of_workspace(last_year, tmp_path / "gladi", PASSPHRASE)


def test_sealed_records_alone_tell_people_witnesses_and_documents(last_year: Desk, tmp_path: Path) -> None:
    own = patterns.own_patterns(last_year)[-1]
    plan = replace(PLAN, kinds=(DocumentKind.PI,))
    made = patterns.make_ceremony(last_year, patterns.Prepared(plan, own, own.people, own.witnesses))
    for official in preparing.open_ceremony(last_year, made.id, no_progress, never).officials:
        attending.check_in(last_year, made.id, official.id, "dikenal petugas")
    sign_everything(last_year, made.id)
    preparing.close_ceremony(last_year, made.id)
    sealing.seal_ceremony(last_year, made.id, no_progress, never)
    folder = tmp_path / "rekaman"
    folder.mkdir()
    for record in filing.records(last_year, made.id):
        (folder / f"{record.serial}.pdf").write_bytes(filing.record_pdf(last_year, record.id, True))
    inspected = inspecting.inspect_files(inspecting.files_to_inspect([folder]), ())
    (pattern,) = patterns.patterns_of_folder(last_year, ((one.path, one.report) for one in inspected))
    assert (pattern.kinds, pattern.year) == (plan.kinds, 2026)
    told = compare_rosters(tuple(replace(o, unit=None) for o in own.people), pattern.people)
    assert {one.change for one in told} == {Change.SAME}
    assert len(pattern.witnesses) == 1
    with pytest.raises(FormError, match="NO_RECORDS"):
        patterns.patterns_of_folder(last_year, ())


def test_an_offices_own_pattern_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "kantor")
    shipped = {one.id: one.name for one in patterns.file_patterns(desk)}
    folder = desk.workspace.root / patterns.FOLDER
    folder.mkdir()
    text = 'id = "pi-saja"\nname = "Cara kami"\ntitle = "A"\noccasion = "B"\nkinds = ["PI"]\n'
    (folder / "pi.toml").write_text(text, "utf-8")
    assert {one.id: one.name for one in patterns.file_patterns(desk)} == {**shipped, "pi-saja": "Cara kami"}
    (folder / "salah.toml").write_text("id = 1", "utf-8")
    with pytest.raises(FormError, match=r"salah\.toml"):
        patterns.file_patterns(desk)
    desk.close()


def test_order_witnesses_and_groups_of_a_draft_are_set_at_once(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "kantor")
    draft = make_draft(desk, OFFICES)
    people = (*draft.officials[:-2], draft.officials[-1], draft.officials[-2])
    signers = ((DocumentKind.PI, (SECRETARIAT,)),)
    pair = ((people[-1].id, people[0].id),)
    after = patterns.arrange(desk, draft.id, people, pair, signers)
    assert (after.officials, after.witnesses, after.signers) == (people, pair, signers)
    assert after == stored(desk, draft)
    assert patterns.arrange(desk, draft.id, people, pair, signers) is after
    with pytest.raises(RuleError, match="KPU-WITNESS-OTHER"):
        patterns.arrange(desk, draft.id, people, ((people[0].id, people[0].id),), ())
    with pytest.raises(RuleError, match="KPU-CHANGED-MEANWHILE"):
        patterns.arrange(desk, draft.id, people[1:], (), ())
    assert desk.ceremony(draft.id) == after
    desk.close()
