"""Ruled tables: heads, rows that are never torn apart, cells that several rows share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kpu_desk.pdf.flow import HEIGHT, Strip
from kpu_desk.pdf.page import Item, Rule, Run
from kpu_desk.pdf.typesetting import Line, Type, break_lines, set_line

PAD = 3.6
_LINE = 0.6


@dataclass(frozen=True, slots=True)
class Column:
    """One column: left edge and width in points, and how its cells are aligned."""

    x: float
    width: float
    align: str = "left"


def columns_of(x: float, widths: Sequence[float], aligns: Sequence[str]) -> tuple[Column, ...]:
    """Columns side by side from ``x`` on."""
    columns = []
    for width, align in zip(widths, aligns, strict=True):
        columns.append(Column(x, width, align))
        x += width
    return tuple(columns)


Cell = Sequence[Run]
"""The text of a cell; ``Type.line_break`` begins a new line in it."""


def head_strip(
    columns: Sequence[Column], heads: Sequence[str], kind: Type, *, numbered: bool = False, before: float = 0
) -> Strip:
    """The table's head, glued to the first row; ``numbered`` adds the line ``(1) (2) (3)`` (domain.md 1.5)."""
    cells = [
        break_lines((kind.run(head, bold=True),), column.width - 2 * PAD)
        for column, head in _pairs(columns, heads)
    ]
    height = max(len(lines) for lines in cells) * kind.leading + 2 * PAD
    items = _borders(columns, 0, -height)
    for column, lines in zip(columns, cells, strict=True):
        items += _centred(column, lines, 0, height, kind)
    if numbered:
        foot = height + kind.leading
        items += _borders(columns, -height, -foot)
        for number, column in enumerate(columns, 1):
            text = break_lines((replace(kind.run(f"({number})"), size=kind.size * 0.85),), column.width)
            items += _centred(column, text, -height, kind.leading, kind)
        height = foot
    return Strip(height, tuple(items), before=before, glued=True)


def row_strips(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    kind: Type,
    *,
    shared: frozenset[int] = frozenset(),
    continued_in: int = 0,
    least: float = 0,
    middle: bool = False,
    capacity: float = HEIGHT - 90,
) -> list[Strip]:
    """Rows that belong together, as one strip, or as several when they are longer than a page.

    Args:
        rows: cells by row and column; of a shared column only the first row's cell counts.
        shared: columns whose one cell reaches over all rows; where the rows are broken it is written again
            and the one numbered ``continued_in`` gets "(lanjutan)" behind it.
        least: least height of a row in points.
        middle: cells stand in the middle of their row instead of at its top.
        capacity: height in points that one page offers beside the repeated head.
    """
    parts: list[list[Sequence[Cell]]] = [[]]
    for row in (piece for row in rows for piece in _short_rows(columns, row, kind, shared, capacity)):
        if parts[-1] and _height(columns, [*parts[-1], row], kind, shared, least) > capacity:
            parts.append([])
        parts[-1].append(row)
    strips = []
    for index, part in enumerate(parts):
        first = part[0]
        if index:
            first = [rows[0][number] if number in shared else cell for number, cell in enumerate(first)]
            if continued_in in shared:
                first[continued_in] = (*first[continued_in], kind.run(" (lanjutan)"))
        strips.append(_part(columns, [first, *part[1:]], kind, shared, least, middle))
    return strips


def _part(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    kind: Type,
    shared: frozenset[int],
    least: float,
    middle: bool,
) -> Strip:
    heights = [_row_height(columns, row, kind, shared, least) for row in rows]
    heights[-1] += max(0.0, _shared_height(columns, rows[0], kind, shared) - sum(heights))
    total = sum(heights)
    items = _borders(columns, 0, -total)
    for number in sorted(shared):
        items += _cell(columns[number], rows[0][number], 0, total, kind, middle)
    top = 0.0
    for index, (row, height) in enumerate(zip(rows, heights, strict=True)):
        for number, (column, cell) in enumerate(zip(columns, row, strict=True)):
            if number in shared:
                continue
            items += _cell(column, cell, top, height, kind, middle)
            if index:
                items.append(Rule(column.x, top, column.x + column.width, top, _LINE))
        top -= height
    return Strip(total, tuple(items))


