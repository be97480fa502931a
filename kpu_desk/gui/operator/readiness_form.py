"""The readiness check as a window: each line as sign, word and colour, and what to do; also before a real opening."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kpu_desk.domain.readiness import Light, Line, red, worst_first
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.look import BASE, State
from kpu_desk.gui.widgets import StateMark, caption, label, plain_button
from kpu_desk.services.readiness_words import told

_STATES = {Light.RED: State.WRONG, Light.YELLOW: State.UNKNOWN, Light.GREEN: State.SIGNED}
_MARK_WIDTH, _TOPIC_WIDTH = 120, 190
LEAST_REASON = 5
"""Characters of a reason: a word at least."""


class ReadinessForm(FormDialog):
    """The lines, red ones first; printed, saved, looked at again.

    Args:
        opening: takes the reason why the ceremony is opened over red lines; None where it is not about to be opened.
        again: looks once more; gives the new lines to :meth:`show_lines`.
        print_out: prints or saves what is shown.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        *,
        again: Callable[[], object],
        print_out: Callable[[Sequence[Line]], object],
        opening: Callable[[str], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setObjectName("readiness_form")
        self._opening, self.lines = opening, tuple(lines)
        self.set_titles(
            self.tr("Pemeriksaan kesiapan"), self.tr("Tutup") if opening is None else self.tr("Buka dengan alasan ini")
        )
        self.cancel_button.setVisible(opening is not None)
        self.summary = label("", "strong")
        self._list = QWidget()
        self.body.insertWidget(1, self._list)
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        if opening is not None:
            self.fields.add(
                "reason", self.tr("Alasan"), self.reason, self.tr("Tercatat di jurnal dan tercetak di Berita Acara.")
            )
            # Nobody opens a real ceremony by an Enter that was meant for the reason.
            self.ok_button.setDefault(False)
            self.reason.textEdited.connect(lambda _text: self.fields.complain("reason", ""))
            self.reason.setFocus()
        self.again_button = plain_button(self.tr("Periksa lagi"), "redo")
        self.print_button = plain_button(self.tr("Cetak atau simpan …"), "print")
        self.again_button.clicked.connect(again)
        self.print_button.clicked.connect(lambda: print_out(self.lines))
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(self.again_button)
        head.addWidget(self.print_button)
        self.body.insertLayout(0, head)
        self.body.addStretch(1)
        self.resize(980, 700)
        self.show_lines(lines)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Shows what was found now."""
        self.lines = tuple(lines)
        counts = [sum(line.light is light for line in self.lines) for light in Light]
        self.summary.setText(
            self.tr("{red} belum siap, {yellow} perlu perhatian, {green} siap.").format(
                red=counts[0], yellow=counts[1], green=counts[2]
            )
        )
        fresh = QWidget()
        fresh.setObjectName("lines")
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(BASE * 2)
        grid.setVerticalSpacing(BASE // 2)
        grid.setColumnMinimumWidth(0, _MARK_WIDTH)
        grid.setColumnMinimumWidth(1, _TOPIC_WIDTH)
        grid.setColumnStretch(2, 1)
        for row, line in enumerate(worst_first(self.lines)):
            said = told(line)
            mark = StateMark(_STATES[line.light], said.word)
            mark.setAccessibleName(f"{said.word}: {said.topic}. {said.sentence} {said.advice}".strip())
            sentence = label(said.sentence)
            sentence.setWordWrap(True)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(sentence)
            if said.advice:
                words.addWidget(caption(said.advice))
            rule = QFrame()
            rule.setFixedHeight(1)
            rule.setProperty("rule", True)
            grid.addWidget(mark, 2 * row, 0)
            grid.addWidget(label(said.topic, "body"), 2 * row, 1)
            grid.addLayout(words, 2 * row, 2)
            grid.addWidget(rule, 2 * row + 1, 0, 1, 3)
        self.body.replaceWidget(self._list, fresh)
        self._list.deleteLater()
        self._list = fresh

    def submit(self) -> None:
        if self._opening is None:
            self.accept()
            return
        reason = " ".join(self.reason.text().split())
        if red(self.lines) and len(reason) < LEAST_REASON:
            self.fields.complain("reason", self.tr("Tulis mengapa upacara tetap dibuka."))
            self.reason.setFocus()
            return
        self.accept()
        self._opening(reason)
