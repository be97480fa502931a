"""One conform page of every face, for the program's own test."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from kpu_desk.pdf.conform import DocumentMeta, conform
from kpu_desk.pdf.fonts import Face, use


def sample_page(at: datetime) -> bytes:
    """A PDF/A-3b page without tags that shows each shipped face; ``at`` is its time of creation, aware."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for line, face in enumerate(Face):
        canvas.setFont(use(face), 14)
        canvas.drawString(72, 700 - 30 * line, f"KPU Desk: {face.value} ")
    canvas.showPage()
    canvas.save()
    meta = DocumentMeta("Uji diri", "KPU Desk", "Halaman uji", "uji diri", at)
    return conform(out.getvalue(), meta=meta)
