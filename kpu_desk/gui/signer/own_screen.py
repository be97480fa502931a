"""The signer's window on its own screen: it fills it, comes back to it, and never moves to another one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class OwnScreen(QObject):
    """Keeps a window on the screen that it was given.

    Signals:
        taken(screen): the window fills this screen now.
        lost(): the screen was unplugged; the window is hidden.
        back(): it is there again, and the window with it.
    """

    taken = Signal(object)
    lost = Signal()
    back = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._name = ""
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._on_removed)
        application.screenAdded.connect(self._later)

    def take(self, screen: QScreen | None = None) -> None:
        """Fills a screen: the one given, else the second one, else the only one."""
        screen = screen or _second_screen() or QGuiApplication.primaryScreen()
        self._name = screen.name()
        self.taken.emit(screen)
        # Taken out of full screen first: some systems keep a full-screen window where it was.
        self._window.setWindowState(Qt.WindowState.WindowNoState)
        self._window.setScreen(screen)
        self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()

    def take_back(self) -> None:
        """The window does not fill its screen any more, and nobody who may do that did it."""
        if self._window.isVisible():
            self._later()

    def release(self) -> None:
        """From now on the window may go where it likes."""
        self._name = ""

    def _on_removed(self, screen: QScreen) -> None:
        if screen.name() == self._name:
            # What a person reads here is not for the operator's screen, and still less for the projector.
            self._window.hide()
            self.lost.emit()
        else:
            self._later()

    def _later(self) -> None:
        # Qt leaves a full-screen window where its screen was; afterwards the screens lie in their new order.
        if self._name:
            QTimer.singleShot(0, self, self._replace)

    def _replace(self) -> None:
        own = [screen for screen in QGuiApplication.screens() if screen.name() == self._name]
        if not own:
            return
        was_away = not self._window.isVisible()
        if was_away or not self._window.isFullScreen() or self._window.geometry() != own[0].geometry():
            self.take(own[0])
        if was_away:
            self.back.emit()


def _second_screen() -> QScreen | None:
    primary = QGuiApplication.primaryScreen()
    return next((screen for screen in QGuiApplication.screens() if screen is not primary), None)
