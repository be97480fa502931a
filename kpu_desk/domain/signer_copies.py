"""What a record gives back of what each signer saw, and which of its digests agree."""

from __future__ import annotations

from dataclasses import dataclass

from kpu_desk.domain.verdict import Reason, SealReport


@dataclass(frozen=True, slots=True)
class SignerCopy:
    """The sheet as one signer saw it.

    Attributes:
        number: in signing order, from 1.
        slot, role, name: as the record says, cleaned for showing.
        sheet: the attached frozen sheet has the digest that the signer's evidence and the record name.
        evidence: the evidence has the digest that the record names, and speaks of this signer's own inks.
        earlier: the digests of the earlier inks in the evidence are those of the record, all of them, in order.
        drawn: each earlier ink stands drawn on the record's pages exactly where the record says.
        earlier_inks: how many inks were on the sheet before.
        pdf: the pages, or None where one of the four does not hold, or the copy is too large.
    """

    number: int
    slot: str
    role: str
    name: str
    sheet: bool
    evidence: bool
    earlier: bool
    drawn: bool
    earlier_inks: int
    pdf: bytes | None = None

    @property
    def holds(self) -> bool:
        """Whether everything about this copy agrees."""
        return self.sheet and self.evidence and self.earlier and self.drawn


@dataclass(frozen=True, slots=True)
class SignerCopies:
    """Copies from one file, or why there are none.

    Attributes:
        report: of the file's seal; without VALID there are no copies.
        reasons: why there are none although the seal is VALID.
        serial: of the record; ``sheet_sha256`` of the frozen sheet attached; ``file_sha256`` of the whole file.
        count: signers of the record; ``copies`` are some of them, in order.
    """

    report: SealReport
    reasons: tuple[Reason, ...] = ()
    serial: str = ""
    sheet_sha256: str = ""
    file_sha256: str = ""
    count: int = 0
    copies: tuple[SignerCopy, ...] = ()

    def has_reason(self, code: str) -> bool:
        """Whether one of the reasons carries this code."""
        return self.report.has_reason(code) or any(reason.code == code for reason in self.reasons)
