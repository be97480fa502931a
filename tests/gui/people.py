"""An invented office with invented people, in each state of a ceremony."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count

from kpu_desk.domain.ceremony import Attendance, Ceremony, CeremonyState
from kpu_desk.domain.ceremony_parts import Signature
from kpu_desk.domain.documents import Attachment, BudgetLine, DocumentKind, Role, Sheet, Target
from kpu_desk.domain.officials import Official
from kpu_desk.domain.planning import plan_minutes, plan_sheets
from tests.domain.ceremonies import ready

KINDS = (DocumentKind.PK, DocumentKind.PI, DocumentKind.PBBK, DocumentKind.DH, DocumentKind.BA)
FRONT = ("Nirmala", "Damar", "Utari", "Bayu", "Sekar", "Laksmi", "Rangga", "Wening", "Prabu", "Kirana", "Satria", "Ayu")
BACK = ("Pranaja", "Wiraguna", "Hartaman", "Samudra", "Widyatama", "Cakrabuana", "Puspakirana", "Adiwinata")
TITLES = ("", ", S.H.", ", S.E.", ", S.Kom., M.Si.", ", A.Md.", "")
UNITS = (
    "Bagian Keuangan, Umum dan Logistik",
    "Bagian Perencanaan, Data dan Informasi",
    "Bagian Teknis Penyelenggaraan Pemilu dan Partisipasi Hubungan Masyarakat",
    "Bagian Hukum dan Sumber Daya Manusia",
)
AT = "2026-01-22T02:00:00.000Z"


def officials(number: int) -> tuple[Official, ...]:
    """A Ketua, four members, a Sekretaris, then heads and staff of four units."""
    made: list[Official] = []
    for n in range(number):
        name = f"{FRONT[n % 12]} {BACK[(n // 12 + n) % 8]}{TITLES[n % 6]}"
        if n == 0:
            office, unit = "Ketua KPU Provinsi Nusa Raya", None
        elif n < 5:
            office, unit = "Anggota; Ketua Divisi Perencanaan dan Logistik", None
        elif n == 5:
            office, unit = "Sekretaris KPU Provinsi Nusa Raya", None
        else:
            unit = UNITS[n % 4]
            office = f"Kepala {unit}" if n < 10 else "Penata Kelola Pemilu Ahli Muda" if n % 3 else "Pengelola Keuangan"
        nip = None if n < 5 else f"19{70 + n % 30}0{1 + n % 9}1{n % 10}2005031{n:03d}"
        made.append(Official(f"o{n:03d}", name, nip, None if nip is None else "Penata (III/c)", office, unit))
    return tuple(made)


def attachment() -> Attachment:
    """Two objectives with three indicators, two programmes."""
    return Attachment(
        "KPU Provinsi Nusa Raya",
        (
            Target("Terwujudnya data pemilih yang mutakhir", "Persentase pemutakhiran tepat waktu", "100%"),
            Target("Terwujudnya data pemilih yang mutakhir", "Jumlah rapat koordinasi", "4 kali"),
            Target("Terlaksananya akuntansi", "Jumlah laporan", "2 Lap"),
        ),
        (
            BudgetLine("Dukungan Manajemen", 1_234_567_000, ""),
            BudgetLine("Penyelenggaraan Pemilu dalam Proses Konsolidasi Demokrasi", 41_500_000, "Revisi 1"),
        ),
        sample=True,
    )


def draft(number: int = 12) -> Ceremony:
    """A ceremony that is being prepared."""
    return Ceremony(
        id="c1",
        title="Penandatanganan PK, PI, PBBK 2026",
        occasion="Penandatanganan Perjanjian Kinerja dan Pakta Integritas",
        year=2026,
        date=date(2026, 1, 22),
        start="09.00",
        place="Nusa Raya",
        venue="Aula kantor",
        kinds=KINDS,
        officials=officials(number),
        attachment=attachment(),
    )


def opened(number: int = 12, *, sample: bool = False) -> Ceremony:
    """Open, nobody is here yet."""
    ceremony = replace(draft(number), sample=sample)
    numbers = count(1)
    sheets = plan_sheets(ceremony, lambda: f"s{next(numbers):04d}")
    return ready(ceremony).opened(tuple(replace(sheet, frozen_sha256="ab" * 32) for sheet in sheets), AT)


def with_present(ceremony: Ceremony, *official_ids: str) -> Ceremony:
    """The same with some people checked in."""
    for official_id in official_ids:
        ceremony = ceremony.checked_in(Attendance(official_id, AT, "dikenal petugas", "Petugas"))
    return ceremony


def with_signature(ceremony: Ceremony, sheet: Sheet, slot: str) -> Ceremony:
    """The same with one signature noted, without ink: for windows that only look at who signed."""
    official_id = sheet.slot(slot).official_id
    signature = Signature(sheet.id, slot, official_id, f"ink {sheet.id} {slot}", "evidence", AT)
    return replace(ceremony, signatures=(*ceremony.signatures, signature))


def under_way(number: int = 96) -> Ceremony:
    """Most people are here, a third has signed, some witnesses have, one declined nothing."""
    ceremony = with_present(opened(number), *(f"o{n:03d}" for n in range(number) if n % 7 != 6))
    for sheet in ceremony.sheets:
        for n, slot in enumerate(sheet.slots):
            number_of = int(slot.official_id[1:])
            early = number_of < number // 3
            witness = slot.role is Role.SAKSI and number_of == 5 and n == 1 and sheet.serial < "PI-020"
            if early and slot.official_id in ceremony.present and (slot.role is not Role.SAKSI or witness):
                ceremony = with_signature(ceremony, sheet, slot.key)
    return ceremony


def closed(number: int = 12) -> Ceremony:
    """Everything is signed but the minutes."""
    ceremony = with_present(opened(number), *(f"o{n:03d}" for n in range(number)))
    for sheet in ceremony.sheets:
        for slot in sheet.slots:
            ceremony = with_signature(ceremony, sheet, slot.key)
    minutes = plan_minutes(ceremony, lambda: "minutes")
    assert minutes is not None
    ceremony = ceremony.closed(replace(minutes, frozen_sha256="cd" * 32), AT)
    assert ceremony.state is CeremonyState.CLOSED
    return ceremony
