"""Small real records for tests: composed with ReportLab, assembled, conformed and sealed by our own code."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from kpu_desk.domain.verdict import SealReport
from kpu_desk.pdf.assemble import assemble_record
from kpu_desk.pdf.conform import Attachment, DocumentMeta, conform
from kpu_desk.pdf.seal import seal_pdf
from kpu_desk.pdf.seal_key import SealKey, throwaway_seal_key
from kpu_desk.pdf.signature_bytes import find_in_bytes
from kpu_desk.pdf.verify import verify_pdf

WIB = timezone(timedelta(hours=7))
AT = datetime(2026, 1, 22, 9, 41, tzinfo=WIB)
OFFICE = "Komisi Pemilihan Umum Provinsi Contoh"
A4 = (595.276, 841.89)
META = DocumentMeta(
    title="Pakta Integritas & <Contoh>",
    author=OFFICE,
    subject="Rekaman PI-001",
    keywords="pakta integritas, contoh",
    created=AT,
)

# As the press does; else the bytes would depend on whether it was loaded before.
rl_config.useA85 = 0

_FONT_FILE = Path(__file__).parents[2] / "resources" / "fonts" / "KpuSans-Regular.ttf"


def page_pdf(lines: tuple[str, ...], *, pages: int = 1, size: tuple[float, float] = A4) -> bytes:
    """A PDF with the same lines on each page, as the composers make them."""
    if "SampleSans" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("SampleSans", str(_FONT_FILE)))
    output = BytesIO()
    canvas = Canvas(output, pagesize=size, invariant=1)
    for page in range(pages):
        canvas.setFont("SampleSans", 14)
        for index, line in enumerate((*lines, f"Halaman {page + 1}")):
            canvas.drawString(72, size[1] - 72 - 20 * index, line)
        canvas.showPage()
    canvas.save()
    return output.getvalue()


@cache
def key() -> SealKey:
    """One throw-away key for all tests of a process."""
    return throwaway_seal_key(OFFICE, datetime(2026, 1, 22, tzinfo=UTC))


@cache
def other_key() -> SealKey:
    """A stranger's key."""
    return throwaway_seal_key("Kantor Asing", datetime(2026, 1, 22, tzinfo=UTC))


def attachment(data: bytes = b'{"serial":"PI-001"}') -> Attachment:
    """A record's data as it is attached."""
    return Attachment("rekaman.json", "application/json", data, "Data", "Data rekaman", AT)


def unsealed(text: str = "Saya, Damar Wiraguna, menyatakan sebagai berikut.") -> bytes:
    """A conformed record of two pages: one frozen page drawn over, one page of evidence."""
    frozen = conform(page_pdf((text,)), meta=META)
    document = assemble_record(frozen, page_pdf(("", "", "(goresan)"), pages=2))
    sheet = Attachment("lembar.pdf", "application/pdf", frozen, "Source", "Lembar beku", AT)
    return conform(document, meta=META, attachments=(attachment(), sheet))


@cache
def sealed(text: str = "Saya, Damar Wiraguna, menyatakan sebagai berikut.") -> bytes:
    """The same record, sealed with :func:`key`."""
    return seal_pdf(unsealed(text), key(), at=AT, reason="Penyegelan rekaman", location="Jakarta")


def judge(data: bytes) -> SealReport:
    """The verdict with the sample key's certificate pinned."""
    return verify_pdf(data, (key().certificate_pem,))


def codes(report: SealReport) -> list[str]:
    """The reasons' codes, in order."""
    return [reason.code for reason in report.reasons]


def gap(data: bytes) -> tuple[int, int]:
    """Where the first signature's ``/Contents`` begins and ends."""
    _, start, resume, _ = find_in_bytes(data)[0].byte_range
    return start, resume
