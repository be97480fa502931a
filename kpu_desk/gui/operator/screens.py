"""Where the windows stand: the desk on its screen, the signer's on another, or over the desk when called."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QScreen, QShortcut

from kpu_desk.gui.look import BASE
from kpu_desk.gui.operator.calling import Calling
from kpu_desk.gui.operator.desk_screen import DeskScreen
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.gui.signer.own_screen import mirrored
from kpu_desk.gui.signer.window import SignerWindow
from kpu_desk.gui.widgets import Button

_KEY = "signer_screen"
_GRABBING = ("xcb", "windows")
"""Where Qt can have all keys for itself; elsewhere it only complains."""


class Screens(QObject):
    """Gives the signer's window its screen once; only the operator gives it another.

    With one screen only, the signer's window covers the desk while somebody is called; F12, or the corner button
    that appears when the person is done, gives the screen back to the operator. While somebody signs it takes a key
    that no signer hits by chance, and the sitting is taken back.
    """

    def __init__(self, desk: OperatorWindow, signer: SignerWindow, calling: Calling) -> None:
        super().__init__(desk)
        self._desk, self._signer, self._calling = desk, signer, calling
        self._of_signer = ""
        self._of_desk = DeskScreen(desk, signer)
        self.hall_unwanted = self._of_desk.shared.hall_unwanted
        self._back = Button(self.tr("Kembali ke meja   F12"), "plain", "back", touch=False)
        self._back.setParent(signer)
        self._back.setObjectName("back_to_desk")
        self._back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._back.hide()
        self._back.clicked.connect(self.give_back)
        QShortcut(QKeySequence(Qt.Key.Key_F12), signer).activated.connect(self._give_back_at_rest)
        QShortcut(QKeySequence("Ctrl+Shift+F12"), signer).activated.connect(self.give_back)
        calling.called.connect(self._called)
        calling.left.connect(self._left)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._screens_changed)
        application.screenRemoved.connect(self._screens_changed)

    @property
    def of_hall(self) -> str:
        """Name of the screen that the audience sees, empty for none; nobody ever signs there."""
        return self._of_desk.of_hall

    @of_hall.setter
    def of_hall(self, name: str) -> None:
        self._of_desk.of_hall = name

    @property
    def has_second(self) -> bool:
        """Whether the signer has a screen of its own."""
        return self.signers_screen() is not None

    def private(self) -> tuple[QScreen | None, ...]:
        """The screens that the hall must never have: the desk's, and the one on which people sign."""
        return (self._desk.screen(), self.signers_screen())

    def arrange(self) -> None:
        """Shows the desk, and the signer's window where it belongs."""
        self._desk.showMaximized()
        self._settle()
        self._desk.activateWindow()

    def signers_screen(self) -> QScreen | None:
        """The screen on which people sign; None while it is away, or where there is none beside the desk's."""
        return next((one for one in self.choices() if one.name() == self._of_signer), None)

    def choices(self) -> tuple[QScreen, ...]:
        """The screens on which people could sign: not the desk's nor the hall's, and nothing else shows them."""
        own, screens = self._desk.screen(), QGuiApplication.screens()
        return tuple(one for one in screens if one is not own and one.name() != self.of_hall and not mirrored(one))

    def choose(self, screen: QScreen) -> None:
        """The operator gives the signer's window this screen, for good; never while somebody is there."""
        if self._calling.running or screen not in self.choices():
            return
        self._of_signer = screen.name()
        _settings().setValue(_KEY, self._of_signer)
        self._back.hide()
        self._signer.place_on_screen(screen)
        self._desk.activateWindow()

    def give_back(self) -> None:
        """Gives the operator the screen on which the signer's window stands, where the desk has none beside it.

        A sitting that still runs is taken back.
        """
        if self.has_second and not self._of_desk.is_lost:
            return
        self._calling.recall()
        self._back.hide()
        self._signer.own_screen.release()
        self._signer.hide()
        self._grab(False)
        if self._of_desk.is_lost:
            self._of_signer = ""
            self._of_desk.take(self._signer.screen())
        self._desk.showMaximized()
        self._desk.activateWindow()

    def _give_back_at_rest(self) -> None:
        if not self._calling.running:
            self.give_back()

    def _called(self, _official_id: str) -> None:
        if not self.has_second:
            self._back.hide()
            self._signer.place_on_screen(self._desk.screen())
            self._signer.activateWindow()
            self._grab(True)

    def _left(self, _official_id: str) -> None:
        if self.has_second and self._signer.screen() is self._desk.screen():
            # It was plugged in while somebody signed here.
            self._signer.hide()
            self._screens_changed()
        elif not self.has_second and self._signer.isVisible():
            self._back.adjustSize()
            self._back.move(self._signer.width() - self._back.width() - BASE * 2, BASE * 2)
            self._back.show()
            self._back.raise_()
        self._grab(False)
        if self.has_second and QGuiApplication.focusWindow() is self._signer.windowHandle():
            # Whoever touched it took the keyboard along; the operator wants the next key to be the desk's.
            self._desk.activateWindow()

    def _grab(self, grab: bool) -> None:
        """The system's own keys (switching windows, menus) do nothing while the desk lies under the signer's window."""
        handle = self._signer.windowHandle()
        if handle is not None and QGuiApplication.platformName() in _GRABBING:
            handle.setKeyboardGrabEnabled(grab)

    def _screens_changed(self) -> None:
        # Afterwards: while the signal runs, Qt still counts the screen that is going.
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        """Gives the signer's window a screen where it never had one; somebody who is there is never moved."""
        if self._calling.running or self._of_desk.is_lost:
            return
        if not self._of_signer:
            kept, choices = str(_settings().value(_KEY, "")), self.choices()
            self._of_signer = next((one.name() for one in choices if one.name() == kept), "") or (
                choices[0].name() if choices else ""
            )
        screen = self.signers_screen()
        if screen is not None:
            self._back.hide()
            self._signer.place_on_screen(screen)


def _settings() -> QSettings:
    return QSettings("KPU Desk", "kpu-desk")
