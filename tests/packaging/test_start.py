"""packaging/start on a small project of its own: the environment, its repair, and what the program is handed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]

# The program under the script: it says what it was handed. A real one would hide the script's own part.
PROGRAM = """
import json, os, pathlib, sys
arguments = sys.argv[1:]
if arguments[:2] == ["rehearse", "--out"]:
    (pathlib.Path(arguments[2]) / "records").mkdir()
print(json.dumps([arguments, os.getcwd(), sys.stdin.read()]))
print("its own words", file=sys.stderr)
sys.exit(int(os.environ.get("STATUS", "0")))
"""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dpkg-query") is None, reason="the script is for Debian"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the real scripts and an empty lock, so that nothing is fetched; made ready once."""
    folder = tmp_path_factory.mktemp("with space") / "proyek"
    (folder / "packaging").mkdir(parents=True)
    for name in ("start", "environment.sh"):
        shutil.copy2(PROJECT / "packaging" / name, folder / "packaging" / name)
    (folder / "requirements.txt").write_text("# nothing\n")
    (folder / "kpu_desk").mkdir()
    (folder / "kpu_desk/__init__.py").write_text("")
    (folder / "kpu_desk/__main__.py").write_text(PROGRAM)
    first = start(folder, "--version")
    assert first.returncode == 0, first.stderr
    assert "lingkungan Python siap" in first.stderr
    return folder


def start(
    project: Path, *arguments: str, cwd: Path | None = None, stdin: str = "", **env: str
) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return subprocess.run(
        [project / "packaging/start", *arguments],
        cwd=cwd or project.parent,
        input=stdin,
        env=clean | env,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_arguments_folder_input_and_status_are_the_callers(project: Path, tmp_path: Path) -> None:
    (tmp_path / "kpu_desk.py").write_text("raise SystemExit('the caller’s folder was searched')")
    done = start(project, "verify", "a b.pdf", "*", "", cwd=tmp_path, stdin="masukan\n", STATUS="41")
    assert done.returncode == 41
    assert done.stdout == f'[["verify", "a b.pdf", "*", ""], "{tmp_path}", "masukan\\n"]\n'
    assert done.stderr == "its own words\n"


def test_the_second_start_installs_nothing(project: Path) -> None:
    (pip,) = (project / ".venv").glob("lib/python*/site-packages/pip")
    away = pip.rename(pip.with_name("pip.away"))
    try:
        assert start(project, "x").stderr == "its own words\n"
    finally:
        away.rename(pip)


def test_without_arguments_and_with_a_display_the_sample_is_opened(project: Path) -> None:
    assert start(project, DISPLAY=":77").stdout.startswith('[["--sample"], ')
    assert start(project, WAYLAND_DISPLAY="wayland-9").stdout.startswith('[["--sample"], ')


def test_without_a_display_it_says_so_and_ends_with_the_folder_of_records(project: Path, tmp_path: Path) -> None:
    done = start(project, XDG_CACHE_HOME=str(tmp_path), STATUS="1")
    assert done.returncode == 1
    assert "tidak ada layar" in done.stderr
    records = Path(done.stdout.splitlines()[-1])
    assert records.is_absolute()
    assert records.is_dir()
    assert records.name == "records"
    assert records.is_relative_to(tmp_path)


def damage_interrupted(venv: Path) -> None:
    for stamp in venv.glob("*.stamp"):
        stamp.unlink()
    shutil.rmtree(next(venv.glob("lib/python*/site-packages/pip")))


def damage_no_python(venv: Path) -> None:
    for link in (venv / "bin").glob("python*"):
        link.unlink()


@pytest.mark.parametrize("damage", [damage_interrupted, damage_no_python])
def test_a_broken_environment_is_made_again(project: Path, damage: Callable[[Path], None]) -> None:
    damage(project / ".venv")
    assert start(project, "x").returncode == 0
    assert start(project, "x").stderr == "its own words\n"


def test_another_lock_brings_the_environment_up_to_date(project: Path) -> None:
    with (project / "requirements.txt").open("a") as lock:
        lock.write("# changed\n")
    assert "lingkungan Python siap" in start(project, "x").stderr
    assert start(project, "x").stderr == "its own words\n"


def test_a_lock_that_cannot_be_installed_is_said_and_leaves_no_environment_behind(project: Path) -> None:
    lock = project / "requirements.txt"
    good = lock.read_text()
    lock.write_text("./no-such-package\n")
    refused = start(project, "x")
    assert (refused.returncode, refused.stdout) == (69, "")
    assert "tidak dapat dipasang" in refused.stderr
    lock.write_text(good)
    assert start(project, "x").returncode == 0


def test_of_two_at_once_one_builds_and_the_other_waits(project: Path) -> None:
    shutil.rmtree(project / ".venv")
    running = [
        subprocess.Popen(
            [project / "packaging/start", "x"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    said = [process.communicate(timeout=300)[1] for process in running]
    assert [process.returncode for process in running] == [0, 0]
    assert sum("menyiapkan lingkungan" in words for words in said) == 1
