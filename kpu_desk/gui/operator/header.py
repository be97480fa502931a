"""The top line of the desk: which ceremony, its day, its state, the one next step of it, and the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.profile import Zone
from kpu_desk.gui.language import locale
from kpu_desk.gui.look import BASE, State, icon
from kpu_desk.gui.widgets import StateMark, label, plain_button, plain_tip

_WIDEST_TITLE = 420
_ROOM_FOR_THE_DAY = 1_000


def day_text(ceremony: Ceremony) -> str:
    """The day in words: ``Kamis, 22 Januari 2026``."""
    day = ceremony.date
    return locale().toString(QDate(day.year, day.month, day.day), "dddd, d MMMM yyyy")


class DeskHeader(QFrame):
    """The header strip.

    Signals:
        chosen(ceremony_id): another ceremony was picked from the list.
        new_wanted(): "Upacara baru…".
        step_wanted(): the button with the ceremony's own next step was pressed.
    """

    chosen = Signal(str)
    new_wanted = Signal()
    step_wanted = Signal()

    def __init__(self, clock: Callable[[], datetime], zone: Zone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk_header")
        self._clock, self._zone = clock, zone
        self._title = QToolButton()
        self._title.setObjectName("ceremony_switch")
        self._title.setAccessibleName(self.tr("Pilih upacara"))
        self._title.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._title.setIcon(icon("chevron-down"))
        self._title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # The arrow belongs behind the title.
        self._title.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        font = self._title.font()
        font.setPointSizeF(14)
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        self._menu = QMenu(self)
        self._title.setMenu(self._menu)
        self._day = label("", "soft")
        self._state = StateMark(State.UNKNOWN, "")
        self._step = plain_button("")
        self._step.setObjectName("ceremony_step")
        self._step.clicked.connect(self.step_wanted)
        self._time = label("", "strong")
        self._time.setAccessibleName(self.tr("Jam"))
        row = QHBoxLayout(self)
        row.setContentsMargins(BASE, BASE // 2, BASE * 2, BASE // 2)
        row.setSpacing(BASE * 2)
        row.addWidget(self._title)
        row.addWidget(self._day)
        row.addWidget(self._state)
        row.addStretch(1)
        row.addWidget(self._step)
        row.addWidget(self._time)
        self._timer = QTimer(self)
        self._timer.setInterval(1_000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._tick()
        self.show_ceremony(None, ())

    def show_ceremony(self, ceremony: Ceremony | None, all_of_them: tuple[Ceremony, ...]) -> None:
        """Shows this ceremony and offers all of them in the list."""
        self._fill_menu(ceremony, all_of_them)
        step = ""
        if ceremony is None:
            self._title.setText(self.tr("Belum ada upacara"))
            self._day.setText("")
            self._state.setVisible(False)
        else:
            room = QFontMetrics(self._title.font())
            shown = room.elidedText(ceremony.title, Qt.TextElideMode.ElideRight, _WIDEST_TITLE)
            self._title.setText(shown.replace("&", "&&"))
            self._title.setToolTip(plain_tip(ceremony.title))
            self._day.setText(day_text(ceremony))
            shape, word, step = self._words(ceremony.state)
            self._state.show_state(shape, word)
            self._state.setVisible(True)
        self._step.setText(step)
        # Before the opening the panel at the right has the step and says what is missing; in a pause the banner.
        self._step.setVisible(bool(step) and ceremony is not None and not ceremony.sample)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._day.setVisible(self.width() >= _ROOM_FOR_THE_DAY)

    def show_zone(self, zone: Zone) -> None:
        """Tells the time in this zone from now on."""
        self._zone = zone
        self._tick()

    def state_word(self) -> str:
        """The word for the ceremony's state, as shown."""
        return self._state.accessibleName()

    def _words(self, state: CeremonyState) -> tuple[State, str, str]:
        return {
            CeremonyState.DRAFT: (State.LATER, self.tr("DISIAPKAN"), ""),
            CeremonyState.READY: (State.SIGNED, self.tr("SIAP"), ""),
            CeremonyState.OPEN: (State.RUNNING, self.tr("BERLANGSUNG"), self.tr("Tutup upacara")),
            CeremonyState.PAUSED: (State.LATER, self.tr("DIJEDA"), ""),
            CeremonyState.CLOSED: (State.STAMPED, self.tr("DITUTUP"), self.tr("Segel rekaman")),
            CeremonyState.SEALED: (State.SEALED, self.tr("DISEGEL"), self.tr("Buka rekaman")),
            CeremonyState.VOID: (State.VOID, self.tr("DIBATALKAN"), ""),
        }[state]

    def _fill_menu(self, current: Ceremony | None, all_of_them: tuple[Ceremony, ...]) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for ceremony in all_of_them:
            action = self._menu.addAction(f"{ceremony.title} · {day_text(ceremony)}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(current is not None and ceremony.id == current.id)
            action.setData(ceremony.id)
            action.triggered.connect(lambda _=False, chosen=ceremony.id: self.chosen.emit(chosen))
            group.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction(icon("add"), self.tr("Upacara baru …"), self.new_wanted.emit)

    def _tick(self) -> None:
        now = self._clock().astimezone(self._zone.tzinfo)
        self._time.setText(f"{now:%H.%M} {self._zone.label}")
