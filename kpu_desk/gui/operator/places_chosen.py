"""The place in hand: whose it is and where it stands, exact to a tenth of a millimetre; and the choice of whose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from kpu_desk.domain.documents import Role
from kpu_desk.domain.places import MOST_SIGNERS, Place, PlaceKind
from kpu_desk.gui.dressing import dress_spin
from kpu_desk.gui.own_words import role_names
from kpu_desk.gui.widgets import caption

_TURN_WIDTH = 84


class WhoseChoice(QWidget):
    """A role, and for one of several signers his number in the order of protocol.

    Signals:
        changed(): the person chose.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = QComboBox()
        self.role.setAccessibleName(self.tr("Milik siapa"))
        self.turn = QSpinBox()
        self.turn.setRange(1, MOST_SIGNERS)
        self.turn.setFixedWidth(_TURN_WIDTH)
        self.turn.setAccessibleName(self.tr("Urutan menurut protokol"))
        dress_spin(self.turn)
        self.turn.setToolTip(self.turn.accessibleName())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self._titles = (caption(self.tr("Milik siapa")), caption(self.tr("Urutan")))
        for column, (title, control) in enumerate(zip(self._titles, (self.role, self.turn), strict=True)):
            title.setBuddy(control)
            grid.addWidget(title, 0, column)
            grid.addWidget(control, 1, column)
        grid.setColumnStretch(0, 1)
        self.role.currentIndexChanged.connect(lambda _index: self._chose())
        self.turn.valueChanged.connect(lambda _value: self.changed.emit())

    def offer(self, roles: Sequence[Role]) -> None:
        """Offers these roles, the first one chosen."""
        words = role_names()
        with QSignalBlocker(self.role):
            self.role.clear()
            for role in roles:
                self.role.addItem(words[role.value], role)
        self._chose()

    def show_whose(self, place: Place | None) -> None:
        """Shows whose a place is; nothing where it is nobody's, or where its role is not offered."""
        personal = place is not None and place.kind.personal
        with QSignalBlocker(self.role), QSignalBlocker(self.turn):
            self.role.setCurrentIndex(self.role.findData(place.role) if place is not None and personal else -1)
            self.turn.setValue(1 if place is None else place.turn)
        self.set_kind(place.kind if place is not None else None)

    def set_kind(self, kind: PlaceKind | None) -> None:
        """Asks only where places of this kind are somebody's."""
        self.role.setEnabled(kind is not None and kind.personal)
        self._show_turn()

    def whose(self, kind: PlaceKind) -> tuple[Role | None, int]:
        """Role and turn of a place of this kind."""
        role = self._role() if kind.personal else None
        return role, self.turn.value() if role is Role.PENANDA_TANGAN else 1

    def _role(self) -> Role | None:
        found = self.role.currentData()
        return None if found is None else Role(found)

    def _chose(self) -> None:
        self._show_turn()
        self.changed.emit()

    def _show_turn(self) -> None:
        numbered = self.role.isEnabled() and self._role() is Role.PENANDA_TANGAN
        for part in (self._titles[1], self.turn):
            part.setVisible(numbered)


class ChosenPlace(QWidget):
    """Entries for one place.

    Args:
        sizes_um: of the pages.

    Signals:
        edited(Place): the person made it another one.
    """

    edited = Signal(object)

    def __init__(self, sizes_um: Sequence[tuple[int, int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes = sizes_um
        self._place: Place | None = None
        self._filling = False
        self.whose = WhoseChoice()
        self.measures = {name: _millimetres() for name in ("left", "top", "width", "height")}
        words = {
            "left": self.tr("Dari kiri"),
            "top": self.tr("Dari atas"),
            "width": self.tr("Lebar"),
            "height": self.tr("Tinggi"),
        }
        grid = QGridLayout()
        for number, (name, spin) in enumerate(self.measures.items()):
            spin.setObjectName(name)
            spin.setAccessibleName(words[name])
            title = caption(words[name])
            title.setBuddy(spin)
            grid.addWidget(title, number // 2 * 2, number % 2)
            grid.addWidget(spin, number // 2 * 2 + 1, number % 2)
            spin.valueChanged.connect(lambda _value: self._measured())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.whose)
        column.addLayout(grid)
        self.whose.changed.connect(self._owned)

    def offer(self, roles: Sequence[Role]) -> None:
        """The roles that a place of this document can have."""
        self._filling = True
        self.whose.offer(roles)
        self._filling = False
        self.show_place(self._place)

    def show_place(self, place: Place | None) -> None:
        """Shows the place in hand, or that there is none."""
        self._place, self._filling = place, True
        self.whose.show_whose(place)
        for spin in self.measures.values():
            spin.setEnabled(place is not None)
        if place is not None:
            top = self._sizes[place.page][1] - place.y_um - place.height_um
            values = (place.x_um, top, place.width_um, place.height_um)
            for spin, value in zip(self.measures.values(), values, strict=True):
                spin.setValue(value / 1000)
        self._filling = False

    def _owned(self) -> None:
        place = self._place
        if place is not None and place.kind.personal and not self._filling:
            role, turn = self.whose.whose(place.kind)
            self.edited.emit(replace(place, role=role, turn=turn))

    def _measured(self) -> None:
        place = self._place
        if place is None or self._filling:
            return
        left, top, width, height = (round(spin.value() * 1000) for spin in self.measures.values())
        y = self._sizes[place.page][1] - top - height
        self.edited.emit(replace(place, x_um=left, y_um=y, width_um=width, height_um=height))


def _millimetres() -> QDoubleSpinBox:
    """An entry of a length, exact to a tenth of a millimetre."""
    spin = QDoubleSpinBox()
    spin.setRange(0, 1_200)
    spin.setDecimals(1)
    spin.setSingleStep(1)
    spin.setSuffix(" mm")
    spin.setKeyboardTracking(False)
    dress_spin(spin)
    return spin
