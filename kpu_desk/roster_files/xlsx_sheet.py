"""One worksheet read from its XML: filled cells in their places, formulas as formulas, numbers known as numbers."""

from __future__ import annotations

import re
from collections import defaultdict

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import CellKind, RawCell
from kpu_desk.domain.roster_text import is_cell_error
from kpu_desk.roster_files.grid import MOST_COLUMNS, MOST_ROWS, Grid, Merge, column_letter
from kpu_desk.roster_files.xlsx_package import both

_MOST_CELLS = 500_000
_MOST_MERGED_CELLS = 400_000
_MOST_MOVED = 2_000
_LONGEST_MOVED = 1_000
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_COLUMNS = {column_letter(number): number for number in range(1, _LAST_COLUMN + 1)}
_DIGITS = "0123456789"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")

_ELEMENTS = {name: kind for kind in ("row", "c", "v", "f", "is", "t", "rPh", "col", "mergeCell") for name in both(kind)}


class SheetReader:
    """Takes the events of a worksheet's XML (ECMA-376 part 1, 18.3.1); :meth:`grid` gives what was in it.

    Args:
        shared: the workbook's shared strings.
        dates: of each cell format, whether it shows its number as a date or time.
    """

    def __init__(self, shared: list[str], dates: list[bool]) -> None:
        self._shared, self._dates = shared, dates
        self._cells: dict[int, dict[int, RawCell]] = {}
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._merges: list[Merge] = []
        self._masters: dict[str, tuple[str, str]] = {}
        self._count = self._merged = self._moved = 0
        self._cut = False
        self._row = self._column = 0
        self._cell: dict[str, str] = {}
        self._formula: dict[str, str] | None = None
        self._formula_text = self._value = ""
        self._inside = ""
        self._phonetic = False
        self._texts: list[str] = []

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        kind = _ELEMENTS.get(name)
        if kind is None:
            return
        if kind == "c":
            self._begin_cell(attributes)
        elif kind in ("v", "f", "t"):
            self._inside = "" if self._phonetic else kind
            if kind == "f":
                self._formula = attributes
            if kind != "t":
                self._texts = []
        elif kind == "row":
            self._begin_row(attributes)
        elif kind == "is":
            self._texts = []
        elif kind == "rPh":
            self._phonetic = True
        elif kind == "col":
            if len(self._hidden_columns) < MOST_COLUMNS and _is_true(attributes.get("hidden", "")):
                first = _whole(attributes.get("min", ""))
                last = min(_whole(attributes.get("max", "")), MOST_COLUMNS)
                self._hidden_columns.update(range(first, last + 1))
        else:
            self._take_merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        """An element ends."""
        kind = _ELEMENTS.get(name)
        if kind == "v":
            self._value, self._inside = "".join(self._texts), ""
        elif kind == "c":
            self._end_cell()
        elif kind == "f":
            self._formula_text, self._inside = "".join(self._texts), ""
        elif kind == "t":
            self._inside = ""
        elif kind == "is":
            self._value = "".join(self._texts)
        elif kind == "rPh":
            self._phonetic = False

    def text(self, text: str) -> None:
        """Text inside an element."""
        if self._inside:
            self._texts.append(text)

    def grid(self, title: str, *, hidden: bool) -> Grid:
        """What was read."""
        return Grid(
            sheet=title,
            cells=self._cells,
            merges=self._merges_by_row(max(self._cells, default=0)),
            hidden_rows=frozenset(self._hidden_rows & self._cells.keys()),
            hidden_columns=frozenset(self._hidden_columns),
            columns_cut=self._cut,
            hidden=hidden,
        )

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        self._row = self._row + 1 if number is None else _whole(number)
        self._column = 0
        if not 0 < self._row <= _LAST_ROW:
            raise RosterError("DAMAGED_FILE", reason="ROW")
        if "hidden" in attributes and _is_true(attributes["hidden"]) and self._row <= MOST_ROWS:
            self._hidden_rows.add(self._row)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > _MOST_CELLS:
            raise RosterError("TOO_MANY_CELLS", most=_MOST_CELLS)
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            self._column, self._row = _place(reference)
        self._cell = attributes
        self._formula = None
        self._formula_text = self._value = ""

    def _end_cell(self) -> None:
        if self._value == "" and self._formula is None:
            return
        found = self._read()
        if found is None or not found[0].strip():
            return
        if self._row > MOST_ROWS:
            raise RosterError("TOO_MANY_ROWS", most=MOST_ROWS, row=self._row)
        if self._column > MOST_COLUMNS:
            self._cut = True
            return
        text, kind = found
        cell = RawCell(text, kind, f"{column_letter(self._column)}{self._row}")
        row = self._cells.get(self._row)
        if row is None:
            self._cells[self._row] = {self._column: cell}
        else:
            row[self._column] = cell

    def _read(self) -> tuple[str, CellKind] | None:
        if self._formula is not None:
            return self._read_formula(self._formula), CellKind.FORMULA
        value, kind = self._value, self._cell.get("t", "n")
        if kind == "s":
            text = self._shared_text(value)
        elif kind in ("inlineStr", "str"):
            text = unescaped(value)
        elif kind == "e":
            return value, CellKind.ERROR
        elif kind == "b":
            return ("TRUE" if _is_true(value.strip()) else "FALSE"), CellKind.NUMBER
        elif kind == "d":
            return value, CellKind.DATE
        else:
            return _number(value), CellKind.DATE if self._is_date() else CellKind.NUMBER
        return text, CellKind.ERROR if text[:1] == "#" and is_cell_error(text) else CellKind.TEXT

    def _shared_text(self, value: str) -> str:
        place = _whole(value.strip())
        if place >= len(self._shared):
            raise RosterError("DAMAGED_FILE", reason="SHARED_STRING")
        return self._shared[place]

    def _is_date(self) -> bool:
        style = _whole(self._cell.get("s", "0") or "0")
        return style < len(self._dates) and self._dates[style]

    def _read_formula(self, attributes: dict[str, str]) -> str:
        kind = attributes.get("t", "normal")
        here = f"{column_letter(self._column)}{self._row}"
        if kind == "dataTable":
            return "={TABLE}"
        if kind == "shared":
            group = attributes.get("si", "")
            if self._formula_text:
                self._masters[group] = (here, self._formula_text)
            elif group in self._masters:
                self._moved += 1
                origin, formula = self._masters[group]
                # A formula is never computed here; past what a person would read, its master's text is enough.
                tame = self._moved <= _MOST_MOVED and len(formula) <= _LONGEST_MOVED
                return _moved(origin, formula, here) if tame else f"={formula}"
        return "=" + unescaped(self._formula_text)

    def _take_merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        (left, top), (right, bottom) = _place(first), _place(last or first)
        self._merged += max(0, right - left + 1) * max(0, bottom - top + 1)
        if self._merged > _MOST_MERGED_CELLS:
            raise RosterError("TOO_MANY_CELLS", most=_MOST_MERGED_CELLS)
        if left <= MOST_COLUMNS and (top < bottom or left < right):
            self._merges.append(Merge(top, left, bottom, right))

    def _merges_by_row(self, last_row: int) -> dict[int, tuple[Merge, ...]]:
        found: defaultdict[int, list[Merge]] = defaultdict(list)
        for merge in self._merges:
            for row in range(merge.top, min(merge.bottom, last_row) + 1):
                found[row].append(merge)
        return {row: tuple(sorted(merges, key=lambda m: (m.top, m.left))) for row, merges in found.items()}


