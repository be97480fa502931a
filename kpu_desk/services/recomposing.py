"""Long after: a frozen sheet composed again from what was kept with it, whatever the office's forms say today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from kpu_desk.domain.composition import FormText
from kpu_desk.domain.documents import ComposedSheet, DocumentKind
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.forms import parse_form
from kpu_desk.services.desk import Desk
from kpu_desk.services.freezing import compose_own
from kpu_desk.storage import compositions


@dataclass(frozen=True, slots=True)
class Recomposed:
    """A sheet made again; ``same`` says whether its bytes are those that were signed, ``program`` what made them."""

    sheet: ComposedSheet
    same: bool
    program: str


def compose_again(desk: Desk, frozen_sha256: str) -> Recomposed:
    """The frozen sheet with this digest, composed anew with its own words.

    Kept with every frozen sheet, and used here instead of what the office has now: the whole text of the form, the
    letterhead's lines and the logo's bytes, names, offices and NIP as they were printed, lampiran, counts of the
    minutes, paper, meterai, the answers of a declaration, and the moment of freezing, which stands in the file.
    Not kept: the program. Its layout, fonts, hyphenation patterns and colour profile are those of the version that
    runs now, so another version may set the same words otherwise; ``same`` is then False. What was signed is the
    frozen file itself, which is kept as it is and never made again.

    Raises:
        RuleError: KPU-FORM-KEPT when nothing was kept with the sheet (frozen by an older version), or it is unknown.
    """
    from kpu_desk.pdf.freeze import freeze_sheet

    with desk.database.reading() as session:
        made_of = compositions.load(session, frozen_sha256)
    if made_of is None:
        raise RuleError("KPU-FORM-KEPT")
    if made_of.content.kind is DocumentKind.DOK:
        sheet = compose_own(desk, made_of)
    else:
        form = parse_form(made_of.form.text, made_of.form.source)
        sheet = freeze_sheet(made_of.content, form, at=datetime.fromisoformat(made_of.composed_at))
    return Recomposed(sheet, sha256(sheet.pdf).hexdigest() == frozen_sha256, made_of.program)


def forms_used(desk: Desk, ceremony_id: str) -> tuple[FormText, ...]:
    """The forms that a ceremony's sheets were made of, as they read then."""
    with desk.database.reading() as session:
        return compositions.forms_used(session, ceremony_id)
