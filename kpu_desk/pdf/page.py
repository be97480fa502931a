"""What stands on a page, as plain values in points, and the one place that writes them with ReportLab."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from typing import Any

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kpu_desk.pdf.cutout import draw_cutout, draw_jpeg_2000
from kpu_desk.pdf.first_look import PNG_START
from kpu_desk.pdf.fonts import REPORTLAB, Face, name_fonts, text_width, use
from kpu_desk.pdf.tags import Artifact, Box, Place, Structure, Tag
from kpu_desk.pdf.text_writer import TextWriter

# ASCII-85 makes every stream a quarter longer; ReportLab has no other switch for it.
rl_config.useA85 = 0

MM = 72 / 25.4
UM_PER_PT = 25_400 / 72
A4 = (210 * MM, 297 * MM)

_STEPS = 50

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
    """One line of text from ``x`` on its baseline ``y``; ``word_space`` is added at every space.

    Text, pictures and shapes without a ``tag`` are refused when they are written: nobody could tell afterwards where
    they belong.
    """

    x: float
    y: float
    runs: tuple[Run, ...]
    word_space: float = 0
    colour: Colour = BLACK
    tag: Place | None = None


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
    """A picture: PNG or JPEG 2000 bytes in a box."""

    x: float
    y: float
    width: float
    height: float
    data: bytes
    tag: Place | None = None


@dataclass(frozen=True, slots=True)
class Cutout:
    """A picture on transparent ground: RGBA PNG bytes in a box."""

    x: float
    y: float
    width: float
    height: float
    png: bytes
    tag: Place | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """Closed polygons filled by the non-zero rule."""

    polygons: tuple[tuple[tuple[float, float], ...], ...]
    colour: Colour
    tag: Place | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Black rectangles on a grid of ``count`` by ``count`` squares of ``module`` points, filled as one path: no seam
    shows.

    ``bars``: x, y, width, height in squares, from the lower left corner at ``x``, ``y``.
    """

    x: float
    y: float
    module: float
    count: int
    bars: tuple[tuple[int, int, int, int], ...]
    tag: Place | None = None


@dataclass(frozen=True, slots=True)
class Slanted:
    """A word written slantwise around a point, for a mark beneath the text."""

    x: float
    y: float
    run: Run
    degrees: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class Here:
    """Draws nothing; gives an element its place in the reading order: an empty cell, a room for a signature."""

    tag: Tag


Item = TextLine | Rule | Frame | Picture | Cutout | Shape | Bars | Slanted | Here


@dataclass(frozen=True, slots=True)
class Placed:
    """An item with what is added to its own height and to its distance from the left edge.

    ``tag``, where it is given, stands for the item's own: a head that comes again is no second head.
    """

    item: Item
    up: float = 0
    right: float = 0
    tag: Place | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """Pages as PDF, and the structure of what is on them; ``structure.add_structure`` brings both together."""

    pdf: bytes
    structure: Structure


def write_pages(
    pages: Sequence[Sequence[Placed]],
    *,
    title: str,
    size: tuple[float, float] = A4,
    sizes: Sequence[tuple[float, float]] = (),
    over: Sequence[int] | None = None,
    fonts: str = "R",
) -> Written:
    """The pages as PDF: same pages, same bytes; fonts embedded, no ASCII-85, no date of today.

    Args:
        sizes: of the first pages, where they have their own; the others are of ``size``.
        over: for pages to lie over those of another document, how many marks each of those has; the fonts then
            bear names that it does not use, beginning with ``fonts``.
    """
    with REPORTLAB:
        return _written(pages, title, [*sizes, *[size] * (len(pages) - len(sizes))], over, fonts)


def _written(
    pages: Sequence[Sequence[Placed]],
    title: str,
    sizes: Sequence[tuple[float, float]],
    over: Sequence[int] | None,
    fonts: str,
) -> Written:
    output = BytesIO()
    structure = Structure(first=over or ())
    # ReportLab selects a font at the top of each page; one of ours, so that Helvetica never gets in.
    # The dictionary is there because the published types take the name for a number.
    first_font: dict[str, Any] = {"initialFontName": use(Face.SANS)}
    canvas = Canvas(output, pagesize=sizes[0] if sizes else A4, pageCompression=1, invariant=1, **first_font)
    canvas.setTitle(title)
    canvas.setAuthor("KPU Desk")
    canvas.setSubject(title)
    canvas.setCreator("KPU Desk")
    if over is not None:
        name_fonts(canvas, fonts)
    for page, size in zip(pages, sizes, strict=True):
        structure.begin_page()
        canvas.setPageSize(size)
        _draw_page(canvas, page, structure)
        canvas.showPage()
    canvas.save()
    return Written(output.getvalue(), structure)


def _draw_page(canvas: Canvas, page: Sequence[Placed], structure: Structure) -> None:
    """Draws the items, each between the marks of what it belongs to; neighbours of one element share theirs."""
    open_for: Place | None = None
    text = TextWriter(canvas)
    for placed in page:
        place = placed.tag or _place(placed.item)
        if isinstance(placed.item, Here):
            if isinstance(place, Tag):
                structure.add(place)
            continue
        if place is not open_for:
            if open_for is not None:
                canvas.addLiteral("EMC")
            open_for = place
            if isinstance(place, Tag):
                canvas.addLiteral(f"/{place.kind} <</MCID {structure.mark(place)}>> BDC")
            else:
                canvas.addLiteral(f"/Artifact <<{place.value}>> BDC")
        if isinstance(place, Tag) and place.kind == "Figure":
            structure.cover(place, _box(placed))
        _draw(canvas, placed, text)
    if open_for is not None:
        canvas.addLiteral("EMC")


