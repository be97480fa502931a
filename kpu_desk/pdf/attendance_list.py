"""The table of a Daftar Hadir: one row a person, signature places left and right in turn (domain.md 4.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kpu_desk.domain.documents import Party, Role, SheetContent
from kpu_desk.domain.form_fields import grouped_nip
from kpu_desk.pdf.body import parties_in_order
from kpu_desk.pdf.flow import LEFT, Flow, Room, Strip
from kpu_desk.pdf.page import MM, Here, TextLine
from kpu_desk.pdf.table import Grid, columns_of
from kpu_desk.pdf.typesetting import serif

_CELL = serif(9.5, 13)
_ROW = 3 * _CELL.leading
"""Nearly 14 mm: room for a signature beside its number."""
_ROOM_WIDTH = 30 * MM
_NUMBER_WIDTH = 7.5 * MM
_GRID = Grid(
    columns_of(LEFT, (10 * MM, 54 * MM, 47 * MM, 54 * MM), ("center", "left", "left", "left")),
    _CELL,
    least=_ROW,
    middle=True,
)
_HEADS = ("No", "Nama/NIP", "Jabatan/Unit", "Tanda Tangan")


def lay_attendance(flow: Flow, content: SheetContent, end: Sequence[Strip] = ()) -> None:
    """Lays the table on the flow, in protocol order, with its head on every page; ``end`` stays with the last row."""
    head = _GRID.head(_HEADS, before=10)
    rows = [_row(number, party) for number, party in enumerate(parties_in_order(content, Role.HADIR), 1)]
    if rows and end:
        rows[-1] = replace(rows[-1], glued=True)
    flow.place([head, *rows, *end], head)


def _row(number: int, party: Party) -> Strip:
    name = [_CELL.name(party.name)]
    if party.nip:
        name += [_CELL.line_break(), _CELL.run(grouped_nip(party.nip))]
    office = [_CELL.run(party.office)]
    if party.unit and party.unit.casefold() not in party.office.casefold():
        office += [_CELL.line_break(), _CELL.run(party.unit)]
    cells = [(_CELL.run(str(number)),), tuple(name), tuple(office), ()]
    (strip,) = _GRID.rows([cells])
    column = _GRID.columns[-1]
    # Staggered: neighbouring signatures have room to reach over their own line.
    left = column.x + 1.5 * MM if number % 2 else column.x + column.width - _ROOM_WIDTH - _NUMBER_WIDTH - 1 * MM
    # The last cell is the signature's: a record finds it by the name of the slot.
    (*_, plain) = (item for item in strip.items if isinstance(item, Here))
    here = Here(replace(plain.tag, anchor=party.slot))
    items = [here if item is plain else item for item in strip.items]
    label = TextLine(left, -_CELL.baseline - 0.25 * _CELL.leading, (_CELL.run(f"{number}."),), tag=here.tag)
    room = Room(party.slot, left + _NUMBER_WIDTH, -strip.height + 0.5 * MM, _ROOM_WIDTH, strip.height - 1 * MM)
    return replace(strip, items=(*items, label), rooms=(room,))
