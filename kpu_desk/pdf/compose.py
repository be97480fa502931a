"""A sheet as it is put before its signers: content and form become pages with places for signatures."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kpu_desk.domain.documents import ComposedSheet, DocumentKind, InkKind, Role, SheetContent, SlotPlace
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.form_fields import field_values
from kpu_desk.domain.form_parts import Table
from kpu_desk.domain.forms import Form, fill
from kpu_desk.pdf.attachment_table import SIGNATURE_TYPE, lay_attachment
from kpu_desk.pdf.attendance_list import lay_attendance
from kpu_desk.pdf.body import body_strips
from kpu_desk.pdf.flow import LEFT, RIGHT, WIDTH, Flow, Room, Strip, paper_shift, paper_size, place_um
from kpu_desk.pdf.furniture import code_place, furnish
from kpu_desk.pdf.letterhead import heading, letterhead_strip
from kpu_desk.pdf.minutes import count_strips, rundown_strips, word_strips
from kpu_desk.pdf.page import MM, Placed, TextLine, write_pages
from kpu_desk.pdf.paraf import paraf_places
from kpu_desk.pdf.signature_block import signature_strip
from kpu_desk.pdf.tags import Structure, Tag
from kpu_desk.pdf.typesetting import BASE_RATIO, LINE_RATIO, Type, serif

STAMP_WIDTH = 62 * MM
STAMP_HEIGHT = 24 * MM
STAMP_FOOT = 16 * MM
"""The record stamp lies in the foot of the last page of the statement, above the foot's line."""

STAMP_SLOT = "stempel"
NUMBER_SLOT = "nomor"
_OF_MINUTES = {"rekapitulasi": count_strips, "susunan_acara": rundown_strips}
_USUAL_NUMBER = 45 * MM
"""Width of a usual number of the office, by which the line of the number is centred."""

_FOOT = serif(8)
_STATEMENT = tuple(
    (kind, tight)
    for kind in (
        serif(12),
        serif(12, 16),
        serif(12, 15),
        serif(11.5, 15),
        serif(11.5, 14.5),
        serif(11, 14.5),
        serif(10.5, 13.8),
        serif(10, 13),
    )
    for tight in (False, True)
)
"""The first that keeps a statement on one page is taken; 12 points is the offices' own (domain.md 1.3)."""

_LONG = {DocumentKind.DH: ((serif(10.5, 13), True),), DocumentKind.BA: ((serif(11), True),)}


@dataclass(frozen=True, slots=True)
class LaidSheet:
    """A sheet before it is PDF: what stands where, in points, and the places in µm."""

    pages: list[list[Placed]]
    places: tuple[SlotPlace, ...]
    stamp: SlotPlace
    number: SlotPlace | None
    codes: tuple[SlotPlace, ...]


def compose_sheet(content: SheetContent, form: Form) -> ComposedSheet:
    """Composes the unsigned sheet, without tags; raises as ``write_sheet`` does."""
    return write_sheet(content, form)[0]


def write_sheet(content: SheetContent, form: Form) -> tuple[ComposedSheet, Structure]:
    """Composes the unsigned sheet. The same content and form give the same bytes.

    The bytes are ReportLab's; making them conform to PDF/A, with the structure, is the next step.

    Raises:
        FormError: WRONG_FORM when form and sheet do not fit (KIND, MISSING_ROLE, NO_DATA), WRONG_PROFILE when
            the logo cannot be used.
    """
    laid = lay_sheet(content, form)
    title = f"{form.printed_name} {content.serial}"
    written = write_pages(laid.pages, title=title, size=paper_size(content.paper))
    sheet = ComposedSheet(
        pdf=written.pdf,
        pages=len(laid.pages),
        places=laid.places,
        stamp=laid.stamp,
        form=form.reference,
        number=laid.number,
        codes=laid.codes,
        name=form.printed_name,
    )
    return sheet, written.structure


