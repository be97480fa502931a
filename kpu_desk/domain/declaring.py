"""A person who declares a conflict of interest signs a private declaration and not the PBBK (domain.md 3.3)."""

from __future__ import annotations

from dataclasses import replace

from kpu_desk.domain.allowed import CeremonyAct, require
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import BEFORE_OPENING, Declaration
from kpu_desk.domain.documents import DocumentKind, Sheet
from kpu_desk.domain.errors import RuleError


def has_declared(ceremony: Ceremony, official_id: str) -> bool:
    """Whether a person declares a conflict apart."""
    return any(declaration.official_id == official_id for declaration in ceremony.declarations)


def declaration_of(ceremony: Ceremony, sheet: Sheet) -> Declaration | None:
    """What a private sheet declares; None for every other sheet."""
    if not sheet.private:
        return None
    return next((one for one in ceremony.declarations if one.official_id == sheet.subject_id), None)


def check_may_declare(ceremony: Ceremony, declaration: Declaration) -> None:
    """Whether a person's declaration can be noted now.

    Raises:
        RuleError: KPU-DECLARATION-STATEMENT when the person signs no PBBK here, KPU-DECLARED-ONCE,
            KPU-SHEET-UNSIGNED when the PBBK is signed already, KPU-DECLARATION-FILLED for an empty answer, KPU-STATE
            once everything is sealed, or void.
    """
    official = ceremony.official(declaration.official_id)
    require(ceremony.state, CeremonyAct.DECLARE_CONFLICT)
    if has_declared(ceremony, official.id):
        raise RuleError("KPU-DECLARED-ONCE", name=official.name)
    statement = _statement(ceremony, official.id)
    planned = ceremony.signs(official, DocumentKind.PBBK)
    if not (planned if ceremony.state in BEFORE_OPENING else statement is not None):
        raise RuleError("KPU-DECLARATION-STATEMENT", name=official.name)
    if statement is not None and ceremony.signed_slots(statement.id):
        raise RuleError("KPU-SHEET-UNSIGNED", serial=statement.serial)
    if not declaration.answers or not all(answer.strip() for answer in declaration.answers):
        raise RuleError("KPU-DECLARATION-FILLED")


def declared(ceremony: Ceremony, declaration: Declaration, sheet: Sheet | None = None) -> Ceremony:
    """Notes that a person declares a conflict; the PBBK is waived from now on, the private ``sheet`` takes its place.

    Args:
        sheet: the frozen declaration; None in a draft, whose sheets are planned when it is opened.

    Raises:
        RuleError: as :func:`check_may_declare`; KPU-SHEET-FROZEN without a frozen sheet in a running ceremony.
    """
    check_may_declare(ceremony, declaration)
    if ceremony.state in BEFORE_OPENING:
        return replace(ceremony, declarations=(*ceremony.declarations, declaration))
    if sheet is None or sheet.frozen_sha256 is None or not sheet.private:
        raise RuleError("KPU-SHEET-FROZEN", serial=sheet.serial if sheet is not None else DocumentKind.PBBK.value)
    return replace(ceremony, declarations=(*ceremony.declarations, declaration), sheets=(*ceremony.sheets, sheet))


def withdrawn(ceremony: Ceremony, official_id: str) -> Ceremony:
    """Takes a declaration back while nobody has signed it; the person's PBBK can be signed again.

    Raises:
        RuleError: KPU-STATE, KPU-NOT-DECLARED; KPU-SHEET-UNSIGNED when the declaration carries a signature, or stands
            in the place of one that did: what became void is kept with the sheet that took its place.
    """
    require(ceremony.state, CeremonyAct.DECLARE_CONFLICT)
    official = ceremony.official(official_id)
    if not has_declared(ceremony, official_id):
        raise RuleError("KPU-NOT-DECLARED", name=official.name)
    own = {sheet.id for sheet in ceremony.sheets if sheet.private and sheet.subject_id == official_id}
    for sheet in (*ceremony.sheets, *(void.sheet for void in ceremony.voids)):
        if sheet.private and sheet.subject_id == official_id and ceremony.signed_slots(sheet.id):
            raise RuleError("KPU-SHEET-UNSIGNED", serial=sheet.serial)
    return replace(
        ceremony,
        declarations=tuple(one for one in ceremony.declarations if one.official_id != official_id),
        sheets=tuple(sheet for sheet in ceremony.sheets if sheet.id not in own),
        declines=tuple(decline for decline in ceremony.declines if decline.sheet_id not in own),
    )


def _statement(ceremony: Ceremony, official_id: str) -> Sheet | None:
    return next(
        (
            sheet
            for sheet in ceremony.sheets
            if sheet.kind is DocumentKind.PBBK and not sheet.private and sheet.subject_id == official_id
        ),
        None,
    )
