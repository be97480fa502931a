"""A person typed in by hand: the same rules as for a spreadsheet, one field at a time."""

from __future__ import annotations

from dataclasses import replace

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.nip import Nip, NipProblem, parse_nip
from kpu_desk.domain.officials import Official
from kpu_desk.domain.roster_text import fold, has_letter, odd_character, says_nothing

LONGEST_FIELD = 200
"""Characters; the same bound as for a cell of a roster."""


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
    for field in ("name", "office", "rank", "unit", "decree"):
        text = getattr(checked, field) or ""
        if len(text) > LONGEST_FIELD:
            raise RosterError("FIELD_TOO_LONG", field=field, length=len(text))
        if odd_character(text) is not None:
            raise RosterError("FIELD_ODD_CHARACTER", field=field)
    return checked


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
