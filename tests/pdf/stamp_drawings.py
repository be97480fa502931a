"""Invented stamps, drawn by our own code: circles with words around, on paper of several kinds; no real emblem."""

from __future__ import annotations

import math
from io import BytesIO
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from kpu_desk.resources import resource_root

Colour = tuple[int, int, int]
INK: Colour = (74, 52, 150)


def drawn(
    words: str = "KANTOR REKAAN CONTOH · WILAYAH NUSA RAYA · ",
    middle: str = "CONTOH",
    *,
    side: int = 600,
    ink: Colour = INK,
    margin: int = 60,
) -> Image.Image:
    """A stamp of three circles in the proportions of domain.md 4.6 on transparent ground."""
    whole = side + 2 * margin
    image = Image.new("RGBA", (whole, whole), (*ink, 0))
    pen = ImageDraw.Draw(image)
    centre = whole / 2
    outer = side / 2
    for share, width in ((1.0, 0.022), (17.5 / 18.5, 0.010), (13.5 / 18.5, 0.014)):
        radius = outer * share
        pen.ellipse(
            (centre - radius, centre - radius, centre + radius, centre + radius),
            outline=(*ink, 255),
            width=round(side * width),
        )
    font = ImageFont.truetype(str(resource_root() / "fonts" / "KpuSans-Bold.ttf"), round(side * 0.072))
    for number, letter in enumerate(words):
        turn = 360 * number / len(words)
        tile = Image.new("L", (round(side * 0.14),) * 2, 0)
        ImageDraw.Draw(tile).text((tile.width / 2, tile.height / 2), letter, font=font, fill=255, anchor="mm")
        tile = tile.rotate(-turn, resample=Image.Resampling.BICUBIC)
        radius = outer * 15.5 / 18.5
        x = centre + radius * math.sin(math.radians(turn)) - tile.width / 2
        y = centre - radius * math.cos(math.radians(turn)) - tile.height / 2
        image.paste((*ink, 255), (round(x), round(y)), tile)
    star = [
        (centre + r * math.sin(n * math.pi / 5), centre - side * 0.14 - r * math.cos(n * math.pi / 5))
        for n, r in enumerate([side * 0.12, side * 0.05] * 5)
    ]
    pen.polygon(star, fill=(*ink, 255))
    large = ImageFont.truetype(str(resource_root() / "fonts" / "KpuSans-Bold.ttf"), round(side * 0.13))
    pen.text((centre, centre + side * 0.12), middle, font=large, fill=(*ink, 255), anchor="mm")
    return image


def scanned(
    stamp: Image.Image, *, paper: Colour = (226, 223, 217), noise: int = 6, shade: float = 0.12, seed: int = 1
) -> Image.Image:
    """The stamp on paper as a scanner or a telephone sees it: tinted, grainy, darker towards one corner, uneven ink."""
    random = Random(seed)
    size = stamp.size
    grain = Image.frombytes("L", size, random.randbytes(size[0] * size[1]))
    grain = grain.point([128 - noise + value * (2 * noise + 1) // 256 for value in range(256)])
    rough = Image.frombytes("L", size, random.randbytes(size[0] * size[1])).filter(ImageFilter.GaussianBlur(2))
    worn = rough.point([min(255, max(0, 40 + 3 * (value - 64))) for value in range(256)])
    soft = stamp.filter(ImageFilter.GaussianBlur(0.8))
    page = Image.new("RGB", size, paper)
    alpha = Image.composite(soft.getchannel("A"), Image.new("L", size, 0), worn)
    page.paste(soft.convert("RGB"), mask=alpha)
    slope = Image.linear_gradient("L").resize(size).point([round(255 * (1 - shade * v / 255)) for v in range(256)])
    channels = [
        Image.composite(channel, Image.new("L", size, 0), slope).point([min(255, v) for v in range(256)])
        for channel in page.split()
    ]
    shaded = Image.merge("RGB", channels)
    return ImageChops.add(shaded, Image.merge("RGB", [grain] * 3), scale=1, offset=-128)


def saved(image: Image.Image, kind: str = "PNG", **options: int) -> bytes:
    """The picture as a file's bytes."""
    output = BytesIO()
    (image.convert("RGB") if kind == "JPEG" else image).save(output, format=kind, **options)
    return output.getvalue()
