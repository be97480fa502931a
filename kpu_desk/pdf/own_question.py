"""What is asked of an office's own PDF in a worker process: refuse it, or clean it and tell what is on it."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kpu_desk.domain.own_pdf import OwnPdf, facts_text, own_pdf_of
from kpu_desk.domain.verdict import Reason
from kpu_desk.pdf.first_look import HEADER_WINDOW
from kpu_desk.pdf.report_wire import text_of


@dataclass(frozen=True, slots=True)
class OwnPdfQuestion:
    """Can this file become a sheet of a ceremony, and what is it like then?"""

    def first_look(self, head: bytes) -> OwnPdf | None:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        return None if b"%PDF-" in head[:HEADER_WINDOW] else self.cannot("OWN_PDF_DAMAGED")

    def cannot(self, code: str, **facts: str | int) -> OwnPdf:
        """See :class:`~kpu_desk.pdf.question.Question`; limits of time and memory are the file's own fault."""
        known = {"TIME_LIMIT": "OWN_PDF_TOO_HEAVY", "MEMORY_LIMIT": "OWN_PDF_TOO_HEAVY"}
        if code == "MEMORY_LIMIT":
            # The crew ends a worker whose answer names this limit: both stand in the answer.
            return OwnPdf(refused=(Reason.of("OWN_PDF_TOO_HEAVY"), Reason.of(code, **facts)))
        return OwnPdf(refused=(Reason.of(known.get(code, "OWN_PDF_DAMAGED")),))

    def prepare(self) -> Callable[[bytes], OwnPdf]:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        from kpu_desk.pdf.own_file import take_in

        return take_in

    def lenient(self, answer: OwnPdf) -> bool:
        """See :class:`~kpu_desk.pdf.question.Question`; a page that was not seen whole differs from the original."""
        return not answer.refused

    def packed(self, answer: OwnPdf) -> bytes:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        return json.dumps({"facts": facts_text(answer), "pdf": b64encode(answer.pdf).decode("ascii")}).encode("ascii")

    def unpacked(self, data: bytes) -> OwnPdf:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        try:
            found: Any = json.loads(data)
            return own_pdf_of(text_of(found["facts"]), b64decode(text_of(found["pdf"]), validate=True))
        except (KeyError, TypeError, RecursionError) as error:
            raise ValueError("no answer about an own PDF") from error
