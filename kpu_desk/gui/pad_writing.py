"""What was written on the pad for one signature or paraf: its strokes, what wrote them, what was thrown away."""

from __future__ import annotations

from collections import Counter

from kpu_desk.domain.evidence import Device
from kpu_desk.domain.ink import Ink, make_ink
from kpu_desk.domain.pad import (
    NOTHING_BEFORE,
    Before,
    Counts,
    PadAct,
    PadChange,
    PadPlace,
    Source,
    Written,
    counts_of,
    discarded,
)
from kpu_desk.domain.pen import StrokeBuilder, Tool

__all__ = ["Source", "Writing", "Written"]


class Writing:
    """One ink while it is being written; it may be laid aside and taken up again.

    Args:
        name: whose it is, title: what it is where a sheet asks for more than one; both stand on the pad.
        before: what an interruption left, and what was counted before.

    Attributes:
        strokes: the finished ones, in order.
        source: what the stroke under way comes from.
    """

    def __init__(self, name: str = "", title: str = "", before: Before = NOTHING_BEFORE) -> None:
        self.name = name
        self.title = title
        self.builder = StrokeBuilder()
        self.strokes: list[Written] = list(before.strokes)
        self.source = Source("", False, False)
        self._taken: list[list[Written]] = []
        self._acts = Counter(dict(before.counts))
        self._told = (before.strokes, before.counts)
        self._recall_tool()

    @property
    def is_empty(self) -> bool:
        """Whether there is no ink, not even a stroke being drawn."""
        return not self.strokes and not self.builder.is_down

    @property
    def can_bring_back(self) -> bool:
        """Whether strokes were taken back and nothing was written since."""
        return bool(self._taken) and not self.builder.is_down

    @property
    def counts(self) -> Counts:
        """What happened to this ink, by act."""
        return counts_of([*self._acts.items(), (PadAct.REJECTED, self.builder.rejected)])

    @property
    def discarded(self) -> int:
        """Attempts whose ink is gone for good."""
        return discarded(self.counts)

    def count(self, act: PadAct) -> None:
        """Notes one act."""
        self._acts[act] += 1

    def collect(self) -> int:
        """Takes the strokes that ended; gives how many."""
        finished = self.builder.take_finished()
        tool = self.builder.tool or Tool.MOUSE
        self.strokes.extend(Written(points, self.source, tool) for points in finished)
        if finished:
            self._taken.clear()
        return len(finished)

    def reject(self) -> None:
        """What was written so far was no writing: a pen took over from the hand that lay there."""
        self.builder.rejected += len(self.strokes)
        self.strokes.clear()

    def take_back(self, count: int) -> bool:
        """Takes the last ``count`` strokes back and says whether there were any; with none left it was an attempt."""
        if not self.strokes:
            return False
        self._taken.append(self.strokes[-count:])
        del self.strokes[-count:]
        if self.strokes:
            self.count(PadAct.UNDONE)
        else:
            self.count(PadAct.UNDONE_ALL if count == 1 else PadAct.CLEARED)
            self.builder.forget_tool()
        return True

    def bring_back(self) -> bool:
        """Brings back what was taken back last and says whether there was anything."""
        if not self.can_bring_back:
            return False
        self.count(PadAct.REDONE if self.strokes else PadAct.REDONE_ALL)
        self.strokes.extend(self._taken.pop())
        self._recall_tool()
        return True

    def give_up(self, act: PadAct) -> None:
        """Erases all ink for good; ``act`` says why, where there was any."""
        self.builder.end_contact()
        self.collect()
        if self.strokes:
            self.count(act)
        self.strokes.clear()
        self._taken.clear()
        self.builder.forget_tool()

    def change(self, place: PadPlace) -> PadChange | None:
        """What is to be kept since this was last asked, or None."""
        told, counted = self._told
        strokes, counts = tuple(self.strokes), self.counts
        kept = next((at for at, (old, new) in enumerate(zip(told, strokes, strict=False)) if old is not new), None)
        kept = min(len(told), len(strokes)) if kept is None else kept
        if kept == len(told) == len(strokes) and counts == counted:
            return None
        self._told = (strokes, counts)
        acts = Counter(dict(counts))
        acts.subtract(dict(counted))
        return PadChange(place, kept, strokes[kept:], counts_of(acts))

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

    def _recall_tool(self) -> None:
        if self.strokes:
            self.builder.tool = self.strokes[-1].tool
