"""Asking before what cannot be taken back: a question in words and named answers, the harmless one as the default."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from kpu_desk.gui.mark_corner import bear_mark
from kpu_desk.gui.widgets import Button, plain_button


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: what stands on its button, how the button looks, and what it does."""

    text: str
    act: Callable[[], object]
    kind: str = "danger"


class Question(QMessageBox):
    """A question over its own window only; opening it stops nothing.

    Args:
        stay: the button that changes nothing; it is the default, and Escape presses it.
    """

    def __init__(self, title: str, question: str, answers: tuple[Answer, ...], stay: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("question")
        self.setWindowTitle(f"KPU Desk – {title}")
        bear_mark(self, room=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(question)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        # addButton does not take them over: without a name of their own Python would free them.
        self.answer_buttons = {answer.text: Button(answer.text, answer.kind) for answer in answers}
        self.stay_button = plain_button(stay)
        for answer in answers:
            button = self.answer_buttons[answer.text]
            button.clicked.connect(lambda _checked=False, act=answer.act: act())
            self.addButton(button, QMessageBox.ButtonRole.AcceptRole)
        self.addButton(self.stay_button, QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.stay_button)
        self.setEscapeButton(self.stay_button)


def ask(parent: QWidget, title: str, question: str, *answers: Answer, stay: str) -> Question:
    """Opens a question and returns at once."""
    asked = Question(title, question, answers, stay, parent)
    asked.finished.connect(asked.deleteLater)
    asked.open()
    return asked
