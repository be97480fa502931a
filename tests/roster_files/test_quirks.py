"""One test for every quirk of rosters, with the public place where its form was seen (collected in quirks.md)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kpu_desk.domain.roster import ProblemCode, RosterReading, Severity
from kpu_desk.roster_files.reading import read_roster
from tests.roster_files.packages import plain

TODAY = date(2026, 1, 22)
HEADER = ("No", "Nama", "NIP", "Pangkat/Gol", "Jabatan", "Unit Kerja")
NIP = "198609262015051001"
Value = str | int | None


def sheet(folder: Path, *rows: tuple[Value, ...], header: tuple[Value, ...] = HEADER) -> RosterReading:
    return read_roster(plain(folder / "a.xlsx", (header, *rows)), TODAY)


def records(folder: Path, *lines: str) -> RosterReading:
    (folder / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    return read_roster(folder / "a.csv", TODAY)


def person(name: str = "Galuhani", nip: Value = NIP, rank: str = "", office: str = "Analis") -> tuple[Value, ...]:
    return (1, name, nip, rank, office, "")


def codes(reading: RosterReading, cell: str | None = None) -> set[ProblemCode]:
    return {found.code for found in reading.problems if cell is None or found.cell == cell}


def test_a_long_number_as_float_in_an_indonesian_excel(tmp_path: Path) -> None:
    """Zhal235/PSB_SAZA, docs: ``3,20323E+15``."""
    reading = sheet(tmp_path, person(nip="3,20323E+15"))
    assert (reading.rows, codes(reading, "C2")) == ((), {ProblemCode.NIP_EXPONENT})


def test_a_long_number_as_float_in_an_english_excel(tmp_path: Path) -> None:
    """irhamfrdz/aypsis, docs: ``3.17401E+15``."""
    reading = records(tmp_path, "Nama,NIP,Jabatan", "Galuhani,3.17401E+15,Analis")
    assert (reading.rows, codes(reading, "B2")) == ((), {ProblemCode.NIP_EXPONENT})


def test_fifteen_digits_kept(tmp_path: Path) -> None:
    """Zhal235/PSB_SAZA, docs: ``3203232305960008`` becomes ``…010``; a NIP ends in 000 or in a float's 008."""
    reading = sheet(tmp_path, person(nip=198501012010011001), person(nip="198501012010011000"))
    assert codes(reading, "C2") == {ProblemCode.NIP_NUMERIC}
    assert codes(reading, "C3") == {ProblemCode.NIP_SERIAL}
    assert [row.nip for row in reading.rows] == ["198501012010011000"]


def test_a_leading_apostrophe_kept_as_text(tmp_path: Path) -> None:
    """irhamfrdz/aypsis, template: ``'1234567890123456``; in a name it is the name's own."""
    reading = sheet(tmp_path, person(name="'Ain Ma'ruf", nip=f"'{NIP}"))
    assert [(row.name, row.nip) for row in reading.rows] == [("'Ain Ma'ruf", NIP)]
    assert reading.problems == ()


def test_instructions_and_a_sample_under_the_header(tmp_path: Path) -> None:
    """irhamfrdz/aypsis, template: header, Panduan, contoh."""
    reading = sheet(
        tmp_path,
        ("Panduan", "Isi nama lengkap", "18 digit", "", "Sesuai SK", ""),
        ("Contoh", "Fulan, S.E.", NIP, "Penata (III/c)", "Analis", "Bagian Umum"),
        person(),
    )
    assert [row.name for row in reading.rows] == ["Galuhani"]
    assert codes(reading) == {ProblemCode.SAMPLE_ROW_SKIPPED}


def test_a_title_above_the_header(tmp_path: Path) -> None:
    """Its-Nyxz/RSISimpeg: ``TEMPLATE IMPORT DATA KARYAWAN`` merged over 24 columns."""
    path = plain(tmp_path / "a.xlsx", (("TEMPLATE IMPORT DATA KARYAWAN",), (), HEADER, person()))
    reading = read_roster(path, TODAY)
    assert (reading.header_row, [row.name for row in reading.rows]) == (3, ["Galuhani"])


