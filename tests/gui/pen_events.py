"""A pen, a finger and a mouse for tests: real Qt events, sent to the widget."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QWidget

_CAN = QInputDevice.Capability
PEN_WITH_EVERYTHING = _CAN.Position | _CAN.Pressure | _CAN.XTilt | _CAN.YTilt
PEN_WITHOUT_PRESSURE = _CAN.Position | _CAN.Hover

Sample = tuple[float, float, float, int]
"""x and y in device-independent pixels of the widget, pressure 0 to 1, time in ms."""


class TestPen:
    """A pen of its own: Qt tells devices apart by their ids."""

    __test__ = False
    _next_id = 7_000

    def __init__(self, widget: QWidget, capabilities: QInputDevice.Capability = PEN_WITH_EVERYTHING) -> None:
        type(self)._next_id += 1
        self.widget = widget
        self.device = QPointingDevice(
            "test pen",
            self._next_id,
            QInputDevice.DeviceType.Stylus,
            QPointingDevice.PointerType.Pen,
            capabilities,
            1,
            3,
        )

    def send(
        self,
        kind: QEvent.Type,
        sample: Sample,
        *,
        tilt: tuple[float, float] = (0.0, 0.0),
        button: Qt.MouseButton | None = None,
    ) -> QTabletEvent:
        """One tablet event; the widget has handled it when this returns."""
        x, y, pressure, at = sample
        position = QPointF(x, y)
        tip = Qt.MouseButton.LeftButton
        if button is None:
            button = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletMove else tip
        event = QTabletEvent(
            kind,
            self.device,
            position,
            QPointF(self.widget.mapToGlobal(position)),
            pressure,
            tilt[0],
            tilt[1],
            0.0,
            0.0,
            0.0,
            Qt.KeyboardModifier.NoModifier,
            button,
            Qt.MouseButton.NoButton if kind == QEvent.Type.TabletRelease else tip,
        )
        event.setTimestamp(at)
        event.ignore()
        QCoreApplication.sendEvent(self.widget, event)
        return event

    def press(self, sample: Sample, tilt: tuple[float, float] = (0.0, 0.0)) -> QTabletEvent:
        return self.send(QEvent.Type.TabletPress, sample, tilt=tilt)

    def move(self, sample: Sample, tilt: tuple[float, float] = (0.0, 0.0)) -> QTabletEvent:
        return self.send(QEvent.Type.TabletMove, sample, tilt=tilt)

    def release(self, sample: Sample) -> QTabletEvent:
        x, y, _, at = sample
        return self.send(QEvent.Type.TabletRelease, (x, y, 0.0, at))

    def stroke(self, samples: Sequence[Sample]) -> None:
        """Down at the first sample, over all others, up at the last."""
        self.press(samples[0])
        for sample in samples[1:]:
            self.move(sample)
        self.release(samples[-1])


def mouse_stroke(widget: QWidget, places: Sequence[tuple[float, float]], start_ms: int = 1_000) -> None:
    """The genuine mouse draws, a point every 8 ms."""
    device = QPointingDevice.primaryPointingDevice()
    kinds = [
        QEvent.Type.MouseButtonPress,
        *[QEvent.Type.MouseMove] * (len(places) - 1),
        QEvent.Type.MouseButtonRelease,
    ]
    for index, (kind, place) in enumerate(zip(kinds, [*places, places[-1]], strict=True)):
        _mouse(widget, kind, place, device, at=start_ms + 8 * index)


def synthesised_mouse_press(widget: QWidget, place: tuple[float, float], device: QPointingDevice) -> None:
    """The mouse event that a system makes up beside a touch or a pen: it names the touch device."""
    _mouse(widget, QEvent.Type.MouseButtonPress, place, device, at=1)


def _mouse(widget: QWidget, kind: QEvent.Type, place: tuple[float, float], device: QPointingDevice, *, at: int) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    position = QPointF(*place)
    event = QMouseEvent(
        kind,
        position,
        QPointF(widget.mapToGlobal(position)),
        none if kind == QEvent.Type.MouseMove else left,
        none if kind == QEvent.Type.MouseButtonRelease else left,
        Qt.KeyboardModifier.NoModifier,
        device,
    )
    event.setTimestamp(at)
    QCoreApplication.sendEvent(widget, event)
