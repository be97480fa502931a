"""What the desk shows of a ceremony: one line for each person, with the state of every sheet; no Qt, no words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from enum import Enum
from functools import lru_cache
from typing import TypeVar

from kpu_desk.domain.allowed import CeremonyAct
from kpu_desk.domain.ceremony import Ceremony, signing_act
from kpu_desk.domain.ceremony_parts import Away, CeremonyState, Decline, Whereabouts
from kpu_desk.domain.documents import SIGNING_ORDER, DocumentKind, Role, Sheet, SignatureSlot
from kpu_desk.domain.nip import Nip, parse_nip
from kpu_desk.domain.officials import Official, in_protocol_order
from kpu_desk.domain.whereabouts import away


class MarkState(Enum):
    """How far a person is with one sheet."""

    SIGNED = "signed"
    READY = "ready"
    WAITING = "waiting"  # another has to sign first
    DECLINED = "declined"
    LATER = "later"  # follows, once a late sitting is open
    CLOSED = "closed"  # can no longer be signed


class Show(Enum):
    """Which people the table shows."""

    ALL = "all"
    PRESENT = "present"
    ABSENT = "absent"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class SheetMark:
    """The slots of one kind that a person signs in one role.

    Attributes:
        witness: whether the person signs as a witness; then ``signed`` of ``total`` matters, not the one sheet.
    """

    kind: DocumentKind
    witness: bool
    state: MarkState
    signed: int
    total: int


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person of the table.

    Attributes:
        nip: grouped for reading, or empty.
        section: the heading under which the person stands; empty for those without a unit.
        words: what the search looks in, folded.
        left: slots that are still empty, whether or not they can be signed now.
        away: what is known of somebody who is not here; ``apart`` what tells him from another of the same name.
    """

    official_id: str
    name: str
    nip: str
    office: str
    section: str
    present: bool
    marks: tuple[SheetMark, ...]
    words: str
    left: int
    away: Away | None = None
    apart: str = ""

    def is_shown(self, show: Show) -> bool:
        """Whether the person belongs to a chip."""
        if show is Show.PRESENT:
            return self.present
        if show is Show.ABSENT:
            return not self.present
        if show is Show.INCOMPLETE:
            return self.left > 0
        return True


COMMISSION = "\x00commission"
SECRETARY = "\x00secretary"
"""Sections that no unit of a roster can be called; the window has the words for them."""

_ORDER = SIGNING_ORDER


def board_of(ceremony: Ceremony) -> tuple[PersonLine, ...]:
    """Everybody in protocol order, people of one unit together."""
    lines = _lines(ceremony, in_protocol_order(ceremony.officials))
    places: dict[str, int] = {}
    for line in lines:
        places.setdefault(line.section, len(places))
    return tuple(sorted(lines, key=lambda line: places[line.section]))


def board_after(ceremony: Ceremony, before: Ceremony | None, board: tuple[PersonLine, ...]) -> tuple[PersonLine, ...]:
    """The same as ``board_of``, made out of the board of an earlier value of the ceremony.

    After an act of the day only those get a new line whom it concerns: with 300 people nobody waits for the others.
    """
    whole = before is None or any(getattr(ceremony, name) != getattr(before, name) for name in _OF_EVERYBODY)
    whole = whole or before is None or ceremony.session_state is not before.session_state
    if before is None or whole or ceremony.signatures[: len(before.signatures)] != before.signatures:
        return board_of(ceremony)
    concerned = {one.official_id for one in _different(ceremony.whereabouts, before.whereabouts)}
    concerned |= {one.official_id for one in _different(ceremony.declines, before.declines)}
    concerned |= ceremony.present ^ before.present
    for signature in ceremony.signatures[len(before.signatures) :]:
        concerned.add(signature.official_id)
        slots = ceremony.sheet_or_void(signature.sheet_id).slots
        concerned |= {slot.official_id for slot in slots if slot.role is Role.SAKSI}
    people = [ceremony.official(official_id) for official_id in concerned]
    fresh = {line.official_id: line for line in _lines(ceremony, people)}
    return tuple(fresh.get(line.official_id, line) for line in board)


_OF_SOME = {"attendance", "whereabouts", "declines", "signatures", "turns", "step_acts", "notes"}
_OF_EVERYBODY = tuple(field.name for field in fields(Ceremony) if field.name not in _OF_SOME)
"""What may change every line when it changes: all but what is looked at one by one, or stands on no line."""

_Noted = TypeVar("_Noted", Whereabouts, Decline)


def _different(one: tuple[_Noted, ...], other: tuple[_Noted, ...]) -> frozenset[_Noted]:
    return frozenset() if one == other else frozenset(one) ^ frozenset(other)


def _lines(ceremony: Ceremony, people: Sequence[Official]) -> list[PersonLine]:
    wanted = {official.id for official in people}
    slots: dict[str, list[tuple[Sheet, SignatureSlot]]] = {}
    for sheet in ceremony.sheets:
        # Whoever declares apart looks like everybody else here: one PBBK, and no word of which (domain.md 3.3).
        for slot in () if ceremony.is_waived(sheet) else sheet.slots:
            if slot.official_id in wanted:
                slots.setdefault(slot.official_id, []).append((sheet, slot))
    declined = frozenset((decline.sheet_id, decline.official_id) for decline in ceremony.declines)
    return [_line(ceremony, official, slots.get(official.id, ()), declined) for official in people]


