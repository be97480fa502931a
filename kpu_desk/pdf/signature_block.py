"""The place where people sign: place and date, two columns on one base line, names below (domain.md 1.3)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kpu_desk.domain.dates import long_date
from kpu_desk.domain.documents import InkKind, Meterai, Party, Role, SheetContent
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.form_fields import grouped_nip, office_in_full
from kpu_desk.domain.form_parts import SlotForm
from kpu_desk.domain.forms import Form, fill
from kpu_desk.domain.stamps import DISC_UM, METERAI_SLOT, ROLES
from kpu_desk.pdf.body import parties_in_order
from kpu_desk.pdf.flow import LEFT, WIDTH, Room, Strip
from kpu_desk.pdf.page import MM, SOFT, UM_PER_PT, Frame, Here, Item, Rule, Run, TextLine
from kpu_desk.pdf.tags import Tag
from kpu_desk.pdf.typesetting import BASE_RATIO, Line, Type, break_lines, serif, set_line

COLUMN = 78 * MM
ROOM_WIDTH = 60 * MM
ROOM_HEIGHT = 25 * MM
_WHITE = 1.5 * MM
STAMP_DISC = DISC_UM / UM_PER_PT
"""Points of a disc around the left of each signature that may bear a stamp; nothing else is printed in it
(domain.md 4.6, 8.18)."""

_DESCENDER = 0.22
_CAPITAL = 0.7
"""How far type reaches below and above its base line, in parts of its size."""

METERAI_BOX = {
    Meterai.BOX: (24 * MM, 20 * MM, "METERAI"),
    Meterai.ELECTRONIC: (22 * MM, 22 * MM, "METERAI ELEKTRONIK"),
}
"""Width, height and words of the space for a duty stamp; the signature runs partly over it (domain.md 2.4)."""


def signature_strip(
    content: SheetContent,
    form: Form,
    values: dict[str, str],
    kind: Type,
    ink: InkKind = InkKind.SIGNATURE,
    *,
    disc: bool = True,
) -> Strip:
    """Place, date and all signatures of a sheet as one strip that is never broken.

    Args:
        ink: what stands in the places; only beside the signature itself the duty stamp has its space.
        disc: keep the free disc for a stamp where one may come.

    Raises:
        FormError: MISSING_ROLE when somebody signs in a role for which the form has no place.
    """
    columns = [_column(content, slot, party, values, kind) for slot, party in _placed(content, form)]
    items: list[Item] = []
    top = 0.0
    date = Tag("P")
    date_line = break_lines((kind.run(f"{content.place}, {long_date(content.date)}"),), COLUMN)
    for line in date_line:
        top -= kind.leading
        text = set_line(line, _column_x("right"), top + 0.24 * kind.leading, COLUMN, "center", tag=date)
        items += [text] if text else []
    top -= 0.5 * kind.leading
    above = max((len(column.above) for column in columns), default=0) * kind.leading
    meterai = form.meterai in METERAI_BOX
    disc = disc and not form.private and any(c.role in ROLES and not (c.maker and meterai) for c in columns)
    room, room_foot = _signature_room(kind, disc=disc)
    room_foot += top - above
    rooms = []
    for column in columns:
        # Names stand on one base line, so shorter headings leave white below, not above.
        items += _lines(column.above, column.x, top, kind.leading, Tag("P"))
        # Between office and name, where a record puts the ink.
        items.append(Here(Tag("Div", anchor=ink.place_key(column.slot))))
        room_x = column.x + (COLUMN - ROOM_WIDTH) / 2
        rooms.append(Room(ink.place_key(column.slot), room_x, room_foot, ROOM_WIDTH, ROOM_HEIGHT))
        if meterai and column.maker and ink is InkKind.SIGNATURE:
            width, height, words = METERAI_BOX[form.meterai]
            stamp = Room(METERAI_SLOT, column.x, room_foot + (ROOM_HEIGHT - height) / 2, width, height)
            rooms.append(stamp)
            items += meterai_items(stamp, words)
        items += _name(column, top - above - room, kind)
    below = max((column.lines_below for column in columns), default=0) * kind.leading
    return Strip(
        -top + above + room + below,
        tuple(items),
        before=1.0 * kind.leading,
        glued=True,
        rooms=tuple(rooms),
        baseline=kind.baseline,
    )


@dataclass(frozen=True, slots=True)
class _Column:
    """One signer's column: lines above the signature, name and NIP below it."""

    slot: str
    x: float
    above: tuple[Line, ...]
    name: tuple[Line, ...]
    nip: Run | None
    role: Role

    @property
    def maker(self) -> bool:
        """Whether the duty stamp stands here, where the form has one."""
        return self.role in (Role.PEMBUAT, Role.PIHAK_PERTAMA)

    @property
    def lines_below(self) -> int:
        """Lines of name and NIP."""
        return len(self.name) + (self.nip is not None)


