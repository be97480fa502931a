"""The pen test as a program of its own, telling on standard output where things stand and what it measured."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QSocketNotifier, QTimer
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kpu_desk.gui.pen_trial.trial import PenTrial
from kpu_desk.gui.rehearsal.stage import application

LOOK_MS = 60


def main() -> int:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    with application(folder) as app:
        trial = PenTrial()
        # Somebody's desk on the first screen: a pen that is mapped there arrives on it.
        desk = QWidget()
        desk.setWindowTitle("KPU Desk – Meja")
        desk.setGeometry(app.screens()[0].geometry())
        desk.show()
        told = ""

        def look() -> None:
            nonlocal told
            window, pad = trial.window, trial.window.pad
            corner = pad.mapToGlobal(QPoint())
            now = {
                "windows": {window.windowTitle(): window.geometry().getRect()} if window.isVisible() else {},
                "pad": [corner.x(), corner.y(), pad.width(), pad.height()] if pad.isVisible() else None,
                "points": sum(len(stroke.points) for stroke in pad.writing.strokes),
                "buttons": {
                    b.objectName(): [b.mapToGlobal(b.rect().center()).x(), b.mapToGlobal(b.rect().center()).y()]
                    for b in window.findChildren(QAbstractButton)
                    if b.isVisible() and b.isEnabled() and b.objectName()
                },
                "texts": {t.objectName(): t.text() for t in window.findChildren(QLabel) if t.isVisible()},
                "truth": trial.window.figures.truth.as_dict() if trial.window.figures.truth else None,
            }
            line = json.dumps(now)
            if line != told:
                told = line
                print(line, flush=True)

        def obey() -> None:
            word, *further = sys.stdin.readline().split() or ["quit"]
            if word == "save":
                trial.save(Path(further[0]))
                return
            notifier.setEnabled(False)
            trial.end()
            app.exit(0)

        timer = QTimer(app)
        timer.timeout.connect(look)
        timer.start(LOOK_MS)
        notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, app)
        notifier.activated.connect(obey)
        return int(app.exec())


if __name__ == "__main__":
    sys.exit(main())
