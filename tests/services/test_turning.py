"""Ready, paused, resumed, annulled: stored with the journal's entries, kept over a crash, held by the database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kpu_desk.domain.ceremony import CeremonyState
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.errors import RosterError, RuleError
from kpu_desk.services import attending, numbering, patterns, preparing, sealing, signing, turning
from kpu_desk.services.desk import Desk
from kpu_desk.services.opening import unlock
from kpu_desk.storage import ceremonies, journal_rows, records
from tests.domain.ceremonies import ink
from tests.services.offices import (
    ACTOR,
    PASSPHRASE,
    Clock,
    capture,
    make_desk,
    make_draft,
    make_open,
    never,
    no_progress,
    sign_everything,
)
from tests.services.test_forms_used import words_of

OFFICES = ("Ketua KPU Provinsi Rekaan", "Sekretaris KPU Provinsi Rekaan", "Pelaksana")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "kantor")
    yield made
    made.close()


def turns_told(desk: Desk) -> list[tuple[str, str]]:
    with desk.database.reading() as session:
        entries = list(journal_rows.read_all(session))
    wanted = {"ceremony_ready", "ceremony_not_ready", "ceremony_paused", "ceremony_resumed", "ceremony_annulled"}
    return [(entry.event, json.loads(entry.facts).get("reason", "-")) for entry in entries if entry.event in wanted]


def test_ready_is_declared_with_its_reason_taken_back_by_hand_and_by_a_change(desk: Desk) -> None:
    ceremony = make_draft(desk, OFFICES)
    ready = turning.declare_ready(desk, ceremony.id, "Printer menyusul")
    assert (ready.state, ready.turns[-1].reason, ready.turns[-1].by) == ("ready", "Printer menyusul", ACTOR.name)
    assert turning.take_back_ready(desk, ceremony.id).state is CeremonyState.DRAFT
    turning.declare_ready(desk, ceremony.id)
    pair = (ready.officials[2].id, ready.officials[0].id)
    chosen = patterns.arrange(desk, ceremony.id, ready.officials, (pair,), ())
    assert chosen.state is CeremonyState.DRAFT
    with desk.database.reading() as session:
        assert ceremonies.load(session, ceremony.id) == chosen
    turning.declare_ready(desk, ceremony.id)
    assert preparing.open_ceremony(desk, ceremony.id, no_progress, never).state is CeremonyState.OPEN
    digest = sha256(b"Printer menyusul").hexdigest()
    ready_told = ("ceremony_ready", "")
    assert turns_told(desk) == [("ceremony_ready", digest), ("ceremony_not_ready", "-"), ready_told, ready_told]


def test_a_pause_outlasts_a_crash_and_whoever_signs_the_next_day_has_that_day(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "kantor")
    ceremony = make_open(desk, OFFICES)
    signer = ceremony.officials[2]
    shown = signing.sitting_for(desk, ceremony.id, signer.id).sheets[0]
    waiting = capture(signer.id, shown, ink(1))
    paused = turning.pause(desk, ceremony.id, "Listrik padam")
    with pytest.raises(RuleError, match="KPU-STATE"):
        signing.accept(desk, ceremony.id, waiting)
    with pytest.raises(RuleError, match="KPU-STATE"):
        signing.sitting_for(desk, ceremony.id, signer.id)
    shown.pages.close()
    desk.abandon()
    clock = Clock()
    clock.now = clock.now.replace(day=24)
    again = unlock(tmp_path / "kantor", PASSPHRASE, ACTOR, clock=clock)
    try:
        assert again.ceremony(ceremony.id) == paused
        resumed = turning.resume(again, ceremony.id)
        assert resumed.turns[-1].at.startswith("2026-01-24")
        assert signing.accept(again, ceremony.id, waiting).signatures[-1].at.startswith("2026-01-24")
        (minutes,) = [s for s in preparing.close_ceremony(again, ceremony.id).sheets if s.kind is DocumentKind.BA]
        with again.database.reading() as session:
            frozen = records.frozen(session, minutes.frozen_sha256 or "")
        assert frozen is not None
        said = words_of(frozen.pdf)
        assert "Sabtu, tanggal Dua Puluh Empat bulan Januari" in said
        assert "dibuka pukul 09.00 tanggal 22 Januari 2026 dan ditutup pukul 09.0" in said
        assert "Dijeda 22 Januari 2026 pukul 09.00 WIB. 3. Program dibuka lagi pukul 09.0" in said
    finally:
        again.close()


def test_an_annulled_ceremony_is_kept_sealed_never_and_its_numbers_stay_used(desk: Desk) -> None:
    ceremony = make_open(desk, OFFICES)
    sign_everything(desk, ceremony.id)
    sheet = ceremony.sheets[0]
    numbering.give_numbers(desk, ceremony.id, {sheet.id: "1/PR.03/31/2026"})
    preparing.close_ceremony(desk, ceremony.id)
    with pytest.raises(RosterError, match="FIELD_NOT_PRINTABLE"):
        turning.annul(desk, ceremony.id, "Alasan \u4e2d")
    void = turning.annul(desk, ceremony.id, "Daftar yang dipakai keliru")
    assert void.signatures
    for act in (
        lambda: sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True),
        lambda: numbering.give_numbers(desk, ceremony.id, {sheet.id: ""}),
        lambda: attending.undo_check_in(desk, ceremony.id, ceremony.officials[2].id),
        lambda: turning.annul(desk, ceremony.id, "Lagi"),
    ):
        with pytest.raises(RuleError, match="KPU-STATE"):
            act()
    other = make_open(desk, OFFICES)
    with pytest.raises(RuleError, match="KPU-NUMBER-UNIQUE"):
        numbering.give_numbers(desk, other.id, {other.sheets[0].id: "1/PR.03/31/2026"})


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE ceremony SET state = 'open' WHERE id = :id", "a void one stays"),
        ("UPDATE ceremony SET title = 'Lain' WHERE id = :id", "a void one stays"),
        ("DELETE FROM ceremony WHERE id = :id", "none ever goes"),
        ("UPDATE ceremony_turn SET reason = 'Lain'", "rows never change"),
        ("DELETE FROM ceremony_turn", "rows never go"),
        ("INSERT INTO signature SELECT 9, ceremony_id, sheet_id, 'lain', official_id, ink_digest, evidence_digest, at,"
         " evidence FROM signature LIMIT 1", "nobody signs now"),
    ],
)  # fmt: skip
def test_the_database_itself_holds_a_void_ceremony(void_desk: Desk, statement: str, words: str) -> None:
    ceremony_id = void_desk.ceremony_ids()[0]
    with pytest.raises(IntegrityError, match=words), void_desk.database.transaction() as session:
        session.execute(text(statement), {"id": ceremony_id} if ":id" in statement else {})


@pytest.fixture(scope="module")
def void_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = make_desk(tmp_path_factory.mktemp("batal") / "kantor")
    ceremony = make_open(desk, OFFICES)
    sign_everything(desk, ceremony.id)
    turning.annul(desk, ceremony.id, "Latihan yang keliru ruang kerjanya")
    yield desk
    desk.close()


def test_a_state_without_its_turn_is_refused_by_the_database(desk: Desk) -> None:
    ceremony = make_draft(desk, OFFICES)
    with pytest.raises(IntegrityError, match="the turn is noted first"), desk.database.transaction() as session:
        session.execute(text("UPDATE ceremony SET state = 'paused' WHERE id = :id"), {"id": ceremony.id})
