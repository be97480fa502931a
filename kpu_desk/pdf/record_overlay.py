"""What a record adds to its frozen sheet: ink and stamp over the pages, evidence behind them."""

from __future__ import annotations

from kpu_desk.domain.record import RecordContent
from kpu_desk.pdf.evidence_page import lay_evidence
from kpu_desk.pdf.furniture import furnish
from kpu_desk.pdf.ink_path import ink_shape
from kpu_desk.pdf.page import Placed, write_pages
from kpu_desk.pdf.stamp import stamp_items
from kpu_desk.pdf.typesetting import sans

_FOOT = sans(8)


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
    if content.stamp is not None:
        over[content.stamp.page] += [Placed(item) for item in stamp_items(content, content.stamp, digest)]
    evidence = furnish(
        lay_evidence(content, digest).pages,
        _FOOT,
        left=f"{content.serial}  ·  Lembar Bukti",
        mark=content.mark,
    )
    return [*over, *evidence]
