"""What happens on the pad before a signature is accepted: strokes, and what was done to them, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kpu_desk.domain.documents import InkKind
from kpu_desk.domain.pen import StrokePoint, Tool

Counts = tuple[tuple[str, int], ...]
"""How often each `PadAct` happened, in the order of the acts' names; none stands with 0."""


class PadAct(StrEnum):
    """What is counted of a signature that came about, beside its ink. The ink of an attempt goes, its count stays.

    A published list: a name is never reused or given another meaning.
    """

    UNDONE = "undone"  # the last stroke was taken back, others stayed
    UNDONE_ALL = "undone_all"  # the only stroke was taken back
    CLEARED = "cleared"  # the pad was emptied
    REDONE = "redone"  # a stroke came back beside others
    REDONE_ALL = "redone_all"  # the ink of an emptied pad came back
    DECLINED = "declined"  # the person did not want to sign, with ink on the pad
    RECALLED = "recalled"  # the operator ended the sitting, with ink on the pad
    INTERRUPTED = "interrupted"  # the program or the computer ended, with ink on the pad
    BEGUN_AGAIN = "begun_again"  # after an interruption the person did not go on with the ink
    REJECTED = "rejected"  # a contact was no writing: a palm, a second finger, a mouse beside a finger
    CONFIRMED = "confirmed"  # asked whether a dot or a short line is the signature, the person said yes


_ENDS = (PadAct.UNDONE_ALL, PadAct.CLEARED, PadAct.DECLINED, PadAct.RECALLED, PadAct.BEGUN_AGAIN)

DISCARDING = frozenset(_ENDS)
"""Acts by which an attempt ends and its ink is erased."""


def counts_of(numbers: Mapping[PadAct, int] | Mapping[str, int] | Iterable[tuple[str, int]]) -> Counts:
    """Counts from numbers by act, added up and in order."""
    added: dict[str, int] = {}
    for act, number in numbers.items() if isinstance(numbers, Mapping) else numbers:
        added[str(act)] = added.get(str(act), 0) + number
    return tuple(sorted((act, number) for act, number in added.items() if number))


def discarded(counts: Counts) -> int:
    """How many attempts were erased and did not come back."""
    return sum(number for act, number in counts if act in DISCARDING) - dict(counts).get(PadAct.REDONE_ALL, 0)


@dataclass(frozen=True, slots=True)
class Source:
    """What a stroke came from."""

    name: str
    has_pressure: bool
    has_tilt: bool


@dataclass(frozen=True, slots=True)
class Written:
    """A finished stroke as the system delivered it, and what it came from."""

    points: tuple[StrokePoint, ...]
    source: Source
    tool: Tool


@dataclass(frozen=True, slots=True)
class Before:
    """What is known of one ink from before: strokes that an interruption left, and all counts so far."""

    strokes: tuple[Written, ...] = ()
    counts: Counts = ()


NOTHING_BEFORE = Before()


@dataclass(frozen=True, slots=True)
class PadPlace:
    """Which ink of which slot is on the pad, and the digest of the frozen sheet that was read before."""

    sheet_id: str
    slot: str
    kind: InkKind
    frozen_sha256: str


@dataclass(frozen=True, slots=True)
class PadChange:
    """What is different on the pad since the last change that was told.

    The first ``kept`` strokes stay, all after them are gone, ``added`` follow; ``acts`` is what happened meanwhile.
    """

    place: PadPlace
    kept: int
    added: tuple[Written, ...]
    acts: Counts
