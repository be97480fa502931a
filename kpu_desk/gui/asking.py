"""Asking before what cannot be taken back: a question in words and named answers, the harmless one as the default."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kpu_desk.gui.look import BASE
from kpu_desk.gui.widgets import Button, heading, label, plain_button


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: what stands on its button, how the button looks, and what it does."""

    text: str
    act: Callable[[], object]
    kind: str = "danger"


class Question(QDialog):
    """A question over its own window only; opening it stops nothing.

    Args:
        stay: the button that changes nothing; it is the default, and Escape presses it.
    """

    def __init__(self, title: str, question: str, answers: tuple[Answer, ...], stay: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("question")
        self.setWindowTitle(f"KPU Desk – {title}")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._answers: dict[Button, Answer] = {}
        words = label(question)
        words.setWordWrap(True)
        words.setMinimumWidth(460)
        row = QHBoxLayout()
        row.setSpacing(BASE)
        row.addStretch(1)
        for answer in answers:
            button = Button(answer.text, answer.kind)
            button.clicked.connect(lambda _checked=False, act=answer.act: self._answer(act))
            row.addWidget(button)
            self._answers[button] = answer
        self.stay_button = plain_button(stay)
        self.stay_button.setDefault(True)
        self.stay_button.clicked.connect(self.reject)
        row.addWidget(self.stay_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(BASE * 3, BASE * 2, BASE * 3, BASE * 2)
        column.setSpacing(BASE * 2)
        column.addWidget(heading(title))
        column.addWidget(words)
        column.addLayout(row)
        self.stay_button.setFocus()

    def button(self, text: str) -> Button:
        """The button of an answer; KeyError for a text that is on none."""
        for button, answer in self._answers.items():
            if answer.text == text:
                return button
        raise KeyError(text)

    def _answer(self, act: Callable[[], object]) -> None:
        self.accept()
        act()


def ask(parent: QWidget, title: str, question: str, *answers: Answer, stay: str) -> Question:
    """Opens a question and returns at once."""
    asked = Question(title, question, answers, stay, parent)
    asked.finished.connect(asked.deleteLater)
    asked.open()
    return asked
