"""The sentences for what is refused about the office's stamps, in Indonesian, by code."""

from __future__ import annotations

from kpu_desk.gui.error_words import Pair
from kpu_desk.language import QT_TRANSLATE_NOOP

STAMP_TEXTS: dict[str, Pair] = {
    "KPU-STAMP-PERSONAL": (
        QT_TRANSLATE_NOOP("errors", "Lembar {serial} adalah pernyataan pribadi; pembuatnya tidak diberi cap."),
        QT_TRANSLATE_NOOP("errors", "Cap hanya dibubuhkan pada tanda tangan saksinya."),
    ),
    "KPU-STAMP-ROLE": (
        QT_TRANSLATE_NOOP("errors", "Pada lembar {serial} tidak ada tempat cap untuk tanda tangan ini."),
        QT_TRANSLATE_NOOP("errors", "Pilih tanda tangan para pihak, saksi, atau penanda tangan naskah."),
    ),
    "KPU-STAMP-EMPOWERED": (
        QT_TRANSLATE_NOOP("errors", "{name} tidak menandatangani atas nama kantor; tanda tangannya tidak diberi cap."),
        QT_TRANSLATE_NOOP("errors", "Cap dibubuhkan bagi Ketua, Anggota, Sekretaris, dan saksi."),
    ),
    "KPU-STAMP-OWN": (
        QT_TRANSLATE_NOOP("errors", "Cap ini bukan cap untuk tanda tangan {name}."),
        QT_TRANSLATE_NOOP("errors", "Cap komisi bagi Ketua dan Anggota, cap sekretariat bagi pejabat sekretariat."),
    ),
    "KPU-STAMP-ACTIVE": (
        QT_TRANSLATE_NOOP("errors", "Cap untuk tanda tangan ini belum ada atau sedang tidak dipakai."),
        QT_TRANSLATE_NOOP("errors", "Buka “Cap kantor”, pilih gambarnya, lalu nyalakan pemakaiannya."),
    ),
    "KPU-STAMP-COMPLETE": (
        QT_TRANSLATE_NOOP("errors", "Lembar {serial} belum lengkap ditandatangani; capnya menunggu."),
        QT_TRANSLATE_NOOP("errors", "Lengkapi tanda tangannya lebih dahulu."),
    ),
    "KPU-STAMP-UNSEALED": (
        QT_TRANSLATE_NOOP("errors", "Lembar {serial} sudah disegel; cap tidak dapat ditambah atau dicabut."),
        QT_TRANSLATE_NOOP("errors", "Cap dibubuhkan sebelum penyegelan."),
    ),
    "KPU-STAMP-ONCE": (
        QT_TRANSLATE_NOOP("errors", "Tanda tangan ini pada lembar {serial} sudah diberi cap."),
        QT_TRANSLATE_NOOP("errors", "Cabut cap yang lama lebih dahulu bila hendak menggantinya."),
    ),
    "KPU-STAMP-THERE": (
        QT_TRANSLATE_NOOP("errors", "Pada lembar {serial} tidak ada cap yang dapat dicabut."),
        QT_TRANSLATE_NOOP("errors", "Muat ulang daftarnya dan pilih lembar yang sudah diberi cap."),
    ),
    "KPU-STAMP-ROOM": (
        QT_TRANSLATE_NOOP("errors", "Pada lembar {serial} tempat cap dipakai oleh kotak meterai."),
        QT_TRANSLATE_NOOP("errors", "Bubuhkan cap basah pada cetakannya."),
    ),
    "KPU-STAMP-SIZE": (
        QT_TRANSLATE_NOOP("errors", "Garis tengah cap harus antara {smallest} dan {largest} milimeter."),
        QT_TRANSLATE_NOOP("errors", "Ukur cap aslinya dengan penggaris, dari tepi ke tepi lingkaran luar."),
    ),
    "KPU-STAMP-APART": (
        QT_TRANSLATE_NOOP("errors", "Gambar ini sudah disimpan sebagai cap yang lain."),
        QT_TRANSLATE_NOOP("errors", "Cap komisi dan cap sekretariat harus dua gambar yang berbeda."),
    ),
    "STAMP_EMPTY": (
        QT_TRANSLATE_NOOP("errors", "Pada gambar ini tidak ditemukan cap; semuanya dianggap latar."),
        QT_TRANSLATE_NOOP("errors", "Turunkan batas latar, atau pindai cap dengan tinta yang lebih tebal."),
    ),
    "STAMP_NO_GROUND": (
        QT_TRANSLATE_NOOP("errors", "Latar gambar ini tidak dapat dipisahkan dari capnya."),
        QT_TRANSLATE_NOOP("errors", "Naikkan batas latar, atau pindai cap di atas kertas putih polos."),
    ),
    "STAMP_TOO_SMALL": (
        QT_TRANSLATE_NOOP("errors", "Cap pada gambar ini hanya {pixels} piksel; paling sedikit {least}."),
        QT_TRANSLATE_NOOP("errors", "Pindai dengan 300 dpi atau lebih."),
    ),
}
