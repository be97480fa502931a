"""The pen test in the windows: at the pad at once, measured figures, reached from the desk."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kpu_desk.domain.synthetic_ink import synthesise
from kpu_desk.gui.operator.screens import Screens
from kpu_desk.gui.operator.signer_menu import SignerMenu
from kpu_desk.gui.pen_trial.trial import PenTrial
from kpu_desk.gui.rehearsal import hand
from tests.gui import real_desk


def _write(trial: PenTrial) -> None:
    pad, pen = trial.window.pad, hand.Pen()
    for stroke in pen.strokes(pad, synthesise(1, 1)):
        pen.write(pad, stroke)


def test_it_measures_and_keeps_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    trial = PenTrial(QApplication.primaryScreen())
    window = trial.window
    assert window.windowTitle() == "KPU Desk – uji pena"
    qtbot.waitUntil(window.pad.isVisible)
    with qtbot.waitSignal(trial.measured) as told:
        _write(trial)
    (truth,) = told.args
    assert truth.samples == window.pad.ink().sample_count
    # Not closed by a key, and what "Tanda tangani" does is no signature.
    assert not window.close()
    sign = window.findChild(QWidget, "sign")
    assert sign is not None
    hand.press(sign)
    assert trial._calling.running
    assert window.pad.is_writing is False
    assert trial.save(tmp_path / "uji.pdf")
    assert (tmp_path / "uji.pdf").read_bytes().startswith(b"%PDF")
    folder = trial._desk.workspace.root
    assert trial._desk.ceremonies()[0].signatures == ()
    with qtbot.waitSignal(trial.ended):
        trial.end()
    assert not folder.exists()


def test_the_desk_opens_it_and_says_the_word(qtbot: QtBot, tmp_path: Path) -> None:
    desk = real_desk.set_up(tmp_path / "kantor")
    ceremony = real_desk.opened(desk, 8, present=2)
    with real_desk.desk_beside_signer(qtbot, desk) as window:
        signer = window.calling._signer
        menu = SignerMenu(window, Screens(window, signer, window.calling))
        word = window.next.findChild(QLabel, "signer_device")
        assert word is not None
        assert word.text() == "pena: tidak terpasang"
        menu.check.trigger()
        trial = menu.trial
        assert trial is not None
        assert not window.calling.call(ceremony.officials[0].id)
        with qtbot.waitSignal(trial.measured):
            _write(trial)
        assert word.text().startswith("pena: 1")
        assert word.text().endswith("titik/dtk, tekanan ada")
        trial.end()
        assert menu.trial is None
        assert window.calling.call(ceremony.officials[0].id)
        window.calling.recall()
    desk.close()


@pytest.fixture(autouse=True)
def _no_real_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
