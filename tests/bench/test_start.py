"""How soon the windows are painted, against Xournal++ started in turn on the same private X server."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.invented_people import invent_people
from kpu_desk.domain.roster import RosterReading
from kpu_desk.services import opening, preparing, sample
from kpu_desk.services.sample_making import sample_attachment
from tests.services.offices import CHEAP, PLAN, PROFILE, make_desk, never, no_progress

PROJECT = Path(__file__).parents[2]
GAUGE = PROJECT.parent / "shared" / "tools" / "start_to_window.py"
RUNS = 9

pytestmark = [
    pytest.mark.skipif(not GAUGE.is_file(), reason="the gauge start_to_window.py is not beside the checkout"),
    pytest.mark.skipif(shutil.which("xournalpp") is None, reason="Xournal++ is not installed, nothing to compare with"),
]


def _figures(*items: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(GAUGE), "-n", str(RUNS), *items],
        cwd=PROJECT,
        check=True,
        capture_output=True,
        text=True,
        timeout=900,
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def test_the_unlock_window_is_painted_in_seven_tenths_of_xournalpp(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    make_desk(tmp_path / "ruang").close()
    desk = f"KPU Desk|{sys.executable} -m kpu_desk --workspace {tmp_path / 'ruang'}"
    figures = _figures("xournalpp=Xournal|xournalpp", f"unlock={desk}")
    ratio = figures["unlock"]["painted_ms"]["median"] / figures["xournalpp"]["painted_ms"]["median"]
    print(f"unlock window: {ratio:.2f} of Xournal++, {figures}")
    record_property("ratio", ratio)
    assert ratio <= 0.7
    assert figures["unlock"]["peak_mib"]["median"] <= 80


def test_the_operators_window_of_96_people_is_painted_in_twelve_tenths_of_xournalpp(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    root = tmp_path / "contoh"
    made, _ = opening.set_up(root, PROFILE, sample.PASSPHRASE, sample.ACTOR, mark=Mark.CONTOH, cost=CHEAP)
    ceremony = preparing.create_ceremony(made, PLAN)
    reading = RosterReading(rows=invent_people(96), problems=(), sheet=None, header_row=1, columns=())
    preparing.import_roster(made, ceremony.id, reading, "rekaan.csv")
    preparing.set_attachment(made, ceremony.id, sample_attachment(PROFILE.short_name))
    preparing.open_ceremony(made, ceremony.id, no_progress, never)
    made.close()
    desk = f"KPU Desk – Meja|{sys.executable} -m kpu_desk --sample --workspace {root}"
    figures = _figures("xournalpp=Xournal|xournalpp", f"operator={desk}")
    ratio = figures["operator"]["painted_ms"]["median"] / figures["xournalpp"]["painted_ms"]["median"]
    print(f"operator's window: {ratio:.2f} of Xournal++, {figures}")
    record_property("ratio", ratio)
    assert ratio <= 1.2
