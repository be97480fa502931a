"""What every page carries beside its text: foot, mark, watermark, and the free square for a code."""

from __future__ import annotations

from kpu_desk.domain.documents import Mark, Paper, SlotPlace
from kpu_desk.pdf.flow import LEFT, RIGHT, paper_shift, paper_size, place_um
from kpu_desk.pdf.page import MM, SOFT, Colour, Here, Item, Placed, Run, Slanted, TextLine
from kpu_desk.pdf.tags import Artifact, Tag, page_end
from kpu_desk.pdf.typesetting import Type

CODE_SIZE = 32 * MM
"""A code of 30 mm with its first white; the quiet zone's rest lies in the margins around."""

CODE_FOOT = 10 * MM
CODE_SLOT = "kode"
FOOT_RIGHT = RIGHT - CODE_SIZE - 3 * MM
"""Where the foot of a page ends: everything right of it is the code's."""

_FOOT = 11 * MM
_PALE: Colour = (0.94, 0.94, 0.94)
_LONGEST_MARK = 200 * MM

MARK_WORDS = {
    Mark.CONTOH: "CONTOH · bukan dokumen resmi",
    Mark.GLADI: "GLADI · latihan, bukan dokumen resmi",
    Mark.KONSEP: "KONSEP · untuk diperiksa, bukan dokumen resmi",
    Mark.KONSEP_CONTOH: "KONSEP · CONTOH · bukan dokumen resmi",
    Mark.KONSEP_GLADI: "KONSEP · GLADI · latihan, bukan dokumen resmi",
}
SAMPLE_DATA = "DATA CONTOH"
PRIVATE = "TERBATAS"
"""Stands at the head of a sheet that is nobody's but the person's and the secretary's (domain.md 3.3)."""


def code_place(page: int, paper: Paper = Paper.A4) -> SlotPlace:
    """The square at the lower right of a page, from 0, in which nothing else is drawn."""
    corner = (RIGHT - CODE_SIZE + paper_shift(paper), CODE_FOOT)
    return place_um(CODE_SLOT, page, corner, (CODE_SIZE, CODE_SIZE))


def furnish(
    pages: list[list[Placed]],
    kind: Type,
    *,
    left: str,
    mark: Mark,
    sample_pages: frozenset[int] = frozenset(),
    paper: Paper = Paper.A4,
    private: bool = False,
    before: int = 0,
) -> list[list[Placed]]:
    """The pages with ``left`` and the page number at the foot, and marks beneath and above their text.

    Args:
        sample_pages: pages, from 0, whose data are invented or borrowed (domain.md 9.2).
        before: how many pages of the document come before these.
    """
    width, height = paper_size(paper)
    shift = paper_shift(paper)
    furnished = []
    for index, page in enumerate(pages):
        beneath: list[Placed] = []
        foot: list[Item] = [TextLine(LEFT, _FOOT, (kind.run(left),), colour=SOFT, tag=Artifact.FOOTER)]
        number = kind.run(f"Halaman {1 + index} dari {len(pages)}")
        foot.append(TextLine(FOOT_RIGHT - number.width, _FOOT, (number,), colour=SOFT, tag=Artifact.FOOTER))
        above = [Placed(item, 0, shift) for item in foot]
        words = [PRIVATE] if private else []
        if mark is not Mark.NONE:
            words.append(MARK_WORDS[mark])
        if index in sample_pages:
            words.append(SAMPLE_DATA)
        if mark is not Mark.NONE:
            beneath.append(Placed(watermark(mark.value, kind, (width, height))))
        if words:
            run = kind.run("  ·  ".join(words), bold=True)
            head = TextLine((width - run.width) / 2, height - 12 * MM, (run,), colour=SOFT, tag=Artifact.HEADER)
            above.append(Placed(head))
        above.append(Placed(Here(Tag("Div", anchor=page_end(before + index)))))
        furnished.append([*beneath, *page, *above])
    return furnished


def watermark(word: str, kind: Type, size: tuple[float, float]) -> Slanted:
    """Beneath the text and paler than any of it: the page stays legible, a copy of it too."""
    unit = Run(word, kind.bold, 100).width / 100
    points = min(_LONGEST_MARK / unit, 150)
    return Slanted(size[0] / 2, size[1] / 2, Run(word, kind.bold, round(points, 1)), 52, _PALE)
