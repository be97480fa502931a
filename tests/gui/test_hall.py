"""The hall's window: readable from the last row, nothing private in it, no screen but its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.hall import HallPerson, HallStep, HallView, hall_view
from kpu_desk.domain.reading_aloud import ReadAloud
from kpu_desk.gui.hall.large_text import LEAST_SHARE, LargeText, large_font
from kpu_desk.gui.hall.reading import ReadingPanel
from kpu_desk.gui.hall.window import HallWindow
from kpu_desk.gui.look import DARK_HALL
from kpu_desk.gui.operator.hall_menu import HallMenu
from kpu_desk.gui.operator.screens import Screens
from kpu_desk.services.closing_lists import word_list
from kpu_desk.services.reading_aloud import texts_to_read
from tests.gui import people
from tests.gui.real_desk import desk_beside_signer, opened, set_up

SIZES = ((1280, 720), (1920, 1080))
LONG = HallPerson(
    "Prof. Dr. Ir. Raden Ajeng Kusumaningdyah Purwaningrum Wiraatmadja, S.H., M.Hum., LL.M.",
    "Plt. Kepala Subbagian Perencanaan, Data dan Informasi Sekretariat KPU Provinsi Nusa Raya",
)


def hall_of(qtbot: QtBot, size: tuple[int, int], mark: Mark = Mark.GLADI) -> HallWindow:
    window = HallWindow("KPU Provinsi Nusa Raya", mark)
    qtbot.addWidget(window)
    window.release()
    window.resize(*size)
    with qtbot.waitExposed(window):
        window.show()
    return window


def text(window: HallWindow, name: str) -> LargeText:
    found = window.findChild(LargeText, name)
    assert found is not None
    return found


@pytest.mark.parametrize("size", SIZES)
def test_the_longest_names_stand_whole_in_letters_for_the_last_row(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = hall_of(qtbot, size)
    occasion = "Penandatanganan Perjanjian Kinerja, Pakta Integritas, dan Pernyataan Bebas Benturan Kepentingan 2026"
    step = (
        "Penandatanganan Pernyataan Bebas Benturan Kepentingan oleh seluruh pejabat struktural dan fungsional"
        + 18 * "i"
    )
    window.show_view(HallView(HallStep.SIGNING, occasion, "Perjanjian Kinerja", LONG, LONG, 63, 195, step))
    shown = [part for part in window.findChildren(LargeText) if part.isVisible() and part.text()]
    assert len(shown) == 7
    for part in shown:
        assert part.pixels() >= int(size[1] * LEAST_SHARE)
        metrics = QFontMetricsF(large_font(part.pixels(), part._weight))
        box = metrics.boundingRect(part.rect().toRectF().adjusted(0, 0, 0, 9_999), int(part._flags), part.text())
        assert box.height() <= part.height() + 1, part.objectName()
        assert part.geometry().bottom() <= window.height()
    # Nothing stands over something else.
    rects = [part.rect().translated(part.mapTo(window, part.rect().topLeft())) for part in shown]
    assert not any(a.intersects(b) for n, a in enumerate(rects) for b in rects[n + 1 :])


@pytest.mark.parametrize("size", SIZES)
def test_a_text_is_read_page_by_page_to_its_last_word(qtbot: QtBot, tmp_path: Path, size: tuple[int, int]) -> None:
    desk = set_up(tmp_path / "kantor")
    try:
        texts = texts_to_read(desk, people.opened())
    finally:
        desk.close()
    assert [one.form for one in texts] == ["pi-komisioner", "pi-asn", "pbbk"]
    window = hall_of(qtbot, size)
    panel = window.findChild(ReadingPanel, "hall_reading")
    assert panel is not None
    for one in texts:
        window.read(one)
        read = list(panel.shown)
        for _ in range(20):
            before = panel.shown
            window.turn(1)
            if panel.shown == before:
                break
            read += panel.shown
        assert tuple(read) == one.parts
        window.turn(-99)
        assert panel.shown[0] == one.parts[0]
    window.stop_reading()
    assert not window.reading


def test_the_pages_are_those_of_the_room_that_the_screen_gives(qtbot: QtBot) -> None:
    window = HallWindow("KPU Provinsi Nusa Raya", Mark.NONE)
    qtbot.addWidget(window)
    window.release()
    told: list[tuple[int, int]] = []
    window.paged.connect(lambda: told.append(window.page))
    # Before it has a screen, as when a projector is given in the middle of a step of reading.
    window.read(ReadAloud("contoh", "NASKAH", tuple(f"{n}. Paragraf yang dibacakan di aula." for n in range(40))))
    for size in reversed(SIZES):
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        assert window.size().toTuple() == size
        pages = told[-1][1]
        assert pages > 1
        assert text(window, "hall_reading_page").text() == f"1 dari {pages}"
        window.turn(99)
        assert window.page == (pages, pages)
        window.turn(-99)
        assert window.page == (1, pages)


@pytest.mark.parametrize("size", SIZES)
def test_the_closing_words_stand_in_the_hall_for_the_last_row(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = hall_of(qtbot, size)
    words = sorted(word_list(), key=lambda word: QFontMetricsF(large_font(40)).horizontalAdvance(word))[-12:]
    window.show_words(words)
    shown = [text(window, f"hall_word_{n}") for n in range(12)]
    qtbot.waitUntil(shown[11].isVisible)
    assert [one.text() for one in shown] == words
    assert len({one.pixels() for one in shown}) == 1, "no word is smaller than another"
    assert shown[0].pixels() >= int(size[1] * 0.055)
    window.stop_reading()
    assert not shown[0].isVisible()


def test_a_paragraph_longer_than_the_hall_goes_on_on_the_next_page(qtbot: QtBot) -> None:
    window = hall_of(qtbot, SIZES[0])
    long = " ".join(f"kata ke-{n}" for n in range(240))
    window.read(ReadAloud("contoh", "NASKAH PANJANG", (long, "penutup")))
    panel = window.findChild(ReadingPanel, "hall_reading")
    assert panel is not None
    read: list[str] = []
    for _ in range(window.page[1]):
        read += panel.shown
        picture = window.grab().toImage()
        bottom = round(window.height() * 0.9)
        assert len({picture.pixel(x, bottom) for x in range(0, window.width(), 3)}) == 1, "nothing is cut off"
        window.turn(1)
    assert " ".join(read) == f"{long} penutup"
    assert len(read) > 3


def test_it_shows_light_or_dark(qtbot: QtBot) -> None:
    window = hall_of(qtbot, SIZES[0])
    window.show_view(HallView(HallStep.SOON, "Pelantikan", "Pelantikan"))
    window.wear_dark(True)
    assert window.grab().toImage().pixelColor(3, 3).name().upper() == DARK_HALL.ground


def test_it_cannot_be_closed_from_outside(qtbot: QtBot) -> None:
    window = HallWindow("KPU Provinsi Nusa Raya", Mark.NONE)
    qtbot.addWidget(window)
    window.show()
    window.close()
    assert window.isVisible()
    window.release()
    window.close()
    assert not window.isVisible()


def test_the_desk_drives_it_and_nothing_private_is_in_it(qtbot: QtBot, tmp_path: Path) -> None:
    desk = set_up(tmp_path / "kantor")
    ceremony = opened(desk, 12, present=5)
    with desk_beside_signer(qtbot, desk) as operator:
        menu = HallMenu(operator, Screens(operator, operator.calling._signer, operator.calling), None)
        # The only screen is the desk's: the hall never gets it.
        menu.show_on(operator.screen())
        assert menu.window_shown is None
        hall = HallWindow(desk.profile.short_name, desk.mark)
        qtbot.addWidget(hall)
        menu.window_shown = hall
        hall.resize(1280, 720)
        hall.show()
        called = operator.controller.next_signers()[0]
        assert operator.calling.call(called.id)
        assert text(hall, "hall_name").text() == called.name
        words = " ".join(part.text() for part in hall.findChildren(LargeText))
        words += " ".join(part.text() for part in hall.findChildren(QLabel))
        assert all(one.nip is None or one.nip not in words.replace(" ", "") for one in ceremony.officials)
        assert all(sheet.serial not in words for sheet in ceremony.sheets)
        bar = hall.findChild(QProgressBar)
        assert bar is not None
        assert (bar.value(), bar.maximum()) == (hall_view(ceremony).done, hall_view(ceremony).total)
        operator.calling.recall()
        assert text(hall, "hall_state").text() == "Berikutnya"
        menu.end()
        assert menu.window_shown is None
