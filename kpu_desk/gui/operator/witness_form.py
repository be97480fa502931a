"""Choosing another witness for one person's Pakta Integritas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QWidget

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.officials import Official, in_protocol_order
from kpu_desk.gui.forms import FormDialog


class WitnessForm(FormDialog):
    """One list of everybody but the person.

    Args:
        keep: takes the witness's id; gives False when a service refused it, and the form stays open.
    """

    def __init__(
        self, ceremony: Ceremony, official: Official, keep: Callable[[str], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.set_titles(self.tr("Pilih saksi"), self.tr("Simpan"))
        self._keep = keep
        self.witness = QComboBox()
        self.witness.setMaxVisibleItems(12)
        for other in in_protocol_order(ceremony.officials):
            if other.id != official.id:
                self.witness.addItem(f"{other.name} – {ceremony.office_of(other.id)}", other.id)
        self.witness.setMinimumContentsLength(40)
        self.witness.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        try:
            self.witness.setCurrentIndex(self.witness.findData(ceremony.witness_of(official).id))
        except RuleError:
            self.witness.setCurrentIndex(-1)
        self.fields.add(
            "witness",
            self.tr("Saksi"),
            self.witness,
            self.tr("Menyaksikan Pakta Integritas {name}.").format(name=ceremony.named(official.id)),
        )
        self.body.addStretch(1)
        self.resize(680, 260)

    def submit(self) -> None:
        chosen = self.witness.currentData()
        if chosen is None:
            self.complain(self.tr("Pilih seorang saksi."))
        elif self._keep(str(chosen)):
            self.accept()
