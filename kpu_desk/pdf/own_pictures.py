"""The pages of an own PDF as pictures and as words: what the person saw is compared with what is kept."""

from __future__ import annotations

import ctypes
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageChops, ImageFilter
from pypdfium2 import raw

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.own_pdf import CODE_SIDE_UM
from kpu_desk.pdf.render import PDFIUM, UM_PER_POINT

_DPI = 100
_SCALE = _DPI / 25_400
"""Pixels for a µm."""

_SEEN = 96
"""Of 255: a smaller difference of a pixel is the smoothing of an edge that lies a fraction of a pixel elsewhere."""

_STRAY = 0.0002
"""Part of a page's pixels that may differ for that reason; a line of text is ten times as much."""

_PAPER = 200
"""Of 255: scanned paper is lighter."""

_BESIDE = 3
"""Pixels around a box that is not looked at: the smoothing of its letters, and what a cover is larger than they."""

_CELL_UM = 4_000
_DARK = 5
"""Of 255: of a cell so much is dark where a stroke of a letter runs through it."""

_FROM_EDGE_UM = 8_000
_LONGEST_WORD = 200
_MOST_WORDS = 100_000


def first_difference(original: bytes, clean: bytes, beside: Sequence[SlotPlace] = ()) -> int | None:
    """The first page, from 0, that looks different, or None; both drawn at 100 dpi with annotations and form fields.

    Two pages look alike when no spot of three by three pixels differs, and but a few single pixels do; sizes may
    differ by one pixel. What lies in the boxes ``beside`` is not looked at.
    """
    with PDFIUM:
        one, other = pypdfium2.PdfDocument(original), pypdfium2.PdfDocument(clean)
        try:
            one.init_forms()
            if len(one) != len(other):
                return min(len(one), len(other))
            for index in range(len(one)):
                hidden = [box for box in beside if box.page == index]
                if not _alike(one[index], other[index], hidden):
                    return index
            return None
        finally:
            one.close()
            other.close()


def _alike(one: pypdfium2.PdfPage, other: pypdfium2.PdfPage, hidden: Sequence[SlotPlace]) -> bool:
    a, b = _picture(one), _picture(other)
    if abs(a.width - b.width) > 1 or abs(a.height - b.height) > 1:
        return False
    size = (min(a.width, b.width), min(a.height, b.height))
    a, b = a.crop((0, 0, *size)), b.crop((0, 0, *size))
    different = ImageChops.difference(a, b)
    for box in hidden:
        left, top, right, bottom = _pixels(box, other.get_height() * UM_PER_POINT)
        different.paste((0, 0, 0), (left - _BESIDE, top - _BESIDE, right + _BESIDE, bottom + _BESIDE))
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


def dark_marks(pdf: bytes, pages: Collection[int]) -> tuple[SlotPlace, ...]:
    """Where something stands on these pages, from 0, by cells of 4 mm, those of a row that touch as one box."""
    found: list[SlotPlace] = []
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for index in sorted(pages):
                grey = _picture(document[index]).convert("L")
                found += _marks(grey, index, round(document[index].get_height() * UM_PER_POINT))
        finally:
            document.close()
    return tuple(found)


def _marks(grey: Image.Image, page: int, height_um: int) -> Iterator[SlotPlace]:
    dark = grey.point([255 if value < _PAPER else 0 for value in range(256)])
    cell = _CELL_UM * _SCALE
    columns, rows = round(grey.width / cell), round(grey.height / cell)
    # Each pixel of the small picture is the part of its cell that is dark.
    cells = dark.resize((columns, rows), Image.Resampling.BOX).tobytes()
    for row in range(rows):
        line = [value > _DARK for value in cells[row * columns : (row + 1) * columns]]
        start = None
        for column, there in enumerate([*line, False]):
            if there and start is None:
                start = column
            elif not there and start is not None:
                low = height_um - (row + 1) * _CELL_UM
                yield SlotPlace("", page, start * _CELL_UM, low, (column - start) * _CELL_UM, _CELL_UM)
                start = None


def _pixels(box: SlotPlace, height_um: float) -> tuple[int, int, int, int]:
    """A box of a page of this height in pixels of its picture: left, top, right, bottom."""
    top = height_um - box.y_um - box.height_um
    area = (box.x_um, top, box.x_um + box.width_um, top + box.height_um)
    return tuple(round(value * _SCALE) for value in area)  # type: ignore[return-value]  # four


def _is_blank(grey: Image.Image, box: SlotPlace, height_um: int) -> bool:
    """Whether but a thousandth of the square's pixels is darker than scanned paper."""
    square = grey.crop(_pixels(box, height_um))
    return sum(square.histogram()[:_PAPER]) <= square.width * square.height // 1_000


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of a page that is no space, with its box in points; ``begins`` says that a word begins with it."""

    text: str
    page: int
    left: float
    low: float
    right: float
    high: float
    begins: bool


def page_words(letters: Sequence[Letter]) -> tuple[SlotPlace, ...]:
    """Every word with its box, in the order of the text; of more than 100,000 words the first."""
    starts = [number for number, letter in enumerate(letters) if letter.begins][: _MOST_WORDS + 1]
    ends = [*starts[1:], len(letters)]
    return tuple(
        around("".join(one.text for one in letters[start:end])[:_LONGEST_WORD], letters[start:end])
        for start, end in zip(starts[:_MOST_WORDS], ends, strict=False)
    )


def around(slot: str, letters: Sequence[Letter]) -> SlotPlace:
    """The box of letters of one page in µm."""
    left, low = min(one.left for one in letters), min(one.low for one in letters)
    right, high = max(one.right for one in letters), max(one.high for one in letters)
    x, y, x2, y2 = (round(value * UM_PER_POINT) for value in (left, low, right, high))
    return SlotPlace(slot, letters[0].page, x, y, x2 - x, y2 - y)


def page_letters(pdf: bytes) -> tuple[Letter, ...]:
    """Every letter of the pages, in the order of the text."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return tuple(letter for index, page in enumerate(document) for letter in _letters(page, index))
        finally:
            document.close()


def _letters(page: pypdfium2.PdfPage, index: int) -> Iterator[Letter]:
    read = page.get_textpage()
    box = [ctypes.c_double() for _ in range(4)]
    word: tuple[float, float, float, float] | None = None
    for number in range(read.count_chars()):
        code = raw.FPDFText_GetUnicode(read.raw, number)
        text = chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
        if text.isspace() or text in "\ufffe\uffff":
            word = None
            continue
        if not raw.FPDFText_GetCharBox(read.raw, number, *(ctypes.byref(value) for value in box)):
            continue
        left, right, low, high = (value.value for value in box)
        # A word that goes on far away is another one: columns of a table have no space between them.
        if word is not None and (left > word[2] + 12 or low > word[3] or high < word[1]):
            word = None
        yield Letter(text, index, left, low, right, high, begins=word is None)
        word = (
            (left, low, right, high)
            if word is None
            else (min(word[0], left), min(word[1], low), max(word[2], right), max(word[3], high))
        )
