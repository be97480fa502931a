"""The script of a rehearsal: a whole day at the desk and at the signer's window, act by act."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.invented_people import invent_people, roster_csv, stand_in
from kpu_desk.domain.officials import Group
from kpu_desk.domain.verdict import Verdict
from kpu_desk.gui import background
from kpu_desk.gui.errors import Advice, advice_for
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.page_view import PageView
from kpu_desk.gui.rehearsal import hand
from kpu_desk.gui.rehearsal.office import PROFILE, plan_of_today, sample_attachment
from kpu_desk.gui.rehearsal.player import Script, StuckError, Until
from kpu_desk.gui.rehearsal.report import Outcome, RecordLine, SignatureLine

if TYPE_CHECKING:
    from pathlib import Path

    from kpu_desk.gui.operator.window import OperatorWindow
    from kpu_desk.gui.rehearsal.order import Order
    from kpu_desk.gui.signer.window import SignerWindow

Tell = Callable[[str, int, int], None]
"""Stage in words, done, total (0 while it is not known)."""

_LONG = 1_800.0
"""Seconds that composing, sealing or verifying a large ceremony may take."""

_Widget = TypeVar("_Widget", bound=QWidget)


class Play:
    """One rehearsal on an empty workspace.

    Args:
        order: what was asked for; desk windows: of a workspace marked GLADI that holds nothing yet.
        folder: for files that only the rehearsal needs.
        tell: hears how far it is.
    """

    def __init__(
        self, order: Order, operator: OperatorWindow, signer: SignerWindow, *, folder: Path, tell: Tell
    ) -> None:
        self.outcome = Outcome()
        self._order = order
        self._operator = operator
        self._signer = signer
        self._controller = operator.controller
        self._desk = operator.controller.desk
        self._calling = operator.calling
        self._folder = folder
        self._tell = tell
        self._pen = hand.Pen()
        self._problem = ""
        self._handwriting: dict[str, int] = {}
        self._controller.problem.connect(self._heard)
        self._calling.problem.connect(self._heard)

    # ---- the day

    def script(self) -> Script:
        """The whole day."""
        with self._stage("prepare"):
            yield from self._prepare()
        with self._stage("import"):
            yield from self._import()
        with self._stage("freeze"):
            yield from self._open()
        with self._stage("check_in"):
            yield from self._check_in()
        with self._stage("sign"):
            yield from self._sign_all()
        with self._stage("close"):
            yield from self._close()
        with self._stage("sign_minutes"):
            yield from self._sign_all()
        with self._stage("seal"):
            yield from self._seal()
        with self._stage("export"):
            yield from self._export()
        with self._stage("verify"):
            yield from self._verify()

    def _prepare(self) -> Script:
        self._controller.create(plan_of_today(self._desk.clock()))
        self._controller.set_attachment(sample_attachment())
        yield from self._settled(lambda: self._ceremony.attachment is not None, "menyiapkan upacara")

    def _import(self) -> Script:
        """Through the operator's own preview of a spreadsheet; then whoever the roster does not name."""
        order = self._order
        if order.reading is not None and order.cut:
            assert order.roster is not None
            self._operator.dialogs.preview(order.reading, order.roster.name)
        elif order.roster is not None:
            self._controller.read_roster(order.roster)
        else:
            made = self._folder / "pejabat-rekaan.csv"
            made.write_text(roster_csv(invent_people(order.people, office=PROFILE.short_name)), "utf-8", newline="")
            self._controller.read_roster(made)
        yield from self._settled(lambda: self._form() is not None, "pratinjau impor")
        form = self._form()
        assert form is not None
        yield from self._press(form.ok_button, "Impor")
        yield from self._settled(lambda: len(self._ceremony.officials) == order.people, "mengimpor daftar")
        yield from self._add_missing()
        self._handwriting = {official.id: number for number, official in enumerate(self._ceremony.officials)}

    def _add_missing(self) -> Script:
        from kpu_desk.services import preparing

        for group, named in ((Group.KETUA, self._ceremony.chair), (Group.SEKRETARIS, self._ceremony.secretary)):
            if named is None:
                row = stand_in(group, office=PROFILE.short_name)
                self._controller.took(
                    preparing.add_official(
                        self._desk,
                        self._ceremony.id,
                        name=row.name,
                        nip=row.nip,
                        rank=row.rank,
                        office=row.office,
                        unit=row.unit,
                        added=True,
                    )
                )
                yield None

    def _open(self) -> Script:
        self._operator.acts.open_ceremony.trigger()
        yield from self._settled(
            lambda: self._ceremony.state is CeremonyState.OPEN and not self._controller.busy, "membuka upacara", _LONG
        )

    def _check_in(self) -> Script:
        people = self._operator.people
        officials = self._ceremony.officials
        for done, official in enumerate(officials):
            self._tell("Mencatat kehadiran", done, len(officials))
            people.select(official.id)
            hand.strike(people.table, Qt.Key.Key_Return)
            yield from self._settled(self._is_here(official.id), "mencatat kehadiran")

    def _is_here(self, official_id: str) -> Callable[[], bool]:
        return lambda: official_id in self._ceremony.present

    def _sign_all(self) -> Script:
        """Everybody once in calling order, then whoever has slots that woke meanwhile, until nobody has any."""
        while queue := self._controller.next_signers():
            for official in queue:
                if self._ceremony.open_slots_of(official.id):
                    yield from self._sitting(official.id)

    def _close(self) -> Script:
        self._operator.acts.close_ceremony.trigger()
        question = yield from self._find(self._operator, QMessageBox, "question", "pertanyaan penutupan")
        accept = QMessageBox.ButtonRole.AcceptRole
        go = next(button for button in question.buttons() if question.buttonRole(button) == accept)
        yield from self._press(go, go.text())
        yield from self._settled(lambda: self._ceremony.state is CeremonyState.CLOSED, "menutup upacara")

    def _seal(self) -> Script:
        results: list[object] = []
        self._controller.sealed.connect(results.append)
        self._controller.working.connect(self._follow)
        self._operator.acts.seal.trigger()
        yield from self._settled(lambda: bool(results) and not self._controller.busy, "menyegel rekaman", _LONG)
        from kpu_desk.services.sealing import SealingResult

        if isinstance(results[0], SealingResult):
            self.outcome.failed = tuple(serial for serial, _ in results[0].failed)

    def _export(self) -> Script:
        from kpu_desk.services import filing, ink_export
        from kpu_desk.workspace import write_file_safely

        out, ceremony = self._order.out, self._ceremony
        ids = [record.id for record in filing.records(self._desk, ceremony.id)]

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            filing.export_records(
                self._desk, ids, out / "records", with_evidence=True, progress=progress, cancelled=cancelled
            )
            write_file_safely(out / "office-certificate.pem", self._desk.certificate_pem, 0o644)
            (out / "ink").mkdir(exist_ok=True)
            lines = []
            for stored in ink_export.stored_inks(self._desk, ceremony.id):
                ink = f"ink/{stored.file_name}"
                write_file_safely(out / ink, stored.inkml.encode(), 0o644)
                lines.append(
                    SignatureLine(
                        person=ceremony.official(stored.signature.official_id).name,
                        sheet=f"{stored.sheet.serial}.pdf",
                        role=stored.slot.role.value,
                        ink=ink,
                        source=self.outcome.sources[stored.sheet.id, stored.slot.key],
                    )
                )
            return lines

        result = yield from self._work(work, "Menyimpan rekaman")
        assert isinstance(result, list)
        self.outcome.signatures = result

    def _verify(self) -> Script:
        from kpu_desk.services import filing, inspecting

        out, trusted = self._order.out, (self._desk.certificate_pem,)
        kinds = {f"{r.serial}.pdf": r.kind for r in filing.records(self._desk, self._ceremony.id)}

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            lines = []
            files = [out / "records" / name for name in kinds]
            for found in inspecting.inspect_files(files, trusted):
                verdict = Verdict.CANNOT_VERIFY if cancelled() else found.report.verdict
                lines.append(RecordLine(found.path.name, kinds[found.path.name], verdict))
                progress(len(lines), len(files))
            return lines

        result = yield from self._work(work, "Memeriksa rekaman")
        assert isinstance(result, list)
        self.outcome.records = result
        self.outcome.ceremony = self._ceremony

    # ---- one person at the signer's window

    def _sitting(self, official_id: str) -> Script:
        panel = self._operator.next
        self._operator.people.select(official_id)
        yield from self._settled(lambda: panel.target() == official_id, "memilih yang dipanggil")
        yield from self._press(panel.call_button, "Panggil")
        yes = yield from self._find(self._signer, QWidget, "yes_its_me", "layar nama")
        yield from self._press(yes, "Ya, ini saya")
        while self._calling.running:
            yield from self._read()
            yield from self._write(official_id)

    def _read(self) -> Script:
        view = yield from self._find(self._signer, PageView, "page_view", "halaman lembar")
        have_read = yield from self._find(self._signer, QWidget, "have_read", "tombol baca")
        paints = _Paints(view.viewport())
        bar = view.verticalScrollBar()
        # The first picture may have been painted before anybody counted.
        view.viewport().update()
        try:
            yield from self._settled(lambda: paints.count > 0, "menggambar halaman")
            while bar.value() < bar.maximum():
                before, count = bar.value(), paints.count
                hand.flick(view)
                if bar.value() == before:
                    raise StuckError("menggulir halaman")
                yield from self._settled(paints.more_than(count), "menggambar halaman")
        finally:
            paints.stop()
        yield from self._press(have_read, "Saya telah membaca")

    def _write(self, official_id: str) -> Script:
        pad = yield from self._find(self._signer, InkCanvas, "ink_canvas", "bidang tanda tangan")
        sign = yield from self._find(self._signer, QWidget, "sign", "tombol tanda tangan")
        recording = self._order.supply.next_for(self._handwriting[official_id])
        for stroke in self._pen.strokes(pad, recording):
            self._pen.write(pad, stroke)
            yield None
        before = len(self._ceremony.signatures)
        yield from self._press(sign, "Tanda tangani")
        yield from self._settled(self._accepted(before), "menerima tanda tangan")
        signature = self._ceremony.signatures[-1]
        self.outcome.sources[signature.sheet_id, signature.slot] = recording.source
        self._tell("Menandatangani", len(self._ceremony.signatures), self._slots())

    def _accepted(self, before: int) -> Callable[[], bool]:
        refusal = self._signer.findChild(QWidget, "refusal")

        def holds() -> bool:
            if refusal is not None and refusal.isVisible():
                raise StuckError("tanda tangan ditolak oleh layar penanda tangan")
            return len(self._ceremony.signatures) > before

        return holds

    def _slots(self) -> int:
        return sum(len(sheet.slots) for sheet in self._ceremony.sheets)

    # ---- what every act needs

    @property
    def _ceremony(self) -> Ceremony:
        ceremony = self._controller.ceremony
        if ceremony is None:
            raise StuckError("membuat upacara")
        return ceremony

    def _form(self) -> FormDialog | None:
        forms = self._operator.findChildren(FormDialog)
        return next((form for form in forms if form.isVisible()), None)

    def _find(
        self, window: QWidget, kind: type[_Widget], name: str, what: str
    ) -> Generator[Until | None, None, _Widget]:
        """Waits until a widget of this name is to be seen."""

        def seen() -> _Widget | None:
            return next((found for found in window.findChildren(kind, name) if found.isVisible()), None)

        yield from self._settled(lambda: seen() is not None, what)
        found = seen()
        assert found is not None
        return found

    def _press(self, button: QWidget, what: str) -> Script:
        yield from self._settled(lambda: hand.can_press(button), f"tombol “{what}”")
        hand.press(button)

    def _settled(self, holds: Callable[[], bool], what: str, seconds: float = 30.0) -> Script:
        """Waits for something, and stops at once when a window says that it refuses."""

        def checked() -> bool:
            if self._problem:
                raise StuckError(f"{what}: {self._problem}")
            return holds()

        yield Until(checked, what, seconds)

    def _work(self, work: background.Work, what: str) -> Generator[Until | None, None, object]:
        """Long work on its thread; gives what it returned."""
        ended: list[object] = []
        task = background.run(work, self._operator)
        task.progress.connect(lambda done, total: self._tell(what, done, total))
        task.done.connect(ended.append)
        task.failed.connect(lambda error: self._heard(advice_for(error)))
        try:
            yield from self._settled(lambda: bool(ended), what, _LONG)
        finally:
            if not ended:
                task.cancel()
                task.wait(20)
        return ended[0]

    def _follow(self, task: object, what: str) -> None:
        if isinstance(task, background.Task):
            task.progress.connect(lambda done, total: self._tell(what, done, total))

    def _heard(self, advice: Advice) -> None:
        self._problem = advice.text

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        began = time.monotonic()
        self._tell(_STAGES[name], 0, 0)
        yield
        self.outcome.seconds[name] = time.monotonic() - began


_STAGES = {
    "prepare": "Menyiapkan upacara",
    "import": "Mengimpor daftar",
    "freeze": "Menyusun dan membekukan lembar",
    "check_in": "Mencatat kehadiran",
    "sign": "Menandatangani",
    "close": "Menutup upacara",
    "sign_minutes": "Menandatangani Berita Acara",
    "seal": "Menyegel rekaman",
    "export": "Menyimpan rekaman",
    "verify": "Memeriksa rekaman",
}


class _Paints(QObject):
    """Counts how often a widget was painted: what was scrolled by unseen was not read."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self._watched = watched
        self.count = 0
        watched.installEventFilter(self)

    def more_than(self, count: int) -> Callable[[], bool]:
        """Whether it was painted again since the count was ``count``."""
        return lambda: self.count > count

    def stop(self) -> None:
        """Counts no more."""
        self._watched.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return super().eventFilter(watched, event)
