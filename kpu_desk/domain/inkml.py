"""Ink for exchange: InkML (W3C recommendation of 2011), written and read without losing anything."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from kpu_desk.domain.errors import InkFileError
from kpu_desk.domain.ink import Ink, Stroke
from kpu_desk.domain.pen import FULL_PRESSURE, Odd, StrokePoint, Tool

NAMESPACE = "http://www.w3.org/2003/InkML"
CAPTURE_NAMESPACE = "urn:kpu-desk:ink"
"""Of the annotation that carries what InkML has no word for."""

LARGEST_FILE = 8_000_000
"""Characters; a signature has some ten thousand."""

_PLAIN = ("X", "Y", "T", "F")
_WITH_TILT = (*_PLAIN, "OTx", "OTy")
_TYPES = {"X": "integer", "Y": "integer", "T": "integer", "F": "integer", "OTx": "decimal", "OTy": "decimal"}
_UNITS = {"X": "um", "Y": "um", "T": "ms", "F": "dev", "OTx": "deg", "OTy": "deg"}
_WHOLE = re.compile(r"-?[0-9]{1,15}")
_DECIMAL = re.compile(r"-?[0-9]{1,6}(?:\.[0-9]{1,2})?")


def to_inkml(ink: Ink, what: str = "") -> str:
    """The ink as an InkML document: one trace a stroke, every value explicit; ``what`` says what was written.

    X and Y in µm from the pad's upper left corner, T in ms from the first sample, F 0 to 65535, and OTx, OTy in
    degrees where there is tilt. Tool, size of the pad and marks of odd samples stand in an annotation.
    """
    channels = _WITH_TILT if ink.has_tilt else _PLAIN
    start = ink.strokes[0].points[0].at_ms if ink.strokes else 0
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<ink xmlns="{NAMESPACE}">',
        "  <definitions>",
        '    <context xml:id="pad">',
        '      <inkSource xml:id="device">',
        "        <traceFormat>",
        *(f"          {_channel(name)}" for name in channels),
        "        </traceFormat>",
        "      </inkSource>",
        "    </context>",
        "  </definitions>",
        *((f'  <annotation type="description">{escape(what)}</annotation>',) if what else ()),
        '  <annotationXML type="capture">',
        f'    <capture xmlns="{CAPTURE_NAMESPACE}" tool={quoteattr(ink.tool.value)} width-um="{ink.width_um}" '
        f'height-um="{ink.height_um}" pressure="{"true" if ink.has_pressure else "false"}">',
        *(
            f'      <odd trace="{number}" sample="{place}" marks="{int(point.odd)}"/>'
            for number, stroke in enumerate(ink.strokes)
            for place, point in enumerate(stroke.points)
            if point.odd
        ),
        "    </capture>",
        "  </annotationXML>",
        *(
            f'  <trace contextRef="#pad">{", ".join(_values(point, start) for point in stroke.points)}</trace>'
            for stroke in ink.strokes
        ),
        "</ink>",
    ]
    return "\n".join(lines) + "\n"


def from_inkml(text: str, source: str | None = None) -> Ink:
    """Reads back what `to_inkml` wrote; without its annotation the ink counts as a pen's, with pressure.

    Raises:
        InkFileError: INK_TOO_LARGE, or NO_INK for anything else than such a document; a document type
            declaration or an entity is refused before it is read. Facts: ``source``.
    """
    name = source or ""
    if len(text) > LARGEST_FILE:
        raise InkFileError("INK_TOO_LARGE", source=name)
    try:
        return _ink(_parse(text))
    except (expat.ExpatError, ValueError, KeyError, IndexError) as error:
        raise InkFileError("NO_INK", source=name) from error


def _channel(name: str) -> str:
    limits = f' min="0" max="{FULL_PRESSURE}"' if name == "F" else ""
    return f'<channel name="{name}" type="{_TYPES[name]}"{limits} units="{_UNITS[name]}"/>'


def _values(point: StrokePoint, start: int) -> str:
    values = f"{point.x_um} {point.y_um} {point.at_ms - start} {point.pressure}"
    if point.tilt_x is None or point.tilt_y is None:
        return values
    return f"{values} {_degrees(point.tilt_x)} {_degrees(point.tilt_y)}"


def _degrees(hundredths: int) -> str:
    whole, rest = divmod(abs(hundredths), 100)
    return f"{'-' if hundredths < 0 else ''}{whole}.{rest:02d}"


@dataclass(slots=True)
class _Document:
    """What was found while reading."""

    channels: list[str] = field(default_factory=list)
    formats: int = 0
    traces: list[list[str]] = field(default_factory=list)
    capture: dict[str, str] | None = None
    odd: list[dict[str, str]] = field(default_factory=list)


def _parse(text: str) -> _Document:
    document = _Document()
    path: list[str] = []

    def refuse(*_: object) -> None:
        raise ValueError("a document type declaration has no place in ink")

    def start(tag: str, attributes: dict[str, str]) -> None:
        if not path and tag != f"{NAMESPACE} ink":
            raise ValueError("no ink element")
        path.append(tag)
        if tag == f"{NAMESPACE} traceFormat":
            document.formats += 1
        elif tag == f"{NAMESPACE} channel":
            document.channels.append(attributes["name"])
        elif tag == f"{NAMESPACE} trace":
            document.traces.append([])
        elif tag == f"{CAPTURE_NAMESPACE} capture":
            document.capture = attributes
        elif tag == f"{CAPTURE_NAMESPACE} odd":
            document.odd.append(attributes)

    def end(_: str) -> None:
        path.pop()

    def characters(piece: str) -> None:
        if path and path[-1] == f"{NAMESPACE} trace":
            document.traces[-1].append(piece)

    parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.Parse(text.removeprefix("\ufeff").encode(), True)
    return document


def _ink(document: _Document) -> Ink:
    channels = tuple(document.channels)
    if document.formats != 1 or channels not in (_PLAIN, _WITH_TILT) or not document.traces:
        raise ValueError("channels")
    odd = {(int(mark["trace"]), int(mark["sample"])): Odd(int(mark["marks"])) for mark in document.odd}
    strokes = tuple(
        Stroke(
            tuple(
                _point(sample.split(), len(channels), odd.get((number, place), Odd.NONE))
                for place, sample in enumerate("".join(pieces).split(","))
            )
        )
        for number, pieces in enumerate(document.traces)
    )
    capture = document.capture
    if capture is None:
        points = [point for stroke in strokes for point in stroke.points]
        width, height = max(point.x_um for point in points), max(point.y_um for point in points)
        return Ink(strokes, Tool.PEN, max(width, 1), max(height, 1), True)
    return Ink(
        strokes,
        Tool(capture["tool"]),
        int(capture["width-um"]),
        int(capture["height-um"]),
        {"true": True, "false": False}[capture["pressure"]],
    )


def _point(values: list[str], expected: int, odd: Odd) -> StrokePoint:
    if len(values) != expected:
        raise ValueError("values")
    if not all(_WHOLE.fullmatch(value) for value in values[:4]):
        raise ValueError("whole numbers")
    x, y, at, pressure = (int(value) for value in values[:4])
    if not 0 <= pressure <= FULL_PRESSURE:
        raise ValueError("pressure")
    if expected == len(_PLAIN):
        return StrokePoint(x, y, pressure, at, odd=odd)
    return StrokePoint(x, y, pressure, at, _hundredths(values[4]), _hundredths(values[5]), odd)


def _hundredths(value: str) -> int:
    if not _DECIMAL.fullmatch(value):
        raise ValueError("angle")
    return int(Decimal(value) * 100)
