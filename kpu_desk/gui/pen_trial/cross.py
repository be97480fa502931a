"""Tap the cross: shows where a pen's point really arrives, and sends the pen to this screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPointingDevice, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpu_desk.domain.pointing import Pointing, judge
from kpu_desk.gui.look import DESK
from kpu_desk.gui.pen_mapping import can_map, map_to
from kpu_desk.gui.signer.parts import MARGIN, set_tone, touch_button, wrapped

_PLACES = ((0.22, 0.38), (0.78, 0.62))
"""Crosses one after the other, as shares of the window: a pen that is only shifted hits one of two by chance."""
_ARM = 26
PATIENCE_MS = 10_000


class CrossCheck(QWidget):
    """Covers the window and hears every pen and finger in the program while it stands.

    Signals:
        closed(): the person is done.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cross_check")
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setGeometry(parent.rect())
        self._at = 0
        self._device: QPointingDevice | None = None
        self._device_id = 0
        self._said = wrapped("heading", centred=True)
        self._said.setObjectName("cross_said")
        self._map = touch_button("cross_map", self.tr("Arahkan pena ke layar ini"), "primary")
        self._close = touch_button("cross_close", self.tr("Tutup"), "plain")
        self._map.clicked.connect(self._on_map)
        self._close.clicked.connect(self.closed)
        acts = QHBoxLayout()
        acts.addWidget(self._close)
        acts.addStretch(1)
        acts.addWidget(self._map)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.addWidget(self._said)
        column.addStretch(1)
        column.addLayout(acts)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._nothing_came)
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self._ask()
        self.show()
        self.raise_()

    def end(self) -> None:
        """Hears nothing any more."""
        application = QCoreApplication.instance()
        assert application is not None
        application.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def _cross(self) -> QPointF:
        across, down = _PLACES[min(self._at, len(_PLACES) - 1)]
        return QPointF(self.width() * across, self.height() * down)

    def _ask(self) -> None:
        self._map.hide()
        set_tone(self._said, "")
        self._said.setText(self.tr("Ketuk tanda silang dengan pena, tepat di tengahnya."))
        self._patience.start()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.TabletPress and isinstance(event, QTabletEvent):
            if isinstance(watched, QWidget) and not self._on_button(event.globalPosition()):
                self._judge(event.globalPosition(), event.pointingDevice())
                event.accept()
                return True
        elif event.type() == QEvent.Type.TouchBegin and isinstance(event, QTouchEvent) and event.points():
            place = event.points()[0].globalPosition()
            if isinstance(watched, QWidget) and not self._on_button(place):
                self._judge(place, event.pointingDevice())
                event.accept()
                return True
        return False

    def _on_button(self, place: QPointF) -> bool:
        return any(
            button.isVisible() and button.rect().contains(button.mapFromGlobal(place).toPoint())
            for button in (self._map, self._close)
        )

    def _judge(self, place: QPointF, device: QPointingDevice) -> None:
        if self._at >= len(_PLACES):
            return
        self._patience.stop()
        self._device_id = device.systemId()
        cross = self.mapToGlobal(self._cross())
        box = self.screen().geometry()
        found = judge((cross.x(), cross.y()), (place.x(), place.y()), (box.x(), box.y(), box.width(), box.height()))
        if found is Pointing.HIT:
            self._at += 1
            if self._at < len(_PLACES):
                self._ask()
                self._said.setText(self.tr("Kena. Ketuk tanda silang berikutnya."))
            else:
                set_tone(self._said, "good")
                self._said.setText(self.tr("Pena terarah ke layar ini."))
                self.update()
            return
        set_tone(self._said, "bad")
        where = (
            self.tr("Ketukan itu tiba di layar lain: pena terarah ke layar yang salah.")
            if found is Pointing.OTHER_SCREEN
            else self.tr("Ketukan itu tiba di tempat lain pada layar ini: arah pena tidak tepat.")
        )
        self._said.setText(f"{where} {self._advice()}")
        self._map.setVisible(can_map())

    def _advice(self) -> str:
        if can_map():
            return self.tr("Tekan “Arahkan pena ke layar ini”, dengan tetikus bila perlu.")
        return self.tr("Atur arah pena di pengaturan sistem (bagian tablet), lalu ketuk sekali lagi.")

    def _nothing_came(self) -> None:
        self._said.setText(
            self.tr("Belum ada ketukan yang tiba. Bila sudah mengetuk, pena mungkin terarah ke layar lain.")
            + " "
            + self.tr("Atur arah pena di pengaturan sistem (bagian tablet), lalu ketuk sekali lagi.")
        )

    def _on_map(self) -> None:
        self._at = 0
        if map_to(self.screen(), self._device_id):
            self._ask()
            self._said.setText(self.tr("Pena diarahkan ke layar ini. Ketuk tanda silang sekali lagi."))
        else:
            self._map.hide()
            self._said.setText(
                self.tr("Arah pena tidak dapat diubah dari sini.")
                + " "
                + self.tr("Atur arah pena di pengaturan sistem (bagian tablet), lalu ketuk sekali lagi.")
            )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        if self._at >= len(_PLACES):
            painter.end()
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(DESK.accent), 4))
        middle = self._cross()
        for dx, dy in ((_ARM, _ARM), (_ARM, -_ARM)):
            painter.drawLine(middle - QPointF(dx, dy), middle + QPointF(dx, dy))
        painter.end()
