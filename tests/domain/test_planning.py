"""Which sheets a ceremony needs, and who signs them."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from itertools import count, product

import pytest

from kpu_desk.domain import acts_before
from kpu_desk.domain.content import minutes_of, sheet_content
from kpu_desk.domain.documents import Agreement, Attachment, DocumentKind, Mark, Paper, Role, Target
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.officials import Official
from kpu_desk.domain.planning import lacking, plan_for_latecomer, plan_minutes, plan_sheets
from kpu_desk.domain.profile import OfficeProfile, Zone
from tests.domain.ceremonies import AT, ATTACHMENT, OFFICES, arrive, draft, frozen, opened, ready, sign
from tests.storage.offices import NOW


def _ids() -> str:
    return f"new{next(_NUMBERS)}"


_NUMBERS = count()


def test_96_people_make_195_records_and_388_signatures() -> None:
    ceremony = draft((*OFFICES, *("Pelaksana",) * 91))
    sheets = plan_sheets(ceremony, _ids)
    minutes = plan_minutes(ceremony, _ids)
    assert minutes is not None
    assert len(sheets) + 1 == 195
    assert sum(len(sheet.slots) for sheet in (*sheets, minutes)) == 388


@pytest.mark.parametrize("agreements", [(Agreement.SECRETARIAT,), (Agreement.COMMISSION,), tuple(Agreement)])
@pytest.mark.parametrize("offices", [OFFICES, OFFICES[:2], OFFICES[2:], ("Pelaksana",), ()])
def test_a_draft_that_lacks_nothing_can_be_planned(agreements: tuple[Agreement, ...], offices: tuple[str, ...]) -> None:
    kinds = (DocumentKind.PK, DocumentKind.PI, DocumentKind.PBBK, DocumentKind.DH, DocumentKind.BA)
    planned = 0
    for chosen, closes, attachment in product(range(1, 2 ** len(kinds)), (False, True), (None, ATTACHMENT)):
        ceremony = replace(
            draft(offices),
            kinds=tuple(kind for n, kind in enumerate(kinds) if chosen >> n & 1),
            agreements=agreements,
            closes_list=closes,
            attachment=attachment,
            commission_attachment=attachment,
        )
        may = not lacking(ceremony)
        planned += may
        with nullcontext() if may else pytest.raises(RuleError):
            assert [*plan_sheets(ceremony, _ids), plan_minutes(ceremony, _ids)]
    assert (planned > 0) is bool(offices)


def test_position_follows_the_role_never_the_order_of_entry() -> None:
    for offices in (OFFICES, tuple(reversed(OFFICES))):
        ceremony = draft(offices)
        agreement = plan_sheets(ceremony, _ids)[0]
        signers = {slot.role: ceremony.official(slot.official_id).office for slot in agreement.slots}
        assert signers[Role.PIHAK_PERTAMA].startswith("Sekretaris")
        assert signers[Role.PIHAK_KEDUA].startswith("Ketua")


def test_witnesses_follow_the_hierarchy() -> None:
    ceremony = draft()
    witnesses = {o.office.split()[0]: ceremony.witness_of(o).office.split()[0] for o in ceremony.officials}
    assert witnesses == {
        "Ketua": "Sekretaris",
        "Anggota;": "Ketua",
        "Sekretaris": "Ketua",
        "Kepala": "Sekretaris",
        "Pengadministrasi": "Sekretaris",
    }


def test_a_witness_can_be_chosen_but_nobody_witnesses_himself() -> None:
    ceremony = acts_before.with_witness(draft(), "o4", "o3")
    assert ceremony.witness_of(ceremony.official("o4")).id == "o3"
    with pytest.raises(RuleError, match="KPU-WITNESS-OTHER"):
        acts_before.with_witness(ceremony, "o4", "o4")


@pytest.mark.parametrize(
    ("offices", "code"),
    [((), "KPU-ROSTER-EMPTY"), (OFFICES[1:], "KPU-CHAIR-KNOWN"), (OFFICES[:2], "KPU-SECRETARY-KNOWN")],
)
def test_a_roster_without_leaders_is_refused_by_name(offices: tuple[str, ...], code: str) -> None:
    with pytest.raises(RuleError, match=code):
        plan_sheets(draft(offices), _ids)


def test_an_agreement_needs_targets() -> None:
    with pytest.raises(RuleError, match="KPU-ATTACHMENT"):
        plan_sheets(replace(draft(), attachment=None), _ids)


def test_people_added_beside_the_roster_sign_only_for_others() -> None:
    ceremony = acts_before.with_official(
        draft(OFFICES[:2]), Official("x", "Orang Tambahan", None, None, "Sekretaris", None, added=True)
    )
    sheets = plan_sheets(ceremony, _ids)
    roles = {slot.role for sheet in sheets for slot in sheet.slots if slot.official_id == "x"}
    assert roles == {Role.PIHAK_PERTAMA, Role.SAKSI}
    assert {sheet.subject_id for sheet in sheets} == {None, "o0", "o1"}


def test_a_latecomer_joins_the_unsigned_list_and_gets_a_list_of_his_own_after() -> None:
    newcomer = Official("n", "Orang Baru", None, None, "Pelaksana", None)
    ceremony = opened()
    planned = plan_for_latecomer(acts_before.with_official(ceremony, newcomer), newcomer, _ids)
    assert [sheet.serial for sheet in planned] == ["PI-006", "PBBK-006", "DH-001"]
    assert planned[-1].version == 2

    attendance = next(sheet for sheet in ceremony.sheets if sheet.kind is DocumentKind.DH)
    signed = sign(arrive(ceremony, "o0"), attendance.id, "hadir-001", 1)
    planned = plan_for_latecomer(acts_before.with_official(signed, newcomer), newcomer, _ids)
    assert [sheet.serial for sheet in planned] == ["PI-006", "PBBK-006", "DH-002"]
    whole = acts_before.refrozen(acts_before.with_official(signed, newcomer), frozen(planned))
    assert len(whole.sheets) == len(ceremony.sheets) + 3
    assert acts_before.without_official(whole, "n").sheets == signed.sheets, "the list that was his alone goes too"


def test_who_joins_a_list_from_which_somebody_was_taken_gets_a_row_that_nobody_has() -> None:
    ceremony = opened()
    attendance = next(sheet for sheet in ceremony.sheets if sheet.kind is DocumentKind.DH)
    shorter = replace(attendance, slots=tuple(slot for slot in attendance.slots if slot.key != "hadir-002"))
    ceremony = acts_before.refrozen(ceremony, frozen((shorter,)))
    newcomer = Official("n", "Orang Baru", None, None, "Pelaksana", None)
    listed = plan_for_latecomer(acts_before.with_official(ceremony, newcomer), newcomer, _ids)[-1]
    assert [slot.key for slot in listed.slots] == ["hadir-001", "hadir-003", "hadir-004", "hadir-005", "hadir-006"]


COMMISSION = Attachment("KPU Provinsi Rekaan", (Target("Sasaran komisi", "Indikator", "90%"),), ())
PROFILE = OfficeProfile("Komisi Pemilihan Umum Provinsi Rekaan", "KPU Provinsi Rekaan", "Kota Rekaan", ("KPU",))


def test_the_commission_has_an_agreement_of_its_own_with_its_own_targets() -> None:
    ceremony = replace(draft(), agreements=tuple(Agreement), commission_attachment=COMMISSION)
    two, one = (sheet for sheet in plan_sheets(ceremony, _ids) if sheet.kind is DocumentKind.PK)
    assert [(two.serial, two.agreement), (one.serial, one.agreement)] == [
        ("PK-001", Agreement.SECRETARIAT),
        ("PK-002", Agreement.COMMISSION),
    ]
    assert [(slot.role, slot.official_id) for slot in one.slots] == [(Role.PIHAK_PERTAMA, "o0")]
    printed = [sheet_content(ceremony, sheet, PROFILE, Mark.NONE, paper=Paper.F4) for sheet in (two, one)]
    assert [content.form_id for content in printed] == ["pk-dua-pihak", "pk-satu-pihak"]
    assert [content.attachment for content in printed] == [ATTACHMENT, COMMISSION]
    assert {content.paper for content in printed} == {Paper.F4}


def test_an_agreement_of_the_commission_alone_needs_its_targets_and_a_chair_only() -> None:
    alone = replace(draft(OFFICES[:2]), kinds=(DocumentKind.PK,), agreements=(Agreement.COMMISSION,))
    with pytest.raises(RuleError, match="KPU-ATTACHMENT"):
        plan_sheets(alone, _ids)
    with pytest.raises(RuleError, match="KPU-CHAIR-KNOWN"):
        plan_sheets(replace(alone, commission_attachment=COMMISSION, officials=draft(OFFICES[3:]).officials), _ids)
    (sheet,) = plan_sheets(acts_before.with_attachment(alone, COMMISSION, Agreement.COMMISSION), _ids)
    assert sheet.serial == "PK-001"


def test_targets_of_one_agreement_wait_only_for_that_agreement() -> None:
    ceremony = replace(draft(), agreements=tuple(Agreement), commission_attachment=COMMISSION)
    ceremony = arrive(ready(ceremony).opened(frozen(plan_sheets(ceremony, _ids)), AT), "o0")
    commission = next(sheet for sheet in ceremony.sheets if sheet.agreement is Agreement.COMMISSION)
    signed = sign(ceremony, commission.id, "pihak_pertama", 1)
    assert acts_before.with_attachment(signed, COMMISSION).attachment == COMMISSION
    with pytest.raises(RuleError, match="KPU-SHEET-UNSIGNED"):
        acts_before.with_attachment(signed, ATTACHMENT, Agreement.COMMISSION)


def test_an_office_chooses_its_own_form_in_place_of_the_usual_one() -> None:
    ceremony = replace(draft(), forms=(("pi-asn", "pi-non-asn"),))
    forms = {
        content.form_id
        for content in (sheet_content(ceremony, s, PROFILE, Mark.NONE) for s in plan_sheets(ceremony, _ids))
        if content.kind is DocumentKind.PI
    }
    assert forms == {"pi-non-asn", "pi-komisioner"}


def test_the_list_is_closed_by_the_secretary_after_the_counting() -> None:
    ceremony = replace(draft(), closes_list=True)
    ceremony = ready(ceremony).opened(frozen(plan_sheets(ceremony, _ids)), AT)
    listed = next(sheet for sheet in ceremony.sheets if sheet.kind is DocumentKind.DH)
    assert (listed.slots[-1].key, listed.slots[-1].role, listed.slots[-1].official_id) == (
        "penutup",
        Role.PENANDA_TANGAN,
        "o2",
    )
    for number, person in enumerate(ceremony.officials, 1):
        ceremony = sign(arrive(ceremony, person.id), listed.id, f"hadir-{number:03d}", number)
    assert not ceremony.is_complete(listed)
    with pytest.raises(RuleError, match="KPU-STATE"):
        sign(ceremony, listed.id, "penutup", 99)
    told = minutes_of(ceremony, Zone.WIB, now=NOW)
    assert [count.complete for count in told.counts if count.kind is DocumentKind.DH] == [1]
    closed = ceremony.closed(None, AT)
    assert [(s.serial, slot.key) for s, slot in closed.open_slots_of("o2") if s.kind is DocumentKind.DH] == [
        ("DH-001", "penutup")
    ]
    assert closed.is_complete(listed) is False
    assert sign(closed, listed.id, "penutup", 99).is_complete(listed)


def test_a_form_without_that_place_asks_nobody_to_close_the_list() -> None:
    sheets = plan_sheets(replace(draft(), closes_list=True), _ids, lambda _form: frozenset())
    assert {slot.role for sheet in sheets if sheet.kind is DocumentKind.DH for slot in sheet.slots} == {Role.HADIR}


def test_a_latecomer_stands_before_the_one_who_closes_the_list() -> None:
    ceremony = replace(draft(), closes_list=True)
    ceremony = ready(ceremony).opened(frozen(plan_sheets(ceremony, _ids)), AT)
    newcomer = Official("n", "Orang Baru", None, None, "Pelaksana", None)
    listed = plan_for_latecomer(acts_before.with_official(ceremony, newcomer), newcomer, _ids)[-1]
    assert [slot.key for slot in listed.slots][-2:] == ["hadir-006", "penutup"]
