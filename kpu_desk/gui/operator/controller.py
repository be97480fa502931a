"""What the desk does: each act calls one service, takes the new ceremony and tells the panels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kpu_desk.domain.calling import CallingOrder, next_signers
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Fault
from kpu_desk.domain.documents import Agreement, Attachment
from kpu_desk.domain.identification import KNOWN_TO_OPERATOR
from kpu_desk.domain.officials import Official
from kpu_desk.domain.readiness import Machine
from kpu_desk.gui import background
from kpu_desk.gui.errors import Advice, advice_for, guarded, is_cancelled

if TYPE_CHECKING:
    from kpu_desk.domain.ceremony_plan import CeremonyPlan
    from kpu_desk.services.desk import Desk
    from kpu_desk.services.patterns import Prepared
    from kpu_desk.services.sealing import SealingResult


class DeskController(QObject):
    """The acts of the operator on one open workspace.

    Signals:
        changed(): the ceremony, or the list of ceremonies, is another value now.
        problem(advice): an act was refused; nothing has changed.
        said(text): an act went well and is worth a word.
        working(task, what): long work has begun.
        opened(): the ceremony on the desk is open now.
        sealed(result): sealing ended; a SealingResult.
        stopping(): the workspace is about to be closed.
    """

    changed = Signal()
    problem = Signal(object)
    said = Signal(str)
    working = Signal(object, str)
    opened = Signal()
    sealed = Signal(object)
    stopping = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._ceremonies: tuple[Ceremony, ...] = ()
        self._current: str = ""
        self._task: background.Task | None = None
        self.order = CallingOrder()
        self._queue: tuple[Ceremony, CallingOrder, tuple[Official, ...]] | None = None
        self.closing = False
        """Whether the ceremony on the desk is being closed: nothing on it is changed meanwhile."""
        self.reload()

    @property
    def ceremonies(self) -> tuple[Ceremony, ...]:
        """All ceremonies of the workspace, the newest first."""
        return self._ceremonies

    @property
    def ceremony(self) -> Ceremony | None:
        """The one on the desk."""
        return next((c for c in self._ceremonies if c.id == self._current), None)

    @property
    def busy(self) -> bool:
        """Whether long work is under way; another one has to wait."""
        return self._task is not None

    def reload(self) -> None:
        """Reads the list again and keeps the ceremony on the desk, or takes the newest."""
        self._ceremonies = self.desk.ceremonies()
        if self.ceremony is None:
            self._current = self._ceremonies[0].id if self._ceremonies else ""
        self.changed.emit()

    def choose(self, ceremony_id: str) -> None:
        """Puts another ceremony on the desk."""
        self._current = ceremony_id
        self.changed.emit()

    def took(self, ceremony: Ceremony) -> None:
        """Shows a ceremony that a service gave back."""
        kept = tuple(ceremony if c.id == ceremony.id else c for c in self._ceremonies)
        self._ceremonies = kept if ceremony in kept else (ceremony, *kept)
        self.changed.emit()

    # Before the day

    def create(self, plan: CeremonyPlan) -> bool:
        """Makes a new draft and puts it on the desk."""
        from kpu_desk.services import preparing

        def act() -> Ceremony:
            made = preparing.create_ceremony(self.desk, plan)
            self._current = made.id
            return made

        return self.do(act)

    def change_plan(self, plan: CeremonyPlan) -> bool:
        """Changes title, day, kinds … of the draft."""
        from kpu_desk.services import preparing

        return self.on_ceremony(lambda c: preparing.change_plan(self.desk, c.id, plan))

    def add_official(self, official: Official) -> bool:
        """Adds a person by hand."""
        from kpu_desk.services import preparing

        return self.on_ceremony(
            lambda c: preparing.add_official(
                self.desk,
                c.id,
                name=official.name,
                nip=official.nip,
                rank=official.rank,
                office=official.office,
                unit=official.unit,
                capacity=official.capacity,
                decree=official.decree,
            )
        )

    def correct_official(self, official: Official) -> bool:
        """Corrects a person; unsigned sheets are drawn again by the service."""
        from kpu_desk.services import preparing

        return self.on_ceremony(lambda c: preparing.correct_official(self.desk, c.id, official))

    def remove_official(self, official_id: str) -> bool:
        """Removes a person who signed nothing."""
        from kpu_desk.services import preparing

        return self.on_ceremony(lambda c: preparing.remove_official(self.desk, c.id, official_id))

    def make_from(self, prepared: Prepared) -> None:
        """Makes a draft out of a pattern and puts it on the desk; raises as :func:`patterns.make_ceremony`."""
        from kpu_desk.services import patterns

        made = patterns.make_ceremony(self.desk, prepared)
        self._current = made.id
        self.took(made)

    def arrange(self, arranged: Ceremony) -> bool:
        """Takes order, witnesses and groups of a draft."""
        from kpu_desk.services import patterns

        return self.do(
            lambda: patterns.arrange(self.desk, arranged.id, arranged.officials, arranged.witnesses, arranged.signers)
        )

    def set_attachment(self, attachment: Attachment, agreement: Agreement = Agreement.SECRETARIAT) -> bool:
        """Sets sasaran, indikator, target, programmes and budget of one PK."""
        from kpu_desk.services import preparing

        return self.on_ceremony(lambda c: preparing.set_attachment(self.desk, c.id, attachment, agreement))

    def declare(self, official_id: str, answers: tuple[str, ...]) -> bool:
        """Notes that a person declares a conflict apart."""
        from kpu_desk.services import declaring

        return self.on_ceremony(lambda c: declaring.declare(self.desk, c.id, official_id, answers))

    def withdraw_declaration(self, official_id: str) -> bool:
        """Takes a declaration back that nobody signed."""
        from kpu_desk.services import declaring

        return self.on_ceremony(lambda c: declaring.withdraw(self.desk, c.id, official_id))

    # On the day

    def open_ceremony(self, words: Sequence[str] = (), machine: Machine | None = None, reason: str = "") -> None:
        """Composes and freezes all sheets on the worker, then opens; see :func:`preparing.open_ceremony`."""
        ceremony = self.ceremony
        if ceremony is None:
            return
        from kpu_desk.services import preparing

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            return preparing.open_ceremony(
                self.desk, ceremony.id, progress, cancelled, words, machine=machine, reason=reason
            )

        def done(opened: object) -> None:
            if isinstance(opened, Ceremony):
                self.took(opened)
                n = len(opened.sheets)
                self.said.emit(self.tr("Upacara dibuka; {n} lembar dibekukan.", "", n).format(n=n))
                self.opened.emit()

        self.work(work, self.tr("Menyusun dan membekukan lembar"), done)

    def close_ceremony(self, then: Callable[[], object]) -> None:
        """Freezes the counts and draws up the minutes on the worker; ``then`` is called when the ceremony is closed."""
        ceremony = self.ceremony
        if ceremony is None or self.busy:
            return
        from kpu_desk.services import preparing

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            return preparing.close_ceremony(self.desk, ceremony.id, progress, cancelled)

        def done(closed: object) -> None:
            self.closing = False
            if isinstance(closed, Ceremony):
                self.took(closed)
                then()

        def failed(error: BaseException) -> None:
            self.closing = False
            self.changed.emit()
            self.failed(error)

        self.closing = True
        self.work(work, self.tr("Menutup upacara"), done, failed)

    def check_in(self, official_id: str, identified: str = KNOWN_TO_OPERATOR) -> bool:
        """Notes that a person is here; ``identified`` says how the operator knows."""
        from kpu_desk.services import attending

        return self.on_ceremony(lambda c: attending.check_in(self.desk, c.id, official_id, identified))

    def undo_check_in(self, official_id: str) -> bool:
        """Takes a check-in back."""
        from kpu_desk.services import attending

        return self.on_ceremony(lambda c: attending.undo_check_in(self.desk, c.id, official_id))

    def next_signers(self) -> tuple[Official, ...]:
        """Everybody who is here and can sign something now, in calling order."""
        ceremony, order = self.ceremony, self.order
        if ceremony is None:
            return ()
        # Asked at every step of the bar; both values are only ever replaced.
        if self._queue is None or self._queue[0] is not ceremony or self._queue[1] is not order:
            self._queue = (ceremony, order, next_signers(ceremony, order))
        return self._queue[2]

    def call_in(self, order: CallingOrder) -> None:
        """People are called in this order from now on."""
        self.order = order
        self.changed.emit()

    def make_void(self, sheet_id: str, fault: Fault, note: str) -> bool:
        """Makes a signed sheet void; the one in its place waits for signatures."""
        from kpu_desk.services import voiding

        return self.on_ceremony(lambda c: voiding.make_void(self.desk, c.id, sheet_id, fault, note))

    # After it

    def seal(self, *, without_number: bool = False) -> None:
        """Seals all complete sheets on the worker; without their numbers only when that was asked."""
        ceremony = self.ceremony
        if ceremony is None:
            return
        from kpu_desk.services import sealing

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            return sealing.seal_ceremony(self.desk, ceremony.id, progress, cancelled, without_number=without_number)

        def done(result: object) -> None:
            self.took(self.desk.ceremony(ceremony.id))
            self.sealed.emit(result)

        self.work(work, self.tr("Menyegel dan memeriksa rekaman"), done)

    def sealing_words(self, result: SealingResult) -> str:
        """What a sealing brought, in one sentence."""
        words = self.tr("{n} rekaman disegel dan diperiksa.", "", result.sealed).format(n=result.sealed)
        if result.failed:
            serials = ", ".join(serial for serial, _code in result.failed[:5])
            words += " " + self.tr("{n} gagal: {serials}.").format(n=len(result.failed), serials=serials)
        if result.remaining:
            words += " " + self.tr("{n} lembar belum disegel.", "", result.remaining).format(n=result.remaining)
        return words

    def stop(self) -> None:
        """Asks long work to stop and waits a moment for it, before the workspace is closed."""
        if self._task is not None:
            self._task.cancel()
            self._task.wait(20)
        self.stopping.emit()

    def on_ceremony(self, act: Callable[[Ceremony], Ceremony]) -> bool:
        """Does an act of a service on the ceremony on the desk; False when it was refused, and ``problem`` says why."""
        ceremony = self.ceremony
        return ceremony is not None and self.do(lambda: act(ceremony))

    def do(self, act: Callable[[], Ceremony]) -> bool:
        """Does an act of a service that gives a ceremony back; False when it was refused, and ``problem`` says why."""
        return guarded(lambda: self.took(act()), self.problem.emit)

    def work(
        self,
        work: background.Work,
        what: str,
        done: Callable[[object], None],
        failed: Callable[[BaseException], None] | None = None,
        **facts: str,
    ) -> None:
        """Begins long work on the worker; while some is under way ``problem`` says that this has to wait."""
        if self._task is not None:
            words = self.tr("Belum dapat dimulai: {what}.").format(what=what.format(**facts))
            self.problem.emit(Advice(words, self.tr("Tunggu sampai pekerjaan yang berjalan selesai.")))
            return
        task = background.run(work, self)
        self._task = task
        task.done.connect(done)
        task.failed.connect(failed or self.failed)
        task.finished.connect(self._finished)
        self.working.emit(task, what.format(**facts))

    def failed(self, error: BaseException) -> None:
        """Tells the operator why work failed, unless he stopped it himself."""
        if not is_cancelled(error):
            self.problem.emit(advice_for(error))

    def _finished(self) -> None:
        self._task = None
