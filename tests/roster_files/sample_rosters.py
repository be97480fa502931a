"""Rosters of invented people as a secretariat would keep them, for every test that needs one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

# fmt: off
_GIVEN = (
    "Arvendra", "Bestari", "Cakrawira", "Damayra", "Elvarindo", "Fanindya", "Galuhani", "Hestarina",
    "Indramaya", "Jatmikara", "Kirananda", "Larasenta", "Mahardini", "Naradipta", "Oktarena",
    "Pramesvara", "Qistarini", "Ratnayu", "Suryandaka", "Tirtawati", "Ulinnara", "Vidyarsa",
    "Wirastika", "Yudhantara", "Zulfandri",
)
_FAMILY = (
    "Adiwarna", "Baskoroningrat", "Candrabuana", "Dirgawana", "Ekasetia", "Fajarwangi", "Gunadharma",
    "Harsawijaya", "Iswarabudi", "Jayengsari", "Kusumabrata", "Lintangwening", "Mandalagiri",
)
# fmt: on
_BEFORE = ("", "", "", "Drs. ", "Dra. ", "H. ", "Hj. ", "Ir. ", "Dr. ", "dr. ", "Dr. H. ", "R. ")
_AFTER = ("", ", S.H.", ", S.E., M.M.", ", S.Sos., M.Si.", ", S.Kom.", ", S.I.P.", ", A.Md.", ", S.T., M.A.P.")
_BAGIAN = (
    ("Bagian Keuangan, Umum dan Logistik", ("Keuangan", "Umum dan Logistik")),
    ("Bagian Perencanaan, Data dan Informasi", ("Perencanaan", "Data dan Informasi")),
    (
        "Bagian Teknis Penyelenggaraan, Partisipasi, Hubungan Masyarakat, Hukum dan SDM",
        ("Teknis dan Hubungan Masyarakat", "Hukum dan SDM"),
    ),
)
_STAFF = (
    ("Penelaah Teknis Kebijakan", "Penata Muda", "III/a"),
    ("Pranata Komputer Ahli Pertama", "Penata Muda Tk. I", "III/b"),
    ("Pengelola Layanan Operasional", "Pengatur", "II/c"),
    ("Analis Hukum Ahli Muda", "Penata", "III/c"),
    ("Arsiparis Terampil", "-", "VII"),  # a PPPK has a golongan and no pangkat
    ("Penata Kelola Pemilihan Umum Ahli Muda", "Penata Tingkat I", "III/d"),
)
_DIVISIONS = (
    "Perencanaan dan Logistik",
    "Teknis Penyelenggaraan",
    "Data dan Informasi",
    "Hukum dan Pengawasan",
    "Sumber Daya Manusia",
    "Partisipasi Masyarakat",
)
_NON_ASN = ("Jagat Saksana", "Pengemudi", "Pramubakti", "Tenaga Administrasi")


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person of the sample, as the file has it and as a reading must give it."""

    name: str
    nip: str | None
    rank: str
    grade: str
    office: str
    unit: str


def invented_people(people: int) -> tuple[Person, ...]:
    """The first ``people`` of an invented provincial office: chair and members, secretary, three divisions, PPNPN."""
    return tuple(itertools.islice(_office(people), people))


def _office(people: int) -> Iterator[Person]:
    names = _names()
    serials = itertools.count(1)

    def civil(rank: str, grade: str, office: str, unit: str) -> Person:
        serial = next(serials)
        return Person(next(names), _nip(serial, contract=rank == "-"), rank, grade, office, unit)

    members, secretariat = "Ketua dan Anggota", "Sekretariat"
    yield Person(next(names), None, "-", "-", "Ketua", members)
    for division in (
        "Perencanaan dan Logistik",
        "Teknis Penyelenggaraan",
        "Data dan Informasi",
        "Hukum",
        "SDM",
        "Parmas",
    ):
        yield Person(next(names), None, "-", "-", f"Anggota/Ketua Divisi {division}", members)
    yield civil("Pembina Utama Muda", "IV/c", "Sekretaris", secretariat)
    for bagian, _ in _BAGIAN:
        yield civil("Pembina Tingkat I", "IV/b", f"Kepala {bagian}", bagian)
    for bagian, parts in _BAGIAN:
        for part in parts:
            yield civil("Penata Tingkat I", "III/d", f"Kepala Subbagian {part}", bagian)
    others = people - 17
    for place in range(max(0, others)):
        if place >= others - others // 5:
            yield Person(next(names), None, "-", "-", _NON_ASN[place % len(_NON_ASN)], "PPNPN")
        else:
            office, rank, grade = _STAFF[place % len(_STAFF)]
            yield civil(rank, grade, office, _BAGIAN[place % len(_BAGIAN)][0])


