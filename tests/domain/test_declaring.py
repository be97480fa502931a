"""A conflict is declared apart: no error, no trace in the minutes, and taken back while nobody signed it."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from kpu_desk.domain import acts_before
from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.ceremony_parts import Declaration, Fault, VoidSheet
from kpu_desk.domain.content import consent_statement, minutes_of, role_label, sheet_content
from kpu_desk.domain.declaring import declaration_of, declared, has_declared, withdrawn
from kpu_desk.domain.documents import DECLARATION_FORM, DocumentKind, Mark, Role, Sheet
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.forms import form_id_for
from kpu_desk.domain.planning import plan_declaration, plan_minutes, plan_replacement, plan_sheets
from kpu_desk.domain.profile import OfficeProfile, Zone
from kpu_desk.domain.voiding import voided
from tests.domain.ceremonies import AT, arrive, draft, frozen, opened, ready, sign
from tests.storage.offices import NOW

ANSWERS = ("Aktual, hubungan keluarga", "Saudara kandung menjadi rekanan", "Pengadaan logistik")
DECLARED = Declaration("o3", ANSWERS, AT)
PROFILE = OfficeProfile("Komisi Pemilihan Umum Provinsi Rekaan", "KPU Provinsi Rekaan", "Kota Rekaan", ("KPU",))
_NUMBERS = count()


def _id() -> str:
    return f"d{next(_NUMBERS)}"


def _statement(ceremony: Ceremony, official_id: str = "o3") -> Sheet:
    return next(
        s for s in ceremony.sheets if s.kind is DocumentKind.PBBK and s.subject_id == official_id and s.form_id is None
    )


def _declare(ceremony: Ceremony, declaration: Declaration = DECLARED) -> tuple[Ceremony, Sheet]:
    planned = plan_declaration(ceremony, ceremony.official(declaration.official_id), _id)
    (sheet,) = frozen((planned,))
    return declared(ceremony, declaration, sheet), sheet


def test_the_statement_is_waived_and_a_private_sheet_takes_its_place() -> None:
    ceremony, sheet = _declare(opened())
    assert (sheet.serial, sheet.private, sheet.form_id) == ("PBBK-006", True, DECLARATION_FORM)
    assert [(slot.role, slot.official_id) for slot in sheet.slots] == [(Role.PEMBUAT, "o3"), (Role.SAKSI, "o2")]
    statement = _statement(ceremony)
    assert ceremony.is_waived(statement)
    assert not ceremony.is_waived(sheet)
    ceremony = arrive(ceremony, "o3")
    waiting = {one.serial for one, _ in ceremony.open_slots_of("o3")}
    assert sheet.serial in waiting
    assert statement.serial not in waiting
    with pytest.raises(RuleError, match="KPU-DECLARED-APART"):
        sign(ceremony, statement.id, "pembuat", 1)
    assert sign(ceremony, sheet.id, "pembuat", 1).signed_slots(sheet.id) == {"pembuat"}


def test_it_can_be_noted_before_the_sheets_exist() -> None:
    ceremony = declared(draft(), DECLARED)
    assert ceremony.sheets == ()
    sheets = plan_sheets(ceremony, _id)
    own = [sheet for sheet in sheets if sheet.kind is DocumentKind.PBBK and sheet.subject_id == "o3"]
    assert [(sheet.serial, sheet.private) for sheet in own] == [("PBBK-004", False), ("PBBK-006", True)]
    running = ready(ceremony).opened(frozen(sheets), AT)
    assert running.is_waived(_statement(running))


def test_who_receives_it_is_left_out_where_the_form_has_no_place() -> None:
    ceremony = opened()
    sheet = plan_declaration(ceremony, ceremony.official("o3"), _id, lambda _form: frozenset({Role.PEMBUAT}))
    assert [slot.role for slot in sheet.slots] == [Role.PEMBUAT]


def test_it_is_taken_back_while_nobody_signed_it() -> None:
    before = opened()
    ceremony, sheet = _declare(before)
    assert withdrawn(ceremony, "o3") == before
    signed = sign(arrive(ceremony, "o3"), sheet.id, "pembuat", 1)
    with pytest.raises(RuleError, match="KPU-SHEET-UNSIGNED"):
        withdrawn(signed, "o3")
    (fresh,) = frozen((plan_replacement(signed, sheet, _id),))
    void = voided(signed, VoidSheet(sheet, Fault.WRONG_SHEET, "", AT, "Petugas Rekaan", fresh.id), fresh)
    with pytest.raises(RuleError, match="KPU-SHEET-UNSIGNED"):
        withdrawn(void, "o3")
    with pytest.raises(RuleError, match="KPU-NOT-DECLARED"):
        withdrawn(before, "o3")


def test_what_cannot_be_declared_is_refused_by_name() -> None:
    ceremony, _ = _declare(opened())
    with pytest.raises(RuleError, match="KPU-DECLARED-ONCE"):
        _declare(ceremony)
    signed = arrive(opened(), "o3")
    signed = sign(signed, _statement(signed).id, "pembuat", 1)
    with pytest.raises(RuleError, match="KPU-SHEET-UNSIGNED"):
        _declare(signed)
    for answers in ((), ("Aktual", " ", "x")):
        with pytest.raises(RuleError, match="KPU-DECLARATION-FILLED"):
            declared(draft(), replace(DECLARED, answers=answers))
    with pytest.raises(RuleError, match="KPU-DECLARATION-STATEMENT"):
        declared(replace(draft(), kinds=(DocumentKind.PI,)), DECLARED)
    with pytest.raises(RuleError, match="KPU-SHEET-FROZEN"):
        declared(opened(), DECLARED)


def test_the_minutes_tell_nothing_of_it() -> None:
    ceremony = opened()
    for person in ceremony.officials:
        ceremony = arrive(ceremony, person.id)
    number = count(1)
    ceremony, private = _declare(ceremony)
    for sheet in (*(s for s in ceremony.sheets if not ceremony.is_waived(s) and s != private), private):
        for slot in sheet.slots:
            ceremony = sign(ceremony, sheet.id, slot.key, next(number))
    told = minutes_of(ceremony, Zone.WIB, now=NOW)
    assert [(c.kind, c.sheets, c.complete) for c in told.counts if c.kind is DocumentKind.PBBK] == [
        (DocumentKind.PBBK, 4, 4)
    ]
    assert (told.absent, told.pending) == ((), ())
    untouched = minutes_of(withdrawn_unsigned(ceremony, private), Zone.WIB, now=NOW)
    assert untouched.pending == ("Orang Rekaan 3 – PBBK-004",)


def withdrawn_unsigned(ceremony: Ceremony, private: Sheet) -> Ceremony:
    """The same day had the person not declared: the statement is missing."""
    kept = tuple(signature for signature in ceremony.signatures if signature.sheet_id != private.id)
    return withdrawn(replace(ceremony, signatures=kept), "o3")


def test_the_ceremony_is_sealed_without_the_waived_sheet() -> None:
    ceremony = opened()
    for person in ceremony.officials:
        ceremony = arrive(ceremony, person.id)
    ceremony, _ = _declare(ceremony)
    number = count(1)
    for sheet in ceremony.sheets:
        for slot in () if ceremony.is_waived(sheet) else sheet.slots:
            ceremony = sign(ceremony, sheet.id, slot.key, next(number))
    minutes = plan_minutes(ceremony, _id)
    assert minutes is not None
    (minutes,) = frozen((minutes,))
    ceremony = ceremony.closed(minutes, AT)
    for slot in minutes.slots:
        ceremony = sign(ceremony, minutes.id, slot.key, next(number))
    statement = _statement(ceremony)
    assert statement not in ceremony.sheets_to_seal()
    for sheet in ceremony.sheets_to_seal():
        ceremony = ceremony.with_sealed(sheet.id)
    assert ceremony.state is CeremonyState.SEALED
    assert statement.id not in ceremony.sealed


def test_only_the_private_sheet_prints_what_is_declared() -> None:
    ceremony, sheet = _declare(opened())
    content = sheet_content(ceremony, sheet, PROFILE, Mark.NONE)
    assert (content.answers, content.form_id) == (ANSWERS, DECLARATION_FORM)
    for other in ceremony.sheets:
        if other is not sheet:
            assert sheet_content(ceremony, other, PROFILE, Mark.NONE).answers == ()
    assert declaration_of(ceremony, _statement(ceremony)) is None
    assert "Saudara" not in repr(ceremony)
    assert role_label(ceremony, sheet, Role.SAKSI) == "penerima dari Orang Rekaan 3"
    said = consent_statement(ceremony, sheet, sheet.slot("saksi"), "Deklarasi Konflik Kepentingan")
    assert said.startswith("Saya menerima Deklarasi Konflik Kepentingan ini dari Orang Rekaan 3")


def test_a_person_who_leaves_the_roster_takes_it_along() -> None:
    ceremony, sheet = _declare(opened())
    after = acts_before.without_official(ceremony, "o3")
    assert not has_declared(after, "o3")
    assert sheet not in after.sheets
    assert form_id_for(sheet_content(ceremony, sheet, PROFILE, Mark.NONE)) == DECLARATION_FORM
