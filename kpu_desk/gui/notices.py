"""What the top of a window tells without stopping anybody: one problem, one good word, or long work under way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from kpu_desk.gui.background import Task
from kpu_desk.gui.errors import Advice
from kpu_desk.gui.look import BASE
from kpu_desk.gui.widgets import Banner, Elided, label, plain_button

_GOOD_MS = 8_000


class NoticeStrip(QWidget):
    """Holds at most one banner; a newer one takes the older one's place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notices")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._banner: Banner | None = None
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(_GOOD_MS)
        self._away.timeout.connect(self.clear)
        self.hide()

    def tell_problem(self, advice: Advice, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Shows a problem until its one button is pressed; the button closes it unless it has something to do."""
        self._show("problem", advice.text, action or self.tr("Tutup"), act)

    def tell_good(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Shows that something went well; goes away by itself unless it offers a next step."""
        self._show("good", text, action, act)
        if not action:
            self._away.start()

    def text(self) -> str:
        """The sentence shown, or an empty text."""
        return self._banner.text() if self._banner is not None else ""

    def clear(self) -> None:
        """Takes the banner away."""
        self._away.stop()
        if self._banner is not None:
            self._column.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
        self.hide()

    def _show(self, kind: str, text: str, action: str, act: Callable[[], None] | None) -> None:
        self.clear()
        banner = Banner(kind, text, action, self)
        banner.acted.connect(self.clear)
        if act is not None:
            banner.acted.connect(act)
        self._column.addWidget(banner)
        self._banner = banner
        self.show()


class TaskStrip(QFrame):
    """Long work: what it is, how far it is, and a button that stops it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("task_strip")
        self.setProperty("surface", "field")
        self._what = Elided("", "strong")
        self._count = label("", "soft")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = plain_button(self.tr("Hentikan"))
        self._stop.setObjectName("stop_task")
        row = QHBoxLayout(self)
        row.setContentsMargins(BASE * 2, BASE // 2, BASE, BASE // 2)
        row.setSpacing(BASE * 2)
        row.addWidget(self._what, 2)
        row.addWidget(self._bar, 3)
        row.addWidget(self._count)
        row.addWidget(self._stop)
        self._task: Task | None = None
        self._stop.clicked.connect(self._cancel)
        self.hide()

    def follow(self, task: Task, what: str) -> None:
        """Shows this task until it ends."""
        self._task = task
        self._what.setText(what)
        self._count.setText("")
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        task.progress.connect(self._moved)
        task.finished.connect(self._ended)
        self.show()

    @property
    def busy(self) -> bool:
        """Whether a task is still running."""
        return self._task is not None

    def _moved(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(self.tr("{done} dari {total}").format(done=done, total=total))

    def _cancel(self) -> None:
        if self._task is not None:
            self._stop.setEnabled(False)
            self._count.setText(self.tr("menghentikan …"))
            self._task.cancel()

    def _ended(self) -> None:
        self._task = None
        self.hide()
