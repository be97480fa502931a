"""The banner that says who can read the dynamics of signatures, while that is more than one person should."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpu_desk.domain.escrow import KeptInk
from kpu_desk.gui.widgets import Banner


class EscrowBanner(QWidget):
    """Nothing while ink is kept as it should be.

    Signals:
        wanted(): the settings of ink are asked for.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("escrow_banner")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._banner: Banner | None = None
        self.hide()

    def text(self) -> str:
        """The sentence shown, or an empty text."""
        return self._banner.text() if self._banner is not None else ""

    def show_kept(self, kept: KeptInk) -> None:
        """Says what is to be said of ink that is kept like this."""
        if self._banner is not None:
            self._column.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
        if kept.certificate is None:
            words = self.tr(
                "Goresan belum tersandi bagi pihak lain: siapa pun yang membuka ruang kerja ini dapat membaca waktu "
                "dan tekanannya."
            )
            action = self.tr("Pilih sertifikat …")
        elif kept.open:
            words = self.tr("{n} goresan lama belum tersandi.", "", kept.open).format(n=kept.open)
            action = self.tr("Sandikan …")
        else:
            self.hide()
            return
        self._banner = Banner("contoh", words, action, self)
        self._banner.acted.connect(self.wanted)
        self._column.addWidget(self._banner)
        self.show()
