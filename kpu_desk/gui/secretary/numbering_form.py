"""Giving the office's numbers: one sheet or a series, seen before it is given, never made up by the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QHeaderView, QLineEdit, QTableView, QWidget

from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.numbering import LONGEST_REASON, MOST_DIGITS
from kpu_desk.gui.document_words import document_words
from kpu_desk.gui.dressing import dress_table
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.look import BASE
from kpu_desk.gui.secretary.numbering_model import CODE, NAME, NEW, PRESENT, SERIAL, NumberingModel
from kpu_desk.gui.widgets import caption, plain_button

if TYPE_CHECKING:
    from kpu_desk.services.numbering import NumberLine

Series = Callable[[tuple[str, ...], str], Mapping[str, str]]
Keep = Callable[[Mapping[str, str], str], object]


class NumberingForm(FormDialog):
    """Sheets to tick, the first running number, and a preview of what every ticked sheet would get.

    Args:
        ticked: ids of the sheets that are ticked at first.
        pattern: the office's pattern, shown as it is.
        series: what numbers a series from a first one would give; raises KnownError.
        keep: gives the numbers with a reason; raises KnownError, and the form stays open with its words.
    """

    def __init__(
        self,
        lines: tuple[NumberLine, ...],
        ticked: frozenset[str],
        *,
        pattern: str,
        series: Series,
        keep: Keep,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setObjectName("numbering_form")
        self.set_titles(self.tr("Beri nomor"), self.tr("Beri nomor"))
        self._series, self._keep = series, keep
        self.model = NumberingModel(lines, ticked, self)
        self.first = QLineEdit()
        self.first.setMaxLength(MOST_DIGITS)
        self.fields.add(
            "first",
            self.tr("Nomor urut pertama"),
            self.first,
            self.tr("Menurut buku agenda; lembar yang dicentang dinomori berurutan. Pola kantor: {pattern}").format(
                pattern=pattern or "–"
            ),
        )
        self.kinds = QComboBox()
        self.kinds.addItem(self.tr("Semua dokumen"), None)
        for kind in DocumentKind:
            if any(line.kind is kind for line in lines):
                self.kinds.addItem(document_words(kind.full_name), kind)
        self.fields.add("kinds", self.tr("Tampilkan"), self.kinds)
        self.reason = QLineEdit(self.tr("Nomor naskah diberikan kemudian"))
        self.reason.setMaxLength(LONGEST_REASON)
        if any(line.sealed for line in lines):
            self.fields.add(
                "reason",
                self.tr("Alasan penggantian"),
                self.reason,
                self.tr("Untuk lembar yang sudah disegel: rekaman pengganti dibuat saat Anda menekan Segel."),
            )
        self.table = self._make_table()
        self._lay_out(any(not line.code.sure for line in lines))
        self.first.textChanged.connect(self._count_on)
        self.kinds.currentIndexChanged.connect(lambda: self.model.show_kind(self.kinds.currentData()))
        self.model.chosen.connect(self._count_on)
        self.model.edited.connect(self._count_on)
        self._count_on()
        first_ticked = self.model.first_ticked_row()
        self.table.setCurrentIndex(self.model.index(first_ticked, SERIAL))
        self.resize(980, 660)
        self.first.setFocus()

    def submit(self) -> None:
        wanted = self.model.wanted()
        if not wanted:
            self.complain(self.tr("Centang lembarnya, lalu ketik nomor urut pertama."))
            return
        try:
            self._keep(wanted, self.reason.text())
        except KnownError as error:
            self.complain(advice_for(error).text)
            return
        self.accept()

    def _make_table(self) -> QTableView:
        table = _TickTable(self)
        table.setObjectName("numbers")
        table.setAccessibleName(self.tr("Lembar dan nomornya"))
        table.setModel(self.model)
        dress_table(table)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        table.setTabKeyNavigation(False)
        table.setMinimumHeight(200)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in ((SERIAL, 145), (CODE, 150), (PRESENT, 190), (NEW, 215)):
            table.setColumnWidth(column, width)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        return table

    def _lay_out(self, unsure: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(BASE)
        for name, text, act in (
            ("tick_all", self.tr("Centang semua"), lambda: self.model.tick_all(ticked=True)),
            ("tick_none", self.tr("Kosongkan centang"), lambda: self.model.tick_all(ticked=False)),
            ("take_back", self.tr("Cabut nomor yang dicentang"), self.model.take_back),
        ):
            button = plain_button(text)
            button.setObjectName(name)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        words = self.tr("Spasi: centang · F2: ketik nomor sendiri.")
        if unsure:
            words += " " + self.tr(
                "Kode bertanda (?) belum pasti; bandingkan dengan Keputusan KPU Nomor 57 Tahun 2022 dan tulis kode "
                "kantor Anda di Pengaturan kantor."
            )
        self.body.addWidget(caption(words))

    def _count_on(self) -> None:
        """Shows the series again for what is ticked now."""
        self.complain("")
        first, ids = self.first.text().strip(), self.model.for_series()
        numbers: Mapping[str, str] = {}
        if first:
            try:
                numbers = self._series(ids, first)
                self.fields.complain("first", "")
            except KnownError as error:
                self.fields.complain("first", advice_for(error).text)
        else:
            self.fields.complain("first", "")
        self.model.show_series(numbers)
        wanted = self.model.wanted()
        self.ok_button.setText(
            self.tr("Beri {n} nomor", "", len(wanted)).format(n=len(wanted))
            if len(wanted) > 1
            else self.tr("Beri nomor")
        )
        self.reason.setEnabled(any(line.sealed for line in self.model.ticked()))


class _TickTable(QTableView):
    """Space ticks the row that the keyboard stands on, in whatever column; F2 opens its new number."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            model = self.model()
            model.setData(index.siblingAtColumn(SERIAL), None, Qt.ItemDataRole.CheckStateRole)
        elif event.key() == Qt.Key.Key_F2 and index.isValid():
            self.setCurrentIndex(index.siblingAtColumn(NEW))
            self.edit(index.siblingAtColumn(NEW))
        else:
            super().keyPressEvent(event)
