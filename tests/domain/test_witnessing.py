"""Who may witness whom: each rule refuses and lets through."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kpu_desk.domain import acts_before
from kpu_desk.domain.ceremony import Attendance, Ceremony
from kpu_desk.domain.ceremony_parts import Signature
from kpu_desk.domain.content import minutes_of
from kpu_desk.domain.documents import DocumentKind, InkKind, Sheet
from kpu_desk.domain.errors import FormError, RuleError
from kpu_desk.domain.evidence import Evidence, evidence_from_dict
from kpu_desk.domain.forms import parse_form
from kpu_desk.domain.officials import Capacity, Official
from kpu_desk.domain.planning import plan_sheets
from kpu_desk.domain.profile import OfficeProfile, Zone
from kpu_desk.domain.profile_text import profile_from_toml, profile_to_toml
from kpu_desk.domain.witnessing import Confirmation, bare_name, check_in_time, check_witness, same_person
from kpu_desk.resources import read_text
from tests.domain.ceremonies import AT, OFFICES, arrive, draft, evidence, ink, opened, sign

END = "2026-01-22T02:00:30.000Z"
LATER = "2026-01-22T02:00:20.000Z"
NIP = "198609262015051001"


def person(number: int, name: str, nip: str | None = None, capacity: Capacity = Capacity.DEFINITIF) -> Official:
    return Official(f"p{number}", name, nip, None, "Sekretaris", None, capacity)


def tap(official: Official, **changed: object) -> Confirmation:
    made = Confirmation(official.id, official.name, official.printed_office, LATER, 15_000, 600, 1)
    return replace(made, **changed)  # type: ignore[arg-type]  # what one test changes


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (person(1, "Damar Wiraguna"), person(2, "Dr. H. DAMAR WIRAGUNA, S.H., M.Si."), True),
        (person(1, "Damar Wiraguna", NIP), person(2, "Damar Wiraguna"), True),
        (person(1, "Damar Wiraguna", NIP), person(2, "Lain Nama", NIP), True),
        (person(1, "Damar Wiraguna", NIP), person(2, "Damar Wiraguna", "199001012020121002"), False),
        (person(1, "Damar Wiraguna"), person(2, "Damar Wiraguna Utama"), False),
        (person(1, "Orang 1"), person(2, "Orang 2"), False),
    ],
)
def test_one_human_being_in_two_offices_is_known(one: Official, other: Official, *, same: bool) -> None:
    assert same_person(one, other) is same_person(other, one) is same
    if same:
        with pytest.raises(RuleError, match="KPU-WITNESS-OTHER"):
            check_witness(one, other)
    else:
        check_witness(one, other)


def test_a_name_of_titles_alone_stays_a_name() -> None:
    assert bare_name("Dr. R., M.Si.") == ("dr", "r")


@pytest.mark.parametrize("capacity", list(Capacity))
def test_nobody_witnesses_in_an_office_held_for_another(capacity: Capacity) -> None:
    maker, witness = person(1, "Damar Wiraguna"), person(2, "Utari Hartaman", capacity=capacity)
    if capacity is Capacity.DEFINITIF:
        check_witness(maker, witness)
    else:
        with pytest.raises(RuleError, match="KPU-WITNESS-ACTING"):
            check_witness(maker, witness)


def with_acting(ceremony: Ceremony, place: int) -> Ceremony:
    people = list(ceremony.officials)
    people[place] = replace(people[place], capacity=Capacity.PLT)
    return replace(ceremony, officials=tuple(people))


def test_where_the_usual_witness_only_acts_the_next_leader_takes_his_place() -> None:
    chair, member, secretary, head, staff = draft().officials
    assert [draft().witness_of(o).id for o in (chair, member, secretary, head, staff)] == ["o2", "o0", "o0", "o2", "o2"]
    acting = with_acting(draft(), 2)
    assert [acting.witness_of(o).id for o in acting.officials] == ["o1", "o0", "o0", "o0", "o0"]
    both = with_acting(acting, 0)
    assert both.witness_of(staff).id == "o1"
    with pytest.raises(RuleError, match="KPU-WITNESS-ACTING"):
        with_acting(both, 1).witness_of(staff)


def test_a_chosen_witness_is_held_to_the_same_rules() -> None:
    acting = with_acting(draft(), 3)
    with pytest.raises(RuleError, match="KPU-WITNESS-ACTING"):
        acts_before.with_witness(acting, "o4", "o3")
    chosen = acts_before.with_witness(draft(), "o4", "o3")
    with pytest.raises(RuleError, match="KPU-WITNESS-ACTING"):
        acts_before.corrected(chosen, replace(chosen.official("o3"), capacity=Capacity.PLH))
    assert acts_before.with_roster(chosen, with_acting(chosen, 3).officials).witnesses == ()
    # What is corrected besides is nobody's concern.
    acts_before.corrected(chosen, replace(chosen.official("o3"), rank="Pembina IV/a"))


def test_an_awaited_witness_does_not_become_acting_on_the_way() -> None:
    ceremony = opened()
    with pytest.raises(RuleError, match="KPU-WITNESS-ACTING"):
        acts_before.corrected(ceremony, replace(ceremony.official("o2"), capacity=Capacity.PLT))
    acts_before.corrected(ceremony, replace(ceremony.official("o4"), capacity=Capacity.PLT))


def bound(witness_id: str = "o2") -> tuple[Ceremony, Sheet]:
    """A ceremony in which the last person's statement asks for the tap of a witness."""
    ceremony = opened()
    for official in ceremony.officials:
        ceremony = arrive(ceremony, official.id)
    sheet = next(s for s in ceremony.sheets if s.kind is DocumentKind.PBBK and s.subject_id == "o4")
    asking = replace(sheet, slots=(replace(sheet.slots[0], witness_id=witness_id),))
    return replace(ceremony, sheets=tuple(asking if s is sheet else s for s in ceremony.sheets)), asking


