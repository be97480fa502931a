"""The rundown: planned with times, one step at a time, nothing rewritten, and what the running step is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpu_desk.domain import rundown
from kpu_desk.domain.acts_rundown import (
    due_slots,
    is_due,
    minutes_late,
    noted,
    rundown_of,
    running_step,
    stepped,
    with_rundown,
)
from kpu_desk.domain.calling import next_signers
from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.ceremony_parts import Decline
from kpu_desk.domain.documents import Agreement, DocumentKind
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.hall import hall_view
from kpu_desk.domain.local_time import span
from kpu_desk.domain.next_thing import Do, next_thing
from kpu_desk.domain.planning import plan_minutes
from kpu_desk.domain.profile import Zone
from kpu_desk.domain.rundown import RundownNote, Signers, Step, StepAct, StepKind, StepMove
from kpu_desk.domain.rundown_told import notes_told, rundown_lines
from kpu_desk.domain.rundown_usual import usual_rundown
from tests.domain.ceremonies import AT, KINDS, arrive, draft, frozen, officials, opened, sign

A, B, C = (Step(n, StepKind.OTHER, title, 10) for n, title in enumerate(("A", "B", "C"), 1))

DAY = date(2026, 1, 22)


def act(step: int, move: StepMove, counter: int = 0, reason: str = "") -> StepAct:
    return StepAct(step, move, AT, "Petugas Rekaan", "buka", counter, reason)


def note(number: int, about: int = 0, happened: str = "09.41", what: str = "Mik mati") -> RundownNote:
    return RundownNote(number, 0, what, happened, "Diganti", AT, "Petugas Rekaan", about)


def conducting(*steps: Step) -> Ceremony:
    return replace(opened(), rundown=steps)


def test_the_usual_rundown_follows_the_documents_and_the_groups() -> None:
    steps = usual_rundown(KINDS, (Agreement.SECRETARIAT,), officials())
    assert [step.kind for step in steps if step.kind in (StepKind.READING, StepKind.SIGNING)] == [
        StepKind.SIGNING,
        StepKind.READING,
        StepKind.READING,
        StepKind.SIGNING,
        StepKind.READING,
        StepKind.SIGNING,
        StepKind.SIGNING,
    ]
    assert [step.text for step in steps if step.text] == ["pi-komisioner", "pi-asn", "pbbk"]
    assert [step.lead for step in steps if step.text] == ["Orang Rekaan 0", "Orang Rekaan 2", "Orang Rekaan 1"]
    rundown.check_steps(steps)
    only_pk = usual_rundown((DocumentKind.PK,), (Agreement.SECRETARIAT,), officials()[:3], own=True)
    assert {step.documents for step in only_pk if step.kind is StepKind.SIGNING} == {
        (DocumentKind.PK,),
        (DocumentKind.DOK,),
    }
    assert steps == tuple(rundown.step_of(rundown.step_data(step)) for step in steps)


def test_times_follow_each_other_and_a_registration_lies_before_the_start() -> None:
    door = Step(9, StepKind.REGISTRATION, "Registrasi", 30)
    times = [tuple(map(rundown.clock_text, pair)) for pair in rundown.planned((door, A, B), "09.00")]
    assert times == [("08.30", "09.00"), ("09.00", "09.10"), ("09.10", "09.20")]


def test_steps_are_added_moved_and_taken_out_and_no_id_comes_twice() -> None:
    steps = rundown.with_step((A, B, C), replace(A, id=0, title="D"), after=1)
    assert [(step.id, step.title) for step in steps] == [(1, "A"), (4, "D"), (2, "B"), (3, "C")]
    assert [step.id for step in rundown.moved(steps, 3, -2)] == [1, 3, 4, 2]
    assert rundown.moved(steps, 3, 5) == steps
    assert [step.id for step in rundown.without_step(steps, 4)] == [1, 2, 3]
    assert rundown.with_step(steps, replace(B, minutes=5))[2].minutes == 5


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ((A, replace(B, id=1)), "KPU-RUNDOWN-STEPS"),
        ((replace(A, title=" "),), "KPU-STEP-TITLE"),
        ((replace(A, lead="x" * 121),), "KPU-STEP-TITLE"),
        ((replace(A, minutes=601),), "KPU-STEP-MINUTES"),
        ((replace(A, kind=StepKind.READING),), "KPU-STEP-WHAT"),
        ((replace(A, kind=StepKind.SIGNING),), "KPU-STEP-WHAT"),
        ((replace(A, begins="9.5"),), "KPU-STEP-BEGINS"),
        ((replace(A, begins="09.30"), B, replace(C, begins="09.45")), "KPU-STEP-BEGINS"),
    ],
)
def test_a_plan_that_cannot_be_conducted_is_refused(steps: tuple[Step, ...], code: str) -> None:
    with pytest.raises(RuleError, match=code):
        with_rundown(draft(), steps)


def test_a_step_has_a_time_of_its_own_and_a_late_one_says_how_late() -> None:
    steps = (A, replace(B, begins="09.30"), C)
    assert rundown.planned(steps, "09.00") == ((540, 550), (570, 580), (580, 590))
    ceremony = conducting(*(rundown.step_of(rundown.step_data(step)) for step in steps))
    assert ceremony.rundown == steps
    late = [minutes_late(ceremony, step, "2026-01-22T02:42:10.000Z", Zone.WIB) for step in steps]
    assert late == [42, 12, 2]
    assert minutes_late(ceremony, steps[1], "2026-01-22T02:20:00.000Z", Zone.WIB) == 0
    assert minutes_late(ceremony, A, "2026-01-23T02:42:10.000Z", Zone.WIB) == 0, "another day is neither early nor late"


def test_the_plan_stands_once_the_ceremony_is_open() -> None:
    assert rundown_of(draft()) == opened().rundown != ()
    planned = with_rundown(draft(), (A,))
    assert rundown_of(planned) == (A,)
    assert rundown_of(with_rundown(planned, ())) == rundown_of(draft())
    with pytest.raises(RuleError, match="KPU-STATE"):
        with_rundown(opened(), (A,))


def test_one_step_runs_at_a_time_and_what_was_left_comes_after() -> None:
    ceremony = conducting(A, B, C)
    begun = stepped(ceremony, act(2, StepMove.BEGUN, 100))
    with pytest.raises(RuleError, match="KPU-STEP-ONE"):
        stepped(begun, act(3, StepMove.BEGUN))
    with pytest.raises(RuleError, match="KPU-STEP-RUNS"):
        stepped(begun, act(3, StepMove.ENDED))
    with pytest.raises(RuleError, match="KPU-STEP-KNOWN"):
        stepped(begun, act(4, StepMove.SKIPPED, reason="Waktu"))
    with pytest.raises(RuleError, match="KPU-STEP-SKIP"):
        stepped(begun, act(2, StepMove.SKIPPED, reason="Waktu"))
    with pytest.raises(RuleError, match="KPU-STEP-REASON"):
        stepped(begun, act(3, StepMove.SKIPPED))
    assert rundown.upcoming((A, B, C), begun.step_acts) == C
    done = stepped(begun, act(2, StepMove.ENDED, 160), act(3, StepMove.SKIPPED, reason="Waktu"))
    assert (running_step(begun), running_step(done)) == (B, None)
    assert rundown.upcoming((A, B, C), done.step_acts) == A
    assert list(rundown.skipped(done.step_acts)) == [3]
    again = stepped(done, act(3, StepMove.BEGUN, 170), act(3, StepMove.ENDED, 175), act(2, StepMove.BEGUN, 180))
    assert [(run.step, run.seconds) for run in rundown.runs(again.step_acts)] == [(2, 60), (3, 5), (2, None)]
    assert not rundown.skipped(again.step_acts)
    with pytest.raises(RuleError, match="KPU-STATE"):
        stepped(replace(again, state=CeremonyState.PAUSED), act(2, StepMove.ENDED))
    assert running_step(replace(again, state=CeremonyState.PAUSED)) == B


def test_a_step_lasts_by_the_counter_and_over_a_restart_by_the_wall_clock_but_never_less_than_nothing() -> None:
    begun = replace(act(1, StepMove.BEGUN, 1_000), at="2026-01-22T02:00:00.000Z")
    back = replace(act(1, StepMove.ENDED, 1_300), at="2026-01-22T01:00:00.000Z")
    assert rundown.seconds_between(begun, back) == 300
    restarted = replace(back, opening="lagi", counter_s=5, at="2026-01-22T02:02:00.000Z")
    assert rundown.seconds_between(begun, restarted) == 120
    assert rundown.seconds_between(begun, replace(back, opening="lagi")) == 0


def test_notes_are_numbered_and_only_ever_added() -> None:
    ceremony = noted(noted(conducting(A), note(1)), note(2, about=1))
    assert [(one.number, one.about) for one in ceremony.notes] == [(1, 0), (2, 1)]
    assert noted(replace(ceremony, state=CeremonyState.PAUSED), note(3)).notes[-1].number == 3
    for wrong, code in (
        (note(2), "KPU-NOTE-NUMBER"),
        (note(3, what=" "), "KPU-NOTE-WHAT"),
        (note(3, happened="25.00"), "KPU-NOTE-TIME"),
        (note(3, about=3), "KPU-NOTE-ABOUT"),
    ):
        with pytest.raises(RuleError, match=code):
            noted(ceremony, wrong)
    with pytest.raises(RuleError, match="KPU-STATE"):
        noted(replace(ceremony, state=CeremonyState.CLOSED), note(3))


def test_a_step_of_signing_calls_for_its_own_sheets_and_keeps_nobody_from_the_others() -> None:
    leaders = Step(1, StepKind.SIGNING, "PI", 10, documents=(DocumentKind.PI,), signers=Signers.LEADERS)
    staff = Step(2, StepKind.SIGNING, "Pegawai", 10, documents=(DocumentKind.PI,), signers=Signers.STAFF)
    ceremony = conducting(leaders, staff)
    for person in ("o0", "o2", "o4"):
        ceremony = arrive(ceremony, person)
    step = stepped(ceremony, act(1, StepMove.BEGUN))

    def kinds(at: Ceremony, person: str) -> list[str]:
        return [sheet.kind.value for sheet, _ in due_slots(at, person)]

    assert kinds(ceremony, "o0") == ["DH", "PK", "PI", "PBBK"]
    assert kinds(step, "o0") == ["DH", "PI"]
    assert (is_due(step, "o0", leaders), is_due(step, "o4", leaders)) == (True, False)
    # Whoever is called though the step is not about him signs all of it: he is not called twice.
    assert kinds(step, "o4") == ["DH", "PI", "PBBK"]
    assert [official.id for official in next_signers(step)] == ["o0", "o2", "o4"]
    later = stepped(step, act(1, StepMove.ENDED), act(2, StepMove.BEGUN))
    assert (is_due(later, "o0", staff), is_due(later, "o4", staff)) == (False, True)
    assert next_signers(later)[0].id == "o4"


def test_the_minutes_tell_each_step_by_the_counter_and_each_note_by_its_number() -> None:
    ceremony = conducting(A, B)
    assert rundown_lines(ceremony, Zone.WIB, DAY) == ()
    ceremony = noted(stepped(ceremony, act(1, StepMove.BEGUN, 60)), replace(note(1), step=1))
    ceremony = stepped(ceremony, act(1, StepMove.ENDED, 360), act(2, StepMove.SKIPPED, reason="Waktu"))
    ceremony = noted(ceremony, replace(note(2, about=1, what="Mik menyala"), mended=""))
    ceremony = stepped(ceremony, act(1, StepMove.BEGUN, 400))
    one, two = rundown_lines(ceremony, Zone.WIB, DAY)
    assert (one.planned, one.real, one.skipped) == ("09.00–09.10", "09.00–09.05; 09.00–", "")
    assert (two.real, two.skipped) == ("–", "Waktu")
    told = (
        "Pukul 09.41, acara 1: Mik mati. Cara mengatasinya: Diganti.",
        "Pukul 09.41, tentang catatan 1: Mik menyala.",
    )
    assert notes_told(ceremony, Zone.WIB, DAY) == told
    untouched = replace(ceremony, rundown=(*ceremony.rundown, C))
    assert rundown_lines(untouched, Zone.WIB, DAY)[2].real == "tidak tercatat"
    # Minutes that are drawn up on another day say of each moment which day it was.
    one, _ = rundown_lines(ceremony, Zone.WIB, DAY + timedelta(days=1))
    assert one.real == "22-01-2026 09.00–09.05; 22-01-2026 09.00–"
    night = "22-01-2026 09.00 – 23-01-2026 08.59"
    assert span(AT, "2026-01-23T01:59:00.000Z", Zone.WIB, DAY + timedelta(days=2)) == night
    first = "Pukul 09.41 (dicatat 22 Januari 2026), acara 1: Mik mati. Cara mengatasinya: Diganti."
    assert notes_told(ceremony, Zone.WIB, DAY + timedelta(days=1))[0] == first


def test_the_one_key_calls_turns_goes_on_and_closes() -> None:
    door = Step(1, StepKind.REGISTRATION, "Registrasi", 30, documents=(DocumentKind.DH,))
    reading = Step(2, StepKind.READING, "PI", 5, text="pi-asn")
    end = Step(3, StepKind.CLOSING, "Penutupan", 5)
    ceremony = conducting(door, reading, end)

    def done(at: Ceremony, pages: int = 0, *, at_pad: bool = False) -> tuple[Do, object]:
        found = next_thing(at, at_pad=at_pad, pages_left=pages)
        return found.do, found.person.id if found.person else found.step.id if found.step else None

    assert done(ceremony) == (Do.STEP, 1)
    ceremony = arrive(stepped(ceremony, act(1, StepMove.BEGUN)), "o4")
    assert done(ceremony) == (Do.CALL, "o4")
    assert done(ceremony, at_pad=True) == (Do.WAIT, None)
    listed = next(sheet for sheet in ceremony.sheets if sheet.kind is DocumentKind.DH)
    ceremony = sign(ceremony, listed.id, next(s.key for s in listed.slots if s.official_id == "o4"), 1)
    assert done(ceremony) == (Do.STEP, 2)
    ceremony = stepped(ceremony, act(1, StepMove.ENDED), act(2, StepMove.BEGUN))
    assert (done(ceremony, 2), done(ceremony)) == ((Do.TURN, 2), (Do.STEP, 3))
    last = stepped(ceremony, act(2, StepMove.ENDED), act(3, StepMove.BEGUN))
    assert done(last) == (Do.CLOSE, None)
    assert done(stepped(last, act(3, StepMove.ENDED))) == (Do.CALL, "o4")
    assert done(replace(last, state=CeremonyState.PAUSED)) == (Do.NOTHING, None)
    refused = stepped(last, act(3, StepMove.ENDED))
    for sheet, _ in refused.open_slots_of("o4"):
        refused = refused.declined(Decline(sheet.id, "o4", "belum sempat", AT))
    assert [official.id for official in next_signers(refused)] == ["o4"], "he may still be called by hand"
    assert (done(refused), hall_view(refused).next) == ((Do.CLOSE, None), None)
    minutes = plan_minutes(last, lambda: "ba")
    assert minutes is not None
    closed = arrive(last, "o0").closed(frozen((minutes,))[0], AT)
    assert done(closed) == (Do.CALL, "o0")


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(StepMove)), max_size=25))
def test_whatever_is_tried_every_run_has_one_beginning_and_at_most_one_end(
    tries: list[tuple[int, StepMove]],
) -> None:
    ceremony = conducting(A, B, C)
    for number, (step, move) in enumerate(tries):
        try:
            ceremony = stepped(ceremony, act(step, move, number, "Waktu" if move is StepMove.SKIPPED else ""))
        except RuleError:
            continue
    found = rundown.runs(ceremony.step_acts)
    assert sum(run.ended is None for run in found[:-1]) == 0
    assert len(found) == sum(one.move is StepMove.BEGUN for one in ceremony.step_acts)
    counters = [one.counter_s for run in found for one in (run.begun, run.ended) if one is not None]
    assert counters == sorted(counters)
