"""What the first bytes of a file already say, before any library has to touch it; standard library only."""

from __future__ import annotations

from kpu_desk.domain.verdict import Reason, SealReport, Verdict

HEADER_WINDOW = 1024
"""Where PDF readers look for the header, in bytes (ISO 32000-1, annex H, implementation note 13)."""

PNG_START = b"\x89PNG\r\n\x1a\n"
JPEG_START = b"\xff\xd8\xff"


def cannot_verify(code: str, **facts: str | int) -> SealReport:
    """The report about a file that nobody can judge, with its one reason."""
    return SealReport(Verdict.CANNOT_VERIFY, (Reason.of(code, **facts),))


def judged_by_first_bytes(head: bytes) -> SealReport | None:
    """The whole answer for an empty file and for one that is no PDF; None where more must be read.

    Args:
        head: the file's first :data:`HEADER_WINDOW` bytes, or all of them.
    """
    if not head:
        return cannot_verify("EMPTY")
    if b"%PDF-" not in head[:HEADER_WINDOW]:
        return cannot_verify("NOT_PDF")
    return None
