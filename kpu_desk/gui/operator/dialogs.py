"""The forms and questions that the desk opens; each over the desk's own window only, and none stops the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import Agreement
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.officials import Official
from kpu_desk.domain.readiness import Machine
from kpu_desk.domain.roster import RosterReading
from kpu_desk.domain.roster_mapping import SheetSketch
from kpu_desk.gui.asking import Answer, ask
from kpu_desk.gui.errors import advice_for, guarded
from kpu_desk.gui.operator.controller import DeskController

if TYPE_CHECKING:
    from kpu_desk.domain.assisting import Help
    from kpu_desk.gui.operator.assist_form import AssistForm
    from kpu_desk.gui.operator.ceremony_form import CeremonyForm
    from kpu_desk.gui.operator.closing_words import ClosingWordsView
    from kpu_desk.gui.operator.declaration_form import DeclarationForm
    from kpu_desk.gui.operator.import_mapping import ImportMapping
    from kpu_desk.gui.operator.import_preview import ImportPreview
    from kpu_desk.gui.operator.official_form import OfficialForm
    from kpu_desk.gui.operator.own_documents import OwnDocuments
    from kpu_desk.gui.operator.sheet_viewer import SheetViewer
    from kpu_desk.gui.operator.shortcuts_sheet import ShortcutsSheet
    from kpu_desk.gui.operator.targets_editor import TargetsEditor
    from kpu_desk.gui.operator.void_form import VoidForm
    from kpu_desk.gui.operator.witness_form import WitnessForm
    from kpu_desk.services.form_choice import OwnForm

# The forms are loaded when they are opened: together they would hold the first painting of the desk back.
_Form = TypeVar("_Form", bound=QDialog)


class DeskDialogs(QObject):
    """Opens forms for a controller; what they give goes straight back to it."""

    def __init__(self, controller: DeskController, window: QWidget) -> None:
        super().__init__(window)
        self._controller = controller
        self._window = window
        self._own: OwnDocuments | None = None

    def new_ceremony(self) -> CeremonyForm:
        """A form with the defaults of the office."""
        from kpu_desk.gui.operator.ceremony_form import CeremonyForm

        controller = self._controller
        return self._open(
            CeremonyForm(
                controller.desk.profile,
                self._today(),
                controller.create,
                own_forms=self._own_forms(),
                parent=self._window,
            )
        )

    def edit_ceremony(self) -> CeremonyForm | None:
        """The draft's own form."""
        from kpu_desk.gui.operator.ceremony_form import CeremonyForm

        ceremony = self._controller.ceremony
        if ceremony is None:
            return None
        controller = self._controller
        return self._open(
            CeremonyForm(
                controller.desk.profile,
                self._today(),
                controller.change_plan,
                ceremony,
                own_forms=self._own_forms(),
                parent=self._window,
            )
        )

    def choose_roster(self) -> None:
        """The file dialog; the reading comes back by the controller's ``read``."""
        dialog = QFileDialog(self._window, self.tr("Impor daftar pejabat"))
        dialog.setNameFilters([self.tr("Daftar pejabat (*.xlsx *.csv)"), self.tr("Semua berkas (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self._controller.read_roster(Path(chosen)))
        dialog.rejected.connect(lambda: self._controller.expect_roster(wanted=False))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        QTimer.singleShot(0, dialog, self._controller.expect_roster)

    def preview(self, reading: RosterReading, file_name: str) -> ImportPreview:
        """What the file would bring."""
        from kpu_desk.gui.operator.import_preview import ImportPreview
        from kpu_desk.services.roster_sentences import problem_sentence

        controller, ceremony = self._controller, self._controller.ceremony
        choice = (
            controller.choice if controller.choice is not None and controller.choice.path.name == file_name else None
        )

        def mark(marked: bool) -> None:
            if choice is not None:
                controller.read_roster(choice.path, replace(choice, marked=marked))

        return self._open(
            ImportPreview(
                reading,
                file_name,
                sentence=problem_sentence,
                replaces=len(ceremony.officials) if ceremony is not None else 0,
                keep=lambda: controller.import_roster(reading, file_name),
                again=controller.sketch_roster if choice is not None else None,
                mark=mark if choice is not None else None,
                marked=choice is not None and choice.marked,
                parent=self._window,
            )
        )

    def point_at_columns(self, sketches: Sequence[SheetSketch]) -> ImportMapping | None:
        """The worksheets of the file that is being imported, with its columns to point at."""
        from kpu_desk.gui.operator.import_mapping import ImportMapping

        controller = self._controller
        if controller.choice is None:
            return None
        return self._open(
            ImportMapping(
                controller.choice,
                sketches,
                lambda choice: controller.read_roster(choice.path, choice),
                self._window,
            )
        )

    def save_roster(self) -> None:
        """The file dialog for the people on the desk; an XLSX or CSV file, by its ending."""
        ceremony = self._controller.ceremony
        if ceremony is None:
            return
        dialog = QFileDialog(self._window, self.tr("Simpan daftar pejabat"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Buku Kerja Excel (*.xlsx)"), self.tr("CSV (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("csv" if "csv" in chosen else "xlsx"))
        dialog.selectFile(self.tr("Daftar pejabat {year}").format(year=ceremony.year))
        dialog.fileSelected.connect(lambda chosen: self._controller.save_roster(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add_official(self) -> OfficialForm:
        """An empty form of a person."""
        from kpu_desk.gui.operator.official_form import OfficialForm

        return self._open(OfficialForm(self._today(), self._units(), self._controller.add_official, None, self._window))

    def edit_official(self, official_id: str) -> OfficialForm | None:
        """The form of one person."""
        from kpu_desk.gui.operator.official_form import OfficialForm

        official = self._official(official_id)
        if official is None:
            return None
        return self._open(
            OfficialForm(self._today(), self._units(), self._controller.correct_official, official, self._window)
        )

    def remove_official(self, official_id: str) -> None:
        """Asks, then removes."""
        official = self._official(official_id)
        if official is None:
            return
        ask(
            self._window,
            self.tr("Keluarkan dari daftar"),
            self.tr(
                "Keluarkan {name} dari daftar? Lembarnya yang belum ditandatangani ikut dihapus dari upacara ini."
            ).format(name=official.name),
            Answer(self.tr("Keluarkan"), lambda: self._controller.remove_official(official_id)),
            stay=self.tr("Batal"),
        )

    def assist(self, official_id: str, call: Callable[[str, Help], bool]) -> AssistForm | None:
        """How a person is helped; then ``call`` puts the person before the signer's window."""
        from kpu_desk.gui.operator.assist_form import AssistForm

        ceremony, official = self._controller.ceremony, self._official(official_id)
        if ceremony is None or official is None:
            return None
        return self._open(AssistForm(ceremony, official, lambda helping: call(official_id, helping), self._window))

    def choose_witness(self, official_id: str) -> WitnessForm | None:
        """The list of possible witnesses."""
        from kpu_desk.gui.operator.witness_form import WitnessForm

        ceremony, official = self._controller.ceremony, self._official(official_id)
        if ceremony is None or official is None:
            return None
        return self._open(
            WitnessForm(
                ceremony,
                official,
                lambda witness: self._controller.choose_witness(official_id, witness),
                self._window,
            )
        )

    def targets(self, agreement: Agreement = Agreement.SECRETARIAT) -> TargetsEditor | None:
        """The lampiran of one Perjanjian Kinerja, with the columns of the office's form."""
        from kpu_desk.gui.operator.targets_editor import TargetsEditor
        from kpu_desk.services.targets import further_columns, read_target_file

        controller, ceremony = self._controller, self._controller.ceremony
        if ceremony is None:
            return None
        try:
            further = further_columns(controller.desk, ceremony, agreement)
        except KnownError as error:
            controller.problem.emit(advice_for(error))
            return None
        return self._open(
            TargetsEditor(
                controller.desk.profile.short_name,
                ceremony.attachment_of(agreement),
                lambda attachment: controller.set_attachment(attachment, agreement),
                lambda path: read_target_file(path, further),
                further=further,
                commission=agreement is Agreement.COMMISSION,
                parent=self._window,
            )
        )

    def own_document(self) -> None:
        """The way of an office's own PDF into the ceremony."""
        self.own_documents().choose()

    def remove_document(self, document_id: str) -> None:
        """Takes a document of the office out of the draft."""
        from kpu_desk.services import own_documents

        controller, ceremony = self._controller, self._controller.ceremony
        if ceremony is not None:
            guarded(
                lambda: controller.took(own_documents.remove_document(controller.desk, ceremony.id, document_id)),
                controller.problem.emit,
            )

    def own_documents(self) -> OwnDocuments:
        """The steps of that way; made at their first use."""
        from kpu_desk.gui.operator.own_documents import OwnDocuments

        if self._own is None:
            self._own = OwnDocuments(self._controller, self._window)
        return self._own

    def declaration(self, official_id: str) -> DeclarationForm | None:
        """The private declaration of one person; what was declared is not shown again."""
        from kpu_desk.domain.declaring import has_declared
        from kpu_desk.gui.operator.declaration_form import DeclarationForm
        from kpu_desk.services.declaring import declaration_fields

        controller, ceremony, official = self._controller, self._controller.ceremony, self._official(official_id)
        if ceremony is None or official is None:
            return None
        try:
            blanks = declaration_fields(controller.desk, ceremony.id)
        except KnownError as error:
            controller.problem.emit(advice_for(error))
            return None
        return self._open(
            DeclarationForm(
                official,
                blanks,
                noted=has_declared(ceremony, official_id),
                keep=lambda answers: controller.declare(official_id, answers),
                take_back=lambda: controller.withdraw_declaration(official_id),
                parent=self._window,
            )
        )

    def void_sheet(self, official_id: str) -> VoidForm | None:
        """The signed sheets of one person, to make one of them void."""
        from kpu_desk.gui.operator.void_form import void_form

        ceremony, official = self._controller.ceremony, self._official(official_id)
        if ceremony is None or official is None:
            return None
        form = void_form(self._controller, ceremony, official, self._window)
        return None if form is None else self._open(form)

    def close_ceremony(self) -> None:
        """Asks with the counts, then closes."""
        ceremony = self._controller.ceremony
        if ceremony is None:
            return
        missing = sum(not ceremony.is_complete(sheet) for sheet in ceremony.sheets)
        question = self.tr("Tutup upacara “{title}”? Hitungannya dibekukan dan Berita Acara disusun.")
        if missing:
            question += " " + self.tr("{n} lembar belum lengkap; penanda tangannya dapat menyusul.", "", missing)
        ask(
            self._window,
            self.tr("Tutup upacara"),
            question.format(title=ceremony.title, n=missing),
            Answer(self.tr("Tutup upacara"), self._close, "primary"),
            stay=self.tr("Batal"),
        )

    def open_ceremony(self, machine: Machine | None = None, reason: str = "") -> None:
        """Asks for the closing words of the office's ceremony before, if there was one; then opens."""
        from kpu_desk.gui.operator.closing_words import ClosingWordsForm
        from kpu_desk.services import closing_lists

        controller = self._controller
        previous = closing_lists.previous_closing(controller.desk)
        if previous is None:
            controller.said.emit(self.tr("Upacara pertama kantor ini: belum ada kata penutup yang ditanyakan."))
            controller.open_ceremony((), machine, reason)
            return
        self._open(
            ClosingWordsForm(
                previous.ceremony.title,
                lambda said: closing_lists.compare_previous(controller.desk, said),
                lambda said: controller.open_ceremony(said, machine, reason),
                self._window,
            )
        )

    def closing_words(self) -> ClosingWordsView | None:
        """The words of the closed ceremony, large."""
        from kpu_desk.gui.operator.closing_words import ClosingWordsView
        from kpu_desk.services.closing_lists import words_of_ceremony

        ceremony = self._controller.ceremony
        words = () if ceremony is None else words_of_ceremony(self._controller.desk, ceremony.id)
        if ceremony is None or not words:
            return None
        return self._open(ClosingWordsView(ceremony.title, words, self._window))

    def _close(self) -> None:
        if self._controller.close_ceremony():
            self.closing_words()

    def view_sheets(self, official_id: str) -> SheetViewer | None:
        """The frozen sheets, beginning with one person's; stays open beside the desk."""
        from kpu_desk.gui.operator.sheet_viewer import SheetViewer

        ceremony = self._controller.ceremony
        if ceremony is None or not ceremony.sheets:
            return None
        viewer = SheetViewer(self._controller.desk, ceremony, official_id, self._window)
        viewer.finished.connect(viewer.deleteLater)
        viewer.show()
        return viewer

    def shortcuts(self) -> ShortcutsSheet:
        """The sheet of keys."""
        from kpu_desk.gui.operator.shortcuts_sheet import ShortcutsSheet

        return self._open(ShortcutsSheet(self._window))

    def _open(self, form: _Form) -> _Form:
        form.finished.connect(form.deleteLater)
        form.open()
        return form

    def _today(self) -> date:
        desk = self._controller.desk
        return desk.clock().astimezone(desk.profile.zone.tzinfo).date()

    def _official(self, official_id: str) -> Official | None:
        ceremony: Ceremony | None = self._controller.ceremony
        if ceremony is None:
            return None
        return next((o for o in ceremony.officials if o.id == official_id), None)

    def _own_forms(self) -> Mapping[str, tuple[OwnForm, ...]]:
        from kpu_desk.services.form_choice import own_forms

        return own_forms(self._controller.desk)

    def _units(self) -> tuple[str, ...]:
        ceremony = self._controller.ceremony
        units = (o.unit for o in ceremony.officials if o.unit) if ceremony is not None else ()
        return tuple(dict.fromkeys(units))
