"""A sealed Perjanjian Kinerja is revised: a new sheet, signed late, supersedes it; both are kept in one chain."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # its types are a package of their own
import pikepdf
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.ceremony_parts import Cause
from kpu_desk.domain.chain import verify_record_chain
from kpu_desk.domain.documents import DocumentKind, Target
from kpu_desk.domain.errors import RosterError, RuleError
from kpu_desk.domain.late import awaited
from kpu_desk.domain.officials import Capacity, Official
from kpu_desk.domain.revising import revisable, revision_title
from kpu_desk.resources import read_text
from kpu_desk.services import attending, filing, numbering, preparing, revising, sealing
from kpu_desk.services.desk import Desk
from kpu_desk.services.revising import Why
from kpu_desk.storage import ceremonies, journal_rows, records
from tests.services.offices import (
    PLAN,
    TARGETS,
    Clock,
    make_desk,
    never,
    no_progress,
    reading,
    sign_everything,
    sign_late,
)
from tests.services.test_forms_used import words_of

OFFICES = ("Ketua KPU Provinsi Rekaan", "Sekretaris KPU Provinsi Rekaan")
SCHEMA = json.loads(read_text("schemas", "record-3.schema.json"))
NEW = Official("", "Orang Baru, S.E.", "198609262015051001", None, "Sekretaris KPU Provinsi Rekaan", None)
CHANGED = replace(TARGETS, targets=(Target("Terwujudnya Data Pemilih", "Persentase data mutakhir", "98%"),))


def seal(desk: Desk, ceremony_id: str) -> None:
    result = sealing.seal_ceremony(desk, ceremony_id, no_progress, never, without_number=True)
    assert (result.failed, result.remaining) == ((), 0)


def sealed(desk: Desk) -> Ceremony:
    """Only the PK and the minutes, signed and sealed."""
    ceremony = preparing.create_ceremony(desk, replace(PLAN, kinds=(DocumentKind.PK, DocumentKind.BA)))
    preparing.import_roster(desk, ceremony.id, reading(OFFICES), "pejabat.xlsx")
    preparing.set_attachment(desk, ceremony.id, TARGETS)
    ceremony = preparing.open_ceremony(desk, ceremony.id, no_progress, never)
    for official in ceremony.officials:
        attending.check_in(desk, ceremony.id, official.id, "dikenal petugas")
    count = sign_everything(desk, ceremony.id)
    preparing.close_ceremony(desk, ceremony.id)
    sign_everything(desk, ceremony.id, 1 + count)
    seal(desk, ceremony.id)
    return desk.ceremony(ceremony.id)


def test_a_revision_supersedes_and_keeps_the_old_one_with_why_and_when(tmp_path: Path) -> None:
    clock = Clock()
    desk = make_desk(tmp_path / "kantor", clock=clock)
    before = sealed(desk)
    (old,) = revisable(before)
    for why, targets, code in (
        (Why(Cause.OTHER, " "), CHANGED, "KPU-REVISE-REASON"),
        (Why(Cause.PLAN), replace(CHANGED, targets=()), "KPU-ATTACHMENT"),
        (Why(Cause.PLAN, "", {"pihak_pertama": before.officials[0]}), CHANGED, "KPU-REVISE-PARTIES"),
    ):
        with pytest.raises(RuleError, match=code):
            revising.revise(desk, before.id, old.id, why, targets)
    odd = Target("Terwujudnya Data Pemilih", "Persentase \u2603", "98%")
    snow = Why(Cause.OFFICIAL, "", {"pihak_pertama": replace(NEW, name="\u2603 Baru")})
    for why, targets, field in (
        (Why(Cause.PLAN), replace(CHANGED, targets=(odd,)), "indicator"),
        (snow, CHANGED, "name"),
    ):
        with pytest.raises(RosterError, match=f"FIELD_NOT_PRINTABLE.*{field}"):
            revising.revise(desk, before.id, old.id, why, targets)
    assert desk.ceremony(before.id) == before
    clock.now += timedelta(days=140)
    why = Why(Cause.OFFICIAL, "Sekretaris baru", {"pihak_pertama": NEW})
    after = revising.revise(desk, before.id, old.id, why, CHANGED)
    new = after.sheets[-1]
    assert (after.state, new.serial, after.officials[-1].added) == (CeremonyState.CLOSED, "PK-002", True)
    assert [one.official_id for one in awaited(after)] == [
        before.officials[0].id,
        after.officials[-1].id,
    ]
    with desk.database.reading() as session:
        assert ceremonies.load(session, after.id) == after
        frozen = records.frozen(session, new.frozen_sha256 or "")
        (told,) = [json.loads(e.facts) for e in journal_rows.read_all(session) if e.event == "agreement_revised"]
    assert (told["sheet"], told["of"], told["cause"], told["newcomers"]) == ("PK-002", "PK-001", "official", 1)
    assert frozen is not None
    said = words_of(frozen.pdf)
    assert "PERUBAHAN KE-1, MENGGANTIKAN PK-001" in said
    assert "98%" in said
    assert "Orang Baru, S.E." in said
    assert "11 Juni 2026" in said, "the sheet has the day on which it was made"
    with pytest.raises(RuleError, match="KPU-REVISE-SEALED"):
        revising.revise(desk, after.id, old.id, why, CHANGED)
    with pytest.raises(RuleError, match="KPU-REVISED"):
        numbering.give_numbers(desk, after.id, {old.id: "1/PR.03.1/31/2026"})
    sign_late(desk, after.id, 500)
    seal(desk, after.id)
    done = desk.ceremony(after.id)
    assert (done.state, [sheet.serial for sheet in revisable(done)]) == (CeremonyState.SEALED, ["PK-002"])
    lines = {line.serial: line for line in filing.records(desk, done.id)}
    assert lines["PK-001"].title == "Perjanjian Kinerja (digantikan PK-002)"
    assert [line.serial for line in lines.values() if line.replaced_by] == ["PK-001"]
    data = {}
    for serial, line in lines.items():
        with pikepdf.open(BytesIO(filing.record_pdf(desk, line.id, with_evidence=True))) as opened:
            data[serial] = json.loads(opened.attachments["record.json"].get_file().read_bytes())
        jsonschema.Draft202012Validator(SCHEMA).validate(data[serial])
    superseded = data["PK-002"]["supersedes"]
    assert (superseded["serial"], superseded["content"]) == ("PK-001", lines["PK-001"].content_digest)
    assert superseded["reason"] == "pergantian pejabat: Sekretaris baru"
    assert data["PK-001"]["supersedes"] is None
    assert verify_record_chain(data.values()).whole
    data["PK-002"]["supersedes"]["serial"] = "PK-009"
    assert not verify_record_chain(data.values()).sound
    pages = words_of(filing.record_pdf(desk, lines["PK-002"].id, with_evidence=True))
    assert "rekaman PK-001, tanpa nomor, disegel" in pages
    # And a second time, of the revision itself, with somebody of the roster who acts in another office now.
    (one,) = (o for o in done.officials if o.nip is not None)
    acting = replace(one, id="", office="Ketua KPU Provinsi Rekaan", capacity=Capacity.PLT, decree="SK 7")
    for wrong, code in (
        (replace(acting, name="Orang Lain"), "KPU-NIP-UNIQUE"),
        (replace(one, id=""), "KPU-REVISE-KNOWN"),
    ):
        with pytest.raises(RuleError, match=code):
            revising.revise(desk, done.id, new.id, Why(Cause.OFFICIAL, "", {"pihak_kedua": wrong}), CHANGED)
    with pytest.raises(RuleError, match="KPU-REVISE-PARTIES"):
        revising.revise(desk, done.id, new.id, Why(Cause.OFFICIAL, "", {"pihak_kedua": acting}), CHANGED)
    again = Why(Cause.OFFICIAL, "", {"pihak_pertama": done.officials[1], "pihak_kedua": acting})
    third = revising.revise(desk, done.id, new.id, again, CHANGED)
    assert revision_title(third, third.sheets[-1].id) == "PERUBAHAN KE-2, MENGGANTIKAN PK-002"
    assert [o.nip for o in third.officials].count(one.nip) == 2
    with desk.database.reading() as session:
        assert ceremonies.load(session, third.id) == third
    with pytest.raises(IntegrityError) as caught, desk.changing() as session:
        session.execute(text("DELETE FROM revision"))
    assert "never go" in str(caught.value.orig)
    desk.close()
