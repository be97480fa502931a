"""Last step: a quiet tick, thanks, and the pen goes on to the next person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kpu_desk.gui.signer.parts import Picture, column, wrapped
from kpu_desk.gui.spoken import Spoken


class DoneStep(Spoken, QWidget):
    """Thanks, whether everything was signed or something was declined."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("done_step")
        self._declined = 0
        self._tick = Picture("check", "good", 96)
        self._thanks = wrapped("name", centred=True)
        self._request = wrapped("signer", centred=True)
        layout = column(self)
        layout.addStretch(2)
        layout.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._thanks)
        layout.addWidget(self._request)
        layout.addStretch(3)
        self.say_words()

    def show_end(self, *, signed: int, declined: int) -> None:
        """Says what happened: how many sheets were signed and how many were not."""
        self._tick.setVisible(signed > 0)
        self._declined = declined
        self.say_words()

    def say_words(self) -> None:
        self._thanks.setText(self.tr("Terima kasih."))
        request = self.tr("Silakan serahkan pena.")
        if self._declined:
            request = (
                self.tr("Dicatat: {count} lembar tidak Anda tandatangani.").format(count=self._declined)
                + "\n"
                + request
            )
        self._request.setText(request)
