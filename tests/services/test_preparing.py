"""Before the day: roster, targets, freezing, and what a correction does to sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kpu_desk.domain.ceremony import CeremonyState
from kpu_desk.domain.documents import DocumentKind, Target
from kpu_desk.domain.errors import FormError, KnownError, RosterError, RuleError
from kpu_desk.domain.roster import ProblemCode, RosterProblem
from kpu_desk.resources import read_text
from kpu_desk.services import opening, patterns, preparing, signing
from kpu_desk.services.desk import Desk
from kpu_desk.storage import records
from tests.domain.ceremonies import ink
from tests.services.offices import (
    ACTOR,
    PASSPHRASE,
    PLAN,
    TARGETS,
    capture,
    make_desk,
    make_draft,
    make_open,
    never,
    no_progress,
    reading,
    sign_everything,
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.close()


def test_a_ceremony_is_the_same_after_opening_again(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    ceremony = make_open(desk)
    desk.close()
    again = opening.unlock(tmp_path, PASSPHRASE, ACTOR)
    assert again.ceremonies() == (ceremony,)
    again.close()


def test_names_are_stored_exactly_as_they_came(desk: Desk) -> None:
    ceremony = make_draft(desk)
    assert [o.name for o in ceremony.officials] == [row.name for row in reading().rows]


def test_a_roster_with_errors_is_not_imported(desk: Desk) -> None:
    ceremony = preparing.create_ceremony(desk, PLAN)
    wrong = replace(reading(), problems=(RosterProblem(3, "C3", ProblemCode.NAME_MISSING, ()),))
    with pytest.raises(RosterError, match="ROSTER_HAS_ERRORS"):
        preparing.import_roster(desk, ceremony.id, wrong, "pejabat.csv")
    assert desk.ceremony(ceremony.id).officials == ()


def test_opening_can_be_cancelled_and_leaves_a_draft(desk: Desk) -> None:
    ceremony = make_draft(desk)
    with pytest.raises(KnownError, match="CANCELLED"):
        preparing.open_ceremony(desk, ceremony.id, no_progress, lambda: True)
    assert desk.ceremony(ceremony.id) == ceremony
    assert preparing.open_ceremony(desk, ceremony.id, no_progress, never).state is CeremonyState.OPEN


def test_every_sheet_is_frozen_with_a_place_for_every_slot(desk: Desk) -> None:
    ceremony = make_open(desk)
    with desk.database.reading() as session:
        for sheet in ceremony.sheets:
            composed = records.frozen(session, sheet.frozen_sha256 or "")
            assert composed is not None
            assert {place.slot for place in composed.places} == {slot.key for slot in sheet.slots}
            assert composed.pdf.startswith(b"%PDF-1.7")


def test_a_correction_redraws_the_unsigned_sheets_and_keeps_the_old_bytes(desk: Desk) -> None:
    ceremony = make_open(desk)
    staff = ceremony.officials[4]
    shown = {s.serial: s for s in signing.sitting_for(desk, ceremony.id, staff.id).sheets}
    signing.accept(desk, ceremony.id, capture(staff.id, shown["PI-005"], ink(1)))
    before = {sheet.serial: sheet for sheet in desk.ceremony(ceremony.id).sheets}

    after = preparing.correct_official(desk, ceremony.id, replace(staff, name="  Nama   Benar, S.E. "))
    sheets = {sheet.serial: sheet for sheet in after.sheets}
    assert after.official(staff.id).name == "Nama Benar, S.E."
    changed = {serial for serial, sheet in sheets.items() if sheet != before[serial]}
    assert changed == {"PBBK-005", "DH-001"}
    assert sheets["PBBK-005"].version == 2
    with desk.database.reading() as session:
        assert records.frozen(session, before["PBBK-005"].frozen_sha256 or "") is not None
    # What the signer had on the screen is no longer the sheet, so it can no longer be signed as seen.
    assert signing.sitting_for(desk, ceremony.id, staff.id).name == "Nama Benar, S.E."


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", "   ", "FIELD_EMPTY"),
        ("office", "", "FIELD_EMPTY"),
        ("name", "Nama\u202eterbalik", "FIELD_ODD_CHARACTER"),
        ("unit", "x" * 201, "FIELD_TOO_LONG"),
        ("name", "Ратна Dewi", "FIELD_NOT_PRINTABLE"),
        ("office", "Kepala e\u0304\u0301\u0325 Bagian", "FIELD_NOT_PRINTABLE"),
        ("nip", "1,98501E+17", "NIP_WRONG"),
        ("nip", "12345", "NIP_WRONG"),
    ],
)
def test_what_is_typed_by_hand_obeys_the_rules_of_a_roster(desk: Desk, field: str, value: str, code: str) -> None:
    ceremony = make_draft(desk)
    with pytest.raises(RosterError, match=code):
        preparing.correct_official(desk, ceremony.id, replace(ceremony.officials[4], **{field: value}))  # type: ignore[arg-type]  # one field at a time
    assert desk.ceremony(ceremony.id) == ceremony


@pytest.mark.parametrize("odd", [{"title": "Penandatanganan \u2603"}, {"basis": ("PP 8", "a\u200bb")}])
def test_what_a_ceremony_is_called_can_be_printed(desk: Desk, odd: dict[str, Any]) -> None:
    ceremony, plan = preparing.create_ceremony(desk, PLAN), replace(PLAN, **odd)
    acts: tuple[Callable[[], object], ...] = (
        lambda: preparing.create_ceremony(desk, plan),
        lambda: preparing.change_plan(desk, ceremony.id, plan),
        lambda: patterns.make_ceremony(desk, patterns.Prepared(plan, patterns.own_patterns(desk)[0])),
    )
    for act in acts:
        with pytest.raises(RosterError, match=r"FIELD_(NOT_PRINTABLE.*title|ODD_CHARACTER.*basis, row=2)"):
            act()
    assert desk.ceremonies() == (ceremony,)


def test_letters_that_the_faces_have_are_taken_composed_or_not(desk: Desk) -> None:
    ceremony = make_draft(desk)
    for number, name in enumerate(("Rene\u0301e d\u2019Ornay, S.H.", "Ren\u00e9e \u201cNia\u201d Ornay")):
        preparing.correct_official(desk, ceremony.id, replace(ceremony.officials[number], name=name))


@pytest.mark.parametrize(
    ("indicator", "code"),
    [
        ("Persentase \u202ehalus", "FIELD_ODD_CHARACTER"),
        ("Persentase 目標", "FIELD_NOT_PRINTABLE"),
        ("x" * 1_001, "FIELD_TOO_LONG"),
    ],
)
def test_targets_typed_by_hand_obey_the_same_rules_and_name_their_row(desk: Desk, indicator: str, code: str) -> None:
    ceremony = make_draft(desk)
    wrong = replace(TARGETS, targets=(*TARGETS.targets, Target("Sasaran", indicator, "1")))
    with pytest.raises(RosterError, match=code) as refused:
        preparing.set_attachment(desk, ceremony.id, wrong)
    assert refused.value.facts["field"] == "indicator"
    assert refused.value.facts["row"] == len(wrong.targets)
    assert desk.ceremony(ceremony.id).attachment == TARGETS


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (b"id = 'pbbk'\n# Kesedia\xe9n", 2, "NO_UTF8"),
        (b"id = 'pbbk'\nkind = [", 2, "TOML"),
        (b"id = 'pbbk'\n", 0, "MISSING"),
    ],
)
def test_a_wrong_form_of_the_office_stops_the_opening_and_is_named(
    desk: Desk, data: bytes, line: int, reason: str
) -> None:
    ceremony = make_draft(desk)
    own = desk.workspace.root / "forms" / "pbbk.toml"
    own.parent.mkdir(exist_ok=True)
    own.write_bytes(data)
    with pytest.raises(FormError, match="WRONG_FORM") as refused:
        preparing.open_ceremony(desk, ceremony.id, no_progress, never)
    assert refused.value.facts["file"] == str(own)
    assert (refused.value.facts["line"], refused.value.facts["reason"]) == (line, reason)
    assert desk.ceremony(ceremony.id).state is CeremonyState.DRAFT


def test_a_form_for_another_kind_of_document_is_refused(desk: Desk) -> None:
    ceremony = make_draft(desk)
    own = desk.workspace.root / "forms" / "pbbk.toml"
    own.parent.mkdir(exist_ok=True)
    own.write_text(read_text("forms", "daftar-hadir.toml"), encoding="utf-8")
    with pytest.raises(FormError, match="WRONG_FORM") as refused:
        preparing.open_ceremony(desk, ceremony.id, no_progress, never)
    assert refused.value.facts["reason"] == "KIND"


def test_a_nip_typed_with_blanks_is_stored_bare_and_only_once(desk: Desk) -> None:
    ceremony = make_draft(desk)
    after = preparing.correct_official(desk, ceremony.id, replace(ceremony.officials[4], nip="19850101 201001 1 001"))
    assert after.officials[4].nip == "198501012010011001"
    with pytest.raises(RuleError, match="KPU-NIP-UNIQUE"):
        preparing.add_official(desk, ceremony.id, name="Orang Lain", office="Staf", nip="198501012010011001")


def test_two_people_can_swap_their_numbers(desk: Desk) -> None:
    ceremony = make_draft(desk)
    first, second = ceremony.officials[3], ceremony.officials[4]
    preparing.correct_official(desk, ceremony.id, replace(first, nip="198501012010011001"))
    preparing.correct_official(desk, ceremony.id, replace(second, nip="198601012010011002"))
    preparing.correct_official(desk, ceremony.id, replace(second, nip=None))
    preparing.correct_official(desk, ceremony.id, replace(first, nip="198601012010011002"))
    after = preparing.correct_official(desk, ceremony.id, replace(second, nip="198501012010011001"))
    assert [o.nip for o in after.officials[3:]] == ["198601012010011002", "198501012010011001"]


def test_people_are_added_and_removed_while_the_ceremony_is_open(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    ceremony = make_open(desk)
    sheets = len(ceremony.sheets)
    after = preparing.add_official(desk, ceremony.id, name="Orang Baru", office="Pelaksana")
    assert len(after.sheets) == sheets + 2
    newcomer = after.officials[-1]
    attendance = next(sheet for sheet in after.sheets if sheet.kind is DocumentKind.DH)
    assert attendance.slots[-1].official_id == newcomer.id
    assert attendance.version == 2
    removed = preparing.remove_official(desk, ceremony.id, newcomer.id)
    assert len(removed.sheets) == sheets
    desk.close()
    again = opening.unlock(tmp_path, PASSPHRASE, ACTOR)
    assert again.ceremony(ceremony.id) == removed
    again.close()


def test_targets_can_change_until_the_agreement_is_signed(desk: Desk) -> None:
    ceremony = make_open(desk)
    more = replace(TARGETS, targets=(*TARGETS.targets, Target("Sasaran lain", "Indikator lain", "2 Lap")))
    after = preparing.set_attachment(desk, ceremony.id, more)
    agreement = next(sheet for sheet in after.sheets if sheet.kind is DocumentKind.PK)
    assert agreement.version == 2
    sign_everything(desk, ceremony.id)
    with pytest.raises(RuleError, match="KPU-SHEET-UNSIGNED"):
        preparing.set_attachment(desk, ceremony.id, TARGETS)


def test_the_plan_of_a_draft_can_change_and_of_an_open_ceremony_cannot(desk: Desk) -> None:
    ceremony = make_draft(desk)
    assert preparing.change_plan(desk, ceremony.id, replace(PLAN, venue="Aula")).venue == "Aula"
    preparing.open_ceremony(desk, ceremony.id, no_progress, never)
    with pytest.raises(RuleError, match="KPU-STATE"):
        preparing.change_plan(desk, ceremony.id, PLAN)


def test_an_office_replaces_a_form_by_a_file(desk: Desk) -> None:
    own = desk.workspace.root / "forms"
    own.mkdir()
    from kpu_desk.resources import read_text

    text = read_text("forms", "pbbk.toml").replace('version = "2026.1"', 'version = "kantor-1"')
    (own / "pbbk.toml").write_text(text, encoding="utf-8")
    ceremony = make_open(desk)
    statement = next(sheet for sheet in ceremony.sheets if sheet.kind is DocumentKind.PBBK)
    with desk.database.reading() as session:
        composed = records.frozen(session, statement.frozen_sha256 or "")
    assert composed is not None
    assert "kantor-1" in composed.form


def test_closing_counts_what_happened(desk: Desk) -> None:
    ceremony = make_open(desk)
    sign_everything(desk, ceremony.id)
    closed = preparing.close_ceremony(desk, ceremony.id)
    assert closed.state is CeremonyState.CLOSED
    assert closed.sheets[-1].kind is DocumentKind.BA
    with pytest.raises(RuleError, match="KPU-STATE"):
        preparing.close_ceremony(desk, ceremony.id)
