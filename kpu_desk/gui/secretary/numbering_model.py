"""The sheets of a ceremony as they are offered for numbering: which are chosen, and what each would get."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kpu_desk.domain.documents import DocumentKind
from kpu_desk.gui.widgets import plain_tip

if TYPE_CHECKING:
    from kpu_desk.services.numbering import NumberLine

Index = QModelIndex | QPersistentModelIndex

SERIAL, NAME, CODE, PRESENT, NEW = range(5)


class NumberingModel(QAbstractTableModel):
    """Rows of sheets; the first column can be ticked, the last one typed in.

    Signals:
        chosen(): another set of sheets is ticked or shown.
        edited(): a number was typed or emptied by hand.
    """

    chosen = Signal()
    edited = Signal()

    def __init__(self, lines: tuple[NumberLine, ...], ticked: frozenset[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = lines
        self._rows = lines
        self._ticked = {line.sheet_id for line in lines if line.sheet_id in ticked}
        self._series: Mapping[str, str] = {}
        self._typed: dict[str, str] = {}

    def show_kind(self, kind: DocumentKind | None) -> None:
        """Shows only sheets of one kind, or all; what is hidden gets no number."""
        self.beginResetModel()
        self._rows = tuple(line for line in self._all if kind in (None, line.kind))
        self.endResetModel()
        self.chosen.emit()

    def line(self, row: int) -> NumberLine:
        """The sheet in a row."""
        return self._rows[row]

    def ticked(self) -> tuple[NumberLine, ...]:
        """The shown sheets that are ticked."""
        return tuple(line for line in self._rows if line.sheet_id in self._ticked)

    def first_ticked_row(self) -> int:
        """The first row with a tick, or 0."""
        return next((row for row, line in enumerate(self._rows) if line.sheet_id in self._ticked), 0)

    def for_series(self) -> tuple[str, ...]:
        """Ids of ticked sheets that take their number from the series: those in which nothing was typed."""
        return tuple(line.sheet_id for line in self.ticked() if line.sheet_id not in self._typed)

    def show_series(self, numbers: Mapping[str, str]) -> None:
        """Shows what the series would give."""
        self._series = numbers
        self._redraw()

    def wanted(self) -> dict[str, str]:
        """What is to be given now, by sheet id; an empty text takes a number back. Unchanged ones are left out."""
        found = {}
        for line in self.ticked():
            number = self._new(line)
            if number is not None and number != (line.number or ""):
                found[line.sheet_id] = number
        return found

    def tick_all(self, *, ticked: bool) -> None:
        """Ticks all shown sheets, or none."""
        ids = {line.sheet_id for line in self._rows}
        self._ticked = self._ticked | ids if ticked else self._ticked - ids
        self._redraw()
        self.chosen.emit()

    def take_back(self) -> None:
        """Empties the numbers of the ticked sheets that have one."""
        for line in self.ticked():
            if line.number is not None:
                self._typed[line.sheet_id] = ""
        self._redraw()
        self.edited.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            titles = (self.tr("Lembar"), self.tr("Nama"), self.tr("Kode"), self.tr("Nomor kini"), self.tr("Nomor baru"))
            return titles[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == SERIAL:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NEW else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == SERIAL:
            return Qt.CheckState.Checked if line.sheet_id in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.EditRole and column == NEW:
            return (self._new(line) if line.sheet_id in self._ticked else None) or ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = (line.serial, line.name, self._code(line), self._present(line), self._said(line))[column]
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == SERIAL:
            self._ticked ^= {line.sheet_id}
            self._redraw()
            self.chosen.emit()
            return True
        if role != Qt.ItemDataRole.EditRole or index.column() != NEW:
            return False
        text = " ".join(str(value).split())
        if text == (self._new(line) or "") and line.sheet_id in self._ticked:
            return True
        self._ticked.add(line.sheet_id)
        # An emptied cell goes back to the series; only the button takes a number away.
        if text:
            self._typed[line.sheet_id] = text
        else:
            self._typed.pop(line.sheet_id, None)
        self._redraw()
        self.edited.emit()
        return True

    def _new(self, line: NumberLine) -> str | None:
        """What a ticked sheet would get: typed text, else its place in the series; None while neither is there."""
        return self._typed.get(line.sheet_id, self._series.get(line.sheet_id))

    def _code(self, line: NumberLine) -> str:
        return line.code.text if line.code.sure else f"{line.code.text} (?)"

    def _present(self, line: NumberLine) -> str:
        number = line.number or self.tr("menyusul")
        return self.tr("{number} · disegel").format(number=number) if line.sealed else number

    def _said(self, line: NumberLine) -> str:
        number = self._new(line) if line.sheet_id in self._ticked else None
        if number is None:
            return ""
        return number or self.tr("dicabut")

    def _redraw(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, NEW))
