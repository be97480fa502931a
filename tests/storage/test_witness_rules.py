"""The database's own rules of witnesses and help: thousands of wrong rows, written past the program, none stored."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.officials import Capacity, Official
from kpu_desk.resources import read_text
from kpu_desk.services import attending, preparing, signing
from kpu_desk.services.desk import Desk
from tests.domain.ceremonies import OFFICES, ink
from tests.services.offices import capture, make_desk, make_draft, never, no_progress

PEOPLE = (*OFFICES, "Pengemudi", "Pramubakti", "Satpam")
AT = "2026-01-22T02:30:00.000Z"
STATEMENTS = ("identity", "read_aloud", "explained", "presence")
TABLES = ("witness", "slot", "assistance", "confirmation", "signature")

Row = dict[str, Any]


@dataclass
class Rows:
    """One signature with all that stands beside it, in the order in which it is written."""

    signature: Row
    assistance: Row | None = None
    confirmations: list[Row] = field(default_factory=list)
    signature_first: bool = False

    def write(self, session: Session) -> None:
        beside = [("assistance", self.assistance)] if self.assistance else []
        beside += [("confirmation", row) for row in self.confirmations]
        ordered = (
            [("signature", self.signature), *beside]
            if self.signature_first
            else [*beside, ("signature", self.signature)]
        )
        for table, row in ordered:
            insert(session, table, row)
        # What a commit would say, without one.
        session.execute(text("PRAGMA defer_foreign_keys = OFF"))
        broken = session.execute(text("PRAGMA foreign_key_check")).all()
        if broken:
            raise IntegrityError("commit", {}, ValueError(str(broken)))


@dataclass(frozen=True)
class World:
    """An open ceremony: who is fit, who acts, who is absent, who is of another ceremony."""

    desk: Desk
    ceremony: Ceremony
    fit: tuple[Official, ...]
    acting: Official
    absent: Official
    twin: Official
    foreign: Official


def insert(session: Session, table: str, row: Row) -> None:
    columns = ", ".join(f'"{name}"' for name in row)
    values = ", ".join(f":{name}" for name in row)
    session.execute(text(f"INSERT INTO {table} ({columns}) VALUES ({values})"), row)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder: Path = tmp_path_factory.mktemp("kantor")
    desk = make_desk(folder)
    (folder / "forms").mkdir()
    (folder / "forms" / "pbbk.toml").write_text('witness = "tap"\n' + read_text("forms", "pbbk.toml"), "utf-8")
    other = make_draft(desk)
    ceremony = make_draft(desk, PEOPLE)
    extra = (
        ("Wira Pelaksana", Capacity.PLT),
        ("Tidak Datang", Capacity.DEFINITIF),
        (ceremony.officials[4].name, Capacity.DEFINITIF),
    )
    for name, capacity in extra:
        ceremony = preparing.add_official(
            desk,
            ceremony.id,
            name=name,
            nip=None,
            rank=None,
            office="Staf",
            unit=None,
            capacity=capacity,
            decree="1",
        )
    ceremony = preparing.open_ceremony(desk, ceremony.id, no_progress, never)
    acting, absent, twin = ceremony.officials[-3:]
    for official in ceremony.officials:
        if official is not absent:
            ceremony = attending.check_in(desk, ceremony.id, official.id, "dikenal petugas")
    # Of one pact the maker has signed, so that its witness may.
    pact = next(
        shown
        for shown in signing.sitting_for(desk, ceremony.id, ceremony.officials[5].id).sheets
        if shown.serial.startswith("PI")
    )
    ceremony = signing.accept(desk, ceremony.id, capture(ceremony.officials[5].id, pact, ink(1)))
    yield World(desk, ceremony, ceremony.officials[:8], acting, absent, twin, other.officials[0])
    desk.close()


def helped(world: World, rng: random.Random) -> Rows:
    """A right helped signature on somebody's own statement, by a person whose statement also asks for a tap."""
    ceremony = world.ceremony
    sheets = [s for s in ceremony.sheets if s.kind is DocumentKind.PBBK and s.subject_id in {o.id for o in world.fit}]
    sheet = rng.choice(sheets)
    slot = sheet.slots[0]
    # The twin is in the roster under the name of the fifth.
    others = [o.id for o in world.fit if o.id not in (slot.official_id, world.fit[4].id)]
    helper, first, second = rng.sample(others, 3)
    place = {"ceremony_id": ceremony.id, "sheet_id": sheet.id, "slot": slot.key}
    said = {name: f"Kalimat {name}." for name in STATEMENTS}
    assisted = {"way": "mark", "helper_id": helper, "witness_ids": [first, second], **said}
    tapping = list(dict.fromkeys((slot.witness_id, first, second)))
    taps = [
        {"witness_id": who, "at": AT, "after_ms": rng.randrange(600_000), "within_s": 600, "asked": rng.randint(1, 3)}
        for who in tapping
    ]
    confirmed = [
        {**{name: tap[name] for name in tap if name != "witness_id"}, "official_id": tap["witness_id"]} for tap in taps
    ]
    return Rows(
        signature={
            **place,
            "official_id": slot.official_id,
            "ink_digest": f"{rng.getrandbits(256):064x}",
            "evidence_digest": "0" * 64,
            "at": AT,
            "evidence": json.dumps({"assisted": assisted, "confirmed": confirmed}),
        },
        assistance={
            **place,
            "way": "mark",
            "helper_id": helper,
            "first_witness_id": first,
            "second_witness_id": second,
            **said,
        },
        confirmations=[{**place, **tap} for tap in taps],
    )


