"""Numbers given before and after sealing, and the chain of records that goes on through all of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from kpu_desk.domain.calling import next_signers
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.chain import ChainEnd, verify_record_chain
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.errors import RuleError, SealError
from kpu_desk.domain.verdict import Verdict
from kpu_desk.pdf.record_data import DATA_NAME
from kpu_desk.services import filing, numbering, preparing, sealing, signing
from kpu_desk.services.desk import Desk
from kpu_desk.services.record_contents import chain_end, record_content, sealing_tasks
from kpu_desk.storage import journal_rows
from tests.domain import ceremonies
from tests.services import offices
from tests.services.offices import (
    THREE,
    capture,
    close_signed,
    make_desk,
    make_draft,
    make_open,
    never,
    no_progress,
    sign_late,
)
from tests.services.tokens import BadContact


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An office that numbers every document."""
    made = make_desk(tmp_path)
    made.profile = replace(made.profile, numbered_kinds=tuple(DocumentKind))
    yield made
    made.close()


@pytest.fixture
def closed_desk(tmp_path: Path) -> Iterator[Desk]:
    """Such an office whose ceremony is signed and closed."""
    made = offices.closed_desk(tmp_path)
    made.profile = replace(made.profile, numbered_kinds=tuple(DocumentKind))
    yield made
    made.close()


def seal(desk: Desk, ceremony: Ceremony) -> sealing.SealingResult:
    return sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)


def sheet_id(ceremony: Ceremony, serial: str) -> str:
    return next(sheet.id for sheet in ceremony.sheets if sheet.serial == serial)


def data_of(desk: Desk, record_id: str) -> dict[str, Any]:
    with pikepdf.open(BytesIO(filing.record_pdf(desk, record_id, True))) as pdf:
        found: dict[str, Any] = json.loads(pdf.attachments[DATA_NAME].get_file().read_bytes())
        return found


def all_data(desk: Desk, *ceremony_ids: str) -> list[dict[str, Any]]:
    """The data of all records, superseded ones too."""
    found = []
    for ceremony_id in ceremony_ids:
        for record in filing.records(desk, ceremony_id):
            found += [data_of(desk, record_id) for record_id in (record.id, *(old.id for old in record.older))]
    return found


def events(desk: Desk, name: str) -> list[dict[str, Any]]:
    with desk.database.reading() as session:
        return [json.loads(entry.facts) for entry in journal_rows.read_all(session) if entry.event == name]


def test_a_series_is_seen_before_it_is_given(closed_desk: Desk) -> None:
    (ceremony,) = closed_desk.ceremonies()
    lines = numbering.number_lines(closed_desk, ceremony.id)
    assert [line.serial for line in lines][:4] == ["PK-001", "PI-001", "PI-002", "PI-003"]
    ids = [line.sheet_id for line in lines[1:4]]
    numbers = numbering.series(closed_desk, ceremony.id, ids, "098")
    assert list(numbers.values()) == ["098/SDM.10.2/31/2026", "099/SDM.10.2/31/2026", "100/SDM.09/31/2026"]
    assert all(line.number is None for line in numbering.number_lines(closed_desk, ceremony.id))
    numbering.give_numbers(closed_desk, ceremony.id, numbers)
    assert [line.number for line in numbering.number_lines(closed_desk, ceremony.id)][1:4] == list(numbers.values())
    (entry,) = events(closed_desk, "number_given")
    assert entry["sheets"] == ["PI-001", "PI-002", "PI-003"]
    assert (entry["numbers"], entry["previous"]) == (list(numbers.values()), ["", "", ""])


def test_sealing_without_a_number_is_an_act_of_its_own(closed_desk: Desk) -> None:
    (ceremony,) = closed_desk.ceremonies()
    numbering.give_numbers(closed_desk, ceremony.id, {sheet_id(ceremony, "BA-001"): "7/PK.02.1-BA/31/2026"})
    need = sealing.sealing_need(closed_desk, ceremony.id)
    assert (len(need.sheets), len(need.unnumbered), need.superseding) == (9, 8, ())
    with pytest.raises(RuleError, match="KPU-NUMBER-GIVEN"):
        sealing.seal_ceremony(closed_desk, ceremony.id, no_progress, never)
    assert filing.records(closed_desk, ceremony.id) == ()
    assert events(closed_desk, "sealed_without_number") == []
    assert seal(closed_desk, ceremony) == sealing.SealingResult(9, (), 0)
    (entry,) = events(closed_desk, "sealed_without_number")
    assert entry["sheets"] == list(need.unnumbered)
    minutes = filing.records(closed_desk, ceremony.id)[-1]
    assert minutes.number == data_of(closed_desk, minutes.id)["sheet"]["number"] == "7/PK.02.1-BA/31/2026"
    assert filing.records(closed_desk, ceremony.id)[0].number is None


