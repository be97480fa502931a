"""Which edition of a record is looked at: the newest, or one that it superseded; both are kept."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpu_desk.domain.profile import Zone
from kpu_desk.gui.choice import Choice
from kpu_desk.gui.look import BASE
from kpu_desk.gui.widgets import caption

if TYPE_CHECKING:
    from kpu_desk.services.filing import RecordSummary


class OlderRecords(QWidget):
    """A choice that is there only for records that superseded others; under it stands why they did.

    Signals:
        wanted(record id): this edition is to be shown.
    """

    wanted = Signal(str)

    def __init__(self, zone: Zone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone = zone
        self._record: RecordSummary | None = None
        self.choice = Choice(20)
        self.choice.setObjectName("editions")
        self.choice.setAccessibleName(self.tr("Rekaman terbaru atau yang digantikan"))
        self.reason = caption("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BASE // 2)
        column.addWidget(self.choice)
        column.addWidget(self.reason)
        self.choice.activated.connect(self._chosen)
        self.hide()

    @property
    def record_id(self) -> str:
        """The edition that is chosen now; empty while none is offered."""
        return str(self.choice.currentData() or "")

    def is_older_of(self, record: RecordSummary) -> bool:
        """Whether a record that this one superseded is looked at."""
        return self._record is not None and self._record.id == record.id and self.choice.currentIndex() > 0

    def offer(self, record: RecordSummary | None) -> None:
        """Offers the editions of a record, the newest first; hides where there is only one."""
        before = self._record
        self._record = record
        if record is None or not record.older:
            self.choice.clear()
            self.hide()
            return
        if before is not None and (before.id, before.older) == (record.id, record.older):
            return
        self.choice.clear()
        self.choice.addItem(self._line(self.tr("Terbaru"), record.sealed_at, record.number), record.id)
        for old in record.older:
            self.choice.addItem(self._line(self.tr("Digantikan"), old.sealed_at, old.number), old.id)
        self._say_why()
        self.show()

    def _chosen(self) -> None:
        self._say_why()
        self.wanted.emit(self.record_id)

    def _say_why(self) -> None:
        record = self._record
        if record is None or not record.older:
            return
        place = self.choice.currentIndex()
        # The reason stands with the record that was superseded: it tells why the next one was made.
        words = self.tr("Menggantikan rekaman lama") if place == 0 else self.tr("Rekaman ini digantikan")
        self.reason.setText(f"{words}: {record.older[max(place - 1, 0)].reason or '–'}")

    def _line(self, word: str, sealed_at: str, number: str | None) -> str:
        local = datetime.fromisoformat(sealed_at).astimezone(self.zone.tzinfo)
        return f"{word} · {number or self.tr('tanpa nomor')} · {local:%d-%m-%Y %H.%M}"