def say(rows: Rows, change: Callable[[Any], object]) -> None:
    """Changes what the evidence of the signature says."""
    evidence = json.loads(rows.signature["evidence"])
    change(evidence)
    rows.signature["evidence"] = json.dumps(evidence)


def agreeing(rows: Rows, column: str, value: str) -> None:
    """Changes somebody beside the signer, everywhere alike: only the person is wrong, not the books."""
    assert rows.assistance is not None
    before = rows.assistance[column]
    rows.assistance[column] = value
    if column != "helper_id":
        for tap in rows.confirmations:
            if tap["witness_id"] == before:
                tap["witness_id"] = value
    rows.signature["evidence"] = rows.signature["evidence"].replace(before, value)


def wrong_people(world: World, rows: Rows) -> list[str]:
    return [world.acting.id, world.absent.id, world.foreign.id, rows.signature["official_id"]]


def spoil(world: World, rows: Rows, rng: random.Random) -> str:  # noqa: PLR0912 -- one branch for each violation
    """Makes one thing wrong; says which."""
    assert rows.assistance is not None
    said = rows.assistance
    signer = rows.signature["official_id"]
    bound = rows.confirmations[0]["witness_id"]
    beside = ["helper_id", "first_witness_id", "second_witness_id"]
    what = rng.choice(
        (
            "statement empty",
            "statement not as said",
            "way unknown",
            "person missing",
            "helper wrong",
            "witness wrong",
            "two in one",
            "no assistance",
            "no tap",
            "tap of a stranger",
            "too late",
            "asked never",
            "books differ",
            "signature first",
            "no signature",
            "twice",
            "help unsaid",
        )
    )
    if what == "statement empty":
        name = rng.choice(STATEMENTS)
        said[name] = ""
        say(rows, lambda evidence: evidence["assisted"].update({name: ""}))
    elif what == "statement not as said":
        name = rng.choice(STATEMENTS)
        say(rows, lambda evidence: evidence["assisted"].update({name: rng.choice(("", "Kalimat lain."))}))
    elif what == "way unknown":
        said["way"] = rng.choice(("", "fingerprint", "THUMB"))
        say(rows, lambda evidence: evidence["assisted"].update(way=said["way"]))
    elif what == "person missing":
        column = rng.choice(beside)
        said[column] = rng.choice((None, "", "tidak-ada"))
    elif what == "helper wrong":
        # A helper may be acting; he may not be absent or the signer.
        agreeing(rows, "helper_id", rng.choice((world.absent.id, world.foreign.id, signer)))
    elif what == "witness wrong":
        free = [column for column in beside[1:] if said[column] != bound]
        agreeing(rows, rng.choice(free), rng.choice(wrong_people(world, rows)))
    elif what == "two in one":
        one, other = rng.sample(beside, 2)
        said[one] = said[other]
    elif what == "no assistance":
        rows.assistance = None
    elif what == "no tap":
        gone = rows.confirmations.pop(rng.randrange(len(rows.confirmations)))
        if rng.random() < 0.5:
            # The evidence agrees: the tap is missing in both.
            say(
                rows,
                lambda evidence: evidence.update(
                    confirmed=[one for one in evidence["confirmed"] if one["official_id"] != gone["witness_id"]]
                ),
            )
    elif what == "tap of a stranger":
        known = {tap["witness_id"] for tap in rows.confirmations}
        strangers = [o.id for o in world.fit if o.id not in known | {signer}]
        tap = rng.choice(rows.confirmations)
        rows.confirmations.append({**tap, "witness_id": rng.choice([*strangers, *wrong_people(world, rows)])})
        say(
            rows,
            lambda evidence: evidence["confirmed"].append(
                {**evidence["confirmed"][0], "official_id": rows.confirmations[-1]["witness_id"]}
            ),
        )
    elif what == "too late":
        tap = rng.choice(rows.confirmations)
        tap.update(rng.choice(({"after_ms": 600_001}, {"after_ms": -1}, {"within_s": 30}, {"within_s": 90_000})))
    elif what == "asked never":
        rng.choice(rows.confirmations)["asked"] = rng.choice((0, -1))
    elif what == "books differ":
        rng.choice(rows.confirmations)["at"] = "2026-01-22T02:30:01.000Z"
    elif what == "signature first":
        rows.signature_first = True
    elif what == "no signature":
        rows.signature["sheet_id"] = rng.choice(
            [s.id for s in world.ceremony.sheets if s.id != rows.signature["sheet_id"]]
        )
    elif what == "twice":
        rows.confirmations.append(dict(rng.choice(rows.confirmations)))
    else:
        say(rows, lambda evidence: evidence.pop("assisted"))
    return what


