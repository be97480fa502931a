"""The workspace's mark in the corner of a dialog: a title bar is not always there to bear it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from kpu_desk.domain.documents import Mark
from kpu_desk.gui.look import BASE

_MARKS = frozenset(mark.value for mark in Mark if mark is not Mark.NONE)


class MarkCorner(QLabel):
    """GLADI at the top right of a window, over whatever stands there; nothing in the office's own workspace."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(QGuiApplication.applicationDisplayName(), window)
        self.setObjectName("mark_corner")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and isinstance(watched, QWidget):
            self.adjustSize()
            self.move(watched.width() - self.width() - BASE, BASE // 2)
            self.raise_()
        return False


def bear_mark(window: QWidget, *, room: bool = False) -> None:
    """Lets a window that is being made bear the mark of the workspace that is open.

    Args:
        room: the window's words begin at its very top, and make room for it.
    """
    if QGuiApplication.applicationDisplayName() in _MARKS:
        corner = MarkCorner(window)
        if room:
            window.setContentsMargins(0, corner.sizeHint().height(), 0, 0)
