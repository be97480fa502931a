"""Ceremonies, ink and evidence of invented people for tests of the rules."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import count

from kpu_desk.domain.acts_state import turned
from kpu_desk.domain.ceremony import Attendance, Ceremony, CeremonyState
from kpu_desk.domain.ceremony_parts import Signature, Turn
from kpu_desk.domain.documents import Attachment, BudgetLine, DocumentKind, InkKind, Sheet, SignatureSlot, Target
from kpu_desk.domain.evidence import Device, Evidence, FurtherInk
from kpu_desk.domain.ink import Ink, make_ink
from kpu_desk.domain.officials import Official
from kpu_desk.domain.pen import StrokePoint, Tool
from kpu_desk.domain.planning import plan_sheets

AT = "2026-01-22T02:00:00.000Z"
KINDS = (DocumentKind.PK, DocumentKind.PI, DocumentKind.PBBK, DocumentKind.DH, DocumentKind.BA)
ATTACHMENT = Attachment(
    "KPU Provinsi Rekaan", (Target("Sasaran", "Indikator", "100%"),), (BudgetLine("Program", 41_500_000),)
)
DEVICE = Device("Pena uji", "pen", True, False, "1366x768@1.0")
OFFICES = (
    "Ketua KPU Provinsi Rekaan",
    "Anggota; Ketua Divisi Data dan Informasi",
    "Sekretaris KPU Provinsi Rekaan",
    "Kepala Bagian Keuangan",
    "Pengadministrasi Umum",
)


def officials(offices: tuple[str, ...] = OFFICES) -> tuple[Official, ...]:
    """One invented person for each office."""
    return tuple(Official(f"o{n}", f"Orang Rekaan {n}", None, None, office, None) for n, office in enumerate(offices))


def draft(offices: tuple[str, ...] = OFFICES) -> Ceremony:
    """A ceremony before its sheets are frozen."""
    return Ceremony(
        id="c",
        title="Penandatanganan 2026",
        occasion="Penandatanganan 2026",
        year=2026,
        date=date(2026, 1, 22),
        start="09.00",
        place="Kota Rekaan",
        venue="Kantor",
        kinds=KINDS,
        attachment=ATTACHMENT,
        officials=officials(offices),
    )


def frozen(sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """The sheets with a digest each, as if composed."""
    return tuple(replace(s, frozen_sha256=hashlib.sha256(f"{s.id}/{s.version}".encode()).hexdigest()) for s in sheets)


def ready(ceremony: Ceremony) -> Ceremony:
    """The draft declared ready."""
    return turned(ceremony, Turn(CeremonyState.READY, AT, "Petugas Rekaan"))


def opened(offices: tuple[str, ...] = OFFICES) -> Ceremony:
    """A ceremony with frozen sheets."""
    ceremony = draft(offices)
    numbers = count()
    return ready(ceremony).opened(frozen(plan_sheets(ceremony, lambda: f"s{next(numbers)}")), AT)


def arrive(ceremony: Ceremony, official_id: str) -> Ceremony:
    """Checks a person in."""
    return ceremony.checked_in(Attendance(official_id, AT, "dikenal petugas", "Petugas Rekaan"))


def ink(number: int) -> Ink:
    """A small signature, another one for each number."""
    points = tuple(
        StrokePoint(1_000 + 400 * n + number // 900, 5_000 + (n * n * 37 + number) % 900, 20_000 + n, 8 * n, None, None)
        for n in range(20)
    )
    return make_ink((points,), tool=Tool.PEN, width_um=120_000, height_um=40_000, has_pressure=True)


def evidence(
    ceremony: Ceremony, sheet: Sheet, slot: SignatureSlot, ink_digest: str, further: tuple[FurtherInk, ...] = ()
) -> Evidence:
    """Evidence that fits the sheet as it stands."""
    official = ceremony.official(slot.official_id)
    return Evidence(
        serial=sheet.serial,
        slot=slot.key,
        role=slot.role.value,
        official_id=official.id,
        name=official.name,
        office=official.printed_office,
        frozen_sha256=sheet.frozen_sha256 or "",
        earlier=tuple(digest for s in ceremony.signatures_of(sheet.id) for digest in s.inks.values()),
        statement="Saya telah membaca.",
        identified="dikenal petugas",
        identified_by="Petugas Rekaan",
        pages=1,
        pages_seen=1,
        device=DEVICE,
        began_at=AT,
        accepted_at=AT,
        elapsed_ms=4_000,
        zone="WIB",
        clock="jam sistem",
        discarded=0,
        ink_digest=ink_digest,
        program="uji",
        further=further,
    )


def sign(ceremony: Ceremony, sheet_id: str, key: str, number: int) -> Ceremony:
    """Signs a slot by the person it was made for."""
    sheet = ceremony.sheet(sheet_id)
    slot = sheet.slot(key)
    return sign_with(ceremony, sheet, slot, {kind: ink(number + 1_000 * n) for n, kind in enumerate(slot.inks)})


def sign_with(ceremony: Ceremony, sheet: Sheet, slot: SignatureSlot, inks: Mapping[InkKind, Ink]) -> Ceremony:
    """Signs a slot with just these inks, and with evidence of them."""
    first, *others = ((kind, written.digest()) for kind, written in inks.items())
    proof = evidence(ceremony, sheet, slot, first[1], tuple(FurtherInk(*other, DEVICE, 0) for other in others))
    signature = Signature(sheet.id, slot.key, slot.official_id, first[1], proof.digest(), AT, tuple(others))
    return ceremony.signed(signature, inks, proof)