def simple(world: World, rng: random.Random) -> tuple[str, Callable[[Session], None]]:
    """One wrong row outside a helped signature: a choice, a slot, the signature of a witness, a statement untapped."""
    ceremony = world.ceremony
    signer = rng.choice(world.fit)
    kind = rng.choice(("choice", "choice changed", "slot himself", "slot bound", "pact", "untapped", "erased"))
    pact = next(s for s in ceremony.sheets if s.kind is DocumentKind.PI and s.subject_id == world.fit[5].id)
    own = next(s for s in ceremony.sheets if s.kind is DocumentKind.PBBK and s.subject_id == signer.id)
    unfit = rng.choice([world.acting.id, world.foreign.id, signer.id] + [world.twin.id] * (signer is world.fit[4]))
    signature = {
        "ceremony_id": ceremony.id,
        "ink_digest": f"{rng.getrandbits(256):064x}",
        "evidence_digest": "0" * 64,
        "at": AT,
        "evidence": "{}",
    }

    def write(session: Session) -> None:
        if kind.startswith("choice"):
            row: Row = {"official_id": signer.id, "witness_id": unfit, "ceremony_id": ceremony.id}
            if kind == "choice":
                insert(session, "witness", row)
            else:
                right = next(o.id for o in world.fit if o is not signer)
                insert(session, "witness", {**row, "witness_id": right})
                session.execute(
                    text("UPDATE witness SET witness_id = :witness_id WHERE official_id = :official_id"), row
                )
        elif kind.startswith("slot"):
            row = {"sheet_id": own.id, "key": f"saksi-{rng.random()}", "position": 9, "further": "[]"}
            if kind == "slot himself":
                insert(session, "slot", {**row, "role": "saksi", "official_id": own.subject_id, "witness_id": None})
            else:
                insert(session, "slot", {**row, "role": "pembuat", "official_id": signer.id, "witness_id": unfit})
        elif kind == "pact":
            wrong = rng.choice([world.acting.id, world.absent.id, world.foreign.id, pact.subject_id])
            insert(session, "signature", {**signature, "sheet_id": pact.id, "slot": "saksi", "official_id": wrong})
        elif kind == "untapped":
            row = {**signature, "sheet_id": own.id, "slot": "pembuat", "official_id": signer.id}
            insert(session, "signature", row)
        else:
            rows = helped(world, rng)
            rows.write(session)
            session.execute(
                text(
                    rng.choice(
                        (
                            "DELETE FROM confirmation",
                            "DELETE FROM assistance",
                            "UPDATE confirmation SET after_ms = 0",
                            "UPDATE assistance SET presence = 'x'",
                        )
                    )
                )
            )

    return kind, write


class _UndoError(Exception):
    """Takes a transaction back that was right."""


def counts(world: World) -> dict[str, int]:
    with world.desk.database.reading() as session:
        return {table: session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() for table in TABLES}


def refused(world: World, write: Callable[[Session], None]) -> bool:
    try:
        with world.desk.database.transaction() as session:
            write(session)
            raise _UndoError
    except IntegrityError:
        return True
    except _UndoError:
        return False


def test_what_is_right_is_stored(world: World) -> None:
    rng = random.Random(1)
    assert not any(refused(world, helped(world, rng).write) for _ in range(40))


def test_no_violation_is_stored(world: World, at_length: Callable[[int, int], int]) -> None:
    before, rng = counts(world), random.Random(2)
    seen: dict[str, int] = {}
    stored = []
    write: Callable[[Session], None]
    for _ in range(at_length(600, 10_000)):
        if rng.random() < 0.6:
            rows = helped(world, rng)
            what, write = spoil(world, rows, rng), rows.write
        else:
            what, write = simple(world, rng)
        seen[what] = seen.get(what, 0) + 1
        if not refused(world, write):
            stored.append(what)
    assert stored == []
    assert len(seen) == 24, seen
    assert counts(world) == before
