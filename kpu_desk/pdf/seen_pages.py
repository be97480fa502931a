"""The pages of a frozen sheet as a signer sees them, with the inks that already stand on it; their digests."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pypdfium2
from pypdfium2 import PDFIUM_INFO, raw

from kpu_desk.domain.canonical import digest_of
from kpu_desk.domain.documents import ComposedSheet, SlotPlace
from kpu_desk.domain.ink_drawing import InkDrawing, PlacedInk
from kpu_desk.pdf.ink_path import PEN, ink_shape
from kpu_desk.pdf.render import PDFIUM, PageRenderer

RENDERER = f"PDFium {PDFIUM_INFO.version}"

_PEN = tuple(round(255 * shade) for shade in PEN)
_MOST_KNOWN = 4_096


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One ink in one place."""

    place: SlotPlace
    ink: InkDrawing


class SeenPages(PageRenderer):
    """A `PageSource` for a signer's window.

    The earlier inks are drawn over the page when it is asked for, with the geometry that they have in the record.

    Raises:
        KnownError: CANNOT_RENDER.
    """

    def __init__(self, composed: ComposedSheet, earlier: Sequence[PlacedInk]) -> None:
        super().__init__(composed.pdf)
        self._drawn: dict[int, list[_Drawn]] = {}
        for placed in earlier:
            for place in placed.places:
                self._drawn.setdefault(place.page, []).append(_Drawn(place, placed.ink))

    def drawn_on(self, index: int) -> tuple[_Drawn, ...]:
        """What stands on a page, from 0, in signing order."""
        return tuple(self._drawn.get(index, ()))

    def _dress(self, index: int, page: pypdfium2.PdfPage) -> None:
        for drawn in self._drawn.get(index, ()):
            polygons = _polygons(drawn)
            if polygons:
                raw.FPDFPage_InsertObject(page, _path(polygons))


def seen_digests(composed: ComposedSheet, earlier: Sequence[PlacedInk], widths: Sequence[int]) -> tuple[str, ...]:
    """`PageImage.digest` of every page of the sheet, drawn again ``widths`` pixels wide.

    Where there are more pages than widths the digests are as many as the pages, the last ones empty: they equal
    nothing that was seen. A page that was drawn before, of the very same bytes and with the very same inks, is not
    drawn once more: an attendance list has hundreds of signatures, and each adds to one page only.

    Raises:
        KnownError: CANNOT_RENDER.
    """
    sheet = digest_of(composed.pdf)
    with SeenPages(composed, earlier) as source:
        count = source.page_count
        drawn = [_digest(sheet, source, page, width) if width > 0 else "" for page, width in enumerate(widths[:count])]
        return tuple(drawn + [""] * (count - len(drawn)))


_known: dict[tuple[object, ...], str] = {}


def _digest(sheet: str, source: SeenPages, page: int, width: int) -> str:
    key = (sheet, page, width, source.drawn_on(page))
    with PDFIUM:
        found = _known.get(key)
        if found is None:
            found = source.page(page, width).digest()
            if len(_known) >= _MOST_KNOWN:
                _known.clear()
            _known[key] = found
        return found


@lru_cache(maxsize=1_024)
def _polygons(drawn: _Drawn) -> tuple[array[float], ...]:
    """The ink's outlines in points of the page: x, y, x, y …"""
    shape = ink_shape(drawn.ink, drawn.place)
    if shape is None:
        return ()
    return tuple(array("f", [value for point in polygon for value in point]) for polygon in shape.polygons)


def _path(polygons: tuple[array[float], ...]) -> Any:
    path = raw.FPDFPageObj_CreateNewPath(polygons[0][0], polygons[0][1])
    for number, points in enumerate(polygons):
        if number:
            raw.FPDFPath_MoveTo(path, points[0], points[1])
        for at in range(2, len(points), 2):
            raw.FPDFPath_LineTo(path, points[at], points[at + 1])
        raw.FPDFPath_Close(path)
    raw.FPDFPageObj_SetFillColor(path, *_PEN, 255)
    raw.FPDFPath_SetDrawMode(path, raw.FPDF_FILLMODE_WINDING, False)
    return path
