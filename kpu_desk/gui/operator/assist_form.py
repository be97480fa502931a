"""Calling a person who cannot read or cannot write: in which way, with which helper, before which two witnesses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kpu_desk.domain.assisting import Help, Way, check_help
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.officials import Official, in_protocol_order
from kpu_desk.domain.witnessing import check_witness, same_person
from kpu_desk.gui.choice import Choice
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.forms import FormDialog


class AssistForm(FormDialog):
    """Four lists; only who is here can be chosen.

    Args:
        call: puts the person before the signer's window; gives False when that was refused, and the form stays open.
    """

    def __init__(
        self, ceremony: Ceremony, official: Official, call: Callable[[Help], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.set_titles(self.tr("Tanda tangan dengan bantuan"), self.tr("Panggil"))
        self._ceremony, self._official, self._call = ceremony, official, call
        self.way = Choice()
        for words, way in (
            (self.tr("Tidak dapat membaca: dibacakan, lalu menandatangani"), Way.READ_TO),
            (self.tr("Tidak dapat menulis: membubuhkan tanda di layar"), Way.MARK),
            (self.tr("Tidak dapat menulis: cap jempol pada lembar kertas"), Way.THUMB),
        ):
            self.way.addItem(words, way.value)
        here = [o for o in in_protocol_order(ceremony.officials) if o.id in ceremony.present]
        others = [o for o in here if not same_person(o, official)]
        self.helper = _people(ceremony, others)
        self.witnesses = tuple(_people(ceremony, [o for o in others if _fit(official, o)]) for _ in range(2))
        self.fields.add("way", self.tr("Cara"), self.way, self.tr("Naskah selalu dibacakan dan dijelaskan."))
        self.fields.add(
            "helper",
            self.tr("Pendamping"),
            self.helper,
            self.tr("Membacakan, menjelaskan, dan menyatakannya di layar penanda tangan."),
        )
        for number, witness in enumerate(self.witnesses, 1):
            hint = self.tr("Keduanya hadir, bukan pendamping, dan bukan Plt., Plh., atau a.n.") if number > 1 else ""
            self.fields.add(f"witness_{number}", self.tr("Saksi {number}").format(number=number), witness, hint)
        self.body.addStretch(1)
        self.resize(720, 440)
        self.way.setFocus()

    def helping(self) -> Help:
        """What is chosen; empty ids where nobody is."""
        return Help(
            Way(str(self.way.currentData())),
            str(self.helper.currentData() or ""),
            tuple(str(witness.currentData() or "") for witness in self.witnesses),
        )

    def submit(self) -> None:
        chosen = self.helping()
        try:
            check_help(chosen, self._official, self._ceremony.official, self._ceremony.present)
        except RuleError as error:
            self.complain(advice_for(error).text)
            return
        if self._call(chosen):
            self.accept()


def _people(ceremony: Ceremony, officials: list[Official]) -> Choice:
    made = Choice()
    made.setMaxVisibleItems(12)
    for official in officials:
        made.addItem(f"{official.name} – {ceremony.office_of(official.id)}", official.id)
    made.setCurrentIndex(-1)
    return made


def _fit(signer: Official, witness: Official) -> bool:
    try:
        check_witness(signer, witness)
    except RuleError:
        return False
    return True
