"""A picture of the office's stamp, cut out of its paper: transparent ground, true size, the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageChops, ImageFilter, ImageMath, ImageStat

from kpu_desk.domain.errors import KnownError
from kpu_desk.pdf.pictures import Picture

DPI = 300
UM_PER_INCH = 25_400

VIOLET = (0x56, 0x2C, 0x8C)
"""The customary colour of stamp ink: ungu (domain.md 4.6)."""

USUAL_THRESHOLD = 15
"""Of 100: what is less than this far from paper counts as paper; a clean scan needs less, a photograph more."""

LEAST_PIXELS = 150
"""Across the stamp; below it its letters cannot be read on paper."""

_WORKING_PIXELS = 1_400
"""The longer side of a picture while it is cut out: three times what the largest stamp needs."""

_THUMBNAIL = 64
"""Pixels of the picture in which the paper's own brightness is looked for."""

_REACH = 31
"""Pixels of the thumbnail in which some paper must show: half of the picture, for emblems that are nearly solid."""

_DARKEST_SHADOW = 0.55
"""Of the paper's brightness around the stamp; what is darker in one colour and wider than the reach is solid ink."""

_SOLID_EDGE = 3
"""Pixels of the thumbnail's edge, where there is paper."""

_STRONGEST = 232
"""Opacity of full ink, of 255: stamp ink lets the pen's ink shine through."""

_LEVELS = 17
"""Opacity goes in steps of this: sixteen of them look smooth and take a third of the room."""

_VISIBLE = 64

_DARKEST_PAPER = 100
"""Brightness, of 255, below which what lies around a stamp is no paper."""


@dataclass(frozen=True, slots=True)
class StampSource:
    """A picture as it was chosen, reduced to what the cutting out needs.

    Attributes:
        has_alpha: its ground is transparent already; nothing is then taken out by brightness.
    """

    png: bytes
    has_alpha: bool


def stamp_source(picture: Picture) -> StampSource:
    """Crops a picture to its stamp with some paper around, and makes it small enough to be worked on at once.

    Raises:
        KnownError: STAMP_EMPTY, STAMP_NO_GROUND.
    """
    image = _opened(picture.png)
    small = image.copy()
    small.thumbnail((_WORKING_PIXELS, _WORKING_PIXELS))
    left, top, right, bottom = _box(_alpha(small, picture.has_alpha, USUAL_THRESHOLD))
    scale = image.width / small.width
    margin = 0.12 * max(right - left, bottom - top)
    box = (
        max(0, round((left - margin) * scale)),
        max(0, round((top - margin) * scale)),
        min(image.width, round((right + margin) * scale)),
        min(image.height, round((bottom + margin) * scale)),
    )
    image = image.crop(box)
    image.thumbnail((_WORKING_PIXELS, _WORKING_PIXELS), Image.Resampling.HAMMING)
    return StampSource(_png(image, effort=1), picture.has_alpha)


