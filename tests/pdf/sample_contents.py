"""Invented sheets and signatures to compose: no real person, no real number."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from random import Random

import pikepdf

from kpu_desk.domain.documents import (
    LATE_FORM,
    Attachment,
    BudgetLine,
    DocumentKind,
    InkKind,
    Letterhead,
    Mark,
    Party,
    Role,
    SheetContent,
    SlotPlace,
    Target,
)
from kpu_desk.domain.evidence import Device, Evidence
from kpu_desk.domain.forms import Form, form_id_for, parse_form
from kpu_desk.domain.ink import Ink, make_ink
from kpu_desk.domain.ink_drawing import PlacedInk, draw
from kpu_desk.domain.minutes import KindCount, Minutes, RundownLine
from kpu_desk.domain.pen import StrokePoint, Tool
from kpu_desk.domain.record import RecordContent, SignedSlot
from kpu_desk.resources import read_text

OFFICE = "Komisi Pemilihan Umum Provinsi Daerah Khusus Jakarta"
OFFICE_SHORT = "KPU Provinsi Daerah Khusus Jakarta"

KETUA = Party("ketua", Role.SAKSI, "Nirmala Pranaja, S.H., M.Si.", None, None, "Ketua", None, commissioner=True)
SEKRETARIS = Party(
    "sekretaris",
    Role.SAKSI,
    "Drs. H. Damar Wiraguna, M.A.P.",
    "197103121996031002",
    "Pembina Utama Muda (IV/c)",
    "Sekretaris",
    "Sekretariat",
)
STAFF = Party(
    "pembuat",
    Role.PEMBUAT,
    "Utari Hartaman, S.Sos.",
    "198609262015052001",
    "Penata Tingkat I (III/d)",
    "Kepala Subbagian Keuangan",
    "Bagian Keuangan, Umum, dan Logistik",
)


def form_for(content: SheetContent) -> Form:
    """The shipped form that the content takes."""
    form_id = form_id_for(content)
    return parse_form(read_text("forms", f"{form_id}.toml"), f"{form_id}.toml")


def with_slot(party: Party, slot: str, role: Role) -> Party:
    """The same person signing elsewhere."""
    return Party(
        slot,
        role,
        party.name,
        party.nip,
        party.rank,
        party.office,
        party.unit,
        party.decree,
        party.commissioner,
    )


def sheet(
    kind: DocumentKind,
    parties: tuple[Party, ...],
    *,
    mark: Mark = Mark.CONTOH,
    number: str | None = None,
    basis: tuple[str, ...] = (),
    attachment: Attachment | None = None,
    minutes: Minutes | None = None,
    logo: bytes | None = None,
) -> SheetContent:
    """A sheet of the invented ceremony."""
    return SheetContent(
        kind=kind,
        serial=f"{kind.value}-001",
        mark=mark,
        letterhead=Letterhead(
            ("KOMISI PEMILIHAN UMUM", "PROVINSI DAERAH KHUSUS JAKARTA"),
            (
                "Jalan Contoh Raya Nomor 15, Jakarta Pusat 10440",
                "Telepon (021) 0000000, Faksimile (021) 0000001",
            ),
            logo,
        ),
        office_name=OFFICE,
        office_short=OFFICE_SHORT,
        occasion=(
            "Penandatanganan Perjanjian Kinerja, Pakta Integritas, dan Pernyataan Bebas Benturan Kepentingan Tahun 2026"
        ),
        year=2026,
        date=date(2026, 1, 22),
        place="Jakarta",
        venue="Kantor KPU Provinsi Daerah Khusus Jakarta",
        time_label="09.00 WIB",
        number=number,
        parties=parties,
        basis=basis,
        attachment=attachment,
        minutes=minutes,
    )


def agreement(rows: int = 6, *, sample: bool = True) -> SheetContent:
    """A Perjanjian Kinerja, entered in the wrong order on purpose."""
    targets = tuple(
        Target(
            f"Terwujudnya sasaran contoh {index // 3 + 1} yang tertulis pada dua baris atau lebih",
            f"Persentase satuan kerja contoh yang menyelesaikan kegiatan nomor {index + 1} tepat waktu",
            "100%" if index % 2 else "11 Lap",
        )
        for index in range(rows)
    )
    budget = (
        BudgetLine("Penyelenggaraan Pemilu dalam Proses Konsolidasi Demokrasi", 41_500_000),
        BudgetLine("Dukungan Manajemen", 1_234_567_000, "APBN"),
    )
    parties = (
        with_slot(SEKRETARIS, "pihak_pertama", Role.PIHAK_PERTAMA),
        with_slot(KETUA, "pihak_kedua", Role.PIHAK_KEDUA),
    )
    return sheet(DocumentKind.PK, parties, attachment=Attachment(OFFICE_SHORT, targets, budget, sample=sample))


def agreement_alone(rows: int = 6) -> SheetContent:
    """The commission's Perjanjian Kinerja, which the Ketua signs alone."""
    return replace(agreement(rows), parties=(with_slot(KETUA, "pihak_pertama", Role.PIHAK_PERTAMA),))


