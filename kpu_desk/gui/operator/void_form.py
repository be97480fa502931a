"""Wrong person or wrong sheet: which signed sheet becomes void, and why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Fault
from kpu_desk.domain.documents import Sheet
from kpu_desk.domain.officials import Official
from kpu_desk.gui.choice import Choice
from kpu_desk.gui.document_words import sheet_words
from kpu_desk.gui.errors import Advice
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.language import translate

_MOST_NAMES = 4


def voidable(ceremony: Ceremony, official_id: str) -> tuple[Sheet, ...]:
    """The signed sheets on which a person stands; a private one is nobody's business at the desk (domain.md 3.3)."""
    return tuple(
        sheet
        for sheet in ceremony.sheets
        if not sheet.private
        and ceremony.signed_slots(sheet.id)
        and (sheet.subject_id == official_id or any(slot.official_id == official_id for slot in sheet.slots))
    )


def void_form(controller: DeskController, ceremony: Ceremony, official: Official, parent: QWidget) -> VoidForm | None:
    """The form for one person's signed sheets; None where there are none, and the desk says so."""
    sheets = voidable(ceremony, official.id)
    if not sheets:
        words = translate("VoidForm", "Belum ada lembar {name} yang ditandatangani.").format(
            name=ceremony.named(official.id)
        )
        advice = translate("VoidForm", "Yang belum ditandatangani cukup diperbaiki.")
        controller.problem.emit(Advice(words, advice))
        return None

    def keep(sheet_id: str, fault: Fault, note: str) -> bool:
        if not controller.make_void(sheet_id, fault, note):
            return False
        after = controller.desk.ceremony(ceremony.id)
        void = after.voids[-1]
        new = after.sheet(void.replaced_by)
        words = translate("VoidForm", "Lembar {old} batal; {new} menunggu tanda tangan.")
        controller.said.emit(words.format(old=void.sheet.serial, new=new.serial))
        return True

    return VoidForm(ceremony, sheets, keep, parent)


class VoidForm(FormDialog):
    """One of a person's signed sheets, a reason chosen or written; what is void with it stands under the sheet.

    Args:
        keep: takes the sheet's id, the fault and the note; gives False when a service refused it.
    """

    def __init__(
        self,
        ceremony: Ceremony,
        sheets: tuple[Sheet, ...],
        keep: Callable[[str, Fault, str], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.set_titles(self.tr("Batalkan lembar"), self.tr("Batalkan lembar"))
        self.cancel_button.setText(self.tr("Kembali"))
        # Nothing brings the sheet back: Enter in the note must not make it void.
        self.ok_button.setDefault(False)
        self.ok_button.setAutoDefault(False)
        self._ceremony, self._keep = ceremony, keep
        self.sheet = Choice()
        for sheet in sheets:
            subject = "" if sheet.subject_id is None else f" – {ceremony.named(sheet.subject_id)}"
            self.sheet.addItem(f"{sheet.serial}  {sheet_words(ceremony, sheet)}{subject}", sheet.id)
        self.reason = Choice()
        self.reason.setPlaceholderText(self.tr("Pilih alasan"))
        for fault, words in (
            (Fault.WRONG_PERSON, self.tr("Orang keliru: yang menandatangani bukan orangnya")),
            (Fault.WRONG_SHEET, self.tr("Lembar keliru: orangnya benar, lembarnya tidak")),
            (Fault.OTHER, self.tr("Alasan lain, ditulis di bawah")),
        ):
            self.reason.addItem(words, fault)
        self.reason.setCurrentIndex(-1)
        self.note = QLineEdit()
        self.fields.add("sheet", self.tr("Lembar"), self.sheet, " ")
        self.fields.add("reason", self.tr("Alasan"), self.reason)
        self.fields.add("note", self.tr("Keterangan"), self.note, self.tr("Tercetak di Berita Acara."))
        self.body.addStretch(1)
        self.sheet.currentIndexChanged.connect(self._say_what_goes)
        self._say_what_goes()
        self.reason.setFocus()
        self.resize(720, 380)

    def submit(self) -> None:
        chosen, note = self.reason.currentData(), self.note.text().strip()
        self.fields.complain("reason", "" if chosen is not None else self.tr("Pilih alasannya."))
        # Qt keeps an enumeration of words as the bare word.
        unsaid = chosen == Fault.OTHER and not note
        self.fields.complain("note", self.tr("Tulis alasannya.") if unsaid else "")
        if chosen is not None and not unsaid and self._keep(str(self.sheet.currentData()), Fault(chosen), note):
            self.accept()

    def _say_what_goes(self) -> None:
        sheet_id = str(self.sheet.currentData())
        signatures = self._ceremony.signatures_of(sheet_id)
        names = [self._ceremony.named(signature.official_id) for signature in signatures]
        if len(names) > _MOST_NAMES:
            words = self.tr(
                "Batal bersama {n} tanda tangannya; lembar pengganti ditandatangani lagi oleh semuanya.", "", len(names)
            ).format(n=len(names))
        else:
            words = self.tr("Batal bersama tanda tangan {names}; lembar pengganti dibuat, yang batal tetap disimpan.")
            words = words.format(names=", ".join(names))
        self.fields.advise("sheet", words)
