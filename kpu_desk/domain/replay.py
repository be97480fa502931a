"""Ink as a page that shows it being written again at its own speed, in any browser and without a network."""

from __future__ import annotations

import json
from html import escape
from itertools import pairwise
from math import hypot

from kpu_desk.domain.dates import thousands
from kpu_desk.domain.ink import Ink, Stroke
from kpu_desk.domain.pen import FULL_PRESSURE, Tool
from kpu_desk.domain.ribbon import widths_um

_TOOLS = {Tool.PEN: "pena", Tool.FINGER: "jari", Tool.MOUSE: "tetikus"}
_MARGIN_UM = 3_000


def replay_page(template: str, ink: Ink, what: str) -> str:
    """The page, made of ``resources/replay/replay.html``; everything it needs is in it.

    Args:
        what: what was written, for the title.
    """
    left, top, right, bottom = ink.bounds_um()
    start = ink.strokes[0].points[0].at_ms if ink.strokes else 0
    speeds = [_speeds(stroke) for stroke in ink.strokes]
    fastest = max((speed for stroke in speeds for speed in stroke), default=0.0)
    strokes = [
        [
            (
                point.x_um - left + _MARGIN_UM,
                point.y_um - top + _MARGIN_UM,
                round(width),
                round(point.pressure / FULL_PRESSURE, 4),
                round(speed / fastest, 4) if fastest else 0,
                point.at_ms - start,
            )
            for point, width, speed in zip(
                stroke.points, widths_um(stroke.points, ink.has_pressure), along, strict=True
            )
        ]
        for stroke, along in zip(ink.strokes, speeds, strict=True)
    ]
    data = {
        "width": right - left + 2 * _MARGIN_UM,
        "height": bottom - top + 2 * _MARGIN_UM,
        "duration": ink.duration_ms,
        "strokes": strokes,
    }
    pressure = "dengan tekanan" if ink.has_pressure else "tanpa tekanan"
    figures = (
        f"{thousands(len(ink.strokes))} goresan, {thousands(ink.sample_count)} titik ukur; "
        f"{_TOOLS[ink.tool]}, {pressure}. SHA-256 goresan {ink.digest()}"
    )
    values = {
        "@TITLE@": escape(what),
        "@FIGURES@": escape(figures),
        "@FASTEST@": thousands(round(fastest)),
        # A closing tag within the data would end the script.
        "@DATA@": json.dumps(data, separators=(",", ":")).replace("<", "\\u003c"),
    }
    for name, value in values.items():
        template = template.replace(name, value)
    return template


def _speeds(stroke: Stroke) -> list[float]:
    """Speed at each point of a stroke in mm a second, over the samples around it; µm a millisecond are the same."""
    points = stroke.points
    speeds = []
    for index in range(len(points)):
        around = points[max(index - 2, 0) : index + 3]
        pairs = pairwise(around)
        way = sum(hypot(b.x_um - a.x_um, b.y_um - a.y_um) for a, b in pairs)
        took = around[-1].at_ms - around[0].at_ms
        speeds.append(way / took if took > 0 else 0.0)
    return speeds
