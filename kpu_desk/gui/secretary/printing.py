"""Puts the pages of records on paper: each at its natural size, 300 dots per inch, on the worker thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.showing import PageSource
from kpu_desk.gui.background import Cancelled, Progress

DPI = 300
_UM_PER_INCH = 25_400


def print_records(
    printer: QPrinter,
    record_ids: Iterable[str],
    source_of: Callable[[str], PageSource],
    progress: Progress,
    cancelled: Cancelled,
) -> tuple[str, ...]:
    """Prints the records in order as one job; gives those whose pages were all handed to the printer.

    Raises:
        KnownError: PRINTER_FAILED when the printer cannot be opened or refuses a page.
    """
    ids = tuple(record_ids)
    painter: QPainter | None = None
    printed: list[str] = []
    try:
        for done, record_id in enumerate(ids):
            if cancelled():
                break
            progress(done, len(ids))
            source = source_of(record_id)
            try:
                for page, (width_um, height_um) in enumerate(source.sizes_um):
                    _set_paper(printer, width_um, height_um)
                    if painter is None:
                        painter = QPainter()
                        if not painter.begin(printer):
                            raise KnownError("PRINTER_FAILED", printer=printer.printerName())
                    elif not printer.newPage():
                        raise KnownError("PRINTER_FAILED", printer=printer.printerName())
                    _draw(painter, printer, source, page)
            finally:
                source.close()
            printed.append(record_id)
        progress(len(printed), len(ids))
    finally:
        if painter is not None:
            painter.end()
    return tuple(printed)


def _set_paper(printer: QPrinter, width_um: int, height_um: int) -> None:
    size = QPageSize(QSizeF(width_um / 1_000, height_um / 1_000), QPageSize.Unit.Millimeter)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)


def _draw(painter: QPainter, printer: QPrinter, source: PageSource, page: int) -> None:
    width_um, height_um = source.sizes_um[page]
    picture = source.page(page, round(width_um * DPI / _UM_PER_INCH))
    image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    scale = printer.resolution() / _UM_PER_INCH
    painter.drawImage(QRectF(0, 0, width_um * scale, height_um * scale), image)