def counts_of(board: Iterable[PersonLine]) -> dict[Show, int]:
    """How many people each chip would show."""
    board = tuple(board)
    return {show: sum(line.is_shown(show) for line in board) for show in Show}


def matching(board: Iterable[PersonLine], show: Show, search: str) -> tuple[PersonLine, ...]:
    """The people of one chip in whose name, NIP, office or unit every word of the search stands."""
    words = _folded(search).split()
    digits = "".join(words)
    if len(digits) > 3 and digits.isdigit():
        words = [digits]
    return tuple(line for line in board if line.is_shown(show) and all(word in line.words for word in words))


def likeliest(lines: Iterable[PersonLine], search: str, kept: str) -> str:
    """Whom typed letters mean: somebody so named before one whose office has them, who is not here yet before who is.

    Args:
        lines: what the search found.
        kept: the person chosen before, who stays where nobody is likelier.
    """
    words = _folded(search).split()

    def rank(line: PersonLine) -> tuple[bool, bool, bool]:
        name = _folded(line.name).split()
        named = all(any(part.startswith(word) for part in name) for word in words)
        return not named, line.present, line.official_id != kept

    found = min(lines, key=rank, default=None)
    return "" if found is None else found.official_id


def sheets_done(ceremony: Ceremony) -> tuple[int, int]:
    """How many sheets are completely signed, and how many there are."""
    awaited = [sheet for sheet in ceremony.sheets if not ceremony.is_waived(sheet)]
    return sum(ceremony.is_complete(sheet) for sheet in awaited), len(awaited)


def grouped_nip(nip: str | None) -> str:
    """A NIP as people read it, ``19860926 201505 1 001``; empty for none."""
    if nip is None:
        return ""
    read = parse_nip(nip)
    return read.grouped() if isinstance(read, Nip) else nip


def _line(
    ceremony: Ceremony,
    official: Official,
    slots: Iterable[tuple[Sheet, SignatureSlot]],
    declined: frozenset[tuple[str, str]],
) -> PersonLine:
    slots = tuple(slots)
    ready = {(sheet.id, slot.key) for sheet, slot in ceremony.open_slots_of(official.id)} if slots else set()
    closed = ceremony.state is CeremonyState.CLOSED
    groups: dict[tuple[bool, DocumentKind], Counter[MarkState]] = {}
    for sheet, slot in slots:
        if slot.key in ceremony.signed_slots(sheet.id):
            state = MarkState.SIGNED
        elif (sheet.id, official.id) in declined:
            state = MarkState.DECLINED
        elif (sheet.id, slot.key) in ready:
            state = MarkState.READY
        elif closed and sheet.id not in ceremony.sealed and signing_act(sheet, slot) is CeremonyAct.SIGN:
            state = MarkState.LATER
        elif slot.role is Role.SAKSI and sheet.id not in ceremony.sealed:
            state = MarkState.WAITING
        else:
            state = MarkState.CLOSED
        witness = slot.role is Role.SAKSI
        # Who receives a declaration is a witness like any other here.
        kind = DocumentKind.PI if witness and sheet.private else sheet.kind
        groups.setdefault((witness, kind), Counter())[state] += 1
    marks = tuple(
        SheetMark(kind, witness, _together(states), states[MarkState.SIGNED], states.total())
        for (witness, kind), states in sorted(groups.items(), key=lambda pair: (pair[0][0], _ORDER.index(pair[0][1])))
    )
    nip, section, words = _of_roster(official)
    why = away(ceremony, official.id)
    return PersonLine(
        official.id,
        official.name,
        nip,
        official.printed_office,
        section,
        official.id in ceremony.present,
        marks,
        words,
        sum(mark.total - mark.signed for mark in marks),
        None if why is None else why.what,
        # The office has a column of its own; on a small screen its words would cut off what comes after it.
        ceremony.apart.get(official.id, "").removeprefix(f"{official.printed_office}, "),
    )


@lru_cache(4096)
def _of_roster(official: Official) -> tuple[str, str, str]:
    """The NIP for reading, the section, and what the search looks in: the same after every act of the day."""
    words = " ".join((official.name, official.nip or "", official.printed_office, official.unit or ""))
    return grouped_nip(official.nip), _section(official), _folded(words)


def _together(states: Counter[MarkState]) -> MarkState:
    """One state for several slots: what can be done now counts before what must wait."""
    for state in (MarkState.READY, MarkState.WAITING, MarkState.LATER, MarkState.DECLINED, MarkState.CLOSED):
        if states[state]:
            return state
    return MarkState.SIGNED


def _section(official: Official) -> str:
    if official.group.is_commissioner:
        return COMMISSION
    if official.group.name == "SEKRETARIS":
        return SECRETARY
    return official.unit or ""


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace(",", " ").replace(".", " ").split())
