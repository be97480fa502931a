"""The words about a roster: a sentence for everything that is wrong with it, and for every file that is none."""

from __future__ import annotations

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import Column, ProblemCode, RosterProblem
from kpu_desk.domain.roster_text import shown
from kpu_desk.language import QT_TRANSLATE_NOOP, translate


def problem_sentence(problem: RosterProblem) -> str:
    """The problem in words: where it is, what it is, what to do."""
    template = (
        QT_TRANSLATE_NOOP("roster", "Sel {place}") if problem.cell else QT_TRANSLATE_NOOP("roster", "Baris {place}")
    )
    where = translate("roster", template).format(place=problem.cell or problem.row)
    facts = dict(problem.facts)
    column = translate("roster", _COLUMN_NAMES.get(facts.get("column", ""), facts.get("column", "")))
    words = {"text": "", "length": "", **facts, "where": where, "row": str(problem.row), "column": column}
    return translate("roster", _PROBLEMS[problem.code]).format(**words)


def roster_error_sentence(error: RosterError) -> str:
    """Why a file is no roster, in words, and what to do."""
    facts = {name: shown(str(value), 200) for name, value in error.facts.items()}
    template = _FILES.get(error.code)
    if template is None:
        return translate(
            "roster", "Berkas ini tidak dapat dibaca sebagai daftar pegawai. Simpan kembali sebagai XLSX atau CSV."
        )
    return translate("roster", template).format(**facts)


_COLUMN_NAMES = {
    Column.NUMBER.value: QT_TRANSLATE_NOOP("roster", "nomor"),
    Column.FRONT_TITLE.value: QT_TRANSLATE_NOOP("roster", "gelar depan"),
    Column.NAME.value: QT_TRANSLATE_NOOP("roster", "nama"),
    Column.BACK_TITLE.value: QT_TRANSLATE_NOOP("roster", "gelar belakang"),
    Column.NIP.value: QT_TRANSLATE_NOOP("roster", "NIP"),
    Column.RANK.value: QT_TRANSLATE_NOOP("roster", "pangkat"),
    Column.GRADE.value: QT_TRANSLATE_NOOP("roster", "golongan"),
    Column.OFFICE.value: QT_TRANSLATE_NOOP("roster", "jabatan"),
    Column.UNIT.value: QT_TRANSLATE_NOOP("roster", "unit"),
}