def _place(item: Item) -> Place:
    match item:
        case Rule() | Frame():
            return Artifact.LAYOUT
        case Slanted():
            return Artifact.WATERMARK
    if item.tag is None:
        raise ValueError(f"without a place in the structure: {item}")
    return item.tag


def _box(placed: Placed) -> Box:
    item, up, right = placed.item, placed.up, placed.right
    match item:
        case TextLine():
            width = sum(run.width for run in item.runs)
            size = max(run.size for run in item.runs)
            box = (item.x, item.y - 0.25 * size, item.x + width, item.y + 0.75 * size)
        case Rule():
            box = (min(item.x1, item.x2), min(item.y1, item.y2), max(item.x1, item.x2), max(item.y1, item.y2))
        case Frame() | Picture() | Cutout():
            box = (item.x, item.y, item.x + item.width, item.y + item.height)
        case Shape():
            values = _flat(item)
            xs, ys = values[::2], values[1::2]
            box = (min(xs), min(ys), max(xs), max(ys))
        case Bars():
            side = item.count * item.module
            box = (item.x, item.y, item.x + side, item.y + side)
        case Slanted() | Here():
            raise ValueError("no part of a figure")
    return (box[0] + right, box[1] + up, box[2] + right, box[3] + up)


def _draw(canvas: Canvas, placed: Placed, text: TextWriter) -> None:
    item, up, right = placed.item, placed.up, placed.right
    if isinstance(item, TextLine):
        text.write(item, up, right)
    elif isinstance(item, Rule):
        _pen(canvas, item.width, item.colour, item.dash)
        canvas.line(item.x1 + right, item.y1 + up, item.x2 + right, item.y2 + up)
    elif isinstance(item, Frame):
        _pen(canvas, item.line, item.colour, item.dash)
        canvas.roundRect(item.x + right, item.y + up, item.width, item.height, item.radius)
    elif isinstance(item, Picture):
        box = (item.x + right, item.y + up, item.width, item.height)
        if item.data.startswith(PNG_START):
            canvas.drawImage(ImageReader(BytesIO(item.data)), *box)
        else:
            draw_jpeg_2000(canvas, item.data, *box)
    elif isinstance(item, Cutout):
        draw_cutout(canvas, item.png, item.x + right, item.y + up, item.width, item.height)
    elif isinstance(item, Shape):
        _draw_shape(canvas, item, up, right)
    elif isinstance(item, Bars):
        _draw_bars(canvas, item, up, right)
    elif isinstance(item, Slanted):
        canvas.saveState()
        canvas.translate(item.x + right, item.y + up)
        canvas.rotate(item.degrees)
        canvas.setFillColorRGB(*item.colour)
        canvas.setFont(use(item.run.face), item.run.size)
        canvas.drawCentredString(0, -item.run.size * 0.34, item.run.text)
        canvas.restoreState()


# The operators of shapes and codes are written here in one piece: ReportLab's paths take five times as long for the
# thousands of corners of a signature. "f" fills by the non-zero rule (ISO 32000-1, 8.5.3).


def _draw_shape(canvas: Canvas, shape: Shape, up: float, right: float) -> None:
    """Whole steps of a fiftieth of a point (7 µm, finer than any printer) from a corner: an ink is half of a page."""
    values = _flat(shape)
    left, low = min(values[::2]), min(values[1::2])
    values[::2] = [(x - left) * _STEPS for x in values[::2]]
    values[1::2] = [(y - low) * _STEPS for y in values[1::2]]
    form = "\n".join("%.0f %.0f m" + " %.0f %.0f l" * (len(polygon) - 1) + " h" for polygon in shape.polygons)
    canvas.saveState()
    canvas.transform(1 / _STEPS, 0, 0, 1 / _STEPS, round(left + right, 2), round(low + up, 2))
    canvas.setFillColorRGB(*shape.colour)
    canvas.addLiteral(form % tuple(values) + "\nf")
    canvas.restoreState()


def _flat(shape: Shape) -> list[float]:
    """All corners as x, y, x, y …"""
    return list(chain.from_iterable(chain.from_iterable(shape.polygons)))


def _draw_bars(canvas: Canvas, item: Bars, up: float, right: float) -> None:
    canvas.saveState()
    canvas.transform(item.module, 0, 0, item.module, item.x + right, item.y + up)
    canvas.setFillColorRGB(*BLACK)
    canvas.addLiteral("%d %d %d %d re\n" * len(item.bars) % tuple(chain.from_iterable(item.bars)) + "f")
    canvas.restoreState()


def _pen(canvas: Canvas, width: float, colour: Colour, dash: float) -> None:
    canvas.setLineWidth(width)
    canvas.setStrokeColorRGB(*colour)
    if dash:
        canvas.setDash(dash, dash)
    else:
        canvas.setDash()
