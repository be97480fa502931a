"""What was written on the pad for one signature or paraf: its strokes, what wrote them, what was thrown away."""

from __future__ import annotations

from dataclasses import dataclass, field

from kpu_desk.domain.evidence import Device
from kpu_desk.domain.ink import Ink, make_ink
from kpu_desk.domain.pen import StrokeBuilder, StrokePoint, Tool


@dataclass(frozen=True, slots=True)
class Source:
    """What a stroke came from."""

    name: str
    has_pressure: bool
    has_tilt: bool


@dataclass(frozen=True, slots=True)
class Written:
    """A finished stroke and what it came from."""

    points: tuple[StrokePoint, ...]
    source: Source


@dataclass(slots=True)
class Writing:
    """One ink while it is being written; it may be laid aside and taken up again.

    Attributes:
        name: whose it is, title: what it is where a sheet asks for more than one; both stand on the pad.
        source: what the stroke under way comes from.
        discarded: attempts that were cleared, or undone down to the empty pad.
    """

    name: str = ""
    title: str = ""
    builder: StrokeBuilder = field(default_factory=StrokeBuilder)
    strokes: list[Written] = field(default_factory=list)
    source: Source = Source("", False, False)
    discarded: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is no ink, not even a stroke being drawn."""
        return not self.strokes and not self.builder.is_down

    def collect(self) -> int:
        """Takes the strokes that ended; gives how many."""
        finished = self.builder.take_finished()
        self.strokes.extend(Written(points, self.source) for points in finished)
        return len(finished)

    def reject(self) -> None:
        """What was written so far was no writing: a pen took over from the hand that lay there."""
        self.builder.rejected += len(self.strokes)
        self.strokes.clear()

    def take_back(self, count: int) -> bool:
        """Takes the last ``count`` strokes back and says whether there were any; with none left it was an attempt."""
        if not self.strokes:
            return False
        del self.strokes[-count:]
        if not self.strokes:
            self.discarded += 1
            self.builder.forget_tool()
        return True

    def ink(self, width_um: int, height_um: int) -> Ink:
        """The ink as measured, on a pad of this size in µm."""
        return make_ink(
            tuple(stroke.points for stroke in self.strokes),
            tool=self.builder.tool or Tool.MOUSE,
            width_um=width_um,
            height_um=height_um,
            has_pressure=bool(self.strokes) and all(stroke.source.has_pressure for stroke in self.strokes),
        )

    def device(self, screen: str) -> Device:
        """What it was written with, on this screen."""
        sources = [stroke.source for stroke in self.strokes]
        return Device(
            name=sources[-1].name if sources else "",
            tool=str(self.builder.tool or ""),
            has_pressure=bool(sources) and all(source.has_pressure for source in sources),
            has_tilt=bool(sources) and all(source.has_tilt for source in sources),
            screen=screen,
        )
