"""Closing words: any change of what was closed changes them, and the next ceremony asks for them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from sqlalchemy import text

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.closing_list import ListFault, check_lists, closing_list_of, signed_content
from kpu_desk.domain.closing_words import words_of
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.journal import Event
from kpu_desk.services import closing_lists, filing, preparing, sealing
from kpu_desk.services.desk import Act, Desk
from kpu_desk.storage import closings, journal_rows
from tests.services.offices import make_desk, make_draft, make_open, never, no_progress, sign_everything

Data = dict[str, Any]
Change = Callable[[Data], object]


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, Ceremony]:
    """An office that closed and sealed its first ceremony."""
    desk = make_desk(tmp_path_factory.mktemp("office"))
    ceremony = make_open(desk)
    signed = sign_everything(desk, ceremony.id)
    preparing.close_ceremony(desk, ceremony.id)
    sign_everything(desk, ceremony.id, signed + 1)
    sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)
    return desk, desk.ceremony(ceremony.id)


def record_data(desk: Desk, ceremony: Ceremony) -> list[Data]:
    """``record.json`` of every record."""
    found = []
    for record in filing.records(desk, ceremony.id):
        with pikepdf.open(BytesIO(filing.record_pdf(desk, record.id, True))) as pdf:
            found.append(json.loads(pdf.attachments["record.json"].get_file().read_bytes()))
    return found


def test_the_first_ceremony_is_asked_for_nothing_and_the_next_one_for_the_words(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    assert closing_lists.previous_closing(desk) is None
    first = make_open(desk)
    sign_everything(desk, first.id)
    preparing.close_ceremony(desk, first.id)
    words = closing_lists.words_of_ceremony(desk, first.id)
    assert len(words) == 12

    second = make_draft(desk)
    with pytest.raises(RuleError, match="KPU-CLOSING-WORDS-COUNT"):
        preparing.open_ceremony(desk, second.id, no_progress, never)
    swapped = [words[1], words[0], *words[2:]]
    with pytest.raises(RuleError) as refused:
        preparing.open_ceremony(desk, second.id, no_progress, never, swapped)
    assert (refused.value.code, refused.value.facts["places"]) == ("KPU-CLOSING-WORDS", "1, 2")
    assert desk.ceremony(second.id).sheets == ()
    preparing.open_ceremony(desk, second.id, no_progress, never, words)
    with desk.database.reading() as session:
        opened = [json.loads(e.facts) for e in journal_rows.read_all(session) if e.event == Event.CEREMONY_OPENED]
        closing = closings.of_ceremony(session, first.id)
    assert closing is not None
    assert [facts["previous"] for facts in opened] == ["", closing.digest()]


def test_the_journal_names_the_words_and_the_minutes_bear_them(closed: tuple[Desk, Ceremony]) -> None:
    desk, ceremony = closed
    words = closing_lists.words_of_ceremony(desk, ceremony.id)
    with desk.database.reading() as session:
        told = [json.loads(e.facts) for e in journal_rows.read_all(session) if e.event == Event.CEREMONY_CLOSED]
    assert told[0]["words"] == list(words)
    (minutes,) = [data for data in record_data(desk, ceremony) if data["kind"] == "BA"]
    assert words_of(closing_list_of(minutes["closing"]).digest(), closing_lists.word_list()) == words
    assert told[0]["closing"] == closing_list_of(minutes["closing"]).digest()


def test_the_records_alone_say_what_was_closed(closed: tuple[Desk, Ceremony]) -> None:
    desk, ceremony = closed
    records = record_data(desk, ceremony)
    (report,) = check_lists(records)
    assert report.problems == ()
    assert report.closing is not None
    assert [sheet.serial for sheet in report.closing.sheets] == [
        sheet.serial for sheet in ceremony.sheets if sheet.kind is not DocumentKind.BA
    ]
    assert report.beside == tuple(d["serial"] for d in records if d["kind"] == "BA")
    # What comes after the closing changes nothing of it.
    later = [{**d, "stamps": [1], "chain": 0, "sheet": {**d["sheet"], "number": "7", "meterai": 1}} for d in records]
    assert check_lists(later) == (report,)


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(serial=d["serial"] + "0"),
        lambda d: d.update(kind="PK" if d["kind"] != "PK" else "PI"),
        lambda d: d.update(mark="GLADI"),
        lambda d: d["sheet"].update(sha256="0" * 64),
        lambda d: d["sheet"].update(version=2),
        lambda d: d["sheet"].update(pages=9),
        lambda d: d["sheet"].update(form="lain 1"),
        lambda d: d["signatures"].pop(),
        lambda d: d["signatures"].reverse() if len(d["signatures"]) > 1 else d["signatures"].clear(),
        lambda d: d["signatures"][0].update(name="Orang Lain"),
        lambda d: d["signatures"][0].update(office="Lain"),
        lambda d: d["signatures"][0]["inks"][0].update(digest="0" * 64),
        lambda d: d["signatures"][0]["evidence"].update(statement="Lain"),
        lambda d: d["signatures"][0].update(evidence_digest="0" * 64),
    ],
)
def test_any_change_of_signed_content_shows_and_would_change_the_words(
    closed: tuple[Desk, Ceremony], change: Change
) -> None:
    records = record_data(*closed)
    for number in (n for n, data in enumerate(records) if data["kind"] != "BA"):
        altered = json.loads(json.dumps(records[number]))
        change(altered)
        assert signed_content(altered) != signed_content(records[number])
        (report,) = check_lists([*records[:number], altered, *records[number + 1 :]])
        assert {p.fault for p in report.problems} <= {ListFault.CHANGED, ListFault.MISSING}
        assert len(report.problems) == 1
        assert report.closing is not None
        sheets = tuple(
            replace(s, content=signed_content(altered)) if s.serial == records[number]["serial"] else s
            for s in report.closing.sheets
        )
        assert replace(report.closing, sheets=sheets).digest() != report.closing.digest()


def test_a_missing_record_is_named(closed: tuple[Desk, Ceremony]) -> None:
    records = record_data(*closed)
    (report,) = check_lists([data for data in records if data["serial"] != records[0]["serial"]])
    assert [(p.fault, p.serial) for p in report.problems] == [(ListFault.MISSING, records[0]["serial"])]
    (report,) = check_lists([data for data in records if data["kind"] != "BA"])
    assert (report.closing, [p.fault for p in report.problems]) == (None, [ListFault.NO_LIST])


def test_any_act_before_the_closing_changes_the_words(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    ceremony = make_open(desk)
    sign_everything(desk, ceremony.id)
    before = closing_lists.closing_list(desk, desk.ceremony(ceremony.id))
    assert closing_lists.closing_list(desk, desk.ceremony(ceremony.id)) == before
    desk.note(Act(Event.RECORD_VERIFIED, {"digest": "0" * 64, "verdict": "VALID"}))
    after = closing_lists.closing_list(desk, desk.ceremony(ceremony.id))
    assert closing_lists.closing_words(after) != closing_lists.closing_words(before)


@pytest.mark.parametrize(
    ("trigger", "statement", "what"),
    [
        ("journal_no_update", "UPDATE journal SET actor = 'Orang Lain' WHERE seq = 3", "jurnal"),
        ("journal_no_delete", "DELETE FROM journal WHERE seq = 3", "jurnal"),
        (
            "frozen_no_update",
            "UPDATE frozen SET pdf = x'00' WHERE sheet_id IN (SELECT id FROM sheet WHERE serial = 'PK-001')",
            "PK-001",
        ),
    ],
)
def test_a_cupboard_that_was_changed_opens_no_next_ceremony(
    tmp_path: Path, trigger: str, statement: str, what: str
) -> None:
    desk = make_desk(tmp_path)
    first = make_open(desk)
    sign_everything(desk, first.id)
    preparing.close_ceremony(desk, first.id)
    second = make_draft(desk)
    words = closing_lists.words_of_ceremony(desk, first.id)
    with desk.database.transaction() as session:
        session.execute(text(f"DROP TRIGGER IF EXISTS {trigger}"))
        session.execute(text(statement))
    with pytest.raises(RuleError) as refused:
        preparing.open_ceremony(desk, second.id, no_progress, never, words)
    assert (refused.value.code, refused.value.facts["what"]) == ("KPU-CLOSING-BROKEN", what)
