"""Looking at a roster without importing it: the reading, and a sentence for everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import Column, ProblemCode, RosterProblem, RosterReading, Severity
from kpu_desk.domain.roster_mapping import ColumnMapping, Placing, RosterRequest, SheetSketch
from kpu_desk.domain.roster_text import shown

if TYPE_CHECKING:
    from kpu_desk.roster_files.contained import Reader

    RosterReader: TypeAlias = Reader

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Unprintable = Literal["refuse", "mark"]

MARK = "\u25ca"
"""What stands for a character that no face on paper has; a lozenge, which no name is written with."""


def check_roster(
    path: Path,
    today: date | None = None,
    *,
    sheet: str | None = None,
    mapping: ColumnMapping | None = None,
    placing: Placing | None = None,
    unprintable: Unprintable = "refuse",
    progress: Progress = lambda _done, _total: None,
    cancelled: Cancelled = lambda: False,
    reader: RosterReader | None = None,
) -> RosterReading:
    """What an import of the file would bring; the file is only read, by a child process with limits.

    Args:
        today: the day by which ages in NIPs are judged, by default that of the clock.
        sheet: name of the worksheet; by default the first that holds a roster.
        mapping: what the office's own headers mean, besides the usual words.
        placing: columns pointed at by hand in this file; wins over all words.
        unprintable: whether a text with characters outside the faces on paper is refused, or comes in with
            ``MARK`` in the place of each of them.
        reader: of :func:`ready_reader`; used up.

    Raises:
        RosterError: the file is no roster; ``roster_error_sentence`` says it in words.
        KnownError: CANCELLED.
    """
    from kpu_desk.roster_files.desk_reading import read_roster_contained

    day = today or datetime.now(tz=UTC).date()
    request = RosterRequest(sheet, mapping or ColumnMapping(), placing)
    found = read_roster_contained(path, day, request, progress, cancelled, reader=reader)
    foreign = unprintable_characters(found.characters)
    if not foreign:
        return found.reading
    # Seldom: the rules are asked again with what the faces lack, so that every refusal names its cell.
    request = replace(request, foreign=foreign, mark=MARK if unprintable == "mark" else None)
    return read_roster_contained(path, day, request, progress, cancelled).reading


def ready_reader() -> RosterReader:
    """A child process for the next roster, started while a person still looks for the file; closed if none comes."""
    from kpu_desk.roster_files.desk_reading import roster_reader

    return roster_reader()


def worksheets(
    path: Path, mapping: ColumnMapping | None = None, cancelled: Cancelled = lambda: False
) -> tuple[SheetSketch, ...]:
    """The worksheets to choose from and their first rows, hidden ones last; a CSV file is one without a name.

    Raises:
        RosterError: the file is no spreadsheet. KnownError: CANCELLED.
    """
    from kpu_desk.roster_files.desk_reading import sketch_worksheets

    return sketch_worksheets(path, RosterRequest(mapping=mapping or ColumnMapping()), cancelled)


def unprintable_characters(characters: Iterable[str]) -> frozenset[str]:
    """Those that cannot be set on paper; ASCII needs no font to be looked at."""
    unusual = [char for char in characters if not char.isascii()]
    if not unusual:
        return frozenset()
    from kpu_desk.pdf.fonts import unprintable

    return unprintable(unusual)


def exit_status(reading: RosterReading) -> int:
    """0 for a roster with nothing to correct, 1 when there is an error or a warning."""
    return int(bool(reading.count(Severity.ERROR) or reading.count(Severity.WARNING)))


def problem_sentence(problem: RosterProblem) -> str:
    """The problem in Indonesian: where it is, what it is, what to do."""
    where = f"Sel {problem.cell}" if problem.cell else f"Baris {problem.row}"
    facts = dict(problem.facts)
    column = _COLUMN_NAMES.get(facts.get("column", ""), facts.get("column", ""))
    words = {"text": "", "length": "", **facts, "where": where, "row": str(problem.row), "column": column}
    return _PROBLEMS[problem.code].format(**words)


def roster_error_sentence(error: RosterError) -> str:
    """Why a file is no roster, in Indonesian, and what to do."""
    facts = {name: shown(str(value), 200) for name, value in error.facts.items()}
    template = _FILES.get(error.code)
    if template is None:
        return "Berkas ini tidak dapat dibaca sebagai daftar pegawai. Simpan kembali sebagai XLSX atau CSV."
    return template.format(**facts)


_COLUMN_NAMES = {
    Column.NUMBER.value: "nomor",
    Column.FRONT_TITLE.value: "gelar depan",
    Column.NAME.value: "nama",
    Column.BACK_TITLE.value: "gelar belakang",
    Column.NIP.value: "NIP",
    Column.RANK.value: "pangkat",
    Column.GRADE.value: "golongan",
    Column.OFFICE.value: "jabatan",
    Column.UNIT.value: "unit",
}

_PROBLEMS: dict[ProblemCode, str] = {
    ProblemCode.NIP_NUMERIC: (
        "{where}: NIP tersimpan sebagai angka ({text}), sehingga digit terakhirnya dapat sudah berubah. "
        "Ubah format sel menjadi Teks, lalu ketik ulang NIP dari SK."
    ),
    ProblemCode.NIP_EXPONENT: (
        "{where}: “{text}” adalah NIP yang sudah dirusak lembar kerja; digit terakhirnya hilang. "
        "Ubah format sel menjadi Teks, lalu ketik ulang NIP dari SK."
    ),
    ProblemCode.NIP_NOT_DIGITS: (
        "{where}: “{text}” bukan NIP. Tulis 18 digit angka, atau kosongkan sel bila orang ini tidak mempunyai NIP."
    ),
    ProblemCode.NIP_LENGTH: (
        "{where}: NIP “{text}” berisi {length} digit, seharusnya 18. Periksa dan ketik ulang NIP dari SK."
    ),
    ProblemCode.NIP_DUPLICATE: (
        "{where}: NIP {nip} juga dipakai di baris {other_row} ({other_name}). "
        "Periksa NIP keduanya, atau hapus baris yang tercatat dua kali."
    ),
    ProblemCode.NAME_MISSING: "{where}: nama belum diisi. Isi nama orang ini, atau hapus barisnya.",
    ProblemCode.OFFICE_MISSING: "{where}: jabatan {name} belum diisi. Isi jabatannya seperti pada SK.",
    ProblemCode.CONTROL_CHARACTER: (
        "{where}: isi {column} memuat karakter yang tidak terlihat ({character}). "
        "Kosongkan sel, lalu ketik ulang isinya; jangan menyalin dari dokumen lain."
    ),
    ProblemCode.DAMAGED_CHARACTER: (
        "{where}: isi {column} “{text}” memuat huruf yang sudah rusak (�). Ketik ulang isinya."
    ),
    ProblemCode.TEXT_TOO_LONG: (
        "{where}: isi {column} panjangnya {length} karakter, paling banyak 200. Persingkat isinya."
    ),
    ProblemCode.CELL_ERROR: (
        "{where}: isi {column} adalah pesan galat lembar kerja ({text}). Ganti dengan isi yang sebenarnya."
    ),
    ProblemCode.DATE_CELL: (
        "{where}: isi {column} tersimpan sebagai tanggal ({text}), bukan seperti yang diketik. "
        "Ubah format sel menjadi Teks, lalu ketik ulang isinya."
    ),
    ProblemCode.NOT_PRINTABLE: (
        "{where}: isi {column} memuat huruf yang tidak ada pada fon dokumen ({character}). "
        "Tulis dengan huruf Latin, atau pilih agar huruf itu diganti tanda yang terlihat."
    ),
    ProblemCode.CHARACTER_MARKED: (
        "{where}: isi {column} memuat huruf yang tidak ada pada fon dokumen ({character}); diganti tanda {mark}. "
        "Betulkan isinya sebelum dokumen ditandatangani."
    ),
    ProblemCode.ROW_SHIFTED: (
        "{where}: “{text}” berada di kolom {column}, jadi isi baris ini tampaknya bergeser. "
        "Periksa apakah ada sel yang hilang atau lebih, lalu betulkan barisnya."
    ),
    ProblemCode.FIELDS_TOO_MANY: (
        "{where}: baris ini berisi {found} kolom, sedangkan kepala tabel {expected}. "
        "Apit isi yang memuat tanda pemisah (misalnya gelar) dengan tanda petik, lalu periksa kembali."
    ),
    ProblemCode.NIP_BIRTH_DATE: (
        "{where}: delapan digit pertama NIP {nip} bukan tanggal lahir yang mungkin. Cocokkan dengan SK."
    ),
    ProblemCode.NIP_AGE: ("{where}: menurut NIP {nip} umur orang ini di luar 16 sampai 75 tahun. Cocokkan dengan SK."),
    ProblemCode.NIP_START: ("{where}: tahun atau bulan pengangkatan pada NIP {nip} tidak mungkin. Cocokkan dengan SK."),
    ProblemCode.NIP_SEX: "{where}: digit ke-15 NIP {nip} seharusnya 1 atau 2. Cocokkan dengan SK.",
    ProblemCode.NIP_SERIAL: (
        "{where}: NIP {nip} berakhir dengan 000; lembar kerja mungkin telah menghapus digit terakhirnya. "
        "Cocokkan dengan SK."
    ),
    ProblemCode.MARKUP: (
        "{where}: isi {column} “{text}” memuat kode seperti pada halaman web. Hapus kode itu bila bukan bagian isinya."
    ),
    ProblemCode.FORMULA: (
        "{where}: isi {column} adalah rumus ({text}) dan dibaca sebagai teks rumusnya. Ganti rumus dengan nilainya."
    ),
    ProblemCode.RANK_UNKNOWN: (
        "{where}: pangkat “{text}” tidak dikenal dan disimpan seperti tertulis. Periksa tulisannya."
    ),
    ProblemCode.RANK_MISMATCH: (
        "{where}: pangkat “{text}” biasanya bergolongan {grade}; disimpan seperti tertulis. Cocokkan dengan SK."
    ),
    ProblemCode.FIELDS_TOO_FEW: (
        "{where}: hanya ada {found} kolom dari {expected}. Periksa apakah ada isi yang bergeser."
    ),
    ProblemCode.SUBHEADING_AS_UNIT: "{where}: subjudul “{unit}” dipakai sebagai unit orang-orang di bawahnya.",
    ProblemCode.SAMPLE_ROW_SKIPPED: "{where}: baris petunjuk atau contoh (“{text}”) dilewati.",
    ProblemCode.FOOTER_ROW_SKIPPED: (
        "{where}: “{text}” dianggap bagian dari penutup dan tanda tangan, jadi dilewati. "
        "Beri nomor urut pada barisnya bila ini orang dalam daftar."
    ),
    ProblemCode.NUMBER_ONLY: (
        "{where}: baris ini hanya berisi nomor urut {text}, jadi dilewati. Isi orangnya, atau hapus barisnya."
    ),
    ProblemCode.NUMBERED_ROWS_SKIPPED: (
        "{count} baris kosong bernomor di bawah orang terakhir dilewati (mulai baris {row})."
    ),
    ProblemCode.COLUMN_IGNORED: (
        "{where}: kolom ini sejenis dengan kolom lain dan tidak dibaca. Hapus salah satunya bila kolom ini yang benar."
    ),
    ProblemCode.COLUMNS_NOT_READ: "Isi di sebelah kanan kolom {last} tidak dibaca. Pindahkan bila itu bagian daftar.",
    ProblemCode.HIDDEN_ROWS_READ: (
        "{count} baris tersembunyi ikut dibaca (baris {rows}). Hapus baris itu bila tidak dimaksudkan."
    ),
    ProblemCode.HIDDEN_COLUMN_READ: "{where}: kolom {column} tersembunyi dan ikut dibaca. Periksa isinya.",
    ProblemCode.HIDDEN_SHEET_READ: "Lembar “{sheet}” tersembunyi dan ikut dibaca. Periksa isinya.",
    ProblemCode.OTHER_SHEETS: (
        "Yang dibaca lembar “{sheet}”; lembar lain yang juga berisi daftar: {others}. "
        "Pilih lembarnya pada pratinjau impor, atau simpan sebagai berkas tersendiri, bila itu yang dimaksud."
    ),
    ProblemCode.OLD_ENCODING: (
        "Berkas ini bukan UTF-8 dan dibaca sebagai Windows-1252. Periksa nama yang memuat huruf khusus."
    ),
}

_FILES = {
    "MISSING_FILE": "Berkas {path} tidak ada. Periksa nama dan foldernya.",
    "NOT_A_FILE": "{path} bukan berkas. Pilih satu berkas XLSX atau CSV.",
    "CANNOT_OPEN": "Berkas {path} tidak dapat dibuka ({reason}). Tutup di program lain atau periksa hak aksesnya.",
    "EMPTY_FILE": "Berkas ini kosong. Pilih berkas yang berisi daftar pegawai.",
    "TOO_LARGE": "Berkas ini terlalu besar (paling banyak {most} MB). Simpan daftarnya saja sebagai berkas baru.",
    "NOT_A_SPREADSHEET": "Berkas ini bukan lembar kerja. Simpan daftar pegawai sebagai XLSX atau CSV.",
    "ODS_FILE": "Berkas ini berformat ODS. Buka di LibreOffice, lalu simpan sebagai XLSX.",
    "XLSB_FILE": "Berkas ini berformat XLSB. Buka di Excel, lalu simpan sebagai Buku Kerja Excel (XLSX).",
    "OLD_XLS": "Berkas ini berformat XLS lama. Buka di Excel atau LibreOffice, lalu simpan sebagai XLSX.",
    "ENCRYPTED_FILE": "Berkas ini terkunci kata sandi. Buka, hapus kata sandinya, lalu simpan kembali sebagai XLSX.",
    "ZIP_FILE": "Berkas ini arsip ZIP, bukan lembar kerja. Keluarkan isinya dahulu, lalu pilih berkas XLSX atau CSV.",
    "NO_SUCH_SHEET": "Lembar “{sheet}” tidak ada lagi di berkas ini. Pilih lembar lain.",
    "TOO_MANY_SHEETS": "Berkas ini berisi lebih dari {most} lembar. Simpan lembar daftarnya saja sebagai berkas baru.",
    "TOO_SLOW": (
        "Berkas ini terlalu lama dibaca, jadi dihentikan; belum ada yang diimpor. "
        "Salin tabelnya saja ke berkas baru, lalu simpan sebagai XLSX."
    ),
    "TOO_HEAVY": (
        "Berkas ini memerlukan terlalu banyak memori, jadi dihentikan; belum ada yang diimpor. "
        "Salin tabelnya saja ke berkas baru, lalu simpan sebagai XLSX."
    ),
    "READER_DIED": (
        "Berkas ini membuat pembacanya berhenti; belum ada yang diimpor. "
        "Salin tabelnya saja ke berkas baru, lalu simpan sebagai XLSX."
    ),
    "EXPORT_KIND": "Akhiran “{kind}” tidak dikenal. Simpan daftar dengan nama berakhiran .xlsx atau .csv.",
    "WRONG_MAPPING": "Catatan arti kolom kantor ini rusak. Petakan kolomnya sekali lagi.",
    "DAMAGED_FILE": "Berkas ini rusak atau bukan XLSX yang sah ({reason}). Buka di Excel, lalu simpan kembali.",
    "NO_SHEET": "Berkas ini tidak berisi lembar kerja. Simpan kembali daftar pegawai sebagai XLSX.",
    "TOO_MANY_ROWS": ("Daftar ini melewati {most} baris. Hapus isi yang jauh di bawah tabel, lalu simpan kembali."),
    "TOO_MANY_CELLS": (
        "Lembar kerja ini memuat terlalu banyak sel (batas {most}). Salin tabelnya saja ke berkas baru."
    ),
    "UNKNOWN_ENCODING": "Huruf dalam berkas CSV ini tidak dapat dikenali. Simpan kembali sebagai “CSV UTF-8”.",
    "DAMAGED_CSV": "Berkas CSV ini rusak ({reason}). Periksa tanda petik di dalamnya, lalu simpan kembali.",
    "NO_HEADER": (
        "Kepala tabel tidak ditemukan. Beri judul kolom pada satu baris, sedikitnya Nama dan Jabatan "
        "(juga NIP, Pangkat/Gol, Unit bila ada)."
    ),
    "NO_TARGET_HEADER": (
        "Kepala tabel tidak ditemukan. Beri judul kolom Sasaran, Indikator, dan Target pada satu baris."
    ),
    "NO_TARGETS": "Di bawah kepala tabel tidak ada baris sasaran. Periksa apakah lembar kerjanya yang benar.",
    "TARGET_CELL": "{cell}: isi sel tidak dapat dipakai (rumus, nilai kesalahan, terlalu panjang, atau karakter "
    "tersembunyi). Tulis ulang sebagai teks biasa.",
    "TARGET_INCOMPLETE": "Baris {row}: sasaran, indikator, atau target kosong. Lengkapi baris itu.",
    "NO_OFFICE_COLUMN": "Kepala tabel di baris {row} tidak mempunyai kolom Jabatan. Tambahkan kolom itu.",
    "NO_PEOPLE": "Di bawah kepala tabel di baris {row} tidak ada satu orang pun. Isi daftarnya dahulu.",
    "NAME_AND_NIP_IN_ONE_COLUMN": (
        "Kolom “{header}” di baris {row} memuat nama dan NIP sekaligus. Pisahkan menjadi kolom Nama dan kolom NIP."
    ),
}
