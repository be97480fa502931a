"""A clock that can be set during a rehearsal, through the desk's own seam; a power failure does not mend it."""

from __future__ import annotations

from datetime import datetime, timedelta

from kpu_desk.gui.rehearsal.memory import Memory


class DayClock:
    """The system's time, with whatever was added.

    Attributes:
        source: what evidence and journal say of it.
        goes_on: it does, so that the desk notices when it is set.
    """

    source = "jam gladi"
    goes_on = True

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._added = timedelta(seconds=sum(facts["seconds"] for facts in memory.all("clock")))

    def __call__(self) -> datetime:
        from kpu_desk.services.desk import system_clock

        return system_clock() + self._added

    def shift(self, seconds: int) -> None:
        """Sets it forward, or backward by a negative number."""
        self._added += timedelta(seconds=seconds)
        self._memory.note("clock", seconds=seconds)
