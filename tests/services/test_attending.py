"""At the door: absent with a reason, gone, back again; in journal and database, and held by its triggers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kpu_desk.domain.ceremony_parts import Away
from kpu_desk.domain.errors import RosterError, RuleError
from kpu_desk.domain.whereabouts import away
from kpu_desk.services import attending, preparing, signing
from kpu_desk.services.desk import Desk
from kpu_desk.storage import ceremonies, inks, journal_rows
from tests.domain.ceremonies import ink
from tests.services.offices import ACTOR, capture, make_desk, make_draft, never, no_progress

OFFICES = ("Ketua KPU Provinsi Rekaan", "Sekretaris KPU Provinsi Rekaan", "Pelaksana", "Pelaksana")
SECRET = "Menunggui anaknya di rumah sakit"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "kantor")
    yield made
    made.close()


def refused(desk: Desk, statement: str, **values: str) -> str:
    with pytest.raises(IntegrityError) as caught, desk.changing() as session:
        session.execute(text(statement), values)
    return str(caught.value.orig)


def test_absent_left_and_back_are_kept_told_and_held(desk: Desk) -> None:
    ceremony = make_draft(desk, OFFICES)
    chair, secretary, first, second = (official.id for official in ceremony.officials)
    attending.note_absence(desk, ceremony.id, second, Away.ILL, SECRET)
    preparing.open_ceremony(desk, ceremony.id, no_progress, never, ())
    for official_id in (chair, secretary, first):
        attending.check_in(desk, ceremony.id, official_id, "dikenal petugas")
    attending.note_left(desk, ceremony.id, first, SECRET)
    with pytest.raises(RuleError, match="KPU-SIGNER-PRESENT"):
        signing.sitting_for(desk, ceremony.id, first)
    back = attending.check_in(desk, ceremony.id, first, "KTP")
    assert [(one.what, one.by) for one in back.whereabouts] == [
        (what, ACTOR.name) for what in (Away.ILL, Away.LEFT, Away.BACK)
    ]
    shown = signing.sitting_for(desk, ceremony.id, first).sheets[0]
    after = signing.accept(desk, ceremony.id, capture(first, shown, ink(1)))
    with desk.database.reading() as session:
        assert ceremonies.load(session, ceremony.id) == after
        (_, evidence), *_ = inks.signed_inks(session, shown.sheet_id).values()
        entries = [(entry.event, json.loads(entry.facts)) for entry in journal_rows.read_all(session)]
    assert evidence.identified == "KTP", "not as he was known in the morning"
    digest = sha256(SECRET.encode()).hexdigest()
    told = [(event, facts) for event, facts in entries if event in ("absence_noted", "left", "came_back")]
    assert all(facts.pop("account") for _, facts in told)
    assert told == [
        ("absence_noted", {"ceremony": ceremony.id, "official": second, "what": "ill", "note": digest}),
        ("left", {"ceremony": ceremony.id, "official": first, "note": digest}),
        ("came_back", {"ceremony": ceremony.id, "official": first, "identified": "KTP"}),
    ]
    with pytest.raises(RosterError, match="FIELD_TOO_LONG"):
        attending.note_left(desk, ceremony.id, first, "x" * 201)
    why = away(after, second)
    assert why is not None
    assert (why.what, why.note) == (Away.ILL, SECRET)

    row = "INSERT INTO whereabouts (ceremony_id, official_id, what, note, at, by) VALUES (:c, :o, :w, :n, '', '')"
    for official_id, what, words in (
        (first, "back", "goes who is here"),
        (second, "left", "goes who is here"),
        (first, "ill", "goes who is here"),
        (first, "left", "ck_whereabouts_note"),
    ):
        said = refused(desk, row, c=ceremony.id, o=official_id, w=what, n="" if "ck_" in words else "x")
        assert words in said
    assert "never change" in refused(desk, "UPDATE whereabouts SET note = ''")
    assert "never go" in refused(desk, "DELETE FROM whereabouts")
    attending.note_left(desk, ceremony.id, first, "Tugas")
    copy = "INSERT INTO signature SELECT 99, ceremony_id, sheet_id, slot || 'x', official_id, 'y', 'z', at, evidence"
    assert "the signer went" in refused(desk, f"{copy} FROM signature")


def test_a_person_taken_out_of_the_roster_leaves_the_note_behind(desk: Desk) -> None:
    ceremony = make_draft(desk, OFFICES)
    attending.note_absence(desk, ceremony.id, ceremony.officials[3].id, Away.LEAVE)
    after = preparing.remove_official(desk, ceremony.id, ceremony.officials[3].id)
    with desk.database.reading() as session:
        assert ceremonies.load(session, ceremony.id) == after
        assert session.execute(text("SELECT count(*) FROM whereabouts")).scalar_one() == 1
