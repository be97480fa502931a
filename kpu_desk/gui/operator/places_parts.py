"""Parts of the editor of places: the list of what is to be seen, choices, and sentences that scroll."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kpu_desk.domain.places import Finding, Grade, Place
from kpu_desk.gui.look import BASE
from kpu_desk.gui.own_words import finding_sentence
from kpu_desk.language import translate

_BESIDE_WORDS = 48
"""Pixels of a row for the box to tick and the air around the words."""


class FindingsList(QListWidget):
    """What is wrong with the places; what is asked about has a box to tick, and stays ticked below.

    Signals:
        chosen(Finding): the person went to it.
        meant(Finding, yes): ticked as meant so, or no longer.
    """

    chosen = Signal(object)
    meant = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._found: tuple[Finding, ...] = ()
        self._filling = False
        self.currentRowChanged.connect(self._go_to)
        self.itemChanged.connect(self._ticked)

    def show_findings(self, found: tuple[Finding, ...], places: Sequence[Place]) -> None:
        """Lists these instead; a person who is in the list stays in his row."""
        row, self._found, self._filling = self.currentRow(), found, True
        self.clear()
        for one in found:
            item = QListWidgetItem(finding_sentence(one, places))
            if one.grade is not Grade.REFUSED:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                there = one.grade is Grade.CONFIRMED
                item.setCheckState(Qt.CheckState.Checked if there else Qt.CheckState.Unchecked)
            self.addItem(item)
        self._fit()
        if self.hasFocus():
            self.setCurrentRow(min(max(row, 0), len(found) - 1))
        self._filling = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Each row as high as its sentence needs; Qt forgets the box to tick and cuts the last words off."""
        room = self.viewport().width() - _BESIDE_WORDS
        for item in map(self.item, range(self.count())):
            words = self.fontMetrics().boundingRect(QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, item.text())
            with QSignalBlocker(self):
                item.setSizeHint(QSize(room, words.height() + BASE))

    def _go_to(self, row: int) -> None:
        if not self._filling and 0 <= row < len(self._found):
            self.chosen.emit(self._found[row])

    def _ticked(self, item: QListWidgetItem) -> None:
        if self._filling:
            return
        found, yes = self._found[self.row(item)], item.checkState() is Qt.CheckState.Checked
        # The list is made anew, and not while it still tells of its tick.
        QTimer.singleShot(0, self, lambda: self.meant.emit(found, yes))


def choices(*items: tuple[str, object]) -> QComboBox:
    """A box of choices, each with its value."""
    combo = QComboBox()
    for words, value in items:
        combo.addItem(words, value)
    return combo


def grid_choices() -> QComboBox:
    """Widths of the grid places snap to, in µm; 0 for none."""
    none, some = translate("own", "tanpa kisi"), translate("own", "{n} mm")
    combo = choices((none, 0), *((some.format(n=um // 1_000), um) for um in (1_000, 5_000, 10_000)))
    combo.setCurrentIndex(1)
    return combo


def concerned(found: Sequence[Finding], grade: Grade) -> frozenset[int]:
    """Numbers of the places that findings of this grade are about."""
    return frozenset(n for one in found if one.grade is grade for n in (one.place, one.other) if n is not None)


def scrolled(labels: Sequence[QLabel]) -> QScrollArea:
    """Sentences one under the other in the room there is, by keys too; the window grows no higher for their number."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, BASE, 0)
    column.setSpacing(BASE // 2)
    for one in labels:
        column.addWidget(one)
    column.addStretch(1)
    area = QScrollArea()
    area.setObjectName("notes")
    area.setAccessibleName(" ".join(one.text() for one in labels))
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
