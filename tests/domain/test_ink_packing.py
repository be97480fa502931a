"""Packed ink: nothing lost, few bytes, and no bytes from outside end in anything but ink or a clear refusal."""

from __future__ import annotations

import contextlib
import random
import zlib
from collections.abc import Callable
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.device_grid import Grid, find_grid
from kpu_desk.domain.errors import InkFileError
from kpu_desk.domain.ink import Ink, make_ink
from kpu_desk.domain.ink_packing import pack, unpack
from kpu_desk.domain.pen import FULL_PRESSURE, StrokePoint, Tool
from kpu_desk.domain.range_coder import RangeDecoder, RangeEncoder
from kpu_desk.domain.recording import placed
from kpu_desk.domain.svc import read_svc
from kpu_desk.domain.synthetic_ink import synthesise
from tests.domain.test_ink import RECORDINGS, inks

UM_PER_PX = 25_400 / 96
LARGEST = 1_400
"""Bytes for 300 samples with pressure and tilt."""


def _captured(text: str, nudge: tuple[float, float], most: int) -> Ink:
    """A recording as the canvas would measure it on a pad of 900 by 300 px."""
    strokes = []
    left = most
    for stroke in placed(read_svc(text), 900, 300, margin=60, nudge=nudge).strokes:
        points = tuple(
            StrokePoint(
                round(sample.x * UM_PER_PX),
                round(sample.y * UM_PER_PX),
                round(sample.pressure * FULL_PRESSURE),
                sample.at_ms,
                round((sample.tilt_x or 0) * 100),
                round((sample.tilt_y or 0) * 100),
            )
            for sample in islice(stroke, left)
        )
        left -= len(points)
        if points:
            strokes.append(points)
    return make_ink(tuple(strokes), tool=Tool.PEN, width_um=238_125, height_um=79_375, has_pressure=True)


def _unpack_or_refuse(data: bytes) -> None:
    with contextlib.suppress(InkFileError):
        unpack(data)


@given(inks())
def test_packing_loses_nothing(ink: Ink) -> None:
    assert unpack(pack(ink)) == ink


@given(inks(), st.data())
def test_damaged_bytes_give_ink_or_a_refusal_never_anything_else(ink: Ink, data: st.DataObject) -> None:
    whole = bytearray(pack(ink))
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    _unpack_or_refuse(bytes(whole[: data.draw(st.integers(0, len(whole)))]))


@given(st.binary(max_size=400))
def test_foreign_bytes_are_refused(noise: bytes) -> None:
    with pytest.raises(InkFileError):
        unpack(noise)
    _unpack_or_refuse(pack(make_ink((), tool=Tool.PEN, width_um=1, height_um=1, has_pressure=True))[:7] + noise)


@pytest.mark.skipif(not RECORDINGS.is_dir(), reason="the shared recordings are absent")
def test_300_real_samples_take_at_most_1400_bytes(at_length: Callable[[int, int], int]) -> None:
    files = sorted(RECORDINGS.glob("*.TXT"))
    long_enough = 0
    for number, path in enumerate(files):
        ink = _captured(path.read_text(), ((number * 37 % 101) / 101 - 0.5, (number * 61 % 103) / 103 - 0.5), 300)
        if number % at_length(10, 1) and ink.sample_count < 300:
            continue
        packed = pack(ink)
        assert unpack(packed) == ink, path.name
        if ink.sample_count == 300:
            long_enough += 1
            assert len(packed) <= LARGEST, path.name
    assert long_enough > 20


def test_ink_of_our_own_synthesis_packs_too() -> None:
    recording = synthesise(7, 1)
    strokes = tuple(
        tuple(StrokePoint(round(s.x * 1000), round(s.y * 1000), round(s.pressure * FULL_PRESSURE), s.at_ms) for s in k)
        for k in recording.strokes
    )
    ink = make_ink(strokes, tool=Tool.PEN, width_um=1, height_um=1, has_pressure=True)
    assert unpack(pack(ink)) == ink
    assert len(pack(ink)) < len(zlib.compress(ink.canonical(), 9))


@given(st.integers(-(10**9), 10**9), st.integers(3 << 24, 400 << 24), st.lists(st.integers(0, 9_000), min_size=30))
def test_whole_steps_are_found_behind_rounded_numbers(offset: int, step: int, counts: list[int]) -> None:
    true = Grid(offset, step)
    numbers = [true.number(count) for count in counts]
    found = find_grid(numbers)
    assert found is None or found.holds(numbers)


def test_the_grid_of_a_digitiser_is_found() -> None:
    dice = random.Random(3)
    for step in (5.0, 10.0, 11.0396, 25.4, 264.583):
        true = Grid(dice.randrange(1 << 40), round(step * (1 << 24)))
        numbers = [true.number(dice.randrange(2_000)) for _ in range(300)]
        found = find_grid(numbers)
        assert found is not None
        assert found.holds(numbers)
        assert found.step / (1 << 24) == pytest.approx(step, rel=1e-3)


def test_numbers_of_no_grid_have_none() -> None:
    dice = random.Random(4)
    assert find_grid([dice.randrange(100_000) for _ in range(400)]) is None
    assert find_grid([1, 2, 3]) is None


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=2_000))
def test_decisions_come_back(decisions: list[tuple[int, bool]]) -> None:
    encoder = RangeEncoder()
    for context, bit in decisions:
        encoder.bit(context, int(bit))
    decoder = RangeDecoder(encoder.finish())
    assert [decoder.bit(context) for context, _ in decisions] == [int(bit) for _, bit in decisions]


def test_what_is_expected_costs_little() -> None:
    encoder = RangeEncoder()
    for _ in range(8_000):
        encoder.bit("usual", 0)
    assert len(encoder.finish()) < 60
