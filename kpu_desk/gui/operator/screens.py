"""Where the two windows stand: the desk on its screen, the signer's on the second, or over the desk when called."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QScreen, QShortcut

from kpu_desk.gui.look import BASE
from kpu_desk.gui.operator.calling import Calling
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.gui.signer.window import SignerWindow
from kpu_desk.gui.widgets import Button


class Screens(QObject):
    """Places the windows and places them again when a screen comes or goes.

    With one screen only, the signer's window covers the desk while somebody is called; F12, or the corner button
    that appears when the person is done, gives the screen back to the operator.
    """

    def __init__(self, desk: OperatorWindow, signer: SignerWindow, calling: Calling) -> None:
        super().__init__(desk)
        self._desk, self._signer, self._calling = desk, signer, calling
        self.of_hall = ""
        """Name of the screen that the audience sees; nobody ever signs there."""
        self._back = Button(self.tr("Kembali ke meja   F12"), "plain", "back", touch=False)
        self._back.setParent(signer)
        self._back.setObjectName("back_to_desk")
        self._back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._back.hide()
        self._back.clicked.connect(self.give_back)
        key = QShortcut(QKeySequence(Qt.Key.Key_F12), signer)
        key.activated.connect(self.give_back)
        calling.called.connect(self._called)
        calling.left.connect(self._left)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._screens_changed)
        application.screenRemoved.connect(self._screens_changed)

    @property
    def has_second(self) -> bool:
        """Whether the signer has a screen of its own."""
        return self._signers_screen() is not None

    def private(self) -> tuple[QScreen | None, ...]:
        """The screens that the hall must never have: the desk's, and the one on which people sign."""
        return (self._desk.screen(), self._signers_screen())

    def arrange(self) -> None:
        """Shows the desk, and the signer's window where it belongs."""
        self._desk.showMaximized()
        second = self._signers_screen()
        if second is not None:
            self._signer.place_on_screen(second)
            self._desk.activateWindow()

    def give_back(self) -> None:
        """Gives the only screen back to the operator; a sitting that still runs is taken back."""
        if self.has_second:
            return
        self._calling.recall()
        self._back.hide()
        self._signer.hide()
        self._desk.showMaximized()
        self._desk.activateWindow()

    def _called(self, _official_id: str) -> None:
        if not self.has_second:
            self._back.hide()
            self._signer.place_on_screen(self._desk.screen())
            self._signer.activateWindow()

    def _left(self, _official_id: str) -> None:
        if not self.has_second and self._signer.isVisible():
            self._back.adjustSize()
            self._back.move(self._signer.width() - self._back.width() - BASE * 2, BASE * 2)
            self._back.show()
            self._back.raise_()

    def _signers_screen(self) -> QScreen | None:
        own = self._desk.screen()
        screens = QGuiApplication.screens()
        return next((one for one in screens if one is not own and one.name() != self.of_hall), None)

    def _screens_changed(self) -> None:
        # Afterwards: while the signal runs, Qt still counts the screen that is going.
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        if self._desk.screen() not in QGuiApplication.screens():
            self._desk.setScreen(QGuiApplication.primaryScreen())
            self._desk.setGeometry(QGuiApplication.primaryScreen().availableGeometry())
        second = self._signers_screen()
        if second is not None:
            self._back.hide()
            self._signer.place_on_screen(second)
