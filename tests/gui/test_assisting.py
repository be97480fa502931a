"""Signing with help and witnesses who tap: from the operator's form over the signer's real window to the record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kpu_desk.domain.assisting import Way
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.gui.operator.assist_form import AssistForm
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.gui.signer.beside import AttestStep
from kpu_desk.gui.signer.window import SignerWindow
from kpu_desk.resources import read_text
from kpu_desk.services.desk import Desk
from kpu_desk.storage import inks as store
from tests.gui import real_desk
from tests.gui.test_desk_calling import signer_of
from tests.gui.test_signer_window import find, press, read_to_the_end, settle, step_of, text_of, write

PEOPLE = 7
STATEMENTS = ("state_identity", "state_read_aloud", "state_explained")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = real_desk.set_up(tmp_path / "kantor")
    forms = tmp_path / "kantor" / "forms"
    forms.mkdir(exist_ok=True)
    (forms / "pbbk.toml").write_text('witness = "tap"\n' + read_text("forms", "pbbk.toml"), "utf-8")
    real_desk.opened(made, PEOPLE, present=PEOPLE)
    yield made
    made.close()


def people(window: OperatorWindow) -> list[str]:
    ceremony = window.controller.ceremony
    assert ceremony is not None
    return [official.id for official in ceremony.officials]


def count(window: OperatorWindow) -> int:
    assert window.controller.ceremony is not None
    return len(window.controller.ceremony.signatures)


def form_for(window: OperatorWindow, number: int) -> AssistForm:
    window.people.select(people(window)[number])
    window.acts.assist.trigger()
    settle()
    form = window.findChild(AssistForm)
    assert form is not None
    return form


def choose(form: AssistForm, way: Way, helper: str, *witnesses: str) -> None:
    form.way.setCurrentIndex(form.way.findData(way.value))
    form.helper.setCurrentIndex(form.helper.findData(helper))
    for box, witness in zip(form.witnesses, witnesses, strict=True):
        box.setCurrentIndex(box.findData(witness))


def tap_with_thumb(window: OperatorWindow) -> None:
    write(signer_of(window), 1)


def to_the_pad(signer: SignerWindow) -> None:
    read_to_the_end(signer)
    press(signer, "have_read")


@pytest.mark.parametrize("way", [Way.MARK, Way.THUMB])
def test_the_whole_way_of_a_helped_signature(window: OperatorWindow, desk: Desk, way: Way) -> None:
    ids = people(window)
    form = form_for(window, 6)
    choose(form, way, ids[3], ids[0], ids[1])
    form.submit()
    settle()
    signer = signer_of(window)
    assert "Dibacakan oleh" in text_of(signer, "sheet_list")
    press(signer, "yes_its_me")
    to_the_pad(signer)
    assert step_of(signer) == "helper_step"
    for name in STATEMENTS:
        assert not find(signer, "helper_confirm").isEnabled()
        press(signer, name)
    press(signer, "helper_confirm")
    assert ("jempol" in text_of(signer, "request")) is (way is Way.THUMB)
    tap_with_thumb(window)
    press(signer, "sign")
    assert (step_of(signer), count(window)) == ("attest_step", 0)
    for name in ("state_presence", "witness_0", "witness_1"):
        assert not find(signer, "attest_confirm").isEnabled()
        press(signer, name)
    press(signer, "attest_confirm")
    settle()
    assert count(window) == 1
    ceremony = window.controller.ceremony
    assert ceremony is not None
    signature = ceremony.signatures[0]
    assert signature.beside == (ids[3], ids[0], ids[1])
    with desk.database.reading() as session:
        evidence = next(iter(store.signed_inks(session, signature.sheet_id).values()))[1]
    assert evidence.assisted is not None
    assert evidence.assisted.way == way.value
    assert "dibacakan" in evidence.statement
    assert step_of(signer) == "read_step"  # the next sheet, with everything to be stated anew
    to_the_pad(signer)
    assert not find(signer, "helper_confirm").isEnabled()


def test_the_form_refuses_who_may_not_stand_beside(window: OperatorWindow) -> None:
    ids = people(window)
    form = form_for(window, 6)
    assert form.helper.findData(ids[6]) == -1
    form.submit()
    assert "Pendamping" in form.problem_text()
    choose(form, Way.MARK, ids[3], ids[3], ids[1])
    form.submit()
    assert "dua saksi" in form.problem_text()
    assert not window.calling.running
    form.reject()


def bound_sheet(window: OperatorWindow) -> SignerWindow:
    """The last person before the statement whose witness taps, with everything before it signed."""
    window.people.select(people(window)[6])
    window.call()
    settle()
    signer = signer_of(window)
    press(signer, "yes_its_me")
    ceremony = window.controller.ceremony
    assert ceremony is not None
    for number, (sheet, _slot) in enumerate(ceremony.open_slots_of(people(window)[6])):
        to_the_pad(signer)
        write(signer, 40 + number)  # the same ink twice would be refused
        press(signer, "sign")
        if sheet.kind is DocumentKind.PBBK:
            break
    return signer


def test_a_statement_waits_for_the_tap_of_its_witness(window: OperatorWindow) -> None:
    signer = bound_sheet(window)
    before = count(window)
    assert step_of(signer) == "attest_step"
    assert not find(signer, "attest_confirm").isEnabled()
    press(signer, "witness_0")
    press(signer, "witness_0")  # taken back
    assert not find(signer, "attest_confirm").isEnabled()
    press(signer, "attest_back")
    assert step_of(signer) == "sign_step"
    press(signer, "sign")
    press(signer, "witness_0")
    press(signer, "attest_confirm")
    settle()
    assert count(window) == before + 1
    ceremony = window.controller.ceremony
    assert ceremony is not None
    assert len(ceremony.signatures[-1].witnesses) == 1


def test_who_does_not_confirm_in_time_is_asked_again(qtbot: QtBot, window: OperatorWindow) -> None:
    signer = bound_sheet(window)
    step = signer.findChild(AttestStep)
    assert step is not None
    press(signer, "witness_0")
    assert find(signer, "attest_confirm").isEnabled()
    step._timer.setInterval(1)
    qtbot.waitUntil(lambda: "telah lewat" in text_of(signer, "attest_request"))
    assert not find(signer, "attest_confirm").isEnabled()
    press(signer, "witness_0")
    assert [tap.asked for tap in step.taps()] == [2]
    press(signer, "attest_confirm")
    settle()
    ceremony = window.controller.ceremony
    assert ceremony is not None
    assert ceremony.signatures[-1].witnesses


def test_a_witness_who_is_not_here_is_named_at_the_call(window: OperatorWindow) -> None:
    controller = window.controller
    ceremony = controller.ceremony
    assert ceremony is not None
    own = next(s for s in ceremony.sheets if s.kind is DocumentKind.PBBK and s.subject_id == people(window)[6])
    witness = own.slots[0].witness_id
    assert witness is not None
    assert controller.undo_check_in(witness)
    told: list[object] = []
    window.calling.problem.connect(told.append)
    assert not window.calling.call(people(window)[6])
    assert "belum tercatat hadir" in str(told)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (911, 512)])
def test_everything_fits(window: OperatorWindow, size: tuple[int, int]) -> None:
    ids = people(window)
    form = form_for(window, 6)
    choose(form, Way.MARK, ids[3], ids[0], ids[1])
    form.submit()
    signer = signer_of(window)
    signer.resize(*size)
    press(signer, "yes_its_me")
    to_the_pad(signer)
    names = ["helper_confirm", *STATEMENTS]
    for step in range(2):
        settle()
        for name in names:
            shown = find(signer, name)
            corner = shown.mapTo(signer, shown.rect().bottomRight())
            assert signer.rect().contains(corner), name
            assert shown.height() >= shown.sizeHint().height(), name
        if step == 0:
            for name in STATEMENTS:
                press(signer, name)
            press(signer, "helper_confirm")
            tap_with_thumb(window)
            press(signer, "sign")
            names = ["attest_confirm", "state_presence", "witness_0", "witness_1"]
