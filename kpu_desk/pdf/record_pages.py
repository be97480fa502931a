"""What a sealed record says about its pages: serial, day and the digest of each page's text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from io import BytesIO

import pikepdf

from kpu_desk.domain.page_code import text_digest
from kpu_desk.domain.page_report import RecordPages
from kpu_desk.domain.verdict import Verdict
from kpu_desk.pdf.page_text import page_texts
from kpu_desk.pdf.record_data import DATA_NAME
from kpu_desk.pdf.verify import verify_pdf


def record_pages(data: bytes, trusted: Sequence[bytes]) -> RecordPages:
    """Judges the file and, only where it is VALID, reads what its pages' codes must say.

    Args:
        data: the file's bytes, untrusted.
        trusted: pinned certificates, PEM or DER.

    Raises:
        MemoryError: only that; the file asks for more than the process has.
    """
    report = verify_pdf(data, trusted)
    if report.verdict is not Verdict.VALID:
        return RecordPages(report.verdict, report.reasons)
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            found = json.loads(pdf.attachments[DATA_NAME].get_file().read_bytes())
        serial, day = str(found["serial"]), date.fromisoformat(found["ceremony"]["date"])
        digests = tuple(map(text_digest, page_texts(data)))
    except MemoryError:
        raise
    except Exception:
        # Sealed by an office that is trusted, but no record as this program makes them.
        return RecordPages(report.verdict, report.reasons)
    return RecordPages(report.verdict, report.reasons, serial, day, digests)
