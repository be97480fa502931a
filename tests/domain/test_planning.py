"""Which sheets a ceremony needs, and who signs them."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from kpu_desk.domain.documents import DocumentKind, Role
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.officials import Official
from kpu_desk.domain.planning import plan_for_latecomer, plan_minutes, plan_sheets
from tests.domain.ceremonies import OFFICES, arrive, draft, frozen, opened, sign


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
    ceremony = draft().with_witness("o4", "o3")
    assert ceremony.witness_of(ceremony.official("o4")).id == "o3"
    with pytest.raises(RuleError, match="KPU-WITNESS-OTHER"):
        ceremony.with_witness("o4", "o4")


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
    ceremony = draft(OFFICES[:2]).with_official(
        Official("x", "Orang Tambahan", None, None, "Sekretaris", None, added=True)
    )
    sheets = plan_sheets(ceremony, _ids)
    roles = {slot.role for sheet in sheets for slot in sheet.slots if slot.official_id == "x"}
    assert roles == {Role.PIHAK_PERTAMA, Role.SAKSI}
    assert {sheet.subject_id for sheet in sheets} == {None, "o0", "o1"}


def test_a_latecomer_joins_the_unsigned_list_and_gets_a_list_of_his_own_after() -> None:
    newcomer = Official("n", "Orang Baru", None, None, "Pelaksana", None)
    ceremony = opened()
    planned = plan_for_latecomer(ceremony.with_official(newcomer), newcomer, _ids)
    assert [sheet.serial for sheet in planned] == ["PI-006", "PBBK-006", "DH-001"]
    assert planned[-1].version == 2

    attendance = next(sheet for sheet in ceremony.sheets if sheet.kind is DocumentKind.DH)
    signed = sign(arrive(ceremony, "o0"), attendance.id, "hadir-001", 1)
    planned = plan_for_latecomer(signed.with_official(newcomer), newcomer, _ids)
    assert [sheet.serial for sheet in planned] == ["PI-006", "PBBK-006", "DH-002"]
    whole = signed.with_official(newcomer).refrozen(frozen(planned))
    assert len(whole.sheets) == len(ceremony.sheets) + 3
