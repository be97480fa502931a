"""Our own signatures and invented people: repeatable, different from each other, believable."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kpu_desk.domain.invented_people import MOST, invent_people, roster_csv, stand_in
from kpu_desk.domain.nip import Nip, doubts
from kpu_desk.domain.officials import Group, recognise_group
from kpu_desk.domain.synthetic_ink import synthesise
from kpu_desk.services.roster_check import check_roster

REAL = ("wahyu", "dinata", "astri", "megatari", "nelvia", "gustina", "fahmi", "zikrillah", "dody", "wijaya", "dirja")


def test_signatures_move_like_a_hand(at_length: Callable[[int, int], int]) -> None:
    seen = set()
    for person in range(at_length(60, 600)):
        recording = synthesise(person, person)
        assert recording == synthesise(person, person)
        seen.add(recording)
        assert 120 <= recording.sample_count <= 300
        assert 1 <= len(recording.strokes) <= 4
        assert recording.has_tilt
        samples = [sample for stroke in recording.strokes for sample in stroke]
        times = [sample.at_ms for sample in samples]
        assert times == sorted(set(times))
        assert times[0] == 0
        for stroke in recording.strokes:
            pressures = [sample.pressure for sample in stroke]
            assert min(pressures) > 0
            assert max(pressures) <= 1
            assert pressures[0] < max(pressures) / 2
            assert pressures[-1] < max(pressures) / 2
            for before, after in itertools.pairwise(stroke):
                way = math.hypot(after.x - before.x, after.y - before.y)
                assert way / (after.at_ms - before.at_ms) < 1.0, "no hand writes a metre a second"
        assert all(math.hypot(s.tilt_x or 0, s.tilt_y or 0) < 75 for s in samples)
    assert len(seen) == at_length(60, 600)


def test_one_person_writes_alike_but_never_twice_the_same() -> None:
    once, again = synthesise(4, 1), synthesise(4, 2)
    assert once != again
    assert len(once.strokes) == len(again.strokes)


def test_people_are_whole_and_in_order(at_length: Callable[[int, int], int], tmp_path: Path) -> None:
    for count in (1, 2, 3, 12, 96, MOST, *range(4, at_length(12, 300))):
        people = invent_people(count)
        assert people == invent_people(count)
        assert len(people) == len({row.name for row in people}) == count
        nips = [row.nip for row in people if row.nip]
        assert len(set(nips)) == len(nips)
        assert not any(doubts(Nip(nip), date(2026, 1, 22)) for nip in nips)
        groups = [recognise_group(row.office) for row in people]
        assert groups.count(Group.KETUA) == 1
        assert groups.count(Group.SEKRETARIS) == (1 if count > 1 else 0)
        assert groups.count(Group.ANGGOTA) <= 6
        assert all(row.nip is None for row, group in zip(people, groups, strict=True) if group.is_commissioner)
        words = " ".join(row.name.casefold() for row in people)
        assert not [name for name in REAL if name in words]


def test_people_come_through_an_import_unchanged(tmp_path: Path) -> None:
    people = invent_people(96)
    file = tmp_path / "daftar.csv"
    file.write_text(roster_csv(people), "utf-8", newline="")
    reading = check_roster(file, date(2026, 1, 22))
    assert not reading.problems
    assert reading.rows == people


def test_stand_ins_hold_the_two_offices() -> None:
    names = {row.name for row in invent_people(MOST)}
    for group in (Group.KETUA, Group.SEKRETARIS):
        row = stand_in(group)
        assert recognise_group(row.office) is group
        assert row.name not in names
    with pytest.raises(ValueError, match="6"):
        stand_in(Group.PELAKSANA)


@pytest.mark.parametrize("count", [0, -1, MOST + 1])
def test_other_counts_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match="count"):
        invent_people(count)
