"""Strips of a document, one under another, over as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from kpu_desk.domain.documents import Paper, SlotPlace
from kpu_desk.pdf.page import MM, UM_PER_PT, Item, Placed, Run, TextLine
from kpu_desk.pdf.tags import Artifact, Tag
from kpu_desk.pdf.typesetting import BASE_RATIO, break_lines, set_line

LEFT = 25 * MM
WIDTH = 165 * MM
RIGHT = LEFT + WIDTH
"""The column of text as it lies on A4; on other paper the same column lies further to the right."""

TOP_MARGIN = 20 * MM
RIGHT_MARGIN = 20 * MM
BOTTOM = 44 * MM
"""Below it lies the foot of the page: stamp, initials, number of the page, and the square of a code."""


@cache
def paper_size(paper: Paper) -> tuple[float, float]:
    """Width and height in points."""
    width, height = paper.size_um
    return width / UM_PER_PT, height / UM_PER_PT


@cache
def paper_shift(paper: Paper) -> float:
    """Points by which everything lies further right than on A4: F4 gives its 5 mm to the binding margin."""
    return paper_size(paper)[0] - RIGHT_MARGIN - RIGHT


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
        baseline: points from its top to its first base line, by which it is set on the page's grid; None for a strip
            that has no text of the body.
        again: stands again above it where it begins a page: the head of its table.
    """

    height: float
    items: tuple[Item, ...] = ()
    before: float = 0
    glued: bool = False
    rooms: tuple[Room, ...] = ()
    baseline: float | None = None
    again: Strip | None = None


@dataclass(slots=True)
class Flow:
    """Pages being filled from top to bottom.

    Attributes:
        step: distance of the lines of the grid on which base lines lie, in points; 0 for none.
        first: points from the top of the text to the first of them.
        top: the upper edge of the text, in points from the foot of the page.
    """

    paper: Paper = Paper.A4
    step: float = 0
    first: float = 0
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    places: list[SlotPlace] = field(default_factory=list)
    top: float = field(init=False)
    y: float = field(init=False)

    def __post_init__(self) -> None:
        """Begins at the top of the first page."""
        self.top = paper_size(self.paper)[1] - TOP_MARGIN
        self.y = self.top

    @property
    def height(self) -> float:
        """Points of text that a page holds."""
        return self.top - BOTTOM

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
        return self.y >= self.top

    def new_page(self) -> None:
        """Goes on at the top of a new page."""
        self.pages.append([])
        self.y = self.top

    def place(self, strips: Iterable[Strip], head: Strip | None = None) -> None:
        """Lays strips down; ``head`` is repeated on every page that they reach after the first.

        The head may itself be the first strip, glued to the next: then both go to a new page together.
        """
        for group in _glued_groups(strips):
            y = self.y
            for strip in group:
                y = self._top_of(strip, y) - strip.height
            if y < BOTTOM and not self.at_top:
                self._turn(None if group[0] is head else group[0].again or head)
            for strip in group:
                if self._top_of(strip, self.y) - strip.height < BOTTOM and not self.at_top and strip is not head:
                    self._turn(strip.again or head)
                self._lay(strip)

    def _turn(self, head: Strip | None) -> None:
        self.new_page()
        if head is not None:
            self._lay(head, Artifact.REPEATED)

    def _top_of(self, strip: Strip, y: float) -> float:
        """Where the strip's top lies when ``y`` is reached: its white left above, its text on the grid."""
        if y < self.top:
            y -= strip.before
        if not self.step or strip.baseline is None:
            return y
        beyond = (self.top - y + strip.baseline - self.first) % self.step
        # What a float's last digits lack or have too much is no distance.
        return y if min(beyond, self.step - beyond) < 1e-6 else y - (self.step - beyond)

    def _lay(self, strip: Strip, tag: Artifact | None = None) -> None:
        y = self._top_of(strip, self.y)
        shift = paper_shift(self.paper)
        self.pages[-1] += [Placed(item, y, shift, tag) for item in strip.items]
        for room in strip.rooms:
            corner = (room.x + shift, y + room.y)
            self.places.append(place_um(room.key, self.page, corner, (room.width, room.height)))
        self.y = y - strip.height


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
    tag: Tag | None = None,
) -> list[Strip]:
    """A paragraph as strips of one line each: no first or last line stands alone on a page.

    ``tag`` is the element that it is, else a paragraph of the document.
    """
    tag = tag or Tag("P")
    lines = break_lines(runs, width, justify=align == "justify")
    last = len(lines) - 1
    strips = []
    for index, line in enumerate(lines):
        text = set_line(line, x, -BASE_RATIO * leading, width, align, tag=tag)
        strips.append(
            Strip(
                height=leading,
                items=(text,) if text else (),
                before=before if index == 0 else 0,
                glued=glued if index == last else index in (0, last - 1),
                baseline=BASE_RATIO * leading,
            )
        )
    return strips


def beside(strips: Sequence[Strip], runs: Sequence[Run], x: float, tag: Tag | None = None) -> list[Strip]:
    """The strips with a mark or label on the first one's base line, at ``x``; of its element or of ``tag``."""
    first, *rest = strips
    text = next((item for item in first.items if isinstance(item, TextLine)), None)
    base = text.y if text else -BASE_RATIO * first.height
    label = TextLine(x, base, tuple(runs), tag=tag or (text.tag if text else Tag("P")))
    return [replace(first, items=(label, *first.items)), *rest]


def block(strips: Sequence[Strip], *, glued: bool = False) -> list[Strip]:
    """The strips glued to each other, the last one to what follows only if asked."""
    return [replace(strip, glued=True) for strip in strips[:-1]] + [replace(strips[-1], glued=glued)]
