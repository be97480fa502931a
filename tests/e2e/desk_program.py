"""A program of its own: the real windows over a fresh office, telling on standard output what stands where.

One JSON object a line, whenever something changed: ``screens``, ``windows``, ``buttons`` (centres of those that can be
pressed on the signer's screen), ``pad``, ``said`` (what the desk shows of the signer's screen). A captured signature is
told as ``ink``. It obeys the words ``call``, ``recall``, ``quit``, ``stall MS`` (every event on the pad takes that
long), ``look MS`` (how often it looks what changed, 0 for never), ``hall`` (its window comes on the last screen) and
``seal`` on standard input, and tells ``sealed`` at the end of that. Behind the folder stand how many signed statements
there are to seal, in another ceremony, and how many pads the first sheet asks for, one or three.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSocketNotifier, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QStackedWidget, QWidget

from kpu_desk.domain.calling import next_signers
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.showing import Captured
from kpu_desk.gui import background
from kpu_desk.gui.application import Application
from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.start import Program
from kpu_desk.services import sealing, signing
from kpu_desk.services.desk import Desk
from tests.domain.ceremonies import ink
from tests.gui import real_desk
from tests.services import offices

LOOK_MS = 60
_ON_PAD = (QEvent.Type.TabletMove, QEvent.Type.TouchUpdate, QEvent.Type.MouseMove)


class Teller(QObject):
    """Tells and obeys."""

    def __init__(self, application: QApplication, program: Program, to_seal: str) -> None:
        super().__init__(application)
        self._to_seal = to_seal
        self._application, self._program = application, program
        self._told = ""
        self._stall_s = 0.0
        self._once_s = 0.0
        assert program.signer is not None
        self._pad = program.signer.findChild(InkCanvas)
        assert self._pad is not None
        program.signer.captured.connect(self._captured)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._read)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ON_PAD:
            time.sleep(self._once_s or self._stall_s)
            self._once_s = 0.0
        return False

    def _read(self) -> None:
        # Not by lines: a second one would lie in a buffer of ours, and nobody would be told of it.
        for line in os.read(sys.stdin.fileno(), 4_096).decode().splitlines() or ["quit"]:
            self._obey(*line.split())

    def _obey(self, word: str, *further: str) -> None:
        operator = self._program.operator
        assert operator is not None
        if word == "call":
            operator.call_next()
        elif word == "recall":
            operator.calling.recall()
        elif word in ("stall", "once"):
            seconds = float(further[0]) / 1_000
            self._stall_s, self._once_s = (seconds, 0.0) if word == "stall" else (0.0, seconds)
            assert self._pad is not None
            self._pad.installEventFilter(self)
        elif word == "look":
            self._timer.stop()
            if further[0] != "0":
                self._timer.start(int(further[0]))
        elif word == "hall":
            assert self._program.hall is not None
            self._program.hall.show_on(self._application.screens()[-1])
        elif word == "seal":
            self._seal()
        else:
            self._input.setEnabled(False)
            self._program.close()
            self._application.exit(0)

    def _seal(self) -> None:
        """As the operator's window does it: long work on a thread, worker processes beside it."""
        desk = self._program.desk
        assert desk is not None

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            return sealing.seal_ceremony(desk, self._to_seal, progress, cancelled, without_number=True).sealed

        task = background.run(work, self)
        task.done.connect(lambda sealed: _tell({"sealed": sealed}))
        task.failed.connect(lambda error: _tell({"sealed": 0, "failed": repr(error)}))

    def _captured(self, captured: Captured) -> None:
        (first, *_) = captured.inks
        ink = first.ink
        strokes = [[[p.x_um, p.y_um, p.pressure, p.at_ms] for p in stroke.points] for stroke in ink.strokes]
        device = {"name": first.device.name, "tool": first.device.tool, "has_pressure": first.device.has_pressure}
        _tell({"ink": strokes, "device": device})

    def _look(self) -> None:
        signer, operator = self._program.signer, self._program.operator
        if signer is None or operator is None:
            return
        pad = self._pad
        assert pad is not None
        others = [w for w in self._application.topLevelWidgets() if w.isVisible() and w.windowTitle()]
        now = {
            "screens": {screen.name(): _box(screen.geometry()) for screen in self._application.screens()},
            "windows": {window.windowTitle(): _box(window.frameGeometry()) for window in others},
            "buttons": {
                button.objectName(): _centre(button)
                for window in others
                for button in window.findChildren(QAbstractButton)
                if (window is not operator) and button.isVisible() and button.isEnabled() and button.objectName()
            },
            "texts": [
                one.text() for window in others if window is not operator
                for one in window.findChildren(QLabel) if one.isVisible() and one.text()
            ],
            "pad": _box(QRect(pad.mapToGlobal(QPoint()), pad.size())) if pad.isVisible() else None,
            "points": sum(len(stroke.points) for stroke in pad.writing.strokes),
            "said": operator.calling.words,
            "step": _step(signer),
            "told": operator.notices.text(),
            "ratios": {screen.name(): screen.devicePixelRatio() for screen in self._application.screens()},
        }  # fmt: skip
        line = json.dumps(now)
        if line != self._told:
            self._told = line
            _tell(now)


def _step(signer: QWidget) -> str:
    steps = signer.findChild(QStackedWidget)
    shown = steps.currentWidget() if steps is not None else None
    return shown.objectName() if shown is not None else ""


def _box(box: QRect) -> list[int]:
    return [box.x(), box.y(), box.width(), box.height()]


def _centre(widget: QWidget) -> list[int]:
    place = widget.mapToGlobal(widget.rect().center())
    return [place.x(), place.y()]


def _tell(what: Mapping[str, object]) -> None:
    print(json.dumps(what), flush=True)


def _sign_what_asks_for_fewer(desk: Desk, ceremony: Ceremony, pads: int) -> None:
    """Whoever is called first comes to a sheet first that asks for so many inks."""
    first = next_signers(ceremony)[0]
    for number, shown in enumerate(signing.sitting_for(desk, ceremony.id, first.id).sheets):
        if len(shown.asked) >= pads:
            return
        signing.accept(desk, ceremony.id, offices.capture(first.id, shown, ink(9_000 + number)))


def main() -> int:
    root = Path(sys.argv[1])
    application = Application(["kpu-desk"])
    application.setQuitOnLastWindowClosed(False)
    from kpu_desk.gui.look import apply_look

    apply_look(application)
    count, pads = map(int, sys.argv[2:] or ("0", "1"))
    desk = real_desk.set_up(root)
    if pads == 3:
        offices.ask_for_paraf(root)
    to_seal = offices.signed_statements(desk, count).id if count else ""
    _sign_what_asks_for_fewer(desk, real_desk.opened(desk, 8, present=8), pads)
    program = Program(application, root)
    program.open_desk(desk)
    teller = Teller(application, program, to_seal)
    assert teller is not None
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
