"""Renders PDF pages into plain pixels, for windows and for checks by eye; no Qt in here."""

from __future__ import annotations

import atexit
import threading
import weakref
from types import TracebackType
from typing import Self

import pypdfium2
from pypdfium2 import PdfiumError

from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.showing import PageImage

# PDFium is not thread-safe, not even across documents: one call at a time in the whole process.
PDFIUM = threading.RLock()
# Taken for good before open documents and the library are closed at exit: a thread that still draws ends its page
# first, and no other begins one on what is gone. What is registered last runs first; pypdfium2 registered on being
# imported, weakref does (and closes documents) once there is any finalizer. No exit waits for ever for a page.
weakref.finalize(PDFIUM, int)
atexit.register(PDFIUM.acquire, timeout=5)

POINTS_PER_INCH = 72
UM_PER_POINT = 25_400 / POINTS_PER_INCH


class PageRenderer:
    """An opened document whose pages can be rendered; usable from any thread, one call at a time.

    Args:
        pdf: the document's bytes.

    Raises:
        KnownError: CANNOT_RENDER where PDFium cannot open the document.
    """

    def __init__(self, pdf: bytes) -> None:
        with PDFIUM:
            try:
                self._document = pypdfium2.PdfDocument(pdf)
            except PdfiumError as error:
                raise KnownError("CANNOT_RENDER") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the document; a second call does nothing."""
        with PDFIUM:
            self._document.close()

    @property
    def page_count(self) -> int:
        """How many pages the document has."""
        with PDFIUM:
            return len(self._document)

    @property
    def page_sizes(self) -> tuple[tuple[float, float], ...]:
        """Width and height of each page in points, as shown (after rotation)."""
        with PDFIUM:
            return tuple(self._document.get_page_size(index) for index in range(len(self._document)))

    @property
    def sizes_um(self) -> tuple[tuple[int, int], ...]:
        """Width and height of each page in µm, as shown."""
        return tuple((round(w * UM_PER_POINT), round(h * UM_PER_POINT)) for w, h in self.page_sizes)

    def page(self, index: int, width_px: int) -> PageImage:
        """One page, ``width_px`` pixels wide; see :meth:`render`."""
        return self.render(index, width_px=width_px)

    def render(self, index: int, *, width_px: int | None = None, dpi: float | None = None) -> PageImage:
        """Render one page.

        Args:
            index: page from 0.
            width_px: wanted width in pixels; or
            dpi: wanted pixels per inch. Exactly one of the two.

        Raises:
            KnownError: CANNOT_RENDER where the page is damaged; facts give ``page`` from 1.
            IndexError: there is no such page.
        """
        if (width_px is None) == (dpi is None):
            raise ValueError("give either width_px or dpi")
        with PDFIUM:
            if not 0 <= index < len(self._document):
                raise IndexError(index)
            width_pt, _ = self._document.get_page_size(index)
            # A hair less than asked for: the bitmap's width is rounded up, and must be the one that was asked for.
            scale = (width_px - 0.001) / width_pt if width_px is not None else (dpi or 0) / POINTS_PER_INCH
            try:
                page = self._document[index]
                self._dress(index, page)
                bitmap = page.render(
                    scale=scale, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRx, fill_color=(255, 255, 255, 255)
                )
            except PdfiumError as error:
                raise KnownError("CANNOT_RENDER", page=index + 1) from error
            try:
                return PageImage(
                    width=bitmap.width,
                    height=bitmap.height,
                    stride=bitmap.stride,
                    pixels=bytes(bitmap.buffer),
                )
            finally:
                bitmap.close()
                page.close()

    def _dress(self, index: int, page: pypdfium2.PdfPage) -> None:
        """For whoever draws something over the page, from 0, before it becomes pixels; here nothing."""


def render_page(pdf: bytes, index: int, *, width_px: int | None = None, dpi: float | None = None) -> PageImage:
    """Open a document, render one page and close it again; see :meth:`PageRenderer.render`."""
    with PageRenderer(pdf) as renderer:
        return renderer.render(index, width_px=width_px, dpi=dpi)


def page_count(pdf: bytes) -> int:
    """How many pages a document has."""
    with PageRenderer(pdf) as renderer:
        return renderer.page_count


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page in points."""
    with PageRenderer(pdf) as renderer:
        return renderer.page_sizes
