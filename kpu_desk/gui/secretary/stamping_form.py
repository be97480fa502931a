"""Putting stamps beside signatures: lines to tick, the page as it would look, and one clear question before the act."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.showing import PageSource
from kpu_desk.domain.stamps import StampKind
from kpu_desk.gui.asking import Answer, ask
from kpu_desk.gui.dressing import dress_table
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.forms import FormDialog, opened
from kpu_desk.gui.look import BASE
from kpu_desk.gui.page_view import PageView
from kpu_desk.gui.secretary.stamp_form import StampForm
from kpu_desk.gui.widgets import label, plain_button

if TYPE_CHECKING:
    from kpu_desk.gui.secretary.controller import RecordsController
    from kpu_desk.services.stamping import StampLine


class StampingForm(FormDialog):
    """The signatures of a closed ceremony that may bear a stamp.

    Args:
        serials: sheets that are ticked at first; none for all that can be stamped.
    """

    def __init__(
        self, controller: RecordsController, serials: frozenset[str] = frozenset(), parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.setObjectName("stamping_form")
        self.set_titles(self.tr("Cap"), self.tr("Bubuhkan cap"))
        self.controller = controller
        self.lines: tuple[StampLine, ...] = ()
        self._source: PageSource | None = None
        self.model = QStandardItemModel(0, 4, self)
        self.model.setHorizontalHeaderLabels(
            [self.tr("Lembar"), self.tr("Tanda tangan"), self.tr("Cap"), self.tr("Keadaan")]
        )
        self.table = self._make_table()
        self.pages = PageView()
        self.pages.setMinimumSize(280, 200)
        self.all_button, self.none_button = plain_button(self.tr("Centang semua")), plain_button(self.tr("Kosongkan"))
        self.back_button = plain_button(self.tr("Cabut cap"), "undo")
        self.office_button = plain_button(self.tr("Cap kantor …"), "settings")
        # A text that wraps would make the whole form as high as its parts would like to be.
        self.said = label("", "caption")
        self._lay_out()
        self.all_button.clicked.connect(lambda: self._tick(frozenset(range(len(self.lines)))))
        self.none_button.clicked.connect(lambda: self._tick(frozenset()))
        self.back_button.clicked.connect(self.take_back)
        self.office_button.clicked.connect(self.open_office_stamps)
        self.model.itemChanged.connect(lambda _item: self._count())
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_page())
        self.finished.connect(self._forget_page)
        self._read()
        self._tick(self._wanted(serials))
        self.table.selectRow(0)
        self.resize(1_180, 680)
        self.table.setFocus()

    def ticked(self, *, stamped: bool) -> list[StampLine]:
        """Ticked lines that bear a stamp, or none yet."""
        chosen = []
        for row, line in enumerate(self.lines):
            item = self.model.item(row, 0)
            if item.isCheckable() and item.checkState() is Qt.CheckState.Checked and bool(line.stamped) is stamped:
                chosen.append(line)
        return chosen

    def submit(self) -> None:
        chosen = self.ticked(stamped=False)
        if not chosen:
            self.complain(self.tr("Centang dahulu tanda tangan yang akan diberi cap."))
            return
        kinds = Counter(line.kind for line in chosen)
        parts = [
            self.tr("{name} pada {n} tanda tangan", "", kinds[kind]).format(name=self._name(kind), n=kinds[kind])
            for kind in StampKind
            if kinds[kind]
        ]
        ask(
            self,
            self.tr("Bubuhkan cap?"),
            self.tr("Bubuhkan {stamps}? Pembubuhan dicatat atas nama Anda; cap dapat dicabut sebelum disegel.").format(
                stamps=self.tr(" dan ").join(parts)
            ),
            Answer(self.tr("Bubuhkan cap"), lambda: self._do(chosen, put=True), "primary"),
            stay=self.tr("Batal"),
        )

    def take_back(self) -> None:
        """Takes the stamps of the ticked lines back, after a question."""
        chosen = self.ticked(stamped=True)
        ask(
            self,
            self.tr("Cabut cap?"),
            self.tr("Cabut cap dari {n} tanda tangan? Pencabutannya dicatat.", "", len(chosen)).format(n=len(chosen)),
            Answer(self.tr("Cabut cap"), lambda: self._do(chosen, put=False)),
            stay=self.tr("Batal"),
        )

    def open_office_stamps(self) -> None:
        """Opens the window in which the office's stamps are set."""
        form = StampForm(self.controller.desk, self)
        form.accepted.connect(self._read)
        opened(form)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._forget_page()
        super().closeEvent(event)

    def _do(self, chosen: list[StampLine], *, put: bool) -> None:
        places = tuple(line.place for line in chosen)
        try:
            self.controller.stamp(places, put=put)
        except KnownError as error:
            self.complain(advice_for(error).text)
            return
        self.complain("")
        self._read()

    def _name(self, kind: StampKind) -> str:
        return {
            StampKind.COMMISSION: self.tr("cap komisi"),
            StampKind.SECRETARIAT: self.tr("cap sekretariat"),
        }[kind]

    def _state(self, line: StampLine) -> str:
        if line.stamped:
            return self.tr("dicap, disegel") if line.hindrance else self.tr("dicap")
        return {
            "": self.tr("siap dicap"),
            "KPU-STAMP-COMPLETE": self.tr("belum lengkap"),
            "KPU-STAMP-UNSEALED": self.tr("disegel tanpa cap"),
            "KPU-STAMP-ACTIVE": self.tr("cap belum dipakai"),
            "KPU-STAMP-ROOM": self.tr("tempat meterai"),
        }.get(line.hindrance, self.tr("tanpa cap"))

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("stampings")
        table.setAccessibleName(self.tr("Tanda tangan dan capnya"))
        table.setModel(self.model)
        dress_table(table)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # Qt forgets the tick's own margin.
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        table.setColumnWidth(0, 145)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.setMinimumHeight(200)
        return table

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(BASE)
        row = QHBoxLayout()
        row.setSpacing(BASE)
        for button in (self.all_button, self.none_button, self.back_button, self.office_button):
            row.addWidget(button)
        row.addStretch(1)
        left.addLayout(row)
        left.addWidget(self.table, 1)
        left.addWidget(self.said)
        both = QHBoxLayout()
        both.setSpacing(BASE * 2)
        both.addLayout(left, 3)
        both.addWidget(self.pages, 2)
        self.fields.hide()
        self.body.addLayout(both, 1)

    def _read(self) -> None:
        current = self.table.currentIndex().row()
        kept = frozenset(row for row in range(self.model.rowCount()) if self._is_ticked(row))
        self.lines = self.controller.stamp_lines()
        self.model.setRowCount(0)
        for line in self.lines:
            texts = (line.serial, line.name, self._name(line.kind), self._state(line))
            items = [QStandardItem(text) for text in texts]
            items[0].setCheckable(not line.hindrance)
            self.model.appendRow(items)
        self._tick(kept)
        self.table.selectRow(max(current, 0))
        self._show_page()

    def _wanted(self, serials: frozenset[str]) -> frozenset[int]:
        wanted = [line.serial in serials if serials else not line.stamped for line in self.lines]
        return frozenset(row for row, tick in enumerate(wanted) if tick)

    def _is_ticked(self, row: int) -> bool:
        return self.model.item(row, 0).checkState() is Qt.CheckState.Checked

    def _tick(self, rows: frozenset[int]) -> None:
        self.model.blockSignals(True)
        for row in range(self.model.rowCount()):
            item = self.model.item(row, 0)
            if item.isCheckable():
                item.setCheckState(Qt.CheckState.Checked if row in rows else Qt.CheckState.Unchecked)
        self.model.blockSignals(False)
        self.table.viewport().update()
        self._count()

    def _count(self) -> None:
        fresh, standing = len(self.ticked(stamped=False)), len(self.ticked(stamped=True))
        self.ok_button.setEnabled(bool(fresh))
        self.back_button.setEnabled(bool(standing))
        parts = [self.tr("{n} akan dicap").format(n=fresh), self.tr("{n} dapat dicabut").format(n=standing)]
        if any(line.hindrance == "KPU-STAMP-ACTIVE" for line in self.lines):
            parts.append(self.tr("Ada cap yang belum disimpan atau dimatikan; buka “Cap kantor”."))
        if not self.lines:
            parts = [self.tr("Cap dibubuhkan setelah upacara ditutup.")]
        self.said.setText(" · ".join(parts))

    def _show_page(self) -> None:
        self._forget_page()
        row = self.table.currentIndex().row()
        if not 0 <= row < len(self.lines):
            return
        line = self.lines[row]
        slots = tuple(other.slot for other in self.lines if other.sheet_id == line.sheet_id)
        try:
            self._source = self.controller.stamped_pages(line.sheet_id, slots)
        except KnownError as error:
            self.complain(advice_for(error).text)
            return
        self.pages.show_pages(self._source)
        # The signatures lie at the foot of the first page.
        self.pages.verticalScrollBar().setValue(self.pages.verticalScrollBar().pageStep() // 2)

    def _forget_page(self) -> None:
        self.pages.forget_pages()
        if self._source is not None:
            self._source.close()
            self._source = None


def stamp(controller: RecordsController, serials: frozenset[str], parent: QWidget) -> None:
    """Opens the form over a window and returns at once."""
    opened(StampingForm(controller, serials, parent))
