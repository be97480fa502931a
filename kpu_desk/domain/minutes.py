"""What the Berita Acara tells: counts, names and sentences, as they are printed (domain.md 4.4)."""

from __future__ import annotations

from dataclasses import dataclass

from kpu_desk.domain.documents import DocumentKind


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many sheets of one kind there are, how many are complete, and how many signatures they carry."""

    kind: DocumentKind
    sheets: int
    complete: int
    signatures: int


@dataclass(frozen=True, slots=True)
class RundownLine:
    """One step in the minutes: planned and real local times, and why it was skipped, "" if it was not."""

    number: int
    title: str
    lead: str
    planned: str
    real: str
    skipped: str = ""


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the Berita Acara tells, taken from the real log (domain.md 4.4).

    ``opened`` and ``closed`` are local clock times ``HH.MM``; ``absent`` and ``pending`` are printed names; ``void``
    says of each sheet that became void why it did and which one stands in its place; ``words`` are the closing words;
    ``despite`` says what was not ready when the ceremony was opened all the same, and why; ``clock`` where the times
    come from, who checked the clock, and in the journal's order what happened to it, with the pauses. The minutes of a
    late sitting have its number, from 1, as ``sitting``, the day of the ceremony in words, and in ``late`` who signed
    what and when. ``rundown`` and ``notes`` say how the day really went, nothing where nobody conducted it.
    """

    opened: str
    closed: str
    present: int
    invited: int
    counts: tuple[KindCount, ...]
    witnesses: tuple[str, ...]
    absent: tuple[str, ...]
    pending: tuple[str, ...]
    originals: int = 1
    void: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    despite: tuple[str, ...] = ()
    clock: tuple[str, ...] = ()
    sitting: int = 0
    ceremony_day: str = ""
    late: tuple[str, ...] = ()
    rundown: tuple[RundownLine, ...] = ()
    notes: tuple[str, ...] = ()
