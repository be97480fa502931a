"""A table that people type in: rows of texts that can be added, removed, moved and pasted from a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from kpu_desk.gui.dressing import dress_table
from kpu_desk.gui.look import BASE
from kpu_desk.gui.widgets import heading, plain_button, plain_tip

Index = QModelIndex | QPersistentModelIndex
Row = tuple[str, ...]


class RowsModel(QAbstractTableModel):
    """Rows of texts with named columns.

    Signals:
        edited(): any text or the order changed.
    """

    edited = Signal()

    def __init__(self, titles: Row, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._rows: list[list[str]] = []

    def rows(self) -> tuple[Row, ...]:
        """All rows in which something stands, without outer white space."""
        cleaned = (tuple(text.strip() for text in row) for row in self._rows)
        return tuple(row for row in cleaned if any(row))

    def replace_rows(self, rows: tuple[Row, ...]) -> None:
        """Shows these rows instead."""
        self.beginResetModel()
        self._rows = [self._padded(row) for row in rows]
        self.endResetModel()
        self.edited.emit()

    def insert(self, place: int, rows: tuple[Row, ...]) -> None:
        """Puts rows before the row ``place``."""
        if not rows:
            return
        self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
        self._rows[place:place] = [self._padded(row) for row in rows]
        self.endInsertRows()
        self.edited.emit()

    def remove(self, row: int) -> None:
        """Takes a row away."""
        if 0 <= row < len(self._rows):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()
            self.edited.emit()

    def move(self, row: int, by: int) -> bool:
        """Moves a row up (-1) or down (1); False at an end."""
        other = row + by
        if not (0 <= row < len(self._rows) and 0 <= other < len(self._rows)):
            return False
        self._rows[row], self._rows[other] = self._rows[other], self._rows[row]
        self.dataChanged.emit(self.index(min(row, other), 0), self.index(max(row, other), len(self._titles) - 1))
        self.edited.emit()
        return True

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._titles[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._rows[index.row()][index.column()])
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        self._rows[index.row()][index.column()] = " ".join(str(value).split())
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True

    def _padded(self, row: Row) -> list[str]:
        width = len(self._titles)
        return [*row[:width], *("" for _ in range(width - len(row)))]


class RowsTable(QTableView):
    """The view: Ctrl+V pastes cells, Del empties the row's cell, Enter edits."""

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        dress_table(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self._rows.setData(index, "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.edit(index)
        else:
            super().keyPressEvent(event)

    def paste(self, text: str) -> None:
        """Puts tab-separated lines in as new rows after the current one; one bare text goes into the cell."""
        index = self.currentIndex()
        rows = cells_of(text)
        if not rows:
            return
        if len(rows) == 1 and len(rows[0]) == 1 and index.isValid():
            self._rows.setData(index, rows[0][0])
            return
        place = index.row() + 1 if index.isValid() else self._rows.rowCount()
        self._rows.insert(place, rows)
        self.setCurrentIndex(self._rows.index(place + len(rows) - 1, 0))


class RowsEditor(QWidget):
    """A titled table with its buttons: add, remove, up, down."""

    def __init__(self, title: str, columns: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowsModel(columns, self)
        self.table = RowsTable(self.model)
        self.table.setAccessibleName(title)
        self.head = QHBoxLayout()
        self.head.setSpacing(BASE)
        for name, text, icon_name, act in (
            ("add", self.tr("Baris baru"), "add", self.add_row),
            ("remove", self.tr("Hapus baris"), "remove", self.remove_row),
            ("up", self.tr("Naik"), "", lambda: self.move_row(-1)),
            ("down", self.tr("Turun"), "", lambda: self.move_row(1)),
        ):
            press = plain_button(text, icon_name)
            press.setObjectName(name)
            press.clicked.connect(act)
            self.head.addWidget(press)
        self.head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BASE)
        column.addWidget(heading(title, 2))
        column.addLayout(self.head)
        column.addWidget(self.table, 1)

    def add_row(self) -> None:
        """A new empty row after the current one, ready to be typed in."""
        index = self.table.currentIndex()
        place = index.row() + 1 if index.isValid() else self.model.rowCount()
        self.model.insert(place, (("",),))
        self.table.setCurrentIndex(self.model.index(place, 0))
        self.table.setFocus()
        self.table.edit(self.model.index(place, 0))

    def remove_row(self) -> None:
        """Takes the current row away."""
        self.model.remove(self.table.currentIndex().row())

    def move_row(self, by: int) -> None:
        """Moves the current row up or down."""
        index = self.table.currentIndex()
        if self.model.move(index.row(), by):
            self.table.setCurrentIndex(self.model.index(index.row() + by, index.column()))


def cells_of(text: str) -> tuple[Row, ...]:
    """The cells of a text copied from a spreadsheet: lines, parted by tabs; quoted cells may hold line breaks."""
    lines = csv.reader(StringIO(text, newline=""), delimiter="\t")
    rows = (tuple(" ".join(cell.split()) for cell in line) for line in lines)
    return tuple(row for row in rows if any(row))
