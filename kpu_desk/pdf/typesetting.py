"""Words into lines: breaking, justifying, aligning; long words are broken, never cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kpu_desk.domain.forms import Span, Style
from kpu_desk.pdf.fonts import Face, printable
from kpu_desk.pdf.page import Run, TextLine

WIDEST_SPACE = 4.0
"""A justified line whose spaces would grow beyond this multiple stays ragged: holes read worse than an edge."""


@dataclass(frozen=True, slots=True)
class Type:
    """Face family, size and leading in points."""

    regular: Face
    bold: Face
    italic: Face
    size: float
    leading: float

    def run(self, text: str, bold: bool = False) -> Run:
        """A run of this type; characters that the face lacks are replaced."""
        face = self.bold if bold else self.regular
        return Run(printable(text, face), face, self.size)

    def line_break(self) -> Run:
        """Begins a new line inside a table cell; text from outside never does."""
        return Run("\n", self.regular, self.size)

    def spans(self, spans: Sequence[Span]) -> tuple[Run, ...]:
        """Runs of a form's text."""
        faces = {Style.PLAIN: self.regular, Style.BOLD: self.bold, Style.ITALIC: self.italic}
        return tuple(Run(printable(span.text, faces[span.style]), faces[span.style], self.size) for span in spans)


def serif(size: float, leading: float | None = None) -> Type:
    """The documents' own face."""
    return Type(Face.SERIF, Face.SERIF_BOLD, Face.SERIF_ITALIC, size, leading or round(size * 1.42, 1))


def sans(size: float, leading: float | None = None) -> Type:
    """The face of evidence and stamp; it has no italic of its own there."""
    return Type(Face.SANS, Face.SANS_BOLD, Face.SANS, size, leading or round(size * 1.35, 1))


Word = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand on one line, with their natural width; ``last`` of its paragraph."""

    words: tuple[Word, ...]
    width: float
    last: bool


def break_lines(runs: Sequence[Run], width: float) -> tuple[Line, ...]:
    """The text in lines no wider than ``width`` points; at least one line, which may be empty."""
    words = [part for word in _words(runs) for part in _fitting(word, width)]
    lines: list[Line] = []
    current: list[Word] = []
    current_width = 0.0
    for whole in words:
        word, word_width = whole, sum(run.width for run in whole)
        space = _space(current[-1]) if current else 0.0
        if current and current_width + space + word_width > width + 0.01:
            head, rest = _at_hyphen(word, width - current_width - space)
            if head is not None:
                current.append((head,))
                current_width += space + head.width
                word, word_width = (rest,), rest.width
            lines.append(Line(tuple(current), current_width, last=False))
            current, current_width, space = [], 0.0, 0.0
        current.append(word)
        current_width += space + word_width
    lines.append(Line(tuple(current), current_width, last=True))
    return tuple(lines)


def set_line(line: Line, x: float, y: float, width: float, align: str) -> TextLine | None:
    """The line in its column: ``left``, ``right``, ``center`` or ``justify``; None for an empty line."""
    if not line.words:
        return None
    runs: list[Run] = []
    for index, word in enumerate(line.words):
        if index:
            _join(runs, Run(" ", runs[-1].face, runs[-1].size))
        for run in word:
            _join(runs, run)
    spare, gaps = width - line.width, len(line.words) - 1
    word_space = 0.0
    if align == "justify" and not line.last and gaps:
        word_space = spare / gaps
        if word_space > (WIDEST_SPACE - 1) * _space(line.words[0]):
            word_space = 0.0
    elif align == "right":
        x += spare
    elif align == "center":
        x += spare / 2
    return TextLine(x, y, tuple(runs), round(word_space, 3))


def _words(runs: Sequence[Run]) -> list[Word]:
    words: list[Word] = []
    open_word: list[Run] = []
    for run in runs:
        for index, part in enumerate(run.text.split(" ")):
            if index and open_word:
                words.append(tuple(open_word))
                open_word = []
            if part:
                open_word.append(Run(part, run.face, run.size))
    if open_word:
        words.append(tuple(open_word))
    return words


def _fitting(word: Word, width: float) -> list[Word]:
    """The word, in pieces when it alone is wider than the column."""
    if sum(run.width for run in word) <= width:
        return [word]
    pieces: list[Word] = []
    piece: list[Run] = []
    used = 0.0
    for run in word:
        begin = 0
        for index in range(len(run.text)):
            advance = Run(run.text[index], run.face, run.size).width
            if used + advance > width and used:
                if index > begin:
                    piece.append(Run(run.text[begin:index], run.face, run.size))
                pieces.append(tuple(piece))
                piece, used, begin = [], 0.0, index
            used += advance
        piece.append(Run(run.text[begin:], run.face, run.size))
    pieces.append(tuple(piece))
    return pieces


def _at_hyphen(word: Word, room: float) -> tuple[Run | None, Run]:
    """The word parted behind a hyphen between letters ("perundang-undangan") so that its head fits the room."""
    run = word[0]
    if len(word) == 1:
        for index in range(len(run.text) - 3, 2, -1):
            around = run.text[index - 2 : index] + run.text[index + 1 : index + 3]
            if run.text[index] == "-" and around.isalpha():
                head = Run(run.text[: index + 1], run.face, run.size)
                if head.width <= room:
                    return head, Run(run.text[index + 1 :], run.face, run.size)
    return None, run


def _space(word: Word) -> float:
    return Run(" ", word[-1].face, word[-1].size).width


def _join(runs: list[Run], run: Run) -> None:
    if runs and (runs[-1].face, runs[-1].size) == (run.face, run.size):
        runs[-1] = Run(runs[-1].text + run.text, run.face, run.size)
    else:
        runs.append(run)
