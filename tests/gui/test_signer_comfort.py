"""Words, contrast, hand and notice at the signer's window: one touch each, for one sitting, and part of the receipt."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.notice import Notice, parse_notice
from kpu_desk.domain.receipt import NoticeShown
from kpu_desk.gui.look import HIGH_CONTRAST
from kpu_desk.gui.signer.window import SignerWindow
from kpu_desk.language import Language
from kpu_desk.resources import read_bytes
from tests.gui.drawn_pages import sitting
from tests.gui.test_signer_window import Heard, canvas_of, find, press, read_to_the_end, settle, step_of, write

Notices = dict[Language, Notice]
INDONESIAN, ENGLISH = Language


def make(qtbot: QtBot, size: tuple[int, int]) -> SignerWindow:
    window = SignerWindow("KPU Provinsi Nusa Raya", Mark.GLADI)
    window.resize(*size)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[SignerWindow]:
    made = make(qtbot, (1366, 768))
    yield made
    made.release()


@pytest.fixture
def notices() -> Notices:
    files = {language: f"{language}.toml" for language in Language}
    return {language: parse_notice(read_bytes("notices", name), name) for language, name in files.items()}


def choose(window: SignerWindow, name: str) -> None:
    target = window.findChild(QAbstractButton, name)
    assert target is not None
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    settle()


def centre_x(window: SignerWindow, name: str) -> int:
    part = find(window, name)
    return part.mapTo(window, part.rect().center()).x()


def test_what_was_chosen_is_in_the_receipt_and_gone_for_the_next_person(window: SignerWindow, notices: Notices) -> None:
    heard = Heard(window)
    window.begin(sitting(pages=1), notices)
    settle()
    right = centre_x(window, "yes_its_me")
    for name in ("text_size", "contrast", "left_hand"):
        choose(window, name)
    assert centre_x(window, "yes_its_me") < window.width() / 2 < right
    assert window.grab().toImage().pixelColor(window.width() // 2, 60) == QColor(HIGH_CONTRAST.ground)
    choose(window, "notice")
    assert step_of(window) == "notice_step"
    press(window, "notice_back")
    assert step_of(window) == "name_step"
    press(window, "yes_its_me")
    read_to_the_end(window)
    press(window, "have_read")
    write(window)
    choose(window, "notice")
    press(window, "notice_back")
    assert canvas_of(window).ink().sample_count == 40
    press(window, "sign")
    (captured,) = heard.captured
    told = captured.receipt
    assert (told.text_size, told.high_contrast, told.left_handed) == (125, True, True)
    assert told.notice == NoticeShown(notices[INDONESIAN].version, notices[INDONESIAN].sha256, 2)
    assert told.statement == "Saya telah membaca dan memahami isi lembar ini, dan menandatanganinya dengan sadar."
    assert all(page.sha256 and page.width_px for page in told.pages)
    window.accept()
    window.begin(sitting(pages=1), notices)
    settle()
    assert centre_x(window, "yes_its_me") == right


def test_a_pause_blanks_the_window_and_goes_on_where_it_was(window: SignerWindow) -> None:
    heard = Heard(window)
    window.begin(sitting(pages=1))
    press(window, "yes_its_me")
    read_to_the_end(window)
    press(window, "have_read")
    write(window)
    window.pause()
    settle()
    assert (step_of(window), window.paused) == ("paused_step", True)
    assert not any(part.isVisible() for part in window.findChildren(QAbstractButton))
    window.resume()
    settle()
    assert step_of(window) == "sign_step"
    assert canvas_of(window).ink().sample_count == 40
    assert heard.progress[-2:] == ["jeda", "menandatangani · PI-001 · 1/1"]
    window.pause()
    window.recall()
    assert (step_of(window), window.paused) == ("rest_step", False)


def test_two_touches_a_sheet(window: SignerWindow) -> None:
    """Scrolling and writing apart: the name once, then "read" and "sign" for each sheet."""
    heard = Heard(window)
    touches = 0
    window.begin(sitting(3, pages=1))
    settle()
    for name in ("yes_its_me", *("have_read", "sign") * 3):
        if name == "have_read":
            read_to_the_end(window)
        elif name == "sign":
            write(window)
        press(window, name)
        touches += 1
        window.accept()
    assert heard.finished == ["official-7"]
    assert touches <= 3 * 3


def test_an_office_may_replace_the_notice_and_a_broken_one_is_refused() -> None:
    from kpu_desk.domain.errors import FormError

    good = b'version = "2"\nlanguage = "id"\ntitle = "T"\n[[part]]\nheading = "H"\ntext = "Oleh {kantor}."\n'
    parsed = parse_notice(good, "x")
    assert parsed.parts_for("KPU Rekaan") == (("H", "Oleh KPU Rekaan."),)
    for wrong in (b"\xff", b"a", good.replace(b'"2"', b'" "'), good + b'x = "y"\n', good[: good.index(b"[[")]):
        with pytest.raises(FormError, match="WRONG_NOTICE"):
            parse_notice(wrong, "x")
