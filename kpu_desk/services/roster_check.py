"""Looking at a roster without importing it: the reading, with everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from kpu_desk.domain.roster import RosterReading, Severity
from kpu_desk.domain.roster_mapping import ColumnMapping, Placing, RosterRequest, SheetSketch

if TYPE_CHECKING:
    from kpu_desk.roster_files.contained import Reader

    RosterReader: TypeAlias = Reader

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Unprintable = Literal["refuse", "mark"]

MARK = "\u25ca"
"""What stands for a character that no face on paper has; a lozenge, which no name is written with."""


def check_roster(
    path: Path,
    today: date | None = None,
    *,
    sheet: str | None = None,
    mapping: ColumnMapping | None = None,
    placing: Placing | None = None,
    unprintable: Unprintable = "refuse",
    progress: Progress = lambda _done, _total: None,
    cancelled: Cancelled = lambda: False,
    reader: RosterReader | None = None,
) -> RosterReading:
    """What an import of the file would bring; the file is only read, by a child process with limits.

    Args:
        today: the day by which ages in NIPs are judged, by default that of the clock.
        sheet: name of the worksheet; by default the first that holds a roster.
        mapping: what the office's own headers mean, besides the usual words.
        placing: columns pointed at by hand in this file; wins over all words.
        unprintable: whether a text with characters outside the faces on paper is refused, or comes in with
            ``MARK`` in the place of each of them.
        reader: of :func:`ready_reader`; used up.

    Raises:
        RosterError: the file is no roster; ``roster_error_sentence`` says it in words.
        KnownError: CANCELLED.
    """
    from kpu_desk.roster_files.desk_reading import read_roster_contained

    day = today or datetime.now(tz=UTC).date()
    request = RosterRequest(sheet, mapping or ColumnMapping(), placing)
    found = read_roster_contained(path, day, request, progress, cancelled, reader=reader)
    foreign = unprintable_characters(found.characters)
    if not foreign:
        return found.reading
    # Seldom: the rules are asked again with what the faces lack, so that every refusal names its cell.
    request = replace(request, foreign=foreign, mark=MARK if unprintable == "mark" else None)
    return read_roster_contained(path, day, request, progress, cancelled).reading


def ready_reader() -> RosterReader:
    """A child process for the next roster, started while a person still looks for the file; closed if none comes."""
    from kpu_desk.roster_files.desk_reading import roster_reader

    return roster_reader()


def worksheets(
    path: Path, mapping: ColumnMapping | None = None, cancelled: Cancelled = lambda: False
) -> tuple[SheetSketch, ...]:
    """The worksheets to choose from and their first rows, hidden ones last; a CSV file is one without a name.

    Raises:
        RosterError: the file is no spreadsheet. KnownError: CANCELLED.
    """
    from kpu_desk.roster_files.desk_reading import sketch_worksheets

    return sketch_worksheets(path, RosterRequest(mapping=mapping or ColumnMapping()), cancelled)


def unprintable_characters(characters: Iterable[str]) -> frozenset[str]:
    """Those that cannot be set on paper; ASCII needs no font to be looked at."""
    unusual = [char for char in characters if not char.isascii()]
    if not unusual:
        return frozenset()
    from kpu_desk.pdf.fonts import unprintable

    return unprintable(unusual)


def exit_status(reading: RosterReading) -> int:
    """0 for a roster with nothing to correct, 1 when there is an error or a warning."""
    return int(bool(reading.count(Severity.ERROR) or reading.count(Severity.WARNING)))
