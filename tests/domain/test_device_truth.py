"""What a device really delivered, on streams of known rate and on real recordings."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.canonical import canonical_json
from kpu_desk.domain.device_truth import DeviceTruth, Unfit, device_truth, truth_from_dict
from kpu_desk.domain.ink import Ink, make_ink
from kpu_desk.domain.pen import FULL_PRESSURE, StrokePoint, Tool
from kpu_desk.domain.pressure_kind import PressureKind
from kpu_desk.domain.recording import RecordedSample, Recording
from kpu_desk.domain.svc import read_svc

DATA = Path(__file__).parents[2].parent / "shared" / "data" / "ink"
RATES = (50, 60, 75, 100, 125, 133, 150, 200, 250, 266, 500, 1_000)
Pressure = Callable[[list[tuple[int, int, int]], Random], list[float]]


def measured_pressure(points: list[tuple[int, int, int]], random: Random) -> list[float]:
    level, out = 0.5, []
    for _ in points:
        level = min(max(level + random.gauss(0, 0.03), 0.1), 0.9)
        out.append(round(level * 1_023) / 1_023)
    return out


def stream(
    hz: float,
    random: Random,
    *,
    jitter: float = 0.0,
    drop: float = 0.0,
    tie: float = 0.0,
    pressure: Pressure = measured_pressure,
) -> tuple[Ink, int, int]:
    """Three strokes of 100 reports; also how many were dropped and how many got the time of the one before."""
    period, strokes, start, dropped, tied = 1_000 / hz, [], random.random() * 1_000, 0, 0
    for _ in range(3):
        times = sorted(start + k * period + random.gauss(0, min(jitter * period, 1.5)) for k in range(100))
        places: list[tuple[int, int, int]] = []
        for k, at in enumerate(times):
            if 0 < k < 99 and random.random() < drop:
                dropped += 1
                continue
            moment = round(at)
            if places and random.random() < tie:
                tied += moment != places[-1][2]
                moment = places[-1][2]
            turn = (at - start) / 100
            x = 40_000 + round(9_000 * math.sin(turn) * math.cos(turn / 7)) // 10 * 10
            y = 20_000 + round(7_000 * math.cos(1.3 * turn)) // 10 * 10
            places.append((x, y, max(moment, places[-1][2]) if places else moment))
        strokes.append(
            tuple(
                StrokePoint(x, y, round(press * FULL_PRESSURE), at)
                for (x, y, at), press in zip(places, pressure(places, random), strict=True)
            )
        )
        start += 100 * period + 150
    return ink_of(tuple(strokes)), dropped, tied


def ink_of(strokes: tuple[tuple[StrokePoint, ...], ...], *, has_pressure: bool = True) -> Ink:
    return make_ink(strokes, tool=Tool.PEN, width_um=100_000, height_um=40_000, has_pressure=has_pressure)


@pytest.mark.parametrize("hz", RATES)
@given(seed=st.integers(0, 10**6), jitter=st.sampled_from((0.0, 0.05, 0.1, 0.15)))
def test_the_rate_is_right_within_two_percent(hz: int, seed: int, jitter: float) -> None:
    ink, _, _ = stream(hz, Random(seed), jitter=jitter)
    truth = device_truth(ink)
    assert truth.rate_hz == pytest.approx(hz, rel=0.02)
    assert truth.dropped <= 3
    gaps = [b.at_ms - a.at_ms for s in ink.strokes for a, b in pairwise(s.points)]
    assert truth.largest_gap_ms == max(gaps)
    assert truth.merged == gaps.count(0)


@pytest.mark.parametrize("hz", [hz for hz in RATES if hz <= 266])
@given(seed=st.integers(0, 10**6))
def test_losses_and_merged_reports_leave_the_rate_and_are_counted(hz: int, seed: int) -> None:
    ink, dropped, tied = stream(hz, Random(seed), jitter=0.05, drop=0.04, tie=0.03)
    truth = device_truth(ink)
    assert truth.rate_hz == pytest.approx(hz, rel=0.02)
    assert abs(truth.dropped - dropped) <= 5
    assert truth.merged == tied


def test_jitter_is_the_spread_of_the_intervals() -> None:
    points = tuple(StrokePoint(k * 100, (k * k % 50) * 100, 30_000 + k, 8 * k + (k % 2)) for k in range(101))
    # Intervals of 9 and 7 in turn.
    truth = device_truth(ink_of((points,)))
    assert truth.rate_hz == pytest.approx(125)
    assert truth.jitter_us == pytest.approx(1_000, rel=0.02)


def test_a_burst_under_one_time_counts_every_report() -> None:
    points = tuple(StrokePoint(k * 130, (k * 37 % 50) * 100, 30_000 + k, k // 3 * 12) for k in range(300))
    truth = device_truth(ink_of((points,)))
    assert truth.rate_hz == pytest.approx(250, rel=0.02)
    assert (truth.merged, truth.dropped) == (200, 0)


def test_a_report_given_twice_is_merged_and_makes_no_rate() -> None:
    points = tuple(StrokePoint(k // 2 * 130, (k // 2 * 37 % 50) * 100, 30_000 + k // 2, k // 2 * 8) for k in range(300))
    truth = device_truth(ink_of((points,)))
    assert truth.rate_hz == pytest.approx(125, rel=0.02)
    assert truth.merged == 150


def test_a_resting_hand_has_lost_nothing() -> None:
    points = [StrokePoint(k * 100, (k * 37 % 50) * 100, 30_000 + k, 8 * k) for k in range(100)]
    later = [replace(p, x_um=p.x_um + points[-1].x_um, y_um=points[-1].y_um, at_ms=p.at_ms + 1_500) for p in points]
    truth = device_truth(ink_of((tuple(points + later),)))
    assert (truth.dropped, truth.largest_gap_ms) == (0, 1_500 - 99 * 8)


@pytest.mark.parametrize("step_um", [10, 50, 264.583])
def test_the_resolution_is_the_step_of_the_positions(step_um: float) -> None:
    random = Random(3)
    points = tuple(
        StrokePoint(round(random.randrange(4_000) * step_um), round(random.randrange(900) * step_um), 30_000 + k, 8 * k)
        for k in range(300)
    )
    assert device_truth(ink_of((points,))).resolution_nm == pytest.approx(step_um * 1_000, rel=0.02)


def test_too_few_points_say_nothing_and_are_not_fit() -> None:
    truth = device_truth(ink_of((tuple(StrokePoint(k * 100, k, 30_000 + k, 8 * k) for k in range(6)),)))
    assert truth.rate_hz == 0
    assert Unfit.TOO_SHORT in truth.unfit
    assert device_truth(ink_of(())).resolution_nm == 0


def test_below_fifty_points_a_second_the_ink_is_a_drawing_only() -> None:
    assert device_truth(stream(40, Random(1))[0]).unfit == (Unfit.SLOW,)
    assert device_truth(stream(50, Random(1))[0]).fit_for_expert
    # A device that reports 60 times and loses every third delivers 40.
    assert Unfit.SLOW in device_truth(stream(60, Random(1), drop=0.33)[0]).unfit


def ways(points: list[tuple[int, int, int]]) -> list[float]:
    return [math.hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]


def from_browser_speed(points: list[tuple[int, int, int]], _: Random) -> list[float]:
    speed, out = 0.0, [0.5]
    for way, (a, b) in zip(ways(points), pairwise(points), strict=True):
        speed = 0.7 * way / max(b[2] - a[2], 1) / 264 + 0.3 * speed
        out.append(1 / (speed + 1))
    return out


def from_way(points: list[tuple[int, int, int]], _: Random) -> list[float]:
    level, out = 0.25, [0.25]
    for way in ways(points):
        share = min(1.0, way / (16 * 264))
        level = min(1.0, level + (1 - share - level) * share * 0.275)
        out.append(level)
    return out


@pytest.mark.parametrize(
    ("pressure", "kind", "unfit"),
    [
        (lambda points, _: [0.5] * len(points), PressureKind.CONSTANT, Unfit.CONSTANT_PRESSURE),
        (lambda points, _: [1.0] * len(points), PressureKind.CONSTANT, Unfit.CONSTANT_PRESSURE),
        (lambda points, _: [0.0] * len(points), PressureKind.CONSTANT, Unfit.CONSTANT_PRESSURE),
        (lambda points, r: [0.0] + [0.5] * (len(points) - 1), PressureKind.CONSTANT, Unfit.CONSTANT_PRESSURE),
        (lambda points, r: [r.choice((0.5, 1.0)) for _ in points], PressureKind.FEW_LEVELS, Unfit.FEW_LEVELS),
        (lambda points, r: [r.choice((0.0, 1.0)) for _ in points], PressureKind.FEW_LEVELS, Unfit.FEW_LEVELS),
        (lambda points, _: [max(0.1, 1 - w / 9_000) for w in (0, *ways(points))], PressureKind.FROM_SPEED, None),
        (from_browser_speed, PressureKind.FROM_SPEED, Unfit.PRESSURE_FROM_SPEED),
        (from_way, PressureKind.FROM_SPEED, Unfit.PRESSURE_FROM_SPEED),
        (measured_pressure, PressureKind.GENUINE, None),
    ],
)
def test_pressure_is_told_for_what_it_is(pressure: Pressure, kind: PressureKind, unfit: Unfit | None) -> None:
    truth = device_truth(stream(125, Random(5), pressure=pressure)[0])
    assert truth.pressure is kind
    assert truth.fit_for_expert == (kind is PressureKind.GENUINE)
    if unfit is not None:
        assert truth.unfit == (unfit,)


def test_a_device_without_pressure_says_so() -> None:
    points = tuple(StrokePoint(k * 100, (k * 37 % 50) * 100, FULL_PRESSURE, 8 * k) for k in range(100))
    truth = device_truth(ink_of((points,), has_pressure=False))
    assert (truth.pressure, truth.levels, truth.unfit) == (PressureKind.NONE, 0, (Unfit.NO_PRESSURE,))


@pytest.mark.parametrize("levels", [256, 1_024, 2_048, 4_096, 8_192])
def test_the_levels_that_a_device_counts_are_found(levels: int) -> None:
    random = Random(levels)
    pressures = [round(random.randrange(1, levels) * FULL_PRESSURE / (levels - 1)) for _ in range(300)]
    points = tuple(StrokePoint(k * 100, (k * 37 % 50) * 100, p, 8 * k) for k, p in enumerate(pressures))
    assert device_truth(ink_of((points,))).levels == levels


def test_figures_are_whole_numbers_and_come_back() -> None:
    truth = device_truth(stream(133, Random(2), jitter=0.1)[0])
    assert truth_from_dict(json.loads(canonical_json(truth.as_dict()))) == truth


# ---- real recordings

real = pytest.mark.skipif(not DATA.is_dir(), reason="the recordings lie beside the checkout")


def truth_of(recording: Recording, unit_um: float) -> DeviceTruth:
    return device_truth(
        ink_of(
            tuple(
                tuple(
                    StrokePoint(round(s.x * unit_um), round(s.y * unit_um), round(s.pressure * FULL_PRESSURE), s.at_ms)
                    for s in stroke
                )
                for stroke in recording.strokes
            )
        )
    )


@real
def test_every_signature_of_the_competition_is_genuine_at_100_hz(at_length: Callable[[int, int], int]) -> None:
    files = sorted((DATA / "svc2004").glob("*.TXT"))
    for path in files[:: len(files) // at_length(40, 400)]:
        truth = truth_of(read_svc(path.read_text("ascii")), 10)
        assert truth.rate_hz == pytest.approx(100, rel=0.02), path.name
        assert (truth.pressure, truth.levels) == (PressureKind.GENUINE, 1_024), path.name
        assert truth.fit_for_expert, path.name
        assert truth.resolution_nm == 10_000, path.name


@real
def test_the_handwriting_sample_has_133_points_a_second() -> None:
    (path,) = (DATA / "bdalab").glob("*.svc")
    truth = truth_of(read_svc(path.read_text("ascii")), 10)
    # Intervals of 7 and 8 ms nearly in turn; the "125" that goes with the file is not what is in it.
    assert truth.rate_hz == pytest.approx(133, rel=0.005)
    assert (truth.largest_gap_ms, truth.levels, truth.fit_for_expert) == (17, 32_768, True)


@real
@pytest.mark.parametrize("name", ["corners", "flash"])
def test_the_mouse_of_perfect_freehand_has_constant_pressure(name: str) -> None:
    rows = json.loads((DATA / "perfect-freehand" / f"{name}.json").read_text("utf-8"))
    rows = rows[name] if isinstance(rows, dict) else rows
    stroke = tuple(RecordedSample(x, y, round(at), pressure) for x, y, pressure, at in rows)
    truth = truth_of(Recording((stroke,)), 264.583)
    assert truth.unfit == (Unfit.CONSTANT_PRESSURE,)
    assert 110 < truth.rate_hz < 130


@real
def test_signature_pad_is_slow_and_without_pressure() -> None:
    rows = json.loads((DATA / "signature_pad" / "square.json").read_text("utf-8"))
    strokes = tuple(
        tuple(RecordedSample(p["x"], p["y"], p["time"], p.get("pressure", 0)) for p in group["points"])
        for group in rows
    )
    assert truth_of(Recording(strokes), 264.583).unfit == (Unfit.SLOW, Unfit.CONSTANT_PRESSURE)
