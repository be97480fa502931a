"""The heads of the window and of its steps: rehearsal or sample, which sheet of how many, in which role."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.showing import ShownSheet
from kpu_desk.gui.document_words import document_words
from kpu_desk.gui.look import BASE
from kpu_desk.gui.widgets import Banner, Elided, label


class SheetHead(QWidget):
    """Title, position in the sitting, and a quiet tick when the sheet before was saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Elided("", "heading")
        self._title.setObjectName("sheet_title")
        self._role = Elided("", "strong")
        self._role.setObjectName("sheet_role")
        self._saved = label("", "strong")
        self._saved.setObjectName("sheet_saved")
        self._saved.setProperty("tone", "good")
        self._saved.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(BASE // 2)
        for part in (self._title, self._role, self._saved):
            layout.addWidget(part)

    def show_sheet(self, sheet: ShownSheet, number: int, count: int) -> None:
        """The ``number``-th of ``count`` sheets of this sitting."""
        self._title.setText(
            self.tr("Lembar {number} dari {count}: {title}").format(
                number=number, count=count, title=document_words(sheet.title)
            )
        )
        self._role.setText(
            self.tr("Sebagai {role} · {serial}").format(role=document_words(sheet.role_label), serial=sheet.serial)
        )

    def say(self, sentence: str) -> None:
        """What became of the sheet before; empty for the first."""
        self._saved.setText(sentence)
        self._saved.setVisible(bool(sentence))


class MarkBand(Banner):
    """Across the top of a window whose signatures bind nobody; ``mark`` is CONTOH or GLADI."""

    def __init__(self, mark: Mark) -> None:
        super().__init__(mark.value.lower(), "")
        self.setObjectName("mark_band")
        sentence = {
            Mark.CONTOH: self.tr("CONTOH – data contoh, tanda tangan di sini tidak mengikat."),
            Mark.GLADI: self.tr("GLADI – latihan, tanda tangan di sini tidak mengikat."),
        }[mark]
        self.set_text(sentence)


def lay_window(window: QWidget, mark: Mark, inside: QWidget, parts: tuple[QWidget, QWidget]) -> None:
    """The band, where there is one, and under it the strip and the steps beside one another."""
    strip, steps = parts
    beside = QHBoxLayout(inside)
    beside.setContentsMargins(0, 0, 0, 0)
    beside.setSpacing(0)
    beside.addWidget(strip)
    beside.addWidget(steps, 1)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    if mark is not Mark.NONE:
        layout.addWidget(MarkBand(mark))
    layout.addWidget(inside, 1)
