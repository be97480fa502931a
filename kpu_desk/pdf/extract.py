"""Takes pages out of a record for printing; the result is a copy without seal or attachments."""

from __future__ import annotations

from io import BytesIO

import pikepdf

# A copy must not look sealed, nor carry data that belongs to the whole record.
_OF_THE_WHOLE = ("/AcroForm", "/Perms", "/AF", "/Names")


def first_pages(pdf: bytes, count: int) -> bytes:
    """The first ``count`` pages as a document of their own."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        del document.pages[count:]
        for name in _OF_THE_WHOLE:
            if name in document.Root:
                del document.Root[name]
        for page in document.pages:
            if "/Annots" in page:
                del page["/Annots"]
        document.save(out, deterministic_id=True)
    return out.getvalue()
