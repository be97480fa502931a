"""The true size of a pad, and where a tap on a cross arrived."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kpu_desk.domain.evidence import Device, _device
from kpu_desk.domain.pointing import NEAR_PX, Pointing, judge
from kpu_desk.domain.true_scale import CARD_UM, ScaleSource, TrueScale, scale_from_dict, scale_of

PLAIN = Device("KPU test pen", "pen", True, False, "1920x1080@1")


def test_a_screen_of_known_size_has_its_scale() -> None:
    # A 24-inch full-HD screen: 531.3 × 298.9 mm.
    scale = scale_of((531_300, 298_900), (1_920, 1_080), ScaleSource.REPORTED)
    assert scale == TrueScale(1_045_866, 1_046_019, ScaleSource.REPORTED)
    nominal = scale_of(CARD_UM, (CARD_UM[0] * 96 / 25_400, CARD_UM[1] * 96 / 25_400), ScaleSource.CARD)
    assert nominal == TrueScale(1_000_000, 1_000_000, ScaleSource.CARD)


@pytest.mark.parametrize("size_um", [(0, 0), (-1, 300_000), (1_000, 600), (9_000_000, 300_000)])
def test_nonsense_has_none(size_um: tuple[int, int]) -> None:
    assert scale_of(size_um, (1_920, 1_080), ScaleSource.REPORTED) is None


def test_evidence_carries_it_and_older_evidence_stays_as_it_was() -> None:
    scale = TrueScale(1_045_866, 1_046_019, ScaleSource.CARD)
    assert "scale" not in PLAIN.as_dict()
    assert _device(PLAIN.as_dict()) == PLAIN
    known = replace(PLAIN, scale=scale)
    assert known.as_dict()["scale"] == {"x_ppm": 1_045_866, "y_ppm": 1_046_019, "source": "card"}
    assert _device(known.as_dict()) == known
    with pytest.raises((TypeError, ValueError)):
        scale_from_dict({"x_ppm": 1, "y_ppm": 1, "source": "guessed"})


@pytest.mark.parametrize(
    ("arrived", "found"),
    [
        ((1_800, 400), Pointing.HIT),
        ((1_800 + NEAR_PX, 400 - NEAR_PX), Pointing.HIT),
        ((1_800 + NEAR_PX + 1, 400), Pointing.BESIDE),
        ((723, 410), Pointing.OTHER_SCREEN),
        ((1_365.9, 400), Pointing.OTHER_SCREEN),
        ((1_800, 1_080), Pointing.OTHER_SCREEN),
    ],
)
def test_where_a_tap_arrived(arrived: tuple[float, float], found: Pointing) -> None:
    assert judge((1_800, 400), arrived, (1_366, 0, 1_920, 1_080)) is found
