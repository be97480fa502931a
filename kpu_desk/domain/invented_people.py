"""Officials of a provincial KPU office that does not exist: for rehearsals, samples and tests."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from kpu_desk.domain.officials import Group
from kpu_desk.domain.roster import RosterRow

MOST = 1_000
"""Three times the largest event of domain.md 5.3."""

_HEADER_ROW = 1
_YEAR = 2026


@dataclass(frozen=True, slots=True)
class _Post:
    """A post to be filled: its office and unit, and who usually holds it (domain.md 5.2).

    Attributes:
        ranks: pangkat and golongan, one of which the holder has; empty for people without one.
        born: first and last year of birth.
        degrees: how likely a title before and after the name is.
    """

    office: str
    unit: str | None
    ranks: tuple[str, ...]
    born: tuple[int, int]
    degrees: float
    contract: bool = False


_BAGIAN = (
    "Bagian Perencanaan, Data, dan Informasi",
    "Bagian Keuangan, Umum, dan Logistik",
    "Bagian Teknis Penyelenggaraan, Partisipasi Masyarakat, Hukum, dan SDM",
)
_SUBBAGIAN = (
    "Subbagian Perencanaan",
    "Subbagian Keuangan",
    "Subbagian Teknis Penyelenggaraan Pemilu",
    "Subbagian Data dan Informasi",
    "Subbagian Umum dan Logistik",
    "Subbagian Hukum",
    "Subbagian Sumber Daya Manusia",
    "Subbagian Partisipasi dan Hubungan Masyarakat",
)
_DIVISIONS = (
    "Sosialisasi, Pendidikan Pemilih, dan Partisipasi Masyarakat",
    "Perencanaan dan Logistik",
    "Data dan Informasi",
    "Teknis Penyelenggaraan",
    "Hukum dan Pengawasan",
    "Sumber Daya Manusia",
)
_SPECIALISTS = (
    ("Penata Kelola Pemilihan Umum Ahli Madya", ("Pembina (IV/a)", "Pembina Tingkat I (IV/b)")),
    ("Perencana Ahli Muda", ("Penata (III/c)", "Penata Tingkat I (III/d)")),
    ("Pranata Komputer Ahli Pertama", ("Penata Muda (III/a)", "Penata Muda Tingkat I (III/b)")),
    ("Arsiparis Ahli Pertama", ("Penata Muda (III/a)", "Penata Muda Tingkat I (III/b)")),
    ("Pengelola Pengadaan Barang/Jasa Ahli Muda", ("Penata (III/c)", "Penata Tingkat I (III/d)")),
    ("Pranata Hubungan Masyarakat Ahli Muda", ("Penata (III/c)", "Penata Tingkat I (III/d)")),
)
_STAFF = (
    "Pengelola Keuangan",
    "Penyusun Rencana Kegiatan dan Anggaran",
    "Pengadministrasi Umum",
    "Pengolah Data dan Informasi",
    "Analis Hukum",
    "Pengelola Barang Milik Negara",
    "Penata Laporan Keuangan",
    "Pengelola Kepegawaian",
)
_STAFF_RANKS = ("Pengatur (II/c)", "Pengatur Tingkat I (II/d)", "Penata Muda (III/a)", "Penata Muda Tingkat I (III/b)")
_SUPPORT = ("Petugas Administrasi", "Jagat Saksana", "Pengemudi", "Pramubakti")

_MEN = (
    "Bagas", "Yoga", "Rendra", "Galih", "Satrio", "Ilham", "Teguh", "Krisna", "Aditya", "Johan", "Markus", "Lukman",
    "Hendra", "Surya", "Made Arta", "Ketut Rai", "Tigor", "Yosef", "Rahmat", "Taufik", "Gilang", "Bambang", "Agung",
    "Dimas",
)  # fmt: skip
_WOMEN = (
    "Ratna", "Sekar", "Wulan", "Intan", "Laras", "Nur Aini", "Dewi", "Kartika", "Maria", "Putu Sari", "Rini", "Yuliana",
    "Salma", "Endah", "Ayu", "Tiara", "Fitri", "Magdalena", "Siti Rahma", "Anindya", "Cut Nila", "Nurul", "Hesti",
    "Vera",
)  # fmt: skip
_LAST = (
    "Pranowo", "Sinaga", "Kusuma", "Hartono", "Lestari", "Situmorang", "Maulana", "Puspita", "Siregar", "Purnama",
    "Handayani", "Tanjung", "Saputra", "Wibisono", "Rumengan", "Lubis", "Anggara", "Permata", "Nasution", "Suryadi",
    "Mahendra", "Harahap", "Setyawan", "Pratiwi", "Wenas", "Hidayah", "Basri", "Utomo", "Ginting", "Ramadhan",
)  # fmt: skip
_BEFORE = ("Dr.", "Drs.", "H.", "Ir.")
_BEFORE_WOMEN = ("Dr.", "Dra.", "Hj.", "Ir.")
_AFTER = ("S.H.", "S.Sos.", "S.E.", "S.IP.", "S.Kom.", "S.H., M.H.", "S.Sos., M.Si.", "S.E., M.M.", "S.T., M.A.P.")


def invent_people(count: int, *, office: str = "KPU Provinsi Contoh") -> tuple[RosterRow, ...]:
    """People of one office in protocol order, always the same; no name is a real official's.

    Up to seven commissioners, the Sekretaris, and a secretariat in the proportions of domain.md 5.2 and 5.3.

    Args:
        count: 1 to `MOST`.
        office: short name of the office, for the posts of Ketua and Sekretaris.

    Raises:
        ValueError: for another count.
    """
    if not 1 <= count <= MOST:
        raise ValueError("count")
    chance = Random(f"people {count}")  # noqa: S311 -- invented people are no secret
    names = _names(chance)
    serials: dict[str, int] = {}
    rows = []
    for number, post in enumerate(_posts(count, office, chance), start=1):
        name, woman = next(names)
        rows.append(
            RosterRow(
                row=_HEADER_ROW + number,
                sheet=None,
                name=_titled(name, woman, post, chance),
                nip=_nip(post, woman, serials, chance),
                rank=chance.choice(post.ranks) if post.ranks else None,
                office=post.office,
                unit=post.unit,
            )
        )
    return tuple(rows)


def stand_in(group: Group, *, office: str = "KPU Provinsi Contoh") -> RosterRow:
    """An invented Ketua or Sekretaris for a roster that names none; the names occur in no invented roster.

    Raises:
        ValueError: for another group.
    """
    if group is Group.KETUA:
        return RosterRow(_HEADER_ROW, None, "Arya Gladi Nusantara", None, None, f"Ketua {office}", None)
    if group is Group.SEKRETARIS:
        name, nip = "Retno Gladi Nusantari, S.H., M.Si.", "197403121999032004"
        return RosterRow(_HEADER_ROW, None, name, nip, "Pembina Utama Muda (IV/c)", f"Sekretaris {office}", None)
    raise ValueError(group)


def roster_csv(rows: tuple[RosterRow, ...]) -> str:
    """The people as a spreadsheet that a secretariat might keep: CSV with semicolons, to be imported like any other."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(("No", "Nama", "NIP", "Pangkat/Gol", "Jabatan", "Unit Kerja"))
    for number, row in enumerate(rows, start=1):
        writer.writerow((number, row.name, row.nip or "-", row.rank or "-", row.office, row.unit or "-"))
    return text.getvalue()


