"""The text of pages in the order of drawing: as it is laid out, and as it is read from a PDF."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator

import pypdfium2
from pypdfium2 import PdfiumError, raw

from kpu_desk.domain.errors import KnownError
from kpu_desk.pdf.page import Placed, Slanted, TextLine
from kpu_desk.pdf.render import PDFIUM

_ROOM = 4_096
_DEEPEST = 8


def laid_text(page: Iterable[Placed]) -> str:
    """All words on a page before it is PDF."""
    parts = []
    for placed in page:
        if isinstance(placed.item, TextLine):
            parts += [run.text for run in placed.item.runs]
        elif isinstance(placed.item, Slanted):
            parts.append(placed.item.run.text)
    return "".join(parts)


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """The text of each page, object by object: the order does not hang on any reader's idea of lines and columns.

    Spaces and hyphens may differ from :func:`laid_text`; the digest of a page's text counts neither.

    Raises:
        KnownError: CANNOT_RENDER where PDFium cannot open the document.
    """
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except PdfiumError as error:
            raise KnownError("CANNOT_RENDER") from error
        try:
            return tuple(_text(page) for page in document)
        except PdfiumError as error:
            raise KnownError("CANNOT_RENDER") from error
        finally:
            document.close()


def _text(page: pypdfium2.PdfPage) -> str:
    read = page.get_textpage()
    room = (raw.FPDF_WCHAR * _ROOM)()
    parts = []
    for item in _text_objects(page.raw):
        size = raw.FPDFTextObj_GetText(item, read, room, ctypes.sizeof(room))
        if size > ctypes.sizeof(room):
            room = (raw.FPDF_WCHAR * (size // 2 + 1))()
            size = raw.FPDFTextObj_GetText(item, read, room, ctypes.sizeof(room))
        # The last character is a NUL.
        parts.append(ctypes.string_at(room, max(0, size - 2)).decode("utf-16-le", "replace"))
    return "".join(parts)


def _text_objects(page: raw.FPDF_PAGE) -> Iterator[raw.FPDF_PAGEOBJECT]:
    for index in range(raw.FPDFPage_CountObjects(page)):
        yield from _inside(raw.FPDFPage_GetObject(page, index), _DEEPEST)


def _inside(item: raw.FPDF_PAGEOBJECT, deep: int) -> Iterator[raw.FPDF_PAGEOBJECT]:
    kind = raw.FPDFPageObj_GetType(item)
    if kind == raw.FPDF_PAGEOBJ_TEXT:
        yield item
    elif kind == raw.FPDF_PAGEOBJ_FORM and deep:
        for index in range(raw.FPDFFormObj_CountObjects(item)):
            yield from _inside(raw.FPDFFormObj_GetObject(item, index), deep - 1)
