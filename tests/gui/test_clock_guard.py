"""The clock beside the desk: noticed, journaled, told in one sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kpu_desk.domain.clock import Reading
from kpu_desk.gui.errors import Advice
from kpu_desk.gui.operator.clock_guard import ClockGuard
from kpu_desk.services.opening import unlock
from kpu_desk.storage import journal_rows
from tests.services.offices import ACTOR, PASSPHRASE, Clock, make_desk

WANTED = ("clock_before_build", "clock_checked", "clock_changed", "clock_behind", "computer_slept", "zone_changed")


def test_what_happens_to_the_clock_is_journaled_and_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    make_desk(tmp_path / "kantor").close()
    flat = Clock()
    flat.now = datetime(2020, 1, 1, tzinfo=UTC)
    desk = unlock(tmp_path / "kantor", PASSPHRASE, ACTOR, clock=flat)
    told: list[Advice] = []
    guard = ClockGuard(desk)
    window = QWidget()
    qtbot.addWidget(window)
    guard.noticed.connect(told.append)
    start = Reading(flat.now, 10.0, 10.0, "+07:00")
    guard.look(start)
    assert "lebih lambat daripada catatan terakhir" in told[0].text
    guard.look(replace(start, wall=start.wall + timedelta(seconds=1), awake_s=11.0, running_s=11.0))
    assert len(told) == 1
    form = guard.ask(window)
    form.against.setEditText("")
    form.submit()
    assert form.fields.complaint("against") == "Tulis pembandingnya."
    form.against.setCurrentIndex(1)
    form.submit()
    assert form.isHidden()
    assert desk.clock_source.startswith(
        "jam pengganti, diperiksa oleh Petugas Rekaan terhadap jam resmi BMKG pukul 07.00"
    )
    moved = replace(start, wall=start.wall + timedelta(days=1), awake_s=12.0, running_s=12.0)
    guard.look(moved)
    assert told[1].text.startswith("Jam komputer melompat maju 23 jam 59 menit 58 detik.")
    assert desk.clock_source == "jam pengganti, tidak diperiksa"
    # Steps that are small one by one add up.
    for n in (1, 2):
        assert len(told) == 2
        step = timedelta(seconds=2.5 * n)
        guard.look(replace(moved, wall=moved.wall + step, awake_s=12.0 + n, running_s=12.0 + n))
    assert told[2].text.startswith("Jam komputer melompat maju 3 detik.")
    with desk.database.reading() as session:
        entries = [one for one in journal_rows.read_all(session) if one.event in WANTED]
    wanted = ["clock_before_build", "clock_behind", "clock_checked", "clock_changed", "clock_changed"]
    assert [one.event for one in entries] == wanted
    assert set(json.loads(entries[-1].facts)) == {"before", "after", "source"}
    desk.close()
