"""A long day with its troubles on real screens: nothing is lost, and the minutes are right to the last count."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from tests.e2e.xorg import why_not, xorg
from tests.rehearsal.running import ROOT, Run, command

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the private X server is of Linux"),
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "nothing"),
]

TROUBLES = """
pintu: undangan
absen {absent}: sakit
terpisah 4
menolak {declines} PI: isi tidak sesuai
keliru 3 PBBK: lembar tertukar
sesudah 0: acara 6
sesudah 4: acara 13
sesudah 5: layar dicabut
sesudah 9: jam maju 3600
sesudah 12: listrik padam saat menulis
sesudah 14: jeda
sesudah {late}: hadir 5
sesudah {dark}: listrik padam
sesudah {last}: acara
"""


def test_a_day_with_troubles_on_three_screens(
    tmp_path: Path, at_length: Callable[[int, int], int], record_property: Callable[[str, object], None]
) -> None:
    """The whole of it is 60 people with three sheets each; a power failure comes after the 37th signature."""
    people = at_length(7, 60)
    moments = {"late": at_length(10, 20), "dark": at_length(16, 37), "last": at_length(20, 200)}
    troubles = TROUBLES.format(absent=people, declines=people - 1, **moments)
    script, out = tmp_path / "hari.txt", tmp_path / "hasil"
    script.write_text(f"kpu-desk-hari 1\njudul: Hari panjang\norang: {people}{troubles}", "utf-8")
    with xorg() as server:
        server.plug(1)
        server.plug(2)
        done = subprocess.run(
            command("--script", script, "--out", out),
            env=server.environment | {"PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path), "PYTHONUTF8": "1"},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=1_500,
            check=False,
        )
    run = Run(done.returncode, done.stdout, done.stderr, out)
    assert run.status == 0, run.messages
    summary, day = run.summary, run.summary["day"]
    told = {name: day[name] for name in ("accepted", "sittings", "scans", "acts", "letters", "added_ms")}
    record_property("day", told)
    print(told)
    # Whoever came showed an invitation: nobody typed or clicked at the door, and little else all day.
    assert (day["scans"], day["acts"].get("door", 0)) == (people - 1, 0)
    if people == 60:
        assert sum(day["acts"].values()) <= 2 * people
    assert (day["left_out"], day["lost"], day["unexplained"]) == ([], 0, [])
    assert day["restarts"] == 2
    assert {line["verdict"] for line in summary["records_list"]} == {"VALID"}
    assert len(summary["signatures"]) == day["accepted"]
    counts = _counts(out / "records" / "BA-001.pdf")
    # All but one make their pact and their declaration; one declares apart, one declines a pact, one sheet is void.
    assert counts["Perjanjian Kinerja"] == (1, 1, 2)
    assert counts["Pakta Integritas"][:2] == (people, people - 2)
    assert counts["Daftar Hadir"] == (1, 1, people - 1)
    by_kind = {"PK": "Perjanjian Kinerja", "PI": "Pakta Integritas", "DH": "Daftar Hadir"}
    for kind, title in by_kind.items():
        signed = [line for line in summary["signatures"] if line["sheet"].startswith(f"{kind}-")]
        assert counts[title][2] == len(signed)


def _counts(minutes: Path) -> dict[str, tuple[int, int, int]]:
    """Sheets, complete ones and signatures of each document, read off the paper."""
    with closing(pypdfium2.PdfDocument(minutes)) as document:
        text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    rows = re.findall(r"\d+\. (Perjanjian Kinerja|Pakta Integritas|Daftar Hadir) (\d+) (\d+) (\d+)", text)
    return {title: (int(sheets), int(whole), int(signed)) for title, sheets, whole, signed in rows}
