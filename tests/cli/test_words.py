"""`kpu-desk words`: the words from records alone, and none where one is missing, changed or not intact."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from kpu_desk.cli.words import run_words
from kpu_desk.services import closing_lists, filing, preparing, sealing
from tests.services.offices import make_desk, make_open, never, no_progress, sign_everything

CEREMONY = ("Ketua", "Sekretaris", "Pelaksana")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, tuple[str, ...]]:
    """Records of one ceremony, the office's certificate, and the words that its desk tells."""
    root = tmp_path_factory.mktemp("office")
    desk = make_desk(root / "desk")
    ceremony = make_open(desk, CEREMONY)
    signed = sign_everything(desk, ceremony.id)
    preparing.close_ceremony(desk, ceremony.id)
    words = closing_lists.words_of_ceremony(desk, ceremony.id)
    sign_everything(desk, ceremony.id, signed + 1)
    sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)
    ids = [record.id for record in filing.records(desk, ceremony.id)]
    filing.export_records(desk, ids, root / "records", with_evidence=True, progress=no_progress, cancelled=never)
    (root / "office.pem").write_bytes(desk.certificate_pem)
    return root / "records", root / "office.pem", words


def run(folder: Path, certificate: Path, *, as_json: bool = True) -> tuple[int, Any]:
    out, err = io.StringIO(), io.StringIO()
    status = run_words(folder, trust=[certificate], workspace_certificates=(), as_json=as_json, out=out, err=err)
    return status, json.loads(out.getvalue()) if as_json and out.getvalue() else out.getvalue() + err.getvalue()


def test_the_words_come_from_the_records_alone(office: tuple[Path, Path, tuple[str, ...]]) -> None:
    records, certificate, words = office
    status, told = run(records, certificate)
    assert status == 0
    assert told["ceremonies"][0]["words"] == list(words)
    status, text = run(records, certificate, as_json=False)
    assert status == 0
    assert f"12. {words[11]}" in text


def test_a_missing_sheet_is_told_and_there_are_no_words(
    office: tuple[Path, Path, tuple[str, ...]], tmp_path: Path
) -> None:
    records, certificate, words = office
    shutil.copytree(records, tmp_path / "records")
    (tmp_path / "records" / "PI-002.pdf").unlink()
    status, told = run(tmp_path / "records", certificate)
    assert (status, told["ceremonies"][0]["words"]) == (1, None)
    assert told["ceremonies"][0]["problems"] == [{"code": "MISSING", "serial": "PI-002"}]
    status, text = run(tmp_path / "records", certificate, as_json=False)
    assert status == 1
    assert "PI-002" in text
    assert words[0] not in text


def test_a_record_that_is_not_intact_gives_no_words(office: tuple[Path, Path, tuple[str, ...]], tmp_path: Path) -> None:
    records, certificate, _words = office
    shutil.copytree(records, tmp_path / "records")
    bent = tmp_path / "records" / "PI-001.pdf"
    bent.write_bytes(bent.read_bytes() + b"% later\n")
    status, told = run(tmp_path / "records", certificate)
    assert (status, told["whole"], told["ceremonies"][0]["words"]) == (1, False, None)
    assert [Path(bad["file"]).name for bad in told["not_valid"]] == ["PI-001.pdf"]


def test_no_folder_is_a_wrong_call_and_an_empty_one_has_no_words(
    office: tuple[Path, Path, tuple[str, ...]], tmp_path: Path
) -> None:
    assert run(tmp_path / "none", office[1])[0] == 2
    assert run(tmp_path, office[1]) == (1, {"whole": False, "not_valid": [], "ceremonies": []})