def _names() -> Iterator[str]:
    for place in itertools.count():
        given = _GIVEN[place % len(_GIVEN)]
        family = _FAMILY[place % len(_FAMILY)]
        bare = given if place % 17 == 5 else f"{given} {family}"
        if place >= len(_GIVEN) * len(_FAMILY):
            bare += f" {_GIVEN[place // (len(_GIVEN) * len(_FAMILY)) % len(_GIVEN)]}"
        yield f"{_BEFORE[place % len(_BEFORE)]}{bare}{_AFTER[place % len(_AFTER)]}"


def _nip(serial: int, *, contract: bool) -> str:
    year, month, day = 1970 + serial % 28, serial % 12 + 1, serial % 28 + 1
    start = year + 24
    appointed = f"{start}21" if contract else f"{start}{(serial * 5) % 12 + 1:02d}"
    return f"{year}{month:02d}{day:02d}{appointed}{serial % 2 + 1}{(serial - 1) % 998 + 1:03d}"


def quirky_xlsx(path: Path, people: int = 96) -> tuple[Person, ...]:
    """Write an XLSX with the quirks of real rosters and nothing wrong in it.

    Merged title rows, the header in rows 5 and 6 (Pangkat and Gol./Ruang under one merged label), a numbering row,
    sub-headings per unit, blank rows, NIPs written in several ways, a repeated header, a total, place and date, and
    a signature block.

    Returns:
        The people in the order of the file.
    """
    everyone = invented_people(people)
    groups: dict[str, list[Person]] = {}
    for person in everyone:
        groups.setdefault(person.unit, []).append(person)
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Daftar Pegawai"
    for row, title in ((1, "DAFTAR PEGAWAI"), (2, "KPU PROVINSI CONTOH"), (3, "KEADAAN 2 JANUARI 2026")):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=7)
        sheet.cell(row, 1, title).font = Font(bold=True, size=14)
        sheet.cell(row, 1).alignment = Alignment(horizontal="center")
    _header(sheet, 5)
    for column in range(1, 8):
        sheet.cell(7, column, f"({column})")
    row, number = 8, 0
    written: list[Person] = []
    for letter, (unit, members) in zip("ABCDEFGHIJ", groups.items(), strict=False):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=7)
        sheet.cell(row, 1, f"{letter}. {unit}").font = Font(bold=True)
        row += 1
        for person in members:
            number += 1
            _person(sheet, row, number, person)
            written.append(person)
            row += 1
        row += 1
        if letter == "C":
            _header(sheet, row)  # the second page begins here
            row += 2
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=5)
    sheet.cell(row, 1, "Jumlah")
    sheet.cell(row, 6, f"{number} orang")
    for below, text in ((2, "Contoh, 2 Januari 2026"), (3, "Sekretaris,"), (7, "Dra. Rengganis Palapawati, M.Si.")):
        sheet.cell(row + below, 6, text)
    sheet.cell(row + 8, 6, "NIP. 19680512 199403 2 002")
    workbook.save(path)
    return tuple(written)


def _header(sheet: Worksheet, row: int) -> None:
    line = Side(style="thin")
    for column, label in ((1, "No."), (2, "Nama Lengkap\ndan Gelar"), (3, "NIP/NIPPPK"), (6, "Jabatan"), (7, "Ket.")):
        sheet.merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)
        sheet.cell(row, column, label).border = Border(top=line, bottom=line)
    sheet.merge_cells(start_row=row, end_row=row, start_column=4, end_column=5)
    sheet.cell(row, 4, "Kepangkatan")
    sheet.cell(row + 1, 4, "Pangkat")
    sheet.cell(row + 1, 5, "Gol./Ruang")


def _person(sheet: Worksheet, row: int, number: int, person: Person) -> None:
    sheet.cell(row, 1, number)
    sheet.cell(row, 2, f"  {person.name} " if number % 6 == 0 else person.name.replace(", ", ",  ", number % 7 == 0))
    sheet.cell(row, 3, _as_typed(person.nip, number))
    sheet.cell(row, 4, person.rank)
    sheet.cell(row, 5, person.grade)
    sheet.cell(row, 6, person.office.replace(" ", "\n", 1) if number % 9 == 0 else person.office)


def _as_typed(nip: str | None, number: int) -> str:
    if nip is None:
        return ("-", "", "–", "tidak ada")[number % 4]
    grouped = f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"
    return (nip, grouped, f"NIP. {grouped}", f"'{nip}", f"{nip[:8]}.{nip[8:14]}.{nip[14]}.{nip[15:]}")[number % 5]