_PROBLEMS: dict[ProblemCode, str] = {
    ProblemCode.NIP_NUMERIC: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: NIP tersimpan sebagai angka ({text}), sehingga digit terakhirnya dapat sudah berubah. "
        "Ubah format sel menjadi Teks, lalu ketik ulang NIP dari SK.",
    ),
    ProblemCode.NIP_EXPONENT: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: “{text}” adalah NIP yang sudah dirusak lembar kerja; digit terakhirnya hilang. "
        "Ubah format sel menjadi Teks, lalu ketik ulang NIP dari SK.",
    ),
    ProblemCode.NIP_NOT_DIGITS: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: “{text}” bukan NIP. Tulis 18 digit angka, atau kosongkan sel bila orang ini tidak mempunyai NIP.",
    ),
    ProblemCode.NIP_LENGTH: QT_TRANSLATE_NOOP(
        "roster", "{where}: NIP “{text}” berisi {length} digit, seharusnya 18. Periksa dan ketik ulang NIP dari SK."
    ),
    ProblemCode.NIP_DUPLICATE: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: NIP {nip} juga dipakai di baris {other_row} ({other_name}). "
        "Periksa NIP keduanya, atau hapus baris yang tercatat dua kali.",
    ),
    ProblemCode.NAME_MISSING: QT_TRANSLATE_NOOP(
        "roster", "{where}: nama belum diisi. Isi nama orang ini, atau hapus barisnya."
    ),
    ProblemCode.OFFICE_MISSING: QT_TRANSLATE_NOOP(
        "roster", "{where}: jabatan {name} belum diisi. Isi jabatannya seperti pada SK."
    ),
    ProblemCode.CONTROL_CHARACTER: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: isi {column} memuat karakter yang tidak terlihat ({character}). "
        "Kosongkan sel, lalu ketik ulang isinya; jangan menyalin dari dokumen lain.",
    ),
    ProblemCode.DAMAGED_CHARACTER: QT_TRANSLATE_NOOP(
        "roster", "{where}: isi {column} “{text}” memuat huruf yang sudah rusak (�). Ketik ulang isinya."
    ),
    ProblemCode.TEXT_TOO_LONG: QT_TRANSLATE_NOOP(
        "roster", "{where}: isi {column} panjangnya {length} karakter, paling banyak 200. Persingkat isinya."
    ),
    ProblemCode.CELL_ERROR: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: isi {column} adalah pesan galat lembar kerja ({text}). Ganti dengan isi yang sebenarnya.",
    ),
    ProblemCode.DATE_CELL: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: isi {column} tersimpan sebagai tanggal ({text}), bukan seperti yang diketik. "
        "Ubah format sel menjadi Teks, lalu ketik ulang isinya.",
    ),
    ProblemCode.NOT_PRINTABLE: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: isi {column} memuat huruf yang tidak ada pada fon dokumen ({character}). "
        "Tulis dengan huruf Latin, atau pilih agar huruf itu diganti tanda yang terlihat.",
    ),
    ProblemCode.CHARACTER_MARKED: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: isi {column} memuat huruf yang tidak ada pada fon dokumen ({character}); diganti tanda {mark}. "
        "Betulkan isinya sebelum dokumen ditandatangani.",
    ),
    ProblemCode.ROW_SHIFTED: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: “{text}” berada di kolom {column}, jadi isi baris ini tampaknya bergeser. "
        "Periksa apakah ada sel yang hilang atau lebih, lalu betulkan barisnya.",
    ),
    ProblemCode.FIELDS_TOO_MANY: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: baris ini berisi {found} kolom, sedangkan kepala tabel {expected}. "
        "Apit isi yang memuat tanda pemisah (misalnya gelar) dengan tanda petik, lalu periksa kembali.",
    ),
    ProblemCode.NIP_BIRTH_DATE: QT_TRANSLATE_NOOP(
        "roster", "{where}: delapan digit pertama NIP {nip} bukan tanggal lahir yang mungkin. Cocokkan dengan SK."
    ),
    ProblemCode.NIP_AGE: QT_TRANSLATE_NOOP(
        "roster", "{where}: menurut NIP {nip} umur orang ini di luar 16 sampai 75 tahun. Cocokkan dengan SK."
    ),
    ProblemCode.NIP_START: QT_TRANSLATE_NOOP(
        "roster", "{where}: tahun atau bulan pengangkatan pada NIP {nip} tidak mungkin. Cocokkan dengan SK."
    ),
    ProblemCode.NIP_SEX: QT_TRANSLATE_NOOP(
        "roster", "{where}: digit ke-15 NIP {nip} seharusnya 1 atau 2. Cocokkan dengan SK."
    ),
    ProblemCode.NIP_SERIAL: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: NIP {nip} berakhir dengan 000; lembar kerja mungkin telah menghapus digit terakhirnya. "
        "Cocokkan dengan SK.",
    ),
    ProblemCode.MARKUP: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: isi {column} “{text}” memuat kode seperti pada halaman web. Hapus kode itu bila bukan bagian isinya.",
    ),
    ProblemCode.FORMULA: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: isi {column} adalah rumus ({text}) dan dibaca sebagai teks rumusnya. Ganti rumus dengan nilainya.",
    ),
    ProblemCode.RANK_UNKNOWN: QT_TRANSLATE_NOOP(
        "roster", "{where}: pangkat “{text}” tidak dikenal dan disimpan seperti tertulis. Periksa tulisannya."
    ),
    ProblemCode.RANK_MISMATCH: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: pangkat “{text}” biasanya bergolongan {grade}; disimpan seperti tertulis. Cocokkan dengan SK.",
    ),
    ProblemCode.FIELDS_TOO_FEW: QT_TRANSLATE_NOOP(
        "roster", "{where}: hanya ada {found} kolom dari {expected}. Periksa apakah ada isi yang bergeser."
    ),
    ProblemCode.SUBHEADING_AS_UNIT: QT_TRANSLATE_NOOP(
        "roster", "{where}: subjudul “{unit}” dipakai sebagai unit orang-orang di bawahnya."
    ),
    ProblemCode.SAMPLE_ROW_SKIPPED: QT_TRANSLATE_NOOP(
        "roster", "{where}: baris petunjuk atau contoh (“{text}”) dilewati."
    ),
    ProblemCode.FOOTER_ROW_SKIPPED: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: “{text}” dianggap bagian dari penutup dan tanda tangan, jadi dilewati. "
        "Beri nomor urut pada barisnya bila ini orang dalam daftar.",
    ),
    ProblemCode.NUMBER_ONLY: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: baris ini hanya berisi nomor urut {text}, jadi dilewati. Isi orangnya, atau hapus barisnya.",
    ),
    ProblemCode.NUMBERED_ROWS_SKIPPED: QT_TRANSLATE_NOOP(
        "roster", "{count} baris kosong bernomor di bawah orang terakhir dilewati (mulai baris {row})."
    ),
    ProblemCode.COLUMN_IGNORED: QT_TRANSLATE_NOOP(
        "roster",
        "{where}: kolom ini sejenis dengan kolom lain dan tidak dibaca. Hapus salah satunya bila kolom ini yang benar.",
    ),
    ProblemCode.COLUMNS_NOT_READ: QT_TRANSLATE_NOOP(
        "roster", "Isi di sebelah kanan kolom {last} tidak dibaca. Pindahkan bila itu bagian daftar."
    ),
    ProblemCode.HIDDEN_ROWS_READ: QT_TRANSLATE_NOOP(
        "roster", "{count} baris tersembunyi ikut dibaca (baris {rows}). Hapus baris itu bila tidak dimaksudkan."
    ),
    ProblemCode.HIDDEN_COLUMN_READ: QT_TRANSLATE_NOOP(
        "roster", "{where}: kolom {column} tersembunyi dan ikut dibaca. Periksa isinya."
    ),
    ProblemCode.HIDDEN_SHEET_READ: QT_TRANSLATE_NOOP(
        "roster", "Lembar “{sheet}” tersembunyi dan ikut dibaca. Periksa isinya."
    ),
    ProblemCode.OTHER_SHEETS: QT_TRANSLATE_NOOP(
        "roster",
        "Yang dibaca lembar “{sheet}”; lembar lain yang juga berisi daftar: {others}. "
        "Pilih lembarnya pada pratinjau impor, atau simpan sebagai berkas tersendiri, bila itu yang dimaksud.",
    ),
    ProblemCode.OLD_ENCODING: QT_TRANSLATE_NOOP(
        "roster", "Berkas ini bukan UTF-8 dan dibaca sebagai Windows-1252. Periksa nama yang memuat huruf khusus."
    ),
}

