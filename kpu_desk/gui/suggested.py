"""An entry with the usual answers to choose from: shown in the screen's language, kept in Indonesian."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QWidget

from kpu_desk.language import translate


class Suggested(QComboBox):
    """One of the usual answers, or whatever somebody types.

    Args:
        context: of the translation of the usual answers.
        usual: these, in Indonesian.
    """

    def __init__(self, context: str, usual: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        for words in usual:
            self.addItem(translate(context, words), words)

    def kept(self) -> str:
        """What goes into journal and evidence: a usual answer in Indonesian whatever was shown, else as typed."""
        words, chosen = self.currentText().strip(), self.currentIndex()
        usual = chosen >= 0 and words == self.itemText(chosen)
        return str(self.itemData(chosen)) if usual else words
