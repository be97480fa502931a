"""The meterai of the originals: kind and serial number of each sheet, noted before it is sealed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
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
        self.kinds: list[QComboBox] = []
        self.numbers: list[QLineEdit] = []
        self.table = self._make_table()
        self.body.addWidget(self.only_asked)
        self.body.addWidget(self.table, 1)
        hint = caption(
            self.tr(
                "Yang dicatat di sini tertulis pada rekaman sebagai keterangan sekretariat. Meterai tempel memerlukan "
                "nomor serinya; nomor meterai elektronik boleh kosong bila baru dibubuhkan sesudah penyegelan."
            )
        )
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self.only_asked.toggled.connect(self._narrow)
        self._narrow(self.only_asked.isChecked())
        self.resize(900, 620)

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
        for line, kind, number in zip(self._lines, self.kinds, self.numbers, strict=True):
            chosen = kind.currentData()
            if not chosen:
                continue
            now = (Meterai(chosen), number.text().strip())
            if line.noted is None or now != (line.noted.kind, line.noted.serial):
                found[line.sheet_id] = now
        return found

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(len(self._lines), 4)
        table.setObjectName("meterai")
        table.setAccessibleName(self.tr("Lembar dan meterainya"))
        table.setHorizontalHeaderLabels([self.tr("Lembar"), self.tr("Nama"), self.tr("Meterai"), self.tr("Nomor seri")])
        dress_table(table)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setMinimumHeight(220)
        for row, line in enumerate(self._lines):
            table.setItem(row, SERIAL, QTableWidgetItem(line.serial))
            table.setItem(row, NAME, QTableWidgetItem(line.name))
            kind, number = self._entries(line)
            table.setCellWidget(row, KIND, kind)
            table.setCellWidget(row, NUMBER, number)
            table.setRowHeight(row, 48)
            self.kinds.append(kind)
            self.numbers.append(number)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in ((SERIAL, 120), (KIND, 220), (NUMBER, 260)):
            table.setColumnWidth(column, width)
        return table

    def _entries(self, line: MeteraiLine) -> tuple[QComboBox, QLineEdit]:
        kind = QComboBox()
        kind.setAccessibleName(self.tr("Meterai {serial}").format(serial=line.serial))
        for words, value in (
            (self.tr("belum dicatat"), ""),
            (self.tr("tanpa meterai"), Meterai.NONE.value),
            (self.tr("tempel"), Meterai.BOX.value),
            (self.tr("elektronik"), Meterai.ELECTRONIC.value),
        ):
            kind.addItem(words, value)
        number = QLineEdit()
        number.setMaxLength(LONGEST_SERIAL)
        number.setAccessibleName(self.tr("Nomor seri {serial}").format(serial=line.serial))
        kind.currentIndexChanged.connect(
            lambda: number.setEnabled(kind.currentData() in (Meterai.BOX.value, Meterai.ELECTRONIC.value))
        )
        number.setEnabled(False)
        if line.noted is not None:
            # What was noted can be changed until it is sealed, not be unsaid.
            kind.removeItem(0)
            kind.setCurrentIndex(kind.findData(line.noted.kind.value))
            number.setText(line.noted.serial)
            number.setEnabled(line.noted.kind is not Meterai.NONE)
        return kind, number

    def _narrow(self, asked: bool) -> None:
        for row, line in enumerate(self._lines):
            self.table.setRowHidden(row, asked and not line.asked)