def accept(ceremony: Ceremony, sheet: Sheet, *taps: Confirmation) -> Ceremony:
    written = ink(7)
    proof: Evidence = replace(
        evidence(ceremony, sheet, sheet.slots[0], written.digest()),
        accepted_at="2026-01-22T02:00:30.000Z",
        confirmed=taps,
    )
    names = tuple(one.official_id for one in taps)
    signature = Signature(sheet.id, "pembuat", "o4", written.digest(), proof.digest(), AT, (), names)
    return ceremony.signed(signature, {InkKind.SIGNATURE: written}, proof)


def test_the_tap_of_the_bound_witness_is_needed_and_enough() -> None:
    ceremony, sheet = bound()
    witness, other = ceremony.official("o2"), ceremony.official("o1")
    for taps in ((), (tap(other),), (tap(witness), tap(other)), (tap(witness), tap(witness))):
        with pytest.raises(RuleError, match="KPU-WITNESS-CONFIRMED"):
            accept(ceremony, sheet, *taps)
    with pytest.raises(RuleError, match="KPU-WITNESS-CONFIRMED"):
        accept(ceremony, sheet, tap(witness, name="Nama Lain"))
    signed = accept(ceremony, sheet, tap(witness))
    assert signed.signatures[-1].beside == ("o2",)
    assert signed.is_complete(sheet)


def test_a_witness_who_is_not_here_or_not_fit_is_refused() -> None:
    ceremony, sheet = bound()
    away = replace(ceremony, attendance=tuple(a for a in ceremony.attendance if a.official_id != "o2"))
    with pytest.raises(RuleError, match="KPU-WITNESS-PRESENT"):
        accept(away, sheet, tap(ceremony.official("o2")))
    with pytest.raises(RuleError, match="KPU-WITNESS-ACTING"):
        accept(with_acting(ceremony, 2), sheet, tap(ceremony.official("o2")))
    himself, own = bound("o4")
    with pytest.raises(RuleError, match="KPU-WITNESS-OTHER"):
        accept(himself, own, tap(himself.official("o4")))


@pytest.mark.parametrize(
    "changed",
    [
        {"after_ms": 600_001},
        {"after_ms": -1},
        {"within_s": 59},
        {"within_s": 3_601},
        {"asked": 0},
        {"at": "2026-01-22T02:00:31.000Z"},
        {"at": "2026-01-22T01:59:59.000Z"},
    ],
)
def test_a_tap_too_late_or_at_an_impossible_time_is_refused(changed: dict[str, object]) -> None:
    witness = person(1, "Utari Hartaman")
    with pytest.raises(RuleError, match="KPU-WITNESS-IN-TIME"):
        check_in_time(tap(witness, **changed), AT, "2026-01-22T02:00:30.000Z")
    check_in_time(tap(witness, after_ms=600_000, asked=3), AT, "2026-01-22T02:00:30.000Z")


