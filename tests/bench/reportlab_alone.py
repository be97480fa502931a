"""The same lines, shapes and codes drawn with ReportLab and nothing else: what any record costs at least."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from kpu_desk.pdf.fonts import use
from kpu_desk.pdf.page import A4, BLACK, Bars, Placed, Shape, TextLine, _draw
from kpu_desk.pdf.text_writer import TextWriter

_NON_ZERO = 1


def plain_pages(pages: Sequence[Sequence[Placed]]) -> bytes:
    """A plain PDF of pages that are laid out already: compressed, fonts embedded, every item between its marks.

    The same faces and items in the same order as in a record. Rules and pictures are drawn by the very code of our
    pages. Texts, shapes and codes go through ReportLab's text objects and paths, as whoever uses ReportLab draws them:
    our own pages write those operators in one piece, and that this is quicker is counted for us. What ReportLab does
    not know at all is counted against us: layout, the outlines of ink, signing and reading codes, structure,
    attachments.
    """
    output = BytesIO()
    canvas = Canvas(output, pagesize=A4, pageCompression=1, invariant=1)
    for page in pages:
        for number, placed in enumerate(page):
            canvas.addLiteral(f"/P <</MCID {number}>> BDC")
            if isinstance(placed.item, Shape):
                _draw_shape(canvas, placed.item)
            elif isinstance(placed.item, Bars):
                _draw_bars(canvas, placed.item)
            elif isinstance(placed.item, TextLine):
                _draw_line(canvas, placed.item, placed.up, placed.right)
            else:
                _draw(canvas, placed, TextWriter(canvas))
            canvas.addLiteral("EMC")
        canvas.showPage()
    canvas.save()
    return output.getvalue()


def _draw_line(canvas: Canvas, line: TextLine, up: float, right: float) -> None:
    text = canvas.beginText(line.x + right, line.y + up)
    text.setFillColorRGB(*line.colour)
    text.setWordSpace(line.word_space)
    last = len(line.runs) - 1
    for index, run in enumerate(line.runs):
        text.setFont(use(run.face), run.size)
        # Not textOut, which also measures the words for a cursor that nobody asks for.
        text._textOut(run.text.replace("\u00a0", " ") + " " * (index == last))  # type: ignore[attr-defined]  # the published types leave it out
    canvas.drawText(text)


def _draw_shape(canvas: Canvas, shape: Shape) -> None:
    path = canvas.beginPath()
    for polygon in shape.polygons:
        (x, y), *rest = polygon
        path.moveTo(x, y)
        for x, y in rest:
            path.lineTo(x, y)
        path.close()
    canvas.setFillColorRGB(*shape.colour)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=_NON_ZERO)


def _draw_bars(canvas: Canvas, item: Bars) -> None:
    canvas.saveState()
    canvas.transform(item.module, 0, 0, item.module, item.x, item.y)
    path = canvas.beginPath()
    for bar in item.bars:
        path.rect(*bar)
    canvas.setFillColorRGB(*BLACK)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=_NON_ZERO)
    canvas.restoreState()
