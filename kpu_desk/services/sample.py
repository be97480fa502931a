"""The sample workspace: a ceremony from the news to look at, one of invented people to practise; no passphrase."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from kpu_desk.domain.documents import Attachment, BudgetLine, Mark, Target
from kpu_desk.domain.invented_people import invent_people
from kpu_desk.domain.journal import Actor
from kpu_desk.domain.profile import OfficeProfile
from kpu_desk.domain.roster import RosterReading
from kpu_desk.resources import read_text
from kpu_desk.services import opening, preparing
from kpu_desk.services.desk import Desk
from kpu_desk.storage.keys import ArgonCost

# Nothing in the sample is secret, so its passphrase is not either; it is encrypted only because every workspace is.
_PASSPHRASE = "contoh tanpa rahasia"  # noqa: S105 -- see the line above
_COST = ArgonCost(8, 1)

ACTOR = Actor("Petugas Contoh", "Operator")


def open_sample(root: Path, actor: Actor = ACTOR) -> Desk:
    """Opens the sample workspace, making it first where it is missing. Every page of it carries CONTOH.

    Raises:
        StorageError: as :func:`kpu_desk.services.opening.unlock`.
    """
    if opening.is_set_up(root):
        return opening.unlock(root, _PASSPHRASE, actor)
    sample = tomllib.loads(read_text("sample", "ceremony.toml"))
    desk, _ = opening.set_up(root, _profile(sample["profile"]), _PASSPHRASE, actor, mark=Mark.CONTOH, cost=_COST)
    try:
        _practice(desk, sample)
        _from_the_news(desk, sample)
    except BaseException:
        desk.close()
        raise
    return desk


def sample_attachment(institution: str) -> Attachment:
    """Targets and budget of domain.md 9.2, printed with DATA CONTOH."""
    sample = tomllib.loads(read_text("sample", "targets.toml"))
    return Attachment(
        institution=institution,
        targets=tuple(Target(row["objective"], row["indicator"], row["target"]) for row in sample["target"]),
        budget=tuple(BudgetLine(row["programme"], row["amount"], row["note"]) for row in sample["budget"]),
        sample=True,
    )


def _profile(values: dict[str, Any]) -> OfficeProfile:
    return OfficeProfile(
        name=values["name"],
        short_name=values["short_name"],
        place=values["place"],
        letterhead=tuple(values["letterhead"]),
        address=tuple(values["address"]),
        region_code=values["region_code"],
    )


def _plan(values: dict[str, Any], title: str, occasion: str) -> preparing.CeremonyPlan:
    return preparing.CeremonyPlan(
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
