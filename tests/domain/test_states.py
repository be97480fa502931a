"""The states of a ceremony: the table says what is allowed where, and everything else is refused."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from kpu_desk.domain import acts_before
from kpu_desk.domain.acts_state import annulment, pauses, turned
from kpu_desk.domain.allowed import ALLOWED, CeremonyAct
from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.ceremony_parts import Declaration, Turn
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.hall import HallStep, hall_view
from tests.domain.ceremonies import AT, arrive, draft, opened, ready, sign

TURNS = {
    CeremonyAct.DECLARE_READY: CeremonyState.READY,
    CeremonyAct.TAKE_BACK_READY: CeremonyState.DRAFT,
    CeremonyAct.PAUSE: CeremonyState.PAUSED,
    CeremonyAct.RESUME: CeremonyState.OPEN,
    CeremonyAct.ANNUL: CeremonyState.VOID,
}


def turn(ceremony: Ceremony, state: CeremonyState, reason: str = "Istirahat") -> Ceremony:
    return turned(ceremony, Turn(state, AT, "Petugas Rekaan", reason))


@pytest.mark.parametrize(("act", "state"), list(product(TURNS, CeremonyState)))
def test_a_turn_is_taken_where_the_table_allows_it_and_nowhere_else(act: CeremonyAct, state: CeremonyState) -> None:
    ceremony = replace(opened(), state=state)
    if state in ALLOWED[act]:
        assert turn(ceremony, TURNS[act]).state is TURNS[act]
    else:
        with pytest.raises(RuleError, match="KPU-STATE"):
            turn(ceremony, TURNS[act])


def test_a_void_ceremony_allows_nothing() -> None:
    assert all(CeremonyState.VOID not in states for states in ALLOWED.values())
    assert set(ALLOWED) == set(CeremonyAct)


def test_whoever_changes_what_was_declared_ready_declares_it_again() -> None:
    ceremony = ready(draft())
    assert acts_before.with_roster(ceremony, ceremony.officials).state is CeremonyState.DRAFT
    assert acts_before.with_witness(ceremony, "o4", "o3").state is CeremonyState.DRAFT
    assert acts_before.without_official(ceremony, "o4").state is CeremonyState.DRAFT
    with pytest.raises(RuleError, match="KPU-STATE"):
        draft().opened(opened().sheets, AT)
    assert ceremony.opened(opened().sheets, AT).state is CeremonyState.OPEN


def test_nobody_signs_in_a_pause_but_people_come_in_and_data_is_mended() -> None:
    ceremony = turn(arrive(opened(), "o4"), CeremonyState.PAUSED, "Salat")
    pact = next(s.id for s in ceremony.sheets if s.serial.startswith("PI") and s.subject_id == "o4")
    assert ceremony.open_slots_of("o4") == ()
    with pytest.raises(RuleError, match="KPU-STATE"):
        sign(ceremony, pact, "pembuat", 1)
    with pytest.raises(RuleError, match="KPU-STATE"):
        ceremony.closed(None, AT)
    ceremony = arrive(ceremony, "o3")
    ceremony, redraw = acts_before.corrected(ceremony, replace(ceremony.official("o4"), name="Nama Benar"))
    assert ceremony.state is CeremonyState.PAUSED
    assert redraw
    resumed = turn(ceremony, CeremonyState.OPEN, "")
    assert sign(resumed, pact, "pembuat", 1).signatures
    assert [(one.reason, two is not None and two.state) for one, two in pauses(resumed)] == [
        ("Salat", CeremonyState.OPEN)
    ]
    assert pauses(ceremony)[-1][1] is None


def test_a_pause_and_an_annulment_say_why() -> None:
    for state in (CeremonyState.PAUSED, CeremonyState.VOID):
        with pytest.raises(RuleError, match="KPU-TURN-REASON"):
            turn(opened(), state, "  ")


def test_an_annulled_ceremony_keeps_what_was_signed_and_seals_nothing() -> None:
    ceremony = arrive(opened(), "o4")
    pact = next(s.id for s in ceremony.sheets if s.serial.startswith("PI") and s.subject_id == "o4")
    void = turn(sign(ceremony, pact, "pembuat", 1), CeremonyState.VOID, "Salah daftar")
    assert len(void.signatures) == 1
    assert void.sheets_to_seal() == ()
    found = annulment(void)
    assert found is not None
    assert found.reason == "Salah daftar"
    with pytest.raises(RuleError, match="KPU-STATE"):
        void.with_sealed(pact)
    with pytest.raises(RuleError, match="KPU-ANNUL-SEALED"):
        turn(replace(ceremony, state=CeremonyState.CLOSED, sealed=frozenset({pact})), CeremonyState.VOID)


def test_the_hall_sees_that_it_is_paused_and_never_who_or_why() -> None:
    view = hall_view(turn(arrive(opened(), "o4"), CeremonyState.PAUSED, "Rahasia"), "o4")
    assert view.step is HallStep.PAUSED
    assert (view.now, view.next) == (None, None)
    assert "Rahasia" not in repr(view)
    assert hall_view(turn(opened(), CeremonyState.VOID, "Rahasia")) == hall_view(None)


def test_who_comes_after_the_closing_does_not_hold_the_list_at_the_door() -> None:
    ceremony = arrive(opened(), "o4")
    door = next(sheet for sheet in ceremony.sheets if sheet.serial == "DH-001")
    ceremony = sign(ceremony, door.id, next(s.key for s in door.slots if s.official_id == "o4"), 1)
    assert not arrive(ceremony, "o3").is_complete(door)
    late = arrive(ceremony.closed(None, AT), "o3")
    assert late.is_complete(door)
    assert door.id in late.with_sealed(door.id).sealed


def test_a_sheet_that_a_declaration_waives_is_never_sealed() -> None:
    ceremony = replace(opened(), declarations=(Declaration("o4", ("Saham",), AT),)).closed(None, AT)
    statement = next(s for s in ceremony.sheets if s.serial.startswith("PBBK") and s.subject_id == "o4")
    with pytest.raises(RuleError, match="KPU-SHEET-COMPLETE"):
        ceremony.with_sealed(statement.id)