def _short_rows(
    columns: Sequence[Column],
    row: Sequence[Cell],
    kind: Type,
    shared: frozenset[int],
    capacity: float,
) -> list[Sequence[Cell]]:
    """The row, or its cells' lines dealt over several rows when one cell alone is longer than a page."""
    most = int((capacity - 2 * PAD) // kind.leading)
    cells = [_broken(column, cell, kind) for column, cell in zip(columns, row, strict=True)]
    count = max(-(-len(lines) // most) for lines in cells)
    if count <= 1:
        return [row]
    pieces: list[Sequence[Cell]] = []
    for index in range(count):
        pieces.append(
            [
                row[number]
                if number in shared and index == 0
                else _joined(lines[index * most : (index + 1) * most])
                for number, lines in enumerate(cells)
            ]
        )
    return pieces


def _joined(lines: Sequence[Line]) -> Cell:
    return tuple(
        replace(run, text=run.text + (" " if last else ""))
        for line in lines
        for word in line.words
        for run, last in zip(word, [False] * (len(word) - 1) + [True], strict=True)
    )


def _height(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    kind: Type,
    shared: frozenset[int],
    least: float,
) -> float:
    own = sum(_row_height(columns, row, kind, shared, least) for row in rows)
    return max(own, _shared_height(columns, rows[0], kind, shared))


def _row_height(
    columns: Sequence[Column], row: Sequence[Cell], kind: Type, shared: frozenset[int], least: float
) -> float:
    lines = [
        len(_broken(column, cell, kind))
        for number, (column, cell) in enumerate(zip(columns, row, strict=True))
        if number not in shared
    ]
    return max(least, max(lines, default=1) * kind.leading + 2 * PAD)


def _shared_height(
    columns: Sequence[Column], row: Sequence[Cell], kind: Type, shared: frozenset[int]
) -> float:
    return max(
        (len(_broken(columns[number], row[number], kind)) * kind.leading + 2 * PAD for number in shared),
        default=0.0,
    )


def _broken(column: Column, cell: Cell, kind: Type) -> tuple[Line, ...]:
    lines: list[Line] = []
    part: list[Run] = []
    for run in cell:
        if run.text == "\n":
            lines += break_lines(part, column.width - 2 * PAD)
            part = []
        else:
            part.append(run)
    lines += break_lines(part, column.width - 2 * PAD)
    return tuple(lines)


def _cell(column: Column, cell: Cell, top: float, height: float, kind: Type, middle: bool) -> list[Item]:
    lines = _broken(column, cell, kind)
    drop = (height - len(lines) * kind.leading) / 2 if middle else PAD
    return _set(column, lines, top - drop, kind, column.align)


def _centred(column: Column, lines: Sequence[Line], top: float, height: float, kind: Type) -> list[Item]:
    drop = (height - len(lines) * kind.leading) / 2
    x, width = column.x + PAD, column.width - 2 * PAD
    narrow = Column(x - PAD, width + 2 * PAD, "center")
    return _set(narrow, lines, top - drop, kind, "center")


def _set(column: Column, lines: Sequence[Line], top: float, kind: Type, align: str) -> list[Item]:
    items: list[Item] = []
    for index, line in enumerate(lines):
        text = set_line(
            line, column.x + PAD, top - (index + 0.76) * kind.leading, column.width - 2 * PAD, align
        )
        if text:
            items.append(text)
    return items


def _borders(columns: Sequence[Column], top: float, foot: float) -> list[Item]:
    left, right = columns[0].x, columns[-1].x + columns[-1].width
    items: list[Item] = [Rule(left, top, right, top, _LINE), Rule(left, foot, right, foot, _LINE)]
    edges = [column.x for column in columns] + [right]
    items += [Rule(edge, top, edge, foot, _LINE) for edge in edges]
    return items


def _pairs(columns: Sequence[Column], heads: Sequence[str]) -> list[tuple[Column, str]]:
    return list(zip(columns, heads, strict=True))
