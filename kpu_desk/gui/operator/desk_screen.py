"""The desk's windows and their screen: gone they hide, moved they follow, and the hall never sees them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kpu_desk.gui.look import BASE
from kpu_desk.gui.mark_corner import bear_mark
from kpu_desk.gui.signer.own_screen import SETTLE_MS, LockedWindow
from kpu_desk.gui.widgets import heading, label, plain_button

_PASSING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class DeskScreen(QObject):
    """Watches every window of the operator's side, dialogs and records included.

    Args:
        desk: the desk's own window; ``signer``, like every locked window, keeps to its screen by itself.
    """

    def __init__(self, desk: QWidget, signer: QWidget) -> None:
        super().__init__(desk)
        self._desk, self._signer = desk, signer
        self._of_hall = self._home = ""
        self.shared = SharedScreen(desk)
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
    def of_hall(self) -> str:
        """Name of the screen that the audience sees, empty for none."""
        return self._of_hall

    @of_hall.setter
    def of_hall(self, name: str) -> None:
        self._of_hall, self._home = name, self._desk.screen().name()
        self._look()

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
        # Afterwards: while the signal runs, Qt still counts the screen that is going.
        QTimer.singleShot(0, self, self._look)

    def _added(self, screen: QScreen) -> None:
        self._watch(screen)
        self._look()

    def _look(self) -> None:
        """A projector that shows the desk's own screen, as many do when they are plugged in, shows none of its windows.

        They come back once their screen is there and the audience sees another one.
        """
        screens = QGuiApplication.screens()
        hall = next((screen for screen in screens if screen.name() == self._of_hall), None)
        own = [screen for screen in screens if screen is not hall]
        shared = [one for one in own if hall is not None and hall.geometry().intersects(one.geometry())]
        for window in _windows():
            home = next((one for one in shared if one.geometry().intersects(window.frameGeometry())), None)
            if home is not None:
                self._away.setdefault(home.name(), []).append((window, window.pos() - home.geometry().topLeft()))
                window.hide()
        for screen in own:
            if screen not in shared and screen.name() in self._away:
                self._show(self._away.pop(screen.name()), screen)
        seen = next((one for one in shared if one.name() in self._away), None)
        if seen is None:
            self.shared.hide()
        else:
            self.shared.setGeometry(seen.geometry())
            self.shared.show()

    def _moved(self, screen: QScreen, box: QRect) -> None:
        """The screen lies elsewhere among the others: its windows go with it."""
        before, self._lay[screen.name()] = self._lay.get(screen.name(), box), box
        if before.topLeft() != box.topLeft() or before.size() != box.size():
            here = [w for w in _windows() if before.contains(w.geometry().center()) and w.screen() is screen]
            self._show([(window, window.pos() - before.topLeft()) for window in here], screen)
        self._look()
        QTimer.singleShot(SETTLE_MS * 2, self, self._come_home)

    def _come_home(self) -> None:
        """A window manager may put the desk where the audience looks, under the hall's window, when screens move."""
        screens = {screen.name(): screen for screen in QGuiApplication.screens()}
        hall, home = screens.get(self._of_hall), screens.get(self._home)
        if hall is None or home is None or home is hall or not self._desk.isVisible():
            return
        if hall.geometry().intersects(self._desk.frameGeometry()):
            # Not as a maximised window: that is kept where it was.
            self._desk.setWindowState(Qt.WindowState.WindowNoState)
            self._show([(self._desk, QPoint())], home)

    def _show(self, windows: list[tuple[QWidget, QPoint]], screen: QScreen) -> None:
        for window, offset in windows:
            if window is self._desk:
                self._home = screen.name()
                window.setScreen(screen)
                window.setGeometry(screen.availableGeometry())
                window.showMaximized()
            else:
                window.setScreen(screen)
                window.move(screen.geometry().topLeft() + offset)
                window.show()


class SharedScreen(QWidget):
    """In place of the desk while the audience would see it.

    Signals:
        hall_unwanted(): nobody looks at the projector; the desk shall come back.
    """

    hall_unwanted = Signal()

    def __init__(self, desk: QWidget) -> None:
        # Of the desk, so that it goes when the desk does, and never on another thread.
        super().__init__(desk, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("shared_screen")
        self.setWindowTitle(self.tr("KPU Desk – Layar yang sama"))
        bear_mark(self)
        told = heading(self.tr("Proyektor menampilkan layar meja"))
        advice = label(
            self.tr(
                "Meja disembunyikan agar tidak terlihat hadirin. Pisahkan kedua layar di pengaturan tampilan komputer."
            )
        )
        advice.setWordWrap(True)
        for one in (told, advice):
            one.setAlignment(Qt.AlignmentFlag.AlignCenter)
        back = plain_button(self.tr("Aula tidak dipakai: tampilkan meja"))
        back.setObjectName("show_desk")
        back.clicked.connect(self.hall_unwanted)
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(told)
        column.addWidget(advice)
        column.addSpacing(BASE * 2)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()


def _windows() -> list[QWidget]:
    return [
        window
        for window in QApplication.topLevelWidgets()
        if window.isVisible()
        and window.windowType() not in _PASSING
        and not isinstance(window, LockedWindow)
        and window.objectName() not in ("hall_window", "shared_screen")
    ]