def lay_sheet(content: SheetContent, form: Form) -> LaidSheet:
    """Lays out the sheet; raises as ``compose_sheet`` does."""
    if form.kind is not content.kind:
        raise FormError("WRONG_FORM", file=form.source, line=0, field="kind", reason="KIND")
    if content.meterai is not None:
        form = replace(form, meterai=content.meterai)
    form = replace(form, number=form.number and content.numbered)
    flow = _on_fewest_pages(content, form)
    shift = paper_shift(content.paper)
    stamp = place_um(STAMP_SLOT, flow.page, (LEFT + shift, STAMP_FOOT), (STAMP_WIDTH, STAMP_HEIGHT))
    statement_pages = len(flow.pages)
    if content.minutes is not None and content.minutes.words:
        flow.new_page()
        flow.place(word_strips(content.minutes.words))
    if form.attachment is not None and content.attachment is not None:
        end = []
        if form.attachment.signatures:
            end.append(signature_strip(content, form, field_values(content), SIGNATURE_TYPE, InkKind.ATTACHMENT))
        lay_attachment(flow, content, content.attachment, form.attachment, end)
    count = len(flow.pages)
    initialled = range(statement_pages if form.paraf and form.paraf.attachment_only else 0, count)
    paraf = paraf_places(content, form, initialled)
    for page in initialled:
        flow.pages[page] += paraf.items
    sample = content.attachment is not None and content.attachment.sample
    pages = furnish(
        flow.pages,
        _FOOT,
        left=f"{content.serial}  ·  {form.printed_name}",
        mark=content.mark,
        sample_pages=frozenset(range(statement_pages, count)) if sample else frozenset(),
        paper=content.paper,
        private=form.private,
    )
    return LaidSheet(
        pages,
        (*(place for place in flow.places if place.slot != NUMBER_SLOT), *paraf.places),
        stamp,
        next((place for place in flow.places if place.slot == NUMBER_SLOT), None),
        tuple(code_place(page, content.paper) for page in range(count)),
    )


def _on_fewest_pages(content: SheetContent, form: Form) -> Flow:
    laid = []
    # Only when no size of type leaves room for it on the one page does the free disc give way.
    for disc in (True, False):
        for kind, tight in _LONG.get(content.kind, _STATEMENT):
            flow = _lay_statement(content, form, kind, tight=tight, disc=disc)
            if len(flow.pages) == 1:
                return flow
            laid.append(flow)
    return min(laid, key=lambda flow: len(flow.pages))


def _lay_statement(content: SheetContent, form: Form, kind: Type, *, tight: bool, disc: bool) -> Flow:
    flow = Flow(content.paper, step=kind.leading / 2, first=kind.baseline)
    values = field_values(content)
    kop = letterhead_strip(content.letterhead, form.letterhead)
    if kop is not None:
        flow.place([kop])
    title = tuple("".join(span.text for span in fill(line, values)) for line in form.title)
    title = (*title, content.revision) if content.revision else title
    title_type = serif(kind.size + 1, kind.leading)
    bookmark = f"{form.printed_name} {content.serial}"
    flow.place(heading(title, title_type, bookmark=bookmark, after=0 if form.number else 0.5 * kind.leading))
    if form.number:
        flow.place([_number(content.number, kind)])
    _lay_body(flow, content, form, kind, tight=tight, disc=disc)
    return flow


def _lay_body(flow: Flow, content: SheetContent, form: Form, kind: Type, *, tight: bool, disc: bool) -> None:
    """Blocks, tables and signatures as one sequence, so that what is glued together stays together."""
    end = []
    if any(party.role is not Role.HADIR for party in content.parties):
        end.append(signature_strip(content, form, field_values(content), kind, disc=disc))
    strips: list[Strip] = []
    for index, (block, part) in enumerate(
        zip(body_strips(content, form, kind, tight=tight), form.body, strict=True), 1
    ):
        if not isinstance(part, Table):
            strips += block
        elif part.table in _OF_MINUTES:
            if content.minutes is None:
                raise FormError("WRONG_FORM", file=form.source, line=0, field="table", reason="NO_DATA")
            strips += _OF_MINUTES[part.table](content.minutes, kind)
        else:
            flow.place(strips)
            last = index == len(form.body)
            lay_attendance(flow, content, end if last else ())
            strips, end = [], [] if last else end
    if strips and end:
        # The last lines or the last point go with the signatures, which never stand alone on a page.
        strips[-1] = replace(strips[-1], glued=True)
    flow.place([*strips, *end])


def _number(number: str | None, kind: Type) -> Strip:
    """The line of the number: free after its word, for the record to write in, or filled where it is known.

    The word stands so that a number of the usual length is centred with it; there is room for more to its right.
    """
    word = kind.run("Nomor: ")
    start = LEFT + (WIDTH - word.width - _USUAL_NUMBER) / 2
    # The record finds the size of the type by the height of the room, and the base line by its foot.
    height = LINE_RATIO * kind.size
    foot = -kind.baseline - (1 - BASE_RATIO) * height
    room = Room(NUMBER_SLOT, start + word.width, foot, RIGHT - start - word.width, height)
    written = kind.run(f"Nomor: {number}") if number else word
    x = LEFT + (WIDTH - written.width) / 2 if number else start
    return Strip(
        1.5 * kind.leading,
        (TextLine(x, -kind.baseline, (written,), tag=Tag("P", anchor=NUMBER_SLOT)),),
        before=0.5 * kind.leading,
        glued=True,
        rooms=() if number else (room,),
        baseline=kind.baseline,
    )
