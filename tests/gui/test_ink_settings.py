"""The page of ink in the settings, the banner, and the acts on kept ink in the records window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from kpu_desk.gui.asking import Question
from kpu_desk.gui.escrow_banner import EscrowBanner
from kpu_desk.gui.secretary.controller import RecordsController
from kpu_desk.gui.secretary.ink_acts import EraseForm
from kpu_desk.gui.secretary.window import RecordsWindow
from kpu_desk.gui.setup.settings_form import SettingsForm
from kpu_desk.services import ink_keeping
from kpu_desk.services.desk import Desk
from tests.services.offices import make_desk, make_open, sign_everything
from tests.services.test_escrow import certificate


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "kantor")
    yield made
    made.close()


def test_a_certificate_is_compared_then_used_and_older_ink_is_moved(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    count = sign_everything(desk, make_open(desk).id)
    key = ec.generate_private_key(ec.SECP256R1())
    file = tmp_path / "inspektorat.pem"
    form = SettingsForm(desk)
    qtbot.addWidget(form)
    form.show_ink()
    form.open()
    page = form.ink
    assert "Belum ada sertifikat" in page.state.text()
    file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    page.read(file)
    assert "kunci pribadi" in page.result.text()
    assert not page.use_button.isVisible()
    file.write_bytes(certificate(key))
    page.read(file)
    assert page.result.text() == ""
    assert "Inspektorat Rekaan" in page.details.text()
    page.use_button.click()
    question = page.findChild(Question)
    assert question is not None
    assert ink_keeping.kept_ink(desk).certificate is None
    (answer,) = question.answer_buttons.values()
    with qtbot.waitSignals([page.kept_changed] * 2):
        answer.click()
    kept = ink_keeping.kept_ink(desk)
    assert (kept.closed, kept.open) == (count, 0)
    assert f"{count} goresan lama tersandi" in page.result.text()
    assert kept.certificate is not None
    assert kept.certificate.fingerprint in page.details.text()


def test_the_banner_says_what_is_open_and_goes_when_nothing_is(qtbot: QtBot, desk: Desk) -> None:
    banner = EscrowBanner()
    qtbot.addWidget(banner)
    banner.show_kept(ink_keeping.kept_ink(desk))
    assert "siapa pun yang membuka ruang kerja" in banner.text()
    sign_everything(desk, make_open(desk).id)
    ink_keeping.use_throwaway_key(desk)
    kept = ink_keeping.kept_ink(desk)
    banner.show_kept(kept)
    assert banner.text() == f"{kept.open} goresan lama belum tersandi."
    ink_keeping.move_older_ink(desk, lambda _done, _total: None, lambda: False)
    banner.show_kept(ink_keeping.kept_ink(desk))
    assert banner.text() == ""
    assert not banner.isVisible()


def test_ink_is_handed_out_and_erased_from_the_records_window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    ink_keeping.use_throwaway_key(desk)
    ceremony = make_open(desk)
    count = sign_everything(desk, ceremony.id)
    controller = RecordsController(desk, ceremony.id)
    window = RecordsWindow(controller)
    qtbot.addWidget(window)
    button = window.findChild(QToolButton, "office_menu")
    assert isinstance(button, QToolButton)
    texts = [action.text() for action in button.menu().actions() if action.text()]
    assert texts[-2:] == ["Keluarkan goresan tersandi …", "Hapus goresan seseorang …"]
    with qtbot.waitSignal(controller.said):
        controller.hand_out_ink(tmp_path)
    (package,) = tmp_path.glob("goresan-*")
    assert len(list(package.glob("*.p7m"))) == count
    form = EraseForm(controller, window)
    qtbot.addWidget(form)
    form.open()
    person = form.person.currentData()[0]
    form.ok_button.click()
    question = form.findChild(Question)
    assert question is not None
    question.answer_buttons["Hapus untuk selamanya"].click()
    assert "memerlukan alasan" in form.problem_text()
    form.reason.setText("permohonan nomor 7")
    with qtbot.waitSignal(controller.said):
        form.erase(person)
    assert not form.isVisible()
    kept = {one.official_id: one.inks for one in ink_keeping.people_with_ink(desk, ceremony.id)}
    assert kept[person] == 0
    assert sum(kept.values()) > 0
