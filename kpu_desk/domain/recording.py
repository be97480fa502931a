"""A pen recording from a file or from our own synthesis, and how it is placed on a pad."""

from __future__ import annotations

from dataclasses import dataclass

from kpu_desk.domain.ink import Ink
from kpu_desk.domain.pen import FULL_PRESSURE


@dataclass(frozen=True, slots=True)
class RecordedSample:
    """One sample of a recording; nothing about it is corrected.

    Attributes:
        x, y: in the recording's own units, or in pixels after `placed`; y grows downwards.
        at_ms: of the recording's own clock.
        pressure: 0 to 1.
        tilt_x, tilt_y: degrees from upright, to the right and towards the writer; both None without tilt.
    """

    x: float
    y: float
    at_ms: int
    pressure: float
    tilt_x: float | None = None
    tilt_y: float | None = None


@dataclass(frozen=True, slots=True)
class Recording:
    """One signature as strokes of raw samples; each stroke has at least one.

    Attributes:
        source: name of the file it was read from, None where our own code made it.
    """

    strokes: tuple[tuple[RecordedSample, ...], ...]
    source: str | None = None

    @property
    def sample_count(self) -> int:
        """Number of samples in all strokes."""
        return sum(len(stroke) for stroke in self.strokes)

    @property
    def has_tilt(self) -> bool:
        """Whether every sample carries both angles."""
        return all(s.tilt_x is not None and s.tilt_y is not None for stroke in self.strokes for s in stroke)


def recording_of(ink: Ink, source: str | None = None) -> Recording:
    """Stored ink as a recording, in µm."""
    return Recording(
        tuple(
            tuple(
                RecordedSample(
                    point.x_um,
                    point.y_um,
                    point.at_ms,
                    point.pressure / FULL_PRESSURE,
                    None if point.tilt_x is None else point.tilt_x / 100,
                    None if point.tilt_y is None else point.tilt_y / 100,
                )
                for point in stroke.points
            )
            for stroke in ink.strokes
        ),
        source,
    )


def placed(
    recording: Recording, width: float, height: float, *, margin: float, nudge: tuple[float, float] = (0.0, 0.0)
) -> Recording:
    """The recording as large as fits into a pad of this size in px, in its middle; one scale for both axes.

    Args:
        margin: what stays free on each side, in px; at most a third of the shorter side is taken.
        nudge: a shift from the middle as shares of the margin, -1 to 1.
    """
    samples = [sample for stroke in recording.strokes for sample in stroke]
    left, right = min(s.x for s in samples), max(s.x for s in samples)
    top, bottom = min(s.y for s in samples), max(s.y for s in samples)
    margin = min(margin, width / 3, height / 3)
    room = (width - 2 * margin, height - 2 * margin)
    scales = [space / extent for space, extent in zip(room, (right - left, bottom - top), strict=True) if extent > 0]
    scale = min(scales, default=1.0)
    across = width / 2 + nudge[0] * margin - (left + right) / 2 * scale
    down = height / 2 + nudge[1] * margin - (top + bottom) / 2 * scale
    return Recording(
        tuple(
            tuple(
                RecordedSample(across + s.x * scale, down + s.y * scale, s.at_ms, s.pressure, s.tilt_x, s.tilt_y)
                for s in stroke
            )
            for stroke in recording.strokes
        ),
        recording.source,
    )
