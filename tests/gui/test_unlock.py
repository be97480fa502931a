"""The first window: painted before anything heavy, and what happens with right and wrong secrets."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpu_desk.domain.journal import Actor
from kpu_desk.gui.unlock import UnlockWindow
from kpu_desk.services.desk import Desk
from tests.gui import real_desk
from tests.waiting import LIMIT_S

HEAVY = ("sqlalchemy", "pyhanko", "reportlab", "aiohttp", "PIL", "openpyxl", "pikepdf", "alembic", "cryptography")

FIRST_PAINT = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from kpu_desk.gui import start
app = QApplication(["kpu-desk"])
start.apply_look(app)
program = start.Program(app, Path(sys.argv[1]))
program.begin(sample=False)
def painted():
    print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
    app.quit()
program.first.painted.connect(painted)
app.exec()
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A set-up workspace, closed."""
    root = tmp_path / "kantor"
    real_desk.set_up(root).close()
    return root


@pytest.fixture
def window(qtbot: QtBot, office: Path) -> UnlockWindow:
    made = UnlockWindow(office)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def fill(window: UnlockWindow, passphrase: str) -> None:
    window.name.setText("  Wening   Samudra ")
    window.office.setText("Kasubbag Hukum")
    window.passphrase.setText(passphrase)


def test_nothing_heavy_is_loaded_when_the_first_window_stands(office: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(office)],
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=True,
        env=environment,
        cwd=Path(__file__).parents[2],
    )
    loaded = set(json.loads(done.stdout))
    assert "PySide6" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_the_office_is_named_and_the_cursor_stands_in_the_name(window: UnlockWindow) -> None:
    assert window.windowTitle() == "KPU Desk – Buka"
    assert window.focusWidget() is window.name


def test_a_wrong_passphrase_is_said_in_one_sentence_and_the_focus_stays(qtbot: QtBot, window: UnlockWindow) -> None:
    fill(window, "bukan ini")
    QTest.keyClick(window.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.problem.text() != "")
    assert window.problem.text().startswith("Frasa sandi salah.")
    assert window.focusWidget() is window.passphrase
    assert window.passphrase.selectedText() != ""
    assert window.open_button.isEnabled()


def test_the_right_passphrase_opens_under_the_name_that_was_typed(qtbot: QtBot, window: UnlockWindow) -> None:
    fill(window, real_desk.PASSPHRASE)
    with qtbot.waitSignal(window.opened) as blocker:
        QTest.keyClick(window.passphrase, Qt.Key.Key_Return)
    assert blocker.args is not None
    desk: Desk = blocker.args[0]
    assert desk.actor == Actor("Wening Samudra", "Kasubbag Hukum")
    assert window.passphrase.text() == ""
    desk.close()


def test_without_a_name_nothing_is_opened(window: UnlockWindow) -> None:
    window.passphrase.setText(real_desk.PASSPHRASE)
    window.submit()
    assert window.who.complaint("actor_name") == "Tulis nama Anda."
    assert window.focusWidget() is window.name
    assert window.open_button.isEnabled()


def test_enter_leads_through_the_empty_entries(window: UnlockWindow) -> None:
    window.name.setText("Wening")
    QTest.keyClick(window.name, Qt.Key.Key_Return)
    assert window.focusWidget() is window.office


def test_a_broken_recovery_code_is_said_in_words(qtbot: QtBot, window: UnlockWindow) -> None:
    fill(window, "")
    window.recover_button.click()
    assert window.recovering
    window.code.setText("ABCD-EFGH")
    window.renewed.first.setText("frasa yang baru sekali")
    window.renewed.second.setText("frasa yang baru sekali")
    window.submit()
    qtbot.waitUntil(lambda: window.problem.text() != "")
    assert window.problem.text().startswith("Kode pemulihan ini tidak lengkap.")
    assert window.focusWidget() is window.code


def test_the_recovery_code_opens_and_sets_a_new_passphrase(qtbot: QtBot, tmp_path: Path) -> None:
    from kpu_desk.services import opening

    root = tmp_path / "lain"
    desk, code = opening.set_up(root, real_desk.PROFILE, real_desk.PASSPHRASE, real_desk.ACTOR, cost=real_desk.CHEAP)
    desk.close()
    window = UnlockWindow(root)
    qtbot.addWidget(window)
    fill(window, "")
    window.recover_button.click()
    window.code.setText(code.lower().replace("-", " "))
    window.renewed.first.setText("frasa yang baru sekali")
    window.renewed.second.setText("frasa yang baru sekali")
    with qtbot.waitSignal(window.opened) as blocker:
        window.submit()
    assert blocker.args is not None
    blocker.args[0].close()
    opening.unlock(root, "frasa yang baru sekali", real_desk.ACTOR).close()


def test_a_second_desk_is_refused_in_words(qtbot: QtBot, office: Path) -> None:
    from kpu_desk.services import opening

    first = opening.unlock(office, real_desk.PASSPHRASE, real_desk.ACTOR)
    window = UnlockWindow(office)
    qtbot.addWidget(window)
    fill(window, real_desk.PASSPHRASE)
    window.submit()
    qtbot.waitUntil(lambda: window.problem.text() != "")
    assert window.problem.text().startswith("KPU Desk sudah terbuka")
    first.close()


def test_who_opened_is_remembered_nowhere(qtbot: QtBot, window: UnlockWindow) -> None:
    fill(window, "bukan ini")
    window.submit()
    qtbot.waitUntil(lambda: window.problem.text() != "")
    kept = QSettings()
    assert not any("Wening" in str(kept.value(key)) for key in kept.allKeys())
