"""Worksheets of an XLSX file as grids; formulas stay formulas, numbers stay known as numbers."""

from __future__ import annotations

import io
import warnings
from collections import defaultdict
from datetime import date, datetime, time, timedelta

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openpyxl.worksheet.worksheet import Worksheet

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import CellKind, RawCell
from kpu_desk.domain.roster_text import is_cell_error
from kpu_desk.roster_files.grid import MOST_COLUMNS, Grid, Merge, address
from kpu_desk.roster_files.xlsx_guard import look_into


def read_xlsx(data: bytes) -> tuple[Grid, ...]:
    """The worksheets in the order of the workbook, hidden ones last.

    Raises:
        RosterError: those of ``look_into``, ``DAMAGED_FILE`` when openpyxl cannot make sense of the package and
            ``NO_SHEET`` when it finds no worksheet in it.
    """
    look_into(data)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of styles, filters and validations that it does not know; they are no part of a roster.
            warnings.simplefilter("ignore")
            workbook = load_workbook(io.BytesIO(data), data_only=False, keep_links=False)
            grids = [_grid(sheet) for sheet in workbook.worksheets]
    except RosterError:
        raise
    except Exception as error:  # the library raises whatever a damaged part makes it stumble over
        raise RosterError("DAMAGED_FILE", reason=type(error).__name__) from error
    if not grids:
        raise RosterError("NO_SHEET")
    return tuple(sorted(grids, key=lambda grid: grid.hidden))


def _grid(sheet: Worksheet) -> Grid:
    cells: dict[int, dict[int, RawCell]] = {}
    cut = False
    # The public iterators build every empty cell of the rectangle; a stray cell far away would cost seconds.
    for (number, column), cell in sorted(sheet._cells.items()):
        if isinstance(cell, MergedCell):
            continue
        raw = _raw(cell, address(number, column))
        if raw is not None and column <= MOST_COLUMNS:
            cells.setdefault(number, {})[column] = raw
        cut = cut or (raw is not None and column > MOST_COLUMNS)
    return Grid(
        sheet=sheet.title,
        cells=cells,
        merges=_merges(sheet, max(cells, default=0)),
        hidden_rows=frozenset(row for row in cells if row in sheet.row_dimensions and sheet.row_dimensions[row].hidden),
        hidden_columns=_hidden_columns(sheet),
        columns_cut=cut,
        hidden=sheet.sheet_state != "visible",
    )


def _raw(cell: Cell, ref: str) -> RawCell | None:
    value = cell.value
    match value:
        case None:
            return None
        case ArrayFormula():
            text, kind = value.text or "=", CellKind.FORMULA
        case DataTableFormula():
            text, kind = "={TABLE}", CellKind.FORMULA
        case bool() | int() | float() | datetime() | date() | time() | timedelta():
            text, kind = _number_text(value), CellKind.NUMBER
        case _:
            # Excel writes control characters as _x000D_; openpyxl leaves them so.
            text, kind = unescape(str(value)), CellKind.TEXT
            if cell.data_type == "f":
                kind = CellKind.FORMULA
            elif cell.data_type == "e" or is_cell_error(text):
                kind = CellKind.ERROR
    return RawCell(text, kind, ref) if text.strip() else None


def _number_text(value: float | datetime | date | time | timedelta) -> str:
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() and abs(value) < 1e20 else repr(value)
    return str(value)


def _merges(sheet: Worksheet, last_row: int) -> dict[int, tuple[Merge, ...]]:
    found: defaultdict[int, list[Merge]] = defaultdict(list)
    for cells in sheet.merged_cells.ranges:
        if cells.min_col <= MOST_COLUMNS and (cells.min_row, cells.min_col) != (cells.max_row, cells.max_col):
            merge = Merge(cells.min_row, cells.min_col, cells.max_row, cells.max_col)
            for row in range(merge.top, min(merge.bottom, last_row) + 1):
                found[row].append(merge)
    return {row: tuple(sorted(merges, key=lambda m: (m.top, m.left))) for row, merges in found.items()}


def _hidden_columns(sheet: Worksheet) -> frozenset[int]:
    hidden: set[int] = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden:
            first = dimension.min or 0
            hidden.update(range(first, min(dimension.max or first, MOST_COLUMNS) + 1))
    return frozenset(hidden)