def test_with_all_numbers_given_nothing_is_asked(closed_desk: Desk) -> None:
    (ceremony,) = closed_desk.ceremonies()
    ids = [sheet.id for sheet in ceremony.sheets]
    numbering.give_numbers(closed_desk, ceremony.id, numbering.series(closed_desk, ceremony.id, ids, "1"))
    assert sealing.seal_ceremony(closed_desk, ceremony.id, no_progress, never).sealed == 9
    assert events(closed_desk, "sealed_without_number") == []


def test_documents_that_the_office_does_not_number_are_not_asked_about(closed_desk: Desk) -> None:
    closed_desk.profile = replace(closed_desk.profile, numbered_kinds=(DocumentKind.PK, DocumentKind.BA))
    (ceremony,) = closed_desk.ceremonies()
    lines = numbering.number_lines(closed_desk, ceremony.id)
    assert [line.serial for line in lines] == ["PK-001", "BA-001"]
    assert sealing.sealing_need(closed_desk, ceremony.id).unnumbered == ("PK-001", "BA-001")
    with pytest.raises(RuleError, match="count=2"):
        sealing.seal_ceremony(closed_desk, ceremony.id, no_progress, never)
    numbering.give_numbers(closed_desk, ceremony.id, {line.sheet_id: f"{n}/A" for n, line in enumerate(lines, 1)})
    assert sealing.seal_ceremony(closed_desk, ceremony.id, no_progress, never) == sealing.SealingResult(9, (), 0)
    assert events(closed_desk, "sealed_without_number") == []
    register = {record.serial: record for record in filing.records(closed_desk, ceremony.id)}
    assert (register["PI-001"].numbered, register["BA-001"].numbered) == (False, True)
    pact = data_of(closed_desk, register["PI-001"].id)
    assert (pact["version"], pact["sheet"]["number"], pact["sheet"]["numbered"]) == (3, None, False)


def test_a_later_number_makes_a_superseding_record_and_both_are_kept(closed_desk: Desk) -> None:
    (ceremony,) = closed_desk.ceremonies()
    seal(closed_desk, ceremony)
    old = filing.records(closed_desk, ceremony.id)[-1]
    old_pdf = filing.record_pdf(closed_desk, old.id, True)
    number = {sheet_id(ceremony, "BA-001"): "7/PK.02.1-BA/31/2026"}
    numbering.give_numbers(closed_desk, ceremony.id, number, " Nomor baru  diambil hari ini ")
    assert sealing.sealing_need(closed_desk, ceremony.id).superseding == ("BA-001",)
    assert sealing.seal_ceremony(closed_desk, ceremony.id, no_progress, never) == sealing.SealingResult(1, (), 0)
    register = filing.records(closed_desk, ceremony.id)
    assert [record.serial for record in register].count("BA-001") == 1
    new = register[-1]
    assert (new.number, new.id != old.id, Verdict(new.verdict)) == ("7/PK.02.1-BA/31/2026", True, Verdict.VALID)
    assert new.older == (filing.OlderRecord(old.id, old.sealed_at, None, "Nomor baru diambil hari ini"),)
    assert filing.record_pdf(closed_desk, old.id, True) == old_pdf
    data = data_of(closed_desk, new.id)
    assert data["supersedes"] == {
        "content": old.content_digest,
        "number": None,
        "sealed_at": old.sealed_at,
        "reason": "Nomor baru diambil hari ini",
    }
    assert data["sheet"]["sha256"] == data_of(closed_desk, old.id)["sheet"]["sha256"]
    assert data["signatures"] == data_of(closed_desk, old.id)["signatures"]
    (entry,) = events(closed_desk, "record_superseded")
    assert (entry["record"], entry["by"], entry["sheet"]) == (old.id, new.id, "BA-001")
    assert sealing.sealing_need(closed_desk, ceremony.id) == sealing.SealingNeed((), (), ())
    assert verify_record_chain(all_data(closed_desk, ceremony.id)).whole


