"""Strips of a document, one under another, over as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.pdf.page import A4, MM, UM_PER_PT, Item, Placed, Run, TextLine
from kpu_desk.pdf.typesetting import break_lines, set_line

LEFT = 25 * MM
RIGHT = A4[0] - 20 * MM
TOP = A4[1] - 20 * MM
BOTTOM = 20 * MM
WIDTH = RIGHT - LEFT
HEIGHT = TOP - BOTTOM


@dataclass(frozen=True, slots=True)
class Room:
    """An empty box on a strip where something will stand; ``y`` from the strip's top, negative downwards."""

    key: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of a page that is never broken; its items count from its top, negative downwards.

    Attributes:
        before: white above it, left out at the top of a page.
        glued: stays on one page with the next strip.
    """

    height: float
    items: tuple[Item, ...] = ()
    before: float = 0
    glued: bool = False
    rooms: tuple[Room, ...] = ()


@dataclass(slots=True)
class Flow:
    """Pages being filled from top to bottom."""

    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    places: list[SlotPlace] = field(default_factory=list)
    y: float = TOP

    @property
    def page(self) -> int:
        """Number of the page being filled, from 0."""
        return len(self.pages) - 1

    @property
    def left(self) -> float:
        """White left on the page, in points."""
        return self.y - BOTTOM

    @property
    def at_top(self) -> bool:
        """Whether nothing stands on the page yet."""
        return self.y >= TOP

    def new_page(self) -> None:
        """Goes on at the top of a new page."""
        self.pages.append([])
        self.y = TOP

    def place(self, strips: Iterable[Strip], head: Strip | None = None) -> None:
        """Lays strips down; ``head`` is repeated on every page that they reach after the first.

        The head may itself be the first strip, glued to the next: then both go to a new page together.
        """
        for group in _glued_groups(strips):
            needed = sum(strip.before + strip.height for strip in group)
            if self.at_top:
                needed -= group[0].before
            if needed > self.y - BOTTOM and not self.at_top:
                self._turn(None if group[0] is head else head)
            for strip in group:
                if strip.height + strip.before > self.y - BOTTOM and not self.at_top and strip is not head:
                    self._turn(head)
                self._lay(strip)

    def _turn(self, head: Strip | None) -> None:
        self.new_page()
        if head is not None:
            self._lay(head)

    def _lay(self, strip: Strip) -> None:
        if not self.at_top:
            self.y -= strip.before
        self.pages[-1] += [Placed(item, self.y) for item in strip.items]
        for room in strip.rooms:
            self.places.append(place_um(room.key, self.page, (room.x, self.y + room.y), (room.width, room.height)))
        self.y -= strip.height


def place_um(key: str, page: int, corner: tuple[float, float], size: tuple[float, float]) -> SlotPlace:
    """A box in points as a place in whole µm from the page's lower left corner."""
    return SlotPlace(key, page, *(round(value * UM_PER_PT) for value in (*corner, *size)))


def _glued_groups(strips: Iterable[Strip]) -> Iterable[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.glued:
            yield group
            group = []
    if group:
        yield group


def paragraph(
    runs: Sequence[Run],
    leading: float,
    *,
    x: float = LEFT,
    width: float = WIDTH,
    align: str = "justify",
    before: float = 0,
    glued: bool = False,
) -> list[Strip]:
    """A paragraph as strips of one line each: no first or last line stands alone on a page."""
    lines = break_lines(runs, width)
    last = len(lines) - 1
    strips = []
    for index, line in enumerate(lines):
        text = set_line(line, x, -0.76 * leading, width, align)
        strips.append(
            Strip(
                height=leading,
                items=(text,) if text else (),
                before=before if index == 0 else 0,
                glued=glued if index == last else index in (0, last - 1),
            )
        )
    return strips


def beside(strips: Sequence[Strip], runs: Sequence[Run], x: float) -> list[Strip]:
    """The strips with a mark or label on the first one's base line, at ``x``."""
    first, *rest = strips
    base = next((item.y for item in first.items if isinstance(item, TextLine)), -0.76 * first.height)
    return [replace(first, items=(TextLine(x, base, tuple(runs)), *first.items)), *rest]


def block(strips: Sequence[Strip], *, glued: bool = False) -> list[Strip]:
    """The strips glued to each other, the last one to what follows only if asked."""
    return [replace(strip, glued=True) for strip in strips[:-1]] + [replace(strips[-1], glued=glued)]
