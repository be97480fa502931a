"""The kop at the head of the first page: logo, office, address and a double rule (domain.md 4.3)."""

from __future__ import annotations

import zlib
from dataclasses import replace
from functools import lru_cache
from io import BytesIO

from PIL import Image

from kpu_desk.domain.documents import Letterhead
from kpu_desk.domain.errors import FormError, KnownError
from kpu_desk.pdf import tags
from kpu_desk.pdf.flow import LEFT, RIGHT, WIDTH, Strip
from kpu_desk.pdf.page import MM, Item, Picture, Rule, TextLine
from kpu_desk.pdf.pictures import read_picture
from kpu_desk.pdf.tags import Tag
from kpu_desk.pdf.typesetting import Type, break_lines, serif, set_line

LOGO_BOX = 24 * MM
_LOGO_PIXELS = 300
"""The longer side of a logo as printed: 24 mm at 317 dots an inch."""

_LOGO_BYTES = 2_900
"""What a logo may take, since every record carries it twice; one that needs more is kept as JPEG 2000 (part 1), which
PDF/A-3 takes (ISO 19005-3, 6.2.8.3) and which at this size keeps lines and colours where a palette loses them."""

_NAME = serif(13.5, 17)
_ADDRESS = serif(8.5, 11)


def letterhead_strip(letterhead: Letterhead, kind: str) -> Strip | None:
    """The head of the page: ``kop`` in full, ``logo`` alone and centred, or nothing.

    Raises:
        FormError: WRONG_PROFILE with field ``logo`` when the picture cannot be used.
    """
    if kind == "none":
        return None
    picture = _logo(letterhead.logo) if letterhead.logo else None
    if kind == "logo":
        return _logo_alone(picture, letterhead) if picture else None
    return _kop(letterhead, picture)


def _kop(letterhead: Letterhead, picture: tuple[bytes, float, float] | None) -> Strip:
    items: list[Item] = []
    # The words are centred on the page; beside a logo the columns left and right of them stay free.
    inset = LOGO_BOX + 3 * MM if picture else 0.0
    x, width = LEFT + inset, WIDTH - 2 * inset
    top = -2.0
    for lines, kind in ((letterhead.lines, _NAME), (letterhead.address, _ADDRESS)):
        tag = Tag("P")
        for text in lines:
            for line in break_lines((kind.run(text, bold=kind is _NAME),), width):
                top -= kind.leading
                placed = set_line(line, x, top + 0.24 * kind.leading, width, "center", tag=tag)
                if placed:
                    items.append(placed)
        top -= 1.5
    if picture:
        data, picture_width, picture_height = picture
        height = max(-top, picture_height)
        items.append(
            Picture(
                LEFT + (LOGO_BOX - picture_width) / 2,
                -(height + picture_height) / 2,
                picture_width,
                picture_height,
                data,
                _logo_tag(letterhead),
            )
        )
        shift = (height + top) / 2
        items = [replace(item, y=item.y - shift) if isinstance(item, TextLine) else item for item in items]
        top = -height
    rule = top - 5
    items += [Rule(LEFT, rule, RIGHT, rule, 2.2), Rule(LEFT, rule - 2.6, RIGHT, rule - 2.6, 0.6)]
    return Strip(height=-rule + 2.6 + 6 * MM, items=tuple(items))


def _logo_tag(letterhead: Letterhead) -> Tag:
    return tags.picture(f"Logo {' '.join(letterhead.lines)}")


def _logo_alone(picture: tuple[bytes, float, float], letterhead: Letterhead) -> Strip:
    data, width, height = picture
    return Strip(
        height=height + 5 * MM,
        items=(Picture(LEFT + (WIDTH - width) / 2, -height, width, height, data, _logo_tag(letterhead)),),
    )


@lru_cache(maxsize=2)
def _logo(data: bytes) -> tuple[bytes, float, float]:
    """The logo as a plain RGB picture, PNG or JPEG 2000, with its printed size in points.

    Transparent places become white: one picture without a mask is smaller and prints everywhere.
    """
    try:
        picture = read_picture(data)
    except KnownError as error:
        reason = "TOO_LARGE" if error.code == "PICTURE_TOO_LARGE" else "NO_PICTURE"
        raise FormError("WRONG_PROFILE", field="logo", reason=reason) from error
    with Image.open(BytesIO(picture.png), formats=("PNG",)) as image:
        image.thumbnail((_LOGO_PIXELS, _LOGO_PIXELS))
        rgba = image.convert("RGBA")
    flat = Image.new("RGB", rgba.size, "white")
    flat.paste(rgba, mask=rgba.getchannel("A"))
    scale = LOGO_BOX / max(flat.size)
    return _within_its_bytes(flat), flat.width * scale, flat.height * scale


def _within_its_bytes(flat: Image.Image) -> bytes:
    output = BytesIO()
    raw = flat.tobytes()
    if len(zlib.compress(raw)) <= _LOGO_BYTES:
        flat.save(output, format="PNG")
    else:
        rate = len(raw) / _LOGO_BYTES
        flat.save(output, format="JPEG2000", quality_mode="rates", quality_layers=[rate], irreversible=True, mct=1)
    return output.getvalue()


def heading(texts: tuple[str, ...], kind: Type, *, bookmark: str, before: float = 0, after: float = 0) -> list[Strip]:
    """Centred bold lines of a title, all on one page and with what follows; ``bookmark`` names it in the outline."""
    tag = Tag("H1", bookmark=bookmark)
    strips = []
    for index, text in enumerate(texts):
        for line in break_lines((kind.run(text, bold=True),), WIDTH):
            placed = set_line(line, LEFT, -0.76 * kind.leading, WIDTH, "center", tag=tag)
            strips.append(
                Strip(
                    kind.leading,
                    (placed,) if placed else (),
                    before if index == 0 else 0,
                    glued=True,
                    baseline=kind.baseline,
                )
            )
    strips[-1] = replace(strips[-1], height=strips[-1].height + after)
    return strips
