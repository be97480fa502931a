"""The sentences for files that are no roster at all, by code; problems of single cells have their own."""

from __future__ import annotations

from kpu_desk.gui.error_texts import QT_TRANSLATE_NOOP, Pair

_SAVE_AS_XLSX = QT_TRANSLATE_NOOP("errors", "Buka di program lembar kerja, simpan sebagai .xlsx, lalu impor lagi.")
_RECHECK = QT_TRANSLATE_NOOP("errors", "Buka dan simpan sekali lagi di program lembar kerja, lalu impor lagi.")

ROSTER_FILE_TEXTS: dict[str, Pair] = {
    "MISSING_FILE": (
        QT_TRANSLATE_NOOP("errors", "Berkas {path} tidak ditemukan."),
        QT_TRANSLATE_NOOP("errors", "Periksa apakah media penyimpanannya masih terpasang."),
    ),
    "NOT_A_FILE": (
        QT_TRANSLATE_NOOP("errors", "{path} adalah folder, bukan berkas."),
        QT_TRANSLATE_NOOP("errors", "Pilih berkas XLSX atau CSV."),
    ),
    "CANNOT_OPEN": (
        QT_TRANSLATE_NOOP("errors", "Berkas {path} tidak dapat dibuka."),
        QT_TRANSLATE_NOOP("errors", "Tutup program lain yang memakainya, lalu impor lagi."),
    ),
    "EMPTY_FILE": (
        QT_TRANSLATE_NOOP("errors", "Berkas ini kosong."),
        QT_TRANSLATE_NOOP("errors", "Pilih berkas lain."),
    ),
    "TOO_LARGE": (
        QT_TRANSLATE_NOOP("errors", "Berkas ini lebih besar dari {most} MiB; daftar pejabat tidak sebesar itu."),
        QT_TRANSLATE_NOOP("errors", "Simpan hanya daftar pejabatnya ke berkas baru, lalu impor lagi."),
    ),
    "TOO_MANY_ROWS": (
        QT_TRANSLATE_NOOP("errors", "Lembar kerjanya lebih dari {most} baris."),
        QT_TRANSLATE_NOOP("errors", "Hapus baris yang tidak dipakai, lalu impor lagi."),
    ),
    "TOO_MANY_CELLS": (
        QT_TRANSLATE_NOOP("errors", "Lembar kerjanya terlalu besar untuk sebuah daftar pejabat."),
        QT_TRANSLATE_NOOP("errors", "Salin daftarnya saja ke berkas baru, lalu impor lagi."),
    ),
    "NOT_A_SPREADSHEET": (
        QT_TRANSLATE_NOOP("errors", "Berkas ini bukan lembar kerja; tidak ada yang diimpor."),
        QT_TRANSLATE_NOOP("errors", "Pilih berkas XLSX atau CSV."),
    ),
    "OLD_XLS": (
        QT_TRANSLATE_NOOP("errors", "Berkas ini berjenis .xls lama dan tidak dapat dibaca."),
        _SAVE_AS_XLSX,
    ),
    "ODS_FILE": (
        QT_TRANSLATE_NOOP("errors", "Berkas ini berjenis .ods dan tidak dapat dibaca."),
        _SAVE_AS_XLSX,
    ),
    "XLSB_FILE": (
        QT_TRANSLATE_NOOP("errors", "Berkas ini berjenis .xlsb dan tidak dapat dibaca."),
        _SAVE_AS_XLSX,
    ),
    "STRICT_OOXML": (
        QT_TRANSLATE_NOOP("errors", "Berkas ini disimpan sebagai “Strict Open XML” dan tidak dapat dibaca."),
        _SAVE_AS_XLSX,
    ),
    "ENCRYPTED_FILE": (
        QT_TRANSLATE_NOOP("errors", "Berkas ini dikunci dengan sandi."),
        QT_TRANSLATE_NOOP("errors", "Lepaskan sandinya di program lembar kerja, lalu impor lagi."),
    ),
    "DAMAGED_FILE": (QT_TRANSLATE_NOOP("errors", "Berkas ini rusak dan tidak dapat dibaca."), _RECHECK),
    "DAMAGED_CSV": (QT_TRANSLATE_NOOP("errors", "Berkas CSV ini rusak dan tidak dapat dibaca."), _RECHECK),
    "UNKNOWN_ENCODING": (
        QT_TRANSLATE_NOOP("errors", "Huruf di berkas ini tidak dapat dibaca."),
        QT_TRANSLATE_NOOP("errors", "Simpan sebagai CSV UTF-8, lalu impor lagi."),
    ),
    "NO_SHEET": (
        QT_TRANSLATE_NOOP("errors", "Berkas ini tidak memuat lembar kerja."),
        QT_TRANSLATE_NOOP("errors", "Pilih berkas lain."),
    ),
    "NO_HEADER": (
        QT_TRANSLATE_NOOP("errors", "Tidak ada baris kepala dengan kolom Nama dan Jabatan."),
        QT_TRANSLATE_NOOP("errors", "Tulis judul kolom di atas daftarnya, lalu impor lagi."),
    ),
    "NO_OFFICE_COLUMN": (
        QT_TRANSLATE_NOOP("errors", "Tidak ada kolom Jabatan di daftar ini."),
        QT_TRANSLATE_NOOP("errors", "Tambahkan kolom Jabatan, lalu impor lagi."),
    ),
    "NO_PEOPLE": (
        QT_TRANSLATE_NOOP("errors", "Di bawah baris kepala ({row}) tidak ada satu orang pun."),
        QT_TRANSLATE_NOOP("errors", "Periksa apakah ini berkas yang benar."),
    ),
    "NAME_AND_NIP_IN_ONE_COLUMN": (
        QT_TRANSLATE_NOOP("errors", "Nama dan NIP ada di satu kolom: “{header}”."),
        QT_TRANSLATE_NOOP("errors", "Pisahkan menjadi dua kolom, lalu impor lagi."),
    ),
}
