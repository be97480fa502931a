"""A witness at the real windows: reads a run of sheets, confirms one list, and signs each of them live."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kpu_desk.domain.calling import next_signers
from kpu_desk.domain.documents import Role
from kpu_desk.domain.evidence import Evidence
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.gui.signer.window import SignerWindow
from kpu_desk.services import signing
from kpu_desk.services.desk import Desk
from kpu_desk.services.office_settings import change_settings
from kpu_desk.storage import inks
from tests.domain.ceremonies import ink
from tests.gui import real_desk
from tests.gui.test_desk_calling import call, signer_of
from tests.gui.test_signer_window import find, press, read_to_the_end, settle, step_of, write
from tests.services.offices import capture

PEOPLE = 8
SECRETARY = 5
RUN = 3
"""The Ketua and the two of the secretariat, whom the Sekretaris witnesses."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Everybody has signed his own; only the Sekretaris has still to witness, in an office that allows runs."""
    made = real_desk.set_up(tmp_path / "kantor")
    ceremony = real_desk.opened(made, PEOPLE, present=PEOPLE)
    change_settings(made, replace(made.profile, witness_runs=True), None)
    number = 1
    for official in next_signers(ceremony):
        for shown in signing.sitting_for(made, ceremony.id, official.id).sheets:
            if shown.slot != "saksi":
                signing.accept(made, ceremony.id, capture(official.id, shown, ink(number)))
            shown.pages.close()
            number += 1
    yield made
    made.close()


def read_one(signer: SignerWindow) -> None:
    assert step_of(signer) == "read_step"
    read_to_the_end(signer)
    press(signer, "have_read")


def words_on(step: QWidget) -> list[str]:
    return [label.text() for label in step.findChildren(QLabel) if label.isVisible()]


def evidences(desk: Desk) -> list[Evidence]:
    """Of the witness's signatures, in their order."""
    (ceremony,) = desk.ceremonies()
    found = [one for one in ceremony.signatures if ceremony.sheet(one.sheet_id).slot(one.slot).role is Role.SAKSI]
    with desk.database.reading() as session:
        return [inks.signed_inks(session, one.sheet_id)[one.slot][1] for one in found]


def test_all_are_opened_then_the_list_then_each_is_signed(qtbot: QtBot, window: OperatorWindow, desk: Desk) -> None:
    call(window, SECRETARY)
    signer = signer_of(window)
    press(signer, "yes_its_me")
    for _ in range(RUN):
        assert desk.ceremonies()[0].signatures == window.controller.ceremonies[0].signatures
        read_one(signer)
    assert step_of(signer) == "run_step"
    assert "memastikan daftar lembar" in window.calling.words
    step = signer.findChild(QWidget, "run_step")
    assert step is not None
    shown = words_on(step)
    assert "Anda menjadi saksi pada 3 lembar ini?" in shown
    (ceremony,) = desk.ceremonies()
    witnessed = [ceremony.sheet(one) for one in window.calling._sitting.run]  # type: ignore[union-attr]  # running
    for sheet in witnessed:
        assert sheet.serial in shown
        assert (sheet.frozen_sha256 or "")[:16] in shown
    press(signer, "run_confirm")
    for number in range(RUN):
        assert step_of(signer) == "sign_step"
        write(signer, 40 + number)
        press(signer, "sign")
    assert not window.calling.running
    said = evidences(desk)
    assert len(said) == RUN
    assert len({one.ink_digest for one in said}) == RUN
    for one in said:
        assert one.pages_seen == one.pages
        assert one.receipt is not None
        assert one.receipt.run is not None
        assert one.receipt.run.count == RUN
    assert len({one.receipt.run.sha256 for one in said if one.receipt and one.receipt.run}) == 1


def test_one_may_read_again_before_and_after_confirming(qtbot: QtBot, window: OperatorWindow, desk: Desk) -> None:
    call(window, SECRETARY)
    signer = signer_of(window)
    press(signer, "yes_its_me")
    for _ in range(RUN):
        read_one(signer)
    press(signer, "run_read_again")
    for _ in range(RUN):
        read_one(signer)
    press(signer, "run_confirm")
    press(signer, "read_again")
    read_one(signer)
    assert step_of(signer) == "sign_step"
    write(signer)
    press(signer, "sign")
    assert step_of(signer) == "sign_step"
    window.calling.recall()
    assert [one.receipt is not None and one.receipt.run is not None for one in evidences(desk)] == [True]
    # Who comes back reads what is left, and confirms a list of that.
    call(window, SECRETARY)
    press(signer, "yes_its_me")
    for _ in range(RUN - 1):
        read_one(signer)
    assert step_of(signer) == "run_step"
    window.calling.recall()


def test_a_declined_sheet_is_on_no_list(qtbot: QtBot, window: OperatorWindow, desk: Desk) -> None:
    call(window, SECRETARY)
    signer = signer_of(window)
    press(signer, "yes_its_me")
    read_one(signer)
    decline(signer, "decline_reading")
    decline(signer, "decline_reading")
    # One sheet is no run: it was read, and is signed without a list.
    assert step_of(signer) == "sign_step"
    write(signer)
    press(signer, "sign")
    assert not window.calling.running
    (said,) = evidences(desk)
    assert said.receipt is not None
    assert said.receipt.run is None
    assert len(desk.ceremonies()[0].declines) == RUN - 1


def decline(signer: SignerWindow, button: str) -> None:
    press(signer, button)
    find(signer, "decline_reason_1").click()
    press(signer, "decline_confirm")
    settle()
