"""What is asked of scans and photos of pages, and of the record they are compared with, in worker processes."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from kpu_desk.domain.page_code import PageCode
from kpu_desk.domain.page_report import FilePages, PageReport, PageVerdict, RecordPages
from kpu_desk.domain.verdict import Reason, Verdict
from kpu_desk.pdf.first_look import HEADER_WINDOW, JPEG_START, PNG_START, judged_by_first_bytes
from kpu_desk.pdf.report_wire import packed_reasons, text_of, unpacked_reasons


@dataclass(frozen=True, slots=True)
class PageQuestion:
    """Which codes of pages are in this picture or PDF, and are they signed by one of the ``trusted`` certificates?"""

    trusted: tuple[bytes, ...]

    def first_look(self, head: bytes) -> FilePages | None:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        if not head:
            return self.cannot("EMPTY")
        if head.startswith((PNG_START, JPEG_START)) or b"%PDF-" in head[:HEADER_WINDOW]:
            return None
        return self.cannot("NOT_A_PICTURE")

    def cannot(self, code: str, **facts: str | int) -> FilePages:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        return FilePages((PageReport.without_code(1, code, **facts),))

    def prepare(self) -> Callable[[bytes], FilePages]:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        from kpu_desk.pdf.page_reading import read_pages

        return lambda data: read_pages(data, self.trusted)

    def lenient(self, answer: FilePages) -> bool:
        """See :class:`~kpu_desk.pdf.question.Question`; a page that was not seen whole has no code."""
        del answer
        return False

    def packed(self, answer: FilePages) -> bytes:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        return json.dumps(
            [
                [page.page, page.verdict.value, packed_reasons(page.reasons), _packed_code(page.code)]
                for page in answer.pages
            ]
        ).encode("ascii")

    def unpacked(self, data: bytes) -> FilePages:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        try:
            return FilePages(
                tuple(
                    PageReport(int(page), PageVerdict(verdict), unpacked_reasons(reasons), _unpacked_code(code))
                    for page, verdict, reasons, code in json.loads(data)
                )
            )
        except (KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
            raise ValueError("no answer about pages") from error


@dataclass(frozen=True, slots=True)
class RecordQuestion:
    """Is this a record sealed by one of the ``trusted`` certificates, and what does it say about its pages?"""

    trusted: tuple[bytes, ...]

    def first_look(self, head: bytes) -> RecordPages | None:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        told = judged_by_first_bytes(head)
        return None if told is None else RecordPages(told.verdict, told.reasons)

    def cannot(self, code: str, **facts: str | int) -> RecordPages:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        return RecordPages(Verdict.CANNOT_VERIFY, (Reason.of(code, **facts),))

    def prepare(self) -> Callable[[bytes], RecordPages]:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        from kpu_desk.pdf.record_pages import record_pages

        return lambda data: record_pages(data, self.trusted)

    def lenient(self, answer: RecordPages) -> bool:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        return answer.seal is not Verdict.CHANGED

    def packed(self, answer: RecordPages) -> bytes:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        return json.dumps(
            {
                "seal": answer.seal.value,
                "reasons": packed_reasons(answer.reasons),
                "serial": answer.serial,
                "day": answer.day.isoformat() if answer.day else None,
                "digests": [digest.hex() for digest in answer.digests],
            }
        ).encode("ascii")

    def unpacked(self, data: bytes) -> RecordPages:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        try:
            found: Any = json.loads(data)
            return RecordPages(
                Verdict(found["seal"]),
                unpacked_reasons(found["reasons"]),
                None if found["serial"] is None else text_of(found["serial"]),
                None if found["day"] is None else date.fromisoformat(text_of(found["day"])),
                tuple(bytes.fromhex(text_of(digest)) for digest in found["digests"]),
            )
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError("no answer about a record") from error


def _packed_code(code: PageCode | None) -> list[object] | None:
    if code is None:
        return None
    return [
        code.serial,
        code.page,
        code.pages,
        code.day.isoformat(),
        code.digest.hex(),
        code.signers,
        list(code.initials),
    ]


def _unpacked_code(found: Any) -> PageCode | None:
    if found is None:
        return None
    serial, page, pages, day, digest, signers, letters = found
    return PageCode(
        text_of(serial),
        int(page),
        int(pages),
        date.fromisoformat(text_of(day)),
        bytes.fromhex(text_of(digest)),
        int(signers),
        tuple(map(text_of, letters)),
    )
