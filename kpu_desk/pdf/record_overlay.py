"""What a record adds to its frozen sheet: ink, stamp and codes over the pages, evidence behind them."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

import pikepdf

from kpu_desk.domain.documents import InkKind, Paper, SlotPlace
from kpu_desk.domain.ink_drawing import PlacedInk
from kpu_desk.domain.record import RecordContent
from kpu_desk.domain.stamps import PlacedStamp
from kpu_desk.pdf import tags
from kpu_desk.pdf.assemble import assemble_record
from kpu_desk.pdf.beside_words import captions
from kpu_desk.pdf.evidence_page import lay_evidence
from kpu_desk.pdf.flow import paper_size
from kpu_desk.pdf.fonts import text_width
from kpu_desk.pdf.furniture import furnish
from kpu_desk.pdf.ink_path import ink_shape
from kpu_desk.pdf.page import UM_PER_PT, Cutout, Placed, TextLine, Written, write_pages
from kpu_desk.pdf.page_code import with_codes
from kpu_desk.pdf.seal_key import SealKey
from kpu_desk.pdf.stamp import stamp_items
from kpu_desk.pdf.structure import marks_per_page
from kpu_desk.pdf.tags import Tag
from kpu_desk.pdf.typesetting import BASE_RATIO, LINE_RATIO, sans, serif

_FOOT = sans(8)
TO_FOLLOW = "menyusul"


def compose_record_overlay(content: RecordContent, key: SealKey, frozen: pikepdf.Pdf) -> Written:
    """As many pages as the sheet has, with ink, stamp and code and nothing else, then the pages of evidence.

    Same content and key, same bytes where the key signs deterministically. ``assemble_record`` lays the first over the
    ``frozen`` pages and appends the others.
    """
    paper = paper_of(frozen)
    pages = with_codes(lay_overlay(content, paper), content, key, paper)
    title = f"{content.title} {content.serial}"
    return write_pages(pages, title=title, size=paper_size(paper), sizes=_sizes(frozen), over=marks_per_page(frozen))


def paper_of(frozen: pikepdf.Pdf) -> Paper:
    """The paper of a frozen sheet, by the height of its first page."""
    height = float(frozen.pages[0].mediabox[3])
    return min(Paper, key=lambda paper: abs(paper_size(paper)[1] - height))


def _sizes(document: pikepdf.Pdf) -> list[tuple[float, float]]:
    return [(float(page.mediabox[2]), float(page.mediabox[3])) for page in document.pages]


def lay_overlay(content: RecordContent, paper: Paper = Paper.A4) -> list[list[Placed]]:
    """The pages of ``compose_record_overlay`` before they are PDF, with the squares of the codes still white."""
    # Once: it hashes every signature of the record.
    digest = content.digest()
    inks = [(signed.name, ink) for signed in content.signatures for ink in signed.inks]
    over = lay_signatures(content.pages, inks, content.stamps)
    for page, caption in captions(content):
        over[page].append(caption)
    if content.number_place is not None:
        over[content.number_place.page].append(Placed(number_line(number_words(content), content.number_place)))
    if content.stamp is not None:
        over[content.stamp.page] += stamp_items(content, content.stamp, digest)
    evidence = furnish(
        lay_evidence(content, digest, paper).pages,
        _FOOT,
        left=f"{content.serial}  ·  Lembar Bukti",
        mark=content.mark,
        paper=paper,
        before=content.pages,
    )
    return [*over, *evidence]


def signed_sheet(frozen: bytes, pages: int, inks: Iterable[PlacedInk], stamps: Iterable[PlacedStamp]) -> bytes:
    """A frozen sheet with signatures and stamps drawn over it, to be looked at; not a record and not to be kept."""
    out = BytesIO()
    with pikepdf.open(BytesIO(frozen)) as document:
        laid = lay_signatures(pages, (("", ink) for ink in inks), stamps)
        over = write_pages(laid, title="", sizes=_sizes(document), over=marks_per_page(document))
        assemble_record(document, over)
        document.save(out)
    return out.getvalue()


def lay_signatures(
    pages: int, inks: Iterable[tuple[str, PlacedInk]], stamps: Iterable[PlacedStamp]
) -> list[list[Placed]]:
    """The signatures of a sheet, each with its signer's name, and the office's stamps partly over them, by page."""
    over: list[list[Placed]] = [[] for _ in range(pages)]
    for name, placed in inks:
        for place in placed.places:
            shape = ink_shape(placed.ink, place)
            if shape is not None:
                over[place.page].append(Placed(shape, tag=_ink_tag(placed.kind, name, place)))
    for stamp in stamps:
        for place in stamp.places:
            box = (place.x_um, place.y_um, place.width_um, place.height_um)
            x, y, width, height = (round(value / UM_PER_PT, 3) for value in box)
            tag = tags.picture(stamp.kind.full_name, into=place.slot)
            over[place.page].append(Placed(Cutout(x, y, width, height, stamp.png), tag=tag))
    return over


def number_words(content: RecordContent) -> str:
    """The number, "menyusul" while it is to follow, or a dash where the office numbers such documents no more."""
    return content.number or (TO_FOLLOW if content.numbered else "–")


def _ink_tag(kind: InkKind, name: str, place: SlotPlace) -> Tag:
    """A picture with the words that stand for it; a paraf comes behind everything else on its page."""
    if kind is InkKind.PARAF:
        return tags.picture(f"{kind.words} {name}, halaman {place.page + 1}", into=tags.page_end(place.page))
    return tags.picture(f"{kind.words} {name}", into=place.slot)


def number_line(number: str, place: SlotPlace) -> TextLine:
    """What stands for the office's number on the sheet's free line after the word "Nomor:" (domain.md 8.13).

    The signers saw the line empty; only the record says what stands there. A number too long for the line is set
    smaller, never cut.
    """
    x, y, width, height = (value / UM_PER_PT for value in (place.x_um, place.y_um, place.width_um, place.height_um))
    run = serif(round(height / LINE_RATIO, 1)).run(number)
    # The line begins where the word ends; a word space parts them.
    space = text_width(" ", run.face, run.size)
    x, width = x + space, width - space
    tag = Tag("Span", into=place.slot)
    if run.width > width:
        run = serif(round(run.size * width / run.width - 0.05, 1)).run(number)
    return TextLine(round(x, 3), round(y + (1 - BASE_RATIO) * height, 3), (run,), tag=tag)
