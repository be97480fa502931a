"""A window on its own screen: it fills it, comes back to it, never moves to another one, and nobody gets out of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QMoveEvent, QResizeEvent, QScreen, QShowEvent, QWindow
from PySide6.QtWidgets import QWidget

SETTLE_MS: Final = 150
"""How long screens and windows may take to be laid anew before anybody is told."""
MOST_TRIES: Final = 10
"""A window manager that always lays a window elsewhere is not fought for ever."""


class OwnScreen(QObject):
    """Keeps a window on the screen that it was given.

    Args:
        locked: nothing may cover the window there, nor another desktop come in its place.

    Signals:
        taken(screen): the window fills this screen now.
        lost(mirrored): the screen is gone, or another one shows the same picture; the window is hidden.
        back(): the screen is there again and alone, and the window with it.
    """

    taken = Signal(object)
    lost = Signal(bool)
    back = Signal()

    def __init__(self, window: QWidget, *, locked: bool = False) -> None:
        super().__init__(window)
        self._locked = locked
        self._window = window
        self._name = ""
        self.is_lost = self._told = False
        self._tries, self._covered = 0, False
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self._look)
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
        if self._locked:
            self._keep_on_top()
        # Taken out of full screen first: some systems keep a full-screen window where it was.
        self._window.setWindowState(Qt.WindowState.WindowNoState)
        self._window.setScreen(screen)
        self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()
        handle = self._window.windowHandle()
        if self._locked and handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose and isinstance(watched, QWindow) and watched.isVisible():
            # Shown as far as we know, and not on any screen: another desktop is shown, or none of the windows.
            self._covered = not watched.isExposed()
            if self._covered:
                self._settling.start()
        return False

    def take_back(self) -> None:
        """Fills the screen again where somebody who may not do that took the window away from it, and looks again."""
        if self._name and not self._settling.isActive():
            # Not in the event that told of it.
            QTimer.singleShot(0, self, self._look)
        self._settling.start()

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
        elif self._window.isVisible():
            filled = fills_a_screen(self._window) and self._window.geometry() == own.geometry()
            there = filled and self._window.screen() is own and not self._covered
            self._tries = 0 if there else self._tries + 1
            if 0 < self._tries <= MOST_TRIES:
                if self._covered:
                    # A window that is shown anew comes onto the desktop that people see.
                    self._window.hide()
                self.take(own)

    def _keep_on_top(self) -> None:
        """Nothing comes between a signer and his sheet, where the desk has a screen of its own."""
        on_top, handle = len(QGuiApplication.screens()) > 1, self._window.windowHandle()
        if handle is None:
            self._window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, on_top)
        else:
            # Not of the widget: that would make the window anew, and hide it meanwhile.
            handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, on_top)

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
        self.own_screen = OwnScreen(self, locked=True)

    def release(self) -> None:
        """From now on the window may be closed; only its owner calls this."""
        self.released = True
        self.own_screen.release()

    def place_on_screen(self, screen: QScreen | None = None) -> None:
        """Fills a screen: the one given, else the second one, else the only one."""
        self.own_screen.take(screen)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and not fills_a_screen(self):
            # Minimised, or taken out of full screen, by a gesture or a key of the window manager.
            self.own_screen.take_back()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        # There are keys that send a window to the next screen.
        self.own_screen.take_back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.own_screen.take_back()

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


def fills_a_screen(window: QWidget) -> bool:
    """Whether it is full screen now; minimised, it stays full screen by name."""
    return window.isFullScreen() and not window.isMinimized()


def mirrored(screen: QScreen) -> bool:
    """Whether another screen shows what stands on this one, or a part of it."""
    own = screen.geometry()
    return any(other is not screen and other.geometry().intersects(own) for other in QGuiApplication.screens())


def _second_screen() -> QScreen | None:
    primary = QGuiApplication.primaryScreen()
    return next((screen for screen in QGuiApplication.screens() if screen is not primary), None)
