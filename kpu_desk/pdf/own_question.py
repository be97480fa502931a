"""What is asked of an office's own PDF in a worker process: refuse it, or clean it and tell what is on it."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.own_pdf import OwnPdf
from kpu_desk.domain.verdict import Reason
from kpu_desk.pdf.first_look import HEADER_WINDOW
from kpu_desk.pdf.report_wire import packed_reasons, text_of, unpacked_reasons


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
        return json.dumps(
            {
                "refused": packed_reasons(answer.refused),
                "notes": packed_reasons(answer.notes),
                "pdf": b64encode(answer.pdf).decode("ascii"),
                "sha256": answer.original_sha256,
                "sizes": answer.sizes_um,
                "words": _packed_boxes(answer.words),
                "fields": _packed_boxes(answer.fields),
                "corners": _packed_boxes(answer.corners),
                "archivable": answer.archivable,
                "not_archivable": packed_reasons(answer.not_archivable),
            }
        ).encode("ascii")

    def unpacked(self, data: bytes) -> OwnPdf:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        try:
            found: Any = json.loads(data)
            return OwnPdf(
                unpacked_reasons(found["refused"]),
                unpacked_reasons(found["notes"]),
                b64decode(text_of(found["pdf"]), validate=True),
                text_of(found["sha256"]),
                tuple((int(width), int(height)) for width, height in found["sizes"]),
                _unpacked_boxes(found["words"]),
                _unpacked_boxes(found["fields"]),
                _unpacked_boxes(found["corners"]),
                found["archivable"] is True,
                unpacked_reasons(found["not_archivable"]),
            )
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError("no answer about an own PDF") from error


def _packed_boxes(boxes: Sequence[SlotPlace]) -> list[list[object]]:
    return [[box.slot, box.page, box.x_um, box.y_um, box.width_um, box.height_um] for box in boxes]


def _unpacked_boxes(found: Any) -> tuple[SlotPlace, ...]:
    return tuple(SlotPlace(text_of(word), *map(int, numbers)) for word, *numbers in found)
