"""The bottom line of the desk: how many of the sheets are signed."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.gui.look import BASE
from kpu_desk.gui.operator.board import sheets_done
from kpu_desk.gui.widgets import label

_ROOM_FOR_THE_ACTOR = 1_000


class ProgressLine(QFrame):
    """ "Ditandatangani 63 dari 195 lembar" with a thin bar, and who sits at the desk."""

    def __init__(self, actor: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress_line")
        self._words = label("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Lembar yang sudah ditandatangani"))
        self._present = label("", "soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(BASE * 2, BASE // 2, BASE * 2, BASE // 2)
        row.setSpacing(BASE * 2)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self._present)
        self._actor = label(self.tr("Petugas: {name}").format(name=actor), "soft")
        row.addWidget(self._actor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._actor.setVisible(self.width() >= _ROOM_FOR_THE_ACTOR)

    def show_ceremony(self, ceremony: Ceremony | None) -> None:
        """Counts again."""
        if ceremony is None:
            self._words.setText("")
            self._present.setText("")
            self._bar.setRange(0, 1)
            self._bar.reset()
            return
        done, total = sheets_done(ceremony)
        people = len(ceremony.officials)
        self._present.setText(
            self.tr("Hadir {present} dari {people}").format(present=len(ceremony.present), people=people)
        )
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        if total:
            self._words.setText(self.tr("Ditandatangani {done} dari {total} lembar").format(done=done, total=total))
        else:
            self._words.setText(self.tr("Lembar dibuat saat upacara dibuka"))

    def words(self) -> str:
        """The sentence shown."""
        return self._words.text()
