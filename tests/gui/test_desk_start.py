"""The whole program in a process of its own: sample, set-up and unlock lead to the desk, and it ends clean."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kpu_desk.workspace import Workspace
from tests.gui import real_desk

RUN = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from kpu_desk.gui import start

root, way = Path(sys.argv[1]), sys.argv[2]
told = {}
real_begin = start.Program.begin

def watch(program):
    def look():
        if way == "unlock" and program.first is not None and program.operator is None:
            first = program.first
            told.setdefault("first", first.windowTitle())
            if first.open_button.isEnabled() and not first.name.text():
                first.name.setText("Wening")
                first.office.setText("Kasubbag")
                first.passphrase.setText(sys.argv[3])
                first.submit()
        if way == "set-up" and program.first is not None:
            told["first"] = program.first.windowTitle()
            timer.stop()
            program.first.close()
            return
        if program.operator is None or not program.operator.isVisible():
            return
        if program.records is None:
            program.open_records()
            return
        timer.stop()
        told["desk"] = program.operator.windowTitle()
        told["records"] = program.records.windowTitle()
        told["actor"] = program.desk.actor.name
        told["signer_shown"] = program.signer.isVisible()
        program.operator.close()
    timer = QTimer(program)
    timer.timeout.connect(look)
    timer.start(50)

def begin(self, **how):
    real_begin(self, **how)
    watch(self)

start.Program.begin = begin
status = start.run_desk(root, sample=way == "sample")
print(json.dumps({"status": status, **told}))
"""


def run(root: Path, way: str, passphrase: str = "") -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(root), way, passphrase],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"},
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_the_sample_opens_without_a_passphrase_and_closes_clean(tmp_path: Path) -> None:
    root = tmp_path / "contoh"
    told = run(root, "sample")
    assert told == {
        "status": 0,
        "desk": "KPU Desk – Meja",
        "records": "KPU Desk – Rekaman",
        "actor": "Petugas contoh",
        "signer_shown": False,
    }
    Workspace(root).lock().close()


def test_an_own_workspace_is_unlocked_and_then_the_desk_stands(tmp_path: Path) -> None:
    root = tmp_path / "kantor"
    desk = real_desk.set_up(root)
    real_desk.prepared(desk, 6)
    desk.close()
    told = run(root, "unlock", real_desk.PASSPHRASE)
    assert (told["first"], told["desk"], told["actor"]) == ("KPU Desk – Buka", "KPU Desk – Meja", "Wening")
    Workspace(root).lock().close()


def test_an_empty_folder_begins_with_the_set_up_and_closing_it_ends_the_program(tmp_path: Path) -> None:
    assert run(tmp_path / "baru", "set-up") == {"status": 0, "first": "KPU Desk – Penyiapan"}


@pytest.mark.parametrize("part", ["keys.json", "office.toml"])
def test_an_office_without_one_of_its_files_is_never_set_up_anew(tmp_path: Path, part: str) -> None:
    root = tmp_path / "kantor"
    real_desk.set_up(root).close()
    (root / part).unlink()
    code = (
        "import sys\nfrom pathlib import Path\nfrom PySide6.QtWidgets import QApplication\n"
        "from kpu_desk.gui import start\n"
        "program = start.Program(QApplication([]), Path(sys.argv[1]))\n"
        "program.begin(sample=False)\nprint(program.first.objectName())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(root)],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"},
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout == "unlock_window\n"
