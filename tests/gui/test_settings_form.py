"""The window "Pengaturan kantor": what is entered is kept all together, or refused entry by entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kpu_desk.domain.documents import DocumentKind, Mark, Paper
from kpu_desk.domain.profile import OfficeProfile
from kpu_desk.gui.look import ROW
from kpu_desk.gui.setup.settings_form import SettingsForm
from kpu_desk.services.desk import Desk
from tests.gui import real_desk
from tests.waiting import LIMIT_S

OFFICE, NUMBERS, PAPER = range(3)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = real_desk.set_up(tmp_path / "kantor", Mark.NONE)
    yield made
    made.close()


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> SettingsForm:
    return opened(qtbot, desk)


def opened(qtbot: QtBot, desk: Desk) -> SettingsForm:
    made = SettingsForm(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.open()
    return made


def test_it_shows_what_is_set_and_saving_it_unchanged_writes_nothing(form: SettingsForm, desk: Desk) -> None:
    before = desk.workspace.settings.stat().st_ino
    form.ok_button.click()
    assert not form.isVisible()
    assert desk.profile == real_desk.PROFILE
    assert desk.workspace.settings.stat().st_ino == before


def test_everything_is_kept_together(qtbot: QtBot, form: SettingsForm, desk: Desk) -> None:
    form.office.place.setText("Kota Nusa")
    form.office.address.setPlainText("Jalan Pemilu Nomor 2\n\n  Telepon (000)  1  ")
    form.numbers.numbered[DocumentKind.PI].setChecked(True)
    form.numbers.code_entry("PBBK").setText("PW.02")
    form.paper.paper.setCurrentIndex(form.paper.paper.findData("F4"))
    form.paper.meterai["PI"].setCurrentIndex(form.paper.meterai["PI"].findData("box"))
    form.paper.later_signature.setChecked(True)
    with qtbot.waitSignal(form.changed) as told:
        form.ok_button.click()
    assert told.args == [("place", "address", "class_codes", "paper", "numbered_kinds", "meterai", "later_signature")]
    assert desk.workspace.read_profile() == desk.profile
    assert desk.profile == replace(
        real_desk.PROFILE,
        place="Kota Nusa",
        address=("Jalan Pemilu Nomor 2", "Telepon (000) 1"),
        class_codes=("PBBK = PW.02",),
        paper=Paper.F4,
        numbered_kinds=(DocumentKind.PK, DocumentKind.PI, DocumentKind.BA),
        meterai=("PI = box",),
        later_signature=True,
    )


def test_every_setting_has_an_entry(form: SettingsForm) -> None:
    entered = {**form.office.entered(), **form.numbers.entered(), **form.paper.entered()}
    # The logo is a picture beside the settings, not a text in them.
    assert entered.keys() | {"logo"} == {field.name for field in fields(OfficeProfile)}
    assert all(getattr(real_desk.PROFILE, name) == value for name, value in entered.items())


def test_every_wrong_entry_is_told_under_it_and_nothing_is_kept(qtbot: QtBot, form: SettingsForm, desk: Desk) -> None:
    form.office.place.setText(" ")
    form.office.region_code.setText("123")
    form.numbers.number_pattern.setText("{nomor}/{tahun}")
    form.numbers.code_entry("BA").setText("pk")
    form.tabs.setCurrentIndex(PAPER)
    form.ok_button.click()
    assert form.isVisible()
    assert form.office.complaint("place") == "Isian ini masih kosong."
    assert form.office.complaint("region_code") == "Isian ini bukan dua atau empat angka."
    assert form.numbers.complaint("number_pattern") == "Isian ini memuat bagian yang tidak dikenal."
    assert "PK.02.1-BA" in form.numbers.complaint("class_codes")
    assert form.numbers.code_entry("BA").property("problem") is True
    assert form.problem_text() == "Betulkan isian yang ditandai."
    # The first of them is before the eyes, ready to be typed in.
    assert form.tabs.currentIndex() == OFFICE
    assert form.focusWidget() is form.office.place
    assert desk.profile == desk.workspace.read_profile() == real_desk.PROFILE
    form.office.place.setText("Nusa")
    form.office.region_code.setText("9901")
    form.ok_button.click()
    assert form.tabs.currentIndex() == NUMBERS
    assert form.office.complaint("place") == "Tercetak sebelum tanggal pada lembar."


def test_the_example_follows_what_is_typed(form: SettingsForm) -> None:
    assert form.numbers.example("BA") == "123/PK.02.1-BA/99/2026"
    assert form.numbers.example("PI") == "–"
    form.numbers.numbered[DocumentKind.PI].setChecked(True)
    assert form.numbers.example("PI-KOMISIONER") == "123/SDM.10.2/99/2026"
    form.office.region_code.setText("9901")
    form.numbers.code_entry("PI").setText("SDM.09-SPt")
    form.numbers.number_pattern.setText("{urut}/{klas}-{naskah}/{wilayah}/Sek/{tahun}")
    assert form.numbers.example("PI") == "123/SDM.09-SPt/9901/Sek/2026"
    form.numbers.number_pattern.setText("{klas}/{tahun}")
    assert "nomor yang sama" in form.numbers.complaint("number_pattern")


def test_a_logo_is_taken_and_removed(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    picture = tmp_path / "lambang.png"
    assert QImage(64, 48, QImage.Format.Format_RGB32).save(str(picture))
    form = opened(qtbot, desk)
    with qtbot.waitSignal(form.office.logo.taken):
        form.office.logo.read(picture)
    # While a picture is being read nothing is saved; the click after it counts.
    qtbot.waitUntil(lambda: not form.office.logo.busy)
    form.ok_button.click()
    assert not form.isVisible()
    assert desk.logo is not None
    again = opened(qtbot, desk)
    assert again.office.logo.picture == desk.logo
    again.office.logo.remove_button.click()
    again.ok_button.click()
    assert desk.logo is None


def test_a_file_edited_meanwhile_keeps_the_form_open(form: SettingsForm, desk: Desk) -> None:
    text = desk.workspace.settings.read_text(encoding="utf-8")
    desk.workspace.settings.write_text(text.replace("Nusa Raya", "Nusa Jaya"), encoding="utf-8")
    form.office.place.setText("Kota Nusa")
    form.ok_button.click()
    assert form.isVisible()
    assert "diubah di luar program" in form.problem_text()


def test_it_says_when_a_change_takes_effect(qtbot: QtBot, desk: Desk) -> None:
    quiet = opened(qtbot, desk)
    assert "lembar dan rekaman yang ada tidak berubah" in words_of(quiet)
    quiet.reject()
    real_desk.opened(desk, 6)
    assert "sedang berlangsung: lembarnya sudah dibekukan" in words_of(opened(qtbot, desk))


def test_a_new_name_says_that_the_certificate_keeps_the_old_one(form: SettingsForm) -> None:
    form.office.name.setText("Komisi Pemilihan Umum Kota Nusa")
    assert "Sertifikat segel" in form.office.complaint("name")
    form.office.name.setText(real_desk.PROFILE.name)
    assert form.office.complaint("name") == "Lengkap, tanpa singkatan."


@pytest.mark.parametrize("page", [OFFICE, NUMBERS, PAPER])
def test_tab_leads_through_every_entry_of_a_page_to_the_button(qtbot: QtBot, form: SettingsForm, page: int) -> None:
    form.tabs.setCurrentIndex(page)
    form.tabs.tabBar().setFocus()
    met: list[QWidget] = []
    while form.focusWidget() is not form.ok_button and len(met) < 40:
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        met.append(form.focusWidget())
    assert met[-1] is form.ok_button
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton)
    shown = [widget for kind in kinds for widget in form.tabs.currentWidget().findChildren(kind) if widget.isVisible()]
    assert shown
    # A number's entry has a text within it, which hands the keyboard to it.
    assert {widget.focusProxy() or widget for widget in shown} <= set(met)
    # What is met can be told by a screen reader.
    assert all(widget.accessibleName() or getattr(widget, "text", str)() for widget in shown)
    # From top to bottom, as it is read.
    places = [widget.mapTo(form, widget.rect().center()).y() for widget in met if widget in shown]
    assert all(following > place - ROW / 2 for place, following in pairwise(places))


def test_a_small_screen_cuts_nothing_off(qtbot: QtBot, form: SettingsForm) -> None:
    # 1366 × 768 at 150 %, less the frame.
    form.resize(878, 464)
    for page in (OFFICE, NUMBERS, PAPER):
        form.tabs.setCurrentIndex(page)
        qtbot.wait(LIMIT_S)
        scroll = form.tabs.currentWidget()
        inside = scroll.findChildren(QWidget, "qt_scrollarea_viewport")[0]
        assert form.tabs.tabBar().visibleRegion().boundingRect().height() >= form.tabs.tabBar().height()
        assert form.ok_button.visibleRegion().boundingRect() == form.ok_button.rect()
        for entry in scroll.findChildren(QLineEdit):
            if entry.isVisible():
                assert entry.mapTo(inside, entry.rect().topRight()).x() < inside.width()


def words_of(form: SettingsForm) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in form.findChildren(QLabel))
