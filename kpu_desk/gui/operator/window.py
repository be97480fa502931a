"""The desk: one glance says where we are, who is next, what is missing; one key does the next thing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from kpu_desk.domain.calling import willing_signers
from kpu_desk.domain.ceremony import CeremonyState
from kpu_desk.domain.documents import Agreement, Mark
from kpu_desk.gui.errors import Advice
from kpu_desk.gui.escrow_banner import EscrowBanner
from kpu_desk.gui.look import BASE
from kpu_desk.gui.notices import NoticeStrip, TaskStrip
from kpu_desk.gui.operator.actions import DeskActions
from kpu_desk.gui.operator.away import AwayActs
from kpu_desk.gui.operator.before_day import BeforeDay
from kpu_desk.gui.operator.calling import Calling
from kpu_desk.gui.operator.clock_guard import ClockGuard
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.operator.dialogs import DeskDialogs
from kpu_desk.gui.operator.door import Door
from kpu_desk.gui.operator.follow import FollowActs
from kpu_desk.gui.operator.header import DeskHeader
from kpu_desk.gui.operator.people_panel import PeoplePanel
from kpu_desk.gui.operator.progress_line import ProgressLine
from kpu_desk.gui.operator.queue_acts import QueueActs
from kpu_desk.gui.operator.right_side import RightSide
from kpu_desk.gui.operator.roster_acts import RosterActs, roster_in
from kpu_desk.gui.operator.roster_dialogs import RosterDialogs
from kpu_desk.gui.operator.rundown_desk import RundownDesk
from kpu_desk.gui.operator.states import StateActs, StateBanner
from kpu_desk.gui.widgets import Banner


class OperatorWindow(QMainWindow):
    """Puts the panels together; acts go to the controller, calls to ``calling``.

    Signals:
        records_wanted(): the secretary's view is asked for.
        files_wanted(): files from elsewhere are to be checked.
        settings_wanted(), form_texts_wanted(): the office's settings, the texts of its documents.
        language_wanted(language): the windows shall speak another language.
        closing(): the window is about to close; its owner closes the workspace.
    """

    records_wanted = Signal()
    files_wanted = Signal()
    settings_wanted = Signal()
    form_texts_wanted = Signal()
    language_wanted = Signal(object)
    closing = Signal()

    def __init__(self, controller: DeskController, calling: Calling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("operator_window")
        self.setWindowTitle(self.tr("KPU Desk – Meja"))
        self.setAcceptDrops(True)
        self.controller, self.calling = controller, calling
        self.dialogs = DeskDialogs(controller, self)
        self.roster = RosterActs(controller)
        self.roster_dialogs = RosterDialogs(self.roster, controller, self)
        desk = controller.desk
        self.header = DeskHeader(desk.clock, desk.profile.zone)
        self.escrow = EscrowBanner()
        self.state_banner = StateBanner(desk.profile.zone)
        self.states = StateActs(controller, calling, self.state_banner, self)
        self.away = AwayActs(controller, calling, self)
        self.follow = FollowActs(controller, calling, self)
        self.state_banner.late_wanted.connect(self.follow.ask)
        self.notices = NoticeStrip()
        self.clock_guard = ClockGuard(desk, self)
        self.tasks = TaskStrip()
        self.people = PeoplePanel()
        self.door = Door(controller, self)
        self.right = RightSide(controller, calling)
        self.next, self.preparation = self.right.next, self.right.preparation
        self.progress = ProgressLine(desk.actor.name)
        self.acts = DeskActions(self)
        self.before = BeforeDay(controller, self)
        self.before.add_to(self.acts.menus[0], self.acts.ready)
        calling.measured.connect(self.before.measured)
        self.rundown = RundownDesk(controller, calling, self, self.acts.close_ceremony.trigger)
        self.rundown.add_to(self.acts.menus[0], self.acts.ready)
        self.queue = QueueActs(controller, self.people, self.right, self)
        self.queue.add_to(self.acts.menus[1], self.acts.assist)
        self._lay_out(desk.mark)
        self._connect_panels()
        self._connect_acts()
        self.refresh()
        self.people.search.setFocus()

    def refresh(self) -> None:
        """Shows the controller's present ceremony everywhere."""
        ceremony = self.controller.ceremony
        self.header.show_ceremony(ceremony, self.controller.ceremonies)
        self.people.show_ceremony(ceremony)
        self.progress.show_ceremony(ceremony)
        self.states.show_ceremony(ceremony)
        self._refresh_right()

    def call(self, official_id: str = "") -> None:
        """Calls this person, or whoever the right panel shows."""
        target = self.right.target()
        if target:
            self.calling.call(official_id or target)

    def call_next(self) -> None:
        """Calls the next in order, whoever is selected."""
        ceremony = self.controller.ceremony
        queue = willing_signers(ceremony) if ceremony is not None else ()
        if queue:
            self.calling.call(queue[0].id)

    def _lay_out(self, mark: Mark) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if mark is not Mark.NONE:
            words = {
                Mark.CONTOH: self.tr("CONTOH – data contoh; tidak ada yang menjadi rekaman sungguhan."),
                Mark.GLADI: self.tr("GLADI – latihan; tidak ada yang menjadi rekaman sungguhan."),
            }[mark]
            column.addWidget(Banner(mark.value.lower(), words))
        column.addWidget(self.header)
        column.addWidget(self.state_banner)
        column.addWidget(self.rundown.bar)
        column.addWidget(self.escrow)
        column.addWidget(self.notices)
        column.addWidget(self.tasks)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, BASE * 2, 0)
        middle.setSpacing(BASE)
        middle.addWidget(self.people, 1)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, BASE, 0, BASE)
        beside.addWidget(self.right)
        middle.addLayout(beside)
        column.addLayout(middle, 1)
        column.addWidget(self.progress)
        inside = QWidget()
        inside.setLayout(column)
        self.setCentralWidget(inside)
        self.setMinimumSize(860, 480)
        self.resize(1366, 768)

    def _connect_panels(self) -> None:
        self.controller.changed.connect(self.refresh)
        self.controller.problem.connect(self.tell_problem)
        self.clock_guard.noticed.connect(self.notices.tell_problem)
        self.controller.said.connect(self.notices.tell_good)
        self.calling.screen_back.connect(
            lambda: self.notices.tell_good(self.tr("Layar penanda tangan kembali seperti semula."))
        )
        self.controller.working.connect(self._follow)
        self.roster.unread.connect(self._unread)
        self.controller.sealed.connect(self._sealed)
        self.calling.changed.connect(self._refresh_right)
        self.calling.problem.connect(self.tell_problem)
        self.calling.left.connect(self._left)
        self.header.chosen.connect(self.controller.choose)
        self.header.new_wanted.connect(self.dialogs.new_ceremony)
        self.header.step_wanted.connect(self._next_step)
        self.people.selected.connect(self._refresh_person)
        self.door.listen(self.people)
        self.door.said.connect(self.notices.tell_good)
        self.door.problem.connect(self.tell_problem)
        self.people.identify_wanted.connect(self._identify)
        self.people.call_wanted.connect(lambda _id: self.call())
        self.people.menu_wanted.connect(self._person_menu)
        self.people.import_wanted.connect(self.acts.import_roster.trigger)
        self.people.add_wanted.connect(self.acts.add_official.trigger)
        self.next.call_wanted.connect(self.call)
        self.next.recall_wanted.connect(self.calling.recall)
        self.next.pause_wanted.connect(self.calling.pause)
        self.preparation.targets_wanted.connect(self.acts.targets.trigger)
        self.preparation.commission_targets_wanted.connect(self.acts.commission_targets.trigger)
        self.preparation.rundown_wanted.connect(self.rundown.show)
        self.preparation.open_wanted.connect(self.before.open_ceremony)
        self.before.open_wanted.connect(self.dialogs.open_ceremony)
        self.before.opened_despite.connect(
            lambda words: self.notices.tell_good(words, self.tr("Lihat daftar"), self.before.check)
        )

    def _connect_acts(self) -> None:
        acts, dialogs, selected = self.acts, self.dialogs, self.people.selected_id
        for action, act in (
            (acts.new_ceremony, dialogs.new_ceremony),
            (acts.from_pattern, lambda: dialogs.patterns().begin()),
            (acts.edit_ceremony, dialogs.edit_ceremony),
            (acts.open_ceremony, self.before.open_ceremony),
            (acts.ready, self.states.declare_ready),
            (acts.not_ready, self.states.take_back_ready),
            (acts.pause, self.states.pause),
            (acts.resume, self.states.resume),
            (acts.annul, self.states.annul),
            (acts.close_ceremony, dialogs.close_ceremony),
            (acts.closing_words, dialogs.closing_words),
            (acts.follow, self.follow.ask),
            (acts.revise, self.follow.revise),
            (acts.view_sheets, self._view_sheets),
            (acts.quit, self.close),
            (acts.import_roster, self.roster_dialogs.choose),
            (acts.save_roster, self.roster_dialogs.save),
            (acts.add_official, dialogs.add_official),
            (acts.edit_official, lambda: dialogs.edit_official(selected())),
            (acts.remove_official, lambda: dialogs.remove_official(selected())),
            (acts.choose_witness, lambda: dialogs.patterns().arrange(selected())),
            (acts.check_in, lambda: self.door.check_in(selected())),
            *((act, lambda way=way: self.door.check_in(selected(), way)) for way, act in acts.check_in_by.items()),
            (acts.away, lambda: self.away.ask(selected())),
            (acts.undo_check_in, lambda: self.door.take_back(selected())),
            (acts.search, self.people.begin_search),
            (acts.call_next, self.call_next),
            (acts.recall, self.calling.recall),
            (acts.targets, dialogs.targets),
            (acts.own_document, dialogs.own_document),
            (acts.own_folder, lambda: dialogs.own_documents().choose_folder()),
            (acts.commission_targets, lambda: dialogs.targets(Agreement.COMMISSION)),
            (acts.assist, lambda: dialogs.assist(selected(), self.calling.call)),
            (acts.void_sheet, lambda: dialogs.void_sheet(selected())),
            (acts.declaration, lambda: dialogs.declaration(selected())),
            (acts.seal, self._seal),
            (acts.records, self.records_wanted.emit),
            (acts.verify_files, self.files_wanted.emit),
            (acts.settings, self.settings_wanted.emit),
            (acts.check_clock, lambda: self.clock_guard.ask(self)),
            (acts.form_texts, self.form_texts_wanted.emit),
            (acts.keys, dialogs.shortcuts),
        ):
            # Qt hands over whether the action is checked; none of the acts wants to know.
            action.triggered.connect(lambda _checked=False, act=act: act())

        acts.documents.triggered.connect(lambda action: dialogs.remove_document(str(action.data())))
        for language, choice in acts.languages.choices.items():
            choice.triggered.connect(lambda _checked=False, chosen=language: self.language_wanted.emit(chosen))

    def _refresh_right(self) -> None:
        self.rundown.refresh()
        self._refresh_person()

    def _refresh_person(self) -> None:
        """What another bar changes; it moves with every letter of a search."""
        ceremony = None if self.controller.closing else self.controller.ceremony
        selected = self.people.selected_id()
        self.acts.wake(ceremony, selected, calling=self.calling.running, busy=self.controller.busy)
        # One next action: where the bar of the rundown has it, the right side is only another way.
        self.right.refresh(selected, leads=self.rundown.bar.isHidden())

    def _next_step(self) -> None:
        ceremony = self.controller.ceremony
        if ceremony is None:
            return
        {
            CeremonyState.OPEN: self.acts.close_ceremony,
            CeremonyState.PAUSED: self.acts.resume,
            CeremonyState.CLOSED: self.acts.seal,
            CeremonyState.SEALED: self.acts.records,
        }[ceremony.state].trigger()

    def _identify(self, _official_id: str, place: QPoint) -> None:
        if self.acts.check_in.isEnabled():
            menu = self.acts.identify_menu(self)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    def _view_sheets(self) -> None:
        viewer = self.dialogs.view_sheets(self.people.selected_id())
        if viewer is not None:
            viewer.problem.connect(self.tell_problem)

    def _left(self, official_id: str) -> None:
        # The next in order is what matters again; a bar left on the person who is done would hide that.
        if self.people.selected_id() == official_id:
            self.people.select("")

    def _unread(self, advice: Advice) -> None:
        self.notices.tell_problem(advice, self.tr("Tunjuk kolomnya …"), self.roster.sketch)

    def _follow(self, task: object, what: str) -> None:
        from kpu_desk.gui.background import Task

        if isinstance(task, Task):
            self.tasks.follow(task, what)
            task.finished.connect(self._refresh_right)
            self._refresh_right()

    def _seal(self) -> None:
        from kpu_desk.gui.sealing_question import seal_or_ask
        from kpu_desk.services.sealing import sealing_need

        ceremony = self.controller.ceremony
        if ceremony is not None:
            seal_or_ask(
                self,
                sealing_need(self.controller.desk, ceremony.id),
                seal=lambda without: self.controller.seal(without_number=without),
                give_numbers=self.records_wanted.emit,
            )

    def _sealed(self, result: object) -> None:
        from kpu_desk.services.sealing import SealingResult

        if isinstance(result, SealingResult):
            words = self.controller.sealing_words(result)
            if result.failed:
                self.notices.tell_problem(Advice(words, self.tr("Yang gagal dapat disegel lagi.")))
            else:
                self.notices.tell_good(words, self.tr("Buka rekaman"), self.records_wanted.emit)

    def tell_problem(self, advice: Advice) -> None:
        """Shows a problem in the strip; a form that is open says it as well, where the eyes are."""
        from kpu_desk.gui.forms import FormDialog

        for form in self.findChildren(FormDialog):
            if form.isVisible():
                form.complain(advice.text)
                return
        self.notices.tell_problem(advice)

    def _person_menu(self, _official_id: str, place: QPoint) -> None:
        menu = self.acts.person_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.right.fit(self.width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.acts.import_roster.isEnabled() and (roster_in(event.mimeData()) or _documents_in(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = roster_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.roster.read(path)
            return
        documents = _documents_in(event.mimeData())
        if documents and self.acts.own_document.isEnabled():
            event.acceptProposedAction()
            self.dialogs.own_documents().dropped(documents)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.dialogs.may_close(self.calling))
        if event.isAccepted():
            self.closing.emit()


def _documents_in(dragged: QMimeData) -> tuple[Path, ...]:
    """The office's PDFs that are being dragged, or the one folder of them; nothing where anything else is with them."""
    if not all(url.isLocalFile() for url in dragged.urls()):
        return ()
    paths = tuple(Path(url.toLocalFile()) for url in dragged.urls())
    folder = len(paths) == 1 and paths[0].is_dir()
    return paths if folder or all(path.suffix.lower() == ".pdf" for path in paths) else ()
