"""Absent for a reason, gone in the middle, back again; two of one name: who is called, counted and told of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kpu_desk.domain import acts_before
from kpu_desk.domain.allowed import ALLOWED, CeremonyAct
from kpu_desk.domain.calling import next_signers
from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.ceremony_parts import Away, Decline, Whereabouts
from kpu_desk.domain.content import minutes_of, role_label
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.hall import hall_view
from kpu_desk.domain.officials import told_apart
from kpu_desk.domain.profile import Zone
from kpu_desk.domain.whereabouts import ABSENCES, AWAY_WORDS, arrival, away, noted, told
from tests.domain.ceremonies import AT, arrive, draft, opened, sign

NOW = datetime(2026, 1, 22, 4, 0, tzinfo=UTC)
SECRET = "Menunggui anaknya di rumah sakit"


def note(ceremony: Ceremony, official_id: str, what: Away, words: str = "") -> Ceremony:
    return noted(ceremony, Whereabouts(official_id, what, words, "2026-01-22T03:15:00.000Z", "Petugas Rekaan"))


def everybody_here() -> Ceremony:
    ceremony = opened()
    for official in ceremony.officials:
        ceremony = arrive(ceremony, official.id)
    return ceremony


def serial(ceremony: Ceremony, kind: DocumentKind, official_id: str) -> str:
    return next(s.id for s in ceremony.sheets if s.kind is kind and s.subject_id == official_id)


def test_each_kind_of_absence_is_told_with_its_word_and_the_last_note_holds() -> None:
    ceremony = opened()
    for what in (what for what in ABSENCES if what is not Away.UNKNOWN):
        after = note(note(ceremony, "o4", Away.LATE), "o4", what, SECRET)
        told_of = minutes_of(after, Zone.WIB, now=NOW)
        assert f"Orang Rekaan 4 – {AWAY_WORDS[what]}" in told_of.absent
        assert "Orang Rekaan 3" in told_of.absent, "of whom nobody noted anything nothing is claimed"
        assert SECRET not in repr((told_of, hall_view(after), told("c", after.whereabouts[-1])))
    assert away(note(after, "o4", Away.UNKNOWN), "o4") is None


def test_who_was_noted_as_absent_and_comes_is_simply_here() -> None:
    ceremony = arrive(note(opened(), "o4", Away.LATE), "o4")
    assert away(ceremony, "o4") is None
    assert ("o4" in ceremony.present, "o4" in ceremony.attended) == (True, True)
    assert not [one for one in minutes_of(ceremony, Zone.WIB, now=NOW).absent if one.startswith("Orang Rekaan 4")]
    with pytest.raises(RuleError, match="KPU-ABSENT-NOT-HERE"):
        note(ceremony, "o4", Away.ILL)


def test_who_goes_is_not_called_and_counts_as_having_come() -> None:
    ceremony = everybody_here()
    here = {official.id for official in next_signers(ceremony)}
    gone = note(ceremony, "o4", Away.LEFT, SECRET)
    assert {official.id for official in next_signers(gone)} == here - {"o4"}
    with pytest.raises(RuleError, match="KPU-SIGNER-PRESENT"):
        sign(gone, serial(gone, DocumentKind.PI, "o4"), "pembuat", 1)
    minutes = minutes_of(gone, Zone.WIB, now=NOW)
    assert (minutes.present, minutes.absent) == (5, ())
    assert "Orang Rekaan 4 – PI-005, PBBK-005; meninggalkan acara pukul 10.15" in minutes.pending
    assert SECRET not in repr((minutes, hall_view(gone), told("c", gone.whereabouts[-1])))
    refused: tuple[tuple[Callable[[], Ceremony], str], ...] = (
        (lambda: note(gone, "o4", Away.LEFT, "lagi"), "KPU-SIGNER-PRESENT"),
        (lambda: gone.checked_in(ceremony.attendance[0]), "KPU-CHECKED-IN-ONCE"),
        (lambda: gone.check_in_undone("o4"), "KPU-SIGNER-PRESENT"),
        (lambda: note(ceremony, "o4", Away.BACK, "dikenal petugas"), "KPU-CHECKED-IN-ONCE"),
        (lambda: note(ceremony, "o4", Away.LEFT, "  "), "KPU-LEFT-REASON"),
    )
    for again, code in refused:
        with pytest.raises(RuleError, match=code):
            again()
    back = note(gone, "o4", Away.BACK, "KTP")
    came = [arrival(back, who) for who in ("o4", "o3")]
    assert [one and (one.identified, one.by) for one in came] == [
        ("KTP", "Petugas Rekaan"),
        ("dikenal petugas", "Petugas Rekaan"),
    ]
    assert sign(back, serial(back, DocumentKind.PI, "o4"), "pembuat", 1).signatures
    assert "Orang Rekaan 4 – PI-005, PBBK-005" in minutes_of(back, Zone.WIB, now=NOW).pending
    declined = back.declined(Decline(serial(back, DocumentKind.PI, "o4"), "o4", "Isi tidak sesuai", AT))
    assert "Orang Rekaan 4 – PI-005 (belum bersedia), PBBK-005" in minutes_of(declined, Zone.WIB, now=NOW).pending
    with pytest.raises(RuleError, match="KPU-RETURN-UNDO"):
        back.check_in_undone("o4")


def test_the_attendance_list_waits_for_nobody_who_went() -> None:
    ceremony = note(everybody_here(), "o4", Away.LEFT, "Tugas")
    sheet = next(s for s in ceremony.sheets if s.kind is DocumentKind.DH)
    for number, slot in enumerate(sheet.slots):
        if slot.official_id != "o4":
            assert not ceremony.is_complete(sheet)
            ceremony = sign(ceremony, sheet.id, slot.key, number)
    assert ceremony.is_complete(sheet)


@pytest.mark.parametrize("state", list(CeremonyState))
def test_notes_are_taken_where_the_table_allows_it(state: CeremonyState) -> None:
    ceremony = replace(arrive(opened(), "o4"), state=state)
    for act, official_id, what in (
        (CeremonyAct.NOTE_ABSENCE, "o3", Away.LEAVE),
        (CeremonyAct.CHECK_IN, "o4", Away.LEFT),
    ):
        if state in ALLOWED[act]:
            assert note(ceremony, official_id, what, "Tugas").whereabouts
        else:
            with pytest.raises(RuleError, match="KPU-STATE"):
                note(ceremony, official_id, what, "Tugas")


def test_a_roster_that_loses_a_person_loses_the_notes() -> None:
    ceremony = note(draft(), "o4", Away.LEAVE)
    assert acts_before.without_official(ceremony, "o4").whereabouts == ()
    assert acts_before.with_roster(ceremony, ceremony.officials[:3]).whereabouts == ()
    assert acts_before.with_roster(ceremony, ceremony.officials).whereabouts


def test_two_of_one_name_are_told_apart_by_the_first_thing_that_differs() -> None:
    one, two = draft().officials[3:]
    same = replace(two, name=one.name.upper())
    assert told_apart((one, same)) == {"o3": one.office, "o4": two.office}
    staff = [replace(one, id=f"p{n}", office="Pelaksana", unit=f"Subbagian {n}") for n in range(3)]
    assert told_apart(staff) == {f"p{n}": f"Subbagian {n}" for n in range(3)}
    staff[2] = replace(staff[1], id="p2", office="Pengemudi")
    assert told_apart(staff)["p2"] == "Pengemudi, Subbagian 1"
    twins = [*draft().officials[:2], *(replace(staff[0], id=f"q{n}", nip=str(n) * 18) for n in range(2))]
    assert told_apart(twins) == {f"q{n}": f"Pelaksana, nomor {n + 3} di daftar" for n in range(2)}


def test_two_of_one_name_are_never_one_in_minutes_hall_or_at_the_pad() -> None:
    ceremony = opened()
    same = tuple(replace(o, name="Orang Rekaan", office="Pelaksana") for o in ceremony.officials[3:])
    ceremony = replace(ceremony, officials=(*ceremony.officials[:3], *same))
    assert minutes_of(ceremony, Zone.WIB, now=NOW).absent[3:] == (
        "Orang Rekaan (Pelaksana, nomor 4 di daftar)",
        "Orang Rekaan (Pelaksana, nomor 5 di daftar)",
    )
    for one in ("o3", "o4"):
        ceremony = arrive(ceremony, one)
        shown = hall_view(ceremony, one).now
        assert shown is not None
        assert (shown.name, shown.office) == ("Orang Rekaan", f"Pelaksana, nomor {4 if one == 'o3' else 5} di daftar")
    assert len(set(minutes_of(ceremony, Zone.WIB, now=NOW).pending)) == 2
    pact = next(s for s in ceremony.sheets if s.kind is DocumentKind.PI and s.subject_id == "o4")
    assert role_label(ceremony, pact, pact.slots[1].role) == "saksi bagi Orang Rekaan (Pelaksana, nomor 5 di daftar)"
