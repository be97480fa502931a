"""What no rule makes of a ceremony is told from what one does, act by act, when a journal is replayed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kpu_desk.domain.ceremony import Attendance, Ceremony, CeremonyState
from kpu_desk.domain.ceremony_parts import Signature, Turn
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.evidence import Evidence
from kpu_desk.domain.lawful import check_lawful
from tests.domain.ceremonies import AT, arrive, draft, evidence, ink, opened, sign

RESUMED = Turn(CeremonyState.OPEN, AT, "Petugas Rekaan")
TWICE = Attendance("o0", AT, "KTP", "Petugas Rekaan")


def started() -> Ceremony:
    """Two are here; the first has signed the list."""
    return sign(arrive(arrive(opened(), "o0"), "o1"), listed(), "hadir-001", 1)


def listed() -> str:
    return next(sheet.id for sheet in opened().sheets if sheet.kind is DocumentKind.DH)


def own_evidence(signature: Signature) -> Evidence:
    sheet = started().sheet(signature.sheet_id)
    return evidence(started(), sheet, sheet.slot(signature.slot), ink(2).digest())


def second(official_id: str) -> Signature:
    proof = evidence(started(), started().sheet(listed()), started().sheet(listed()).slot("hadir-002"), ink(2).digest())
    return Signature(listed(), "hadir-002", official_id, ink(2).digest(), proof.digest(), AT)


def test_a_signature_is_held_against_its_evidence_without_its_ink() -> None:
    before = started()
    signature = second("o1")
    check_lawful(before, replace(before, signatures=(*before.signatures, signature)), own_evidence)


LAWLESS: dict[str, tuple[Callable[[Ceremony], Ceremony], str]] = {
    "somebody who signed was never here": (lambda c: replace(c, attendance=c.attendance[1:]), "KPU-SIGNED-NOTHING"),
    "somebody came twice": (lambda c: replace(c, attendance=(*c.attendance, TWICE)), "KPU-CHECKED-IN-ONCE"),
    "resumed, though it ran": (lambda c: replace(c, turns=(*c.turns, RESUMED)), "KPU-STATE"),
    "closed without a word": (lambda c: replace(c, state=CeremonyState.CLOSED), "KPU-STATE"),
    "another title": (lambda c: replace(c, title="Lain"), "KPU-STATE"),
    "a signature less": (lambda c: replace(c, signatures=()), "KPU-ACT-ONE"),
    "a signature in another's place": (
        lambda c: replace(c, signatures=(*c.signatures, second("o0"))),
        "KPU-SLOT-OWN",
    ),
    "a signed sheet drawn anew": (
        lambda c: replace(c, sheets=tuple(replace(s, version=9) if s.id == listed() else s for s in c.sheets)),
        "KPU-SHEET-UNSIGNED",
    ),
    "sealed while people sign": (lambda c: replace(c, sealed=frozenset({listed()})), "KPU-STATE"),
    "two acts in one": (lambda c: replace(arrive(arrive(c, "o2"), "o3"), title="Lain"), "KPU-ACT-ONE"),
}


@pytest.mark.parametrize("act", LAWLESS)
def test_what_no_rule_allows_is_told_by_the_rule_that_it_breaks(act: str) -> None:
    change, code = LAWLESS[act]
    before = started()

    def any_evidence(signature: Signature) -> Evidence:
        sheet = before.sheet(signature.sheet_id)
        return evidence(before, sheet, sheet.slot(signature.slot), signature.ink_digest)

    with pytest.raises(RuleError, match=code):
        check_lawful(before, change(before), any_evidence)


def test_a_ceremony_is_made_as_a_draft_that_nobody_signed() -> None:
    check_lawful(None, draft(), own_evidence)
    for made in (replace(draft(), state=CeremonyState.OPEN), started()):
        with pytest.raises(RuleError, match="KPU-ACT-ONE"):
            check_lawful(None, made, own_evidence)