def test_who_witnessed_stays_on_the_list_of_those_present() -> None:
    ceremony, sheet = bound()
    signed = accept(ceremony, sheet, tap(ceremony.official("o2")))
    with pytest.raises(RuleError, match="KPU-SIGNED-NOTHING"):
        signed.check_in_undone("o2")
    signed.check_in_undone("o3")
    with pytest.raises(RuleError, match="KPU-WITNESS-NEEDED"):
        acts_before.without_official(ceremony, "o2")


def test_the_minutes_name_whoever_witnessed_by_signature_or_tap_once() -> None:
    ceremony, sheet = bound()
    now = datetime(2026, 1, 22, 3, tzinfo=UTC)
    assert minutes_of(ceremony, Zone.WIB, now=now).witnesses == ()
    signed = accept(ceremony, sheet, tap(ceremony.official("o2")))
    assert minutes_of(signed, Zone.WIB, now=now).witnesses == (ceremony.official("o2").name,)


def test_a_witness_of_a_signature_slot_must_be_here_and_fit() -> None:
    ceremony = opened()
    pact = next(s for s in ceremony.sheets if s.kind is DocumentKind.PI and s.subject_id == "o4")
    for one in ("o2", "o4"):
        ceremony = ceremony.checked_in(Attendance(one, AT, "dikenal petugas", "Petugas Rekaan"))
    signed = sign(ceremony, pact.id, "pembuat", 1)
    with pytest.raises(RuleError, match="KPU-WITNESS-ACTING"):
        sign(with_acting(signed, 2), pact.id, "saksi", 2)
    assert sign(signed, pact.id, "saksi", 2).is_complete(pact)


def test_evidence_with_taps_reads_again_and_without_is_as_it_was() -> None:
    ceremony, sheet = bound()
    plain = evidence(ceremony, sheet, sheet.slots[0], ink(1).digest())
    assert not {"confirmed", "assisted"} & set(plain.as_dict())
    with_tap = replace(plain, confirmed=(tap(ceremony.official("o2")),))
    assert evidence_from_dict(with_tap.as_dict()) == with_tap
    assert evidence_from_dict(plain.as_dict()) == plain
    assert with_tap.digest() != plain.digest()


def test_a_form_may_ask_for_a_tap_where_it_has_no_place_for_a_witness() -> None:
    text = read_text("forms", "pbbk.toml")
    assert not parse_form(text, "pbbk.toml").tap_witness
    assert parse_form('witness = "tap"\n' + text, "pbbk.toml").tap_witness
    for wrong, name in (('witness = "ketuk"\n', "pbbk.toml"), ('witness = "tap"\n', "pi-asn.toml")):
        with pytest.raises(FormError) as caught:
            parse_form(wrong + read_text("forms", name), name)
        assert (caught.value.facts["field"], caught.value.facts["reason"]) == ("witness", "WRONG_VALUE")


def test_the_office_says_how_long_a_witness_has() -> None:
    profile = OfficeProfile(name="K", short_name="K", place="K", letterhead=("K",))
    assert profile_from_toml(profile_to_toml(profile)).witness_minutes == 10
    text = profile_to_toml(replace(profile, witness_minutes=3))
    assert profile_from_toml(text).witness_minutes == 3
    for wrong, reason in (
        ("0", "WRONG_MINUTES"),
        ("61", "WRONG_MINUTES"),
        ("true", "WRONG_TYPE"),
        ('"3"', "WRONG_TYPE"),
    ):
        with pytest.raises(FormError) as caught:
            profile_from_toml(text.replace("witness_minutes = 3", f"witness_minutes = {wrong}"))
        assert (caught.value.facts["field"], caught.value.facts["reason"]) == ("witness_minutes", reason)


def test_planned_pacts_never_have_an_acting_witness() -> None:
    sheets = plan_sheets(with_acting(draft((*OFFICES, "Pengemudi")), 2), iter(map(str, range(99))).__next__)
    witnesses = {slot.official_id for sheet in sheets for slot in sheet.slots if slot.key == "saksi"}
    assert witnesses == {"o0", "o1"}