def test_a_number_corrected_twice_leaves_three_records(closed_desk: Desk, tmp_path: Path) -> None:
    (ceremony,) = closed_desk.ceremonies()
    minutes = sheet_id(ceremony, "BA-001")
    seal(closed_desk, ceremony)
    for number in ("7/A", "8/A"):
        numbering.give_numbers(closed_desk, ceremony.id, {minutes: number}, f"menjadi {number}")
        seal(closed_desk, ceremony)
    newest = filing.records(closed_desk, ceremony.id)[-1]
    assert [(old.number, old.reason) for old in newest.older] == [("7/A", "menjadi 8/A"), (None, "menjadi 7/A")]
    assert verify_record_chain(all_data(closed_desk, ceremony.id)).whole
    saved = filing.export_records(
        closed_desk,
        [newest.id, *(old.id for old in newest.older)],
        tmp_path / "rekaman",
        with_evidence=True,
        progress=no_progress,
        cancelled=never,
    )
    assert [path.name for path in saved] == ["BA-001-pengganti-2.pdf", "BA-001-pengganti.pdf", "BA-001.pdf"]
    # The number of the superseded record stays spent.
    with pytest.raises(RuleError, match="KPU-NUMBER-UNIQUE"):
        numbering.give_numbers(closed_desk, ceremony.id, {sheet_id(ceremony, "PK-001"): "7/A"})


def test_numbers_are_unique_over_all_ceremonies_of_the_office(closed_desk: Desk) -> None:
    (first,) = closed_desk.ceremonies()
    numbering.give_numbers(closed_desk, first.id, {sheet_id(first, "BA-001"): "7/A"})
    second = make_open(closed_desk, THREE)
    with pytest.raises(RuleError, match="serial=BA-001"):
        numbering.give_numbers(closed_desk, second.id, {sheet_id(second, "PK-001"): "007/a"})
    assert all(line.number is None for line in numbering.number_lines(closed_desk, second.id))


def test_a_number_of_an_unsealed_sheet_is_changed_or_taken_back(closed_desk: Desk) -> None:
    (ceremony,) = closed_desk.ceremonies()
    minutes = sheet_id(ceremony, "BA-001")
    for number in ("7/A", "8/A", ""):
        numbering.give_numbers(closed_desk, ceremony.id, {minutes: number})
    assert [entry["previous"] for entry in events(closed_desk, "number_given")] == [[""], ["7/A"], ["8/A"]]
    numbering.give_numbers(closed_desk, ceremony.id, {minutes: ""})
    assert len(events(closed_desk, "number_given")) == 3
    numbering.give_numbers(closed_desk, ceremony.id, {sheet_id(ceremony, "PK-001"): "8/A"})
    seal(closed_desk, ceremony)
    with pytest.raises(RuleError, match="KPU-NUMBER-KEPT"):
        numbering.give_numbers(closed_desk, ceremony.id, {sheet_id(ceremony, "PK-001"): ""})


def test_a_draft_has_nothing_to_number(desk: Desk) -> None:
    draft = make_draft(desk, THREE)
    with pytest.raises(RuleError, match="KPU-STATE"):
        numbering.give_numbers(desk, draft.id, {})


def test_a_number_goes_with_a_sheet_that_goes(desk: Desk) -> None:
    ceremony = make_open(desk)
    clerk = ceremony.officials[-1]
    mine = [sheet for sheet in ceremony.sheets if sheet.subject_id == clerk.id]
    numbering.give_numbers(desk, ceremony.id, {mine[0].id: "7/A"})
    preparing.remove_official(desk, ceremony.id, clerk.id)
    numbering.give_numbers(desk, ceremony.id, {sheet_id(ceremony, "PK-001"): "7/A"})


def test_records_are_chained_in_the_order_of_their_sheets_and_ceremonies_to_each_other(closed_desk: Desk) -> None:
    (first,) = closed_desk.ceremonies()
    looks = iter([False, False, False, True])
    sealing.seal_ceremony(closed_desk, first.id, no_progress, lambda: next(looks, True), without_number=True)
    seal(closed_desk, first)
    second = close_signed(closed_desk, first_ink=300)
    seal(closed_desk, second)
    data = all_data(closed_desk, first.id, second.id)
    report = verify_record_chain(data)
    assert (report.records, report.whole, report.outside) == (18, True, ())
    assert [record["chain"]["position"] for record in data] == [*range(1, 10), *range(1, 10)]
    register = filing.records(closed_desk, first.id)
    assert data[0]["chain"]["previous"] is None
    assert data[9]["chain"]["previous"] == register[-1].content_digest


