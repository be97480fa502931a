"""Whole rehearsals through the real windows, in a process of their own and without a screen."""

from __future__ import annotations

import json
import signal
import subprocess
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from cryptography import x509
from openpyxl import Workbook

from kpu_desk.domain.inkml import from_inkml
from kpu_desk.domain.invented_people import invent_people
from kpu_desk.domain.verdict import Verdict
from kpu_desk.services.inspecting import files_to_inspect, inspect_files
from tests.pdf.own_pdfs import changed, letter
from tests.rehearsal.running import RECORDINGS, Run, command, rehearse, without_display
from tests.services.offices import ask_for_paraf
from tests.waiting import LIMIT_S

INK = "{http://www.w3.org/2003/InkML}"
needs_recordings = pytest.mark.skipif(not RECORDINGS.is_dir(), reason="the recordings of shared/data are not here")


def _check_whole(run: Run, *, people: int, added: int = 0) -> None:
    """What must hold of every rehearsal, counted from the files themselves."""
    assert run.status == 0, run.messages
    summary = run.summary
    signatures = 4 * people + 4
    records = 2 * people + 3
    counts = (people, added, people, records, records, records)
    names = ("people", "added", "present", "sheets", "records", "verified")
    assert tuple(summary[name] for name in names) == counts
    assert all(seconds >= 0 for seconds in summary["seconds"].values())
    expected = Counter(PK=1, PI=people, PBBK=people, DH=1, BA=1)
    assert Counter(line["kind"] for line in summary["records_list"]) == expected
    assert {line["verdict"] for line in summary["records_list"]} == {"VALID"}
    files = sorted(path.name for path in (run.out / "records").iterdir())
    assert files == sorted(line["file"] for line in summary["records_list"])
    assert files == sorted(f"{kind}-{n:03d}.pdf" for kind, count in expected.items() for n in range(1, count + 1))
    roles = Counter(line["role"] for line in summary["signatures"])
    assert roles == Counter(
        pihak_pertama=1, pihak_kedua=1, pembuat=2 * people, saksi=people, hadir=people, penanda_tangan=2
    )
    assert len(summary["signatures"]) == signatures
    inks = [line["ink"] for line in summary["signatures"]]
    assert len(set(inks)) == signatures
    assert sorted(inks) == sorted(f"ink/{path.name}" for path in (run.out / "ink").iterdir())
    assert {line["sheet"] for line in summary["signatures"]} == set(files)
    certificate = (run.out / "office-certificate.pem").read_bytes()
    found = list(inspect_files(files_to_inspect([run.out / "records"]), [certificate]))
    assert [report.report.verdict for report in found] == [Verdict.VALID] * records
    assert x509.load_pem_x509_certificate(certificate).subject.rfc4514_string().count("=GLADI ") >= 1
    assert f"Semua {records} rekaman sah." in run.output


def test_three_invented_people(tmp_path: Path) -> None:
    run = rehearse(tmp_path, "--people", "3")
    _check_whole(run, people=3)
    assert [line["source"] for line in run.summary["signatures"]] == [None] * 16
    assert not list((tmp_path / "sementara").glob("kpu-desk-gladi-*")), "database and key are thrown away"
    names = [row.name for row in invent_people(3)]
    assert {line["person"] for line in run.summary["signatures"]} == set(names)
    everything = " ".join(path.name for path in run.out.rglob("*"))
    assert not [name for name in names if name in everything]
    assert all(from_inkml((run.out / line["ink"]).read_text("utf-8")).has_tilt for line in run.summary["signatures"])


@needs_recordings
def test_stored_ink_equals_the_recordings(tmp_path: Path, at_length: Callable[[int, int], int]) -> None:
    people = at_length(4, 99)  # 4 for each and 4 more: 400, all that there are
    run = rehearse(tmp_path, "--people", str(people), "--ink", RECORDINGS)
    _check_whole(run, people=people)
    signatures = run.summary["signatures"]
    in_order = sorted((path.name for path in RECORDINGS.iterdir()), key=str.encode)
    assert [line["source"] for line in signatures] == in_order[: len(signatures)]
    for line in signatures:
        _compare(run.out / line["ink"], RECORDINGS / line["source"])


def _compare(inkml: Path, recording: Path) -> None:
    """Every sample, as a stranger would compare it: nothing of ours but the two files."""
    rows = [[int(field) for field in row.split()] for row in recording.read_text("ascii").splitlines()[1:] if row]
    root = ElementTree.parse(inkml).getroot()
    channels = [channel.get("name") for channel in root.iter(f"{INK}channel")]
    assert channels == ["X", "Y", "T", "F", "OTx", "OTy"]
    traces = [
        [dict(zip(channels, map(float, sample.split()), strict=True)) for sample in (trace.text or "").split(",")]
        for trace in root.iter(f"{INK}trace")
    ]
    lengths: list[int] = []
    for row in rows:
        if row[3] == 0 or not lengths:
            lengths.append(0)
        lengths[-1] += 1
    assert [len(trace) for trace in traces] == lengths
    samples = [sample for trace in traces for sample in trace]
    for axis, column in (("X", 0), ("Y", 1)):
        _one_scale([row[column] for row in rows], [sample[axis] for sample in samples])
    for row, sample in zip(rows, samples, strict=True):
        assert abs(sample["T"] - (row[2] - rows[0][2])) <= 1
        assert abs(sample["F"] - row[6] / 1023 * 65535) <= 0.01 * 65535


