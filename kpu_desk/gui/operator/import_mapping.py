"""Pointing at the worksheet and its columns, where the words of a header do not say what they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QTableView, QWidget

from kpu_desk.domain.roster import Column
from kpu_desk.domain.roster_mapping import Placing, SheetSketch
from kpu_desk.gui.dressing import dress_table
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.look import BASE
from kpu_desk.gui.operator.import_choice import ImportChoice
from kpu_desk.gui.widgets import caption

Index = QModelIndex | QPersistentModelIndex

_LONGEST_LABEL = 40
_FORM_WIDTH = 460
_WIDEST_COLUMN = 180


class SketchModel(QAbstractTableModel):
    """The first rows of a worksheet, with the numbers and letters that the spreadsheet shows; read-only."""

    def __init__(self, sketch: SheetSketch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = sketch.rows
        self._width = max((len(row.texts) for row in sketch.rows), default=0)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._width

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return _letter(section + 1) if orientation is Qt.Orientation.Horizontal else str(self._rows[section].number)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._rows[index.row()].texts[index.column()] if role == Qt.ItemDataRole.DisplayRole else None


class ImportMapping(FormDialog):
    """Shows the worksheets and takes what was pointed at.

    Args:
        take: reads the file again as chosen.
    """

    def __init__(
        self,
        choice: ImportChoice,
        sketches: Sequence[SheetSketch],
        take: Callable[[ImportChoice], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.set_titles(self.tr("Lembar dan kolom"), self.tr("Baca lagi"))
        self._choice, self._sketches, self._take = choice, tuple(sketches), take
        self.sheet, self.header = _combo(), _combo()
        for sketch in self._sketches:
            self.sheet.addItem(self._sheet_words(sketch))
        self.fields.add("sheet", self.tr("Lembar kerja"), self.sheet)
        self.fields.add("header", self.tr("Judul kolom"), self.header, self.tr("Orang pertama ada di bawah baris ini."))
        self.columns: dict[Column, QComboBox] = {}
        for column, words in self._column_words():
            self.columns[column] = _combo()
            self.fields.add(f"column_{column.value}", words, self.columns[column])
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Isi lembar kerja"))
        self._lay_out()
        self.sheet.currentIndexChanged.connect(self._show_sheet)
        self.header.currentIndexChanged.connect(self._name_columns)
        names = [sketch.name for sketch in self._sketches]
        known = choice.sheet is not None and choice.sheet in names
        self.sheet.setCurrentIndex(names.index(choice.sheet) if known else self._best())
        self._show_sheet()
        self.resize(1240, 700)
        self.columns[Column.NAME].setFocus()

    def submit(self) -> None:
        choice = self.entered()
        if choice is not None:
            self.accept()
            self._take(choice)

    def entered(self) -> ImportChoice | None:
        """What was pointed at, or None with a complaint under what is missing."""
        places = {column: int(combo.currentData() or 0) for column, combo in self.columns.items()}
        self.fields.clear_complaints()
        well = True
        for column in (Column.NAME, Column.OFFICE):
            if not places[column]:
                self.fields.complain(f"column_{column.value}", self.tr("Tunjuk kolomnya; tanpa ini tidak ada daftar."))
                well = False
        used: set[int] = set()
        for column, place in places.items():
            if place and place in used:
                self.fields.complain(f"column_{column.value}", self.tr("Kolom ini sudah dipakai di atas."))
                well = False
            used.add(place)
        self.complain("" if well else self.tr("Betulkan isian yang ditandai."))
        if not well:
            return None
        labels = self._labels()
        pointed = tuple((column, place) for column, place in places.items() if place)
        headers = tuple((labels[place], column) for column, place in pointed if labels.get(place))
        return replace(
            self._choice,
            sheet=self._sketch().name,
            placing=Placing(int(self.header.currentData()), pointed),
            headers=headers,
        )

    def _lay_out(self) -> None:
        self.body.removeWidget(self.fields)
        self.fields.setFixedWidth(_FORM_WIDTH)
        dress_table(self.table)
        self.table.verticalHeader().show()
        self.table.setTabKeyNavigation(False)
        head = self.table.horizontalHeader()
        head.setMaximumSectionSize(_WIDEST_COLUMN)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        beside = QHBoxLayout()
        beside.setSpacing(BASE * 3)
        beside.addWidget(self.fields, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self.table, 1)
        self.body.addWidget(
            caption(
                self.tr(
                    "Arti judul kolom diingat untuk kantor ini sesudah daftarnya diimpor; isi selnya tidak diingat."
                )
            )
        )
        self.body.addLayout(beside, 1)

    def _best(self) -> int:
        """The sheet with the most people, else the one with the most rows."""
        return max(
            range(len(self._sketches)), key=lambda n: (self._sketches[n].people, self._sketches[n].filled_rows, -n)
        )

    def _sketch(self) -> SheetSketch:
        return self._sketches[max(0, self.sheet.currentIndex())]

    def _show_sheet(self) -> None:
        sketch = self._sketch()
        before = self.table.model()
        self.table.setModel(SketchModel(sketch, self))
        if before is not None:
            before.deleteLater()
        self.header.blockSignals(True)
        self.header.clear()
        self.header.addItem(self.tr("Tidak ada; orangnya mulai di baris 1"), 0)
        for row in sketch.rows:
            words = " · ".join(text for text in row.texts if text)
            self.header.addItem(self.tr("Baris {n}: {words}").format(n=row.number, words=_short(words)), row.number)
        self.header.setCurrentIndex(max(0, self.header.findData(sketch.header_row)))
        self.header.blockSignals(False)
        self._name_columns()
        known = {column: place for place, column in sketch.columns}
        for column, combo in self.columns.items():
            combo.setCurrentIndex(max(0, combo.findData(known.get(column, 0))))

    def _name_columns(self) -> None:
        """Offers every column by its letter and what stands in its header, and keeps what was pointed at."""
        labels = self._labels()
        width = max((len(row.texts) for row in self._sketch().rows), default=0)
        for combo in self.columns.values():
            chosen = combo.currentData()
            combo.clear()
            combo.addItem(self.tr("tidak ada"), 0)
            for place in range(1, width + 1):
                text = _short(labels.get(place, ""))
                combo.addItem(f"{_letter(place)} – {text}" if text else _letter(place), place)
            combo.setCurrentIndex(max(0, combo.findData(chosen)))

    def _labels(self) -> dict[int, str]:
        number = self.header.currentData()
        texts = next((row.texts for row in self._sketch().rows if row.number == number), ())
        return {place: text for place, text in enumerate(texts, start=1) if text}

    def _sheet_words(self, sketch: SheetSketch) -> str:
        words = sketch.name or self._choice.path.name
        if sketch.people:
            words += self.tr(" · {n} orang", "", sketch.people).format(n=sketch.people)
        return words + (self.tr(" · tersembunyi") if sketch.hidden else "")

    def _column_words(self) -> tuple[tuple[Column, str], ...]:
        return (
            (Column.NAME, self.tr("Nama")),
            (Column.NIP, self.tr("NIP")),
            (Column.RANK, self.tr("Pangkat")),
            (Column.GRADE, self.tr("Golongan")),
            (Column.OFFICE, self.tr("Jabatan")),
            (Column.UNIT, self.tr("Unit kerja")),
            (Column.FRONT_TITLE, self.tr("Gelar depan")),
            (Column.BACK_TITLE, self.tr("Gelar belakang")),
            (Column.NUMBER, self.tr("Nomor urut")),
        )


def _combo() -> QComboBox:
    made = QComboBox()
    made.setMaxVisibleItems(14)
    made.setMinimumContentsLength(24)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_LABEL else text[: _LONGEST_LABEL - 1] + "…"


def _letter(place: int) -> str:
    """``A`` for 1, ``AA`` for 27."""
    letters = ""
    while place > 0:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
