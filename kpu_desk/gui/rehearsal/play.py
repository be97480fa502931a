"""The script of a rehearsal: a whole day at the desk, act by act, each through the window it belongs to."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kpu_desk.domain.ceremony import CeremonyState
from kpu_desk.domain.day_script import Day
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.invented_people import invent_people, roster_csv, stand_in
from kpu_desk.domain.officials import Group
from kpu_desk.domain.verdict import Verdict
from kpu_desk.gui import background
from kpu_desk.gui.asking import Question
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.operator.closing_words import ClosingWordsView
from kpu_desk.gui.rehearsal.acting import LONG_S, Acting, Tell
from kpu_desk.gui.rehearsal.clock import DayClock
from kpu_desk.gui.rehearsal.conduct import Conduct
from kpu_desk.gui.rehearsal.door import Door, print_invitations
from kpu_desk.gui.rehearsal.memory import Memory
from kpu_desk.gui.rehearsal.office import PROFILE, plan_of_today
from kpu_desk.gui.rehearsal.pictures import Pictures
from kpu_desk.gui.rehearsal.player import Script, StuckError
from kpu_desk.gui.rehearsal.report import DayOutcome, Outcome, RecordLine, save_inks
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
        memory: of this rehearsal; one that holds notes is gone on with, stage by stage.
        clock: the desk's, where it can be set; power: makes the power fail.
    """

    def __init__(
        self,
        order: Order,
        program: Program,
        *,
        folder: Path,
        tell: Tell,
        memory: Memory,
        clock: DayClock,
        power: Callable[[], None] | None = None,
    ) -> None:
        self.outcome = Outcome()
        self._order = order
        self._folder = folder
        self._memory = memory
        self._acting = Acting(program, tell, memory, Pictures(order.pictures), paced=order.paced)
        self._opened: Callable[[ClosedInk], Ink] | None = None
        memory.note("life")
        self._conduct = Conduct(self._acting, order.day or Day(), Door(self._acting, folder), clock, power)
        self._signing = Signing(self._acting, order.supply, self._conduct)

    def script(self) -> Script:
        """The whole day, or what a power failure left of it."""
        self._arrive()
        for name, words, act in (
            ("prepare", translate("rehearsal", "Menyiapkan upacara"), self._prepare),
            ("import", translate("rehearsal", "Mengimpor daftar"), self._import),
            ("invite", translate("rehearsal", "Mencetak undangan"), self._invite),
            ("freeze", translate("rehearsal", "Menyusun dan membekukan lembar"), self._open),
            ("check_in", translate("rehearsal", "Mencatat kehadiran"), self._conduct.door),
            ("sign", translate("rehearsal", "Menandatangani"), self._signing.everybody),
            ("close", translate("rehearsal", "Menutup upacara"), self._close),
            ("sign_minutes", translate("rehearsal", "Menandatangani Berita Acara"), self._signing.everybody),
            ("seal", translate("rehearsal", "Menyegel rekaman"), self._seal),
            ("revise", translate("rehearsal", "Mengubah Perjanjian Kinerja"), self._revise),
            ("export", translate("rehearsal", "Menyimpan rekaman"), self._export),
            ("verify", translate("rehearsal", "Memeriksa rekaman"), self._verify),
        ):
            if name in self._memory.seconds:
                continue
            with self._stage(name, words):
                yield from act()

    def _arrive(self) -> None:
        """At the desk, for the first time or after a power failure: the key of the ink, the hall's screen."""
        from kpu_desk.services import ink_export, ink_keeping

        acting = self._acting
        acting.controller.working.connect(acting.follow)
        # Where the power may fail the key lies where the workspace lies, and goes with it.
        kept = None if self._order.day is None else self._folder / "kunci-goresan.pem"
        key = ink_keeping.use_throwaway_key(acting.desk, kept)
        self._opened = lambda closed: ink_export.open_ink(closed, key)
        if self._order.day is not None:
            self._conduct.check_nothing_lost()
            self._conduct.show_hall()

    def _prepare(self) -> Script:
        acting = self._acting
        from kpu_desk.services import form_texts, own_documents

        for path in self._order.forms:
            form_texts.add_form(acting.desk, path)
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
            acting.operator.roster_dialogs.preview(order.reading, order.roster.name)
        elif order.roster is not None:
            acting.operator.roster.read(order.roster)
        else:
            made = self._folder / "pejabat-rekaan.csv"
            made.write_text(roster_csv(invent_people(order.people, office=PROFILE.short_name)), "utf-8", newline="")
            acting.operator.roster.read(made)
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

    def _invite(self) -> Script:
        """Where the day says that people show them."""
        if self._order.day is not None and self._order.day.scanned:
            yield from print_invitations(self._acting, self._folder)

    def _open(self) -> Script:
        acting = self._acting
        yield from acting.choose(acting.operator.acts.open_ceremony)
        yield from acting.settled(
            lambda: acting.ceremony.state is CeremonyState.OPEN and not acting.controller.busy,
            translate("rehearsal", "membuka upacara"),
            LONG_S,
        )

    def _close(self) -> Script:
        acting = self._acting
        self._conduct.end_of_day()
        acting.pictures.take("sebelum-tutup")
        acting.where = "desk"
        yield from self._next_step(translate("rehearsal", "menutup upacara"))
        question = yield from acting.find(acting.operator, Question, "question")
        action = next(button for button in question.findChildren(Button) if button is not question.stay_button)
        yield from acting.press(action, action.text())
        yield from acting.settled(
            lambda: acting.ceremony.state is CeremonyState.CLOSED, translate("rehearsal", "menutup upacara"), LONG_S
        )
        shown = yield from acting.find(acting.operator, ClosingWordsView, "closing_words_view")
        self._memory.note("words", words=list(shown.words))
        acting.pictures.take("kata-penutup")
        yield from acting.press(shown.close_button, shown.close_button.text())

    def _seal(self) -> Script:
        from kpu_desk.services.sealing import SealingResult

        acting, results = self._acting, list[object]()
        acting.controller.sealed.connect(results.append)
        acting.where = "desk"
        yield from self._next_step(translate("rehearsal", "menyegel rekaman"))
        # No office number is invented for a rehearsal: the question is answered as a secretary without one would. It
        # is not asked where nothing that takes a number is complete.
        yield from acting.settled(
            lambda: self._question() is not None or acting.controller.busy or bool(results),
            translate("rehearsal", "menyegel rekaman"),
        )
        question = self._question()
        if question is not None:
            acting.pictures.take("sebelum-segel")
            without_number = next(iter(question.answer_buttons.values()))
            yield from acting.press(without_number, without_number.text())
        yield from acting.settled(
            lambda: bool(results) and not acting.controller.busy, translate("rehearsal", "menyegel rekaman"), LONG_S
        )
        if isinstance(results[0], SealingResult):
            self.outcome.failed = tuple(serial for serial, _ in results[0].failed)

    def _revise(self) -> Script:
        """Where the day says so: another Perjanjian Kinerja, its late sitting with its minutes, and their seals."""
        if (yield from self._conduct.after_sealing()):
            yield from self._signing.everybody()
            yield from self._seal()

    def _next_step(self, what: str) -> Script:
        """The ceremony's own next step, by the button at the top of the desk."""
        step = yield from self._acting.find(self._acting.operator.header, Button, "ceremony_step")
        yield from self._acting.press(step, what)

    def _question(self) -> Question | None:
        found = self._acting.operator.findChildren(Question, "question")
        return next((question for question in found if question.isVisible()), None)

    def _export(self) -> Script:
        """Records through the secretary's window; ink as it is kept, opened with the throw-away key."""
        acting, out = self._acting, self._order.out
        yield from acting.choose(acting.operator.acts.records)
        yield from acting.settled(lambda: acting.program.records is not None, translate("rehearsal", "membuka rekaman"))
        secretary = acting.program.records
        assert secretary is not None
        secretary.controller.problem.connect(acting.heard)
        secretary.controller.working.connect(acting.follow)
        expected = {f"{record.serial}.pdf" for record in secretary.controller.records() if not record.void}
        secretary.save_to(out / "records")
        yield from acting.settled(
            lambda: not secretary.controller.busy, translate("rehearsal", "menyimpan rekaman"), LONG_S
        )
        acting.pictures.take("rekaman")
        if expected != set(self._saved()):
            raise StuckError(translate("rehearsal", "tidak semua rekaman tersimpan"))

        opened = self._opened
        assert opened is not None

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            return save_inks(acting.desk, acting.ceremony, out, self._memory.sources, opened)

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
            saved = self._saved()
            files = [saved[name] for name in kinds]
            for found in inspecting.inspect_files(files, (certificate,)):
                verdict = Verdict.CANNOT_VERIFY if cancelled() else found.report.verdict
                lines.append(RecordLine(found.path.name, kinds[found.path.name], verdict))
                progress(len(lines), len(files))
            return tuple(lines)

        lines = yield from acting.work(work, translate("rehearsal", "Memeriksa rekaman"))
        assert isinstance(lines, tuple)
        self.outcome.records = lines
        self.outcome.ceremony = acting.ceremony
        self.outcome.words = tuple(self._memory.all("words")[-1]["words"])
        if self._order.day is not None:
            self.outcome.day = DayOutcome.of(self._order.day, self._memory, acting.ceremony)

    def _saved(self) -> dict[str, Path]:
        """Exported records by name; those of private sheets lie in a folder of their own."""
        return {path.name: path for path in (self._order.out / "records").rglob("*.pdf")}

    @contextmanager
    def _stage(self, name: str, words: str) -> Iterator[None]:
        began = time.monotonic()
        self._acting.tell(words, 0, 0)
        yield
        self._memory.note("stage", name=name, seconds=time.monotonic() - began)
        self.outcome.seconds = self._memory.seconds
        self._acting.pictures.take(name.replace("_", "-"))
