"""Small real records for tests: composed with ReportLab, assembled, conformed and sealed by our own code."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from kpu_desk.domain.verdict import SealReport
from kpu_desk.pdf.assemble import assemble_record
from kpu_desk.pdf.conform import Attachment, DocumentMeta, conform
from kpu_desk.pdf.fonts import Face
from kpu_desk.pdf.page import Placed, Run, TextLine, Written, write_pages
from kpu_desk.pdf.seal import seal_pdf
from kpu_desk.pdf.seal_envelope import envelope_room
from kpu_desk.pdf.seal_key import SealKey, create_seal_key, load_seal_key
from kpu_desk.pdf.signature_bytes import find_in_bytes
from kpu_desk.pdf.structure import marks_per_page
from kpu_desk.pdf.tags import Tag
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


def written(
    lines: tuple[str, ...], *, pages: int = 1, size: tuple[float, float] = A4, over: list[int] | None = None
) -> Written:
    """The same lines on each page, as the composers write them."""
    page = [
        [
            Placed(TextLine(72, size[1] - 72 - 20 * index, (Run(line, Face.SANS, 14),), tag=Tag("P")))
            for index, line in enumerate((*lines, f"Halaman {number + 1}"))
            if line
        ]
        for number in range(pages)
    ]
    return write_pages(page, title="Contoh", size=size, over=over)


def page_pdf(lines: tuple[str, ...], *, pages: int = 1, size: tuple[float, float] = A4) -> bytes:
    """A PDF of such pages, without tags."""
    return written(lines, pages=pages, size=size).pdf


def frozen_pdf(lines: tuple[str, ...], *, pages: int = 1) -> bytes:
    """A conform, tagged PDF of such pages."""
    drawn = written(lines, pages=pages)
    return conform(drawn.pdf, meta=META, structure=drawn.structure)


@cache
def key() -> SealKey:
    """One throw-away key for all tests of a process."""
    return _made(OFFICE)


@cache
def other_key() -> SealKey:
    """A stranger's key."""
    return _made("Kantor Asing")


def _made(office: str) -> SealKey:
    now = datetime(2026, 1, 22, tzinfo=UTC)
    file, _ = create_seal_key(office, unit=None, days=30, now=now, passphrase=b"uji")
    return load_seal_key(file, b"uji")


def attachment(data: bytes = b'{"serial":"PI-001"}') -> Attachment:
    """A record's data as it is attached."""
    return Attachment("rekaman.json", "application/json", data, "Data", "Data rekaman", AT)


def unsealed(text: str = "Saya, Damar Wiraguna, menyatakan sebagai berikut.") -> bytes:
    """A conformed record of two pages: one frozen page drawn over, one page of evidence."""
    frozen = frozen_pdf((text,))
    sheet = Attachment("lembar.pdf", "application/pdf", frozen, "Source", "Lembar beku", AT)
    with pikepdf.open(BytesIO(frozen)) as document:
        assemble_record(document, written(("", "", "(goresan)"), pages=2, over=marks_per_page(document)))
        return conform(document, meta=META, attachments=(attachment(), sheet))


def with_plain_table(pdf: bytes) -> bytes:
    """The same document with a table of objects in plain text, as files were before they got one in a stream."""
    output = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(output, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return output.getvalue()


@cache
def sealed(text: str = "Saya, Damar Wiraguna, menyatakan sebagai berikut.") -> bytes:
    """The same record, sealed with :func:`key`."""
    return seal_pdf(unsealed(text), key(), at=AT, reason="Penyegelan rekaman", location="Jakarta")


@cache
def sealed_with_padding() -> bytes:
    """The same record with zeros behind the envelope, as seals had them before the room was measured."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kpu_desk.pdf.seal.envelope_room", lambda der: envelope_room(der) + 500)
        return seal_pdf(unsealed(), key(), at=AT, reason="Penyegelan rekaman", location="Jakarta")


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
