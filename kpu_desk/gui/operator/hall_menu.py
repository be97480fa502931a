"""The operator's hand on the hall's window: which screen it has, what is read aloud, light or dark."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QPixmap, QScreen
from PySide6.QtWidgets import QMenu

from kpu_desk.domain.acts_rundown import running_step
from kpu_desk.domain.hall import STEPPING, hall_view
from kpu_desk.domain.reading_aloud import ReadAloud
from kpu_desk.domain.rundown import runs
from kpu_desk.gui.acts import make_act
from kpu_desk.gui.errors import guarded
from kpu_desk.gui.hall.window import HallWindow
from kpu_desk.gui.operator.screens import Screens
from kpu_desk.gui.operator.window import OperatorWindow


class HallMenu(QMenu):
    """The menu "Aula", and the window that it drives; the window is made when it first gets a screen.

    Args:
        screens: knows which screens hold what the hall must not see, and keeps the signer off the hall's.
    """

    def __init__(self, desk: OperatorWindow, screens: Screens, logo: QPixmap | None) -> None:
        super().__init__(desk)
        self.setTitle(self.tr("Au&la"))
        self.setObjectName("hall_menu")
        self._desk, self._places, self._logo = desk, screens, logo
        self._step = (0, 0)  # how often a step was begun, and which one runs, as the hall was told
        self.window_shown: HallWindow | None = None
        self._screens = QMenu(self.tr("Tampilkan di layar"), self)
        self._texts = QMenu(self.tr("Bacakan"), self)
        self.stop = make_act(desk, "hall_stop_reading", self.tr("Selesai membacakan"), do=self._stop)
        self.forward = make_act(
            desk, "hall_forward", self.tr("Halaman berikut"), "Ctrl+PgDown", do=lambda: self._turn(1)
        )
        self.back = make_act(desk, "hall_back", self.tr("Halaman sebelumnya"), "Ctrl+PgUp", do=lambda: self._turn(-1))
        self.dark = make_act(desk, "hall_dark", self.tr("Latar gelap"), do=self._dress)
        self.dark.setCheckable(True)
        self.addMenu(self._screens)
        self.addSeparator()
        self.addMenu(self._texts)
        self.addActions([self.forward, self.back, self.stop])
        self.addSeparator()
        self.addAction(self.dark)
        self.aboutToShow.connect(self._offer)
        desk.menuBar().addMenu(self)
        desk.controller.changed.connect(self.refresh)
        desk.calling.changed.connect(self.refresh)
        desk.rundown.turn_wanted.connect(lambda: self._turn(1))
        desk.dialogs.words_shown.connect(self._show_words)
        screens.hall_unwanted.connect(self.hide_hall)
        self._offer()

    def refresh(self) -> None:
        """Tells the hall where the ceremony is."""
        if self.window_shown is not None:
            controller, at_pad = self._desk.controller, self._desk.calling.official_id
            self.window_shown.show_view(hall_view(controller.ceremony, at_pad, controller.order))
            guarded(self._follow_step, self._desk.tell_problem)

    def show_on(self, screen: QScreen) -> None:
        """Gives the hall this screen."""
        if screen in self._places.private():
            return
        self._places.of_hall = screen.name()
        if self.window_shown is None:
            profile = self._desk.controller.desk.profile
            self.window_shown = HallWindow(profile.short_name, self._desk.controller.desk.mark, self._logo)
            self.window_shown.paged.connect(self._wake)
        self._dress()
        self.refresh()
        self.window_shown.take(screen)
        self._desk.activateWindow()
        self._wake()

    def hide_hall(self) -> None:
        """Takes the hall's window away."""
        if self.window_shown is not None:
            self.window_shown.give_back()
        self._places.of_hall = ""
        self._step = (0, 0)
        self._wake()

    def read(self, text: ReadAloud, reader: str = "") -> None:
        """Lets the hall read a text."""
        if self.window_shown is not None:
            self.window_shown.read(text, reader)
        self._wake()

    def end(self) -> None:
        """The desk closes."""
        self._places.of_hall = ""
        if self.window_shown is not None:
            self.window_shown.release()
            self.window_shown.close()
            self.window_shown.deleteLater()
            self.window_shown = None

    def _follow_step(self) -> None:
        """The hall reads while a step of reading runs; also after a restart, and when a screen is given."""
        ceremony = self._desk.controller.ceremony
        begun = len(runs(ceremony.step_acts)) if ceremony is not None else 0
        step = running_step(ceremony) if ceremony is not None and ceremony.state in STEPPING else None
        now = (begun, step.id if step is not None else 0)
        if now == self._step or ceremony is None:
            return
        self._step = now
        # First: where the next text cannot be read, the last one does not go on being read.
        self._stop()
        from kpu_desk.services.reading_aloud import text_to_read

        text = text_to_read(self._desk.controller.desk, ceremony, step.text) if step is not None and step.text else None
        if text is not None and step is not None:
            self.read(text, step.lead)

    def _offer(self) -> None:
        self._screens.clear()
        group = QActionGroup(self._screens)
        shown = self.window_shown if self.window_shown is not None and self.window_shown.isVisible() else None
        for number, screen in enumerate(QGuiApplication.screens(), start=1):
            words = self.tr("Layar {number}: {name}, {width} × {height}").format(
                number=number, name=screen.name(), width=screen.size().width(), height=screen.size().height()
            )
            action = QAction(words, group)
            action.setCheckable(True)
            action.setEnabled(screen not in self._places.private())
            action.setChecked(shown is not None and shown.screen() is screen)
            action.triggered.connect(lambda _checked=False, screen=screen: self.show_on(screen))
            self._screens.addAction(action)
        none = QAction(self.tr("Tidak ditampilkan"), group)
        none.setCheckable(True)
        none.setChecked(shown is None)
        none.triggered.connect(lambda _checked=False: self.hide_hall())
        self._screens.addAction(none)
        self._texts.clear()
        ceremony = self._desk.controller.ceremony
        if shown is not None and ceremony is not None:
            guarded(self._offer_texts, self._desk.tell_problem)
        self._wake()

    def _offer_texts(self) -> None:
        from kpu_desk.services.reading_aloud import texts_to_read

        ceremony = self._desk.controller.ceremony
        for text in texts_to_read(self._desk.controller.desk, ceremony) if ceremony is not None else ():
            action = QAction(f"{text.title} – {text.form}", self._texts)
            action.triggered.connect(lambda _checked=False, text=text: self.read(text))
            self._texts.addAction(action)

    def _wake(self) -> None:
        shown = self.window_shown is not None and self.window_shown.isVisible()
        reading = self.window_shown is not None and self.window_shown.reading
        self._texts.setEnabled(shown and bool(self._texts.actions()))
        for action in (self.stop, self.forward, self.back):
            action.setEnabled(shown and reading)
        self._desk.rundown.show_page(*(self.window_shown.page if self.window_shown is not None and shown else (0, 0)))

    def _turn(self, pages: int) -> None:
        if self.window_shown is not None and self.window_shown.reading:
            self.window_shown.turn(pages)
        self._wake()

    def _stop(self) -> None:
        if self.window_shown is not None:
            self.window_shown.stop_reading()
        self._wake()

    def _show_words(self, words: tuple[str, ...]) -> None:
        """The hall shows the closing words as long as the desk does."""
        if self.window_shown is not None and words:
            self.window_shown.show_words(words)
            self._wake()
        else:
            self._stop()

    def _dress(self) -> None:
        if self.window_shown is not None:
            self.window_shown.wear_dark(self.dark.isChecked())
