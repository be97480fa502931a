"""Before the day, over a real workspace: red lines, drafts marked KONSEP, invitations whose codes find their people."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from kpu_desk.domain import readiness_checks, readiness_computer
from kpu_desk.domain.documents import Mark
from kpu_desk.domain.errors import RosterError, RuleError, StorageError
from kpu_desk.domain.journal import Event
from kpu_desk.domain.readiness import Power
from kpu_desk.services import (
    clock,
    drafts,
    invitations,
    minutes_told,
    preparing,
    printouts,
    readiness,
    readiness_texts,
    readiness_words,
    turning,
)
from kpu_desk.services.desk import Desk
from kpu_desk.storage import journal_rows, records
from tests.services.offices import PROFILE, make_desk, make_draft, never, no_progress


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "kantor")
    yield made
    made.close()


def texts(pdf: bytes) -> list[str]:
    """The words of each page; where a line ends within one, it is put together again."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [document[n].get_textpage().get_text_range() for n in range(len(document))]
        return [" ".join(page.replace("\ufffe", "").split()) for page in pages]
    finally:
        document.close()


def facts_of(desk: Desk, event: Event) -> list[dict[str, object]]:
    with desk.database.reading() as session:
        return [json.loads(entry.facts) for entry in journal_rows.read_all(session) if entry.event == event]


def break_seal_key(desk: Desk) -> None:
    desk.workspace.seal_key.unlink()


def test_every_line_has_its_words() -> None:
    written = inspect.getsource(readiness_checks) + inspect.getsource(readiness_computer)
    codes = set(re.findall(r'"([A-Z]+(?:_[A-Z]+)+)"', written))
    assert codes == set(readiness_texts.SENTENCES)
    assert len(codes) > 50


def test_a_real_ceremony_over_a_red_line_needs_a_reason_that_the_minutes_print(desk: Desk) -> None:
    ceremony = make_draft(desk)
    break_seal_key(desk)
    clock.check(desk, "jam resmi BMKG")
    with pytest.raises(RuleError, match="KPU-READY"):
        preparing.open_ceremony(desk, ceremony.id, no_progress, never)
    for reason, code in (("kunci \u2603", "FIELD_NOT_PRINTABLE"), ("k" * 201, "FIELD_TOO_LONG")):
        with pytest.raises(RosterError, match=code):
            preparing.open_ceremony(desk, ceremony.id, no_progress, never, reason=reason)
    assert desk.ceremony(ceremony.id) == ceremony
    preparing.open_ceremony(desk, ceremony.id, no_progress, never, reason=" kunci  dibawa siang nanti ")
    (facts,) = facts_of(desk, Event.OPENED_DESPITE)
    assert facts["lines"] == ["SEAL_UNUSABLE"]
    assert facts["reason"] == "kunci dibawa siang nanti"
    turning.pause(desk, ceremony.id, "salat")
    turning.resume(desk, ceremony.id)
    closed = preparing.close_ceremony(desk, ceremony.id)
    (sheet,) = (sheet for sheet in closed.sheets if sheet.kind == "BA")

    with desk.database.reading() as session:
        frozen = records.frozen(session, sheet.frozen_sha256 or "")
    assert frozen is not None
    printed = " ".join(texts(frozen.pdf))
    assert "kunci segel. Alasan dibuka: kunci dibawa siang nanti." in printed
    assert "Waktu menurut jam pengganti. 2. Jam diperiksa oleh Petugas Rekaan terhadap jam resmi" in printed
    assert "3. Dijeda pukul 09.00 WIB. 4. Dilanjutkan pukul 09.00 WIB." in printed


def test_a_rehearsal_opens_with_red_lines_standing_and_lists_them(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "gladi", mark=Mark.GLADI)
    ceremony = make_draft(desk)
    break_seal_key(desk)
    preparing.open_ceremony(desk, ceremony.id, no_progress, never)
    (facts,) = facts_of(desk, Event.OPENED_DESPITE)
    assert facts.pop("account")
    assert facts == {"ceremony": ceremony.id, "topics": ["seal"], "lines": ["SEAL_UNUSABLE"], "reason": ""}
    assert minutes_told.told_despite(desk, ceremony.id) == ("Belum beres saat dibuka untuk gladi: kunci segel.",)
    desk.close()


def test_the_list_is_printed_in_the_words_of_the_screen(desk: Desk) -> None:
    ceremony = make_draft(desk)
    lines = readiness.check(desk, ceremony)
    printed = " ".join(texts(readiness_words.readiness_printout(desk, ceremony, lines).pdf))
    for line in lines:
        said = readiness_words.told(line)
        assert f"{said.word} {said.topic}" in printed


@pytest.mark.parametrize(
    ("supplies", "expected"),
    [
        ({"BAT0": ("Battery", "capacity", "41"), "AC": ("Mains", "online", "0")}, Power(41, charger=False)),
        ({"BAT0": ("Battery", "capacity", "41"), "AC": ("Mains", "online", "1")}, Power(41, charger=True)),
        ({"AC": ("Mains", "online", "1")}, Power(None, charger=True)),
        ({}, Power(None, None)),
    ],
)
def test_battery_and_charger_are_read_as_the_system_tells_them(
    tmp_path: Path, supplies: dict[str, tuple[str, str, str]], expected: Power
) -> None:
    for name, (kind, field, value) in supplies.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "type").write_text(f"{kind}\n")
        (tmp_path / name / field).write_text(f"{value}\n")
    assert readiness.read_power(tmp_path) == expected
    assert readiness.read_power(tmp_path / "tidak ada") is None


@pytest.mark.parametrize(("mark", "word"), [(Mark.NONE, "KONSEP ·"), (Mark.GLADI, "KONSEP · GLADI")])
def test_drafts_are_marked_on_every_page_and_keep_nothing(tmp_path: Path, mark: Mark, word: str) -> None:
    desk = make_desk(tmp_path / "kantor", mark=mark)
    ceremony = make_draft(desk)
    made = drafts.make_drafts(desk, ceremony.id, no_progress, never)
    pages = texts(made[0].pdf)
    assert all(word in page for page in pages)
    document = pypdfium2.PdfDocument(made[0].pdf)
    begins = {mark.get_title(): pages[mark.get_dest().get_index() or 0] for mark in document.get_toc()}
    document.close()
    assert len(begins) == 1 + 5 + 5 + 1 + 1
    assert "Pakta Integritas" in next(text for name, text in begins.items() if name.startswith("PI-002 Orang")).title()
    assert "dihadiri oleh 5 (lima) orang dari 5 (lima) orang" in begins["BA-001"]
    assert desk.ceremony(ceremony.id) == ceremony
    printouts.save_printouts(made, tmp_path / "konsep")
    assert (tmp_path / "konsep.pdf").read_bytes() == made[0].pdf
    with pytest.raises(StorageError, match="FILE_EXISTS"):
        printouts.save_printouts(made, tmp_path / "konsep")
    desk.close()


def test_each_invitation_carries_the_code_of_its_person(desk: Desk, tmp_path: Path) -> None:
    ceremony = make_draft(desk)
    made = invitations.make_invitations(desk, ceremony.id)
    printouts.save_printouts((made,), tmp_path / "undangan")
    people = [invitations.invited(desk, ceremony, code) for code in invitations.codes_on(tmp_path / "undangan.pdf")]
    assert people == [official.id for official in ceremony.officials]
    for page_text in texts(made.pdf):
        assert PROFILE.short_name in page_text
