"""Runs `kpu-desk rehearse` as a program of its own, as whoever sits at a terminal does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
RECORDINGS = ROOT.parent / "shared" / "data" / "ink" / "svc2004"


@dataclass(frozen=True)
class Run:
    """What came of a call."""

    status: int
    output: str
    messages: str
    out: Path

    @property
    def summary(self) -> dict[str, Any]:
        """``summary.json``."""
        read: dict[str, Any] = json.loads((self.out / "summary.json").read_text("utf-8"))
        return read


def without_display(temporary: Path) -> dict[str, str]:
    """The caller's environment on a machine without a screen, with temporary files where the test can see them."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    temporary.mkdir(exist_ok=True)
    return kept | {"TMPDIR": str(temporary), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def command(*arguments: str | Path) -> list[str]:
    """The call with these arguments."""
    return [sys.executable, "-P", "-m", "kpu_desk", "rehearse", *map(str, arguments)]


def rehearse(folder: Path, *arguments: str | Path) -> Run:
    """A whole rehearsal; the results lie in ``folder / "hasil"``, temporary files in ``folder / "sementara"``."""
    out, temporary = folder / "hasil", folder / "sementara"
    done = subprocess.run(
        command("--out", out, *arguments),
        env=without_display(temporary),
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=1_200,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr, out)
