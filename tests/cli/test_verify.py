"""The counter's verify: contract of JSON and exit status, wrong calls, folders, sentences for every reason."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from kpu_desk.cli.verify import run_verify
from kpu_desk.domain.profile import Zone
from kpu_desk.domain.verdict import Reason, Verdict
from kpu_desk.services.inspecting import reason_sentence, time_words, verdict_advice, verdict_word
from tests.pdf import bombs
from tests.pdf.limited import limited_children
from tests.pdf.sealed_sample import key, other_key, sealed, unsealed
from tests.waiting import LIMIT_S, until

ROOT = Path(__file__).parents[2]


def call(
    *paths: Path | str, trust: tuple[Path, ...] = (), workspace: tuple[bytes, ...] = (), as_json: bool = False
) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    status = run_verify(
        [str(path) for path in paths],
        trust=trust,
        workspace_certificates=workspace,
        as_json=as_json,
        out=out,
        err=err,
    )
    return status, out.getvalue(), err.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two sealed records, one of them in capitals, a stranger in another format, and a folder like a PDF."""
    (tmp_path / "PI-002.PDF").write_bytes(sealed())
    (tmp_path / "PI-001.pdf").write_bytes(sealed("Rekaman lain"))
    (tmp_path / "catatan.txt").write_text("x", encoding="utf-8")
    (tmp_path / "map.pdf").mkdir()
    return tmp_path


def test_folder_of_valid_records(folder: Path) -> None:
    status, out, err = call(folder, workspace=(key().certificate_pem,), as_json=True)
    found: list[dict[str, Any]] = json.loads(out)
    assert status == 0
    assert [Path(item["file"]).name for item in found] == ["PI-001.pdf", "PI-002.PDF"]
    assert {item["verdict"] for item in found} == {"VALID"}
    assert set(found[0]) == {"file", "verdict", "reasons", "signatures"}
    assert set(found[0]["reasons"][0]) == {"code", "message"}
    assert found[0]["signatures"][0]["at"] == "2026-01-22T09:41:00+07:00"
    assert "2 dari 2" in err


def test_text_for_people(folder: Path) -> None:
    status, out, _ = call(folder / "PI-001.pdf", workspace=(key().certificate_pem,))
    assert status == 0
    assert out.startswith("SAH: ")
    assert "Disegel dengan sertifikat kantor yang dipercaya" in out
    (folder / "PI-001.pdf").write_bytes(sealed() + b"x" * 412)
    status, out, _ = call(folder, workspace=(key().certificate_pem,))
    assert status == 1
    assert "DIUBAH: " in out
    assert "412 bita ditambahkan" in out
    assert "2 berkas: 1 sah; 1 diubah." in out


def test_nothing_is_valid_without_a_trusted_certificate(folder: Path) -> None:
    status, out, _ = call(folder, as_json=True)
    assert status == 1
    assert {item["verdict"] for item in json.loads(out)} == {"INTACT_UNKNOWN_SIGNER"}


def test_trust_replaces_the_workspace(folder: Path) -> None:
    ours, other, both = folder / "a.pem", folder / "b.pem", folder / "c.pem"
    ours.write_bytes(key().certificate_pem)
    other.write_bytes(other_key().certificate_pem)
    both.write_bytes(other_key().certificate_pem + key().certificate_pem)
    record = folder / "PI-001.pdf"
    assert call(record, trust=(ours,))[0] == 0
    assert call(record, trust=(other, ours))[0] == 0
    assert call(record, trust=(both,))[0] == 0
    assert call(record, trust=(other,), workspace=(key().certificate_pem,))[0] == 1


def test_wrong_calls_are_one_sentence_and_status_2(folder: Path) -> None:
    bad = folder / "bad.pem"
    bad.write_text("bukan sertifikat", encoding="utf-8")
    for arguments in (
        {"paths": (folder / "tidak-ada.pdf",)},
        {"paths": (folder,), "trust": (bad,)},
        {"paths": (folder,), "trust": (folder / "tidak-ada.pem",)},
        {"paths": (folder,), "trust": (folder,)},
    ):
        status, out, err = call(*arguments["paths"], trust=arguments.get("trust", ()), as_json=True)
        assert status == 2
        assert out == ""
        assert err.count("\n") == 1
        assert err.endswith(".\n")


def test_no_files_is_not_success(tmp_path: Path) -> None:
    status, out, err = call(tmp_path, as_json=True)
    assert status == 1
    assert json.loads(out) == []
    assert err == "Tidak ada berkas PDF untuk diperiksa.\n"


