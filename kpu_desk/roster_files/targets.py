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
_FURTHER = "further "
"""Begins the name under which a column of the office's own form is found, before its number."""


def read_targets(path: Path, further: tuple[str, ...] = ()) -> tuple[Target, ...]:
    """Reads all rows below the header, in a child process with limits.

    A sasaran written once for several indicators counts for each of them.

    Args:
        further: heads of the columns that the office's form has beside these three; they become ``Target.extra``, in
            this order, and stay empty where the file has no column so called.

    Raises:
        RosterError: what :func:`~kpu_desk.roster_files.reading.read_grids` raises, NO_TARGET_HEADER, NO_TARGETS,
            TARGET_CELL with ``cell`` for a cell that is a formula, an error value, too long or holds control
            characters, TARGET_INCOMPLETE with ``row`` where sasaran, indikator or target is missing.
    """
    targets: tuple[Target, ...] = run_contained(_read, path, further)
    return targets


def _read(path: Path, further: tuple[str, ...], _tell: Tell) -> tuple[Target, ...]:
    grids, _ = read_grids(path)
    for grid in grids:
        header = _header(grid, further)
        if header is not None:
            return _rows(grid, *header, further)
    raise RosterError("NO_TARGET_HEADER")


def _header(grid: Grid, further: tuple[str, ...]) -> tuple[int, dict[str, int]] | None:
    """The row with the three words, and the column of each; a further column is found by its whole head, first.

    A form may call one "Target TW I": it must not be taken for the target.
    """
    for row in sorted(grid.cells):
        labels = {column: fold(text).casefold() for column, text in grid.labels(row).items()}
        places: dict[str, int] = {}
        for number, head in enumerate(further):
            wanted = fold(head).casefold()
            found = next((c for c, label in sorted(labels.items()) if label == wanted and c not in places.values()), 0)
            if found:
                places[f"{_FURTHER}{number}"] = found
        left = {column: label for column, label in labels.items() if column not in places.values()}
        for field, word in _WORDS.items():
            column = next((column for column, label in sorted(left.items()) if label.startswith(word)), 0)
            if column:
                places[field] = column
        if places.keys() >= _WORDS.keys():
            return row, places
    return None


def _rows(grid: Grid, header: int, places: dict[str, int], further: tuple[str, ...]) -> tuple[Target, ...]:
    targets: list[Target] = []
    objective = ""
    for row in sorted(number for number in grid.cells if number > header):
        texts = {field: _text(grid, row, column) for field, column in places.items()}
        if not any(texts.values()) or _is_numbering(texts):
            continue
        objective = texts["objective"] or objective
        if not (objective and texts["indicator"] and texts["target"]):
            raise RosterError("TARGET_INCOMPLETE", row=row)
        extra = tuple(texts.get(f"{_FURTHER}{number}", "") for number in range(len(further)))
        targets.append(Target(objective, texts["indicator"], texts["target"], extra))
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
    known = [texts[field] for field in _WORDS]
    return all(text.strip("() ").isdigit() for text in texts.values() if text) and len(set(known)) == len(known)
