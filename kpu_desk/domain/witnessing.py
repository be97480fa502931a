"""Who may witness whom, and how a witness confirms: by his own signature, or by a tap beside his name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kpu_desk.domain.documents import Role, Sheet, SignatureSlot
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.officials import Capacity, Group, Official

SHORTEST_S, LONGEST_S = 60, 3_600
"""Seconds that an office may give its witnesses to confirm."""

_TITLES = frozenset({"dr", "dra", "drs", "ir", "prof", "h", "hj", "kh", "r", "rr", "rd"})
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A tap of a witness beside his own name at the signer's window, after the signature was written.

    Attributes:
        name, office: as they were shown to him.
        at: UTC, ISO 8601 with milliseconds.
        after_ms: since he was asked, by a clock that never goes back; ``within_s`` is how long the office waits.
        asked: how many times the window asked; 1 where he tapped in time.
    """

    official_id: str
    name: str
    office: str
    at: str
    after_ms: int
    within_s: int
    asked: int = 1


def same_person(one: Official, other: Official) -> bool:
    """Whether two entries of a roster are one human being in two capacities.

    Two numbers (NIP) tell people apart; where one has none, the name does, without titles, case and punctuation.
    """
    if one.id == other.id:
        return True
    if one.nip is not None and other.nip is not None:
        return one.nip == other.nip
    return bare_name(one.name) == bare_name(other.name)


def bare_name(name: str) -> tuple[str, ...]:
    """The words of a name without titles before it (``Dr.``, ``H.``) and behind it (``, S.H.``)."""
    words = tuple(word.casefold() for word in _WORD.findall(name.split(",", maxsplit=1)[0]))
    return tuple(word for word in words if word not in _TITLES) or words


def check_witness(signer: Official, witness: Official) -> None:
    """KPU-WITNESS-OTHER, KPU-WITNESS-ACTING: nobody witnesses himself, be it in another office of his, and nobody
    witnesses in an office that he holds only for another (Plt., Plh., a.n.; domain.md 2.4, 5.2)."""
    if same_person(signer, witness):
        raise RuleError("KPU-WITNESS-OTHER", name=signer.name)
    if witness.capacity is not Capacity.DEFINITIF:
        raise RuleError("KPU-WITNESS-ACTING", name=witness.name)


def check_witness_present(witness: Official, present: Collection[str]) -> None:
    """KPU-WITNESS-PRESENT: who was not checked in has seen nothing."""
    if witness.id not in present:
        raise RuleError("KPU-WITNESS-PRESENT", name=witness.name)


def check_confirmed(asked: Iterable[Official], confirmed: Collection[Confirmation]) -> None:
    """KPU-WITNESS-CONFIRMED: each witness who was asked confirmed once, under his own name, and nobody else did."""
    names = {one.official_id: one.name for one in confirmed}
    for witness in asked:
        if names.pop(witness.id, None) != witness.name:
            raise RuleError("KPU-WITNESS-CONFIRMED", name=witness.name)
    if names or len({one.official_id for one in confirmed}) < len(confirmed):
        raise RuleError("KPU-WITNESS-CONFIRMED", name=next(iter(names.values()), ""))


def check_in_time(one: Confirmation, began_at: str, accepted_at: str) -> None:
    """KPU-WITNESS-IN-TIME: confirmed while the sheet was before them all, and within the time the office gives."""
    fits = SHORTEST_S <= one.within_s <= LONGEST_S and 0 <= one.after_ms <= one.within_s * 1_000 and one.asked >= 1
    if not fits or not began_at <= one.at <= accepted_at:
        raise RuleError("KPU-WITNESS-IN-TIME", name=one.name, minutes=max(one.within_s // 60, 1))


def check_own_witness(
    sheet: Sheet, slot: SignatureSlot, official: Callable[[str], Official], present: Collection[str]
) -> tuple[Official, ...]:
    """The witness bound to this slot, who must tap; none where the sheet has a place for a witness's signature.

    Whoever signs as a witness is checked against the person whose sheet it is.

    Raises:
        RuleError: KPU-WITNESS-OTHER, KPU-WITNESS-ACTING, KPU-WITNESS-PRESENT.
    """
    signer = official(slot.official_id)
    if slot.role is Role.SAKSI and sheet.subject_id is not None:
        check_witness(official(sheet.subject_id), signer)
    if slot.witness_id is None:
        return ()
    witness = official(slot.witness_id)
    check_witness(signer, witness)
    check_witness_present(witness, present)
    return (witness,)


def witness_for(official: Official, officials: tuple[Official, ...], chosen: Mapping[str, str]) -> Official:
    """Who witnesses a person (domain.md 2.4): whom the operator chose, else by hierarchy.

    The Sekretaris witnesses the secretariat, the Ketua the members and the Sekretaris, the Sekretaris the Ketua. Where
    that one is the person himself or only acting, the next of Ketua, Sekretaris and members takes his place [D].

    Raises:
        RuleError: KPU-CHAIR-KNOWN or KPU-SECRETARY-KNOWN when the roster names none, KPU-WITNESS-OTHER,
            KPU-WITNESS-ACTING, UNKNOWN_OFFICIAL.
    """
    if official.id in chosen:
        witness = next((other for other in officials if other.id == chosen[official.id]), None)
        if witness is None:
            raise RuleError("UNKNOWN_OFFICIAL")
        check_witness(official, witness)
        return witness
    by_chair = official.group in (Group.ANGGOTA, Group.SEKRETARIS)
    leaders = {group: [o for o in officials if o.group is group] for group in list(Group)[: Group.SEKRETARIS + 1]}
    usual = leaders[Group.KETUA if by_chair else Group.SEKRETARIS]
    if not usual:
        raise RuleError("KPU-CHAIR-KNOWN" if by_chair else "KPU-SECRETARY-KNOWN")
    others = leaders[Group.KETUA] + leaders[Group.SEKRETARIS] + leaders[Group.ANGGOTA]
    for witness in (usual[0], *others):
        try:
            check_witness(official, witness)
        except RuleError:
            continue
        return witness
    check_witness(official, usual[0])
    return usual[0]


def awaited_witnesses(sheets: Iterable[Sheet], signed: Mapping[str, Collection[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of signer and witness of whom a word is still awaited; ``signed`` holds slots by sheet id."""
    for sheet in sheets:
        for slot in sheet.slots:
            if slot.key in signed.get(sheet.id, ()):
                continue
            if slot.role is Role.SAKSI and sheet.subject_id is not None:
                yield sheet.subject_id, slot.official_id
            if slot.witness_id is not None:
                yield slot.official_id, slot.witness_id


def check_still_fit(
    before: Official, after: Official, pairs: Iterable[tuple[str, str]], official: Callable[[str], Official]
) -> None:
    """A correction does not leave a person with a witness who may not be one.

    Raises:
        RuleError: KPU-WITNESS-OTHER, KPU-WITNESS-ACTING.
    """
    if (before.name, before.nip, before.capacity) == (after.name, after.nip, after.capacity):
        return
    for pair in pairs:
        if after.id in pair:
            signer, witness = (after if one == after.id else official(one) for one in pair)
            check_witness(signer, witness)
