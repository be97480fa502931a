"""Signatures that follow after the closing, in sittings of their own; a party called away between two signatures."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kpu_desk.domain import late
from kpu_desk.domain.acts_state import turned
from kpu_desk.domain.calling import next_signers
from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.ceremony_parts import Away, Declaration, Turn, Whereabouts
from kpu_desk.domain.content import minutes_of
from kpu_desk.domain.declaring import declared
from kpu_desk.domain.documents import LATE_FORM, DocumentKind, Role, Sheet, SignatureSlot
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.hall import HallStep, hall_view
from kpu_desk.domain.planning import plan_declaration, plan_minutes
from kpu_desk.domain.profile import Zone
from kpu_desk.domain.whereabouts import Interruption, held_by, interruptions, noted
from tests.domain.ceremonies import AT, arrive, frozen, opened, sign

NOW = datetime(2026, 1, 27, 4, 0, tzinfo=UTC)
LATER = "2026-01-27T03:00:00.000Z"


def move(ceremony: Ceremony, official_id: str, what: Away, at: str = AT) -> Ceremony:
    sitting = 0 if ceremony.late is None else ceremony.late.number
    words = "Dipanggil tugas" if what is Away.LEFT else "KTP"
    note = Whereabouts(official_id, what, words, at, "Petugas Rekaan", len(ceremony.signatures), sitting)
    return noted(ceremony, note)


def sheet_of(ceremony: Ceremony, kind: DocumentKind, official_id: str | None = None) -> Sheet:
    return next(s for s in ceremony.sheets if s.kind is kind and s.subject_id == official_id)


def closed_day(*present: str) -> Ceremony:
    """A day to which these came; closed with the minutes, nothing signed."""
    ceremony = opened()
    for official_id in present:
        ceremony = arrive(ceremony, official_id)
    minutes = plan_minutes(ceremony, lambda: "m")
    assert minutes is not None
    return ceremony.closed(frozen((minutes,))[0], AT)


def test_after_the_closing_what_follows_is_signed_only_in_a_late_sitting_by_who_came_to_it() -> None:
    ceremony = closed_day("o0", "o2", "o4")
    pact = sheet_of(ceremony, DocumentKind.PI, "o4")
    assert [(one.official_id, len(one.slots)) for one in late.awaited(ceremony)] == [
        ("o0", 5),
        ("o1", 2),
        ("o2", 6),
        ("o3", 2),
        ("o4", 2),
    ]
    assert [sheet.kind for sheet, _ in ceremony.open_slots_of("o4")] == []
    with pytest.raises(RuleError, match="KPU-LATE-OPEN"):
        sign(ceremony, pact.id, "pembuat", 1)
    assert sign(ceremony, "m", "ketua", 1).signatures, "the minutes need no late sitting"
    sitting = late.opened(ceremony, at=LATER, by="Petugas Rekaan")
    assert (sitting.present, next_signers(sitting)) == (frozenset(), ())
    with pytest.raises(RuleError, match="KPU-SIGNER-PRESENT"):
        sign(sitting, pact.id, "pembuat", 1)
    here = move(sitting, "o4", Away.BACK)
    assert hall_view(here).step is HallStep.WAITING
    assert [official.id for official in next_signers(here)] == ["o4"]
    signed = sign(here, pact.id, "pembuat", 1)
    assert late.signed_late(signed, pact) == (late.SignedLate("pembuat", 1, AT),)
    with pytest.raises(RuleError, match="KPU-RETURN-UNDO"):
        here.check_in_undone("o4")
    with pytest.raises(RuleError, match="KPU-LATE-ONE"):
        late.opened(signed, at=LATER, by="x")
    ended = late.closed(signed, None, at=LATER, by="Petugas Rekaan")
    assert (ended.late, ended.sittings[0].last) == (None, 1)
    assert ended.present == {"o0", "o2", "o4"}
    with pytest.raises(RuleError, match="KPU-LATE-OPEN"):
        late.closed(ended, None, at=LATER, by="x")
    again = move(late.opened(ended, at=LATER, by="x"), "o4", Away.BACK)
    assert again.sittings[-1].number == 2
    assert late.signed_in(again, again.sittings[-1]) == ()


def test_the_end_of_the_list_is_no_late_signature_though_it_is_signed_meanwhile() -> None:
    ceremony = closed_day("o2")
    listed = sheet_of(ceremony, DocumentKind.DH)
    ended = replace(listed, slots=(*listed.slots, SignatureSlot("penutup", Role.PENANDA_TANGAN, "o2")))
    sheets = tuple(ended if sheet.id == listed.id else sheet for sheet in ceremony.sheets)
    sitting = move(late.opened(replace(ceremony, sheets=sheets), at=LATER, by="x"), "o2", Away.BACK)
    signed = sign(sitting, listed.id, "penutup", 1)
    assert (late.signed_in(signed, signed.sittings[0]), late.signed_late(signed, ended)) == ((), ())


@pytest.mark.parametrize("state", [state for state in CeremonyState if state is not CeremonyState.CLOSED])
def test_a_late_sitting_belongs_to_a_closed_ceremony(state: CeremonyState) -> None:
    with pytest.raises(RuleError, match="KPU-STATE"):
        late.opened(replace(opened(), state=state), at=AT, by="x")


def test_whoever_annuls_a_ceremony_ends_its_late_sitting_too() -> None:
    annulled = turned(late.opened(closed_day("o0"), at=AT, by="x"), Turn(CeremonyState.VOID, AT, "x", "Salah daftar"))
    assert annulled.session_state is CeremonyState.VOID
    with pytest.raises(RuleError, match="KPU-STATE"):
        turned(annulled, Turn(CeremonyState.PAUSED, AT, "x", "Istirahat"))


def test_where_nothing_follows_there_is_no_sitting_and_none_is_left_open_at_the_last_seal() -> None:
    ceremony = closed_day("o0", "o1", "o2", "o3", "o4")
    with pytest.raises(RuleError, match="KPU-LATE-NOBODY"):
        late.opened(replace(ceremony, sealed=frozenset(s.id for s in ceremony.sheets)), at=AT, by="x")
    sitting = late.opened(ceremony, at=LATER, by="x")
    minutes = sign(sign(closed_day("o0", "o2"), "m", "ketua", 1), "m", "sekretaris", 2)
    last = replace(minutes, sheets=(minutes.sheet("m"),), sittings=sitting.sittings)
    assert last.with_sealed("m").state is CeremonyState.CLOSED
    assert replace(last, sittings=()).with_sealed("m").state is CeremonyState.SEALED


def test_the_minutes_of_a_sitting_tell_who_signed_what_when_and_nothing_private() -> None:
    ceremony = closed_day("o0", "o2")
    declaration = Declaration("o3", ("Usaha keluarga",), AT)
    private = frozen((plan_declaration(ceremony, ceremony.official("o3"), lambda: "p"),))[0]
    ceremony = declared(ceremony, declaration, private)
    sitting = late.opened(ceremony, at=LATER, by="x")
    for official_id in ("o2", "o4", "o3"):
        sitting = move(arrive(sitting, official_id) if official_id != "o2" else sitting, official_id, Away.BACK)
    pact = sheet_of(sitting, DocumentKind.PI, "o4")
    sitting = sign(sign(sitting, pact.id, "pembuat", 1), pact.id, "saksi", 2)
    sitting = sign(sitting, private.id, "pembuat", 3)
    told = late.late_minutes(sitting, sitting.sittings[0], Zone.WIB, now=NOW)
    assert told.late == (
        "Orang Rekaan 4 – PI-005 pukul 09.00 tanggal 22 Januari 2026",
        "Orang Rekaan 2 – PI-005 sebagai saksi pukul 09.00 tanggal 22 Januari 2026",
    )
    assert [(one.kind, one.sheets, one.complete, one.signatures) for one in told.counts] == [(DocumentKind.PI, 1, 1, 2)]
    assert (told.sitting, told.ceremony_day, told.opened, told.closed) == (1, "22 Januari 2026", "10.00", "11.00")
    assert told.witnesses == ("Orang Rekaan 2",)
    assert private.serial not in repr(told)
    planned = plan_minutes(sitting, lambda: "n", LATE_FORM)
    assert planned is not None
    assert (planned.serial, planned.form_id) == ("BA-002", LATE_FORM)


def test_the_chair_is_called_away_between_two_signatures_and_both_times_are_kept() -> None:
    ceremony = opened()
    for official in ceremony.officials:
        ceremony = arrive(ceremony, official.id)
    agreement = sheet_of(ceremony, DocumentKind.PK)
    ceremony = move(ceremony, "o0", Away.LEFT)
    ceremony = move(ceremony, "o0", Away.BACK)
    half = sign(ceremony, agreement.id, "pihak_pertama", 1)
    assert interruptions(half, agreement) == (), "he was back before the other signed"
    assert held_by(half, "o0") == (agreement,)
    gone = move(half, "o0", Away.LEFT, "2026-01-22T03:15:00.000Z")
    assert interruptions(gone, agreement) == (Interruption("pihak_kedua", "2026-01-22T03:15:00.000Z", None),)
    missing = "Orang Rekaan 0 – PK-001, PI-001, PBBK-001, 2 lembar sebagai saksi"
    assert (
        f"{missing}; meninggalkan acara pukul 10.15 tanggal 22 Januari 2026"
        in minutes_of(gone, Zone.WIB, now=NOW).pending
    ), "of another day than the minutes' own it says which"
    back = move(gone, "o0", Away.BACK, "2026-01-22T06:40:00.000Z")
    whole = sign(back, agreement.id, "pihak_kedua", 2)
    after = move(whole, "o0", Away.LEFT, "2026-01-22T07:00:00.000Z")
    kept = (Interruption("pihak_kedua", "2026-01-22T03:15:00.000Z", "2026-01-22T06:40:00.000Z"),)
    assert interruptions(after, agreement) == kept
    moments = "meninggalkan acara pukul 10.15 dan hadir lagi pukul 13.40"
    told = minutes_of(after, Zone.WIB, now=datetime(2026, 1, 22, 9, tzinfo=UTC)).notes
    assert told == (f"PK-001 menunggu tanda tangan Orang Rekaan 0, yang {moments}.",)
    assert held_by(after, "o0") == ()