def _placed(content: SheetContent, form: Form) -> list[tuple[SlotForm, Party]]:
    placed: list[tuple[SlotForm, Party]] = []
    for role in dict.fromkeys(party.role for party in content.parties if party.role is not Role.HADIR):
        slots = [slot for slot in form.slots if slot.role is role]
        parties = parties_in_order(content, role)
        if len(parties) > len(slots):
            raise FormError("WRONG_FORM", file=form.source, line=0, field=f"slot.{role.value}", reason="MISSING_ROLE")
        placed += zip(slots, parties, strict=False)
    return placed


def _signature_room(kind: Type, *, disc: bool) -> tuple[float, float]:
    """White between the lines above the signatures and the names, and the foot of the signatures' places in it,
    negative downwards from its top.

    Whole steps of the page's grid, so that the names stand on it. Where a stamp may come the free disc lies between
    the letters above and below, and the signature in its middle.
    """
    white_above = (1 - BASE_RATIO) * kind.leading - _DESCENDER * kind.size
    white_below = BASE_RATIO * kind.leading - _CAPITAL * kind.size
    least = ROOM_HEIGHT + 2 * _WHITE
    if disc:
        least = max(least, STAMP_DISC - white_above - white_below)
    room = math.ceil(least / (0.5 * kind.leading)) * 0.5 * kind.leading
    return room, -(room + white_below - white_above + ROOM_HEIGHT) / 2


def _column(content: SheetContent, slot: SlotForm, party: Party, values: dict[str, str], kind: Type) -> _Column:
    x = _column_x(slot.side)
    above: list[Line] = []
    if slot.heading:
        above += break_lines(kind.spans(fill(slot.heading, values)), COLUMN)
    if slot.office:
        above += break_lines((kind.run(office_in_full(party, content.office_name) + ","),), COLUMN)
    name = break_lines((kind.name(party.name, bold=True),), COLUMN)
    nip = kind.run(f"NIP {grouped_nip(party.nip)}") if slot.nip and party.nip else None
    return _Column(party.slot, x, tuple(above), name, nip, party.role)


def _column_x(side: str) -> float:
    return LEFT if side == "left" else LEFT + WIDTH - COLUMN


def _lines(lines: Sequence[Line], x: float, top: float, leading: float, tag: Tag) -> list[Item]:
    placed = []
    for index, line in enumerate(lines):
        text = set_line(line, x, top - (index + 0.76) * leading, COLUMN, "center", tag=tag)
        if text:
            placed.append(text)
    return list(placed)


def _name(column: _Column, top: float, kind: Type) -> list[Item]:
    tag = Tag("P")
    items = _lines(column.name, column.x, top, kind.leading, tag)
    for item in list(items):
        if isinstance(item, TextLine):
            under = item.y - 0.13 * kind.size
            width = sum(run.width for run in item.runs)
            items.append(Rule(item.x, under, item.x + width, under, 0.6))
    if column.nip is not None:
        y = top - (len(column.name) + 0.76) * kind.leading
        items.append(TextLine(column.x + (COLUMN - column.nip.width) / 2, y, (column.nip,), tag=tag))
    return items


def meterai_items(place: Room, words: str) -> list[Item]:
    """The frame of a duty stamp's space with its words."""
    small = serif(6.5, 8.5)
    items: list[Item] = [Frame(place.x, place.y, place.width, place.height, 0.5, SOFT, dash=2)]
    lines = [*words.split(" "), "Rp10.000"]
    tag = Tag("P")
    y = place.y + place.height / 2 + (len(lines) / 2 - 0.76) * small.leading
    for line in lines:
        run = small.run(line)
        items.append(TextLine(place.x + (place.width - run.width) / 2, y, (run,), colour=SOFT, tag=tag))
        y -= small.leading
    return items
