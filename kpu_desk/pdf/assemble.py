"""Puts a record's pages together: ink, stamp and evidence from one PDF over and behind the frozen pages of another."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from kpu_desk.domain.errors import SealError
from kpu_desk.pdf.page import Written
from kpu_desk.pdf.structure import add_structure, drop_empty

# A hundredth of a point; page sizes come from two composers that round alike.
_SIZE_TOLERANCE_PT = 0.01


def assemble_record(frozen: pikepdf.Pdf, overlay: Written) -> None:
    """Draw the overlay's first pages over the frozen pages, append its other pages, and join both structures.

    What the signers saw stays as it is, byte for byte: the frozen page's content stream is followed by the
    overlay's. A sheet that was frozen without tags stays without, and so does its record.

    Args:
        frozen: the sheet as it was frozen, n pages, opened; becomes the record, to be conformed. The same input
            gives the same document.
        overlay: n pages to lie over the frozen ones, then any number of pages of their own; written ``over``
            them, so that neither marks nor names of fonts are used twice.

    Raises:
        SealError: OVERLAY_TOO_SHORT, PAGE_SIZES_DIFFER (fact ``page``, from 1).
    """
    with pikepdf.open(BytesIO(overlay.pdf)) as above:
        count = len(frozen.pages)
        if len(above.pages) < count:
            raise SealError("OVERLAY_TOO_SHORT", frozen=count, overlay=len(above.pages))
        # q/Q keeps the graphics state of one page from leaking into the other.
        begin, between, end = (frozen.make_stream(part) for part in (b"q\n", b"\nQ\nq\n", b"\nQ\n"))
        for index in range(count):
            lower, upper = frozen.pages[index], above.pages[index]
            sizes = zip(_page_size(lower), _page_size(upper), strict=True)
            if any(abs(a - b) > _SIZE_TOLERANCE_PT for a, b in sizes):
                raise SealError("PAGE_SIZES_DIFFER", page=index + 1)
            drawn = frozen.copy_foreign(upper.obj.Contents)
            lower.obj.Contents = Array([begin, lower.obj.Contents, between, drawn, end])
            lower.obj.Resources = _both(
                lower.obj.Resources, frozen.copy_foreign(above.make_indirect(upper.obj.Resources))
            )
        for index in range(count, len(above.pages)):
            frozen.pages.append(above.pages[index])
    if Name.StructTreeRoot in frozen.Root:
        add_structure(frozen, overlay.structure)
        drop_empty(frozen)


def _both(lower: pikepdf.Object, upper: pikepdf.Object) -> Dictionary:
    """The resources of both pages: their fonts and pictures by name."""
    both = Dictionary(dict(lower))
    for kind in (Name.Font, Name.XObject):
        if kind in upper:
            both[kind] = Dictionary({**dict(lower.get(kind, Dictionary())), **dict(upper[kind])})
    return both


def _page_size(page: pikepdf.Page) -> tuple[float, float, float, float]:
    left, bottom, right, top = (float(value) for value in page.mediabox)
    return left, bottom, right, top
