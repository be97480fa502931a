"""Witnesses, order and groups of a draft, in one window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.errors import KnownError
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.operator.arrange_panel import ArrangePanel


class ArrangeForm(FormDialog):
    """The list of a draft; Ctrl+Enter keeps it.

    Args:
        official_id: who is selected at first.
        keep: takes the draft as it was arranged; gives False when a service refused it, and the form stays open.
    """

    def __init__(
        self, ceremony: Ceremony, official_id: str, keep: Callable[[Ceremony], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.set_titles(self.tr("Saksi dan urutan"), self.tr("Simpan"))
        self._keep = keep
        self.panel = ArrangePanel(ceremony)
        self.fields.hide()
        self.body.addWidget(self.panel, 1)
        self.panel.model.refused.connect(self._refuse)
        self.panel.model.arranged.connect(lambda: self.complain(""))
        QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Return), self, self.submit)
        self.resize(1500, 860)
        self.panel.table.choose(official_id)
        self.panel.table.setFocus()

    def submit(self) -> None:
        if self._keep(self.panel.model.ceremony):
            self.accept()

    def _refuse(self, error: KnownError) -> None:
        self.complain(advice_for(error).text)
