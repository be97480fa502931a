"""What every act of a rehearsal needs: to wait for the windows, to find and press what they show, to hear refusals."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.gui import background
from kpu_desk.gui.errors import Advice, advice_for
from kpu_desk.gui.rehearsal import hand
from kpu_desk.gui.rehearsal.memory import Memory
from kpu_desk.gui.rehearsal.pace import Rest
from kpu_desk.gui.rehearsal.pictures import Pictures
from kpu_desk.gui.rehearsal.player import Script, StuckError, Until
from kpu_desk.language import translate

if TYPE_CHECKING:
    from kpu_desk.gui.start import Program

Tell = Callable[[str, int, int], None]
"""Stage in words, done, total (0 while it is not known)."""

LONG_S: Final = 1_800.0
"""Seconds that composing, sealing or verifying a large ceremony may take."""

_Widget = TypeVar("_Widget", bound=QWidget)


class Acting:
    """The windows of the program, as somebody sees them who sits in front of them.

    Args:
        memory: takes down every key and click of the operator, by what they were for (``where``).
        paced: whether people take their time.
    """

    def __init__(
        self,
        program: Program,
        tell: Tell,
        memory: Memory | None = None,
        pictures: Pictures | None = None,
        *,
        paced: bool = False,
    ) -> None:
        assert program.operator is not None
        assert program.signer is not None
        self.program = program
        self.operator, self.signer = program.operator, program.signer
        self.controller, self.calling = program.operator.controller, program.operator.calling
        self.desk = program.operator.controller.desk
        self.tell = tell
        self.memory, self.pictures = memory or Memory(), pictures or Pictures(None)
        self.paced = paced
        self.where = "desk"
        self._problem = ""
        self.controller.problem.connect(self.heard)
        self.calling.problem.connect(self.heard)

    @property
    def ceremony(self) -> Ceremony:
        """The ceremony on the desk."""
        ceremony = self.controller.ceremony
        if ceremony is None:
            raise StuckError(translate("rehearsal", "membuat upacara"))
        return ceremony

    def private_screens(self) -> tuple[QScreen | None, ...]:
        """The desk's screen and the signer's."""
        return (self.operator.screen(), self.signer.screen() if self.signer.isVisible() else None)

    def heard(self, advice: Advice) -> None:
        """A window refuses something: the next wait stops with its words."""
        self._problem = advice.text

    def follow(self, task: object, what: str) -> None:
        """Tells how far long work of a window is."""
        if isinstance(task, background.Task):
            task.progress.connect(lambda done, total: self.tell(what, done, total))

    def settled(self, holds: Callable[[], bool], what: str, seconds: float = 30.0) -> Script:
        """Waits for something, and stops at once when a window says that it refuses."""

        def checked() -> bool:
            if self._problem:
                raise StuckError(f"{what}: {self._problem}")
            return holds()

        yield Until(checked, what, seconds)

    def told(self, what: str) -> Script:
        """Waits until a window refuses or reports what is expected to be so here, and takes no offence."""
        yield Until(lambda: bool(self._problem), what)
        self._problem = ""

    def rest(self, what: Rest) -> Script:
        """The time that a person takes, where the day is played at their pace."""
        if self.paced:
            end = time.monotonic() + what.value
            yield Until(lambda: time.monotonic() >= end, what.name, what.value + 30)

    def press(self, button: QWidget, what: str) -> Script:
        """Waits until a button is awake and presses it."""
        yield from self.settled(
            lambda: hand.can_press(button), translate("rehearsal", "tombol “{what}”").format(what=what)
        )
        yield from self.rest(Rest.CHOICE)
        self._count(button)
        hand.press(button)

    def strike(self, key: Qt.Key, text: str = "") -> Script:
        """One key at the desk, which has the keyboard, or is given it by a click."""
        desk = self.operator.windowHandle()
        if QGuiApplication.focusWindow() is not desk:
            self.memory.note("act", where=self.where)
            self.operator.activateWindow()
            yield from self.settled(
                lambda: QGuiApplication.focusWindow() is desk, translate("rehearsal", "papan ketik di meja")
            )
        yield from self.rest(Rest.KEY)
        self.memory.note("act", where=self.where)
        hand.strike(desk, key, text)

    def choose(self, action: QAction) -> Script:
        """An act by its key; one without a key out of its menu: one click opens the menu, one chooses."""
        yield from self.settled(action.isEnabled, action.text())
        by_key = not action.shortcut().isEmpty()
        yield from self.rest(Rest.KEY if by_key else Rest.CHOICE)
        self.memory.note("act", where=self.where, times=1 if by_key else 2)
        action.trigger()

    def _count(self, widget: QWidget) -> None:
        """Takes down what the operator did; what a signer or a secretary does is not counted."""
        window: QWidget | None = widget.window()
        while window is not None and window is not self.operator:
            parent = window.parentWidget()
            window = parent.window() if parent is not None else None
        if window is not None:
            self.memory.note("act", where=self.where)

    def find(self, window: QWidget, kind: type[_Widget], name: str) -> Generator[Until | None, None, _Widget]:
        """Waits until a widget of this object name is to be seen, and gives it."""
        seen: list[_Widget] = []

        def look() -> bool:
            seen[:] = [found for found in window.findChildren(kind, name) if found.isVisible()]
            return bool(seen)

        yield from self.settled(look, name)
        return seen[0]

    def work(self, work: background.Work, what: str) -> Generator[Until | None, None, object]:
        """Long work on its thread; gives what it returned."""
        ended: list[object] = []
        task = background.run(work, self.operator)
        task.progress.connect(lambda done, total: self.tell(what, done, total))
        task.done.connect(ended.append)
        task.failed.connect(lambda error: self.heard(advice_for(error)))
        try:
            yield from self.settled(lambda: bool(ended), what, LONG_S)
        finally:
            if not ended:
                task.cancel()
                task.wait(20)
        return ended[0]
