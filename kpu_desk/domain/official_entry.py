"""What is typed in by hand, a person or the lampiran: the same rules as for a spreadsheet, one field at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kpu_desk.domain.documents import Attachment
from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.nip import Nip, NipProblem, parse_nip
from kpu_desk.domain.officials import Official
from kpu_desk.domain.roster_text import fold, has_letter, odd_character, says_nothing

LONGEST_FIELD = 200
"""Characters; the same bound as for a cell of a roster."""

LONGEST_ROW = 1_000
"""Characters of a sasaran, an indikator or a programme, which are whole sentences."""

TEXT_FIELDS = ("name", "office", "rank", "unit", "decree")
"""What of an official is printed as it was typed."""


def checked_official(official: Official) -> Official:
    """The person as it will be stored: outer and doubled white space away, NIP as 18 bare digits.

    Raises:
        RosterError: FIELD_EMPTY, FIELD_TOO_LONG, FIELD_ODD_CHARACTER with ``field``; NIP_WRONG with ``fault``.
    """
    name, office = fold(official.name), fold(official.office)
    for field, text in (("name", name), ("office", office)):
        if not has_letter(text):
            raise RosterError("FIELD_EMPTY", field=field)
    checked = replace(
        official,
        name=name,
        office=office,
        nip=_nip(official.nip),
        rank=_optional(official.rank),
        unit=_optional(official.unit),
        decree=_optional(official.decree),
    )
    for field in TEXT_FIELDS:
        checked_text(field, getattr(checked, field) or "")
    return checked


def attachment_texts(attachment: Attachment) -> Iterator[tuple[str, int, str]]:
    """Every text of the lampiran with the name of its field and its row, from 1 (0 where there are no rows)."""
    yield "institution", 0, attachment.institution
    for row, target in enumerate(attachment.targets, start=1):
        for field in ("objective", "indicator", "target"):
            yield field, row, getattr(target, field)
        for text in target.extra:
            yield "extra", row, text
    for row, line in enumerate(attachment.budget, start=1):
        yield "programme", row, line.programme
        yield "note", row, line.note


def checked_text(field: str, text: str, row: int = 0) -> None:
    """Raises RosterError FIELD_TOO_LONG or FIELD_ODD_CHARACTER, with ``field`` and, in a table, ``row``."""
    longest = LONGEST_ROW if row else LONGEST_FIELD
    if len(text) > longest:
        raise RosterError("FIELD_TOO_LONG", field=field, row=row, length=len(text), longest=longest)
    if odd_character(text) is not None:
        raise RosterError("FIELD_ODD_CHARACTER", field=field, row=row)


def _optional(text: str | None) -> str | None:
    return None if text is None or says_nothing(text) else fold(text)


def _nip(text: str | None) -> str | None:
    if text is None or says_nothing(text):
        return None
    match parse_nip(text):
        case Nip(digits=digits):
            return digits
        case NipProblem(fault=fault, length=length):
            raise RosterError("NIP_WRONG", fault=fault.value, length=length)
