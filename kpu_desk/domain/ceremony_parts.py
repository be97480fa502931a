"""The small values a ceremony is made of: its states, check-ins, signatures, refusals and declarations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kpu_desk.domain.documents import Attachment, InkKind, Sheet


class CeremonyState(StrEnum):
    """Where a ceremony stands; ``allowed`` says what can be done where.

    Draft until preparation is declared done, ready until the sheets are frozen, open while people sign, paused while
    nobody does, closed when the counts are frozen, then sealed; void when all of it was annulled.
    """

    DRAFT = "draft"
    READY = "ready"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"
    SEALED = "sealed"
    VOID = "void"


BEFORE_OPENING = frozenset({CeremonyState.DRAFT, CeremonyState.READY})
"""No sheet is frozen yet."""


@dataclass(frozen=True, slots=True)
class Turn:
    """That somebody took a ceremony into another state: ready (or back), paused, open again, void.

    Attributes:
        at: UTC, ISO 8601; ``by`` who was at the desk.
        reason: in the operator's words; empty where none was needed.
    """

    state: CeremonyState
    at: str
    by: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """A check-in: who, when (UTC, ISO 8601), how the person was identified and by whom."""

    official_id: str
    at: str
    identified: str
    by: str


class Away(StrEnum):
    """What is known of somebody who is not here (domain.md 4.4, 6.3). A published list, as :class:`Fault` is."""

    UNKNOWN = "unknown"  # nothing: takes an earlier note back
    UNSAID = "unsaid"
    PERMIT = "permit"
    ILL = "ill"
    LEAVE = "leave"
    DUTY = "duty"
    LATE = "late"
    LEFT = "left"  # was here and went
    BACK = "back"  # and came again


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A note that somebody is not here, went, or came back; the last one of a person holds.

    Attributes:
        note: the reason in the operator's words, empty where ``what`` says enough; of who came back, how the person
            was identified. It stays at the desk: on paper and in the hall stands at most ``what``.
        at: UTC, ISO 8601; ``by`` who was at the desk.
        signatures: how many the ceremony had then: the order of both is counted, not read off a clock.
        sitting: number of the late sitting in which it was noted; 0 for the day itself.
    """

    official_id: str
    what: Away
    note: str
    at: str
    by: str
    signatures: int = 0
    sitting: int = 0


@dataclass(frozen=True, slots=True)
class LateSitting:
    """A short sitting after the closing for those whose signatures were to follow (domain.md 6.3, "menyusul").

    Attributes:
        number: from 1; ``opened_at`` and ``closed_at`` UTC, ISO 8601, with who was at the desk.
        first: how many signatures the ceremony had when it was opened; ``last`` when it was closed.
        minutes_id: its own Berita Acara, None while it is open and where nobody signed.
    """

    number: int
    opened_at: str
    opened_by: str
    first: int
    closed_at: str | None = None
    closed_by: str = ""
    last: int | None = None
    minutes_id: str | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """That a slot is signed; inks and evidence lie in the cupboard under the same two keys.

    Attributes:
        ink_digest: of the signature itself.
        further: kind and ink digest of all else that the person wrote on the sheet with it, in order of the kinds.
        witnesses: who confirmed it by a tap; ``helper_id`` who helped the person, or None.
    """

    sheet_id: str
    slot: str
    official_id: str
    ink_digest: str
    evidence_digest: str
    at: str
    further: tuple[tuple[InkKind, str], ...] = ()
    witnesses: tuple[str, ...] = ()
    helper_id: str | None = None

    @property
    def beside(self) -> tuple[str, ...]:
        """Everybody on whose word the signature also stands."""
        return self.witnesses if self.helper_id is None else (self.helper_id, *self.witnesses)

    @property
    def inks(self) -> Mapping[InkKind, str]:
        """Digests of everything written, in order."""
        return {InkKind.SIGNATURE: self.ink_digest, **dict(self.further)}


@dataclass(frozen=True, slots=True)
class Decline:
    """That a person did not want to sign a sheet, with the reason chosen at the window. Signing later lifts it."""

    sheet_id: str
    official_id: str
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class Declaration:
    """That a person declares a conflict of interest instead of stating that there is none (domain.md 3.3).

    ``answers`` fill the form's blanks in their order; they are shown to nobody but on the private sheet itself, and
    never stand in a log, hence not in ``repr``.
    """

    official_id: str
    answers: tuple[str, ...] = field(repr=False)
    at: str


class Cause(StrEnum):
    """Why a sealed Perjanjian Kinerja is revised (domain.md 1.1). A published list, as :class:`Fault` is."""

    OFFICIAL = "official"  # another official in the office
    PLAN = "plan"  # strategy, programme or budget
    PRIORITY = "priority"
    OTHER = "other"  # as the note says


@dataclass(frozen=True, slots=True)
class Revision:
    """That a sealed Perjanjian Kinerja is superseded by another sheet; both are kept.

    Attributes:
        sheet_id: the new sheet; ``of_id`` the sealed one.
        note: the reason in the operator's words, empty where ``cause`` says enough; it stands on paper.
        attachment: the lampiran of the new sheet.
        at: UTC, ISO 8601; ``by`` who was at the desk.
    """

    sheet_id: str
    of_id: str
    cause: Cause
    note: str
    attachment: Attachment
    at: str
    by: str


class Fault(StrEnum):
    """Why a sheet is void. A published list: a name is never reused or given another meaning."""

    WRONG_PERSON = "wrong_person"  # somebody else wrote in a person's place
    WRONG_SHEET = "wrong_sheet"  # the right person signed what was not to be signed
    OTHER = "other"  # as the note says


@dataclass(frozen=True, slots=True)
class VoidSheet:
    """A sheet that is void with all its signatures: kept, never sealed, never counted (domain.md 6.3, 8.27).

    Attributes:
        note: the reason in the operator's words, empty where ``fault`` says enough.
        by: who made it void; ``replaced_by`` is the id of the sheet in its place.
    """

    sheet: Sheet
    fault: Fault
    note: str
    at: str
    by: str
    replaced_by: str
