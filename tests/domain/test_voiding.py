"""Void sheets as rules: when, why, and what stands in their place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kpu_desk.domain import checks
from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.ceremony_parts import Fault, VoidSheet
from kpu_desk.domain.documents import DocumentKind, Sheet
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.planning import plan_replacement
from kpu_desk.domain.voiding import check_may_void, void_reason, void_sentence, voided, voids_before
from tests.gui import people

AT = people.AT


@pytest.fixture
def ceremony() -> Ceremony:
    """Open, everybody signed everything."""
    made = people.with_present(people.opened(9), *(f"o{n:03d}" for n in range(9)))
    for sheet in made.sheets:
        for slot in sheet.slots:
            made = people.with_signature(made, sheet, slot.key)
    return made


def pact(ceremony: Ceremony) -> Sheet:
    return next(sheet for sheet in ceremony.sheets if sheet.kind is DocumentKind.PI)


def replacement(ceremony: Ceremony, sheet: Sheet) -> Sheet:
    return replace(plan_replacement(ceremony, sheet, lambda: f"new-{len(ceremony.voids)}"), frozen_sha256="f" * 64)


def make_void(ceremony: Ceremony, sheet: Sheet, fault: Fault = Fault.WRONG_PERSON, note: str = "") -> Ceremony:
    return voided(ceremony, VoidSheet(sheet, fault, note, AT, "Petugas", ""), replacement(ceremony, sheet))


def test_void_before_closing_only(ceremony: Ceremony) -> None:
    open_states = {CeremonyState.OPEN, CeremonyState.PAUSED}
    for state in open_states:
        checks.check_void_before_closing(state)
    for state in set(CeremonyState) - open_states:
        with pytest.raises(RuleError, match="KPU-VOID-OPEN"):
            check_may_void(replace(ceremony, state=state), pact(ceremony).id, Fault.WRONG_SHEET, "")


def test_void_signed(ceremony: Ceremony) -> None:
    sheet = pact(ceremony)
    checks.check_void_signed(sheet, {"pembuat"})
    with pytest.raises(RuleError, match="KPU-VOID-SIGNED"):
        check_may_void(replace(ceremony, signatures=()), sheet.id, Fault.WRONG_SHEET, "")


def test_void_reason() -> None:
    checks.check_void_reason(Fault.WRONG_PERSON, "")
    checks.check_void_reason(Fault.OTHER, "salah cetak")
    with pytest.raises(RuleError, match="KPU-VOID-REASON"):
        checks.check_void_reason(Fault.OTHER, " ")


def test_void_replaced_by_one_like_it(ceremony: Ceremony) -> None:
    sheet = pact(ceremony)
    good = replacement(ceremony, sheet)
    serials = {one.serial for one in ceremony.sheets}
    checks.check_void_replaced(sheet, good, serials)
    for wrong in (
        replace(good, frozen_sha256=None),
        replace(good, id=sheet.id),
        replace(good, serial=sheet.serial),
        replace(good, kind=DocumentKind.PBBK),
        replace(good, subject_id="another"),
        replace(good, slots=good.slots[:1]),
        replace(good, slots=(replace(good.slots[0], official_id="another"), *good.slots[1:])),
    ):
        with pytest.raises(RuleError, match="KPU-VOID-REPLACED"):
            checks.check_void_replaced(sheet, wrong, serials)


def test_a_sheet_is_void_once_and_the_next_one_may_become_so(ceremony: Ceremony) -> None:
    sheet = pact(ceremony)
    checks.check_sheet_stands(sheet, ())
    after = make_void(ceremony, sheet)
    with pytest.raises(RuleError, match="KPU-SHEET-STANDS"):
        make_void(after, sheet)
    (void,) = after.voids
    again = after.sheet(void.replaced_by)
    signed = replace(after, signatures=(*after.signatures, replace(after.signatures[0], sheet_id=again.id)))
    last = make_void(signed, again, Fault.OTHER, "salah jabatan")
    newest = last.sheets[ceremony.sheets.index(sheet)]
    assert [one.sheet.serial for one in voids_before(last, newest.id)] == [again.serial, sheet.serial]
    assert len({one.serial for one in (*last.sheets, *(void.sheet for void in last.voids))}) == len(last.sheets) + 2


def test_what_is_void_is_told_in_words(ceremony: Ceremony) -> None:
    sheet = pact(ceremony)
    after = make_void(ceremony, sheet, Fault.WRONG_SHEET)
    (void,) = after.voids
    assert void_reason(void) == "lembar keliru"
    assert void_reason(replace(void, fault=Fault.OTHER, note="salah cetak")) == "salah cetak"
    assert void_reason(replace(void, note="milik Utari")) == "lembar keliru: milik Utari"
    assert (
        void_sentence(after, void) == f"{sheet.serial} (lembar keliru), diganti {after.sheet(void.replaced_by).serial}"
    )


def test_void_sheets_are_counted_nowhere(ceremony: Ceremony) -> None:
    sheet = pact(ceremony)
    after = make_void(ceremony, sheet)
    closed = replace(after, state=CeremonyState.CLOSED)
    assert sheet not in closed.sheets_to_seal()
    assert after.sheet(after.voids[0].replaced_by) not in closed.sheets_to_seal()
    with pytest.raises(RuleError, match="KPU-SHEET-STANDS"):
        closed.with_sealed(sheet.id)
    for other in closed.sheets_to_seal():
        closed = closed.with_sealed(other.id)
    assert closed.state is CeremonyState.CLOSED
    new = closed.sheet(closed.voids[0].replaced_by)
    again = [replace(one, sheet_id=new.id) for one in closed.signatures if one.sheet_id == sheet.id]
    closed = replace(closed, signatures=(*closed.signatures, *again))
    assert closed.with_sealed(new.id).state is CeremonyState.SEALED