def test_a_header_with_notes_in_it(tmp_path: Path) -> None:
    """An exceljs template; Its-Nyxz/RSISimpeg."""
    header = (
        "Nama Lengkap (Wajib)",
        "NIP (Wajib)",
        "Tanggal Lahir (YYYY-MM-DD)",
        "JK (Laki-laki/Perempuan)",
        "Jabatan",
    )
    reading = sheet(tmp_path, ("Galuhani", NIP, "1986-09-26", "L", "Analis"), header=header)
    assert [(row.name, row.nip, row.office) for row in reading.rows] == [("Galuhani", NIP, "Analis")]
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("header", "record"),
    [
        ("Nama, NIP, Telepon, Jabatan", f"Galuhani, {NIP}, 0812, Analis"),
        ("NIP,NAMA,PANGKAT,GOLONGAN,JABATAN,UNIT KERJA", f"{NIP},Galuhani,Penata,III/c,Analis,Umum"),
        (
            "NMPPPNPN,NIKPPNPN,NPWP,STATUS,NOREK,BANK,JABATAN,UNIT_KERJA",
            "Galuhani,3171,09,AKTIF,12,BANK,Analis,Umum",
        ),
    ],
)
def test_other_headers(tmp_path: Path, header: str, record: str) -> None:
    """Three repositories; what no word tells is pointed at by hand (test_sheets_and_columns.py)."""
    reading = records(tmp_path, header, record)
    assert [(row.name, row.office) for row in reading.rows] == [("Galuhani", "Analis")]
    assert {found.severity for found in reading.problems} <= {Severity.INFO}


@pytest.mark.parametrize("separator", [",", ";"])
def test_comma_or_semicolon(tmp_path: Path, separator: str) -> None:
    """dausdabamona/asisten-PPK-ofline: one guide allows both."""
    reading = records(tmp_path, separator.join(HEADER), separator.join(str(one) for one in person()))
    assert [row.nip for row in reading.rows] == [NIP]


def test_a_missing_cell_shifts_the_row(tmp_path: Path) -> None:
    """dausdabamona/asisten-PPK-ofline: a sample row without NIK has one field fewer."""
    reading = records(tmp_path, ";".join(HEADER), "1;Galuhani;Penata (III/c);Analis;Bagian Umum")
    assert reading.rows == ()
    assert {ProblemCode.ROW_SHIFTED, ProblemCode.FIELDS_TOO_FEW} <= codes(reading)


@pytest.mark.parametrize(
    "rank",
    ["III/b", "IIIb", "IIIB", "III b", "Penata Muda Tk.I", "Penata Muda TK I", "Penata Muda Tingkat 1", "III/b "],
)
def test_rank_forms_are_kept_as_written(tmp_path: Path, rank: str) -> None:
    """Ten repositories."""
    reading = sheet(tmp_path, person(rank=rank))
    assert (reading.rows[0].rank, reading.problems) == (rank.strip(), ())


@pytest.mark.parametrize("junk", ["asdasdas", "zxczxc"])
def test_junk_in_ranks_is_shown(tmp_path: Path, junk: str) -> None:
    """Two repositories."""
    assert codes(sheet(tmp_path, person(rank=junk)), "D2") == {ProblemCode.RANK_UNKNOWN}


def test_a_rank_tied_to_the_wrong_golongan_is_shown(tmp_path: Path) -> None:
    """One of the two."""
    assert codes(sheet(tmp_path, person(rank="Penata (II/a)")), "D2") == {ProblemCode.RANK_MISMATCH}


def test_dates_of_any_order_stay_texts(tmp_path: Path) -> None:
    """Three repositories: ``d-m-Y``, ``d/m/Y``, ``Y-m-d``; a KPU survey: ``m/d/Y H:M:S`` beside ``d/m/Y``."""
    dates = ("26-09-1986", "09/08/1986", "1986-09-26", "9/26/1986 10:11:12")
    header = (*HEADER[:5], "Tanggal Lahir", "Unit")
    reading = sheet(tmp_path, *((*person(nip="")[:5], one, one) for one in dates), header=header)
    assert [row.unit for row in reading.rows] == list(dates)


