"""The list of forms as a model: the document, its file, whose words they are, and whether it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kpu_desk.domain.forms import Form, Wording
from kpu_desk.gui.look import State, state_icon
from kpu_desk.gui.widgets import plain_tip

if TYPE_CHECKING:
    from kpu_desk.services.form_texts import ListedForm

Index = QModelIndex | QPersistentModelIndex

DOCUMENT, FILE, VERSION, WORDING, STATE = range(5)


class FormTextsModel(QAbstractTableModel):
    """Rows of forms, the office's own first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ListedForm, ...] = ()

    def show_forms(self, forms: tuple[ListedForm, ...]) -> None:
        """Takes the newest list."""
        self.beginResetModel()
        self._rows = forms
        self.endResetModel()

    def listed(self, row: int) -> ListedForm | None:
        """The form in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, form_id: str, *, own: bool) -> int:
        """The row of a form; the first row where there is none."""
        return next((n for n, form in enumerate(self._rows) if (form.id, form.own) == (form_id, own)), 0)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            titles = (
                self.tr("Dokumen"),
                self.tr("Naskah"),
                self.tr("Versi"),
                self.tr("Kalimat"),
                self.tr("Keadaan"),
            )
            return titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        listed = self._rows[index.row()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == STATE:
            return state_icon(self._state(listed), 20)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            form = listed.form
            text = (
                listed.name,
                listed.id,
                form.version if form is not None else "–",
                self._wording(form),
                self._word(listed),
            )[index.column()]
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def _state(self, listed: ListedForm) -> State:
        if listed.error is not None:
            return State.WRONG
        return State.NOT_NEEDED if listed.replaced else State.SIGNED

    def _word(self, listed: ListedForm) -> str:
        if listed.error is not None:
            line = listed.error.facts.get("line")
            return self.tr("keliru, baris {line}").format(line=line) if line else self.tr("keliru")
        if listed.own:
            return self.tr("milik kantor")
        return self.tr("diganti kantor") if listed.replaced else self.tr("bawaan")

    def _wording(self, form: Form | None) -> str:
        if form is None:
            return "–"
        return self.tr("peraturan") if form.wording is Wording.REGULATION else self.tr("rancangan")