def unescaped(text: str) -> str:
    """The text with ``_x000D_`` as the character that it stands for (ECMA-376 part 1, 22.9.2.19)."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _moved(origin: str, formula: str, here: str) -> str:
    """A formula that several cells share, as it reads in this one."""
    from openpyxl.formula.translate import Translator, TranslatorError

    try:
        return str(Translator(f"={formula}", origin).translate_formula(here))
    except (TranslatorError, ValueError, IndexError, TypeError):  # what a forged formula makes the library raise
        return f"={formula}"


def _place(reference: str) -> tuple[int, int]:
    """Column and row of ``C7`` or ``$C$7``."""
    letters = reference.rstrip(_DIGITS)
    column = _COLUMNS.get(letters) or _COLUMNS.get(letters.replace("$", "").upper(), 0)
    row = _whole(reference[len(letters) :])
    if not column or not 0 < row <= _LAST_ROW:
        raise RosterError("DAMAGED_FILE", reason="CELL")
    return column, row


def _whole(text: str) -> int:
    if len(text) < 10 and text.isascii() and text.isdigit():
        return int(text)
    raise RosterError("DAMAGED_FILE", reason="NUMBER")


def _is_true(text: str) -> bool:
    return text in ("1", "true", "on")


def _number(value: str) -> str:
    """The number as a person would read it; a whole number without its exponent."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return text
    try:
        number = float(text)
    except ValueError as error:
        raise RosterError("DAMAGED_FILE", reason="NUMBER") from error
    return f"{number:.0f}" if number.is_integer() and abs(number) < 1e20 else repr(number)
