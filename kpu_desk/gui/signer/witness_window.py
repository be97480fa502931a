"""The signer's window as it is used: a witness may sign a run of sheets, and a paused ceremony holds it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from kpu_desk.domain.documents import Mark
from kpu_desk.gui.signer.course import Next
from kpu_desk.gui.signer.head import SheetBefore
from kpu_desk.gui.signer.run import RunStep
from kpu_desk.gui.signer.window import SignerWindow


class WitnessWindow(SignerWindow):
    """Goes another way only through the sheets of ``Sitting.run``, and waits while the ceremony is paused.

    Signals:
        run_confirmed: the list as `Listed`s; its sheets were all opened, and are signed one by one from now on.
    """

    run_confirmed = Signal(object)

    def __init__(
        self,
        office_name: str,
        mark: Mark,
        logo: QPixmap | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(office_name, mark, logo, clock=clock, parent=parent)
        self._suspended = False
        self._run = RunStep()
        self._steps.addWidget(self._run)
        self._run.confirmed.connect(self._on_run_confirmed)
        self._run.read_again.connect(self._on_run_again)
        self._sign.read_again.connect(self._on_read_again)

    @property
    def suspended(self) -> bool:
        """Whether the ceremony is paused."""
        return self._suspended

    def suspend(self, suspended: bool) -> None:
        """Says that the ceremony is paused, at rest too; a sitting waits, and goes on with the ceremony."""
        self._suspended = suspended
        self._rest.say_paused(suspended)
        self._paused.say_paused(suspended)
        if suspended:
            self.pause()
        else:
            self.resume()

    def resume(self) -> None:
        """Goes on where the sitting was, unless the ceremony is paused."""
        if not self._suspended:
            super().resume()

    def _on_read(self) -> None:
        course = self._course
        if course is None or not course.in_run:
            super()._on_read()
            return
        course.keep_view(self._read.pages)
        if course.listed is None:
            self._next_sheet(None)
        else:
            self._go(self._sign)

    def _on_read_again(self) -> None:
        course = self._course
        if course is not None and course.in_run:
            # The pages that were read last are those of another sheet.
            self._read.open(course.sheet, course.number, course.count)

    def _on_run_again(self) -> None:
        if self._course is not None:
            self._course.index = min(self._course.views)
            self._open_sheet()

    def _on_run_confirmed(self) -> None:
        course = self._course
        if course is None:
            return
        self.run_confirmed.emit(course.confirm_run())
        if self._course is course:
            self._next_sheet(None)

    def _next_sheet(self, before: SheetBefore | None) -> None:
        course = self._course
        assert course is not None
        match course.go_on():
            case Next.READ:
                self._open_sheet(before)
            case Next.LIST:
                self._run.open(course.run())
                self._fit()
                self._go(self._run)
            case Next.SIGN:
                self._sign.open(course.sheet, course.sitting.name, course.number, course.count)
                self._go(self._sign)
            case Next.END:
                super()._next_sheet(before)
