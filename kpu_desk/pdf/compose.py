"""A sheet as it is put before its signers: content and form become pages with places for signatures."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kpu_desk.domain.documents import ComposedSheet, DocumentKind, SheetContent, SlotPlace
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.form_fields import field_values
from kpu_desk.domain.forms import Form, Table, fill
from kpu_desk.pdf.attachment_table import lay_attachment
from kpu_desk.pdf.attendance_list import lay_attendance
from kpu_desk.pdf.body import body_strips
from kpu_desk.pdf.flow import BOTTOM, LEFT, WIDTH, Flow, Strip, paragraph, place_um
from kpu_desk.pdf.furniture import furnish
from kpu_desk.pdf.letterhead import heading, letterhead_strip
from kpu_desk.pdf.minutes import count_strips
from kpu_desk.pdf.page import MM, Placed, write_pages
from kpu_desk.pdf.signature_block import signature_strip
from kpu_desk.pdf.typesetting import Type, serif

STAMP_WIDTH = 62 * MM
STAMP_HEIGHT = 24 * MM
STAMP_SLOT = "stempel"
_FOOT = serif(8)
_TYPES = (serif(12), serif(11), serif(11, 14.5), serif(10.5, 13.8))
"""The largest that keeps a statement on one page is taken; 12 points is the offices' own (domain.md 1.3)."""


@dataclass(frozen=True, slots=True)
class LaidSheet:
    """A sheet before it is PDF: what stands where, in points, and the places in µm."""

    pages: list[list[Placed]]
    places: tuple[SlotPlace, ...]
    stamp: SlotPlace


def compose_sheet(content: SheetContent, form: Form) -> ComposedSheet:
    """Composes the unsigned sheet. The same content and form give the same bytes.

    The bytes are ReportLab's; making them conform to PDF/A is the next step.

    Raises:
        FormError: WRONG_FORM when form and sheet do not fit (KIND, MISSING_ROLE, NO_DATA), WRONG_PROFILE when
            the logo cannot be used.
    """
    laid = lay_sheet(content, form)
    return ComposedSheet(
        pdf=write_pages(laid.pages, title=f"{content.kind.full_name} {content.serial}"),
        pages=len(laid.pages),
        places=laid.places,
        stamp=laid.stamp,
        form=form.reference,
    )


def lay_sheet(content: SheetContent, form: Form) -> LaidSheet:
    """Lays out the sheet; raises as ``compose_sheet`` does."""
    if form.kind is not content.kind:
        raise FormError("WRONG_FORM", file=form.source, line=0, field="kind", reason="KIND")
    flow, stamp = _on_fewest_pages(content, form)
    statement_pages = len(flow.pages)
    if form.attachment is not None and content.attachment is not None:
        lay_attachment(flow, content, content.attachment, form.attachment)
    sample = content.attachment is not None and content.attachment.sample
    pages = furnish(
        flow.pages,
        _FOOT,
        left=f"{content.serial}  ·  {content.kind.full_name}",
        mark=content.mark,
        sample_pages=frozenset(range(statement_pages, len(flow.pages))) if sample else frozenset(),
    )
    return LaidSheet(pages, tuple(flow.places), stamp)


def _on_fewest_pages(content: SheetContent, form: Form) -> tuple[Flow, SlotPlace]:
    statement = content.kind in (DocumentKind.PK, DocumentKind.PI, DocumentKind.PBBK)
    laid = []
    for kind in _TYPES if statement else _TYPES[1:2]:
        flow, stamp = _lay_statement(content, form, kind)
        if len(flow.pages) == 1:
            return flow, stamp
        laid.append((flow, stamp))
    return min(laid, key=lambda pair: len(pair[0].pages))


def _lay_statement(content: SheetContent, form: Form, kind: Type) -> tuple[Flow, SlotPlace]:
    flow = Flow()
    values = field_values(content)
    kop = letterhead_strip(content.letterhead, form.letterhead)
    if kop is not None:
        flow.place([kop])
    title = tuple("".join(span.text for span in fill(line, values)) for line in form.title)
    title_type = serif(kind.size + 1)
    flow.place(heading(title, title_type, after=0 if form.number else 0.6 * kind.leading))
    if form.number:
        flow.place(_number(content.number, kind))
    blocks = body_strips(content, form, kind)
    for block, part in zip(blocks[:-1], form.body[:-1], strict=True):
        if isinstance(part, Table):
            _lay_table(flow, part, content, form, kind)
        else:
            flow.place(block)
    _lay_end(flow, blocks[-1], content, form, kind)
    stamp = place_um(STAMP_SLOT, flow.page, (LEFT, BOTTOM), (STAMP_WIDTH, STAMP_HEIGHT))
    return flow, stamp


def _lay_end(flow: Flow, last: list[Strip], content: SheetContent, form: Form, kind: Type) -> None:
    """The last block with the signatures and the white for the stamp: signatures never stand alone on a page.

    Where nobody signs at the left the stamp stands there, beside the signature.
    """
    part = form.body[-1]
    if isinstance(part, Table):
        _lay_table(flow, part, content, form, kind)
        last = []
    end = []
    if content.kind is not DocumentKind.DH:
        end.append(signature_strip(content, form, field_values(content), kind))
    if content.kind is DocumentKind.DH or any(slot.side == "left" for slot in form.slots):
        end.append(Strip(STAMP_HEIGHT, before=3 * MM))
    if last:
        # The last lines or the last point go with the signatures.
        last = [*last[:-1], replace(last[-1], glued=True)]
    flow.place([*last, *end])


def _lay_table(flow: Flow, part: Table, content: SheetContent, form: Form, kind: Type) -> None:
    if part.table == "daftar_hadir":
        lay_attendance(flow, content)
    elif content.minutes is not None:
        flow.place(count_strips(content.minutes, kind))
    else:
        raise FormError("WRONG_FORM", file=form.source, line=0, field="table", reason="NO_DATA")


def _number(number: str | None, kind: Type) -> list[Strip]:
    text = f"NOMOR {number}" if number else "Nomor: menyusul"
    return paragraph(
        (kind.run(text),), kind.leading + 0.6 * kind.leading, x=LEFT, width=WIDTH, align="center", glued=True
    )
