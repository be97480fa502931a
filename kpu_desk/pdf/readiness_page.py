"""The readiness check on paper: a line for each thing that was looked at, in the words of the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kpu_desk.domain.documents import Mark, Paper
from kpu_desk.pdf.conform import DocumentMeta, conform
from kpu_desk.pdf.flow import LEFT, WIDTH, Flow, Strip, beside, block, paper_size, paragraph
from kpu_desk.pdf.furniture import furnish
from kpu_desk.pdf.page import LINE, MM, Colour, Frame, Rule, TextLine, write_pages
from kpu_desk.pdf.tags import Tag
from kpu_desk.pdf.typesetting import sans

_TITLE, _TEXT, _FOOT = sans(15, 19), sans(9, 12), sans(8)
_WORD_X, _TOPIC_X, _SAID_X = LEFT + 6 * MM, LEFT + 30 * MM, LEFT + 66 * MM
_TICK = 7.5
"""Points of the square that is ticked by hand once there is nothing to do any more."""
_COLOURS: dict[str, Colour] = {"red": (0.702, 0.149, 0.118), "yellow": (0.541, 0.353, 0), "green": (0.11, 0.42, 0.247)}
"""The screen's own; the word beside says the same."""


@dataclass(frozen=True, slots=True)
class ReadinessPage:
    """What is printed: each line as light (red, yellow, green), word, topic, sentence and advice ("" for none)."""

    title: str
    about: tuple[str, ...]
    lines: Sequence[tuple[str, str, str, str, str]]
    office: str
    mark: Mark
    paper: Paper
    at: datetime


def readiness_page(page: ReadinessPage) -> bytes:
    """One conform document (PDF/A-3a); the same lines give the same bytes."""
    flow = Flow(page.paper)
    flow.place(paragraph((_TITLE.run(page.title, bold=True),), 19, glued=True, tag=Tag("H1", bookmark=page.title)))
    for words in page.about:
        flow.place(paragraph((_TEXT.run(words),), 12, align="left"))
    flow.place([Strip(10)])
    for line in page.lines:
        flow.place(_line(*line))
    pages = furnish(flow.pages, _FOOT, left=f"{page.title}  ·  {page.office}", mark=page.mark, paper=page.paper)
    written = write_pages(pages, title=page.title, size=paper_size(page.paper))
    meta = DocumentMeta(page.title, page.office, page.about[0], page.mark.value, page.at)
    return conform(written.pdf, meta=meta, structure=written.structure)


def _line(light: str, word: str, topic: str, sentence: str, advice: str) -> list[Strip]:
    width = LEFT + WIDTH - _SAID_X
    said = paragraph((_TEXT.run(sentence),), 12, x=_SAID_X, width=width, align="left")
    said = beside(said, (_TEXT.run(topic, bold=True),), _TOPIC_X)
    said = beside(said, (_TEXT.run(word, bold=True),), _WORD_X)
    first = said[0]
    # The word is the sign; its colour only repeats it.
    mark, *rest = first.items
    assert isinstance(mark, TextLine)
    tick = (Frame(LEFT, -10, _TICK, _TICK, 0.6),) if advice else ()
    said[0] = replace(first, items=(replace(mark, colour=_COLOURS[light]), *rest, *tick))
    if advice:
        said += paragraph((_TEXT.run(f"→ {advice}"),), 12, x=_SAID_X, width=width, align="left")
    rule = Strip(7, (Rule(LEFT, -3, LEFT + WIDTH, -3, 0.4, colour=LINE),))
    return block([*said, rule])
