"""Hears that a pen went out of reach or was unplugged: Qt tells that to the application and to no widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QPointingDevice, QTabletEvent


class PenProximity(QObject):
    """Listens only while a pen draws, for a filter on the application costs time with every event.

    Args:
        left: called with the device's system id when that pen is gone.
        parent: owner.
    """

    def __init__(self, left: Callable[[int], None], parent: QObject) -> None:
        super().__init__(parent)
        self._left = left
        self._device: QPointingDevice | None = None
        self._system_id = 0

    def watch(self, device: QPointingDevice | None) -> None:
        """Listens for this pen, or to nothing."""
        application = QCoreApplication.instance()
        if device is self._device or application is None:
            return
        if self._device is not None:
            self._device.destroyed.disconnect(self._unplugged)
            application.removeEventFilter(self)
        self._device = device
        if device is not None:
            self._system_id = device.systemId()
            device.destroyed.connect(self._unplugged)
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.TabletLeaveProximity:
            # Which pen left matters: a second one that is lifted away does not end the first one's stroke.
            self._left(event.pointingDevice().systemId() if isinstance(event, QTabletEvent) else self._system_id)
        return False

    def _unplugged(self) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._device = None
        self._left(self._system_id)
