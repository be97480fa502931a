"""What the Berita Acara tells of the rundown: each step planned and real, and the exceptions by their numbers."""

from __future__ import annotations

from datetime import datetime

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.minutes import RundownLine
from kpu_desk.domain.profile import Zone
from kpu_desk.domain.rundown import clock_text, planned, runs, skipped


def rundown_lines(ceremony: Ceremony, zone: Zone) -> tuple[RundownLine, ...]:
    """A line for each step (domain.md 4.4); none where nobody conducted the rundown.

    A step that ran more than once has each time; its end is its beginning and what the counter measured.
    """
    if not ceremony.step_acts:
        return ()
    found, left = runs(ceremony.step_acts), skipped(ceremony.step_acts)
    lines = []
    for number, (step, (begin, end)) in enumerate(
        zip(ceremony.rundown, planned(ceremony.rundown, ceremony.start), strict=True), 1
    ):
        times = [
            f"{_local(run.begun.at, zone)}–{'' if run.until is None else _local(run.until, zone)}"
            for run in found
            if run.step == step.id
        ]
        lines.append(
            RundownLine(
                number=number,
                title=step.title,
                lead=step.lead,
                planned=f"{clock_text(begin)}–{clock_text(end)}",
                real="; ".join(times) or "–",
                skipped=left[step.id].reason if step.id in left else "",
            )
        )
    return tuple(lines)


def notes_told(ceremony: Ceremony) -> tuple[str, ...]:
    """A sentence for each note, in the order of their numbers: when, at which step, what, how mended."""
    numbers = {step.id: number for number, step in enumerate(ceremony.rundown, 1)}
    told = []
    for note in ceremony.notes:
        at = f"pukul {note.happened}"
        if note.step:
            at += f", acara {numbers[note.step]}"
        if note.about:
            at += f", tentang catatan {note.about}"
        what, mended = note.what.rstrip("."), note.mended.rstrip(".")
        told.append(f"{at}: {what}. Cara mengatasinya: {mended}." if mended else f"{at}: {what}.")
    return tuple(told)


def _local(at: str, zone: Zone) -> str:
    return f"{datetime.fromisoformat(at).astimezone(zone.tzinfo):%H.%M}"
