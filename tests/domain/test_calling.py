"""In which order people are called: by protocol, unit by unit, some of them later."""

from __future__ import annotations

from dataclasses import replace

from kpu_desk.domain.acts_rundown import due_slots, is_due, stepped
from kpu_desk.domain.calling import CallingOrder, next_signers
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.hall import hall_view
from kpu_desk.domain.next_thing import next_thing
from kpu_desk.domain.rundown import StepAct, StepMove
from kpu_desk.domain.rundown_usual import usual_rundown
from tests.domain.ceremonies import AT, arrive, opened, sign


def test_skipped_people_come_after_the_others_of_their_step_and_units_are_finished() -> None:
    offices = ("Ketua KPU", "Sekretaris KPU", *["Staf"] * 4)
    plain = opened(offices)
    units = (None, "Sekretariat", "Hukum", "Data", "Hukum", "Data")
    officials = tuple(replace(one, unit=unit) for one, unit in zip(plain.officials, units, strict=True))
    day = replace(plain, officials=officials)
    for official in officials:
        day = arrive(day, official.id)

    def called(order: CallingOrder) -> list[str]:
        return [one.id for one in next_signers(day, order) if one.id not in ("o0", "o1")]

    assert called(CallingOrder()) == ["o2", "o3", "o4", "o5"]
    assert called(CallingOrder().skip("o2").skip("o3").skip("o2")) == ["o4", "o5", "o3", "o2"]
    assert called(CallingOrder(by_unit=True)) == ["o2", "o4", "o3", "o5"]
    order = CallingOrder(by_unit=True).skip("o3").after_call("o3")
    assert called(order) == ["o3", "o5", "o2", "o4"]
    begun = stepped(day, StepAct(1, StepMove.BEGUN, AT, "Petugas Rekaan", "buka", 0))
    for skipping, expected in ((CallingOrder(), "o0"), (CallingOrder().skip("o0"), "o1")):
        person, shown = next_thing(begun, order=skipping).person, hall_view(begun, order=skipping).next
        assert person is not None
        assert shown is not None
        assert (person.id, shown.name) == (expected, day.named(expected))


def test_a_witness_is_called_once_for_a_step_though_an_own_sheet_of_a_later_one_is_left() -> None:
    day = opened(("Ketua KPU", "Anggota KPU", "Anggota KPU", "Sekretaris KPU"))
    day = replace(day, rundown=usual_rundown(day.kinds, day.agreements, day.officials))
    for official in day.officials:
        day = arrive(day, official.id)
    leaders_pi = next(step.id for step in day.rundown if step.documents == (DocumentKind.PI,))
    day = stepped(day, StepAct(leaders_pi, StepMove.BEGUN, AT, "Petugas Rekaan", "buka", 0))
    called: list[str] = []
    while any(is_due(day, one.id, day.rundown[leaders_pi - 1]) for one in day.officials):
        person = next_signers(day)[0].id
        called.append(person)
        for sheet, slot in due_slots(day, person):
            day = sign(day, sheet.id, slot.key, len(day.signatures) + 1)
    assert called == ["o0", "o1", "o2", "o3", "o0"], "the chair witnesses the others' once they have all signed"
