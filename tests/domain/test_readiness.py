"""Readiness: an office that has everything is green, and each thing that is missing says so in its own line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import BudgetLine, DocumentKind, Mark, Target
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.officials import Capacity, Official
from kpu_desk.domain.profile import OfficeProfile
from kpu_desk.domain.readiness import Facts, Light, Machine, Power, UsedForm, check_ready, despite_sentence, red
from kpu_desk.domain.readiness_checks import readiness
from tests.domain import ceremonies

NOW = datetime(2026, 1, 22, 1, 0, tzinfo=UTC)
PROFILE = OfficeProfile(
    name="Komisi Pemilihan Umum Provinsi Rekaan",
    short_name="KPU Provinsi Rekaan",
    place="Kota Rekaan",
    letterhead=("KOMISI PEMILIHAN UMUM", "PROVINSI REKAAN"),
    region_code="31",
)
MACHINE = Machine(("Printer",), has_pen=True, screens=3, signer_screen=True, hall_screen=True)
NIPS = {"o3": "198609262015051001", "o4": "199001012015031001", "o2": "198001012005011001"}


def _people(ceremony: Ceremony) -> tuple[Official, ...]:
    return tuple(replace(one, nip=NIPS.get(one.id)) for one in ceremony.officials)


CEREMONY = replace(ceremonies.draft(), officials=_people(ceremonies.draft()))
FACTS = Facts(
    ceremony=CEREMONY,
    profile=PROFILE,
    mark=Mark.NONE,
    now=NOW,
    last_entry=NOW - timedelta(hours=1),
    local_offset=timedelta(hours=7),
    free_mb=50_000,
    power=Power(95, charger=True),
    seal="",
    seal_until=date(2035, 1, 1),
    escrow=True,
    forms=(UsedForm("pbbk", 2026),),
    machine=None,
)


def _with(**changes: object) -> Facts:
    return replace(FACTS, **changes)  # type: ignore[arg-type]  # fields of many kinds


def _on(**changes: object) -> Facts:
    return replace(FACTS, ceremony=replace(CEREMONY, **changes))  # type: ignore[arg-type]  # as above


def _office(**changes: object) -> Facts:
    return replace(FACTS, profile=replace(PROFILE, **changes))  # type: ignore[arg-type]  # as above


def _budget(*lines: BudgetLine) -> Facts:
    return _on(attachment=replace(ceremonies.ATTACHMENT, budget=lines))


def _person(number: int, **changes: object) -> Facts:
    people = list(CEREMONY.officials)
    people[number] = replace(people[number], **changes)  # type: ignore[arg-type]  # as above
    return _on(officials=tuple(people))


def test_an_office_that_has_everything_is_green() -> None:
    assert {line.light for line in readiness(FACTS)} == {Light.GREEN}
    with_machine = {line.code: line.light for line in readiness(_with(machine=MACHINE))}
    assert with_machine.pop("PEN_UNMEASURED") is Light.YELLOW
    assert set(with_machine.values()) == {Light.GREEN}


CASES: dict[str, tuple[Facts, Light]] = {
    "PRINTER_NONE": (_with(machine=replace(MACHINE, printers=())), Light.YELLOW),
    "PRINTER_STOPPED": (_with(machine=replace(MACHINE, stopped=("Printer",))), Light.YELLOW),
    "PEN_NONE": (_with(machine=replace(MACHINE, has_pen=False)), Light.RED),
    "TOUCH_UNMEASURED": (_with(machine=replace(MACHINE, has_pen=False, has_touch=True)), Light.YELLOW),
    "SCREENS_MIRRORED": (_with(machine=replace(MACHINE, mirrored=True)), Light.RED),
    "SIGNER_SCREEN_NONE": (_with(machine=replace(MACHINE, signer_screen=False)), Light.YELLOW),
    "HALL_SCREEN_NONE": (_with(machine=replace(MACHINE, hall_screen=False)), Light.YELLOW),
    "DISK_LOW": (_with(free_mb=400), Light.RED),
    "POWER_UNKNOWN": (_with(power=None), Light.YELLOW),
    "BATTERY_NONE": (_with(power=Power(None, charger=True)), Light.YELLOW),
    "BATTERY_ENOUGH": (_with(power=Power(90, charger=False)), Light.YELLOW),
    "BATTERY_LOW": (_with(power=Power(20, charger=False)), Light.RED),
    "BATTERY_CHARGING": (_with(power=Power(12, charger=True)), Light.YELLOW),
    "CLOCK_BACK": (_with(last_entry=NOW + timedelta(minutes=1)), Light.RED),
    "ZONE_OTHER": (_with(local_offset=timedelta(0)), Light.YELLOW),
    "DAY_PASSED": (_on(date=date(2026, 1, 21)), Light.YELLOW),
    "DAY_TO_COME": (_on(date=date(2026, 1, 23)), Light.GREEN),
    "FONTS_MISSING": (_with(faces=False), Light.RED),
    "NAMES_UNPRINTABLE": (_with(unprintable=("Orang",)), Light.RED),
    "SEAL_UNUSABLE": (_with(seal="SEAL_KEY_MISSING", seal_until=None), Light.RED),
    "SEAL_EXPIRED": (_with(seal_until=date(2026, 1, 21)), Light.RED),
    "SEAL_ENDS_SOON": (_with(seal_until=date(2026, 2, 1)), Light.YELLOW),
    "ESCROW_NONE": (_with(escrow=False), Light.YELLOW),
    "ESCROW_EXPIRED": (_with(escrow_until=date(2026, 1, 21)), Light.YELLOW),
    "FORMS_BROKEN": (_with(forms=(UsedForm("pbbk", 0, problem="baris 3"),)), Light.RED),
    "FORMS_DRAFT": (_with(forms=(UsedForm("pbbk", 2026, draft=True),)), Light.YELLOW),
    "NUMBERS_NOT_TAKEN": (_office(numbered_kinds=()), Light.GREEN),
    "PATTERN_NONE": (_office(number_pattern=""), Light.YELLOW),
    "REGION_NONE": (_office(region_code=""), Light.YELLOW),
    "ROSTER_EMPTY": (_on(officials=()), Light.RED),
    "CHAIR_NONE": (_person(0, office="Anggota"), Light.RED),
    "SECRETARY_NONE": (_person(2, office="Kepala Bagian Umum"), Light.RED),
    "OFFICE_NONE": (_person(4, office=" "), Light.RED),
    "DECREE_NONE": (_person(3, capacity=Capacity.PLT), Light.RED),
    "MANDATE_NONE": (_person(3, capacity=Capacity.AN), Light.YELLOW),
    "NOBODY_SIGNS": (_on(signers=((DocumentKind.PI, ("unit:Bagian Lama",)),)), Light.RED),
    "NIP_NONE": (_person(4, nip=None), Light.YELLOW),
    "SAME_NAME": (_person(4, name="Dr. Orang Rekaan 3, M.A."), Light.YELLOW),
    "WITNESS_NONE": (_on(officials=CEREMONY.officials[:1] + CEREMONY.officials[3:]), Light.RED),
    "TARGETS_NONE": (_on(attachment=None), Light.RED),
    "TARGET_EMPTY": (_on(attachment=replace(ceremonies.ATTACHMENT, targets=(Target("S", "I", " "),))), Light.RED),
    "TOTAL_TWICE": (_budget(BudgetLine("A", 2), BudgetLine("B", 3), BudgetLine("Jumlah", 5)), Light.RED),
    "TOTAL_WRONG": (_budget(BudgetLine("A", 2), BudgetLine("B", 3), BudgetLine("TOTAL", 6)), Light.RED),
    "BUDGET_NOTHING": (_budget(BudgetLine("A", 0)), Light.YELLOW),
    "YEAR_IN_WORDS": (_on(occasion="Penandatanganan Tahun 2025"), Light.RED),
    "YEAR_IN_TARGETS": (_budget(BudgetLine("Sisa tahun 2025", 5)), Light.YELLOW),
    "CLOCK_UNBORN": (_with(unborn=True), Light.RED),
    "CLOCK_UNCHECKED": (_with(clock_checked=False), Light.YELLOW),
    "YEAR_OF_DATE": (_on(date=date(2025, 12, 30)), Light.YELLOW),
    "YEAR_IN_FORM": (_with(forms=(UsedForm("pbbk", 2026, (2025,)),)), Light.RED),
    "YEAR_OF_FORM": (_with(forms=(UsedForm("pbbk", 2025),)), Light.YELLOW),
    "LETTERHEAD_OLD": (_office(short_name="KPU Provinsi DKI Jakarta"), Light.RED),
    "LETTERHEAD_OTHER": (_office(letterhead=("KOMISI PEMILIHAN UMUM", "KOTA LAIN")), Light.RED),
    "PLACES_WRONG": (_with(unplaced=("surat.pdf",)), Light.RED),
}


@pytest.mark.parametrize("code", CASES)
def test_what_is_missing_has_a_line_of_its_own(code: str) -> None:
    facts, light = CASES[code]
    found = {line.code: line for line in readiness(facts)}
    assert found[code].light is light
    assert code not in {line.code for line in readiness(FACTS)}


def test_who_needs_no_witness_needs_no_line_of_one() -> None:
    kinds = tuple(kind for kind in CEREMONY.kinds if kind is not DocumentKind.PI)
    without = CASES["WITNESS_NONE"][0]
    facts = replace(without, ceremony=replace(without.ceremony, kinds=kinds))
    assert not [line for line in readiness(facts) if line.topic == "witnesses"]


@pytest.mark.parametrize(
    ("mark", "reason", "refused"),
    [(Mark.NONE, "", True), (Mark.NONE, "  ", True), (Mark.NONE, "rapat", False), (Mark.GLADI, "", False)],
)
def test_a_real_ceremony_is_opened_over_red_only_for_a_reason(mark: Mark, reason: str, refused: bool) -> None:
    lines = readiness(CASES["DISK_LOW"][0])
    assert len(red(lines)) == 1
    call: Callable[[], None] = lambda: check_ready(lines, mark, reason)  # noqa: E731 -- called in two ways
    if refused:
        with pytest.raises(RuleError, match="KPU-READY"):
            call()
    else:
        call()


def test_the_minutes_name_what_stood_red_and_why() -> None:
    said = despite_sentence(("disk", "seal", "disk"), "ruang rapat hanya ada hari ini")
    assert said == ("Belum beres saat dibuka: ruang disk, kunci segel. Alasan dibuka: ruang rapat hanya ada hari ini.")
