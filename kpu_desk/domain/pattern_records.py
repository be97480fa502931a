"""A pattern out of sealed records alone: what they say of last year's ceremony, its people and its witnesses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kpu_desk.domain.documents import FORMED_KINDS, Agreement, DocumentKind, Role
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.officials import Capacity, Official
from kpu_desk.domain.pattern import YEAR_FIELD, Pattern
from kpu_desk.domain.witnessing import witness_for

Record = Mapping[str, Any]
Key = tuple[str, str]


def patterns_of_records(records: Iterable[Record]) -> tuple[Pattern, ...]:
    """One pattern for each ceremony among the records (``record.json``), the latest day first.

    Records name neither rank nor unit, and of who did not sign only the name: those people are left out.

    Raises:
        KeyError, TypeError, ValueError: data that are no record's.
    """
    ceremonies: dict[str, list[Record]] = {}
    for record in records:
        ceremonies.setdefault(record["ceremony"]["id"], []).append(record)
    found = sorted(ceremonies.values(), key=lambda mine: str(mine[0]["ceremony"]["date"]), reverse=True)
    return tuple(map(_pattern, found))


def _pattern(records: list[Record]) -> Pattern:
    # The attendance list has everybody in protocol order; whoever missed it follows.
    records.sort(key=lambda record: (record["kind"] != DocumentKind.DH, str(record["serial"])))
    about = records[0]["ceremony"]
    people: dict[Key, Official] = {}
    for record in records:
        for signed in record["signatures"]:
            people.setdefault(_key(signed), _official(signed, len(people) + 1))
    kinds = {DocumentKind(record["kind"]) for record in records}
    roles = [[Role(signed["role"]) for signed in r["signatures"]] for r in records if r["kind"] == DocumentKind.PK]
    agreements = {Agreement.SECRETARIAT if Role.PIHAK_KEDUA in signed else Agreement.COMMISSION for signed in roles}
    year = int(str(about["date"])[:4])
    title = str(about["title"])
    return Pattern(
        id=str(about["id"]),
        name=title,
        title=title.replace(str(year), YEAR_FIELD),
        occasion=title.replace(str(year), YEAR_FIELD),
        kinds=tuple(kind for kind in FORMED_KINDS if kind in kinds),
        place=str(about["place"]),
        agreements=tuple(which for which in Agreement if which in agreements) or (Agreement.SECRETARIAT,),
        year=year,
        people=tuple(people.values()),
        witnesses=tuple(_exceptions(records, people)),
    )


def _key(signed: Mapping[str, Any]) -> Key:
    return str(signed["nip"] or ""), str(signed["name"])


def _official(signed: Mapping[str, Any], number: int) -> Official:
    decree = signed["decree"]
    return Official(
        f"rekaman-{number}",
        str(signed["name"]),
        None if signed["nip"] is None else str(signed["nip"]),
        None,
        _without_prefix(str(signed["office"]), Capacity(signed["capacity"])),
        None,
        Capacity(signed["capacity"]),
        None if decree is None else str(decree),
    )


def _without_prefix(office: str, capacity: Capacity) -> str:
    return office.removeprefix(capacity.prefix)


def _exceptions(records: Iterable[Record], people: Mapping[Key, Official]) -> Iterable[tuple[str, str]]:
    """Who had another witness than the hierarchy gives."""
    roster = tuple(people.values())
    for record in records:
        if record["kind"] != DocumentKind.PI:
            continue
        by_role = {signed["role"]: people[_key(signed)] for signed in record["signatures"]}
        maker, witness = by_role.get(Role.PEMBUAT), by_role.get(Role.SAKSI)
        if maker is None or witness is None:
            continue
        try:
            usual = witness_for(maker, roster, {})
        except RuleError:
            usual = None
        if usual is not witness:
            yield maker.id, witness.id
