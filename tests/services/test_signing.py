"""At the pad: one transaction makes a signature; what is refused leaves nothing."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kpu_desk.domain.calling import next_signers
from kpu_desk.domain.documents import InkKind
from kpu_desk.domain.errors import RuleError, StorageError
from kpu_desk.domain.ink import Ink, make_ink
from kpu_desk.domain.ink_drawing import draw
from kpu_desk.domain.journal import Event, verify_chain
from kpu_desk.domain.pen import StrokePoint, Tool
from kpu_desk.services import attending, opening, preparing, signing
from kpu_desk.services.desk import Desk
from kpu_desk.storage import ceremonies, journal_rows
from kpu_desk.storage import inks as store
from tests.domain.ceremonies import ink
from tests.services.offices import (
    ACTOR,
    PASSPHRASE,
    capture,
    limit_pages,
    make_desk,
    make_draft,
    make_open,
    never,
    no_progress,
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.close()


def test_a_signature_is_there_after_opening_again(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    ceremony = make_open(desk)
    staff = ceremony.officials[4]
    shown = signing.sitting_for(desk, ceremony.id, staff.id).sheets[0]
    assert (shown.serial, shown.slot) == ("DH-001", "hadir-005")
    after = signing.accept(desk, ceremony.id, capture(staff.id, shown, ink(1)))
    desk.close()

    again = opening.unlock(tmp_path, PASSPHRASE, ACTOR)
    assert again.ceremony(ceremony.id) == after
    with again.database.reading() as session:
        kept, evidence = store.signed_inks(session, shown.sheet_id)["hadir-005"]
        entries = list(journal_rows.read_all(session))
    assert kept == {InkKind.SIGNATURE: draw(ink(1))}
    assert evidence.frozen_sha256 == after.sheet(shown.sheet_id).frozen_sha256
    assert evidence.statement == shown.statement
    assert (evidence.identified, evidence.identified_by) == ("dikenal petugas", ACTOR.name)
    verify_chain(entries)
    accepted = [json.loads(entry.facts) for entry in entries if entry.event == Event.SIGNATURE_ACCEPTED]
    assert [facts["ink"] for facts in accepted] == [ink(1).digest()]
    again.close()


def test_the_window_gets_earlier_signatures_and_the_evidence_names_them(desk: Desk) -> None:
    ceremony = make_open(desk)
    staff, secretary = ceremony.officials[4], ceremony.officials[2]
    for number, shown in enumerate(signing.sitting_for(desk, ceremony.id, staff.id).sheets):
        signing.accept(desk, ceremony.id, capture(staff.id, shown, ink(number)))
    pact = next(shown for shown in signing.sitting_for(desk, ceremony.id, secretary.id).sheets if shown.slot == "saksi")
    assert [placed.ink for placed in pact.earlier] == [draw(ink(1))]
    assert "menyaksikan" in pact.statement
    assert staff.name in pact.statement
    signing.accept(desk, ceremony.id, capture(secretary.id, pact, ink(99)))
    with desk.database.reading() as session:
        _, evidence = store.signed_inks(session, pact.sheet_id)["saksi"]
    assert evidence.earlier == (ink(1).digest(),)


def test_what_the_rules_refuse_leaves_no_trace(desk: Desk) -> None:
    ceremony = make_open(desk)
    staff = ceremony.officials[4]
    shown = signing.sitting_for(desk, ceremony.id, staff.id).sheets[0]
    with desk.database.reading() as session:
        head = journal_rows.head(session)
    before = desk.ceremony(ceremony.id)
    with pytest.raises(RuleError, match="KPU-PAGES-SEEN"):
        signing.accept(desk, ceremony.id, replace(capture(staff.id, shown, ink(1)), pages_seen=0))
    with pytest.raises(RuleError, match="KPU-SLOT-OWN"):
        signing.accept(desk, ceremony.id, capture(ceremony.officials[3].id, shown, ink(1)))
    assert desk.ceremony(ceremony.id) is before
    with desk.database.reading() as session:
        assert journal_rows.head(session) == head
        assert not store.signed_inks(session, shown.sheet_id)


def test_a_sheet_redrawn_while_somebody_reads_is_not_signed_unread(desk: Desk) -> None:
    ceremony = make_open(desk)
    staff = ceremony.officials[4]
    shown = signing.sitting_for(desk, ceremony.id, staff.id).sheets[1]
    preparing.correct_official(desk, ceremony.id, replace(staff, name="Nama Benar"))
    with pytest.raises(RuleError, match="KPU-EVIDENCE-BOUND"):
        signing.accept(desk, ceremony.id, capture(staff.id, shown, ink(1)))
    again = signing.sitting_for(desk, ceremony.id, staff.id).sheets[1]
    assert signing.accept(desk, ceremony.id, capture(staff.id, again, ink(1))).signatures


def test_a_full_disk_while_accepting_signs_nothing_and_says_so(desk: Desk) -> None:
    ceremony = make_open(desk)
    staff = ceremony.officials[4]
    shown = signing.sitting_for(desk, ceremony.id, staff.id).sheets[0]
    limit_pages(desk, 1)
    with pytest.raises(StorageError, match="DISK_FULL"):
        signing.accept(desk, ceremony.id, capture(staff.id, shown, large_ink()))
    assert not desk.ceremony(ceremony.id).signatures
    limit_pages(desk, 1_000_000)
    with desk.database.reading() as session:
        stored = ceremonies.load(session, ceremony.id)
        verify_chain(journal_rows.read_all(session))
    assert stored == desk.ceremony(ceremony.id)
    assert signing.accept(desk, ceremony.id, capture(staff.id, shown, ink(1))).signatures


def large_ink() -> Ink:
    """Ink that does not compress, some pages of the database large."""
    dice = random.Random(1)
    points = tuple(
        StrokePoint(dice.randrange(120_000), dice.randrange(40_000), dice.randrange(65_536), n * 5)
        for n in range(4_000)
    )
    return make_ink((points,), tool=Tool.PEN, width_um=120_000, height_um=40_000, has_pressure=True)


def test_who_is_not_here_or_has_nothing_to_sign_is_not_called(desk: Desk) -> None:
    ceremony = make_draft(desk)
    preparing.open_ceremony(desk, ceremony.id, no_progress, never)
    staff = ceremony.officials[4]
    with pytest.raises(RuleError, match="KPU-SIGNER-PRESENT"):
        signing.sitting_for(desk, ceremony.id, staff.id)
    attending.check_in(desk, ceremony.id, staff.id, "KTP")
    for number, shown in enumerate(signing.sitting_for(desk, ceremony.id, staff.id).sheets):
        signing.accept(desk, ceremony.id, capture(staff.id, shown, ink(number)))
    with pytest.raises(RuleError, match="KPU-NOTHING-TO-SIGN"):
        signing.sitting_for(desk, ceremony.id, staff.id)
    assert staff not in next_signers(desk.ceremony(ceremony.id))


def test_a_refusal_is_kept_with_its_reason(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    ceremony = make_open(desk)
    staff = ceremony.officials[4]
    shown = signing.sitting_for(desk, ceremony.id, staff.id).sheets[1]
    signing.decline(desk, ceremony.id, staff.id, shown.sheet_id, "Belum sempat membaca")
    desk.close()
    again = opening.unlock(tmp_path, PASSPHRASE, ACTOR)
    assert [d.reason for d in again.ceremony(ceremony.id).declines] == ["Belum sempat membaca"]
    signing.accept(again, ceremony.id, capture(staff.id, shown, ink(1)))
    assert again.ceremony(ceremony.id).declines == ()
    again.close()
