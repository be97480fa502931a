"""What people read about who is absent, who goes and comes back, and who signs later; Indonesian."""

from __future__ import annotations

from kpu_desk.gui.error_words import Pair
from kpu_desk.language import QT_TRANSLATE_NOOP

PEOPLE_TEXTS: dict[str, Pair] = {
    "KPU-ABSENT-NOT-HERE": (
        QT_TRANSLATE_NOOP("errors", "{name} sudah tercatat hadir."),
        QT_TRANSLATE_NOOP("errors", "Batalkan kehadirannya bila keliru, atau catat bahwa ia meninggalkan acara."),
    ),
    "KPU-LATE-OPEN": (
        QT_TRANSLATE_NOOP("errors", "Upacara sudah ditutup; penandatanganan susulan belum dibuka."),
        QT_TRANSLATE_NOOP("errors", "Buka penandatanganan susulan (F5), catat kehadiran di situ, lalu panggil."),
    ),
    "KPU-LATE-ONE": (
        QT_TRANSLATE_NOOP("errors", "Penandatanganan susulan ke-{number} masih dibuka."),
        QT_TRANSLATE_NOOP("errors", "Tutup dahulu yang itu."),
    ),
    "KPU-LATE-NOBODY": (
        QT_TRANSLATE_NOOP("errors", "Tidak ada lagi yang menyusul."),
        QT_TRANSLATE_NOOP("errors", "Semua lembar sudah lengkap atau sudah disegel."),
    ),
    "KPU-RETURN-UNDO": (
        QT_TRANSLATE_NOOP("errors", "Kehadiran {name} tidak dapat dibatalkan lagi."),
        QT_TRANSLATE_NOOP("errors", "Catat bahwa ia meninggalkan acara (F4)."),
    ),
    "KPU-REVISE-SEALED": (
        QT_TRANSLATE_NOOP("errors", "{serial} tidak dapat diubah dengan lembar baru."),
        QT_TRANSLATE_NOOP("errors", "Hanya Perjanjian Kinerja yang sudah disegel dan belum digantikan yang dapat."),
    ),
    "KPU-REVISE-REASON": (
        QT_TRANSLATE_NOOP("errors", "Alasan perubahannya belum ditulis."),
        QT_TRANSLATE_NOOP("errors", "Tulis dengan singkat; alasan itu tercetak pada rekaman."),
    ),
    "KPU-REVISE-PARTIES": (
        QT_TRANSLATE_NOOP("errors", "Kedua pihak adalah orang yang sama."),
        QT_TRANSLATE_NOOP("errors", "Pilih dua orang yang berbeda."),
    ),
    "KPU-REVISE-KNOWN": (
        QT_TRANSLATE_NOOP("errors", "{name} sudah ada di daftar dengan jabatan ini."),
        QT_TRANSLATE_NOOP("errors", "Pilih namanya dari daftar, atau tulis jabatannya yang baru."),
    ),
    "KPU-REVISED": (
        QT_TRANSLATE_NOOP("errors", "{serial} sudah digantikan {by}; nomornya tetap."),
        QT_TRANSLATE_NOOP("errors", "Beri nomor kepada lembar penggantinya."),
    ),
    "KPU-LEFT-REASON": (
        QT_TRANSLATE_NOOP("errors", "Alasannya belum ditulis."),
        QT_TRANSLATE_NOOP("errors", "Tulis dengan singkat mengapa ia meninggalkan acara; hanya meja yang melihatnya."),
    ),
}
