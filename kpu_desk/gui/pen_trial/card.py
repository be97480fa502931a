"""Measures a screen with a bank card: an outline is drawn until the card just covers it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpu_desk.domain.true_scale import CARD_UM
from kpu_desk.gui.look import BASE, DESK
from kpu_desk.gui.signer.parts import MARGIN, touch_button, wrapped

_PX_PER_UM = 96 / 25_400
_GRIP = 28
_KEYS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class CardMeasure(QWidget):
    """Covers the window; its corner is dragged with pen, finger or mouse, or moved with the arrow keys.

    Signals:
        measured(width, height): of the card in logical pixels. closed(): nothing more to measure.
    """

    measured = Signal(float, float)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card_measure")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGeometry(parent.rect())
        words = wrapped("strong")
        words.setText(
            self.tr(
                "Tempelkan kartu bank atau KTP pada sudut kiri atas bingkai, lalu geser sudut kanan bawah sampai "
                "bingkai tepat sebesar kartu."
            )
        )
        keep = touch_button("card_keep", self.tr("Simpan ukuran"), "primary")
        close = touch_button("card_close", self.tr("Batal"), "plain")
        for button in (keep, close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        acts = QHBoxLayout()
        acts.addWidget(close)
        acts.addStretch(1)
        acts.addWidget(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.addWidget(words)
        column.addStretch(1)
        column.addLayout(acts)
        self._corner = QPointF(MARGIN * 2, MARGIN * 5)
        self.far = self._corner + QPointF(CARD_UM[0] * _PX_PER_UM, CARD_UM[1] * _PX_PER_UM)
        self._dragged = False
        keep.clicked.connect(self._keep)
        close.clicked.connect(self.closed)
        self.show()
        self.raise_()
        self.setFocus()

    def _keep(self) -> None:
        size = self.far - self._corner
        self.measured.emit(size.x(), size.y())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(DESK.accent), 1.5))
        painter.setBrush(QColor(DESK.paper))
        painter.drawRoundedRect(QRectF(self._corner, self.far), BASE, BASE)
        painter.setBrush(QColor(DESK.accent))
        painter.drawEllipse(self.far, _GRIP / 2, _GRIP / 2)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        away = event.position() - self.far
        self._dragged = abs(away.x()) < _GRIP * 1.5 and abs(away.y()) < _GRIP * 1.5

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged:
            self._put(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._put(self.far + QPointF(*step))

    def _put(self, place: QPointF) -> None:
        least, right, foot = self._corner + QPointF(60, 40), self.width() - MARGIN, self.height() - MARGIN
        self.far = QPointF(min(max(place.x(), least.x()), right), min(max(place.y(), least.y()), foot))
        self.update()
