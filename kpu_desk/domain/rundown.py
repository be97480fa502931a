"""The rundown as values: planned steps, what really happened to them, and numbered notes; nothing is ever rewritten."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import takewhile
from typing import Any

from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.errors import RuleError

MOST_STEPS = 60
LONGEST_STEP = 600
"""Minutes."""
LONGEST_TITLE = 120
"""Letters, also of who leads: it has to be read from the last row."""
_TIME = re.compile(r"([01][0-9]|2[0-3])\.[0-5][0-9]")


class StepKind(StrEnum):
    """What a step is (domain.md 6.2). A published list: a name is never reused or given another meaning."""

    REGISTRATION = "registration"  # at the door; those at the head of the rundown lie before its start
    OPENING = "opening"
    ANTHEM = "anthem"
    PRAYER = "prayer"
    REPORT = "report"
    SPEECH = "speech"
    READING = "reading"  # a form's text is read aloud
    SIGNING = "signing"
    PHOTO = "photo"
    CLOSING = "closing"
    OTHER = "other"


class Signers(StrEnum):
    """Whose sheets a step of signing is about."""

    ALL = "all"
    LEADERS = "leaders"  # Ketua, members, Sekretaris
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Step:
    """One planned step.

    Attributes:
        id: unique in its rundown and never given again there.
        title: as it is announced and printed, Indonesian.
        minutes: planned duration.
        lead: who leads or reads; empty for nobody.
        text: of a reading, the id of the usual form; the ceremony may have chosen another in its place.
        documents, signers: of a signing, what is signed and by whom; of a registration the attendance list.
        begins: the time of day at which it is to begin, ``HH.MM``; empty for when the one before it ends.
    """

    id: int
    kind: StepKind
    title: str
    minutes: int
    lead: str = ""
    text: str = ""
    documents: tuple[DocumentKind, ...] = ()
    signers: Signers = Signers.ALL
    begins: str = ""


class StepMove(StrEnum):
    """What can happen to a step."""

    BEGUN = "begun"
    ENDED = "ended"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class StepAct:
    """That a step began, ended or was skipped; their order is the order in which they came in.

    Attributes:
        at: UTC, ISO 8601, by the wall clock; ``by`` who was at the desk.
        opening, counter_s: which opening of the desk it was, and seconds of a counter that nobody sets; two counters
            of one opening can be compared whatever became of the wall clock between them.
        reason: why it was skipped.
    """

    step: int
    move: StepMove
    at: str
    by: str
    opening: str
    counter_s: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RundownNote:
    """An exception: what, when and how it was mended. It is never changed; what follows is another note about it.

    Attributes:
        number: from 1 without gaps; ``step`` the one that ran then, 0 for none.
        happened: local time as the operator says it, ``HH.MM``; ``at`` when it was noted, UTC.
        mended: empty while it is not mended.
        about: number of the earlier note that this one goes on with; 0 for none.
    """

    number: int
    step: int
    what: str
    happened: str
    mended: str
    at: str
    by: str
    about: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """One time that a step ran; ``ended`` is None while it does."""

    step: int
    begun: StepAct
    ended: StepAct | None = None

    @property
    def seconds(self) -> int | None:
        """How long it lasted: by the counter, over a restart of the program by the wall clock; never less than 0."""
        return None if self.ended is None else seconds_between(self.begun, self.ended)

    @property
    def until(self) -> str | None:
        """When it ended, UTC: as long after its beginning as it lasted, whatever became of the wall clock."""
        if self.seconds is None:
            return None
        return (datetime.fromisoformat(self.begun.at) + timedelta(seconds=self.seconds)).isoformat()


def seconds_between(one: StepAct, two: StepAct) -> int:
    """Seconds from one act to a later one, by the counter where one opening of the desk saw both."""
    if one.opening == two.opening:
        return max(0, two.counter_s - one.counter_s)
    return max(0, round((datetime.fromisoformat(two.at) - datetime.fromisoformat(one.at)).total_seconds()))


# The plan


def planned(steps: Iterable[Step], start: str) -> tuple[tuple[int, int], ...]:
    """Begin and end of each step in minutes since midnight; a registration at the head ends when it all begins.

    Args:
        start: ``HH.MM``.
    """
    steps = tuple(steps)
    before = sum(step.minutes for step in takewhile(lambda step: step.kind is StepKind.REGISTRATION, steps))
    end = minutes_of_day(start) - before if is_time(start) else 0
    times = []
    for step in steps:
        begin = minutes_of_day(step.begins) if step.begins else end
        end = begin + step.minutes
        times.append((begin, end))
    return tuple(times)


def minutes_of_day(time: str) -> int:
    """Minutes since midnight of ``HH.MM``."""
    hours, _, minutes = time.partition(".")
    return int(hours) * 60 + int(minutes)


def clock_text(minutes: int) -> str:
    """``HH.MM`` for minutes since midnight."""
    return f"{minutes // 60 % 24:02d}.{minutes % 60:02d}"


def is_time(text: str) -> bool:
    """Whether it is a time of day, ``HH.MM``."""
    return bool(_TIME.fullmatch(text))


def with_step(steps: tuple[Step, ...], step: Step, after: int = 0) -> tuple[Step, ...]:
    """Puts a step in the place of the one of its id, or, a new one (id 0), after another or at the end."""
    if step.id:
        return tuple(step if one.id == step.id else one for one in steps)
    made = replace(step, id=max((one.id for one in steps), default=0) + 1)
    place = next((n + 1 for n, one in enumerate(steps) if one.id == after), len(steps))
    return (*steps[:place], made, *steps[place:])


def without_step(steps: tuple[Step, ...], step_id: int) -> tuple[Step, ...]:
    """Takes a step out."""
    return tuple(one for one in steps if one.id != step_id)


def moved(steps: tuple[Step, ...], step_id: int, by: int) -> tuple[Step, ...]:
    """Moves a step up (negative) or down by so many places, as far as there are some."""
    at = next((n for n, one in enumerate(steps) if one.id == step_id), None)
    if at is None:
        return steps
    rest = without_step(steps, step_id)
    to = min(max(at + by, 0), len(rest))
    return (*rest[:to], steps[at], *rest[to:])


def step_texts(steps: Iterable[Step]) -> Iterable[tuple[str, int, str]]:
    """Every text that is printed, with the name of its field and its row from 1."""
    for row, step in enumerate(steps, 1):
        yield "step", row, step.title
        yield "lead", row, step.lead


def check_steps(steps: tuple[Step, ...]) -> None:
    """KPU-RUNDOWN-STEPS, KPU-STEP-TITLE, KPU-STEP-MINUTES, KPU-STEP-WHAT, KPU-STEP-BEGINS: it can be conducted.

    A step with a time of its own begins no earlier than what stands between it and the last such time lets it.
    """
    earliest = 0
    if not 1 <= len(steps) <= MOST_STEPS or len({step.id for step in steps}) < len(steps):
        raise RuleError("KPU-RUNDOWN-STEPS", most=MOST_STEPS)
    for row, step in enumerate(steps, 1):
        if not step.title.strip() or max(len(step.title), len(step.lead)) > LONGEST_TITLE:
            raise RuleError("KPU-STEP-TITLE", row=row, most=LONGEST_TITLE)
        if not 0 <= step.minutes <= LONGEST_STEP:
            raise RuleError("KPU-STEP-MINUTES", row=row, most=LONGEST_STEP)
        if (step.kind is StepKind.READING and not step.text) or (step.kind is StepKind.SIGNING and not step.documents):
            raise RuleError("KPU-STEP-WHAT", row=row)
        if step.begins:
            if not is_time(step.begins) or minutes_of_day(step.begins) < earliest:
                raise RuleError("KPU-STEP-BEGINS", row=row)
            earliest = minutes_of_day(step.begins)
        earliest += step.minutes


# What happened


def runs(acts: Iterable[StepAct]) -> tuple[Run, ...]:
    """Each time that a step ran, in order."""
    found: list[Run] = []
    for act in acts:
        if act.move is StepMove.BEGUN:
            found.append(Run(act.step, act))
        elif act.move is StepMove.ENDED:
            found[-1] = replace(found[-1], ended=act)
    return tuple(found)


def running(acts: Iterable[StepAct]) -> int:
    """Id of the step that runs; 0 for none."""
    last = next(reversed(runs(acts)), None)
    return last.step if last is not None and last.ended is None else 0


def skipped(acts: Iterable[StepAct]) -> Mapping[int, StepAct]:
    """The steps that were skipped and did not run later either, by id."""
    acts = tuple(acts)
    ran = {act.step for act in acts if act.move is StepMove.BEGUN}
    return {act.step: act for act in acts if act.move is StepMove.SKIPPED and act.step not in ran}


def upcoming(steps: tuple[Step, ...], acts: Iterable[StepAct]) -> Step | None:
    """The next step: after the last one that began, else the first that was left; None when all is done."""
    acts = tuple(acts)
    touched = {act.step for act in acts}
    left = [step for step in steps if step.id not in touched]
    last = next((run.step for run in reversed(runs(acts))), 0)
    places = {step.id: n for n, step in enumerate(steps)}
    return next((step for step in left if places[step.id] > places.get(last, -1)), next(iter(left), None))


def check_move(steps: tuple[Step, ...], acts: tuple[StepAct, ...], act: StepAct) -> None:
    """KPU-STEP-KNOWN, KPU-STEP-ONE, KPU-STEP-RUNS, KPU-STEP-SKIP, KPU-STEP-REASON: one step at a time.

    A step that ended may begin again, and one that was skipped may come after all: each is one more act.
    """
    if all(step.id != act.step for step in steps):
        raise RuleError("KPU-STEP-KNOWN")
    now = running(acts)
    if act.move is StepMove.BEGUN and now:
        raise RuleError("KPU-STEP-ONE")
    if act.move is StepMove.ENDED and now != act.step:
        raise RuleError("KPU-STEP-RUNS")
    if act.move is StepMove.SKIPPED and any(one.step == act.step for one in acts):
        raise RuleError("KPU-STEP-SKIP")
    if act.move is StepMove.SKIPPED and not act.reason.strip():
        raise RuleError("KPU-STEP-REASON")


def check_note(steps: tuple[Step, ...], notes: Collection[RundownNote], note: RundownNote) -> None:
    """KPU-NOTE-NUMBER, KPU-NOTE-WHAT, KPU-NOTE-TIME, KPU-NOTE-ABOUT: numbered without gaps; says what and when."""
    if note.number != len(notes) + 1 or (note.step and all(step.id != note.step for step in steps)):
        raise RuleError("KPU-NOTE-NUMBER")
    if not note.what.strip():
        raise RuleError("KPU-NOTE-WHAT")
    if not is_time(note.happened):
        raise RuleError("KPU-NOTE-TIME")
    if not 0 <= note.about <= len(notes):
        raise RuleError("KPU-NOTE-ABOUT", number=note.about)


# As plain values


def step_data(step: Step) -> dict[str, object]:
    """The step as it is stored; only what says something."""
    data: dict[str, object] = {"id": step.id, "kind": step.kind.value, "title": step.title, "minutes": step.minutes}
    if step.lead:
        data["lead"] = step.lead
    if step.text:
        data["text"] = step.text
    if step.documents:
        data |= {"documents": [kind.value for kind in step.documents], "signers": step.signers.value}
    if step.begins:
        data["begins"] = step.begins
    return data


def step_of(data: Mapping[str, Any]) -> Step:
    """The step that ``step_data`` gave."""
    return Step(
        data["id"],
        StepKind(data["kind"]),
        data["title"],
        data["minutes"],
        data.get("lead", ""),
        data.get("text", ""),
        tuple(map(DocumentKind, data.get("documents", ()))),
        Signers(data.get("signers", Signers.ALL.value)),
        data.get("begins", ""),
    )
