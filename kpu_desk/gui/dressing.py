"""What a style sheet cannot say: the rows of a table, and room at the left of a number."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from kpu_desk.gui.look import BASE, ROW


class RowDelegate(QStyledItemDelegate):
    """A table's row: the selected one carries a bar of the accent at its left end."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        head = self._table.horizontalHeader()
        if head.visualIndex(index.column()) == 0 and self._table.selectionModel().isSelected(index):
            rect: QRect = option.rect
            bar = QRect(rect.left(), rect.top(), 4, rect.height() - 1)
            painter.fillRect(bar, self._table.palette().color(QPalette.ColorRole.Accent))


def dress_table(table: QTableView) -> None:
    """Rows of 40 px, whole rows selected, hairlines and no grid, columns' heads to the left."""
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setItemDelegate(RowDelegate(table))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW)
    head = table.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setHighlightSections(False)


def dress_spin(box: QAbstractSpinBox) -> None:
    """Room at the left of a number or time (without calendar): Qt gives it none, whatever the style sheet says."""
    for field in box.findChildren(QLineEdit):
        field.setTextMargins(BASE + 2, 0, 0, 0)
