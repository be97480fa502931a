"""The operator's hand on the signer's screen: which one it is, and what its device really delivers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QInputDevice
from PySide6.QtWidgets import QApplication, QMenu

from kpu_desk.domain.device_truth import DeviceTruth
from kpu_desk.domain.errors import KnownError
from kpu_desk.gui.device_words import in_a_word
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.operator.screens import Screens
from kpu_desk.gui.operator.window import OperatorWindow

if TYPE_CHECKING:
    from kpu_desk.gui.pen_trial.trial import PenTrial


class SignerMenu(QMenu):
    """The menu "Layar penanda tangan"."""

    def __init__(self, desk: OperatorWindow, screens: Screens) -> None:
        super().__init__(desk)
        self.setTitle(self.tr("Layar pe&nanda tangan"))
        self.setObjectName("signer_menu")
        self._desk, self._places = desk, screens
        self._group: QActionGroup | None = None
        self.trial: PenTrial | None = None
        self.check = QAction(self.tr("Periksa pena …"), self)
        self.check.setObjectName("check_pen")
        self.check.triggered.connect(self.check_pen)
        desk.calling.measured.connect(self.show_truth)
        desk.next.show_device(self._before_any())
        self.aboutToShow.connect(self._offer)
        desk.menuBar().addMenu(self)
        self._offer()

    def check_pen(self) -> None:
        """Opens the pen test on the signer's screen; with one screen only, over the desk."""
        from kpu_desk.gui.pen_trial.trial import PenTrial

        if self.trial is not None or self._desk.calling.running:
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.trial = PenTrial(self._places.signers_screen() or self._desk.screen(), self)
        except KnownError as error:
            self._desk.tell_problem(advice_for(error))
            return
        finally:
            QApplication.restoreOverrideCursor()
        self._desk.calling.bar(self.tr("Tutup dulu uji pena di layar penanda tangan."))
        self.trial.measured.connect(self.show_truth)
        self.trial.measured.connect(self._desk.before.measured)
        self.trial.ended.connect(self._ended)

    def end(self) -> None:
        """The desk closes."""
        if self.trial is not None:
            self.trial.end()

    def show_truth(self, truth: DeviceTruth) -> None:
        """The word about the device, from now on."""
        self._desk.next.show_device(in_a_word(truth))

    def _ended(self) -> None:
        self._desk.calling.bar("")
        trial, self.trial = self.trial, None
        if trial is not None:
            trial.deleteLater()
        self._desk.activateWindow()

    def _before_any(self) -> str:
        pens = [one for one in QInputDevice.devices() if one.type() is QInputDevice.DeviceType.Stylus]
        return self.tr("pena: belum diperiksa") if pens else self.tr("pena: tidak terpasang")

    def _offer(self) -> None:
        for action in self.actions():
            self.removeAction(action)
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
        self.addSeparator()
        self.check.setEnabled(self.trial is None and not self._desk.calling.running)
        self.addAction(self.check)
