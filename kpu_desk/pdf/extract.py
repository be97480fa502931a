"""Takes pages out of a record for printing; the result is a copy without seal or attachments."""

from __future__ import annotations

from io import BytesIO

import pikepdf


def first_pages(pdf: bytes, count: int) -> bytes:
    """The first ``count`` pages as a document of their own."""
    with pikepdf.open(BytesIO(pdf)) as whole, pikepdf.new() as copy:
        copy.pages.extend(whole.pages[:count])
        out = BytesIO()
        copy.save(out, deterministic_id=True)
    return out.getvalue()
