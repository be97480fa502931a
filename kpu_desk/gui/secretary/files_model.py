"""Files under "Periksa" as a model: one row each, with the sign and word of what was found once it is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kpu_desk.domain.page_report import PageVerdict
from kpu_desk.domain.verdict import SealReport, cleaned
from kpu_desk.gui.look import State, state_icon
from kpu_desk.gui.secretary.page_panel import PAGE_STATES
from kpu_desk.gui.secretary.register_model import VERDICT_STATES
from kpu_desk.gui.widgets import plain_tip

if TYPE_CHECKING:
    from kpu_desk.services.inspecting import FileReport
    from kpu_desk.services.reading_pages import PageFound

Index = QModelIndex | QPersistentModelIndex

FILE, VERDICT = range(2)

_ALARM = (PageVerdict.SIGNED, PageVerdict.NO_CODE, PageVerdict.UNKNOWN_SIGNER, PageVerdict.BAD_CODE)


class FilesModel(QAbstractTableModel):
    """Rows in the order in which the files came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths: list[Path] = []
        self._reports: list[SealReport | None] = []
        self._pages: list[tuple[PageFound, ...]] = []
        self._first = 0

    def add_files(self, paths: tuple[Path, ...]) -> None:
        """New files, not judged yet. Those that were given up before stay without a verdict."""
        if not paths:
            return
        first = len(self._paths)
        self.beginInsertRows(QModelIndex(), first, first + len(paths) - 1)
        self._first = first
        self._paths += paths
        self._reports += [None] * len(paths)
        self._pages += [()] * len(paths)
        self.endInsertRows()

    def take_report(self, number: int, found: FileReport) -> int:
        """The verdict of a file of those that were added last, counted from 0; gives its row."""
        self._reports[self._first + number] = found.report
        return self._changed(number)

    def take_pages(self, number: int, found: tuple[PageFound, ...]) -> int:
        """What the codes on a file's pages say; counted as in :meth:`take_report`."""
        self._pages[self._first + number] = found
        return self._changed(number)

    def _changed(self, number: int) -> int:
        row = self._first + number
        self.dataChanged.emit(self.index(row, FILE), self.index(row, VERDICT))
        return row

    def clear(self) -> None:
        """No files."""
        self.beginResetModel()
        self._paths, self._reports, self._pages, self._first = [], [], [], 0
        self.endResetModel()

    def report(self, row: int) -> SealReport | None:
        """The verdict of a row, or None while there is none."""
        return self._reports[row] if 0 <= row < len(self._reports) else None

    def pages(self, row: int) -> tuple[PageFound, ...]:
        """What its pages say; nothing where it was not asked, or where an unsealed PDF has no code of ours."""
        pages = self._pages[row] if 0 <= row < len(self._pages) else ()
        coded = any(page.report.verdict is not PageVerdict.NO_CODE for page in pages)
        return pages if coded or (pages and self._reports[row] is None) else ()

    def shown_path(self, row: int) -> str:
        """The file's whole path, cleaned of what could fool a reader."""
        return cleaned(str(self._paths[row]))

    def words(self) -> tuple[str, ...]:
        """The word about each file there is one about so far; of scans and photos that of each page."""
        from kpu_desk.services.inspecting import report_word
        from kpu_desk.services.reading_pages import page_verdict_word

        found: list[str] = []
        for row, report in enumerate(self._reports):
            pages = self.pages(row)
            found += [page_verdict_word(page.report.verdict) for page in pages]
            if report is not None and not pages:
                found.append(report_word(report))
        return tuple(found)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._paths)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (self.tr("Berkas"), self.tr("Hasil periksa"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.shown_path(index.row()))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == VERDICT:
            return state_icon(self._state(index.row()), 20)
        if role == Qt.ItemDataRole.DisplayRole:
            return cleaned(self._paths[index.row()].name) if index.column() == FILE else self._word(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{cleaned(self._paths[index.row()].name)}: {self._word(index.row())}"
        return None

    def _word(self, row: int) -> str:
        from kpu_desk.services.inspecting import report_word
        from kpu_desk.services.reading_pages import pages_word

        pages, report = self.pages(row), self._reports[row]
        if pages:
            return pages_word(pages)
        return report_word(report) if report else self.tr("Belum diperiksa")

    def _state(self, row: int) -> State:
        pages, report = self.pages(row), self._reports[row]
        if pages:
            # The one that most needs a look.
            worst = max(pages, key=lambda page: _ALARM.index(page.report.verdict))
            return PAGE_STATES[worst.report.verdict]
        return VERDICT_STATES[report.verdict] if report else State.LATER
