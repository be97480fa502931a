"""The rundown in a real workspace: journaled, kept over a crash, held by the database, ended by the closing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kpu_desk.domain.acts_rundown import rundown_of, running_step
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.errors import RosterError, RuleError
from kpu_desk.domain.rundown import Step, StepKind, runs
from kpu_desk.services import attending, preparing, rundown, turning
from kpu_desk.services.opening import unlock
from kpu_desk.services.recomposing import compose_again
from kpu_desk.storage import ceremonies, journal_rows
from tests.services.offices import (
    ACTOR,
    PASSPHRASE,
    Clock,
    make_desk,
    make_draft,
    never,
    no_progress,
    sign_everything,
)
from tests.services.test_forms_used import stored, words_of

OFFICES = ("Ketua KPU Provinsi Rekaan", "Sekretaris KPU Provinsi Rekaan", "Pelaksana")


def test_a_day_is_planned_conducted_and_kept_over_a_crash(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "kantor")
    drawn = make_draft(desk, OFFICES)
    turning.declare_ready(desk, drawn.id)
    with pytest.raises(RosterError, match="FIELD_ODD_CHARACTER"):
        rundown.plan(desk, drawn.id, (Step(1, StepKind.OTHER, "A\x07", 5),))
    planned = rundown.plan(desk, drawn.id, rundown_of(drawn)[1:])
    assert planned.state == "draft"
    opened = preparing.open_ceremony(desk, drawn.id, no_progress, never)
    assert opened.rundown == planned.rundown
    first, second, third = (step.id for step in opened.rundown[:3])
    with pytest.raises(RuleError, match="KPU-STEP-KNOWN"):
        rundown.end(desk, drawn.id)
    rundown.begin(desk, drawn.id, first)
    rundown.skip(desk, drawn.id, third, "Waktu tidak cukup")
    rundown.begin(desk, drawn.id, second)
    conducted = rundown.note(desk, drawn.id, what="Pengeras suara mati", happened="09:41", mended="Diganti")
    assert (conducted.notes[0].happened, conducted.notes[0].step, conducted.notes[0].by) == (
        "09.41",
        second,
        ACTOR.name,
    )
    assert [(run.step, run.ended is None) for run in runs(conducted.step_acts)] == [(first, False), (second, True)]
    desk.abandon()

    desk = unlock(tmp_path / "kantor", PASSPHRASE, ACTOR, clock=Clock())
    again = desk.ceremony(drawn.id)
    assert again == conducted
    step = running_step(again)
    assert step is not None
    assert step.id == second
    turning.pause(desk, drawn.id, "Istirahat")
    with pytest.raises(RuleError, match="KPU-STATE"):
        rundown.end(desk, drawn.id)
    rundown.note(desk, drawn.id, what="Hadirin menunggu", happened="10.00", about=1)
    turning.resume(desk, drawn.id)

    with desk.database.reading() as session:
        entries = list(journal_rows.read_all(session))
    told = [entry for entry in entries if entry.event.startswith(("step_", "rundown_", "exception_"))]
    assert [entry.event for entry in told] == [
        "rundown_changed",
        "step_begun",
        "step_skipped",
        "step_ended",
        "step_begun",
        "exception_noted",
        "exception_noted",
    ]
    assert not any(words in entry.facts for entry in told for words in ("Pengeras", "Waktu"))

    key, sets = f"'{drawn.id}'", "'2026-01-22T02:00:00.000Z', 'x', 'x', 9, ''"
    for statement in (
        f"INSERT INTO step_act (ceremony_id, step, move, at, by, opening, counter_s, reason) "
        f"VALUES ({key}, {first}, 'begun', {sets})",
        f"INSERT INTO step_act (ceremony_id, step, move, at, by, opening, counter_s, reason) "
        f"VALUES ({key}, {first}, 'ended', {sets})",
        "UPDATE step_act SET at = ''",
        "DELETE FROM step_act",
        "UPDATE rundown_note SET mended = 'x'",
        "DELETE FROM rundown_note",
        f"INSERT INTO rundown_note (ceremony_id, number, step, what, happened, mended, at, by, about) "
        f"VALUES ({key}, 9, 0, 'x', '09.00', '', '', '', 0)",
        "UPDATE ceremony SET rundown = '[]'",
    ):
        with pytest.raises(IntegrityError), desk.database.transaction() as session:
            session.execute(text(statement))

    attending.check_in(desk, drawn.id, again.officials[2].id, "dikenal petugas")
    sign_everything(desk, drawn.id)
    closed = preparing.close_ceremony(desk, drawn.id)
    assert runs(closed.step_acts)[-1].ended is not None
    minutes = next(sheet for sheet in closed.sheets if sheet.kind is DocumentKind.BA)
    printed = words_of(stored(desk, minutes.frozen_sha256 or ""))
    assert "Dilewati: Waktu tidak cukup" in printed
    assert "Cara mengatasinya: Diganti." in printed
    assert compose_again(desk, minutes.frozen_sha256 or "").same
    with desk.database.reading() as session:
        assert ceremonies.load(session, drawn.id) == closed
        events = [json.loads(entry.facts).get("step") for entry in journal_rows.read_all(session)]
    assert second in events
    desk.close()
