"""The real windows over a real office: what an interruption leaves, and that all that happens on the pad is counted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kpu_desk.domain.evidence import Evidence
from kpu_desk.domain.journal import Event, verify_chain
from kpu_desk.gui.operator.interrupted import offer_to_go_on
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.services import opening
from kpu_desk.services.desk import Desk
from kpu_desk.services.interrupted import who_was_writing
from kpu_desk.storage import inks, journal_rows
from tests.gui import real_desk
from tests.gui.pen_events import Sample, TestPen, mouse_stroke
from tests.gui.test_desk_calling import call, signer_of
from tests.gui.test_signer_window import canvas_of, find, press, read_to_the_end, settle, step_of, write
from tests.services.test_pad import die

PEOPLE = 7
SIGNER = 6


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A workspace in which everybody is here and nobody has signed."""
    root = tmp_path / "kantor"
    desk = real_desk.set_up(root)
    real_desk.opened(desk, PEOPLE, present=PEOPLE)
    desk.close()
    return root


@contextmanager
def windows(qtbot: QtBot, root: Path, *, killed: bool = False) -> Iterator[tuple[Desk, OperatorWindow]]:
    """The office opened with its windows; a killed program says and tidies nothing."""
    desk = opening.unlock(root, real_desk.PASSPHRASE, real_desk.ACTOR)
    with real_desk.desk_beside_signer(qtbot, desk, signer_shown=True) as window:
        yield desk, window
        if killed:
            signer_of(window).kept.disconnect()
            die(desk)
            window.calling.recall()
    if not killed:
        desk.close()


def come_to_the_pad(window: OperatorWindow, *, called: bool = False) -> None:
    if not called:
        call(window, SIGNER)
    settle()
    press(signer_of(window), "yes_its_me")
    read_to_the_end(signer_of(window))
    press(signer_of(window), "have_read")


def line(number: int, count: int = 30) -> list[Sample]:
    return [(100.0 + 6 * n, 40.0 + 20 * number + 7 * n % 30, 0.5, 1_000 * number + 8 * n) for n in range(count)]


def question_of(window: OperatorWindow) -> str:
    """What is asked on the screen, or nothing."""
    asked = signer_of(window).findChild(QLabel, "pad_question")
    assert asked is not None
    return asked.text() if asked.isVisible() else ""


def journal_of(desk: Desk, *events: Event) -> list[dict[str, Any]]:
    with desk.database.reading() as session:
        entries = list(journal_rows.read_all(session))
    verify_chain(entries)
    return [{"event": entry.event, **json.loads(entry.facts)} for entry in entries if entry.event in events]


def evidence_of(desk: Desk) -> Evidence:
    """Of the only signature there is."""
    (ceremony,) = desk.ceremonies()
    (signature,) = ceremony.signatures
    with desk.database.reading() as session:
        return inks.signed_inks(session, signature.sheet_id)[signature.slot][1]


@pytest.mark.parametrize("answer", ["answer_yes", "answer_no"])
def test_after_the_program_was_killed_the_signer_is_asked(qtbot: QtBot, office: Path, answer: str) -> None:
    with windows(qtbot, office, killed=True) as (_, window):
        assert who_was_writing(window.controller.desk) is None
        come_to_the_pad(window)
        pen = TestPen(canvas_of(signer_of(window)))
        pen.stroke(line(1))
        pen.stroke(line(2))
        pen.press(line(3)[0])
        pen.move(line(3)[1])
        # Two strokes ended, the third is under way: it is what a kill may cost.
    with windows(qtbot, office) as (desk, window):
        # The operator brings the window back to whoever stood there; the person confirms the name.
        left = who_was_writing(desk)
        assert left is not None
        offer_to_go_on(window, left)
        name = desk.ceremonies()[0].officials[SIGNER].name
        assert window.notices.text() == f"{name} sedang menandatangani ketika program terhenti; goresannya tersimpan."
        next(one for one in window.notices.findChildren(QPushButton) if one.text() == "Panggil lagi").click()
        come_to_the_pad(window, called=True)
        signer, pad = signer_of(window), canvas_of(signer_of(window))
        assert question_of(window) == "Goresan Anda dari sebelum gangguan masih ada. Lanjutkan, atau mulai lagi?"
        yes, no = find(signer, "answer_yes"), find(signer, "answer_no")
        assert (yes.text(), no.text()) == ("Lanjutkan", "Mulai lagi")
        assert len(pad.writing.strokes) == 2
        # Until it is answered nothing is written, changed or handed over; to leave and come back asks again.
        mouse_stroke(pad, [(10, 10), (50, 50)])
        assert len(pad.writing.strokes) == 2
        others = ("sign", "undo_stroke", "clear", "bring_back", "decline", "read_again")
        assert not any(find(signer, name).isEnabled() for name in others)
        press(signer, answer)
        assert question_of(window) == ""
        assert len(pad.writing.strokes) == (2 if answer == "answer_yes" else 0)
        write(signer)
        press(signer, "sign")
        assert evidence_of(desk).discarded == (0 if answer == "answer_yes" else 1)
        acts = dict(evidence_of(desk).acts)
        # The contact on the frozen pad is no writing, and counted as well.
        expected = {"interrupted": 1, "rejected": 1} | ({} if answer == "answer_yes" else {"begun_again": 1})
        assert acts == expected
        (interrupted,) = journal_of(desk, Event.ATTEMPT_INTERRUPTED)
        assert interrupted["strokes"] == 2
        reasons = [entry["reason"] for entry in journal_of(desk, Event.ATTEMPT_DISCARDED)]
        assert reasons == ([] if answer == "answer_yes" else ["begun_again"])
        with desk.database.reading() as session:
            assert session.connection().exec_driver_sql("SELECT count(*) FROM pending_stroke").scalar() == 0


