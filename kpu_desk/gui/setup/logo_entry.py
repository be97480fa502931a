"""The entry for the office's logo: a picture is chosen, read beside the window, and shown as it will be printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kpu_desk.gui import background
from kpu_desk.gui.choosing import choose_file
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.look import BASE
from kpu_desk.gui.widgets import Button, plain_button

_SIDE = 56


class LogoEntry(QWidget):
    """Chooses a logo or none.

    Signals:
        refused(sentence): the file is no picture that can be used, and why.
        taken(): another picture, or none, is chosen now.
    """

    refused = Signal(str)
    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: bytes | None = None
        self._task: background.Task | None = None
        self.shown = QLabel()
        self.shown.setFixedSize(_SIDE, _SIDE)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose_button = plain_button(self.tr("Pilih gambar …"))
        self.remove_button = Button(self.tr("Tanpa logo"), "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BASE)
        row.addWidget(self.shown)
        row.addWidget(self.choose_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        self.setFocusProxy(self.choose_button)
        self.choose_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(lambda: self.take(None))
        self.take(None)

    @property
    def busy(self) -> bool:
        """Whether a picture is being read."""
        return self._task is not None

    def read(self, path: Path) -> None:
        """Takes the picture of a file; the one before stays when it cannot be used."""
        if self._task is not None:
            return

        def work(_progress: background.Progress, _cancelled: background.Cancelled) -> object:
            from kpu_desk.services.office_settings import read_logo

            return read_logo(path)

        self.choose_button.setEnabled(False)
        self._task = background.run(work, self)
        self._task.done.connect(self.take)
        self._task.failed.connect(lambda error: self.refused.emit(advice_for(error).text))
        self._task.finished.connect(self._finished)

    def take(self, picture: bytes | None) -> None:
        """Shows a picture that was read already, or none."""
        self.picture = picture
        drawn = QPixmap()
        if picture is not None and drawn.loadFromData(picture):
            ratio = self.devicePixelRatioF()
            side = round(_SIDE * ratio)
            smooth = Qt.TransformationMode.SmoothTransformation
            drawn = drawn.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, smooth)
            drawn.setDevicePixelRatio(ratio)
        self.shown.setPixmap(drawn)
        self.shown.setVisible(picture is not None)
        self.remove_button.setVisible(picture is not None)
        self.shown.setAccessibleName(self.tr("Logo yang dipilih") if picture is not None else "")
        self.taken.emit()

    def _finished(self) -> None:
        self._task = None
        self.choose_button.setEnabled(True)

    def _choose(self) -> None:
        choose_file(self, self.tr("Pilih logo kantor"), [self.tr("Gambar (*.png *.jpg *.jpeg)")], self.read)
