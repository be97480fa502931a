"""What stands on a page, as plain values in points, and the one place that writes them with ReportLab."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kpu_desk.pdf.cutout import draw_cutout
from kpu_desk.pdf.fonts import Face, text_width, use

# ASCII-85 makes every stream a quarter longer; ReportLab has no other switch for it.
rl_config.useA85 = 0

MM = 72 / 25.4
UM_PER_PT = 25_400 / 72
A4 = (210 * MM, 297 * MM)

Colour = tuple[float, float, float]
BLACK: Colour = (0, 0, 0)
SOFT: Colour = (0.369, 0.345, 0.314)
LINE: Colour = (0.6, 0.58, 0.55)


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one face and size."""

    text: str
    face: Face
    size: float

    @property
    def width(self) -> float:
        """Natural width in points."""
        return text_width(self.text, self.face, self.size)


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text from ``x`` on its baseline ``y``; ``word_space`` is added at every space."""

    x: float
    y: float
    runs: tuple[Run, ...]
    word_space: float = 0
    colour: Colour = BLACK


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; ``dash`` in points, 0 for a whole line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.5
    colour: Colour = BLACK
    dash: float = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle's outline with corners of ``radius``."""

    x: float
    y: float
    width: float
    height: float
    line: float
    colour: Colour = BLACK
    radius: float = 0
    dash: float = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: PNG or JPEG bytes in a box."""

    x: float
    y: float
    width: float
    height: float
    data: bytes


@dataclass(frozen=True, slots=True)
class Cutout:
    """A picture on transparent ground: RGBA PNG bytes in a box."""

    x: float
    y: float
    width: float
    height: float
    png: bytes


@dataclass(frozen=True, slots=True)
class Shape:
    """Closed polygons filled by the non-zero rule."""

    polygons: tuple[tuple[tuple[float, float], ...], ...]
    colour: Colour


@dataclass(frozen=True, slots=True)
class Bars:
    """Black rectangles on a grid of squares of ``module`` points, filled as one path so that no seam shows.

    Attributes:
        bars: x, y, width, height in squares, from the lower left corner at ``x``, ``y``.
        alternative: the words for those who do not see it.
    """

    x: float
    y: float
    module: float
    bars: tuple[tuple[int, int, int, int], ...]
    alternative: str


@dataclass(frozen=True, slots=True)
class Slanted:
    """A word written slantwise around a point, for a mark beneath the text."""

    x: float
    y: float
    run: Run
    degrees: float
    colour: Colour


Item = TextLine | Rule | Frame | Picture | Cutout | Shape | Bars | Slanted


@dataclass(frozen=True, slots=True)
class Placed:
    """An item with what is added to its own height and to its distance from the left edge."""

    item: Item
    up: float = 0
    right: float = 0


def write_pages(pages: Sequence[Sequence[Placed]], *, title: str, size: tuple[float, float] = A4) -> bytes:
    """The pages as PDF: same pages, same bytes; fonts embedded, no ASCII-85, no date of today."""
    output = BytesIO()
    # ReportLab selects a font at the top of each page; one of ours, so that Helvetica never gets in.
    # The dictionary is there because the published types take the name for a number.
    first_font: dict[str, Any] = {"initialFontName": use(Face.SANS)}
    canvas = Canvas(output, pagesize=size, pageCompression=1, invariant=1, **first_font)
    canvas.setTitle(title)
    canvas.setAuthor("KPU Desk")
    canvas.setSubject(title)
    canvas.setCreator("KPU Desk")
    for page in pages:
        for placed in page:
            _draw(canvas, placed)
        canvas.showPage()
    canvas.save()
    return output.getvalue()


def _draw(canvas: Canvas, placed: Placed) -> None:
    item, up, right = placed.item, placed.up, placed.right
    if isinstance(item, TextLine):
        _draw_line(canvas, item, up, right)
    elif isinstance(item, Rule):
        _pen(canvas, item.width, item.colour, item.dash)
        canvas.line(item.x1 + right, item.y1 + up, item.x2 + right, item.y2 + up)
    elif isinstance(item, Frame):
        _pen(canvas, item.line, item.colour, item.dash)
        canvas.roundRect(item.x + right, item.y + up, item.width, item.height, item.radius)
    elif isinstance(item, Picture):
        canvas.drawImage(ImageReader(BytesIO(item.data)), item.x + right, item.y + up, item.width, item.height)
    elif isinstance(item, Cutout):
        draw_cutout(canvas, item.png, item.x + right, item.y + up, item.width, item.height)
    elif isinstance(item, Shape):
        _draw_shape(canvas, item, up, right)
    elif isinstance(item, Bars):
        _draw_bars(canvas, item, up, right)
    else:
        canvas.saveState()
        canvas.translate(item.x + right, item.y + up)
        canvas.rotate(item.degrees)
        canvas.setFillColorRGB(*item.colour)
        canvas.setFont(use(item.run.face), item.run.size)
        canvas.drawCentredString(0, -item.run.size * 0.34, item.run.text)
        canvas.restoreState()


def _draw_line(canvas: Canvas, line: TextLine, up: float, right: float) -> None:
    text = canvas.beginText(line.x + right, line.y + up)
    text.setFillColorRGB(*line.colour)
    text.setWordSpace(line.word_space)
    last = len(line.runs) - 1
    for index, run in enumerate(line.runs):
        text.setFont(use(run.face), run.size)
        words = run.text.replace("\u00a0", " ")
        # The space at the end keeps words of neighbouring lines apart when text is extracted; a hyphen joins them.
        text.textOut(words + " " if index == last and not words.endswith("\u00ad") else words)
    canvas.drawText(text)


# The operators of shapes and codes are written here in one piece: ReportLab's paths take five times as long for the
# thousands of corners of a signature. "f" fills by the non-zero rule (ISO 32000-1, 8.5.3).


def _draw_shape(canvas: Canvas, shape: Shape, up: float, right: float) -> None:
    parts = []
    for polygon in shape.polygons:
        # A hundredth of a point is 3.5 µm, finer than any printer; longer numbers only make longer files.
        corners = [value for x, y in polygon for value in (x + right, y + up)]
        parts.append(("%.2f %.2f m" + " %.2f %.2f l" * (len(polygon) - 1) + " h") % tuple(corners))
    canvas.setFillColorRGB(*shape.colour)
    canvas.addLiteral("\n".join([*parts, "f"]))


def _draw_bars(canvas: Canvas, item: Bars, up: float, right: float) -> None:
    canvas.saveState()
    canvas.transform(item.module, 0, 0, item.module, item.x + right, item.y + up)
    canvas.setFillColorRGB(*BLACK)
    canvas.addLiteral("\n".join([*(f"{x} {y} {width} {height} re" for x, y, width, height in item.bars), "f"]))
    canvas.restoreState()


def _pen(canvas: Canvas, width: float, colour: Colour, dash: float) -> None:
    canvas.setLineWidth(width)
    canvas.setStrokeColorRGB(*colour)
    if dash:
        canvas.setDash(dash, dash)
    else:
        canvas.setDash()
