"""The signer's window on the real accessibility bus: a reader finds every part by its name, and goes all the way."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.screens import two_screens

PROJECT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
WAY = """\
press Kontras tinggi
press Tata letak
press Ukuran huruf 100
press Data Anda
press Kembali
press Ya, ini saya
see Halaman lembar ini
exhaust Turun
press Saya telah membaca
see Bidang tanda tangan Prof. Dr. Nirmala
press English
press I am not signing
press The content is not right
press Yes, I am not signing
press I am not signing
press Another reason
press Yes, I am not signing
"""


def why_not() -> str:
    """Why there is no accessibility bus here; empty where there is one."""
    if sys.platform != "linux":
        return "the accessibility bus is of Linux"
    for tool in ("Xvfb", "dbus-run-session", SYSTEM_PYTHON):
        if shutil.which(tool) is None:
            return f"{tool} is not installed"
    if not Path("/usr/libexec/at-spi-bus-launcher").exists():
        return "at-spi2-core is not installed"
    asked = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    found = subprocess.run(asked, capture_output=True, check=False)
    return "" if found.returncode == 0 else "python3-gi or gir1.2-atspi-2.0 is not installed"


@pytest.mark.skipif(bool(why_not()), reason=why_not() or "nothing")
def test_a_reader_goes_all_the_way_by_names_and_actions() -> None:
    """Name, notice, reading, pad, the other language, declining: nothing but what the bus tells and does."""
    script = f"""
    "{sys.executable}" -m tests.e2e.signer_program > "$OUT" & program=$!
    "{SYSTEM_PYTHON}" tests/e2e/at_spi_client.py; client=$?
    [ $client = 0 ] || kill $program
    wait $program && cat "$OUT" && exit $client
    """
    with two_screens() as screens:
        out = Path(os.environ["XDG_RUNTIME_DIR"]) / "said"
        environment = {**screens.environment, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "OUT": str(out)}
        done = subprocess.run(
            ["dbus-run-session", "--", "bash", "-c", script],
            cwd=PROJECT,
            env=environment,
            input=WAY,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    *_, told, first, second = done.stdout.splitlines()
    assert [first, second] == ["sheet-1 Isi tidak sesuai", "sheet-2 Alasan lain"]
    heard = json.loads(told)
    assert heard["nameless"] == []
    assert {"Kontras tinggi", "Ukuran huruf 125 persen", "Text size 125 percent"} <= set(heard["seen"])
