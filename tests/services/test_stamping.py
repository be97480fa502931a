"""The office's stamps: kept in the database only, put by an act, on the record, taken back before sealing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from kpu_desk.domain.chain import verify_record_chain
from kpu_desk.domain.errors import KnownError, RuleError, StorageError
from kpu_desk.domain.journal import verify_chain
from kpu_desk.domain.stamps import StampKind
from kpu_desk.domain.verdict import Verdict
from kpu_desk.pdf.record_data import DATA_NAME
from kpu_desk.services import filing, numbering, opening, sealing, stamping
from kpu_desk.services.desk import Desk
from kpu_desk.storage import journal_rows
from tests.pdf.stamp_drawings import drawn, saved
from tests.services import offices
from tests.services.offices import ACTOR, PASSPHRASE, THREE, close_signed, make_desk, make_open, never, no_progress

SIZE = 37_000


def picture(words: str) -> bytes:
    from kpu_desk.pdf.pictures import read_picture
    from kpu_desk.pdf.stamp_image import stamp_source

    source = stamp_source(read_picture(saved(drawn(words, side=240, margin=20))))
    return stamping.cut_out(source, threshold=15, violet=True, diameter_um=SIZE)


COMMISSION, SECRETARIAT = picture("KOMISI REKAAN · "), picture("SEKRETARIAT REKAAN · ")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "kantor")
    yield made
    made.close()


@pytest.fixture
def closed_desk(tmp_path: Path) -> Iterator[Desk]:
    made = offices.closed_desk(tmp_path / "kantor")
    yield made
    made.close()


def set_both(desk: Desk) -> None:
    stamping.set_stamp(desk, StampKind.COMMISSION, COMMISSION, diameter_um=SIZE, active=True)
    stamping.set_stamp(desk, StampKind.SECRETARIAT, SECRETARIAT, diameter_um=SIZE, active=True)


def journal(desk: Desk, event: str) -> list[dict[str, object]]:
    with desk.database.reading() as session:
        entries = list(journal_rows.read_all(session))
    verify_chain(entries)
    return [json.loads(entry.facts) for entry in entries if entry.event == event]


def refused(call: object, *arguments: object, **named: object) -> str:
    with pytest.raises(KnownError) as caught:
        call(*arguments, **named)  # type: ignore[operator]  # a service
    return caught.value.code


def open_lines(desk: Desk, ceremony_id: str) -> list[stamping.StampLine]:
    return [line for line in stamping.stamp_lines(desk, ceremony_id) if not line.hindrance]


def data_of(desk: Desk, record_id: str) -> dict[str, object]:
    with pikepdf.open(BytesIO(filing.record_pdf(desk, record_id, with_evidence=True))) as document:
        data: dict[str, object] = json.loads(document.attachments[DATA_NAME].get_file().read_bytes())
        return data


def test_an_office_has_no_stamp_at_first(closed_desk: Desk) -> None:
    ceremony_id = closed_desk.ceremonies()[0].id
    assert stamping.office_stamps(closed_desk) == {}
    lines = stamping.stamp_lines(closed_desk, ceremony_id)
    assert {line.hindrance for line in lines} == {"KPU-STAMP-ACTIVE"}
    assert refused(stamping.put_stamps, closed_desk, ceremony_id, [lines[0].place]) == "KPU-STAMP-ACTIVE"


def test_a_stamp_lies_in_the_database_and_nowhere_in_the_clear(desk: Desk) -> None:
    set_both(desk)
    kept = stamping.office_stamps(desk)
    assert {kind: (stamp.png, stamp.active, stamp.by) for kind, stamp in kept.items()} == {
        StampKind.COMMISSION: (COMMISSION, True, ACTOR.name),
        StampKind.SECRETARIAT: (SECRETARIAT, True, ACTOR.name),
    }
    for path in desk.workspace.root.rglob("*"):
        if path.is_file():
            assert COMMISSION[:64] not in path.read_bytes()
            assert path.suffix != ".png"
    assert [facts["active"] for facts in journal(desk, "stamp_set")] == [1, 1]


def test_a_stamp_can_be_replaced_and_turned_off_and_every_version_stays(desk: Desk) -> None:
    set_both(desk)
    other = picture("KOMISI BARU · ")
    stamping.set_stamp(desk, StampKind.COMMISSION, other, diameter_um=45_000, active=True)
    assert stamping.office_stamps(desk)[StampKind.COMMISSION].png == other
    stamping.turn_stamp(desk, StampKind.COMMISSION, active=False)
    stamping.turn_stamp(desk, StampKind.COMMISSION, active=False)
    assert not stamping.office_stamps(desk)[StampKind.COMMISSION].active
    assert len(journal(desk, "stamp_set")) == 4, "turning off twice is one act"
    with desk.database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM stamp_image")) == 3
        assert session.scalar(text("SELECT count(*) FROM stamp_setting")) == 4


def test_the_same_picture_for_both_and_a_size_beyond_the_disc_are_refused(desk: Desk) -> None:
    set_both(desk)
    assert (
        refused(stamping.set_stamp, desk, StampKind.SECRETARIAT, COMMISSION, diameter_um=SIZE, active=True)
        == "KPU-STAMP-APART"
    )
    assert (
        refused(stamping.set_stamp, desk, StampKind.COMMISSION, COMMISSION, diameter_um=46_000, active=True)
        == "KPU-STAMP-SIZE"
    )
    assert len(journal(desk, "stamp_set")) == 2


@pytest.mark.parametrize("table", ["stamp_image", "stamp_setting", "stamp_act"])
@pytest.mark.parametrize("change", ["UPDATE {} SET kind = 'commission'", "DELETE FROM {}"])
def test_nothing_about_stamps_is_changed_afterwards(closed_desk: Desk, table: str, change: str) -> None:
    ceremony_id = closed_desk.ceremonies()[0].id
    set_both(closed_desk)
    stamping.put_stamps(closed_desk, ceremony_id, [open_lines(closed_desk, ceremony_id)[0].place])
    with pytest.raises((DatabaseError, StorageError)), closed_desk.database.transaction() as session:
        session.execute(text(change.format(table)))


def test_stamps_are_put_all_or_none_and_journaled(closed_desk: Desk) -> None:
    ceremony_id = closed_desk.ceremonies()[0].id
    assert stamping.stamp_lines(closed_desk, make_open(closed_desk, THREE).id) == ()
    set_both(closed_desk)
    lines = open_lines(closed_desk, ceremony_id)
    assert [(line.serial, line.slot, line.kind) for line in lines] == [
        ("PK-001", "pihak_pertama", StampKind.SECRETARIAT),
        ("PK-001", "pihak_kedua", StampKind.COMMISSION),
        ("PI-001", "saksi", StampKind.SECRETARIAT),
        ("PI-002", "saksi", StampKind.COMMISSION),
        ("PI-003", "saksi", StampKind.COMMISSION),
        ("BA-001", "ketua", StampKind.COMMISSION),
        ("BA-001", "sekretaris", StampKind.SECRETARIAT),
    ]
    wrong = (lines[2].sheet_id, "pembuat")
    assert refused(stamping.put_stamps, closed_desk, ceremony_id, [lines[0].place, wrong]) == "KPU-STAMP-PERSONAL"
    assert len(open_lines(closed_desk, ceremony_id)) == 7, "nothing was put"
    assert stamping.put_stamps(closed_desk, ceremony_id, [line.place for line in lines[:3]]) == 3
    (facts,) = journal(closed_desk, "stamps_put")
    assert facts["sheets"] == ["PK-001", "PK-001", "PI-001"]
    assert facts["kinds"] == ["secretariat", "commission", "secretariat"]
    assert "name" not in json.dumps(facts)
    assert refused(stamping.put_stamps, closed_desk, ceremony_id, [lines[0].place]) == "KPU-STAMP-ONCE"


def test_a_stamp_is_taken_back_before_sealing_and_that_is_journaled(closed_desk: Desk) -> None:
    ceremony_id = closed_desk.ceremonies()[0].id
    set_both(closed_desk)
    places = [line.place for line in open_lines(closed_desk, ceremony_id)[:2]]
    stamping.put_stamps(closed_desk, ceremony_id, places)
    assert stamping.take_back_stamps(closed_desk, ceremony_id, places[:1]) == 1
    (facts,) = journal(closed_desk, "stamps_taken_back")
    assert (facts["sheets"], facts["slots"]) == (["PK-001"], ["pihak_pertama"])
    standing = [line.place for line in stamping.stamp_lines(closed_desk, ceremony_id) if line.stamped]
    assert standing == places[1:]
    assert refused(stamping.take_back_stamps, closed_desk, ceremony_id, places) == "KPU-STAMP-THERE"
    stamping.put_stamps(closed_desk, ceremony_id, places[:1])
    assert len([line for line in stamping.stamp_lines(closed_desk, ceremony_id) if line.stamped]) == 2


def test_records_carry_the_stamps_and_nothing_comes_or_goes_afterwards(closed_desk: Desk) -> None:
    ceremony_id = closed_desk.ceremonies()[0].id
    set_both(closed_desk)
    lines = open_lines(closed_desk, ceremony_id)
    stamping.put_stamps(closed_desk, ceremony_id, [lines[1].place, lines[2].place])
    # What is turned off or replaced afterwards stays on the sheets where it was put.
    stamping.set_stamp(closed_desk, StampKind.COMMISSION, picture("KOMISI BARU · "), diameter_um=30_000, active=True)
    stamping.turn_stamp(closed_desk, StampKind.SECRETARIAT, active=False)
    result = sealing.seal_ceremony(closed_desk, ceremony_id, no_progress, never, without_number=True)
    assert (result.sealed, result.failed) == (9, ())
    register = {record.serial: record for record in filing.records(closed_desk, ceremony_id)}
    for serial, slots in (("PK-001", ["pihak_kedua"]), ("PI-001", ["saksi"]), ("PI-002", []), ("PBBK-001", [])):
        data = data_of(closed_desk, register[serial].id)
        stamps = data["stamps"]
        assert isinstance(stamps, list)
        assert [(stamp["slot"], stamp["diameter_um"], stamp["by"]) for stamp in stamps] == [
            (slot, SIZE, ACTOR.name) for slot in slots
        ]
        with pikepdf.open(BytesIO(filing.record_pdf(closed_desk, register[serial].id, with_evidence=True))) as document:
            pictures = [o for o in document.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
            assert len(pictures) == 2 * len(slots)
        assert filing.verify_record(closed_desk, register[serial].id).verdict is Verdict.VALID
    assert refused(stamping.put_stamps, closed_desk, ceremony_id, [lines[0].place]) == "KPU-STAMP-UNSEALED"
    assert refused(stamping.take_back_stamps, closed_desk, ceremony_id, [lines[1].place]) == "KPU-STAMP-UNSEALED"
    assert {line.hindrance for line in stamping.stamp_lines(closed_desk, ceremony_id)} == {"KPU-STAMP-UNSEALED"}


def test_a_record_that_supersedes_another_keeps_the_stamps_of_its_sheet(closed_desk: Desk) -> None:
    ceremony_id = closed_desk.ceremonies()[0].id
    set_both(closed_desk)
    minutes = [line for line in open_lines(closed_desk, ceremony_id) if line.serial == "BA-001"]
    stamping.put_stamps(closed_desk, ceremony_id, [line.place for line in minutes])
    sealing.seal_ceremony(closed_desk, ceremony_id, no_progress, never, without_number=True)
    numbering.give_numbers(closed_desk, ceremony_id, {minutes[0].sheet_id: "7/PK.02.1-BA/31/2026"}, "menyusul")
    assert sealing.seal_ceremony(closed_desk, ceremony_id, no_progress, never).sealed == 1
    record = next(record for record in filing.records(closed_desk, ceremony_id) if record.serial == "BA-001")
    old, new = data_of(closed_desk, record.older[0].id), data_of(closed_desk, record.id)
    assert old["stamps"] == new["stamps"]
    assert new["supersedes"]


@pytest.mark.parametrize(("serial", "tray"), [("PK-001", 1), ("PI-002", 4)], ids=["alone", "among-others"])
def test_a_stamp_put_while_a_record_was_made_is_not_lost(
    closed_desk: Desk, monkeypatch: pytest.MonkeyPatch, serial: str, tray: int
) -> None:
    ceremony_id = closed_desk.ceremonies()[0].id
    set_both(closed_desk)
    place = next(line.place for line in open_lines(closed_desk, ceremony_id) if line.serial == serial)
    from kpu_desk.pdf import record_file

    make = record_file.make_record
    put: list[int] = []

    def meanwhile(*arguments: object, **named: object) -> object:
        if not put:
            put.append(stamping.put_stamps(closed_desk, ceremony_id, [place]))
        return make(*arguments, **named)  # type: ignore[arg-type]  # as they are

    @contextmanager
    def together(*arguments: Any) -> Iterator[tuple[sealing.Make, int]]:
        with made(*arguments) as (make_here, _one):
            yield make_here, tray

    made = sealing._made
    monkeypatch.setattr(sealing, "_made", together)
    monkeypatch.setattr(record_file, "make_record", meanwhile)
    first = sealing.seal_ceremony(closed_desk, ceremony_id, no_progress, never, without_number=True)
    assert first.failed == ((serial, "KPU-CHANGED-MEANWHILE"),)
    kept = filing.records(closed_desk, ceremony_id)
    assert first.sealed == len(kept) == len(journal(closed_desk, "record_sealed"))
    assert sealing.seal_ceremony(closed_desk, ceremony_id, no_progress, never, without_number=True).sealed == 1
    kept = filing.records(closed_desk, ceremony_id)
    report = verify_record_chain([data_of(closed_desk, record.id) for record in kept])
    assert (report.records, report.whole) == (first.sealed + 1, True)
    record = next(record for record in kept if record.serial == serial)
    stamps = data_of(closed_desk, record.id)["stamps"]
    assert isinstance(stamps, list)
    assert len(stamps) == 1


def test_the_page_is_shown_before_with_what_would_be_put(closed_desk: Desk) -> None:
    ceremony_id = closed_desk.ceremonies()[0].id
    set_both(closed_desk)
    line = open_lines(closed_desk, ceremony_id)[1]
    pages = []
    for slots in ([], [line.slot], ["pembuat", line.slot]):
        source = stamping.stamped_pages(closed_desk, ceremony_id, line.sheet_id, slots)
        pages.append(source.page(0, 400).pixels)
        source.close()
    assert pages[0] != pages[1] == pages[2]
    assert [one.stamped for one in stamping.stamp_lines(closed_desk, ceremony_id)] == [None] * 7
    stamping.put_stamps(closed_desk, ceremony_id, [line.place])
    source = stamping.stamped_pages(closed_desk, ceremony_id, line.sheet_id, [])
    assert source.page(0, 400).pixels == pages[1]
    source.close()


def test_stamps_are_there_when_the_desk_is_opened_again(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "kantor")
    ceremony_id = close_signed(desk).id
    set_both(desk)
    stamping.put_stamps(desk, ceremony_id, [open_lines(desk, ceremony_id)[0].place])
    before = stamping.stamp_lines(desk, ceremony_id)
    desk.close()
    again = opening.unlock(tmp_path / "kantor", PASSPHRASE, ACTOR)
    assert stamping.stamp_lines(again, ceremony_id) == before
    again.close()


def test_a_picture_is_read_from_its_file_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "cap.png"
    path.write_bytes(saved(drawn(side=300, margin=20)))
    assert stamping.read_stamp(path).has_alpha
    (tmp_path / "cap.txt").write_text("bukan gambar", encoding="utf-8")
    assert refused(stamping.read_stamp, tmp_path / "cap.txt") == "PICTURE_KIND"
    assert refused(stamping.read_stamp, tmp_path / "tidak-ada.png") == "FILE_MISSING"
    with pytest.raises(RuleError) as caught:
        stamping.cut_out(stamping.read_stamp(path), threshold=15, violet=False, diameter_um=60_000)
    assert caught.value.code == "KPU-STAMP-SIZE"
