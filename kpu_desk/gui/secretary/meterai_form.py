"""The meterai of the originals: kind and serial number of each sheet, noted before it is sealed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from kpu_desk.domain.documents import Meterai
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.meterai import LONGEST_SERIAL
from kpu_desk.gui.dressing import dress_table
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.widgets import caption

if TYPE_CHECKING:
    from kpu_desk.services.meterai import MeteraiLine

SERIAL, NAME, KIND, NUMBER = range(4)
Index = QModelIndex | QPersistentModelIndex
_VALUE = Qt.ItemDataRole.UserRole
Keep = Callable[[Mapping[str, tuple[Meterai, str]]], object]


class MeteraiForm(FormDialog):
    """A row for each sheet: its meterai to choose, its number to type.

    Args:
        keep: notes what was changed; raises KnownError, and the form stays open with its words.
    """

    def __init__(self, lines: tuple[MeteraiLine, ...], keep: Keep, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setObjectName("meterai_form")
        self.set_titles(self.tr("Meterai"), self.tr("Catat"))
        self._lines, self._keep = lines, keep
        self.only_asked = QCheckBox(self.tr("Hanya lembar yang menyediakan tempat meterai"))
        self.only_asked.setObjectName("only_asked")
        self.only_asked.setChecked(any(line.asked for line in lines))
        self.only_asked.setEnabled(any(line.asked for line in lines))
        self._words = (
            ("", self.tr("belum dicatat")),
            (Meterai.NONE.value, self.tr("tanpa meterai")),
            (Meterai.BOX.value, self.tr("tempel")),
            (Meterai.ELECTRONIC.value, self.tr("elektronik")),
        )
        self.table = self._make_table()
        self.body.addWidget(self.only_asked)
        self.body.addWidget(self.table, 1)
        hint = caption(
            self.tr(
                "F2 atau klik ganda: ubah. Yang dicatat di sini tertulis pada rekaman sebagai keterangan sekretariat. "
                "Meterai tempel memerlukan nomor serinya; nomor meterai elektronik boleh kosong bila baru dibubuhkan "
                "sesudah penyegelan."
            )
        )
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self.only_asked.toggled.connect(self._narrow)
        self._narrow(self.only_asked.isChecked())
        self.resize(900, 620)
        self.table.setFocus()

    def submit(self) -> None:
        wanted = self.wanted()
        if not wanted:
            self.complain(self.tr("Belum ada yang diubah."))
            return
        try:
            self._keep(wanted)
        except KnownError as error:
            self.complain(advice_for(error).text)
            return
        self.accept()

    def wanted(self) -> dict[str, tuple[Meterai, str]]:
        """What differs from what is noted, by sheet id; sheets left at "belum dicatat" are no part of it."""
        found = {}
        for row, line in enumerate(self._lines):
            chosen = self._item(row, KIND).data(_VALUE)
            if not chosen:
                continue
            now = (Meterai(chosen), self._item(row, NUMBER).text().strip())
            if line.noted is None or now != (line.noted.kind, line.noted.serial):
                found[line.sheet_id] = now
        return found

    def put(self, row: int, kind: Meterai | None, number: str = "") -> None:
        """Fills one row as if it was chosen and typed."""
        self._item(row, KIND).setData(_VALUE, "" if kind is None else kind.value)
        self._item(row, NUMBER).setText(number)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(len(self._lines), 4)
        table.setObjectName("meterai")
        table.setAccessibleName(self.tr("Lembar dan meterainya"))
        table.setHorizontalHeaderLabels([self.tr("Lembar"), self.tr("Nama"), self.tr("Meterai"), self.tr("Nomor seri")])
        dress_table(table)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        table.setMinimumHeight(220)
        # Entries are made when a cell is edited: for hundreds of sheets their making would hold the window.
        table.setItemDelegateForColumn(KIND, _KindEntry(self._words, table))
        table.setItemDelegateForColumn(NUMBER, _NumberEntry(table))
        fixed = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        for row, line in enumerate(self._lines):
            noted = line.noted
            number = "" if noted is None else noted.serial
            for column, text in ((SERIAL, line.serial), (NAME, line.name), (KIND, ""), (NUMBER, number)):
                item = QTableWidgetItem(text)
                if column in (SERIAL, NAME):
                    item.setFlags(fixed)
                elif column == KIND:
                    item.setData(_VALUE, "" if noted is None else noted.kind.value)
                table.setItem(row, column, item)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in ((SERIAL, 120), (KIND, 200), (NUMBER, 260)):
            table.setColumnWidth(column, width)
        return table

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.table.item(row, column)
        assert item is not None
        return item

    def _narrow(self, asked: bool) -> None:
        for row, line in enumerate(self._lines):
            self.table.setRowHidden(row, asked and not line.asked)


class _KindEntry(QStyledItemDelegate):
    """Shows the word of a kind, and a list of the kinds to choose from."""

    def __init__(self, words: tuple[tuple[str, str], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        option.text = dict(self._words)[index.data(_VALUE)]

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        entry = QComboBox(parent)
        for value, words in self._words:
            entry.addItem(words, value)
        return entry

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(_VALUE)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), _VALUE)


class _NumberEntry(QStyledItemDelegate):
    """A line of at most as many characters as a number has."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        entry = QLineEdit(parent)
        entry.setMaxLength(LONGEST_SERIAL)
        return entry
