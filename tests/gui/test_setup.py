"""Setting up an own workspace: four steps, and the recovery code must have been written down."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from kpu_desk.gui.setup.window import CEREMONY, OFFICE, PERSON, RECOVERY, SetupWindow
from kpu_desk.services import opening
from kpu_desk.services.desk import Desk
from kpu_desk.workspace import Workspace
from tests.gui.real_desk import ACTOR

PASSPHRASE = "sepeda merah di halaman"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> SetupWindow:
    made = SetupWindow(tmp_path / "kantor")
    qtbot.addWidget(made)
    made.show()
    return made


def fill_office(window: SetupWindow) -> None:
    window.office.name.setText("Komisi Pemilihan Umum Kabupaten Rekaan")
    window.office.name.textEdited.emit(window.office.name.text())
    window.office.place.setText("Rekaan")


def come_to_the_code(qtbot: QtBot, window: SetupWindow) -> str:
    fill_office(window)
    window.forward()
    window.person.name.setText(ACTOR.name)
    window.person.office.setText(ACTOR.office)
    window.person.passphrase.first.setText(PASSPHRASE)
    window.person.passphrase.second.setText(PASSPHRASE)
    window.forward()
    qtbot.waitUntil(lambda: window.step == RECOVERY)
    return window.recovery.shown.text().replace("  ", "-")


def test_short_name_and_letterhead_follow_the_name_until_they_are_typed(window: SetupWindow) -> None:
    fill_office(window)
    assert window.office.short_name.text() == "KPU Kabupaten Rekaan"
    assert window.office.letterhead.toPlainText() == "KOMISI PEMILIHAN UMUM\nKABUPATEN REKAAN"
    window.office.short_name.setText("KPU Rekaan")
    window.office.name.setText("Komisi Pemilihan Umum Kota Rekaan")
    window.office.name.textEdited.emit(window.office.name.text())
    assert window.office.short_name.text() == "KPU Rekaan"


def test_a_wrong_region_code_keeps_the_first_step_open(window: SetupWindow) -> None:
    fill_office(window)
    window.office.region_code.setText("123")
    window.forward()
    assert window.step == OFFICE
    assert window.office.complaint("region_code") == "Isian ini bukan dua atau empat angka."


def test_a_logo_is_chosen_shown_and_kept(qtbot: QtBot, window: SetupWindow, tmp_path: Path) -> None:
    picture, broken = tmp_path / "lambang.png", tmp_path / "rusak.png"
    assert QImage(64, 48, QImage.Format.Format_RGB32).save(str(picture))
    broken.write_bytes(picture.read_bytes()[:40])
    entry = window.office.logo
    with qtbot.waitSignal(entry.refused):
        entry.read(broken)
    qtbot.waitUntil(lambda: not entry.busy)
    assert "rusak atau terpotong" in window.office.complaint("logo")
    assert entry.picture is None
    with qtbot.waitSignal(entry.taken):
        entry.read(picture)
    assert "PNG atau JPEG" in window.office.complaint("logo")
    assert not entry.shown.pixmap().isNull()
    come_to_the_code(qtbot, window)
    window.close()
    kept = Workspace(tmp_path / "kantor").read_profile().logo
    assert QImage(str(tmp_path / "kantor" / str(kept))).width() == 64


def test_two_different_passphrases_go_no_further(window: SetupWindow) -> None:
    fill_office(window)
    window.forward()
    window.person.name.setText("Wening")
    window.person.office.setText("Kasubbag")
    window.person.passphrase.first.setText(PASSPHRASE)
    window.person.passphrase.second.setText("sepeda biru")
    window.forward()
    assert window.step == PERSON
    assert window.person.passphrase.complaint("passphrase_again") == "Belum sama dengan yang pertama."


def test_the_code_has_to_be_typed_back_before_it_goes_on(qtbot: QtBot, window: SetupWindow) -> None:
    code = come_to_the_code(qtbot, window)
    assert not window.next_button.isEnabled()
    window.recovery.entry.setText("0000")
    assert not window.next_button.isEnabled()
    window.recovery.entry.setText(code.split("-")[window.recovery.asked_group()].lower())
    assert window.next_button.isEnabled()
    window.close()


def test_the_whole_way_gives_an_open_desk_with_its_first_ceremony(qtbot: QtBot, window: SetupWindow) -> None:
    code = come_to_the_code(qtbot, window)
    window.recovery.entry.setText(code.split("-")[window.recovery.asked_group()])
    window.forward()
    assert window.step == CEREMONY
    assert window.recovery.shown.text() == ""
    assert window.ceremony is not None
    assert window.ceremony.place.text() == "Rekaan"
    with qtbot.waitSignal(window.opened) as blocker:
        window.forward()
    assert blocker.args is not None
    desk: Desk = blocker.args[0]
    (ceremony,) = desk.ceremonies()
    assert ceremony.title.startswith("Penandatanganan PK, PI, PBBK ")
    root = desk.workspace.root
    desk.close()
    opening.unlock(root, PASSPHRASE, ACTOR).close()
    opening.unlock_with_recovery(root, code, "frasa yang lain lagi", ACTOR).close()


def test_the_first_ceremony_can_wait(qtbot: QtBot, window: SetupWindow) -> None:
    code = come_to_the_code(qtbot, window)
    window.recovery.entry.setText(code.split("-")[window.recovery.asked_group()])
    window.forward()
    with qtbot.waitSignal(window.opened) as blocker:
        window.later_button.click()
    assert blocker.args is not None
    assert blocker.args[0].ceremonies() == ()
    blocker.args[0].close()


def test_closing_in_the_middle_gives_the_workspace_free(qtbot: QtBot, window: SetupWindow, tmp_path: Path) -> None:
    come_to_the_code(qtbot, window)
    window.close()
    Workspace(tmp_path / "kantor").lock().close()


def test_the_code_can_be_printed(qtbot: QtBot, window: SetupWindow, tmp_path: Path) -> None:
    window.recovery.show_code("AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG", "Komisi Pemilihan Umum Kabupaten Rekaan")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "kode.pdf"))
    window.recovery.print_on(printer)
    assert (tmp_path / "kode.pdf").read_bytes().startswith(b"%PDF")
