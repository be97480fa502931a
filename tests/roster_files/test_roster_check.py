"""`roster check` from file to printed sentence, through the service and the counter."""

from __future__ import annotations

import io
import json
import string
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kpu_desk.cli.roster import run_roster_check
from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import ProblemCode, RosterProblem
from kpu_desk.services import roster_sentences
from kpu_desk.services.roster_sentences import problem_sentence, roster_error_sentence
from tests.roster_files.sample_rosters import quirky_xlsx

TODAY = date(2026, 1, 22)
PROJECT = Path(__file__).parents[2]


def run(path: Path, *, as_json: bool) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    status = run_roster_check(path, as_json=as_json, out=out, err=err, today=TODAY)
    return status, out.getvalue(), err.getvalue()


def csv_file(tmp_path: Path, *records: str) -> Path:
    path = tmp_path / "roster.csv"
    path.write_text("\n".join(("Nama;NIP;Pangkat;Gol;Jabatan;Unit", *records)), encoding="utf-8")
    return path


def test_json_is_one_document_of_the_agreed_form(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "Café, S.H.;NIP. 19860926 201505 1 001;Penata;III/c;Analis;", "Bestari;1,9E+17;;;Analis;")
    status, out, err = run(path, as_json=True)
    document: dict[str, list[dict[str, Any]]] = json.loads(out)
    assert (status, err) == (1, "")
    assert document["rows"] == [
        {
            "row": 2,
            "sheet": None,
            "name": "Café, S.H.",
            "nip": "198609262015051001",
            "rank": "Penata (III/c)",
            "office": "Analis",
            "unit": None,
        }
    ]
    (problem,) = document["problems"]
    message = problem.pop("message")
    assert problem == {"row": 3, "cell": "B3", "code": "NIP_EXPONENT", "severity": "error"}
    assert message.startswith("Sel B3: “1,9E+17”")


def test_status_0_without_errors_and_warnings(tmp_path: Path) -> None:
    quirky_xlsx(tmp_path / "roster.xlsx", 96)
    status, out, err = run(tmp_path / "roster.xlsx", as_json=True)
    assert (status, err, len(json.loads(out)["rows"])) == (0, "", 96)


def test_status_1_for_a_warning_alone(tmp_path: Path) -> None:
    status, out, _ = run(csv_file(tmp_path, "Bestari;198609262015051000;;;Analis;"), as_json=False)
    assert status == 1
    assert "PERINGATAN: Sel B2: NIP 19860926 201505 1 000 berakhir dengan 000" in out
    assert out.endswith("1 orang dapat diimpor; 0 galat, 1 peringatan.\n")


@pytest.mark.parametrize("as_json", [True, False])
def test_status_2_says_why_and_leaves_the_output_empty(tmp_path: Path, as_json: bool) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"%PDF-1.7")
    status, out, err = run(tmp_path / "a.xlsx", as_json=as_json)
    assert (status, out) == (2, "")
    assert err == "Berkas ini bukan lembar kerja. Simpan daftar pegawai sebagai XLSX atau CSV.\n"


def test_a_list_to_read(tmp_path: Path) -> None:
    _, out, _ = run(csv_file(tmp_path, "Bestari;;;;Dokter;", "Arvendra;;;;;"), as_json=False)
    lines = out.splitlines()
    assert lines[0].split() == ["Baris", "Nama", "NIP", "Pangkat", "Jabatan", "Unit"]
    assert lines[1].split() == ["2", "Bestari", "-", "-", "Dokter", "-"]
    assert "GALAT: Sel E3: jabatan Arvendra belum diisi. Isi jabatannya seperti pada SK." in lines


@pytest.mark.parametrize("code", ProblemCode)
def test_every_problem_has_a_whole_sentence(code: ProblemCode) -> None:
    named = {field for _, field, _, _ in string.Formatter().parse(roster_sentences._PROBLEMS[code]) if field}
    facts = tuple((name, f"<{name}>") for name in sorted(named - {"where", "column"}))
    sentence = problem_sentence(RosterProblem(7, "C7", code, facts))
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert all(f"<{name}>" in sentence for name, _ in facts if name != "row")


def test_an_unknown_reason_still_gives_a_sentence() -> None:
    assert roster_error_sentence(RosterError("SOMETHING_NEW")).endswith(".")


def test_facts_of_a_file_cannot_steer_the_terminal(tmp_path: Path) -> None:
    _, _, err = run(tmp_path / "a\x1b[31m.csv", as_json=False)
    assert "\x1b" not in err
    assert "tidak ada" in err


def test_the_counter_loads_no_qt() -> None:
    script = "import sys, kpu_desk.cli.roster, kpu_desk.roster_files.reading; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