@pytest.mark.parametrize(
    "name",
    [
        "Galuhani, S.H., M.H.",
        "dr. Galuhani",
        "Dr. H. Galuhani, S.Sos., M.Si.",
        "Galuh",
        "Ma'ruf",
        "R. Ngt. Hj. Retno Galuhani Kusumaningdyah Sastrodihardjo, S.E., M.Ak., CA.",
        "GALUHANI",
    ],
)
def test_names_with_titles_come_as_written(tmp_path: Path, name: str) -> None:
    """diazkautsar/sainte-league: 1,062 candidates' names; ``Dr.`` and ``dr.`` differ in case only."""
    assert [row.name for row in sheet(tmp_path, person(name=name)).rows] == [name]
    reading = records(tmp_path, "Nama,Jabatan", f'"{name}",Analis')
    assert [row.name for row in reading.rows] == [name]


def test_codes_of_offices_are_left_alone(tmp_path: Path) -> None:
    """A KPU survey dump: six digits for a satker."""
    reading = sheet(tmp_path, ("655321", "Galuhani", "Analis"), header=("Kode Satker", "Nama", "Jabatan"))
    assert [(row.name, row.unit) for row in reading.rows] == [("Galuhani", None)]


def test_aceh_has_a_kip(tmp_path: Path) -> None:
    """Title of KPU decree 929/2019: Komisi Independen Pemilihan."""
    reading = sheet(tmp_path, ("Sekretariat KIP Aceh",), person(nip="", office="Ketua KIP Aceh"))
    assert [(row.office, row.unit) for row in reading.rows] == [("Ketua KIP Aceh", "Sekretariat KIP Aceh")]


def test_a_comma_in_the_place_of_the_sex(tmp_path: Path) -> None:
    """agraris/nusantara-valid: its ``[1,2]`` lets a comma through."""
    assert codes(sheet(tmp_path, person(nip="19860926201505,001")), "C2") == {ProblemCode.NIP_NOT_DIGITS}


def test_eighteen_zeros_are_no_nip(tmp_path: Path) -> None:
    """ths123123/sppd1: only ``^[0-9]{18}$``."""
    assert {ProblemCode.NIP_BIRTH_DATE, ProblemCode.NIP_SERIAL} <= codes(sheet(tmp_path, person(nip="0" * 18)), "C2")


def test_commissioners_have_no_nip_and_pppk_another_make(tmp_path: Path) -> None:
    """General knowledge; a NIP is unique only where there is one."""
    reading = sheet(
        tmp_path,
        person(name="Arvendra", nip="", office="Ketua"),
        person(name="Bestari", nip="-", office="Anggota"),
        person(name="Cakrawira", nip="199003152024212004"),
    )
    assert [row.nip for row in reading.rows] == [None, None, "199003152024212004"]
    assert reading.problems == ()


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_row_with_nothing_but_its_number_is_told(tmp_path: Path, ending: str) -> None:
    """A template with fifty numbers for an office of three: the gap is a person, what is left below is not."""
    header = ("No", "Nama", "Jabatan")
    rows = (
        ("1", "Galuhani", "Analis"),
        ("2", "", ""),
        ("3", "Bestari", "Ketua"),
        *((str(n), "", "") for n in (4, 5, 6)),
    )
    reading = (
        sheet(tmp_path, *rows, header=header)
        if ending == "xlsx"
        else records(tmp_path, *(";".join(row) for row in (header, *rows)))
    )
    assert [row.name for row in reading.rows] == ["Galuhani", "Bestari"]
    assert [(told.row, told.cell, told.code) for told in reading.problems] == [
        (3, "A3", ProblemCode.NUMBER_ONLY),
        (5, None, ProblemCode.NUMBERED_ROWS_SKIPPED),
    ]
    assert reading.problems[-1].fact("count") == "3"