def _one_scale(recorded: Sequence[float], stored: Sequence[float]) -> None:
    """The best straight line through the pairs misses none of them by more than 0.5 % of the range."""
    mean_r, mean_s = sum(recorded) / len(recorded), sum(stored) / len(stored)
    spread = sum((r - mean_r) ** 2 for r in recorded)
    scale = sum((r - mean_r) * (s - mean_s) for r, s in zip(recorded, stored, strict=True)) / spread
    allowed = 0.005 * (max(stored) - min(stored))
    assert max(abs(s - mean_s - scale * (r - mean_r)) for r, s in zip(recorded, stored, strict=True)) <= allowed


@needs_recordings
def test_a_roster_without_leaders_and_its_own_ink_again(tmp_path: Path) -> None:
    """Two stand-ins sign what only leaders sign; after the last recording the ink is synthesised."""
    roster = tmp_path / "daftar.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["DAFTAR PEGAWAI"])
    sheet.append(["No", "Nama", "NIP", "Pangkat/Gol", "Jabatan", "Unit Kerja"])
    people = [row for row in invent_people(30) if row.office.startswith(("Anggota", "Kepala Bagian"))][:3]
    for number, row in enumerate([*people, people[0]], start=1):
        sheet.append([number, f"{row.name}{' II' * (number > 3)}", row.nip, row.rank, row.office, row.unit])
    book.save(roster)
    pens = tmp_path / "pena"
    pens.mkdir()
    (pens / "b.txt").write_bytes((RECORDINGS / "U21S1.TXT").read_bytes())
    (pens / "a.TXT").write_bytes((RECORDINGS / "U21S1.TXT").read_bytes())
    (pens / "catatan.md").write_text("bukan rekaman")
    run = rehearse(tmp_path, "--roster", roster, "--people", "3", "--ink", pens)
    _check_whole(run, people=3, added=2)
    summary = run.summary
    assert [line["source"] for line in summary["signatures"]] == ["a.TXT", "b.txt"] + [None] * 14
    stand_ins = {line["person"] for line in summary["signatures"]} - {row.name for row in people}
    assert len(stand_ins) == 2
    for line in summary["signatures"]:
        if line["person"] in stand_ins:
            assert line["role"] in ("pihak_pertama", "pihak_kedua", "saksi", "penanda_tangan")


def test_stopping_leaves_nothing_behind(tmp_path: Path) -> None:
    temporary = tmp_path / "sementara"
    running = subprocess.Popen(
        command("--people", "40", "--out", tmp_path / "hasil"),
        env=without_display(temporary),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert running.stderr is not None
    try:
        for line in running.stderr:
            if line.startswith("Menandatangani"):
                break
        assert list(temporary.glob("kpu-desk-gladi-*"))
        running.send_signal(signal.SIGINT)
        output, messages = running.communicate(timeout=LIMIT_S)
    finally:
        running.kill()
        running.communicate()
    assert running.returncode == 130
    assert "Gladi dihentikan" in messages
    assert "Traceback" not in messages
    assert not output
    assert not list(temporary.glob("kpu-desk-gladi-*"))


def test_a_form_that_asks_for_paraf_is_initialled(tmp_path: Path) -> None:
    ask_for_paraf(tmp_path / "kantor")
    run = rehearse(tmp_path, "--people", "3", "--forms", tmp_path / "kantor" / "forms")
    assert run.status == 0, run.messages
    lines = run.summary["further_inks"]
    roles = ("pihak_kedua", "pihak_pertama")
    assert {(line["kind"], line["role"], line["sheet"]) for line in lines} == {
        (kind, role, "PK-001.pdf") for kind in ("attachment", "paraf") for role in roles
    }
    assert len(run.summary["signatures"]) == 16
    files = {f"ink/{path.name}" for path in (run.out / "ink").iterdir()}
    assert {line["ink"] for line in (*lines, *run.summary["signatures"])} == files
    with pikepdf.open(run.out / "records" / "PK-001.pdf") as document:
        data = json.loads(document.attachments["record.json"].get_file().read_bytes())
    digests = {from_inkml((run.out / line["ink"]).read_text("utf-8")).digest() for line in lines}
    assert digests == {ink["digest"] for signed in data["signatures"] for ink in signed["inks"][1:]}


def test_an_own_document_is_rehearsed_at_its_places(tmp_path: Path) -> None:
    (tmp_path / "surat.pdf").write_bytes(letter(2))
    places = {"format": "kpu-desk-places", "version": 1, "name": "Surat Kesediaan", "for": "each", "anchors": True}
    (tmp_path / "tempat.json").write_text(json.dumps(places), "utf-8")
    arguments = ("--document", tmp_path / "surat.pdf", "--places", tmp_path / "tempat.json")
    run = rehearse(tmp_path, "--people", "3", *arguments)
    assert run.status == 0, run.messages
    assert sorted(line["file"] for line in run.summary["records_list"] if line["kind"] == "DOK") == [
        f"DOK-00{number}.pdf" for number in (1, 2, 3)
    ]
    assert {line["verdict"] for line in run.summary["records_list"]} == {"VALID"}


def test_a_document_that_cannot_be_signed_is_no_rehearsal(tmp_path: Path) -> None:
    (tmp_path / "surat.pdf").write_bytes(changed("launch"))
    run = rehearse(tmp_path, "--document", tmp_path / "surat.pdf")
    assert run.status == 1
    assert "menjalankan program lain" in run.messages
    assert not run.out.exists()
