"""Files under "Periksa" as a model: one row each, with the verdict's sign and word once it is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kpu_desk.domain.verdict import SealReport, Verdict, cleaned
from kpu_desk.gui.look import State, state_icon
from kpu_desk.gui.secretary.register_model import VERDICT_STATES
from kpu_desk.gui.widgets import plain_tip

if TYPE_CHECKING:
    from kpu_desk.services.inspecting import FileReport

Index = QModelIndex | QPersistentModelIndex

FILE, VERDICT = range(2)


class FilesModel(QAbstractTableModel):
    """Rows in the order in which the files came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths: list[Path] = []
        self._reports: list[SealReport | None] = []
        self._next = 0

    def add_files(self, paths: tuple[Path, ...]) -> None:
        """New files, not judged yet. Those that were given up before stay without a verdict."""
        if not paths:
            return
        first = len(self._paths)
        self.beginInsertRows(QModelIndex(), first, first + len(paths) - 1)
        self._next = first
        self._paths += paths
        self._reports += [None] * len(paths)
        self.endInsertRows()

    def take_report(self, found: FileReport) -> int:
        """The verdict of the next file that waits for one; gives its row."""
        row = self._next
        self._reports[row] = found.report
        self._next += 1
        self.dataChanged.emit(self.index(row, FILE), self.index(row, VERDICT))
        return row

    def clear(self) -> None:
        """No files."""
        self.beginResetModel()
        self._paths, self._reports, self._next = [], [], 0
        self.endResetModel()

    def report(self, row: int) -> SealReport | None:
        """The verdict of a row, or None while there is none."""
        return self._reports[row] if 0 <= row < len(self._reports) else None

    def shown_path(self, row: int) -> str:
        """The file's whole path, cleaned of what could fool a reader."""
        return cleaned(str(self._paths[row]))

    def verdicts(self) -> tuple[Verdict, ...]:
        """Every verdict there is so far."""
        return tuple(report.verdict for report in self._reports if report is not None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._paths)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (self.tr("Berkas"), self.tr("Hasil periksa"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        report = self._reports[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.shown_path(index.row()))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == VERDICT:
            return state_icon(VERDICT_STATES[report.verdict] if report else State.LATER, 20)
        if role == Qt.ItemDataRole.DisplayRole:
            return cleaned(self._paths[index.row()].name) if index.column() == FILE else self._word(report)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{cleaned(self._paths[index.row()].name)}: {self._word(report)}"
        return None

    def _word(self, report: SealReport | None) -> str:
        from kpu_desk.services.inspecting import verdict_word

        return verdict_word(report.verdict) if report else self.tr("Belum diperiksa")
