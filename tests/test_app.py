"""The front door as a process: what is wrong is said in one sentence, never by a traceback or a core dump."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gui import real_desk

NOBODY = 65534
WITHOUT_SCREEN = {
    name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
}


ONLY_NOBODY = """
import os, sys
from pathlib import Path
from kpu_desk import resources
from kpu_desk.app import _keep_log, main
from kpu_desk.cli import verify
from kpu_desk.gui import start
from PySide6.QtWidgets import QApplication
resources.read_text("icons", "close.svg").encode().decode("utf-8-sig")
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
"""
"""Rights do not bind root; the program becomes somebody else once it is loaded, for a venv may be root's own."""


def run(*arguments: str, code: str = "", qt: str = "") -> subprocess.CompletedProcess[str]:
    how = ["-c", ONLY_NOBODY + code] if code else ["-m", "kpu_desk"]
    return subprocess.run(
        [sys.executable, *how, *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=Path(__file__).parents[1],
        env={**WITHOUT_SCREEN, "QT_LOGGING_RULES": "*=false", **({"QT_QPA_PLATFORM": qt} if qt else {})},
    )


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody can reach; pytest's own are their owner's alone."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def give_away(root: Path) -> None:
    """Gives the files to whom the program becomes."""
    if sys.platform == "win32":
        pytest.skip("rights of the file system are tried on Unix")
    if os.geteuid() == 0:
        for path in (root, *root.rglob("*")):
            os.chown(path, NOBODY, NOBODY)


@pytest.mark.parametrize("content", [None, "frasa sandi é".encode("cp1252")])
def test_a_passphrase_file_that_cannot_be_read_is_a_wrong_call(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "frasa.txt"
    if content is not None:
        path.write_bytes(content)
    done = run("--passphrase-file", str(path), "--workspace", str(tmp_path / "kantor"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Berkas frasa sandi {path} ")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.parametrize("arguments", [(), ("--sample",)])
def test_without_a_screen_the_desk_says_so(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run("--workspace", str(tmp_path), *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Tidak ada layar untuk jendela.")
    assert done.stderr.count("\n") == 1


def test_a_certificate_that_may_not_be_read_is_a_wrong_call_unless_another_is_named(open_folder: Path) -> None:
    root = open_folder / "kantor"
    real_desk.set_up(root).close()
    certificate = root / "office-certificate.pem"
    own = open_folder / "lain.pem"
    own.write_bytes(certificate.read_bytes())
    give_away(root)
    certificate.chmod(0)
    verify = ("verify", str(open_folder / "none.pdf"), "--workspace", str(root))
    done = run(*verify, code="sys.exit(main())")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"Sertifikat ruang kerja {certificate} tidak dapat dibaca.\n"
    done = run(*verify, "--trust", str(own), code="sys.exit(main())")
    assert done.stderr == f"Berkas atau folder {open_folder / 'none.pdf'} tidak ada.\n"


@pytest.mark.parametrize("part", ["", "logs", "logs/kpu-desk.log"])
def test_missing_rights_never_keep_the_first_window_away(open_folder: Path, part: str) -> None:
    root = open_folder / "kantor"
    real_desk.set_up(root).close()
    (root / "logs" / "kpu-desk.log").touch()
    give_away(root)
    (root / part).chmod(0)
    code = """
root = Path(sys.argv[1])
_keep_log(root)
program = start.Program(QApplication([]), root)
program.begin(sample=False)
print(program.first.objectName(), "|", program.first.problem.text())
"""
    done = run(str(root), code=code, qt="offscreen")
    assert done.returncode == 0, done.stderr
    window, _, problem = done.stdout.strip().partition(" |")
    assert window == "unlock_window"
    assert problem.strip().startswith("Anda tidak berhak") if not part else not problem
    assert "Traceback" not in done.stderr
    assert "tidak dapat ditulis" in done.stderr
