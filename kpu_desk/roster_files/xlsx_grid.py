"""Worksheets of an XLSX file as grids."""

from __future__ import annotations

import re

from kpu_desk.domain.errors import RosterError
from kpu_desk.roster_files.grid import Grid
from kpu_desk.roster_files.xlsx_package import Package, attribute, both, open_package
from kpu_desk.roster_files.xlsx_sheet import SheetReader, unescaped

_MOST_STRINGS = 500_000
_MOST_FORMATS = 65_000
_MOST_SHEETS = 255

# Built-in number formats that show a date or a time (ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 in East Asia).
_DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NO_LETTERS = re.compile(r'"[^"]*"|\[(?!h+\]|m+\]|s+\])[^\]]*\]|\\.|_.|\*.', re.IGNORECASE)
_DATE_LETTER = re.compile(r"[dmyhs]", re.IGNORECASE)

_SI, _T, _R_PH = both("si"), both("t"), both("rPh")
_SHEET = both("sheet")
_NUM_FMT, _CELL_XFS, _XF = both("numFmt"), both("cellXfs"), both("xf")


def read_xlsx(data: bytes) -> tuple[Grid, ...]:
    """The worksheets in the order of the workbook, hidden ones last.

    Raises:
        RosterError: those of :func:`open_package`, ``DAMAGED_FILE`` for parts that contradict the standard,
            ``TOO_MANY_ROWS``, ``TOO_MANY_CELLS``, and ``NO_SHEET`` when there is no worksheet in it.
    """
    with open_package(data) as package:
        workbook = package.workbook()
        relations = package.relations(workbook)
        parts = dict(relations.values())
        sheets = [
            (title, hidden, relations[identity][1])
            for title, hidden, identity in _sheets(package, workbook)
            if relations.get(identity, ("", ""))[0] == "worksheet"
        ]
        if not sheets:
            raise RosterError("NO_SHEET")
        if len({part for _, _, part in sheets}) < len(sheets):
            raise RosterError("DAMAGED_FILE", reason="SHEETS")
        shared = _shared_strings(package, parts.get("sharedStrings", ""))
        dates = _date_formats(package, parts.get("styles", ""))
        grids = []
        for title, hidden, part in sheets:
            reader = SheetReader(shared, dates)
            package.parse(part, reader.begin, reader.end, reader.text)
            grids.append(reader.grid(title, hidden=hidden))
    return tuple(sorted(grids, key=lambda grid: grid.hidden))


def _sheets(package: Package, workbook: str) -> list[tuple[str, bool, str]]:
    found: list[tuple[str, bool, str]] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name in _SHEET:
            hidden = attributes.get("state", "visible") != "visible"
            found.append((attributes.get("name", ""), hidden, attribute(attributes, "id")))
            if len(found) > _MOST_SHEETS:
                raise RosterError("TOO_MANY_SHEETS", most=_MOST_SHEETS)

    package.parse(workbook, begin)
    return found


def _shared_strings(package: Package, part: str) -> list[str]:
    """The texts that cells name by number; what is only a reading aid (rPh) is left out."""
    strings: list[str] = []
    pieces: list[str] = []
    state = {"text": False, "phonetic": False}

    def begin(name: str, _attributes: dict[str, str]) -> None:
        if name in _T:
            state["text"] = not state["phonetic"]
        elif name in _SI:
            pieces.clear()
        elif name in _R_PH:
            state["phonetic"] = True

    def end(name: str) -> None:
        if name in _T:
            state["text"] = False
        elif name in _SI:
            strings.append(unescaped("".join(pieces)))
            if len(strings) > _MOST_STRINGS:
                raise RosterError("TOO_MANY_CELLS", most=_MOST_STRINGS)
        elif name in _R_PH:
            state["phonetic"] = False

    def text(piece: str) -> None:
        if state["text"]:
            pieces.append(piece)

    if part and package.has(part):
        package.parse(part, begin, end, text)
    return strings


def _date_formats(package: Package, part: str) -> list[bool]:
    """Of each cell format, whether it shows a date or time."""
    own: dict[str, str] = {}
    numbers: list[str] = []
    inside = {"cells": False}

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name in _NUM_FMT:
            own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name in _CELL_XFS:
            inside["cells"] = True
        elif name in _XF and inside["cells"]:
            numbers.append(attributes.get("numFmtId", "0"))
        if len(own) > _MOST_FORMATS or len(numbers) > _MOST_FORMATS:
            raise RosterError("DAMAGED_FILE", reason="STYLES")

    def end(name: str) -> None:
        if name in _CELL_XFS:
            inside["cells"] = False

    if not part or not package.has(part):
        return []
    package.parse(part, begin, end)
    return [_shows_date(own[number]) if number in own else _is_built_in_date(number) for number in numbers]


def _is_built_in_date(number: str) -> bool:
    return len(number) < 4 and number.isascii() and number.isdigit() and int(number) in _DATE_FORMATS


def _shows_date(code: str) -> bool:
    letters = _NO_LETTERS.sub("", code.split(";", maxsplit=1)[0])
    return code.casefold() != "general" and bool(_DATE_LETTER.search(letters))
