"""What the audience may see of a ceremony: occasion, who signs, who is next, how many of how many; nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kpu_desk.domain.acts_rundown import running_step
from kpu_desk.domain.calling import USUAL, CallingOrder, willing_signers
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import BEFORE_OPENING, CeremonyState
from kpu_desk.domain.officials import Official
from kpu_desk.domain.rundown import Step

STEPPING = frozenset({CeremonyState.OPEN, CeremonyState.PAUSED})


class HallStep(Enum):
    """Where the ceremony is, as the hall is told."""

    NOTHING = "nothing"  # no ceremony on the desk
    SOON = "soon"
    SIGNING = "signing"
    RUNNING = "running"  # a step of the rundown at which nobody signs
    WAITING = "waiting"  # open, nobody at the pad
    PAUSED = "paused"  # never why
    DONE = "done"


@dataclass(frozen=True, slots=True)
class HallPerson:
    """Name and office of somebody, as they are announced; never a NIP, a reason or a document."""

    name: str
    office: str


@dataclass(frozen=True, slots=True)
class HallView:
    """Everything that the projector shows, by value: what is not here cannot be shown there.

    Attributes:
        agenda, lead: the running step of the rundown and who leads it; empty for none.
        done: how many sheets are completely signed, of ``total``; private sheets are counted like any other.
    """

    step: HallStep
    occasion: str = ""
    title: str = ""
    now: HallPerson | None = None
    next: HallPerson | None = None
    done: int = 0
    total: int = 0
    agenda: str = ""
    lead: str = ""


def hall_view(ceremony: Ceremony | None, at_pad: str = "", order: CallingOrder = USUAL) -> HallView:
    """What the hall sees while ``at_pad`` (an official's id, empty for nobody) is at the signer's window."""
    if ceremony is None or ceremony.state is CeremonyState.VOID:
        return HallView(HallStep.NOTHING)
    paused = ceremony.session_state is CeremonyState.PAUSED
    queue = [official for official in willing_signers(ceremony, order) if official.id != at_pad]
    step = running_step(ceremony) if ceremony.state in STEPPING else None
    awaited = [sheet for sheet in ceremony.sheets if not ceremony.is_waived(sheet)]
    return HallView(
        _step(ceremony, at_pad, step),
        ceremony.occasion,
        ceremony.title,
        _person(ceremony, ceremony.official(at_pad)) if at_pad and not paused else None,
        _person(ceremony, queue[0]) if queue else None,
        sum(ceremony.is_complete(sheet) for sheet in awaited),
        len(awaited),
        step.title if step is not None else "",
        step.lead if step is not None else "",
    )


def _step(ceremony: Ceremony, at_pad: str, step: Step | None) -> HallStep:
    if ceremony.state in BEFORE_OPENING:
        return HallStep.SOON
    if ceremony.session_state is CeremonyState.PAUSED:
        return HallStep.PAUSED
    if at_pad:
        return HallStep.SIGNING
    if step is not None and not step.documents:
        return HallStep.RUNNING
    waits = ceremony.state is CeremonyState.OPEN or ceremony.late is not None
    return HallStep.WAITING if waits else HallStep.DONE


def _person(ceremony: Ceremony, official: Official) -> HallPerson:
    return HallPerson(official.name, ceremony.office_of(official.id))
