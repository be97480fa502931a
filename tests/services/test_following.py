"""After the closing: a late sitting on another day with minutes of its own, and records that say so."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # its types are a package of their own
import pikepdf
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.documents import LATE_FORM, DocumentKind
from kpu_desk.domain.errors import RuleError
from kpu_desk.resources import read_text
from kpu_desk.services import attending, filing, following, preparing, sealing, signing, turning
from kpu_desk.services.desk import Desk
from kpu_desk.services.opening import unlock
from kpu_desk.storage import ceremonies, journal_rows, late_rows, records
from tests.domain.ceremonies import ink
from tests.services.offices import (
    ACTOR,
    PASSPHRASE,
    Clock,
    capture,
    make_desk,
    make_draft,
    never,
    no_progress,
    sign_everything,
)
from tests.services.test_forms_used import words_of

OFFICES = ("Ketua KPU Provinsi Rekaan", "Sekretaris KPU Provinsi Rekaan", "Pelaksana", "Pelaksana")
SCHEMA = json.loads(read_text("schemas", "record-3.schema.json"))


def half_signed(desk: Desk) -> Ceremony:
    """Everybody but the last person came; the Ketua was called away between the two signatures of the PK."""
    ceremony = make_draft(desk, OFFICES)
    preparing.open_ceremony(desk, ceremony.id, no_progress, never, ())
    chair, secretary, first, _ = (official.id for official in ceremony.officials)
    for official_id in (secretary, chair, first):
        attending.check_in(desk, ceremony.id, official_id, "dikenal petugas")
    agreement = next(s for s in desk.ceremony(ceremony.id).sheets if s.kind is DocumentKind.PK)
    sitting = signing.sitting_for(desk, ceremony.id, secretary)
    shown = next(one for one in sitting.sheets if one.sheet_id == agreement.id)
    signing.accept(desk, ceremony.id, capture(secretary, shown, ink(900)))
    attending.note_left(desk, ceremony.id, chair, "Dipanggil")
    attending.check_in(desk, ceremony.id, chair, "dikenal petugas")
    sign_everything(desk, ceremony.id)
    return preparing.close_ceremony(desk, ceremony.id)


def data_of(desk: Desk, ceremony_id: str) -> dict[str, dict[str, Any]]:
    """The data of every record, by serial."""
    found = {}
    for line in filing.records(desk, ceremony_id):
        pdf = filing.record_pdf(desk, line.id, with_evidence=True)
        with pikepdf.open(BytesIO(pdf)) as opened:
            found[line.serial] = json.loads(opened.attachments["record.json"].get_file().read_bytes())
    return found


def paused_overnight(desk: Desk, ceremony_id: str, last: str, clock: Clock) -> Desk:
    """The desk a day later: the sitting was paused, the battery went flat, and it goes on where it was."""
    waiting = signing.sitting_for(desk, ceremony_id, last).sheets[0]
    paused = turning.pause(desk, ceremony_id, "Dilanjutkan hari lain")
    assert (paused.state, paused.session_state) == (CeremonyState.CLOSED, CeremonyState.PAUSED)
    for act in (
        lambda: signing.accept(desk, ceremony_id, capture(last, waiting, ink(299))),
        lambda: signing.sitting_for(desk, ceremony_id, last),
        lambda: following.close_sitting(desk, ceremony_id),
        lambda: turning.pause(desk, ceremony_id, "Lagi"),
    ):
        with pytest.raises(RuleError, match="KPU-STATE"):
            act()
    with pytest.raises(IntegrityError, match="the late sitting is paused"), desk.changing() as session:
        late_rows.add(session, ceremony_id, replace(paused.sittings[0], closed_at="x", last=0))
    waiting.pages.close()
    desk.abandon()
    clock.now += timedelta(days=1)
    again = unlock(desk.workspace.root, PASSPHRASE, ACTOR, clock=clock)
    assert again.ceremony(ceremony_id) == paused
    assert turning.resume(again, ceremony_id).session_state is CeremonyState.OPEN
    return again


def test_who_follows_signs_in_a_sitting_of_another_day_and_the_record_says_so(tmp_path: Path) -> None:
    clock = Clock()
    desk = make_desk(tmp_path / "kantor", clock=clock)
    ceremony = half_signed(desk)
    last = ceremony.officials[3].id
    attending.check_in(desk, ceremony.id, last, "KTP")
    with pytest.raises(RuleError, match="KPU-LATE-OPEN"):
        signing.sitting_for(desk, ceremony.id, last)
    clock.now += timedelta(days=5)
    opened = following.open_sitting(desk, ceremony.id)
    assert opened.present == frozenset()
    for official_id in (last, ceremony.officials[1].id):
        attending.check_in(desk, ceremony.id, official_id, "KTP")
    desk = paused_overnight(desk, ceremony.id, last, clock)
    signed = sign_everything(desk, ceremony.id, 300)
    after = following.close_sitting(desk, ceremony.id)
    with desk.database.reading() as session:
        assert ceremonies.load(session, ceremony.id) == after
        entries = [(e.event, json.loads(e.facts)) for e in journal_rows.read_all(session) if e.event[:5] == "late_"]
        minutes = after.sheet(after.sittings[0].minutes_id or "")
        frozen = records.frozen(session, minutes.frozen_sha256 or "")
    assert all(facts.pop("account") for _, facts in entries)
    assert entries == [
        ("late_opened", {"ceremony": ceremony.id, "number": 1, "awaited": 2}),
        ("late_closed", {"ceremony": ceremony.id, "number": 1, "signatures": 3, "sheet": "BA-002"}),
    ]
    assert (minutes.serial, minutes.form_id, frozen is not None) == ("BA-002", LATE_FORM, True)
    assert frozen is not None
    said = words_of(frozen.pdf)
    assert "SUSULAN KE-1" in said
    assert "Dua Puluh Delapan bulan Januari" in said
    assert "tanggal 22 Januari 2026" in said
    said = re.sub(r"pukul 09\.0[0-9]", "pukul …", said)
    assert "dibuka pukul … tanggal 27 Januari 2026 dan ditutup pukul … WIB" in said
    assert "2. Dijeda 27 Januari 2026 pukul … WIB. 3. Program dibuka lagi pukul … WIB. 4. Dilanjutkan" in said
    assert "Orang Rekaan 5, S.H." in said
    sign_everything(desk, ceremony.id, 300 + signed)
    result = sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)
    assert (result.failed, result.remaining) == ((), 0)
    assert desk.ceremony(ceremony.id).state is CeremonyState.SEALED
    data = data_of(desk, ceremony.id)
    for one in data.values():
        jsonschema.Draft202012Validator(SCHEMA).validate(one)
    assert {serial for serial, one in data.items() if "late" in one} == {"PI-004", "PBBK-004"}
    assert [(one["slot"], one["sitting"], one["at"][:10]) for one in data["PI-004"]["late"]] == [
        ("pembuat", 1, "2026-01-28"),
        ("saksi", 1, "2026-01-28"),
    ]
    assert data["PI-004"]["ceremony"]["date"] == "2026-01-22"
    (held,) = data["PK-001"]["interruptions"]
    assert (held["slot"], held["left_at"] < held["back_at"]) == ("pihak_kedua", True)
    assert {serial for serial, one in data.items() if "interruptions" in one} == {"PK-001"}
    assert [serial for serial, one in data.items() if "closing" in one] == ["BA-001"]
    pages = {
        line.serial: words_of(filing.record_pdf(desk, line.id, with_evidence=True))
        for line in filing.records(desk, ceremony.id)
        if line.serial in ("PI-004", "PK-001")
    }
    assert "dalam penandatanganan susulan ke-1" in pages["PI-004"]
    assert "meninggalkan acara" in pages["PK-001"]
    desk.close()


def test_the_database_holds_it_too(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "kantor")
    ceremony = half_signed(desk)
    following.open_sitting(desk, ceremony.id)
    after = following.close_sitting(desk, ceremony.id)
    assert (after.sittings[0].minutes_id, after.late) == (None, None), "nobody signed, so there are no minutes"

    def refused(statement: str) -> str:
        with pytest.raises(IntegrityError) as caught, desk.changing() as session:
            session.execute(text(statement), {"c": ceremony.id, "o": ceremony.officials[3].id})
        return str(caught.value.orig)

    copy = "INSERT INTO signature SELECT 999, ceremony_id, sheet_id, slot || 'x', :o, 'y', 'z', at, evidence"
    assert "no late sitting" in refused(f"{copy} FROM signature WHERE ceremony_id = :c")
    row = "INSERT INTO late_sitting (ceremony_id, number, closed, at, by, signatures) VALUES (:c, 9, 1, '', '', 0)"
    assert "one at a time" in refused(row)
    assert "never go" in refused("DELETE FROM late_sitting")
    desk.close()
