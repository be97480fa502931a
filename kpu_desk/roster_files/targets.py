"""Targets of a Perjanjian Kinerja from a spreadsheet: sasaran, indikator and target under a header of those words."""

from __future__ import annotations

from pathlib import Path

from kpu_desk.domain.documents import Target
from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import CellKind
from kpu_desk.domain.roster_text import fold, odd_character
from kpu_desk.roster_files.contained import Tell, run_contained
from kpu_desk.roster_files.grid import Grid, address
from kpu_desk.roster_files.reading import read_grids

LONGEST_TEXT = 1_000
"""Characters of a cell; an indicator is a sentence, not a page."""

_WORDS = {"objective": "sasaran", "indicator": "indikator", "target": "target"}


def read_targets(path: Path) -> tuple[Target, ...]:
    """Reads all rows below the header, in a child process with limits.

    A sasaran written once for several indicators counts for each of them.

    Raises:
        RosterError: what :func:`~kpu_desk.roster_files.reading.read_grids` raises, NO_TARGET_HEADER, NO_TARGETS,
            TARGET_CELL with ``cell`` for a cell that is a formula, an error value, too long or holds control
            characters, TARGET_INCOMPLETE with ``row`` where sasaran, indikator or target is missing.
    """
    targets: tuple[Target, ...] = run_contained(_read, path)
    return targets


def _read(path: Path, _tell: Tell) -> tuple[Target, ...]:
    grids, _ = read_grids(path)
    for grid in grids:
        header = _header(grid)
        if header is not None:
            return _rows(grid, *header)
    raise RosterError("NO_TARGET_HEADER")


def _header(grid: Grid) -> tuple[int, dict[str, int]] | None:
    for row in sorted(grid.cells):
        labels = {column: fold(text).casefold() for column, text in grid.labels(row).items()}
        places = {
            field: column
            for field, word in _WORDS.items()
            for column, label in sorted(labels.items(), reverse=True)
            if label.startswith(word)
        }
        if places.keys() == _WORDS.keys():
            return row, places
    return None


def _rows(grid: Grid, header: int, places: dict[str, int]) -> tuple[Target, ...]:
    targets: list[Target] = []
    objective = ""
    for row in sorted(number for number in grid.cells if number > header):
        texts = {field: _text(grid, row, column) for field, column in places.items()}
        if not any(texts.values()) or _is_numbering(texts):
            continue
        objective = texts["objective"] or objective
        if not (objective and texts["indicator"] and texts["target"]):
            raise RosterError("TARGET_INCOMPLETE", row=row)
        targets.append(Target(objective, texts["indicator"], texts["target"]))
    if not targets:
        raise RosterError("NO_TARGETS")
    return tuple(targets)


def _text(grid: Grid, row: int, column: int) -> str:
    cell = grid.row(row).get(column)
    if cell is None:
        return ""
    text = fold(cell.text)
    unsafe = cell.kind in (CellKind.FORMULA, CellKind.ERROR)
    if unsafe or len(text) > LONGEST_TEXT or odd_character(text) is not None:
        raise RosterError("TARGET_CELL", cell=address(row, column))
    return text


def _is_numbering(texts: dict[str, str]) -> bool:
    """Whether the row holds the column numbers ``(1) (2) (3)`` under a header (domain.md 1.5)."""
    return all(text.strip("() ").isdigit() for text in texts.values() if text) and len(set(texts.values())) == 3
