"""Hears that a pen went out of reach: Qt tells that to the application and to no widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject


class PenProximity(QObject):
    """Listens only while a pen draws, for a filter on the application costs time with every event.

    Args:
        left: called when the pen left.
        parent: owner.
    """

    def __init__(self, left: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._left = left
        self._watching = False

    def watch(self, watching: bool) -> None:
        """Begins or ends listening."""
        application = QCoreApplication.instance()
        if watching == self._watching or application is None:
            return
        self._watching = watching
        if watching:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.TabletLeaveProximity:
            self._left()
        return False
