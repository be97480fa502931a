"""Where an office's stamp may stand: each rule rejects and accepts (domain.md 4.6)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from kpu_desk.domain import checks
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import DocumentKind, Role, Sheet, SignatureSlot, SlotPlace
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.planning import plan_minutes
from kpu_desk.domain.stamping import Stamping, may_bear_stamp
from kpu_desk.domain.stamps import (
    DISC_UM,
    METERAI_SLOT,
    OVERLAP_UM,
    SMALLEST_UM,
    OfficeStamp,
    StampKind,
    kind_for,
    stamp_place,
)
from tests.domain import ceremonies

KETUA, ANGGOTA, SEKRETARIS, KABAG, PELAKSANA = (f"o{n}" for n in range(5))


def stamp(kind: StampKind, *, active: bool = True) -> OfficeStamp:
    return OfficeStamp(kind, b"", f"{kind.value:x<64}", 37_000, active, ceremonies.AT, "Petugas")


BOTH = {kind: stamp(kind) for kind in StampKind}


@cache
def closed() -> Ceremony:
    """Everybody signed everything, but nobody the minutes."""
    ceremony = ceremonies.opened()
    for official in ceremony.officials:
        ceremony = ceremonies.arrive(ceremony, official.id)
    number = 0
    for role in (Role.HADIR, Role.PIHAK_PERTAMA, Role.PIHAK_KEDUA, Role.PEMBUAT, Role.SAKSI):
        for sheet in ceremony.sheets:
            for slot in sheet.slots:
                if slot.role is role:
                    number += 1
                    ceremony = ceremonies.sign(ceremony, sheet.id, slot.key, number)
    minutes = plan_minutes(ceremony, lambda: "ba")
    assert minutes is not None
    return ceremony.closed(replace(minutes, frozen_sha256="0" * 64), ceremonies.AT)


def sheet_of(ceremony: Ceremony, kind: DocumentKind, subject: str | None = None) -> Sheet:
    return next(s for s in ceremony.sheets if s.kind is kind and s.subject_id == subject)


def places(sheet: Sheet) -> tuple[SlotPlace, ...]:
    return tuple(SlotPlace(slot.key, 0, 34_000, 80_000, 60_000, 25_000) for slot in sheet.slots)


def put(
    ceremony: Ceremony,
    sheet: Sheet,
    slot: str,
    stamps: dict[StampKind, OfficeStamp] = BOTH,
    before: Stamping | None = None,
) -> Stamping:
    return (before or Stamping()).put(
        ceremony, (sheet.id, slot), stamps, places(sheet), at=ceremonies.AT, by="Sekretaris Rekaan"
    )


def refused(*arguments: object, **named: object) -> str:
    with pytest.raises(RuleError) as caught:
        put(*arguments, **named)  # type: ignore[arg-type]  # passed on as they are
    return caught.value.code


def test_each_signature_gets_the_stamp_of_its_office() -> None:
    ceremony = closed()
    agreement = sheet_of(ceremony, DocumentKind.PK)
    stamping = put(ceremony, agreement, "pihak_kedua")
    stamping = put(ceremony, agreement, "pihak_pertama", before=stamping)
    assert [(act.slot, act.kind) for act in stamping.acts] == [
        ("pihak_kedua", StampKind.COMMISSION),
        ("pihak_pertama", StampKind.SECRETARIAT),
    ]
    (act,) = put(ceremony, sheet_of(ceremony, DocumentKind.PI, PELAKSANA), "saksi").acts
    assert (act.kind, act.by, act.diameter_um) == (StampKind.SECRETARIAT, "Sekretaris Rekaan", 37_000)
    (act,) = put(ceremony, sheet_of(ceremony, DocumentKind.PI, SEKRETARIS), "saksi").acts
    assert act.kind is StampKind.COMMISSION, "the Ketua witnesses the Sekretaris"


def test_personal_statements_bear_no_stamp_at_their_maker() -> None:
    ceremony = closed()
    for kind in (DocumentKind.PI, DocumentKind.PBBK):
        for subject in (KETUA, SEKRETARIS, PELAKSANA):
            assert refused(ceremony, sheet_of(ceremony, kind, subject), "pembuat") == "KPU-STAMP-PERSONAL"
    pact = sheet_of(ceremony, DocumentKind.PI, PELAKSANA)
    checks.check_stamp_not_personal(pact, pact.slot("saksi"))


def test_the_rows_of_the_attendance_list_bear_none() -> None:
    ceremony = closed()
    assert refused(ceremony, sheet_of(ceremony, DocumentKind.DH), "hadir-001") == "KPU-STAMP-ROLE"
    minutes = sheet_of(ceremony, DocumentKind.BA)
    checks.check_stamp_role(minutes, minutes.slot("ketua"))


def test_only_who_may_sign_for_the_office_gets_its_stamp() -> None:
    kabag = closed().official(KABAG)
    with pytest.raises(RuleError) as caught:
        checks.check_stamp_empowered(SignatureSlot("pihak_pertama", Role.PIHAK_PERTAMA, KABAG), kabag)
    assert caught.value.code == "KPU-STAMP-EMPOWERED"
    checks.check_stamp_empowered(SignatureSlot("saksi", Role.SAKSI, KABAG), kabag)
    for leader in (KETUA, ANGGOTA, SEKRETARIS):
        slot = SignatureSlot("pihak_kedua", Role.PIHAK_KEDUA, leader)
        checks.check_stamp_empowered(slot, closed().official(leader))


def test_the_two_stamps_are_kept_apart() -> None:
    ceremony = closed()
    with pytest.raises(RuleError) as caught:
        checks.check_stamp_own(StampKind.SECRETARIAT, ceremony.official(KETUA))
    assert caught.value.code == "KPU-STAMP-OWN"
    checks.check_stamp_own(StampKind.COMMISSION, ceremony.official(ANGGOTA))
    checks.check_stamp_own(StampKind.SECRETARIAT, ceremony.official(KABAG))
    known = {"c" * 64: StampKind.COMMISSION}
    with pytest.raises(RuleError) as caught:
        checks.check_stamps_apart("c" * 64, StampKind.SECRETARIAT, known)
    assert caught.value.code == "KPU-STAMP-APART"
    checks.check_stamps_apart("c" * 64, StampKind.COMMISSION, known)
    checks.check_stamps_apart("f" * 64, StampKind.SECRETARIAT, known)
    assert kind_for(ceremony.official(SEKRETARIS)) is StampKind.SECRETARIAT


@pytest.mark.parametrize("stamps", [{}, {StampKind.COMMISSION: stamp(StampKind.COMMISSION, active=False)}])
def test_a_stamp_that_is_off_or_missing_is_not_put(stamps: dict[StampKind, OfficeStamp]) -> None:
    ceremony = closed()
    assert refused(ceremony, sheet_of(ceremony, DocumentKind.PK), "pihak_kedua", stamps) == "KPU-STAMP-ACTIVE"
    checks.check_stamp_active(stamp(StampKind.SECRETARIAT))


def test_only_complete_sheets() -> None:
    ceremony = closed()
    minutes = sheet_of(ceremony, DocumentKind.BA)
    assert refused(ceremony, minutes, "ketua") == "KPU-STAMP-COMPLETE"
    half = ceremonies.sign(ceremony, minutes.id, "ketua", 500)
    assert refused(half, minutes, "ketua") == "KPU-STAMP-COMPLETE"
    whole = ceremonies.sign(half, minutes.id, "sekretaris", 501)
    assert put(whole, minutes, "ketua").slots == {(minutes.id, "ketua")}


def test_not_before_the_closing() -> None:
    ceremony = ceremonies.opened()
    assert refused(ceremony, sheet_of(ceremony, DocumentKind.PK), "pihak_kedua") == "KPU-STATE"


def test_once_sealed_no_stamp_comes_or_goes() -> None:
    ceremony = closed()
    agreement = sheet_of(ceremony, DocumentKind.PK)
    stamping = put(ceremony, agreement, "pihak_kedua")
    sealed = ceremony.with_sealed(agreement.id)
    assert refused(sealed, agreement, "pihak_pertama") == "KPU-STAMP-UNSEALED"
    with pytest.raises(RuleError) as caught:
        stamping.taken_back(sealed, (agreement.id, "pihak_kedua"))
    assert caught.value.code == "KPU-STAMP-UNSEALED"
    assert stamping.taken_back(ceremony, (agreement.id, "pihak_kedua")) == Stamping()


def test_one_stamp_beside_a_signature_and_only_a_stamp_that_is_there_is_taken_back() -> None:
    ceremony = closed()
    agreement = sheet_of(ceremony, DocumentKind.PK)
    stamping = put(ceremony, agreement, "pihak_kedua")
    assert refused(ceremony, agreement, "pihak_kedua", BOTH, stamping) == "KPU-STAMP-ONCE"
    with pytest.raises(RuleError) as caught:
        stamping.taken_back(ceremony, (agreement.id, "pihak_pertama"))
    assert caught.value.code == "KPU-STAMP-THERE"
    again = put(ceremony, agreement, "pihak_kedua", before=stamping.taken_back(ceremony, (agreement.id, "pihak_kedua")))
    assert again == stamping


def test_a_stamp_does_not_lie_over_the_box_of_a_duty_stamp() -> None:
    ceremony = closed()
    agreement = sheet_of(ceremony, DocumentKind.PK)
    box = SlotPlace(METERAI_SLOT, 0, 25_000, 82_000, 24_000, 20_000)
    for others, allowed in (((box,), False), ((replace(box, page=1),), True), ((replace(box, x_um=112_000),), True)):
        known = (*places(agreement), *others)
        slot = (agreement.id, "pihak_pertama")
        if allowed:
            Stamping().put(ceremony, slot, BOTH, known, at=ceremonies.AT, by="")
            continue
        with pytest.raises(RuleError) as caught:
            Stamping().put(ceremony, slot, BOTH, known, at=ceremonies.AT, by="")
        assert caught.value.code == "KPU-STAMP-ROOM"


@pytest.mark.parametrize("diameter", [SMALLEST_UM - 1, DISC_UM + 1, 0, -37_000])
def test_a_size_that_fits_no_disc_is_refused(diameter: int) -> None:
    with pytest.raises(RuleError) as caught:
        checks.check_stamp_size(diameter)
    assert caught.value.code == "KPU-STAMP-SIZE"
    for well in (SMALLEST_UM, 37_000, DISC_UM):
        checks.check_stamp_size(well)


def test_a_stamp_lies_beside_the_signature_and_partly_over_it() -> None:
    signature = SlotPlace("saksi", 2, 34_000, 80_000, 60_000, 25_000)
    for diameter in (SMALLEST_UM, 37_000, DISC_UM):
        place = stamp_place(signature, diameter)
        assert (place.page, place.width_um, place.height_um) == (2, diameter, diameter)
        assert place.x_um < signature.x_um < place.x_um + diameter < signature.x_um + signature.width_um
        assert place.x_um + place.width_um / 2 == signature.x_um + OVERLAP_UM
        assert abs(place.y_um + diameter / 2 - (signature.y_um + 12_500)) <= 1


def test_where_a_stamp_belongs_at_all() -> None:
    ceremony = closed()
    found = {
        (sheet.kind, slot.role)
        for sheet in ceremony.sheets
        for slot in sheet.slots
        if may_bear_stamp(ceremony, sheet, slot)
    }
    assert found == {
        (DocumentKind.PK, Role.PIHAK_PERTAMA),
        (DocumentKind.PK, Role.PIHAK_KEDUA),
        (DocumentKind.PI, Role.SAKSI),
        (DocumentKind.BA, Role.PENANDA_TANGAN),
    }