def cut_out(source: StampSource, *, threshold: int, violet: bool, diameter_um: int) -> bytes:
    """The stamp as a square RGBA PNG whose circle touches its edges, at most 300 dots an inch of its true size.

    Args:
        threshold: 0 to 100, how far from paper ink must be.
        violet: in the customary violet instead of its own colours.
        diameter_um: true diameter in µm.

    Raises:
        KnownError: STAMP_EMPTY, nothing is left; STAMP_NO_GROUND, there is no paper around; STAMP_TOO_SMALL with
            ``pixels`` and ``least``.
    """
    image = _opened(source.png)
    side = round(diameter_um * DPI / UM_PER_INCH)
    # Twice as fine as it will be, with its margin: finer would only take longer.
    image.thumbnail((round(2.5 * side),) * 2, Image.Resampling.HAMMING)
    alpha = _alpha(image, source.has_alpha, threshold)
    box = _box(alpha)
    alpha = alpha.crop(box)
    colours = (
        Image.new("RGB", alpha.size, VIOLET) if violet else _own_colours(image, source.has_alpha, threshold).crop(box)
    )
    whole = max(alpha.size)
    if whole < LEAST_PIXELS:
        raise KnownError("STAMP_TOO_SMALL", pixels=whole, least=LEAST_PIXELS)
    cut = colours.convert("RGBA")
    cut.putalpha(alpha)
    square = Image.new("RGBA", (whole, whole), (*VIOLET, 0))
    square.paste(cut, ((whole - alpha.width) // 2, (whole - alpha.height) // 2))
    if whole > side:
        square = square.resize((side, side), Image.Resampling.HAMMING)
    return _png(_compact(square, own_colours=not violet))


def _opened(png: bytes) -> Image.Image:
    with Image.open(BytesIO(png), formats=("PNG",)) as image:
        return image.convert("RGBA" if image.mode == "RGBA" else "RGB")


def _alpha(image: Image.Image, has_alpha: bool, threshold: int) -> Image.Image:
    """How much ink is where: its own opacity, or how far each place is from the paper around it."""
    if has_alpha:
        return image.getchannel("A")
    far = _strongest(_ink_of_channels(image))
    low = threshold * 255 // 100
    high = _ink_strength(far, low)
    steps = [min(max(value - low, 0) / max(high - low, 1), 1.0) for value in range(256)]
    return far.point([round(step * _STRONGEST) for step in steps])


def _own_colours(image: Image.Image, has_alpha: bool, threshold: int) -> Image.Image:
    """The ink's own colours, freed of the paper that shines through at every edge."""
    if has_alpha:
        return image.convert("RGB")
    channels = _ink_of_channels(image)
    far = _strongest(channels)
    full = _ink_strength(far, threshold * 255 // 100)
    share = far.point([max(1, min(255, round(value * 255 / full))) for value in range(256)])
    freed = [
        ImageMath.lambda_eval(
            lambda args: args["convert"](255 - args["min"](args["ink"] * 255 / args["share"], 255), "L"),
            ink=ink,
            share=share,
        )
        for ink in channels
    ]
    return Image.merge("RGB", freed)


def _ink_of_channels(image: Image.Image) -> list[Image.Image]:
    """How far red, green and blue are from the paper around, as if it were white: grey scans, shadows and tinted paper
    are evened out."""
    image = image.convert("RGB")
    paper = image.resize((_THUMBNAIL, _THUMBNAIL), Image.Resampling.BOX)
    # What is darker and smaller than the reach goes; shadows, which are wider, stay.
    paper = paper.filter(ImageFilter.MaxFilter(_REACH)).filter(ImageFilter.MinFilter(_REACH))
    paper = _without_solid_ink(paper).filter(ImageFilter.GaussianBlur(4))
    if max(_mean(channel) for channel in paper.split()) < _DARKEST_PAPER:
        raise KnownError("STAMP_NO_GROUND")
    inks = []
    for seen, white in zip(image.split(), paper.split(), strict=True):
        brightness = max(_mean(white), 1) / 255
        inks.append(ImageChops.subtract(white.resize(image.size, Image.Resampling.BICUBIC), seen, brightness))
    return inks


def _without_solid_ink(paper: Image.Image) -> Image.Image:
    """The paper under an emblem wider than the reach, as it is at the edges: so dark is no shadow."""
    inside = _SOLID_EDGE, _SOLID_EDGE, paper.width - _SOLID_EDGE, paper.height - _SOLID_EDGE
    edge = Image.new("L", paper.size, 255)
    edge.paste(0, inside)
    around = tuple(ImageStat.Stat(paper, edge).median)
    solid = Image.new("L", paper.size, 0)
    for channel, usual in zip(paper.split(), around, strict=True):
        dark = channel.point([255 if value < _DARKEST_SHADOW * usual else 0 for value in range(256)])
        solid = ImageChops.lighter(solid, dark)
    clean = paper.copy()
    clean.paste(around, mask=solid.filter(ImageFilter.MaxFilter(5)))
    return clean


def _strongest(channels: Sequence[Image.Image]) -> Image.Image:
    """The strongest channel at each place: coloured ink is far from paper in one at least."""
    strongest = channels[0]
    for channel in channels[1:]:
        strongest = ImageChops.lighter(strongest, channel)
    return strongest


def _ink_strength(far: Image.Image, low: int) -> int:
    """How far from white full ink is: two thirds of what is beyond ``low`` are no further."""
    counts = far.histogram()
    beyond = sum(counts[low + 1 :])
    seen = 0
    for value in range(low + 1, 256):
        seen += counts[value]
        if seen * 3 >= beyond * 2:
            return max(value, low + 8)
    return 255


def _box(alpha: Image.Image) -> tuple[int, int, int, int]:
    """The ink without dust: from edge to edge of what is larger than a speck.

    Raises:
        KnownError: STAMP_EMPTY.
    """
    coarse = max(1, max(alpha.size) // 240)
    rough = alpha.reduce(coarse).point([255 if value > _VISIBLE // 2 else 0 for value in range(256)])
    found = rough.filter(ImageFilter.MedianFilter(3)).getbbox()
    if found is None:
        raise KnownError("STAMP_EMPTY")
    left, top, right, bottom = (edge * coarse for edge in found)
    # A median takes a corner off, so one step more on each side; then exactly to the ink.
    near = (
        max(0, left - coarse),
        max(0, top - coarse),
        min(alpha.width, right + coarse),
        min(alpha.height, bottom + coarse),
    )
    exact = alpha.crop(near).point([255 if value > _VISIBLE else 0 for value in range(256)]).getbbox()
    if exact is None:
        raise KnownError("STAMP_EMPTY")
    return near[0] + exact[0], near[1] + exact[1], near[0] + exact[2], near[1] + exact[3]


def _mean(channel: Image.Image) -> float:
    counts = channel.histogram()
    return sum(value * count for value, count in enumerate(counts)) / max(sum(counts), 1)


def _compact(square: Image.Image, *, own_colours: bool) -> Image.Image:
    """Fewer steps of opacity and of colour, and one colour where nothing shows."""
    alpha = square.getchannel("A").point([round(value / _LEVELS) * _LEVELS for value in range(256)])
    # Its mean where nothing shows, so that a coarser copy of the colours has no fringe.
    dot = square.resize((1, 1), Image.Resampling.BOX) if own_colours else Image.new("RGB", (1, 1), VIOLET)
    plain = dot.convert("RGB").resize(square.size)
    if own_colours:
        colours = square.convert("RGB").point([min(255, (value & 0xF0) + 8) for value in range(256)] * 3)
        plain.paste(colours, mask=alpha.point([255 if value else 0 for value in range(256)]))
    plain.putalpha(alpha)
    return plain


def _png(image: Image.Image, effort: int = 6) -> bytes:
    output = BytesIO()
    image.save(output, format="PNG", compress_level=effort)
    return output.getvalue()
