"""Words into lines: faces and sizes, aligning and justifying; long words are broken, never cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kpu_desk.domain.form_parts import Span, Style
from kpu_desk.pdf.fonts import Face, printable
from kpu_desk.pdf.hyphenation import SOFT_HYPHEN, with_soft_hyphens
from kpu_desk.pdf.line_breaking import ADDED, Break, Measure, best_breaks
from kpu_desk.pdf.page import Run, TextLine
from kpu_desk.pdf.small_marks import BOUND, bound, bound_name, dashed
from kpu_desk.pdf.tags import Place

WIDEST_SPACE = 1.6
"""A justified line's spaces grow to this multiple at most; a line that needs more stays ragged: holes read worse."""

NARROWEST_SPACE = 0.8

EARLY_LETTERS = 2
"""So few letters before an added hyphen read like a word of their own."""

LINE_RATIO = 1.42
"""Leading of the documents' own face, as a multiple of its size."""

BASE_RATIO = 0.76
"""How far below the top of its line a base line lies, as a share of the line."""

_COMMON_WORDS = (
    "acara",
    "instansi",
    "instansi_singkat",
    "tempat_acara",
    "tanggal_terbilang",
    "hadir_terbilang",
    "diundang_terbilang",
    "rangkap_terbilang",
)
"""Fields whose values hold common words; those of all others are names and titles, and are never hyphenated."""


@dataclass(frozen=True, slots=True)
class Type:
    """Face family, size and leading in points."""

    regular: Face
    bold: Face
    italic: Face
    size: float
    leading: float

    @property
    def baseline(self) -> float:
        """How far below the top of its line a baseline lies."""
        return BASE_RATIO * self.leading

    def run(self, text: str, bold: bool = False) -> Run:
        """A run of this type; characters that the face lacks are replaced, dates and numbers kept together."""
        face = self.bold if bold else self.regular
        return Run(bound(printable(text.replace(SOFT_HYPHEN, ""), face)), face, self.size)

    def name(self, name: str, bold: bool = False) -> Run:
        """A person's name, whose titles stay with it."""
        face = self.bold if bold else self.regular
        return Run(bound_name(printable(name.replace(SOFT_HYPHEN, ""), face)), face, self.size)

    def line_break(self) -> Run:
        """Begins a new line inside a table cell; text from outside never does."""
        return Run("\n", self.regular, self.size)

    def spans(self, spans: Sequence[Span]) -> tuple[Run, ...]:
        """Runs of a form's text: its own words may be hyphenated, names may not."""
        faces = {Style.PLAIN: self.regular, Style.BOLD: self.bold, Style.ITALIC: self.italic}
        # Bound as a whole: "Tahun {tahun}" is a word and its number though they come from two places.
        runs = []
        for span in spans:
            text = printable(span.text.replace(SOFT_HYPHEN, ""), faces[span.style])
            if not span.named:
                text = with_soft_hyphens(dashed(text))
            elif span.named in _COMMON_WORDS:
                text = with_soft_hyphens(text)
            elif span.named == "nama":
                text = bound_name(text)
            runs.append(Run(text, faces[span.style], self.size))
        return _bound_across(runs)


def serif(size: float, leading: float | None = None) -> Type:
    """The documents' own face."""
    return Type(Face.SERIF, Face.SERIF_BOLD, Face.SERIF_ITALIC, size, leading or round(size * LINE_RATIO, 1))


def sans(size: float, leading: float | None = None) -> Type:
    """The face of evidence and stamp; it has no italic of its own there."""
    return Type(Face.SANS, Face.SANS_BOLD, Face.SANS, size, leading or round(size * 1.35, 1))


