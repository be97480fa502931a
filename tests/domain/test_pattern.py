"""Patterns: read from files and from an older ceremony; its people against the new roster; groups and order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kpu_desk import resources
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.groups import COMMISSIONERS, SECRETARIAT, by_rank_and_unit, groups_in, moved, unit_group
from kpu_desk.domain.officials import Capacity, Official, in_protocol_order
from kpu_desk.domain.pattern import filled, in_english, parse_pattern, pattern_of
from kpu_desk.domain.planning import plan_for_latecomer, plan_sheets
from kpu_desk.domain.roster_changes import Change, carried_rundown, carried_witnesses, compare_rosters
from kpu_desk.domain.rundown import Step, StepKind
from tests.domain.ceremonies import draft, officials

SHIPPED = sorted(path.name for path in resources.resource_path("patterns").glob("*.toml"))
SMALL = """id = "kecil"
name = "Kecil"
title = "Judul {tahun}"
occasion = "Acara {tahun}"
kinds = ["BA", "PI"]
"""


def person(
    number: int, name: str, office: str = "Pelaksana", unit: str | None = None, nip: str | None = None
) -> Official:
    return Official(f"p{number}", name, nip, None, office, unit)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_pattern_plans_a_whole_ceremony(name: str) -> None:
    pattern = parse_pattern(resources.read_bytes("patterns", name), name)
    assert f"{pattern.id}.toml" == name
    assert "2026" in filled(pattern.title, 2026, "KPU Rekaan")
    ceremony = replace(draft(), kinds=pattern.kinds, agreements=pattern.agreements, signers=pattern.signers)
    numbers = iter(range(1_000))
    sheets = plan_sheets(ceremony, lambda: f"s{next(numbers)}")
    assert {sheet.kind for sheet in sheets} == set(pattern.kinds) - {DocumentKind.BA}
    english = in_english(pattern)
    assert (english.name != pattern.name, len(english.notes)) == (True, len(pattern.notes))
    assert english.title == pattern.title


def test_a_pattern_is_read_and_what_is_wrong_is_named() -> None:
    pattern = parse_pattern(SMALL.encode(), "kecil.toml")
    assert pattern.kinds == (DocumentKind.PI, DocumentKind.BA)
    for wrong, field in (
        ("id = 'A B'", "id"),
        ("kinds = ['XX']", "kinds"),
        ("start = '25.00'", "start"),
        ("closes_list = 'ya'", "closes_list"),
        ("basis = []", "basis"),
        ('notes = ["a\\u0007"]', "notes"),
        ("tanggal = 2026-01-22", "tanggal"),
        ("[signers]\nPK = ['komisioner']", "signers"),
        ("[english]\nabout = 'Small'", "english"),
        ("[english]\nname = 'Small'\ntitle = 'Title'", "english"),
        ("name =", "TOML"),
    ):
        kept = "\n".join(line for line in SMALL.splitlines() if not line.startswith(f"{field} ="))
        with pytest.raises(FormError) as refused:
            parse_pattern(f"{kept}\n{wrong}\n".encode(), "kecil.toml")
        assert refused.value.facts["field"] == field


def test_an_older_ceremony_leaves_its_year_and_its_signatures_behind() -> None:
    older = replace(draft(), title="Penandatanganan 2026", signers=((DocumentKind.PI, (SECRETARIAT,)),))
    added = replace(older.officials[0], id="tambahan", added=True)
    pattern = pattern_of(replace(older, officials=(*older.officials, added), witnesses=(("o003", "tambahan"),)))
    assert (filled(pattern.title, 2027, ""), pattern.year) == ("Penandatanganan 2027", 2026)
    assert pattern.people == older.officials
    assert pattern.witnesses == ()
    assert pattern.signers == older.signers


def test_people_are_found_again_and_what_changed_is_told() -> None:
    before = (
        person(1, "Dr. Damar Wiraguna, S.H.", "Ketua"),
        person(2, "Nirmala Pranaja", "Kasubbag Umum", "Umum", "197001011990011001"),
        person(3, "Utari Hartaman", "Pelaksana", "Umum"),
        person(4, "Sekar Ayu", "Pelaksana", "Umum"),
        person(5, "Sekar Ayu", "Pengemudi", "Umum"),
        person(6, "Bagas Pergi", "Pelaksana", "Umum"),
        replace(person(7, "Rara Plt", "Kabag Umum", "Umum"), capacity=Capacity.PLT),
    )
    now = (
        replace(before[0], id="n1", name="Damar Wiraguna, S.H., M.H."),
        replace(before[1], id="n2", name="Nirmala Pranaja Putri", office="Kabag Umum"),
        replace(before[2], id="n3"),
        replace(before[4], id="n5"),
        replace(before[3], id="n4"),
        person(8, "Tari Baru"),
        replace(before[6], id="n7"),
    )
    told = compare_rosters(before, now)
    assert [(one.name.split(",")[0], one.change) for one in told] == [
        ("Damar Wiraguna", Change.PERSON),
        ("Nirmala Pranaja Putri", Change.OFFICE),
        ("Utari Hartaman", Change.SAME),
        ("Sekar Ayu", Change.SAME),
        ("Sekar Ayu", Change.SAME),
        ("Tari Baru", Change.NEW),
        ("Rara Plt", Change.ACTING),
        ("Bagas Pergi", Change.GONE),
    ]
    pairs = (("p3", "p1"), ("p4", "p6"), ("p2", "p7"), ("p6", "p1"))
    kept, lost = carried_witnesses(pairs, told)
    assert kept == (("n3", "n1"),)
    assert lost == ("Sekar Ayu", "Nirmala Pranaja Putri")
    leads = [
        Step(1, StepKind.SPEECH, "Sambutan", 5, name) for name in ("Bagas Pergi", "Nirmala Pranaja", "Pembawa acara")
    ]
    assert [step.lead for step in carried_rundown(leads, told)] == ["", "Nirmala Pranaja Putri", "Pembawa acara"]


def test_two_of_one_name_whom_nothing_tells_apart_are_not_guessed() -> None:
    before = (person(1, "Sekar Ayu"), person(2, "Sekar Ayu"))
    told = compare_rosters(before, (person(3, "Sekar Ayu"),))
    assert [one.change for one in told] == [Change.NEW, Change.GONE, Change.GONE]
    other = compare_rosters(
        (person(1, "Sekar Ayu", nip="197001011990011001"),), (person(2, "Sekar Ayu", nip="198001012005011001"),)
    )
    assert [one.change for one in other] == [Change.NEW, Change.GONE]


def test_a_group_signs_and_the_others_get_no_sheet() -> None:
    people = (*officials(), person(9, "Utari", "Pelaksana", "Umum"))
    unit = unit_group("Umum")
    assert groups_in(people)[:2] == (COMMISSIONERS, SECRETARIAT)
    assert unit in groups_in(people)
    ceremony: Ceremony = replace(
        draft(),
        officials=people,
        signers=((DocumentKind.PI, (COMMISSIONERS, unit)), (DocumentKind.PBBK, (SECRETARIAT,))),
    )
    numbers = iter(range(1_000))
    sheets = plan_sheets(ceremony, lambda: f"s{next(numbers)}")
    pacts = {sheet.subject_id for sheet in sheets if sheet.kind is DocumentKind.PI}
    stating = {sheet.subject_id for sheet in sheets if sheet.kind is DocumentKind.PBBK}
    commission = {official.id for official in people if official.group.is_commissioner}
    assert pacts == commission | {"p9"}
    assert stating == {official.id for official in people} - commission
    late = plan_for_latecomer(ceremony, person(10, "Damar", "Anggota"), lambda: "x")
    assert [sheet.kind for sheet in late] == [DocumentKind.PI]


def test_order_by_rank_and_unit_and_nobody_moved_over_a_border() -> None:
    people = (
        person(1, "A", "Pelaksana", "Umum"),
        person(2, "B", "Pelaksana", "Hukum"),
        person(3, "C", "Kepala Bagian Umum", "Umum"),
        person(4, "D", "Sekretaris"),
        person(5, "E", "Anggota"),
        person(6, "F", "Ketua"),
        person(7, "G", "Kasubbag Hukum", "Hukum"),
    )
    order = by_rank_and_unit(people)
    assert "".join(official.name for official in order) == "FEDCAGB"
    assert in_protocol_order(order) == order
    assert "".join(official.name for official in moved(order, "p1", -1)) == "FEDACGB"
    assert moved(order, "p3", -1) == order
    assert moved(order, "p5", -1) == order
    assert moved(order, "p2", 1) == order
