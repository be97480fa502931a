"""The order in which people are called: one is skipped and comes again, a unit is finished before the next."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kpu_desk.gui.acts import make_act
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.operator.people_panel import PeoplePanel
from kpu_desk.gui.operator.right_side import RightSide


class QueueActs(QObject):
    """Two acts of the menu "Peserta"; what they set is forgotten when the desk is closed."""

    def __init__(self, controller: DeskController, people: PeoplePanel, right: RightSide, window: QWidget) -> None:
        super().__init__(window)
        self._controller, self._people, self._right = controller, people, right
        words = self.tr("Lewati, panggil kemudian")
        self.skip = make_act(window, "skip", words, "F3", picture="redo", do=self.skip_or_return)
        self.by_unit = make_act(window, "by_unit", self.tr("Panggil unit demi unit"), "Ctrl+U")
        self.by_unit.setCheckable(True)
        self.by_unit.toggled.connect(lambda on: controller.call_in(replace(controller.order, by_unit=on)))
        right.next.skip_wanted.connect(self.skip_or_return)

    def add_to(self, menu: QMenu, before: QAction) -> None:
        """Puts the acts into a menu."""
        menu.insertActions(before, [self.skip, self.by_unit])

    def skip_or_return(self) -> None:
        """Whoever would be called lets the others go first; who did so and was chosen has his place again."""
        shown, order = self._right.next, self._controller.order
        if shown.isVisible() and shown.skip_button.isEnabled():
            official_id = shown.target()
            order = order.returned(official_id) if shown.returns else order.skip(official_id)
            # A bar left on whoever was skipped would bring him forward again.
            self._people.select("")
            self._controller.call_in(order)
