"""The lampiran of a Perjanjian Kinerja: targets by sasaran, programmes with their total (domain.md 1.5)."""

from __future__ import annotations

from itertools import groupby

from kpu_desk.domain.dates import rupiah
from kpu_desk.domain.documents import Attachment, SheetContent
from kpu_desk.domain.form_fields import field_values
from kpu_desk.domain.forms import AttachmentForm, fill
from kpu_desk.pdf.flow import LEFT, WIDTH, Flow, Strip, beside, paragraph
from kpu_desk.pdf.letterhead import heading
from kpu_desk.pdf.page import MM
from kpu_desk.pdf.table import Grid, columns_of
from kpu_desk.pdf.typesetting import serif

_TITLE = serif(13, 18)
_TEXT = serif(11)
_CELL = serif(10, 13.5)


def lay_attachment(flow: Flow, content: SheetContent, attachment: Attachment, form: AttachmentForm) -> None:
    """Lays the lampiran on new pages of the flow."""
    flow.new_page()
    values = field_values(content)
    title = tuple("".join(span.text for span in fill(line, values)) for line in form.title)
    flow.place(heading(title, _TITLE, after=_TEXT.leading))
    flow.place(_facts(attachment.institution, content.year))
    _lay_targets(flow, attachment, form)
    if attachment.budget:
        _lay_budget(flow, attachment, form)


def _facts(institution: str, year: int) -> list[Strip]:
    strips: list[Strip] = []
    for label, value in (("Nama Kelembagaan", institution), ("Tahun", str(year))):
        x = LEFT + 48 * MM
        lines = paragraph((_TEXT.run(value),), _TEXT.leading, x=x, width=LEFT + WIDTH - x, align="left", glued=True)
        strips += beside(beside(lines, (_TEXT.run(":"),), x - 4 * MM), (_TEXT.run(label),), LEFT)
    return strips


def _lay_targets(flow: Flow, attachment: Attachment, form: AttachmentForm) -> None:
    columns = columns_of(LEFT, (11 * MM, 54 * MM, 76 * MM, 24 * MM), ("center", "left", "left", "center"))
    grid = Grid(columns, _CELL, shared=frozenset({0, 1}), continued_in=1)
    head = grid.head(form.columns, numbered=True, before=10)
    groups = groupby(attachment.targets, key=lambda target: target.objective)
    for number, (objective, targets) in enumerate(groups, 1):
        rows = [
            [
                (_CELL.run(f"{number}."),),
                (_CELL.run(objective),),
                (_CELL.run(target.indicator),),
                (_CELL.run(target.target),),
            ]
            for target in targets
        ]
        strips = grid.rows(rows, flow.left - (head.height + head.before if number == 1 else 0))
        flow.place([head, *strips] if number == 1 else strips, head)


def _lay_budget(flow: Flow, attachment: Attachment, form: AttachmentForm) -> None:
    columns = columns_of(LEFT, (87 * MM, 44 * MM, 34 * MM), ("left", "right", "left"))
    grid = Grid(columns, _CELL)
    head = grid.head(form.budget_columns, before=16)
    strips = [head]
    for line in attachment.budget:
        cells = [(_CELL.run(line.programme),), (_CELL.run(rupiah(line.amount)),), (_CELL.run(line.note),)]
        strips += grid.rows([cells])
    total = rupiah(sum(line.amount for line in attachment.budget))
    # The last programme and the total stay together: a total alone on a page says nothing.
    last = strips.pop()
    strips.append(Strip(last.height, last.items, last.before, glued=True))
    strips += grid.rows([[(_CELL.run("Jumlah", bold=True),), (_CELL.run(total, bold=True),), ()]])
    flow.place(strips, head)
