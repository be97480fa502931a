"""What the window does while somebody writes: the pad is painted near the newest point, and nothing else is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kpu_desk.domain.documents import Mark
from kpu_desk.gui.signer.window import SignerWindow
from tests.gui import test_signer_window as signer
from tests.gui.drawn_pages import sitting
from tests.gui.pen_events import TestPen

STEP = 8
LARGEST = 40
"""Pixels that the piece of a point and the tails before and after it can be wide and high at such steps."""


class Watch(QObject):
    """Notes what is painted and what is laid out again."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[tuple[str, QRect]] = []
        self.laid_out: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget):
            if isinstance(event, QPaintEvent):
                self.painted.append((watched.objectName(), event.rect()))
            elif event.type() == QEvent.Type.LayoutRequest:
                self.laid_out.append(watched.objectName())
        return False


def test_a_point_paints_the_pad_around_it_and_nothing_else(qtbot: QtBot) -> None:
    window = SignerWindow("KPU Provinsi Nusa Raya", Mark.GLADI)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    signer.come_to_the_pad(window, sitting())
    signer.write(window)
    pad = signer.canvas_of(window)
    signer.settle()
    pen, watch = TestPen(pad), Watch()
    application = QCoreApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    for stroke in range(2):
        pen.press((60, 40 + 60 * stroke, 0.3, 10_000 * stroke))
        for point in range(1, 40):
            pen.move((60 + STEP * point, 40 + 60 * stroke + point % 3, 0.3 + point / 80, 10_000 * stroke + 8 * point))
            signer.settle()
        pen.release((60 + STEP * 40, 40, 0.0, 10_000 * stroke + 400))
        signer.settle()
    application.removeEventFilter(watch)
    assert watch.laid_out == []
    assert {name for name, _ in watch.painted} == {"ink_canvas"}
    assert len(watch.painted) >= 78
    assert all(max(box.width(), box.height()) <= LARGEST for _, box in watch.painted)
    window.release()
