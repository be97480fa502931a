"""What people read about the signer's screen, runs of sheets and sheets that were made void; Indonesian."""

from __future__ import annotations

from kpu_desk.gui.error_words import Pair
from kpu_desk.language import QT_TRANSLATE_NOOP

SIGNER_TEXTS: dict[str, Pair] = {
    "SIGNATURE_NOT_SAVED": (
        QT_TRANSLATE_NOOP("errors", "Tanda tangan belum tersimpan."),
        QT_TRANSLATE_NOOP("errors", "Silakan ulangi, atau panggil petugas."),
    ),
    "KPU-RECEIPT-WHOLE": (
        QT_TRANSLATE_NOOP("errors", "Catatan layar untuk {serial} tidak lengkap; tanda tangan itu tidak disimpan."),
        QT_TRANSLATE_NOOP("errors", "Panggil orangnya sekali lagi."),
    ),
    "KPU-PAGES-AS-SEEN": (
        QT_TRANSLATE_NOOP("errors", "Halaman {page} dari {serial} bukan yang tadi tampil; tidak ada yang disimpan."),
        QT_TRANSLATE_NOOP("errors", "Hentikan penandatanganan lembar ini dan periksa komputer serta cadangannya."),
    ),
    "KPU-SHEET-UNTOUCHED": (
        QT_TRANSLATE_NOOP("errors", "Lembar {serial} bukan lagi lembar yang ditandatangani; tidak disegel."),
        QT_TRANSLATE_NOOP("errors", "Jangan mengubah apa pun; periksa komputer dan bandingkan dengan cadangannya."),
    ),
    "WRONG_NOTICE": (
        QT_TRANSLATE_NOOP("errors", "Pemberitahuan data di {file} tidak dapat dipakai: {field}."),
        QT_TRANSLATE_NOOP("errors", "Perbaiki berkas itu, atau keluarkan dari folder “pemberitahuan”."),
    ),
}
