"""The register's table: which columns there is room for, and how wide each may be."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kpu_desk.gui.dressing import dress_table
from kpu_desk.gui.look import BASE
from kpu_desk.gui.secretary.register_model import KIND, NAMES, NUMBER, SEALED, RegisterModel

_ROOM_FOR_KINDS = 1_500
_ROOM_FOR_TIMES = 1_000
"""Pixels of the window."""
_LONG_NUMBER, _SHORT_NUMBER = 212, 120


class RegisterTable(QTableView):
    """Names of people have whatever the other columns do not need."""

    def __init__(self, model: RegisterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("register")
        self.setAccessibleName(self.tr("Register rekaman"))
        self.setModel(model)
        dress_table(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self._longest_number = _SHORT_NUMBER
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(NAMES, QHeaderView.ResizeMode.Stretch)
        # The long document names are told by the number already; names of people must have the room.
        head.setSectionResizeMode(KIND, QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(KIND, 180)
        head.setSectionResizeMode(NUMBER, QHeaderView.ResizeMode.Interactive)
        for changed in (model.modelReset, model.dataChanged):
            changed.connect(self._fit_numbers)

    def fit(self, width: int) -> None:
        """Chooses the columns for a window of this width in pixels."""
        self.setColumnHidden(KIND, width < _ROOM_FOR_KINDS)
        self.setColumnHidden(SEALED, width < _ROOM_FOR_TIMES)
        self._longest_number = _LONG_NUMBER if width >= _ROOM_FOR_TIMES else _SHORT_NUMBER
        self._fit_numbers()

    def _fit_numbers(self) -> None:
        """A number gets what it needs and no more than a long one: most kinds have none, and names need the room."""
        needed = max(self.sizeHintForColumn(NUMBER), self.horizontalHeader().sectionSizeHint(NUMBER)) + BASE
        self.setColumnWidth(NUMBER, min(needed, self._longest_number))
