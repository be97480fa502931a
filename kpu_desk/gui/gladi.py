"""From the office's desk into a rehearsal of its ceremony and back, in one act each; the desk waits meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout

from kpu_desk.domain.documents import Mark
from kpu_desk.gui import background
from kpu_desk.gui.acts import make_act
from kpu_desk.gui.asking import Answer, ask
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.widgets import Banner

if TYPE_CHECKING:
    from kpu_desk.gui.operator.window import OperatorWindow
    from kpu_desk.services.desk import Desk


class Gladi(QObject):
    """Knows the office's desk while a rehearsal has the windows.

    Args:
        free: whether nothing runs that the windows may not leave; says so itself where something does.

    Signals:
        desk_wanted(desk): the windows shall show this workspace.
    """

    desk_wanted = Signal(object)

    def __init__(self, free: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._free = free
        self.office: Desk | None = None
        self._making = False

    def serve(self, window: OperatorWindow) -> None:
        """Puts the way into a rehearsal, or back from it, into the window of a desk."""
        menu = window.acts.menus[0]
        if self.office is not None:
            back = make_act(window, "end_gladi", self.tr("Kembali ke meja kantor"), picture="back", do=self.go_back)
            menu.insertAction(window.acts.quit, back)
            self._name_banner(window)
        elif window.controller.desk.mark is not Mark.GLADI:
            words = self.tr("Gladi bersih upacara ini …")
            begin = make_act(window, "begin_gladi", words, picture="play", do=lambda: self._ask(window))
            menu.insertAction(window.acts.ready, begin)
            menu.insertSeparator(window.acts.ready)

            def wake() -> None:
                ceremony = window.controller.ceremony
                begin.setEnabled(ceremony is not None and bool(ceremony.officials) and not ceremony.sample)

            window.controller.changed.connect(wake)
            wake()

    def begin(self, window: OperatorWindow, root: Path | None = None) -> None:
        """Makes a rehearsal of the ceremony on the desk, or opens the one in ``root``, and shows it."""
        ceremony, desk = window.controller.ceremony, window.controller.desk
        if ceremony is None or self._making or not self._free():
            return
        self._making = True

        def work(_progress: background.Progress, _cancelled: background.Cancelled) -> object:
            from kpu_desk.services import gladi

            return gladi.make_gladi(desk, ceremony.id) if root is None else gladi.open_gladi(desk, root)

        task = background.run(work, self)
        window.tasks.follow(task, self.tr("Menyiapkan gladi bersih …"))
        task.failed.connect(lambda error: self._failed(window, error))
        task.done.connect(lambda made: self._enter(desk, made))

    def go_back(self) -> None:
        """Closes the rehearsal, which stays as it is, and shows the office's desk again."""
        if self.office is not None and self._free():
            office, self.office = self.office, None
            self.desk_wanted.emit(office)

    def _ask(self, window: OperatorWindow) -> None:
        from kpu_desk.services.gladi import last_gladi

        last = last_gladi(window.controller.desk)
        question = self.tr(
            "Upacara ini disalin ke ruang kerja gladi: basis data dan kunci sendiri, warna lain, tanda GLADI di setiap "
            "jendela dan halaman. Tidak ada yang menjadi rekaman sungguhan; meja kantor menunggu."
        )
        go_on = Answer(self.tr("Lanjutkan gladi terakhir"), lambda: self.begin(window, last), "")
        ask(
            window,
            self.tr("Gladi bersih"),
            question,
            Answer(self.tr("Mulai gladi bersih"), lambda: self.begin(window), "primary"),
            *((go_on,) if last is not None else ()),
            stay=self.tr("Jangan sekarang"),
        )

    def _enter(self, office: Desk, made: object) -> None:
        self._making, self.office = False, office
        self.desk_wanted.emit(made)

    def _failed(self, window: OperatorWindow, error: BaseException) -> None:
        self._making = False
        window.notices.tell_problem(advice_for(error))

    def _name_banner(self, window: OperatorWindow) -> None:
        """The band at the top also leads back."""
        banner, inside = window.findChild(Banner), window.centralWidget()
        column = None if inside is None else inside.layout()
        if banner is not None and isinstance(column, QBoxLayout):
            words = self.tr("GLADI – latihan; tidak ada yang menjadi rekaman sungguhan. Meja kantor menunggu.")
            leading = Banner("gladi", words, self.tr("Kembali ke meja kantor"))
            leading.acted.connect(self.go_back)
            column.replaceWidget(banner, leading)
            banner.deleteLater()
