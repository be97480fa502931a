"""Assisted signing: every combination of what must be there, and each named rule by itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from kpu_desk.domain.assisting import Help, Sentences, Way, assisted_statement, check_help, sentences
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Signature
from kpu_desk.domain.documents import DocumentKind, InkKind, Sheet
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.evidence import Assistance, evidence_from_dict
from kpu_desk.domain.ink import Ink, make_ink
from kpu_desk.domain.officials import Capacity
from kpu_desk.domain.pen import StrokePoint, Tool
from kpu_desk.domain.witnessing import Confirmation
from tests.domain.ceremonies import AT, OFFICES, arrive, evidence, ink, opened

SIGNER, HELPER, FIRST, SECOND = "o4", "o3", "o2", "o1"
DOCUMENT = "Pernyataan Bebas Benturan Kepentingan"
END = "2026-01-22T02:00:30.000Z"
NEEDED = ("identity", "read_aloud", "explained", "presence", "helper", "first witness", "second witness")


def everybody_here() -> tuple[Ceremony, Sheet]:
    ceremony = opened((*OFFICES, "Pengemudi"))
    for official in ceremony.officials:
        ceremony = arrive(ceremony, official.id)
    return ceremony, next(s for s in ceremony.sheets if s.kind is DocumentKind.PBBK and s.subject_id == SIGNER)


def dot(number: int) -> Ink:
    """One touch: a single sample."""
    point = StrokePoint(40_000 + number, 12_000, 65_535, 0, None, None)
    return make_ink(((point,),), tool=Tool.FINGER, width_um=120_000, height_um=40_000, has_pressure=False)


def accept(
    ceremony: Ceremony,
    sheet: Sheet,
    way: Way,
    written: Ink,
    *,
    there: frozenset[str] = frozenset(NEEDED),
    helping: Help | None = None,
    tapped: tuple[str, ...] | None = None,
) -> Ceremony:
    """Signs with help, with no more than what is named in ``there``."""
    signer = ceremony.official(SIGNER)
    words = sentences(signer.name, DOCUMENT, sheet.serial, way)
    chosen = (("first witness", FIRST), ("second witness", SECOND))
    witnesses = tuple(who for name, who in chosen if name in there)
    helping = helping or Help(way, HELPER if "helper" in there else "", witnesses)
    helper = ceremony.official(HELPER)
    said = {name: getattr(words, name) if name in there else "" for name in NEEDED[:4]}
    assisted = Assistance(
        way=way.value,
        helper_id=helping.helper_id,
        helper_name=helper.name,
        helper_office=helper.printed_office,
        document=DOCUMENT,
        witness_ids=helping.witness_ids,
        **said,
    )
    taps = tuple(
        Confirmation(who, ceremony.official(who).name, "", "2026-01-22T02:00:20.000Z", 9_000, 600)
        for who in (helping.witness_ids if tapped is None else tapped)
    )
    proof = replace(
        evidence(ceremony, sheet, sheet.slots[0], written.digest()), accepted_at=END, confirmed=taps, assisted=assisted
    )
    signature = Signature(
        sheet.id, "pembuat", SIGNER, written.digest(), proof.digest(), AT, (), helping.witness_ids, helping.helper_id
    )
    return ceremony.signed(signature, {InkKind.SIGNATURE: written}, proof)


@pytest.mark.parametrize("way", list(Way))
def test_nothing_but_the_whole_is_accepted(way: Way) -> None:
    ceremony, sheet = everybody_here()
    accepted, rules = [], set()
    for given in product((False, True), repeat=len(NEEDED)):
        there = frozenset(name for name, is_there in zip(NEEDED, given, strict=True) if is_there)
        try:
            accept(ceremony, sheet, way, ink(5), there=there)
        except RuleError as error:
            rules.add(error.code)
        else:
            accepted.append(there)
    assert accepted == [frozenset(NEEDED)]
    assert all(rule.startswith("KPU-ASSIST-") for rule in rules)


@pytest.mark.parametrize(
    ("missing", "rule"),
    [
        ("identity", "KPU-ASSIST-IDENTITY"),
        ("read_aloud", "KPU-ASSIST-READ"),
        ("explained", "KPU-ASSIST-EXPLAINED"),
        ("presence", "KPU-ASSIST-PRESENCE"),
        ("helper", "KPU-ASSIST-HELPER"),
        ("first witness", "KPU-ASSIST-WITNESSES"),
        ("second witness", "KPU-ASSIST-WITNESSES"),
    ],
)
def test_what_is_missing_is_named(missing: str, rule: str) -> None:
    ceremony, sheet = everybody_here()
    with pytest.raises(RuleError, match=rule):
        accept(ceremony, sheet, Way.MARK, ink(5), there=frozenset(NEEDED) - {missing})


@pytest.mark.parametrize("tapped", [(), (FIRST,), (SECOND,), (FIRST, "o0")])
def test_both_witnesses_confirm(tapped: tuple[str, ...]) -> None:
    ceremony, sheet = everybody_here()
    with pytest.raises(RuleError, match="KPU-WITNESS-CONFIRMED"):
        accept(ceremony, sheet, Way.MARK, ink(5), tapped=tapped)


@pytest.mark.parametrize(
    ("helping", "rule"),
    [
        (Help(Way.MARK, SIGNER, (FIRST, SECOND)), "KPU-ASSIST-HELPER"),
        (Help(Way.MARK, HELPER, (FIRST, FIRST)), "KPU-ASSIST-WITNESSES"),
        (Help(Way.MARK, HELPER, (HELPER, SECOND)), "KPU-ASSIST-WITNESSES"),
        (Help(Way.MARK, HELPER, (FIRST, SECOND, "o0")), "KPU-ASSIST-WITNESSES"),
        (Help(Way.MARK, HELPER, (SIGNER, SECOND)), "KPU-WITNESS-OTHER"),
    ],
)
def test_signer_helper_and_witnesses_are_four_people(helping: Help, rule: str) -> None:
    ceremony, _ = everybody_here()
    with pytest.raises(RuleError, match=rule):
        check_help(helping, ceremony.official(SIGNER), ceremony.official, ceremony.present)


def test_all_of_them_are_here_and_no_witness_only_acts() -> None:
    ceremony, _ = everybody_here()
    signer, helping = ceremony.official(SIGNER), Help(Way.MARK, HELPER, (FIRST, SECOND))
    check_help(helping, signer, ceremony.official, ceremony.present)
    with pytest.raises(RuleError, match="KPU-ASSIST-HELPER"):
        check_help(helping, signer, ceremony.official, ceremony.present - {HELPER})
    with pytest.raises(RuleError, match="KPU-WITNESS-PRESENT"):
        check_help(helping, signer, ceremony.official, ceremony.present - {SECOND})
    people = {o.id: replace(o, capacity=Capacity.PLT) if o.id == SECOND else o for o in ceremony.officials}
    with pytest.raises(RuleError, match="KPU-WITNESS-ACTING"):
        check_help(helping, signer, people.__getitem__, ceremony.present)
    # The helper reads and states what he saw; in which capacity he serves does not matter.
    people = {o.id: replace(o, capacity=Capacity.PLT) if o.id == HELPER else o for o in ceremony.officials}
    check_help(helping, signer, people.__getitem__, ceremony.present)


@pytest.mark.parametrize("way", [Way.MARK, Way.THUMB])
def test_any_mark_is_enough_where_three_people_vouch_for_it(way: Way) -> None:
    ceremony, sheet = everybody_here()
    assert accept(ceremony, sheet, way, dot(1)).is_complete(sheet)
    with pytest.raises(RuleError, match="KPU-INK-ENOUGH"):
        accept(ceremony, sheet, way, make_ink((), tool=Tool.PEN, width_um=1, height_um=1, has_pressure=False))


def test_who_only_cannot_read_still_signs_a_signature() -> None:
    ceremony, sheet = everybody_here()
    with pytest.raises(RuleError, match="KPU-INK-CONFIRMED"):
        accept(ceremony, sheet, Way.READ_TO, dot(1))


def test_the_words_of_another_sheet_are_no_statement() -> None:
    one, other = (sentences("Damar Wiraguna", DOCUMENT, serial, Way.THUMB) for serial in ("PBBK-001", "PBBK-002"))
    assert one.presence != other.presence
    assert "kertas PBBK-001" in one.presence


def test_nobody_is_made_to_say_that_he_has_read() -> None:
    ceremony, _ = everybody_here()
    for way in Way:
        for sheet in ceremony.sheets:
            for slot in sheet.slots:
                said = assisted_statement(sheet, slot, way, occasion="Acara", document=DOCUMENT, maker="Damar")
                assert "telah membaca" not in said
                assert "dibacakan" in said
                assert ("cap jempol" in said) is (way is Way.THUMB)


def test_evidence_of_help_reads_again() -> None:
    ceremony, sheet = everybody_here()
    words = Sentences("a", "b", "c", "d")
    said = Assistance("thumb", HELPER, "Nama", "Jabatan", DOCUMENT, *vars_of(words), (FIRST, SECOND))
    proof = replace(evidence(ceremony, sheet, sheet.slots[0], ink(1).digest()), assisted=said)
    assert evidence_from_dict(proof.as_dict()) == proof


def vars_of(words: Sentences) -> tuple[str, str, str, str]:
    return words.identity, words.read_aloud, words.explained, words.presence


def test_helper_and_witnesses_stay_on_the_list_of_those_present() -> None:
    ceremony, sheet = everybody_here()
    signed = accept(ceremony, sheet, Way.THUMB, dot(2))
    for beside in (HELPER, FIRST, SECOND):
        with pytest.raises(RuleError, match="KPU-SIGNED-NOTHING"):
            signed.check_in_undone(beside)
    signed.check_in_undone("o5")