_FILES = {
    "MISSING_FILE": QT_TRANSLATE_NOOP("roster", "Berkas {path} tidak ada. Periksa nama dan foldernya."),
    "NOT_A_FILE": QT_TRANSLATE_NOOP("roster", "{path} bukan berkas. Pilih satu berkas XLSX atau CSV."),
    "CANNOT_OPEN": QT_TRANSLATE_NOOP(
        "roster", "Berkas {path} tidak dapat dibuka ({reason}). Tutup di program lain atau periksa hak aksesnya."
    ),
    "EMPTY_FILE": QT_TRANSLATE_NOOP("roster", "Berkas ini kosong. Pilih berkas yang berisi daftar pegawai."),
    "TOO_LARGE": QT_TRANSLATE_NOOP(
        "roster", "Berkas ini terlalu besar (paling banyak {most} MB). Simpan daftarnya saja sebagai berkas baru."
    ),
    "NOT_A_SPREADSHEET": QT_TRANSLATE_NOOP(
        "roster", "Berkas ini bukan lembar kerja. Simpan daftar pegawai sebagai XLSX atau CSV."
    ),
    "ODS_FILE": QT_TRANSLATE_NOOP("roster", "Berkas ini berformat ODS. Buka di LibreOffice, lalu simpan sebagai XLSX."),
    "XLSB_FILE": QT_TRANSLATE_NOOP(
        "roster", "Berkas ini berformat XLSB. Buka di Excel, lalu simpan sebagai Buku Kerja Excel (XLSX)."
    ),
    "OLD_XLS": QT_TRANSLATE_NOOP(
        "roster", "Berkas ini berformat XLS lama. Buka di Excel atau LibreOffice, lalu simpan sebagai XLSX."
    ),
    "ENCRYPTED_FILE": QT_TRANSLATE_NOOP(
        "roster", "Berkas ini terkunci kata sandi. Buka, hapus kata sandinya, lalu simpan kembali sebagai XLSX."
    ),
    "ZIP_FILE": QT_TRANSLATE_NOOP(
        "roster", "Berkas ini arsip ZIP, bukan lembar kerja. Keluarkan isinya dahulu, lalu pilih berkas XLSX atau CSV."
    ),
    "NO_SUCH_SHEET": QT_TRANSLATE_NOOP("roster", "Lembar “{sheet}” tidak ada lagi di berkas ini. Pilih lembar lain."),
    "TOO_MANY_SHEETS": QT_TRANSLATE_NOOP(
        "roster", "Berkas ini berisi lebih dari {most} lembar. Simpan lembar daftarnya saja sebagai berkas baru."
    ),
    "TOO_SLOW": QT_TRANSLATE_NOOP(
        "roster",
        "Berkas ini terlalu lama dibaca, jadi dihentikan; belum ada yang diimpor. "
        "Salin tabelnya saja ke berkas baru, lalu simpan sebagai XLSX.",
    ),
    "TOO_HEAVY": QT_TRANSLATE_NOOP(
        "roster",
        "Berkas ini memerlukan terlalu banyak memori, jadi dihentikan; belum ada yang diimpor. "
        "Salin tabelnya saja ke berkas baru, lalu simpan sebagai XLSX.",
    ),
    "READER_DIED": QT_TRANSLATE_NOOP(
        "roster",
        "Berkas ini membuat pembacanya berhenti; belum ada yang diimpor. "
        "Salin tabelnya saja ke berkas baru, lalu simpan sebagai XLSX.",
    ),
    "EXPORT_KIND": QT_TRANSLATE_NOOP(
        "roster", "Akhiran “{kind}” tidak dikenal. Simpan daftar dengan nama berakhiran .xlsx atau .csv."
    ),
    "WRONG_MAPPING": QT_TRANSLATE_NOOP("roster", "Catatan arti kolom kantor ini rusak. Petakan kolomnya sekali lagi."),
    "DAMAGED_FILE": QT_TRANSLATE_NOOP(
        "roster", "Berkas ini rusak atau bukan XLSX yang sah ({reason}). Buka di Excel, lalu simpan kembali."
    ),
    "NO_SHEET": QT_TRANSLATE_NOOP(
        "roster", "Berkas ini tidak berisi lembar kerja. Simpan kembali daftar pegawai sebagai XLSX."
    ),
    "TOO_MANY_ROWS": QT_TRANSLATE_NOOP(
        "roster", "Daftar ini melewati {most} baris. Hapus isi yang jauh di bawah tabel, lalu simpan kembali."
    ),
    "TOO_MANY_CELLS": QT_TRANSLATE_NOOP(
        "roster", "Lembar kerja ini memuat terlalu banyak sel (batas {most}). Salin tabelnya saja ke berkas baru."
    ),
    "UNKNOWN_ENCODING": QT_TRANSLATE_NOOP(
        "roster", "Huruf dalam berkas CSV ini tidak dapat dikenali. Simpan kembali sebagai “CSV UTF-8”."
    ),
    "DAMAGED_CSV": QT_TRANSLATE_NOOP(
        "roster", "Berkas CSV ini rusak ({reason}). Periksa tanda petik di dalamnya, lalu simpan kembali."
    ),
    "NO_HEADER": QT_TRANSLATE_NOOP(
        "roster",
        "Kepala tabel tidak ditemukan. Beri judul kolom pada satu baris, sedikitnya Nama dan Jabatan "
        "(juga NIP, Pangkat/Gol, Unit bila ada).",
    ),
    "NO_TARGET_HEADER": QT_TRANSLATE_NOOP(
        "roster", "Kepala tabel tidak ditemukan. Beri judul kolom Sasaran, Indikator, dan Target pada satu baris."
    ),
    "NO_TARGETS": QT_TRANSLATE_NOOP(
        "roster", "Di bawah kepala tabel tidak ada baris sasaran. Periksa apakah lembar kerjanya yang benar."
    ),
    "TARGET_CELL": QT_TRANSLATE_NOOP(
        "roster",
        "{cell}: isi sel tidak dapat dipakai (rumus, nilai kesalahan, terlalu panjang, atau karakter "
        "tersembunyi). Tulis ulang sebagai teks biasa.",
    ),
    "TARGET_INCOMPLETE": QT_TRANSLATE_NOOP(
        "roster", "Baris {row}: sasaran, indikator, atau target kosong. Lengkapi baris itu."
    ),
    "NO_OFFICE_COLUMN": QT_TRANSLATE_NOOP(
        "roster", "Kepala tabel di baris {row} tidak mempunyai kolom Jabatan. Tambahkan kolom itu."
    ),
    "NO_PEOPLE": QT_TRANSLATE_NOOP(
        "roster", "Di bawah kepala tabel di baris {row} tidak ada satu orang pun. Isi daftarnya dahulu."
    ),
    "NAME_AND_NIP_IN_ONE_COLUMN": QT_TRANSLATE_NOOP(
        "roster",
        "Kolom “{header}” di baris {row} memuat nama dan NIP sekaligus. Pisahkan menjadi kolom Nama dan kolom NIP.",
    ),
}
