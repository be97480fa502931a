"""The record stamp: which record this is, whose, when, its content digest in short, and what it is worth."""

from __future__ import annotations

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.record import RecordContent
from kpu_desk.pdf.page import SOFT, UM_PER_PT, Frame, Item, Rule, TextLine
from kpu_desk.pdf.typesetting import Type, break_lines, sans, set_line

LEGAL_KIND = "tanda tangan elektronik tidak tersertifikasi"
_HEAD = sans(8.5, 11)
_TEXT = sans(6.3, 7.9)
_LEGAL = sans(5.8, 7.2)
_PAD = 4.5


def short_digest(digest: str) -> str:
    """The first 16 hexadecimal digits of a digest in groups of four, as they are read aloud."""
    return " ".join(digest[index : index + 4] for index in range(0, 16, 4))


def stamp_items(content: RecordContent, place: SlotPlace) -> list[Item]:
    """The stamp's block in its place (about 62 × 24 mm), drawn as lines and text.

    It is no office stamp and does not look like one (domain.md 4.6).
    """
    x, y, width, height = (
        value / UM_PER_PT for value in (place.x_um, place.y_um, place.width_um, place.height_um)
    )
    items: list[Item] = [Frame(x, y, width, height, 0.7, SOFT, radius=3)]
    top = y + height - 2.5
    top = _line(items, f"Rekaman {content.serial}", _HEAD, x, top, width, bold=True)
    items.append(Rule(x + _PAD, top - 0.5, x + width - _PAD, top - 0.5, 0.4, SOFT))
    top -= 1.5
    top = _line(items, content.office_short, _TEXT, x, top, width, most=2)
    top = _line(items, content.composed_label, _TEXT, x, top, width)
    top = _line(items, f"Sidik isi {short_digest(content.digest())}", _TEXT, x, top, width, bold=True)
    # The words about its worth stand at the foot, whatever stands above them.
    foot = y + 2.5 + 2 * _LEGAL.leading
    _line(items, f"{LEGAL_KIND} · disegel oleh kantor", _LEGAL, x, foot, width, most=2)
    return items


def _line(
    items: list[Item],
    text: str,
    kind: Type,
    x: float,
    top: float,
    width: float,
    *,
    bold: bool = False,
    most: int = 1,
) -> float:
    """Adds at most ``most`` lines; a text that needs more is set smaller until it fits."""
    room, size = width - 2 * _PAD, kind.size
    while len(lines := break_lines((sans(size, kind.leading).run(text, bold),), room)) > most and size > 3:
        size -= 0.2
    for line in lines:
        placed = set_line(line, x + _PAD, top - 0.76 * kind.leading, room, "left")
        if isinstance(placed, TextLine):
            items.append(placed)
        top -= kind.leading
    return top
