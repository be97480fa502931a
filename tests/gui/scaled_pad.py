"""A program of its own: writes on the pad at the scale its screen has, and prints how right that was.

Words of the command: ``even`` writes without pressure, ``move`` goes to the second screen in the middle, ``save``
leaves pad and paper in the present folder.
"""

from __future__ import annotations

import json
import math
import sys
from dataclasses import replace

from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.ink import Ink
from kpu_desk.domain.ink_drawing import draw, pack_lines, unpack_lines
from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.ink_painter import UM_PER_PX
from kpu_desk.gui.look import DESK
from kpu_desk.pdf.ink_path import ink_shape
from kpu_desk.pdf.page import UM_PER_PT, Placed, write_pages
from kpu_desk.pdf.render import render_page
from kpu_desk.pdf.tags import Artifact
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


def drawn_on_paper(ink: Ink, ratio: float, size: tuple[int, int]) -> QImage:
    """The record's own PDF of the ink: stored as a drawing, read back, set at natural size, rendered at this ratio."""
    drawing = draw(ink)
    drawing = replace(drawing, lines=unpack_lines(pack_lines(drawing.lines)))
    pens = [pen for line in drawing.lines for pen in line]
    xs, ys = [x for x, _, _ in pens], [y for _, y, _ in pens]
    # Ink is set in the middle of its place: in one of this size it stands where it stood on the pad.
    place = SlotPlace("", 0, 0, 0, round(min(xs) + max(xs)), round(min(ys) + max(ys)))
    shape = ink_shape(drawing, place)
    assert shape is not None
    # The page is as large as the pad's picture.
    width, height = (side * 72 / 96 / ratio for side in size)
    placed = Placed(shape, up=height - place.height_um / UM_PER_PT, tag=Artifact.LAYOUT)
    image = render_page(write_pages([[placed]], title="uji", size=(width, height)).pdf, 0, width_px=size[0])
    return QImage(image.pixels, image.width, image.height, image.stride, QImage.Format.Format_RGB32).copy()


def differing(screen: QImage, paper: QImage) -> tuple[int, int]:
    """Pixels that are ink on one picture and clearly none on the other, and pixels of ink."""
    wrong = ink = 0
    pen = QColor(DESK.pen).red()
    for y in range(paper.height()):
        for x in range(paper.width()):
            # How much of the pixel is covered, 0 to 1; the pad's own lines and words are no darker than 90.
            on_screen, on_paper = ((255 - (one.pixel(x, y) >> 16 & 255)) / (255 - pen) for one in (screen, paper))
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
    paper = drawn_on_paper(ink, ratio, (picture.width(), picture.height()))
    if "save" in sys.argv:
        picture.save(f"pad-{ratio:g}.png")
        paper.save(f"paper-{ratio:g}.png")
    wrong, inked = differing(picture, paper)
    size = [picture.width(), picture.height()]
    print(json.dumps({"ratio": ratio, "exact": kept == right, "size": size, "wrong": wrong, "ink": inked}))


if __name__ == "__main__":
    main()
