"""The signer's window as the pen test shows it: at the pad at once, the figures beside it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.notice import Notice
from kpu_desk.domain.pen_trial import guide
from kpu_desk.domain.showing import CapturedInk, Sitting
from kpu_desk.gui.look import DESK
from kpu_desk.gui.pen_trial.card import CardMeasure
from kpu_desk.gui.pen_trial.cross import CrossCheck
from kpu_desk.gui.pen_trial.figures import FiguresPanel
from kpu_desk.gui.signer.window import NO_NOTICE
from kpu_desk.gui.signer.witness_window import WitnessWindow
from kpu_desk.gui.true_scale import keep_card, scale_words, true_scale
from kpu_desk.language import Language

_AWAY = ("decline", "read_again")


class TrialWindow(WitnessWindow):
    """Everything runs as in a ceremony; "Tanda tangani" measures, and nothing is ever signed.

    Signals:
        written: the `CapturedInk` that was handed over.
    """

    written = Signal(object)

    def __init__(self, office_name: str) -> None:
        super().__init__(office_name, Mark.GLADI)
        self.setWindowTitle(QCoreApplication.translate("TrialWindow", "KPU Desk – uji pena"))
        self.pad = self.pads.shown[0]
        self.pad.guide = draw_guide
        self.figures = FiguresPanel(self.pad)
        inside = self._inside.layout()
        assert inside is not None
        inside.addWidget(self.figures)
        self._over: QWidget | None = None
        self.figures.cross_wanted.connect(self._check_cross)
        self.figures.card_wanted.connect(self._measure_card)
        self.own_screen.taken.connect(self._show_scale)
        for name in _AWAY:
            part = self._sign.findChild(QWidget, name)
            if part is not None:
                # The pad's own step shows and hides them; here there is nothing to read or to decline.
                part.setMaximumSize(0, 0)
                part.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def begin(self, sitting: Sitting, notices: Mapping[Language, Notice] = NO_NOTICE) -> None:
        super().begin(sitting, notices)
        self._open_sheet()
        self._go(self._sign)

    def write_again(self) -> None:
        """The ink that was measured may be gone on with."""
        self._sign.take_back()

    def current_ink(self) -> CapturedInk:
        """What is on the pad."""
        canvas = self.pad
        return CapturedInk(self._sign.kind, canvas.ink(), canvas.device(), canvas.writing.counts)

    def _check_cross(self) -> None:
        if self._over is None:
            cross = CrossCheck(self)
            self._over = cross
            cross.closed.connect(self._uncover)

    def _measure_card(self) -> None:
        if self._over is None:
            card = CardMeasure(self)
            self._over = card
            card.closed.connect(self._uncover)
            card.measured.connect(self._keep_card)

    def _keep_card(self, width: float, height: float) -> None:
        if keep_card(self.screen(), width, height) is not None:
            self._show_scale()
        self._uncover()

    def _show_scale(self) -> None:
        self.figures.show_scale(scale_words(true_scale(self.screen())))

    def _uncover(self) -> None:
        over, self._over = self._over, None
        if isinstance(over, CrossCheck):
            over.end()
        elif over is not None:
            over.hide()
            over.deleteLater()

    def _on_signed(self, inks: tuple[CapturedInk, ...]) -> None:
        self.write_again()
        self.written.emit(inks[0])


def draw_guide(painter: QPainter, width: int, height: int) -> None:
    """Circle, line and spiral, faint under the ink."""
    painter.setPen(QPen(QColor(DESK.line), 2, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in guide(width, height):
        painter.drawPolyline(QPolygonF([QPointF(*place) for place in line]))
