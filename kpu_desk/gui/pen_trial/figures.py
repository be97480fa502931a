"""Beside the pad of the pen test: the figures as they come, the verdict, and the acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from kpu_desk.domain.device_truth import DeviceTruth, device_truth
from kpu_desk.domain.ink import Ink
from kpu_desk.domain.pad import Written
from kpu_desk.domain.pen import StrokePoint
from kpu_desk.gui import background
from kpu_desk.gui.device_words import number, pressure, verdict
from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.ink_painter import UM_PER_PX
from kpu_desk.gui.look import BASE
from kpu_desk.gui.signer.parts import set_tone, wrapped
from kpu_desk.gui.widgets import Button, caption, label

WIDTH = 320
LOOK_MS = 250
_AT_REST = 2
"""Looks without anything new before all is measured: a hand between two strokes is not to wait."""
_NEWEST = 200
"""Points by which the pace is told while the pen is down."""
_MOST_POINTS = 6_000
"""Of the newest strokes; more tell nothing more."""


class FiguresPanel(QFrame):
    """Tells pace and gaps while the pen writes, and measures everything on a thread of its own when it rests.

    Signals:
        measured(truth): the figures are those of all finished strokes on the pad.
        save_wanted, cross_wanted, card_wanted, close_wanted: the buttons.
    """

    measured = Signal(object)
    save_wanted = Signal()
    cross_wanted = Signal()
    card_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, pad: InkCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trial_figures")
        self.setFixedWidth(WIDTH)
        self._pad = pad
        self._seen: tuple[int, int] = (0, 0)
        self._rested = 0
        self._task: background.Task | None = None
        self.truth: DeviceTruth | None = None
        self._values: dict[str, QLabel] = {}
        self._verdict = wrapped("strong")
        self._verdict.setObjectName("trial_verdict")
        self._said = wrapped("soft")
        self._said.setObjectName("trial_said")
        self._scale = wrapped("soft")
        self._scale.setObjectName("trial_scale")
        self.save = self._button("trial_save", self.tr("Simpan hasil (PDF)"), self.save_wanted)
        self._lay_out()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._show(None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(BASE * 2, BASE * 2, BASE * 2, BASE * 2)
        column.setSpacing(BASE)
        column.addWidget(label(self.tr("Uji pena"), "heading"))
        rows = (
            ("rate", self.tr("Laju")),
            ("jitter", self.tr("Simpangan")),
            ("gap", self.tr("Jeda terbesar")),
            ("dropped", self.tr("Hilang")),
            ("merged", self.tr("Digabung")),
            ("pressure", self.tr("Tekanan")),
            ("resolution", self.tr("Ketelitian")),
            ("tilt", self.tr("Kemiringan")),
            ("samples", self.tr("Titik")),
        )
        grid = QGridLayout()
        grid.setVerticalSpacing(BASE // 2)
        for at, (key, words) in enumerate(rows):
            value = label("", "strong")
            value.setObjectName(f"trial_{key}")
            value.setWordWrap(True)
            grid.addWidget(caption(words), at, 0)
            grid.addWidget(value, at, 1)
            self._values[key] = value
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addWidget(self._verdict)
        column.addWidget(self._said)
        column.addStretch(1)
        column.addWidget(self._scale)
        column.addWidget(self._button("trial_cross", self.tr("Ketuk tanda silang"), self.cross_wanted))
        column.addWidget(self._button("trial_card", self.tr("Ukur dengan kartu"), self.card_wanted))
        column.addWidget(self.save)
        column.addWidget(self._button("trial_close", self.tr("Tutup"), self.close_wanted))

    def _button(self, name: str, words: str, wanted: SignalInstance) -> Button:
        made = Button(words, "plain", touch=True)
        made.setObjectName(name)
        made.setProperty("snug", True)
        made.clicked.connect(wanted)
        return made

    def show_scale(self, words: str) -> None:
        """The true scale of the screen, in words."""
        self._scale.setText(words)

    def say(self, words: str) -> None:
        """What became of an act."""
        self._said.setText(words)

    def measure(self) -> DeviceTruth | None:
        """Measures all finished strokes now; None on an empty pad."""
        self._show(device_truth(self._ink(len(self._pad.writing.strokes))) if self._pad.writing.strokes else None)
        return self.truth

    def _look(self) -> None:
        writing = self._pad.writing
        now = (len(writing.strokes), len(writing.builder.current))
        self._rested = 0 if now != self._seen else self._rested + 1
        before, self._seen = self._seen, now
        if writing.builder.is_down:
            if now[1] > 1:
                self._show_pace(writing.builder.current[-_NEWEST:])
        elif not now[0]:
            if before != now:
                self._show(None)
        elif self._rested == _AT_REST and self._task is None:
            ink = self._ink(_newest_strokes(writing.strokes))
            self._task = background.run(lambda _progress, _cancelled: device_truth(ink), self)
            self._task.done.connect(self._measured)
            self._task.finished.connect(self._free)

    def _ink(self, strokes: int) -> Ink:
        ink = self._pad.writing.ink(round(self._pad.width() * UM_PER_PX), round(self._pad.height() * UM_PER_PX))
        return replace(ink, strokes=ink.strokes[-strokes:])

    def _measured(self, truth: DeviceTruth) -> None:
        if self._pad.writing.strokes:
            self._show(truth)

    def _free(self) -> None:
        self._task = None

    def _show_pace(self, points: Sequence[StrokePoint]) -> None:
        steps = [b.at_ms - a.at_ms for a, b in pairwise(points)]
        span = points[-1].at_ms - points[0].at_ms
        if span > 0:
            rate = number(1_000 * len(steps) / span, 1)
            self._values["rate"].setText(self.tr("{rate} titik/dtk").format(rate=rate))
        self._values["gap"].setText(_ms(max(steps)))
        self._values["merged"].setText(number(steps.count(0)))
        self._values["samples"].setText(number(self._seen[1] + sum(len(s.points) for s in self._pad.writing.strokes)))

    def _show(self, truth: DeviceTruth | None) -> None:
        self.truth = truth
        self.save.setEnabled(truth is not None)
        if truth is None:
            for value in self._values.values():
                value.setText("–")
            self._verdict.setText(self.tr("Ikuti garis di bidang tulis, lalu tanda tangani seperti biasa."))
            set_tone(self._verdict, "")
            return
        shown = {
            "rate": self.tr("{rate} titik/dtk").format(rate=number(truth.rate_hz, 1)) if truth.period_us else "–",
            "jitter": _ms(truth.jitter_us / 1_000, 1),
            "gap": _ms(truth.largest_gap_ms),
            "dropped": number(truth.dropped),
            "merged": number(truth.merged),
            "pressure": pressure(truth)
            + (self.tr(", {levels} tingkat").format(levels=number(truth.levels)) if truth.levels else ""),
            "resolution": number(truth.resolution_nm / 1_000_000, 3) + " mm",
            "tilt": self.tr("ada") if truth.has_tilt else self.tr("tidak ada"),
            "samples": number(truth.samples),
        }
        for key, words in shown.items():
            if self._values[key].text() != words:
                self._values[key].setText(words)
        self.measured.emit(truth)
        self._verdict.setText(verdict(truth))
        set_tone(self._verdict, "good" if truth.fit_for_expert else "wait")


def _newest_strokes(strokes: Sequence[Written]) -> int:
    """How many of the newest strokes are measured; one at least."""
    points = 0
    for count, stroke in enumerate(reversed(strokes)):
        points += len(stroke.points)
        if points > _MOST_POINTS:
            return max(count, 1)
    return len(strokes)


def _ms(value: float, places: int = 0) -> str:
    return number(value, places) + " ms"