Word = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand on one line, with their natural width and number of spaces; ``last`` of its paragraph."""

    words: tuple[Word, ...]
    width: float
    last: bool

    @property
    def gaps(self) -> int:
        """Spaces that a justified line can widen, those inside names and dates among them."""
        inside = sum(run.text.count(" ") for word in self.words for run in word)
        return max(len(self.words) - 1, 0) + inside


@dataclass(frozen=True, slots=True)
class _Piece:
    """What no line end can part: a word, or a part of one before a possible hyphen."""

    word: Word
    width: float
    after: Break


def break_lines(runs: Sequence[Run], width: float, *, justify: bool = False) -> tuple[Line, ...]:
    """The text in lines no wider than ``width`` points; at least one line, which may be empty.

    Args:
        justify: chooses the line ends of the whole paragraph together, with hyphens, so that its spaces are as even
            as they can be; else each line takes what fits, and only hyphens of the text itself part a word.
    """
    return _broken(tuple(runs), width, justify)


@lru_cache(maxsize=4_000)
def _broken(runs: tuple[Run, ...], width: float, justify: bool) -> tuple[Line, ...]:
    pieces = [part for piece in _pieces(runs, hyphens=justify) for part in _fitting(piece, width)]
    if not pieces:
        return (Line((), 0.0, last=True),)
    space = _space(pieces[0].word)
    if justify:
        hyphen = _hyphen(pieces[0].word[0])
        ends = best_breaks(
            [piece.width for piece in pieces],
            [piece.after for piece in pieces],
            [sum(run.text.count(" ") for run in piece.word) for piece in pieces],
            Measure(width, space, hyphen.width, NARROWEST_SPACE, WIDEST_SPACE),
        )
    else:
        ends = _first_fit(pieces, width)
    lines, start = [], 0
    for end in ends:
        lines.append(_line(pieces[start : end + 1], last=end == len(pieces) - 1))
        start = end + 1
    return tuple(lines)


def _first_fit(pieces: Sequence[_Piece], width: float) -> list[int]:
    ends, used = [], 0.0
    for index, piece in enumerate(pieces):
        before = pieces[index - 1] if index else None
        space = _space(before.word) if before and before.after is Break.SPACE else 0.0
        if used and used + space + piece.width > width + 0.01:
            ends.append(index - 1)
            used, space = 0.0, 0.0
        used += space + piece.width
    return [*ends, len(pieces) - 1]


def _line(pieces: Sequence[_Piece], *, last: bool) -> Line:
    words: list[list[Run]] = [[]]
    for piece in pieces:
        for run in piece.word:
            _join(words[-1], run)
        if piece.after is Break.SPACE and piece is not pieces[-1]:
            words.append([])
    if pieces[-1].after in ADDED and not last:
        _join(words[-1], _hyphen(words[-1][-1]))
    width = sum(run.width for word in words for run in word)
    width += sum(_space(tuple(word)) for word in words[:-1])
    return Line(tuple(tuple(word) for word in words), width, last)


def set_line(line: Line, x: float, y: float, width: float, align: str, *, tag: Place | None = None) -> TextLine | None:
    """The line in its column: ``left``, ``right``, ``center`` or ``justify``; None for an empty line."""
    if not line.words:
        return None
    runs = _joined(line.words)
    spare, gaps = width - line.width, line.gaps
    word_space = 0.0
    if align == "justify" and gaps and (not line.last or spare < 0):
        # A line that would need wider spaces ends before the edge.
        word_space = min(spare / gaps, (WIDEST_SPACE - 1) * _space(line.words[0]))
    elif align == "right":
        x += spare
    elif align == "center":
        x += spare / 2
    return TextLine(x, y, runs, round(word_space, 3), tag=tag)


def _joined(words: Sequence[Word]) -> tuple[Run, ...]:
    """The words as runs of one face and size each, with spaces between; a space is of the word before it."""
    runs: list[Run] = []
    texts: list[str] = []
    face, size = words[0][0].face, words[0][0].size
    for index, word in enumerate(words):
        if index:
            texts.append(" ")
        for run in word:
            if run.face is not face or run.size != size:
                runs.append(Run("".join(texts), face, size))
                face, size, texts = run.face, run.size, []
            texts.append(run.text)
    return (*runs, Run("".join(texts), face, size))


def _bound_across(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs with their small marks bound as if they were one text; binding changes no text's length."""
    whole = "".join(run.text for run in runs)
    marked = bound(" ".join(whole.split())) if "  " not in whole.strip() else ""
    if len(marked) != len(whole):
        return tuple(Run(run.text, run.face, run.size) for run in runs)
    bounded, at = [], 0
    for run in runs:
        bounded.append(Run(marked[at : at + len(run.text)], run.face, run.size))
        at += len(run.text)
    return tuple(bounded)


