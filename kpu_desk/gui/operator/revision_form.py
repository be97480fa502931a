"""A sealed Perjanjian Kinerja is revised: which, why, who signs it now; after it comes the form of its lampiran."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Cause
from kpu_desk.domain.content import role_label
from kpu_desk.domain.documents import Agreement, Attachment, Sheet
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.officials import Official, in_protocol_order
from kpu_desk.domain.revising import revisable, revision_of
from kpu_desk.gui.choice import Choice
from kpu_desk.gui.document_words import document_words
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.forms import FormDialog, opened
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.operator.official_form import OfficialForm
from kpu_desk.gui.operator.targets_editor import TargetsEditor
from kpu_desk.gui.widgets import plain_button

if TYPE_CHECKING:
    from kpu_desk.services.revising import Why


class RevisionForm(FormDialog):
    """Why, and by whom; its action goes on to the lampiran, and only that form revises anything."""

    def __init__(self, controller: DeskController, ceremony: Ceremony, parent: QWidget) -> None:
        super().__init__("", "", parent)
        self.set_titles(self.tr("Perubahan Perjanjian Kinerja"), self.tr("Lanjut: sasaran dan anggaran"))
        self._controller, self._ceremony, self._window = controller, ceremony, parent
        self._people: list[Official] = list(in_protocol_order(ceremony.officials))
        self.sheet = Choice()
        for sheet in revisable(ceremony):
            self.sheet.addItem(f"{sheet.serial}  {document_words(sheet.kind.full_name)}", sheet.id)
        self.cause = Choice()
        for cause, words in (
            (Cause.OFFICIAL, self.tr("Pergantian pejabat")),
            (Cause.PLAN, self.tr("Perubahan strategi, program, atau anggaran")),
            (Cause.PRIORITY, self.tr("Perubahan prioritas")),
            (Cause.OTHER, self.tr("Alasan lain, ditulis di bawah")),
        ):
            self.cause.addItem(words, cause.value)
        self.note = QLineEdit()
        self.note.setMaxLength(200)
        self.parties: dict[str, Choice] = {}
        self.newcomers: dict[str, QAction] = {}
        self.promoted: dict[str, QAction] = {}
        self.fields.add(
            "sheet", self.tr("Lembar"), self.sheet, self.tr("Rekaman lama tetap disimpan, bertanda digantikan.")
        )
        self.fields.add("cause", self.tr("Alasan"), self.cause)
        self.fields.add("note", self.tr("Keterangan"), self.note, self.tr("Tercetak pada rekaman yang baru."))
        for slot in self._sheet().slots:
            chooser = Choice()
            chooser.setMaxVisibleItems(12)
            self.parties[slot.key] = chooser
            role = document_words(role_label(ceremony, self._sheet(), slot.role))
            self.fields.add(slot.key, role, self._with_others(slot.key, chooser))
            chooser.setAccessibleName(role)
        self.body.addStretch(1)
        self._fill()
        self.sheet.currentIndexChanged.connect(self._fill)
        self.resize(760, 480)

    def submit(self) -> None:
        from kpu_desk.services.revising import Why

        cause, note = Cause(self.cause.currentData()), self.note.text().strip()
        chosen = {slot: one.currentIndex() for slot, one in self.parties.items() if one.isEnabled()}
        unsaid, same = cause is Cause.OTHER and not note, len(set(chosen.values())) < len(chosen)
        self.fields.complain("note", self.tr("Tulis alasannya.") if unsaid else "")
        last = next(reversed(self.parties))
        self.fields.complain(last, self.tr("Kedua pihak adalah orang yang sama.") if same else "")
        if not unsaid and not same:
            self._go_on(Why(cause, note, {slot: self._people[index] for slot, index in chosen.items()}))

    def _sheet(self) -> Sheet:
        return self._ceremony.sheet(str(self.sheet.currentData()))

    def _fill(self) -> None:
        """The people to choose from; at first who signed before."""
        for slot, chooser in self.parties.items():
            before = next((s.official_id for s in self._sheet().slots if s.key == slot), "")
            chooser.setEnabled(bool(before))
            chosen = chooser.currentIndex()
            chooser.clear()
            for one in self._people:
                office = self._ceremony.office_of(one.id) if one.id else one.printed_office
                chooser.addItem(f"{one.name} – {office}")
            ids = [one.id for one in self._people]
            chooser.setCurrentIndex(chosen if chosen >= 0 else ids.index(before) if before else -1)

    def _with_others(self, slot: str, chooser: Choice) -> QWidget:
        """The chooser of a party, and beside it who is not in the list: somebody new, or in another office now."""
        button = plain_button(self.tr("Lain"), "add")
        menu = QMenu(button)
        self.newcomers[slot] = menu.addAction(self.tr("Pejabat baru …"), lambda: self._ask(slot, None))
        promoted = self.promoted[slot] = menu.addAction(
            self.tr("Orang di daftar, jabatan baru …"), lambda: self._ask(slot, self._people[chooser.currentIndex()])
        )

        def name_him() -> None:
            chosen = chooser.currentIndex()
            promoted.setEnabled(chosen >= 0)
            if chosen >= 0:
                words = self.tr("{name}, jabatan baru …").format(name=self._people[chosen].name)
                promoted.setText(words.replace("&", "&&"))

        menu.aboutToShow.connect(name_him)
        button.setMenu(menu)
        whole = QWidget()
        whole.setFocusProxy(chooser)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(chooser, 1)
        row.addWidget(button)
        return whole

    def _ask(self, slot: str, known: Official | None) -> None:
        """Somebody who came into office since; ``known`` where it is somebody of the list who has another one now."""

        def keep(official: Official) -> bool:
            if known is not None and official.printed_office == known.printed_office:
                form.fields.complain("office", self.tr("Jabatannya masih sama."))
                return False
            self._people.append(replace(official, id="", added=True))
            self._fill()
            self.parties[slot].setCurrentIndex(len(self._people) - 1)
            return True

        desk = self._controller.desk
        today = desk.clock().astimezone(desk.profile.zone.tzinfo).date()
        units = tuple(dict.fromkeys(one.unit for one in self._people if one.unit))
        form = opened(OfficialForm(today, units, keep, known, self))
        if known is not None:
            form.set_titles(self.tr("Jabatan baru"), self.tr("Tambah"))
            form.office.selectAll()
            form.office.setFocus()

    def _go_on(self, why: Why) -> None:
        from kpu_desk.services import revising
        from kpu_desk.services.targets import further_columns, read_target_file

        controller, sheet = self._controller, self._sheet()
        agreement = sheet.agreement or Agreement.SECRETARIAT
        try:
            further = further_columns(controller.desk, self._ceremony, agreement)
        except KnownError as error:
            self.complain(advice_for(error).text)
            return
        before = revision_of(self._ceremony, sheet.id)
        attachment = self._ceremony.attachment_of(agreement) if before is None else before.attachment

        def keep(changed: Attachment) -> bool:
            desk = controller.desk
            if not controller.on_ceremony(lambda c: revising.revise(desk, c.id, sheet.id, why, changed)):
                return False
            after = desk.ceremony(self._ceremony.id)
            words = self.tr("{new} akan menggantikan {old}; ditandatangani dalam penandatanganan susulan (F5).")
            controller.said.emit(words.format(new=after.sheets[-1].serial, old=sheet.serial))
            self.accept()
            return True

        editor = TargetsEditor(
            controller.desk.profile.short_name,
            attachment,
            keep,
            lambda path: read_target_file(path, further),
            further=further,
            commission=agreement is Agreement.COMMISSION,
            parent=self,
        )
        editor.set_titles(self.tr("Lampiran Perjanjian Kinerja yang baru"), self.tr("Buat lembar perubahan"))
        opened(editor)
