"""What people read about the states of a ceremony, closing words and the closing list; Indonesian."""

from __future__ import annotations

from kpu_desk.gui.error_words import Pair
from kpu_desk.language import QT_TRANSLATE_NOOP

CLOSING_TEXTS: dict[str, Pair] = {
    "KPU-TURN-REASON": (
        QT_TRANSLATE_NOOP("errors", "Alasannya belum ditulis."),
        QT_TRANSLATE_NOOP("errors", "Tulis dengan singkat mengapa; alasan itu tercatat."),
    ),
    "KPU-ANNUL-SEALED": (
        QT_TRANSLATE_NOOP("errors", "Upacara ini tidak dapat dibatalkan: {count} rekamannya sudah disegel."),
        QT_TRANSLATE_NOOP("errors", "Rekaman itu tetap berlaku; sampaikan kekeliruannya kepada sekretaris."),
    ),
    "KPU-CLOSING-WORDS-COUNT": (
        QT_TRANSLATE_NOOP("errors", "Kata penutup ada dua belas; yang diisi {count}."),
        QT_TRANSLATE_NOOP("errors", "Isi setiap kotak dengan satu kata dari berita acara upacara sebelumnya."),
    ),
    "KPU-CLOSING-WORDS": (
        QT_TRANSLATE_NOOP("errors", "Kata penutup upacara sebelumnya tidak cocok; yang keliru: kata ke-{places}."),
        QT_TRANSLATE_NOOP("errors", "Bacakan sekali lagi kata itu dari berita acara di kertas."),
    ),
    "KPU-CLOSING-BROKEN": (
        QT_TRANSLATE_NOOP("errors", "Isi upacara sebelumnya tidak lagi seperti saat ditutup ({what})."),
        QT_TRANSLATE_NOOP("errors", "Jangan membuka upacara baru; bandingkan ruang kerja ini dengan cadangannya."),
    ),
}
