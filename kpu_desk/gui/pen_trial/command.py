"""`kpu-desk capture-test`: the pen test from a terminal."""

from __future__ import annotations

import json
import signal
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer

from kpu_desk.domain.device_truth import DeviceTruth
from kpu_desk.domain.errors import KnownError
from kpu_desk.gui.device_words import in_a_word, verdict
from kpu_desk.gui.errors import advice_for

_PULSE_MS = 250


def capture_test(*, out: Path | None, as_json: bool) -> int:
    """Runs the test until its window is closed, and tells the last figures on stdout.

    Args:
        out: where the page of the result is written at the end, if something was drawn.

    Returns:
        0 when the device is fit for an expert's examination; 1 when not, or nothing was drawn.
    """
    from kpu_desk.gui.pen_trial.trial import PenTrial
    from kpu_desk.gui.rehearsal.stage import application

    with tempfile.TemporaryDirectory(prefix="kpu-desk-uji-") as folder, application(Path(folder)) as app:
        try:
            trial = PenTrial()
        except KnownError as error:
            sys.stderr.write(f"{advice_for(error).text}\n")
            return 1
        last: list[DeviceTruth] = []
        trial.measured.connect(last.append)

        def end() -> None:
            if trial.window.figures.measure() is not None and out is not None:
                trial.save(out)
            trial.end()

        trial.window.figures.close_wanted.disconnect(trial.end)
        trial.window.figures.close_wanted.connect(end)
        trial.ended.connect(app.quit)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda _number, _frame: end())
        # Python looks at signals only when it runs.
        pulse = QTimer(app)
        pulse.timeout.connect(lambda: None)
        pulse.start(_PULSE_MS)
        app.exec()
        if last and as_json:
            sys.stdout.write(json.dumps(last[-1].as_dict()) + "\n")
        elif last:
            sys.stdout.write(f"{in_a_word(last[-1])}\n{verdict(last[-1])}\n")
    return 0 if last and last[-1].fit_for_expert else 1
