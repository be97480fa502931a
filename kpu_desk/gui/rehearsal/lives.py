"""A day in which the power may fail: it is played in a process that can be killed, and another one goes on."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import TYPE_CHECKING

from kpu_desk.domain.errors import KnownError
from kpu_desk.gui.rehearsal.order import Order
from kpu_desk.gui.rehearsal.player import StoppedError, StuckError
from kpu_desk.gui.rehearsal.progress import Progress
from kpu_desk.language import Language, speak, spoken, translate

if TYPE_CHECKING:
    from kpu_desk.gui.rehearsal.report import Outcome

_LISTEN_S = 0.02
_END_S = 30.0


def live_on(order: Order, folder: Path, progress: Progress, stopped: Sequence[int]) -> Outcome:
    """Plays a day to its end; a process that asks for a power failure is killed, and the next one goes on.

    Raises:
        StuckError, StoppedError, KnownError: what the process ended with.
    """
    from kpu_desk.gui.rehearsal.stage import new_passphrase

    context, passphrase = get_context("spawn"), new_passphrase()
    while True:
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_one_life, args=(order, folder, passphrase, spoken(), there))
        process.start()
        there.close()
        try:
            answer = _listen(process, here, stopped)
        finally:
            if process.is_alive():
                process.kill()
            process.join()
        if isinstance(answer, BaseException):
            raise answer
        if answer is not None:
            return answer
        progress.line(translate("rehearsal", "Listrik padam: program dimatikan. Listrik menyala: program dibuka lagi."))


def _listen(process: SpawnProcess, here: Connection, stopped: Sequence[int]) -> Outcome | BaseException | None:
    """What the process says last; None when it asks for the power to fail, and then it is dead."""
    told = False
    while True:
        try:
            if here.poll(_LISTEN_S):
                answer: Outcome | BaseException | None = here.recv()
                if answer is None:
                    # At once, wherever it is: no signal handler, no last word, as when the plug is pulled.
                    process.kill()
                process.join(_END_S)
                return answer
        except EOFError:
            process.join()
            return StuckError(
                translate("rehearsal", "proses yang memainkannya berakhir sendiri ({status})").format(
                    status=process.exitcode
                )
            )
        if stopped and not told:
            told = True
            process.terminate()


def _one_life(order: Order, folder: Path, passphrase: str, language: Language, there: Connection) -> None:
    """What the process does."""
    from kpu_desk.gui.rehearsal.life import live, stopping

    speak(language)
    progress = Progress()
    with stopping() as stopped:
        try:
            there.send(live(order, folder, passphrase, progress, stopped, power=lambda: there.send(None)))
        except (StoppedError, StuckError, KnownError) as error:
            there.send(error)
        except Exception:
            progress.end()
            traceback.print_exc(file=sys.stderr)
            there.send(StuckError(translate("rehearsal", "kesalahan program; mohon laporkan baris-baris di atas")))
    progress.end()
