"""The table of officials as a model: section rows and people, filtered by chip and search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.gui.operator.away_words import away_word
from kpu_desk.gui.operator.board import (
    COMMISSION,
    SECRETARY,
    MarkState,
    PersonLine,
    SheetMark,
    Show,
    board_after,
    counts_of,
    likeliest,
    matching,
)
from kpu_desk.gui.widgets import plain_tip

Index = QModelIndex | QPersistentModelIndex

PERSON, OFFICE, SHEETS = range(3)
LINE = Qt.ItemDataRole.UserRole + 1
"""Role that gives the PersonLine, or a Section."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading between people, with how many of them are shown."""

    title: str
    people: int


class PeopleModel(QAbstractTableModel):
    """People of one ceremony; ``show_ceremony`` and ``narrow`` are the only ways in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board: tuple[PersonLine, ...] = ()
        self._shown: Ceremony | None = None
        self._rows: list[PersonLine | Section] = []
        self._show = Show.ALL
        self._search = ""
        self._draft = True

    def show_ceremony(self, ceremony: Ceremony | None) -> None:
        """Takes the newest state; only changed rows are told when the same people are shown."""
        self._board = board_after(ceremony, self._shown, self._board) if ceremony is not None else ()
        self._shown = ceremony
        self._draft = ceremony is None or not ceremony.sheets
        self._take(self._wanted())

    def narrow(self, show: Show, search: str) -> None:
        """Shows only the people of a chip who match the search."""
        self._show, self._search = show, search
        self._take(self._wanted())

    def counts(self) -> dict[Show, int]:
        """How many people each chip would show."""
        return counts_of(self._board)

    def line(self, row: int) -> PersonLine | None:
        """The person in a row, or None for a heading or a row that is not there."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, PersonLine) else None

    def row_of(self, official_id: str) -> int:
        """The row of a person, or -1 when not shown."""
        return next(
            (n for n, row in enumerate(self._rows) if isinstance(row, PersonLine) and row.official_id == official_id),
            -1,
        )

    def likeliest(self, kept: str) -> str:
        """Whom of those shown the search means."""
        lines = (row for row in self._rows if isinstance(row, PersonLine))
        return likeliest(lines, self._search, kept)

    def section_rows(self) -> tuple[int, ...]:
        """Rows that are headings."""
        return tuple(n for n, row in enumerate(self._rows) if isinstance(row, Section))

    def people_shown(self) -> int:
        """How many people are in the table now."""
        return sum(isinstance(row, PersonLine) for row in self._rows)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (self.tr("Nama"), self.tr("Jabatan"), self.tr("Lembar"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.line(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == LINE:
            return row
        if isinstance(row, Section):
            shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row.title if shown and index.column() == PERSON else None
        return self._said(row, index.column(), role)

    def _said(self, line: PersonLine, column: int, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole and column == PERSON:
            return line.name
        if role == Qt.ItemDataRole.ToolTipRole and column != SHEETS:
            return plain_tip(line.office if column == OFFICE else line.name)
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._spoken(line, column) if role in roles else None

    def mark_text(self, mark: SheetMark) -> str:
        """What stands beside the shape of a mark."""
        if mark.witness:
            return self.tr("Saksi {signed}/{total}").format(signed=mark.signed, total=mark.total)
        return mark.kind.value

    def mark_word(self, mark: SheetMark) -> str:
        """The state of a mark in one word."""
        return {
            MarkState.SIGNED: self.tr("ditandatangani"),
            MarkState.READY: self.tr("belum ditandatangani"),
            MarkState.WAITING: self.tr("menunggu pembuat"),
            MarkState.LATER: self.tr("menyusul"),
            MarkState.DECLINED: self.tr("menolak"),
            MarkState.CLOSED: self.tr("tidak ditandatangani"),
        }[mark.state]

    def below(self, line: PersonLine) -> str:
        """What stands under a name: what tells two of one name apart, why somebody is not here, the NIP."""
        return " · ".join(part for part in (line.apart, away_word(line.away), line.nip) if part)

    def _spoken(self, line: PersonLine, column: int) -> str:
        if column == PERSON:
            presence = self.tr("hadir") if line.present else away_word(line.away) or self.tr("belum hadir")
            return ", ".join(part for part in (line.name, line.apart, line.nip, presence) if part)
        if column == OFFICE:
            return line.office
        if not line.marks:
            return self.tr("lembar dibuat saat upacara dibuka") if self._draft else self.tr("tanpa lembar")
        return "; ".join(f"{self.mark_text(mark)} {self.mark_word(mark)}" for mark in line.marks)

    def _wanted(self) -> list[PersonLine | Section]:
        wanted: list[PersonLine | Section] = []
        lines = matching(self._board, self._show, self._search)
        titles = {
            COMMISSION: self.tr("Ketua dan anggota"),
            SECRETARY: self.tr("Sekretaris"),
            "": self.tr("Tanpa unit kerja"),
        }
        section: str | None = None
        for line in lines:
            if line.section != section:
                section = line.section
                people = sum(other.section == section for other in lines)
                wanted.append(Section(titles.get(section, section), people))
            wanted.append(line)
        return wanted

    def _take(self, wanted: list[PersonLine | Section]) -> None:
        if [_identity(row) for row in wanted] != [_identity(row) for row in self._rows]:
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()
            return
        before, self._rows = self._rows, wanted
        for n, (old, new) in enumerate(zip(before, wanted, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(n, 0), self.index(n, SHEETS))


def _identity(row: PersonLine | Section) -> str:
    return f"p {row.official_id}" if isinstance(row, PersonLine) else f"s {row.title}"
