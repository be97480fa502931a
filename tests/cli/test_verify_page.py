"""The counter's verify-page: contract of JSON and exit status, words for people, wrong calls, a sentence per reason."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kpu_desk.cli.verify_page import run_verify_page
from kpu_desk.domain.page_report import PageVerdict
from kpu_desk.domain.verdict import Reason
from kpu_desk.services.reading_pages import CAVEAT, page_advice, page_reason_sentence, page_verdict_word
from tests.pdf.paper import as_jpeg, as_png, printed
from tests.pdf.sealed_sample import key, other_key, page_pdf, sealed
from tests.pdf.test_page_reading import record

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Scans of a record's two pages, the record, a page without a code, and the office's certificate."""
    folder = tmp_path_factory.mktemp("kertas")
    (folder / "satu.jpg").write_bytes(as_jpeg(printed(record(), 0, 150)))
    (folder / "dua.png").write_bytes(as_png(printed(record(), 1, 150).rotate(90, expand=True)))
    (folder / "rekaman.pdf").write_bytes(record())
    (folder / "lain.pdf").write_bytes(sealed())
    (folder / "kosong.pdf").write_bytes(page_pdf(("Tanpa kode",)))
    (folder / "kantor.pem").write_bytes(key().certificate_pem)
    (folder / "lain.pem").write_bytes(other_key().certificate_pem)
    return folder


def call(
    *paths: Path, trust: tuple[Path, ...] = (), record: Path | None = None, as_json: bool = True
) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    certificates = (key().certificate_pem,)
    status = run_verify_page(
        paths, trust=trust, workspace_certificates=certificates, record=record, as_json=as_json, out=out, err=err
    )
    return status, out.getvalue(), err.getvalue()


def test_signed_pages_give_status_0_and_their_fields(folder: Path) -> None:
    status, out, err = call(folder / "satu.jpg", folder / "dua.png")
    found: list[dict[str, Any]] = json.loads(out)
    assert (status, err) == (0, "")
    assert [set(item) for item in found] == [{"file", "page", "verdict", "reasons", "fields"}] * 2
    assert [(item["file"], item["page"], item["verdict"]) for item in found] == [
        (str(folder / "satu.jpg"), 1, "SIGNED"),
        (str(folder / "dua.png"), 1, "SIGNED"),
    ]
    fields = found[1]["fields"]
    assert re.fullmatch(r"[0-9a-f]{32}", fields.pop("digest"))
    assert fields == {
        "serial": "PI-001",
        "page": 2,
        "pages": 2,
        "day": "2026-01-22",
        "signers": 2,
        "initials": ["UH", "DW"],
    }


def test_one_page_without_a_signed_code_gives_status_1(folder: Path) -> None:
    status, out, _ = call(folder / "satu.jpg", folder / "kosong.pdf")
    assert status == 1
    assert [(item["verdict"], item["fields"] is None) for item in json.loads(out)] == [
        ("SIGNED", False),
        ("NO_CODE", True),
    ]
    status, out, _ = call(folder / "satu.jpg", trust=(folder / "lain.pem",))
    assert status == 1
    assert [item["verdict"] for item in json.loads(out)] == ["UNKNOWN_SIGNER"]
    assert call(folder / "satu.jpg", trust=(folder / "lain.pem", folder / "kantor.pem"))[0] == 0


def test_with_a_record_it_says_whether_the_page_belongs(folder: Path) -> None:
    pages = (folder / "satu.jpg", folder / "dua.png", folder / "kosong.pdf")
    status, out, _ = call(*pages[:2], record=folder / "rekaman.pdf")
    assert status == 0
    assert [item["belongs"] for item in json.loads(out)] == [True, True]
    status, out, _ = call(*pages, record=folder / "rekaman.pdf")
    assert status == 1
    assert [item["belongs"] for item in json.loads(out)] == [True, True, False]
    status, out, _ = call(*pages[:1], record=folder / "lain.pdf")
    (item,) = json.loads(out)
    assert (status, item["verdict"], item["belongs"]) == (1, "SIGNED", False)
    assert [reason["code"] for reason in item["reasons"]] == ["CODE_SIGNED", "RECORD_NOT_OURS"]


def test_people_read_the_fields_and_what_they_do_not_prove(folder: Path) -> None:
    status, out, _ = call(folder / "satu.jpg", folder / "dua.png", record=folder / "rekaman.pdf", as_json=False)
    assert status == 0
    assert out.startswith(f"KODE DITANDATANGANI KANTOR: {folder / 'satu.jpg'}, halaman 1\n")
    for words in ("PI-001", "1 dari 2", "22 Januari 2026", "2 orang", "UH, DW", "bagian dari berkas rekaman"):
        assert words in out
    assert out.count(CAVEAT) == 1
    assert out.endswith(CAVEAT + "\n")
    assert "tidak membuktikan kata-kata" in CAVEAT
    _, out, _ = call(folder / "kosong.pdf", as_json=False)
    assert CAVEAT not in out


def test_wrong_calls_are_one_sentence_and_status_2(folder: Path) -> None:
    missing = folder / "tidak-ada.png"
    for status, out, err in (
        call(missing),
        call(folder / "satu.jpg", record=missing),
        call(folder / "satu.jpg", trust=(folder / "satu.jpg",)),
        call(folder / "satu.jpg", trust=(missing,)),
    ):
        assert (status, out) == (2, "")
        assert err.count("\n") == 1
        assert err.endswith(".\n")


def test_the_command_itself(folder: Path) -> None:
    words = ["verify-page", str(folder / "satu.jpg"), "--trust", str(folder / "kantor.pem"), "--json"]
    run = subprocess.run(
        [sys.executable, "-m", "kpu_desk", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)[0]["fields"]["serial"] == "PI-001"


def test_every_code_has_a_sentence_and_every_verdict_its_words() -> None:
    said: set[str] = set()
    sources = ("domain/page_report.py", "pdf/page_reading.py", "pdf/page_question.py", "pdf/code_bytes.py")
    for source in (*sources, "pdf/verify_files.py", "pdf/verify_worker.py", "services/reading_pages.py"):
        text = (ROOT / "kpu_desk" / source).read_text("utf-8")
        said |= set(re.findall(r'(?:Reason\.of|cannot|KnownError|without_code)\(\s*(?:\w+, )?"([A-Z_]+)"', text))
    said |= {"CODE_NOT_FOUND", "FOREIGN_CODE", "CODE_UNREADABLE", "ENCRYPTED", "DAMAGED"}
    said -= {"NO_SUCH_PATH"}
    assert len(said) >= 20
    facts: dict[str, str | int] = {"key": "ab", "serial": "PI-001", "day": "2026-01-22", "pages": 2, "page": 1}
    for code in said:
        numbers = {"seconds": 60, "megabytes": 1024, "width": 9, "height": 9, "limit": 200}
        sentence = page_reason_sentence(Reason.of(code, **facts, **numbers))
        assert code not in sentence
        assert sentence.endswith(".")
    assert page_reason_sentence(Reason.of("SOMETHING_NEW")) == "Alasan: SOMETHING_NEW."
    assert len({(page_verdict_word(verdict), page_advice(verdict)) for verdict in PageVerdict}) == len(PageVerdict)
