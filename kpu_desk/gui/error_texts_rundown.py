"""What people read about the rundown and its notes; Indonesian."""

from __future__ import annotations

from kpu_desk.gui.error_words import Pair
from kpu_desk.language import QT_TRANSLATE_NOOP

RUNDOWN_TEXTS: dict[str, Pair] = {
    "KPU-RUNDOWN-STEPS": (
        QT_TRANSLATE_NOOP("errors", "Susunan acara harus berisi 1 sampai {most} acara."),
        QT_TRANSLATE_NOOP("errors", "Tambah atau hapus acara, lalu simpan sekali lagi."),
    ),
    "KPU-STEP-TITLE": (
        QT_TRANSLATE_NOOP("errors", "Acara baris {row} belum bernama, atau tulisannya lebih dari {most} huruf."),
        QT_TRANSLATE_NOOP("errors", "Nama acara dan yang memimpin dibaca di aula; tulis dengan singkat."),
    ),
    "KPU-STEP-MINUTES": (
        QT_TRANSLATE_NOOP("errors", "Lama acara baris {row} harus 0 sampai {most} menit."),
        QT_TRANSLATE_NOOP("errors", "Betulkan angkanya, lalu simpan sekali lagi."),
    ),
    "KPU-STEP-BEGINS": (
        QT_TRANSLATE_NOOP("errors", "Acara {row}: jam mulainya lebih awal daripada akhir acara sebelumnya."),
        QT_TRANSLATE_NOOP("errors", "Betulkan jamnya, atau kosongkan: acara itu lalu mengikuti yang sebelumnya."),
    ),
    "KPU-STEP-WHAT": (
        QT_TRANSLATE_NOOP("errors", "Acara baris {row} belum menyebut naskah atau dokumennya."),
        QT_TRANSLATE_NOOP("errors", "Pilih naskah yang dibacakan atau dokumen yang ditandatangani."),
    ),
    "KPU-STEP-KNOWN": (
        QT_TRANSLATE_NOOP("errors", "Acara itu tidak ada dalam susunan acara."),
        QT_TRANSLATE_NOOP("errors", "Pilih salah satu acara dari daftarnya."),
    ),
    "KPU-STEP-ONE": (
        QT_TRANSLATE_NOOP("errors", "Acara lain masih berlangsung."),
        QT_TRANSLATE_NOOP("errors", "Selesaikan dahulu acara itu."),
    ),
    "KPU-STEP-RUNS": (
        QT_TRANSLATE_NOOP("errors", "Acara itu tidak sedang berlangsung."),
        QT_TRANSLATE_NOOP("errors", "Lihat susunan acara; yang sudah tercatat tidak berubah."),
    ),
    "KPU-STEP-SKIP": (
        QT_TRANSLATE_NOOP("errors", "Acara itu sudah dimulai atau sudah dilewati."),
        QT_TRANSLATE_NOOP("errors", "Yang sudah terjadi tidak dihapus; tulis catatan kejadian bila perlu."),
    ),
    "KPU-STEP-REASON": (
        QT_TRANSLATE_NOOP("errors", "Alasan melewati acara belum ditulis."),
        QT_TRANSLATE_NOOP("errors", "Tulis dengan singkat mengapa; alasan itu masuk berita acara."),
    ),
    "KPU-NOTE-NUMBER": (
        QT_TRANSLATE_NOOP("errors", "Catatan kejadian ini tidak mengikuti nomor sebelumnya."),
        QT_TRANSLATE_NOOP("errors", "Tulis catatannya sekali lagi."),
    ),
    "KPU-NOTE-WHAT": (
        QT_TRANSLATE_NOOP("errors", "Apa yang terjadi belum ditulis."),
        QT_TRANSLATE_NOOP("errors", "Tulis dengan singkat; catatan itu masuk berita acara."),
    ),
    "KPU-NOTE-TIME": (
        QT_TRANSLATE_NOOP("errors", "Waktu kejadian belum ditulis sebagai jam dan menit."),
        QT_TRANSLATE_NOOP("errors", "Tulis misalnya 09.41."),
    ),
    "KPU-NOTE-ABOUT": (
        QT_TRANSLATE_NOOP("errors", "Catatan nomor {number} tidak ada."),
        QT_TRANSLATE_NOOP("errors", "Pilih salah satu catatan yang sudah tercatat."),
    ),
}
