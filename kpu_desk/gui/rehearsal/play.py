"""The script of a rehearsal: a whole day at the desk, act by act, each through the window it belongs to."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kpu_desk.domain.ceremony import CeremonyState
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.invented_people import invent_people, roster_csv, stand_in
from kpu_desk.domain.officials import Group
from kpu_desk.domain.verdict import Verdict
from kpu_desk.gui import background
from kpu_desk.gui.asking import Question
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.operator.closing_words import ClosingWordsView
from kpu_desk.gui.rehearsal import hand
from kpu_desk.gui.rehearsal.acting import LONG_S, Acting, Tell
from kpu_desk.gui.rehearsal.office import PROFILE, plan_of_today
from kpu_desk.gui.rehearsal.player import Script, StuckError
from kpu_desk.gui.rehearsal.report import Outcome, RecordLine, save_inks
from kpu_desk.gui.rehearsal.sitting import Signing
from kpu_desk.gui.widgets import Button
from kpu_desk.language import translate

if TYPE_CHECKING:
    from kpu_desk.domain.ink import Ink
    from kpu_desk.gui.rehearsal.order import Order
    from kpu_desk.gui.start import Program
    from kpu_desk.services.ink_export import ClosedInk


class Play:
    """One rehearsal.

    Args:
        order: what was asked for.
        program: its windows, on a workspace marked GLADI that holds nothing yet.
        folder: for files that only the rehearsal needs.
        tell: hears how far it is.
    """

    def __init__(self, order: Order, program: Program, *, folder: Path, tell: Tell) -> None:
        self.outcome = Outcome()
        self._order = order
        self._folder = folder
        self._acting = Acting(program, tell)
        self._opened: Callable[[ClosedInk], Ink] | None = None
        self._signing = Signing(self._acting, order.supply, self.outcome.sources)

    def script(self) -> Script:
        """The whole day."""
        for name, words, act in (
            ("prepare", translate("rehearsal", "Menyiapkan upacara"), self._prepare),
            ("import", translate("rehearsal", "Mengimpor daftar"), self._import),
            ("freeze", translate("rehearsal", "Menyusun dan membekukan lembar"), self._open),
            ("check_in", translate("rehearsal", "Mencatat kehadiran"), self._check_in),
            ("sign", translate("rehearsal", "Menandatangani"), self._signing.everybody),
            ("close", translate("rehearsal", "Menutup upacara"), self._close),
            ("sign_minutes", translate("rehearsal", "Menandatangani Berita Acara"), self._signing.everybody),
            ("seal", translate("rehearsal", "Menyegel rekaman"), self._seal),
            ("export", translate("rehearsal", "Menyimpan rekaman"), self._export),
            ("verify", translate("rehearsal", "Memeriksa rekaman"), self._verify),
        ):
            with self._stage(name, words):
                yield from act()

    def _prepare(self) -> Script:
        acting = self._acting
        from kpu_desk.services import form_texts, ink_export, ink_keeping, own_documents

        key = ink_keeping.use_throwaway_key(acting.desk)
        self._opened = lambda closed: ink_export.open_ink(closed, key)
        for path in self._order.forms:
            form_texts.add_form(acting.desk, path)
        acting.controller.working.connect(acting.follow)
        document = self._order.document
        plan = plan_of_today(acting.desk.clock())
        if document is not None:
            occasion = f"Gladi Bersih Penandatanganan {document[1].name}"
            plan = replace(plan, kinds=(DocumentKind.DH, DocumentKind.BA), occasion=occasion)
        acting.controller.create(plan)
        from kpu_desk.services.sample_making import sample_attachment

        acting.controller.set_attachment(sample_attachment(PROFILE.short_name))
        yield from acting.settled(
            lambda: acting.ceremony.attachment is not None, translate("rehearsal", "menyiapkan upacara")
        )
        if document is not None:
            one, pattern = document
            acting.controller.took(own_documents.add_document(acting.desk, acting.ceremony.id, pattern, [(one, None)]))

    def _import(self) -> Script:
        """Through the operator's own preview of a spreadsheet; then whoever the roster does not name."""
        order, acting = self._order, self._acting
        if order.reading is not None and order.cut:
            assert order.roster is not None
            acting.operator.dialogs.preview(order.reading, order.roster.name)
        elif order.roster is not None:
            acting.controller.read_roster(order.roster)
        else:
            made = self._folder / "pejabat-rekaan.csv"
            made.write_text(roster_csv(invent_people(order.people, office=PROFILE.short_name)), "utf-8", newline="")
            acting.controller.read_roster(made)
        yield from acting.settled(lambda: self._form() is not None, translate("rehearsal", "pratinjau impor"))
        form = self._form()
        assert form is not None
        yield from acting.press(form.ok_button, form.ok_button.text())
        yield from acting.settled(
            lambda: len(acting.ceremony.officials) == order.people, translate("rehearsal", "mengimpor daftar")
        )
        self._add_missing()

    def _form(self) -> FormDialog | None:
        forms = self._acting.operator.findChildren(FormDialog)
        return next((form for form in forms if form.isVisible()), None)

    def _add_missing(self) -> None:
        from kpu_desk.services import preparing

        acting = self._acting
        for group, named in ((Group.KETUA, acting.ceremony.chair), (Group.SEKRETARIS, acting.ceremony.secretary)):
            if named is None:
                row = stand_in(group, office=PROFILE.short_name)
                after = preparing.add_official(
                    acting.desk,
                    acting.ceremony.id,
                    name=row.name,
                    nip=row.nip,
                    rank=row.rank,
                    office=row.office,
                    unit=row.unit,
                    added=True,
                )
                acting.controller.took(after)

    def _open(self) -> Script:
        acting = self._acting
        acting.operator.acts.open_ceremony.trigger()
        yield from acting.settled(
            lambda: acting.ceremony.state is CeremonyState.OPEN and not acting.controller.busy,
            translate("rehearsal", "membuka upacara"),
            LONG_S,
        )

    def _check_in(self) -> Script:
        people, officials = self._acting.operator.people, self._acting.ceremony.officials
        for done, official in enumerate(officials):
            self._acting.tell(translate("rehearsal", "Mencatat kehadiran"), done, len(officials))
            people.select(official.id)
            hand.strike(people.table, Qt.Key.Key_Return)
            yield from self._acting.settled(self._is_here(official.id), translate("rehearsal", "mencatat kehadiran"))

    def _is_here(self, official_id: str) -> Callable[[], bool]:
        return lambda: official_id in self._acting.ceremony.present

    def _close(self) -> Script:
        acting = self._acting
        acting.operator.acts.close_ceremony.trigger()
        question = yield from acting.find(acting.operator, Question, "question")
        action = next(button for button in question.findChildren(Button) if button is not question.stay_button)
        yield from acting.press(action, action.text())
        yield from acting.settled(
            lambda: acting.ceremony.state is CeremonyState.CLOSED, translate("rehearsal", "menutup upacara")
        )
        shown = yield from acting.find(acting.operator, ClosingWordsView, "closing_words_view")
        self.outcome.words = shown.words
        yield from acting.press(shown.close_button, shown.close_button.text())

    def _seal(self) -> Script:
        from kpu_desk.services.sealing import SealingResult

        acting, results = self._acting, list[object]()
        acting.controller.sealed.connect(results.append)
        acting.operator.acts.seal.trigger()
        # No office number is invented for a rehearsal: the question is answered as a secretary without one would.
        question = yield from acting.find(acting.operator, Question, "question")
        without_number = next(iter(question.answer_buttons.values()))
        yield from acting.press(without_number, without_number.text())
        yield from acting.settled(
            lambda: bool(results) and not acting.controller.busy, translate("rehearsal", "menyegel rekaman"), LONG_S
        )
        if isinstance(results[0], SealingResult):
            self.outcome.failed = tuple(serial for serial, _ in results[0].failed)

    def _export(self) -> Script:
        """Records through the secretary's window; ink as it is kept, opened with the throw-away key."""
        acting, out = self._acting, self._order.out
        acting.operator.acts.records.trigger()
        yield from acting.settled(lambda: acting.program.records is not None, translate("rehearsal", "membuka rekaman"))
        secretary = acting.program.records
        assert secretary is not None
        secretary.controller.problem.connect(acting.heard)
        secretary.controller.working.connect(acting.follow)
        expected = {f"{record.serial}.pdf" for record in secretary.controller.records()}
        secretary.save_to(out / "records")
        yield from acting.settled(
            lambda: not secretary.controller.busy, translate("rehearsal", "menyimpan rekaman"), LONG_S
        )
        if expected != {path.name for path in (out / "records").iterdir()}:
            raise StuckError(translate("rehearsal", "tidak semua rekaman tersimpan"))

        opened = self._opened
        assert opened is not None

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            return save_inks(acting.desk, acting.ceremony, out, self.outcome.sources, opened)

        lines = yield from acting.work(work, translate("rehearsal", "Menyimpan tinta"))
        assert isinstance(lines, tuple)
        self.outcome.signatures = lines

    def _verify(self) -> Script:
        """Every record from its file, as a stranger would who has the office's certificate."""
        from kpu_desk.services import filing, inspecting

        acting, out = self._acting, self._order.out
        kinds = {f"{record.serial}.pdf": record.kind for record in filing.records(acting.desk, acting.ceremony.id)}
        certificate = (out / "office-certificate.pem").read_bytes()

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            lines: list[RecordLine] = []
            files = [out / "records" / name for name in kinds]
            for found in inspecting.inspect_files(files, (certificate,)):
                verdict = Verdict.CANNOT_VERIFY if cancelled() else found.report.verdict
                lines.append(RecordLine(found.path.name, kinds[found.path.name], verdict))
                progress(len(lines), len(files))
            return tuple(lines)

        lines = yield from acting.work(work, translate("rehearsal", "Memeriksa rekaman"))
        assert isinstance(lines, tuple)
        self.outcome.records = lines
        self.outcome.ceremony = acting.ceremony

    @contextmanager
    def _stage(self, name: str, words: str) -> Iterator[None]:
        began = time.monotonic()
        self._acting.tell(words, 0, 0)
        yield
        self.outcome.seconds[name] = time.monotonic() - began
