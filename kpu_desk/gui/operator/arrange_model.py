"""Who signs what, witnessed by whom, in which order: a draft's people as a table that can be dragged and typed in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import DocumentKind, Role
from kpu_desk.domain.errors import KnownError, RuleError
from kpu_desk.domain.groups import Signers, by_rank_and_unit, moved
from kpu_desk.domain.officials import Official, in_protocol_order
from kpu_desk.domain.planning import roles_of_person
from kpu_desk.domain.witnessing import check_witness
from kpu_desk.gui.widgets import plain_tip

Index = QModelIndex | QPersistentModelIndex

NAME, OFFICE, UNIT, SIGNS, WITNESS = range(5)
_DRAGGED = "application/x-kpu-desk-people"


class ArrangeModel(QAbstractTableModel):
    """The people of a draft in calling order; ``ceremony`` is the draft as it is arranged now, kept nowhere else.

    Signals:
        arranged(): order, witnesses or signers are others now.
        refused(error): a choice that the rules do not allow; nothing has changed.
    """

    arranged = Signal()
    refused = Signal(object)

    def __init__(self, ceremony: Ceremony, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ceremony = ceremony
        self._people: tuple[Official, ...] = ()
        self.show_ceremony(ceremony)

    def show_ceremony(self, ceremony: Ceremony) -> None:
        """Shows another draft."""
        self.beginResetModel()
        self.ceremony = ceremony
        self._people = in_protocol_order(tuple(o for o in ceremony.officials if not o.added))
        self.endResetModel()

    def official(self, row: int) -> Official:
        """Who stands in a row."""
        return self._people[row]

    def row_of(self, official_id: str) -> int:
        """Where a person stands; -1 for nobody of this draft."""
        return next((row for row, official in enumerate(self._people) if official.id == official_id), -1)

    def candidates(self, official: Official) -> tuple[Official, ...]:
        """Who may witness a person, in protocol order."""
        return tuple(other for other in self._people if _may_witness(official, other))

    def choose_witness(self, official_ids: Collection[str], witness_id: str) -> None:
        """One witness for these people; whoever has him by the hierarchy anyway is no exception any more."""
        pairs = [pair for pair in self.ceremony.witnesses if pair[0] not in official_ids]
        try:
            witness = self.ceremony.official(witness_id)
            for official_id in official_ids:
                official = self.ceremony.official(official_id)
                check_witness(official, witness)
                if _usual_witness(self.ceremony, official) is not witness:
                    pairs.append((official_id, witness_id))
        except RuleError as error:
            self.refused.emit(error)
            return
        self._take(replace(self.ceremony, witnesses=tuple(pairs)))

    def reset_witness(self, official_ids: Collection[str]) -> None:
        """The witness of the hierarchy again."""
        kept = tuple(pair for pair in self.ceremony.witnesses if pair[0] not in official_ids)
        self._take(replace(self.ceremony, witnesses=kept))

    def choose_signers(self, signers: Signers) -> None:
        """Which groups sign what."""
        self._take(replace(self.ceremony, signers=signers))

    def move(self, official_id: str, by: int) -> bool:
        """Moves a person up (-1) or down (1); False at a border of protocol."""
        order = moved(self._people, official_id, by)
        if order == self._people:
            return False
        self._order(order)
        return True

    def order_by_rank(self) -> None:
        """By rank and unit, whatever was moved before."""
        self._order(by_rank_and_unit(self._people))

    def _order(self, people: tuple[Official, ...]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self._people
        added = tuple(official for official in self.ceremony.officials if official.added)
        self.ceremony = replace(self.ceremony, officials=(*people, *added))
        self._people = people
        places = {official.id: row for row, official in enumerate(people)}
        for index in self.persistentIndexList():
            self.changePersistentIndex(index, self.index(places[before[index.row()].id], index.column()))
        self.layoutChanged.emit()
        self.arranged.emit()

    def _take(self, ceremony: Ceremony) -> None:
        self.ceremony = ceremony
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._people) - 1, WITNESS))
        self.arranged.emit()

    # What Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._people)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (
                self.tr("Nama"),
                self.tr("Jabatan"),
                self.tr("Unit kerja"),
                self.tr("Menandatangani"),
                self.tr("Saksi"),
            )[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
        if not index.isValid():
            return usual
        usual |= Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() == WITNESS else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        official, column = self._people[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(official, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(official, column))
        if role == Qt.ItemDataRole.EditRole and column == WITNESS:
            witness = _witness(self.ceremony, official)
            return "" if witness is None else witness.name
        if role == Qt.ItemDataRole.FontRole and column == WITNESS and official.id in dict(self.ceremony.witnesses):
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != WITNESS:
            return False
        self.choose_witness((self._people[index.row()].id,), str(value))
        return True

    def mimeTypes(self) -> list[str]:
        return [_DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        dragged = dict.fromkeys(self._people[index.row()].id for index in indexes)
        data = QMimeData()
        data.setData(_DRAGGED, "\n".join(dragged).encode("utf-8"))
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        """On a person: that one witnesses whoever was dragged. Between two: whoever was dragged moves there."""
        dragged = bytes(data.data(_DRAGGED).data()).decode("utf-8").split("\n") if data.hasFormat(_DRAGGED) else []
        if not dragged or any(self.row_of(official_id) < 0 for official_id in dragged):
            return False
        if parent.isValid():
            self.choose_witness(dragged, self._people[parent.row()].id)
        elif row >= 0:
            self._drop_between(dragged[0], row)
        # False: Qt would take the rows away from where they were.
        return False

    def _drop_between(self, official_id: str, row: int) -> None:
        here = self.row_of(official_id)
        target = row - 1 if row > here else row
        while here != target and self.move(official_id, 1 if target > here else -1):
            here = self.row_of(official_id)

    def _text(self, official: Official, column: int) -> str:
        if column == WITNESS:
            return self._witness_text(official)
        if column == SIGNS:
            return self._roles(official)
        return {NAME: official.name, OFFICE: official.printed_office, UNIT: official.unit or ""}[column]

    def _witness_text(self, official: Official) -> str:
        if not self.ceremony.signs(official, DocumentKind.PI):
            return "–"
        witness = _witness(self.ceremony, official)
        if witness is None:
            return self.tr("belum ada")
        if official.id in dict(self.ceremony.witnesses):
            return self.tr("{name} (dipilih)").format(name=witness.name)
        return witness.name

    def _roles(self, official: Official) -> str:
        words = {
            Role.PIHAK_PERTAMA: self.tr("{kind} Pihak Pertama"),
            Role.PIHAK_KEDUA: self.tr("{kind} Pihak Kedua"),
        }
        roles = roles_of_person(self.ceremony, official)
        return " · ".join(words.get(role, "{kind}").format(kind=kind.value) for kind, role in roles)


def _witness(ceremony: Ceremony, official: Official) -> Official | None:
    try:
        return ceremony.witness_of(official)
    except KnownError:
        return None


def _usual_witness(ceremony: Ceremony, official: Official) -> Official | None:
    return _witness(replace(ceremony, witnesses=()), official)


def _may_witness(official: Official, other: Official) -> bool:
    try:
        check_witness(official, other)
    except RuleError:
        return False
    return True
