"""On the pad: each stroke is kept until it is accepted, erased after that, and what was done is counted for good."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kpu_desk.domain.documents import InkKind
from kpu_desk.domain.errors import KnownError, RuleError, StorageError
from kpu_desk.domain.journal import Event, verify_chain
from kpu_desk.domain.pad import PadAct, PadChange, PadPlace, Source, Written, counts_of
from kpu_desk.domain.pen import StrokePoint, Tool
from kpu_desk.domain.showing import CapturedInk, ShownSheet
from kpu_desk.services import opening, preparing, signing
from kpu_desk.services.desk import Desk
from kpu_desk.storage import inks as store
from kpu_desk.storage import journal_rows
from kpu_desk.storage.key_file import read_key_file
from kpu_desk.storage.keys import unwrap_with_passphrase
from kpu_desk.storage.pad_rows import pack_stroke
from tests.domain.ceremonies import ink
from tests.services.offices import ACTOR, DEVICE, PASSPHRASE, capture, limit_pages, make_desk, make_open
from tests.storage.decrypted import decrypted
from tests.waiting import until


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.close()


def stroke(number: int, points: int = 60) -> Written:
    """A stroke that no other number gives, and that does not compress to nothing."""
    dice = random.Random(number)
    return Written(
        tuple(
            StrokePoint(
                dice.randrange(100_000), dice.randrange(40_000), dice.randrange(65_536), 987_654_321 + 8 * n, 7, n
            )
            for n in range(points)
        ),
        Source("Pena uji", True, True),
        Tool.PEN,
    )


def place_of(shown: ShownSheet, kind: InkKind = InkKind.SIGNATURE) -> PadPlace:
    return PadPlace(shown.sheet_id, shown.slot, kind, shown.frozen_sha256)


def die(desk: Desk) -> None:
    """What a killed program leaves: nothing is said or tidied any more."""
    desk.writer.finish()
    desk.database._engine.dispose()  # a private way out, as a killed process has one
    desk._lock.close()


def acts(desk: Desk, *events: Event) -> list[tuple[str, dict[str, object]]]:
    with desk.database.reading() as session:
        entries = list(journal_rows.read_all(session))
    verify_chain(entries)
    return [(entry.event, json.loads(entry.facts)) for entry in entries if entry.event in events]


def test_after_an_interruption_the_strokes_are_there_and_it_is_counted(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    ceremony = make_open(desk)
    staff = ceremony.officials[4]
    shown = signing.sitting_for(desk, ceremony.id, staff.id).sheets[0]
    assert shown.asked[0].before.strokes == ()
    place = place_of(shown)
    signing.keep(desk, ceremony.id, PadChange(place, 0, (stroke(1),), ()))
    signing.keep(desk, ceremony.id, PadChange(place, 0, (), counts_of({PadAct.CLEARED: 1})))
    signing.keep(desk, ceremony.id, PadChange(place, 0, (stroke(2),), counts_of({PadAct.REJECTED: 2})))
    signing.keep(desk, ceremony.id, PadChange(place, 1, (stroke(3), stroke(4)), ()))
    signing.keep(desk, ceremony.id, PadChange(place, 2, (), counts_of({PadAct.UNDONE: 1})))
    die(desk)

    again = opening.unlock(tmp_path, PASSPHRASE, ACTOR)
    shown = signing.sitting_for(again, ceremony.id, staff.id).sheets[0]
    before = shown.asked[0].before
    assert before.strokes == (stroke(2), stroke(3))
    assert before.counts == (("cleared", 1), ("interrupted", 1), ("rejected", 2), ("undone", 1))
    common = {"ceremony": ceremony.id, "sheet": "DH-001", "role": "hadir", "official": staff.id, "ink": "signature"}
    assert acts(again, Event.ATTEMPT_DISCARDED, Event.ATTEMPT_INTERRUPTED) == [
        ("attempt_discarded", {**common, "reason": "cleared"}),
        ("attempt_interrupted", {**common, "strokes": 2}),
    ]
    captured = capture(staff.id, shown, ink(1))
    written = CapturedInk(InkKind.SIGNATURE, ink(1), DEVICE, before.counts)
    signing.accept(again, ceremony.id, replace(captured, inks=(written,)))
    with again.database.reading() as session:
        _, evidence = store.signed_inks(session, shown.sheet_id)[shown.slot]
    assert (evidence.acts, evidence.discarded) == (before.counts, 1)
    again.close()


def test_ink_over_an_older_version_of_the_sheet_is_not_gone_on_with(desk: Desk) -> None:
    ceremony = make_open(desk)
    staff = ceremony.officials[4]
    shown = signing.sitting_for(desk, ceremony.id, staff.id).sheets[1]
    signing.keep(desk, ceremony.id, PadChange(place_of(shown), 0, (stroke(1),), ()))
    desk.writer.finish()
    preparing.correct_official(desk, ceremony.id, replace(staff, name="Nama Benar"))
    before = signing.sitting_for(desk, ceremony.id, staff.id).sheets[1].asked[0].before
    assert (before.strokes, before.counts) == ((), (("begun_again", 1), ("interrupted", 1)))
    assert signing.sitting_for(desk, ceremony.id, staff.id).sheets[1].asked[0].before == before


def test_what_nobody_came_back_to_goes_when_the_ceremony_is_closed(desk: Desk) -> None:
    ceremony = make_open(desk)
    staff = ceremony.officials[4]
    shown = signing.sitting_for(desk, ceremony.id, staff.id).sheets[0]
    signing.keep(desk, ceremony.id, PadChange(place_of(shown), 0, (stroke(1), stroke(2)), ()))
    desk.writer.finish()
    preparing.close_ceremony(desk, ceremony.id)
    desk.writer.empty_log()
    emptied(desk)
    assert found(desk, 1, 2) == []


def found(desk: Desk, *numbers: int) -> list[int]:
    """Which of the strokes are somewhere in the files of the workspace, by a piece of their packed form.

    Not by its first bytes: strokes of the same length begin alike.
    """
    desk.writer.finish()
    root = desk.workspace.root
    key = unwrap_with_passphrase(read_key_file(desk.workspace.keys), PASSPHRASE)
    text = decrypted(desk.workspace.database, key)
    # Read by whoever has the key; the file itself shows nothing at all.
    plain = b"".join(path.read_bytes() for path in root.rglob("*") if path.is_file())
    wanted = {number: pack_stroke(stroke(number)) for number in numbers}
    pieces = {number: [data[at : at + 12] for at in range(24, len(data) - 12, 12)] for number, data in wanted.items()}
    assert not any(piece in plain for several in pieces.values() for piece in several)
    return [number for number, several in pieces.items() if any(piece in text for piece in several)]


@pytest.mark.parametrize("end", ["cleared", "accepted"])
def test_no_file_holds_strokes_that_were_cleared_or_accepted(
    desk: Desk, end: str, at_length: Callable[[int, int], int]
) -> None:
    ceremony = make_open(desk)
    first, other = ceremony.officials[4], ceremony.officials[3]
    waiting = signing.sitting_for(desk, ceremony.id, other.id).sheets[0]
    signing.keep(desk, ceremony.id, PadChange(place_of(waiting), 0, (stroke(20_001), stroke(20_002)), ()))
    dice = random.Random(20260122)
    numbers = iter(range(1, 10_000))
    for shown in signing.sitting_for(desk, ceremony.id, first.id).sheets[:3]:
        place, on_pad, ever = place_of(shown), 0, list[int]()
        for _ in range(at_length(8, 60)):
            kept = dice.randint(max(0, on_pad - 2), on_pad)
            added = [next(numbers) for _ in range(dice.randint(0, 4))]
            size = dice.choice((2, 20, 60, 700))
            signing.keep(desk, ceremony.id, PadChange(place, kept, tuple(stroke(n) for n in added), ()))
            on_pad, ever = kept + len(added), ever + added
            large = next(numbers)
            signing.keep(desk, ceremony.id, PadChange(place, on_pad, (stroke(large, size),), ()))
            on_pad += 1
        assert found(desk, *ever), "the search must be able to find"
        if end == "cleared":
            signing.keep(desk, ceremony.id, PadChange(place, 0, (), counts_of({PadAct.CLEARED: 1})))
        else:
            signing.accept(desk, ceremony.id, capture(first.id, shown, ink(next(numbers))))
        emptied(desk)
        assert found(desk, *ever, 20_001, 20_002) == [20_001, 20_002]


def emptied(desk: Desk) -> None:
    """Waits for the WAL to be emptied, which comes after the writing."""
    desk.writer.finish()
    wal = desk.workspace.database.with_name(desk.workspace.database.name + "-wal")
    until(lambda: not wal.stat().st_size, "the WAL was not emptied")


def test_ink_of_another_ceremony_is_known_again_by_its_keyed_digest(desk: Desk) -> None:
    ceremony = make_open(desk)
    staff = ceremony.officials[4]
    shown = signing.sitting_for(desk, ceremony.id, staff.id).sheets
    signing.accept(desk, ceremony.id, capture(staff.id, shown[0], ink(1)))
    with pytest.raises(RuleError, match="KPU-INK-FRESH"):
        signing.accept(desk, ceremony.id, capture(staff.id, shown[1], ink(1)))
    other = make_open(desk)
    again = signing.sitting_for(desk, other.id, other.officials[4].id).sheets[0]
    with pytest.raises(RuleError, match="KPU-INK-FRESH"):
        signing.accept(desk, other.id, capture(other.officials[4].id, again, ink(1)))
    assert not desk.ceremony(other.id).signatures
    with desk.database.reading() as session:
        marks = set(session.connection().exec_driver_sql("SELECT mark FROM ink_mark").scalars())
    assert marks == {desk.database.keyed_digest(ink(1).canonical())}
    assert ink(1).digest() not in marks
    assert signing.accept(desk, other.id, capture(other.officials[4].id, again, ink(2))).signatures


def test_a_full_disk_keeps_the_strokes_and_says_so_and_writes_them_later(desk: Desk) -> None:
    ceremony = make_open(desk)
    staff = ceremony.officials[4]
    shown = signing.sitting_for(desk, ceremony.id, staff.id).sheets[0]
    told: list[KnownError | None] = []
    signing.tell_trouble(desk, told.append)
    limit_pages(desk, 1)
    signing.keep(desk, ceremony.id, PadChange(place_of(shown), 0, (stroke(1, 4_000),), ()))
    signing.keep(desk, ceremony.id, PadChange(place_of(shown), 1, (stroke(2),), ()))
    with pytest.raises(StorageError, match="DISK_FULL"):
        signing.accept(desk, ceremony.id, capture(staff.id, shown, ink(1)))
    assert [getattr(error, "code", None) for error in told] == ["DISK_FULL"]
    assert not desk.ceremony(ceremony.id).signatures
    limit_pages(desk, 1_000_000)
    waited(desk)
    assert [getattr(error, "code", None) for error in told] == ["DISK_FULL", None]
    before = signing.sitting_for(desk, ceremony.id, staff.id).sheets[0].asked[0].before
    assert before.strokes == (stroke(1, 4_000), stroke(2))


def waited(desk: Desk) -> None:
    """Until the writer has tried again."""

    def through() -> bool:
        try:
            desk.writer.finish(1)
        except StorageError:
            return False
        return True

    until(through, "the writer did not come through")
