"""Help and witnesses through the steps of the day: nothing stored that lacks anything, and all of it in the record."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from kpu_desk.domain.assisting import Help, Sentences, Way
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.journal import Event
from kpu_desk.domain.showing import Captured, ShownSheet, Tap
from kpu_desk.resources import read_text
from kpu_desk.services import preparing, sealing, signing
from kpu_desk.services.desk import Desk
from kpu_desk.storage import inks, journal_rows, records
from tests.domain.ceremonies import OFFICES, ink
from tests.services.offices import capture, make_desk, make_open, never, no_progress, sign_everything

STAFF = 4


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "pbbk.toml").write_text('witness = "tap"\n' + read_text("forms", "pbbk.toml"), "utf-8")
    yield made
    made.close()


def helping(ceremony: Ceremony, way: Way = Way.THUMB) -> Help:
    people = [official.id for official in ceremony.officials]
    return Help(way, people[3], (people[0], people[5]))


def statement(desk: Desk, ceremony: Ceremony, help_: Help) -> ShownSheet:
    """The statement of the staff member, who is helped, and whose form also asks for the Sekretaris' tap."""
    sitting = signing.sitting_for(desk, ceremony.id, ceremony.officials[STAFF].id, help_)
    return next(shown for shown in sitting.sheets if shown.serial.startswith("PBBK"))


def whole(ceremony: Ceremony, shown: ShownSheet, help_: Help, number: int = 1) -> Captured:
    """Everything that the window would hand over."""
    assert shown.witness is not None
    taps = (*help_.witness_ids, shown.witness.official_id)
    return replace(
        capture(ceremony.officials[STAFF].id, shown, ink(number)),
        helped=help_,
        said=shown.helper_says,
        taps=tuple(Tap(who, 1_000 + n, 500, 1) for n, who in enumerate(taps)),
    )


def test_it_is_stored_journaled_sealed_and_printed(desk: Desk) -> None:
    ceremony = make_open(desk, (*OFFICES, "Pengemudi"))
    help_ = helping(ceremony)
    shown = statement(desk, ceremony, help_)
    after = signing.accept(desk, ceremony.id, whole(ceremony, shown, help_, 900))
    assert after.signatures[-1].beside == (help_.helper_id, *help_.witness_ids, ceremony.officials[2].id)
    with desk.database.reading() as session:
        facts = [json.loads(e.facts) for e in journal_rows.read_all(session) if e.event == Event.SIGNATURE_ACCEPTED]
        evidence = inks.signed_inks(session, shown.sheet_id)["pembuat"][1]
    assert (facts[-1]["way"], facts[-1]["helper"], len(facts[-1]["witnesses"])) == ("thumb", help_.helper_id, 3)
    assert evidence.statement == shown.statement
    numbers = itertools.count(1)
    for official in ceremony.officials:  # the other statements, each with its witness
        for sheet in signing.sitting_for(desk, ceremony.id, official.id).sheets:
            if sheet.witness is not None:
                tapped = (Tap(sheet.witness.official_id, 1_000, 500, 1),)
                signing.accept(desk, ceremony.id, replace(capture(official.id, sheet, ink(next(numbers))), taps=tapped))
    preparing.close_ceremony(desk, ceremony.id)
    result = sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)
    assert result.failed == ()
    with desk.database.reading() as session:
        record = next(r for r in records.records(session, ceremony.id) if r.sheet_id == shown.sheet_id)
        whole_record = records.record(session, record.id)
    assert whole_record is not None
    with PdfDocument(whole_record.pdf) as document:
        words = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    assert "cap jempol pada lembar kertas" in words
    assert f"pendamping {ceremony.official(help_.helper_id).name}" in words
    assert words.count("ketukan di samping namanya") == 3
    for one in evidence.confirmed:
        assert one.name in words


def test_nothing_less_is_ever_stored(desk: Desk, at_length: Callable[[int, int], int]) -> None:
    ceremony = make_open(desk, (*OFFICES, "Pengemudi"))
    help_ = helping(ceremony)
    shown = statement(desk, ceremony, help_)
    right = whole(ceremony, shown, help_)
    assert right.said is not None
    rng = random.Random(3)
    people = [official.id for official in ceremony.officials]
    for number in range(at_length(200, 2_000)):
        said, taps, helped = right.said, list(right.taps), help_
        kind = rng.randrange(6)
        if kind == 0:
            said = replace(said, **{rng.choice(("identity", "read_aloud", "explained", "presence")): ""})
        elif kind == 1:
            del taps[rng.randrange(len(taps))]
        elif kind == 2:
            at = rng.randrange(len(taps))
            taps[at] = replace(taps[at], after_ms=rng.choice((-1, 600_001)))
        elif kind == 3:
            helped = replace(help_, helper_id=rng.choice(("", people[STAFF], *help_.witness_ids)))
        elif kind == 4:
            kept = rng.choice(help_.witness_ids)
            helped = replace(help_, witness_ids=rng.choice(((), (kept,), (kept, kept), (kept, people[STAFF]))))
        else:
            at = rng.randrange(len(taps))
            taps[at] = replace(taps[at], official_id=rng.choice([people[1], people[3], people[STAFF]]))
        wrong = replace(right, said=said, taps=tuple(taps), helped=helped)
        with pytest.raises(RuleError, match=r"KPU-(ASSIST|WITNESS)-"):
            signing.accept(desk, ceremony.id, wrong)
        assert desk.ceremony(ceremony.id).signatures == (), number
    without = replace(right, said=Sentences("", "", "", ""))
    with pytest.raises(RuleError, match="KPU-ASSIST-IDENTITY"):
        signing.accept(desk, ceremony.id, without)
    assert len(signing.accept(desk, ceremony.id, right).signatures) == 1


def test_the_shipped_forms_ask_for_no_tap(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "lain")
    ceremony = make_open(desk)
    assert all(slot.witness_id is None for sheet in ceremony.sheets for slot in sheet.slots)
    assert sign_everything(desk, ceremony.id) > 0
    desk.close()
