"""Whoever is not as in the pattern, one line each, to be ticked as right."""

from __future__ import annotations

from collections import Counter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kpu_desk.domain.officials import Official
from kpu_desk.domain.roster_changes import Change, PersonChange
from kpu_desk.gui.dressing import dress_table
from kpu_desk.gui.operator.board import grouped_nip
from kpu_desk.gui.widgets import plain_tip
from kpu_desk.language import QT_TRANSLATE_NOOP, translate

Index = QModelIndex | QPersistentModelIndex

_WORDS = {
    Change.SAME: QT_TRANSLATE_NOOP("ChangesModel", "tetap"),
    Change.OFFICE: QT_TRANSLATE_NOOP("ChangesModel", "jabatan berubah"),
    Change.PERSON: QT_TRANSLATE_NOOP("ChangesModel", "data berubah"),
    Change.ACTING: QT_TRANSLATE_NOOP("ChangesModel", "masih Plt., Plh., atau a.n."),
    Change.NEW: QT_TRANSLATE_NOOP("ChangesModel", "baru"),
    Change.GONE: QT_TRANSLATE_NOOP("ChangesModel", "tidak ada lagi"),
}


def changes_in_words(changes: tuple[PersonChange, ...]) -> str:
    """How many there are of each, in one line."""
    counts = Counter(one.change for one in changes)
    words = (f"{counts[change]} {translate('ChangesModel', _WORDS[change])}" for change in Change if counts[change])
    return " · ".join(words)


class ChangesModel(QAbstractTableModel):
    """Everything but who stayed the same.

    Signals:
        ticked(): a line was confirmed, or is not any more.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PersonChange, ...] = ()
        self._right: set[int] = set()

    def show_changes(self, changes: tuple[PersonChange, ...]) -> None:
        """Shows other people; nothing of them is confirmed yet."""
        self.beginResetModel()
        self._rows = tuple(one for one in changes if one.change is not Change.SAME)
        self._right.clear()
        self.endResetModel()
        self.ticked.emit()

    def open_lines(self) -> int:
        """How many lines wait for a tick."""
        return len(self._rows) - len(self._right)

    def tick(self, row: int, right: bool) -> None:
        """Confirms a line, or takes that back."""
        (self._right.add if right else self._right.discard)(row)
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
        self.ticked.emit()

    def tick_all(self) -> None:
        """Confirms every line."""
        self._right.update(range(len(self._rows)))
        self.dataChanged.emit(self.index(0, 0), self.index(max(len(self._rows) - 1, 0), 0))
        self.ticked.emit()

    def is_right(self, row: int) -> bool:
        """Whether a line is confirmed."""
        return row in self._right

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (self.tr("Benar"), self.tr("Nama"), self.tr("Sekarang"), self.tr("Pada pola"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == 0:
            return Qt.CheckState.Checked if index.row() in self._right else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = (
                translate("ChangesModel", _WORDS[one.change]),
                one.name,
                _told(one.now, one.before),
                _told(one.before, one.now),
            )[column]
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick(index.row(), Qt.CheckState(value) is Qt.CheckState.Checked)
        return True


def _told(official: Official | None, other: Official | None) -> str:
    """Office and unit; name, NIP and rank where these are what differs."""
    if official is None:
        return "–"
    parts = [official.printed_office, official.unit or ""]
    if other is not None and other.name != official.name:
        parts.insert(0, official.name)
    if other is not None and other.nip != official.nip:
        parts.append(grouped_nip(official.nip))
    if other is not None and other.rank != official.rank:
        parts.append(official.rank or "")
    return ", ".join(part for part in parts if part)


class ChangesTable(QTableView):
    """Space ticks every line that is selected."""

    def __init__(self, model: ChangesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        dress_table(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(0, 260)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        if event.key() == Qt.Key.Key_Space and rows:
            right = not all(self._rows.is_right(row) for row in rows)
            for row in rows:
                self._rows.tick(row, right)
        else:
            super().keyPressEvent(event)
