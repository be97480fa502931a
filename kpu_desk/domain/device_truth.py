"""What a device really delivered with an ink: its pace, gaps, losses, pressure and resolution, from the ink alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from itertools import pairwise

from kpu_desk.domain.device_grid import find_grid
from kpu_desk.domain.ink import Ink
from kpu_desk.domain.pace import find_pace, rough_period
from kpu_desk.domain.pen import StrokePoint, Tool
from kpu_desk.domain.pressure_kind import PressureKind, pressure_kind

LEAST_RATE_HZ = 50
"""Fewer points a second do not show how a hand moved (issue of the ink capture: below it "gambar saja")."""

_REST_PERIODS = 2.5
_REST_STEPS = 2
"""A gap in which the pen went no further than this many steps of the device is a rest, not a loss: many devices say
nothing while nothing changes."""

_GRID_UNIT = 1 << 24


class Unfit(StrEnum):
    """Why dynamics are of no use to a handwriting expert."""

    TOO_SHORT = "too_short"
    SLOW = "slow"
    NO_PRESSURE = "no_pressure"
    CONSTANT_PRESSURE = "constant_pressure"
    FEW_LEVELS = "few_levels"
    PRESSURE_FROM_SPEED = "pressure_from_speed"


_PRESSURE_UNFIT = {
    PressureKind.NONE: Unfit.NO_PRESSURE,
    PressureKind.CONSTANT: Unfit.CONSTANT_PRESSURE,
    PressureKind.FEW_LEVELS: Unfit.FEW_LEVELS,
    PressureKind.FROM_SPEED: Unfit.PRESSURE_FROM_SPEED,
}


@dataclass(frozen=True, slots=True)
class DeviceTruth:
    """Measured figures in whole numbers, as they stand in the evidence; within strokes, for between them a pen is away.

    Attributes:
        samples: how many there were.
        period_us: mean time from one report to the next without what was lost, in µs; 0 where there were fewer than
            eight intervals.
        jitter_us: root mean square of how far the intervals are from the period, rounding to whole ms included and
            gaps of lost samples left out, in µs.
        largest_gap_ms: longest time between two samples of a stroke, rests of the hand included.
        merged: samples that carry the time of the one before (a burst under one time, or a report given twice).
        dropped: samples missing in an even pace, estimated.
        pressure: what the pressure is; ``levels`` how many the device counts where that shows, else how many were
            seen, 0 without pressure.
        resolution_nm: the step in which the device counts positions, in nm of the nominal pad, the coarser of both
            axes; where no step shows, the smallest distance between two coordinates; 0 where nothing moved.
    """

    tool: Tool
    samples: int
    period_us: int
    jitter_us: int
    largest_gap_ms: int
    merged: int
    dropped: int
    pressure: PressureKind
    levels: int
    resolution_nm: int
    has_tilt: bool

    @property
    def rate_hz(self) -> float:
        """Reports a second; 0 where no pace was found."""
        return 1e6 / self.period_us if self.period_us else 0.0

    @property
    def delivered_hz(self) -> float:
        """Points a second that arrived: the rate without the dropped ones."""
        return self.rate_hz * self.samples / (self.samples + self.dropped) if self.samples else 0.0

    @property
    def unfit(self) -> tuple[Unfit, ...]:
        """Every reason why an expert can use the drawing only; empty where the dynamics are fit."""
        reasons = []
        if not self.period_us:
            reasons.append(Unfit.TOO_SHORT)
        elif round(self.delivered_hz) < LEAST_RATE_HZ:
            reasons.append(Unfit.SLOW)
        if self.pressure in _PRESSURE_UNFIT:
            reasons.append(_PRESSURE_UNFIT[self.pressure])
        return tuple(reasons)

    @property
    def fit_for_expert(self) -> bool:
        """Whether the dynamics may be put before a handwriting expert; says nothing about what he will find."""
        return not self.unfit

    def as_dict(self) -> dict[str, object]:
        """Plain values, ready for canonical JSON."""
        return {**asdict(self), "tool": self.tool.value, "pressure": self.pressure.value}


def truth_from_dict(values: Mapping[str, object]) -> DeviceTruth:
    """The reverse of ``as_dict``; TypeError, KeyError or ValueError when it is not such a value."""
    fields = dict(values)
    tool, pressure = Tool(str(fields.pop("tool"))), PressureKind(str(fields.pop("pressure")))
    return DeviceTruth(tool=tool, pressure=pressure, **fields)  # type: ignore[arg-type]  # JSON


def device_truth(ink: Ink) -> DeviceTruth:
    """Measures the device by what it delivered with one ink."""
    strokes = [stroke.points for stroke in ink.strokes]
    steps = [pair for points in strokes for pair in pairwise(points)]
    resolution_nm = max(_resolution_nm([getattr(p, axis) for points in strokes for p in points]) for axis in _AXES)
    forward = [run for points in strokes for run in _forward_runs(points)]
    pace = None
    rough = rough_period([[point.at_ms for point in run] for run in forward])
    if rough is not None:
        still_um = _REST_STEPS * resolution_nm / 1_000
        runs = [part for run in forward for part in _without_rests(run, _REST_PERIODS * rough, still_um)]
        pace = find_pace(runs, rough)
    pressure, levels = pressure_kind(strokes, has_pressure=ink.has_pressure)
    return DeviceTruth(
        tool=ink.tool,
        samples=ink.sample_count,
        period_us=0 if pace is None else round(pace.period_ms * 1_000),
        jitter_us=0 if pace is None else round(pace.jitter_ms * 1_000),
        largest_gap_ms=max((b.at_ms - a.at_ms for a, b in steps), default=0),
        merged=sum(b.at_ms == a.at_ms for a, b in steps),
        dropped=0 if pace is None else pace.dropped,
        pressure=pressure,
        levels=levels,
        resolution_nm=resolution_nm,
        has_tilt=ink.has_tilt,
    )


_AXES = ("x_um", "y_um")


def _resolution_nm(numbers: Sequence[int]) -> int:
    grid = find_grid(numbers)
    if grid is not None:
        return round(grid.step * 1_000 / _GRID_UNIT)
    different = sorted(set(numbers))
    return 1_000 * min((b - a for a, b in pairwise(different)), default=0)


def _forward_runs(points: Sequence[StrokePoint]) -> list[list[StrokePoint]]:
    """A stroke cut where time runs backwards, without reports that were given twice."""
    runs: list[list[StrokePoint]] = []
    for point in points:
        if not runs or point.at_ms < runs[-1][-1].at_ms:
            runs.append([point])
        elif not _same(point, runs[-1][-1]):
            runs[-1].append(point)
    return runs


def _same(a: StrokePoint, b: StrokePoint) -> bool:
    return (a.at_ms, a.x_um, a.y_um, a.pressure) == (b.at_ms, b.x_um, b.y_um, b.pressure)


def _without_rests(run: Sequence[StrokePoint], longest_ms: float, still_um: float) -> list[list[int]]:
    """Times of a run, cut at gaps in which the pen stood still."""
    parts = [[run[0].at_ms]]
    for a, b in pairwise(run):
        moved = max(abs(b.x_um - a.x_um), abs(b.y_um - a.y_um))
        if b.at_ms - a.at_ms > longest_ms and moved <= still_um:
            parts.append([])
        parts[-1].append(b.at_ms)
    return parts
