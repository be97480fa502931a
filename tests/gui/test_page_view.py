"""Pages of a sheet: which were really in view, scrolled by finger, wheel, keys and buttons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpu_desk.domain.documents import InkKind, SlotPlace
from kpu_desk.domain.showing import AskedInk
from kpu_desk.gui.page_view import PageView
from tests.gui.drawn_pages import DrawnPages
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
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 200)


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
    view.show_text_size(1)
    settle()
    assert bar.maximum() > before * 1.2
    assert abs(bar.value() / bar.maximum() - share) < 0.05
    view.show_text_size(0)
    settle()
    assert bar.maximum() == before


def test_the_own_place_is_marked_where_it_belongs(view: PageView) -> None:
    view.resize(800, 1_200)
    own = SlotPlace("pembuat", 0, 120_000, 60_000, 60_000, 22_000)
    plain = DrawnPages(1)
    view.show_pages(plain)
    settle()
    without = _picture(view)
    view.show_pages(plain, (AskedInk(InkKind.SIGNATURE, (own,)),))
    settle()
    marked, mark = _picture(view), _on_view(view, own)
    assert _differing(without, marked, mark) > mark.width() * mark.height() * 0.8
    elsewhere = QRect(0, 0, view.viewport().width(), mark.top() - 10)
    assert _differing(without, marked, elsewhere) == 0


def test_a_paraf_is_asked_for_on_every_page(view: PageView) -> None:
    view.resize(800, 2_400)
    own = tuple(SlotPlace("paraf-pihak_kedua", page, 110_000, 25_000, 20_000, 13_000) for page in range(2))
    plain = DrawnPages(2)
    view.show_pages(plain)
    settle()
    without = _picture(view)
    view.show_pages(plain, (AskedInk(InkKind.PARAF, own),))
    settle()
    marked = _picture(view)
    # The second page begins where the first ends, 16 pixels further down.
    down = round((view.viewport().width() - 32) * 297 / 210) + 16
    for page in range(2):
        mark = _on_view(view, own[page]).translated(0, page * down)
        assert _differing(without, marked, mark) > mark.width() * mark.height() * 0.8


def test_the_receipt_has_each_page_as_it_was_painted_and_its_time_in_view(qtbot: QtBot) -> None:
    now = [10.0]
    view = PageView(clock=lambda: now[0])
    view.resize(800, 600)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    pages = DrawnPages(3)
    view.show_pages(pages)
    settle()
    now[0] += 4.5
    assert [page.in_view_ms for page in view.receipt()] == [4_500, 0, 0]
    assert view.receipt()[2].sha256 == ""
    bar = view.verticalScrollBar()
    for value in range(0, bar.maximum() + 100, 100):
        bar.setValue(value)
        settle()
    now[0] += 2.0
    first, _, last = view.receipt()
    assert (first.in_view_ms, last.in_view_ms) == (4_500, 2_000)
    width = view.page_width_px()
    assert [page.sha256 for page in view.receipt()] == [pages.page(n, width).digest() for n in range(3)]
    assert {page.width_px for page in view.receipt()} == {width}
    # Nothing is read that is not on the screen.
    view.hide()
    now[0] += 30.0
    assert view.receipt()[2].in_view_ms == 2_000
    view.show_pages(DrawnPages(1))
    assert view.receipt()[0].in_view_ms == 0


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
