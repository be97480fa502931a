"""Two rosters of one office held against each other: who stayed, went, came, or is something else now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.officials import Capacity, Official
from kpu_desk.domain.rundown import Step
from kpu_desk.domain.witnessing import bare_name, check_witness, same_person


class Change(StrEnum):
    """What became of a person between two ceremonies."""

    SAME = "same"
    OFFICE = "office"  # another office, unit or capacity
    PERSON = "person"  # the same office; name, NIP or rank is written otherwise
    ACTING = "acting"  # the same, but Plt., Plh. or a.n.: such an appointment ends (domain.md 5.2)
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class PersonChange:
    """One person in both rosters; ``before`` is None for who came, ``now`` for who went."""

    change: Change
    before: Official | None
    now: Official | None

    @property
    def name(self) -> str:
        """As it is written now, or was."""
        known = self.now or self.before
        return known.name if known is not None else ""


def compare_rosters(before: tuple[Official, ...], now: tuple[Official, ...]) -> tuple[PersonChange, ...]:
    """Everybody of the new roster in its order, then those who are in it no more.

    People are found again by NIP, then by name without titles and punctuation; of several with one name each is found
    by the office too, and where that does not tell them apart they count as gone and new.
    """
    found: dict[str, Official] = {}
    left = {official.id: official for official in before}
    keys: tuple[Callable[[Official], Hashable | None], ...] = (
        lambda official: official.nip,
        lambda official: (bare_name(official.name), official.office.casefold()),
        lambda official: bare_name(official.name),
    )
    for key in keys:
        open_now = [official for official in now if official.id not in found]
        counts = Counter(key(official) for official in open_now)
        known = Counter(key(official) for official in left.values())
        by_key = {key(official): official for official in left.values()}
        for official in open_now:
            told = key(official)
            other = by_key.get(told) if told is not None and counts[told] == known[told] == 1 else None
            if other is not None and same_person(other, official):
                found[official.id] = other
                del left[other.id]
    return (
        *(
            PersonChange(_change(found.get(official.id), official), found.get(official.id), official)
            for official in now
        ),
        *(PersonChange(Change.GONE, official, None) for official in left.values()),
    )


def carried_witnesses(
    pairs: Iterable[tuple[str, str]], changes: Iterable[PersonChange]
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Last year's exceptions among the people of the new roster, and the names of those whose exception is lost.

    An exception is lost where the witness went or may not witness that person any more; the person then has the
    witness that the hierarchy gives (domain.md 2.4).
    """
    now = {one.before.id: one.now for one in changes if one.before is not None and one.now is not None}
    kept, lost = [], []
    for official_id, witness_id in pairs:
        official, witness = now.get(official_id), now.get(witness_id)
        if official is None:
            continue
        try:
            if witness is None:
                raise RuleError("UNKNOWN_OFFICIAL")
            check_witness(official, witness)
        except RuleError:
            lost.append(official.name)
        else:
            kept.append((official.id, witness.id))
    return tuple(kept), tuple(lost)


def carried_rundown(steps: Iterable[Step], changes: Iterable[PersonChange]) -> tuple[Step, ...]:
    """Last year's steps among the people of the new roster: by their present names; who went leads nothing any more."""
    named = {one.before.name: "" if one.now is None else one.now.name for one in changes if one.before is not None}
    return tuple(replace(step, lead=named.get(step.lead, step.lead)) for step in steps)


def _change(before: Official | None, now: Official) -> Change:
    if before is None:
        return Change.NEW
    if (before.office, before.unit, before.capacity) != (now.office, now.unit, now.capacity):
        return Change.OFFICE
    if (before.name, before.nip, before.rank) != (now.name, now.nip, now.rank):
        return Change.PERSON
    return Change.SAME if now.capacity is Capacity.DEFINITIF else Change.ACTING
