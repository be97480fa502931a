"""A sheet as every signer will see it: composed, made conform, and from then on only read."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kpu_desk.domain.documents import ComposedSheet, SheetContent
from kpu_desk.domain.forms import Form
from kpu_desk.pdf.compose import write_sheet
from kpu_desk.pdf.conform import DocumentMeta, conform


def freeze_sheet(content: SheetContent, form: Form, *, at: datetime) -> ComposedSheet:
    """Composes a sheet and makes it PDF/A-3a with tags; ``at`` is its time of creation, aware."""
    composed, structure = write_sheet(content, form)
    meta = DocumentMeta(
        title=f"{form.printed_name} {content.serial}",
        author=content.office_name,
        subject=f"Lembar {content.serial} sebelum ditandatangani, {content.occasion}",
        keywords=", ".join(word for word in (form.printed_name, str(content.year), content.mark.value) if word),
        created=at,
    )
    return replace(composed, pdf=conform(composed.pdf, meta=meta, structure=structure))
