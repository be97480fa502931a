"""A mail merge's places file by file: which went with their text, which lost it, and what is to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from kpu_desk.domain.finding_places import Refound
from kpu_desk.domain.places import Finding, Grade, Pattern, check_places
from kpu_desk.gui.dressing import dress_table
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.own_words import finding_sentence
from kpu_desk.gui.widgets import plain_button
from kpu_desk.services.own_documents import Brought


class EachForm(FormDialog):
    """One row a file; a file with a place that lost its text, or with a question, is opened and seen before all go on.

    Args:
        files: each with the name of the person whose it is.
        found: the places on each.
        look: opens the editor of a file with its places, and gives what was kept to the function it is handed.
    """

    def __init__(
        self,
        files: Sequence[tuple[Brought, str]],
        found: Sequence[Refound],
        look: Callable[[Brought, Pattern, Callable[[Pattern], bool]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setObjectName("places_each")
        self.set_titles(self.tr("Tempat pada tiap berkas"), self.tr("Sudah benar, pakai semua"))
        self.setMinimumSize(900, 460)
        self.resize(1_120, 640)
        self._files, self._look = tuple(files), look
        self.patterns = [one.pattern for one in found]
        self._lost = [len(one.lost) for one in found]
        self._moved = [len(one.moved) - len(one.lost) for one in found]
        self._seen = [False] * len(found)
        self.table = QTableWidget(len(files), 4)
        self.table.setObjectName("each")
        self.table.setHorizontalHeaderLabels([self.tr("Berkas"), self.tr("Untuk"), self.tr("Tempat-tempatnya"), ""])
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Fixed)
        self.table.setColumnWidth(3, 110)
        dress_table(self.table)
        self.table.setWordWrap(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.buttons: list[QPushButton] = []
        for row, (one, person) in enumerate(self._files):
            self.table.setItem(row, 0, QTableWidgetItem(one.name))
            self.table.setItem(row, 1, QTableWidgetItem(person))
            button = plain_button(self.tr("Lihat"))
            button.setAutoDefault(False)
            button.setAccessibleName(self.tr("Lihat {file}").format(file=one.name))
            button.clicked.connect(lambda _checked=False, row=row: self.open_row(row))
            self.buttons.append(button)
            self.table.setCellWidget(row, 3, button)
            self.table.setRowHeight(row, 44)
        self.body.addWidget(self.table, 1)
        self._show()

    @property
    def settled(self) -> bool:
        """Whether nothing on any file is to be looked at any more."""
        return all(self._settled(row) for row in range(len(self._files)))

    @property
    def same(self) -> bool:
        """Whether every place stands on every file where it stands on the first."""
        return not any(self._lost) and not any(self._moved)

    def open_row(self, row: int) -> None:
        """Looks at a file in the editor; what is kept there are its places."""

        def keep(pattern: Pattern) -> bool:
            self.patterns[row], self._seen[row] = pattern, True
            self._show()
            return True

        self._look(self._files[row][0], self.patterns[row], keep)

    def _settled(self, row: int) -> bool:
        open_ones = [one for one in self._findings(row) if one.grade is not Grade.CONFIRMED]
        return not open_ones and (self._seen[row] or not self._lost[row])

    def _findings(self, row: int) -> list[Finding]:
        return list(check_places(self.patterns[row], self._files[row][0].own))

    def _show(self) -> None:
        for row in range(len(self._files)):
            item = QTableWidgetItem(self._words(row))
            item.setToolTip(item.text())
            self.table.setItem(row, 2, item)
        left = sum(not self._settled(row) for row in range(len(self._files)))
        self.ok_button.setEnabled(not left)
        self.complain(self.tr("{n} berkas perlu dilihat dahulu.").format(n=left) if left else "")

    def _words(self, row: int) -> str:
        said = []
        if self._lost[row]:
            said.append(self.tr("{n} tempat kehilangan tulisannya").format(n=self._lost[row]))
        if self._moved[row]:
            said.append(self.tr("{n} tempat ikut bergeser").format(n=self._moved[row]))
        if self._seen[row]:
            said.append(self.tr("sudah dilihat"))
        words = "; ".join(said) or self.tr("sama")
        open_one = next((one for one in self._findings(row) if one.grade is not Grade.CONFIRMED), None)
        return words if open_one is None else f"{words}. {finding_sentence(open_one, self.patterns[row].places)}"
