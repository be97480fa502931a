"""What the Berita Acara says of time: where it comes from, who checked the clock, pauses, and what befell the clock."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.dates import long_date, thousands
from kpu_desk.domain.journal import Event, JournalEntry
from kpu_desk.domain.profile import Zone

MOST_LINES = 30
"""A day of more is told by its first ones; the journal has them all."""

When = Callable[[str], str]
Facts = Mapping[str, Any]


def time_told(
    entries: Iterable[JournalEntry], ceremony: Ceremony, zone: Zone, day: date, sitting: int = 0
) -> tuple[str, ...]:
    """Sentences in the order of the journal's counter, never of the wall clock; the first names the source.

    They begin with the opening of the desk on which the ceremony was opened, and end with the last entry given. The
    reason of a pause stays at the desk: it may name people.

    Args:
        entries: the whole journal, or as much as reaches back before the ceremony was opened, lowest number first.
        day: of the paper; a moment of another day says which.
        sitting: number of the late sitting that is told of; 0 for the ceremony itself.
    """
    told: list[str] = []
    source, running = "", False
    begun = Event.LATE_OPENED if sitting else Event.CEREMONY_OPENED
    for entry in entries:
        facts = json.loads(entry.facts)
        if entry.event == Event.DESK_OPENED and not running:
            source, told = str(facts["clock"]), []
        elif (entry.event, facts.get("ceremony")) == (begun, ceremony.id) and facts.get("number", 0) == sitting:
            # What the day before it told is in the minutes of the day; a clock that was checked still is.
            running, told = True, [one for one in told if not sitting or one.startswith(_CHECKED)]
        elif facts.get("ceremony", ceremony.id) == ceremony.id:
            sentence = _SENTENCES.get(entry.event)
            if sentence is not None:
                told.append(sentence(entry, facts, lambda at: _when(at, zone, day)))
    checked = any(sentence.startswith(_CHECKED) for sentence in told)
    # Older entries name the source alone, newer ones with what is known of it.
    name = source.partition(",")[0] or "jam sistem"
    whose = " komputer" if name == "jam sistem" else ""
    first = f"waktu menurut {name}{whose}" + ("." if checked else ", yang tidak diperiksa terhadap jam lain.")
    more = len(told) - MOST_LINES
    rest = (f"{thousands(more)} kejadian lagi tercatat di jurnal.",) if more > 0 else ()
    return tuple(words[0].upper() + words[1:] for words in (first, *told[:MOST_LINES], *rest))


_CHECKED = "jam diperiksa"


def _when(at: str, zone: Zone, day: date) -> str:
    moment = datetime.fromisoformat(at).astimezone(zone.tzinfo)
    other = "" if moment.date() == day else f"{long_date(moment.date())} "
    return f"{other}pukul {moment:%H.%M} {zone.label}"


def _jumped(_entry: JournalEntry, facts: Facts, when: When) -> str:
    before, after = (datetime.fromisoformat(facts[name]) for name in ("before", "after"))
    seconds = round((after - before).total_seconds())
    way = "maju" if seconds > 0 else "mundur"
    return (
        f"jam komputer berpindah {way} {thousands(abs(seconds))} detik, dari {when(facts['before'])} menjadi"
        f" {when(facts['after'])}."
    )


def _slept(entry: JournalEntry, facts: Facts, when: When) -> str:
    return f"komputer tidur selama {thousands(facts['seconds'])} detik sampai {when(entry.at)}."


_SENTENCES: Mapping[str, Callable[[JournalEntry, Facts, When], str]] = {
    Event.CLOCK_CHECKED: lambda entry, facts, when: (
        f"{_CHECKED} oleh {entry.actor} terhadap {facts['against']} {when(entry.at)}."
    ),
    Event.CLOCK_CHANGED: _jumped,
    Event.COMPUTER_SLEPT: _slept,
    Event.ZONE_CHANGED: lambda entry, facts, when: (
        f"zona waktu komputer berubah dari {facts['before']} menjadi {facts['after']} {when(entry.at)}."
    ),
    Event.CLOCK_BEHIND: lambda _entry, facts, when: (
        f"jam komputer menunjukkan {when(facts['now'])}, lebih awal daripada catatan sebelumnya, {when(facts['last'])}."
    ),
    Event.CLOCK_BEFORE_BUILD: lambda _entry, facts, when: (
        f"jam komputer menunjukkan {when(facts['now'])}, sebelum program ini dibuat ({facts['built']})."
    ),
    Event.DESK_OPENED: lambda entry, _facts, when: f"program dibuka lagi {when(entry.at)}.",
    Event.CEREMONY_PAUSED: lambda entry, _facts, when: f"dijeda {when(entry.at)}.",
    Event.CEREMONY_RESUMED: lambda entry, _facts, when: f"dilanjutkan {when(entry.at)}.",
}
"""By event; each ends with a full stop."""
