"""Records before programs that are not ours: each tool of the system's packages says what our own code says."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.record import RecordContent
from kpu_desk.pdf.record_data import DATA_NAME
from kpu_desk.pdf.record_file import SHEET_NAME, make_record
from kpu_desk.pdf.seal import LATER_FIELD, SEAL_FIELD
from kpu_desk.pdf.signature_bytes import find_in_bytes
from tests.pdf.later_parts import countersigned
from tests.pdf.sample_contents import agreement, attendance, pact, record_of
from tests.pdf.sealed_sample import AT, key
from tests.waiting import LIMIT_S


@cache
def _contents() -> dict[str, tuple[bytes, RecordContent]]:
    """Frozen sheets and the contents of their records, without a mark as the key has none."""
    pi, pk = record_of(pact()), record_of(agreement())
    dh = record_of(attendance(40), absent=2)
    later = (pi[0], replace(pi[1], later_signature=True))
    made = {"PI-001": pi, "PK-001": pk, "DH-001": dh, "PI-002": later}
    return {name: (frozen, replace(content, mark=Mark.NONE)) for name, (frozen, content) in made.items()}


@cache
def _records() -> dict[str, bytes]:
    return {name: make_record(content, key(), at=AT).pdf for name, (_, content) in _contents().items()}


@pytest.fixture(params=["PI-001", "PK-001", "DH-001", "PI-002"])
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"{request.param}.pdf"
    path.write_bytes(_records()[request.param])
    return path


def _run(tool: str, *arguments: str | Path) -> str:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    done = subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True, timeout=LIMIT_S, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_pdfsig(record: Path) -> None:
    told = _run("pdfsig", "-nocert", record)
    assert f"Signature Field Name: {SEAL_FIELD}" in told
    assert told.count("Signature is Valid") == 1
    assert "Total document signed" in told
    assert "Not total document signed" not in told


def test_pdfsig_on_a_record_that_was_signed_later(tmp_path: Path) -> None:
    path = tmp_path / "PI-002.pdf"
    path.write_bytes(countersigned(_records()["PI-002"]))
    told = _run("pdfsig", "-nocert", path)
    assert told.count("Signature is Valid") == 2
    assert f"Signature Field Name: {LATER_FIELD}" in told


def test_pdfsig_finds_a_changed_byte(record: Path) -> None:
    data = bytearray(record.read_bytes())
    data[1_000] ^= 1
    record.write_bytes(data)
    assert "Signature is Valid" not in _run("pdfsig", "-nocert", record)


def test_mutool(record: Path) -> None:
    assert "unchanged since signing" in _run("mutool", "sign", "-v", record)


def test_openssl(record: Path) -> None:
    data, (signature,) = record.read_bytes(), find_in_bytes(record.read_bytes())
    first, length, second, rest = signature.byte_range
    folder = record.parent
    (folder / "envelope.der").write_bytes(signature.contents)
    (folder / "signed").write_bytes(data[first : first + length] + data[second : second + rest])
    (folder / "office.pem").write_bytes(key().certificate_pem)
    # The sealing certificate is its own anchor; it is no authority, and the sample's is good for thirty days.
    trust = ("-CAfile", folder / "office.pem", "-partial_chain", "-no_check_time", "-purpose", "any")
    call = ("cms", "-verify", "-binary", "-inform", "DER", "-in", folder / "envelope.der")
    told = _run("openssl", *call, "-content", folder / "signed", *trust, "-out", folder / "again")
    assert "successful" in told.lower()
    assert (folder / "again").read_bytes() == (folder / "signed").read_bytes()


def test_pdfdetach(record: Path) -> None:
    frozen, composed = _contents()[record.stem]
    _run("pdfdetach", "-saveall", "-o", record.parent, record)
    assert (record.parent / SHEET_NAME).read_bytes() == frozen
    assert (record.parent / DATA_NAME).read_bytes() == composed.canonical()


def test_pdfimages_finds_no_picture_of_a_signature(record: Path) -> None:
    heading, rule, *pictures = _run("pdfimages", "-list", record).splitlines()
    assert heading.startswith("page")
    assert set(rule) == {"-"}
    assert pictures == []


def test_qpdf(record: Path) -> None:
    assert "No syntax or stream encoding errors found" in _run("qpdf", "--check", record)
