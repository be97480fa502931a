"""Raw pen samples become clean strokes: the device lore lives here, without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag, StrEnum

JUMP_UM = 60_000
"""A step of more than 60 mm between two samples is no hand's movement; it is marked, never dropped."""

FULL_PRESSURE = 65_535

SILENT_MS = 2_000
"""A pen on the pad reports all the time, also at rest. One silent for so long is gone, and its release with it."""


class Phase(StrEnum):
    """What a contact does at a sample."""

    DOWN = "down"
    MOVE = "move"
    UP = "up"
    CANCEL = "cancel"


class Tool(StrEnum):
    """What touches the pad."""

    PEN = "pen"
    FINGER = "finger"
    MOUSE = "mouse"


class Odd(IntFlag):
    """What is strange about a sample; strange samples are kept."""

    NONE = 0
    PRESSURE_ZERO = 1
    TIME_BACKWARD = 2
    JUMP = 4


@dataclass(frozen=True, slots=True)
class PenSample:
    """One sample as the system delivered it, in whole numbers.

    Attributes:
        x_um, y_um: position in µm of the nominal pad (96 logical pixels an inch), y downwards.
        pressure: 0 to 65535; FULL_PRESSURE where the tool reports none.
        tilt_x, tilt_y: hundredths of a degree from upright, None where the tool reports none.
        at_ms: the event's own time in ms, of the system's clock.
        contact: which of several contacts; 0 for pen and mouse, the touch point's id for fingers.
        device: which of several devices of this tool; two pens in two hands are two devices.
    """

    phase: Phase
    tool: Tool
    x_um: int
    y_um: int
    pressure: int
    at_ms: int
    tilt_x: int | None = None
    tilt_y: int | None = None
    contact: int = 0
    device: int = 0


@dataclass(frozen=True, slots=True)
class StrokePoint:
    """One sample inside a stroke, with what was strange about it."""

    x_um: int
    y_um: int
    pressure: int
    at_ms: int
    tilt_x: int | None = None
    tilt_y: int | None = None
    odd: Odd = Odd.NONE


class Outcome(StrEnum):
    """What a sample did.

    ``TOOK_OVER`` is a start as well, by a stronger tool: what a weaker one wrote before was a palm or a
    synthesised mouse, and the holder of the finished strokes lets go of it.
    """

    STARTED = "started"
    TOOK_OVER = "took_over"
    EXTENDED = "extended"
    FINISHED = "finished"
    REJECTED = "rejected"
    IGNORED = "ignored"


_STRENGTH = {Tool.MOUSE: 0, Tool.FINGER: 1, Tool.PEN: 2}


def is_stronger(one: Tool, other: Tool) -> bool:
    """Whether what ``other`` wrote may be a palm, or a synthesised mouse, beside ``one``."""
    return _STRENGTH[one] > _STRENGTH[other]


_Owner = tuple[Tool, int, int]
"""Tool, device and contact: what a sample belongs to."""


def _owner(sample: PenSample) -> _Owner:
    return sample.tool, sample.device, sample.contact


