"""A witness signs a run of sheets: one list of all that were opened, confirmed once, and one live signature each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kpu_desk.domain.calling import next_signers
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Fault
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.journal import Event
from kpu_desk.domain.receipt import Listed, RunConfirmed
from kpu_desk.domain.runs import run_of
from kpu_desk.domain.showing import Captured, ShownSheet, Sitting
from kpu_desk.services import signing, voiding
from kpu_desk.services.desk import Desk
from kpu_desk.services.office_settings import change_settings
from kpu_desk.storage import inks, journal_rows
from tests.domain.ceremonies import ink
from tests.services.offices import capture, make_desk, make_open

OFFICES = ("Ketua KPU Provinsi Rekaan", "Sekretaris KPU Provinsi Rekaan", "Pelaksana", "Pengemudi", "Satpam")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "kantor")
    yield made
    made.close()


def allow(desk: Desk) -> None:
    change_settings(desk, replace(desk.profile, witness_runs=True), None)


def makers_signed(desk: Desk) -> tuple[Ceremony, str]:
    """Everybody but the Sekretaris has signed his own sheets; with the Sekretaris, who witnesses three of them."""
    ceremony = make_open(desk, OFFICES)
    secretary = ceremony.officials[1].id
    number = 1
    for official in next_signers(ceremony):
        if official.id != secretary:
            for shown in signing.sitting_for(desk, ceremony.id, official.id).sheets:
                signing.accept(desk, ceremony.id, capture(official.id, shown, ink(number)))
                number += 1
    return desk.ceremony(ceremony.id), secretary


def run_in(sitting: Sitting) -> tuple[tuple[ShownSheet, ...], tuple[Listed, ...]]:
    sheets = tuple(sheet for sheet in sitting.sheets if sheet.sheet_id in sitting.run)
    return sheets, tuple(Listed(sheet.serial, sheet.frozen_sha256) for sheet in sheets)


def from_list(official_id: str, shown: ShownSheet, listed: tuple[Listed, ...], number: int) -> Captured:
    captured = capture(official_id, shown, ink(number))
    return replace(captured, run=listed, receipt=replace(captured.receipt, run=run_of(listed)))


def test_runs_are_off_until_the_office_wants_them(desk: Desk) -> None:
    ceremony, secretary = makers_signed(desk)
    sitting = signing.sitting_for(desk, ceremony.id, secretary)
    assert sitting.run == ()
    witnessed = [sheet for sheet in sitting.sheets if sheet.slot == "saksi"]
    listed = tuple(Listed(sheet.serial, sheet.frozen_sha256) for sheet in witnessed)
    with pytest.raises(RuleError, match="KPU-RUN-ALLOWED"):
        signing.confirm_run(desk, ceremony.id, secretary, listed)
    with pytest.raises(RuleError, match="KPU-RUN-ALLOWED"):
        signing.accept(desk, ceremony.id, from_list(secretary, witnessed[0], listed, 500))


def test_a_run_is_confirmed_once_and_signed_sheet_by_sheet(desk: Desk) -> None:
    ceremony, secretary = makers_signed(desk)
    allow(desk)
    sitting = signing.sitting_for(desk, ceremony.id, secretary)
    sheets, listed = run_in(sitting)
    # The last of the sitting, after the witness's own sheets; those are no part of the run.
    assert sitting.sheets[-len(sheets) :] == sheets
    assert len(sheets) == 4
    signing.confirm_run(desk, ceremony.id, secretary, listed)
    for number, shown in enumerate(sheets, 500):
        signing.accept(desk, ceremony.id, from_list(secretary, shown, listed, number))
    after = desk.ceremony(ceremony.id)
    for shown in sheets:
        assert "saksi" in after.signed_slots(shown.sheet_id)
        with desk.database.reading() as session:
            _, evidence = inks.signed_inks(session, shown.sheet_id)["saksi"]
        assert evidence.receipt is not None
        assert evidence.receipt.run == run_of(listed)
        assert evidence.receipt.run is not None
        assert evidence.receipt.run.count == 4
    with desk.database.reading() as session:
        (said,) = [json.loads(e.facts) for e in journal_rows.read_all(session) if e.event == Event.RUN_CONFIRMED]
    assert said["official"] == secretary
    assert said["sheets"] == [one.serial for one in listed]
    assert said["digests"] == [one.sha256 for one in listed]
    assert said["digest"] == run_of(listed).sha256


def test_a_list_that_is_not_so_is_refused(desk: Desk) -> None:
    ceremony, secretary = makers_signed(desk)
    allow(desk)
    sitting = signing.sitting_for(desk, ceremony.id, secretary)
    sheets, listed = run_in(sitting)
    own = next(sheet for sheet in sitting.sheets if sheet.slot != "saksi")
    foreign = next(sheet for sheet in ceremony.sheets if sheet.serial == "PBBK-001")
    for wrong in (
        listed[:1],
        (*listed, listed[0]),
        (*listed, Listed(own.serial, own.frozen_sha256)),
        (*listed, Listed(foreign.serial, foreign.frozen_sha256 or "")),
        (replace(listed[0], sha256="0" * 64), *listed[1:]),
        (),
    ):
        with pytest.raises(RuleError, match="KPU-RUN-LISTED"):
            signing.confirm_run(desk, ceremony.id, secretary, wrong)
    good = from_list(secretary, sheets[0], listed, 500)
    for captured in (
        # Not on the list; the receipt of another list; no list beside the receipt; no receipt beside the list.
        replace(good, run=listed[1:], receipt=replace(good.receipt, run=run_of(listed[1:]))),
        replace(good, receipt=replace(good.receipt, run=RunConfirmed(4, "0" * 64))),
        replace(good, run=()),
        replace(good, receipt=replace(good.receipt, run=None)),
        from_list(secretary, own, listed, 501),
    ):
        with pytest.raises(RuleError, match="KPU-RUN-LISTED"):
            signing.accept(desk, ceremony.id, captured)
    assert desk.ceremony(ceremony.id) == ceremony
    signing.accept(desk, ceremony.id, good)


def test_a_sheet_of_the_list_that_became_void_stops_the_run(desk: Desk) -> None:
    ceremony, secretary = makers_signed(desk)
    allow(desk)
    sheets, listed = run_in(signing.sitting_for(desk, ceremony.id, secretary))
    voiding.make_void(desk, ceremony.id, sheets[0].sheet_id, Fault.WRONG_PERSON)
    with pytest.raises(RuleError, match="KPU-RUN-LISTED"):
        signing.accept(desk, ceremony.id, from_list(secretary, sheets[1], listed, 500))
