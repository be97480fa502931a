"""Logos made in the tests: an emblem of many small parts in soft colours, which costs the most to keep."""

from __future__ import annotations

import math
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter

SIDE = 900


@cache
def emblem() -> Image.Image:
    """A round emblem: shaded ground, feathers with outlines, a shield, a ring of letters' size; of no office."""
    soft = Image.radial_gradient("L").resize((SIDE, SIDE))
    image = Image.composite(Image.new("RGB", soft.size, (150, 20, 10)), Image.new("RGB", soft.size, "#f7c23c"), soft)
    draw = ImageDraw.Draw(image)
    middle = SIDE / 2
    for index in range(120):
        angle, radius = index * math.tau / 120, (0.43 if index % 2 else 0.40) * SIDE
        x, y = middle + radius * math.cos(angle), middle + radius * math.sin(angle)
        draw.ellipse((x - 9, y - 14, x + 9, y + 14), fill=(20, 40, 90), outline="white", width=3)
    for index in range(34):
        angle, radius = math.radians(200 + index * 4.2), (0.33 - 0.08 * (index % 3)) * SIDE
        x, y = middle + radius * math.cos(angle), middle + radius * math.sin(angle)
        draw.line((middle, 0.6 * SIDE, x, y), fill=(90, 50, 0), width=5)
        draw.ellipse((x - 12, y - 26, x + 12, y + 26), fill=(255, 225 - 4 * index, 60), outline=(60, 30, 0), width=3)
    draw.polygon([(380, 470), (520, 470), (520, 600), (450, 680), (380, 600)], fill=(180, 10, 20), outline="black")
    image = image.filter(ImageFilter.GaussianBlur(1))
    round_one = Image.new("L", image.size, 0)
    ImageDraw.Draw(round_one).ellipse((8, 8, SIDE - 8, SIDE - 8), fill=255)
    return Image.composite(image, Image.new("RGB", image.size, "white"), round_one)


@cache
def photo() -> Image.Image:
    """The emblem as a camera sees it: with grain, which no picture of so few bytes can keep."""
    grain = Image.frombytes(
        "L", (450, 450), bytes((index * 7919 * (index // 450 + 3) >> 7) & 0xFF for index in range(450 * 450))
    )
    return Image.blend(emblem(), grain.resize((SIDE, SIDE), Image.Resampling.BICUBIC).convert("RGB"), 0.2)


def as_png(image: Image.Image) -> bytes:
    """A file as an office would choose it."""
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