def pact(maker: Party = STAFF, witness: Party = SEKRETARIS, *, mark: Mark = Mark.CONTOH) -> SheetContent:
    """A Pakta Integritas."""
    return sheet(
        DocumentKind.PI,
        (with_slot(maker, "pembuat", Role.PEMBUAT), with_slot(witness, "saksi", Role.SAKSI)),
        mark=mark,
    )


def declaration(maker: Party = STAFF, *, mark: Mark = Mark.CONTOH) -> SheetContent:
    """A Pernyataan Bebas Benturan Kepentingan."""
    return sheet(DocumentKind.PBBK, (with_slot(maker, "pembuat", Role.PEMBUAT),), mark=mark)


def private_declaration(*, answers: tuple[str, ...] = ()) -> SheetContent:
    """The private sheet of somebody who declares a conflict of interest."""
    parties = (with_slot(STAFF, "pembuat", Role.PEMBUAT), with_slot(SEKRETARIS, "saksi", Role.SAKSI))
    return replace(sheet(DocumentKind.PBBK, parties), form_id="pbbk-deklarasi", answers=answers)


def attendance(people: int) -> SheetContent:
    """A Daftar Hadir of invented people, some with long names and offices."""
    names = ("Sekar", "Bagas", "Wulan", "Rangga", "Ayu", "Galih", "Laras", "Panji")
    families = ("Adikara", "Kusumanegara", "Pranata Wijayakusuma", "Tirtayasa", "Lengkong")
    parties = [with_slot(KETUA, "hadir-001", Role.HADIR), with_slot(SEKRETARIS, "hadir-002", Role.HADIR)]
    for number in range(3, people + 1):
        name = f"{names[number % 8]} {families[number % 5]}, S.E."
        if number % 17 == 0:
            name = f"Prof. Dr. H. {name.removesuffix(', S.E.')} Suryaningratwidjojo, S.H., M.H., M.Si., Ph.D."
        parties.append(
            Party(
                f"hadir-{number:03}",
                Role.HADIR,
                name,
                f"1985{number % 12 + 1:02}1020100110{number % 100:02}",
                None,
                "Penata Kelola Pemilihan Umum Ahli Muda" if number % 3 else "Pelaksana",
                "Bagian Keuangan, Umum, dan Logistik" if number % 2 else None,
            )
        )
    return sheet(DocumentKind.DH, tuple(parties[:people]))


RUNDOWN = (
    RundownLine(1, "Registrasi dan penandatanganan daftar hadir", "", "08.30–09.00", "08.28–09.05"),
    RundownLine(2, "Pembukaan", "Pembawa acara", "09.00–09.02", "09.05–09.08"),
    RundownLine(3, "Doa", "", "09.02–09.05", "–", "sudah dibacakan pada apel pagi"),
    RundownLine(4, "Penandatanganan Perjanjian Kinerja", "", "09.05–09.15", "09.08–09.21; 10.40–10.44"),
)


def minutes_sheet() -> SheetContent:
    """A Berita Acara; its two signers are entered Sekretaris first."""
    return sheet(
        DocumentKind.BA,
        (
            with_slot(SEKRETARIS, "sekretaris", Role.PENANDA_TANGAN),
            with_slot(KETUA, "ketua", Role.PENANDA_TANGAN),
        ),
        basis=(
            "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
            "Surat undangan Sekretaris nomor 00/CONTOH/2026",
        ),
        minutes=Minutes(
            opened="09.05",
            closed="11.40",
            present=93,
            invited=96,
            counts=(
                KindCount(DocumentKind.PK, 1, 1, 2),
                KindCount(DocumentKind.PI, 96, 93, 186),
                KindCount(DocumentKind.PBBK, 96, 93, 93),
                KindCount(DocumentKind.DH, 1, 1, 93),
            ),
            witnesses=("Nirmala Pranaja, S.H., M.Si.", "Drs. H. Damar Wiraguna, M.A.P."),
            absent=("Laras Tirtayasa, S.E.", "Panji Lengkong, S.E."),
            pending=("Galih Adikara, S.E. – PI-017, PBBK-017; meninggalkan acara pukul 10.40",),
            originals=2,
            clock=("Waktu menurut jam sistem komputer, yang tidak diperiksa terhadap jam lain.",),
            rundown=RUNDOWN,
            notes=("Pukul 09.41, acara 4: Pengeras suara mati. Cara mengatasinya: diganti dengan cadangan.",),
        ),
    )


def late_minutes_sheet() -> SheetContent:
    """The Berita Acara of a late sitting, a week after the ceremony."""
    content = minutes_sheet()
    assert content.minutes is not None
    minutes = replace(
        content.minutes,
        opened="10.00",
        closed="10.20",
        counts=(KindCount(DocumentKind.PI, 1, 1, 2), KindCount(DocumentKind.PBBK, 1, 1, 1)),
        absent=(),
        pending=("Laras Tirtayasa, S.E. – PI-018, PBBK-018",),
        rundown=(),
        notes=(),
        sitting=1,
        ceremony_day="22 Januari 2026",
        late=("Galih Adikara, S.E. – PI-017 pukul 10.05, PBBK-017 pukul 10.07",),
    )
    return replace(content, serial="BA-002", date=date(2026, 1, 29), minutes=minutes, form_id=LATE_FORM)


