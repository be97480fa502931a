"""The application object: it alone is told that a pen went out of reach."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QTabletEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Passes on what Qt tells to no widget.

    A filter on the application would hear it as well, and would be asked with every event of every window.

    Signals:
        pen_left(system_id): this pen is out of reach, what it drew is ended; None where Qt does not say which.
    """

    # A number of 64 bits.
    pen_left = Signal(object)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.TabletLeaveProximity:
            # Which pen left matters: a second one that is lifted away does not end the first one's stroke.
            self.pen_left.emit(event.pointingDevice().systemId() if isinstance(event, QTabletEvent) else None)
        return super().event(event)
