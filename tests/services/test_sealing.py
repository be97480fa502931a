"""After the closing: records that any verifier accepts, and that hold what every signer saw."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from kpu_desk.domain.calling import next_signers
from kpu_desk.domain.ceremony import CeremonyState
from kpu_desk.domain.chain import ChainEnd
from kpu_desk.domain.documents import Mark
from kpu_desk.domain.errors import RuleError, SealError, StorageError
from kpu_desk.domain.verdict import Verdict
from kpu_desk.pdf.record_data import DATA_NAME
from kpu_desk.pdf.record_file import SHEET_NAME, compose_record
from kpu_desk.pdf.seal import LATER_FIELD, SEAL_FIELD
from kpu_desk.pdf.verify import verify_pdf
from kpu_desk.services import filing, opening, preparing, sealing, signing
from kpu_desk.services.desk import Desk
from kpu_desk.services.record_contents import record_content, sealing_tasks
from kpu_desk.storage import records as store
from tests.domain import ceremonies
from tests.pdf.later_parts import countersigned
from tests.pdf.pdfa_gate import assert_pdfa, assert_pdfa_bytes
from tests.services.offices import (
    ACTOR,
    PASSPHRASE,
    THREE,
    capture,
    close_signed,
    closed_desk,
    make_desk,
    make_open,
    never,
    no_progress,
    sign_late,
)


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, str]]:
    """A desk with a small ceremony, sealed whole."""
    desk = closed_desk(tmp_path_factory.mktemp("kantor"))
    ceremony_id = desk.ceremonies()[0].id
    result = sealing.seal_ceremony(desk, ceremony_id, no_progress, never, without_number=True)
    assert result == sealing.SealingResult(9, (), 0)
    yield desk, ceremony_id
    desk.close()


def _attachments(pdf: bytes) -> dict[str, bytes]:
    with pikepdf.open(BytesIO(pdf)) as document:
        return {name: spec.get_file().read_bytes() for name, spec in document.attachments.items()}


def test_every_record_is_valid_and_the_ceremony_is_sealed(sealed: tuple[Desk, str]) -> None:
    desk, ceremony_id = sealed
    assert desk.ceremony(ceremony_id).state is CeremonyState.SEALED
    register = filing.records(desk, ceremony_id)
    assert [r.serial for r in register] == [
        *("PK-001", "PI-001", "PI-002", "PI-003", "PBBK-001", "PBBK-002", "PBBK-003", "DH-001", "BA-001")
    ]
    for record in register:
        assert filing.verify_record(desk, record.id).verdict is Verdict.VALID


def test_a_record_gives_back_what_every_signer_saw(sealed: tuple[Desk, str]) -> None:
    desk, ceremony_id = sealed
    ceremony = desk.ceremony(ceremony_id)
    for record in filing.records(desk, ceremony_id):
        pdf = filing.record_pdf(desk, record.id, with_evidence=True)
        attached = _attachments(pdf)
        assert set(attached) == {DATA_NAME, SHEET_NAME}
        data = json.loads(attached[DATA_NAME])
        assert hashlib.sha256(attached[DATA_NAME]).hexdigest() == record.content_digest
        frozen = hashlib.sha256(attached[SHEET_NAME]).hexdigest()
        sheet = next(s for s in ceremony.sheets if s.serial == record.serial)
        assert sheet.frozen_sha256 == frozen == data["sheet"]["sha256"]
        assert [s["slot"] for s in data["signatures"]] == [s.slot for s in ceremony.signatures_of(sheet.id)]
        for number, signed in enumerate(data["signatures"]):
            assert signed["evidence"]["frozen_sha256"] == frozen
            assert signed["evidence"]["earlier"] == [s["inks"][0]["digest"] for s in data["signatures"][:number]]
        # No dynamics of anybody's hand leave the cupboard.
        assert b'pressure":[' not in attached[DATA_NAME]


def test_an_office_that_wants_a_later_signature_leaves_room_for_it(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    desk.profile = replace(desk.profile, later_signature=True)
    ceremony_id = close_signed(desk).id
    sealing.seal_ceremony(desk, ceremony_id, no_progress, never, without_number=True)
    for record in filing.records(desk, ceremony_id):
        pdf = filing.record_pdf(desk, record.id, with_evidence=True)
        with pikepdf.open(BytesIO(pdf)) as document:
            assert [str(field.T) for field in document.Root.AcroForm.Fields] == [SEAL_FIELD, LATER_FIELD]
        signed = verify_pdf(countersigned(pdf), (desk.certificate_pem,))
        assert signed.verdict is Verdict.VALID, signed.reasons
        assert signed.has_reason("LATER_SIGNATURE")
    desk.close()


def test_no_room_is_left_where_the_office_does_not_ask_for_it(sealed: tuple[Desk, str]) -> None:
    desk, ceremony_id = sealed
    pdf = filing.record_pdf(desk, filing.records(desk, ceremony_id)[0].id, with_evidence=True)
    with pikepdf.open(BytesIO(pdf)) as document:
        (field,) = document.Root.AcroForm.Fields
        assert field.V.Reference[0].TransformParams.P == 1


def test_records_conform_before_sealing(sealed: tuple[Desk, str]) -> None:
    desk, ceremony_id = sealed
    for record in filing.records(desk, ceremony_id):
        pdf = filing.record_pdf(desk, record.id, with_evidence=True)
        # The validator does not judge sealed files; what was sealed is a byte prefix of the record.
        assert_pdfa(pdf[: pdf.index(b"%%EOF\n") + 6])
        assert_pdfa_bytes(pdf)


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    desk = closed_desk(tmp_path)
    ceremony_id = desk.ceremonies()[0].id
    ceremony = desk.ceremony(ceremony_id)
    end, key = ChainEnd(0, None), desk.seal_key()
    for task in sealing_tasks(desk, ceremony):
        content = record_content(desk, ceremony, task, end)
        assert compose_record(content, key) == compose_record(content, key)
    desk.close()


def test_a_changed_record_and_one_of_another_office_are_not_valid(sealed: tuple[Desk, str], tmp_path: Path) -> None:
    desk, ceremony_id = sealed
    pdf = filing.record_pdf(desk, filing.records(desk, ceremony_id)[0].id, with_evidence=True)
    other = make_desk(tmp_path)
    assert verify_pdf(pdf, (other.certificate_pem,)).verdict is Verdict.INTACT_UNKNOWN_SIGNER
    other.close()
    assert verify_pdf(pdf + b"\n", (desk.certificate_pem,)).verdict is Verdict.CHANGED


def test_a_small_sealing_can_be_cancelled_and_continued(tmp_path: Path) -> None:
    desk = closed_desk(tmp_path)
    ceremony_id = desk.ceremonies()[0].id
    looks = iter([False, False, True, True])
    first = sealing.seal_ceremony(desk, ceremony_id, no_progress, lambda: next(looks, True), without_number=True)
    assert 0 < first.sealed < 9
    assert desk.ceremony(ceremony_id).state is CeremonyState.CLOSED
    second = sealing.seal_ceremony(desk, ceremony_id, no_progress, never, without_number=True)
    assert first.sealed + second.sealed == 9
    desk.close()
    again = opening.unlock(tmp_path, PASSPHRASE, ACTOR)
    assert again.ceremony(ceremony_id).state is CeremonyState.SEALED
    again.close()


def test_incomplete_sheets_wait_and_can_be_signed_and_sealed_later(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    ceremony = make_open(desk, THREE)
    member = ceremony.officials[1]
    signed = 0
    while others := [o for o in next_signers(desk.ceremony(ceremony.id)) if o.id != member.id]:
        for official in others:
            for shown in signing.sitting_for(desk, ceremony.id, official.id).sheets:
                signed += 1
                signing.accept(desk, ceremony.id, capture(official.id, shown, ceremonies.ink(signed)))
    shown = signing.sitting_for(desk, ceremony.id, member.id).sheets[0]
    assert shown.serial == "DH-001"
    signing.accept(desk, ceremony.id, capture(member.id, shown, ceremonies.ink(500)))
    preparing.close_ceremony(desk, ceremony.id)
    for official in (ceremony.officials[0], ceremony.officials[2]):
        for shown in signing.sitting_for(desk, ceremony.id, official.id).sheets:
            signed += 1
            signing.accept(desk, ceremony.id, capture(official.id, shown, ceremonies.ink(signed)))
    result = sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)
    assert (result.sealed, result.remaining) == (7, 2)
    sign_late(desk, ceremony.id, 600)
    assert sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True).remaining == 0
    desk.close()


def test_nothing_is_sealed_before_the_closing(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    ceremony = make_open(desk, THREE)
    with pytest.raises(RuleError, match="KPU-STATE"):
        sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)
    desk.close()


def test_a_clock_with_a_dead_battery_is_told_before_anything_is_sealed(tmp_path: Path) -> None:
    desk = closed_desk(tmp_path)
    desk.clock = lambda: datetime(2010, 1, 1, tzinfo=UTC)
    ceremony = desk.ceremonies()[0]
    with pytest.raises(SealError, match="SEAL_CLOCK") as refusal:
        sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)
    assert refusal.value.facts == {"now": "1 Januari 2010", "begins": "21 Januari 2026", "ends": "23 Januari 2036"}
    assert desk.ceremony(ceremony.id) == ceremony
    desk.close()


def test_a_rehearsals_certificate_and_pages_say_so(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, mark=Mark.GLADI)
    from kpu_desk.pdf.seal_key import load_certificate

    assert "GLADI" in load_certificate(desk.certificate_pem).subject.rfc4514_string()
    desk.close()


def test_saved_records_are_the_sealed_bytes_and_never_overwrite(sealed: tuple[Desk, str], tmp_path: Path) -> None:
    desk, ceremony_id = sealed
    ids = [record.id for record in filing.records(desk, ceremony_id)[:2]]
    saved = filing.export_records(
        desk, ids, tmp_path / "rekaman", with_evidence=True, progress=no_progress, cancelled=never
    )
    assert [path.name for path in saved] == ["PK-001.pdf", "PI-001.pdf"]
    assert saved[0].read_bytes() == filing.record_pdf(desk, ids[0], with_evidence=True)
    with pytest.raises(StorageError, match="FILE_EXISTS"):
        filing.export_records(
            desk, ids, tmp_path / "rekaman", with_evidence=True, progress=no_progress, cancelled=never
        )


def test_a_copy_without_evidence_has_only_the_sheets_pages(sealed: tuple[Desk, str]) -> None:
    desk, ceremony_id = sealed
    agreement = filing.records(desk, ceremony_id)[0]
    with pikepdf.open(BytesIO(filing.record_pdf(desk, agreement.id, with_evidence=False))) as copy:
        assert len(copy.pages) == 2
        assert not copy.attachments
        assert "/AcroForm" not in copy.Root
    assert len(filing.page_source(filing.record_pdf(desk, agreement.id, with_evidence=True)).sizes_um) > 2


def test_printed_copies_are_numbered_and_only_good_ones_count(sealed: tuple[Desk, str]) -> None:
    desk, ceremony_id = sealed
    record = filing.records(desk, ceremony_id)[3]
    filing.note_printed(desk, [record.id], came_out_right=False)
    filing.note_printed(desk, [record.id], came_out_right=True)
    assert filing.records(desk, ceremony_id)[3].printed == 1


def test_nothing_of_a_record_can_be_read_without_the_key(sealed: tuple[Desk, str]) -> None:
    desk, _ = sealed
    with desk.database.reading() as session:
        assert store.records(session, desk.ceremony_ids()[0])
    for path in desk.workspace.root.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            assert b"Orang Rekaan" not in raw, path
            assert b"%PDF-" not in raw, path
