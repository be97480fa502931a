"""The lampiran of a Perjanjian Kinerja: targets by sasaran, programmes with their total (domain.md 1.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kpu_desk.domain.dates import rupiah
from kpu_desk.domain.documents import Attachment, SheetContent, Target
from kpu_desk.domain.form_fields import field_values
from kpu_desk.domain.form_parts import AttachmentForm, ColumnForm
from kpu_desk.domain.forms import fill
from kpu_desk.pdf.flow import LEFT, WIDTH, Flow, Strip, beside, paragraph
from kpu_desk.pdf.letterhead import heading
from kpu_desk.pdf.page import MM
from kpu_desk.pdf.table import Cell, Grid, columns_of
from kpu_desk.pdf.typesetting import serif

_CELL = serif(10, 13.5)
_TITLE = serif(12.5, 1.5 * _CELL.leading)
_TEXT = serif(10.5, _CELL.leading)
SIGNATURE_TYPE = _TEXT
_SHARED = ("nomor", "sasaran")
_HEAD_ROOM = 60
"""Points kept free beside the rows of a page for the lines that a head and a last row's rest may need."""


def lay_attachment(
    flow: Flow, content: SheetContent, attachment: Attachment, form: AttachmentForm, end: Sequence[Strip] = ()
) -> None:
    """Lays the lampiran on new pages of the flow, with a grid of its own; ``end`` stays with the last row."""
    flow.new_page()
    flow.step, flow.first = _CELL.leading / 2, _CELL.baseline
    values = field_values(content)
    title = tuple("".join(span.text for span in fill(line, values)) for line in form.title)
    flow.place(heading(title, _TITLE, bookmark="Lampiran", after=_TEXT.leading))
    flow.place(_facts(attachment.institution, content.year))
    _lay_targets(flow, attachment, form, () if attachment.budget else end)
    if attachment.budget:
        _lay_budget(flow, attachment, form, end)


def _facts(institution: str, year: int) -> list[Strip]:
    strips: list[Strip] = []
    for label, value in (("Nama Kelembagaan", institution), ("Tahun", str(year))):
        x = LEFT + 48 * MM
        lines = paragraph((_TEXT.run(value),), _TEXT.leading, x=x, width=LEFT + WIDTH - x, align="left", glued=True)
        strips += beside(beside(lines, (_TEXT.run(":"),), x - 4 * MM), (_TEXT.run(label),), LEFT)
    return strips


def _lay_targets(flow: Flow, attachment: Attachment, form: AttachmentForm, end: Sequence[Strip]) -> None:
    stretch = WIDTH / sum(column.width for column in form.columns)
    columns = columns_of(
        LEFT, [column.width * stretch for column in form.columns], [column.align for column in form.columns]
    )
    shared = [index for index, column in enumerate(form.columns) if column.content in _SHARED]
    objective = next(index for index, column in enumerate(form.columns) if column.content == "sasaran")
    grid = Grid(columns, _CELL, shared=frozenset(shared), continued_in=objective)
    head = grid.head([column.head for column in form.columns], numbered=form.numbered, before=10)
    grid = replace(grid, capacity=flow.height - head.height - _HEAD_ROOM)
    groups = [list(targets) for _, targets in groupby(attachment.targets, key=lambda target: target.objective)]
    for number, targets in enumerate(groups, 1):
        rows = [list(_cells(form.columns, number, target)) for target in targets]
        room = flow.left - _CELL.leading - (head.height + head.before if number == 1 else 0)
        strips = grid.rows(rows, room)
        if number == 1:
            strips = [head, *strips]
        _place(flow, strips, head, end if number == len(groups) else ())
    if not groups:
        flow.place(end)


def _place(flow: Flow, strips: Sequence[Strip], head: Strip, end: Sequence[Strip]) -> None:
    """Places rows with what ends the lampiran: the last row stays with it where one page can hold both."""
    needed = sum(strip.before + strip.height for strip in (*strips[-1:], *end))
    if not end or needed > flow.height - head.height - _HEAD_ROOM:
        flow.place(strips, head)
        flow.place(end)
    else:
        flow.place([*strips[:-1], replace(strips[-1], glued=True), *end], head)


def _cells(columns: tuple[ColumnForm, ...], number: int, target: Target) -> Iterator[Cell]:
    texts = {
        "nomor": f"{number}.",
        "sasaran": target.objective,
        "indikator": target.indicator,
        "target": target.target,
    }
    further = iter(target.extra)
    for column in columns:
        yield (_CELL.run(next(further, "") if column.content == "tambahan" else texts[column.content]),)


def _lay_budget(flow: Flow, attachment: Attachment, form: AttachmentForm, end: Sequence[Strip]) -> None:
    columns = columns_of(LEFT, (87 * MM, 44 * MM, 34 * MM), ("left", "right", "left"))
    grid = Grid(columns, _CELL)
    head = grid.head(form.budget_columns, before=_CELL.leading)
    grid = replace(grid, capacity=flow.height - head.height - _HEAD_ROOM)
    strips = [head]
    for line in attachment.budget:
        cells = [(_CELL.run(line.programme),), (_CELL.run(rupiah(line.amount)),), (_CELL.run(line.note),)]
        strips += grid.rows([cells])
    total = rupiah(sum(line.amount for line in attachment.budget))
    # The last programme and the total stay together: a total alone on a page says nothing.
    last = strips.pop()
    strips.append(replace(last, glued=True))
    strips += grid.rows([[(_CELL.run("Jumlah", bold=True),), (_CELL.run(total, bold=True),), ()]])
    _place(flow, strips, head, end)
