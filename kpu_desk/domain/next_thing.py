"""The one next sensible thing on the day: what the operator's one key does, and says that it will do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kpu_desk.domain.acts_rundown import is_due, running_step
from kpu_desk.domain.calling import USUAL, CallingOrder, willing_signers
from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.officials import Official
from kpu_desk.domain.rundown import Step, StepKind, upcoming


class Do(Enum):
    """What is done next."""

    NOTHING = "nothing"
    WAIT = "wait"  # somebody is at the pad
    TURN = "turn"  # the page that the hall reads
    CALL = "call"
    STEP = "step"  # what runs ends, the next begins
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class NextThing:
    """What is done next, with whom (CALL) or which step (STEP)."""

    do: Do
    person: Official | None = None
    step: Step | None = None


def next_thing(
    ceremony: Ceremony | None, *, at_pad: bool = False, pages_left: int = 0, order: CallingOrder = USUAL
) -> NextThing:
    """One glance, one key (product.md, the day).

    While a step asks for signatures the next one is called, as long as somebody is here for it; a text that is read
    aloud is turned to its end; then comes the next step, after the last one whoever can still sign, and the closing.
    Nobody who declined is called so: the key would offer him again and again.

    Args:
        at_pad: whether somebody is at the signer's window.
        pages_left: of the text that the hall reads.
        order: how the operator wants people called.
    """
    if ceremony is None or ceremony.sample or ceremony.state not in (CeremonyState.OPEN, CeremonyState.CLOSED):
        return NextThing(Do.NOTHING)
    if at_pad:
        return NextThing(Do.WAIT)
    if ceremony.state is CeremonyState.OPEN:
        return _next(ceremony, pages_left, order)
    # Whoever signs the minutes, or later.
    queue = willing_signers(ceremony, order)
    return NextThing(Do.CALL, queue[0]) if queue else NextThing(Do.NOTHING)


def _next(ceremony: Ceremony, pages_left: int, order: CallingOrder) -> NextThing:
    now, queue = running_step(ceremony), willing_signers(ceremony, order)
    first = queue[0] if queue else None
    if now is not None and now.kind is StepKind.READING and pages_left > 0:
        return NextThing(Do.TURN, step=now)
    if now is not None and now.documents and first is not None and is_due(ceremony, first.id, now):
        return NextThing(Do.CALL, first, now)
    step = upcoming(ceremony.rundown, ceremony.step_acts)
    if step is not None:
        return NextThing(Do.STEP, step=step)
    if first is not None and (now is None or now.kind is not StepKind.CLOSING):
        return NextThing(Do.CALL, first)
    return NextThing(Do.CLOSE) if ceremony.signatures else NextThing(Do.NOTHING)
