"""Rosters for the desk: read in a child process, brought back in pieces, so that no window ever waits for a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import Any

from kpu_desk.domain.roster import Column, ProblemCode, RosterProblem, RosterReading, RosterRow
from kpu_desk.domain.roster_everyday import EverydayPeople
from kpu_desk.domain.roster_mapping import RosterRequest, SheetSketch, SketchedRow
from kpu_desk.domain.roster_rules import unusual_characters
from kpu_desk.domain.roster_text import shown
from kpu_desk.roster_files.contained import Reader, Tell, run_contained
from kpu_desk.roster_files.grid import Grid
from kpu_desk.roster_files.header_words import find_header, words_of
from kpu_desk.roster_files.practice import practise
from kpu_desk.roster_files.reading import find_roster, judge_candidates, read_grids
from kpu_desk.roster_files.table import read_table

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

_PIECE = 1_000
_SKETCHED_ROWS = 40
_SKETCHED_COLUMNS = 40
_LONGEST_SKETCHED = 60


@dataclass(frozen=True, slots=True)
class DeskReading:
    """A reading, and the characters beyond ASCII that its people are written with."""

    reading: RosterReading
    characters: frozenset[str]


def roster_reader() -> Reader:
    """A child process for the next roster, which practises until there is one."""
    return Reader(_read, practise)


def read_roster_contained(
    path: Path,
    today: date,
    request: RosterRequest,
    progress: Progress,
    cancelled: Cancelled,
    *,
    reader: Reader | None = None,
) -> DeskReading:
    """As :func:`~kpu_desk.roster_files.reading.read_roster`, in a child process with limits.

    Args:
        reader: of :func:`roster_reader`, started ahead.

    Raises:
        RosterError: as there, and those of :func:`run_contained`.
        KnownError: CANCELLED.
    """
    everyday: list[RosterRow] = []
    judged: list[RosterRow] = []
    problems: list[RosterProblem] = []

    def take(piece: tuple[str, int, Sequence[Any]]) -> None:
        kind, total, values = piece
        if kind == "everyday":
            everyday.extend(EverydayPeople.unpacked(*values).rows())
            progress(len(everyday), total)
        elif kind == "judged":
            judged.extend(map(RosterRow._make, values))
            progress(len(everyday) + len(judged), total)
        else:
            problems.extend(RosterProblem(row, cell, ProblemCode(code), facts) for row, cell, code, facts in values)

    child = reader if reader is not None and reader.waits else roster_reader()
    found: DeskReading = child.run(path, today, request, take=take, cancelled=cancelled)
    rows = sorted((*everyday, *judged), key=itemgetter(0)) if judged else everyday
    return replace(found, reading=replace(found.reading, rows=tuple(rows), problems=tuple(problems)))


def sketch_worksheets(path: Path, request: RosterRequest, cancelled: Cancelled) -> tuple[SheetSketch, ...]:
    """The worksheets to choose from, hidden ones last; a CSV file is one. Raises as above."""
    sketches: tuple[SheetSketch, ...] = run_contained(_sketch, path, request, cancelled=cancelled)
    return sketches


def _read(path: Path, today: date, request: RosterRequest, tell: Tell) -> DeskReading:
    found, remarks = find_roster(path, today, request)
    # Whole columns and plain tuples, in pieces: a person by himself costs several times as much to hand over, and a
    # long piece holds the window.
    everyday = found.table.everyday
    for start in range(0, len(everyday), _PIECE):
        tell(("everyday", found.table.people, everyday.packed(start, start + _PIECE)))
    reading = judge_candidates(found, remarks, today, request)
    rows = [tuple(row) for row in reading.rows]
    for start in range(0, len(rows), _PIECE):
        tell(("judged", len(everyday) + len(rows), rows[start : start + _PIECE]))
    told = [(one.row, one.cell, one.code.value, one.facts) for one in reading.problems]
    for start in range(0, len(told), _PIECE):
        tell(("problems", len(told), told[start : start + _PIECE]))
    return DeskReading(replace(reading, rows=(), problems=()), unusual_characters(found.table.candidates))


def _sketch(path: Path, request: RosterRequest, _tell: Tell) -> tuple[SheetSketch, ...]:
    grids, _ = read_grids(path, words_of(request.mapping))
    return tuple(_sketch_of(grid, request) for grid in grids)


def _sketch_of(grid: Grid, request: RosterRequest) -> SheetSketch:
    words = words_of(request.mapping)
    header = find_header(grid, words)
    people = read_table(grid, header, words).people if header is not None else 0
    rows = sorted(grid.cells)[:_SKETCHED_ROWS]
    width = min(_SKETCHED_COLUMNS, max((column for row in rows for column in grid.cells[row]), default=0))
    texts = [(row, grid.labels(row)) for row in rows]
    if header is not None:
        top, places = header.top, tuple(sorted((place, column) for column, place in header.places.items()))
    else:
        top, places = _likely_header(texts), ()
        recognised = dict(texts).get(top, {})
        places = tuple(
            (place, column) for place, text in sorted(recognised.items()) if (column := words(text)) is not None
        )
    return SheetSketch(
        name=grid.sheet,
        hidden=grid.hidden,
        filled_rows=len(grid.cells),
        people=people,
        header_row=top,
        columns=_without_twins(places),
        rows=tuple(
            SketchedRow(row, tuple(shown(labels.get(place, ""), _LONGEST_SKETCHED) for place in range(1, width + 1)))
            for row, labels in texts
        ),
    )


def _likely_header(texts: Sequence[tuple[int, dict[int, str]]]) -> int:
    """The first row with the most words: a header names every column, a title none."""
    filled = [(row, len(set(labels.values()))) for row, labels in texts]
    return max(filled, key=lambda pair: (pair[1], -pair[0]), default=(0, 0))[0]


def _without_twins(places: Sequence[tuple[int, Column]]) -> tuple[tuple[int, Column], ...]:
    seen: dict[Column, int] = {}
    for place, column in places:
        seen.setdefault(column, place)
    return tuple((place, column) for column, place in seen.items())
