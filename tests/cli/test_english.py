"""The counter in English: help, wrong calls, sentences and tables; JSON keeps its keys and codes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kpu_desk.app import main
from kpu_desk.language import Language, speak
from tests.pdf.sealed_sample import key, sealed

_WORDS = re.compile(r"\b(yang|dan|tidak|berkas|untuk|dengan|pilihan|pemakaian|bila|atau|rekaman)\b", re.IGNORECASE)


@pytest.fixture(autouse=True)
def _indonesian_afterwards() -> Iterator[None]:
    yield
    speak(Language.INDONESIAN)


@pytest.fixture
def record(tmp_path: Path) -> tuple[Path, Path]:
    file, certificate = tmp_path / "PI-001.pdf", tmp_path / "kantor.pem"
    file.write_bytes(sealed())
    certificate.write_bytes(key().certificate_pem)
    return file, certificate


@pytest.mark.parametrize("command", [[], ["roster", "check"], ["rehearse"], ["verify"], ["verify-page"], ["self-test"]])
def test_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for language, indonesian in (("en", False), ("id", True)):
        with pytest.raises(SystemExit):
            main([*command, "--help", "--language", language])
        out = capsys.readouterr().out
        assert bool(_WORDS.search(out)) is indonesian
        assert ("usage: " in out) is not indonesian


def test_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--language", "en", "verify", "--wrong"])
    assert stopped.value.code == 2
    assert "kpu-desk verify: wrong call: " in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["--language", "fr", "verify", "x.pdf"])
    assert "panggilan keliru" in capsys.readouterr().err


def test_a_verdict(record: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    file, certificate = record
    call = ["verify", str(file), "--trust", str(certificate)]
    assert main([*call, "--language", "en"]) == 0
    english = capsys.readouterr().out
    assert english.startswith("VALID: ")
    assert "PI-001.pdf\n    Sealed with a trusted certificate of an office;" in english
    assert ", time according to the signer 22-01-2026" in english
    assert main(call) == 0
    assert "PI-001.pdf\n    Disegel dengan sertifikat kantor" in capsys.readouterr().out


def test_json_differs_only_in_its_messages(record: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    file, certificate = record
    found = {}
    for language in ("id", "en"):
        assert main(["--language", language, "verify", str(file), "--trust", str(certificate), "--json"]) == 0
        (found[language],) = json.loads(capsys.readouterr().out)
    assert [reason.pop("message") for reason in found["id"]["reasons"]] != [
        reason.pop("message") for reason in found["en"]["reasons"]
    ]
    assert found["id"] == found["en"]


def test_a_roster(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    roster = tmp_path / "daftar.csv"
    roster.write_text("Nama,NIP,Jabatan\nDamar Wiraguna,123,Staf\n", encoding="utf-8")
    assert main(["roster", "check", str(roster), "--language", "en"]) == 1
    out = capsys.readouterr().out
    assert "ERROR: Cell B2: NIP “123” has 3 digits instead of 18." in out
    assert out.splitlines()[0].split() == ["Row", "Name", "NIP", "Rank", "Office", "held", "Unit"]
