"""Finds and judges the codes of pages in untrusted scans and photos: PNG, JPEG and PDF, within limits."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain
from operator import sub

import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter, ImageOps
from pypdfium2 import PdfiumError

from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.page_report import FilePages, PageReport
from kpu_desk.pdf.code_bytes import PREFIX, judge_code
from kpu_desk.pdf.first_look import JPEG_START, PNG_START
from kpu_desk.pdf.render import PDFIUM, POINTS_PER_INCH

MOST_PIXELS = 64_000_000
"""Of a picture; the cameras of telephones make 12 to 50 million."""

MOST_PAGES = 200
"""Of one PDF that are looked at."""

_SCAN_DPI = 300
_LARGEST_SIDE = 5_000
_LONG_SIDE_INCHES = 297 / 25.4
_REACH_INCHES = 40 / 25.4
"""From a trace to every side; a whole code of 30 mm lies within, whichever part of it the trace is."""

_MOST_PLACES = 3
_CLOSER_DPI = (300, 375, 450)
_GROWN = ((1, 40), (1, 65), (3, 65), (5, 65))
"""Over how many pixels a shade is made to grow, and from where on it counts."""

_FORMATS = ("PNG", "JPEG")
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def read_pages(data: bytes, trusted: Sequence[bytes]) -> FilePages:
    """The codes on every page of a file, judged.

    Args:
        data: the file's bytes, untrusted.
        trusted: pinned certificates, PEM or DER.

    Raises:
        MemoryError: only that; the file asks for more than the process has.
    """
    try:
        return FilePages(tuple(_reports(data, trusted)))
    except MemoryError:
        raise
    except KnownError as error:
        return FilePages((PageReport.without_code(1, error.code, **error.facts),))
    except Exception:
        # Broken files make the libraries raise whatever they meet.
        return FilePages((PageReport.without_code(1, "DAMAGED"),))


def texts_of_codes(pdf: bytes) -> tuple[str, ...]:
    """What the QR codes of a document say, page by page, from top to bottom.

    Raises:
        KnownError: ENCRYPTED, or DAMAGED.
    """
    found = (zxingcpp.read_barcodes(page, formats=_QR) for page in _pdf_pages(pdf))
    return tuple(code.text for codes in found for code in sorted(codes, key=lambda one: one.position.top_left.y))


def _reports(data: bytes, trusted: Sequence[bytes]) -> Iterator[PageReport]:
    pages = [_picture(data)] if data.startswith((PNG_START, JPEG_START)) else _pdf_pages(data)
    for number, page in enumerate(pages, 1):
        if number > MOST_PAGES:
            yield PageReport.without_code(number, "TOO_MANY_PAGES", limit=MOST_PAGES)
            return
        yield from _judged(page, trusted, number)


def _judged(page: Image.Image, trusted: Sequence[bytes], number: int) -> Iterator[PageReport]:
    """One report for each code of ours; of others, and of none, only where no attempt finds one of ours."""
    excuse = "CODE_NOT_FOUND"
    traces: list[tuple[float, float]] = []
    for picture in chain(_attempts(page), _closer_looks(page, traces)):
        found = zxingcpp.read_barcodes(picture, formats=_QR, return_errors=True)
        ours = {code.text for code in found if code.valid and code.text.startswith(PREFIX)}
        if ours:
            for letters in sorted(ours):
                yield judge_code(letters, trusted, number)
            return
        traces += [_middle(code.position, picture.size) for code in found if not code.valid]
        if any(code.valid for code in found):
            excuse = "FOREIGN_CODE"
        elif found and excuse == "CODE_NOT_FOUND":
            excuse = "CODE_UNREADABLE"
    yield PageReport.without_code(number, excuse)


def _attempts(page: Image.Image) -> Iterator[Image.Image]:
    """The page as it is, and what brings back bad copies (facts.md, QR on paper)."""
    yield page
    yield _at_dpi(page, 150)
    yield page.filter(ImageFilter.MedianFilter(3))
    yield _at_dpi(page.filter(ImageFilter.GaussianBlur(1.2)), 200)
    yield _at_dpi(page, 300)
    smooth = _at_dpi(page.filter(ImageFilter.GaussianBlur(0.8)), 300)
    yield smooth
    yield smooth.filter(ImageFilter.UnsharpMask(radius=4, percent=200, threshold=0))


def _closer_looks(page: Image.Image, traces: Sequence[tuple[float, float]]) -> Iterator[Image.Image]:
    """What lies around the first traces of a code, with the shade brought back that a copier nearly lost.

    Set too dark it lets the black grow over the white squares between, too pale the white over the black ones. What
    is left of them is made to count however faint it is, and to grow again.

    Args:
        traces: where something like a code was in the attempts before, each a share of the page's width and height.
    """
    reach = _REACH_INCHES / _LONG_SIDE_INCHES * max(page.size)
    places: list[tuple[float, float]] = []
    for place in [(x * page.width, y * page.height) for x, y in traces]:
        if len(places) < _MOST_PLACES and all(max(map(abs, map(sub, place, other))) > reach / 2 for other in places):
            places.append(place)
    for x, y in places:
        left, top = max(0, round(x - reach)), max(0, round(y - reach))
        right, low = min(page.width, round(x + reach)), min(page.height, round(y + reach))
        part = ImageOps.autocontrast(page.crop((left, top, right, low)))
        for dpi in _CLOSER_DPI:
            scale = dpi * _LONG_SIDE_INCHES / max(page.size)
            sides = (max(1, round(part.width * scale)), max(1, round(part.height * scale)))
            larger = part.resize(sides, Image.Resampling.BICUBIC)
            for size, least in _GROWN:
                yield _parted(larger.filter(ImageFilter.MaxFilter(size)), least)
                yield _parted(larger.filter(ImageFilter.MinFilter(size)), 255 - least)


def _parted(picture: Image.Image, least: int) -> Image.Image:
    """In black and white, the white from this shade on."""
    return picture.point([255 if shade > least else 0 for shade in range(256)])


def _middle(position: zxingcpp.Position, size: tuple[int, int]) -> tuple[float, float]:
    one, other = position.top_left, position.bottom_right
    return (one.x + other.x) / 2 / size[0], (one.y + other.y) / 2 / size[1]


def _at_dpi(page: Image.Image, dpi: int) -> Image.Image:
    """The page in the size that a scanner of this resolution gives it, where the picture shows a whole page."""
    scale = dpi * _LONG_SIDE_INCHES / max(page.size)
    width, height = (max(1, round(side * scale)) for side in page.size)
    return page.resize((width, height), Image.Resampling.BICUBIC)


def _picture(data: bytes) -> Image.Image:
    """A picture in shades of grey, at most 5,000 pixels long.

    Raises:
        KnownError: PICTURE_TOO_LARGE with ``width``, ``height`` and ``limit`` in pixels.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with Image.open(BytesIO(data), formats=_FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise KnownError("PICTURE_TOO_LARGE", width=image.width, height=image.height, limit=MOST_PIXELS)
            # A JPEG can be unpacked at a half or a quarter of its size, never below what is asked for.
            image.draft("L", (_LARGEST_SIDE, _LARGEST_SIDE))
            image.load()
            grey = _grey(image)
    return grey.reduce(-(-max(grey.size) // _LARGEST_SIDE))


def _grey(image: Image.Image) -> Image.Image:
    if image.mode == "I;16":
        # Pillow's own conversion would cut everything above 255 off.
        return Image.frombytes("L", image.size, image.tobytes()[1::2])
    if image.mode in ("LA", "RGBA", "PA") or "transparency" in image.info:
        whole = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(whole)
        return paper.convert("L")
    return image.convert("L")


def _pdf_pages(data: bytes) -> Iterator[Image.Image]:
    """The pages as a scanner of 300 dpi would give them; larger ones coarser.

    Raises:
        KnownError: ENCRYPTED, or DAMAGED.
    """
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except PdfiumError as error:
            raise KnownError("ENCRYPTED" if "password" in str(error).lower() else "DAMAGED") from error
        try:
            for page in document:
                scale = min(_SCAN_DPI / POINTS_PER_INCH, _LARGEST_SIDE / max(*page.get_size(), 1))
                bitmap = page.render(scale=scale, grayscale=True, rev_byteorder=False)
                yield bitmap.to_pil().convert("L")
                bitmap.close()
                page.close()
        finally:
            document.close()
