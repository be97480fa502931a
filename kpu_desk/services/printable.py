"""What is typed by hand and goes on paper: folded, within its bounds, of characters that the faces have."""

from __future__ import annotations

import unicodedata

from kpu_desk.domain.ceremony_plan import CeremonyPlan
from kpu_desk.domain.documents import Attachment
from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.official_entry import TEXT_FIELDS, attachment_texts, checked_official, checked_text
from kpu_desk.domain.officials import Official
from kpu_desk.domain.roster_text import code_point, fold


def printable_text(field: str, text: str) -> str:
    """The text as it will be stored, outer and doubled white space away; raises as :func:`check_text`."""
    text = fold(text)
    check_text(field, text)
    return text


def printable_official(official: Official) -> Official:
    """The person as it will be stored.

    Raises:
        RosterError: FIELD_EMPTY, NIP_WRONG, and as :func:`check_text`.
    """
    checked = checked_official(official)
    for field in TEXT_FIELDS:
        _check_characters(field, getattr(checked, field) or "", 0)
    return checked


def check_plan(plan: CeremonyPlan) -> None:
    """Every text of a plan; raises as :func:`check_text`, with ``row`` for the legal basis."""
    for field, row, text in plan.texts():
        check_text(field, text, row)


def check_attachment(attachment: Attachment) -> None:
    """Every text of a lampiran; raises as :func:`check_text`, with ``row``."""
    for field, row, text in attachment_texts(attachment):
        check_text(field, text, row)


def check_text(field: str, text: str, row: int = 0) -> None:
    """A text as it stands; ``row`` is its place in a table, from 1.

    Raises:
        RosterError: FIELD_TOO_LONG, FIELD_ODD_CHARACTER, and FIELD_NOT_PRINTABLE for the first character that cannot be
            set on paper; each with ``field`` and ``row``.
    """
    checked_text(field, text, row)
    _check_characters(field, text, row)


def _check_characters(field: str, text: str, row: int) -> None:
    if text.isascii():
        return
    from kpu_desk.pdf.fonts import unprintable

    composed = unicodedata.normalize("NFC", text)
    foreign = unprintable(char for char in composed if not char.isspace())
    found = next((char for char in composed if char in foreign), "")
    if found:
        raise RosterError("FIELD_NOT_PRINTABLE", field=field, row=row, character=f"{found} {code_point(found)}")
