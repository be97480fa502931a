"""The closing words at the desk: shown large and read aloud at the closing, asked for before the next opening."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from kpu_desk.domain.closing_words import WORDS, WordFault, WordProblem
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.look import BASE
from kpu_desk.gui.mark_corner import bear_mark
from kpu_desk.gui.widgets import caption, heading, label, plain_button, primary_button

_COLUMNS = 3
_ROWS = WORDS // _COLUMNS


class ClosingWordsView(QDialog):
    """The twelve words, all together or one by one for reading aloud; space goes on, the left arrow back."""

    def __init__(self, title: str, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("KPU Desk – Kata penutup"))
        bear_mark(self)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setObjectName("closing_words_view")
        self.words, self._place = tuple(words), 0
        grid = QGridLayout()
        grid.setHorizontalSpacing(BASE * 5)
        grid.setVerticalSpacing(BASE * 2)
        for number, word in enumerate(self.words):
            column, row = divmod(number, _ROWS)
            grid.addWidget(label(f"{number + 1}.", "closing-number"), row, column * 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(word, "closing-word"), row, column * 2 + 1)
        together = QWidget()
        together.setLayout(grid)
        self.one = label("", "closing-word-large")
        self.one.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count = label("", "closing-number")
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        single = QWidget()
        alone = QVBoxLayout(single)
        alone.addStretch()
        alone.addWidget(self.count)
        alone.addWidget(self.one)
        alone.addStretch()
        self.pages = QStackedWidget()
        self.pages.addWidget(together)
        self.pages.addWidget(single)
        self.read_button = primary_button(self.tr("Bacakan satu per satu"))
        self.read_button.clicked.connect(self.go_on)
        self.close_button = plain_button(self.tr("Tutup"))
        self.close_button.clicked.connect(self.accept)
        QShortcut(QKeySequence(Qt.Key.Key_Left), self, self.go_back)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.read_button)
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(BASE * 5, BASE * 3, BASE * 5, BASE * 3)
        column_of.setSpacing(BASE * 2)
        column_of.addWidget(heading(self.tr("Kata penutup")))
        column_of.addWidget(label(title))
        column_of.addWidget(self.pages, 1)
        column_of.addWidget(
            caption(
                self.tr(
                    "Bacakan keras-keras; dua saksi menuliskannya dengan tangan pada berita acara di kertas. "
                    "Kata-kata ini ditanyakan saat upacara berikutnya dibuka."
                )
            )
        )
        column_of.addLayout(foot)
        self.setMinimumSize(920, 480)
        self.read_button.setFocus()

    def go_on(self) -> None:
        """The first word alone, then the next one; after the last all of them again."""
        self._show(self._place + 1 if self._place < len(self.words) else 0)

    def go_back(self) -> None:
        """The word before, or all of them."""
        self._show(max(self._place - 1, 0))

    def _show(self, place: int) -> None:
        self._place = place
        self.pages.setCurrentIndex(1 if place else 0)
        if not place:
            self.read_button.setText(self.tr("Bacakan satu per satu"))
            return
        self.count.setText(self.tr("Kata ke-{place} dari {n}").format(place=place, n=len(self.words)))
        self.one.setText(self.words[place - 1])
        last = place == len(self.words)
        self.read_button.setText(self.tr("Semua kata") if last else self.tr("Kata berikutnya"))


class ClosingWordsForm(FormDialog):
    """Twelve boxes for the words of the previous ceremony, read from its minutes on paper.

    Args:
        compare: says what is wrong with the words; ``keep`` takes them once nothing is.
    """

    def __init__(
        self,
        title: str,
        compare: Callable[[Sequence[str]], Sequence[WordProblem]],
        keep: Callable[[Sequence[str]], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.set_titles(self.tr("Kata penutup upacara sebelumnya"), self.tr("Buka upacara"))
        self._compare, self._keep = compare, keep
        asked = label(
            self.tr("Bacakan kedua belas kata dari Berita Acara “{title}” di kertas, lalu ketik di sini.").format(
                title=title
            )
        )
        asked.setWordWrap(True)
        self.body.insertWidget(0, asked)
        grid = QGridLayout()
        grid.setHorizontalSpacing(BASE * 2)
        grid.setVerticalSpacing(BASE)
        self.entries = tuple(QLineEdit() for _ in range(WORDS))
        self.told = tuple(caption("") for _ in range(WORDS))
        for number, (entry, told) in enumerate(zip(self.entries, self.told, strict=True)):
            column, row = divmod(number, _ROWS)
            entry.setObjectName(f"word_{number + 1}")
            entry.setAccessibleName(self.tr("Kata ke-{place}").format(place=number + 1))
            told.setProperty("tone", "bad")
            told.setMinimumHeight(36)
            grid.addWidget(label(f"{number + 1}."), row * 2, column * 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(entry, row * 2, column * 2 + 1)
            grid.addWidget(told, row * 2 + 1, column * 2 + 1)
            grid.setColumnStretch(column * 2 + 1, 1)
        self.body.addLayout(grid)
        for before, after in zip(self.entries, self.entries[1:], strict=False):
            QWidget.setTabOrder(before, after)
        self.body.addStretch(1)
        self.resize(860, 560)
        self.entries[0].setFocus()

    def submit(self) -> None:
        said = tuple(entry.text().strip().lower() for entry in self.entries)
        for told in self.told:
            told.setText("")
        empty = [number for number, word in enumerate(said, 1) if not word]
        problems = () if empty else self._compare(said)
        for number in empty:
            self.told[number - 1].setText(self.tr("Belum diisi."))
        for problem in problems:
            self.told[problem.place - 1].setText(self._sentence(problem))
        if empty or problems:
            n = len(empty) or len(problems)
            wrong = empty[0] if empty else problems[0].place
            self.entries[wrong - 1].setFocus()
            self.entries[wrong - 1].selectAll()
            self.complain(self.tr("{n} kata tidak cocok; upacara belum dibuka.", "", n).format(n=n))
            return
        self._keep(said)
        self.accept()

    def _sentence(self, problem: WordProblem) -> str:
        if problem.fault is WordFault.SWAPPED:
            return self.tr("Tertukar dengan kata ke-{place}.").format(place=problem.other)
        if problem.fault is WordFault.UNKNOWN:
            close = self.tr("Tidak ada dalam daftar kata; mungkin “{word}”?").format(word=problem.close)
            return close if problem.close else self.tr("Tidak ada dalam daftar kata.")
        return self.tr("Bukan kata yang tercatat.")
