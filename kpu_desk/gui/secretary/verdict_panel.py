"""The answer of "Periksa": one word with its shape and colour, then the reasons in sentences."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kpu_desk.domain.verdict import SealReport, Verdict
from kpu_desk.gui.look import BASE
from kpu_desk.gui.secretary.register_model import VERDICT_STATES
from kpu_desk.gui.widgets import StateMark, label


class VerdictPanel(QFrame):
    """Shows a report; empty until one is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "field")
        self.word = StateMark(VERDICT_STATES[Verdict.CANNOT_VERIFY], "")
        self.reasons = label("")
        self.reasons.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(BASE * 2, BASE, BASE * 2, BASE)
        column.setSpacing(BASE // 2)
        column.addWidget(self.word)
        column.addWidget(self.reasons)
        self.hide()

    def show_report(self, report: SealReport) -> None:
        """One word, then why."""
        from kpu_desk.services.inspecting import reason_sentence, verdict_word

        self.word.show_state(VERDICT_STATES[report.verdict], verdict_word(report.verdict))
        self.reasons.setText("\n".join(reason_sentence(reason) for reason in report.reasons))
        self.show()
