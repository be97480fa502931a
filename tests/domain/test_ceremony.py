"""The rules of a ceremony: each refuses, each accepts, and no order of events breaks them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kpu_desk.domain import acts_before
from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.ceremony_parts import Decline, Signature
from kpu_desk.domain.documents import DocumentKind, InkKind, Role
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.ink import Ink, make_ink
from kpu_desk.domain.pad import Counts
from kpu_desk.domain.pen import StrokePoint, Tool
from kpu_desk.domain.planning import plan_minutes
from tests.domain.ceremonies import AT, OFFICES, arrive, draft, evidence, frozen, ink, opened, sign


def _pact(ceremony: Ceremony, official_id: str) -> str:
    return next(s.id for s in ceremony.sheets if s.kind is DocumentKind.PI and s.subject_id == official_id)


def _signed_with(ceremony: Ceremony, sheet_id: str, key: str, **changes: object) -> Ceremony:
    """Signs with evidence that was changed in one place."""
    sheet = ceremony.sheet(sheet_id)
    slot = sheet.slot(key)
    written = ink(7)
    proof = replace(evidence(ceremony, sheet, slot, written.digest()), **changes)  # type: ignore[arg-type]  # any one field
    signature = Signature(sheet.id, key, slot.official_id, written.digest(), proof.digest(), AT)
    return ceremony.signed(signature, {InkKind.SIGNATURE: written}, proof)


def test_a_signature_is_accepted_once() -> None:
    ceremony = arrive(opened(), "o4")
    after = sign(ceremony, _pact(ceremony, "o4"), "pembuat", 1)
    assert after.signed_slots(_pact(ceremony, "o4")) == {"pembuat"}
    with pytest.raises(RuleError, match="KPU-SLOT-EMPTY"):
        sign(after, _pact(ceremony, "o4"), "pembuat", 2)


def test_who_was_not_checked_in_cannot_sign() -> None:
    with pytest.raises(RuleError, match="KPU-SIGNER-PRESENT"):
        sign(opened(), _pact(opened(), "o4"), "pembuat", 1)


def test_nobody_signs_for_another() -> None:
    ceremony = arrive(arrive(opened(), "o3"), "o4")
    sheet = ceremony.sheet(_pact(ceremony, "o4"))
    written = ink(1)
    proof = evidence(ceremony, sheet, sheet.slot("pembuat"), written.digest())
    with pytest.raises(RuleError, match="KPU-SLOT-OWN"):
        ceremony.signed(
            Signature(sheet.id, "pembuat", "o3", written.digest(), proof.digest(), AT),
            {InkKind.SIGNATURE: written},
            proof,
        )


def test_a_witness_waits_for_the_maker() -> None:
    ceremony = arrive(arrive(opened(), "o2"), "o4")
    pact = _pact(ceremony, "o4")
    assert all(sheet.id != pact for sheet, _ in ceremony.open_slots_of("o2"))
    with pytest.raises(RuleError, match="KPU-WITNESS-AFTER-MAKER"):
        sign(ceremony, pact, "saksi", 1)
    after = sign(ceremony, pact, "pembuat", 1)
    assert pact in {sheet.id for sheet, _ in after.open_slots_of("o2")}
    assert after.is_complete(sign(after, pact, "saksi", 2).sheet(pact)) is False
    assert sign(after, pact, "saksi", 2).is_complete(after.sheet(pact))


def _tap() -> Ink:
    point = StrokePoint(1_000, 1_000, 30_000, 0)
    return make_ink(((point,),), tool=Tool.FINGER, width_um=1, height_um=1, has_pressure=False)


def test_a_tap_is_a_signature_only_when_the_person_was_asked() -> None:
    ceremony = arrive(opened(), "o4")
    sheet = ceremony.sheet(_pact(ceremony, "o4"))
    tap = _tap()

    def sign_so(acts: Counts) -> Ceremony:
        proof = replace(evidence(ceremony, sheet, sheet.slot("pembuat"), tap.digest()), acts=acts)
        signature = Signature(sheet.id, "pembuat", "o4", tap.digest(), proof.digest(), AT)
        return ceremony.signed(signature, {InkKind.SIGNATURE: tap}, proof)

    with pytest.raises(RuleError, match="KPU-INK-CONFIRMED"):
        sign_so((("cleared", 1),))
    assert sign_so((("confirmed", 1),)).signatures


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"frozen_sha256": "0" * 64}, "KPU-EVIDENCE-BOUND"),
        ({"serial": "PI-999"}, "KPU-EVIDENCE-BOUND"),
        ({"role": Role.SAKSI.value}, "KPU-EVIDENCE-BOUND"),
        ({"earlier": ("0" * 64,)}, "KPU-EVIDENCE-BOUND"),
        ({"ink_digest": "0" * 64}, "KPU-EVIDENCE-BOUND"),
        ({"pages_seen": 0}, "KPU-PAGES-SEEN"),
        ({"pages": 0, "pages_seen": 0}, "KPU-PAGES-SEEN"),
    ],
)
def test_evidence_must_speak_of_this_very_sheet(changes: dict[str, object], code: str) -> None:
    ceremony = arrive(opened(), "o4")
    with pytest.raises(RuleError, match=code):
        _signed_with(ceremony, _pact(ceremony, "o4"), "pembuat", **changes)
    assert _signed_with(ceremony, _pact(ceremony, "o4"), "pembuat").signatures


def test_a_ceremony_with_real_names_is_never_signed() -> None:
    ceremony = replace(arrive(opened(), "o4"), sample=True)
    with pytest.raises(RuleError, match="KPU-SAMPLE-UNSIGNED"):
        sign(ceremony, _pact(ceremony, "o4"), "pembuat", 1)


@pytest.mark.parametrize(
    "act",
    [
        lambda c: acts_before.with_roster(c, ()),
        lambda c: acts_before.with_witness(c, "o4", "o3"),
        lambda c: c.opened(c.sheets, AT),
        lambda c: c.with_sealed(c.sheets[0].id),
    ],
)
def test_an_open_ceremony_refuses_what_belongs_before_or_after(act: Callable[[Ceremony], Ceremony]) -> None:
    with pytest.raises(RuleError, match="KPU-STATE"):
        act(opened())


def test_check_in_is_once_and_can_be_taken_back_until_something_is_signed() -> None:
    ceremony = arrive(opened(), "o4")
    with pytest.raises(RuleError, match="KPU-CHECKED-IN-ONCE"):
        arrive(ceremony, "o4")
    assert ceremony.check_in_undone("o4").present == frozenset()
    with pytest.raises(RuleError, match="KPU-SIGNED-NOTHING"):
        sign(ceremony, _pact(ceremony, "o4"), "pembuat", 1).check_in_undone("o4")


def test_a_correction_redraws_unsigned_sheets_and_leaves_signed_ones() -> None:
    ceremony = arrive(opened(), "o4")
    ceremony = sign(ceremony, _pact(ceremony, "o4"), "pembuat", 1)
    corrected, redraw = acts_before.corrected(ceremony, replace(ceremony.official("o4"), name="Nama Benar"))
    assert corrected.official("o4").name == "Nama Benar"
    assert sorted(sheet.serial for sheet in redraw) == ["DH-001", "PBBK-005"]
    with pytest.raises(RuleError, match="KPU-SHEET-UNSIGNED"):
        acts_before.refrozen(corrected, frozen((ceremony.sheet(_pact(ceremony, "o4")),)))


def test_a_nip_stands_once() -> None:
    people = tuple(replace(o, nip="198501012010011001") for o in draft().officials[:2])
    with pytest.raises(RuleError, match="KPU-NIP-UNIQUE"):
        acts_before.with_roster(draft(), people)


def test_only_who_signed_nothing_and_is_needed_by_nobody_can_be_removed() -> None:
    ceremony = arrive(opened(), "o4")
    assert "o4" not in {o.id for o in acts_before.without_official(ceremony, "o4").officials}
    with pytest.raises(RuleError, match="KPU-WITNESS-NEEDED"):
        acts_before.without_official(ceremony, "o2")
    with pytest.raises(RuleError, match="KPU-SIGNED-NOTHING"):
        acts_before.without_official(sign(ceremony, _pact(ceremony, "o4"), "pembuat", 1), "o4")


def test_a_refusal_is_noted_and_lifted_by_signing() -> None:
    ceremony = arrive(opened(), "o4")
    pact = _pact(ceremony, "o4")
    refused = ceremony.declined(Decline(pact, "o4", "Belum sempat membaca", AT))
    assert len(refused.declines) == 1
    assert sign(refused, pact, "pembuat", 1).declines == ()


def test_closing_sealing_and_the_last_record() -> None:
    ceremony = opened(OFFICES[:3])
    for official in ceremony.officials:
        ceremony = arrive(ceremony, official.id)
    number = 0
    while slots := [pair for o in ceremony.officials for pair in ceremony.open_slots_of(o.id)]:
        sheet, slot = slots[0]
        ceremony = sign(ceremony, sheet.id, slot.key, number := number + 1)
    minutes = plan_minutes(ceremony, lambda: "ba")
    assert minutes is not None
    ceremony = ceremony.closed(frozen((minutes,))[0], AT)
    assert minutes.id not in {sheet.id for sheet in ceremony.sheets_to_seal()}
    with pytest.raises(RuleError, match="KPU-SHEET-COMPLETE"):
        ceremony.with_sealed("ba")
    for slot in minutes.slots:
        ceremony = sign(ceremony, "ba", slot.key, number := number + 1)
    for sheet in ceremony.sheets_to_seal():
        ceremony = ceremony.with_sealed(sheet.id)
    assert ceremony.state is CeremonyState.SEALED
    with pytest.raises(RuleError, match="KPU-STATE"):
        ceremony.with_sealed("ba")
