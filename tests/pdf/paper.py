"""Pages as they come back from paper: office scans and bad photocopies, simulated with a seed."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from random import Random

import pypdfium2
from PIL import Image, ImageChops, ImageEnhance, ImageFilter

_TILE = 379
_SIGMA = 30


def printed(pdf: bytes, page: int, dpi: int) -> Image.Image:
    """A page in shades of grey, as a perfect scanner would see it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        made: Image.Image = document[page].render(scale=dpi / 72, grayscale=True).to_pil()
        return made.convert("L")
    finally:
        document.close()


def office_scan(page: Image.Image, dice: Random) -> Image.Image:
    """Laid in slantwise or the wrong way round, with the noise of a sensor, on paper that is not quite white."""
    scan = page.rotate(dice.uniform(-3, 3), Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    scan = scan.rotate(dice.choice((0, 0, 90, 180, 270)), expand=True)
    scan = scan.filter(ImageFilter.GaussianBlur(dice.uniform(0.3, 0.8)))
    black, white = dice.randint(10, 50), dice.randint(215, 250)
    scan = scan.point([round(black + value * (white - black) / 255) for value in range(256)])
    return _noisy(scan, dice, dice.uniform(4, 12))


def photocopy(page: Image.Image, dice: Random) -> Image.Image:
    """Copied badly before it was scanned: blurred, turned to black and white, speckled, and pale or dark again."""
    copy = page.filter(ImageFilter.GaussianBlur(dice.uniform(0.5, 1.3)))
    copy = _noisy(copy, dice, dice.uniform(8, 24))
    threshold = dice.randint(105, 165)
    copy = copy.point([255 if value > threshold else 0 for value in range(256)])
    copy = _speckled(copy, dice, dice.uniform(0.002, 0.012))
    copy = copy.rotate(dice.uniform(-3, 3), Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    copy = copy.filter(ImageFilter.GaussianBlur(dice.uniform(0.4, 0.9)))
    return ImageEnhance.Contrast(copy).enhance(dice.uniform(0.5, 1.3))


def as_jpeg(page: Image.Image, quality: int = 60) -> bytes:
    """As scanners keep it."""
    out = BytesIO()
    page.save(out, "JPEG", quality=quality)
    return out.getvalue()


def as_png(page: Image.Image) -> bytes:
    """Without loss."""
    out = BytesIO()
    page.save(out, "PNG")
    return out.getvalue()


def as_pdf(*pages: Image.Image, dpi: int = 200) -> bytes:
    """As a scanner with a feeder keeps a stack of paper."""
    out = BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=dpi)
    return out.getvalue()


def _noisy(page: Image.Image, dice: Random, sigma: float) -> Image.Image:
    """Each shade some darker or lighter: a tile of noise laid over the page from a corner of its own."""
    tile = _noise().point([max(0, min(255, round(128 + (value - 128) * sigma / _SIGMA))) for value in range(256)])
    noise = Image.new("L", page.size)
    left, top = dice.randrange(_TILE), dice.randrange(_TILE)
    for x in range(-left, page.width, _TILE):
        for y in range(-top, page.height, _TILE):
            noise.paste(tile, (x, y))
    return ImageChops.add(page, noise, scale=1, offset=-128)


@cache
def _noise() -> Image.Image:
    dice = Random(1)
    shades = bytes(min(255, max(0, round(dice.gauss(128, _SIGMA)))) for _ in range(_TILE * _TILE))
    return Image.frombytes("L", (_TILE, _TILE), shades)


def _speckled(page: Image.Image, dice: Random, share: float) -> Image.Image:
    """So many pixels black or white, wherever they fall."""
    marked = page.copy()
    for shade in (0, 255):
        for _ in range(round(page.width * page.height * share / 2)):
            marked.putpixel((dice.randrange(page.width), dice.randrange(page.height)), shade)
    return marked
