"""The record stamp: which record this is, whose, when, its content digest in short, and what it is worth."""

from __future__ import annotations

from dataclasses import replace

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.record import RecordContent
from kpu_desk.pdf import tags
from kpu_desk.pdf.page import SOFT, UM_PER_PT, Frame, Item, Placed, Rule, Run
from kpu_desk.pdf.tags import Tag
from kpu_desk.pdf.typesetting import Line, Type, break_lines, sans, set_line

LEGAL_KIND = "tanda tangan elektronik tidak tersertifikasi"
_HEAD = sans(9.5, 12.5)
_TEXT = sans(7.3, 9.5)
_LEGAL = sans(5.9, 7.4)
_PAD = 4.5


def short_digest(digest: str) -> str:
    """The first 16 hexadecimal digits of a digest in groups of four, as they are read aloud."""
    return " ".join(digest[index : index + 4] for index in range(0, 16, 4))


def stamp_items(content: RecordContent, place: SlotPlace, digest: str) -> list[Placed]:
    """The stamp's block in its place (about 62 × 24 mm), drawn as lines and text; ``digest`` of the content.

    It is no office stamp and does not look like one (domain.md 4.6).
    """
    x, y, width, height = (value / UM_PER_PT for value in (place.x_um, place.y_um, place.width_um, place.height_um))
    tag = tags.picture(
        f"Cap rekaman {content.serial}, {content.office_short}, {content.composed_label}, sidik isi "
        f"{short_digest(digest)}, {LEGAL_KIND}, disegel oleh kantor",
        into=tags.page_end(place.page),
    )
    items: list[Item] = [Frame(x, y, width, height, 0.7, SOFT, radius=3)]
    column, top = (x + _PAD, width - 2 * _PAD), y + height - 2.5
    top = _add(
        items, _fitted(_HEAD.run(f"Rekaman {content.serial}", bold=True), column[1]), _HEAD, column, top, tag=tag
    )
    items.append(Rule(column[0], top - 0.5, column[0] + column[1], top - 0.5, 0.4, SOFT))
    top -= 1.5
    top = _add(items, _fitted(_TEXT.run(content.office_short), column[1], most=2), _TEXT, column, top, tag=tag)
    top = _add(items, _fitted(_TEXT.run(content.composed_label), column[1]), _TEXT, column, top, tag=tag)
    digest_run = _TEXT.run(f"Sidik isi {short_digest(digest)}", bold=True)
    _add(items, _fitted(digest_run, column[1]), _TEXT, column, top, tag=tag)
    # The words about its worth stand at the foot, whatever stands above them.
    worth = _fitted(_LEGAL.run(f"{LEGAL_KIND} · disegel oleh kantor"), column[1])
    _add(items, worth, _LEGAL, column, y + 2 + _LEGAL.leading, tag=tag)
    return [Placed(item, tag=tag) for item in items]


def _fitted(run: Run, width: float, most: int = 1) -> tuple[Line, ...]:
    """The text in at most ``most`` lines, set smaller until it fits."""
    while len(lines := break_lines((run,), width)) > most and run.size > 3:
        run = replace(run, size=run.size - 0.2)
    return lines


def _add(
    items: list[Item], lines: tuple[Line, ...], kind: Type, column: tuple[float, float], top: float, *, tag: Tag
) -> float:
    for line in lines:
        placed = set_line(line, column[0], top - 0.76 * kind.leading, column[1], "left", tag=tag)
        if placed is not None:
            items.append(placed)
        top -= kind.leading
    return top
