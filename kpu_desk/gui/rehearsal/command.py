"""`kpu-desk rehearse`: an unattended dress rehearsal through the real windows, on a workspace that is thrown away."""

from __future__ import annotations

import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from kpu_desk.domain.errors import KnownError
from kpu_desk.gui.rehearsal.order import FOUND_ERRORS, Order, RefusedError, Wanted, prepare
from kpu_desk.gui.rehearsal.progress import Progress
from kpu_desk.language import translate

if TYPE_CHECKING:
    from kpu_desk.gui.rehearsal.report import Outcome

INTERRUPTED = 130


def rehearse(wanted: Wanted) -> int:
    """Rehearses and gives the exit status; progress goes to stderr, the table at the end to stdout.

    Returns:
        0 when every record verified; 1 when not, or for a roster with errors; 2 for a wrong call; 130 when stopped.
    """
    try:
        order = prepare(wanted)
    except RefusedError as refusal:
        for sentence in refusal.sentences:
            sys.stderr.write(f"{sentence}\n")
        return refusal.status
    from kpu_desk.gui.errors import advice_for
    from kpu_desk.gui.rehearsal.player import StoppedError, StuckError
    from kpu_desk.gui.rehearsal.report import closing_words, table, write_summary

    progress = Progress()
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


def _play(order: Order, progress: Progress) -> Outcome:
    """The rehearsal on a workspace in a temporary folder, which is gone afterwards whatever happens."""
    from kpu_desk.gui.rehearsal.life import live, stopping
    from kpu_desk.gui.rehearsal.lives import live_on

    with (
        stopping() as stopped,
        tempfile.TemporaryDirectory(prefix="kpu-desk-gladi-", ignore_cleanup_errors=True) as folder,
    ):
        if order.day is not None:
            return live_on(order, Path(folder), progress, stopped)
        from kpu_desk.gui.rehearsal.stage import new_passphrase

        return live(order, Path(folder), new_passphrase(), progress, stopped)
