"""A journal that is replayed comes to the same ceremony and the same bytes of records; every difference is named."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest

from kpu_desk.cli.replay import run_replay
from kpu_desk.domain.ceremony import Attendance, Ceremony
from kpu_desk.domain.ceremony_parts import Cause, Fault
from kpu_desk.domain.documents import DocumentKind, Mark
from kpu_desk.domain.journal import Event
from kpu_desk.services import attending, declaring, numbering, opening, preparing, revising, sealing, turning, voiding
from kpu_desk.services.desk import Act, Desk
from kpu_desk.services.replay import Replayed, replay
from kpu_desk.storage import ceremonies, journal_rows, whole_ceremony
from kpu_desk.storage.connection import connect
from kpu_desk.storage.key_file import read_key_file
from kpu_desk.storage.keys import unwrap_with_passphrase
from kpu_desk.workspace import Workspace
from tests.domain.ceremonies import draft
from tests.services.offices import (
    ACTOR,
    PASSPHRASE,
    TARGETS,
    Clock,
    make_desk,
    make_draft,
    never,
    no_progress,
    sign_everything,
    sign_late,
)
from tests.services.stages import stage

SECRET = "usaha keluarga yang dirahasiakan"


def play(desk: Desk) -> None:
    """A day with trouble: a name corrected, a pause, a check-in undone, a sheet void, a declaration,
    a late number, a revision signed in a late sitting."""
    ceremony = make_draft(desk)
    chair, *_, last = ceremony.officials
    preparing.correct_official(desk, ceremony.id, replace(last, name="Orang Rekaan Lain, S.H."))
    declaring.declare(desk, ceremony.id, last.id, (SECRET,) * 2)
    preparing.open_ceremony(desk, ceremony.id, no_progress, never)
    for official in ceremony.officials:
        attending.check_in(desk, ceremony.id, official.id, "dikenal petugas")
    attending.undo_check_in(desk, ceremony.id, chair.id)
    turning.pause(desk, ceremony.id, "listrik padam")
    turning.resume(desk, ceremony.id)
    attending.check_in(desk, ceremony.id, chair.id, "KTP")
    sign_everything(desk, ceremony.id)
    sheet = next(s for s in desk.ceremony(ceremony.id).sheets if s.kind is DocumentKind.PI)
    voiding.make_void(desk, ceremony.id, sheet.id, Fault.OTHER, "tertukar dengan orang lain")
    sign_everything(desk, ceremony.id, 500)
    preparing.close_ceremony(desk, ceremony.id)
    sign_everything(desk, ceremony.id, 800)
    agreement = next(s for s in desk.ceremony(ceremony.id).sheets if s.kind is DocumentKind.PK)
    sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)
    numbering.give_numbers(desk, ceremony.id, {agreement.id: "823/HK.01-SD/31/2026"}, "nomor menyusul")
    sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)
    revising.revise(
        desk,
        ceremony.id,
        agreement.id,
        revising.Why(Cause.PLAN, "alasan petugas"),
        replace(TARGETS, institution="KPU Lain"),
    )
    sign_late(desk, ceremony.id, 850)
    sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("ulang") / "kantor"
    with closing(make_desk(root, mark=Mark.GLADI)) as desk:
        play(desk)
    return root


def replayed(root: Path, folder: Path) -> Replayed:
    with closing(opening.unlock(root, PASSPHRASE, ACTOR)) as desk:
        return replay(desk, folder)


def test_a_day_with_trouble_is_replayed_to_the_last_byte(office: Path, tmp_path: Path) -> None:
    out = io.StringIO()
    status = run_replay(
        office, folder=tmp_path / "ulang", passphrase=PASSPHRASE, as_json=True, out=out, err=io.StringIO(), ask=None
    )
    found = json.loads(out.getvalue())
    assert (status, found["differences"], found["ceremonies"]) == (0, [], 1)
    assert (found["frozen"], found["records"]) == (17, 16)


def test_the_journal_itself_tells_nobody_what_is_private(office: Path) -> None:
    with closing(opening.unlock(office, PASSPHRASE, ACTOR)) as desk, desk.database.reading() as session:
        told = "\n".join(entry.facts for entry in journal_rows.read_all(session))
    for private in (SECRET, "Orang Rekaan", "listrik padam", "tertukar", "alasan petugas"):
        assert private not in told


def test_an_act_that_no_rule_allows_is_named_though_the_journal_is_whole(tmp_path: Path) -> None:
    """Whoever has the key can write it as the program would, with its entry and its account."""
    with closing(stage("draft", tmp_path / "kantor", Clock())) as desk:
        (ceremony,) = desk.ceremonies()
        early = Attendance(ceremony.officials[0].id, desk.now_text(), "KTP", "Petugas Rekaan")
        facts = {"ceremony": ceremony.id, "official": early.official_id, "identified": early.identified}
        desk.change(
            ceremony.id,
            lambda c: replace(c, attendance=(early,)),
            ceremonies.save_attendance,
            Act(Event.CHECKED_IN, facts),
        )
        (found,) = replay(desk, tmp_path / "ulang").differences
    assert (found.event, found.what) == ("checked_in", "rule KPU-STATE")


def test_no_field_of_a_ceremony_is_left_out_of_a_replay() -> None:
    head = set(ceremonies._columns(draft()))
    assert {field.name for field in fields(Ceremony)} == head | whole_ceremony.BY_ROWS | {"id"}


def edited(office: Path, folder: Path, *statements: str) -> Path:
    """A copy whose database somebody edited who has its key; the journal is as it was."""
    root = folder / "diubah"
    shutil.copytree(office, root)
    key = unwrap_with_passphrase(read_key_file(Workspace(root).keys), PASSPHRASE)
    with closing(connect(Workspace(root).database, key)) as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            raw.execute(statement)
        raw.commit()
    return root


EDITS = {
    "a name": ("UPDATE official SET name = 'Orang Lain' WHERE position = 0", {"ceremony.officials"}),
    "a check-in": ("UPDATE attendance SET identified = 'KTP' WHERE position = 1", {"ceremony.attendance"}),
    "an account": (
        "UPDATE kept_text SET text = replace(text, 'listrik padam', 'hujan')",
        {"account", "ceremony.turns"},
    ),
    "a drawing": ("UPDATE ink_drawing SET strokes = strokes + 1 WHERE rowid = 1", {"content", "file", "record"}),
    "a record": ("UPDATE record SET pdf = CAST(pdf || x'20' AS BLOB) WHERE made = 1", {"record"}),
    "words of a form": ("UPDATE composition SET name = 'Bukan Pakta' WHERE rowid = 1", {"record", "content", "file"}),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_was_edited_is_named(
    office: Path, tmp_path: Path, edit: str, at_length: Callable[[int, int], int]
) -> None:
    if list(EDITS).index(edit) >= at_length(0, len(EDITS)):
        pytest.skip("with --long")
    statement, expected = EDITS[edit]
    found = replayed(edited(office, tmp_path, statement), tmp_path / "ulang")
    assert expected <= {one.what.partition(" ")[0] for one in found.differences}
