"""Ruled tables: heads, rows that are never torn apart, cells that several rows share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kpu_desk.pdf import tags
from kpu_desk.pdf.flow import Strip
from kpu_desk.pdf.page import Here, Item, Rule, Run
from kpu_desk.pdf.tags import Tag
from kpu_desk.pdf.typesetting import Line, Type, break_lines, set_line

_SIDE = 3.6
_LINE = 0.6

Cell = Sequence[Run]
"""The text of a cell; ``Type.line_break`` begins a new line in it."""

_Lines = tuple[Line, ...]


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


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's columns and type, from which its strips are made.

    Attributes:
        shared: columns whose one cell reaches over all rows of a group.
        continued_in: the shared column that gets "(lanjutan)" where a group goes on on another page.
        least: least height of a row in points.
        middle: cells stand in the middle of their row instead of at its top.
        capacity: points that a page offers its rows, beside a repeated head.
        tag: the table that all heads and rows of the grid belong to.
    """

    columns: tuple[Column, ...]
    kind: Type
    shared: frozenset[int] = frozenset()
    continued_in: int = 0
    least: float = 0
    middle: bool = False
    capacity: float = 500
    tag: Tag = field(default_factory=lambda: Tag("Table"))

    @property
    def pad(self) -> float:
        """White above and below the lines of a cell: rows stay whole steps of the page's grid."""
        return self.kind.leading / (2 if self.middle else 4)

    def head(self, heads: Sequence[str], *, numbered: bool = False, before: float = 0) -> Strip:
        """The head, glued to the first row; ``numbered`` adds the line ``(1) (2) (3)`` (domain.md 1.5)."""
        kind = self.kind
        cells = [
            break_lines((kind.run(head, bold=True),), column.width - 2 * _SIDE)
            for column, head in zip(self.columns, heads, strict=True)
        ]
        height = max(map(len, cells)) * kind.leading + 2 * self.pad
        items, of = self._head_cells(self._borders(0, -height))
        for column, lines, tag in zip(self.columns, cells, of, strict=True):
            items += self._text(replace(column, align="center"), lines, 0, height, tag, middle=True)
        if numbered:
            below = kind.leading + 2 * self.pad
            numbers, of = self._head_cells(self._borders(-height, -height - below))
            items += numbers
            for number, (column, tag) in enumerate(zip(self.columns, of, strict=True), 1):
                run = replace(kind.run(f"({number})"), size=kind.size * 0.85)
                lines = break_lines((run,), column.width)
                items += self._text(replace(column, align="center"), lines, -height, below, tag, middle=True)
            height += below
        return Strip(height, tuple(items), before=before, glued=True, baseline=self.pad + kind.baseline)

    def rows(self, rows: Sequence[Sequence[Cell]], first_capacity: float | None = None) -> list[Strip]:
        """Rows that belong together: one strip, or several when they are longer than a page.

        Args:
            rows: cells by row and column; of a shared column only the first row's cell counts.
            first_capacity: points left on the present page, used only when the rows are broken anyway.
        """
        if first_capacity is None:
            first_capacity = self.capacity
        broken = [
            tuple(self._broken(column, cell) for column, cell in zip(self.columns, row, strict=True)) for row in rows
        ]
        if self._shared_height(broken[0]) > self.capacity:
            # A shared cell longer than a page cannot reach over its rows; it goes on beside them.
            blank = self._blank()
            later = [
                tuple(blank if number in self.shared else lines for number, lines in enumerate(row))
                for row in broken[1:]
            ]
            return replace(self, shared=frozenset())._strips([broken[0], *later], rows, first_capacity)
        return self._strips(broken, rows, first_capacity)

    def _strips(
        self, broken: Sequence[tuple[_Lines, ...]], rows: Sequence[Sequence[Cell]], first_capacity: float
    ) -> list[Strip]:
        pieces = [piece for row in broken for piece in self._short(row)]
        heights = [self._row_height(piece) for piece in pieces]
        whole = max(sum(heights), self._shared_height(pieces[0])) <= self.capacity
        limit = self.capacity if whole else min(first_capacity, self.capacity)
        parts: list[list[tuple[_Lines, ...]]] = [[]]
        used = 0.0
        for piece, height in zip(pieces, heights, strict=True):
            if parts[-1] and used + height > limit:
                parts.append([])
                used, limit = 0.0, self.capacity
            parts[-1].append(piece)
            used += height
        return [self._part(self._again(part, rows[0]) if index else part) for index, part in enumerate(parts)]

    def _again(self, part: list[tuple[_Lines, ...]], first: Sequence[Cell]) -> list[tuple[_Lines, ...]]:
        """The part with the shared cells of its group written again."""
        top = list(part[0])
        for number in self.shared:
            cell = tuple(first[number])
            if number == self.continued_in:
                cell = (*cell, self.kind.run(" (lanjutan)"))
            top[number] = self._broken(self.columns[number], cell)
        return [tuple(top), *part[1:]]

    def _part(self, rows: Sequence[tuple[_Lines, ...]]) -> Strip:
        heights = [self._row_height(row) for row in rows]
        heights[-1] += max(0.0, self._shared_height(rows[0]) - sum(heights))
        total = sum(heights)
        cells = self._cells(len(rows))
        # Every cell is there, the empty ones too: a table whose rows differ in length cannot be read by columns.
        items = [*(Here(tag) for row in cells for tag in row.values()), *self._borders(0, -total)]
        for number in sorted(self.shared):
            items += self._text(self.columns[number], rows[0][number], 0, total, cells[0][number], middle=self.middle)
        top = 0.0
        for row, height, of in zip(rows, heights, cells, strict=True):
            for number, (column, lines) in enumerate(zip(self.columns, row, strict=True)):
                if number in self.shared:
                    continue
                items += self._text(column, lines, top, height, of[number], middle=self.middle)
                if top:
                    items.append(Rule(column.x, top, column.x + column.width, top, _LINE))
            top -= height
        return Strip(total, tuple(items), baseline=self.pad + self.kind.baseline)

    def _head_cells(self, items: list[Item]) -> tuple[list[Item], list[Tag]]:
        """The items with a row of heads before them, and its cells by column."""
        line = tags.row(self.tag)
        of = [tags.head_cell(line) for _ in self.columns]
        return [*map(Here, of), *items], of

    def _cells(self, count: int) -> list[dict[int, Tag]]:
        """The cells of as many rows by column; a shared column has one, in the first row."""
        cells = []
        for index in range(count):
            line = tags.row(self.tag)
            cells.append(
                {
                    number: tags.cell(line, count if number in self.shared else 1)
                    for number in range(len(self.columns))
                    if index == 0 or number not in self.shared
                }
            )
        return cells

    def _short(self, row: tuple[_Lines, ...]) -> list[tuple[_Lines, ...]]:
        """The row, or its lines dealt over several rows when one cell alone is longer than a page."""
        most = int((self.capacity - 2 * self.pad) // self.kind.leading)
        count = max(-(-len(lines) // most) for lines in row)
        return [
            tuple(lines[index * most : (index + 1) * most] or self._blank() for lines in row) for index in range(count)
        ]

    def _row_height(self, row: tuple[_Lines, ...]) -> float:
        own = [len(lines) for number, lines in enumerate(row) if number not in self.shared]
        return max(self.least, max(own, default=1) * self.kind.leading + 2 * self.pad)

    def _shared_height(self, row: tuple[_Lines, ...]) -> float:
        return max((len(row[number]) * self.kind.leading + 2 * self.pad for number in self.shared), default=0.0)

    def _blank(self) -> _Lines:
        return break_lines((), 1)

    def _broken(self, column: Column, cell: Cell) -> _Lines:
        lines: list[Line] = []
        part: list[Run] = []
        for run in cell:
            if run.text == "\n":
                lines += break_lines(part, column.width - 2 * _SIDE)
                part = []
            else:
                part.append(run)
        lines += break_lines(part, column.width - 2 * _SIDE)
        return tuple(lines)

    def _text(self, column: Column, lines: _Lines, top: float, height: float, tag: Tag, *, middle: bool) -> list[Item]:
        kind = self.kind
        top -= (height - len(lines) * kind.leading) / 2 if middle else self.pad
        items: list[Item] = []
        for index, line in enumerate(lines):
            y = top - (index + 0.76) * kind.leading
            text = set_line(line, column.x + _SIDE, y, column.width - 2 * _SIDE, column.align, tag=tag)
            if text:
                items.append(text)
        return items

    def _borders(self, top: float, foot: float) -> list[Item]:
        left, last = self.columns[0].x, self.columns[-1]
        right = last.x + last.width
        items: list[Item] = [Rule(left, top, right, top, _LINE), Rule(left, foot, right, foot, _LINE)]
        items += [Rule(edge, top, edge, foot, _LINE) for edge in [*(column.x for column in self.columns), right]]
        return items
