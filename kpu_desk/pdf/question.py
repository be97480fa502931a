"""What is asked of untrusted files in worker processes, and how the answers come back; loads no library here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from kpu_desk.domain.verdict import SealReport, Verdict
from kpu_desk.pdf.first_look import cannot_verify, judged_by_first_bytes
from kpu_desk.pdf.report_wire import packed, unpacked


class _Reasoned(Protocol):
    def has_reason(self, code: str) -> bool:
        """Whether one of the reasons carries this code."""


Answer = TypeVar("Answer", bound=_Reasoned)


class Question(Protocol[Answer]):
    """One question, handed to the workers by pickle."""

    def first_look(self, head: bytes) -> Answer | None:
        """The whole answer where a file's first bytes already give it."""

    def cannot(self, code: str, **facts: str | int) -> Answer:
        """The answer about a file that nobody can judge, with its one reason."""

    def prepare(self) -> Callable[[bytes], Answer]:
        """Loads what is needed, in the worker, and gives the function that answers about a file's bytes."""

    def lenient(self, answer: Answer) -> bool:
        """Whether the answer would be a different one had memory run out on the way unnoticed."""

    def packed(self, answer: Answer) -> bytes:
        """The answer as bytes."""

    def unpacked(self, data: bytes) -> Answer:
        """The answer again; ValueError for anything else."""


@dataclass(frozen=True, slots=True)
class SealQuestion:
    """Is this PDF sealed by one of the ``trusted`` certificates (PEM or DER), whole and unchanged?"""

    trusted: tuple[bytes, ...]

    def first_look(self, head: bytes) -> SealReport | None:
        """See :class:`Question`."""
        return judged_by_first_bytes(head)

    def cannot(self, code: str, **facts: str | int) -> SealReport:
        """See :class:`Question`."""
        return cannot_verify(code, **facts)

    def prepare(self) -> Callable[[bytes], SealReport]:
        """See :class:`Question`."""
        from kpu_desk.pdf.verify import verify_pdf

        return lambda data: verify_pdf(data, self.trusted)

    def lenient(self, answer: SealReport) -> bool:
        """See :class:`Question`; nothing is stricter than CHANGED."""
        return answer.verdict is not Verdict.CHANGED

    def packed(self, answer: SealReport) -> bytes:
        """See :class:`Question`."""
        return packed(answer)

    def unpacked(self, data: bytes) -> SealReport:
        """See :class:`Question`."""
        return unpacked(data)