def _pieces(runs: Sequence[Run], *, hyphens: bool) -> list[_Piece]:
    """The text in pieces; soft hyphens part words only where hyphens are wanted, and never stay in the text."""
    pieces: list[_Piece] = []
    open_word: list[Run] = []

    def close(after: Break) -> None:
        if open_word:
            word = tuple(open_word)
            pieces.append(_Piece(word, sum(run.width for run in word), after))
            open_word.clear()
        elif pieces and after is Break.SPACE and pieces[-1].after is not Break.SPACE:
            pieces[-1] = _Piece(pieces[-1].word, pieces[-1].width, after)

    for run in runs:
        for index, words in enumerate(run.text.split(" ")):
            if index:
                close(Break.SPACE)
            parts = words.split(SOFT_HYPHEN) if hyphens else [words.replace(SOFT_HYPHEN, "")]
            for number, part in enumerate(parts):
                if number:
                    early = "-" in words or (number == 1 and len(parts[0].strip('("“')) <= EARLY_LETTERS)
                    close(Break.EARLY if early else Break.SOFT)
                for bit, breaks in _at_hyphens(part):
                    open_word.append(Run(bit.replace(BOUND, " "), run.face, run.size))
                    if breaks:
                        close(Break.HARD)
    close(Break.SPACE)
    return pieces


def _at_hyphens(text: str) -> list[tuple[str, bool]]:
    """The text in bits; True behind a hyphen between letters ("perundang-undangan"), where a line may end."""
    bits, begin = [], 0
    for index in range(3, len(text) - 2):
        if text[index] == "-" and (text[index - 2 : index] + text[index + 1 : index + 3]).isalpha():
            bits.append((text[begin : index + 1], True))
            begin = index + 1
    if begin < len(text):
        bits.append((text[begin:], False))
    return bits


def _fitting(piece: _Piece, width: float) -> list[_Piece]:
    """The piece, in parts when it alone is wider than the column: at its bound spaces, then anywhere."""
    if piece.width <= width:
        return [piece]
    parts: list[_Piece] = []
    part: list[Run] = []
    used = 0.0

    def close(after: Break) -> None:
        nonlocal part, used
        parts.append(_Piece(tuple(part), used, after))
        part, used = [], 0.0

    for run in piece.word:
        for index, word in enumerate(run.text.split(" ")):
            if index and part:
                close(Break.SPACE)
            for character in _bits(word, run, width):
                if used + character.width > width and part:
                    close(Break.ANY)
                _join(part, character)
                used += character.width
    if part:
        close(piece.after)
    elif parts:
        parts[-1] = _Piece(parts[-1].word, parts[-1].width, piece.after)
    return parts


def _bits(word: str, run: Run, width: float) -> list[Run]:
    whole = Run(word, run.face, run.size)
    if not word or whole.width <= width:
        return [whole] if word else []
    return [Run(character, run.face, run.size) for character in word]


def _hyphen(run: Run) -> Run:
    # Drawn as a hyphen, read back as a soft one: whoever searches or copies the text gets the whole word.
    return Run(SOFT_HYPHEN, run.face, run.size)


def _space(word: Word) -> float:
    return Run(" ", word[-1].face, word[-1].size).width


def _join(runs: list[Run], run: Run) -> None:
    if runs and (runs[-1].face, runs[-1].size) == (run.face, run.size):
        runs[-1] = Run(runs[-1].text + run.text, run.face, run.size)
    else:
        runs.append(run)
