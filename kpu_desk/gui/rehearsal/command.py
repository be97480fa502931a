"""`kpu-desk rehearse`: an unattended dress rehearsal through the real windows, on a workspace that is thrown away."""

from __future__ import annotations

import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from kpu_desk.domain.errors import KnownError
from kpu_desk.gui.rehearsal.order import FOUND_ERRORS, Order, RefusedError, prepare
from kpu_desk.language import translate

if TYPE_CHECKING:
    from kpu_desk.gui.rehearsal.report import Outcome

INTERRUPTED = 130
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_TELL_EVERY_S = 0.2


def rehearse(
    *,
    roster: Path | None,
    ink: Path | None,
    out: Path | None,
    people: int | None,
    forms: Path | None = None,
    document: Path | None = None,
    places: Path | None = None,
) -> int:
    """Rehearses and gives the exit status; progress goes to stderr, the table at the end to stdout.

    Args:
        roster: a spreadsheet, or None for invented people; ink: a folder with recordings, or None.
        out: the folder for the results, new or empty; None makes a fresh one and names it.
        people: the first so many of the roster, or so many invented people.
        document: an office's own PDF that is signed instead of PK, PI and PBBK; places: where, or None for the
            anchors in its text.
        forms: a folder with the office's own forms, taken in place of the shipped ones of the same name.

    Returns:
        0 when every record verified; 1 when not, or for a roster with errors; 2 for a wrong call; 130 when stopped.
    """
    try:
        order = prepare(roster=roster, ink=ink, out=out, people=people, forms=forms, document=document, places=places)
    except RefusedError as refusal:
        for sentence in refusal.sentences:
            sys.stderr.write(f"{sentence}\n")
        return refusal.status
    from kpu_desk.gui.errors import advice_for
    from kpu_desk.gui.rehearsal.player import StoppedError, StuckError
    from kpu_desk.gui.rehearsal.report import closing_words, table, write_summary

    progress = _Progress()
    progress.line(translate("rehearsal", "Hasil gladi disimpan di {folder}").format(folder=order.out))
    try:
        outcome = _play(order, progress)
        write_summary(outcome, order.out)
    except StoppedError:
        progress.line(translate("rehearsal", "Gladi dihentikan. Basis data dan kunci gladi sudah dihapus."))
        return INTERRUPTED
    except StuckError as stuck:
        progress.line(translate("rehearsal", "Gladi berhenti: {reason}.").format(reason=stuck))
        return FOUND_ERRORS
    except KnownError as error:
        progress.line(translate("rehearsal", "Gladi berhenti. {advice}").format(advice=advice_for(error).text))
        return FOUND_ERRORS
    except Exception:
        progress.line(
            translate("rehearsal", "Gladi berhenti karena kesalahan program; mohon laporkan baris-baris ini:")
        )
        traceback.print_exc()
        return FOUND_ERRORS
    progress.end()
    sys.stdout.write(f"{table(outcome)}\n{closing_words(outcome, order.out)}\n")
    return 0 if outcome.good else FOUND_ERRORS


def _play(order: Order, progress: _Progress) -> Outcome:
    """The rehearsal on a workspace in a temporary folder, which is gone afterwards whatever happens."""
    with (
        _stopping() as stopped,
        tempfile.TemporaryDirectory(prefix="kpu-desk-gladi-", ignore_cleanup_errors=True) as folder,
    ):
        from kpu_desk.gui.rehearsal.play import Play
        from kpu_desk.gui.rehearsal.player import Player
        from kpu_desk.gui.rehearsal.stage import application, program, throw_away_desk

        began = time.monotonic()
        progress.tell(translate("rehearsal", "Menyiapkan ruang kerja sementara"), 0, 0)
        with (
            application(Path(folder)) as app,
            throw_away_desk(Path(folder)) as desk,
            program(app, desk) as running,
        ):
            play = Play(order, running, folder=Path(folder), tell=progress.tell)
            play.outcome.seconds["set_up"] = time.monotonic() - began
            player = Player(play.script(), stopped=lambda: bool(stopped))
            hook, sys.excepthook = sys.excepthook, player.caught
            try:
                player.play()
            finally:
                sys.excepthook = hook
            return play.outcome


@contextmanager
def _stopping() -> Iterator[list[int]]:
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


class _Progress:
    """One line on a terminal that is written over; a line for each stage where it goes to a file."""

    def __init__(self) -> None:
        self._over = sys.stderr.isatty()
        self._stage = ""
        self._told = 0.0
        self._width = 0

    def tell(self, stage: str, done: int, total: int) -> None:
        """How far a stage is; the total is 0 while it is not known."""
        now = time.monotonic()
        if stage == self._stage and now - self._told < _TELL_EVERY_S and done != total:
            return
        words = f"{stage} {done}/{total}" if total else f"{stage} …"
        if self._over:
            sys.stderr.write("\r" + words.ljust(self._width))
            self._width = len(words)
        elif stage != self._stage:
            sys.stderr.write(f"{stage}\n")
        sys.stderr.flush()
        self._stage, self._told = stage, now

    def line(self, words: str) -> None:
        """A whole line of its own."""
        self.end()
        sys.stderr.write(f"{words}\n")
        sys.stderr.flush()

    def end(self) -> None:
        """Leaves the line that is written over."""
        if self._over and self._width:
            sys.stderr.write("\n")
        self._width, self._stage = 0, ""
