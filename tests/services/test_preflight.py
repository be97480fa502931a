"""Before sealing: what e-Meterai and BSrE would say, by limits that are data and say where they come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kpu_desk.domain.documents import Paper
from kpu_desk.domain.errors import FormError
from kpu_desk.services import filing, sealing
from kpu_desk.services.desk import Desk
from kpu_desk.services.preflight import LIMITS, RECORD_PDF, preflight, service_limits
from kpu_desk.services.record_contents import sealing_tasks
from tests.services.offices import closed_desk, never, no_progress


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, str]]:
    desk = closed_desk(tmp_path_factory.mktemp("kantor"))
    yield desk, desk.ceremonies()[0].id
    desk.close()


def test_both_services_get_a_sentence_with_its_source(office: tuple[Desk, str]) -> None:
    desk, ceremony_id = office
    found = preflight(desk, ceremony_id)
    assert found is not None
    for told, limits in zip((found.emeterai, found.bsre), service_limits(desk), strict=True):
        assert told.startswith(f"{limits.name} diperkirakan menerima rekaman ini")
        assert f"sumber batas: {limits.source}" in told
    assert "tidak lagi sah" in found.emeterai
    assert "tidak menyisakan tempat" in found.bsre


def test_room_for_a_later_signature_is_told(office: tuple[Desk, str]) -> None:
    desk, ceremony_id = office
    before = desk.profile
    desk.profile = replace(before, later_signature=True, paper=Paper.F4)
    found = preflight(desk, ceremony_id)
    desk.profile = before
    assert found is not None
    assert "KPUDesk-TTE" in found.bsre
    assert "menolak rekaman ini (kertas F4, yang diterima A4" in found.emeterai


def test_an_office_replaces_the_limits(office: tuple[Desk, str]) -> None:
    desk, ceremony_id = office
    own = desk.workspace.root / LIMITS
    table = '[{0}]\nname = "{0}"\nlargest_kb = 1\noldest_pdf = "2.0"\npapers = ["A5"]\nsource = "surat"\n'
    own.write_text(table.format("emeterai") + table.format("bsre"), encoding="utf-8")
    found = preflight(desk, ceremony_id)
    assert found is not None
    for told in (found.emeterai, found.bsre):
        assert "menolak rekaman ini (sampai " in told
        assert "batasnya 1 kB" in told
        assert "paling lama 2.0" in told
        assert "kertas A4" in told
        assert "sumber batas: surat" in told
    for wrong in ("[emeterai]\n", "bukan toml", table.format("emeterai")):
        own.write_text(wrong, encoding="utf-8")
        with pytest.raises(FormError) as caught:
            preflight(desk, ceremony_id)
        assert caught.value.facts["file"] == LIMITS
    own.unlink()


def test_the_estimate_is_upwards_and_the_version_true(tmp_path: Path) -> None:
    desk = closed_desk(tmp_path)
    ceremony_id = desk.ceremonies()[0].id
    found = preflight(desk, ceremony_id)
    assert found is not None
    told = int(found.bsre.split("sampai ")[1].split(" kB")[0])
    assert sealing_tasks(desk, desk.ceremony(ceremony_id))
    sealing.seal_ceremony(desk, ceremony_id, no_progress, never, without_number=True)
    for line in filing.records(desk, ceremony_id):
        pdf = filing.record_pdf(desk, line.id, with_evidence=True)
        assert len(pdf) <= told * 1_000
        assert pdf.startswith(f"%PDF-{RECORD_PDF}".encode("ascii"))
    assert preflight(desk, ceremony_id) is None
    desk.close()
