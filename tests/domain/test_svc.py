"""Recordings of the SVC2004 competition: every row is a sample, and signatures stand upright."""

from __future__ import annotations

from pathlib import Path

import pytest

from kpu_desk.domain.errors import InkFileError
from kpu_desk.domain.ink import make_ink
from kpu_desk.domain.pen import StrokePoint, Tool
from kpu_desk.domain.recording import RecordedSample, Recording, placed, recording_of
from kpu_desk.domain.svc import LARGEST_FILE, read_svc

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "ink"
HEAD = "3\n"


def test_rows_become_strokes_and_none_is_left_out() -> None:
    text = "99\n10 20 1000 0 0 900 1023\n11 21 1010 1 900 450 0\n11 21 1010 5 0 450 512\n\n30 40 1500 0 1800 450 1\n"
    recording = read_svc(text, "a.txt")
    assert [len(stroke) for stroke in recording.strokes] == [3, 1]
    assert recording.source == "a.txt"
    first, second, third = recording.strokes[0]
    assert (first.x, first.y, first.at_ms, first.pressure) == (10, -20, 1000, 1.0)
    assert second.pressure == 0
    assert third.pressure == pytest.approx(512 / 1023)


def test_a_first_row_begins_a_stroke_whatever_its_pen_says() -> None:
    assert [len(s) for s in read_svc("2\n1 1 1 3 0 900 1\n2 2 2 1 0 900 1\n").strokes] == [2]


@pytest.mark.parametrize(
    ("azimuth", "altitude", "tilt"),
    [(0, 900, (0, 0)), (0, 450, (0, -45)), (900, 450, (45, 0)), (1800, 600, (0, 30)), (2700, 450, (-45, 0))],
)
def test_azimuth_and_altitude_become_tilt(azimuth: int, altitude: int, tilt: tuple[float, float]) -> None:
    sample = read_svc(f"1\n0 0 0 0 {azimuth} {altitude} 5\n").strokes[0][0]
    assert (sample.tilt_x, sample.tilt_y) == pytest.approx(tilt, abs=1e-9)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "NO_INK"),
        ("Nama;NIP\n", "NO_INK"),
        ("3\n", "NO_INK"),
        (HEAD + "1 2 3 0 5 6\n", "INK_ROW"),
        (HEAD + "1 2 3 0 5 6 7 8\n", "INK_ROW"),
        (HEAD + "1 2 3 0 5 x 7\n", "INK_ROW"),
        (HEAD + "1 2 3 9 5 6 7\n", "INK_ROW"),
        (HEAD + "1 2 3 0 5 6 -7\n", "INK_ROW"),
        (HEAD + "1 2 3 0 5 9999 7\n", "INK_ROW"),
        ("1\n" + " " * LARGEST_FILE, "INK_TOO_LARGE"),
    ],
)
def test_what_is_no_recording_is_refused(text: str, code: str) -> None:
    with pytest.raises(InkFileError) as caught:
        read_svc(text, "x.txt")
    assert caught.value.code == code
    assert caught.value.facts["source"] == "x.txt"


def test_placing_keeps_the_shape() -> None:
    strokes = ((RecordedSample(0, 0, 5, 0.5, 1, 2), RecordedSample(100, 50, 6, 0.5, 1, 2)),)
    first, last = placed(Recording(strokes), 420, 240, margin=10).strokes[0]
    assert (first.x, first.y, last.x, last.y) == pytest.approx((10, 20, 410, 220))
    assert (first.at_ms, first.pressure, first.tilt_x) == (5, 0.5, 1)
    nudged = placed(Recording(strokes), 420, 240, margin=10, nudge=(1, -0.5)).strokes[0][0]
    assert (nudged.x, nudged.y) == pytest.approx((20, 15))


def test_a_dot_is_placed_too() -> None:
    dot = placed(Recording(((RecordedSample(7, 7, 0, 1),),)), 100, 60, margin=10).strokes[0][0]
    assert (dot.x, dot.y) == (50, 30)


def test_stored_ink_is_a_recording() -> None:
    point = StrokePoint(10, 20, 65_535, 30, 150, -150)
    ink = make_ink(((point,),), tool=Tool.PEN, width_um=1, height_um=1, has_pressure=True)
    assert recording_of(ink, "a").strokes == ((RecordedSample(10, 20, 0, 1.0, 1.5, -1.5),),)


@pytest.mark.skipif(not DATA.is_dir(), reason="the recordings of shared/data are not here")
def test_real_recordings_keep_every_row() -> None:
    files = [*sorted((DATA / "svc2004").glob("*.TXT")), *(DATA / "bdalab").glob("*.svc")]
    assert len(files) > 400
    for path in files:
        rows = [line.split() for line in path.read_text("ascii").splitlines()[1:] if line.strip()]
        recording = read_svc(path.read_text("ascii"), path.name)
        samples = [sample for stroke in recording.strokes for sample in stroke]
        assert [(s.x, -s.y, s.at_ms) for s in samples] == [tuple(map(int, row[:3])) for row in rows]
        assert len(recording.strokes) == sum(row[3] == "0" for row in rows) + (rows[0][3] != "0")
        assert recording.has_tilt
        assert 0 <= min(s.pressure for s in samples) <= max(s.pressure for s in samples) <= 1
