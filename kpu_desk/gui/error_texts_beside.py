"""What people read about witnesses and about signing with help, and what they can do; Indonesian."""

from __future__ import annotations

from kpu_desk.gui.error_words import Pair
from kpu_desk.language import QT_TRANSLATE_NOOP

BESIDE_TEXTS: dict[str, Pair] = {
    "KPU-WITNESS-ACTING": (
        QT_TRANSLATE_NOOP(
            "errors",
            "{name} menjabat sementara (Plt., Plh., atau a.n.) dan tidak dapat menjadi saksi dalam jabatan itu.",
        ),
        QT_TRANSLATE_NOOP("errors", "Pilih saksi lain."),
    ),
    "KPU-WITNESS-PRESENT": (
        QT_TRANSLATE_NOOP("errors", "Saksi {name} belum tercatat hadir."),
        QT_TRANSLATE_NOOP("errors", "Catat kehadirannya, lalu panggil penanda tangan sekali lagi."),
    ),
    "KPU-WITNESS-CONFIRMED": (
        QT_TRANSLATE_NOOP("errors", "Saksi {name} belum menyatakan menyaksikan; tidak ada yang disimpan."),
        QT_TRANSLATE_NOOP("errors", "Saksi menyentuh namanya sendiri di layar penanda tangan."),
    ),
    "KPU-WITNESS-IN-TIME": (
        QT_TRANSLATE_NOOP("errors", "Konfirmasi saksi {name} lewat dari {minutes} menit; tidak ada yang disimpan."),
        QT_TRANSLATE_NOOP("errors", "Mintalah saksi menyentuh namanya sekali lagi."),
    ),
    "KPU-ASSIST-HELPER": (
        QT_TRANSLATE_NOOP(
            "errors", "Pendamping {name} belum ada: orang lain yang hadir, bukan penanda tangannya sendiri."
        ),
        QT_TRANSLATE_NOOP("errors", "Pilih pendamping dari yang tercatat hadir."),
    ),
    "KPU-ASSIST-WITNESSES": (
        QT_TRANSLATE_NOOP(
            "errors", "Tanda tangan dengan bantuan memerlukan dua saksi yang berbeda, selain {name} dan pendamping."
        ),
        QT_TRANSLATE_NOOP("errors", "Pilih dua saksi dari yang tercatat hadir."),
    ),
    "KPU-ASSIST-IDENTITY": (
        QT_TRANSLATE_NOOP("errors", "Pendamping belum menyatakan siapa orang ini; tidak ada yang disimpan."),
        QT_TRANSLATE_NOOP("errors", "Sentuh pernyataan pertama setelah memastikan orangnya."),
    ),
    "KPU-ASSIST-READ": (
        QT_TRANSLATE_NOOP("errors", "Pendamping belum menyatakan bahwa naskah dibacakan; tidak ada yang disimpan."),
        QT_TRANSLATE_NOOP("errors", "Bacakan seluruh naskah, lalu sentuh pernyataannya."),
    ),
    "KPU-ASSIST-EXPLAINED": (
        QT_TRANSLATE_NOOP("errors", "Pendamping belum menyatakan bahwa isinya dijelaskan; tidak ada yang disimpan."),
        QT_TRANSLATE_NOOP("errors", "Jelaskan isinya, lalu sentuh pernyataannya."),
    ),
    "KPU-ASSIST-PRESENCE": (
        QT_TRANSLATE_NOOP(
            "errors", "Pendamping belum menyatakan bahwa tanda itu dibubuhkan di hadapannya; tidak ada yang disimpan."
        ),
        QT_TRANSLATE_NOOP("errors", "Sentuh pernyataan itu setelah melihatnya sendiri."),
    ),
}
