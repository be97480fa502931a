"""What an import would bring: every row as it would be stored, every problem by cell, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kpu_desk.domain.roster import ProblemCode, RosterProblem, RosterReading, Severity
from kpu_desk.gui.dressing import dress_table
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.look import BASE, State, icon, state_icon
from kpu_desk.gui.operator.board import grouped_nip
from kpu_desk.gui.widgets import StateMark, caption, heading, plain_button, plain_tip

Index = QModelIndex | QPersistentModelIndex

MOST_PROBLEMS = 1_000
"""Problems that are shown; nobody reads more, and every one of them has to be measured for its lines."""


class RowsPreview(QAbstractTableModel):
    """The rows of a reading, read-only."""

    def __init__(self, reading: RosterReading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = [
            (str(row.row), row.name, grouped_nip(row.nip), row.rank or "", row.office, row.unit or "")
            for row in reading.rows
        ]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 6

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (
                self.tr("Baris"),
                self.tr("Nama"),
                self.tr("NIP"),
                self.tr("Pangkat"),
                self.tr("Jabatan"),
                self.tr("Unit kerja"),
            )[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._rows[index.row()][index.column()])
        return None


class ProblemsPreview(QAbstractTableModel):
    """Every problem with its sign, its cell and its sentence, the first thousand of them; errors come first."""

    def __init__(
        self, reading: RosterReading, sentence: Callable[[RosterProblem], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        order = tuple(Severity)
        self._problems = sorted(reading.problems, key=lambda found: order.index(found.severity))[:MOST_PROBLEMS]
        self._sentence = sentence

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._problems)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (self.tr("Jenis"), self.tr("Sel"), self.tr("Yang ditemukan dan yang perlu dilakukan"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self._problems[index.row()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return {
                Severity.ERROR: state_icon(State.WRONG),
                Severity.WARNING: state_icon(State.UNKNOWN),
                Severity.INFO: icon("info", "ink_soft", 20),
            }[found.severity]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            words = {
                Severity.ERROR: self.tr("Kesalahan"),
                Severity.WARNING: self.tr("Periksa"),
                Severity.INFO: self.tr("Catatan"),
            }
            where = found.cell or self.tr("baris {n}").format(n=found.row)
            text = (words[found.severity], where, self._sentence(found))[index.column()]
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None


class ImportPreview(FormDialog):
    """Shows a reading; "Impor" sleeps while errors stand, so that nothing is half imported.

    Args:
        replaces: how many people of the present roster would be replaced.
        keep: imports; gives False when a service refused it, and the window stays open.
        again: opens the choice of sheet and columns; None when the file is not at hand.
        mark: reads the file again, with characters that cannot be printed marked (True) or refused (False).
        marked: how they were taken in this reading.
    """

    def __init__(
        self,
        reading: RosterReading,
        file_name: str,
        *,
        sentence: Callable[[RosterProblem], str],
        replaces: int,
        keep: Callable[[], bool],
        again: Callable[[], object] | None = None,
        mark: Callable[[bool], object] | None = None,
        marked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self._again, self._mark = again, mark
        people = len(reading.rows)
        self.set_titles(self.tr("Pratinjau impor"), self.tr("Impor {n} orang", "", people).format(n=people))
        self._keep = keep
        errors, warnings = reading.count(Severity.ERROR), reading.count(Severity.WARNING)
        if errors:
            shape, words = State.WRONG, self.tr("{n} kesalahan harus dibetulkan di berkasnya; belum ada yang diimpor.")
        elif warnings:
            shape, words = State.UNKNOWN, self.tr("{n} hal perlu diperiksa; daftar dapat diimpor.")
        else:
            shape, words = State.SIGNED, self.tr("Tidak ada masalah; daftar dapat diimpor.")
        self.verdict = StateMark(shape, words.format(n=errors or warnings))
        where = self.tr("{file} · {n} orang siap diimpor · judul kolom di baris {row}", "", people).format(
            file=file_name, n=people, row=reading.header_row
        )
        if replaces:
            where += self.tr(" · menggantikan {n} orang di meja", "", replaces).format(n=replaces)
        self.rows = _table(RowsPreview(reading, self), self.tr("Orang yang akan disimpan"), stretch=(1, 4, 5))
        self.problems = _table(
            ProblemsPreview(reading, sentence, self), self.tr("Masalah yang ditemukan"), stretch=(2,)
        )
        self.problems.setWordWrap(True)
        self.body.addWidget(self.verdict)
        self.body.addWidget(caption(where))
        self._add_choices(reading, marked=marked)
        if reading.problems:
            both = QSplitter(Qt.Orientation.Vertical)
            both.setChildrenCollapsible(False)
            both.addWidget(_titled(self._problem_words(len(reading.problems)), self.problems))
            both.addWidget(_titled(self.tr("Akan disimpan ({n})").format(n=people), self.rows))
            self.body.addWidget(both, 1)
        else:
            self.body.addWidget(self.rows, 1)
        self.ok_button.setEnabled(not errors and people > 0)
        self.resize(1240, 700)
        (self.cancel_button if errors else self.ok_button).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # How many lines a sentence needs is known once its column has its width.
        QTimer.singleShot(0, self, self.problems.resizeRowsToContents)

    def submit(self) -> None:
        if self._keep():
            self.accept()

    def _add_choices(self, reading: RosterReading, *, marked: bool) -> None:
        self.columns_button = plain_button(self.tr("Lembar dan kolom …"))
        self.columns_button.setObjectName("choose_columns")
        self.columns_button.clicked.connect(self._choose_columns)
        self.columns_button.setVisible(self._again is not None)
        from kpu_desk.services.roster_check import MARK

        self.mark_box = QCheckBox(self.tr("Ganti huruf yang tidak dapat dicetak dengan {mark}").format(mark=MARK))
        self.mark_box.setObjectName("mark_unprintable")
        self.mark_box.setChecked(marked)
        foreign = any(found.code is ProblemCode.NOT_PRINTABLE for found in reading.problems)
        self.mark_box.setVisible(self._mark is not None and (marked or foreign))
        self.mark_box.toggled.connect(self._change_mark)
        row = QHBoxLayout()
        row.setSpacing(BASE * 2)
        row.addWidget(self.columns_button)
        row.addWidget(self.mark_box)
        row.addStretch(1)
        self.body.addLayout(row)

    def _choose_columns(self) -> None:
        if self._again is not None:
            self.reject()
            self._again()

    def _change_mark(self, checked: bool) -> None:
        if self._mark is not None:
            self.reject()
            self._mark(checked)

    def _problem_words(self, count: int) -> str:
        if count > MOST_PROBLEMS:
            return self.tr("Masalah ({most} yang pertama dari {n})").format(most=MOST_PROBLEMS, n=count)
        return self.tr("Masalah ({n})").format(n=count)


def _table(model: QAbstractTableModel, name: str, stretch: tuple[int, ...]) -> QTableView:
    table = QTableView()
    table.setAccessibleName(name)
    table.setModel(model)
    dress_table(table)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    head = table.horizontalHeader()
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    for column in stretch:
        head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    return table


def _titled(title: str, inside: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, BASE, 0, 0)
    column.setSpacing(BASE)
    column.addWidget(heading(title, 2))
    column.addWidget(inside, 1)
    return page
