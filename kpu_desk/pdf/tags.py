"""What an item on a page is to somebody who cannot see it: its place in the document's structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

Kind = Literal["Div", "Figure", "H1", "H2", "L", "LBody", "LI", "Lbl", "P", "Span", "TD", "TH", "TR", "Table"]
"""The standard structure types that are used (ISO 32000-1, 14.8.4); no role map is needed."""


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """An element of the structure, made where its content is laid out; every item that belongs to it carries it.

    Two tags are never equal, however alike: the same words twice are two elements. Elements come in the order in
    which their tags first appear on the pages.

    Attributes:
        parent: the element around it; None for the document itself.
        alt: the words that stand for a picture (ISO 14289-1, 7.3); every Figure has some.
        attributes: in PDF syntax, such as ``/O /Table /Scope /Column``.
        anchor: a name by which a record finds the element, to put signature, number or code into it.
        into: the anchor in a frozen sheet that becomes the parent; for tags of a record.
        bookmark: the entry for it in the document's outline.
    """

    kind: Kind
    parent: Tag | None = None
    alt: str = ""
    attributes: str = ""
    anchor: str = ""
    into: str = ""
    bookmark: str = ""


class Artifact(Enum):
    """What is drawn but is no content (ISO 32000-1, 14.8.2.2): the value is its property list."""

    LAYOUT = "/Type /Layout"
    REPEATED = "/Type /Pagination"
    HEADER = "/Type /Pagination /Subtype /Header /Attached [/Top]"
    FOOTER = "/Type /Pagination /Subtype /Footer /Attached [/Bottom]"
    WATERMARK = "/Type /Pagination /Subtype /Watermark"


Place = Tag | Artifact
"""Where a drawn item belongs."""


def row(table: Tag) -> Tag:
    """A row of a table."""
    return Tag("TR", table)


def head_cell(parent: Tag) -> Tag:
    """A cell at the head of a column."""
    return Tag("TH", parent, attributes="/O /Table /Scope /Column")


def cell(parent: Tag, rows: int = 1, anchor: str = "") -> Tag:
    """A cell of a row, reaching over as many rows."""
    return Tag("TD", parent, attributes=f"/O /Table /RowSpan {rows}" if rows > 1 else "", anchor=anchor)


def picture(alt: str, *, parent: Tag | None = None, into: str = "") -> Tag:
    """A picture, an ink or a code, with the words that stand for it."""
    return Tag("Figure", parent, alt=" ".join(alt.split()), into=into)


def page_end(page: int) -> str:
    """The anchor behind everything on a page of a sheet, from 0, for what a record adds at its foot."""
    return f"halaman-{page + 1}"


Box = tuple[float, float, float, float]
"""Left, low, right, high in points of the page."""


@dataclass(slots=True)
class Structure:
    """The elements found while pages are written, and which marked content of which page belongs to them.

    Attributes:
        kids: by element (None: the document) its elements and its marks ``(page, number)`` in order.
        pages: by page the element of each mark.
        first: by page the number of its first mark, where marks of another document come before.
        boxes: by page and figure what it covers.
    """

    first: Sequence[int] = ()
    kids: dict[Tag | None, list[Tag | tuple[int, int]]] = field(default_factory=lambda: {None: []})
    pages: list[list[Tag]] = field(default_factory=list)
    boxes: dict[Tag, Box] = field(default_factory=dict)

    def begin_page(self) -> None:
        """Goes on with the next page."""
        self.pages.append([])

    def add(self, tag: Tag) -> None:
        """Puts the element into its place, behind those already there."""
        if tag in self.kids:
            return
        if tag.parent is not None:
            self.add(tag.parent)
        self.kids[tag] = []
        self.kids[tag.parent].append(tag)

    def mark(self, tag: Tag) -> int:
        """The number of a new piece of marked content of the element on the present page."""
        self.add(tag)
        page = len(self.pages) - 1
        number = len(self.pages[page]) + (self.first[page] if page < len(self.first) else 0)
        self.pages[page].append(tag)
        self.kids[tag].append((page, number))
        return number

    def cover(self, tag: Tag, box: Box) -> None:
        """Widens what a figure covers."""
        old = self.boxes.get(tag, box)
        self.boxes[tag] = (*map(min, old[:2], box[:2]), *map(max, old[2:], box[2:]))  # type: ignore[assignment]  # four
