"""A window on its own screen: it fills it, comes back to it, never moves to another one, and nobody gets out of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QScreen, QShowEvent
from PySide6.QtWidgets import QWidget

SETTLE_MS: Final = 150
"""How long screens may take to be laid anew before anybody is told."""


class OwnScreen(QObject):
    """Keeps a window on the screen that it was given.

    Signals:
        taken(screen): the window fills this screen now.
        lost(mirrored): the screen is gone, or another one shows the same picture; the window is hidden.
        back(): the screen is there again and alone, and the window with it.
    """

    taken = Signal(object)
    lost = Signal(bool)
    back = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._name = ""
        self.is_lost = self._told = False
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._look)
        application.screenAdded.connect(self._watch)
        for screen in application.screens():
            self._watch(screen)

    def take(self, screen: QScreen | None = None) -> None:
        """Fills a screen: the one given, else the second one, else the only one."""
        screen = screen or _second_screen() or QGuiApplication.primaryScreen()
        if screen.name() != self._name:
            self._name, self.is_lost, self._told = screen.name(), False, False
        if mirrored(screen):
            self._lose(mirrored=True)
            return
        self.taken.emit(screen)
        # Taken out of full screen first: some systems keep a full-screen window where it was.
        self._window.setWindowState(Qt.WindowState.WindowNoState)
        self._window.setScreen(screen)
        self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()

    def take_back(self) -> None:
        """Fills the screen again where somebody who may not do that took the window away from it."""
        self._look()

    def release(self) -> None:
        """From now on the window may go where it likes."""
        self._name, self.is_lost, self._told = "", False, False

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        # At once: until this is done, what a person reads stands wherever the screens lie now.
        if not self._name:
            return
        own = next((screen for screen in QGuiApplication.screens() if screen.name() == self._name), None)
        if own is None or mirrored(own):
            self._lose(mirrored=own is not None)
        elif self.is_lost:
            self.is_lost = False
            self.take(own)
            if self._told:
                self._told = False
                self.back.emit()
        elif self._window.isVisible() and not (
            self._window.isFullScreen() and self._window.geometry() == own.geometry() and self._window.screen() is own
        ):
            self.take(own)

    def _lose(self, *, mirrored: bool) -> None:
        if self.is_lost:
            return
        # Hidden at once. What a person reads here is not for the operator's screen, and still less for the projector.
        self.is_lost = True
        self._window.hide()
        QTimer.singleShot(SETTLE_MS, self, lambda: self._tell(mirrored))

    def _tell(self, mirrored: bool) -> None:
        # While several screens are laid anew, one may lie over another for a moment.
        if self.is_lost and not self._told:
            self._told = True
            self.lost.emit(mirrored)


class LockedWindow(QWidget):
    """A window that only its owner lets go.

    Args:
        title: of the window.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(title)
        self.released = False
        self.own_screen = OwnScreen(self)

    def release(self) -> None:
        """From now on the window may be closed; only its owner calls this."""
        self.released = True
        self.own_screen.release()

    def place_on_screen(self, screen: QScreen | None = None) -> None:
        """Fills a screen: the one given, else the second one, else the only one."""
        self.own_screen.take(screen)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and not self.isFullScreen():
            # Minimised, or taken out of full screen, by a gesture or a key of the window manager. Not in its event.
            QTimer.singleShot(0, self.own_screen, self.own_screen.take_back)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for part in (self, *self.findChildren(QWidget)):
            # A menu of copying and searching is nothing that helps a signer.
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    def closeEvent(self, event: QCloseEvent) -> None:
        # Escape, Alt+F4 and the window list are no way out for the person who signs.
        if self.released:
            event.accept()
        else:
            event.ignore()


def mirrored(screen: QScreen) -> bool:
    """Whether another screen shows what stands on this one, or a part of it."""
    own = screen.geometry()
    return any(other is not screen and other.geometry().intersects(own) for other in QGuiApplication.screens())


def _second_screen() -> QScreen | None:
    primary = QGuiApplication.primaryScreen()
    return next((screen for screen in QGuiApplication.screens() if screen is not primary), None)
