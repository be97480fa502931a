"""The register as a model: one row for each sealed record and each void sheet, searched as one types."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kpu_desk.domain.profile import Zone
from kpu_desk.domain.verdict import Verdict
from kpu_desk.gui.document_words import document_words
from kpu_desk.gui.look import State, state_icon
from kpu_desk.gui.widgets import plain_tip

if TYPE_CHECKING:
    from kpu_desk.services.filing import RecordSummary

Index = QModelIndex | QPersistentModelIndex

SERIAL, NAMES, KIND, NUMBER, SEALED, PRINTED, VERDICT = range(7)

VERDICT_STATES = {
    Verdict.VALID: State.SIGNED,
    Verdict.INTACT_UNKNOWN_SIGNER: State.UNKNOWN,
    Verdict.LATER_CHANGES: State.UNKNOWN,
    Verdict.CHANGED: State.WRONG,
    Verdict.NO_SIGNATURE: State.NOT_NEEDED,
    Verdict.NEEDS_PASSWORD: State.UNKNOWN,
    Verdict.CANNOT_VERIFY: State.WRONG,
}
"""Every verdict has a shape of its own colour; the word comes with it."""


class RegisterModel(QAbstractTableModel):
    """Rows of the register.

    Args:
        word: the verdict in one word.
    """

    def __init__(self, zone: Zone, word: Callable[[Verdict], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.zone, self._word = zone, word
        self._all: tuple[RecordSummary, ...] = ()
        self._rows: tuple[RecordSummary, ...] = ()
        self._search = ""

    def show_records(self, records: tuple[RecordSummary, ...]) -> None:
        """Takes the newest register: records, and void sheets after them."""
        self._all = records
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, SEALED, SEALED)
        self._take()

    def narrow(self, search: str) -> None:
        """Shows only records in whose sheet, number, kind or names every word of the search stands."""
        self._search = search
        self._take()

    def record(self, row: int) -> RecordSummary | None:
        """The record or void sheet in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def records(self, rows: Iterable[int] | None = None) -> tuple[RecordSummary, ...]:
        """The records in these rows, or in all of the table; void sheets are none."""
        found = self._rows if rows is None else [self._rows[row] for row in sorted(rows)]
        return tuple(record for record in found if not record.void)

    def row_of(self, serial: str) -> int:
        """The row of a sheet's record, or -1."""
        return next((n for n, record in enumerate(self._rows) if record.serial == serial), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 7

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (
                self.tr("Lembar"),
                self.tr("Nama"),
                self.tr("Dokumen"),
                self.tr("Nomor"),
                self.tr("Disegel ({zone})").format(zone=self.zone.label),
                self.tr("Cetak"),
                self.tr("Hasil periksa"),
            )[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        record = self._rows[index.row()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == VERDICT:
            if record.void:
                return state_icon(State.NOT_NEEDED, 20)
            return state_icon(VERDICT_STATES[Verdict(record.verdict)], 20)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            printed = self.tr("{n} salinan", "", record.printed).format(n=record.printed) if record.printed else "–"
            text = (
                record.serial,
                record.names,
                document_words(record.title),
                record.number or (self.tr("menyusul") if record.numbered else "–"),
                "–" if record.void else self._when(record.sealed_at),
                printed,
                self.tr("Batal") if record.void else self._word(Verdict(record.verdict)),
            )[index.column()]
            if index.column() == VERDICT and record.replaced_by:
                # On a small screen the column of the document's name is not there to say it.
                text = self.tr("{verdict}, digantikan").format(verdict=text)
            if record.void and role == Qt.ItemDataRole.ToolTipRole and index.column() == VERDICT:
                text = self.tr("Batal: {what}").format(what=record.void)
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def _when(self, text: str) -> str:
        local = datetime.fromisoformat(text).astimezone(self.zone.tzinfo)
        return f"{local:%d-%m-%Y %H.%M}"

    def _take(self) -> None:
        words = self._search.casefold().split()
        wanted = tuple(
            record
            for record in self._all
            if all(
                word
                in f"{record.serial} {record.number or ''} {document_words(record.title)} {record.names}".casefold()
                for word in words
            )
        )
        if [r.id for r in wanted] == [r.id for r in self._rows]:
            self._rows = wanted
            if wanted:
                self.dataChanged.emit(self.index(0, 0), self.index(len(wanted) - 1, VERDICT))
            return
        self.beginResetModel()
        self._rows = wanted
        self.endResetModel()
