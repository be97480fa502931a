"""Ink on paper: an accepted signature or paraf as filled shapes inside its place."""

from __future__ import annotations

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.ink_drawing import InkDrawing
from kpu_desk.domain.ribbon import outline, thinned
from kpu_desk.pdf.page import UM_PER_PT, Colour, Shape

PEN: Colour = (0x12 / 255, 0x24 / 255, 0x5C / 255)
"""look.md: the colour of an office pen."""

_EXACT_PT = 5 / UM_PER_PT
"""No corner is worth its bytes within 5 µm of the line: a sixteenth of a printer's dot at 300 dpi."""


def ink_shape(ink: InkDrawing, place: SlotPlace) -> Shape | None:
    """The ink in its place, in points of the page, as the next signer sees it on the screen; None for empty ink."""
    if not ink.lines:
        return None
    top_um = place.y_um + place.height_um
    polygons = []
    for stroke in ink.fitted(place.width_um, place.height_um):
        points = [
            # In the box y grows downwards, on paper upwards.
            ((place.x_um + x) / UM_PER_PT, (top_um - y) / UM_PER_PT, width / UM_PER_PT)
            for x, y, width in stroke
        ]
        polygons += [tuple(thinned(polygon, _EXACT_PT)) for polygon in outline(points)]
    return Shape(tuple(polygons), PEN)
