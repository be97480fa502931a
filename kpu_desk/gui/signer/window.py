"""The signer's window: full screen, one thing at a time, and no way out of it for the person who signs."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPixmap, QScreen
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kpu_desk.domain.documents import InkKind, Mark
from kpu_desk.domain.pad import PadAct
from kpu_desk.domain.showing import Captured, CapturedInk, ShownSheet, Sitting
from kpu_desk.gui.look import TOUCH_MM, Look, apply_look, mm_to_px
from kpu_desk.gui.signer.beside import AttestStep, HelperStep, help_of, witnesses_of
from kpu_desk.gui.signer.decline import DeclineStep
from kpu_desk.gui.signer.done import DoneStep
from kpu_desk.gui.signer.name import NameStep
from kpu_desk.gui.signer.read import ReadStep
from kpu_desk.gui.signer.rest import RestStep
from kpu_desk.gui.signer.sign import SignStep
from kpu_desk.gui.widgets import Banner

THANKS_MS: Final = 3_000


@dataclass(slots=True)
class _Course:
    """How far one sitting has come."""

    sitting: Sitting
    index: int = 0
    opened_at: float = 0.0
    signed: int = 0
    declined: int = 0

    @property
    def sheet(self) -> ShownSheet:
        return self.sitting.sheets[self.index]

    @property
    def number(self) -> int:
        return self.index + 1

    @property
    def count(self) -> int:
        return len(self.sitting.sheets)


class SignerWindow(QWidget):
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
        progress: step and sheet in words, for the operator.
        sitting_finished: official's id, after the last sheet was signed or declined.
    """

    captured = Signal(object)
    declined = Signal(str, str, str)
    not_me = Signal(str)
    kept = Signal(object)
    progress = Signal(str)
    sitting_finished = Signal(str)

    def __init__(
        self,
        office_name: str,
        mark: Mark,
        logo: QPixmap | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("signer_window")
        self.setWindowTitle(self.tr("KPU Desk – Penanda tangan"))
        self._clock = clock
        self._course: _Course | None = None
        self._waiting = self._released = False
        self._screen_name = ""
        self._thanks = QTimer(self, singleShot=True, interval=THANKS_MS)
        self._thanks.timeout.connect(self.show_rest)
        self._rest = RestStep(office_name, logo)
        self._name = NameStep()
        self._read = ReadStep()
        self._sign = SignStep()
        self._decline = DeclineStep()
        self._done = DoneStep()
        self._helper = HelperStep()
        self._attest = AttestStep(clock)
        self._written: tuple[CapturedInk, ...] = ()
        self._steps = QStackedWidget()
        for step in (
            self._rest,
            self._name,
            self._read,
            self._sign,
            self._decline,
            self._done,
            self._helper,
            self._attest,
        ):
            self._steps.addWidget(step)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if mark is not Mark.NONE:
            layout.addWidget(self._band(mark))
        layout.addWidget(self._steps, 1)
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
        self._helper.confirmed.connect(self._begin_writing)
        self._helper.read_again.connect(lambda: self._go(self._read))
        self._attest.confirmed.connect(self._hand_over)
        self._attest.went_back.connect(self._back_to_pad)
        self._before_decline: QWidget = self._read
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._on_screen_removed)
        application.screenAdded.connect(self._on_screen_added)
        apply_look(self, Look(touch_px=mm_to_px(None, TOUCH_MM)))

    def _band(self, mark: Mark) -> Banner:
        sentence = {
            Mark.CONTOH: self.tr("CONTOH – data contoh, tanda tangan di sini tidak mengikat."),
            Mark.GLADI: self.tr("GLADI – latihan, tanda tangan di sini tidak mengikat."),
        }[mark]
        made = Banner(mark.value.lower(), sentence)
        made.setObjectName("mark_band")
        return made

    # ---- what the operator's desk does

    def show_office(self, office_name: str, logo: QPixmap | None) -> None:
        """The office under another name or logo, at rest."""
        self._rest.show_office(office_name, logo)

    def show_rest(self) -> None:
        """Nobody is called: office, logo, and nothing of the last person."""
        self._leave_sitting()
        self._rest.say("")
        self._go(self._rest)

    def begin(self, sitting: Sitting) -> None:
        """Greets the person; a sitting that was still open is given up.

        Raises:
            ValueError: there is nothing to sign.
        """
        if not sitting.sheets:
            raise ValueError("a sitting without sheets")
        self._leave_sitting()
        self._course = _Course(sitting)
        self._name.show_sitting(sitting)
        self._go(self._name)

    def recall(self) -> None:
        """The operator takes the person back; ink that was not accepted is forgotten."""
        self.show_rest()

    def accept(self) -> None:
        """The signature that `captured` told of is saved: tick, and the next sheet or thanks."""
        if self._course is None or not self._waiting:
            return
        self._waiting = False
        self._sign.accepted()
        self._course.signed += 1
        self._next_sheet(self.tr("✓ Lembar {number} sudah tersimpan.").format(number=self._course.number))

    def refuse(self, sentence: str) -> None:
        """The signature was not taken: says why; the ink stays."""
        if self._course is None or not self._waiting:
            return
        self._waiting = False
        self._attest.forget()
        self._go(self._sign)
        self._sign.refuse(sentence)

    def warn(self, sentence: str) -> None:
        """Tells the person who writes what is wrong; an empty sentence that it is well again."""
        self._sign.warn(sentence)

    def release(self) -> None:
        """From now on the window may be closed; only its owner calls this."""
        self._released = True

    # ---- steps

    def _go(self, step: QWidget) -> None:
        self._steps.setCurrentWidget(step)
        self.progress.emit(self._progress(step))

    def _progress(self, step: QWidget) -> str:
        words = {
            self._rest: self.tr("istirahat"),
            self._name: self.tr("memastikan nama"),
            self._read: self.tr("membaca"),
            self._sign: self._writing_words(),
            self._decline: self.tr("menolak menandatangani"),
            self._done: self.tr("selesai"),
            self._helper: self.tr("pernyataan pendamping"),
            self._attest: self.tr("konfirmasi saksi"),
        }
        course = self._course
        if course is None or step in (self._rest, self._name, self._done):
            return words[step]
        return f"{words[step]} · {course.sheet.serial} · {course.number}/{course.count}"

    def _writing_words(self) -> str:
        return {
            InkKind.SIGNATURE: self.tr("menandatangani"),
            InkKind.ATTACHMENT: self.tr("menandatangani lampiran"),
            InkKind.PARAF: self.tr("membubuhkan paraf"),
        }[self._sign.kind]

    def _open_sheet(self, before: str = "") -> None:
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

    def _on_read(self) -> None:
        if self._course is not None and self._course.sitting.helped is not None:
            self._go(self._helper)
        else:
            self._begin_writing()

    def _begin_writing(self) -> None:
        self._go(self._sign)
        self._sign.canvas.setFocus()

    def _on_signed(self, inks: tuple[CapturedInk, ...]) -> None:
        course = self._course
        if course is None:
            return
        self._written = inks
        if course.sitting.helped is not None or witnesses_of(course.sheet, course.sitting):
            self._attest.open(course.sheet, course.sitting, course.number, course.count)
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
        self.captured.emit(
            Captured(
                sheet_id=course.sheet.sheet_id,
                slot=course.sheet.slot,
                official_id=course.sitting.official_id,
                frozen_sha256=course.sheet.frozen_sha256,
                earlier=tuple(placed.ink.digest for placed in course.sheet.earlier),
                inks=self._written,
                pages_seen=len(self._read.pages.seen),
                elapsed_ms=round((self._clock() - course.opened_at) * 1_000),
                taps=self._attest.taps(),
                helped=helped,
                said=None if helped is None else replace(self._helper.said(), presence=self._attest.presence()),
            )
        )

    def _on_decline(self) -> None:
        if self._course is None:
            return
        self._before_decline = self._steps.currentWidget() or self._read
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
        course.declined += 1
        self._next_sheet(self.tr("Dicatat: lembar {number} tidak ditandatangani.").format(number=course.number))

    def _on_not_me(self) -> None:
        if self._course is None:
            return
        official_id = self._course.sitting.official_id
        self._leave_sitting()
        self._rest.say(self.tr("Mohon tunggu sebentar, petugas akan membantu Anda."))
        self._go(self._rest)
        self.not_me.emit(official_id)

    def _next_sheet(self, before: str) -> None:
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
        self._course = None
        self._waiting = False
        self._written = ()
        self._read.close_pages()
        self._sign.forget()
        self._helper.forget()
        self._attest.forget()

    # ---- the screen

    def place_on_screen(self, screen: QScreen | None = None) -> None:
        """Fills a screen: the one given, else the second one, else the only one."""
        screen = screen or _second_screen() or QGuiApplication.primaryScreen()
        self._screen_name = screen.name()
        apply_look(self, Look(touch_px=mm_to_px(screen, TOUCH_MM)))
        # Taken out of full screen first: some systems keep a full-screen window where it was.
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def _on_screen_removed(self, screen: QScreen) -> None:
        if screen.name() == self._screen_name:
            # What a person reads here is not for the operator's screen, and still less for the projector.
            self.hide()
            self.progress.emit(self.tr("layar penanda tangan terlepas"))
        elif self._screen_name:
            self._replace_later()

    def _on_screen_added(self, screen: QScreen) -> None:
        if self._screen_name:
            self._replace_later()

    def _replace_later(self) -> None:
        # Qt leaves a full-screen window where its screen was; afterwards the screens lie in their new order.
        QTimer.singleShot(0, self, self._replace)

    def _replace(self) -> None:
        own = [screen for screen in QGuiApplication.screens() if screen.name() == self._screen_name]
        if own and not self._released:
            was_away = not self.isVisible()
            self.place_on_screen(own[0])
            if was_away:
                self.progress.emit(self._progress(self._steps.currentWidget() or self._rest))

    def closeEvent(self, event: QCloseEvent) -> None:
        # Escape, Alt+F4 and the window list are no way out for the person who signs.
        if self._released:
            event.accept()
        else:
            event.ignore()


def _second_screen() -> QScreen | None:
    primary = QGuiApplication.primaryScreen()
    return next((screen for screen in QGuiApplication.screens() if screen is not primary), None)
