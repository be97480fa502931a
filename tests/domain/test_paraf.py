"""A sheet that asks for more than a signature: all of it together, each written anew, or nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Signature
from kpu_desk.domain.content import consent_statement
from kpu_desk.domain.documents import DocumentKind, InkKind, Sheet, SlotPlace, places_of
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.evidence import FurtherInk, evidence_from_dict
from tests.domain.ceremonies import AT, DEVICE, arrive, evidence, ink, opened, sign, sign_with

PLACES = (
    SlotPlace("pihak_pertama", 0, 110_000, 60_000, 60_000, 25_000),
    SlotPlace("pihak_kedua", 0, 30_000, 60_000, 60_000, 25_000),
    SlotPlace("lampiran-pihak_pertama", 2, 110_000, 60_000, 60_000, 25_000),
    *(SlotPlace("paraf-pihak_pertama", page, 150_000, 25_000, 20_000, 13_000) for page in range(3)),
    SlotPlace("paraf-pihak_kedua", 2, 130_000, 25_000, 20_000, 13_000),
)
SIGNATURE, ATTACHMENT, PARAF = InkKind
ALL = {SIGNATURE: ink(1), ATTACHMENT: ink(2), PARAF: ink(3)}


def agreement() -> tuple[Ceremony, Sheet]:
    """An open ceremony whose Perjanjian Kinerja was frozen with these places; both parties are here."""
    ceremony = arrive(arrive(opened(), "o0"), "o2")
    sheet = next(sheet for sheet in ceremony.sheets if sheet.kind is DocumentKind.PK).frozen_as("ab" * 32, PLACES)
    sheets = tuple(sheet if other.id == sheet.id else other for other in ceremony.sheets)
    return replace(ceremony, sheets=sheets), sheet


def test_a_frozen_sheet_asks_for_what_it_has_places_for() -> None:
    _, sheet = agreement()
    assert [slot.inks for slot in sheet.slots] == [(SIGNATURE, ATTACHMENT, PARAF), (SIGNATURE, PARAF)]
    assert sheet.frozen_sha256 == "ab" * 32
    assert [place.page for place in places_of(PLACES, "pihak_pertama", PARAF)] == [0, 1, 2]
    assert places_of(PLACES, "pihak_kedua", ATTACHMENT) == ()
    assert [slot.inks for slot in sheet.frozen_as("cd" * 32, PLACES[:2]).slots] == [(SIGNATURE,)] * 2


def test_everything_asked_makes_one_signature_and_is_drawn_before_the_next() -> None:
    ceremony, sheet = agreement()
    after = sign_with(ceremony, sheet, sheet.slot("pihak_pertama"), ALL)
    (signature,) = after.signatures
    assert signature.inks == {kind: written.digest() for kind, written in ALL.items()}
    assert after.signed_slots(sheet.id) == {"pihak_pertama"}
    # What the next one confirms was drawn with all of them; evidence that leaves the paraf out is refused.
    proof = evidence(after, sheet, sheet.slot("pihak_kedua"), ink(4).digest())
    assert proof.earlier == tuple(signature.inks.values())
    done = sign(after, sheet.id, "pihak_kedua", 4)
    assert done.is_complete(sheet)
    without = replace(after, signatures=(replace(signature, further=()),))
    with pytest.raises(RuleError, match="KPU-EVIDENCE-BOUND"):
        _sign_as_proven(after, without, sheet)


def _sign_as_proven(ceremony: Ceremony, believed: Ceremony, sheet: Sheet) -> None:
    slot = sheet.slot("pihak_kedua")
    further = (FurtherInk(PARAF, ink(5).digest(), DEVICE, 0),)
    proof = evidence(believed, sheet, slot, ink(4).digest(), further)
    written = ((PARAF, ink(5).digest()),)
    signature = Signature(sheet.id, slot.key, "o0", ink(4).digest(), proof.digest(), AT, written)
    ceremony.signed(signature, {SIGNATURE: ink(4), PARAF: ink(5)}, proof)


@pytest.mark.parametrize(
    "kinds",
    [(SIGNATURE,), (SIGNATURE, PARAF), (SIGNATURE, ATTACHMENT), (PARAF, ATTACHMENT), (PARAF, ATTACHMENT, SIGNATURE)],
    ids=str,
)
def test_never_one_without_the_other(kinds: tuple[InkKind, ...]) -> None:
    ceremony, sheet = agreement()
    with pytest.raises(RuleError, match="KPU-INKS-ASKED"):
        sign_with(ceremony, sheet, sheet.slot("pihak_pertama"), {kind: ALL[kind] for kind in kinds})


def test_a_paraf_that_nobody_asked_for_is_refused() -> None:
    ceremony, sheet = agreement()
    with pytest.raises(RuleError, match="KPU-INKS-ASKED"):
        sign_with(ceremony, sheet, sheet.slot("pihak_kedua"), ALL)


def test_evidence_of_another_paraf_is_refused() -> None:
    ceremony, sheet = agreement()
    slot = sheet.slot("pihak_kedua")
    for further in ((), (FurtherInk(PARAF, ink(6).digest(), DEVICE, 0),)):
        proof = evidence(ceremony, sheet, slot, ink(4).digest(), further)
        signature = Signature(
            sheet.id, slot.key, "o0", ink(4).digest(), proof.digest(), AT, ((PARAF, ink(5).digest()),)
        )
        with pytest.raises(RuleError, match="KPU-EVIDENCE-BOUND"):
            ceremony.signed(signature, {SIGNATURE: ink(4), PARAF: ink(5)}, proof)


def test_evidence_reads_back_and_without_a_paraf_it_is_what_it_always_was() -> None:
    ceremony, sheet = agreement()
    slot = sheet.slot("pihak_kedua")
    plain = evidence(ceremony, sheet, slot, ink(4).digest())
    assert "further" not in plain.as_dict()
    full = evidence(ceremony, sheet, slot, ink(4).digest(), (FurtherInk(PARAF, ink(5).digest(), DEVICE, 2),))
    for proof in (plain, full):
        assert evidence_from_dict(proof.as_dict()) == proof
    assert full.digest() != plain.digest()
    assert list(full.inks) == [SIGNATURE, PARAF]


def test_the_sentence_names_the_paraf_where_one_is_given() -> None:
    ceremony, sheet = agreement()
    said = consent_statement(ceremony, sheet, sheet.slot("pihak_kedua"))
    assert said.endswith("menyetujui isinya, dan menandatangani serta memarafnya sendiri.")
    plain = consent_statement(ceremony, sheet, replace(sheet.slot("pihak_kedua"), further=()))
    assert plain.endswith("menyetujui isinya, dan menandatanganinya sendiri.")
