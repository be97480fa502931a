"""One process of a rehearsal, from its desk to its end, or to the power failure that kills it."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from kpu_desk.gui.rehearsal.memory import Memory
from kpu_desk.gui.rehearsal.order import Order
from kpu_desk.gui.rehearsal.progress import Progress
from kpu_desk.language import translate

if TYPE_CHECKING:
    from kpu_desk.gui.rehearsal.report import Outcome

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


def live(
    order: Order,
    folder: Path,
    passphrase: str,
    progress: Progress,
    stopped: Sequence[int],
    *,
    power: Callable[[], None] | None = None,
) -> Outcome:
    """Plays to the end, on a fresh workspace in the folder or on the one that a power failure left there.

    Args:
        stopped: not empty once the person at the terminal wants an end.
        power: asks for this process to be killed; None where nobody would start it again.

    Raises:
        StuckError, StoppedError, KnownError, and whatever a window raised.
    """
    from kpu_desk.gui.rehearsal.clock import DayClock
    from kpu_desk.gui.rehearsal.play import Play
    from kpu_desk.gui.rehearsal.player import Player
    from kpu_desk.gui.rehearsal.stage import application, program, throw_away_desk

    began = time.monotonic()
    progress.tell(translate("rehearsal", "Menyiapkan ruang kerja sementara"), 0, 0)
    memory = Memory(folder / "ingatan.jsonl" if power is not None else None)
    clock = DayClock(memory)
    with (
        application(folder, hall=order.day is not None) as app,
        throw_away_desk(folder, passphrase, clock) as desk,
        program(app, desk) as running,
    ):
        play = Play(order, running, folder=folder, tell=progress.tell, memory=memory, clock=clock, power=power)
        memory.note("stage", name="set_up", seconds=time.monotonic() - began)
        player = Player(play.script(), stopped=lambda: bool(stopped))
        hook, sys.excepthook = sys.excepthook, player.caught
        try:
            player.play()
        finally:
            sys.excepthook = hook
        return play.outcome


@contextmanager
def stopping() -> Iterator[list[int]]:
    """Collects the signals that ask the program to end, so that nothing is left behind."""
    received: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        received.append(number)

    before = {
        number: signal.signal(number, note)
        for number in (getattr(signal, name, None) for name in _SIGNALS)
        if number is not None
    }
    try:
        yield received
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
