"""The sample sheet of the pen test, with invented people only."""

from __future__ import annotations

from kpu_desk.domain.ceremony_plan import CeremonyPlan
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.invented_people import invent_people
from kpu_desk.domain.roster import RosterReading
from kpu_desk.services import attending, preparing
from kpu_desk.services.desk import Desk

_PEOPLE = 2


def open_sample_sheet(desk: Desk) -> tuple[str, str]:
    """Opens a ceremony of invented people in a workspace that will be thrown away; gives its id and a person's."""
    local = desk.clock().astimezone(desk.profile.zone.tzinfo)
    plan = CeremonyPlan(
        title="Uji pena",
        occasion="Uji Pena",
        year=local.year,
        date=local.date(),
        start=f"{local:%H.%M}",
        place=desk.profile.place,
        venue=desk.profile.short_name,
        kinds=(DocumentKind.PBBK,),
    )
    ceremony = preparing.create_ceremony(desk, plan)
    reading = RosterReading(rows=invent_people(_PEOPLE), problems=(), sheet=None, header_row=1, columns=())
    preparing.import_roster(desk, ceremony.id, reading, "orang-rekaan.csv")
    ceremony = preparing.open_ceremony(desk, ceremony.id, lambda _done, _total: None, lambda: False)
    person = ceremony.officials[-1]
    attending.check_in(desk, ceremony.id, person.id, "dikenal petugas")
    return ceremony.id, person.id
