"""Where things stand on laid pages, as boxes to be checked against each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.pdf.page import UM_PER_PT, Frame, Picture, Placed, Rule, TextLine


@dataclass(frozen=True)
class Box:
    """A box in points, with what it is."""

    what: str
    left: float
    low: float
    right: float
    high: float

    def meets(self, other: Box) -> bool:
        """Whether the two share more than a hair."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > 0.1
            and min(self.high, other.high) - max(self.low, other.low) > 0.1
        )


def text_boxes(page: Sequence[Placed]) -> list[Box]:
    """A box for each line of text: from the lowest descender to the height of a capital."""
    boxes = []
    for placed in page:
        line = placed.item
        if isinstance(line, TextLine):
            text = "".join(run.text for run in line.runs)
            size = max(run.size for run in line.runs)
            width = sum(run.width for run in line.runs) + line.word_space * text.count(" ")
            y = line.y + placed.up
            x = line.x + placed.right
            boxes.append(Box(text, x, y - 0.22 * size, x + width, y + 0.7 * size))
    return boxes


def drawn_boxes(page: Sequence[Placed]) -> list[Box]:
    """A box for each rule, frame and picture; the watermark beneath the text is none of them."""
    boxes = []
    for placed in page:
        item, up, right = placed.item, placed.up, placed.right
        if isinstance(item, Rule):
            across, down = sorted((item.x1, item.x2)), sorted((item.y1, item.y2))
            pen = item.width / 2
            boxes.append(Box("rule", across[0] + right, down[0] + up - pen, across[1] + right, down[1] + up + pen))
        elif isinstance(item, Frame | Picture):
            x, y = item.x + right, item.y + up
            boxes.append(Box(type(item).__name__, x, y, x + item.width, y + item.height))
    return boxes


def place_box(place: SlotPlace) -> Box:
    """A place as a box in points."""
    return Box(
        place.slot,
        place.x_um / UM_PER_PT,
        place.y_um / UM_PER_PT,
        (place.x_um + place.width_um) / UM_PER_PT,
        (place.y_um + place.height_um) / UM_PER_PT,
    )


def collisions(boxes: Sequence[Box]) -> list[tuple[str, str]]:
    """Pairs of boxes that meet."""
    met = []
    by_height = sorted(boxes, key=lambda box: box.low)
    for index, one in enumerate(by_height):
        for other in by_height[index + 1 :]:
            if other.low >= one.high:
                break  # and so are all behind it
            if one.meets(other):
                met.append((one.what, other.what))
    return met
