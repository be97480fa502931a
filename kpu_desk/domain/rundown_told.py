"""What the Berita Acara tells of the rundown: each step planned and real, and the exceptions by their numbers."""

from __future__ import annotations

from datetime import date

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.dates import long_date
from kpu_desk.domain.local_time import day_of, span
from kpu_desk.domain.minutes import RundownLine
from kpu_desk.domain.profile import Zone
from kpu_desk.domain.rundown import clock_text, planned, runs, skipped


def rundown_lines(ceremony: Ceremony, zone: Zone, day: date) -> tuple[RundownLine, ...]:
    """A line for each step (domain.md 4.4); none where nobody conducted the rundown.

    A step that ran more than once has each time; its end is its beginning and what the counter measured. Of another day
    than ``day``, that of the paper, stands which; of one whose beginning nobody told the desk, that it is not recorded.
    """
    if not ceremony.step_acts:
        return ()
    found, left = runs(ceremony.step_acts), skipped(ceremony.step_acts)
    lines = []
    for number, (step, (begin, end)) in enumerate(
        zip(ceremony.rundown, planned(ceremony.rundown, ceremony.start), strict=True), 1
    ):
        times = [span(run.begun.at, run.until, zone, day) for run in found if run.step == step.id]
        lines.append(
            RundownLine(
                number=number,
                title=step.title,
                lead=step.lead,
                planned=f"{clock_text(begin)}–{clock_text(end)}",
                real="; ".join(times) or ("–" if step.id in left else "tidak tercatat"),
                skipped=left[step.id].reason if step.id in left else "",
            )
        )
    return tuple(lines)


def notes_told(ceremony: Ceremony, zone: Zone, day: date) -> tuple[str, ...]:
    """A sentence for each note, in the order of their numbers: when, at which step, what, how mended.

    Of a note that was taken on another day than that of the paper stands on which.
    """
    numbers = {step.id: number for number, step in enumerate(ceremony.rundown, 1)}
    told = []
    for note in ceremony.notes:
        at, noted = f"Pukul {note.happened}", day_of(note.at, zone)
        if noted != day:
            at += f" (dicatat {long_date(noted)})"
        if note.step:
            at += f", acara {numbers[note.step]}"
        if note.about:
            at += f", tentang catatan {note.about}"
        what, mended = note.what.rstrip("."), note.mended.rstrip(".")
        told.append(f"{at}: {what}. Cara mengatasinya: {mended}." if mended else f"{at}: {what}.")
    return tuple(told)
