"""Puts a record's pages together: ink, stamp and evidence from one PDF over the frozen pages of another."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from kpu_desk.domain.errors import SealError

# Names inside the new pages; the frozen page is a Form XObject of its own, so nothing can collide.
_FROZEN = Name("/KpuFrozen")
_OVERLAY = Name("/KpuOverlay")
# A hundredth of a point; page sizes come from two composers that round alike.
_SIZE_TOLERANCE_PT = 0.01


def assemble_record(frozen: bytes, overlay: bytes) -> pikepdf.Pdf:
    """Draw the overlay's first pages over the frozen pages and append its other pages.

    Args:
        frozen: the sheet as it was frozen, n pages.
        overlay: n pages to lie over the frozen ones, then any number of pages of their own.

    Returns:
        A document of all pages, to be conformed. The same input gives the same document: resource names are
        fixed, unlike those of pikepdf's ``add_overlay``.

    Raises:
        SealError: OVERLAY_TOO_SHORT, PAGE_SIZES_DIFFER (fact ``page``, from 1).
    """
    result = pikepdf.new()
    with pikepdf.open(BytesIO(frozen)) as below, pikepdf.open(BytesIO(overlay)) as above:
        count = len(below.pages)
        if len(above.pages) < count:
            raise SealError("OVERLAY_TOO_SHORT", frozen=count, overlay=len(above.pages))
        for index in range(count):
            lower, upper = below.pages[index], above.pages[index]
            size = _page_size(lower)
            if any(abs(a - b) > _SIZE_TOLERANCE_PT for a, b in zip(size, _page_size(upper), strict=True)):
                raise SealError("PAGE_SIZES_DIFFER", page=index + 1)
            _append_pair(result, lower, upper, size)
        for index in range(count, len(above.pages)):
            result.pages.append(above.pages[index])
    return result


def _append_pair(
    result: pikepdf.Pdf, lower: pikepdf.Page, upper: pikepdf.Page, size: tuple[float, float, float, float]
) -> None:
    forms = Dictionary()
    forms[_FROZEN] = result.copy_foreign(lower.as_form_xobject())
    forms[_OVERLAY] = result.copy_foreign(upper.as_form_xobject())
    # q/Q keeps the graphics state of one from leaking into the other.
    content = f"q {_FROZEN} Do Q\nq {_OVERLAY} Do Q\n".encode("ascii")
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array(size),
        Contents=result.make_stream(content),
        Resources=Dictionary(XObject=forms),
    )
    result.pages.append(pikepdf.Page(result.make_indirect(page)))


def _page_size(page: pikepdf.Page) -> tuple[float, float, float, float]:
    left, bottom, right, top = (float(value) for value in page.mediabox)
    return left, bottom, right, top
