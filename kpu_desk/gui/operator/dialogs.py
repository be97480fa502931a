"""The forms and questions that the desk opens; each over the desk's own window only, and none stops the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import Agreement
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.officials import Official
from kpu_desk.domain.readiness import Machine
from kpu_desk.gui.asking import Answer, ask
from kpu_desk.gui.errors import advice_for, guarded
from kpu_desk.gui.forms import opened
from kpu_desk.gui.operator.controller import DeskController

if TYPE_CHECKING:
    from kpu_desk.domain.assisting import Help
    from kpu_desk.gui.operator.assist_form import AssistForm
    from kpu_desk.gui.operator.calling import Calling
    from kpu_desk.gui.operator.ceremony_form import CeremonyForm
    from kpu_desk.gui.operator.closing_words import ClosingWordsView
    from kpu_desk.gui.operator.declaration_form import DeclarationForm
    from kpu_desk.gui.operator.official_form import OfficialForm
    from kpu_desk.gui.operator.own_documents import OwnDocuments
    from kpu_desk.gui.operator.pattern_acts import PatternActs
    from kpu_desk.gui.operator.sheet_viewer import SheetViewer
    from kpu_desk.gui.operator.shortcuts_sheet import ShortcutsSheet
    from kpu_desk.gui.operator.targets_editor import TargetsEditor
    from kpu_desk.gui.operator.void_form import VoidForm
    from kpu_desk.services.form_choice import OwnForm

# The forms are loaded when they are opened: together they would hold the first painting of the desk back.


class DeskDialogs(QObject):
    """Opens forms for a controller; what they give goes straight back to it.

    Signals:
        words_shown(words): the desk shows the closing words, for reading aloud; none when it is done.
    """

    words_shown = Signal(object)

    def __init__(self, controller: DeskController, window: QWidget) -> None:
        super().__init__(window)
        self._controller = controller
        self._window = window
        self._own: OwnDocuments | None = None
        self._patterns: PatternActs | None = None

    def new_ceremony(self) -> CeremonyForm:
        """A form with the defaults of the office."""
        from kpu_desk.gui.operator.ceremony_form import CeremonyForm

        controller = self._controller
        return opened(
            CeremonyForm(
                controller.desk.profile,
                self._today(),
                controller.create,
                own_forms=self._own_forms(),
                parent=self._window,
            )
        )

    def patterns(self) -> PatternActs:
        """The windows of a preparation; made at their first use."""
        from kpu_desk.gui.operator.pattern_acts import PatternActs

        if self._patterns is None:
            self._patterns = PatternActs(self._controller, self._window)
        return self._patterns

    def edit_ceremony(self) -> CeremonyForm | None:
        """The draft's own form."""
        from kpu_desk.gui.operator.ceremony_form import CeremonyForm

        ceremony = self._controller.ceremony
        if ceremony is None:
            return None
        controller = self._controller
        return opened(
            CeremonyForm(
                controller.desk.profile,
                self._today(),
                controller.change_plan,
                ceremony,
                own_forms=self._own_forms(),
                parent=self._window,
            )
        )

    def add_official(self) -> OfficialForm:
        """An empty form of a person."""
        from kpu_desk.gui.operator.official_form import OfficialForm

        return opened(OfficialForm(self._today(), self._units(), self._controller.add_official, None, self._window))

    def edit_official(self, official_id: str) -> OfficialForm | None:
        """The form of one person."""
        from kpu_desk.gui.operator.official_form import OfficialForm

        official = self._official(official_id)
        if official is None:
            return None
        return opened(
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
        return opened(AssistForm(ceremony, official, lambda helping: call(official_id, helping), self._window))

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
        return opened(
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
        return opened(
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
        return None if form is None else opened(form)

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

    def may_close(self, calling: Calling) -> bool:
        """Whether the desk may be closed; asks while somebody is at the signer's window, whose keys may come here."""
        if not calling.running:
            return True

        def close() -> None:
            calling.recall()
            self._window.close()

        person = self._official(calling.official_id)
        ask(
            self._window,
            self.tr("Tutup KPU Desk"),
            self.tr(
                "{name} sedang di layar penanda tangan. Bila KPU Desk ditutup, goresan yang belum diterima dihapus."
            ).format(name=person.name if person is not None else self.tr("Seseorang")),
            Answer(self.tr("Tutup KPU Desk"), close),
            stay=self.tr("Batal"),
        )
        return False

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
        opened(
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
        view = opened(ClosingWordsView(ceremony.title, words, self._window))
        view.finished.connect(lambda _result: self.words_shown.emit(()))
        self.words_shown.emit(words)
        return view

    def _close(self) -> None:
        self._controller.close_ceremony(self.closing_words)

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

        return opened(ShortcutsSheet(self._window))

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
