"""Pages of a sheet: which were really in view, scrolled by finger, wheel, keys and buttons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpu_desk.domain.documents import InkKind, SlotPlace
from kpu_desk.domain.ink_drawing import PlacedInk, draw
from kpu_desk.domain.showing import AskedInk
from kpu_desk.gui.page_view import PageView
from tests.gui.drawn_pages import DrawnPages, loop_ink
from tests.gui.pen_events import mouse_stroke


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    made = PageView()
    qtbot.addWidget(made)
    made.resize(800, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def scroll_to(view: PageView, value: int) -> None:
    view.verticalScrollBar().setValue(value)
    settle()


def test_a_page_is_seen_when_its_upper_and_its_lower_part_were_in_view(view: PageView, qtbot: QtBot) -> None:
    view.show_pages(DrawnPages(2))
    settle()
    assert view.page_count == 2
    assert view.seen == frozenset()
    bar = view.verticalScrollBar()
    page = (bar.maximum() + view.viewport().height()) // 2
    scroll_to(view, page - 500)
    assert view.seen == {0}
    with qtbot.waitSignal(view.all_seen):
        scroll_to(view, bar.maximum())
    assert view.seen == {0, 1}


def test_jumping_over_a_page_does_not_show_it(view: PageView) -> None:
    view.show_pages(DrawnPages(3))
    settle()
    QTest.keyClick(view, Qt.Key.Key_End)
    settle()
    # The last page's lower part and the first one's upper part were on the screen; nothing was seen whole.
    assert view.seen == frozenset()


def test_pages_that_were_never_painted_are_not_seen(qtbot: QtBot) -> None:
    hidden = PageView()
    qtbot.addWidget(hidden)
    hidden.resize(800, 3_000)
    hidden.show_pages(DrawnPages(2))
    settle()
    assert hidden.seen == frozenset()


def test_all_seen_is_told_once_for_each_sheet(view: PageView, qtbot: QtBot) -> None:
    told: list[bool] = []
    view.all_seen.connect(lambda: told.append(True))
    view.resize(800, 2_600)
    for _ in range(2):
        view.show_pages(DrawnPages(2))
        settle()
        scroll_to(view, view.verticalScrollBar().maximum())
        view.viewport().update()
        settle()
    assert told == [True, True]


def test_pages_are_rendered_when_needed_and_forgotten_when_far_away(view: PageView) -> None:
    pages = DrawnPages(12)
    view.show_pages(pages)
    settle()
    assert {index for index, _ in pages.asked} == {0}
    ratio = view.devicePixelRatioF()
    assert {width for _, width in pages.asked} == {round((view.viewport().width() - 32) * ratio)}
    scroll_to(view, view.verticalScrollBar().maximum())
    pages.asked.clear()
    scroll_to(view, 0)
    assert {index for index, _ in pages.asked} == {0}
    pages.asked.clear()
    view.viewport().update()
    settle()
    assert pages.asked == []


def test_the_finger_pulls_the_page(view: PageView, qtbot: QtBot) -> None:
    view.show_pages(DrawnPages(3))
    settle()
    touch, port = QTest.createTouchDevice(), view.viewport()
    QTest.touchEvent(port, touch).press(0, QPoint(300, 500), port).commit()
    for y in range(490, 100, -20):
        QTest.qWait(8)
        QTest.touchEvent(port, touch).move(0, QPoint(300, y), port).commit()
    QTest.touchEvent(port, touch).release(0, QPoint(300, 110), port).commit()
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 200, timeout=3_000)


def test_wheel_keys_mouse_and_buttons_move_the_page(view: PageView) -> None:
    view.show_pages(DrawnPages(3))
    settle()
    bar, port = view.verticalScrollBar(), view.viewport()
    centre = QPointF(300, 300)
    wheel = QWheelEvent(
        centre, QPointF(port.mapToGlobal(centre)), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(port, wheel)
    after_wheel = bar.value()
    assert after_wheel > 0
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    after_key = bar.value()
    assert after_key > after_wheel
    mouse_stroke(port, [(300, 400), (300, 300), (300, 250)])
    assert bar.value() == after_key + 150
    view.page_down()
    assert bar.value() == after_key + 150 + bar.pageStep()
    view.page_up()
    view.page_up()
    assert bar.value() < after_key


def test_larger_text_keeps_the_place(view: PageView) -> None:
    view.resize(1_600, 700)
    view.show_pages(DrawnPages(2))
    settle()
    bar = view.verticalScrollBar()
    scroll_to(view, bar.maximum() // 2)
    share = bar.value() / bar.maximum()
    before = bar.maximum()
    view.next_text_size()
    settle()
    assert bar.maximum() > before * 1.2
    assert abs(bar.value() / bar.maximum() - share) < 0.05
    while bar.maximum() > before:
        view.next_text_size()
        settle()
    assert bar.maximum() == before


def test_earlier_ink_and_the_own_place_stand_where_they_belong(view: PageView) -> None:
    view.resize(800, 1_200)
    other = SlotPlace("saksi", 0, 30_000, 60_000, 60_000, 22_000)
    own = SlotPlace("pembuat", 0, 120_000, 60_000, 60_000, 22_000)
    plain = DrawnPages(1)
    view.show_pages(plain)
    settle()
    without = _picture(view)
    asked = (AskedInk(InkKind.SIGNATURE, (own,)),)
    view.show_pages(plain, asked, (PlacedInk(InkKind.SIGNATURE, draw(loop_ink()), (other,)),))
    settle()
    marked = _picture(view)
    ink, mark = _on_view(view, other), _on_view(view, own)
    assert _differing(without, marked, ink) > 50
    assert _differing(without, marked, mark) > mark.width() * mark.height() * 0.8
    elsewhere = QRect(0, 0, view.viewport().width(), ink.top() - 10)
    assert _differing(without, marked, elsewhere) == 0


def test_a_paraf_stands_on_every_page_that_asks_for_it(view: PageView) -> None:
    view.resize(800, 2_400)
    own, other = (
        tuple(SlotPlace(key, page, x, 25_000, 20_000, 13_000) for page in range(2))
        for key, x in (("paraf-pihak_kedua", 110_000), ("paraf-pihak_pertama", 132_000))
    )
    plain = DrawnPages(2)
    view.show_pages(plain)
    settle()
    without = _picture(view)
    view.show_pages(plain, (AskedInk(InkKind.PARAF, own),), (PlacedInk(InkKind.PARAF, draw(loop_ink()), other),))
    settle()
    marked = _picture(view)
    # The second page begins where the first ends, 16 pixels further down.
    down = round((view.viewport().width() - 32) * 297 / 210) + 16
    for page in range(2):
        ink, mark = (_on_view(view, places[page]).translated(0, page * down) for places in (other, own))
        assert _differing(without, marked, ink) > 20
        assert _differing(without, marked, mark) > mark.width() * mark.height() * 0.8


def _on_view(view: PageView, place: SlotPlace) -> QRect:
    scale = (view.viewport().width() - 32) / 210_000
    top = 297_000 - place.y_um - place.height_um
    return QRect(
        16 + round(place.x_um * scale),
        16 + round(top * scale) - view.verticalScrollBar().value(),
        round(place.width_um * scale),
        round(place.height_um * scale),
    )


def _picture(view: PageView) -> QImage:
    return view.viewport().grab().toImage()


def _differing(one: QImage, other: QImage, where: QRect) -> int:
    return sum(
        one.pixel(x, y) != other.pixel(x, y)
        for x in range(where.left(), where.right())
        for y in range(where.top(), where.bottom())
    )