def _posts(count: int, office: str, chance: Random) -> Iterator[_Post]:
    yield _Post(f"Ketua {office}", None, (), (1970, 1988), 0.8)
    if count == 1:
        return
    members = min(6, (count - 1) // 3)
    for number in range(members):
        yield _Post(f"Anggota (Ketua Divisi {_DIVISIONS[number]})", None, (), (1970, 1992), 0.7)
    secretary = _Post(
        f"Sekretaris {office}",
        "Sekretariat",
        ("Pembina Utama Muda (IV/c)", "Pembina Tingkat I (IV/b)"),
        (1969, 1980),
        1.0,
    )
    yield secretary
    rest = count - 2 - members
    heads = min(3, -(-rest // 8))
    subheads = min(len(_SUBBAGIAN), rest // 5)
    specialists, support = rest // 6, rest // 5
    for number in range(heads):
        yield _Post(
            f"Kepala {_BAGIAN[number]}",
            _BAGIAN[number],
            ("Pembina (IV/a)", "Pembina Tingkat I (IV/b)"),
            (1970, 1983),
            1.0,
        )
    for unit in _SUBBAGIAN[:subheads]:
        yield _Post(f"Kepala {unit}", unit, ("Penata (III/c)", "Penata Tingkat I (III/d)"), (1974, 1990), 0.9)
    for number in range(specialists):
        title, ranks = _SPECIALISTS[number % len(_SPECIALISTS)]
        yield _Post(title, chance.choice(_BAGIAN), ranks, (1976, 1996), 0.9)
    for _ in range(rest - heads - subheads - specialists - support):
        unit = chance.choice(_SUBBAGIAN)
        contract = chance.random() < 0.25
        grades = ("V", "VII", "IX") if contract else _STAFF_RANKS
        yield _Post(chance.choice(_STAFF), unit, grades, (1980, 2000), 0.6, contract)
    for number in range(support):
        yield _Post(_SUPPORT[number % len(_SUPPORT)], "Subbagian Umum dan Logistik", (), (1975, 2003), 0.05)


def _names(chance: Random) -> Iterator[tuple[str, bool]]:
    """Names that do not repeat, and whether a woman bears them; one in seven has one word (quirks of rosters)."""
    pairs = [(first, last, woman) for woman, firsts in enumerate((_MEN, _WOMEN)) for first in firsts for last in _LAST]
    chance.shuffle(pairs)
    alone: set[str] = set()
    for first, last, woman in pairs:
        name = first + last.lower() if chance.random() < 0.14 and " " not in first else f"{first} {last}"
        if name not in alone:
            alone.add(name)
            yield name, bool(woman)


def _titled(name: str, woman: bool, post: _Post, chance: Random) -> str:
    if chance.random() >= post.degrees:
        return name
    if chance.random() < 0.3:
        name = f"{chance.choice(_BEFORE_WOMEN if woman else _BEFORE)} {name}"
    return f"{name}, {chance.choice(_AFTER)}"


def _nip(post: _Post, woman: bool, serials: dict[str, int], chance: Random) -> str | None:
    """NIP of a PNS or NI PPPK: birth, appointment, sex, serial (domain.md 5.1)."""
    if not post.ranks:
        return None
    born = chance.randint(*post.born)
    first_part = f"{born}{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
    if post.contract:
        appointed = f"{chance.randint(_YEAR - 4, _YEAR - 1)}21"
    else:
        appointed = f"{min(born + chance.randint(22, 28), _YEAR - 1)}{chance.choice((1, 2, 3, 4, 12)):02d}"
    stem = f"{first_part}{appointed}{2 if woman else 1}"
    serials[stem] = serials.get(stem, chance.randint(0, 5)) + 1
    return f"{stem}{serials[stem]:03d}"
