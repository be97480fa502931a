"""Finds and judges the codes of pages in untrusted scans and photos: PNG, JPEG and PDF, within limits."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from io import BytesIO

import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter
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
    for picture in _attempts(page):
        found = zxingcpp.read_barcodes(picture, formats=_QR, return_errors=True)
        ours = {code.text for code in found if code.valid and code.text.startswith(PREFIX)}
        if ours:
            for letters in sorted(ours):
                yield judge_code(letters, trusted, number)
            return
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
