"""Asking before what cannot be taken back: a question in words, a named action, and "Batal" as the safe default."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from kpu_desk.gui.widgets import Button, plain_button


def ask(  # the question is the window's own words, so all of them come from there
    parent: QWidget, title: str, question: str, *, action: str, cancel: str, then: Callable[[], object]
) -> QMessageBox:
    """Opens the question over its own window only and returns at once; ``then`` runs when the action is pressed."""
    box = QMessageBox(parent)
    box.setObjectName("question")
    box.setWindowTitle(f"KPU Desk – {title}")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setWindowModality(Qt.WindowModality.WindowModal)
    stay = plain_button(cancel)
    go = Button(action, "danger")
    go.setObjectName("go")
    box.addButton(go, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(stay, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    go.clicked.connect(lambda _checked: then())
    box.finished.connect(box.deleteLater)
    box.open()
    return box
