"""Before or during the signing: a person declares a conflict of interest and gets a private sheet (domain.md 3.3)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kpu_desk.domain import declaring as rules
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import BEFORE_OPENING, Declaration
from kpu_desk.domain.documents import DECLARATION_FORM
from kpu_desk.domain.form_parts import Blanks
from kpu_desk.domain.forms import parse_form
from kpu_desk.domain.journal import Event
from kpu_desk.domain.planning import plan_declaration
from kpu_desk.domain.roster_text import fold
from kpu_desk.services.desk import Act, Desk, new_id
from kpu_desk.services.freezing import form_text, freeze, frozen_acts, roles_of, save_frozen
from kpu_desk.services.printable import check_text
from kpu_desk.storage import ceremonies as store

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session


def declaration_fields(desk: Desk, ceremony_id: str) -> tuple[str, ...]:
    """The labels of the form's blanks, in their order: what a person who declares a conflict has to say.

    Raises:
        FormError: WRONG_FORM when the office's own form is wrong.
    """
    chosen = dict(desk.ceremony(ceremony_id).forms)
    words = form_text(desk, chosen.get(DECLARATION_FORM, DECLARATION_FORM))
    blanks = (block for block in parse_form(words.text, words.source).body if isinstance(block, Blanks))
    return tuple(label for block in blanks for label in block.labels)


def declare(desk: Desk, ceremony_id: str, official_id: str, answers: tuple[str, ...]) -> Ceremony:
    """Notes that a person declares a conflict instead of signing the PBBK; what is declared never enters the journal.

    In a draft the private sheet is planned at opening; later it is frozen at once, to be signed like any other.

    Raises:
        RosterError: FIELD_TOO_LONG, FIELD_ODD_CHARACTER, FIELD_NOT_PRINTABLE, field ``declaration``.
        RuleError: KPU-DECLARATION-FILLED, KPU-DECLARATION-STATEMENT, KPU-DECLARED-ONCE, KPU-SHEET-UNSIGNED, KPU-STATE,
            KPU-CHAIR-KNOWN or KPU-SECRETARY-KNOWN when nobody could receive it; FormError: WRONG_FORM.
    """
    before = desk.ceremony(ceremony_id)
    texts = tuple(fold(text) for text in answers)
    for row, text in enumerate(texts, 1):
        check_text("declaration", text, row)
    declaration = Declaration(official_id, texts, desk.now_text())
    rules.check_may_declare(before, declaration)
    acts = [Act(Event.DECLARATION_NOTED, {"ceremony": ceremony_id, "official": official_id})]
    frozen = []
    if before.state not in BEFORE_OPENING:
        planned = plan_declaration(before, before.official(official_id), new_id, roles_of(desk, before))
        # The sheet takes its words from the ceremony, which has to know the declaration for that.
        frozen.append(freeze(desk, replace(before, declarations=(*before.declarations, declaration)), planned))
        acts += frozen_acts(ceremony_id, frozen)

    def save(session: Session, ceremony: Ceremony) -> None:
        store.save_sheets(session, ceremony)
        store.save_declarations(session, ceremony)
        save_frozen(session, ceremony_id, frozen)

    sheet = frozen[0].sheet if frozen else None
    return desk.change(ceremony_id, lambda current: rules.declared(current, declaration, sheet), save, *acts)


def withdraw(desk: Desk, ceremony_id: str, official_id: str) -> Ceremony:
    """Takes a declaration back while nobody signed it; the PBBK waits for its signature again.

    The answers leave the database's table of declarations. A sheet that was frozen already stays in the encrypted
    store of frozen bytes, as every sheet that was ever redrawn does; it is in no list and cannot be signed. So does the
    account of the act (``domain.changes``), of which the journal has the salted digest alone.

    Raises:
        RuleError: KPU-NOT-DECLARED, KPU-SHEET-UNSIGNED.
    """

    def save(session: Session, ceremony: Ceremony) -> None:
        store.save_sheets(session, ceremony)
        store.save_declarations(session, ceremony)

    return desk.change(
        ceremony_id,
        lambda current: rules.withdrawn(current, official_id),
        save,
        Act(Event.DECLARATION_WITHDRAWN, {"ceremony": ceremony_id, "official": official_id}),
    )
