"""What is asked of a record in a worker process when its signers' copies are wanted, and how the answer comes back."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kpu_desk.domain.signer_copies import SignerCopies, SignerCopy
from kpu_desk.domain.verdict import Verdict
from kpu_desk.pdf.first_look import cannot_verify, judged_by_first_bytes
from kpu_desk.pdf.report_wire import packed, packed_reasons, text_of, unpacked, unpacked_reasons


@dataclass(frozen=True, slots=True)
class CopiesQuestion:
    """What did the signers of this record, sealed by one of the ``trusted`` certificates, see? From ``start`` on."""

    trusted: tuple[bytes, ...]
    start: int = 0

    def first_look(self, head: bytes) -> SignerCopies | None:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        told = judged_by_first_bytes(head)
        return None if told is None else SignerCopies(told)

    def cannot(self, code: str, **facts: str | int) -> SignerCopies:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        return SignerCopies(cannot_verify(code, **facts))

    def prepare(self) -> Callable[[bytes], SignerCopies]:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        from kpu_desk.pdf.signer_copies import signer_copies

        return lambda data: signer_copies(data, self.trusted, self.start)

    def lenient(self, answer: SignerCopies) -> bool:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        return answer.report.verdict is not Verdict.CHANGED

    def packed(self, answer: SignerCopies) -> bytes:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        return json.dumps(
            {
                "report": packed(answer.report).decode("ascii"),
                "reasons": packed_reasons(answer.reasons),
                "serial": answer.serial,
                "sheet": answer.sheet_sha256,
                "file": answer.file_sha256,
                "count": answer.count,
                "copies": [
                    [
                        copy.number,
                        copy.slot,
                        copy.role,
                        copy.name,
                        copy.sheet,
                        copy.evidence,
                        copy.earlier,
                        copy.drawn,
                        copy.earlier_inks,
                        None if copy.pdf is None else b64encode(copy.pdf).decode("ascii"),
                    ]
                    for copy in answer.copies
                ],
            }
        ).encode("ascii")

    def unpacked(self, data: bytes) -> SignerCopies:
        """See :class:`~kpu_desk.pdf.question.Question`."""
        try:
            found: Any = json.loads(data)
            return SignerCopies(
                unpacked(text_of(found["report"]).encode("ascii")),
                unpacked_reasons(found["reasons"]),
                text_of(found["serial"]),
                text_of(found["sheet"]),
                text_of(found["file"]),
                int(found["count"]),
                tuple(map(_copy, found["copies"])),
            )
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError("no copies") from error


def _copy(parts: Any) -> SignerCopy:
    number, slot, role, name, sheet, evidence, earlier, drawn, earlier_inks, pdf = parts
    return SignerCopy(
        int(number),
        text_of(slot),
        text_of(role),
        text_of(name),
        sheet is True,
        evidence is True,
        earlier is True,
        drawn is True,
        int(earlier_inks),
        None if pdf is None else b64decode(text_of(pdf), validate=True),
    )
