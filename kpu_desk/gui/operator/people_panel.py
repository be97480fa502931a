"""The left of the desk: search, chips with counts, and the table of officials."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.invitations import is_invitation
from kpu_desk.gui.dressing import dress_table
from kpu_desk.gui.look import BASE, ROW, icon
from kpu_desk.gui.operator.board import PersonLine, Show
from kpu_desk.gui.operator.people_delegate import SECTION_ROW, PeopleDelegate, marks_width
from kpu_desk.gui.operator.people_model import OFFICE, PERSON, SHEETS, PeopleModel
from kpu_desk.gui.widgets import Button, caption, heading, plain_button, primary_button

_NARROWEST_MARKS = 260
_ROOM_FOR_OFFICES = 760
_MOVING = (Qt.Key.Key_Down, Qt.Key.Key_Up)


class PeoplePanel(QWidget):
    """Search, chips and table.

    Signals:
        selected(official_id): the person under the bar, or an empty text.
        check_in_wanted(official_id), call_wanted(official_id), menu_wanted(official_id, global position).
        scanned(text): a reader that acts as a keyboard sent the code of an invitation into the search.
        identify_wanted(official_id, global position): the operator wants to say how the person is known.
        import_wanted(), add_wanted(): from the empty table.
    """

    selected = Signal(str)
    check_in_wanted = Signal(str)
    scanned = Signal(str)
    identify_wanted = Signal(str, QPoint)
    call_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    import_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PeopleModel(self)
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(self.tr("Cari nama, NIP, jabatan, unit …   Ctrl+F"))
        self.search.setAccessibleName(self.tr("Cari pejabat"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "ink_soft", 20), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMinimumWidth(120)
        self.search.installEventFilter(self)
        self._chips = QButtonGroup(self)
        self._chip_buttons: dict[Show, Button] = {}
        head = QHBoxLayout()
        head.setSpacing(BASE)
        head.addWidget(self.search, 1)
        for show in Show:
            chip = plain_button("")
            chip.setProperty("kind", "chip")
            chip.setObjectName(f"chip_{show.value}")
            chip.setCheckable(True)
            self._chips.addButton(chip)
            self._chip_buttons[show] = chip
            head.addWidget(chip)
        self._chip_buttons[Show.ALL].setChecked(True)
        self.table = self._make_table()
        self._empty = self._make_empty()
        self._nothing = caption(self.tr("Tidak ada yang cocok. Hapus pencarian dengan Esc."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        for page in (self.table, self._empty, self._nothing):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(BASE * 2, BASE, BASE, BASE)
        column.setSpacing(BASE)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self._has_people = False
        self.search.textChanged.connect(self._narrow)
        self._chips.buttonToggled.connect(lambda _chip, on: self._narrow() if on else None)
        self.model.modelReset.connect(self._spans)
        self.table.selectionModel().currentRowChanged.connect(self._moved)

    def show_ceremony(self, ceremony: Ceremony | None) -> None:
        """Shows the newest state; the bar stays on the same person."""
        kept = self.selected_id()
        self._has_people = ceremony is not None and bool(ceremony.officials)
        self.model.show_ceremony(ceremony)
        self._count()
        self._fit_marks()
        self._choose_page()
        self.select(kept)

    def selected_id(self) -> str:
        """The person under the bar, or an empty text."""
        line = self.selected_line()
        return line.official_id if line is not None else ""

    def selected_line(self) -> PersonLine | None:
        """The line under the bar."""
        return self.model.line(self.table.currentIndex().row())

    def select(self, official_id: str) -> None:
        """Puts the bar on a person, or takes it away."""
        row = self.model.row_of(official_id) if official_id else -1
        if row < 0:
            self.table.setCurrentIndex(QModelIndex())
            self.table.clearSelection()
        elif row != self.table.currentIndex().row():
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    def begin_search(self) -> None:
        """Puts the cursor into the search, with its text selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def shown(self) -> Show:
        """The chip that is pressed."""
        return next(show for show, chip in self._chip_buttons.items() if chip.isChecked())

    def show_only(self, show: Show) -> None:
        """Presses a chip."""
        self._chip_buttons[show].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a small screen names and marks have the room; the office stands in the panel and in the tool tip.
        self.table.setColumnHidden(OFFICE, self._narrow_room())
        self._count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if held == Qt.KeyboardModifier.ShiftModifier and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._identify()
                return True
            keys = self._search_keys() if watched is self.search else self._table_keys()
            act = keys.get(Qt.Key(event.key()))
            if act is not None and not held:
                # A finger that rests on Enter checks nobody in twice.
                if not event.isAutoRepeat() or event.key() in _MOVING:
                    act()
                return True
        return super().eventFilter(watched, event)

    def _search_keys(self) -> dict[Qt.Key, Callable[[], None]]:
        keys: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Down: lambda: self._step(1),
            Qt.Key.Key_Up: lambda: self._step(-1),
            Qt.Key.Key_Return: self._check_in_found,
            Qt.Key.Key_Enter: self._check_in_found,
            Qt.Key.Key_F2: self._check_in_found,
        }
        if self.search.text():
            keys[Qt.Key.Key_Escape] = self.search.clear
        return keys

    def _table_keys(self) -> dict[Qt.Key, Callable[[], None]]:
        return {
            Qt.Key.Key_Return: self._check_in,
            Qt.Key.Key_Enter: self._check_in,
            Qt.Key.Key_F2: self._check_in,
            Qt.Key.Key_Space: lambda: self.call_wanted.emit(self.selected_id()),
        }

    def _check_in_found(self) -> None:
        if is_invitation(self.search.text()):
            code = self.search.text()
            self.search.clear()
            self.scanned.emit(code)
            return
        self._check_in()
        self.search.selectAll()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("people")
        table.setAccessibleName(self.tr("Daftar pejabat"))
        table.setModel(self.model)
        dress_table(table)
        table.setItemDelegate(PeopleDelegate(table))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._menu)
        table.doubleClicked.connect(lambda _index: self._check_in())
        head = table.horizontalHeader()
        head.setMinimumSectionSize(140)
        head.setSectionResizeMode(PERSON, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(OFFICE, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(SHEETS, QHeaderView.ResizeMode.Fixed)
        table.setColumnWidth(SHEETS, _NARROWEST_MARKS)
        table.installEventFilter(self)
        return table

    def _make_empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(1)
        title = heading(self.tr("Belum ada pejabat"))
        hint = caption(
            self.tr(
                "Impor daftar pejabat dari berkas XLSX atau CSV, tarik berkasnya ke sini, atau tambah satu per satu."
            )
        )
        take = primary_button(self.tr("Impor daftar …   Ctrl+I"), "import")
        add = plain_button(self.tr("Tambah pejabat …"), "add")
        take.clicked.connect(self.import_wanted)
        add.clicked.connect(self.add_wanted)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(take)
        row.addWidget(add)
        row.addStretch(1)
        for text in (title, hint):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(text)
        column.addSpacing(BASE)
        column.addLayout(row)
        column.addStretch(2)
        return page

    def _narrow(self) -> None:
        kept = self.selected_id()
        search = self.search.text()
        self.model.narrow(self.shown(), search)
        self._choose_page()
        self.select(self.model.likeliest(kept) if search else kept)

    def _step(self, by: int) -> None:
        rows = [row for row in range(self.model.rowCount()) if self.model.line(row) is not None]
        if not rows:
            return
        now = self.table.currentIndex().row()
        place = rows.index(now) + by if now in rows else 0
        row = rows[min(max(place, 0), len(rows) - 1)]
        self.table.selectRow(row)
        self.table.scrollTo(self.model.index(row, 0))

    def _check_in(self) -> None:
        if self.selected_id():
            self.check_in_wanted.emit(self.selected_id())

    def _identify(self) -> None:
        """Asks how the person is known, beside the person's line."""
        if self.selected_id():
            rect = self.table.visualRect(self.table.currentIndex().siblingAtColumn(PERSON))
            self.identify_wanted.emit(self.selected_id(), self.table.viewport().mapToGlobal(rect.bottomLeft()))

    def _menu(self, place: QPoint) -> None:
        line = self.model.line(self.table.indexAt(place).row())
        if line is not None:
            self.menu_wanted.emit(line.official_id, self.table.viewport().mapToGlobal(place))

    def _moved(self) -> None:
        self.selected.emit(self.selected_id())

    def _narrow_room(self) -> bool:
        return self.width() < _ROOM_FOR_OFFICES

    def _count(self) -> None:
        counts = self.model.counts()
        short = self._narrow_room()
        words = {
            Show.ALL: self.tr("Semua {n}"),
            Show.PRESENT: self.tr("Hadir {n}"),
            Show.ABSENT: self.tr("Belum {n}") if short else self.tr("Belum hadir {n}"),
            Show.INCOMPLETE: self.tr("Sisa {n}") if short else self.tr("Belum lengkap {n}"),
        }
        for show, chip in self._chip_buttons.items():
            chip.setText(words[show].format(n=counts[show]))

    def _spans(self) -> None:
        self.table.clearSpans()
        for row in range(self.model.rowCount()):
            self.table.setRowHeight(row, ROW)
        for row in self.model.section_rows():
            self.table.setSpan(row, 0, 1, 3)
            self.table.setRowHeight(row, SECTION_ROW)

    def _fit_marks(self) -> None:
        metrics = self.table.fontMetrics()
        lines = (self.model.line(row) for row in range(self.model.rowCount()))
        # Most people are equally far: few sets of marks are many people's.
        different = {line.marks for line in lines if line}
        widest = max((marks_width(metrics, self.model, marks) for marks in different), default=0)
        self.table.setColumnWidth(SHEETS, max(widest, _NARROWEST_MARKS))

    def _choose_page(self) -> None:
        if not self._has_people:
            page: QWidget = self._empty
        else:
            page = self.table if self.model.people_shown() else self._nothing
        self._stack.setCurrentWidget(page)
