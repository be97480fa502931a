"""Where a signature is written: pen, finger and mouse in, strokes out, every point kept and painted at once."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QImage,
    QInputDevice,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpu_desk.domain.evidence import Device
from kpu_desk.domain.ink import Ink
from kpu_desk.domain.pen import FULL_PRESSURE, Outcome, PenSample, Phase, Tool
from kpu_desk.gui.contact_samples import mouse_sample, touch_samples
from kpu_desk.gui.ink_painter import NEWEST, UM_PER_PX, InkPainter, draw_form
from kpu_desk.gui.look import DESK
from kpu_desk.gui.pad_writing import Source, Writing
from kpu_desk.gui.pen_proximity import PenProximity
from kpu_desk.gui.spoken import Spoken
from kpu_desk.gui.true_scale import true_scale

_CAPABILITY = QInputDevice.Capability
_MOVE: Final = QEvent.Type.TabletMove
_TABLET_PHASES: Final = {QEvent.Type.TabletPress: Phase.DOWN, QEvent.Type.TabletRelease: Phase.UP}
_CORNER: Final = QPoint(0, 0)
_SMOOTH: Final = QPainter.RenderHint.Antialiasing
_TOUCH_TYPES: Final = (
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
)


def keep_every_point() -> None:
    """Asks Qt not to merge touch and mouse moves while the program is busy.

    To be called after the QApplication is made: before, it has no effect on X (facts.md).
    """
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, False)


class InkCanvas(Spoken, QWidget):
    """The pad on which a signature or a paraf is written, one at a time.

    Positions are µm of the nominal pad (96 logical pixels an inch) from its upper left corner.

    Signals:
        stroke_finished: a stroke was ended by its release or because the release will never come.
        changed: ink appeared or went: after each stroke, undo, clear and redo, and at a stroke's first point; also a
            contact was rejected.
        focused: the keys came to it.
    """

    stroke_finished = Signal()
    changed = Signal()
    focused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ink_canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._painter = InkPainter(DESK.pen)
        self.guide: Callable[[QPainter, int, int], None] | None = None
        """Draws what the pen test lets people follow, on a pad of this size; the ink lies over it."""
        self.beside: tuple[InkCanvas, ...] = ()
        """The other pads of the sheet: while one is written on, a contact on another is a palm."""
        self._frozen = False
        self._writing = Writing()
        self._image = QImage()
        self._image_for = (0, 0, 1.0)
        self._pen: QPointingDevice | None = None
        self._pen_id = 0
        self._pen_source = Source("", False, False)
        self._proximity = PenProximity(self._end_contact, self)

    # ---- what the signer's window asks for

    def begin(self, name: str, title: str = "") -> None:
        """New ink by this person: an empty pad, nothing counted yet; ``title`` is what is written, where it matters."""
        self.take_up(Writing(name, title))

    def take_up(self, writing: Writing) -> None:
        """Goes on with what was written before; what is on the pad now is laid aside as it is."""
        self._end_contact()
        self._writing = writing
        self._frozen = False
        self.say_words()
        self.changed.emit()

    def say_words(self) -> None:
        pad = self.tr("Bidang %1") if self._writing.title else self.tr("Bidang tanda tangan %1")
        named = " ".join(part for part in (self._writing.title.lower(), self._writing.name) if part)
        self.setAccessibleName(pad.replace("%1", named))
        self._redraw()

    @property
    def writing(self) -> Writing:
        """What is on the pad."""
        return self._writing

    @property
    def is_empty(self) -> bool:
        """Whether there is no ink, not even a stroke being drawn."""
        return self._writing.is_empty

    @property
    def is_writing(self) -> bool:
        """Whether a stroke is being drawn at this moment."""
        return self._writing.builder.is_down

    @property
    def discarded(self) -> int:
        """Attempts that were cleared, or undone down to the empty pad, since `begin`."""
        return self._writing.discarded

    @property
    def rejected(self) -> int:
        """Contacts since `begin` that were no writing: palms, second fingers, a mouse beside a finger."""
        return self._writing.builder.rejected

    def undo_stroke(self) -> None:
        """Takes the last stroke back; without ink nothing happens."""
        self._take_back(1)

    def clear(self) -> None:
        """Empties the pad; an attempt with ink is counted as discarded."""
        self._take_back(len(self._writing.strokes) + 1)

    def bring_back(self) -> None:
        """Brings back what was undone or cleared last, until the next stroke; else nothing happens."""
        if self._writing.bring_back():
            self._redraw()
            self.changed.emit()

    def _take_back(self, count: int) -> None:
        self._end_contact()
        if self._writing.take_back(count):
            self._redraw()
            self.changed.emit()

    def set_frozen(self, frozen: bool) -> None:
        """A frozen pad keeps its ink and takes no more, while a signature is being saved."""
        self._end_contact()
        self._frozen = frozen

    def ink(self) -> Ink:
        """The ink as measured; a stroke still being drawn ends here."""
        self._end_contact()
        return self._writing.ink(round(self.width() * UM_PER_PX), round(self.height() * UM_PER_PX))

    def device(self) -> Device:
        """What the ink was written with."""
        screen = self.screen().size()
        used = self._writing.device(f"{screen.width()}x{screen.height()}@{self.devicePixelRatioF():g}")
        return replace(used, scale=true_scale(self.screen()))

    # ---- samples in

    def event(self, event: QEvent) -> bool:
        # What comes with every point is handled here: a call into the base class and back takes as long as painting.
        if isinstance(event, QTabletEvent):
            self.tabletEvent(event)
            return True
        if isinstance(event, QPaintEvent):
            self.paintEvent(event)
            return True
        if isinstance(event, QTouchEvent) and event.type() in _TOUCH_TYPES:
            self._touch(event)
            event.accept()
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._redraw()
        return super().event(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        # Accepted whatever it is: a tablet event nobody accepts comes back as a mouse event.
        event.accept()
        kind = event.type()
        phase = Phase.MOVE if kind is _MOVE else _TABLET_PHASES.get(kind)
        if phase is None:
            return
        device = event.pointingDevice()
        if device is not self._pen or phase is Phase.DOWN:
            self._take_in_hand(device)
        if phase is not Phase.MOVE and event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton):
            # A button on the barrel, not the tip: its press and release are samples like any other.
            phase = Phase.MOVE
        source = self._pen_source
        place = event.position()
        self._take(
            PenSample(
                phase,
                Tool.PEN,
                round(place.x() * UM_PER_PX),
                round(place.y() * UM_PER_PX),
                round(event.pressure() * FULL_PRESSURE) if source.has_pressure else FULL_PRESSURE,
                event.timestamp(),
                round(event.xTilt() * 100) if source.has_tilt else None,
                round(event.yTilt() * 100) if source.has_tilt else None,
                device=self._pen_id,
            ),
            source,
            device,
        )

    def _take_in_hand(self, pen: QPointingDevice) -> None:
        """Asks a pen what it is, once for all points of a stroke."""
        can = pen.capabilities()
        self._pen, self._pen_id = pen, pen.systemId()
        self._pen_source = Source(pen.name(), bool(can & _CAPABILITY.Pressure), bool(can & _CAPABILITY.XTilt))

    def _touch(self, event: QTouchEvent) -> None:
        device = event.pointingDevice()
        if event.type() == QEvent.Type.TouchBegin and self._writing.builder.tool is Tool.FINGER:
            # The first finger down on an empty screen: whatever was drawn before has lost its release.
            self._end_contact(device.systemId())
        source = Source(device.name(), bool(device.capabilities() & _CAPABILITY.Pressure), False)
        for sample in touch_samples(event, source.has_pressure):
            self._take(sample, source)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse(event, Phase.DOWN)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The dot of an i soon after its stem.
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._mouse(event, Phase.MOVE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse(event, Phase.UP)

    def _mouse(self, event: QMouseEvent, phase: Phase) -> None:
        sample = mouse_sample(event, phase)
        if sample is not None:
            self._take(sample, Source(event.pointingDevice().name(), False, False))

    def _take(self, sample: PenSample, source: Source, pen: QPointingDevice | None = None) -> None:
        if self._frozen:
            if sample.phase is Phase.DOWN:
                self._writing.builder.turn_away()
            return
        was_down = self._writing.builder.is_down
        outcome = self._feed(sample)
        if outcome is Outcome.EXTENDED:
            self._paint_newest()
        elif outcome in (Outcome.STARTED, Outcome.TOOK_OVER):
            if outcome is Outcome.TOOK_OVER:
                self._writing.reject()
            lost_release = self._writing.collect()
            self._writing.source = source
            if was_down or outcome is Outcome.TOOK_OVER:
                self._redraw()
            else:
                self._paint_newest()
            self._proximity.watch(pen)
            for pad in self.beside:
                pad.give_way(sample)
            if lost_release:
                self.stroke_finished.emit()
            self.changed.emit()
        elif outcome is Outcome.FINISHED:
            self._finished()
        elif outcome is Outcome.REJECTED:
            if was_down and not self._writing.builder.is_down:
                self._redraw()
            self.changed.emit()

    def _feed(self, sample: PenSample) -> Outcome:
        """The sample goes to this pad's contact, where nothing on a pad beside is in its way."""
        if sample.phase is Phase.DOWN and any(pad.writing.builder.bars(sample) for pad in self.beside):
            self._writing.builder.turn_away()
            return Outcome.REJECTED
        return self._writing.builder.feed(sample)

    def give_way(self, newcomer: PenSample) -> None:
        """Ends what is drawn here: a contact writes on a pad beside."""
        outcome = self._writing.builder.give_way(newcomer)
        if outcome is Outcome.FINISHED:
            self._finished()
        elif outcome is not Outcome.IGNORED:
            self._redraw()
            self.changed.emit()

    def _end_contact(self, device: int | None = None) -> None:
        if self._writing.builder.end_contact(device) is Outcome.FINISHED:
            self._finished()

    def _finished(self) -> None:
        self._proximity.watch(None)
        self._writing.collect()
        if not self._image.isNull():
            painter = self._picture_painter()
            self._painter.paint_tail(painter)
            painter.end()
        self.stroke_finished.emit()
        self.changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.focused.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self._end_contact()
        super().hideEvent(event)

    # ---- the picture

    def _picture_painter(self) -> QPainter:
        painter = QPainter(self._image)
        painter.setRenderHint(_SMOOTH)
        ratio = self._image_for[2]
        if ratio != 1:
            painter.scale(ratio, ratio)
        return painter

    def _paint_newest(self) -> None:
        if self._image.isNull():
            return
        painter = self._picture_painter()
        newest = self._writing.builder.newest(NEWEST)
        changed = self._painter.paint_piece(painter, newest, self._writing.source.has_pressure)
        painter.end()
        self.update(*changed)

    def _redraw(self) -> None:
        """Makes the picture anew from the strokes, at the present size and device pixel ratio."""
        width, height, ratio = self._image_for = self._shown_size()
        # Rounded up: with fractional ratios the last row belongs to the pad as well.
        size = QSize(math.ceil(width * ratio), math.ceil(height * ratio))
        if size.isEmpty():
            self._image = QImage()
            return
        self._image = QImage(size, QImage.Format.Format_RGB32)
        self._image.fill(QColor(DESK.paper))
        painter = self._picture_painter()
        draw_form(painter, width, height, self._writing.name, self._writing.title)
        if self.guide is not None:
            self.guide(painter, width, height)
        for stroke in self._writing.strokes:
            self._painter.paint_stroke(painter, stroke.points, stroke.source.has_pressure)
        self._painter.paint_pieces(painter, self._writing.builder.current, self._writing.source.has_pressure)
        painter.end()
        self.update()

    def _shown_size(self) -> tuple[int, int, float]:
        return self.width(), self.height(), self.devicePixelRatioF()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image_for != self._shown_size():
            self._redraw()
        ratio = self._image_for[2]
        painter = QPainter(self)
        if ratio != 1:
            # Pixel for pixel: without this Qt would scale the picture at fractional device pixel ratios.
            painter.scale(1 / ratio, 1 / ratio)
        painter.drawImage(_CORNER, self._image)
        if self._writing.builder.is_down:
            if ratio != 1:
                painter.scale(ratio, ratio)
            painter.setRenderHint(_SMOOTH)
            self._painter.paint_tail(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._redraw()
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(900, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(450, 150)
