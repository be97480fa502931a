"""The first window: who opens the desk, and the passphrase; painted before any heavy library is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kpu_desk.domain.errors import KnownError
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.forms import Fields
from kpu_desk.gui.language import other_language
from kpu_desk.gui.look import BASE
from kpu_desk.gui.passphrase import NewPassphrase
from kpu_desk.gui.widgets import Button, caption, heading, label, primary_button
from kpu_desk.workspace import Workspace

if TYPE_CHECKING:
    from kpu_desk.domain.journal import Actor
    from kpu_desk.gui import background
    from kpu_desk.services.desk import Desk

_LONGEST = 120


class UnlockWindow(QWidget):
    """Asks for name, office and passphrase, or for the recovery code and a new passphrase.

    The name and office are never remembered: they would lie readable in the system's settings.

    Signals:
        painted(): the window stands on the screen for the first time.
        typed(): somebody began to type; libraries may be loaded now, earlier they would only cost memory.
        opened(desk): the workspace is open.
        language_wanted(language): the window shall speak another language.
    """

    painted = Signal()
    typed = Signal()
    opened = Signal(object)
    language_wanted = Signal(object)

    def __init__(self, root: Path, passphrase: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unlock_window")
        self.setWindowTitle(self.tr("KPU Desk – Buka"))
        self._root = root
        self._was_painted = False
        self._task: background.Task | None = None
        self.who = Fields()
        self.name, self.office = QLineEdit(), QLineEdit()
        for entry in (self.name, self.office):
            entry.setMaxLength(_LONGEST)
        self.who.add("actor_name", self.tr("Nama Anda"), self.name)
        self.who.add("actor_office", self.tr("Jabatan Anda"), self.office)
        self.secret = Fields()
        self.passphrase = QLineEdit(passphrase)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.add("passphrase", self.tr("Frasa sandi"), self.passphrase)
        self.recovery = Fields()
        self.code = QLineEdit()
        self.recovery.add(
            "recovery_code",
            self.tr("Kode pemulihan"),
            self.code,
            self.tr("Dari lembar yang dicetak saat penyiapan; tanda hubung boleh tidak diketik."),
        )
        self.renewed = NewPassphrase()
        self.problem = label("")
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty("tone", "bad")
        self.problem.setMinimumHeight(40)
        self.open_button = primary_button(self.tr("Buka"), "unlock")
        self.open_button.setObjectName("open")
        self.recover_button = Button(self.tr("Pakai kode pemulihan"), "quiet")
        self.recover_button.setObjectName("recover")
        other = other_language()
        self.language_button = Button(other.own_name, "quiet")
        self.language_button.setObjectName("language")
        self.language_button.setAccessibleName(f"Bahasa / Language: {other.own_name}")
        self.language_button.clicked.connect(lambda: self.language_wanted.emit(other))
        self._lay_out()
        self.open_button.clicked.connect(self.submit)
        self.recover_button.clicked.connect(self._change_way)
        for entry in (self.name, self.office, self.passphrase, self.code):
            entry.textEdited.connect(self._on_typed)
        self._was_typed = False
        self.name.setFocus()

    @property
    def recovering(self) -> bool:
        """Whether the recovery code is asked for instead of the passphrase."""
        return self._ways.currentIndex() == 1

    def take_over(self, before: UnlockWindow) -> None:
        """What was typed into the same window in the other language; it takes its place."""
        self.name.setText(before.name.text())
        self.office.setText(before.office.text())
        self.setGeometry(before.geometry())
        self.language_button.setFocus()

    def submit(self) -> None:
        """Opens the workspace on the worker; what is wrong is said in this window and the focus stays."""
        from kpu_desk.gui import background

        if self._task is not None:
            return
        actor = self._actor()
        renewed = self.renewed.value() if self.recovering else ""
        if actor is None or renewed is None:
            return
        root, passphrase, code = self._root, self.passphrase.text(), self.code.text()
        recovering = self.recovering

        def work(_progress: background.Progress, _cancelled: background.Cancelled) -> object:
            from kpu_desk.services import opening

            if recovering:
                return opening.unlock_with_recovery(root, code, renewed, actor)
            return opening.begin_opening(root, passphrase, actor)

        self.open_button.setEnabled(False)
        self.open_button.setText(self.tr("Membuka …"))
        self.problem.setText("")
        task = background.run(work, self)
        self._task = task
        task.done.connect(self._done)
        task.failed.connect(self._failed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            # After this paint has reached the screen, not within it.
            QTimer.singleShot(0, self, self.painted.emit)
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._ways = QStackedWidget()
        by_code = QWidget()
        column = QVBoxLayout(by_code)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.recovery)
        column.addWidget(self.renewed)
        for way in (self.secret, by_code):
            self._ways.addWidget(way)
        by_code.hide()
        foot = QHBoxLayout()
        foot.addWidget(self.recover_button)
        foot.addStretch(1)
        foot.addWidget(self.open_button)
        card = QFrame()
        card.setObjectName("panel")
        # The window itself is never painted: the scroll area covers it.
        card.installEventFilter(self)
        card.setFixedWidth(560)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(BASE * 4, BASE * 4, BASE * 4, BASE * 3)
        inside.setSpacing(BASE)
        title = heading(self._office_name())
        title.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.language_button, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        inside.addWidget(caption(self.tr("Setiap tindakan dicatat di jurnal atas nama Anda.")))
        inside.addSpacing(BASE)
        for part in (self.who, self._ways, self.problem):
            inside.addWidget(part)
        inside.addLayout(foot)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.addStretch(1)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._fit_ways()
        self.resize(760, 640)
        self.setMinimumSize(620, 420)

    def _office_name(self) -> str:
        try:
            return Workspace(self._root).read_profile().short_name
        except KnownError as error:
            self.problem.setText(advice_for(error).text)
            return self.tr("KPU Desk")

    def _enter(self) -> None:
        """Enter goes to the first entry that is still empty, then opens."""
        entries = [self.name, self.office]
        entries += [self.code, self.renewed.first, self.renewed.second] if self.recovering else [self.passphrase]
        empty = next((entry for entry in entries if not entry.text().strip()), None)
        if empty is not None and empty is not self.focusWidget():
            empty.setFocus()
        else:
            self.submit()

    def _actor(self) -> Actor | None:
        from kpu_desk.domain.journal import Actor

        name, office = (" ".join(entry.text().split()) for entry in (self.name, self.office))
        self.who.complain("actor_name", "" if name else self.tr("Tulis nama Anda."))
        self.who.complain("actor_office", "" if office else self.tr("Tulis jabatan Anda."))
        if not name or not office:
            (self.office if name else self.name).setFocus()
            return None
        return Actor(name, office)

    def _change_way(self) -> None:
        self._ways.setCurrentIndex(0 if self.recovering else 1)
        self._fit_ways()
        self.problem.setText("")
        self.recover_button.setText(
            self.tr("Pakai frasa sandi") if self.recovering else self.tr("Pakai kode pemulihan")
        )
        (self.code if self.recovering else self.passphrase).setFocus()

    def _on_typed(self) -> None:
        if not self._was_typed:
            self._was_typed = True
            self.typed.emit()

    def _fit_ways(self) -> None:
        # A stack is as tall as its tallest page; the card should not be.
        current = self._ways.currentWidget()
        if current is not None:
            self._ways.setFixedHeight(current.sizeHint().height())

    def _done(self, desk: Desk) -> None:
        self._task = None
        self.passphrase.clear()
        self.code.clear()
        self.opened.emit(desk)

    def _failed(self, error: BaseException) -> None:
        self._task = None
        self.open_button.setEnabled(True)
        self.open_button.setText(self.tr("Buka"))
        self.problem.setText(advice_for(error).text)
        entry = self.code if self.recovering else self.passphrase
        entry.setFocus()
        entry.selectAll()
        if not isinstance(error, KnownError):
            raise error


def has_an_office(root: Path) -> bool:
    """Whether there is something to unlock, whole or not; the unlock window then says what is missing."""
    workspace = Workspace(root)
    try:
        return workspace.is_set_up or workspace.holds_work
    except KnownError:
        return True
