"""What a check of a scanned page found: verdict, reasons, the code's fields; and whether it belongs to a record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kpu_desk.domain.page_code import PageCode
from kpu_desk.domain.verdict import Reason, Verdict


class PageVerdict(StrEnum):
    """The one word about the code of a page; it never speaks of the paper's words.

    SIGNED: the fields were signed with a trusted office certificate's key. UNKNOWN_SIGNER: they name a key that is not
    trusted here, so nothing about them is proven. BAD_CODE: a code of ours whose bytes or signature are wrong. NO_CODE:
    no code of ours could be read.
    """

    SIGNED = "SIGNED"
    UNKNOWN_SIGNER = "UNKNOWN_SIGNER"
    BAD_CODE = "BAD_CODE"
    NO_CODE = "NO_CODE"


@dataclass(frozen=True, slots=True)
class PageReport:
    """One page of a file; where several codes of ours are on it, one report for each.

    Args:
        page: of the file, from 1.
        code: the fields; proven only where the verdict is SIGNED, and claimed where it is UNKNOWN_SIGNER.
    """

    page: int
    verdict: PageVerdict
    reasons: tuple[Reason, ...]
    code: PageCode | None = None

    @classmethod
    def without_code(cls, page: int, code: str, **facts: str | int) -> PageReport:
        """NO_CODE with its one reason."""
        return cls(page, PageVerdict.NO_CODE, (Reason.of(code, **facts),))


@dataclass(frozen=True, slots=True)
class FilePages:
    """All pages of one file."""

    pages: tuple[PageReport, ...]

    def has_reason(self, code: str) -> bool:
        """Whether a reason of one of the pages carries this code."""
        return any(reason.code == code for page in self.pages for reason in page.reasons)


@dataclass(frozen=True, slots=True)
class RecordPages:
    """What a sealed record says about its pages, as far as it can be read.

    Args:
        seal: what the verifier says of the file.
        serial: from its data, as ``day`` is; None where there are none of ours.
        digests: of the text of each page.
    """

    seal: Verdict
    reasons: tuple[Reason, ...]
    serial: str | None = None
    day: date | None = None
    digests: tuple[bytes, ...] = ()

    def has_reason(self, code: str) -> bool:
        """Whether one of the verifier's reasons carries this code."""
        return any(reason.code == code for reason in self.reasons)


def record_differences(code: PageCode, record: RecordPages) -> tuple[Reason, ...]:
    """Why a page whose code says this is none of the record's; nothing where it belongs to it."""
    if record.seal is not Verdict.VALID:
        return (Reason.of("RECORD_NOT_VALID", verdict=record.seal.value),)
    if record.serial is None or record.day is None:
        return (Reason.of("RECORD_NOT_OURS"),)
    found = []
    if code.serial != record.serial:
        found.append(Reason.of("OTHER_SERIAL", serial=record.serial))
    if code.day != record.day:
        found.append(Reason.of("OTHER_DAY", day=record.day.isoformat()))
    if code.pages != len(record.digests):
        found.append(Reason.of("OTHER_PAGES", pages=len(record.digests)))
    if not found and code.digest != record.digests[code.page - 1]:
        found.append(Reason.of("OTHER_TEXT", page=code.page))
    return tuple(found)