def test_who_is_taken_back_before_the_answer_is_asked_no_more_and_it_is_counted(qtbot: QtBot, office: Path) -> None:
    with windows(qtbot, office, killed=True) as (_, window):
        come_to_the_pad(window)
        TestPen(canvas_of(signer_of(window))).stroke(line(1))
    with windows(qtbot, office) as (desk, window):
        come_to_the_pad(window)
        assert question_of(window)
        window.calling.recall()
        come_to_the_pad(window)
        assert question_of(window) == ""
        assert canvas_of(signer_of(window)).is_empty
        write(signer_of(window))
        press(signer_of(window), "sign")
        assert dict(evidence_of(desk).acts) == {"interrupted": 1, "recalled": 1}


def test_every_act_on_the_pad_is_counted_with_its_reason(qtbot: QtBot, office: Path) -> None:
    with windows(qtbot, office) as (desk, window):
        come_to_the_pad(window)
        signer, pad = signer_of(window), canvas_of(signer_of(window))
        pen = TestPen(pad)
        # Cleared, brought back, cleared for good.
        pen.stroke(line(1))
        pen.stroke(line(2))
        press(signer, "clear")
        press(signer, "bring_back")
        press(signer, "clear")
        # One of two strokes taken back, the other too: the pad is empty, an attempt is gone.
        pen.stroke(line(3))
        pen.stroke(line(4))
        press(signer, "undo_stroke")
        press(signer, "undo_stroke")
        # A stroke taken back beside another, and brought back there.
        pen.stroke(line(5))
        pen.stroke(line(6))
        press(signer, "undo_stroke")
        press(signer, "bring_back")
        # The hand's mouse beside the pen is no writing.
        mouse_stroke(pad, [(10, 10), (60, 60)])
        # Not wanted after all: the ink goes, that it was there does not.
        press(signer, "decline")
        find(signer, "decline_reason_1").click()
        press(signer, "decline_confirm")
        window.calling.recall()
        come_to_the_pad_of_first_sheet(window)
        pen = TestPen(pad)
        pen.stroke(line(7))
        window.calling.recall()
        come_to_the_pad_of_first_sheet(window)
        pen.stroke([(200.0, 200.0, 0.5, 90_000)])
        press(signer, "sign")
        press(signer, "answer_yes")
        acts = dict(evidence_of(desk).acts)
        assert acts == {
            "cleared": 2,
            "redone_all": 1,
            "undone": 2,
            "undone_all": 1,
            "redone": 1,
            "rejected": 1,
            "declined": 1,
            "recalled": 1,
            "confirmed": 1,
        }
        # Cleared once for good, undone to nothing, declined, recalled.
        assert evidence_of(desk).discarded == 4
        told = journal_of(desk, Event.ATTEMPT_DISCARDED, Event.ATTEMPT_BROUGHT_BACK)
        assert [entry.get("reason", "back") for entry in told] == [
            *("cleared", "back", "cleared"),
            *("undone_all", "declined", "recalled"),
        ]
        (accepted,) = journal_of(desk, Event.SIGNATURE_ACCEPTED)
        assert accepted["attempts"] == 5
        with desk.database.reading() as session:
            connection = session.connection()
            # Of the ink nothing is left but the accepted dot, of each act a row that nothing can take away.
            assert connection.exec_driver_sql("SELECT count(*) FROM pending_stroke").scalar() == 0
            kept = connection.exec_driver_sql("SELECT act, sum(number) FROM pad_act GROUP BY act").all()
        assert {str(act): int(number) for act, number in kept} == acts


def come_to_the_pad_of_first_sheet(window: OperatorWindow) -> None:
    come_to_the_pad(window)
    assert step_of(signer_of(window)) == "sign_step"
    settle()
    assert canvas_of(signer_of(window)).is_empty
    assert isinstance(find(signer_of(window), "sign"), QPushButton)
