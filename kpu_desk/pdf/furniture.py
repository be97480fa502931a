"""What every page carries beside its text: foot, mark and watermark."""

from __future__ import annotations

from kpu_desk.domain.documents import Mark
from kpu_desk.pdf.flow import LEFT, RIGHT
from kpu_desk.pdf.page import A4, MM, SOFT, Colour, Item, Placed, Run, Slanted, TextLine
from kpu_desk.pdf.typesetting import Type

_FOOT = 11 * MM
_HEAD = A4[1] - 12 * MM
_PALE: Colour = (0.94, 0.94, 0.94)
_LONGEST_MARK = 200 * MM

MARK_WORDS = {
    Mark.CONTOH: "CONTOH · bukan dokumen resmi",
    Mark.GLADI: "GLADI · latihan, bukan dokumen resmi",
}
SAMPLE_DATA = "DATA CONTOH"


def furnish(
    pages: list[list[Placed]],
    kind: Type,
    *,
    left: str,
    mark: Mark,
    sample_pages: frozenset[int] = frozenset(),
    first: int = 1,
    total: int | None = None,
) -> list[list[Placed]]:
    """The pages with ``left`` and the page number at the foot, and marks beneath and above their text.

    Args:
        sample_pages: pages, from 0, whose data are invented or borrowed (domain.md 9.2).
        first, total: number of the first page and of all pages; ``total`` is their own count if None.
    """
    total = len(pages) if total is None else total
    furnished = []
    for index, page in enumerate(pages):
        beneath: list[Item] = []
        above: list[Item] = [TextLine(LEFT, _FOOT, (kind.run(left),), colour=SOFT)]
        number = kind.run(f"Halaman {first + index} dari {total}")
        above.append(TextLine(RIGHT - number.width, _FOOT, (number,), colour=SOFT))
        words = [MARK_WORDS[mark]] if mark is not Mark.NONE else []
        if index in sample_pages:
            words.append(SAMPLE_DATA)
        if mark is not Mark.NONE:
            beneath.append(_watermark(mark.value, kind))
        if words:
            above.append(_centred(kind.run("  ·  ".join(words), bold=True)))
        furnished.append([*map(Placed, beneath), *page, *map(Placed, above)])
    return furnished


def _watermark(word: str, kind: Type) -> Slanted:
    """Beneath the text and paler than any of it: the page stays legible, a copy of it too."""
    unit = Run(word, kind.bold, 100).width / 100
    size = min(_LONGEST_MARK / unit, 150)
    return Slanted(A4[0] / 2, A4[1] / 2, Run(word, kind.bold, round(size, 1)), 52, _PALE)


def _centred(run: Run) -> TextLine:
    return TextLine((A4[0] - run.width) / 2, _HEAD, (run,), colour=SOFT)
