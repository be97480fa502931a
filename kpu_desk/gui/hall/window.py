"""The hall's window: occasion, who signs now and who is next, a text or words read aloud, and how far we are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QFont, QPixmap, QResizeEvent, QScreen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.hall import HallPerson, HallStep, HallView
from kpu_desk.domain.reading_aloud import ReadAloud
from kpu_desk.gui.hall.large_text import LEAST_SHARE, LargeText
from kpu_desk.gui.hall.reading import ReadingPanel
from kpu_desk.gui.hall.words import WordsPanel
from kpu_desk.gui.look import DARK_HALL, Look, apply_look, tokens_of
from kpu_desk.gui.signer.own_screen import OwnScreen

_LOGO_SHARE = 0.075
_MARGIN_SHARE = 0.035


class HallWindow(QWidget):
    """What the projector shows. It takes `HallView`s, texts of forms and the closing words: nothing private comes here.

    It fills the screen that it was given and no other: when that screen goes, the window hides until it is back.

    Args:
        mark: CONTOH or GLADI stands at the top of everything.

    Signals:
        paged(): another page of the text is shown, or there are more or fewer of them.
    """

    paged = Signal()

    def __init__(self, office_name: str, mark: Mark, logo: QPixmap | None = None) -> None:
        # On top: what is moved onto the audience's screen by hand lies under it.
        kept = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, Qt.WindowType.Window | kept)
        self.setObjectName("hall_window")
        self.setWindowTitle(self.tr("KPU Desk – Aula"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # The operator's keys stay with the operator.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._office_name, self._logo, self._daylight = office_name, logo, tokens_of(mark)
        self._released = False
        self._mark = LargeText("hall_mark", LEAST_SHARE, weight=QFont.Weight.Bold, colour="wait")
        self._emblem = QLabel()
        left = Qt.AlignmentFlag.AlignLeft
        self._occasion = LargeText("hall_occasion", 0.042, 2, weight=QFont.Weight.DemiBold, align=left)
        low = Qt.AlignmentFlag.AlignBottom
        self._state = LargeText("hall_state", 0.046, 2, colour="ink_soft", upright=low)
        self._name = LargeText("hall_name", 0.100, 2, weight=QFont.Weight.Bold, upright=low)
        self._office = LargeText("hall_office", 0.056, 2, upright=Qt.AlignmentFlag.AlignTop)
        self._next = LargeText("hall_next", 0.044, 3, colour="ink_soft")
        self._count = LargeText("hall_count", 0.042, align=Qt.AlignmentFlag.AlignRight)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._reading = ReadingPanel()
        self._reading.counted.connect(self.paged)
        self._words = WordsPanel()
        self._middle = QStackedWidget()
        self._lay_out(mark)
        self._own_screen = OwnScreen(self)
        self.wear_dark(False)

    def _lay_out(self, mark: Mark) -> None:
        self._mark.show_text("" if mark is Mark.NONE else self.tr("{mark} – latihan").format(mark=mark.value))
        if mark is Mark.CONTOH:
            self._mark.show_text(self.tr("CONTOH – data contoh"))
        top = QHBoxLayout()
        top.addWidget(self._emblem)
        top.addWidget(self._occasion, 1)
        now = QWidget()
        people = QVBoxLayout(now)
        people.setContentsMargins(0, 0, 0, 0)
        people.addStretch(3)
        for part in (self._state, self._name, self._office):
            people.addWidget(part)
        people.addStretch(2)
        people.addWidget(self._next)
        people.addStretch(1)
        self._middle.addWidget(now)
        self._middle.addWidget(self._reading)
        self._middle.addWidget(self._words)
        bottom = QHBoxLayout()
        bottom.addWidget(self._bar, 3)
        bottom.addWidget(self._count, 1)
        column = QVBoxLayout(self)
        # The parts take their heights from the window's: those of a larger screen must not keep it from a smaller one.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self._mark)
        column.addLayout(top)
        column.addWidget(self._middle, 1)
        column.addLayout(bottom)
        self._top, self._column = top, column

    def show_view(self, view: HallView) -> None:
        """Shows where the ceremony is; a text that is being read stays until `stop_reading`."""
        self._occasion.show_text(view.occasion or self._office_name)
        step = view.agenda
        self._state.show_text(
            {
                HallStep.NOTHING: "",
                HallStep.SOON: self.tr("Segera dimulai"),
                HallStep.SIGNING: self.tr("{step} · menandatangani").format(step=step)
                if step
                else self.tr("Menandatangani"),
                HallStep.RUNNING: "",
                HallStep.WAITING: self._awaited(view, step),
                HallStep.PAUSED: self.tr("Upacara dijeda"),
                HallStep.DONE: self.tr("Upacara ditutup"),
            }[view.step]
        )
        person = view.next if view.step is HallStep.WAITING else view.now
        self._name.show_text(person.name if person else view.agenda or self._rest(view))
        self._office.show_text(person.office if person else view.lead)
        follows = view.next if view.step is HallStep.SIGNING else None
        self._next.show_text(self.tr("Berikutnya: {person}").format(person=_in_one_line(follows)) if follows else "")
        counted = view.total > 0
        self._bar.setRange(0, max(view.total, 1))
        self._bar.setValue(view.done)
        self._bar.setVisible(counted)
        words = self.tr("{done} dari {total} lembar").format(done=view.done, total=view.total)
        self._count.show_text(words if counted else "")

    def _awaited(self, view: HallView, step: str) -> str:
        if view.next is None:
            return ""
        return self.tr("{step} · berikutnya").format(step=step) if step else self.tr("Berikutnya")

    def _rest(self, view: HallView) -> str:
        return view.title or self._office_name

    def read(self, text: ReadAloud, reader: str = "") -> None:
        """Shows a text in large letters, and who reads it."""
        self._middle.setCurrentWidget(self._reading)
        self._reading.show_text(text, reader)

    def turn(self, pages: int) -> None:
        """Turns the pages of the text."""
        self._reading.turn(pages)

    def show_words(self, words: Sequence[str]) -> None:
        """Shows the closing words while they are read aloud."""
        self._middle.setCurrentWidget(self._words)
        self._words.show_words(words)

    def stop_reading(self) -> None:
        """Shows the people again."""
        self._middle.setCurrentIndex(0)

    @property
    def page(self) -> tuple[int, int]:
        """The page of the text that is shown, from 1, and how many it has; 0 and 0 for no text."""
        return self._reading.place() if self.reading else (0, 0)

    @property
    def reading(self) -> bool:
        """Whether a text is shown."""
        return self._middle.currentWidget() is self._reading

    def wear_dark(self, dark: bool) -> None:
        """Dark for a projector in a dark room."""
        apply_look(self, Look(tokens=DARK_HALL if dark else self._daylight))

    def take(self, screen: QScreen) -> None:
        """Fills this screen."""
        self._own_screen.take(screen)

    def give_back(self) -> None:
        """Leaves its screen."""
        self._own_screen.release()
        self.hide()

    def release(self) -> None:
        """From now on the window may be closed; only its owner calls this."""
        self._released = True
        self._own_screen.release()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height, margin = self.height(), round(self.height() * _MARGIN_SHARE)
        self._column.setContentsMargins(margin * 2, margin, margin * 2, margin)
        self._column.setSpacing(margin // 2)
        self._top.setSpacing(margin)
        for part in self.findChildren(LargeText):
            part.fit(height)
        self._reading.fit(height)
        self._bar.setFixedHeight(max(6, round(height * 0.012)))
        self._show_logo(round(height * _LOGO_SHARE))

    def _show_logo(self, side: int) -> None:
        self._emblem.setVisible(self._logo is not None and not self._logo.isNull())
        if self._logo is not None and not self._logo.isNull():
            ratio = self.devicePixelRatioF()
            made = self._logo.scaledToHeight(round(side * ratio), Qt.TransformationMode.SmoothTransformation)
            made.setDevicePixelRatio(ratio)
            self._emblem.setPixmap(made)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._released:
            super().closeEvent(event)
        else:
            event.ignore()


def _in_one_line(person: HallPerson) -> str:
    return f"{person.name} · {person.office}" if person.office else person.name
