"""The hand of a rehearsal: real events of mouse, wheel, keyboard and pen, sent to the real widgets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QKeyEvent, QMouseEvent, QPointingDevice, QTabletEvent, QWheelEvent, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from kpu_desk.domain.recording import RecordedSample, Recording, placed

_CAN = QInputDevice.Capability
_NONE = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton
_NO_BUTTON = Qt.MouseButton.NoButton
_NOTCH = 120
"""Eighths of a degree that one notch of a wheel turns (Qt's unit)."""

_FLICK = 3 * _NOTCH
_MARGIN_SHARE = 0.2
"""What stays free around a signature on the pad, as a share of the pad's height."""


def can_press(button: QWidget) -> bool:
    """Whether a person could press it: it is there, awake, and no question stands before it."""
    question = QApplication.activeModalWidget()
    return button.isVisible() and button.isEnabled() and question in (None, button.window())


def press(button: QWidget, at: QPoint | None = None) -> None:
    """Presses a button in its middle, or a widget at a place of it, and lets go."""
    place = QPointF(button.rect().center() if at is None else at)
    for kind, held in ((QEvent.Type.MouseButtonPress, _LEFT), (QEvent.Type.MouseButtonRelease, _NO_BUTTON)):
        event = QMouseEvent(kind, place, QPointF(button.mapToGlobal(place)), _LEFT, held, _NONE)
        QCoreApplication.sendEvent(button, event)


def strike(window: QWindow, key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = _NONE) -> None:
    """Strikes a key as a keyboard does: at the window that has the keyboard, which gives it to whom it will.

    ``text`` is what the key writes.
    """
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(window, QKeyEvent(kind, key, held, text))


def type_at(window: QWindow, text: str) -> None:
    """Types a text; a carriage return is Enter, capital letters and the colon come with Shift."""
    for letter in text:
        key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
        held = Qt.KeyboardModifier.ShiftModifier if letter.isupper() or letter == ":" else _NONE
        strike(window, key, letter, held)


def flick(area: QAbstractScrollArea) -> None:
    """Turns the wheel towards the reader, at most by one page step."""
    target = area.viewport()
    place = QPointF(target.rect().center())
    event = QWheelEvent(
        place,
        QPointF(target.mapToGlobal(place)),
        QPoint(),
        QPoint(0, -_FLICK),
        _NO_BUTTON,
        _NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(target, event)


class Pen:
    """A pen with pressure, with or without tilt, that writes recordings as they were written.

    ``written`` is how many signatures it wrote before.
    """

    def __init__(self, written: int = 0) -> None:
        with_pressure = _CAN.Position | _CAN.Pressure
        self._plain = _device("KPU Desk rehearsal pen", 9_101, with_pressure)
        self._tilting = _device("KPU Desk rehearsal tilt pen", 9_102, with_pressure | _CAN.XTilt | _CAN.YTilt)
        self._written = written

    def strokes(self, pad: QWidget, recording: Recording) -> tuple[tuple[RecordedSample, ...], ...]:
        """The recording's strokes in pixels of the pad, each time in another place near its middle.

        No two signatures stand in the very same place, so a recording that is there twice is written twice and
        is not the same ink again.
        """
        self._written += 1
        nudge = ((self._written * 37 % 101) / 101 - 0.5, (self._written * 61 % 103) / 103 - 0.5)
        margin = pad.height() * _MARGIN_SHARE
        return placed(recording, pad.width(), pad.height(), margin=margin, nudge=nudge).strokes

    def write(self, pad: QWidget, stroke: tuple[RecordedSample, ...]) -> None:
        """One stroke: a press, a move for every further sample, a release that adds none."""
        for number in range(len(stroke)):
            self.write_sample(pad, stroke, number)
        self.lift(pad, stroke)

    def write_sample(self, pad: QWidget, stroke: tuple[RecordedSample, ...], number: int) -> None:
        """One of its samples; the first one presses."""
        kind = QEvent.Type.TabletMove if number else QEvent.Type.TabletPress
        self._send(pad, kind, stroke[number], stroke[number].pressure)

    def lift(self, pad: QWidget, stroke: tuple[RecordedSample, ...]) -> None:
        """The release after the last sample."""
        self._send(pad, QEvent.Type.TabletRelease, stroke[-1], 0.0)

    def _send(self, pad: QWidget, kind: QEvent.Type, sample: RecordedSample, pressure: float) -> None:
        tilts = sample.tilt_x is not None and sample.tilt_y is not None
        place = QPointF(sample.x, sample.y)
        event = QTabletEvent(
            kind,
            self._tilting if tilts else self._plain,
            place,
            QPointF(pad.mapToGlobal(place)),
            pressure,
            sample.tilt_x or 0.0,
            sample.tilt_y or 0.0,
            0.0,
            0.0,
            0.0,
            _NONE,
            _NO_BUTTON if kind == QEvent.Type.TabletMove else _LEFT,
            _NO_BUTTON if kind == QEvent.Type.TabletRelease else _LEFT,
        )
        event.setTimestamp(sample.at_ms)
        QCoreApplication.sendEvent(pad, event)


def _device(name: str, number: int, capabilities: QInputDevice.Capability) -> QPointingDevice:
    return QPointingDevice(
        name, number, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen, capabilities, 1, 3
    )
