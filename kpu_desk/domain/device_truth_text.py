"""What a device delivered, in the office's words: for the evidence, the desk and the pen test."""

from __future__ import annotations

from kpu_desk.domain.dates import thousands
from kpu_desk.domain.device_truth import DeviceTruth, Unfit
from kpu_desk.domain.pressure_kind import PressureKind

DRAWING_ONLY = "gambar saja, tidak layak untuk pemeriksaan ahli"

REASONS = {
    Unfit.TOO_SHORT: "titik terlalu sedikit untuk diukur",
    Unfit.SLOW: "kurang dari 50 titik per detik",
    Unfit.NO_PRESSURE: "tanpa tekanan",
    Unfit.CONSTANT_PRESSURE: "tekanan tidak berubah",
    Unfit.FEW_LEVELS: "tekanan hanya beberapa tingkat",
    Unfit.PRESSURE_FROM_SPEED: "tekanan dibuat dari kecepatan",
}


def rate(truth: DeviceTruth) -> str:
    """``133 titik/detik``."""
    return f"{thousands(round(truth.rate_hz))} titik/detik" if truth.period_us else "laju tidak terukur"


def pressure(truth: DeviceTruth) -> str:
    """``tekanan asli 1.024 tingkat``."""
    return {
        PressureKind.NONE: "tanpa tekanan",
        PressureKind.CONSTANT: "tekanan tidak berubah",
        PressureKind.FEW_LEVELS: f"tekanan hanya {truth.levels} tingkat",
        PressureKind.FROM_SPEED: "tekanan dibuat dari kecepatan",
        PressureKind.GENUINE: f"tekanan asli {thousands(truth.levels)} tingkat",
    }[truth.pressure]


def resolution(truth: DeviceTruth) -> str:
    """``ketelitian 0,01 mm``; two significant digits."""
    if not truth.resolution_nm:
        return "ketelitian tidak terukur"
    mm = truth.resolution_nm / 1_000_000
    places = 1 if mm >= 1 else 2 if mm >= 0.095 else 3
    shown = f"{mm:.{places}f}"
    return f"ketelitian {shown.rstrip('0').rstrip('.').replace('.', ',')} mm"


def decimal_ms(microseconds: int) -> str:
    """``0,5 ms``."""
    return f"{microseconds / 1_000:.1f} ms".replace(".", ",")


def verdict(truth: DeviceTruth) -> str:
    """Whether an expert may use the dynamics, and if not why."""
    if truth.fit_for_expert:
        return "layak untuk pemeriksaan ahli"
    return f"{DRAWING_ONLY}: {', '.join(REASONS[reason] for reason in truth.unfit)}"


def measured(truth: DeviceTruth) -> str:
    """The line of the evidence: figures, and where they are below the bar the verdict."""
    parts = [
        rate(truth),
        f"jeda terbesar {thousands(truth.largest_gap_ms)} ms",
        f"simpangan {decimal_ms(truth.jitter_us)}",
        f"{thousands(truth.dropped)} titik hilang, {thousands(truth.merged)} digabung",
        pressure(truth),
        resolution(truth),
    ]
    line = ", ".join(parts)
    return line if truth.fit_for_expert else f"{line}; {verdict(truth)}"
