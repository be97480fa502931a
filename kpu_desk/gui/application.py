"""The application object, which alone is told that a pen went out of reach, and the signals that end it."""

from __future__ import annotations

import signal
from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QTabletEvent
from PySide6.QtWidgets import QApplication

SIGNAL_PULSE_MS = 250


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


def end_on_signals(application: QApplication, close: Callable[[], None]) -> None:
    """Ctrl+C in the terminal and the end of the session close the workspace as closing the window does."""

    def end(_number: int, _frame: object) -> None:
        # First the signer's window must be let go: it refuses to be closed, and then nothing would quit.
        close()
        application.exit(0)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    # Python looks at signals only when it runs; an idle event loop would never let it.
    pulse = QTimer(application)
    pulse.timeout.connect(lambda: None)
    pulse.start(SIGNAL_PULSE_MS)
