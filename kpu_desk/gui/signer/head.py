"""The heads of the window and of its steps: rehearsal or sample, which sheet of how many, in which role."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.showing import ShownSheet
from kpu_desk.gui.document_words import document_words
from kpu_desk.gui.look import BASE
from kpu_desk.gui.signer.parts import wrapped
from kpu_desk.gui.spoken import Spoken
from kpu_desk.gui.widgets import Banner


@dataclass(frozen=True, slots=True)
class SheetBefore:
    """What became of the sheet before: the ``number``-th was signed, or it was not."""

    number: int
    signed: bool


class SheetHead(Spoken, QWidget):
    """Title, position in the sitting, and a quiet tick when the sheet before was saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[ShownSheet, int, int] | None = None
        self._before: SheetBefore | None = None
        self._title = wrapped("heading")
        self._title.setObjectName("sheet_title")
        self._role = wrapped("strong")
        self._role.setObjectName("sheet_role")
        self._saved = wrapped("strong")
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
        self._shown = sheet, number, count
        self.say_words()

    def tell_before(self, before: SheetBefore | None) -> None:
        """What became of the sheet before; None for the first."""
        self._before = before
        self._saved.setVisible(before is not None)
        self.say_words()

    def say_words(self) -> None:
        if self._shown is None:
            return
        sheet, number, count = self._shown
        title, role = (document_words(words, self.language) for words in (sheet.title, sheet.role_label))
        self._title.setText(
            self.tr("Lembar {number} dari {count}: {title}").format(number=number, count=count, title=title)
        )
        self._role.setText(self.tr("Sebagai {role} · {serial}").format(role=role, serial=sheet.serial))
        if self._before is not None:
            sentence = (
                self.tr("✓ Lembar {number} sudah tersimpan.")
                if self._before.signed
                else self.tr("Dicatat: lembar {number} tidak ditandatangani.")
            )
            self._saved.setText(sentence.format(number=self._before.number))


class MarkBand(Spoken, Banner):
    """Across the top of a window whose signatures bind nobody; ``mark`` is CONTOH or GLADI."""

    def __init__(self, mark: Mark) -> None:
        super().__init__(mark.value.lower(), "")
        self.setObjectName("mark_band")
        self._mark = mark
        self.say_words()

    def say_words(self) -> None:
        sentence = {
            Mark.CONTOH: self.tr("CONTOH – data contoh, tanda tangan di sini tidak mengikat."),
            Mark.GLADI: self.tr("GLADI – latihan, tanda tangan di sini tidak mengikat."),
        }[self._mark]
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
    # A window that grew with its words would leave the screen; what does not fit is shown smaller (dress.py).
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    if mark is not Mark.NONE:
        layout.addWidget(MarkBand(mark))
    layout.addWidget(inside, 1)
