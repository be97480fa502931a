"""Several PDFs as one for a reader's eyes and a printer: their pages in order, a bookmark where each begins."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from pikepdf import Name, OutlineItem


def bundle(parts: Sequence[tuple[str, bytes]], *, title: str) -> bytes:
    """The pages of all parts; neither tagged nor PDF/A: a working paper.

    Args:
        parts: what the bookmark says, and the document.
    """
    with pikepdf.new() as whole:
        begins = []
        for name, part in parts:
            begins.append(OutlineItem(name, len(whole.pages)))
            with pikepdf.open(BytesIO(part)) as document:
                for page in document.pages:
                    # The tree of tags that these would point into stays behind.
                    for key in (Name.StructParents, Name.Tabs):
                        if key in page.obj:
                            del page.obj[key]
                whole.pages.extend(document.pages)
        with whole.open_outline() as outline:
            outline.root.extend(begins)
        whole.docinfo[Name.Title] = title
        made = BytesIO()
        whole.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
    return made.getvalue()
