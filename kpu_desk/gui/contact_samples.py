"""What a finger or a mouse does, as samples of the pad; the pen's own come straight from its events, being many."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QInputDevice, QMouseEvent, QTouchEvent

from kpu_desk.domain.pen import FULL_PRESSURE, PenSample, Phase, Tool
from kpu_desk.gui.ink_painter import UM_PER_PX

_PHASES = {
    QEventPoint.State.Pressed: Phase.DOWN,
    QEventPoint.State.Updated: Phase.MOVE,
    QEventPoint.State.Released: Phase.UP,
}


def touch_samples(event: QTouchEvent, has_pressure: bool) -> Iterator[PenSample]:
    """A sample of each finger that did anything."""
    device = event.pointingDevice().systemId()
    cancelled = event.type() == QEvent.Type.TouchCancel
    for point in event.points():
        phase = Phase.CANCEL if cancelled else _PHASES.get(point.state())
        if phase is None:
            continue
        pressure = round(point.pressure() * FULL_PRESSURE) if has_pressure else FULL_PRESSURE
        place = _um(point.position())
        yield PenSample(phase, Tool.FINGER, *place, pressure, event.timestamp(), contact=point.id(), device=device)


def mouse_sample(event: QMouseEvent, phase: Phase) -> PenSample | None:
    """The sample of a genuine mouse; None for what a system makes up beside a touch or a pen."""
    genuine = event.pointingDevice().type() in (QInputDevice.DeviceType.Mouse, QInputDevice.DeviceType.TouchPad)
    if not genuine or event.source() != Qt.MouseEventSource.MouseEventNotSynthesized:
        return None
    return PenSample(phase, Tool.MOUSE, *_um(event.position()), FULL_PRESSURE, event.timestamp())


def _um(position: QPointF) -> tuple[int, int]:
    return round(position.x() * UM_PER_PX), round(position.y() * UM_PER_PX)
