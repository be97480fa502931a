"""The signer's window: full screen, one thing at a time, and no way out of it for the person who signs."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.notice import Notice
from kpu_desk.domain.pad import PadAct
from kpu_desk.domain.showing import CapturedInk, Sitting
from kpu_desk.gui.signer.beside import AttestStep, HelperStep, help_of, witnesses_of
from kpu_desk.gui.signer.comfort import Comfort, ComfortStrip, press_focused
from kpu_desk.gui.signer.course import AtTheSide, Course
from kpu_desk.gui.signer.decline import DeclineStep
from kpu_desk.gui.signer.done import DoneStep
from kpu_desk.gui.signer.dress import Dress
from kpu_desk.gui.signer.head import SheetBefore, lay_window
from kpu_desk.gui.signer.name import NameStep
from kpu_desk.gui.signer.notice import NoticeStep
from kpu_desk.gui.signer.own_screen import LockedWindow
from kpu_desk.gui.signer.paused import PausedStep
from kpu_desk.gui.signer.progress import FIRST_ON_STEP, progress_words
from kpu_desk.gui.signer.read import ReadStep
from kpu_desk.gui.signer.rest import RestStep
from kpu_desk.gui.signer.sign import SignStep
from kpu_desk.language import Language

THANKS_MS: Final = 3_000
NO_NOTICE: Final[Mapping[Language, Notice]] = {}


class SignerWindow(LockedWindow):
    """Walks one person through the sheets of a sitting: name, read, sign, thanks.

    The window decides nothing: a signature counts when the owner has saved it and calls `accept`. Page sources
    belong to the owner; when `sitting_finished`, `not_me` or the return to rest is told, the window holds none.

    Args:
        office_name: as the office writes itself.
        mark: CONTOH or GLADI puts a band across the top.
        logo: the office's, or None.
        clock: seconds of a clock that never goes back.

    Signals:
        captured: a `Captured` with all inks of the sheet; the sign button is busy until `accept` or `refuse`.
        declined: official's id, sheet's id, reason in Indonesian; the window has gone on.
        not_me: official's id; the window is at rest.
        kept: a `PadChange` that must survive the end of the program.
        notice_opened: the `Notice` that the person reads; again where it is read in the other language.
        progress: step and sheet in words, for the operator.
        sitting_finished: official's id, after the last sheet was signed or declined.
        screen_lost, screen_back: the window's screen was unplugged or mirrored (True), and is there again.
    """

    captured = Signal(object)
    declined = Signal(str, str, str)
    not_me = Signal(str)
    kept = Signal(object)
    notice_opened = Signal(object)
    progress = Signal(str)
    sitting_finished = Signal(str)
    screen_lost = Signal(bool)
    screen_back = Signal()

    def __init__(
        self,
        office_name: str,
        mark: Mark,
        logo: QPixmap | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(QCoreApplication.translate("SignerWindow", "KPU Desk – Penanda tangan"), parent)
        self.setObjectName("signer_window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._clock = clock
        self._course: Course | None = None
        self._office_name = office_name
        self._paused_from: QWidget | None = None
        self._waiting = self._waits_for_screen = False
        self._thanks = QTimer(self, singleShot=True, interval=THANKS_MS)
        self._thanks.timeout.connect(self.show_rest)
        self._rest = RestStep(office_name, logo)
        self._name = NameStep()
        self._read = ReadStep(clock)
        self._sign = SignStep()
        self.pads = self._sign.pads
        self._decline = DeclineStep()
        self._done = DoneStep()
        self._helper = HelperStep()
        self._attest = AttestStep(clock)
        self._written: tuple[CapturedInk, ...] = ()
        self._notice = NoticeStep()
        self._paused = PausedStep()
        self.strip = ComfortStrip()
        self._steps = QStackedWidget()
        for step in (
            *(self._rest, self._name, self._read, self._sign, self._decline),
            *(self._done, self._helper, self._attest, self._notice, self._paused),
        ):
            self._steps.addWidget(step)
        self._inside = QWidget()
        lay_window(self, mark, self._inside, (self.strip, self._steps))
        self._connect_steps()
        self._before_decline: QWidget = self._read
        self._before_notice: QWidget = self._name
        self._dress = Dress(self, self._inside, self.strip, self._read, self._sign, mark=mark)
        self.own_screen.taken.connect(self._dress.take_screen)
        self.own_screen.lost.connect(self._on_screen_lost)
        self.own_screen.back.connect(self._on_screen_back)
        self.strip.hide()

    def _connect_steps(self) -> None:
        self._name.confirmed.connect(self._open_sheet)
        self._name.denied.connect(self._on_not_me)
        self._read.confirmed.connect(self._on_read)
        self._read.declined.connect(self._on_decline)
        self._sign.signed.connect(self._on_signed)
        self._sign.kept.connect(self.kept)
        self._sign.turned.connect(lambda: self.progress.emit(self._progress(self._sign)))
        self._sign.declined.connect(self._on_decline)
        self._sign.read_again.connect(lambda: self._go(self._read))
        self._decline.went_back.connect(lambda: self._go(self._before_decline))
        self._decline.confirmed.connect(self._on_declined)
        self._helper.confirmed.connect(lambda: self._go(self._sign))
        self._helper.read_again.connect(lambda: self._go(self._read))
        self._attest.confirmed.connect(self._hand_over)
        self._attest.went_back.connect(self._back_to_pad)
        self.strip.comfort_wanted.connect(self._choose)
        self.strip.notice_wanted.connect(self._on_notice)
        self._notice.went_back.connect(lambda: self._go(self._before_notice))

    # ---- what the operator's desk does

    def show_office(self, office_name: str, logo: QPixmap | None) -> None:
        """The office under another name or logo, at rest."""
        self._office_name = office_name
        self._rest.show_office(office_name, logo)

    def show_rest(self) -> None:
        """Nobody is called: office, logo, and nothing of the last person."""
        self._leave_sitting()
        self._dress.take_off()
        self._rest.promise_help(False)
        self._go(self._rest)

    def begin(self, sitting: Sitting, notices: Mapping[Language, Notice] = NO_NOTICE) -> None:
        """Greets the person; a sitting that was still open is given up.

        Args:
            notices: what is one touch away on every step, in the languages of the window.

        Raises:
            ValueError: there is nothing to sign.
        """
        if not sitting.sheets:
            raise ValueError("a sitting without sheets")
        self._leave_sitting()
        self._dress.take_off()
        self._course = Course(sitting, notices)
        self._name.show_sitting(sitting)
        self._go(self._name)

    def recall(self) -> None:
        """The operator takes the person back; ink that was not accepted is forgotten."""
        self.show_rest()

    @property
    def paused(self) -> bool:
        """Whether the operator let the sitting pause."""
        return self._paused_from is not None

    def pause(self) -> None:
        """Shows nothing of the sitting until `resume`; ink that was not accepted stays."""
        if self._course is None or self.paused:
            return
        self._paused_from = self._current
        self._show(self._paused)
        self.progress.emit(self.tr("jeda"))

    def resume(self) -> None:
        """Goes on where the sitting was; with its screen, where that is away."""
        if self.own_screen.is_lost:
            self._waits_for_screen = self.paused
            return
        step, self._paused_from = self._paused_from, None
        if step is not None:
            self._go(step)

    def accept(self) -> None:
        """The signature that `captured` told of is saved: tick, and the next sheet or thanks."""
        if self._course is None or not self._waiting:
            return
        self._waiting = False
        self._sign.accepted()
        self._course.signed += 1
        self._next_sheet(SheetBefore(self._course.number, signed=True))

    def refuse(self, error: KnownError) -> None:
        """The signature was not taken: says why, in the person's language; the ink stays."""
        if self._course is None or not self._waiting:
            return
        self._waiting = False
        self._attest.forget()
        self._go(self._sign)
        self._sign.refuse(error)

    def warn(self, error: KnownError | None) -> None:
        """Tells the person who writes what is wrong; None that it is well again."""
        self._sign.warn(error)

    # ---- steps

    @property
    def _current(self) -> QWidget:
        return self._steps.currentWidget() or self._rest

    def _go(self, step: QWidget) -> None:
        if self.paused:
            # What ends while nobody looks is shown when the sitting goes on.
            self._paused_from = step
            return
        self._show(step)
        self.progress.emit(self._progress(step))

    def _show(self, step: QWidget) -> None:
        self._steps.setCurrentWidget(step)
        self.strip.setVisible(step not in (self._rest, self._done, self._paused))
        self.strip.offer_notice(self._course is not None and self._course.notice is not None and step != self._notice)
        first = FIRST_ON_STEP.get(step.objectName())
        found = step.findChild(QWidget, first) if first is not None else None
        if found is not None:
            found.setFocus()

    def _progress(self, step: QWidget) -> str:
        course = self._course
        sheet = (course.sheet.serial, course.number, course.count) if course is not None else None
        return progress_words(step.objectName(), self._sign.kind, sheet)

    def _open_sheet(self, before: SheetBefore | None = None) -> None:
        course = self._course
        if course is None:
            return
        course.opened_at = self._clock()
        helped = course.sitting.helped
        way = None if helped is None else helped.way
        self._sign.open(course.sheet, course.sitting.name, course.number, course.count, way)
        self._attest.forget()
        if helped is not None:
            self._helper.open(course.sheet, helped, course.number, course.count)
        self._go(self._read)
        self._read.open(course.sheet, course.number, course.count, before)
        self._fit()

    def _on_read(self) -> None:
        if self._course is not None and self._course.sitting.helped is not None:
            self._go(self._helper)
        else:
            self._go(self._sign)

    def _on_signed(self, inks: tuple[CapturedInk, ...]) -> None:
        course = self._course
        if course is None:
            return
        self._written = inks
        if course.sitting.helped is not None or witnesses_of(course.sheet, course.sitting):
            self._attest.open(course.sheet, course.sitting, course.number, course.count)
            self._fit()
            self._go(self._attest)
        else:
            self._hand_over()

    def _back_to_pad(self) -> None:
        self._sign.take_back()
        self._go(self._sign)

    def _hand_over(self) -> None:
        course = self._course
        if course is None:
            return
        self._waiting = True
        helped = help_of(course.sitting)
        said = None if helped is None else replace(self._helper.said(), presence=self._attest.presence())
        beside = AtTheSide(self._attest.taps(), helped, said)
        self.captured.emit(course.captured(self._written, self._read.pages, self._clock(), beside))

    def _on_decline(self) -> None:
        if self._course is None:
            return
        self._before_decline = self._current
        self._decline.open(self._course.sheet)
        self._go(self._decline)

    def _on_declined(self, reason: str) -> None:
        course = self._course
        if course is None:
            return
        self._sign.give_up(PadAct.DECLINED)
        self.declined.emit(course.sitting.official_id, course.sheet.sheet_id, reason)
        if self._course is not course:
            # The owner took the person back while hearing of it.
            return
        course.decline()
        self._next_sheet(SheetBefore(course.number, signed=False))

    def _on_notice(self) -> None:
        course = self._course
        if course is None or course.notice is None:
            return
        self._before_notice = self._current
        self._show_notice(course, course.notice)
        self._go(self._notice)

    def _show_notice(self, course: Course, notice: Notice) -> None:
        course.opened.append(notice)
        self._notice.show_notice(notice, self._office_name)
        self.notice_opened.emit(notice)

    def _on_not_me(self) -> None:
        if self._course is None:
            return
        official_id = self._course.sitting.official_id
        self._leave_sitting()
        self._rest.promise_help(True)
        self._go(self._rest)
        self.not_me.emit(official_id)

    def _next_sheet(self, before: SheetBefore | None) -> None:
        course = self._course
        assert course is not None
        if course.number < course.count:
            course.index += 1
            self._open_sheet(before)
            return
        self._done.show_end(signed=course.signed, declined=course.declined)
        self._leave_sitting()
        self._go(self._done)
        self._thanks.start()
        self.sitting_finished.emit(course.sitting.official_id)

    def _leave_sitting(self) -> None:
        self._thanks.stop()
        self._paused_from = None
        self._course = None
        self._waiting = self._waits_for_screen = False
        self._written = ()
        self._read.close_pages()
        self._sign.forget()
        self._helper.forget()
        self._attest.forget()

    # ---- how a person wants it

    def _choose(self, comfort: Comfort) -> None:
        course = self._course
        if course is None:
            return
        before, course.comfort = course.notice, self._dress.wear_next_fitting(comfort)
        if self._current is self._notice and course.notice is not None and course.notice is not before:
            self._show_notice(course, course.notice)

    def _fit(self) -> None:
        """There are other words on the steps now."""
        if self._course is not None:
            self._course.comfort = self._dress.wear_smaller_if_needed()

    # ---- the screen

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._dress.take_room(event.size())
        super().resizeEvent(event)

    def _on_screen_lost(self, mirrored: bool) -> None:
        """The sitting waits with its screen; the operator hears of it."""
        self._waits_for_screen = self._course is not None and not self.paused
        self.pause()
        what = self.tr("layar penanda tangan digandakan") if mirrored else self.tr("layar penanda tangan terlepas")
        self.progress.emit(what)
        self.screen_lost.emit(mirrored)

    def _on_screen_back(self) -> None:
        if self._waits_for_screen:
            self._waits_for_screen = False
            self.resume()
        else:
            self.progress.emit(self._progress(self._current))
        self.screen_back.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(event, self.focusWidget()):
            super().keyPressEvent(event)
