"""The list of witnesses: groups above, people below; exceptions by dragging on a witness or by the keyboard."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.groups import COMMISSIONERS, OF_ONE_PERSON, SECRETARIAT, groups_in, unit_of
from kpu_desk.gui.dressing import RowDelegate, dress_table
from kpu_desk.gui.look import BASE, icon
from kpu_desk.gui.operator.arrange_model import NAME, OFFICE, SIGNS, UNIT, WITNESS, ArrangeModel
from kpu_desk.gui.widgets import caption, plain_button

Index = QModelIndex | QPersistentModelIndex


class WitnessDelegate(RowDelegate):
    """Three letters of a name are enough: what fits is offered, Enter takes the first of it."""

    def __init__(self, table: QTableView, model: ArrangeModel) -> None:
        super().__init__(table)
        self._rows = model

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setPlaceholderText(self.tr("tiga huruf nama saksi"))
        names = [other.name for other in self._rows.candidates(self._rows.official(index.row()))]
        offered = QCompleter(QStringListModel(names, editor), editor)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offered.setFilterMode(Qt.MatchFlag.MatchContains)
        offered.setMaxVisibleItems(8)
        editor.setCompleter(offered)
        return editor

    def setEditorData(self, _editor: QWidget, _index: Index) -> None:
        """Begins empty: who types wants another one."""

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        typed = " ".join(editor.text().casefold().split())
        people = self._rows.candidates(self._rows.official(index.row()))
        same = [other for other in people if other.name.casefold() == typed]
        first = next(iter([*same, *(other for other in people if typed in other.name.casefold())]), None)
        if typed and first is not None:
            chosen = {row.row() for row in self._table.selectionModel().selectedRows()} | {index.row()}
            self._rows.choose_witness([self._rows.official(row).id for row in sorted(chosen)], first.id)


class ArrangeTable(QTableView):
    """Enter types a witness, Delete gives the usual one back, Alt with an arrow moves."""

    def __init__(self, model: ArrangeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        dress_table(self)
        self.setItemDelegate(WitnessDelegate(self, model))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in ((NAME, 220), (SIGNS, 310), (WITNESS, 220)):
            head.resizeSection(column, width)
        for column in (OFFICE, UNIT):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def selected_ids(self) -> list[str]:
        """Everybody who is selected, from above."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._rows.official(row).id for row in rows]

    def choose(self, official_id: str) -> None:
        """Puts the bar on a person; on the first where nobody is meant."""
        row = max(self._rows.row_of(official_id), 0)
        if self._rows.rowCount():
            # Not by the view's own way: with Ctrl still held (Ctrl+J opened the window) it would take the bar away.
            command = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            index = self._rows.index(row, WITNESS)
            self.selectionModel().setCurrentIndex(index, command)
            self.scrollTo(index)

    def move_selected(self, by: int) -> None:
        """Moves who is selected by one."""
        ids = self.selected_ids()
        for official_id in ids if by < 0 else reversed(ids):
            if not self._rows.move(official_id, by):
                break

    def reset_selected(self) -> None:
        """The usual witness again."""
        self._rows.reset_witness(self.selected_ids())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, alt = self.currentIndex(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if self.state() is QAbstractItemView.State.EditingState:
            # The Enter that ends the typing comes here too, and must not begin it again or close the form.
            event.accept()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and index.isValid():
            self.edit(self._rows.index(index.row(), WITNESS))
        elif event.key() == Qt.Key.Key_Delete:
            self.reset_selected()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_selected(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


class GroupsButton(QToolButton):
    """Which groups sign one kind of document; everybody where none is ticked."""

    def __init__(self, kind: DocumentKind, model: ArrangeModel) -> None:
        super().__init__()
        self.kind, self._rows = kind, model
        self.setObjectName(f"signers_{kind.value}")
        self.setProperty("kind", "plain")
        self.setIcon(icon("chevron-down"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # The arrow belongs behind the words.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        # While it is open: an action must not go with its own click.
        self._menu.aboutToShow.connect(self.offer)

    def offer(self) -> None:
        """Fills the menu with the groups of the draft."""
        ceremony = self._rows.ceremony
        named = self._named()
        self._menu.clear()
        for group in dict.fromkeys((*groups_in(ceremony.officials), *named)):
            action = self._menu.addAction(self._words(group))
            action.setCheckable(True)
            action.setChecked(group in named)
            action.setData(group)
            action.toggled.connect(self._choose)

    def refresh(self) -> None:
        """Says what is chosen."""
        told = ", ".join(map(self._words, self._named())) or self.tr("semua")
        self.setText(self.tr("{kind}: {groups}").format(kind=self.kind.value, groups=told))
        self.setAccessibleName(
            self.tr("Yang menandatangani {kind}: {groups}").format(kind=self.kind.value, groups=told)
        )
        self.setVisible(self.kind in self._rows.ceremony.kinds)

    def _named(self) -> tuple[str, ...]:
        return dict(self._rows.ceremony.signers).get(self.kind, ())

    def _words(self, group: str) -> str:
        words = {COMMISSIONERS: self.tr("Ketua dan anggota"), SECRETARIAT: self.tr("Sekretariat")}
        return words.get(group) or unit_of(group)

    def _choose(self) -> None:
        named = tuple(str(action.data()) for action in self._menu.actions() if action.isChecked())
        others = tuple(pair for pair in self._rows.ceremony.signers if pair[0] is not self.kind)
        self._rows.choose_signers((*others, (self.kind, named)) if named else others)


class ArrangePanel(QWidget):
    """Groups, buttons and the list; ``model.ceremony`` is the draft as it is arranged."""

    def __init__(self, ceremony: Ceremony, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ArrangeModel(ceremony, self)
        self.table = ArrangeTable(self.model)
        self.table.setAccessibleName(self.tr("Peserta dan saksinya"))
        self.groups = [GroupsButton(kind, self.model) for kind in OF_ONE_PERSON]
        row = QHBoxLayout()
        row.setSpacing(BASE)
        for button in self.groups:
            row.addWidget(button)
        row.addStretch(1)
        for name, text, act in (
            ("by_rank", self.tr("Urutkan menurut pangkat dan unit"), self.model.order_by_rank),
            ("up", self.tr("Naik"), lambda: self.table.move_selected(-1)),
            ("down", self.tr("Turun"), lambda: self.table.move_selected(1)),
            ("usual", self.tr("Saksi menurut jenjang"), self.table.reset_selected),
        ):
            press = plain_button(text)
            press.setObjectName(name)
            press.setAutoDefault(False)
            press.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(press)
        hint = caption(
            self.tr(
                "Enter lalu tiga huruf nama memilih saksi; Delete mengembalikan menurut jenjang; Alt+↑ ↓ memindahkan. "
                "Dengan tetikus: seret orang ke saksinya, atau ke antara dua baris."
            )
        )
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BASE)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(hint)
        self.model.arranged.connect(self._refresh)
        self._refresh()

    def show_ceremony(self, ceremony: Ceremony) -> None:
        """Shows another draft."""
        self.model.show_ceremony(ceremony)
        self._refresh()
        self.table.choose("")

    def _refresh(self) -> None:
        for button in self.groups:
            button.refresh()
