"""Makes the sample workspace: its office, a ceremony from the news to look at, one of invented people to practise."""

from __future__ import annotations

import tomllib
from typing import Any

from kpu_desk.domain.ceremony_plan import CeremonyPlan
from kpu_desk.domain.documents import Attachment, BudgetLine, Target
from kpu_desk.domain.invented_people import invent_people
from kpu_desk.domain.profile import OfficeProfile
from kpu_desk.domain.roster import RosterReading
from kpu_desk.resources import read_text
from kpu_desk.services import preparing
from kpu_desk.services.desk import Desk


def sample_profile() -> OfficeProfile:
    """The office of the sample."""
    return _profile(_sample()["profile"])


def fill_sample(desk: Desk) -> None:
    """Puts both ceremonies into a fresh workspace; the one from the news is the newest."""
    sample = _sample()
    _practice(desk, sample)
    _from_the_news(desk, sample)


def sample_attachment(institution: str) -> Attachment:
    """Targets and budget of domain.md 9.2, printed with DATA CONTOH."""
    sample = tomllib.loads(read_text("sample", "targets.toml"))
    return Attachment(
        institution=institution,
        targets=tuple(Target(row["objective"], row["indicator"], row["target"]) for row in sample["target"]),
        budget=tuple(BudgetLine(row["programme"], row["amount"], row["note"]) for row in sample["budget"]),
        sample=True,
    )


def _sample() -> dict[str, Any]:
    return tomllib.loads(read_text("sample", "ceremony.toml"))


def _profile(values: dict[str, Any]) -> OfficeProfile:
    return OfficeProfile(
        name=values["name"],
        short_name=values["short_name"],
        place=values["place"],
        letterhead=tuple(values["letterhead"]),
        address=tuple(values["address"]),
        region_code=values["region_code"],
    )


def _plan(values: dict[str, Any], title: str, occasion: str) -> CeremonyPlan:
    return CeremonyPlan(
        title=title,
        occasion=occasion,
        year=values["year"],
        date=values["date"],
        start=values["start"],
        place=values["place"],
        venue=values["venue"],
        basis=tuple(values["basis"]),
    )


def _practice(desk: Desk, sample: dict[str, Any]) -> None:
    """Invented people, so that whoever tries the program can sign."""
    practice = sample["practice"]
    plan = _plan(sample["ceremony"], practice["title"], practice["occasion"])
    ceremony = preparing.create_ceremony(desk, plan)
    rows = invent_people(practice["people"])
    reading = RosterReading(rows=rows, problems=(), sheet=None, header_row=1, columns=())
    preparing.import_roster(desk, ceremony.id, reading, "orang-rekaan.csv")
    preparing.set_attachment(desk, ceremony.id, sample_attachment("KPU Provinsi Contoh"))


def _from_the_news(desk: Desk, sample: dict[str, Any]) -> None:
    """Names of real persons as in the article (domain.md 9.1): the sheets can be read, never signed."""
    values = sample["ceremony"]
    ceremony = preparing.create_ceremony(desk, _plan(values, values["title"], values["occasion"]), sample=True)
    for official in sample["official"]:
        preparing.add_official(desk, ceremony.id, name=official["name"], office=official["office"])
    preparing.set_attachment(desk, ceremony.id, sample_attachment(desk.profile.short_name))
    preparing.open_ceremony(desk, ceremony.id, lambda done, total: None, lambda: False)