def squiggle(seed: int = 1, points: int = 300, *, has_pressure: bool = True) -> Ink:
    """Ink that looks like a signature: a looping line in three strokes, then a dot."""
    random = Random(seed)
    phase, height, slant = random.uniform(0, 6), random.uniform(4_000, 9_000), random.uniform(0.1, 0.4)
    strokes = []
    at, number = 0, 0
    for share in (0.55, 0.3, 0.15):
        stroke = []
        for _ in range(int(points * share)):
            t = number / points
            y = height * math.sin(phase + 40 * t) * (1 - 0.5 * t)
            x = 8_000 + 52_000 * t + 5_000 * math.cos(phase + 40 * t) + slant * y
            press = int(65_535 * (0.45 + 0.35 * math.sin(phase + 80 * t)))
            stroke.append(StrokePoint(round(x), round(14_000 - y), press if has_pressure else 65_535, at))
            at += 5
            number += 1
        strokes.append(tuple(stroke))
        at += 120
    strokes.append((StrokePoint(66_000, 9_000, 40_000 if has_pressure else 65_535, at),))
    return make_ink(
        tuple(strokes),
        tool=Tool.PEN if has_pressure else Tool.FINGER,
        width_um=120_000,
        height_um=40_000,
        has_pressure=has_pressure,
    )


def signed(party: Party, place: SlotPlace, serial: str, frozen_sha256: str, seed: int = 1) -> SignedSlot:
    """One signature with its evidence."""
    ink = squiggle(seed, has_pressure=seed % 4 != 0)
    evidence = Evidence(
        serial=serial,
        slot=party.slot,
        role=party.role.value,
        official_id=f"o{seed}",
        name=party.name,
        office=party.office,
        frozen_sha256=frozen_sha256,
        earlier=(),
        statement="Saya telah membaca lembar ini dan menyetujui isinya.",
        identified="dikenal petugas",
        identified_by="Ratna Kencana, Petugas Meja",
        pages=1,
        pages_seen=1,
        device=Device("Contoh Pen Display 16", ink.tool.value, ink.has_pressure, False, "1920x1080@1.25"),
        began_at="2026-01-22T02:40:58.120Z",
        accepted_at="2026-01-22T02:41:12.480Z",
        elapsed_ms=14_360,
        zone="WIB",
        clock="jam komputer, dibandingkan dengan jam petugas saat dibuka (selisih 0 menit)",
        discarded=seed % 3,
        ink_digest=ink.digest(),
        program="KPU Desk 0.1.0",
    )
    return SignedSlot(
        slot=party.slot,
        role=party.role.value,
        name=party.name,
        nip=party.nip,
        office=party.office,
        capacity="definitif",
        decree=party.decree,
        inks=(PlacedInk(InkKind.SIGNATURE, draw(ink), (place,)),),
        evidence=evidence,
    )


def record_of(content: SheetContent, *, absent: int = 0) -> tuple[bytes, RecordContent]:
    """The frozen sheet and the content of its record, signed by all but the last ``absent`` parties."""
    from kpu_desk.pdf.freeze import freeze_sheet

    form = form_for(content)
    composed = freeze_sheet(content, form, at=datetime(2026, 1, 21, 8, 0, tzinfo=UTC))
    parties = {party.slot: party for party in content.parties}
    places = composed.places[: len(composed.places) - absent]
    digest = "0f" * 32
    signatures = tuple(
        signed(parties[place.slot], place, content.serial, digest, seed) for seed, place in enumerate(places, 1)
    )
    record = RecordContent(
        serial=content.serial,
        kind=content.kind,
        title=content.kind.full_name,
        mark=content.mark,
        office_name=content.office_name,
        office_short=content.office_short,
        region_code="31",
        ceremony_id="c1",
        ceremony_title=content.occasion,
        ceremony_date=content.date.isoformat(),
        place=content.place,
        zone="WIB",
        number=content.number,
        number_place=composed.number,
        form=composed.form,
        sheet_version=1,
        pages=composed.pages,
        frozen=composed.pdf,
        stamp=composed.stamp,
        signatures=signatures,
        unsigned=tuple(party.name for party in content.parties[len(content.parties) - absent :]),
        journal_seq=1_234,
        journal_head="ab" * 32,
        composed_at="2026-01-22T04:51:07.250Z",
        composed_label="22 Januari 2026 11.51.07 WIB",
        program="KPU Desk 0.1.0",
    )
    return composed.pdf, record


def overlay_of(record: RecordContent) -> bytes:
    """What the record adds to its sheet, as pages of their own."""
    from kpu_desk.pdf.record_overlay import compose_record_overlay
    from tests.pdf.sealed_sample import key

    with pikepdf.open(BytesIO(record.frozen)) as frozen:
        return compose_record_overlay(record, key(), frozen).pdf
