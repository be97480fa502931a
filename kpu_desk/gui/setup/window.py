"""The set-up of an office's own workspace, in four short steps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kpu_desk.domain.errors import KnownError
from kpu_desk.gui import background
from kpu_desk.gui.errors import Advice, advice_for, guarded
from kpu_desk.gui.look import BASE
from kpu_desk.gui.operator.ceremony_form import CeremonyFields
from kpu_desk.gui.setup.office_page import OfficePage
from kpu_desk.gui.setup.person_page import PersonPage
from kpu_desk.gui.setup.recovery_page import RecoveryPage
from kpu_desk.gui.widgets import Button, caption, heading, label, plain_button, primary_button

if TYPE_CHECKING:
    from kpu_desk.services.desk import Desk

OFFICE, PERSON, RECOVERY, CEREMONY = range(4)


class SetupWindow(QWidget):
    """Office, person and passphrase, recovery code, first ceremony.

    The workspace is made between the second and the third step; from there on there is no way back, only forward.

    Signals:
        opened(desk): the workspace is set up and open.
    """

    opened = Signal(object)

    def __init__(self, root: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("setup_window")
        self.setWindowTitle(self.tr("KPU Desk – Penyiapan"))
        self._root = root
        self._desk: Desk | None = None
        self._task: background.Task | None = None
        self.office, self.person, self.recovery = OfficePage(), PersonPage(), RecoveryPage()
        self.ceremony: CeremonyFields | None = None
        self._ceremony_place = QVBoxLayout()
        first_ceremony = QWidget()
        first_ceremony.setLayout(self._ceremony_place)
        self._ceremony_place.setContentsMargins(0, 0, 0, 0)
        self._steps = QStackedWidget()
        for page in (self.office, self.person, self.recovery, first_ceremony):
            scroll = QScrollArea()
            scroll.setWidgetResizable(True)
            scroll.setWidget(_inset(page))
            self._steps.addWidget(scroll)
        self._where = caption("")
        self._title = heading("")
        self._problem = label("")
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.setProperty("tone", "bad")
        self.back_button = plain_button(self.tr("Kembali"), "back")
        self.later_button = Button(self.tr("Nanti saja"), "quiet")
        self.next_button = primary_button(self.tr("Lanjut"))
        self.next_button.setObjectName("next")
        self.next_button.setDefault(True)
        self._lay_out()
        self.back_button.clicked.connect(lambda: self._go(OFFICE))
        self.later_button.clicked.connect(self._hand_over)
        self.next_button.clicked.connect(self.forward)
        self.recovery.confirmed.connect(self._recovery_judged)
        self._go(OFFICE)
        self.office.name.setFocus()

    @property
    def step(self) -> int:
        """Which step is shown, from 0."""
        return self._steps.currentIndex()

    def forward(self) -> None:
        """What the button "Lanjut" does at the present step."""
        self._problem.setText("")
        (self._office_done, self._person_done, self._recovery_done, self._ceremony_done)[self.step]()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._task is not None:
            event.ignore()
            return
        if self._desk is not None:
            self._desk.close()
            self._desk = None
        event.accept()

    def _office_done(self) -> None:
        if not self.office.logo.busy and self.office.profile() is not None:
            self._go(PERSON)
            self.person.name.setFocus()

    def _person_done(self) -> None:
        profile, entered = self.office.profile(), self.person.entered()
        if profile is None or entered is None or self._task is not None:
            return
        actor, passphrase = entered
        root, logo = self._root, self.office.logo.picture

        def work(_progress: background.Progress, _cancelled: background.Cancelled) -> object:
            from kpu_desk.services import office_settings, opening

            desk, code = opening.set_up(root, profile, passphrase, actor)
            refused: KnownError | None = None
            try:
                if logo is not None:
                    office_settings.change_settings(desk, desk.profile, logo)
            except KnownError as error:
                # The workspace is made, and its code is shown only now: a missing logo must not stand in the way.
                refused = error
            return desk, code, refused

        self.next_button.setEnabled(False)
        self.next_button.setText(self.tr("Membuat kunci …"))
        self.back_button.setEnabled(False)
        task = background.run(work, self)
        self._task = task
        task.done.connect(self._made)
        task.failed.connect(self._failed)

    def _made(self, result: tuple[Desk, str, KnownError | None]) -> None:
        self._task = None
        self._desk, code, refused = result
        self.recovery.show_code(code, self._desk.profile.name)
        self._go(RECOVERY)
        self.recovery.entry.setFocus()
        if refused is not None:
            self._tell(advice_for(refused))

    def _failed(self, error: BaseException) -> None:
        self._task = None
        self._go(self.step)
        self._tell(advice_for(error))
        if not isinstance(error, KnownError):
            raise error

    def _recovery_judged(self, right: bool) -> None:
        if self.step == RECOVERY:
            self.next_button.setEnabled(right)

    def _recovery_done(self) -> None:
        assert self._desk is not None
        self.recovery.forget()
        now = self._desk.clock().astimezone(self._desk.profile.zone.tzinfo)
        self.ceremony = CeremonyFields(self._desk.profile, now.date())
        self._ceremony_place.addWidget(self.ceremony)
        self._go(CEREMONY)
        self.ceremony.title.setFocus()

    def _ceremony_done(self) -> None:
        plan = self.ceremony.plan() if self.ceremony is not None else None
        desk = self._desk
        if plan is None or desk is None:
            return
        from kpu_desk.services import preparing

        if guarded(lambda: preparing.create_ceremony(desk, plan), self._tell):
            self._hand_over()

    def _hand_over(self) -> None:
        desk, self._desk = self._desk, None
        self.opened.emit(desk)

    def _tell(self, advice: Advice) -> None:
        self._problem.setText(advice.text)

    def _go(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        titles = (
            self.tr("Kantor Anda"),
            self.tr("Anda dan frasa sandi"),
            self.tr("Kode pemulihan"),
            self.tr("Upacara pertama"),
        )
        actions = (self.tr("Lanjut"), self.tr("Buat ruang kerja"), self.tr("Sudah disimpan"), self.tr("Buat upacara"))
        self._where.setText(self.tr("PENYIAPAN · LANGKAH {n} DARI 4").format(n=step + 1))
        self._title.setText(titles[step])
        self.next_button.setText(actions[step])
        self.next_button.setEnabled(step != RECOVERY)
        self.back_button.setVisible(step == PERSON)
        self.back_button.setEnabled(True)
        self.later_button.setVisible(step == CEREMONY)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(BASE * 4, BASE, BASE * 4, BASE * 2)
        foot.addWidget(self.back_button)
        foot.addWidget(self._problem, 1)
        foot.addWidget(self.later_button)
        foot.addWidget(self.next_button)
        top = QVBoxLayout()
        top.setContentsMargins(BASE * 4, BASE * 3, BASE * 4, BASE)
        top.setSpacing(BASE // 2)
        top.addWidget(self._where)
        top.addWidget(self._title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self._steps, 1)
        column.addLayout(foot)
        self.resize(820, 720)
        self.setMinimumSize(620, 480)


def _inset(page: QWidget) -> QWidget:
    outer = QWidget()
    column = QVBoxLayout(outer)
    column.setContentsMargins(BASE * 4, BASE, BASE * 4, BASE)
    column.addWidget(page)
    column.addStretch(1)
    return outer