def test_unreadable_file_is_a_result(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa.pdf"
    os.mkfifo(pipe)
    (tmp_path / "kosong.pdf").write_bytes(b"")
    status, out, _ = call(tmp_path, as_json=True)
    assert status == 1
    found = {Path(item["file"]).name: item for item in json.loads(out)}
    assert found["pipa.pdf"]["verdict"] == "CANNOT_VERIFY"
    assert found["pipa.pdf"]["reasons"][0]["code"] == "UNREADABLE_FILE"
    assert found["kosong.pdf"]["reasons"][0]["code"] == "EMPTY"


def test_names_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[2J\n\u202efdp.pdf"
    path.write_bytes(unsealed())
    _, out, _ = call(path)
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert out.splitlines()[0].startswith("TANPA TANDA TANGAN ELEKTRONIK: ")
    _, _, err = call(tmp_path / "b\x1b[2J.pdf")
    assert "\x1b" not in err


def test_verify_loads_neither_qt_nor_a_network_library(tmp_path: Path) -> None:
    path = tmp_path / "PI-001.pdf"
    path.write_bytes(sealed())
    code = (
        "import sys, kpu_desk.pdf.verify; from kpu_desk.cli.verify import run_verify\n"
        f"run_verify([{str(path)!r}], trust=[], workspace_certificates=(), as_json=True,"
        " out=sys.stdout, err=sys.stderr)\n"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'aiohttp.'))]"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)


def test_ctrl_c_ends_everything_without_a_traceback(tmp_path: Path) -> None:
    slow = bombs.many_byte_ranges(250_000)
    for number in range(6):
        (tmp_path / f"{number}.pdf").write_bytes(slow)
    asked = [sys.executable, "-m", "kpu_desk", "verify", str(tmp_path), "--json"]
    # A shell that started the tests in the background made them deaf to Ctrl+C, and a child would inherit that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    child = subprocess.Popen(
        asked, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    signal.signal(signal.SIGINT, before)
    until(lambda: len(limited_children(child.pid)) == 2, "the files are not read by two workers")
    # As a terminal does it: to the whole group, workers and all; the workers must stay silent.
    os.killpg(child.pid, signal.SIGINT)
    out, err = child.communicate(timeout=LIMIT_S)
    assert child.returncode == 130
    assert out == ""
    assert err.startswith("Dihentikan; 0 dari 6")
    assert err.count("\n") == 1
    until(lambda: not _living(child.pid), "a worker outlived the program")


def _living(group: int) -> list[str]:
    """Processes of the group, those aside that only wait to be counted as dead."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, process_group = status.read_text(encoding="utf-8").rpartition(")")[2].split()[:3]
            if int(process_group) == group and state != "Z":
                found.append(status.parent.name)
    return found


def test_every_code_has_a_sentence_and_every_verdict_a_word() -> None:
    codes: set[str] = set()
    modules = ("verify", "later_changes", "our_seal", "signature_bytes", "first_look", "verify_files", "verify_worker")
    for name in modules:
        text = (ROOT / "kpu_desk" / "pdf" / f"{name}.py").read_text(encoding="utf-8")
        codes |= set(re.findall(r'"([A-Z]{5,}|[A-Z]+(?:_[A-Z]+)+)"', text))
    facts: dict[str, str | int] = {"field": "F", "signer": "S", "page": 3, "count": 4, "missing": 5, "key": "/K"}
    assert len(codes) > 40
    for code in sorted(codes):
        sentence = reason_sentence(Reason.of(code, before=1, after=2, seconds=10, megabytes=1024, **facts))
        assert code not in sentence
        assert sentence.endswith(".")
    assert all(verdict_word(verdict) for verdict in Verdict)


def test_times_are_told_in_the_zone_of_the_office_or_of_the_signer() -> None:
    at = datetime(2026, 1, 22, 23, 41, tzinfo=UTC)
    assert time_words(at) == "22 Januari 2026 pukul 23.41 UTC"
    assert time_words(at, Zone.WIT) == "23 Januari 2026 pukul 08.41 WIT"
    assert time_words(at.astimezone(Zone.WITA.tzinfo)) == "23 Januari 2026 pukul 07.41 WITA"
    assert time_words(at.astimezone(timezone(timedelta(hours=-3)))) == "22 Januari 2026 pukul 20.41 UTC-0300"


def test_every_verdict_has_an_advice() -> None:
    assert len({verdict_advice(verdict) for verdict in Verdict}) == len(Verdict)


def test_facts_without_a_name_still_make_a_sentence() -> None:
    assert "tanpa nama" in reason_sentence(Reason.of("SIGNATURE_UNREADABLE", field=""))
    assert reason_sentence(Reason.of("SOMETHING_NEW")) == "Alasan: SOMETHING_NEW."
