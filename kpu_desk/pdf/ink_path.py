"""Ink on paper: a measured signature as filled shapes inside its place."""

from __future__ import annotations

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.ink import Ink
from kpu_desk.domain.ribbon import outline, stroke_width_um
from kpu_desk.pdf.page import UM_PER_PT, Colour, Shape

PEN: Colour = (0x12 / 255, 0x24 / 255, 0x5C / 255)
"""look.md: the colour of an office pen."""

MARGIN_UM = 800
LARGEST_SCALE = 1.0
"""A signature is printed smaller where it must be, never larger than it was written."""

_THINNEST_SCALE = 0.5
"""Ink of a much reduced signature keeps half its width: thinner lines vanish in a photocopy."""


def ink_shape(ink: Ink, place: SlotPlace) -> Shape | None:
    """The ink in its place, in points of the page; None for empty ink.

    Scaled evenly in both directions, centred, at most at natural size.
    """
    if not ink.sample_count:
        return None
    left, top, right, bottom = ink.bounds_um()
    widest = max(stroke_width_um(point.pressure, ink.has_pressure) for stroke in ink.strokes for point in stroke.points)
    width, height = right - left + widest, bottom - top + widest
    scale = min(
        LARGEST_SCALE,
        max(place.width_um - 2 * MARGIN_UM, 1) / width,
        max(place.height_um - 2 * MARGIN_UM, 1) / height,
    )
    pen_scale = max(scale, _THINNEST_SCALE)
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    centre_x = place.x_um + place.width_um / 2
    centre_y = place.y_um + place.height_um / 2
    polygons = []
    for stroke in ink.strokes:
        points = [
            (
                (centre_x + (point.x_um - middle_x) * scale) / UM_PER_PT,
                # On the pad y grows downwards, on paper upwards.
                (centre_y - (point.y_um - middle_y) * scale) / UM_PER_PT,
                stroke_width_um(point.pressure, ink.has_pressure) * pen_scale / UM_PER_PT,
            )
            for point in stroke.points
        ]
        polygons += [tuple(polygon) for polygon in outline(points)]
    return Shape(tuple(polygons), PEN)
