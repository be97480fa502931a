"""The operator's hand on the signer's screen: which one it is."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu

from kpu_desk.gui.operator.screens import Screens
from kpu_desk.gui.operator.window import OperatorWindow


class SignerMenu(QMenu):
    """The menu "Layar penanda tangan"."""

    def __init__(self, desk: OperatorWindow, screens: Screens) -> None:
        super().__init__(desk)
        self.setTitle(self.tr("Layar pe&nanda tangan"))
        self.setObjectName("signer_menu")
        self._desk, self._places = desk, screens
        self._group: QActionGroup | None = None
        self.aboutToShow.connect(self._offer)
        desk.menuBar().addMenu(self)
        self._offer()

    def _offer(self) -> None:
        self.clear()
        if self._group is not None:
            self._group.deleteLater()
        self._group = QActionGroup(self)
        shown, choices = self._places.signers_screen(), self._places.choices()
        for number, screen in enumerate(QGuiApplication.screens(), start=1):
            words = self.tr("Layar {number}: {name}, {width} × {height}").format(
                number=number, name=screen.name(), width=screen.size().width(), height=screen.size().height()
            )
            action = QAction(words, self._group)
            action.setCheckable(True)
            action.setChecked(screen is shown)
            action.setEnabled(screen in choices and not self._desk.calling.running)
            action.triggered.connect(lambda _checked=False, screen=screen: self._places.choose(screen))
            self.addAction(action)