class StrokeBuilder:
    """One contact at a time: feeds on samples, gives strokes.

    Every contact begun ends as a finished stroke or as a rejected contact. Which of them depends on the tool and
    on the order only: the size of a contact and the system's confidence in it are never asked for, because a
    device need not report them.

    A pen beats a finger (a palm lies down before, during or after the pen), a finger beats the mouse that
    some systems synthesise beside it; of two pens the one that writes goes on writing. A release ends the stroke
    and adds no sample: devices repeat the last position there, with pressure 0. Every sample between contact and
    release is kept as it came.

    Where several pads lie before one person, whoever feeds a contact that comes down asks the builders beside first
    whether any `bars` it, and lets them `give_way` to it. What a weaker tool finished on a pad beside stays: it is as
    well a name written by finger as the mark of a palm, and only the person can say which.

    Attributes:
        tool: what the present signature is written with, or None before the first contact.
        begun: contacts that came down.
        rejected: contacts that were no writing; the contacts that a stronger tool replaced among them.
    """

    def __init__(self) -> None:
        self._points: list[StrokePoint] = []
        self._finished: list[tuple[StrokePoint, ...]] = []
        self._active: _Owner | None = None
        self._tool_before: Tool | None = None
        self.tool: Tool | None = None
        self.begun = 0
        self.rejected = 0

    @property
    def is_down(self) -> bool:
        """Whether a stroke is being drawn."""
        return self._active is not None

    @property
    def current(self) -> tuple[StrokePoint, ...]:
        """The points of the stroke being drawn."""
        return tuple(self._points)

    def newest(self, count: int) -> tuple[StrokePoint, ...]:
        """At most the last ``count`` points of the stroke being drawn: what the canvas paints next."""
        return tuple(self._points[-count:])

    def take_finished(self) -> tuple[tuple[StrokePoint, ...], ...]:
        """The strokes finished since the last call, oldest first."""
        finished, self._finished = tuple(self._finished), []
        return finished

    def feed(self, sample: PenSample) -> Outcome:
        """Takes one sample and says what it did."""
        if sample.phase is Phase.DOWN:
            return self._down(sample)
        if self._active != _owner(sample):
            return Outcome.IGNORED
        if sample.phase is Phase.MOVE:
            self._append(sample)
            return Outcome.EXTENDED
        if sample.phase is Phase.UP:
            self._finish()
            return Outcome.FINISHED
        self._drop()
        return Outcome.REJECTED

    def end_contact(self, device: int | None = None) -> Outcome:
        """Ends the stroke being drawn when its release will never come (pen out of reach, device unplugged).

        Args:
            device: only a stroke of this device; None for any.
        """
        if self._active is None or (device is not None and self._active[1] != device):
            return Outcome.IGNORED
        self._finish()
        return Outcome.FINISHED

    def turn_away(self) -> None:
        """Counts a contact that came down where nothing may be written now."""
        self.begun += 1
        self.rejected += 1

    def forget_tool(self) -> None:
        """Lets any tool begin again, after the ink was cleared."""
        self.tool = None

    def bars(self, newcomer: PenSample) -> bool:
        """Whether a contact that comes down now, here or on a pad beside, is no writing."""
        strength = _STRENGTH[newcomer.tool]
        if self.tool is not None and strength < _STRENGTH[self.tool]:
            # Once a pen has written, hand and mouse no longer write into the same signature.
            return True
        if self._active is None or strength > _STRENGTH[self._active[0]]:
            return False
        return not self._is_again(newcomer)

    def give_way(self, newcomer: PenSample) -> Outcome:
        """Ends what is drawn here for a contact that nothing `bars`; what is finished stays.

        Returns:
            FINISHED: the release was lost; what was drawn stays. REJECTED: what lay here was a palm or a synthesised
            mouse. IGNORED: nothing was in the way.
        """
        if self._active is None:
            return Outcome.IGNORED
        if self._is_again(newcomer):
            self._finish()
            return Outcome.FINISHED
        self._drop()
        return Outcome.REJECTED

    def _down(self, sample: PenSample) -> Outcome:
        if self.bars(sample):
            self.turn_away()
            return Outcome.REJECTED
        self.begun += 1
        self.give_way(sample)
        outcome = Outcome.STARTED
        if self.tool is not None and self.tool is not sample.tool:
            self.rejected += len(self._finished)
            self._finished.clear()
            self.tool = None
            outcome = Outcome.TOOK_OVER
        self._active = _owner(sample)
        self._tool_before, self.tool = self.tool, sample.tool
        self._append(sample)
        return outcome

    def _is_again(self, newcomer: PenSample) -> bool:
        """Whether the contact that draws comes down again, or a second pen where the first was unplugged in a stroke.

        The battery of a pen may end as well.
        """
        assert self._active is not None
        if self._active == _owner(newcomer):
            return True
        same_tool = self._active[0] is Tool.PEN and newcomer.tool is Tool.PEN
        return same_tool and newcomer.at_ms - self._points[-1].at_ms > SILENT_MS

    def _append(self, sample: PenSample) -> None:
        odd = Odd.NONE
        if sample.pressure == 0:
            odd |= Odd.PRESSURE_ZERO
        if self._points:
            last = self._points[-1]
            if sample.at_ms < last.at_ms:
                odd |= Odd.TIME_BACKWARD
            if max(abs(sample.x_um - last.x_um), abs(sample.y_um - last.y_um)) > JUMP_UM:
                odd |= Odd.JUMP
        self._points.append(
            StrokePoint(sample.x_um, sample.y_um, sample.pressure, sample.at_ms, sample.tilt_x, sample.tilt_y, odd)
        )

    def _finish(self) -> None:
        self._finished.append(tuple(self._points))
        self._points = []
        self._active = None

    def _drop(self) -> None:
        self.rejected += 1
        self._points = []
        self._active = None
        # A contact that was no writing decides nothing about who may write.
        self.tool = self._tool_before
