"""The chain of records: each names the content digest of the one before it, so that none can go unnoticed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kpu_desk.domain.canonical import canonical_json, digest_of


@dataclass(frozen=True, slots=True)
class ChainEnd:
    """The end of a ceremony's chain, from which the next record goes on.

    Attributes:
        position: of the last record, 0 when the ceremony has none.
        digest: its content digest; with none, that of the record which the office sealed last in another ceremony,
            or None when it never sealed one.
    """

    position: int
    digest: str | None

    def after(self, digest: str) -> ChainEnd:
        """The end once a record with this content digest is sealed."""
        return ChainEnd(self.position + 1, digest)


class ChainFault(StrEnum):
    """What can be wrong with a chain."""

    UNREADABLE = "UNREADABLE"
    """No record data, or data that have no canonical form."""
    TWICE = "TWICE"
    """Two different records stand at one place."""
    LINK = "LINK"
    """The record does not name the one that stands before it."""
    SUPERSEDES = "SUPERSEDES"
    """It supersedes a record of another sheet, or a later one."""


@dataclass(frozen=True, slots=True)
class ChainProblem:
    """One thing that is wrong; ``serial`` may be empty, ``position`` 0, when the data do not tell them."""

    fault: ChainFault
    ceremony: str
    serial: str
    position: int


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What a set of records says about itself.

    Attributes:
        records: how many different ones were looked at; ``unchained`` of them are older than the chain.
        missing: ceremony and position of records that others stand behind, and that are not in the set.
        outside: content digests that a first record names and that are not in the set: an earlier ceremony's.
    """

    records: int
    unchained: int
    problems: tuple[ChainProblem, ...]
    missing: tuple[tuple[str, int], ...]
    outside: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing contradicts; records may be missing from the set."""
        return not self.problems

    @property
    def whole(self) -> bool:
        """Whether nothing contradicts and no record is missing inside a ceremony."""
        return self.sound and not self.missing


@dataclass(frozen=True, slots=True)
class _Link:
    digest: str
    ceremony: str
    serial: str
    position: int
    previous: str | None
    supersedes: str | None
    of_serial: str


def verify_record_chain(records: Iterable[Mapping[str, object]]) -> ChainReport:
    """Checks the chain of records from their data (``record.json``), in any order.

    Records of version 1 have no place in a chain; the first chained record may name one of them. A superseding record
    stands where it was sealed, after the one it supersedes. Ceremonies whose late sheets were sealed in turns hang on
    each other only by their first records. What is at the end of a ceremony can be cut off unnoticed here: the
    journal and the next ceremony tell that.
    """
    links: dict[str, _Link] = {}
    problems: list[ChainProblem] = []
    for data in records:
        try:
            link = _link(data)
        except (KeyError, TypeError, ValueError, RecursionError):
            problems.append(ChainProblem(ChainFault.UNREADABLE, "", str(_entry(data, "serial") or ""), 0))
            continue
        links[link.digest] = link
    missing: list[tuple[str, int]] = []
    outside: list[str] = []
    for ceremony in sorted({link.ceremony for link in links.values()}):
        chained = sorted(
            (link for link in links.values() if link.ceremony == ceremony and link.position),
            key=lambda link: (link.position, link.digest),
        )
        problems += _problems(chained, links)
        missing += [(ceremony, place) for place in _gaps(chained, links)]
        outside += [
            first.previous
            for first in chained
            if first.position == 1 and first.previous is not None and first.previous not in links
        ]
    unchained = sum(not link.position for link in links.values())
    return ChainReport(len(links), unchained, tuple(problems), tuple(missing), tuple(outside))


def _problems(chained: list[_Link], links: Mapping[str, _Link]) -> list[ChainProblem]:
    places: dict[int, list[_Link]] = {}
    for link in chained:
        places.setdefault(link.position, []).append(link)
    found = []
    for link in chained:
        faults = []
        if len(places[link.position]) > 1:
            faults.append(ChainFault.TWICE)
        before = places.get(link.position - 1, [])
        named = links.get(link.previous or "")
        if link.position == 1:
            # The first hangs on another ceremony's record; its own would stand before it.
            wrong = named is not None and named.ceremony == link.ceremony
        elif before:
            wrong = link.previous not in {other.digest for other in before}
        else:
            wrong = link.previous is None or (
                named is not None and (named.ceremony != link.ceremony or named.position != 0)
            )
        if wrong:
            faults.append(ChainFault.LINK)
        old = links.get(link.supersedes or "")
        if old is not None and ((old.ceremony, old.serial) != (link.ceremony, link.of_serial) or _later(old, link)):
            faults.append(ChainFault.SUPERSEDES)
        found += [ChainProblem(fault, link.ceremony, link.serial, link.position) for fault in faults]
    return found


def _gaps(chained: list[_Link], links: Mapping[str, _Link]) -> list[int]:
    if not chained:
        return []
    there = {link.position for link in chained}
    first = chained[0]
    before_chain = links.get(first.previous or "")
    # Records that are older than the chain count, and the first chained one names the last of them.
    begin = first.position if before_chain is not None and before_chain.position == 0 else 1
    return [place for place in range(begin, max(there)) if place not in there]


def _later(old: _Link, new: _Link) -> bool:
    return old.position >= new.position


def _link(data: Mapping[str, object]) -> _Link:
    if _entry(data, "format") != "kpu-desk-record":
        raise ValueError("no record")
    digest = digest_of(canonical_json(data))
    ceremony, serial = _text(_entry(data, "ceremony"), "id"), _text(data, "serial")
    if data.get("version") == 1:
        return _Link(digest, ceremony, serial, 0, None, None, serial)
    chain = data["chain"]
    position, previous = _entry(chain, "position"), _entry(chain, "previous")
    old = data.get("supersedes")
    if isinstance(position, bool) or not isinstance(position, int) or position < 1:
        raise ValueError("no position")
    if previous is not None and not isinstance(previous, str):
        raise ValueError("no digest")
    # A revision takes the place of another sheet's record and names it; PK-002 that of PK-001, never of PI-001.
    of_serial = serial if _entry(old, "serial") is None else _text(old, "serial")
    if of_serial.partition("-")[0] != serial.partition("-")[0]:
        raise ValueError("a record of another kind")
    superseded = None if old is None else _text(old, "content")
    return _Link(digest, ceremony, serial, position, previous, superseded, of_serial)


def _entry(data: object, name: str) -> object:
    return data.get(name) if isinstance(data, Mapping) else None


def _text(data: object, name: str) -> str:
    value = _entry(data, name)
    if not isinstance(value, str):
        raise TypeError(name)
    return value
