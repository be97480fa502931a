"""Hears that a pen went out of reach or was unplugged in the middle of a stroke."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QPointingDevice

from kpu_desk.gui.application import Application


class PenProximity(QObject):
    """Follows the pen that draws.

    Args:
        left: called with the device's system id when a pen is gone, which need not be the one that draws; None for any.
        parent: owner.
    """

    def __init__(self, left: Callable[[int | None], None], parent: QObject) -> None:
        super().__init__(parent)
        self._left = left
        self._device: QPointingDevice | None = None
        self._system_id = 0
        application = QCoreApplication.instance()
        if isinstance(application, Application):
            application.pen_left.connect(left)

    def watch(self, device: QPointingDevice | None) -> None:
        """Follows this pen, or none."""
        if device is self._device:
            return
        if self._device is not None:
            self._device.destroyed.disconnect(self._unplugged)
        self._device = device
        if device is not None:
            self._system_id = device.systemId()
            device.destroyed.connect(self._unplugged)

    def _unplugged(self) -> None:
        self._device = None
        self._left(self._system_id)
