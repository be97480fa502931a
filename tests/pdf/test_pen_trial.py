"""The page of a pen test says what the device delivered, and when that is no use to an expert."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2
import pytest

from kpu_desk.domain.device_truth import DeviceTruth, device_truth
from kpu_desk.domain.evidence import Device
from kpu_desk.domain.ink import make_ink
from kpu_desk.domain.ink_drawing import draw
from kpu_desk.domain.pen import StrokePoint, Tool
from kpu_desk.domain.pen_trial import TrialResult, guide
from kpu_desk.domain.pressure_kind import PressureKind
from kpu_desk.pdf.pen_trial import trial_page

POINTS = tuple(
    StrokePoint(1_000 * n, 2_000 * (n % 20), 20_000 + 111 * (n * 7 % 97), 8 * n, None, None) for n in range(80)
)
INK = make_ink((POINTS,), tool=Tool.PEN, width_um=90_000, height_um=45_000, has_pressure=True)


def _text(truth: DeviceTruth) -> str:
    used = Device("KPU test pen", "pen", True, False, "1920x1080@1", truth)
    at = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
    result = TrialResult("Johan Utomo", "KPU Provinsi Contoh", at, "WIB", used, truth, draw(INK), (90_000, 45_000))
    page = trial_page(result)
    assert page == trial_page(result)
    document = pypdfium2.PdfDocument(page)
    try:
        assert len(document) == 1
        return " ".join(document[0].get_textpage().get_text_range().split())
    finally:
        document.close()


def test_it_says_what_was_measured() -> None:
    truth = device_truth(INK)
    assert round(truth.rate_hz) == 125
    said = _text(truth)
    assert "125 titik/detik" in said
    assert "KPU test pen" in said
    assert "adalah nama rekaan" in said


@pytest.mark.parametrize(
    "worse",
    [{"period_us": 21_000}, {"pressure": PressureKind.NONE, "levels": 0}],
    ids=["48 points a second", "no pressure"],
)
def test_below_the_bar_it_is_a_drawing_only(worse: dict[str, object]) -> None:
    fit = replace(device_truth(INK), pressure=PressureKind.GENUINE, levels=97)
    unfit = replace(fit, **worse)  # type: ignore[arg-type]  # fields of one kind each
    assert "gambar saja, tidak layak untuk pemeriksaan ahli" in _text(unfit).lower()
    assert "gambar saja" not in _text(fit).lower()


def test_the_lines_to_follow_stay_on_the_pad() -> None:
    for width, height in ((900, 300), (450, 150), (1_320, 440)):
        for line in guide(width, height):
            assert all(0 < x < width and 0 < y < height * 0.72 for x, y in line)