def test_late_sheets_go_on_from_their_own_ceremony(desk: Desk) -> None:
    late = make_open(desk, THREE)
    member = late.officials[1].id
    number = 0
    while others := [o for o in next_signers(desk.ceremony(late.id)) if o.id != member]:
        for official in others:
            for shown in signing.sitting_for(desk, late.id, official.id).sheets:
                number += 1
                signing.accept(desk, late.id, capture(official.id, shown, ceremonies.ink(number)))
    shown = signing.sitting_for(desk, late.id, member).sheets[0]
    signing.accept(desk, late.id, capture(member, shown, ceremonies.ink(200)))
    preparing.close_ceremony(desk, late.id)
    seal(desk, desk.ceremony(late.id))
    other = close_signed(desk, first_ink=300)
    seal(desk, other)
    sign_late(desk, late.id, 600)
    seal(desk, desk.ceremony(late.id))
    report = verify_record_chain(all_data(desk, late.id, other.id))
    assert (report.records, report.whole, report.outside) == (19, True, ())


@pytest.mark.parametrize("inline", [99, 2], ids=["here", "workers"])
def test_what_fails_leaves_no_gap_in_the_chain(closed_desk: Desk, monkeypatch: pytest.MonkeyPatch, inline: int) -> None:
    monkeypatch.setattr(sealing, "INLINE_UP_TO", inline)
    (ceremony,) = closed_desk.ceremonies()
    token = BadContact(closed_desk.seal_key(), failing=3)
    monkeypatch.setattr(closed_desk, "seal_key", lambda: token)
    result = seal(closed_desk, ceremony)
    assert 1 <= len(result.failed) <= 2
    assert {code for _serial, code in result.failed} == {"OWN_SEAL_NOT_VALID"}
    assert result.sealed == 9 - len(result.failed) == len(filing.records(closed_desk, ceremony.id))
    assert verify_record_chain(all_data(closed_desk, ceremony.id)).whole
    monkeypatch.undo()
    assert seal(closed_desk, ceremony) == sealing.SealingResult(len(result.failed), (), 0)
    report = verify_record_chain(all_data(closed_desk, ceremony.id))
    assert (report.records, report.whole) == (9, True)


def test_a_worker_ended_by_the_system_is_told_and_the_rest_can_be_sealed(
    closed_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "INLINE_UP_TO", 2)
    (ceremony,) = closed_desk.ceremonies()
    token = BadContact(closed_desk.seal_key(), failing=3, ends_process=True)
    monkeypatch.setattr(closed_desk, "seal_key", lambda: token)
    with pytest.raises(SealError, match="SEAL_WORKER_ENDED"):
        seal(closed_desk, ceremony)
    stored = len(filing.records(closed_desk, ceremony.id))
    monkeypatch.undo()
    assert seal(closed_desk, ceremony) == sealing.SealingResult(9 - stored, (), 0)
    assert verify_record_chain(all_data(closed_desk, ceremony.id)).whole


def test_workers_seal_a_chain_too(closed_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "INLINE_UP_TO", 2)
    monkeypatch.setattr(sealing, "TRAY", 2)
    (ceremony,) = closed_desk.ceremonies()
    looks = iter([False] * 2 + [True] * 9)
    first = sealing.seal_ceremony(closed_desk, ceremony.id, no_progress, lambda: next(looks, True), without_number=True)
    assert first.sealed == 4
    assert seal(closed_desk, ceremony).sealed == 5
    assert verify_record_chain(all_data(closed_desk, ceremony.id)).whole


def test_content_is_fixed_before_composing(closed_desk: Desk) -> None:
    (ceremony,) = closed_desk.ceremonies()
    task = sealing_tasks(closed_desk, ceremony)[0]
    end = chain_end(closed_desk, ceremony.id)
    assert end == ChainEnd(0, None)
    content = record_content(closed_desk, ceremony, task, end)
    other = record_content(closed_desk, ceremony, task, ChainEnd(3, "ab" * 32))
    assert (other.position, other.previous) == (4, "ab" * 32)
    assert replace(content, previous="cd" * 32).digest() != content.digest()
