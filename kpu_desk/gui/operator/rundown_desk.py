"""The operator's hand on the rundown: the one key, the list of steps, notes of exceptions; planned before the day."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kpu_desk.domain.acts_rundown import rundown_of
from kpu_desk.domain.allowed import CeremonyAct, is_allowed
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.next_thing import Do, NextThing, next_thing
from kpu_desk.domain.rundown import Step, runs, seconds_between, upcoming
from kpu_desk.gui.acts import make_act
from kpu_desk.gui.forms import FormDialog, opened
from kpu_desk.gui.operator.calling import Calling
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.operator.rundown_bar import RundownBar

_LOOK_AGAIN_MS = 10_000


class RundownDesk(QObject):
    """The acts around the rundown, and its bar.

    Args:
        close: asks whether the ceremony is closed.

    Signals:
        turn_wanted(): the hall's text goes on by a page.
    """

    turn_wanted = Signal()

    def __init__(
        self, controller: DeskController, calling: Calling, window: QWidget, close: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._controller, self._calling, self._window, self._close = controller, calling, window, close
        self._page, self._pages = 0, 0
        self.bar = RundownBar(controller.desk.profile.zone)
        act = partial(make_act, window)
        self.next = act("next_thing_act", self.tr("Langkah berikut"), "F9", picture="next", do=self.do_next)
        self.step_on = act("step_on", self.tr("Acara berikut"), "Shift+F9", picture="play", do=self.begin_next)
        self.show_list = act("rundown", self.tr("Susunan acara …"), "F6", picture="clock", do=self.show)
        self.take_note = act("take_note", self.tr("Catat kejadian …"), "Shift+F6", picture="edit", do=self.note)
        self.bar.next_wanted.connect(self.do_next)
        self.bar.list_wanted.connect(self.show)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()

    def add_to(self, menu: QMenu, before: QAction) -> None:
        """Puts the acts into a menu."""
        menu.insertActions(before, [self.next, self.step_on, self.show_list, self.take_note])
        menu.insertSeparator(before)

    @property
    def thing(self) -> NextThing:
        """What the one key does now."""
        if self._controller.closing:
            return NextThing(Do.NOTHING)
        left = max(0, self._pages - self._page)
        at_pad, order = self._calling.running, self._controller.order
        return next_thing(self._controller.ceremony, at_pad=at_pad, pages_left=left, order=order)

    def refresh(self) -> None:
        """Shows the controller's present ceremony."""
        ceremony, thing = self._controller.ceremony, self.thing
        page = f"{self._page} / {self._pages}" if self._pages > 1 else ""
        now = self._controller.desk.now_text()
        self.bar.show_ceremony(ceremony, thing, elapsed_s=self._elapsed_s(ceremony), now=now, page=page)
        may = {act for act in CeremonyAct if ceremony is not None and is_allowed(ceremony.state, act)}
        live = not self._controller.closing and ceremony is not None and bool(ceremony.rundown) and not ceremony.sample
        self.next.setEnabled(thing.do not in (Do.NOTHING, Do.WAIT))
        following = live and ceremony is not None and upcoming(ceremony.rundown, ceremony.step_acts) is not None
        self.step_on.setEnabled(following and CeremonyAct.STEP in may)
        self.show_list.setEnabled(ceremony is not None and bool(rundown_of(ceremony)))
        self.take_note.setEnabled(live and CeremonyAct.NOTE in may)

    def show_page(self, page: int, pages: int) -> None:
        """The hall reads this page of so many; 0 of 0 where it reads nothing."""
        if (page, pages) != (self._page, self._pages):
            self._page, self._pages = page, pages
            self.refresh()

    def do_next(self) -> None:
        """Whatever comes next: a page, a person, a step, the closing."""
        thing = self.thing
        if thing.do is Do.CALL and thing.person is not None:
            self._calling.call(thing.person.id)
        elif thing.do is Do.STEP and thing.step is not None:
            self.begin(thing.step.id)
        elif thing.do is Do.TURN:
            self.turn_wanted.emit()
        elif thing.do is Do.CLOSE:
            self._close()

    def begin_next(self) -> None:
        """The next step, whatever else could come before it."""
        ceremony = self._controller.ceremony
        step = None if ceremony is None else upcoming(ceremony.rundown, ceremony.step_acts)
        if step is not None:
            self.begin(step.id)

    def begin(self, step_id: int) -> bool:
        """Ends what runs and begins this step."""
        from kpu_desk.services import rundown

        return self._controller.on_ceremony(lambda c: rundown.begin(self._controller.desk, c.id, step_id))

    def skip(self, step_id: int, reason: str) -> bool:
        """Leaves a step out."""
        from kpu_desk.services import rundown

        return self._controller.on_ceremony(lambda c: rundown.skip(self._controller.desk, c.id, step_id, reason))

    def plan(self, steps: tuple[Step, ...]) -> bool:
        """Plans the steps of a draft."""
        from kpu_desk.services import rundown

        return self._controller.on_ceremony(lambda c: rundown.plan(self._controller.desk, c.id, steps))

    def show(self) -> FormDialog | None:
        """The plan, to be changed before the day; on the day what became of it."""
        ceremony = self._controller.ceremony
        if ceremony is None:
            return None
        if is_allowed(ceremony.state, CeremonyAct.PREPARE):
            from kpu_desk.gui.operator.rundown_editor import RundownEditor

            return opened(RundownEditor(ceremony, self.plan, self._window))
        from kpu_desk.gui.operator.rundown_list import RundownList

        form = RundownList(self._controller.desk.profile.zone, self, self._window)
        form.show_ceremony(ceremony)
        self._controller.changed.connect(form.follow)
        return opened(form)

    def note(self) -> FormDialog | None:
        """An exception: what, when, how mended."""
        from kpu_desk.gui.operator.rundown_notes import NoteForm
        from kpu_desk.services import rundown

        controller, ceremony = self._controller, self._controller.ceremony
        if ceremony is None:
            return None
        desk = controller.desk
        now = desk.clock().astimezone(desk.profile.zone.tzinfo)

        def keep(what: str, happened: str, mended: str, about: int) -> bool:
            return controller.on_ceremony(
                lambda c: rundown.note(desk, c.id, what=what, happened=happened, mended=mended, about=about)
            )

        return opened(NoteForm(ceremony, f"{now:%H.%M}", keep, self._window))

    @property
    def ceremony(self) -> Ceremony | None:
        """The one on the desk."""
        return self._controller.ceremony

    def _elapsed_s(self, ceremony: Ceremony | None) -> int:
        from dataclasses import replace

        found = runs(ceremony.step_acts) if ceremony is not None else ()
        if not found or found[-1].ended is not None:
            return 0
        from kpu_desk.services.rundown import counter_s

        desk, begun = self._controller.desk, found[-1].begun
        now = replace(begun, at=desk.now_text(), opening=desk.opening, counter_s=counter_s())
        return seconds_between(begun, now)
