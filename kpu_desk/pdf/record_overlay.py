"""What a record adds to its frozen sheet: ink and stamp over the pages, evidence behind them."""

from __future__ import annotations

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.record import RecordContent
from kpu_desk.pdf.evidence_page import lay_evidence
from kpu_desk.pdf.furniture import furnish
from kpu_desk.pdf.ink_path import ink_shape
from kpu_desk.pdf.page import UM_PER_PT, Placed, TextLine, write_pages
from kpu_desk.pdf.stamp import stamp_items
from kpu_desk.pdf.typesetting import sans, serif

_FOOT = sans(8)
_LEADING = 1.42
"""Height of a line of the documents' own face, as a multiple of its size (``typesetting.serif``)."""

_BASE = 0.24
"""Height of the base line above the lower edge of a line, as a share of the line (``flow.paragraph``)."""

TO_FOLLOW = "menyusul"


def compose_record_overlay(content: RecordContent) -> bytes:
    """As many pages as the sheet has, with ink and stamp and nothing else, then the pages of evidence.

    Same content, same bytes. ``assemble_record`` lays the first over the frozen pages and appends the others.
    """
    return write_pages(lay_overlay(content), title=f"{content.title} {content.serial}")


def lay_overlay(content: RecordContent) -> list[list[Placed]]:
    """The pages of ``compose_record_overlay`` before they are PDF."""
    # Once: it hashes every signature of the record.
    digest = content.digest()
    over: list[list[Placed]] = [[] for _ in range(content.pages)]
    for signed in content.signatures:
        shape = ink_shape(signed.ink, signed.place)
        if shape is not None:
            over[signed.place.page].append(Placed(shape))
    if content.number_place is not None:
        over[content.number_place.page].append(Placed(number_line(content.number, content.number_place)))
    if content.stamp is not None:
        over[content.stamp.page] += [Placed(item) for item in stamp_items(content, content.stamp, digest)]
    evidence = furnish(
        lay_evidence(content, digest).pages,
        _FOOT,
        left=f"{content.serial}  ·  Lembar Bukti",
        mark=content.mark,
    )
    return [*over, *evidence]


def number_line(number: str | None, place: SlotPlace) -> TextLine:
    """The office's number, or "menyusul", on the sheet's free line after the word "Nomor:" (domain.md 8.13).

    The signers saw the line empty; only the record says what stands there. A number too long for the line is set
    smaller, never cut.
    """
    x, y, width, height = (value / UM_PER_PT for value in (place.x_um, place.y_um, place.width_um, place.height_um))
    run = serif(round(height / _LEADING, 1)).run(number or TO_FOLLOW)
    if run.width > width:
        run = serif(round(run.size * width / run.width - 0.05, 1)).run(number or TO_FOLLOW)
    return TextLine(round(x, 3), round(y + _BASE * height, 3), (run,))
