"""Readers for the other pens' recordings beside the checkout, as far as they are ink; for tests only."""

from __future__ import annotations

import csv
import gzip
import io
import json
import math
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from kpu_desk.domain.recording import RecordedSample, Recording
from kpu_desk.domain.svc import read_svc

INK = Path(__file__).resolve().parents[3] / "shared" / "data" / "ink"


def other_recordings() -> list[Recording]:
    """Everything beside SVC2004 whose places are given one by one; Xournal++ keeps no time, so it gets an even one."""
    found = [read_svc(path.read_text("ascii"), path.name) for path in sorted((INK / "bdalab").glob("*.svc"))]
    found.append(_wacom(INK / "wacom-uim" / "ink.csv"))
    corners = json.loads((INK / "perfect-freehand" / "corners.json").read_text("utf-8"))
    flash = json.loads((INK / "perfect-freehand" / "flash.json").read_text("utf-8"))
    found += [_rows([points], "corners.json") for points in corners.values()]
    found.append(_rows([flash], "flash.json"))
    groups = json.loads((INK / "signature_pad" / "square.json").read_text("utf-8"))
    strokes = [[[p["x"], p["y"], p["pressure"], p["time"]] for p in group["points"]] for group in groups]
    found.append(_rows(strokes, "square.json"))
    found += [_xournal(path) for path in sorted((INK / "xournalpp").iterdir())]
    return found


def _rows(strokes: Sequence[Sequence[Sequence[float]]], source: str) -> Recording:
    start = min(row[3] for stroke in strokes for row in stroke)
    return Recording(
        tuple(
            tuple(RecordedSample(x, y, round(at - start), force) for x, y, force, at in stroke) for stroke in strokes
        ),
        source,
    )


def _wacom(path: Path) -> Recording:
    """Its time is in seconds since a start in ms; altitude and azimuth in radians."""
    strokes: dict[str, list[RecordedSample]] = {}
    start: float | None = None
    for row in csv.DictReader(io.StringIO(path.read_text("utf-8"))):
        at = float(row["SENSOR_TIMESTAMP"])
        start = at if start is None else start
        lean, around = math.pi / 2 - float(row["SENSOR_ALTITUDE"]), float(row["SENSOR_AZIMUTH"])
        strokes.setdefault(row["idx"], []).append(
            RecordedSample(
                float(row["SPLINE_X"]),
                float(row["SPLINE_Y"]),
                round((at - start) * 1_000),
                float(row["SENSOR_PRESSURE"]),
                math.degrees(math.atan(math.tan(lean) * math.sin(around))),
                math.degrees(math.atan(math.tan(lean) * math.cos(around))),
            )
        )
    return Recording(tuple(tuple(stroke) for stroke in strokes.values()), path.name)


def _xournal(path: Path) -> Recording:
    data = path.read_bytes()
    if data.startswith(b"PK"):
        with zipfile.ZipFile(path) as archive:
            data = archive.read("content.xml")
    else:
        data = gzip.decompress(data)
    strokes: list[tuple[RecordedSample, ...]] = []
    at = 0
    for stroke in ElementTree.fromstring(data).iter("stroke"):
        numbers = [float(number) for number in (stroke.text or "").split()]
        made = []
        for x, y in zip(numbers[::2], numbers[1::2], strict=True):
            made.append(RecordedSample(x, y, at, 0.5))
            at += 8
        strokes.append(tuple(made))
    return Recording(tuple(strokes), path.name)
