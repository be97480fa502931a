"""The window "Naskah dan formulir": every form, whose words it has, and its pages with invented data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kpu_desk.domain.documents import Mark, Paper
from kpu_desk.gui.secretary.form_texts import FormTextsWindow, open_form_texts
from kpu_desk.gui.secretary.form_texts_model import FILE, STATE, WORDING
from kpu_desk.resources import read_text, resource_path
from kpu_desk.services.desk import Desk
from tests.gui import real_desk

SHIPPED = sorted(path.stem for path in resource_path("forms").glob("*.toml"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = real_desk.set_up(tmp_path / "kantor", Mark.NONE)
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[FormTextsWindow]:
    made = FormTextsWindow(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    settle(qtbot, made)
    yield made
    made.close()


def settle(qtbot: QtBot, window: FormTextsWindow) -> None:
    qtbot.waitUntil(lambda: not window.busy)


def choose(qtbot: QtBot, window: FormTextsWindow, form_id: str, *, own: bool = False) -> None:
    window.table.selectRow(window.model.row_of(form_id, own=own))
    settle(qtbot, window)


def column(window: FormTextsWindow, number: int) -> list[str]:
    return [str(window.model.index(row, number).data()) for row in range(window.model.rowCount())]


def put(desk: Desk, name: str, text: str) -> Path:
    desk.workspace.forms.mkdir(exist_ok=True)
    path = desk.workspace.forms / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_shipped_form_is_listed_and_shown(qtbot: QtBot, window: FormTextsWindow) -> None:
    assert sorted(column(window, FILE)) == SHIPPED
    assert set(column(window, STATE)) == {"bawaan"}
    for form_id in SHIPPED:
        choose(qtbot, window, form_id)
        assert window.pages.isVisible()
        assert window.pages.page_count > 0
    choose(qtbot, window, "pi-asn")
    assert column(window, WORDING)[window.table.currentIndex().row()] == "peraturan"
    assert window.details.note.text().startswith("Kalimatnya dari peraturan.")
    assert "Versi 2026.1, tahun 2026" in window.details.facts.text()
    assert "Nomor 49 Tahun 2011" in window.details.facts.text()
    choose(qtbot, window, "pbbk")
    assert window.details.note.text().startswith("Kalimatnya rancangan, bukan naskah resmi.")


def test_the_pages_are_shown_on_the_other_paper(qtbot: QtBot, window: FormTextsWindow) -> None:
    choose(qtbot, window, "pi-asn")
    window.papers[Paper.F4].click()
    settle(qtbot, window)
    assert window.paper is Paper.F4
    assert window._source is not None
    width, height = window._source.sizes_um[0]
    assert (round(width / 1_000), round(height / 1_000)) == (215, 330)


def test_a_copy_is_the_offices_own_and_is_chosen(qtbot: QtBot, window: FormTextsWindow, desk: Desk) -> None:
    choose(qtbot, window, "pbbk")
    window.details.copy_button.click()
    settle(qtbot, window)
    assert (desk.workspace.forms / "pbbk.toml").is_file()
    assert window.chosen is not None
    assert (window.chosen.id, window.chosen.own) == ("pbbk", True)
    assert "pbbk.toml" in window.notices.text()
    assert not window.details.copy_button.isVisible()
    assert window.details.folder_button.isVisible()
    assert window.details.note.text().startswith("Menurut berkas kantor kalimatnya rancangan.")
    assert column(window, STATE)[window.model.row_of("pbbk", own=False)] == "diganti kantor"
    choose(qtbot, window, "pbbk")
    assert not window.details.copy_button.isVisible()


def test_a_mistake_is_told_with_its_line_and_mended_by_reloading(
    qtbot: QtBot, window: FormTextsWindow, desk: Desk
) -> None:
    good = read_text("forms", "pbbk.toml")
    path = put(desk, "pbbk.toml", good.replace('kind = "PBBK"', 'kind = "PX"'))
    QTest.keyClick(window, Qt.Key.Key_F5)
    settle(qtbot, window)
    choose(qtbot, window, "pbbk", own=True)
    assert column(window, STATE)[window.table.currentIndex().row()] == "keliru, baris 3"
    assert "keliru pada baris 3: nilainya tidak dikenal" in window.details.state.text()
    assert not window.pages.isVisible()
    assert "sesudah dibetulkan" in window.words.text()
    path.write_text(good.replace("2026.1", "kantor-1"), encoding="utf-8")
    window.reload_button.click()
    settle(qtbot, window)
    assert column(window, STATE)[window.table.currentIndex().row()] == "milik kantor"
    assert "Versi kantor-1" in window.details.facts.text()
    assert window.pages.isVisible()


def test_a_form_from_elsewhere_is_added_or_refused_in_a_sentence(
    qtbot: QtBot, window: FormTextsWindow, desk: Desk, tmp_path: Path
) -> None:
    text = read_text("forms", "pbbk.toml").replace('id = "pbbk"', 'id = "pbbk-kantor"')
    wrong, right = tmp_path / "a.toml", tmp_path / "b.toml"
    wrong.write_text(text.replace("year = 2026", "year = 26"), encoding="utf-8")
    right.write_text(text, encoding="utf-8")
    window.add(wrong)
    settle(qtbot, window)
    assert "keliru pada baris" in window.notices.text()
    assert not desk.workspace.forms.exists()
    window.add(right)
    settle(qtbot, window)
    assert "ditambahkan" in window.notices.text()
    assert window.chosen is not None
    assert window.chosen.id == "pbbk-kantor"
    window.add(right)
    settle(qtbot, window)
    assert "sudah ada" in window.notices.text()


def test_going_down_the_list_fast_shows_the_last_one(qtbot: QtBot, window: FormTextsWindow) -> None:
    last = window.model.rowCount() - 1
    for row in range(last + 1):
        window.table.selectRow(row)
    settle(qtbot, window)
    assert window.chosen is not None
    assert window.chosen.id == "berita-acara-susulan"
    assert window.details.title.text() == "Berita Acara"
    # Drawn for this width already: nothing is left to do for the thread that paints.
    assert window._source is not None
    width = window.pages.page_width_px()
    assert window._source.page(0, width) is window._source.page(0, width)


def test_the_keyboard_reaches_everything_in_the_order_of_the_eye(qtbot: QtBot, window: FormTextsWindow) -> None:
    choose(qtbot, window, "pi-asn")
    window.add_button.setFocus()
    met: list[QWidget] = [window.add_button]
    while met[-1] is not window.pages and len(met) < 20:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        met.append(window.focusWidget())
    chips = [chip for chip in window.papers.values() if chip.isChecked()]
    wanted = [window.add_button, window.reload_button, window.table, window.details.texts, window.details.copy_button]
    assert met == [*wanted, *chips, window.pages] or met == [*wanted, *window.papers.values(), window.pages]
    assert all(widget.accessibleName() or widget.property("text") for widget in met)
    for button in (window.add_button, window.details.copy_button):
        assert button.visibleRegion().boundingRect() == button.rect()


def test_a_small_screen_cuts_nothing_off(qtbot: QtBot, window: FormTextsWindow) -> None:
    # 1366 × 768 at 150 %, less the frame.
    window.resize(910, 480)
    choose(qtbot, window, "pk-dua-pihak")
    for part in (window.add_button, window.reload_button, window.details.copy_button, *window.papers.values()):
        assert part.visibleRegion().boundingRect() == part.rect()
    assert window.table.height() >= 120
    assert window.pages.width() >= 300


def test_there_is_one_window_beside_its_parent(qtbot: QtBot, desk: Desk) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    first = open_form_texts(desk, parent)
    assert open_form_texts(desk, parent) is first
    settle(qtbot, first)
    first.close()
