"""The pages of an own PDF as pictures and as words: what the person saw is compared with what is kept."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
from PIL import Image, ImageChops, ImageFilter
from pypdfium2 import raw

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.own_pdf import CODE_SIDE_UM
from kpu_desk.pdf.render import PDFIUM, UM_PER_POINT

_DPI = 100
_SEEN = 96
"""Of 255: a smaller difference of a pixel is the smoothing of an edge that lies a fraction of a pixel elsewhere."""

_STRAY = 0.0002
"""Part of a page's pixels that may differ for that reason; a line of text is ten times as much."""

_PAPER = 200
"""Of 255: scanned paper is lighter."""

_FROM_EDGE_UM = 8_000
_LONGEST_WORD = 200
_MOST_WORDS = 100_000


def first_difference(original: bytes, clean: bytes) -> int | None:
    """The first page, from 0, that looks different, or None; both drawn at 100 dpi with annotations and form fields.

    Two pages look alike when no spot of three by three pixels differs, and but a few single pixels do; sizes may
    differ by one pixel.
    """
    with PDFIUM:
        one, other = pypdfium2.PdfDocument(original), pypdfium2.PdfDocument(clean)
        try:
            one.init_forms()
            if len(one) != len(other):
                return min(len(one), len(other))
            return next((index for index in range(len(one)) if not _alike(one[index], other[index])), None)
        finally:
            one.close()
            other.close()


def _alike(one: pypdfium2.PdfPage, other: pypdfium2.PdfPage) -> bool:
    a, b = _picture(one), _picture(other)
    if abs(a.width - b.width) > 1 or abs(a.height - b.height) > 1:
        return False
    size = (min(a.width, b.width), min(a.height, b.height))
    a, b = a.crop((0, 0, *size)), b.crop((0, 0, *size))
    different = ImageChops.difference(a, b)
    # The greatest of the three channels: red on black differs as much as white does.
    red, green, blue = different.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    seen = most.point([255 if value > _SEEN else 0 for value in range(256)])
    if seen.histogram()[255] > _STRAY * size[0] * size[1]:
        return False
    return seen.filter(ImageFilter.MinFilter(3)).getbbox() is None


def _picture(page: pypdfium2.PdfPage) -> Image.Image:
    bitmap = page.render(scale=_DPI / 72, fill_color=(255, 255, 255, 255), may_draw_forms=True)
    try:
        drawn: Image.Image = bitmap.to_pil()
        return drawn.convert("RGB")
    finally:
        bitmap.close()


def blank_corners(pdf: bytes) -> tuple[SlotPlace, ...]:
    """The squares for a code in the corners of each page, lower right first, in which there is nothing but paper."""
    found: list[SlotPlace] = []
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for index, page in enumerate(document):
                grey = _picture(page).convert("L")
                width, height = (round(value * UM_PER_POINT) for value in page.get_size())
                right, high = width - _FROM_EDGE_UM - CODE_SIDE_UM, height - _FROM_EDGE_UM - CODE_SIDE_UM
                for x, y in (
                    (right, _FROM_EDGE_UM),
                    (_FROM_EDGE_UM, _FROM_EDGE_UM),
                    (right, high),
                    (_FROM_EDGE_UM, high),
                ):
                    box = SlotPlace("kode", index, x, y, CODE_SIDE_UM, CODE_SIDE_UM)
                    if x >= 0 and y >= 0 and _is_blank(grey, box, height):
                        found.append(box)
        finally:
            document.close()
    return tuple(found)


def _is_blank(grey: Image.Image, box: SlotPlace, height_um: int) -> bool:
    """Whether but a thousandth of the square's pixels is darker than scanned paper."""
    scale = _DPI / 25_400
    top = height_um - box.y_um - box.height_um
    area = (box.x_um * scale, top * scale, (box.x_um + box.width_um) * scale, (top + box.height_um) * scale)
    square = grey.crop(tuple(map(round, area)))  # type: ignore[arg-type]  # four
    return sum(square.histogram()[:_PAPER]) <= square.width * square.height // 1_000


def page_words(pdf: bytes) -> tuple[SlotPlace, ...]:
    """Every word with its box, in the order of the text; of more than 100,000 words the first."""
    words: list[SlotPlace] = []
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for index, page in enumerate(document):
                words += _words(page, index)
                if len(words) >= _MOST_WORDS:
                    break
        finally:
            document.close()
    return tuple(words[:_MOST_WORDS])


def _words(page: pypdfium2.PdfPage, index: int) -> Iterator[SlotPlace]:
    read = page.get_textpage()
    box = [ctypes.c_double() for _ in range(4)]
    letters: list[str] = []
    edges: tuple[float, float, float, float] | None = None
    for number in range(read.count_chars() + 1):
        code = raw.FPDFText_GetUnicode(read.raw, number) if number < read.count_chars() else 0x20
        letter = chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
        if letter.isspace() or letter in "\ufffe\uffff":
            if letters and edges is not None:
                yield _placed("".join(letters)[:_LONGEST_WORD], index, edges)
            letters, edges = [], None
            continue
        if not raw.FPDFText_GetCharBox(read.raw, number, *(ctypes.byref(value) for value in box)):
            continue
        left, right, low, high = (value.value for value in box)
        # A word that goes on far away is another one: columns of a table have no space between them.
        if edges is not None and (left > edges[2] + 12 or low > edges[3] or high < edges[1]):
            yield _placed("".join(letters)[:_LONGEST_WORD], index, edges)
            letters, edges = [], None
        letters.append(letter)
        edges = (
            (left, low, right, high)
            if edges is None
            else (min(edges[0], left), min(edges[1], low), max(edges[2], right), max(edges[3], high))
        )


def _placed(word: str, page: int, edges: tuple[float, float, float, float]) -> SlotPlace:
    left, low, right, high = (round(value * UM_PER_POINT) for value in edges)
    return SlotPlace(word, page, left, low, right - left, high - low)
