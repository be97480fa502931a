"""In which order people are called: by protocol, unit by unit, some of them later."""

from __future__ import annotations

from dataclasses import replace

from kpu_desk.domain.acts_rundown import stepped
from kpu_desk.domain.calling import CallingOrder, next_signers
from kpu_desk.domain.hall import hall_view
from kpu_desk.domain.next_thing import next_thing
from kpu_desk.domain.rundown import StepAct, StepMove
from tests.domain.ceremonies import AT, arrive, opened


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
