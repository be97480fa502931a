"""A program of its own: writes on the pad at the scale its screen has, and prints how right that was.

Words of the command: ``even`` writes without pressure, ``move`` goes to the second screen in the middle, ``save``
leaves the picture in the present folder.
"""

from __future__ import annotations

import json
import math
import sys

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QApplication

from kpu_desk.domain.ink import Ink
from kpu_desk.domain.ribbon import outline, widths_um
from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.ink_painter import UM_PER_PX
from kpu_desk.gui.look import DESK
from tests.gui.pen_events import PEN_WITH_EVERYTHING, PEN_WITHOUT_PRESSURE, Sample, TestPen


def flourish(across: float, start_ms: int) -> list[Sample]:
    """A quick signature: large bends with few points, where corners would show, and pressure from hair to full."""
    return [
        (
            across + 4.1 * index + 60 * math.sin(index / 2.1),
            150 + 90 * math.cos(index / 2.6),
            0.1 + 0.8 * abs(math.sin(index / 8)),
            start_ms + 8 * index,
        )
        for index in range(48)
    ]


def drawn_as_on_paper(ink: Ink, ratio: float, size: tuple[int, int]) -> QImage:
    """The outline that the record draws, filled at this ratio, on white."""
    image = QImage(*size, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio / UM_PER_PX, ratio / UM_PER_PX)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for stroke in ink.strokes:
        widths = widths_um(stroke.points, ink.has_pressure)
        pens = [(p.x_um, p.y_um, width) for p, width in zip(stroke.points, widths, strict=True)]
        for polygon in outline(pens):
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in polygon]))
            path.closeSubpath()
    painter.fillPath(path, QColor(0, 0, 0))
    painter.end()
    return image


def differing(screen: QImage, paper: QImage) -> tuple[int, int]:
    """Pixels that are ink on one picture and clearly none on the other, and pixels of ink."""
    wrong = ink = 0
    pen = QColor(DESK.pen).red()
    for y in range(paper.height()):
        for x in range(paper.width()):
            # How much of the pixel is covered, 0 to 1; the pad's own lines and words are no darker than 90.
            on_paper = 1 - (paper.pixel(x, y) & 255) / 255
            on_screen = (255 - QColor(screen.pixel(x, y)).red()) / (255 - pen)
            ink += on_paper > 0.5
            wrong += (on_paper > 0.9 and on_screen < 0.5) or (on_paper < 0.02 and on_screen > 0.75)
    return wrong, ink


def main() -> None:
    application = QApplication(sys.argv)
    canvas = InkCanvas()
    canvas.resize(450, 300)
    canvas.begin("")
    canvas.show()
    application.processEvents()
    capabilities = PEN_WITHOUT_PRESSURE if "even" in sys.argv else PEN_WITH_EVERYTHING
    pen = TestPen(canvas, capabilities)
    sent = [flourish(60, 1_000), flourish(140, 3_000)]
    pen.stroke(sent[0])
    if "move" in sys.argv:
        canvas.move(QGuiApplication.screens()[1].geometry().topLeft() + canvas.pos())
        application.processEvents()
    pen.stroke(sent[1])
    ink = canvas.ink()
    kept = [(p.x_um, p.y_um) for stroke in ink.strokes for p in stroke.points]
    right = [(round(x * UM_PER_PX), round(y * UM_PER_PX)) for stroke in sent for x, y, *_ in stroke]
    picture = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ratio = canvas.devicePixelRatioF()
    if "save" in sys.argv:
        picture.save(f"pad-{ratio:g}.png")
    wrong, inked = differing(picture, drawn_as_on_paper(ink, ratio, (picture.width(), picture.height())))
    size = [picture.width(), picture.height()]
    print(json.dumps({"ratio": ratio, "exact": kept == right, "size": size, "wrong": wrong, "ink": inked}))


if __name__ == "__main__":
    main()
