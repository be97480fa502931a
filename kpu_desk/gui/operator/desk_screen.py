"""The desk's windows and their screen: when it goes they hide, when it moves they follow, and no other gets them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from kpu_desk.gui.signer.own_screen import LockedWindow

_PASSING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class DeskScreen(QObject):
    """Watches every window of the operator's side, dialogs and records included.

    Args:
        desk: the desk's own window; ``signer``, like every locked window, keeps to its screen by itself.
    """

    def __init__(self, desk: QWidget, signer: QWidget) -> None:
        super().__init__(desk)
        self._desk, self._signer = desk, signer
        self._away: dict[str, list[tuple[QWidget, QPoint]]] = {}
        """By name of a screen that went: its windows, and where on it they stood."""
        self._lay: dict[str, QRect] = {}
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._removed)
        application.screenAdded.connect(self._added)
        for screen in application.screens():
            self._watch(screen)

    @property
    def is_lost(self) -> bool:
        """Whether the desk's own window waits for its screen."""
        return any(window is self._desk for windows in self._away.values() for window, _ in windows)

    def take(self, screen: QScreen) -> None:
        """The operator has this screen now: what waited for another comes here."""
        waiting = [pair for windows in self._away.values() for pair in windows]
        self._away.clear()
        self._show(waiting, screen)

    def _watch(self, screen: QScreen) -> None:
        self._lay[screen.name()] = screen.geometry()
        screen.geometryChanged.connect(lambda box, screen=screen: self._moved(screen, box))

    def _removed(self, screen: QScreen) -> None:
        # Qt has not given the windows to another screen yet.
        corner = self._lay.pop(screen.name(), screen.geometry()).topLeft()
        gone = [(window, window.pos() - corner) for window in _windows() if window.screen() is screen]
        for window, _ in gone:
            window.hide()
        if gone:
            self._away.setdefault(screen.name(), []).extend(gone)

    def _added(self, screen: QScreen) -> None:
        self._watch(screen)
        waiting = self._away.pop(screen.name(), None)
        if waiting is not None:
            self._show(waiting, screen)

    def _moved(self, screen: QScreen, box: QRect) -> None:
        """The screen lies elsewhere among the others: its windows go with it."""
        before, self._lay[screen.name()] = self._lay.get(screen.name(), box), box
        if before.topLeft() != box.topLeft() or before.size() != box.size():
            here = [w for w in _windows() if before.contains(w.geometry().center()) and w.screen() is screen]
            self._show([(window, window.pos() - before.topLeft()) for window in here], screen)

    def _show(self, windows: list[tuple[QWidget, QPoint]], screen: QScreen) -> None:
        for window, offset in windows:
            if window is self._desk:
                window.setScreen(screen)
                window.setGeometry(screen.availableGeometry())
                window.showMaximized()
            else:
                window.setScreen(screen)
                window.move(screen.geometry().topLeft() + offset)
                window.show()


def _windows() -> list[QWidget]:
    return [
        window
        for window in QApplication.topLevelWidgets()
        if window.isVisible()
        and window.windowType() not in _PASSING
        and not isinstance(window, LockedWindow)
        and window.objectName() != "hall_window"
    ]
