"""The signer's window at rest: whose pad this is, and that one waits to be called."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from kpu_desk.gui.signer.parts import column, wrapped
from kpu_desk.gui.spoken import Spoken

_LOGO_PX = 160


class RestStep(Spoken, QWidget):
    """Office, logo and one sentence."""

    def __init__(self, office_name: str, logo: QPixmap | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rest_step")
        self._help_comes = self._ceremony_paused = False
        self._office = wrapped("name", centred=True)
        self._emblem = QLabel()
        self._sentence = wrapped("signer", centred=True)
        self._sentence.setObjectName("rest_sentence")
        layout = column(self)
        layout.addStretch(2)
        layout.addWidget(self._emblem, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._office)
        layout.addWidget(self._sentence)
        layout.addStretch(3)
        self.show_office(office_name, logo)
        self.say_words()

    def show_office(self, office_name: str, logo: QPixmap | None) -> None:
        """Whose pad this is; None for no logo."""
        self._office.setText(office_name)
        if logo is None or logo.isNull():
            self._emblem.hide()
            return
        self._emblem.setPixmap(_scaled(logo, self.devicePixelRatioF()))
        self._emblem.show()

    def promise_help(self, comes: bool) -> None:
        """Whether somebody at the pad waits for the operator, or nobody was called."""
        self._help_comes = comes
        self.say_words()

    def say_paused(self, paused: bool) -> None:
        """Whether the ceremony is paused; why is nobody's business here."""
        self._ceremony_paused = paused
        self.say_words()

    def say_words(self) -> None:
        if self._ceremony_paused:
            self._sentence.setText(self.tr("Upacara dijeda."))
            return
        self._sentence.setText(
            self.tr("Mohon tunggu sebentar, petugas akan membantu Anda.")
            if self._help_comes
            else self.tr("Silakan menunggu panggilan.")
        )


def _scaled(logo: QPixmap, ratio: float) -> QPixmap:
    side = round(_LOGO_PX * ratio)
    made = logo.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    made.setDevicePixelRatio(ratio)
    return made
