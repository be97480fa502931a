"""The line over the pad: what to do, why not, or a question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from kpu_desk.gui.look import BASE
from kpu_desk.gui.signer.parts import Picture, row, touch_button, wrapped


class PadMessage(QStackedWidget):
    """What to do, why the signature was not taken, or a question; one height for all, so that the pad never moves.

    Signals:
        answered: to the question: yes or no.
    """

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._request = wrapped("heading", centred=True)
        self._request.setObjectName("request")
        self._refusal = wrapped("strong")
        self._refusal.setObjectName("refusal")
        frame = QFrame()
        frame.setProperty("banner", "problem")
        frame.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(BASE * 2, 0, BASE * 2, 0)
        inside.setSpacing(BASE * 2)
        inside.addWidget(Picture("error", "bad", 28))
        inside.addWidget(self._refusal, 1)
        self.addWidget(self._request)
        self.addWidget(frame)
        self._question = wrapped("heading")
        self._question.setObjectName("pad_question")
        self._yes = touch_button("answer_yes", "", "primary")
        self._no = touch_button("answer_no", "", "plain")
        self._yes.clicked.connect(lambda: self.answered.emit(True))
        self._no.clicked.connect(lambda: self.answered.emit(False))
        asking = QWidget()
        beside = row(self._question, self._no, self._yes)
        beside.setStretch(0, 1)
        beside.setContentsMargins(0, 0, 0, 0)
        asking.setLayout(beside)
        self.addWidget(asking)
        self.fit()

    def fit(self) -> None:
        """Takes the height of two lines of its words, and of a button."""
        for part in (self._request, self._yes):
            part.ensurePolished()
        lines = 2 * self._request.fontMetrics().lineSpacing() + BASE
        self.setFixedHeight(max(lines, self._yes.minimumSizeHint().height()))

    def ask(self, request: str) -> None:
        """Says what to do."""
        self._request.setText(request)
        self._refusal.clear()
        self.setCurrentIndex(0)

    def ask_whether(self, question: str, yes: str, no: str) -> None:
        """Asks something that has two answers."""
        self._question.setText(question)
        self._yes.setText(yes)
        self._no.setText(no)
        self.setCurrentIndex(2)

    def refuse(self, sentence: str) -> None:
        """Says why not."""
        self._refusal.setText(sentence)
        self.setCurrentIndex(1)
